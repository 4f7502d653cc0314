"""What a look-up found, as values for programs; the look-up itself works with lighter ones."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from vnru_terms.matching.lookup_query import Hit
from vnru_terms.model import ConceptEntry, TermEntry
from vnru_terms.store.entry_json import entry_from_json
from vnru_terms.store.index import Index


class MatchKind(Enum):
    """Why an entry was found, best first; the value is what JSON carries."""

    EXACT = "exact"
    FOLDED = "folded"
    LEMMA = "lemma"
    KEYSTROKES = "keystrokes"
    PREFIX = "prefix"
    WORDS = "words"
    FUZZY = "fuzzy"


@dataclass(frozen=True, slots=True)
class Match:
    """A concept entry that was found, by which of its terms, and why.

    `part` is the words of the query that it answers where it answers not all of them.
    """

    entry: ConceptEntry
    match: MatchKind
    matched: TermEntry
    language: str
    part: str = ""


def match_of(index: Index, hit: Hit) -> Match:
    """A hit with its whole entry."""
    entry = entry_from_json(index.values(hit.row.concept))
    term = entry.terms(hit.row.language)[hit.row.position]
    return Match(entry, MatchKind(hit.kind), term, hit.row.language, hit.part)
