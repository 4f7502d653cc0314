"""A small glossary, and what colleagues send back: for the tests of the import."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import openpyxl
import pytest

from vnru_terms.curation.imports import Outcome
from vnru_terms.formats import FORMATS
from vnru_terms.formats.columns import column_of
from vnru_terms.model import ConceptEntry
from vnru_terms.store.glossary import read_entry, read_glossary
from vnru_terms.workflow.export import select
from vnru_terms.workflow.import_ import Options, Report, import_file

SETTINGS = """format: '1'
date: '2026-01-31'
subject_fields:
- slug: visits
  label:
    vi: Chuyến thăm
    en: Visits
    ru: Визиты
- slug: talks
  label:
    vi: Hội đàm
    en: Talks
    ru: Переговоры
"""
VISIT = """id: visit
kind: event
languages:
  vi:
    terms:
    - term: chuyến thăm
      status: preferred
      part_of_speech: noun
  en:
    terms:
    - term: visit
      status: preferred
      part_of_speech: noun
    - term: trip
      status: admitted
      part_of_speech: noun
  ru:
    terms:
    - term: официальный визит
      status: preferred
      part_of_speech: noun
      gender: masculine
      government: в + вин.
      source: https://example.org/a
    - term: вояж
      status: deprecated
      reason: calque
note: of a delegation
"""
TALKS = """id: talks
# Asked of the embassy in May.
kind: event
languages:
  vi:
    terms:
    - {term: 'hội đàm', status: preferred, part_of_speech: noun}
  ru:
    terms:
    - term: "переговоры"   # always plural
      status: preferred
      part_of_speech: noun
      number: plural
"""


@pytest.fixture
def glossary(tmp_path: Path) -> Path:
    """Two concepts; the second in a curator's own layout, with comments and without English."""
    folder = tmp_path / "glossary"
    for name, text in {"visits/visit": VISIT, "talks/talks": TALKS}.items():
        path = folder / f"{name}.yaml"
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    (folder / "glossary.yaml").write_text(SETTINGS, encoding="utf-8")
    return folder


def tree(folder: Path) -> dict[str, bytes]:
    """Every concept file's bytes."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*.yaml")}


def entry(folder: Path, name: str) -> ConceptEntry:
    """A concept as it stands in its file."""
    found, findings = read_entry(folder / f"{name}.yaml")
    assert found is not None and not findings
    return found


def words(folder: Path, name: str, language: str) -> list[tuple[str, str]]:
    """The terms of a concept with their statuses."""
    return [(t.term, t.status.value) for t in entry(folder, name).terms(language)]


def exported(folder: Path, format: str = "xlsx") -> bytes:
    """What a colleague is given."""
    termbase, _findings = read_glossary(folder)
    (data,) = FORMATS[format].render(select(termbase)).files.values()
    return data


class Sheet:
    """A colleague at work on an exported workbook; the state is the workbook."""

    def __init__(self, folder: Path) -> None:
        self.book = openpyxl.load_workbook(io.BytesIO(exported(folder)))
        self.sheet = self.book.worksheets[1]
        self.columns = {column_of(c.value).key: c.column for c in self.sheet[1] if c.value}

    def put(self, id: str, key: str, text: str | None, *, row: int = 0) -> Sheet:
        """Write into the cell of a column, in the `row`th row of a concept."""
        rows = [r for r in range(2, self.sheet.max_row + 1) if self.sheet.cell(r, 1).value == id]
        self.sheet.cell(rows[row], self.columns[key]).value = text
        return self

    def add(self, **texts: str) -> Sheet:
        """Write a new row."""
        row = self.sheet.max_row + 1
        for key, text in texts.items():
            self.sheet.cell(row, self.columns[key]).value = text
        return self

    def bytes(self) -> bytes:
        """The file that comes back."""
        buffer = io.BytesIO()
        self.book.save(buffer)
        return buffer.getvalue()


def own_table(*rows: str) -> bytes:
    """A sheet of the colleague's own, three columns parted by tabs."""
    return "\n".join(("Tiếng Việt\tРусский\tEnglish", *rows)).encode()


def outcomes(report: Report) -> list[str]:
    """What became of the sheet, cell by cell: “changed ru/term K2”."""
    return [f"{i.outcome.value} {i.field} {i.cell.address}".strip() for i in report.items]


def only(report: Report, outcome: Outcome) -> str:
    """The reasons of the one line of the report that has this outcome."""
    (item,) = [i for i in report.items if i.outcome is outcome]
    return f"{item.reason} {item.hint}"


def import_sheet(
    folder: Path,
    data: bytes,
    name: str,
    *,
    subject: str = "",
    accept: bool = False,
    write: bool = True,
) -> Report:
    """Take what came back into the glossary."""
    return import_file(folder, io.BytesIO(data), name, Options(subject, accept, write))


def changed_table(folder: Path, **texts: str) -> bytes:
    """The glossary's table of text with other cells in the row of the concept `visit`."""
    rows = list(csv.DictReader(io.StringIO(exported(folder, "csv").decode("utf-8-sig"))))
    rows[1] |= texts
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return buffer.getvalue().encode()
