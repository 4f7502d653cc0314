"""A language of a concept before an import, and which terms of three sides are the same.

The sides are the glossary's terms, the sheet's, and those that were exported. Terms are the same
where they are spelt alike (case, quotes, dashes, tone placement folded), or are so once mended.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from vnru_terms.curation.import_match import spelling
from vnru_terms.curation.imports import Item, Outcome
from vnru_terms.lang import LANGUAGES
from vnru_terms.lang.keys import exact_key
from vnru_terms.model import LanguageSection, PartOfSpeech, Status, TermEntry
from vnru_terms.rules.mending import mended_text
from vnru_terms.store.entry_texts import term_text
from vnru_terms.store.incoming import Cell, IncomingSection, IncomingTerm
from vnru_terms.text.normalise import squeeze

# Two spellings of a word, or a slip of the finger; shorter words differ in meaning by one letter.
NEARLY_THE_SAME = 0.9
LONG_ENOUGH = 8
# Values that a term has in common with the one that it was written over.
_OF_THE_ROW = ("part_of_speech", "usage", "reason")


@dataclass(frozen=True, slots=True)
class Section:
    """A language of a concept before the import; `exported` is None where nobody knows."""

    id: str
    cell: Cell
    ours: LanguageSection
    exported: LanguageSection | None
    part_of_speech: PartOfSpeech
    accept: bool

    @property
    def language(self) -> str:
        """The code of the language."""
        return self.ours.language

    def item(self, outcome: Outcome, cell: Cell, field: str, **texts: str) -> Item:
        """A line of the report about this language."""
        return Item(outcome, cell, self.id, f"{self.language}/{field}", **texts)


def find(terms: Iterable[TermEntry], text: str, language: str) -> TermEntry | None:
    """The term that a text means: the very same, else spelt alike, else once it is mended.

    Else the formula whose slots the text leaves out, as most programs do.
    """
    terms = list(terms)
    if not terms:
        return None
    mended = mended_text(text, language)
    for key in (exact_key, lambda t: spelling(t, language)):
        for wanted in dict.fromkeys((key(text), key(mended))):
            found = next((term for term in terms if key(term.term) == wanted), None)
            if found is not None:
                return found
    formulas = (term for term in terms if "{" in term.term and "{" not in text)
    same = spelling(text, language)
    return next((term for term in formulas if spelling(term.surface, language) == same), None)


def exported_term(at: Section, text: str) -> TermEntry | None:
    """The exported term that a text means."""
    return None if at.exported is None else find(at.exported.terms, text, at.language)


def gone_terms(at: Section, said: Sequence[IncomingTerm]) -> list[TermEntry]:
    """The exported terms that the sheet has no more."""
    if at.exported is None:
        return []
    there = [find(at.exported.terms, incoming.cell.text, at.language) for incoming in said]
    return [term for term in at.exported.terms if not any(term is other for other in there)]


def is_near(one: str, other: str, at: Section) -> bool:
    """Whether two terms are one but for a slip of the finger."""
    fold = LANGUAGES[at.language].fold
    first, second = fold(one), fold(other)
    if first == second:
        return True
    is_long = min(len(first), len(second)) >= LONG_ENOUGH
    same_words = len(first.split()) == len(second.split())
    ratio = SequenceMatcher(None, first, second, autojunk=False).ratio()
    return is_long and same_words and ratio >= NEARLY_THE_SAME


def predecessor(
    at: Section, incoming: IncomingTerm, gone: Sequence[TermEntry], said: IncomingSection
) -> TermEntry | None:
    """The term that has gone from the sheet and that this one stands for."""
    near = next((term for term in gone if is_near(term.term, incoming.cell.text, at)), None)
    meant = incoming.statuses[:1] or ((Status.PREFERRED,) if incoming is said.terms[0] else ())
    if near is not None or Status.PREFERRED not in meant:
        return near
    return next((term for term in gone if term.status is Status.PREFERRED), None)


def is_succeeded(
    at: Section, terms: Sequence[TermEntry], was: TermEntry, said: Sequence[IncomingTerm]
) -> bool:
    """Whether an earlier import of the sheet has put another preferred term in the old one's place.

    The old one stays as admitted then, and that is settled.
    """
    held = find(terms, was.term, at.language)
    if held is None or was.status is not Status.PREFERRED or held.status is not Status.ADMITTED:
        return False
    named = (
        find(terms, i.cell.text, at.language) for i in said if not exported_term(at, i.cell.text)
    )
    return any(term is not None and term.status is Status.PREFERRED for term in named)


def without_remains(incoming: IncomingTerm, gone: Sequence[TermEntry]) -> IncomingTerm:
    """A new term without what stood in its row before: the values of the one it was written over.

    Another term's source is no evidence for it, nor is that one's gender its own.
    """

    def remains(field: str, cell: Cell, term: TermEntry) -> bool:
        return bool(cell.text) and squeeze(cell.text) == squeeze(term_text(term, field))

    own = {f: c for f, c in incoming.fields.items() if f not in _OF_THE_ROW and c.text}
    for term in gone:
        left = {f: c for f, c in own.items() if not remains(f, c, term)}
        if own and len(left) < len(own):
            kept = {f: c for f, c in incoming.fields.items() if f not in own or f in left}
            return replace(incoming, fields=kept)
    return incoming
