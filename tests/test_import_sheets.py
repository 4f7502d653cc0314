"""Sheets of a colleague's own: the concepts that their rows mean, and new ones."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
from import_home import TALKS, entry, glossary, import_sheet, only, own_table, tree, words

from vnru_terms.curation.imports import Outcome
from vnru_terms.workflow.validate import validate

__all__ = ["glossary"]


def two_sheets(id: str, vietnamese: str) -> bytes:
    """A workbook with Vietnamese and English on a sheet, Vietnamese and Russian on the other."""
    book = openpyxl.Workbook()
    book.active.append(["id", "Tiếng Việt", "English"])
    book.active.append([id, vietnamese, "negotiation"])
    other = book.create_sheet()
    other.append(["id", "Tiếng Việt", "Русский"])
    other.append([id, vietnamese, "переговоры; беседа"])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


class TestOwnSheets:
    def test_gaps_are_filled(self, glossary: Path) -> None:
        """A comment beside it survives, and the quotes of a curator."""
        report = import_sheet(glossary, own_table("Hội đàm\tпереговоры\ttalks"), "a.tsv")
        assert report.is_clean and report.counts[Outcome.CHANGED.value] == 1
        after = (glossary / "talks" / "talks.yaml").read_text(encoding="utf-8")
        rest = iter(after.splitlines())
        assert all(line in rest for line in TALKS.splitlines())
        assert words(glossary, "talks/talks", "en") == [("talks", "preferred")]

    def test_a_further_equivalent_is_taken_beside_the_known_one(self, glossary: Path) -> None:
        """Alone it would put the curator's choice in question."""
        both = import_sheet(glossary, own_table("hội đàm\tпереговоры; беседа\t"), "a.tsv")
        assert both.is_clean
        assert words(glossary, "talks/talks", "ru")[1] == ("беседа", "admitted")
        alone = import_sheet(glossary, own_table("chuyến thăm\tпоездка\t"), "a.tsv")
        assert "prefers “официальный визит”" in only(alone, Outcome.CONFLICT)
        assert ("поездка", "preferred") not in words(glossary, "visits/visit", "ru")
        import_sheet(glossary, own_table("chuyến thăm\tпоездка\t"), "a.tsv", accept=True)
        assert ("поездка", "preferred") in words(glossary, "visits/visit", "ru")

    def test_an_admitted_term_alone_says_nothing_new(self, glossary: Path) -> None:
        """The glossary has it."""
        report = import_sheet(glossary, own_table("chuyến thăm\t\ttrip"), "a.tsv")
        assert report.items == ()

    def test_a_deprecated_term_as_equivalent_is_told(self, glossary: Path) -> None:
        """With the reason why it is."""
        report = import_sheet(glossary, own_table("chuyến thăm\tвояж\t"), "a.tsv")
        assert "calque" in only(report, Outcome.CONFLICT)

    def test_a_new_concept_has_all_that_follows_from_its_words(self, glossary: Path) -> None:
        """Id, gender, ё, tone marks, the statuses of the order; sound and canonical."""
        row = "hoà giải viên\tпосредник; примирённое лицо\tmediator"
        report = import_sheet(glossary, own_table(row), "a.tsv", subject="Переговоры")
        assert report.counts[Outcome.NEW.value] == 1
        found = entry(glossary, "talks/mediator")
        assert words(glossary, "talks/mediator", "vi") == [("hòa giải viên", "preferred")]
        assert [t.status.value for t in found.terms("ru")] == ["preferred", "admitted"]
        assert found.terms("ru")[0].gender.value == "masculine"
        assert not [f for f in validate(glossary)[1] if f.code[0] == "E"]

    @pytest.mark.parametrize(
        ("row", "word"),
        [
            ("đàm phán\tпереговоры\t", "no subject field"),
            ("\tкакое-то слово\tsome word", "Vietnamese term"),
        ],
    )
    def test_a_new_concept_that_lacks_something_is_refused(
        self, glossary: Path, row: str, word: str
    ) -> None:
        """With what to do."""
        before = tree(glossary)
        assert word in only(import_sheet(glossary, own_table(row), "a.tsv"), Outcome.REFUSED)
        assert tree(glossary) == before

    def test_a_term_but_for_its_diacritics_is_asked_about(self, glossary: Path) -> None:
        """It may be a slip or another word."""
        report = import_sheet(glossary, own_table("chuyen tham\tвизит\t"), "a.tsv")
        assert "chuyến thăm" in only(report, Outcome.CONFLICT)

    def test_a_row_without_vietnamese_is_known_by_its_equivalents(self, glossary: Path) -> None:
        """If all of them point to one concept."""
        table = "Русский\tEnglish\nпереговоры\tnegotiations\n".encode()
        assert "Vietnamese" in only(import_sheet(glossary, table, "a.tsv"), Outcome.REFUSED)
        table = "Русский\tОпределение\nпереговоры\tобсуждение условий\n".encode()
        assert import_sheet(glossary, table, "a.tsv").is_clean
        definition = entry(glossary, "talks/talks").section("ru").definition
        assert definition is not None and definition.text == "обсуждение условий"

    def test_one_term_in_two_concepts(self, glossary: Path) -> None:
        """The one that shares an equivalent is meant; without any a person has to say."""
        text = TALKS.replace("id: talks", "id: other\ndistinguish: others").replace(
            "переговоры", "беседа"
        )
        (glossary / "talks" / "other.yaml").write_text(text, encoding="utf-8")
        shared = import_sheet(glossary, own_table("hội đàm\tбеседа\tchat"), "a.tsv")
        assert [i.concept for i in shared.items] == ["other"]
        asked = import_sheet(glossary, own_table("hội đàm\t\tconference"), "a.tsv")
        assert "other, talks" in only(asked, Outcome.CONFLICT)

    def test_a_candidate_that_was_turned_down_is_asked_about(self, glossary: Path) -> None:
        """With the reason why it was."""
        rejected = "term\treason\tby\tdate\nĐàm phán\tgeneral language\tlan\t2026-01-31\n"
        (glossary / "rejected.tsv").write_text(rejected, encoding="utf-8")
        table = own_table("đàm phán\tпереговорный процесс\tnegotiation")
        report = import_sheet(glossary, table, "a.tsv", subject="talks")
        assert "general language" in only(report, Outcome.CONFLICT)
        assert import_sheet(glossary, table, "a.tsv", subject="talks", accept=True).is_clean

    def test_a_source_for_what_is_new(self, glossary: Path) -> None:
        """And not for what was there before."""
        table = "Tiếng Việt\tEnglish\tИсточник\nhội đàm\ttalks\thttps://example.org/b\n".encode()
        import_sheet(glossary, table, "a.tsv")
        found = entry(glossary, "talks/talks")
        assert found.terms("en")[0].source == ("https://example.org/b",)
        assert found.terms("ru")[0].source == ()

    @pytest.mark.parametrize(
        ("id", "vietnamese"), [("talks", "hội đàm"), ("negotiation", "thương lượng")]
    )
    def test_two_sheets_speak_of_one_concept(
        self, glossary: Path, id: str, vietnamese: str
    ) -> None:
        """A language on each, as glossaries made of two often are; of a known or a new concept."""
        report = import_sheet(glossary, two_sheets(id, vietnamese), "a.xlsx", subject="talks")
        assert report.is_clean, report.items
        assert words(glossary, f"talks/{id}", "en") == [("negotiation", "preferred")]
        assert words(glossary, f"talks/{id}", "ru") == [
            ("переговоры", "preferred"), ("беседа", "admitted"),
        ]  # fmt: skip
