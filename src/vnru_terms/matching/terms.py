"""The terms that are looked for in a text: what is remembered of each beside its forms.

Forms come as recipes from the language (`lang.recipe`), for a termbase in memory from `terms_of`.
Which of the forms is the citation form, and what of its capitals counts, is kept with the term.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from vnru_terms.lang import LANGUAGES
from vnru_terms.lang.homographs import Rival
from vnru_terms.lang.recipe import Recipe, split_phrase
from vnru_terms.lang.recipe_keys import keys_of
from vnru_terms.matching.occurrences import TermRef
from vnru_terms.model import Kind, Termbase
from vnru_terms.store.term_phrases import phrase_of


@dataclass(frozen=True, slots=True)
class Term:
    """A term to be found: where it stands, its citation form, and what of its letters must be so.

    `gender` is the entry's. `capitals` are the keys of words that have to stand in capitals in the
    text (acronyms: СЕ is not се); `proper` says that it is one word with a capital (Mỹ, not mỹ).
    """

    ref: TermRef
    text: str
    gender: str = ""
    capitals: frozenset[str] = frozenset()
    proper: bool = False


class Form(NamedTuple):
    """One form of a term; `cells` are those of its paradigm that are spelled so."""

    term: Term
    kind: str
    cells: tuple[int, ...]
    is_citation: bool
    rival: Rival | None = None


def term_of(text: str, ref: TermRef, gender: str = "", kind: str = "") -> Term:
    """What has to be remembered of a term beside its keys; `kind` is its concept's."""
    keys = keys_of(LANGUAGES[ref.language])
    words = split_phrase(text)
    capitals = {keys[w] for w in words if is_acronym(w)}
    # An office and its holder have capitals out of courtesy: Правительство, the Government.
    courteous = kind in (Kind.INSTITUTION.value, Kind.TITLE.value)
    proper = len(words) == 1 and words[0][:1].isupper() and not capitals and not courteous
    return Term(ref, text, gender, frozenset(capitals), proper)


def is_acronym(word: str) -> bool:
    """Whether a word is written with two capitals at least, and so always: ООН, MoU, КПВ."""
    return sum(map(str.isupper, word)) > 1 and not any(map(str.isspace, word)) and "-" not in word


def terms_of(termbase: Termbase, language: str) -> Iterator[tuple[Term, tuple[Recipe, ...]]]:
    """Every term of a language with its recipes, in the order of the termbase."""
    for entry in termbase.entries:
        for position, term in enumerate(entry.terms(language)):
            phrase = phrase_of(term, entry.kind)
            ref = TermRef(entry.id, language, position)
            found = term_of(term.term, ref, phrase.gender, entry.kind.value)
            yield found, LANGUAGES[language].recipes(phrase)
