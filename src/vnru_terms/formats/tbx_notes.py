"""What TBX has no data category for, as notes that begin with a fixed label, for both versions.

The labels are English in every export, so that a reader of the file can know them again.
"""

from __future__ import annotations

from collections.abc import Iterator

from vnru_terms.formats.format import written
from vnru_terms.model import ConceptEntry, Kind, TermEntry, Usage

# TBX of 2008 has no place for it.
CONTEXT_SOURCE = "Source of the context: "
# Whose word a term is, where that is a country: TBX has a category for it.
REGIONS = {Usage.VN_SIDE: "Viet Nam", Usage.RU_SIDE: "Russia"}


def concept_notes(entry: ConceptEntry) -> Iterator[str]:
    """Notes on the concept level, in reading order."""
    if entry.distinguish:
        yield f"Distinguish: {entry.distinguish}"
    if entry.trap:
        yield f"Trap: {entry.trap}"
    if entry.kind is not Kind.TERM:
        yield f"Kind: {entry.kind.value}"
    if entry.valid:
        valid = entry.valid
        named = (("from", valid.from_), ("to", valid.to), ("successor", valid.successor))
        yield from (f"Valid {name}: {value}" for name, value in named if value)
    if entry.note:
        yield entry.note


def term_notes(term: TermEntry) -> Iterator[str]:
    """Notes on the term level, in reading order."""
    if term.term != written(term):
        yield f"Pattern: {term.term}"
    if term.government:
        yield f"Government: {term.government}"
    if term.number:
        yield f"Number: {term.number.value}"
    if term.indeclinable:
        yield "Indeclinable: yes"
    if term.pair:
        yield f"Aspect pair: {term.pair}"
    if term.stressed:
        yield f"Stress: {term.stressed}"
    if term.forms:
        yield f"Forms: {' | '.join(term.forms)}"
    other = [usage.value for usage in term.usage if usage not in REGIONS]
    if other:
        yield f"Usage: {' | '.join(other)}"
    if term.reason:
        yield f"Reason: {term.reason.value}"
    for collocation in term.collocations:
        texts = (collocation.vi, collocation.en, collocation.ru)
        yield f"Collocation: {' | '.join(texts)}"
    if term.see:
        yield f"See: {' | '.join(term.see)}"
    if term.note:
        yield term.note
