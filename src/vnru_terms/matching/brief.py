"""An interpreter's page of a document: its terms in the order in which they will be heard.

Offices and names come first, for they are said at once and must be right; then everything else as
the text has it. A concept stands once, where it is first named, with how often it is. Single
everyday words and prepositions that nobody looks up are left out (`is_worth_a_line`).

Start at `brief_of`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vnru_terms.matching.annotation import Annotation, Mark, Meaning, equivalents
from vnru_terms.model import Kind, TermEntry

_FIRST = frozenset((Kind.TITLE, Kind.NAME))


@dataclass(frozen=True, slots=True)
class Equivalent:
    """What may be said in a language: the preferred terms (one a usage), then the others."""

    language: str
    terms: tuple[TermEntry, ...]


@dataclass(frozen=True, slots=True)
class BriefLine:
    """A concept of the page: its term in the document's language, and its equivalents.

    `distinguish` is given where the words may be several concepts, each of which has a line.
    """

    concept: str
    term: TermEntry
    equivalents: tuple[Equivalent, ...]
    times: int
    distinguish: str = ""
    trap: str = ""


@dataclass(frozen=True, slots=True)
class Brief:
    """The page: offices and names, then the terms, each in the order of the text."""

    name: str
    language: str
    to: tuple[str, ...]
    first: tuple[BriefLine, ...]
    terms: tuple[BriefLine, ...]


def brief_of(annotation: Annotation, most: int = 2) -> Brief:
    """The page of an annotated text, with at most so many terms in a language."""
    times: dict[tuple[str, ...], int] = {}
    marks: dict[tuple[str, ...], Mark] = {}
    for mark in annotation.marks:
        if mark.is_certain and is_worth_a_line(mark):
            times[mark.concepts] = times.get(mark.concepts, 0) + 1
            marks.setdefault(mark.concepts, mark)
    first: list[BriefLine] = []
    terms: list[BriefLine] = []
    seen: set[str] = set()
    for key, mark in marks.items():
        for meaning in mark.meanings:
            if meaning.entry.id in seen:
                continue
            seen.add(meaning.entry.id)
            line = _line(meaning, annotation.to, times[key], most, len(mark.meanings) > 1)
            if line is not None:
                (first if meaning.entry.kind in _FIRST else terms).append(line)
    return Brief(annotation.name, annotation.language, annotation.to, tuple(first), tuple(terms))


def is_worth_a_line(mark: Mark) -> bool:
    """Whether an interpreter would want to see a term: not a single small word, not a preposition.

    An acronym, a name and an office always are.
    """
    meaning = mark.meanings[0]
    if meaning.entry.kind in _FIRST or meaning.term.term.isupper():
        return True
    return " " in meaning.term.surface and "{" not in meaning.term.term


def _line(
    meaning: Meaning, to: Sequence[str], times: int, most: int, several: bool
) -> BriefLine | None:
    found = tuple(
        Equivalent(code, terms[:most]) for code in to if (terms := equivalents(meaning.entry, code))
    )
    if not found:
        return None
    entry = meaning.entry
    distinguish = entry.distinguish if several else ""
    # A page has room for the first thing to mind, and none for the spelling of a place.
    trap = "" if entry.is_name or several else entry.trap.partition("; ")[0]
    return BriefLine(entry.id, meaning.term, found, times, distinguish, trap)
