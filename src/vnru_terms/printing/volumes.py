"""A large book as volumes: the main part cut where letters end, the indexes after it.

`volumes_of` is where to start. Entry numbers are those of the whole book, so that an index leads
to an entry whatever its volume; a link that would leave its volume is no link (see `as_json`).
Front matter stands in every volume, appendices behind the last index and, if there are many, in
volumes of their own, sources at the end of the last.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate, groupby, pairwise

from vnru_terms.printing.book_texts import BOOK_TEXTS
from vnru_terms.printing.book_words import figure
from vnru_terms.printing.page import Book, Item, Part, Row, Run, Section, Table

# So many entries at most stand in a volume: as long as ours are, they are set in less than 1 GB.
VOLUME = 3_500
# What a line takes beside an entry, and a row of a table.
LINE = 0.25
ROW = 0.4
# A volume ends with its letter if that is no further away than this part of a volume.
NEAR = 0.2


@dataclass(frozen=True, slots=True)
class Stretch:
    """What a volume has of a part, and its span (A–Đ), empty if it has all of it."""

    part: Part
    span: str
    weight: float


def volumes_of(book: Book, capacity: int = VOLUME) -> tuple[Book, ...]:
    """The volumes of a book; the book itself where it has no more entries than one takes."""
    main, *others = book.parts
    if book.entries <= capacity:
        return (book,)
    contents: list[list[Stretch]] = [[stretch] for stretch in stretches(main, capacity)]
    first_index = len(contents)
    for part in others:
        for stretch in stretches(part, capacity):
            last = contents[-1] if len(contents) > first_index else []
            if last and sum(s.weight for s in last) + stretch.weight <= capacity:
                last.append(stretch)
            else:
                contents.append([stretch])
    backs = list(_shared_out(book, capacity, sum(s.weight for s in contents[-1])))
    contents += [[] for _back in backs[1:]]
    behind: list[list[Table | Part]] = [[] for _found in contents]
    behind[-len(backs) :] = backs
    titles = [
        [s.span if n < first_index else f"{s.part.title} {s.span}".rstrip() for s in found]
        for n, found in enumerate(contents)
    ]
    for found, back in zip(titles, behind, strict=True):
        # What stands behind an index is no part of a title, unless there is nothing else.
        found += [] if found else list(dict.fromkeys(table.title for table in back))
    volumes = [_volume(book, found, titles, behind, n) for n, found in enumerate(contents)]
    volumes[-1] = replace(volumes[-1], source_tables=book.source_tables)
    return tuple(volumes)


def _shared_out(book: Book, capacity: int, taken: float) -> Iterator[list[Table | Part]]:
    """The appendices of each volume from the last index on, of which `taken` is taken."""
    back: list[Table | Part] = []
    for table in book.appendices:
        for piece, weight in _pieces(table, capacity):
            if taken and taken + weight > capacity:
                yield back
                back, taken = [], 0.0
            back.append(piece)
            taken += weight
    yield back


def _pieces(table: Table | Part, capacity: int) -> Iterator[tuple[Table | Part, float]]:
    """An appendix in pieces that a volume can take; each begins with the head of its group."""
    if isinstance(table, Part):
        yield from ((stretch.part, stretch.weight) for stretch in stretches(table, capacity))
        return
    most = max(2, int(capacity / ROW))
    rows: list[Row] = []
    group: list[Row] = []
    for row in table.rows:
        is_head = len(row.cells) == 1 < len(table.columns)
        if len(rows) >= most and rows != group:
            yield replace(table, rows=tuple(rows)), ROW * len(rows)
            rows = [] if is_head else list(group)
        group = [row] if is_head else group
        rows.append(row)
    yield replace(table, rows=tuple(rows)), ROW * len(rows)


def _volume(
    book: Book,
    contents: list[Stretch],
    titles: list[list[str]],
    behind: list[list[Table | Part]],
    place: int,
) -> Book:
    """A volume: what is in it, what its title page counts, and what the other volumes hold."""
    texts = BOOK_TEXTS[book.language]
    parts = tuple(stretch.part for stretch in contents)
    names = [
        texts.volume.format(number=number, span="; ".join(found))
        for number, found in enumerate(titles, start=1)
    ]
    line = names[place]
    for n, back in enumerate(behind):
        more = [table.title for table in back]
        more += [book.sources] if book.source_tables and n == len(behind) - 1 else []
        names[n] = "; ".join([names[n], *(t for t in dict.fromkeys(more) if t not in titles[n])])
    own = sum(1 for part in parts if part.kind == "entries" for item in part.items() if item.id)
    lines = [line, *([texts.volume_entries.format(own=figure(own, texts))] if own else [])]
    front = replace(
        book.front,
        subtitles=(*(Run(text, language=book.language) for text in lines), *book.front.subtitles),
        counts=texts.all_volumes.format(counts=book.front.counts),
        other_volumes=texts.other_volumes,
        volumes=(*names[:place], *names[place + 1 :]),
    )
    return replace(
        book,
        volume=line,
        front=front,
        parts=parts,
        appendices=tuple(behind[place]),
        source_tables=(),
    )


def stretches(part: Part, capacity: int) -> Iterator[Stretch]:
    """The part in pieces of about one size that a volume can take, in order."""
    rows = [(section.letter, item) for section in part.sections for item in section.items]
    weights = [_weight(part, item) for _letter, item in rows]
    ends = _ends([letter for letter, _item in rows], weights, capacity)
    if not ends[1:]:
        yield Stretch(part, "", sum(weights))
        return
    for start, end in pairwise((0, *ends)):
        sections = tuple(
            Section(letter, tuple(item for _letter, item in group))
            for letter, group in groupby(rows[start:end], key=lambda row: row[0])
        )
        cut = any(0 < at < len(rows) and rows[at - 1][0] == rows[at][0] for at in (start, end))
        first, last = rows[start], rows[end - 1]
        names = (first[1].guide, last[1].guide) if cut else (first[0], last[0])
        span = " – ".join(names) if cut else "–".join(dict.fromkeys(names))
        yield Stretch(replace(part, sections=sections), span, sum(weights[start:end]))


def _weight(part: Part, item: Item) -> float:
    return 1.0 if part.kind == "entries" and item.id else LINE


def _ends(letters: list[str], weights: list[float], capacity: int) -> list[int]:
    """Where each volume ends: at even shares, at the end of a letter where one is near."""
    before = [0.0, *accumulate(weights)]
    bounds = [at for at in range(1, len(letters)) if letters[at] != letters[at - 1]]
    ends = [0]
    while before[-1] - before[ends[-1]] > capacity:
        left = before[-1] - before[ends[-1]]
        share = left / -(-left // capacity)
        wanted = before[ends[-1]] + share
        limit = before[ends[-1]] + capacity
        near = [
            at
            for at in bounds
            if at > ends[-1] and abs(before[at] - wanted) <= NEAR * capacity and before[at] <= limit
        ]
        end = min(near, key=lambda at: abs(before[at] - wanted), default=0)
        if not end:
            end = next(at for at in range(ends[-1] + 1, len(before)) if before[at] >= wanted)
            end -= before[end] > limit
        ends.append(end)
    return [*ends[1:], len(letters)]
