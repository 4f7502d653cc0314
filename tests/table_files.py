"""Tables for the tests: workbooks, texts in old encodings, and what was read of them."""

from __future__ import annotations

import io
import unicodedata
from dataclasses import replace

import openpyxl

from vnru_terms.formats import FORMATS, Selection
from vnru_terms.formats.csv_table import read_csv
from vnru_terms.formats.xlsx_reading import read_xlsx
from vnru_terms.model import (
    ConceptEntry,
    LanguageSection,
    Settings,
    Status,
    SubjectField,
    TermEntry,
)
from vnru_terms.store.incoming import Incoming, IncomingConcept

SETTINGS = Settings(
    date="2026-01-31",
    subject_fields=(
        SubjectField("visits", {"vi": "Chuyến thăm", "en": "Visits", "ru": "Визиты"}, {}),
    ),
)


def rendered(*found: ConceptEntry) -> bytes:
    """The workbook of some entries."""
    return FORMATS["xlsx"].render(Selection(found, SETTINGS)).files["glossary.xlsx"]


def read(data: bytes, name: str = "sheet.xlsx") -> Incoming:
    """What a file says, no term of the glossary being known."""
    reader = read_xlsx if name.endswith("xlsx") else read_csv
    return reader(data, name, SETTINGS, lambda _text: False)


def workbook(*rows: list[object], title: str = "Sheet") -> openpyxl.Workbook:
    """A workbook of somebody's own."""
    made = openpyxl.Workbook()
    made.active.title = title
    for row in rows:
        made.active.append(row)
    return made


def saved(book: openpyxl.Workbook) -> bytes:
    """Its bytes."""
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def terms_of(incoming: Incoming) -> list[dict[str, list[str]]]:
    """The terms of every concept by language."""
    return [
        {code: [t.cell.text for t in section.terms] for code, section in c.sections.items()}
        for c in incoming.concepts
    ]


def cells_of(incoming: Incoming) -> list[IncomingConcept]:
    """The concepts as their cells say them."""
    return [replace(concept, entry=None) for concept in incoming.concepts]


def codes(incoming: Incoming) -> list[str]:
    """The codes of what was found."""
    return [finding.code for finding in incoming.findings]


VISIT = ConceptEntry(
    "visit",
    "visits",
    (
        LanguageSection("vi", (TermEntry("chuyến thăm"),)),
        LanguageSection("en", (TermEntry("visit"), TermEntry("trip", Status.ADMITTED))),
        LanguageSection("ru", (TermEntry("визит"),)),
    ),
)


TABLE = (
    "Tiếng Việt,English\nhội đàm cấp cao,high-level talks\nđối tác chiến lược,partner\n"
    "chủ quyền quốc gia,sovereignty\nnhà nước pháp quyền,rule of law\n"
)


def as_windows_1258(text: str) -> bytes:
    """Vietnamese as old Windows wrote it: the tone a sign of its own behind the letter."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    pieces = []
    for letter in unicodedata.normalize("NFC", text):
        apart = unicodedata.normalize("NFD", letter)
        shape = unicodedata.normalize("NFC", "".join(c for c in apart if c not in tones))
        pieces.append(shape + "".join(c for c in apart if c in tones))
    return "".join(pieces).encode("cp1258")
