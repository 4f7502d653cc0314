"""Tables as segments: TSV, CSV and xlsx with a column for the source and one for the target.

A head row may name the columns by language (`vi`, `ru-RU`, `Русский`), `id` and `note` too; without
one the first two columns are source and target, a third is a note. The separator of a CSV is what
parts its first lines (comma, semicolon, tab). A cell of a note may hold `translate-ignore`.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, BinaryIO

from vnru_terms.extras import need
from vnru_terms.findings import Finding, Place
from vnru_terms.formats.segments_reading import SegmentReader, broken, column_languages, guessed
from vnru_terms.formats.table import letters
from vnru_terms.matching.segment import Direction, Mark, Segment, make_segment
from vnru_terms.messages import _

_NOTES = frozenset(("note", "notes", "comment", "ghi chú", "примечание", "комментарий"))
_LONGEST_CELL = 1 << 20
_LARGEST_SHEET = 1 << 29
_HEADINGS = frozenset(("source", "target", "nguồn", "đích", "источник", "перевод", "bản dịch"))


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which column holds what; -1 is none."""

    source: int
    target: int
    direction: Direction
    id: int = -1
    note: int = -1
    is_head: bool = True


def _columns(row: Sequence[str], wanted: Direction) -> _Columns | str:
    """The columns that a first row gives, or why it gives none."""
    found = column_languages(row)
    words = [cell.strip().casefold() for cell in row]
    id = words.index("id") if "id" in words else -1
    note = next((n for n, word in enumerate(words) if word in _NOTES), -1)
    if len(found) >= 2:
        source = wanted.source or next(c for c in found if c != wanted.target)
        target = wanted.target or next(c for c in found if c != source)
        if source not in found or target not in found:
            missing = source if source not in found else target
            return _("there is no column “{name}”.").format(name=missing)
        return _Columns(found[source], found[target], Direction(source, target), id, note)
    is_head = bool(words) and words[0] in _HEADINGS
    return _Columns(0, 1, wanted, id, 2 if note < 0 else note, is_head)


_Row = tuple[int, Sequence[str], str]


def _rows_to_segments(
    rows: Iterable[_Row | Finding], name: str, wanted: Direction
) -> Iterator[Segment | Finding]:
    """Segments of rows, each with its number and the name of its sheet, if any."""
    columns: _Columns | None = None
    short = 0
    for item in rows:
        if isinstance(item, Finding):
            yield item
            continue
        number, row, sheet = item
        if not any(cell.strip() for cell in row):
            continue
        if columns is None:
            found = _columns(row, wanted)
            if isinstance(found, str):
                yield broken(name, "E163", found, _("The head row names languages."), line=number)
                return
            columns = found
            if columns.is_head:
                continue

        def cell(n: int, row: Sequence[str] = row) -> str:
            return row[n] if 0 <= n < len(row) else ""

        if len(row) <= max(columns.source, columns.target):
            short += 1
            if short == 1:
                message = _("this row has {n} columns; a source and a target are needed.")
                hint = _("Columns are parted by tabs in .tsv, by commas in .csv.")
                text = message.format(n=len(row))
                yield broken(name, "E163", text, hint, line=number)
            continue
        id = f"{sheet}!{letters(columns.target)}{number}" if sheet else cell(columns.id)
        place = Place(name, number, columns.target + 1 if sheet else 0)
        marks = () if sheet else (Mark(0, number, _column_of(row, columns.target)),)
        note = cell(columns.note)
        yield make_segment(
            cell(columns.source), cell(columns.target), columns.direction, place,
            id=id, notes=[note] if note else (), marks=marks,
        )  # fmt: skip


def _column_of(row: Sequence[str], n: int) -> int:
    """The column of the line in which a cell begins, if no cell before it is quoted."""
    return sum(len(cell) + 1 for cell in row[:n]) + 1


def read_tsv(stream: BinaryIO, name: str, wanted: Direction) -> Iterator[Segment | Finding]:
    """The segments of a file with a pair a line, parted by a tab; quotes are letters."""
    return guessed(_rows_to_segments(_tabbed(stream, name), name, wanted))


def _tabbed(stream: BinaryIO, name: str) -> Iterator[_Row | Finding]:
    for number, line in enumerate(_lines(stream), start=1):
        if line is None:
            yield _not_text(name, number)
        else:
            yield number, line.rstrip("\r\n").split("\t"), ""


def read_csv(stream: BinaryIO, name: str, wanted: Direction) -> Iterator[Segment | Finding]:
    """The segments of a CSV file (RFC 4180)."""
    return guessed(_rows_to_segments(_comma_separated(stream, name), name, wanted))


def _comma_separated(stream: BinaryIO, name: str) -> Iterator[_Row | Finding]:
    csv.field_size_limit(_LONGEST_CELL)
    lines = _lines(stream)
    bad: list[int] = []
    texts = _texts(lines, bad)
    first = next(texts, "")
    marks = {mark: first.count(mark) for mark in ",;\t"}
    separator = max(marks, key=lambda mark: marks[mark])
    reader = csv.reader(_again(first, texts), delimiter=separator)
    line = 1
    try:
        for row in reader:
            yield line, row, ""
            line = reader.line_num + 1
    except csv.Error as error:
        message = _("the CSV is broken here: {reason}.").format(reason=error)
        yield broken(name, "E163", message, _("A quote may be missing."), line=line)
    yield from (_not_text(name, number) for number in bad)


def _lines(stream: BinaryIO) -> Iterator[str | None]:
    """The lines as text; None for one that is not in the file's encoding (UTF-8, or its mark's)."""
    first = stream.readline(_LONGEST_CELL)
    if first[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = (first + stream.read()).decode("utf-16", "replace")
        yield from text.splitlines(keepends=True)
        return
    encoding = "utf-8-sig"
    for line in chain([first], iter(lambda: stream.readline(_LONGEST_CELL), b"")):
        try:
            yield line.decode(encoding)
        except UnicodeDecodeError:
            yield None
        encoding = "utf-8"


def _texts(lines: Iterable[str | None], bad: list[int]) -> Iterator[str]:
    for number, line in enumerate(lines, start=1):
        if line is None:
            bad.append(number)
            yield "\n"
        else:
            yield line.replace("\0", "")


def _not_text(name: str, line: int) -> Finding:
    hint = _("Save the file as UTF-8 in an editor.")
    return broken(name, "E102", _("this line is not UTF-8."), hint, line=line)


def _again(first: str, rest: Iterable[str]) -> Iterator[str]:
    yield first
    yield from rest


def read_xlsx(stream: BinaryIO, name: str, wanted: Direction) -> Iterator[Segment | Finding]:
    """The segments of a workbook, every sheet by itself; the id is the target's cell."""
    openpyxl = need("formats", "openpyxl")
    import zipfile

    try:
        with zipfile.ZipFile(stream) as package:
            if sum(info.file_size for info in package.infolist()) > _LARGEST_SHEET:
                message = _("unfolds to more than {size} MB.").format(size=_LARGEST_SHEET >> 20)
                yield broken(name, "E127", message, _("Split it."))
                return
        workbook = openpyxl.load_workbook(stream, read_only=True, data_only=True)
    except Exception as error:
        # openpyxl lets through whatever its XML and zip readers raise.
        message = _("is no sound workbook: {reason}.").format(reason=str(error)[:200])
        yield broken(name, "E163", message, _("Open it in its program and save it as .xlsx."))
        return
    for sheet in workbook.worksheets:
        if sheet.sheet_state != "visible":
            continue
        try:
            yield from guessed(_rows_to_segments(_sheet_rows(sheet), name, wanted))
        except Exception as error:
            message = _("the sheet “{name}” is damaged: {reason}.")
            text = message.format(name=sheet.title, reason=str(error)[:200])
            yield broken(name, "E163", text, _("Open it in its program and save it anew."))


def _sheet_rows(sheet: Any) -> Iterator[_Row]:
    for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
        yield number, ["" if value is None else str(value) for value in row], sheet.title


def _never(head: bytes) -> bool:
    return False


TSV = SegmentReader("tsv", (".tsv", ".tab", ".txt", ".utf8"), read_tsv, lambda head: b"\t" in head)
CSV = SegmentReader("csv", (".csv",), read_csv, _never)
XLSX = SegmentReader(
    "xlsx", (".xlsx",), read_xlsx, lambda head: bool(re.match(rb"PK\x03\x04", head))
)
