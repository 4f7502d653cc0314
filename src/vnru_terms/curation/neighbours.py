"""The near neighbours of a candidate in the glossary: same key, nested either way, shared words.

`Neighbourhood` is made once for a termbase and asked for every candidate. Words (for Vietnamese:
syllables) weigh by their rarity over the glossary's terms, so that a shared `tham vấn` counts for
more than a shared `quốc`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from math import log

from vnru_terms.curation.desk import key_of
from vnru_terms.lang.keys import holds
from vnru_terms.model import LANGUAGE_ORDER, Candidate, ConceptEntry, Termbase, TermEntry

# Of the weight of both terms' words together, this part at least is shared.
LEAST_SHARED = 0.3
_MARKS = ".,;:!?…()[]\"'“”‘’«»"


class Relation(Enum):
    """How a term of the glossary lies to a candidate; nearest first."""

    SAME = "same"
    PART = "part"
    WHOLE = "whole"
    SHARED = "shared"


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A term of the glossary near a candidate.

    PART stands inside the candidate, WHOLE holds the candidate. `nearness` goes from 0 to 1.
    """

    entry: ConceptEntry
    term: TermEntry
    relation: Relation
    nearness: float


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """A termbase's Vietnamese terms, by their words; the weights of the words.

    A word that no term has weighs as much as the rarest."""

    terms: tuple[tuple[ConceptEntry, TermEntry, tuple[str, ...]], ...]
    by_word: Mapping[str, tuple[int, ...]]
    weights: Mapping[str, float]
    heaviest: float


def words_of(term: str) -> tuple[str, ...]:
    """The folded words of a Vietnamese term, without the marks at their ends.

    >>> words_of("Tổng Bí thư, Chủ tịch") == words_of("tổng bí thư chủ tịch")
    True
    >>> words_of("phòng, chống") == words_of("phòng chống")
    True
    """
    # Before the key, which puts a syllable's tone behind all that it ends in.
    bare = " ".join(word.strip(_MARKS) for word in term.split())
    return tuple(word for word in key_of(bare).split() if word)


def neighbourhood(termbase: Termbase) -> Neighbourhood:
    """What `near` needs to know of a termbase; persons and places are no neighbours of terms."""
    terms = tuple(
        (entry, term, words_of(term.surface))
        for entry in termbase.concepts
        for term in entry.terms(LANGUAGE_ORDER[0])
    )
    frequency = Counter(word for _entry, _term, words in terms for word in set(words))
    by_word: dict[str, list[int]] = defaultdict(list)
    for i, (_entry, _term, words) in enumerate(terms):
        for word in dict.fromkeys(words):
            by_word[word].append(i)
    weights = {word: log(1 + len(terms) / n) for word, n in frequency.items()}
    found = {word: tuple(numbers) for word, numbers in by_word.items()}
    return Neighbourhood(terms, found, weights, max(weights.values(), default=1.0))


def near(candidate: Candidate, among: Neighbourhood, limit: int = 8) -> tuple[Neighbour, ...]:
    """The neighbours of a candidate, nearest first, one a concept."""
    spellings = [words_of(s) for s in (candidate.term, *candidate.variants)]
    best: dict[str, Neighbour] = {}
    for words in spellings:
        for i in sorted({i for word in words for i in among.by_word.get(word, ())}):
            found = _compared(words, i, among)
            if found is None:
                continue
            held = best.get(found.entry.id)
            if held is None or _order(found) < _order(held):
                best[found.entry.id] = found
    return tuple(sorted(best.values(), key=_order)[:limit])


def _compared(words: Sequence[str], i: int, among: Neighbourhood) -> Neighbour | None:
    entry, term, others = among.terms[i]
    mine, theirs = set(words), set(others)

    def weight(some: set[str]) -> float:
        return sum(among.weights.get(word, among.heaviest) for word in some)

    shared = weight(mine & theirs) / weight(mine | theirs)
    if list(words) == list(others):
        return Neighbour(entry, term, Relation.SAME, 1.0)
    if holds(words, others):
        return Neighbour(entry, term, Relation.PART, shared)
    if holds(others, words):
        return Neighbour(entry, term, Relation.WHOLE, shared)
    if shared < LEAST_SHARED:
        return None
    return Neighbour(entry, term, Relation.SHARED, shared)


def _order(neighbour: Neighbour) -> tuple[bool, float, str]:
    return neighbour.relation is not Relation.SAME, -neighbour.nearness, neighbour.entry.id
