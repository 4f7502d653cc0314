"""The shapes of the page: everything that the template draws, and nothing else.

A book is parts, a part is lettered sections, a section is items, an item is a head line and
blocks, and all text is runs: a string with its language and its role. The data say what a piece
is; the template alone says how a role looks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one language and one role; `to` is the id of an entry it leads to.

    `mark` numbers the run in the annotated specimen; 0 elsewhere.
    """

    text: str
    role: str = "text"
    language: str = ""
    to: str = ""
    mark: int = 0


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph below the head: its role (equivalents, context, …), hung label and runs."""

    role: str
    runs: tuple[Run, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """An entry, a cross-reference or a line of an index.

    `id` is what references lead to, empty where nothing does. `guide` is the guide word.
    `tail` is pushed to the right end of the head line. `long` items may break over columns.
    """

    id: str
    guide: str
    head: tuple[Run, ...]
    tail: tuple[Run, ...] = ()
    blocks: tuple[Block, ...] = ()
    long: bool = False

    def runs(self) -> Iterator[Run]:
        """Every run of the item, in reading order."""
        yield from self.head
        yield from self.tail
        for block in self.blocks:
            yield from block.runs


@dataclass(frozen=True, slots=True)
class Section:
    """The items under one letter, or under one heading in a list."""

    letter: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the book in the order of one language.

    `kind` is entries; index, whose sections are letters too; or list, for what is ordered
    otherwise: its sections are headed by words.
    """

    language: str
    kind: str
    title: str
    sections: tuple[Section, ...]

    def items(self) -> Iterator[Item]:
        """All items of the part, in order."""
        for section in self.sections:
            yield from section.items


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: a short cell and the others.

    In a table without keys `key` is empty in all rows. A row of one cell alone, of the role
    `table-group`, heads the rows below it and spans the table. One that begins with the role
    `table-now` tells more of the row above, and stands on its page.
    """

    key: str
    cells: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A headed table; `columns` heads the cells, `key` the short cells before them, if any.

    `note` is a line under the table.
    """

    title: str
    columns: tuple[Run, ...]
    rows: tuple[Row, ...]
    key: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Front:
    """What stands before the first part.

    `subtitles` are lines under the titles, `specimen_label` one above the specimen. `volumes` are
    the lines of the other volumes, under the heading `other_volumes`.
    """

    titles: tuple[Run, ...]
    edition: str
    counts: str
    imprint: tuple[Run, ...]
    contents: str
    how: str
    intro: tuple[str, ...]
    specimen: Item | None
    legend: tuple[tuple[str, str], ...]
    how_elsewhere: tuple[tuple[Run, Run], ...]
    tables: tuple[Table, ...]
    subtitles: tuple[Run, ...] = ()
    specimen_label: str = ""
    other_volumes: str = ""
    volumes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Book:
    """A whole book, ready for the typesetter; `date` is (year, month, day) or empty.

    `appendices` stand behind the parts and before the sources, one after the other under their
    titles; parts of a few lines, which need no page of their own, are among them.
    `volume` names one of several volumes, by its number and what it spans.
    """

    title: str
    language: str
    keywords: tuple[str, ...]
    date: tuple[int, ...]
    front: Front
    parts: tuple[Part, ...]
    sources: str
    source_tables: tuple[Table, ...]
    appendices: tuple[Table | Part, ...] = ()
    volume: str = ""

    @property
    def entries(self) -> int:
        """How many entries the main part has, cross-references not counted."""
        return sum(1 for part in self.parts[:1] for item in part.items() if item.id)


def number_roles(item: Item, roles: tuple[str, ...]) -> tuple[Item, tuple[str, ...]]:
    """The item with each of `roles` numbered where its first stretch ends, and the roles so met."""
    seen: list[str] = []

    def marked(runs: tuple[Run, ...]) -> tuple[Run, ...]:
        done = []
        for run, following in zip(runs, (*runs[1:], None), strict=True):
            ends = following is None or following.role != run.role
            if ends and run.role in roles and run.role not in seen:
                seen.append(run.role)
                run = replace(run, mark=len(seen))
            done.append(run)
        return tuple(done)

    head, tail = marked(item.head), marked(item.tail)
    blocks = tuple(replace(block, runs=marked(block.runs)) for block in item.blocks)
    return replace(item, id="", head=head, tail=tail, blocks=blocks), tuple(seen)
