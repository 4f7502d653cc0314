"""What has been gathered of a concept of a TBX file, and the concept that it makes.

Of an export of ours the notes are taken apart again and everything stands as it was written; of
somebody else's each term is there once, and what stands on the wrong level is put where it belongs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from vnru_terms.findings import Place
from vnru_terms.formats.reader import LONGEST_CONCEPT, cell_at, said
from vnru_terms.formats.tbx_notes import CONTEXT_SOURCE
from vnru_terms.formats.tbx_values import with_concept_notes, with_term_notes
from vnru_terms.messages import _
from vnru_terms.model import (
    LANGUAGE_ORDER,
    ConceptEntry,
    Context,
    Definition,
    LanguageSection,
    Review,
    Status,
    TermEntry,
)
from vnru_terms.store.incoming import Fault, IncomingConcept

# A term of which nothing is known yet.
BLANK = TermEntry("")


@dataclass(slots=True)
class Leaf:
    """An element with text: its category, how deep it stands, the source beside it in its group."""

    category: str
    line: int
    depth: int
    target: str = ""
    pieces: list[str] = field(default_factory=list)
    source: str = ""

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self.pieces)


@dataclass(slots=True)
class GatheredTerm:
    """A term being read, with the notes that belong to it."""

    line: int
    entry: TermEntry = BLANK
    status: Status | None = None
    notes: list[str] = field(default_factory=list)


@dataclass(slots=True)
class GatheredSection:
    """A language section being read; its contexts and notes belong to none of its terms."""

    language: str
    line: int
    terms: list[GatheredTerm] = field(default_factory=list)
    definition: Definition | None = None
    review: Review | None = None
    contexts: list[Context] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Gathered:
    """A concept being read; `size` is how many characters it has had so far."""

    id: str
    line: int
    subject: str = ""
    sections: list[GatheredSection] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    links: dict[str, list[str]] = field(default_factory=dict)
    definitions: list[Definition] = field(default_factory=list)
    contexts: list[Context] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    size: int = 0


def row_of(concept: Gathered, name: str, *, is_own: bool, is_of_2008: bool) -> IncomingConcept:
    """The concept as it was read; `is_of_2008` where superseded terms are written as deprecated."""
    cell = cell_at(name, concept.id, concept.line)
    if concept.size > LONGEST_CONCEPT:
        message = _("this concept is longer than {size} MB.").format(size=LONGEST_CONCEPT >> 20)
        concept.faults.append(Fault(cell, message, _("Look whether an end tag is missing.")))
        concept.sections.clear()
    silent: list[TermEntry] = []
    entry = ConceptEntry(
        concept.id,
        concept.subject,
        tuple(_sections(concept, name, silent, is_own=is_own, is_of_2008=is_of_2008)),
        related=tuple(concept.links.get("related", ())),
        compare=tuple(concept.links.get("compare", ())),
        place=cell.place,
    )
    if is_own:
        entry = with_concept_notes(entry, concept.notes)
    elif concept.notes:
        entry = replace(entry, note="; ".join(concept.notes))
    faults = tuple(concept.faults)
    return said(entry, cell, is_own=is_own, without_status=silent, faults=faults)


def _sections(
    concept: Gathered, name: str, silent: list[TermEntry], *, is_own: bool, is_of_2008: bool
) -> Iterator[LanguageSection]:
    """The sections in our languages, in our order; two of one language are one."""
    if concept.sections:
        # What is said of the concept as a whole is in the language that comes first.
        first = concept.sections[0]
        first.definition = first.definition or next(iter(concept.definitions), None)
        first.contexts += concept.contexts
    for code in LANGUAGE_ORDER:
        found = [section for section in concept.sections if section.language == code]
        read = [term for section in found for term in section.terms if term.entry.term]
        if is_own:
            terms = [_own_term(term) for term in read]
            terms = _with_superseded(terms) if is_of_2008 else terms
        else:
            contexts = [context for section in found for context in section.contexts]
            notes = [note for section in found for note in section.notes]
            terms = _foreign_terms(read, silent, contexts, notes)
        if terms:
            definition = next((s.definition for s in found if s.definition), None)
            review = next((s.review for s in found if s.review), None)
            yield LanguageSection(
                code, tuple(terms), definition, review, Place(name, found[0].line)
            )


def _own_term(term: GatheredTerm) -> TermEntry:
    entry, notes = term.entry, list(term.notes)
    if entry.context is not None and notes and notes[0].startswith(CONTEXT_SOURCE):
        source = notes.pop(0).removeprefix(CONTEXT_SOURCE)
        entry = replace(entry, context=replace(entry.context, source=source))
    return replace(with_term_notes(entry, notes), status=term.status or Status.ADMITTED)


def _with_superseded(terms: Sequence[TermEntry]) -> list[TermEntry]:
    """TBX of 2008 has one word for superseded and deprecated; the latter have a reason.

    Superseded ones are written first.
    """
    found: list[TermEntry] = []
    for term in terms:
        is_unwanted = term.status is Status.DEPRECATED and term.reason is None
        if is_unwanted and not any(other.status is Status.DEPRECATED for other in found):
            term = replace(term, status=Status.SUPERSEDED)
        found.append(term)
    return found


def _foreign_terms(
    read: Sequence[GatheredTerm],
    silent: list[TermEntry],
    contexts: Sequence[Context],
    notes: Sequence[str],
) -> list[TermEntry]:
    """Somebody's terms of a language, each once; contexts and notes of all go to the first.

    Where nothing is said of a status, the first is preferred if no other is.
    """
    terms: dict[str, TermEntry] = {}
    chosen = any(term.status is Status.PREFERRED for term in read)
    for term in read:
        entry = term.entry
        is_first = not terms
        if entry.term in terms:
            continue
        usual = Status.PREFERRED if is_first and not chosen else Status.ADMITTED
        its_notes = [*term.notes, *(notes if is_first else ())]
        context = entry.context or (next(iter(contexts), None) if is_first else None)
        status = term.status or usual
        if its_notes or context is not entry.context or status is not entry.status:
            note = "; ".join(its_notes)
            entry = replace(entry, status=status, note=note, context=context)
        terms[entry.term] = entry
        if term.status is None:
            silent.append(entry)
    return list(terms.values())
