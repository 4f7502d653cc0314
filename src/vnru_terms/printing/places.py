"""What stands where: the marks of the first pass ▸ the pages that the second pass sets.

The typesetter lays the book out once, without heads, tabs and links, and tells where each unit (an
entry or a line of an index, with the letter above it) begins and ends. From that come, for each
page, the units on it, its guide words, its letter and the rule between its columns; for each entry
the place that links lead to. The two columns of the last page of a part are made to end alike, and
those of the others where little is missing (`feathered`). The second pass then sets every page by
itself and has nothing to ask.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby, pairwise

from vnru_terms.printing.page import Book, Part

# Where a link leads: a page, and how far from its left and its top.
Target = tuple[int, float, float]
Gaps = Mapping[bool, float]
# The space above a unit, with a letter and without, where no two neighbours show it (points).
SPACE: Mapping[bool, float] = {True: 10.0, False: 8.0}
# A column that lacks up to so much of its length is filled by gaps that are wider by up to so much
# of theirs; so much stays free, for lengths are told in whole hundredths of a point.
_FEATHERED, _WIDER, _SLACK = 0.09, 0.5, 0.5


@dataclass(frozen=True, slots=True)
class Unit:
    """What a column can break before, as first laid out; `number` counts in its part from 0.

    `top` and `bottom` are distances from the page's top in points, `x` and `end_x` from its left;
    `letter` is what stands above the entry itself.
    """

    part: int
    number: int
    page: int
    x: float
    top: float
    end_page: int
    end_x: float
    bottom: float
    letter: float = 0.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """The page as the template made it, lengths in points.

    `inside` and `outside` are margins, the inner one on the left of odd pages; `pitch` is how far
    the second column's left edge is from the first one's, 0 if there is one.
    """

    height: float
    top: float
    bottom: float
    inside: float
    outside: float
    pitch: float
    gutter: float


@dataclass(frozen=True, slots=True)
class Rule:
    """The line between two columns: its distance from the left, its ends from the page's top."""

    x: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Leaf:
    """What a page shows beside its units; `page` counts from the cover, `number` is the folio."""

    page: int
    number: int
    first: str
    last: str
    letter: str
    rule: Rule | None


@dataclass(frozen=True, slots=True)
class Stretch:
    """The units `start` to `end` (without it) and the pages that they stand on, mostly one.

    A column ends before the units in `breaks`; `extra` is put above each unit.
    """

    start: int
    end: int
    pages: tuple[Leaf, ...]
    breaks: tuple[int, ...]
    extra: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Places:
    """All that the second pass is told: by part its pages, by entry its page, x and y."""

    parts: tuple[tuple[Stretch, ...], ...]
    targets: dict[str, Target]


@dataclass(frozen=True, slots=True)
class Column:
    """Units in one column: where it stands, where each of them begins, and where the last ends."""

    units: tuple[Unit, ...]
    x: float
    tops: tuple[float, ...]
    bottom: float
    extra: float = 0.0


def places_of(book: Book, units: Sequence[Unit], sheet: Sheet) -> Places:
    """Where everything of a book stands, from the marks of the first pass."""
    targets: dict[str, Target] = {}
    parts = []
    by_part = {part: list(group) for part, group in groupby(units, key=lambda unit: unit.part)}
    for number, part in enumerate(book.parts):
        parts.append(tuple(_stretches(part, by_part[number], units[0].page, sheet, targets)))
    return Places(tuple(parts), targets)


def _stretches(
    part: Part, units: list[Unit], folio_one: int, sheet: Sheet, targets: dict[str, Target]
) -> Iterator[Stretch]:
    items = list(part.items())
    letters = [section.letter for section in part.sections for _item in section.items]
    last_page = max(unit.end_page for unit in units)
    gaps = _gaps(units)
    for group in _together(units):
        pages = range(group[0].page, max(unit.end_page for unit in group) + 1)
        is_whole = len(pages) == 1 and all(u.end_x == u.x for u in group)
        columns = _columns(group, sheet, gaps, is_last=pages[-1] == last_page) if is_whole else ()
        placed = {u.number: (c.x, y) for c in columns for u, y in zip(c.units, c.tops, strict=True)}
        for unit in group:
            if items[unit.number].id:
                x, y = placed.get(unit.number, (unit.x, unit.top))
                targets[items[unit.number].id] = (unit.page, round(x, 2), round(y + unit.letter, 2))
        leaves = []
        for page in pages:
            # A page on which nothing begins belongs to what goes on there.
            here = [u for u in group if u.page == page] or [u for u in group if u.page < page][-1:]
            starts_at = units[0].top if page == units[0].page else sheet.top
            rule = _rule(page, starts_at, columns, sheet, ends=pages[-1] == last_page)
            leaf = Leaf(
                page=page,
                number=page - folio_one + 1,
                first=items[here[0].number].guide,
                last=items[here[-1].number].guide,
                letter=letters[here[0].number],
                rule=rule,
            )
            leaves.append(leaf)
        yield Stretch(
            start=group[0].number,
            end=group[-1].number + 1,
            pages=tuple(leaves),
            breaks=tuple(column.units[0].number for column in columns[1:]),
            extra=tuple(round(c.extra, 3) for c in columns for _u in c.units),
        )


def _together(units: Sequence[Unit]) -> Iterator[list[Unit]]:
    """The units page by page; pages over which one goes on stay together."""
    group: list[Unit] = []
    end = 0
    for unit in units:
        if group and unit.page > end:
            yield group
            group = []
        group.append(unit)
        end = max(end, unit.end_page)
    yield group


def _columns(group: list[Unit], sheet: Sheet, gaps: Gaps, *, is_last: bool) -> tuple[Column, ...]:
    """The columns of a page, made to end alike if it is the last or little is missing."""
    first = next((i for i, u in enumerate(group) if u.x > group[0].x), len(group))
    if is_last and sheet.pitch:
        halves = _halves(group, group[0].x + sheet.pitch, gaps)
        end = max(column.bottom for column in halves)
        return tuple(feathered(column, end, sheet, gaps) for column in halves)
    found = (group[:first], group[first:])
    columns = [Column(tuple(c), c[0].x, tuple(u.top for u in c), c[-1].bottom) for c in found if c]
    if not sheet.pitch:
        return tuple(columns)
    return tuple(feathered(column, sheet.bottom, sheet, gaps) for column in columns)


def _halves(group: list[Unit], second_x: float, gaps: Gaps) -> tuple[Column, ...]:
    """The units of a last page in two columns of which the longer is as short as can be."""
    cut = balance(group, gaps)
    tops = list(accumulate(_heights(group, gaps), initial=group[0].top))
    left, right = group[:cut], group[cut:]
    columns = [Column(tuple(left), group[0].x, tuple(tops[:cut]), _end(left, tops))]
    if right:
        shift = tops[cut] - group[0].top
        shifted = tuple(top - shift for top in tops[cut:-1])
        columns.append(Column(tuple(right), second_x, shifted, _end(right, tops[cut:]) - shift))
    return tuple(columns)


def _end(units: list[Unit], tops: Sequence[float]) -> float:
    """Where the last of the units ends, if they begin at `tops`."""
    return tops[len(units) - 1] + units[-1].bottom - units[-1].top


def balance(units: Sequence[Unit], gaps: Gaps) -> int:
    """How many of the units of a last page its first column takes.

    They are taken as one column, which is cut where the longer of its two halves is shortest; that
    is never longer than what the first pass had.
    """
    above = list(accumulate(_heights(units, gaps)))
    longer_half = [max(height, above[-1] - height) for height in above]
    return longer_half.index(min(longer_half)) + 1


def _gaps(units: Sequence[Unit]) -> Gaps:
    """What stands free above a unit that has a letter, and above one that has none."""
    return dict(SPACE) | {
        bool(below.letter): below.top - unit.bottom
        for unit, below in pairwise(units)
        if (unit.end_page, unit.end_x) == (below.page, below.x)
    }


def _heights(units: Sequence[Unit], gaps: Gaps) -> list[float]:
    """The height of each unit with the space under it, which the last one has none of."""
    heights = [u.bottom - u.top + gaps[bool(below.letter)] for u, below in pairwise(units)]
    return [*heights, units[-1].bottom - units[-1].top]


def feathered(column: Column, end: float, sheet: Sheet, gaps: Gaps) -> Column:
    """The column with its gaps widened so that it ends at `end`, if it lacks little of that."""
    between = len(column.units) - 1
    free = end - column.bottom - _SLACK
    most = min(_FEATHERED * (sheet.bottom - sheet.top), _WIDER * gaps[False] * between)
    if not 0 < free <= most:
        return column
    extra = free / between
    tops = tuple(top + i * extra for i, top in enumerate(column.tops))
    return replace(column, tops=tops, bottom=column.bottom + free, extra=extra)


def _rule(
    page: int, top: float, columns: Sequence[Column], sheet: Sheet, *, ends: bool
) -> Rule | None:
    """The line between the columns of a page; none where there is one column only."""
    if not sheet.pitch or (columns and len(columns) == 1):
        return None
    bottom = max(column.bottom for column in columns) if ends and columns else sheet.bottom
    left = sheet.inside if page % 2 else sheet.outside
    x = left + sheet.pitch - sheet.gutter / 2
    return Rule(round(x, 2), round(top, 2), round(bottom, 2))
