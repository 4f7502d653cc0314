"""Make text storable (`normalise`) and, for one kind of mark at a time, comparable.

`normalise` is what may be written to a file: NFC, plain spaces, no invisible characters. It is a
named, ordered list of small pure steps (`STEPS`), each of which is idempotent. The folds below it
are for keys only and are never shown: `drop_stress`, `unify_dashes`, `strip_marks`, `squeeze`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

# Hyphen, non-breaking hyphen, figure dash, en dash, em dash, horizontal bar, minus.
DASHES = "\u002d\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
# Soft hyphen, zero-width space, non-joiner and joiner, word joiner, byte order mark.
INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"

# Only what is not already one plain space: most of a text needs no change, and gets none.
_SPACES = re.compile(r" [^\S\n]+|[^\S\n ][^\S\n]*")
_ODD_SPACE = re.compile(r"[^\S\n ]")
_DASH = re.compile(f"[{re.escape(DASHES)}]")
_STRESS = re.compile("(?<=[\u0400-\u04ff])[\u0300\u0301]")
_INVISIBLE = re.compile(f"[{INVISIBLE}]")


def compose(text: str) -> str:
    """NFC: one code point for a letter with its marks (Unicode Standard Annex 15)."""
    return unicodedata.normalize("NFC", text)


def drop_invisible(text: str) -> str:
    """Without soft hyphens and zero-width characters."""
    return _INVISIBLE.sub("", text)


def plain_eth(text: str) -> str:
    """Icelandic eth, typed for đ by old keyboards, becomes the Vietnamese letter.

    >>> plain_eth("Ðối ngoại")
    'Đối ngoại'
    """
    return text.replace("\u00d0", "Đ").replace("\u00f0", "đ")


def plain_spaces(text: str) -> str:
    """Non-breaking, thin and repeated spaces become one space; line ends stay."""
    return _SPACES.sub(" ", text) if "  " in text or _ODD_SPACE.search(text) else text


STEPS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("compose", compose),
    ("drop_invisible", drop_invisible),
    ("plain_eth", plain_eth),
    ("plain_spaces", plain_spaces),
    # Dropping a joiner can bring a letter and its mark together.
    ("compose_again", compose),
)


def normalise(text: str) -> str:
    """The text as it may be stored: every step of `STEPS` in order."""
    for _name, step in STEPS:
        text = step(text)
    return text


def drop_stress(text: str) -> str:
    """Without the stress marks that textbooks put on Cyrillic vowels; letters keep theirs.

    >>> drop_stress("догово\u0301р \u0438\u0306")
    'договор й'
    """
    return _STRESS.sub("", compose(text))


def unify_dashes(text: str) -> str:
    """Every dash becomes a hyphen without spaces around it.

    >>> unify_dashes("Á – Âu")
    'Á-Âu'
    """
    first, *others = _DASH.split(text)
    if not others:
        return text
    *inner, last = others
    return "-".join([first.rstrip(), *(piece.strip() for piece in inner), last.lstrip()])


def squeeze(text: str) -> str:
    """Runs of white space, line ends too, become one space; none at the ends."""
    return " ".join(text.split())


def strip_marks(text: str) -> str:
    """Without diacritics: tone and vowel marks off, đ as d, ё as е, й as и.

    >>> strip_marks("Đối tác chiến lược")
    'Doi tac chien luoc'
    """
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", bare).translate(_BARE)


_BARE = str.maketrans({"đ": "d", "Đ": "D", "ð": "d", "Ð": "D"})
