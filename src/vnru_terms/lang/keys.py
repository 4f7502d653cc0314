"""The key that all three languages share: folded for comparison, never shown."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vnru_terms.text.normalise import drop_stress, normalise, squeeze, strip_marks, unify_dashes

_QUOTES = re.compile("[\"'`‘’‚‛“”„‟«»‹›]")
_BARE_WORD = re.compile(r"\w+", re.UNICODE)
_WORD = re.compile(r"\w+(?:-\w+)*", re.UNICODE)


def exact_key(text: str) -> str:
    """Letters as written, but storable: NFC, single spaces, one kind of dash."""
    return unify_dashes(squeeze(normalise(text)))


def folded_key(text: str) -> str:
    """Case, diacritics, ё, quotes, dashes and tone placement folded; punctuation off the ends.

    >>> folded_key("«Đối tác  chiến lược»")
    'doi tac chien luoc'
    >>> folded_key("партнёрство") == folded_key("Партнерство")
    True
    """
    bare = strip_marks(exact_key(_QUOTES.sub("", text)).casefold()).casefold()
    return squeeze(bare).strip(" .,;:!?…")


def words(text: str) -> list[str]:
    """The words of a string; a hyphenated compound is one."""
    return _WORD.findall(text)


def bare_words(text: str) -> list[str]:
    """The words as a careless typist gives them: letters with their marks, nothing else.

    Case, quotes and stress marks are dropped; a hyphen separates.

    >>> bare_words("«Kinh tế – thương mại», people's")
    ['kinh', 'tế', 'thương', 'mại', 'peoples']
    """
    return _BARE_WORD.findall(drop_stress(exact_key(_QUOTES.sub("", text)).casefold()))


def holds(long: Sequence[str], short: Sequence[str]) -> bool:
    """Whether the longer words have the shorter ones in one piece; no words stand nowhere.

    >>> holds(["hợp", "tác", "quốc", "phòng"], ["quốc", "phòng"]), holds(["hợp", "tác"], [])
    (True, False)
    """
    n, wanted = len(short), list(short)
    return n > 0 and any(list(long[i : i + n]) == wanted for i in range(len(long) - n + 1))


def no_lemma(text: str) -> str:
    """The lemma key of a language that does not inflect: none."""
    return ""


def no_lemmas(word: str) -> tuple[str, ...]:
    """The dictionary forms of a word in a language that does not inflect: none but itself."""
    return (word,)


def no_aspects(term: str) -> frozenset[str]:
    """For languages whose verbs have no aspect."""
    return frozenset()


def as_written(word: str) -> str:
    """The spelling of a word in a language that has one way to put its marks."""
    return word


_FIGURE = re.compile(r"(?<=[^\W\d_]) (?=\d{1,2}(?!\w|[.,]\d))")


def bind_figures(text: str) -> str:
    """A small figure tied to the word before it with a no-break space.

    >>> bind_figures("Điều 7 và Ninh Thuận 1, năm 2025")
    'Điều\xa07 và Ninh Thuận\xa01, năm 2025'
    """
    return _FIGURE.sub("\u00a0", text)
