"""The key that all three languages share: folded for comparison, never shown."""

from __future__ import annotations

import re

from vnru_terms.text.normalise import normalise, squeeze, strip_marks, unify_dashes

_QUOTES = re.compile("[\"'`‘’‚‛“”„‟«»‹›]")
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


def no_lemma(text: str) -> str:
    """The lemma key of a language that does not inflect: none."""
    return ""


def unbound(text: str) -> str:
    """Text in a language that binds no short words."""
    return text
