"""validate --fix: what a machine may mend is mended, and nothing else is touched."""

from __future__ import annotations

import json
import shutil
import unicodedata
from pathlib import Path

import pytest
from entries import entries
from hypothesis import given

from vnru_terms.model import (
    ConceptEntry,
    Context,
    LanguageSection,
    PartOfSpeech,
    Reason,
    Status,
    TermEntry,
)
from vnru_terms.rules.mending import changes, mend, mended_text

FILE = """id: x
kind: term
languages:
  vi:
    terms:
    - term: Uỷ ban
      status: preferred
      part_of_speech: noun
  en:
    terms:
    - term: the People’s "Committee"
      status: preferred
      part_of_speech: noun
  ru:
    terms:
    - term: совместное коммюнике
      status: preferred
      part_of_speech: noun
    - term: партнерство Россия - АСЕАН
      status: admitted
      part_of_speech: noun
"""
MENDED = """id: x
kind: term
languages:
  vi:
    terms:
    - term: Ủy ban
      status: preferred
      part_of_speech: noun
  en:
    terms:
    - term: the People's “Committee”
      status: preferred
      part_of_speech: noun
  ru:
    terms:
    - term: совместное коммюнике
      status: preferred
      part_of_speech: noun
      gender: neuter
      indeclinable: true
    - term: партнёрство Россия — АСЕАН
      status: admitted
      part_of_speech: noun
      gender: neuter
"""

# Language, text, mended; the same text where a machine cannot know.
TEXTS = (
    ("vi", "Uỷ ban Á – Âu", "Ủy ban Á - Âu"),
    ("vi", "chính sách «bốn không»", "chính sách “bốn không”"),
    ("vi", "của quý vị", "của quý vị"),
    ("vi", unicodedata.normalize("NFD", "hội đàm"), "hội đàm"),
    ("en", "Leaders’ Week of Viet Nam – Russia", "Leaders' Week of Viet Nam – Russia"),
    ("en", '"four nos" and "two yeses"', "“four nos” and “two yeses”"),
    ("en", 'a 5" gun', 'a 5" gun'),
    ("en", "non‑proliferation", "non-proliferation"),
    ("ru", "отчет и еще все", "отчёт и ещё все"),
    ("ru", "Почетный Караул", "Почётный Караул"),
    ("ru", "СЕ, небо, посол", "СЕ, небо, посол"),
    ("ru", "государства - члены АСЕАН", "государства — члены АСЕАН"),
    ("ru", "„Единая Россия“", "«Единая Россия»"),
    ("ru", "«партия „Единая Россия“»", "«партия „Единая Россия“»"),
    ("ru", "премьер\u00adминистр", "премьерминистр"),
)  # fmt: skip


@pytest.mark.parametrize(("language", "text", "mended"), TEXTS)
def test_a_text_is_mended_as_its_language_prints_it(language: str, text: str, mended: str) -> None:
    """Once; what is mended already stays."""
    assert mended_text(text, language) == mended
    assert mended_text(mended, language) == mended


@given(entries)
def test_mending_twice_is_mending_once(entry: ConceptEntry) -> None:
    """And what it changed is told, term by term, no more and no less."""
    once = mend(entry)
    assert mend(once) == once
    assert bool(list(changes(entry, once))) == (once != entry)


def section(*terms: TermEntry, language: str = "ru") -> ConceptEntry:
    return ConceptEntry("x", "visits", (LanguageSection(language, terms),))


@pytest.mark.parametrize(
    "entry",
    [
        section(TermEntry("партнерство", Status.DEPRECATED, reason=Reason.SPELLING)),
        section(TermEntry("партнёрство"), TermEntry("партнерство", Status.ADMITTED)),
        section(TermEntry("партнерство", context=Context("стратегическое партнерство", "x.txt:1"))),
        section(TermEntry("x", note='a "note" of Uỷ ban'), language="vi"),
        section(TermEntry("подписать", part_of_speech=PartOfSpeech.VERB)),
        section(TermEntry("глава", part_of_speech=PartOfSpeech.NOUN)),
        section(TermEntry("Русвьетпетро", part_of_speech=PartOfSpeech.NOUN)),
        section(TermEntry("переговоры", part_of_speech=PartOfSpeech.NOUN)),
    ],
    ids=["wrong on purpose", "twin", "context", "note", "verb", "common", "unknown", "plural"],
)
def test_what_a_person_must_decide_stays(entry: ConceptEntry) -> None:
    """Mending never breaks another rule and never guesses."""
    assert mend(entry) == entry


@pytest.fixture
def own(tmp_path: Path, root: Path) -> Path:
    """A glossary of one concept with everything in it that can be mended."""
    folder = tmp_path / "glossary" / "visits-and-protocol"
    folder.mkdir(parents=True)
    shutil.copy(root / "glossary" / "glossary.yaml", folder.parent)
    (folder / "x.yaml").write_text(FILE, encoding="utf-8", newline="\n")
    return folder.parent


class TestCommand:
    def test_it_mends_once_and_tells_each_change(self, run, own: Path) -> None:
        """Changes on stderr with their places; the second run finds nothing to do."""
        path = own / "visits-and-protocol" / "x.yaml"
        first = run("--glossary", own, "validate", "--fix")
        assert path.read_text(encoding="utf-8") == MENDED
        assert "x.yaml:6:13: term: “Uỷ ban” → “Ủy ban”" in first.stderr
        assert "indeclinable: “true”" in first.stderr and "1 file rewritten" in first.stderr
        assert "W404" not in first.stdout and "E403" not in first.stdout
        second = run("--glossary", own, "validate", "--fix")
        assert "0 files rewritten" in second.stderr

    def test_a_dry_run_shows_the_differences_and_writes_nothing(self, run, own: Path) -> None:
        """A diff that patch understands; exit 1 while there is something to mend."""
        path = own / "visits-and-protocol" / "x.yaml"
        result = run("--glossary", own, "validate", "--fix", "--dry-run")
        assert (result.exit_code, path.read_text(encoding="utf-8")) == (1, FILE)
        assert "-    - term: Uỷ ban\n+    - term: Ủy ban\n" in result.stdout
        assert "1 file would change" in result.stderr

    def test_a_dry_run_in_json_lists_the_changes(self, run, own: Path) -> None:
        """{path, line, column, key, before, after}."""
        result = run("--glossary", own, "validate", "--fix", "--dry-run", "--json")
        found = json.loads(result.stdout)
        assert {change["key"] for change in found} == {"term", "gender", "indeclinable"}
        assert found[0]["before"] == "Uỷ ban" and found[0]["line"] == 6

    def test_a_file_with_comments_stays(self, run, own: Path) -> None:
        """Not a byte of it, and that is said."""
        path = own / "visits-and-protocol" / "x.yaml"
        path.write_text("# mine\n" + FILE, encoding="utf-8")
        before = path.read_bytes()
        result = run("--glossary", own, "validate", "--fix")
        assert path.read_bytes() == before
        assert "W112" in result.stdout

    def test_a_file_that_cannot_be_read_whole_stays(self, run, own: Path) -> None:
        """Its unknown key would be lost."""
        path = own / "visits-and-protocol" / "x.yaml"
        path.write_text("mystery: 1\n" + FILE, encoding="utf-8")
        before = path.read_bytes()
        result = run("--glossary", own, "validate", "--fix")
        assert (result.exit_code, path.read_bytes()) == (1, before)
        assert "E105" in result.stdout

    def test_a_path_limits_what_is_mended(self, run, own: Path) -> None:
        """The other field's files are not touched."""
        other = own / "talks-and-conferences" / "y.yaml"
        other.parent.mkdir()
        other.write_text(FILE.replace("id: x", "id: y"), encoding="utf-8")
        assert run("--glossary", own, "validate", "--fix", own / "visits-and-protocol").stderr
        assert "Uỷ ban" in other.read_text(encoding="utf-8")
        assert "Ủy ban" in (own / "visits-and-protocol" / "x.yaml").read_text(encoding="utf-8")

    def test_the_program_s_own_glossary_is_never_touched(
        self, run, tmp_path: Path, monkeypatch
    ) -> None:
        """From a folder without a glossary: refused, and init is named; a dry run may look."""
        monkeypatch.chdir(tmp_path)
        result = run("validate", "--fix")
        assert result.exit_code == 2 and "init" in result.stderr
        assert run("validate", "--fix", "--dry-run").exit_code in (0, 1)

    def test_a_dry_run_of_nothing_is_wrong_use(self, run, own: Path) -> None:
        """--dry-run goes with --fix."""
        assert run("--glossary", own, "validate", "--dry-run").exit_code == 2
