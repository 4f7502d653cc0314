"""How each target language puts one term in the place of another: the table `PHRASES`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from vnru_terms.lang import en_phrases, ru_phrases


@dataclass(frozen=True, slots=True)
class Phrases:
    """What a language does with phrases.

    `find(part, whole)` gives the places of a term in a longer one, `fill(place, term)` the longer
    one with another term there, or None where that would not be grammatical. What a place is, each
    language knows for itself; of all of them `shifted` says that the term has another number there
    than by itself. `owned(body, country)` says whose a body is,
    `citations(form)` are the dictionary forms that a term met in a text may have; `small`
    are words at whose side no term begins or ends.
    """

    find: Callable[[str, str], tuple[Any, ...]]
    fill: Callable[[Any, str], str | None]
    owned: Callable[[str, str], str | None]
    citations: Callable[[str], tuple[str, ...]]
    small: frozenset[str]


def _of(module: ModuleType) -> Phrases:
    return Phrases(module.find, module.fill, module.owned, module.citations, module.SMALL)


PHRASES: dict[str, Phrases] = {"en": _of(en_phrases), "ru": _of(ru_phrases)}
