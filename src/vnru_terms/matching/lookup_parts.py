"""A query that names several concepts: “Thủ tướng Nga” is the terms of its parts, longest first.

No part is a part of another; each is found as typed, but for diacritics, or inflected. A single
syllable without its marks says too little and is left alone, unless the whole query has no marks.
"""

from __future__ import annotations

from vnru_terms.matching.lookup import identical, inflected

TYPE_CHECKING = False
if TYPE_CHECKING:
    from vnru_terms.matching.lookup_query import Hit, Query
    from vnru_terms.store.index import Index

# A longer query is a sentence: `annotate` is for texts.
_MOST_WORDS = 12


def parts(index: Index, asked: Query) -> tuple[bool, list[Hit]]:
    """Whether parts cover all of the query's words, and the terms of the parts, longest first."""
    count = len(asked.words)
    if not 1 < count <= _MOST_WORDS:
        return False, []
    free = [_is_known(index, asked, i) for i in range(count)]
    covered = [False] * count
    found: list[Hit] = []
    for length in range(count - 1, 0, -1):
        for start in range(count - length + 1):
            words = slice(start, start + length)
            if not all(free[words]):
                continue
            hits = _same(index, asked, words)
            if hits:
                free[words] = [False] * length
                covered[words] = [True] * length
                found += hits
    return all(covered), found


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
