"""The record that a language is: its code, its keys, its order."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from vnru_terms.lang.homographs import Sight, always_certain
from vnru_terms.lang.keys import as_written, no_aspects, no_lemmas
from vnru_terms.lang.recipe import Phrase, Recipe, fixed_recipes


@dataclass(frozen=True, slots=True)
class Language:
    """A language as data and functions; nothing outside `lang/` tests a language code.

    `fold` gives the comparable key of a string (case, diacritics, ё, dashes and spaces folded);
    two strings with one key are one for a careless typist. `lemma_key` gives the key of the
    dictionary form, equal for all inflected forms of a term, empty where the language does not
    inflect; `lemmas` gives every dictionary form that one word may have, likeliest first, and
    needs no analyser for a word that the language cannot inflect. `spelling` makes two correct
    spellings of a word one and keeps its marks. `sort_key` is the order of the printed
    dictionary, `section` its heading letter. `bind` ties what a line does not part with
    no-break spaces, for print. `aspects` gives the aspects that a verb may have, perfective
    and imperfective; `marks` abbreviates those, gender, number and “indeclinable” as its
    dictionaries do, `verb_marks` the forms of a verb. `token_key` is the key of one word of a
    running text, `recipes` lists the forms of a term there, and `compounds` says how a hyphenated
    compound is taken that no term knows: whole, as words with dashes between them, or as words;
    `weigh` judges a match in its sentence; `after_word` is what a word's token may end with that is
    no part of the term (a possessive). `plural_forms` is gettext's. `endonym` is the language's
    name in itself.
    """

    code: str
    endonym: str
    plural_forms: str
    fold: Callable[[str], str]
    lemma_key: Callable[[str], str]
    sort_key: Callable[[str], object]
    section: Callable[[str], str]
    bind: Callable[[str], str]
    lemmas: Callable[[str], tuple[str, ...]] = no_lemmas
    spelling: Callable[[str], str] = as_written
    token_key: Callable[[str], str] = str.casefold
    recipes: Callable[[Phrase], tuple[Recipe, ...]] = fixed_recipes
    compounds: str = "whole"
    weigh: Callable[[Sight], int] = always_certain
    after_word: re.Pattern[str] | None = None
    aspects: Callable[[str], frozenset[str]] = no_aspects
    marks: Mapping[str, str] = field(default_factory=dict)
    verb_marks: Mapping[str, str] = field(default_factory=dict)

    @property
    def inflects(self) -> bool:
        """Whether a word can have a dictionary form other than itself."""
        return self.lemmas is not no_lemmas
