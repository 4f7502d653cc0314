"""A colleague's export comes home: what is taken, what is asked about, what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from entries import terms
from hypothesis import given
from hypothesis import strategies as st
from import_home import (
    TALKS,
    VISIT,
    Sheet,
    changed_table,
    entry,
    exported,
    glossary,
    import_sheet,
    only,
    outcomes,
    own_table,
    tree,
    words,
)

from vnru_terms.curation.imports import Outcome, Verdict, decide
from vnru_terms.model import Status
from vnru_terms.store.entry_texts import TERM_FIELDS, term_text, with_term_text
from vnru_terms.workflow.validate import validate

__all__ = ["glossary"]


class TestThreeWays:
    @pytest.mark.parametrize("format", ["xlsx", "csv"])
    def test_an_untouched_sheet_changes_nothing(self, glossary: Path, format: str) -> None:
        """Not a byte, whatever the layout of the files."""
        before = tree(glossary)
        report = import_sheet(glossary, exported(glossary, format), f"a.{format}")
        assert report.items == () and report.files == () and report.findings == ()
        assert report.counts["unchanged"] == 2 and tree(glossary) == before

    def test_what_the_colleague_alone_changed_is_taken(self, glossary: Path) -> None:
        """Statuses, grammar, a definition, notes; nothing else of the file moves."""
        sheet = Sheet(glossary)
        sheet.put("visit", "en_status", "admitted").put("visit", "en_status", "preferred", row=1)
        sheet.put("visit", "vi_definition", "việc đến một nước khác")
        sheet.put("visit", "note", "of a delegation or a person")
        report = import_sheet(glossary, sheet.bytes(), "a.xlsx")
        assert report.is_clean and {i.outcome for i in report.items} == {Outcome.CHANGED}
        after = (glossary / "visits" / "visit.yaml").read_text(encoding="utf-8")
        lines = set(after.splitlines()) - set(VISIT.splitlines())
        assert lines == {
            "    definition:", "      text: việc đến một nước khác",
            "note: of a delegation or a person",
        }  # fmt: skip
        assert words(glossary, "visits/visit", "en") == [
            ("visit", "admitted"), ("trip", "preferred"),
        ]  # fmt: skip

    def test_old_and_new_stand_in_the_report(self, glossary: Path) -> None:
        """With the cell's address."""
        data = Sheet(glossary).put("visit", "note", "of heads of state").bytes()
        (item,) = import_sheet(glossary, data, "a.xlsx", write=False).items
        assert (item.concept, item.field) == ("visit", "note")
        assert (item.old, item.new) == ("of a delegation", "of heads of state")
        assert item.cell.address.startswith("Terms!") and item.cell.address.endswith("3")

    def test_what_the_glossary_alone_changed_stays(self, glossary: Path) -> None:
        """An old sheet does not turn the clock back."""
        data = exported(glossary)
        path = glossary / "visits" / "visit.yaml"
        path.write_text(VISIT.replace("of a delegation", "new"), encoding="utf-8")
        report = import_sheet(glossary, data, "a.xlsx")
        assert report.items == () and entry(glossary, "visits/visit").note == "new"

    def test_what_both_changed_is_a_conflict(self, glossary: Path) -> None:
        """The glossary's text stays until the sheet's is accepted."""
        data = Sheet(glossary).put("visit", "note", "theirs").bytes()
        path = glossary / "visits" / "visit.yaml"
        path.write_text(VISIT.replace("of a delegation", "ours"), encoding="utf-8")
        report = import_sheet(glossary, data, "a.xlsx")
        assert "since the export" in only(report, Outcome.CONFLICT)
        assert not report.is_clean and entry(glossary, "visits/visit").note == "ours"
        assert import_sheet(glossary, data, "a.xlsx", accept=True).is_clean
        assert entry(glossary, "visits/visit").note == "theirs"

    def test_what_both_changed_alike_is_no_conflict(self, glossary: Path) -> None:
        """They agree."""
        data = Sheet(glossary).put("visit", "note", "same").bytes()
        path = glossary / "visits" / "visit.yaml"
        path.write_text(VISIT.replace("of a delegation", "same"), encoding="utf-8")
        assert import_sheet(glossary, data, "a.xlsx").items == ()

    def test_an_emptied_cell_takes_nothing_out_unasked(self, glossary: Path) -> None:
        """The Delete key is easily hit."""
        data = Sheet(glossary).put("visit", "note", None).bytes()
        assert "emptied" in only(import_sheet(glossary, data, "a.xlsx"), Outcome.CONFLICT)
        assert entry(glossary, "visits/visit").note
        import_sheet(glossary, data, "a.xlsx", accept=True)
        assert entry(glossary, "visits/visit").note == ""

    def test_a_table_of_text_knows_by_its_fingerprint(self, glossary: Path) -> None:
        """A replaced note is taken, but not when the concept has changed since."""
        text = exported(glossary, "csv").decode("utf-8-sig").replace("of a delegation", "theirs")
        report = import_sheet(glossary, text.encode(), "a.csv", write=False)
        assert outcomes(report) == ["changed note a.csv:3"]
        path = glossary / "visits" / "visit.yaml"
        path.write_text(VISIT.replace("masculine", "neuter"), encoding="utf-8")
        report = import_sheet(glossary, text.encode(), "a.csv", write=False)
        assert "conflict note a.csv:3" in outcomes(report)

    @given(st.sampled_from("abc"), st.sampled_from(["", "a", "b", "c"]), st.booleans())
    def test_nothing_of_the_glossary_is_lost_unasked(
        self, ours: str, said: str, is_known: bool
    ) -> None:
        """A text is replaced only by one that a colleague wrote over this very text."""
        if decide(ours, said, ours if is_known else None) is Verdict.TAKE:
            assert is_known and said
        assert decide(ours, ours, None) is decide(ours, ours, said) is Verdict.KEEP
        assert decide("", said, None) is (Verdict.TAKE if said else Verdict.KEEP)


class TestTerms:
    def test_a_slip_of_the_finger_is_mended_in_place(self, glossary: Path) -> None:
        """The source, the gender and the government stay with the term."""
        data = Sheet(glossary).put("visit", "ru", "официальный визитъ").bytes()
        assert import_sheet(glossary, data, "a.xlsx").is_clean
        first = entry(glossary, "visits/visit").terms("ru")[0]
        assert first.term == "официальный визитъ" and first.source and first.government

    def test_another_preferred_term_leaves_the_old_one_admitted(self, glossary: Path) -> None:
        """The new one has nothing of the old one's evidence, and a second import is quiet."""
        data = Sheet(glossary).put("visit", "ru", "поездка").bytes()
        assert import_sheet(glossary, data, "a.xlsx").is_clean
        assert words(glossary, "visits/visit", "ru") == [
            ("поездка", "preferred"), ("официальный визит", "admitted"), ("вояж", "deprecated"),
        ]  # fmt: skip
        new, old, _bad = entry(glossary, "visits/visit").terms("ru")
        assert not new.source and old.source and new.gender is not None
        assert import_sheet(glossary, data, "a.xlsx").items == ()

    def test_a_further_term_behind_a_semicolon(self, glossary: Path) -> None:
        """It is admitted, and has its part of speech and gender."""
        data = Sheet(glossary).put("visit", "ru", "официальный визит; поездка").bytes()
        assert import_sheet(glossary, data, "a.xlsx").is_clean
        assert ("поездка", "admitted") in words(glossary, "visits/visit", "ru")
        assert all(f.code[0] == "W" for f in validate(glossary)[1])

    def test_a_term_that_went_is_asked_about(self, glossary: Path) -> None:
        """Taken out only when the sheet's changes are accepted."""
        sheet = Sheet(glossary)
        for key in ("en", "en_status", "en_part_of_speech"):
            sheet.put("visit", key, None, row=1)
        report = import_sheet(glossary, sheet.bytes(), "a.xlsx")
        assert "no more" in only(report, Outcome.CONFLICT)
        import_sheet(glossary, sheet.bytes(), "a.xlsx", accept=True)
        assert words(glossary, "visits/visit", "en") == [("visit", "preferred")]

    @pytest.mark.parametrize(
        ("terms", "reasons", "expected"),
        [
            ("вояж", "outdated", [("вояж", "outdated")]),
            ("вояж | турне", "calque | не употреблять", "not one of the values possible"),
            ("вояж | турне", "calque | wrong referent",
             [("вояж", "calque"), ("турне", "wrong referent")]),
            ("вояж | турне", "calque", "“турне” is deprecated without a reason"),
            ("турне | вояж", "— | калька", "“турне” is deprecated without a reason"),
            ("вояж", "calque | spelling", "2 reasons for 1 term"),
        ],
    )  # fmt: skip
    def test_a_table_of_text_has_a_reason_for_each_term_not_to_be_used(
        self, glossary: Path, terms: str, reasons: str, expected: list[tuple[str, str]] | str
    ) -> None:
        """In the order of the terms; a dash says that there is none, which the rules refuse."""
        data = changed_table(glossary, ru_not_to_be_used=terms, ru_reason=reasons)
        report = import_sheet(glossary, data, "a.csv")
        if isinstance(expected, str):
            assert expected in " ".join(f"{i.reason} {i.hint}" for i in report.items)
            return
        found = entry(glossary, "visits/visit").terms("ru")
        assert [(t.term, t.reason.value if t.reason else "") for t in found[1:]] == expected

    def test_a_status_that_leaves_deprecated_drops_its_reason(self, glossary: Path) -> None:
        """Where the sheet has no column for it; else the rule asks."""
        data = changed_table(glossary, ru_admitted="вояж", ru_not_to_be_used="")
        assert import_sheet(glossary, data, "a.csv").is_clean
        found = entry(glossary, "visits/visit").terms("ru")[1]
        assert found.status is Status.ADMITTED and found.reason is None

    @given(terms, st.sampled_from([f for f in TERM_FIELDS if f != "context_source"]))
    def test_a_field_set_to_its_own_text_is_the_same(self, term, field: str) -> None:
        """What an export shows, an import reads."""
        text = term_text(term, field)
        if "|" not in text:
            assert term_text(with_term_text(term, field, text), field) == text


class TestRules:
    def test_an_error_refuses_its_row_and_leaves_the_others(self, glossary: Path) -> None:
        """A Latin letter in a Cyrillic word, and a good row beside it."""
        rows = own_table("hội đàm\tпереговоры; бесeда\t", "chuyến thăm\t\tvisit; stay")
        report = import_sheet(glossary, rows, "a.tsv")
        refused = next(i for i in report.items if i.outcome is Outcome.REFUSED)
        assert refused.reason.startswith("E402")
        assert refused.cell.address == "a.tsv:2" and refused.cell.place.column == 2
        assert ("stay", "admitted") in words(glossary, "visits/visit", "en")
        assert (glossary / "talks" / "talks.yaml").read_text(encoding="utf-8") == TALKS

    def test_a_deprecated_term_needs_its_reason(self, glossary: Path) -> None:
        """As anywhere else."""
        data = Sheet(glossary).put("visit", "en_status", "deprecated", row=1).bytes()
        assert "E305" in only(import_sheet(glossary, data, "a.xlsx"), Outcome.REFUSED)

    def test_two_rows_that_want_one_id(self, glossary: Path) -> None:
        """The second gets a number."""
        rows = own_table("đàm phán\tвстреча\tmeeting", "gặp gỡ\tбеседа\tmeeting")
        import_sheet(glossary, rows, "a.tsv", subject="talks")
        assert (glossary / "talks" / "meeting-2.yaml").exists()

    def test_a_file_that_is_not_sound_is_not_edited(self, glossary: Path) -> None:
        """It is refused with its own letter, and the others go on."""
        data = Sheet(glossary).put("visit", "note", "x").put("talks", "note", "y").bytes()
        path = glossary / "visits" / "visit.yaml"
        path.write_text(VISIT + "unknown: 1\n", encoding="utf-8")
        report = import_sheet(glossary, data, "a.xlsx")
        assert "unknown" in only(report, Outcome.REFUSED)
        assert entry(glossary, "talks/talks").note == "y"

    def test_another_subject_field_moves_no_file(self, glossary: Path) -> None:
        """Git would not know it again; a person moves it."""
        data = Sheet(glossary).put("talks", "subject_field", "Visits").bytes()
        report = import_sheet(glossary, data, "a.xlsx", accept=True)
        assert "folder visits" in only(report, Outcome.CONFLICT)

    def test_a_concept_deleted_since_stays_deleted(self, glossary: Path) -> None:
        """The sheet does not bring it back."""
        data = exported(glossary)
        (glossary / "visits" / "visit.yaml").unlink()
        assert "since the export" in only(import_sheet(glossary, data, "a.xlsx"), Outcome.CONFLICT)
