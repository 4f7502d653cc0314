"""The keys of a look-up: made without regular expressions, equal to those of the languages."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from vnru_terms.lang.keys import bare_words, folded_key
from vnru_terms.lang.vi import tone_key
from vnru_terms.model import Termbase
from vnru_terms.text.typed import fold, spelling, words_of

_anything = st.text(st.characters(codec="utf-8"), max_size=40)


@given(text=_anything)
def test_words_are_those_of_the_languages(text: str) -> None:
    """Where there is a word at all, both ways give the same."""
    expected = bare_words(text)
    if expected:
        assert words_of(text) == expected


@given(text=st.text(max_size=40))
def test_every_word_can_be_stored(text: str) -> None:
    """No word is empty or holds a space, a line end or half a character."""
    for word in words_of(text):
        assert word and word.isprintable() and " " not in word
        assert fold(word).encode()


@given(text=_anything)
def test_keys_are_settled(text: str) -> None:
    """Folding twice is folding once; equal spellings fold to one key."""
    for word in words_of(text):
        assert fold(fold(word)) == fold(word)


def test_the_glossary_has_the_same_keys_both_ways(termbase: Termbase) -> None:
    """Every word of every term: its folded key and its spelling."""
    for entry in termbase.entries:
        for _code, term in entry.all_terms():
            for word in words_of(term.surface):
                assert fold(word) == folded_key(word)
                assert spelling(word) == tone_key(word)
