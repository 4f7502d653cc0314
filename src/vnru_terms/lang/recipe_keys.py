"""A recipe spelled out as the keys that a running text would have.

`keys_of` is a language's cache of word keys, which the tokens of texts use too; `key_sequences`
gives every form of a recipe with its cell, in every way in which a text may cut its compounds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice, product

from vnru_terms.lang.language import Language
from vnru_terms.lang.recipe import GAP, Recipe, split_phrase
from vnru_terms.text.normalise import DASHES

KeySequence = tuple[str, ...]
# What stands in the cache for a hyphenated compound, and for the end of a paragraph.
COMPOUND = "\0"
PARAGRAPH = "\n"
_HYPHEN = re.compile(f"[{re.escape(DASHES)}]")
_COMPOUND = re.compile("[\\-\u2010-\u2015\n]")
# A soft hyphen at the end of a line.
_BROKEN = re.compile("\u00ad\n[ \t]*")
_CACHED = 1 << 18
# A product of the variants of many compounds in a long name is cut off here.
_MOST_VARIANTS = 64


class Keys(dict[str, str]):
    """The key of every word seen so far; a compound has the mark `COMPOUND`. Bounded."""

    def __init__(self, key: Callable[[str], str]) -> None:
        super().__init__()
        self._key = key

    def __missing__(self, piece: str) -> str:
        if len(self) > _CACHED:
            self.clear()
        bare = _BROKEN.sub("", piece)
        if _COMPOUND.search(bare) and len(bare) > 1 and not bare.isspace():
            key = COMPOUND
        elif piece.isspace():
            key = PARAGRAPH
        elif piece in DASHES:
            key = "-"
        else:
            key = self._key(bare)
        self[piece] = key
        return key


_KEYS: dict[str, Keys] = {}


def keys_of(language: Language) -> Keys:
    """The cache of a language's word keys, one a process."""
    if language.code not in _KEYS:
        _KEYS[language.code] = Keys(language.token_key)
    return _KEYS[language.code]


class _Ways(dict[str, list[KeySequence]]):
    """The variants of every token seen so far. Bounded."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, token: str) -> list[KeySequence]:
        if len(self) > _CACHED:
            self.clear()
        found = self[token] = variants(token, self._language, keys_of(self._language))
        return found


_WAYS: dict[str, _Ways] = {}


def _ways_of(language: Language) -> _Ways:
    if language.code not in _WAYS:
        _WAYS[language.code] = _Ways(language)
    return _WAYS[language.code]


def key_sequences(
    recipe: Recipe, language: Language, cells: Iterable[int] | None = None
) -> Iterator[tuple[int, KeySequence]]:
    """Every form of a recipe with its cell, as the keys of a text; spelling variants too."""
    ways = _ways_of(language)
    for cell, tokens in recipe.spellings(cells):
        choices = [ways[token] for token in tokens]
        if all(len(choice) == 1 for choice in choices):
            # Nearly every form.
            yield cell, tuple(chain.from_iterable(choice[0] for choice in choices))
            continue
        for chosen in islice(product(*choices), _MOST_VARIANTS):
            yield cell, tuple(chain.from_iterable(chosen))


def cells_by_first_key(recipe: Recipe, language: Language) -> dict[str, list[int]]:
    """The cells with a form that begins with a key, by that key; may name a cell too many."""
    ways = _ways_of(language)
    head = recipe.tokens[0] if recipe.tokens else ""
    found: dict[str, list[int]] = {}
    if isinstance(head, str):
        every = list(range(recipe.cell_count))
        found = {way[0] if way else "": every for way in ways[head]}
    else:
        for cell, forms in enumerate(head.cells):
            for first in {way[0] if way else "" for form in forms for way in ways[form]}:
                found.setdefault(first, []).append(cell)
    if "" not in found:
        return found
    # A dash that a text may leave out: the next word is the first then.
    found = {}
    for cell, keys in key_sequences(recipe, language):
        found.setdefault(keys[0] if keys else "", []).append(cell)
    found.pop("", None)
    return {key: sorted(set(many)) for key, many in found.items()}


def token_keys(token: str, language: Language) -> Iterator[str]:
    """Every key that a token may have a part in."""
    return chain.from_iterable(_ways_of(language)[token])


def variants(token: str, language: Language, keys: dict[str, str]) -> list[KeySequence]:
    """The ways in which a text may cut a token: with its hyphen, without it, as one word."""
    if token == GAP:
        return [(GAP,)]
    if " " in token:
        return [
            tuple(key for part in split_phrase(token) for key in variants(part, language, keys)[0])
        ]
    if token in DASHES:
        return [("-",)] if language.compounds != "words" else [("-",), ()]
    if len(token) == 1 or not _HYPHEN.search(token):
        return [(keys[token],)]
    words = [keys[part] for part in _HYPHEN.split(token) if part]
    spaced, whole = tuple(words), "-".join(words)
    dashed = tuple(key for word in words for key in (word, "-"))[:-1]
    if language.compounds == "words":
        return [spaced, ("".join(words),)]
    if language.compounds == "dashes":
        return [dashed, spaced]
    return [(whole,), dashed, *([spaced] if len(words[0]) > 4 else [])]
