"""Find concept entries by a word or phrase typed carelessly in any of the languages.

The ranks are those of `MatchKind`, in order: the same letters and marks; the same but for
diacritics; another inflected form; a longer term that begins so; a term that holds the words; and,
only where all these found nothing, a term with a typo's difference. An entry is listed once, at
its best rank. Within a rank `_closeness` decides. Start at `look_up`; the table of ranks is
`_SEARCHES`. The index answers; nothing here reads a file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from vnru_terms.lang import LANGUAGES, Language
from vnru_terms.lang.keys import exact_key
from vnru_terms.model import ConceptEntry, TermEntry
from vnru_terms.store.index import (
    LONG_WORD,
    Index,
    TermRow,
    folded_lemmas,
    folded_words,
    look_up_words,
)

# A query longer than any term is cut: it cannot match whole, and must not take long.
LONGEST_QUERY = 1000
_MOST_WORDS = 40
_LONGEST_TYPO = 64
# Rows that one question to the index may bring, where the reader wants but a few.
_AT_MOST = 300


class MatchKind(Enum):
    """Why an entry was found, best first; the value is what JSON carries."""

    EXACT = "exact"
    FOLDED = "folded"
    LEMMA = "lemma"
    PREFIX = "prefix"
    WORDS = "words"
    FUZZY = "fuzzy"


@dataclass(frozen=True, slots=True)
class Match:
    """A concept entry that was found, by which of its terms, and why."""

    entry: ConceptEntry
    match: MatchKind
    matched: TermEntry
    language: str


@dataclass(frozen=True, slots=True)
class _Query:
    text: str
    words: tuple[str, ...]
    languages: tuple[str, ...]
    at_most: int


@dataclass(frozen=True, slots=True)
class _Hit:
    row: TermRow
    kind: MatchKind
    typos: int = 0


def look_up(
    index: Index, query: str, *, from_: str | None = None, limit: int = 10
) -> tuple[Match, ...]:
    """The entries that `query` may mean, likeliest first; `from_` is the query's language.

    At most `limit` entries, all of them where it is 0.
    """
    asked = _Query(
        query[:LONGEST_QUERY],
        tuple(look_up_words(query[:LONGEST_QUERY])),
        (from_,) if from_ else tuple(LANGUAGES),
        max(_AT_MOST, limit * 5) if limit else -1,
    )
    found: dict[int, _Hit] = {}
    for kind, search in _SEARCHES:
        # Guesses only help where nothing fits.
        if not asked.words or (kind is MatchKind.FUZZY and found):
            continue
        hits = sorted(search(index, asked), key=lambda hit: _closeness(hit, asked))
        for hit in hits:
            found.setdefault(hit.row.concept, hit)
    chosen = list(found.values())[: limit or None]
    return tuple(_match(index, hit) for hit in chosen)


def _match(index: Index, hit: _Hit) -> Match:
    entry = index.entry(hit.row.concept)
    term = entry.terms(hit.row.language)[hit.row.position]
    return Match(entry, hit.kind, term, hit.row.language)


def _same(index: Index, asked: _Query) -> Iterator[TermRow]:
    for languages, key in _by_key(asked, lambda record: " ".join(_fold(asked, record))):
        yield from index.same(key, languages)


def _exact(index: Index, asked: _Query) -> Iterator[_Hit]:
    for row in _same(index, asked):
        spelling = LANGUAGES[row.language].spelling
        if [*map(spelling, look_up_words(row.surface))] == [*map(spelling, asked.words)]:
            yield _Hit(row, MatchKind.EXACT)


def _folded(index: Index, asked: _Query) -> Iterator[_Hit]:
    for row in _same(index, asked):
        yield _Hit(row, MatchKind.FOLDED)


def _inflected(index: Index, asked: _Query) -> Iterator[_Hit]:
    if len(asked.words) > _MOST_WORDS:
        return
    for code in asked.languages:
        record = LANGUAGES[code]
        if record.inflects:
            lemmas = [folded_lemmas(word, record) for word in asked.words]
            for row in index.inflected(lemmas, [code], asked.at_most):
                yield _Hit(row, MatchKind.LEMMA)


def _beginning(index: Index, asked: _Query) -> Iterator[_Hit]:
    for languages, key in _by_key(asked, lambda record: " ".join(_fold(asked, record))):
        for row in index.beginning(key, languages, asked.at_most):
            yield _Hit(row, MatchKind.PREFIX)


def _containing(index: Index, asked: _Query) -> Iterator[_Hit]:
    if len(asked.words) > _MOST_WORDS:
        return
    for code in asked.languages:
        record = LANGUAGES[code]
        forms = [
            [*dict.fromkeys([*folded_words([word], record), *folded_lemmas(word, record)])]
            for word in dict.fromkeys(asked.words)
        ]
        for row in index.containing(forms, [code], asked.at_most):
            yield _Hit(row, MatchKind.WORDS)


def _fuzzy(index: Index, asked: _Query) -> Iterator[_Hit]:
    for languages, joined in _by_key(asked, lambda record: "".join(_fold(asked, record))):
        for row in index.same_without_spaces(joined, languages):
            yield _Hit(row, MatchKind.FUZZY)
    for languages, key in _by_key(asked, lambda record: " ".join(_fold(asked, record))):
        yield from _with_typos(index, key.split(), languages, asked.at_most)


def _with_typos(
    index: Index, words: list[str], languages: Sequence[str], at_most: int
) -> Iterator[_Hit]:
    if len(words) > _MOST_WORDS or max(map(len, words)) > _LONGEST_TYPO:
        return
    near = [_neighbours(index, word, alone=len(words) == 1) for word in words]
    if not all(near):
        return
    forgiven = 1 + sum(map(len, words)) // 8
    for row in index.containing([list(found) for found in near], languages, at_most):
        typos = _typos_in_order(near, row.folded.split())
        if typos <= forgiven:
            yield _Hit(row, MatchKind.FUZZY, typos)


def _typos_in_order(near: list[dict[str, int]], words: list[str]) -> int:
    """The fewest typos with which the query stands in one piece in the term.

    In any order, short syllables would meet by chance: biển đông in Hội đồng Liên bang.
    """
    none = sum(map(len, words)) + 1
    windows = (words[i : i + len(near)] for i in range(len(words) - len(near) + 1))
    return min(
        (
            sum(found.get(word, none) for found, word in zip(near, window, strict=True))
            for window in windows
        ),
        default=none,
    )


def _neighbours(index: Index, word: str, *, alone: bool) -> dict[str, int]:
    """The words of the index that the typist may have meant, with the number of typos."""
    found = {}
    for other in index.near(word):
        shorter = min(len(word), len(other))
        forgiven = 2 if shorter >= LONG_WORD else 1 if shorter > 2 or not alone else 0
        typos = edits(word, other, forgiven)
        if typos <= forgiven:
            found[other] = typos
    return found


_SEARCHES: tuple[tuple[MatchKind, Callable[[Index, _Query], Iterator[_Hit]]], ...] = (
    (MatchKind.EXACT, _exact),
    (MatchKind.FOLDED, _folded),
    (MatchKind.LEMMA, _inflected),
    (MatchKind.PREFIX, _beginning),
    (MatchKind.WORDS, _containing),
    (MatchKind.FUZZY, _fuzzy),
)


def edits(a: str, b: str, at_most: int) -> int:
    """Letters put in, left out, changed, or swapped with their neighbour, to make `b` of `a`.

    Optimal string alignment; anything above `at_most` is returned as `at_most + 1`.

    >>> edits("tir", "tri", 2), edits("consultaton", "consultation", 2), edits("bo", "cục", 1)
    (1, 1, 2)
    """
    if abs(len(a) - len(b)) > at_most:
        return at_most + 1
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, letter in enumerate(a, start=1):
        before, last, row = row, before, [i]
        for j, other in enumerate(b, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == other:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > at_most:
            return at_most + 1
    return min(row[-1], at_most + 1)


def _closeness(hit: _Hit, asked: _Query) -> tuple[object, ...]:
    """The order within a rank: fewest typos, marks as typed, whole words, status, length, order."""
    row = hit.row
    return (
        hit.typos,
        _misspelt(asked, row),
        # посол: `посол доброй воли` before `посольство`.
        hit.kind is MatchKind.PREFIX and asked.words[-1] not in look_up_words(row.surface),
        exact_key(row.surface) != exact_key(asked.text),
        row.status,
        len(row.folded),
        list(LANGUAGES).index(row.language),
        LANGUAGES[row.language].sort_key(row.surface),
        row.concept,
    )


def _misspelt(asked: _Query, row: TermRow) -> int:
    """How many of the query's words the term does not have with the same letters and marks."""
    record = LANGUAGES[row.language]
    words = look_up_words(row.surface)
    there = {record.spelling(word) for word in words}
    return sum(
        record.spelling(word) not in there and not any(w.startswith(word) for w in words)
        for word in asked.words
    )


def _fold(asked: _Query, record: Language) -> list[str]:
    return folded_words(asked.words, record)


def _by_key(asked: _Query, key: Callable[[Language], str]) -> Iterable[tuple[list[str], str]]:
    """The languages of the query by the key that it has in them; mostly one key for all."""
    found: dict[str, list[str]] = {}
    for code in asked.languages:
        found.setdefault(key(LANGUAGES[code]), []).append(code)
    return [(codes, value) for value, codes in found.items()]
