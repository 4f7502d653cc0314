"""Russian: keys, dictionary order, and the dictionary forms of words.

Dictionary forms come from pymorphy3 (OpenCorpora dictionary), which stands behind `lemmas` alone:
whoever puts a faster analyser in its place changes this one function.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any

from vnru_terms.lang.homographs import Sight
from vnru_terms.lang.keys import bind_figures, exact_key, folded_key, words
from vnru_terms.lang.language import Language
from vnru_terms.lang.recipe import Phrase, Recipe
from vnru_terms.lang.token_keys import russian_key

# As Russian dictionaries mark them.
_MARKS = {
    "masculine": "м.",
    "feminine": "ж.",
    "neuter": "с.",
    "singular": "ед.",
    "plural": "мн.",
    "indeclinable": "нескл.",
    "perfective": "св.",
    "imperfective": "нсв.",
    # Cases, as the slots of a formula name them: {X:gen}.
    "nom": "им.",
    "gen": "род.",
    "dat": "дат.",
    "acc": "вин.",
    "ins": "тв.",
    "loc": "предл.",
    "prep": "предл.",
}

_VERB_MARKS = {
    "infinitive": "инф.",
    "present": "наст.",
    "future": "буд.",
    "past": "прош.",
    "imperative": "повел.",
    "gerund": "дееприч.",
    "participle": "прич.",
    "short": "кратк.",
}

# Prepositions and particles of one or two letters do not hang at a line's end (Мильчин).
_SHORT = re.compile(r"(?<!\w)([А-ЯЁа-яё]{1,2}) (?=\w)")


_CYRILLIC = re.compile("[А-Яа-яЁё]")


@cache
def analyser() -> Any:
    """The one analyser of a process; loading takes a tenth of a second, so only on first need."""
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang="ru")


@lru_cache(maxsize=1 << 15)
def parses_of(word: str) -> tuple[Any, ...]:
    """pymorphy3's parses of a word in small letters, likeliest first.

    Lemmas, readings and paradigms of the same words are asked one after the other.
    """
    try:
        return tuple(analyser().parse(word))
    except ValueError:
        # It asks for the name of each letter, and Tangut has none.
        named = "".join(c if unicodedata.name(c, "") else "?" for c in word)
        return tuple(analyser().parse(named))


@lru_cache(maxsize=65536)
def lemmas(word: str) -> tuple[str, ...]:
    """The dictionary forms that a word may have, likeliest first, ё folded to е.

    A word without a Cyrillic letter is its own, and does not wake the analyser.

    >>> lemmas("партнёрству")
    ('партнерство',)
    >>> "посол" in lemmas("послы")
    True
    """
    if not _CYRILLIC.search(word):
        return (word.lower(),)
    forms = (parse.normal_form.replace("ё", "е") for parse in parses_of(word.lower()))
    return tuple(dict.fromkeys(forms))


def lemma_key(text: str) -> str:
    """The likeliest dictionary form of every word, joined: equal for a term's inflected forms.

    >>> lemma_key("всеобъемлющего стратегического партнерства")
    'всеобъемлющий стратегический партнерство'
    """
    return " ".join(lemmas(word)[0] for word in words(exact_key(text)))


def sort_key(text: str) -> tuple[object, ...]:
    """Word by word, ё with е, й a letter of its own; a hyphen counts as a space.

    Of words that are equal so, those with е come first, then those in small letters.
    """
    exact = exact_key(text)
    bare = exact.casefold().replace("ё", "е").replace("-", " ")
    return (tuple(bare.split()), exact.casefold(), exact.swapcase())


def section(text: str) -> str:
    """The heading letter (Ё stands under Е), or `#`."""
    first = text[:1].upper().replace("Ё", "Е")
    return first if "А" <= first <= "Я" else "#"


def bind(text: str) -> str:
    """Short prepositions tied to the next word, small figures to the one before."""
    return bind_figures(_SHORT.sub("\\1\u00a0", text))


def recipes(phrase: Phrase) -> tuple[Recipe, ...]:
    """The forms of a term in a running text; see `ru_forms`."""
    # Here and not above: look-up does without.
    from vnru_terms.lang.ru_forms import russian_recipes

    return russian_recipes(phrase)


def aspects(term: str) -> frozenset[str]:
    """The aspects that a verb may have; see `ru_grammar`."""
    # Here and not above: look-up does without.
    from vnru_terms.lang.ru_grammar import aspects_of

    return aspects_of(term)


def weigh(sight: Sight) -> int:
    """Whether a match is the term in its sentence; see `ru_homographs`."""
    return _weigher()(sight)


@cache
def _weigher() -> Callable[[Sight], int]:
    # Here and not above: look-up does without.
    from vnru_terms.lang import ru_homographs

    return ru_homographs.weigh


RUSSIAN = Language(
    code="ru",
    endonym="Русский",
    plural_forms=(
        "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : "
        "n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"
    ),
    fold=folded_key,
    lemma_key=lemma_key,
    sort_key=sort_key,
    section=section,
    bind=bind,
    lemmas=lemmas,
    aspects=aspects,
    marks=_MARKS,
    verb_marks=_VERB_MARKS,
    token_key=russian_key,
    recipes=recipes,
    compounds="whole",
    weigh=weigh,
)
