"""What a glossary holds, as plain counts: by language, subject field, kind, status, evidence.

`count` looks at every concept and term; the persons and places of `names/` are one number of their
own and count nowhere else. Evidence is derived: a term is attested where it or its
context has a source; *unsourced* counts the permitted terms that are not. What is missing is
`curation/gaps.py`'s.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass, field

from vnru_terms.curation.gaps import Gap, find_gaps
from vnru_terms.model import LANGUAGE_ORDER, Kind, Status, Termbase


@dataclass(frozen=True, slots=True)
class FieldCount:
    """The counts of one subject field; all but `concepts` count the concepts that have something.

    `complete` is a preferred term in every language, `attested` a source of any term, `reviewed`
    every language read by somebody.
    """

    slug: str
    concepts: int
    complete: int
    attested: int
    with_context: int
    with_definition: int
    reviewed: int


@dataclass(frozen=True, slots=True)
class LanguageCount:
    """The counts of one language: of concepts, of its terms, of its sections; statuses by name."""

    language: str
    terms: int
    concepts: int
    attested: int
    unsourced: int
    definitions: int
    reviewed: int
    statuses: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Statistics:
    """All counts of a glossary, and what is missing in it."""

    concepts: int
    names: int
    rejected: int
    kinds: dict[str, int]
    fields: tuple[FieldCount, ...]
    languages: tuple[LanguageCount, ...]
    gaps: tuple[Gap, ...]

    def missing(self) -> dict[str, dict[str, int]]:
        """How many gaps of each sort there are, by sort and language."""
        found: dict[str, dict[str, int]] = {}
        for (sort, language), n in sorted(Counter((g.sort, g.language) for g in self.gaps).items()):
            found.setdefault(sort, {})[language] = n
        return found

    def as_json(self) -> dict[str, object]:
        """The counts as plain values."""
        return {
            "concepts": self.concepts,
            "names": self.names,
            "rejected": self.rejected,
            "kinds": self.kinds,
            "languages": {c.language: _without(asdict(c), "language") for c in self.languages},
            "subject_fields": {f.slug: _without(asdict(f), "slug") for f in self.fields},
            "missing": self.missing(),
        }


def _without(values: dict[str, object], key: str) -> dict[str, object]:
    return {name: value for name, value in values.items() if name != key}


def count(termbase: Termbase) -> Statistics:
    """The statistics of a termbase, subject fields in printed order."""
    slugs = [subject.slug for subject in termbase.settings.subject_fields]
    slugs += sorted({e.subject_field for e in termbase.concepts} - set(slugs))
    kinds = Counter(entry.kind for entry in termbase.concepts)
    return Statistics(
        concepts=len(termbase.concepts),
        names=len(termbase.entries) - len(termbase.concepts),
        rejected=len(termbase.rejections),
        kinds={kind.value: kinds[kind] for kind in Kind},
        fields=tuple(_count_field(termbase, slug) for slug in slugs),
        languages=tuple(_count_language(termbase, code) for code in LANGUAGE_ORDER),
        gaps=find_gaps(termbase),
    )


def _count_field(termbase: Termbase, slug: str) -> FieldCount:
    entries = [entry for entry in termbase.concepts if entry.subject_field == slug]
    return FieldCount(
        slug=slug,
        concepts=len(entries),
        complete=sum(all(e.preferred(code) for code in LANGUAGE_ORDER) for e in entries),
        attested=sum(e.evidence > 0 for e in entries),
        with_context=sum(any(t.context for _l, t in e.all_terms()) for e in entries),
        with_definition=sum(any(s.definition for s in e.languages) for e in entries),
        reviewed=sum(bool(e.languages) and all(s.reviewed for s in e.languages) for e in entries),
    )


def _count_language(termbase: Termbase, code: str) -> LanguageCount:
    sections = [s for entry in termbase.concepts if (s := entry.section(code)) is not None]
    terms = [term for section in sections for term in section.terms]
    statuses = Counter(term.status for term in terms)
    return LanguageCount(
        language=code,
        terms=len(terms),
        concepts=sum(section.preferred is not None for section in sections),
        attested=sum(term.is_attested for term in terms),
        unsourced=sum(term.is_permitted and not term.is_attested for term in terms),
        definitions=sum(section.definition is not None for section in sections),
        reviewed=sum(section.reviewed is not None for section in sections),
        statuses={status.value: statuses[status] for status in Status},
    )
