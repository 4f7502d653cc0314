"""A row of somebody's sheet ▸ a concept entry; and what was exported ▸ the entry that it was.

A concept of an export of ours (`whole_concept`) is taken as it stands, a curator has been over it;
only what its format could not carry is filled in.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from vnru_terms.curation.import_merge import with_sections
from vnru_terms.curation.import_terms import own_term
from vnru_terms.curation.imports import Draft, Item, Outcome
from vnru_terms.curation.proposals import propose_id, propose_part_of_speech
from vnru_terms.messages import _
from vnru_terms.model import (
    LANGUAGE_ORDER,
    ConceptEntry,
    Kind,
    LanguageSection,
    Status,
    TermEntry,
)
from vnru_terms.store.entry_texts import with_concept_text, with_section_text, with_term_text
from vnru_terms.store.incoming import IncomingConcept
from vnru_terms.text.normalise import squeeze

_ID = re.compile(r"[a-z][a-z0-9-]*\Z")


def new_concept(said: IncomingConcept, subject: str, taken_ids: Collection[str]) -> Draft:
    """The concept that a row describes, or the lines of the report that say what it lacks.

    `subject` is for rows that name no subject field; ids are made of the English term.
    """
    field = said.fields.get("subject_field")
    subject = field.text if field and field.text else subject
    kind_cell = said.fields.get("kind")
    kind = Kind(kind_cell.text) if kind_cell and kind_cell.text else Kind.TERM
    part = propose_part_of_speech(kind)
    id = said.id or _id(said, taken_ids)
    empty = ConceptEntry(id, subject, (), kind)
    entry, items = with_sections(empty, said, None, part, accept=False)
    found = [item for item in items if item.outcome is Outcome.CONFLICT]
    refused = tuple(
        Item(
            Outcome.REFUSED, said.fields.get(name, said.cell), said.id, name, first_term(said),
            reason=reason, hint=hint,
        )
        for name, reason, hint in _lacks(entry)
    )  # fmt: skip
    if refused:
        return Draft(said.cell, None, None, refused)
    for name in ("distinguish", "trap", "note"):
        cell = said.fields.get(name)
        if cell is not None and cell.text:
            entry = with_concept_text(entry, name, squeeze(cell.text))
    item = Item(Outcome.NEW, said.cell, id, new=_summary(entry), reason=subject)
    return Draft(said.cell, None, entry, (item, *found))


def whole_concept(said: IncomingConcept, entry: ConceptEntry, subject: str) -> Draft:
    """The new concept that an export of ours holds; `subject` is for one without a field."""
    field = said.fields.get("subject_field")
    subject = field.text if field and field.text else subject
    entry = replace(entry, subject_field=subject)
    refused = tuple(
        Item(Outcome.REFUSED, said.cell, entry.id, term=entry.head, reason=reason, hint=hint)
        for _name, reason, hint in _lacks(entry)
    )
    if refused:
        return Draft(said.cell, None, None, refused)
    part = propose_part_of_speech(entry.kind)
    silent = {
        (language, term.cell.text): term.silent
        for language, section in said.sections.items()
        for term in section.terms
    }
    sections = tuple(
        replace(
            section,
            terms=tuple(
                own_term(
                    term, section.language, part, silent.get((section.language, term.term), ())
                )
                for term in section.terms
            ),
        )
        for section in entry.languages
    )
    entry = replace(entry, languages=sections)
    item = Item(Outcome.NEW, said.cell, entry.id, new=_summary(entry), reason=subject)
    return Draft(said.cell, None, entry, (item,))


def _lacks(entry: ConceptEntry) -> Iterator[tuple[str, str, str]]:
    """What a new concept cannot be without: the field, the reason, the hint."""
    if not entry.subject_field:
        hint = _("Fill it in, or give one for all with --subject.")
        yield "subject_field", _("this new concept has no subject field."), hint
    if not entry.terms(LANGUAGE_ORDER[0]):
        hint = _("Write it, or the id of the concept that is meant.")
        yield LANGUAGE_ORDER[0], _("a new concept needs a Vietnamese term."), hint
    if not _ID.match(entry.id):
        hint = _("Write lower-case Latin letters, digits and hyphens, a letter first.")
        yield "id", _("“{id}” is no id.").format(id=entry.id), hint


def exported_entry(said: IncomingConcept) -> ConceptEntry:
    """The entry as an export had shown it; what the file cannot carry is not in it."""
    sections = []
    for language, incoming in said.sections.items():
        terms = []
        for term in incoming.terms:
            held = TermEntry(term.cell.text, term.statuses[0] if term.statuses else Status.ADMITTED)
            for field, cell in term.fields.items():
                held = with_term_text(held, field, cell.text)
            terms.append(held)
        section = LanguageSection(language, tuple(terms))
        for field, cell in incoming.fields.items():
            section = with_section_text(section, field, cell.text)
        sections.append(section)
    subject = said.fields.get("subject_field")
    entry = ConceptEntry(said.id, subject.text if subject else "", tuple(sections))
    for field, cell in said.fields.items():
        if field != "subject_field" and (cell.text or field != "kind"):
            entry = with_concept_text(entry, field, cell.text)
    return entry


def first_term(said: IncomingConcept) -> str:
    """The first term of the first language that has one, by which a person knows the concept."""
    sections = (said.sections.get(language) for language in LANGUAGE_ORDER)
    return next((s.terms[0].cell.text for s in sections if s and s.terms), "")


def _id(said: IncomingConcept, taken: Collection[str]) -> str:
    """An id of the English term, else of the first that has Latin letters."""
    for language in ("en", *LANGUAGE_ORDER):
        section = said.sections.get(language)
        first = section.terms[0].cell.text if section and section.terms else ""
        id = propose_id(TermEntry(first).surface, taken)
        if id:
            return id
    return ""


def _summary(entry: ConceptEntry) -> str:
    """Its terms in one line: “hội đàm — talks — переговоры; беседа”."""
    sections = ("; ".join(term.term for term in section.terms) for section in entry.languages)
    return " — ".join(sections)
