"""Whether one term is heard in another text: content words, compared by lemma and stem.

In a language that inflects two words are akin where one holds the first letters of the other's
dictionary form (торговля and торгово-экономический, правительство and межправительственный); in
one that does not, where they are the same. It is a sieve for rules that warn, not a matcher.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from vnru_terms.lang import LANGUAGES
from vnru_terms.lang.keys import exact_key

_WORD = re.compile(r"\w+")
# Words that carry no content, of all three languages.
_SMALL = frozenset(
    word
    for words in (
        "a an and as at by for from in of on or the to with",
        "без в во для до за и из к между на над не от по под при с со у",
        "các của cho để là một những ở tại và về với",
    )
    for word in words.split()
)
_SHARED, _LEAST = 0.6, 3

Word = tuple[str, ...]


@lru_cache(maxsize=1 << 14)
def content_words(text: str, language: str) -> tuple[Word, ...]:
    """The words of a text that carry content, each as its possible dictionary forms."""
    record = LANGUAGES[language]
    found = (word for word in _WORD.findall(exact_key(text).casefold()) if word not in _SMALL)
    return tuple(record.lemmas(record.spelling(word)) for word in found)


@lru_cache(maxsize=1 << 16)
def _akin(one: Word, other: Word) -> bool:
    return any(_stem(a) in b or (len(b) > _LEAST and _stem(b) in a) for a in one for b in other)


def _stem(word: str) -> str:
    return word[: max(_LEAST, round(len(word) * _SHARED))]


def share_heard(term: str, text: str, language: str) -> float:
    """The share of a term's content words that are heard in a text, from 0 to 1.

    >>> share_heard("Совет Безопасности ООН", "непостоянный член Совета Безопасности", "ru")
    0.6666666666666666
    """
    needed, there = content_words(term, language), content_words(text, language)
    if not needed:
        return 1.0
    if LANGUAGES[language].inflects:
        heard = sum(any(_akin(word, other) for other in there) for word in needed)
    else:
        heard = sum(word in there for word in needed)
    return heard / len(needed)


def best_heard(terms: Iterable[str], texts: Iterable[str], language: str) -> float:
    """The largest share of any of the terms that is heard in any of the texts."""
    texts = tuple(texts)
    shares = (share_heard(term, text, language) for term in terms for text in texts)
    return max(shares, default=0.0)
