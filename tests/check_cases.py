"""What the tests of check share: cases of tests/data/check, small termbases, what is remarked."""

from __future__ import annotations

import csv
from pathlib import Path

from vnru_terms.findings import Place
from vnru_terms.matching.check import check_segment
from vnru_terms.matching.check_sides import Checker
from vnru_terms.matching.matcher import Matcher
from vnru_terms.matching.remark import Remark
from vnru_terms.matching.segment import Direction, Segment, make_segment
from vnru_terms.model import (
    ConceptEntry,
    Kind,
    LanguageSection,
    Termbase,
    TermEntry,
    Validity,
)

DATA = Path(__file__).parent / "data" / "check"
TERM_CODES = ("C101", "C102", "C105")


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def segment(row: dict[str, str], **more: object) -> Segment:
    direction = Direction(row["from"], row["to"])
    return make_segment(row["source"], row["target"], direction, Place("a.tsv", 1), **more)


def entry(id: str, *, kind: Kind = Kind.TERM, related: tuple[str, ...] = (), field: str = "f",
          valid: Validity | None = None, **terms: object) -> ConceptEntry:  # fmt: skip
    """A concept from its terms by language: a string, or TermEntries."""
    sections = tuple(
        LanguageSection(
            code,
            tuple(t if isinstance(t, TermEntry) else TermEntry(str(t)) for t in given)
            if isinstance(given, list)
            else (TermEntry(str(given)),),
        )
        for code, given in terms.items()
    )
    return ConceptEntry(id, field, sections, kind=kind, related=related, valid=valid)


def small(*entries: ConceptEntry, on: str = "") -> Checker:
    base = Termbase(tuple(entries))
    return Checker.of(base, Matcher.of(base), on)


def remarks(source: str, target: str, checker: Checker, **more: object) -> list[Remark]:
    found = make_segment(source, target, Direction("vi", "ru"), Place("a", 1), **more)
    return check_segment(found, checker)


def told(found: list[Remark]) -> list[tuple[str, str]]:
    return [(remark.code, remark.severity.value) for remark in found]
