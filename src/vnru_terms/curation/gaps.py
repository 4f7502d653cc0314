"""What a glossary still lacks, as a list to work through: concept, language, what is missing.

`GAPS` names every sort of gap with the question that finds it. Definitions and contexts are asked
of the first language alone: there the term is defined by law and met in the articles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from vnru_terms.model import LANGUAGE_ORDER, ConceptEntry, Termbase


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that one language of a concept lacks; `term` is how the concept is known."""

    id: str
    subject_field: str
    language: str
    sort: str
    term: str

    def as_json(self) -> dict[str, str]:
        """The gap as a row of the worklist."""
        return {
            "concept": self.id,
            "subject_field": self.subject_field,
            "language": self.language,
            "missing": self.sort,
            "term": self.term,
        }


def _lacks_term(entry: ConceptEntry, language: str) -> bool:
    return entry.preferred(language) is None


def _lacks_source(entry: ConceptEntry, language: str) -> bool:
    terms = entry.terms(language)
    return not _lacks_term(entry, language) and not any(term.is_attested for term in terms)


def _lacks_context(entry: ConceptEntry, language: str) -> bool:
    return _is_first(language) and not any(t.context for t in entry.terms(language))


def _lacks_definition(entry: ConceptEntry, language: str) -> bool:
    return _is_first(language) and not any(s.definition for s in entry.languages)


def _lacks_review(entry: ConceptEntry, language: str) -> bool:
    section = entry.section(language)
    return section is not None and bool(section.terms) and section.reviewed is None


def _is_first(language: str) -> bool:
    return language == LANGUAGE_ORDER[0]


# In the order in which they are best filled.
GAPS: dict[str, Callable[[ConceptEntry, str], bool]] = {
    "term": _lacks_term,
    "source": _lacks_source,
    "context": _lacks_context,
    "definition": _lacks_definition,
    "review": _lacks_review,
}


def find_gaps(termbase: Termbase, sorts: Iterable[str] = GAPS) -> tuple[Gap, ...]:
    """The gaps of the sorts asked for, sort by sort, then field by field as printed, then by id."""
    slugs = [subject.slug for subject in termbase.settings.subject_fields]
    place = {slug: i for i, slug in enumerate(slugs)}
    entries = sorted(
        termbase.concepts,
        key=lambda e: (place.get(e.subject_field, len(slugs)), e.subject_field, e.id),
    )
    return tuple(
        Gap(entry.id, entry.subject_field, language, sort, entry.head)
        for sort in sorts
        for entry in entries
        for language in LANGUAGE_ORDER
        if GAPS[sort](entry, language)
    )
