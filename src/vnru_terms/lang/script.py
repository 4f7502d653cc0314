"""Which language a stretch of a mixed note is in, told from its letters and its words.

Curators write one-line notes that mix the three languages («toàn diện in the name of a plan is
комплексный»); print and HTML tag each stretch, so that a screen reader changes its voice. Cyrillic
letters are Russian. Among Latin ones a word with Vietnamese marks is Vietnamese, and with it the
words beside it that are spelt as Vietnamese syllables (cấp cao), unless they are common in English.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from itertools import groupby

from vnru_terms.lang.vi_syllables import is_native_syllable
from vnru_terms.lang.word_lists import entries

_CYRILLIC = re.compile(r"([Ѐ-ӿ](?:[Ѐ-ӿ\u0301\s,\-–«»]*[Ѐ-ӿ])?)")
_WORD = re.compile(r"[^\W\d_]+")
_LATIN_WORD = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ\u0300-\u036f]+")
# Marks that Vietnamese letters carry and English ones do not: horn, breve, circumflex, tones.
_VIETNAMESE_MARKS = frozenset("\u031b\u0306\u0302\u0300\u0309\u0303\u0301\u0323")
# English words that might be Vietnamese syllables.
_ENGLISH_SYLLABLES = entries(
    "a, an, at, but, by, can, do, he, him, in, it, man, may, me, men, my, no, not, on, so, ten,"
    " than, that, the, them, then, thing, to, up"
)
# Words that frame what a note quotes; each tells as much as twelve others, the first as three.
_FRAMING = {
    "en": entries(
        "a, also, an, and, are, as, at, before, both, each, for, from, has, in, is, its, neither,"
        " nor, not, of, on, only, or, see, the, to, where, which, with"
    ),
    "vi": entries("chỉ, cũng, hoặc, khi, không, là, nếu, thay, thường"),
    "ru": entries("а, если, или, когда, не, но, обычно, только, также, это"),
}
_FRAME, _FIRST = 12, 3


def language_runs(text: str) -> tuple[tuple[str, str], ...]:
    """The text cut into (language code, stretch); the stretches joined give the text.

    >>> language_runs("of documents: комплексный план")
    (('en', 'of documents: '), ('ru', 'комплексный план'))
    >>> language_runs("at hội nghị cấp cao is саммит")
    (('en', 'at '), ('vi', 'hội nghị cấp cao '), ('en', 'is '), ('ru', 'саммит'))
    """
    pieces = [piece for piece in _CYRILLIC.split(text) if piece]
    latin = _latin_language(" ".join(p for p in pieces if not _CYRILLIC.match(p)))
    runs = []
    for piece in pieces:
        if _CYRILLIC.match(piece):
            runs.append(("ru", piece))
        elif latin:
            runs.append((latin, piece))
        else:
            runs += _latin_runs(piece)
    return tuple(runs)


def main_language(text: str) -> str:
    """The language that a note is written in, whatever it quotes; '' where it has no word.

    >>> main_language("посол во Вьетнаме, not в Вьетнаме"), main_language("о сделках")
    ('en', 'ru')
    """
    scores = Counter({"en": 0})
    for code, stretch in language_runs(text):
        found = [word.casefold() for word in _WORD.findall(stretch)]
        scores[code] += _FIRST if found and not scores.total() else 0
        scores[code] += sum(_FRAME if word in _FRAMING[code] else 1 for word in found)
    best = max(scores, key=lambda code: scores[code])
    return best if scores[best] else ""


def _latin_language(text: str) -> str:
    """The language of all Latin letters of a text; '' where Vietnamese stands beside English."""
    found = _WORD.findall(text)
    marked = sum(map(_is_marked, found))
    if not marked:
        return "en"
    # Foreign names, which a Vietnamese text has too, are no sign of English.
    english = any(word.islower() and _is_english(word) for word in found)
    return "vi" if marked * 3 > len(found) and not english else ""


def _latin_runs(text: str) -> list[tuple[str, str]]:
    """The stretches of Latin text; what stands between two words belongs to the first."""
    found = list(_LATIN_WORD.finditer(text))
    if not found:
        return [("en", text)]
    vietnamese = [_is_marked(word[0]) for word in found]
    forth = range(1, len(found))
    for here, there in [*((n, n - 1) for n in forth), *((n - 1, n) for n in reversed(forth))]:
        between = text[found[min(here, there)].end() : found[max(here, there)].start()]
        if vietnamese[there] and not between.strip(" -–") and not _is_english(found[here][0]):
            vietnamese[here] = True
    starts = [0, *(word.start() for word in found[1:]), len(text)]
    runs = []
    for is_vietnamese, group in groupby(range(len(found)), key=vietnamese.__getitem__):
        numbers = list(group)
        stretch = text[starts[numbers[0]] : starts[numbers[-1] + 1]]
        runs.append(("vi" if is_vietnamese else "en", stretch))
    return runs


def _is_english(word: str) -> bool:
    bare = word.casefold()
    return not _is_marked(word) and (bare in _ENGLISH_SYLLABLES or not is_native_syllable(bare))


def _is_marked(word: str) -> bool:
    decomposed = unicodedata.normalize("NFD", word.lower())
    return "đ" in decomposed or any(c in _VIETNAMESE_MARKS for c in decomposed)
