"""A query that names several concepts: “Thủ tướng Nga” is the terms of its parts, longest first.

No part is a part of another; each is found as typed, but for diacritics, or inflected. A single
syllable without its marks says too little and is left alone, unless the whole query has no marks.

Where the rest of the query names a country (Nga, России, Russian), homonyms are chosen by what
tells them apart: Председатель Правительства is Russia's Thủ tướng, and the others are left out.
"""

from __future__ import annotations

from vnru_terms.matching.lookup import identical, inflected

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TypeVar

    from vnru_terms.matching.lookup_query import Hit, Query
    from vnru_terms.store.index import Index

    _T = TypeVar("_T")

# A longer query is a sentence: `annotate` is for texts.
_MOST_WORDS = 12
_LONGEST_COUNTRY = 6


def parts(index: Index, asked: Query) -> tuple[bool, list[Hit]]:
    """Whether parts cover all of the query's words, and the terms of the parts, longest first."""
    count = len(asked.words)
    if not 1 < count <= _MOST_WORDS:
        return False, []
    free = [_is_known(index, asked, i) for i in range(count)]
    covered = [False] * count
    found: list[tuple[slice, list[Hit]]] = []
    for length in range(count - 1, 0, -1):
        for start in range(count - length + 1):
            words = slice(start, start + length)
            if not all(free[words]):
                continue
            hits = _same(index, asked, words)
            if hits:
                free[words] = [False] * length
                covered[words] = [True] * length
                found.append((words, hits))
    countries = _countries(index, asked, [words for words, _hits in found]) if found else []
    for words, _code in countries:
        covered[words] = [True] * (words.stop - words.start)
    places = [words for words, _code in countries]
    # Whose office it is comes behind the office, however many words it has.
    found.sort(key=lambda part: part[0] in places)
    chosen = [hit for words, hits in found for hit in _chosen(index, hits, words, countries)]
    return all(covered), chosen


def _countries(index: Index, asked: Query, parts: list[slice]) -> list[tuple[slice, str]]:
    """The countries that words of the query name, by code; not inside a part, nor across its edge.

    Pháp in pháp lệnh is no country.
    """
    count = len(asked.words)
    stretches: dict[str, list[slice]] = {}
    for length in range(min(_LONGEST_COUNTRY, count - 1), 0, -1):
        for start in range(count - length + 1):
            words = slice(start, start + length)
            if all(_apart(words, part) or _within(part, words) for part in parts):
                stretches.setdefault(" ".join(asked.folded[words]), []).append(words)
    bare = asked.words == asked.folded
    found: list[tuple[slice, str]] = []
    for folded, spelled, code in index.countries(stretches):
        for words in stretches[folded]:
            if bare or spelled == " ".join(asked.spelled[words]):
                found.append((words, code))
    # Guinea in the name of Guinea-Bissau is no country either.
    return [
        (words, code)
        for words, code in found
        if not any(_within(words, other) and words != other for other, _code in found)
    ]


def _chosen(
    index: Index, hits: list[Hit], words: slice, countries: list[tuple[slice, str]]
) -> list[Hit]:
    """The homonyms that may be of the country named nearest to them; all, where none may be."""
    others = [(_distance(words, other), code) for other, code in countries if _apart(words, other)]
    if len(hits) < 2 or not others:
        return hits
    nearest = min(distance for distance, _code in others)
    codes = [code for distance, code in others if distance == nearest]
    return fitting(hits, [index.fit(hit.row.concept, codes) for hit in hits])


def fitting(homonyms: Sequence[_T], fits: Sequence[int]) -> list[_T]:
    """The homonyms that may be of a country, what is its own first; all, where none may be.

    >>> fitting(["of Viet Nam", "of Russia", "of any"], [-1, 1, 0]), fitting(["a", "b"], [-1, -1])
    (['of Russia', 'of any'], ['a', 'b'])
    """
    least = 0 if max(fits) >= 0 else min(fits)
    ranked = sorted(zip(fits, homonyms, strict=True), key=lambda pair: -pair[0])
    return [homonym for fit, homonym in ranked if fit >= least]


def _apart(one: slice, other: slice) -> bool:
    return bool(one.stop <= other.start or other.stop <= one.start)


def _distance(one: slice, other: slice) -> int:
    """How many words stand between two stretches."""
    return int(max(other.start - one.stop, one.start - other.stop))


def _within(inner: slice, outer: slice) -> bool:
    return bool(outer.start <= inner.start and inner.stop <= outer.stop)


def _is_known(index: Index, asked: Query, i: int) -> bool:
    word = asked.folded[i]
    forms = (index.lemmas([word], code)[word] for code in asked.languages)
    return any(index.knows(form) for form in {word, *(form for many in forms for form in many)})


def _same(index: Index, asked: Query, words: slice) -> list[Hit]:
    hits = identical(index, asked, words)
    if words.stop - words.start == 1:
        bare = asked.words == asked.folded
        hits = [hit for hit in hits if bare or hit.kind == "exact"]
    hits = hits or inflected(index, asked, words)[0]
    for hit in hits:
        hit.part = " ".join(asked.words[words])
    return hits
