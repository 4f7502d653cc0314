"""Rows of a spreadsheet ▸ the head row ▸ cells with their addresses ▸ concepts as they stand there.

Shared by the readers of csv and xlsx, which give `RawSheet`s. A row is a concept (cells may hold
several terms, parted by `;` or lines) or a part of one: rows with one id, or without an id but with
one Vietnamese term, are put together. Columns that nobody knows are passed over. Start reading at
`read_sheets`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from vnru_terms.findings import Finding, Place, Severity, has_errors
from vnru_terms.formats.columns import TERM, Column, column_of
from vnru_terms.formats.spoilt import spoilt
from vnru_terms.formats.table_entries import entry_of
from vnru_terms.formats.table_rows import Row, concept_of
from vnru_terms.lang import LANGUAGES
from vnru_terms.lang.script import language_runs
from vnru_terms.messages import _, quoted
from vnru_terms.model import LANGUAGE_ORDER, ConceptEntry, Settings
from vnru_terms.store.incoming import Cell, Fault, Incoming, IncomingConcept
from vnru_terms.text.normalise import normalise, squeeze

# A title, a date and a few words may stand above the head row.
HEAD_WITHIN = 30
# Where the script of a column without a language is asked.
SAMPLE = 200


@dataclass(frozen=True, slots=True)
class RawCell:
    """A cell as its format has it; `fault` says why its text is none, `hint` what to do."""

    text: str
    fault: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row that has something in it: its number, counted from 1, and its cells from column A."""

    number: int
    cells: tuple[RawCell, ...]


@dataclass(frozen=True, slots=True)
class RawSheet:
    """A sheet: its name ('' in a file that is one table) and its rows.

    `is_export` is true for the hidden copy of what an export had written, `is_ours` for a table of
    ours that has no such copy.
    """

    name: str
    rows: Sequence[RawRow]
    is_export: bool = field(default=False)
    is_ours: bool = field(default=False)


def read_sheets(
    sheets: Iterable[RawSheet], name: str, settings: Settings, is_known: Callable[[str], bool]
) -> Incoming:
    """What the sheets of a file say; a finding of error severity where no table is in it.

    `is_known` says whether a text is a term of the glossary, which then is one term though a `;`
    stands in it.
    """
    concepts: list[IncomingConcept] = []
    exported: dict[str, IncomingConcept] = {}
    own: dict[str, ConceptEntry] = {}
    findings: list[Finding] = []
    headless: list[RawSheet] = []
    read = 0
    for sheet in sheets:
        found = _rows_of(sheet, name)
        if isinstance(found, Finding):
            findings.append(found)
            continue
        if found is None:
            headless.append(sheet)
            continue
        rows, unread = found
        groups = _grouped(rows)
        read_ones = [concept_of(group, settings, is_known) for group in groups]
        if sheet.is_export or sheet.is_ours:
            entries = (entry_of(group, group[0].empty(0).place) for group in groups)
            own |= {entry.id: entry for entry in entries if entry is not None}
        if sheet.is_export:
            exported |= {concept.id: concept for concept in read_ones}
            continue
        read += 1
        concepts += read_ones
        if unread:
            findings.append(_not_read(_sheet_path(name, sheet), unread))
    if not read and not has_errors(findings):
        findings.append(_no_head(name, headless))
    else:
        findings += [_passed_over(name, sheet.name) for sheet in headless]
    return Incoming(tuple(_as_exported(concepts, exported, own)), exported, tuple(findings))


def _as_exported(
    concepts: Iterable[IncomingConcept],
    exported: dict[str, IncomingConcept],
    own: dict[str, ConceptEntry],
) -> Iterator[IncomingConcept]:
    """The concepts, those with their entry that nobody has touched since the export.

    Whether somebody has touched it, a table without a copy does not say; its faults stay.
    """
    for said in concepts:
        is_same = exported.get(said.id) == said
        # Of two sheets that say the same, one is enough.
        entry = own.pop(said.id, None) if is_same or said.fingerprint else None
        if entry is not None:
            said = replace(said, entry=entry, faults=() if is_same else said.faults)
        yield said


def letters(column: int) -> str:
    """The letters of a column, counted from 0: A … Z, AA …

    >>> letters(0), letters(27)
    ('A', 'AB')
    """
    text = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def score(texts: Sequence[str]) -> int:
    """How many of a row's texts are headings; 0 where no column of terms or ids is among them."""
    columns = [column for column in map(column_of, texts) if column is not None]
    has_terms = any(column.field in (TERM, "id") for column in columns)
    return len(columns) if has_terms else 0


def _rows_of(sheet: RawSheet, name: str) -> tuple[list[Row], list[str]] | Finding | None:
    """The rows below the head row, and the columns with something in them that are not read.

    None where there is no head row, a finding where it is no good.
    """
    above: list[RawRow] = []
    rows = iter(sheet.rows)
    for row in rows:
        above.append(row)
        if score([cell.text for cell in row.cells]) >= 2:
            break
        if len(above) == HEAD_WITHIN:
            return None
    else:
        return None
    head, body = above[-1], list(rows)
    columns: dict[int, Column] = {}
    for at, cell in enumerate(head.cells):
        column = column_of(cell.text)
        if column is not None:
            columns[at] = column
    claimed = {column.language for column in columns.values() if column.field == TERM}
    for at, column in columns.items():
        if column.field == TERM and not column.language:
            columns[at] = replace(column, language=_language_at(at, body, claimed))
    twice = [column for column, n in Counter(columns.values()).items() if n > 1]
    if twice:
        places = [letters(at) for at, column in columns.items() if column == twice[0]]
        message = _("two columns hold the same: {columns}.").format(columns=", ".join(places))
        hint = _("Give one of them another heading, or take it out.")
        return Finding(Place(_sheet_path(name, sheet), head.number), "E144", message, hint)
    filled = {at for row in body for at, cell in enumerate(row.cells) if cell.text.strip()}
    unread = []
    for at in sorted(filled - set(columns)):
        text = squeeze(head.cells[at].text)[:40] if at < len(head.cells) else ""
        unread.append(f"{letters(at)} {quoted(text)}" if text else letters(at))
    return list(_filled(sheet, name, columns, body, len(head.cells))), unread


def _language_at(at: int, body: Sequence[RawRow], claimed: Collection[str]) -> str:
    """The language of a column headed “Термин” or “Перевод”: that of most letters in it.

    Languages that other headings name are out of the question.
    """
    weights: Counter[str] = Counter()
    for row in body[:SAMPLE]:
        text = normalise(row.cells[at].text) if at < len(row.cells) else ""
        for language, piece in language_runs(text):
            weights[language] += sum(map(str.isalpha, piece))
    possible = [code for code in LANGUAGE_ORDER if code not in claimed] or LANGUAGE_ORDER
    return max(possible, key=lambda code: weights[code])


def _filled(
    sheet: RawSheet, name: str, columns: dict[int, Column], body: Sequence[RawRow], width: int
) -> Iterator[Row]:
    """The rows with something in a column that is known.

    In a table of text a row of more cells than the head has is torn: a separator stands in a cell.
    """
    positions = {(column.field, column.language): at for at, column in columns.items()}
    names = [letters(at) for at in range(max(columns) + 1)]
    for row in body:

        def cell_at(at: int, text: str = "", number: int = row.number) -> Cell:
            address = f"{sheet.name}!{names[at]}{number}" if sheet.name else f"{name}:{number}"
            return Cell(text, Place(name, number, at + 1), address)

        cells: dict[tuple[str, str], Cell] = {}
        exact: dict[tuple[str, str], str] = {}
        faults: list[Fault] = []
        for (name_of, language), at in positions.items():
            raw = row.cells[at] if at < len(row.cells) else None
            if raw is None or not (raw.text.strip() or raw.fault):
                continue
            whole = normalise(raw.text).strip()
            # The lines of a cell of terms are a term each.
            text = whole if name_of == TERM else squeeze(whole)
            cell = cell_at(at, text)
            exact[name_of, language] = whole
            if text:
                cells[name_of, language] = cell
            fault = Fault(cell, raw.fault, raw.hint) if raw.fault else spoilt(cell)
            if fault is not None:
                faults.append(fault)
        if not sheet.name and any(cell.text.strip() for cell in row.cells[width:]):
            faults.append(_torn(cell_at(0), width, len(row.cells)))
        if faults or cells:
            yield Row(cells, positions, cell_at, tuple(faults), exact)


def _torn(cell: Cell, width: int, cells: int) -> Fault:
    message = _("this row has {n} cells, the head row {m}.").format(n=cells, m=width)
    hint = _("Put a cell with a comma or semicolon in it in quotation marks.")
    return Fault(cell, message, hint)


def _grouped(rows: Sequence[Row]) -> list[list[Row]]:
    """Rows that speak of one concept, in the order of their first."""
    groups: dict[tuple[str, ...], list[Row]] = {}
    for number, row in enumerate(rows):
        id, term = row.text("id"), row.text(TERM, LANGUAGE_ORDER[0])
        spelt = LANGUAGES[LANGUAGE_ORDER[0]].spelling(term)
        if id:
            key: tuple[str, ...] = ("id", id)
        elif spelt:
            key = ("term", spelt, row.text("distinguish"))
        else:
            key = ("row", str(number))
        groups.setdefault(key, []).append(row)
    return list(groups.values())


def _sheet_path(name: str, sheet: RawSheet) -> str:
    return f"{name} ({sheet.name})" if sheet.name else name


def _no_head(name: str, sheets: Sequence[RawSheet]) -> Finding:
    tops = (row for sheet in sheets for row in list(sheet.rows)[:HEAD_WITHIN])
    for row in tops:
        for cell in row.cells:
            fault = spoilt(Cell(cell.text, Place(name, row.number), ""))
            if fault is not None:
                return Finding(Place(name, row.number), "E142", fault.message, fault.hint)
    message = _("there is no row of headings in the first {n} rows.").format(n=HEAD_WITHIN)
    hint = _(
        "Head the columns in a row of their own, two at least, for instance: "
        "Tiếng Việt, English, Русский."
    )
    return Finding(Place(name), "E143", message, hint)


def _not_read(path: str, columns: Sequence[str]) -> Finding:
    message = _("these columns were not read: {columns}.").format(columns=", ".join(columns))
    return Finding(Place(path), "W147", message, severity=Severity.INFORMATION)


def _passed_over(name: str, sheet: str) -> Finding:
    message = _("the sheet “{sheet}” has no row of headings and was not read.")
    return Finding(Place(name), "W145", message.format(sheet=sheet), severity=Severity.INFORMATION)
