"""A workbook to fill in: a guide, the terms side by side in three languages, lists to choose from.

A row holds one term of each language with its status and grammar beside it; a concept takes as many
rows as its longest language has terms, each with its id. Headings and values are in the interface's
language and are known again in any (`columns.py`). A hidden sheet keeps the cells as they were
written, so that an import knows what was changed by whom. Every cell is text: a spreadsheet runs no
formula and makes no date of it. The same glossary gives the same bytes; the only date is the
edition's.
"""

from __future__ import annotations

import re
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import IO, Any

from vnru_terms.extras import need
from vnru_terms.formats.columns import TERM, Column, heading, value_label
from vnru_terms.formats.format import Format, Selection
from vnru_terms.formats.parts import ALL_PARTS, Part
from vnru_terms.formats.table import letters
from vnru_terms.formats.tally import CUT, Tally
from vnru_terms.formats.xlsx_guide import guide_lines
from vnru_terms.formats.xlsx_look import (
    LINE_HEIGHT,
    Look,
    colour_statuses,
    set_height,
    set_widths,
    width_of,
    written,
)
from vnru_terms.formats.zipped import from_start, zipped
from vnru_terms.lang import LANGUAGES
from vnru_terms.messages import N_, _, current_language
from vnru_terms.model import NAMES_FOLDER, ConceptEntry, TermEntry
from vnru_terms.store.entry_texts import (
    CLOSED,
    SECTION_FIELDS,
    concept_text,
    section_text,
    term_text,
)

EXPORTED_SHEET = "vnru-terms"
LISTS_SHEET = "lists"
# As many rows below the last one have lists to choose from.
ROOM = 2_000
LONGEST_CELL = 32_767
_GUIDE_WIDTHS = (34, 100)
_CREATED = re.compile(rb"<dcterms:created[^>]*>([^<]*)")
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_FIRST = (Column("id"), Column("subject_field"), Column("kind"))
_BESIDE_TERM = ("status", "part_of_speech", "gender", "number")
_BEHIND = (
    "type", "usage", "government", "reason", "term_note", "source", "context", "context_source",
    "definition", "definition_source",
)  # fmt: skip
_LAST = (Column("distinguish"), Column("trap"), Column("note"))


def stream_xlsx(selection: Selection, tally: Tally) -> Mapping[str, Iterator[bytes]]:
    """The workbook; its sheets are written to temporary files row by row."""
    return {"glossary.xlsx": _pieces(selection, tally)}


def _pieces(selection: Selection, tally: Tally) -> Iterator[bytes]:
    workbook = need("formats", "openpyxl").Workbook(write_only=True)
    look = Look(workbook)
    columns = columns_of(selection.languages)
    terms = _("Terms")
    _write_guide(workbook, look, columns, terms, selection)
    _write_terms(workbook, look, columns, terms, selection, tally)
    _write_lists(workbook, columns, selection)
    kept = workbook.create_sheet(EXPORTED_SHEET)
    kept.sheet_state = "veryHidden"
    _say_size(kept, len(columns), _height(selection) + 1)
    kept.append(look.row([column.key for column in columns], kept))
    for entry in selection.entries:
        for row in rows_of(entry, columns, tally):
            kept.append(look.row(row, kept))
    _date(workbook, selection)
    with tempfile.TemporaryFile() as file:
        workbook.save(file)
        yield from zipped(_parts(file))


def _height(selection: Selection) -> int:
    """How many rows the terms take."""
    return sum(map(_rows, selection.entries))


def _rows(entry: ConceptEntry) -> int:
    return max((len(section.terms) for section in entry.languages), default=1) or 1


def columns_of(languages: Sequence[str]) -> tuple[Column, ...]:
    """The columns, in order: what is filled in most stands first."""
    beside = [Column(f, c) for c in languages for f in (TERM, *_BESIDE_TERM) if _has(c, f)]
    behind = [Column(f, c) for c in languages for f in _BEHIND if _has(c, f)]
    return (*_FIRST, *beside, *behind, *_LAST)


def _has(language: str, field: str) -> bool:
    """Whether the language knows the category: Russian gender and case, English number only."""
    marks = LANGUAGES[language].marks
    needed = {"gender": "masculine", "government": "masculine", "number": "plural"}.get(field)
    return needed is None or needed in marks


def rows_of(entry: ConceptEntry, columns: Sequence[Column], tally: Tally) -> Iterator[list[str]]:
    """The rows of a concept, in the spelling of its file; texts too long for a cell are cut."""
    for number in range(_rows(entry)):
        row = []
        for column in columns:
            terms = entry.terms(column.language) if column.language else ()
            term = terms[number] if number < len(terms) else None
            text = _text(entry, column, term, number)
            if len(text) > LONGEST_CELL:
                tally.add(CUT, f"{entry.id} ({column.key}, {len(text)} > {LONGEST_CELL})")
                text = text[:LONGEST_CELL]
            row.append(text)
        yield row


def _text(entry: ConceptEntry, column: Column, term: TermEntry | None, number: int) -> str:
    if column.field in ("id", "subject_field"):
        return str(getattr(entry, column.field))
    if not column.language:
        return "" if number else concept_text(entry, column.field)
    if column.field in SECTION_FIELDS:
        return "" if number else section_text(entry.section(column.language), column.field)
    if term is None:
        return ""
    if column.field == TERM:
        return term.term
    return term_text(term, "note" if column.field == "term_note" else column.field)


def _shown(row: Sequence[str], columns: Sequence[Column], selection: Selection) -> list[str]:
    """A row with the values of closed lists in the interface's language."""
    ui = current_language()
    shown = []
    for text, column in zip(row, columns, strict=True):
        if text and column.field == "subject_field":
            text = selection.settings.subject_label(text, ui)
        elif text and column.field in CLOSED and column.field != "usage":
            text = value_label(CLOSED[column.field](text), ui)
        shown.append(text)
    return shown


def _write_guide(
    workbook: Any, look: Look, columns: Sequence[Column], terms: str, selection: Selection
) -> None:
    sheet = workbook.create_sheet(_("How to fill it in")[:31])
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = _GUIDE_WIDTHS
    sheet.sheet_view.showGridLines = False
    for number, (style, texts) in enumerate(guide_lines(selection.settings, columns, terms), 1):
        if len(texts) == 2:
            set_height(sheet, number, texts, _GUIDE_WIDTHS)
        styles = style.split() if len(style.split()) == len(texts) else [style] * len(texts)
        cells = zip(texts, styles, strict=True)
        sheet.append([look.cell(sheet, text, name) for text, name in cells])


def _write_terms(
    workbook: Any,
    look: Look,
    columns: Sequence[Column],
    title: str,
    selection: Selection,
    tally: Tally,
) -> None:
    sheet = workbook.create_sheet(title[:31])
    last = _height(selection) + 1
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = f"A1:{letters(len(columns) - 1)}{last}"
    _say_size(sheet, len(columns), last)
    set_widths(sheet, columns)
    ui = current_language()
    sheet.row_dimensions[1].height = 2 * LINE_HEIGHT
    sheet.append([look.cell(sheet, heading(c, ui), f"head {c.language}".strip()) for c in columns])
    widths = [width_of(column) for column in columns]
    number = 1
    for entry in selection.entries:
        for at, row in enumerate(rows_of(entry, columns, tally)):
            number += 1
            shown = _shown(row, columns, selection)
            set_height(sheet, number, shown, widths)
            sheet.append(look.row(shown, sheet, columns=columns, is_first=at == 0))
    colour_statuses(sheet, columns, last + ROOM)
    _offer_lists(sheet, columns, last + ROOM, selection)


def _say_size(sheet: Any, width: int, height: int) -> None:
    """Write the size into the file: readers that look for it else read the whole sheet twice."""
    size = f"A1:{letters(width - 1)}{height}"

    def said() -> str:
        return size

    sheet.calculate_dimension = said


def _lists(columns: Sequence[Column], selection: Selection) -> dict[str, list[str]]:
    """The values to choose from, by field."""
    ui = current_language()
    fields = dict.fromkeys(c.field for c in columns if c.field in CLOSED and c.field != "usage")
    lists = {field: [value_label(value, ui) for value in CLOSED[field]] for field in fields}
    settings = selection.settings
    slugs = [subject.slug for subject in settings.subject_fields]
    used = dict.fromkeys(entry.subject_field for entry in selection.entries)
    slugs += [slug for slug in used if slug not in slugs and slug != NAMES_FOLDER]
    lists["subject_field"] = [settings.subject_label(s, ui) for s in [*slugs, NAMES_FOLDER]]
    return lists


def _write_lists(workbook: Any, columns: Sequence[Column], selection: Selection) -> None:
    sheet = workbook.create_sheet(LISTS_SHEET)
    sheet.sheet_state = "hidden"
    lists = _lists(columns, selection)
    sheet.append(list(lists))
    for i in range(max(map(len, lists.values()))):
        sheet.append([written(v[i]) if i < len(v) else None for v in lists.values()])


def _offer_lists(sheet: Any, columns: Sequence[Column], last: int, selection: Selection) -> None:
    validation = need("formats", "openpyxl.worksheet.datavalidation").DataValidation
    for at, (field, values) in enumerate(_lists(columns, selection).items()):
        column = letters(at)
        offered = validation(
            type="list",
            formula1=f"{LISTS_SHEET}!${column}$2:${column}${len(values) + 1}",
            allow_blank=True,
            showErrorMessage=True,
            errorTitle=_("Not on the list")[:32],
            error=_("Choose one of the values that the arrow in the cell shows.")[:225],
        )
        for i, one in enumerate(columns):
            if one.field == field:
                offered.add(f"{letters(i)}2:{letters(i)}{last}")
        sheet.data_validations.append(offered)


def _date(workbook: Any, selection: Selection) -> None:
    settings = selection.settings
    try:
        day = datetime.fromisoformat(settings.date)
    except ValueError:
        day = datetime(1980, 1, 1)
    properties = workbook.properties
    properties.creator = "vnru-terms"
    properties.title = written(settings.title.get(current_language(), "")) or None
    properties.created = properties.modified = day.replace(tzinfo=None)


def _parts(file: IO[bytes]) -> Iterator[tuple[str, Iterable[bytes]]]:
    """The parts of the saved workbook without the time of saving, which openpyxl writes."""
    with zipfile.ZipFile(file) as saved:
        for name in saved.namelist():
            if name == "docProps/core.xml":
                content = saved.read(name)
                created = _CREATED.search(content)
                if created is not None:
                    content = _MODIFIED.sub(rb"\g<1>" + created[1], content)
                yield name, (content,)
            else:
                with saved.open(name) as part:
                    yield name, from_start(part)


XLSX = Format(
    name="xlsx",
    suffix=".xlsx",
    client=N_("Excel, LibreOffice: to be filled in and imported"),
    carries=ALL_PARTS
    - {
        Part.INDECLINABLE, Part.PAIR, Part.STRESSED, Part.FORMS, Part.COLLOCATIONS,
        Part.REVIEWED, Part.VALID, Part.LINKS,
    },
    stream=stream_xlsx,
)  # fmt: skip
