"""A term entry as its language wants to see it, to make the forms of it."""

from __future__ import annotations

from vnru_terms.lang.recipe import Phrase
from vnru_terms.model import Kind, TermEntry, TermType


def phrase_of(term: TermEntry, kind: Kind = Kind.TERM) -> Phrase:
    """A term entry of a concept of some kind, as its language wants to see it."""

    def value(member: object) -> str:
        return str(getattr(member, "value", ""))

    acronym = term.type is TermType.ACRONYM or (term.term.isupper() and " " not in term.term)
    return Phrase(
        text=term.term,
        part_of_speech=value(term.part_of_speech),
        gender=value(term.gender),
        number=value(term.number) or ("singular" if kind is Kind.NAME else ""),
        indeclinable=term.indeclinable,
        acronym=acronym,
        name=kind is Kind.NAME,
        forms=term.forms,
        pair=term.pair,
    )
