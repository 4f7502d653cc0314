"""Which language a stretch of a mixed note is in, told from its letters.

Curators write one-line notes that mix the three languages («toàn diện in the name of a plan is
комплексный»); print and HTML tag each stretch, so that a screen reader changes its voice.
"""

from __future__ import annotations

import re
import unicodedata

_CYRILLIC = re.compile(r"([Ѐ-ӿ](?:[Ѐ-ӿ\u0301\s,\-–«»]*[Ѐ-ӿ])?)")
_WORD = re.compile(r"[^\W\d_]+")
# Marks that Vietnamese letters carry and English ones do not: horn, breve, circumflex, tones.
_VIETNAMESE_MARKS = frozenset("\u031b\u0306\u0302\u0300\u0309\u0303\u0301\u0323")


def language_runs(text: str) -> tuple[tuple[str, str], ...]:
    """The text cut into (language code, stretch); the stretches joined give the text.

    >>> language_runs("of documents: комплексный план")
    (('en', 'of documents: '), ('ru', 'комплексный план'))
    """
    pieces = [piece for piece in _CYRILLIC.split(text) if piece]
    latin = _latin_language(" ".join(p for p in pieces if not _CYRILLIC.match(p)))
    return tuple(("ru" if _CYRILLIC.match(piece) else latin, piece) for piece in pieces)


def _latin_language(text: str) -> str:
    words = _WORD.findall(text)
    marked = sum(1 for word in words if _is_marked(word))
    return "vi" if marked * 3 > len(words) else "en"


def _is_marked(word: str) -> bool:
    decomposed = unicodedata.normalize("NFD", word.lower())
    return "đ" in decomposed or any(c in _VIETNAMESE_MARKS for c in decomposed)
