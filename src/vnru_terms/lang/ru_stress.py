"""Stress marks of Russian terms, as dictionaries and interpreters' glossaries write them.

An acute accent (U+0301) follows the stressed vowel: догово́р. ё bears the stress without a mark; a
word of one vowel and an abbreviation in capitals need none. A verb's stress may come with that of
its other aspect, behind a slash: подписа́ть / подпи́сывать.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vnru_terms.text.normalise import compose, drop_stress

STRESS = "\u0301"
BETWEEN = " / "
_VOWELS = "аеёиоуыэюя"
_SLOT = re.compile(r"\{[^}]*\}")
_WORD = re.compile(f"[А-Яа-яЁё{STRESS}]+(?:-[А-Яа-яЁё{STRESS}]+)*")


def is_stress_of(stressed: str, term: str, pair: str = "") -> bool:
    """Whether a text is the term, or the term and its other aspect, with stress marks.

    >>> is_stress_of("догово\u0301р", "договор"), is_stress_of("догово\u0301ры", "договор")
    (True, False)
    """
    plain = drop_stress(stressed)
    return plain in (compose(term), compose(f"{term}{BETWEEN}{pair}"))


def stressed_parts(stressed: str, term: str, pair: str = "") -> tuple[str, str]:
    """The term and its other aspect with the stress marks that are known, or as they are.

    >>> stressed_parts("взять / брать", "взять", "брать")
    ('взять', 'брать')
    >>> stressed_parts("догово\u0301ры", "договор")
    ('договор', '')
    """
    if not stressed or not is_stress_of(stressed, term, pair):
        return term, pair
    text = compose(stressed)
    if pair and drop_stress(text) != compose(term):
        head, _between, other = text.rpartition(BETWEEN)
        return head, other
    return text, pair


def needs_stress(text: str) -> bool:
    """Whether a word of the text is read rightly only by who knows its stress.

    >>> needs_stress("договор"), needs_stress("АСЕАН"), needs_stress("партнёр"), needs_stress("мир")
    (True, False, False, False)
    """
    return any(_is_open(word) for word in _words(drop_stress(text)))


def unstressed_words(stressed: str) -> list[str]:
    """The words that lack their mark.

    >>> unstressed_words("междунаро\u0301дный договор"), unstressed_words("тет-а-тет")
    (['договор'], [])
    """
    return [word for word in _words(stressed) if STRESS not in word and _is_open(word)]


def misplaced_marks(stressed: str) -> list[str]:
    """The words with a mark that stands behind no vowel, or with two marks in one part.

    >>> misplaced_marks("до\u0301гово\u0301р м\u0301ир со\u0301циа\u0301льно-полити\u0301ческий")
    ['до́гово́р', 'м́ир', 'со́циа́льно-полити́ческий']
    """
    return [
        word
        for word in _words(stressed)
        for part in word.split("-")
        if part.count(STRESS) > 1
        or any(c == STRESS and part[i - 1 : i].lower() not in _VOWELS for i, c in enumerate(part))
        or part.startswith(STRESS)
    ]


def _words(text: str) -> Iterator[str]:
    return (found[0] for found in _WORD.finditer(_SLOT.sub(" ", compose(text))))


def _is_open(word: str) -> bool:
    return not _is_abbreviation(word) and any(map(_has_several_vowels, word.split("-")))


def _has_several_vowels(part: str) -> bool:
    vowels = [c for c in part.lower() if c in _VOWELS]
    return len(vowels) > 1 and "ё" not in vowels


def _is_abbreviation(word: str) -> bool:
    return word.replace(STRESS, "").replace("-", "").isupper()
