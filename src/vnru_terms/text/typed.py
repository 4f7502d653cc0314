"""What a careless typist gives: the words of a query or a term, and their keys.

`words_of` gives the words, `fold` the key without case and diacritics, `spelling` the key that
keeps them but for the place of the tone. The index is made with these and asked with these.

No regular expressions: importing `re` would take as long as the whole answer. Only text beyond
ASCII asks unicodedata.
"""

from __future__ import annotations

from unicodedata import combining
from unicodedata import normalize as _normal_form

# Quotation marks and apostrophes fall away; so do soft hyphen, zero-width characters and the byte
# order mark. Icelandic eth is typed for đ by old keyboards.
_DROPPED = dict.fromkeys(map(ord, "\"'`‘’‚‛“”„‟«»‹›\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_TYPED = {**_DROPPED, ord("\u00d0"): "Đ", ord("\u00f0"): "đ"}
_PLAIN_D = {"đ": "d", "Đ": "D", "\u00f0": "d", "\u00d0": "D"}
_STRESS = "\u0300\u0301"
_FIRST_CYRILLIC, _LAST_CYRILLIC = "\u0400", "\u04ff"
# The tones of Vietnamese, in the order of its dictionaries.
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}


class _Bare(dict[int, str]):
    """For a code point its letter without marks; filled as letters are met."""

    def __missing__(self, code: int) -> str:
        letters = [c for c in _normal_form("NFD", chr(code)) if not combining(c)]
        bare = _normal_form("NFC", "".join(letters))
        found = self[code] = _PLAIN_D.get(bare, bare)
        return found


class _Spaced(dict[int, str]):
    """For a code point itself where it belongs to a word, else a space; filled likewise."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        found = self[code] = letter if letter.isalnum() or letter == "_" else " "
        return found


_BARE = _Bare()
_SPACED = _Spaced()


def words_of(text: str) -> list[str]:
    """The words, case folded; a hyphen separates; marks that stand alone are words (№).

    >>> words_of("«Kinh tế – thương mại», people's")
    ['kinh', 'tế', 'thương', 'mại', 'peoples']
    >>> words_of("договор\u0301"), words_of("№")
    (['договор'], ['№'])
    """
    plain = plain_text(text)
    words = plain.translate(_SPACED).split()
    # Broken bytes of a command line arrive as lone surrogates, which SQLite cannot take.
    return words or [mark for mark in plain.split() if mark.isprintable()]


def plain_text(text: str) -> str:
    """Composed, case folded, without quotation marks, invisible characters and stress marks."""
    if text.isascii():
        return text.translate(_DROPPED).casefold()
    plain = _normal_form("NFC", _normal_form("NFC", text).translate(_TYPED)).casefold()
    plain = _normal_form("NFC", plain)
    if any(mark in plain for mark in _STRESS):
        kept = [
            c
            for i, c in enumerate(plain)
            if c not in _STRESS or not (i and _FIRST_CYRILLIC <= plain[i - 1] <= _LAST_CYRILLIC)
        ]
        plain = "".join(kept)
    return plain


def fold(word: str) -> str:
    """The word without case and diacritics: tone and vowel marks off, đ as d, ё as е, й as и.

    A word of marks alone stays.

    >>> fold("Đối"), fold("партнёрство")
    ('doi', 'партнерство')
    """
    if word.isascii():
        return word.lower()
    return word.casefold().translate(_BARE).casefold() or word


def spelling(word: str) -> str:
    """The word with its marks, equal for both ways to place a tone.

    >>> spelling("hòa") == spelling("hoà") != spelling("hoa")
    True
    """
    if word.isascii():
        return word
    tone = ""
    letters = []
    for c in _normal_form("NFD", word):
        if c in _TONES:
            tone = _TONES[c]
        else:
            letters.append(c)
    return _normal_form("NFC", "".join(letters)) + tone
