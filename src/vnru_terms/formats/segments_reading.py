"""What a reader of bilingual files is, and what all of them share.

A reader turns the bytes of a file into segments, one after the other and never all at once, and
gives a finding where the file is broken; it goes on behind the break where the format lets it.
Languages come from the file; a direction that the user names goes before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO

from vnru_terms.findings import Finding, Place
from vnru_terms.lang import LANGUAGES
from vnru_terms.matching.segment import Direction, Segment
from vnru_terms.matching.text_language import text_language

Reader = Callable[[BinaryIO, str, Direction], Iterator["Segment | Finding"]]
# So many first segments decide which language a file is in that does not say it.
SAMPLE = 50


@dataclass(frozen=True, slots=True)
class SegmentReader:
    """A format of bilingual files: its name, the suffixes of its files, its reader.

    `begins` tells whether a file's first bytes are of this format, where the name does not.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Reader
    begins: Callable[[bytes], bool]


def language_code(tag: str | None) -> str:
    """The language of a BCP 47 or gettext tag, '' where there is none.

    >>> language_code("vi-VN"), language_code("ru_RU.UTF-8"), language_code(None)
    ('vi', 'ru', '')
    """
    return (tag or "").strip().replace("_", "-").partition("-")[0].partition(".")[0].lower()


def directed(wanted: Direction, source: str | None, target: str | None) -> Direction:
    """The user's direction, filled up with what the file says."""
    return Direction(wanted.source or language_code(source), wanted.target or language_code(target))


def guessed(items: Iterable[Segment | Finding]) -> Iterator[Segment | Finding]:
    """The items, with the languages told from the letters where neither file nor user says them."""
    held: list[Segment | Finding] = []
    source = target = ""
    stream = iter(items)
    segments = 0
    for item in stream:
        held.append(item)
        if isinstance(item, Segment):
            segments += 1
            if (item.direction.source and item.direction.target) or segments == SAMPLE:
                break
    kept = [item for item in held if isinstance(item, Segment)]
    if any(not item.direction.source for item in kept):
        source = language_of(item.source for item in kept)
    if any(not item.direction.target for item in kept):
        target = language_of(item.target for item in kept)

    def filled(item: Segment | Finding) -> Segment | Finding:
        if isinstance(item, Finding) or (item.direction.source and item.direction.target):
            return item
        found = item.direction
        return replace(item, direction=Direction(found.source or source, found.target or target))

    yield from map(filled, held)
    yield from map(filled, stream)


def language_of(texts: Iterable[str]) -> str:
    """The language of texts, told from their letters; '' where there are none."""
    text = " ".join(texts)
    return text_language(text) if any(map(str.isalpha, text)) else ""


def column_languages(head: Iterable[str]) -> dict[str, int]:
    """The column of each of the languages that a head row names, by code or by its own name."""
    names = {code: code for code in LANGUAGES}
    names |= {language.endonym.casefold(): code for code, language in LANGUAGES.items()}
    names |= {"vietnamese": "vi", "english": "en", "russian": "ru"}
    found: dict[str, int] = {}
    for n, cell in enumerate(head):
        word = cell.strip().casefold()
        code = names.get(word) or names.get(language_code(word) if len(word) <= 8 else "")
        if code and code not in found:
            found[code] = n
    return found


def broken(name: str, code: str, message: str, hint: str = "", *, line: int = 0) -> Finding:
    """A file, or a line of it, that cannot be read."""
    return Finding(Place(name, line), code, message, hint)
