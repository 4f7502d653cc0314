"""Headings are known in every language; tables of text are read, or refused."""

from __future__ import annotations

import io
import unicodedata
from pathlib import Path

import openpyxl
import pytest
from table_files import (
    SETTINGS,
    TABLE,
    VISIT,
    as_windows_1258,
    codes,
    read,
    rendered,
    terms_of,
)

from vnru_terms.formats import FORMATS, Selection
from vnru_terms.formats.columns import (
    ROW_FIELDS,
    Column,
    column_of,
    heading,
    value_label,
    value_of,
)
from vnru_terms.formats.xlsx import EXPORTED_SHEET, columns_of
from vnru_terms.messages import INTERFACE_LANGUAGES
from vnru_terms.model import (
    LANGUAGE_ORDER,
    ConceptEntry,
    Termbase,
)
from vnru_terms.store.entry_texts import CLOSED


class TestHeadings:
    @pytest.mark.parametrize("ui", INTERFACE_LANGUAGES)
    @pytest.mark.parametrize("column", columns_of(LANGUAGE_ORDER), ids=lambda c: c.key)
    def test_every_heading_is_known_again(self, column: Column, ui: str) -> None:
        """The words of the export, and the machine's own."""
        assert column_of(heading(column, ui)) == column
        assert column_of(column.key) == column

    @pytest.mark.parametrize("ui", INTERFACE_LANGUAGES)
    @pytest.mark.parametrize("kind", CLOSED.values(), ids=lambda k: k.__name__)
    def test_every_value_is_known_again(self, kind, ui: str) -> None:
        """In the interface's words, in capitals, and as the files have it."""
        for value in kind:
            assert value_of(value_label(value, ui), kind) == value.value
            assert value_of(value_label(value, ui).upper(), kind) == value.value
            assert value_of(value.value, kind) == value.value

    @pytest.mark.parametrize(
        ("text", "key"),
        [
            ("Tiếng Việt", "vi"), ("TIẾNG VIỆT", "vi"), ("tieng viet", "vi"), ("VN", "vi"),
            ("Русский", "ru"), ("Русский язык", "ru"), ("рус.", "ru"), ("Russian term", "ru"),
            ("Перевод на русский", "ru"), ("English (en)", "en"), ("English", "en"),
            ("Thuật ngữ tiếng Anh", "en"), ("Статус (рус.)", "ru_status"),
            ("Nguồn (tiếng Nga)", "ru_source"), ("Lĩnh vực", "subject_field"),
            ("Предметная область", "subject_field"), ("ID", "id"), ("Комментарии", "note"),
        ],
    )  # fmt: skip
    def test_headings_of_peoples_own(self, text: str, key: str) -> None:
        """As they stand in sheets that no program has made."""
        column = column_of(text)
        assert column is not None and column.key == key

    @pytest.mark.parametrize("text", ["", "№", "STT", "Срок", "Ответственный", "Date", "hội đàm"])
    def test_other_words_are_no_headings(self, text: str) -> None:
        """A column that nobody knows is not read."""
        assert column_of(text) is None

    def test_no_heading_means_two_things(self) -> None:
        """Row fields and fields of a language have names of their own."""
        keys = [column.key for column in columns_of(LANGUAGE_ORDER)]
        assert len(keys) == len(set(keys))
        assert {"id", "note"} <= set(ROW_FIELDS)


class TestTablesOfText:
    @pytest.mark.parametrize(
        "data",
        [
            TABLE.encode(),
            TABLE.encode("utf-8-sig"),
            TABLE.encode("utf-16"),
            TABLE.replace(",", ";").encode(),
            TABLE.replace(",", "\t").encode(),
            b"sep=;\r\n" + TABLE.replace(",", ";").encode(),
            TABLE.replace("\n", "\r\n").encode(),
            unicodedata.normalize("NFD", TABLE).encode(),
        ],
        ids=["utf-8", "mark", "utf-16", "semicolons", "tabs", "sep", "crlf", "decomposed"],
    )
    def test_every_way_to_save_it(self, data: bytes) -> None:
        """The same four concepts, nothing to remark on."""
        incoming = read(data, "a.csv")
        assert [t["vi"] for t in terms_of(incoming)][:2] == [
            ["hội đàm cấp cao"],
            ["đối tác chiến lược"],
        ]
        assert len(incoming.concepts) == 4 and codes(incoming) == []

    def test_old_encodings_are_read_where_they_are_sure(self) -> None:
        """With a word on it."""
        russian = read("English;Русский\ntalks;переговоры\n".encode("cp1251"), "a.csv")
        assert terms_of(russian) == [{"en": ["talks"], "ru": ["переговоры"]}]
        vietnamese = read(as_windows_1258(TABLE), "a.csv")
        assert len(vietnamese.concepts) == 4
        assert codes(russian) == codes(vietnamese) == ["W131"]

    @pytest.mark.parametrize(
        ("data", "code"),
        [
            (TABLE.encode("cp1252", "replace"), "E142"),
            (TABLE.encode().decode("latin-1").encode(), "E142"),
            (TABLE.encode("utf-16-le"), "E102"),
            (b'English,Vietnamese\n"talks,a\n', "E146"),
            (bytes(range(256)), "E122"),
            (b"", "E143"),
        ],
        ids=["lost letters", "wrong encoding", "no mark", "quotes", "binary", "empty"],
    )
    def test_what_cannot_be_read_is_refused(self, data: bytes, code: str) -> None:
        """With the place and what to do."""
        found = next(f for f in read(data, "a.csv").findings if f.code[0] == "E")
        assert found.code == code and found.place.path == "a.csv"

    def test_a_torn_row_is_told(self) -> None:
        """An unquoted separator moves the rest of the row."""
        incoming = read(b"English;Russian\na;b;c\nd;e\n", "a.csv")
        assert [bool(c.faults) for c in incoming.concepts] == [True, False]
        assert incoming.concepts[0].faults[0].cell.address == "a.csv:2"

    def test_our_own_table_comes_back(self, termbase: Termbase, tmp_path: Path) -> None:
        """The apostrophe before a formula's sign goes again; the fingerprint comes along."""
        nasty = ConceptEntry("a", "visits", VISIT.languages, note="=1+1")
        data = FORMATS["csv"].render(Selection((nasty,), SETTINGS)).files["glossary.csv"]
        concept = read(data, "a.csv").concepts[0]
        assert concept.fields["note"].text == "=1+1" and len(concept.fingerprint) == 16

    def test_the_hidden_sheet_has_a_name_of_its_own(self) -> None:
        """Whoever renames it has a sheet of his own."""
        assert EXPORTED_SHEET in openpyxl.load_workbook(io.BytesIO(rendered(VISIT))).sheetnames
