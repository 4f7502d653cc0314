"""MultiTerm XML (Trados), in UTF-16 as MultiTerm writes it.

A concept group a concept, a language group a language. Trados shows every term of a group as one to
use, whatever its status, so deprecated and superseded terms stand in the text field `Do not use` of
their language instead. The fields of the other levels are named in `FIELDS`.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Mapping

from vnru_terms.formats.format import Format, Selection, permitted, written
from vnru_terms.formats.memoq import NAMES
from vnru_terms.formats.numbers import entry_numbers
from vnru_terms.formats.parts import ALL_PARTS, Part
from vnru_terms.formats.tally import NO_EQUIVALENT, Tally
from vnru_terms.formats.tbx_notes import concept_notes, term_notes
from vnru_terms.formats.xml_text import element, legal, opening, parent
from vnru_terms.model import ConceptEntry, TermEntry, Usage

# The text fields of a termbase that takes everything, by level.
FIELDS = {
    "entry": ("Subject", "Entry ID", "Note", "Related"),
    "language": ("Definition", "Definition source", "Do not use"),
    "term": (
        "Status", "Type", "Part of speech", "Gender", "Usage", "Context", "Context source",
        "Source", "Note",
    ),
}  # fmt: skip


def stream_multiterm(selection: Selection, tally: Tally) -> Mapping[str, Iterator[bytes]]:
    """One file with all languages."""
    return {"glossary.multiterm.xml": _pieces(selection, tally)}


def _pieces(selection: Selection, tally: Tally) -> Iterator[bytes]:
    yield codecs.BOM_UTF16_LE + _encoded('<?xml version="1.0" encoding="UTF-16"?>\n<mtf>\n')
    numbers = entry_numbers(entry.id for entry in selection.entries)
    for entry in selection.entries:
        groups = [_language(entry, language) for language in selection.languages]
        if sum(map(bool, groups)) < 2:
            tally.add(NO_EQUIVALENT, entry.id)
            continue
        number = element("concept", str(numbers[entry.id]))
        xml = parent("conceptGrp", [number, *_concept_fields(entry, selection), *groups])
        yield _encoded(f"{legal(xml, entry.id, tally)}\n")
    yield _encoded("</mtf>\n")


def _concept_fields(entry: ConceptEntry, selection: Selection) -> Iterator[str]:
    yield _field("Subject", selection.settings.subject_label(entry.subject_field, selection.source))
    yield _field("Entry ID", entry.id)
    for note in concept_notes(entry):
        yield _field("Note", note)
    for id in (*entry.related, *entry.compare):
        yield _field("Related", id)


def _language(entry: ConceptEntry, language: str) -> str:
    """The group of a language; '' where it has no term that may be used."""
    terms = [term for term in permitted(entry, language) if written(term)]
    section = entry.section(language)
    if not terms or section is None:
        return ""
    name = {"type": NAMES[language], "lang": language.upper()}
    children = [opening("language", name).replace(">", "/>")]
    if section.definition:
        children.append(_field("Definition", section.definition.text))
        children.append(_field("Definition source", section.definition.source))
    unwanted = [_unwanted(term) for term in section.terms if not term.is_permitted]
    children.append(_field("Do not use", "; ".join(unwanted)))
    for term in terms:
        children.append(parent("termGrp", [element("term", written(term)), *_term_fields(term)]))
    return parent("languageGrp", children)


def _unwanted(term: TermEntry) -> str:
    why = [term.status.value, term.reason.value if term.reason else "", term.note]
    return f"{term.term} ({', '.join(filter(None, why))})"


def _term_fields(term: TermEntry) -> Iterator[str]:
    yield _field("Status", term.status.value)
    yield _field("Type", term.type.value if term.type else "")
    yield _field("Part of speech", term.part_of_speech.value if term.part_of_speech else "")
    yield _field("Gender", term.gender.value if term.gender else "")
    sides = [usage.value for usage in term.usage if usage in (Usage.VN_SIDE, Usage.RU_SIDE)]
    yield _field("Usage", ", ".join(sides))
    if term.context:
        yield _field("Context", term.context.text)
        yield _field("Context source", term.context.source)
    for source in term.source:
        yield _field("Source", source)
    for note in term_notes(term):
        yield _field("Note", note)


def _field(name: str, text: str) -> str:
    """A field with its text; nothing where it has none."""
    return f"<descripGrp>{element('descrip', text, type=name)}</descripGrp>" if text else ""


def _encoded(text: str) -> bytes:
    return text.encode("utf-16-le")


MULTITERM = Format(
    name="multiterm",
    suffix=".xml",
    client="Trados, MultiTerm",
    carries=ALL_PARTS - {Part.REVIEWED},
    stream=stream_multiterm,
)
