"""The forms of a language's terms by their keys, as a text is scanned for them.

`first` has the keys that a form begins with, `pairs` leads from a form's first two to the lengths
that such forms have, `forms` from all keys of a form to its terms. Most terms of a large glossary
are in no one text, and most forms of a term in none: a form is spelled out when its first key is
met (`spell_out`), all that begin with that key at once, in the order in which the terms were added.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from threading import Lock
from typing import NamedTuple

from vnru_terms.lang import LANGUAGES, Language
from vnru_terms.lang.homographs import Rival
from vnru_terms.lang.recipe import GAP, Inflected, Recipe, split_phrase
from vnru_terms.lang.recipe_keys import (
    KeySequence,
    cells_by_first_key,
    key_sequences,
    token_keys,
)
from vnru_terms.matching.terms import Form, Term


class _Waiting(NamedTuple):
    """A term with the cells of its recipes that begin with one key."""

    term: Term
    rivals: dict[str, Rival]
    parts: list[tuple[Recipe, list[int]]]


@dataclass(slots=True)
class Table:
    """The forms of one language's terms. Filled by `add` before it is asked.

    `known` are all keys of all forms, which decide how compounds are taken; `waiting` are, by first
    key, the terms that are not spelled out yet.
    """

    language: str
    first: set[str] = field(default_factory=set)
    pairs: dict[str, tuple[int, ...]] = field(default_factory=dict)
    forms: dict[str, tuple[Form, ...]] = field(default_factory=dict)
    known: set[str] = field(default_factory=set)
    gapped: dict[str, list[tuple[tuple[KeySequence, ...], Form]]] = field(default_factory=dict)
    waiting: dict[str, list[_Waiting]] = field(default_factory=dict)
    _words: dict[int, Inflected] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def add(self, term: Term, recipes: Iterable[Recipe]) -> None:
        """Put a term in, with all its forms."""
        language = LANGUAGES[self.language]
        rivals: dict[str, Rival] = {}
        beginnings: dict[str, list[tuple[Recipe, list[int]]]] = {}
        for recipe in recipes:
            self._learn(recipe, language)
            rivals |= {language.token_key(rival.form): rival for rival in recipe.rivals}
            for key, cells in cells_by_first_key(recipe, language).items():
                beginnings.setdefault(key, []).append((recipe, cells))
        self.first.update(beginnings)
        for key, parts in beginnings.items():
            item = _Waiting(term, rivals, parts)
            self.waiting.setdefault(key, []).append(item)

    def _learn(self, recipe: Recipe, language: Language) -> None:
        for token in recipe.tokens:
            if isinstance(token, str):
                self.known.update(token_keys(token, language))
            elif id(token) not in self._words:
                # An index gives a word of several terms as one object, kept here: its id is its.
                self._words[id(token)] = token
                for form in {form for cell in token.cells for form in cell}:
                    self.known.update(token_keys(form, language))

    def spell_out(self, keys: Iterable[str]) -> None:
        """Spell out the forms that begin with one of these keys."""
        if self.waiting.keys().isdisjoint(keys):
            return
        with self._lock:
            # A key goes when its forms are there: another thread shall not miss them.
            for key in self.waiting.keys() & set(keys):
                for item in self.waiting[key]:
                    self._spell_out(key, item)
                del self.waiting[key]

    def _spell_out(self, first: str, item: _Waiting) -> None:
        language = LANGUAGES[self.language]
        places: dict[KeySequence, list[int]] = {}
        kinds: dict[KeySequence, str] = {}
        for recipe, cells in item.parts:
            for cell, keys in key_sequences(recipe, language, cells):
                if keys[:1] == (first,):
                    places.setdefault(keys, []).append(cell)
                    kinds.setdefault(keys, recipe.kind)
        citation = _citation(item.term.text, self.language)
        for keys, found in places.items():
            rival = item.rivals.get(first) if len(keys) == 1 else None
            form = Form(item.term, kinds[keys], tuple(found), keys == citation, rival)
            self._put(keys, form)

    def _put(self, keys: KeySequence, form: Form) -> None:
        if GAP in keys:
            parts = _parted(keys)
            self.gapped.setdefault(parts[0][0], []).append((parts, form))
            return
        joined = " ".join(keys)
        self.forms[joined] = (*self.forms.get(joined, ()), form)
        if len(keys) > 1:
            pair = f"{keys[0]} {keys[1]}"
            lengths = self.pairs.get(pair, ())
            if len(keys) not in lengths:
                self.pairs[pair] = tuple(sorted((*lengths, len(keys)), reverse=True))


@lru_cache(maxsize=1 << 12)
def _citation(text: str, code: str) -> KeySequence:
    """The keys of a term as it is written."""
    plain = Recipe(text, tuple(split_phrase(text)))
    return next((keys for _cell, keys in key_sequences(plain, LANGUAGES[code])), ())


def _parted(keys: KeySequence) -> tuple[KeySequence, ...]:
    parts: list[list[str]] = [[]]
    for key in keys:
        if key == GAP:
            parts.append([])
        else:
            parts[-1].append(key)
    return tuple(tuple(part) for part in parts if part)
