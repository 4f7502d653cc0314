"""A colleague's sheet comes home: what is taken, what is asked about, what is refused."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from entries import terms
from hypothesis import given
from hypothesis import strategies as st

from vnru_terms.curation.imports import Outcome, Verdict, decide
from vnru_terms.formats import FORMATS
from vnru_terms.formats.columns import column_of
from vnru_terms.model import ConceptEntry, Status
from vnru_terms.store.entry_texts import TERM_FIELDS, term_text, with_term_text
from vnru_terms.store.glossary import read_entry, read_glossary
from vnru_terms.workflow import import_
from vnru_terms.workflow.export import select
from vnru_terms.workflow.import_ import Report, import_sheet
from vnru_terms.workflow.validate import validate

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
        assert validate(glossary)[1] == [] or all(f.code[0] == "W" for f in validate(glossary)[1])

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
        rows = list(csv.DictReader(io.StringIO(exported(glossary, "csv").decode("utf-8-sig"))))
        assert rows[1]["ru_reason"] == "calque"
        rows[1] |= {"ru_not_to_be_used": terms, "ru_reason": reasons}
        buffer = io.StringIO()
        writer = csv.DictWriter(buffer, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
        report = import_sheet(glossary, buffer.getvalue().encode(), "a.csv")
        if isinstance(expected, str):
            assert expected in " ".join(f"{i.reason} {i.hint}" for i in report.items)
            return
        found = entry(glossary, "visits/visit").terms("ru")
        assert [(t.term, t.reason.value if t.reason else "") for t in found[1:]] == expected

    def test_a_status_that_leaves_deprecated_drops_its_reason(self, glossary: Path) -> None:
        """Where the sheet has no column for it; else the rule asks."""
        text = exported(glossary, "csv").decode("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(text)))
        rows[1] |= {"ru_admitted": "вояж", "ru_not_to_be_used": ""}
        buffer = io.StringIO()
        writer = csv.DictWriter(buffer, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
        assert import_sheet(glossary, buffer.getvalue().encode(), "a.csv").is_clean
        found = entry(glossary, "visits/visit").terms("ru")[1]
        assert found.status is Status.ADMITTED and found.reason is None

    @given(terms, st.sampled_from([f for f in TERM_FIELDS if f != "context_source"]))
    def test_a_field_set_to_its_own_text_is_the_same(self, term, field: str) -> None:
        """What an export shows, an import reads."""
        text = term_text(term, field)
        if " | " not in text and "|" not in text.replace(" | ", ""):
            assert term_text(with_term_text(term, field, text), field) == text


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


class TestWriting:
    def test_a_dry_run_says_what_a_real_one_does_and_writes_nothing(self, glossary: Path) -> None:
        """Line by line, file by file."""
        sheet = Sheet(glossary).put("visit", "note", "x").put("visit", "ru", "поездка")
        data = sheet.add(vi="đàm phán", ru="переговоры", subject_field="Talks").bytes()
        before = tree(glossary)
        dry = import_sheet(glossary, data, "a.xlsx", write=False)
        assert tree(glossary) == before and not (glossary.parent / ".vnru-terms").exists()
        assert import_sheet(glossary, data, "a.xlsx") == dry
        assert set(tree(glossary)) - set(before) == {"talks/dam-phan.yaml"}

    def test_all_files_are_written_or_none(self, glossary: Path, monkeypatch) -> None:
        """A full disk leaves every file as it was."""
        data = Sheet(glossary).put("visit", "note", "x").put("talks", "note", "y").bytes()
        before = tree(glossary)

        def full(*_args: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr("vnru_terms.store.atomic.os.fsync", full)
        with pytest.raises(Exception, match="No space left"):
            import_sheet(glossary, data, "a.xlsx")
        assert tree(glossary) == before

    def test_a_file_changed_meanwhile_is_not_overwritten(self, glossary: Path, monkeypatch) -> None:
        """Between the rules and the writing."""
        data = Sheet(glossary).put("visit", "note", "x").bytes()
        path = glossary / "visits" / "visit.yaml"
        asked = import_.judged

        def slow(*args: object):
            path.write_text(VISIT + "# by hand\n", encoding="utf-8")
            return asked(*args)

        monkeypatch.setattr(import_, "judged", slow)
        with pytest.raises(Exception, match="changed meanwhile"):
            import_sheet(glossary, data, "a.xlsx")
        assert path.read_text(encoding="utf-8").endswith("# by hand\n")

    def test_windows_line_ends_and_a_mark_stay(self, glossary: Path) -> None:
        """Byte for byte but for the change."""
        path = glossary / "talks" / "talks.yaml"
        path.write_bytes(b"\xef\xbb\xbf" + TALKS.replace("\n", "\r\n").encode())
        import_sheet(glossary, own_table("hội đàm\tпереговоры; беседа\t"), "a.tsv")
        after = path.read_bytes()
        assert after.startswith(b"\xef\xbb\xbf") and after.count(b"\n") == after.count(b"\r\n")
        assert "беседа".encode() in after


class TestCommand:
    def test_text_counts_and_exit_code(self, run: Callable, glossary: Path, tmp_path: Path) -> None:
        """The report on stdout, the counts on stderr, 1 where something stays open."""
        path = tmp_path / "sheet.tsv"
        path.write_bytes(own_table("hội đàm\tпереговоры\ttalks", "chuyến thăm\tпоездка\t"))
        result = run("--glossary", glossary, "import", path, "--dry-run")
        assert result.exit_code == 1
        assert "sheet.tsv:2: changed talks: English: + “talks” (preferred)" in result.stdout
        assert "sheet.tsv:3: conflict visit: Russian: “официальный визит” → " in result.stdout
        assert "1 changed, 1 in conflict" in result.stderr
        accepted = run("--glossary", glossary, "import", path, "--accept-changes")
        assert accepted.exit_code == 0 and "2 files rewritten" in accepted.stderr

    def test_json(self, run: Callable, glossary: Path, tmp_path: Path) -> None:
        """Counts, lines, remarks, files; the workbook's address in each line."""
        path = tmp_path / "back.xlsx"
        path.write_bytes(Sheet(glossary).put("visit", "note", "x").bytes())
        result = run("--glossary", glossary, "import", path, "--json")
        found = json.loads(result.stdout)
        assert result.exit_code == 0 and found["counts"]["changed"] == 1
        assert found["items"][0]["address"].startswith("Terms!")
        assert found["items"][0]["line"] == 3 and len(found["files"]) == 1
        assert found["dry_run"] is False

    def test_standard_input(self, run: Callable, glossary: Path) -> None:
        """A dash."""
        table = own_table("hội đàm\tпереговоры\ttalks")
        result = run("--glossary", glossary, "import", "-", "--dry-run", input=table)
        assert result.exit_code == 0 and "-:2: changed talks" in result.stdout

    @pytest.mark.parametrize(
        ("data", "arguments"),
        [(b"nothing\n", []), (None, []), (own_table("a\tb\tc"), ["--subject", "nowhere"])],
        ids=["no table", "no file", "no such subject field"],
    )
    def test_what_cannot_be_done_is_exit_2(
        self, run: Callable, glossary: Path, tmp_path: Path, data, arguments
    ) -> None:
        """One line on stderr, nothing written."""
        path = tmp_path / "a.csv"
        if data is not None:
            path.write_bytes(data)
        before = tree(glossary)
        result = run("--glossary", glossary, "import", path, *arguments)
        assert result.exit_code == 2 and result.stderr.startswith("vnru-terms: ")
        assert tree(glossary) == before

    def test_the_programs_own_glossary_is_not_changed(
        self, run: Callable, monkeypatch, tmp_path: Path
    ) -> None:
        """Whoever wants to change it copies it first."""
        path = tmp_path / "a.tsv"
        path.write_bytes(own_table("hội đàm\tпереговоры\ttalks"))
        monkeypatch.chdir(tmp_path)
        assert run("import", path).exit_code == 2
        assert run("import", path, "--dry-run").exit_code in (0, 1)
