"""The workbook says what the glossary says; workbooks are read, or refused, whatever they hold."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from dataclasses import replace
from datetime import date

import openpyxl
import pytest
from entries import entries
from hypothesis import given
from hypothesis import strategies as st
from table_files import (
    SETTINGS,
    VISIT,
    cells_of,
    codes,
    read,
    rendered,
    saved,
    terms_of,
    workbook,
)

from vnru_terms.formats import FORMATS, Selection
from vnru_terms.formats.columns import (
    TERM,
    Column,
    heading,
)
from vnru_terms.formats.xlsx_reading import read_xlsx
from vnru_terms.messages import INTERFACE_LANGUAGES, use_language
from vnru_terms.model import (
    ConceptEntry,
    Termbase,
)
from vnru_terms.store.incoming import Incoming
from vnru_terms.workflow.export import select


class TestWorkbook:
    def test_it_can_be_filled_in(self) -> None:
        """Frozen head, filter, lists to choose from, colours, a guide before it."""
        book = openpyxl.load_workbook(io.BytesIO(rendered(VISIT)))
        guide, sheet, *hidden = book.worksheets
        assert sheet.freeze_panes == "B2" and sheet.auto_filter.ref.startswith("A1:")
        assert {v.type for v in sheet.data_validations.dataValidation} == {"list"}
        assert len(sheet.data_validations.dataValidation) >= 6
        assert sheet.conditional_formatting and sheet.column_dimensions["D"].width > 30
        assert "How to fill it in" in [row[0].value for row in guide.iter_rows()]
        assert [s.sheet_state for s in hidden] == ["hidden", "veryHidden"]
        assert book.active is guide
        assert [s.sheet_view.tabSelected for s in book].count(True) <= 1
        assert sheet["A2"].number_format == "@"

    @pytest.mark.parametrize("ui", INTERFACE_LANGUAGES)
    def test_headings_and_values_speak_the_interface(self, ui: str) -> None:
        """And are known again whatever the importer's interface speaks."""
        use_language(ui)
        data = rendered(VISIT)
        use_language("en")
        sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[1]
        assert sheet["D1"].value == heading(Column(TERM, "vi"), ui)
        assert sheet["B2"].value == SETTINGS.subject_label("visits", ui)
        incoming = read(data)
        assert codes(incoming) == []
        assert cells_of(incoming) == [incoming.exported["visit"]]
        assert incoming.concepts[0].fields["subject_field"].text == "visits"

    @pytest.mark.parametrize("text", ["=1+1", "+84", "-", "@name", "#N/A", "_x0041_", "a\x07b"])
    def test_text_stays_text(self, text: str) -> None:
        """No formula, no error value, no lost character."""
        entry = ConceptEntry("a", "visits", VISIT.languages, note=text)
        book = openpyxl.load_workbook(io.BytesIO(rendered(entry)))
        assert all(
            cell.data_type == "s"
            for sheet in book
            for row in sheet.iter_rows()
            for cell in row
            if cell.value is not None
        )
        assert read(rendered(entry)).concepts[0].fields["note"].text == text

    def test_a_text_too_long_for_a_cell_is_told(self) -> None:
        """It is cut, and stands among what was left out."""
        entry = ConceptEntry("a", "visits", VISIT.languages, note="x" * 40_000)
        found = FORMATS["xlsx"].render(Selection((entry,), SETTINGS))
        assert "a (note" in found.left_out[0]

    def test_the_real_glossary_comes_back_unchanged(self, termbase: Termbase) -> None:
        """Every cell of every sheet, and nothing to remark on."""
        some = Termbase(termbase.entries[::10], termbase.settings)
        data = FORMATS["xlsx"].render(select(some)).files["glossary.xlsx"]
        incoming = read_xlsx(data, "g.xlsx", termbase.settings, lambda text: ";" in text)
        assert incoming.findings == () and len(incoming.concepts) == len(some.entries)
        assert all(incoming.exported[c.id] == c and not c.faults for c in cells_of(incoming))
        entries_of = [c.entry for c in incoming.concepts if c.entry is not None]
        assert len(entries_of) == len(incoming.concepts)

    @given(st.lists(entries, max_size=2, unique_by=lambda e: e.id).map(tuple))
    def test_what_is_shown_is_what_is_kept(self, found: tuple[ConceptEntry, ...]) -> None:
        """The sheet and its hidden copy say the same, whatever the texts."""
        incoming = read(rendered(*found))
        shown = {c.id: replace(c, faults=()) for c in cells_of(incoming)}
        assert shown == {id: replace(c, faults=()) for id, c in incoming.exported.items()}
        assert {c.id for c in incoming.concepts} == {entry.id for entry in found}


class TestSheetsOfPeoplesOwn:
    def test_three_columns_and_a_title(self) -> None:
        """A concept a row, several equivalents in a cell, the head row where it stands."""
        book = workbook(
            ["Словарь для переговоров"],
            [],
            ["№", "Tiếng Việt", "Русский", "English"],
            [1, "hội đàm", "переговоры; беседа", "talks\nnegotiations"],
            [2, "hội kiến", "встреча", "—"],
        )
        incoming = read(saved(book))
        assert terms_of(incoming) == [
            {"vi": ["hội đàm"], "en": ["talks", "negotiations"], "ru": ["переговоры", "беседа"]},
            {"vi": ["hội kiến"], "en": [], "ru": ["встреча"]},
        ]
        assert incoming.concepts[0].cell.address == "Sheet!B4"
        assert codes(incoming) == ["W147"]

    def test_columns_without_a_language(self) -> None:
        """What is in them tells whose they are."""
        book = workbook(["Термин", "Перевод", "English"], ["переговоры", "hội đàm", "talks"])
        assert terms_of(read(saved(book))) == [
            {"vi": ["hội đàm"], "en": ["talks"], "ru": ["переговоры"]}
        ]

    def test_rows_of_one_concept_come_together(self) -> None:
        """By their id, or by their Vietnamese term."""
        book = workbook(["Tiếng Việt", "Русский"], ["Hội đàm", "а"], ["x", "б"], ["hội đàm", "в"])
        assert terms_of(read(saved(book)))[0]["ru"] == ["а", "в"]

    def test_the_apostrophe_before_a_formula_goes(self) -> None:
        """LibreOffice keeps the one of our csv when it saves that as a workbook."""
        book = workbook(["id", "Русский", "note"], ["a", "'-ся", "'=1+1"])
        (concept,) = read(saved(book)).concepts
        assert concept.fields["note"].text == "=1+1"
        assert concept.sections["ru"].terms[0].cell.text == "-ся"

    def test_decomposed_letters_are_composed(self) -> None:
        """A Mac types them apart."""
        text = unicodedata.normalize("NFD", "đối tác chiến lược")
        book = workbook(["Tiếng Việt", "Русский"], [text, "стратегический партнёр"])
        assert terms_of(read(saved(book)))[0]["vi"] == ["đối tác chiến lược"]


BAD_CELLS = {
    "formula": ("=A1", "formula"),
    "date": (date(2025, 5, 1), "date"),
    "fraction": (0.5, "number"),
    "truth": (True, "number"),
    "error": ("#N/A", "#N/A"),
    "lost letters": ("Ti?ng Nga", "lost"),
    "wrong encoding": ("Tiáº¿ng Viá»‡t", "encoding"),
}


class TestBadInput:
    @pytest.mark.parametrize(("value", "word"), BAD_CELLS.values(), ids=BAD_CELLS)
    def test_a_bad_cell_is_told_with_its_address(self, value: object, word: str) -> None:
        """The row is refused for it, and the others are read."""
        book = workbook(["Tiếng Việt", "Русский"], ["hội đàm", value], ["hội kiến", "встреча"])
        if word == "#N/A":
            book.active["B2"].data_type = "e"
        bad, good = read(saved(book)).concepts
        assert [fault.cell.address for fault in bad.faults] == ["Sheet!B2"]
        assert word in bad.faults[0].message and bad.faults[0].hint
        assert not good.faults

    def test_a_whole_number_is_its_digits(self) -> None:
        """A spreadsheet makes a number of what looks like one."""
        book = workbook(["Tiếng Việt", "Русский"], [1975, "год"])
        assert terms_of(read(saved(book)))[0]["vi"] == ["1975"]

    def test_merged_and_struck_out_cells(self) -> None:
        """Nobody can say what they mean."""
        book = workbook(["Tiếng Việt", "Русский"], ["hội đàm", "а"], ["hội kiến", "б"])
        book.active.merge_cells("A2:B2")
        book.active["B3"].font = openpyxl.styles.Font(strike=True)
        merged, struck = read(saved(book)).concepts
        assert "A2:B2" in merged.faults[0].message
        assert "struck" in struck.faults[0].message

    def test_hidden_sheets_comments_and_other_sheets_are_told(self) -> None:
        """What was not read is said, and does no harm."""
        book = workbook(["Tiếng Việt", "Русский"], ["hội đàm", "переговоры"])
        book.active["A2"].comment = openpyxl.comments.Comment("?", "x")
        book.create_sheet("hidden").sheet_state = "hidden"
        book.create_sheet("notes").append(["remember"])
        incoming = read(saved(book))
        assert len(incoming.concepts) == 1 and sorted(codes(incoming)) == ["W145", "W148", "W148"]

    def test_a_column_twice_is_refused(self) -> None:
        """Which of the two is meant?"""
        assert codes(read(saved(workbook(["English", "English"], ["a", "b"])))) == ["E144"]

    def test_a_value_that_is_not_on_the_list(self) -> None:
        """With those that are."""
        book = workbook(["Tiếng Việt", "Русский", "Русский: статус"], ["a", "б", "good"])
        fault = read(saved(book)).concepts[0].faults[0]
        assert "good" in fault.message and "preferred" in fault.hint

    def test_a_sheet_without_headings(self) -> None:
        """Says which there should be."""
        found = read(saved(workbook(["hội đàm", "переговоры"]))).findings[0]
        assert found.code == "E143" and "Русский" in found.hint

    def test_a_million_empty_rows(self) -> None:
        """A whole sheet was formatted; there is one term in it."""
        rows = "".join(f'<row r="{i}"><c r="A{i}" s="0"/></row>' for i in range(3, 1_048_576))
        head = '<c r="A1" t="inlineStr"><is><t>English</t></is></c>'
        head += '<c r="B1" t="inlineStr"><is><t>Русский</t></is></c>'
        row = '<c r="A2" t="inlineStr"><is><t>talks</t></is></c>'
        data = with_sheet(f'<row r="1">{head}</row><row r="2">{row}</row>{rows}')
        assert terms_of(read(data)) == [{"en": ["talks"], "ru": []}]

    def test_files_made_to_do_harm(self) -> None:
        """Refused before they are unfolded."""
        assert codes(read(with_sheet(" " * 300_000_000))) == ["E127"]
        bomb = b'<!DOCTYPE a [<!ENTITY b "bbbb">]>'
        assert codes(read(with_part("xl/worksheets/sheet1.xml", bomb))) == ["E128"]

    @pytest.mark.parametrize(
        ("data", "code"),
        [
            (b"PK\x03\x04nothing", "E128"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "E129"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "E129"),
        ],
        ids=["broken", "old Excel", "password"],
    )
    def test_what_is_no_workbook(self, data: bytes, code: str) -> None:
        """Says what it is and what to do."""
        found = read(data).findings[0]
        assert found.code == code and found.hint

    def test_a_zip_of_something_else(self) -> None:
        """A Word file, for instance."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as package:
            package.writestr("word/document.xml", "<a/>")
        assert codes(read(buffer.getvalue())) == ["E122"]

    @given(st.binary(max_size=200), st.integers(0, 3_000))
    def test_damage_is_a_finding(self, noise: bytes, at: int) -> None:
        """Whatever bytes stand in the file, nothing is raised."""
        data = rendered(VISIT)
        damaged = data[:at] + noise + data[at + len(noise) :]
        assert isinstance(read(damaged), Incoming)


def with_part(name: str, content: bytes) -> bytes:
    """A workbook with one part replaced."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(saved(workbook(["x"])))) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.namelist():
            new.writestr(part, content if part == name else old.read(part))
    return out.getvalue()


def with_sheet(rows: str) -> bytes:
    """A workbook whose sheet has these rows."""
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    xml = f'<worksheet xmlns="{space}"><sheetData>{rows}</sheetData></worksheet>'
    return with_part("xl/worksheets/sheet1.xml", xml.encode())
