"""Somebody else's concepts, made ready to be matched with ours.

`together` joins the pairs of a format that knows no concepts; `settled` gives a concept the
glossary's own subject field, and leaves it its id only where a term of that concept agrees: the ids
of two termbases are alike by accident.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from vnru_terms.curation.import_match import Known, spelling
from vnru_terms.messages import _
from vnru_terms.model import (
    LANGUAGE_ORDER,
    Candidate,
    ConceptEntry,
    Kind,
    LanguageSection,
    Status,
    TermEntry,
)
from vnru_terms.store.incoming import Fault, IncomingConcept, IncomingSection

_OWN = LANGUAGE_ORDER[0]


def together(concepts: Iterable[IncomingConcept]) -> list[IncomingConcept]:
    """The concepts, with pairs of one id (ours) or one Vietnamese term (others') put together.

    Of whole concepts with one id in an export of ours the second is refused.
    """
    found: dict[tuple[str, ...], IncomingConcept] = {}
    for number, said in enumerate(concepts):
        key = _key(said, number)
        earlier = found.get(key)
        if earlier is None:
            found[key] = said
        elif said.is_pair:
            found[key] = _joined(earlier, said)
        else:
            message = _("the id “{id}” stands in {address} already.")
            message = message.format(id=said.id, address=earlier.cell.address)
            hint = _("Give one of the two another id.")
            found[("again", str(number))] = replace(
                said, faults=(*said.faults, Fault(said.cell, message, hint)), entry=None
            )
    return list(found.values())


def settled(
    said: IncomingConcept, known: Known, subjects: Mapping[str, str | None]
) -> IncomingConcept:
    """The concept with the subject field that its label names (`subjects`), and with a sure id."""
    field = said.fields.get("subject_field")
    if field is not None:
        slug = subjects.get(field.text) or ""
        said = replace(said, fields={**said.fields, "subject_field": replace(field, text=slug)})
    if said.is_foreign and said.id and not _agrees(said, known):
        said = replace(said, id="")
    return said


def is_lone(said: IncomingConcept) -> bool:
    """Whether it is somebody's Vietnamese term without any equivalent: a candidate at most."""
    spoken = [language for language, section in said.sections.items() if section.terms]
    return said.is_foreign and spoken == [_OWN]


def candidate_of(said: IncomingConcept) -> Candidate:
    """The candidate for the worklist: the first term, the others as its variants."""
    first, *others = (term.cell.text for term in said.sections[_OWN].terms)
    return Candidate(first, Kind.TERM, 0.0, 0, 0, tuple(others))


def _key(said: IncomingConcept, number: int) -> tuple[str, ...]:
    # Of a table several sheets may speak of one concept, one language each.
    if said.id and not said.is_foreign and (said.is_pair or said.entry is not None):
        return ("id", said.id)
    own = said.sections.get(_OWN)
    if said.is_pair and own is not None and own.terms:
        return ("term", spelling(own.terms[0].cell.text, _OWN))
    return ("row", str(number))


def _joined(one: IncomingConcept, other: IncomingConcept) -> IncomingConcept:
    sections = dict(one.sections)
    for language, section in other.sections.items():
        held = sections.get(language, IncomingSection())
        terms = {term.cell.text: term for term in held.terms}
        for term in section.terms:
            had = terms.setdefault(term.cell.text, term)
            if had.entry and term.entry and _is_raised(had.entry, term.entry):
                terms[term.cell.text] = replace(had, statuses=term.statuses)
        fields = {**section.fields, **held.fields}
        sections[language] = replace(held, terms=tuple(terms.values()), fields=fields)
    entry = None
    if one.entry is not None and other.entry is not None:
        entry = _joined_entry(one.entry, other.entry)
    return replace(
        one,
        fields={**other.fields, **one.fields},
        sections=sections,
        faults=(*one.faults, *other.faults),
        entry=entry,
    )


def _joined_entry(one: ConceptEntry, other: ConceptEntry) -> ConceptEntry:
    sections = []
    for code in LANGUAGE_ORDER:
        held = one.section(code) or LanguageSection(code)
        said = other.section(code) or LanguageSection(code)
        terms = {term.term: term for term in held.terms}
        for term in said.terms:
            had = terms.setdefault(term.term, term)
            if _is_raised(had, term):
                terms[term.term] = replace(had, status=term.status)
        definition = held.definition or said.definition
        if terms:
            sections.append(replace(held, terms=tuple(terms.values()), definition=definition))
    return replace(one, languages=tuple(sections))


def _is_raised(had: TermEntry, term: TermEntry) -> bool:
    """Whether a pair tells that a term is preferred, where those before it left that open."""
    return had.status is Status.ADMITTED and term.status is Status.PREFERRED


def _agrees(said: IncomingConcept, known: Known) -> bool:
    """Whether the concept of ours with this id has one of the terms."""
    return any(
        said.id in known.spelt.get((language, spelling(term.cell.text, language)), {})
        for language, section in said.sections.items()
        for term in section.terms
    )
