"""stats: every count adds up, and what is missing is a list to work through."""

from __future__ import annotations

import csv
import io
import json

import pytest
from entries import entries
from hypothesis import given
from hypothesis import strategies as st

from vnru_terms.curation.gaps import GAPS, find_gaps
from vnru_terms.curation.statistics import count
from vnru_terms.model import (
    LANGUAGE_ORDER,
    ConceptEntry,
    Context,
    Definition,
    LanguageSection,
    Review,
    Settings,
    Status,
    SubjectField,
    Termbase,
    TermEntry,
)

WHOLE = ConceptEntry(
    "visit",
    "visits",
    tuple(
        LanguageSection(
            code,
            (TermEntry("x", context=Context("x", "a.txt:1"), source=("https://x.org",)),),
            Definition("y") if code == "vi" else None,
            Review("Lan", "2026-01-31"),
        )
        for code in LANGUAGE_ORDER
    ),
)
BARE = ConceptEntry(
    "talks",
    "talks",
    (
        LanguageSection("vi", (TermEntry("hội đàm"),)),
        LanguageSection("ru", (TermEntry("беседа", Status.DEPRECATED),)),
    ),
)
# In printed order talks come first, whatever their letters.
SETTINGS = Settings(subject_fields=tuple(SubjectField(s, {}, {}) for s in ("talks", "visits")))
BASE = Termbase((WHOLE, BARE), SETTINGS)


def test_a_whole_concept_lacks_nothing() -> None:
    """Term, source, context, definition, review: all there."""
    assert find_gaps(Termbase((WHOLE,))) == ()


def test_each_gap_names_concept_language_and_what() -> None:
    """Sort by sort; a language without a term lacks no source."""
    found = [(g.id, g.language, g.sort) for g in find_gaps(BASE)]
    assert found == [
        ("talks", "en", "term"),
        ("talks", "ru", "term"),
        ("talks", "vi", "source"),
        ("talks", "vi", "context"),
        ("talks", "vi", "definition"),
        ("talks", "vi", "review"),
        ("talks", "ru", "review"),
    ]
    assert {g.term for g in find_gaps(BASE)} == {"hội đàm"}


def test_gaps_come_in_printed_order() -> None:
    """Field by field as in the book, so that one curator takes one stretch."""
    twice = Termbase((BARE, ConceptEntry("a", "visits", BARE.languages)), SETTINGS)
    assert [g.id for g in find_gaps(twice, ["source"])] == ["talks", "a"]


def test_languages_fields_and_kinds_are_counted() -> None:
    """Evidence is of terms; a deprecated term needs none."""
    found = count(BASE).as_json()
    assert found["concepts"] == 2
    vi = found["languages"]["vi"]
    assert (vi["concepts"], vi["terms"], vi["attested"], vi["unsourced"]) == (2, 2, 1, 1)
    assert (vi["definitions"], vi["reviewed"]) == (1, 1)
    assert found["languages"]["ru"]["unsourced"] == 0
    assert list(found["subject_fields"]) == ["talks", "visits"]
    assert found["subject_fields"]["visits"] == dict.fromkeys(
        ("concepts", "complete", "attested", "with_context", "with_definition", "reviewed"), 1
    )
    assert found["kinds"]["term"] == 2
    assert found["missing"]["term"] == {"en": 1, "ru": 1}


@given(st.lists(entries, max_size=4))
def test_counts_add_up(found: list[ConceptEntry]) -> None:
    """Whatever the glossary: fields, kinds and statuses each make the whole."""
    statistics = count(Termbase(tuple(found)))
    assert sum(f.concepts for f in statistics.fields) == len(found)
    assert sum(statistics.kinds.values()) == len(found)
    for language in statistics.languages:
        assert sum(language.statuses.values()) == language.terms
        assert language.attested + language.unsourced <= language.terms
    assert sum(n for by in statistics.missing().values() for n in by.values()) == len(
        statistics.gaps
    )


class TestCommand:
    def test_the_worklist_is_the_same_in_every_format(self, run) -> None:
        """Text, CSV and JSON hold the same rows."""
        rows = json.loads(run("stats", "--missing", "--only", "source", "--json").stdout)
        table = run("stats", "--missing", "--only", "source", "--format", "csv").stdout
        lines = run("stats", "--missing", "--only", "source").stdout.splitlines()
        assert rows and list(csv.DictReader(io.StringIO(table))) == rows
        assert [line.split("\t") for line in lines] == [list(row.values()) for row in rows]
        assert {row["missing"] for row in rows} == {"source"}

    def test_the_summary_counts_what_the_worklist_lists(self, run) -> None:
        """Sort by sort, language by language."""
        rows = json.loads(run("stats", "--missing", "--json").stdout)
        counted = json.loads(run("stats", "--json").stdout)["missing"]
        assert sum(n for by in counted.values() for n in by.values()) == len(rows)
        assert set(counted) <= set(GAPS)

    @pytest.mark.parametrize("language", ["en", "vi", "ru"])
    def test_the_tables_speak_the_reader_s_language(self, run, language: str) -> None:
        """Every table is printed, whatever the interface's language."""
        result = run("--ui", language, "stats")
        assert result.exit_code == 0 and result.stdout.count("---") > 10

    def test_a_worklist_s_options_without_a_worklist_are_wrong_use(self, run) -> None:
        """--only and --format csv go with --missing."""
        assert run("stats", "--only", "term").exit_code == 2
        assert run("stats", "--format", "csv").exit_code == 2
