"""What a glossary holds and what it lacks, as plain counts.

`count` looks at every concept and term once. Evidence is derived: a term is attested where it or
its context has a source.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from vnru_terms.model import LANGUAGE_ORDER, Status, Termbase


@dataclass(frozen=True, slots=True)
class FieldCount:
    """The counts of one subject field."""

    slug: str
    concepts: int
    complete: int
    with_context: int
    with_definition: int


@dataclass(frozen=True, slots=True)
class LanguageCount:
    """The counts of one language; statuses by name."""

    language: str
    terms: int
    concepts: int
    attested: int
    statuses: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Statistics:
    """All counts of a glossary, and the ids of concepts that lack something, by what they lack."""

    concepts: int
    rejected: int
    fields: tuple[FieldCount, ...]
    languages: tuple[LanguageCount, ...]
    missing: dict[str, tuple[str, ...]]

    def as_json(self) -> dict[str, object]:
        """The counts as plain values."""
        return {
            "concepts": self.concepts,
            "rejected": self.rejected,
            "languages": {
                c.language: {
                    "terms": c.terms,
                    "concepts": c.concepts,
                    "attested": c.attested,
                    "statuses": c.statuses,
                }
                for c in self.languages
            },
            "subject_fields": {
                f.slug: {
                    "concepts": f.concepts,
                    "complete": f.complete,
                    "with_context": f.with_context,
                    "with_definition": f.with_definition,
                }
                for f in self.fields
            },
            "missing": {what: list(ids) for what, ids in self.missing.items()},
        }


def count(termbase: Termbase) -> Statistics:
    """The statistics of a termbase, subject fields in printed order."""
    slugs = [subject.slug for subject in termbase.settings.subject_fields]
    slugs += sorted({e.subject_field for e in termbase.entries} - set(slugs))
    return Statistics(
        concepts=len(termbase.entries),
        rejected=len(termbase.rejections),
        fields=tuple(_count_field(termbase, slug) for slug in slugs),
        languages=tuple(_count_language(termbase, code) for code in LANGUAGE_ORDER),
        missing=_missing(termbase),
    )


def _count_field(termbase: Termbase, slug: str) -> FieldCount:
    entries = [entry for entry in termbase.entries if entry.subject_field == slug]
    return FieldCount(
        slug=slug,
        concepts=len(entries),
        complete=sum(all(e.preferred(code) for code in LANGUAGE_ORDER) for e in entries),
        with_context=sum(any(t.context for _l, t in e.all_terms()) for e in entries),
        with_definition=sum(any(s.definition for s in e.languages) for e in entries),
    )


def _count_language(termbase: Termbase, code: str) -> LanguageCount:
    terms = [term for entry in termbase.entries for term in entry.terms(code)]
    statuses = Counter(term.status.value for term in terms)
    return LanguageCount(
        language=code,
        terms=len(terms),
        concepts=sum(1 for entry in termbase.entries if entry.preferred(code)),
        attested=sum(term.is_attested for term in terms),
        statuses={status.value: statuses[status.value] for status in Status},
    )


def _missing(termbase: Termbase) -> dict[str, tuple[str, ...]]:
    missing: dict[str, list[str]] = {}
    for entry in termbase.entries:
        for code in LANGUAGE_ORDER:
            preferred = entry.preferred(code)
            if preferred is None:
                missing.setdefault(f"{code} term", []).append(entry.id)
            elif not any(term.is_attested for term in entry.terms(code)):
                missing.setdefault(f"{code} source", []).append(entry.id)
    return {what: tuple(ids) for what, ids in sorted(missing.items())}
