"""A concept of the glossary ▸ what a sheet says of it ▸ the concept with the sheet's changes.

`merged` goes through the fields of the concept and of its languages, then (in `import_terms`)
through the terms of each language. Nothing here writes or asks the rules.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from vnru_terms.curation.import_rest import with_rest
from vnru_terms.curation.import_section import Section
from vnru_terms.curation.import_terms import merge_terms
from vnru_terms.curation.imports import Draft, Item, Outcome, Verdict, decide, taken
from vnru_terms.curation.proposals import propose_part_of_speech
from vnru_terms.messages import _
from vnru_terms.model import LANGUAGE_ORDER, ConceptEntry, LanguageSection, PartOfSpeech
from vnru_terms.rules.mending import mended_text
from vnru_terms.store.entry_texts import (
    concept_text,
    section_text,
    with_concept_text,
    with_section_text,
)
from vnru_terms.store.incoming import Cell, IncomingConcept, IncomingSection
from vnru_terms.text.normalise import squeeze


def merged(
    ours: ConceptEntry, said: IncomingConcept, exported: ConceptEntry | None, *, accept: bool
) -> Draft:
    """The concept after the import; `exported` is the concept as the file's author got it.

    With `accept` conflicts are settled in the file's favour and reported as changes.
    """
    items: list[Item] = []
    entry = _with_concept_fields(ours, said, exported, items, accept)
    part = part_of_speech_of(ours)
    entry, found = with_sections(entry, said, exported, part, accept=accept)
    rest: list[Item] = []
    if said.entry is not None:
        entry = with_rest(entry, said.entry, said.cell, rest, accept=accept)
    return Draft(said.cell, ours, entry, (*items, *found, *rest))


def with_sections(
    entry: ConceptEntry,
    said: IncomingConcept,
    exported: ConceptEntry | None,
    part: PartOfSpeech,
    *,
    accept: bool,
) -> tuple[ConceptEntry, list[Item]]:
    """The entry with what the sheet says in each language; `part` is for new terms."""
    items: list[Item] = []
    sections = []
    for language in LANGUAGE_ORDER:
        section = entry.section(language) or LanguageSection(language)
        incoming = said.sections.get(language)
        if incoming is not None:
            was = None if exported is None else exported.section(language)
            base = None if exported is None else (was or LanguageSection(language))
            at = Section(entry.id, said.cell, section, base, part, accept)
            section, found = merge_terms(at, incoming)
            items += found
            section = _with_definition(section, incoming.fields, base, items, entry.id, accept)
            if section.definition and not section.terms:
                items.append(_without_terms(incoming, entry.id, language))
        if section.terms:
            sections.append(section)
    return replace(entry, languages=tuple(sections)), items


def part_of_speech_of(entry: ConceptEntry) -> PartOfSpeech:
    """The part of speech that a new term of the concept has, if the sheet does not say."""
    parts = (term.part_of_speech for _language, term in entry.all_terms())
    return next((part for part in parts if part), propose_part_of_speech(entry.kind))


def _without_terms(said: IncomingSection, id: str, language: str) -> Item:
    cell = said.fields["definition"]
    reason = _("a definition needs a term in its language.")
    hint = _("Write the term as well.")
    field = f"{language}/definition"
    return Item(Outcome.CONFLICT, cell, id, field, new=cell.text, reason=reason, hint=hint)


def _with_concept_fields(
    ours: ConceptEntry,
    said: IncomingConcept,
    exported: ConceptEntry | None,
    items: list[Item],
    accept: bool,
) -> ConceptEntry:
    entry = ours
    for field, cell in said.fields.items():
        if field == "subject_field":
            items += _moved(ours, cell, exported)
            continue
        if field == "kind" and not cell.text:
            continue
        old = concept_text(ours, field)
        base = None if exported is None else concept_text(exported, field)
        if taken(old, cell, base, items, Item(Outcome.CHANGED, cell, ours.id, field), accept):
            entry = with_concept_text(entry, field, cell.text)
    return entry


def _moved(ours: ConceptEntry, cell: Cell, exported: ConceptEntry | None) -> list[Item]:
    """Another subject field is another folder: the file is moved by hand."""
    base = None if exported is None else exported.subject_field
    if not cell.text or decide(ours.subject_field, cell.text, base) is Verdict.KEEP:
        return []
    item = Item(
        Outcome.CONFLICT,
        cell,
        ours.id,
        "subject_field",
        old=ours.subject_field,
        new=cell.text,
        reason=_("an import moves no concept to another subject field."),
        hint=_("Move its file into the folder {folder}.").format(folder=cell.text),
    )
    return [item]


def _with_definition(
    section: LanguageSection,
    fields: Mapping[str, Cell],
    exported: LanguageSection | None,
    items: list[Item],
    id: str,
    accept: bool,
) -> LanguageSection:
    language = section.language
    for field, cell in fields.items():
        old = section_text(section, field)
        base = None if exported is None else section_text(exported, field)
        item = Item(Outcome.CHANGED, cell, id, f"{language}/{field}")
        if field == "definition_source" and not section.definition:
            continue

        def mend(text: str, field: str = field) -> str:
            return mended_text(squeeze(text), language) if field == "definition" else squeeze(text)

        if taken(old, cell, base, items, item, accept, new=mend):
            section = with_section_text(section, field, mend(cell.text))
    return section
