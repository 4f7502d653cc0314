"""What translators are told of each format, in three languages: `guide/en.txt`, `ru.txt`, `vi.txt`.

Written by hand and meant to be edited by hand. First the texts of the page, `key: text`; then a
section for each format, `[name] the programs that it is for`, with its steps, a line each. Names of
menus are those of the programs' own documentation.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "guide"


@dataclass(frozen=True, slots=True)
class Steps:
    """The programs that a format is for, and how its file gets into them."""

    programs: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Guide:
    """The texts of the page by key, and the steps by format, in the order of the page."""

    texts: Mapping[str, str]
    formats: Mapping[str, Steps]


@cache
def guide(language: str) -> Guide:
    """The guide in a language of the interface."""
    texts: dict[str, str] = {}
    formats: dict[str, Steps] = {}
    at = ""
    for line in (_FOLDER / f"{language}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            at, _bracket, programs = line[1:].partition("] ")
            formats[at] = Steps(programs, ())
        elif line.startswith("- "):
            formats[at] = Steps(formats[at].programs, (*formats[at].steps, line[2:]))
        elif line:
            key, _colon, text = line.partition(": ")
            texts[key] = text
    return Guide(texts, formats)
