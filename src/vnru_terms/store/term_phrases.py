"""A term entry as its language wants to see it, to make the forms of it."""

from __future__ import annotations

from vnru_terms.lang.recipe import Phrase
from vnru_terms.model import Kind, TermEntry, TermType

_NAMED = (Kind.INSTITUTION, Kind.DOCUMENT, Kind.EVENT)


def is_proper_name(term: str, kind: Kind) -> bool:
    """Whether a term names one thing: a person, a place, or in several words, with a capital, more.

    A text may have it in the plural all the same (министерства иностранных дел двух стран).

    >>> is_proper_name("Министерство обороны", Kind.INSTITUTION)
    True
    >>> is_proper_name("Конституция", Kind.DOCUMENT)
    False
    """
    in_words = term[:1].isupper() and " " in term
    return kind is Kind.NAME or (kind in _NAMED and in_words)


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
        title=kind is Kind.TITLE,
        forms=term.forms,
        pair=term.pair,
    )
