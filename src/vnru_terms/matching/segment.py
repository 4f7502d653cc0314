"""A segment: a piece of a text and its translation, as a bilingual file has them, with its places.

The readers of `formats.segments` make segments, the check of a translation reads them. `marks` keep
where in the file the pieces of the target stand, so that a finding names the line of the very words
though inline tags were dropped and lines joined.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum

from vnru_terms.findings import Place

# `translate-ignore` alone frees the whole segment, behind a colon stand terms, ids or codes.
_IGNORE = re.compile(r"^[\s#.,;*-]*translate-ignore\b[ \t]*(?::[ \t]*(.*))?$", re.MULTILINE)
_PARTS = re.compile(r"[;,]")


class State(Enum):
    """How far the translation of a segment is."""

    TRANSLATED = "translated"
    UNTRANSLATED = "untranslated"
    """There is no target."""
    UNSURE = "unsure"
    """Fuzzy, or marked as not yet done."""
    COPIED = "copied"
    """The target is the source."""
    EXEMPT = "exempt"
    """Not to be translated, or not to be checked, as the file says."""


@dataclass(frozen=True, slots=True)
class Direction:
    """From which language into which; an empty code leaves it to the file."""

    source: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """From the offset on, the text stands at this line and column of the file (from 1)."""

    offset: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Segment:
    """A source text and its target.

    `place` is that of the target, or of the source where there is no target. `id` is the file's own
    name for the segment (a unit's id, a cell's address). `ignored` holds what a note says is not to
    be checked: source terms, concept ids, codes, in small letters.
    """

    source: str
    target: str
    direction: Direction
    place: Place
    id: str = ""
    state: State = State.TRANSLATED
    ignored: frozenset[str] = frozenset()
    marks: tuple[Mark, ...] = field(default=(), compare=False, repr=False)

    def place_of(self, offset: int) -> Place:
        """Where in the file a place in the target stands."""
        n = bisect_right(self.marks, offset, key=lambda mark: mark.offset) - 1
        if n < 0:
            return self.place
        mark = self.marks[n]
        return Place(self.place.path, mark.line, mark.column + offset - mark.offset)


def make_segment(
    source: str,
    target: str,
    direction: Direction,
    place: Place,
    *,
    id: str = "",
    unsure: bool = False,
    exempt: bool = False,
    notes: Iterable[str] = (),
    marks: tuple[Mark, ...] = (),
) -> Segment:
    """A segment with the state that its texts, the file's flags and its notes give."""
    ignored, all_of_it = ignored_in(notes)
    if exempt or all_of_it:
        state = State.EXEMPT
    elif not target.strip():
        state = State.UNTRANSLATED
    elif unsure:
        state = State.UNSURE
    elif source.strip() == target.strip() and any(map(str.isalpha, source)):
        state = State.COPIED
    else:
        state = State.TRANSLATED
    return Segment(source, target, direction, place, id, state, ignored, marks)


def ignored_in(notes: Iterable[str]) -> tuple[frozenset[str], bool]:
    """What notes free from the check, and whether that is the whole segment.

    >>> ignored_in(["see the treaty\\ntranslate-ignore: hội kiến; C104"])[0] == {"hội kiến", "c104"}
    True
    >>> ignored_in(["translate-ignore"])
    (frozenset(), True)
    """
    ignored: set[str] = set()
    all_of_it = False
    for note in notes:
        for match in _IGNORE.finditer(note):
            named = [part.strip().casefold() for part in _PARTS.split(match[1] or "")]
            ignored.update(filter(None, named))
            all_of_it = all_of_it or not any(named)
    return frozenset(ignored), all_of_it
