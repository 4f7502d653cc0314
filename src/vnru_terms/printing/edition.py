"""Which book is wanted: one value that goes from the command line down to the typesetter.

The languages settle what stands in the book (`page_data`), the paper and its like how it is laid
out (`engine`).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edition:
    """A book of the glossary; the plain `Edition()` is the one that `build` and a release make.

    `language` is that of the heads and of the book's own words, `targets` are those of the
    equivalents. `subject` is the folder of a subject field, None for all. `stress` prints stress
    marks in Russian terms, `large` is large print, `bleed` adds crop marks for the printer.
    """

    language: str = "vi"
    targets: tuple[str, ...] = ("en", "ru")
    paper: str = "a5"
    subject: str | None = None
    stress: bool = False
    large: bool = False
    bleed: bool = False
