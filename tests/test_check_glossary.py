"""Correct translations and wrong ones, checked against the real glossary."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from check_cases import TERM_CODES, rows, segment

from vnru_terms.findings import Place, Severity
from vnru_terms.matching.check import DocumentCheck, check_segment
from vnru_terms.matching.check_sides import Checker, concepts_of, sides_of
from vnru_terms.matching.matcher import Matcher
from vnru_terms.matching.segment import Direction, Segment, make_segment
from vnru_terms.model import (
    Termbase,
)


@pytest.fixture(scope="session")
def checker(termbase: Termbase) -> Checker:
    """The real glossary, ready to check against."""
    return Checker.of(termbase, Matcher.of(termbase))


class TestRealGlossary:
    def test_correct_translations_raise_no_error(self, checker: Checker) -> None:
        """62 sentences of our own on diplomacy in six directions; at most 3 of 100 a warning."""
        cases = rows("correct.tsv")
        found = {(n, r.code, r.severity, r.message) for n, row in enumerate(cases)
                 for r in check_segment(segment(row), checker)}  # fmt: skip
        assert not [remark for remark in found if remark[2] is Severity.ERROR]
        warned = {remark[0] for remark in found if remark[2] is Severity.WARNING}
        assert len(warned) * 100 <= 3 * len(cases), [r for r in found if r[0] in warned]

    @pytest.mark.parametrize("row", rows("wrong.tsv"), ids=lambda row: row["target"][:40])
    def test_wrong_translations_are_found(self, checker: Checker, row: dict[str, str]) -> None:
        """The code, at least the severity, and the very words."""
        levels = [severity.value for severity in Severity]
        found = [r for r in check_segment(segment(row), checker) if r.code == row["code"]]
        assert found, "nothing is reported"
        best = min(found, key=lambda remark: levels.index(remark.severity.value))
        assert levels.index(best.severity.value) <= levels.index(row["severity"])
        assert row["found"] in best.found

    def test_a_swapped_equivalent_is_reported(self, checker: Checker) -> None:
        """Every equivalent of the correct sentences put out for words that are none."""
        missed, total = [], 0
        for row in rows("correct.tsv"):
            own = segment(row)
            for swapped, concepts in _without_equivalents(own, checker):
                total += 1
                found = check_segment(swapped, checker)
                if not any(r.concept in concepts and r.code in TERM_CODES for r in found):
                    missed.append((swapped.target, concepts))
        assert total > 100 and len(missed) <= total // 50, missed

    def test_false_alarms_on_parallel_texts(self, checker: Checker, shared: Path) -> None:
        """Errors on terms in at most 2 of 100 segments that hold one; general news."""
        path = shared / "eval" / "parallel" / "ntrex_vi_en_ru.tsv"
        with path.open(encoding="utf-8", newline="") as file:
            cases = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
        documents: dict[str, DocumentCheck] = {}
        held = 0
        for row in cases:
            own = make_segment(
                row["vie"], row["rus"], Direction("vi", "ru"), Place(row["doc"], int(row["n"]))
            )
            documents.setdefault(row["doc"], DocumentCheck()).check(own, checker)
            held += bool(sides_of(own, checker).demands)
        alarmed = {
            remark.place
            for document in documents.values()
            for remark in document.finish()
            if remark.code in TERM_CODES and remark.severity is Severity.ERROR
        }
        assert held > 300 and len(alarmed) * 50 <= held

    def test_few_warnings_on_general_news(self, checker: Checker, shared: Path) -> None:
        """Warnings in at most 2 of 100 segments of general news that hold a term."""
        path = shared / "eval" / "parallel" / "ntrex_vi_en_ru.tsv"
        with path.open(encoding="utf-8", newline="") as file:
            cases = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
        held = alarmed = 0
        for row in cases:
            own = make_segment(row["eng"], row["rus"], Direction("en", "ru"), Place("a", 1))
            held += bool(sides_of(own, checker).demands)
            alarmed += any(
                remark.in_text(of_field=False).severity is not Severity.INFORMATION
                for remark in check_segment(own, checker)
                if remark.code in TERM_CODES
            )
        assert held > 300 and alarmed * 50 <= held


def _without_equivalents(
    own: Segment, checker: Checker
) -> Iterator[tuple[Segment, tuple[str, ...]]]:
    sides = sides_of(own, checker)
    for demand in sides.demands:
        concepts = concepts_of(demand)
        hits = [hit.occurrence for hit in sides.hits if hit.permitted & set(concepts)]
        if hits:
            text = own.target
            for hit in sorted(hits, key=lambda o: -o.start):
                text = text[: hit.start] + "xyz" + text[max(hit.end, hit.start) :]
            yield make_segment(own.source, text, own.direction, own.place), concepts
