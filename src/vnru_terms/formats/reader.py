"""What a reader of termbases is, and what all of them share.

A reader turns the bytes of a file into `IncomingConcept`s, one after the other and never all at
once, and gives a finding of error severity where the file as a whole cannot be read; what is wrong
with one concept is a fault of it. Texts are the file's own: subject fields are the labels that it
gives, and nothing is mended. An export of ours is known by its head; its concepts come as values
too (`entry`), since what stands in it has been through a curator's hands.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from vnru_terms.findings import Finding, Place
from vnru_terms.formats.spoilt import spoilt
from vnru_terms.model import ConceptEntry, LanguageSection, TermEntry
from vnru_terms.store.entry_texts import (
    SECTION_FIELDS,
    TERM_FIELDS,
    concept_text,
    section_text,
    term_text,
)
from vnru_terms.store.incoming import (
    Cell,
    Fault,
    IncomingConcept,
    IncomingSection,
    IncomingTerm,
)

Read = Iterator[IncomingConcept | Finding]
# All that a file says of one concept; what is longer is none.
LONGEST_CONCEPT = 1 << 22
_TERM_FIELDS = tuple(field for field in TERM_FIELDS if field != "status")
_CONCEPT_FIELDS = ("kind", "distinguish", "trap", "note")


@dataclass(frozen=True, slots=True)
class TermbaseReader:
    """A format of termbases: its name, its reader, and whether a file begins as it does.

    `begins` is given the first characters of a file, without a byte order mark.
    """

    name: str
    read: Callable[[BinaryIO, str], Read]
    begins: Callable[[str], bool]


def cell_at(name: str, text: str, line: int) -> Cell:
    """A text with its line as the address."""
    return Cell(text, Place(name, line), f"{name}:{line}" if line else name)


def said(
    entry: ConceptEntry,
    at: Cell,
    *,
    is_own: bool,
    silent: frozenset[str] = frozenset(),
    without_status: Collection[TermEntry] = (),
    faults: tuple[Fault, ...] = (),
    is_pair: bool = False,
) -> IncomingConcept:
    """What a file says of a concept, from its value; places of terms are lines of the file.

    `silent` names the fields that the format cannot carry, `without_status` the terms of whose
    status the file says nothing.
    """
    path = at.place.path
    fields = {"subject_field": entry.subject_field}
    fields |= {field: concept_text(entry, field) for field in _CONCEPT_FIELDS}
    if not is_own or "kind" in silent:
        del fields["kind"]

    def cell(text: str, place: Place | None) -> Cell:
        return cell_at(path, text, place.line if place else at.place.line)

    def term(value: TermEntry) -> IncomingTerm:
        texts = {field: term_text(value, field) for field in _TERM_FIELDS if _says(value, field)}
        cells = {field: cell(text, value.place) for field, text in texts.items() if text}
        is_silent = any(value is other for other in without_status)
        return IncomingTerm(
            cell(value.term, value.place),
            () if is_silent else (value.status,),
            cells,
            entry=value if is_own else None,
            silent=silent,
        )

    def section(value: LanguageSection) -> IncomingSection:
        texts = {field: section_text(value, field) for field in SECTION_FIELDS}
        place = value.definition.place if value.definition else None
        cells = {field: cell(text, place) for field, text in texts.items() if text}
        return IncomingSection(tuple(map(term, value.terms)), cells)

    sections = {value.language: section(value) for value in entry.languages}
    if not is_own:
        terms = (one.cell for said in sections.values() for one in said.terms)
        faults += tuple(fault for fault in map(spoilt, terms) if fault is not None)
    return IncomingConcept(
        id=entry.id,
        cell=at,
        fields={field: cell(text, None) for field, text in fields.items() if text},
        sections=sections,
        faults=faults,
        entry=entry if is_own and not faults else None,
        is_foreign=not is_own,
        is_pair=is_pair,
    )


def _says(term: TermEntry, field: str) -> bool:
    """Whether the term has anything in a field; quicker than its text."""
    return bool(getattr(term, "context" if field == "context_source" else field))
