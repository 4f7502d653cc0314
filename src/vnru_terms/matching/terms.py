"""The terms of a termbase as sequences of keys: every form of every term, ready to be compared.

`phrase_of` tells the language what it needs to know of a term entry; the language answers with
recipes (`lang.recipe`), and `key_sequences` spells a recipe out as the keys that a text would have.
Which of the forms is the citation form, and what of its capitals counts, is kept with the term.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from vnru_terms.lang import LANGUAGES, Language
from vnru_terms.lang.homographs import Rival
from vnru_terms.lang.recipe import GAP, Phrase, Recipe, split_phrase
from vnru_terms.matching.occurrences import TermRef
from vnru_terms.matching.tokens import keys_of
from vnru_terms.model import Kind, Termbase, TermEntry, TermType
from vnru_terms.text.normalise import DASHES

Keys = tuple[str, ...]
_ACRONYM_TYPES = frozenset((TermType.ACRONYM,))
_HYPHEN = re.compile(f"[{re.escape(DASHES)}]")
# A product of the variants of many compounds in a long name is cut off here.
_MOST_VARIANTS = 64


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


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a term; `cells` are those of its paradigm that are spelled so."""

    term: Term
    kind: str
    cells: tuple[int, ...]
    is_citation: bool
    rival: Rival | None = None


def phrase_of(term: TermEntry, kind: Kind = Kind.TERM) -> Phrase:
    """A term entry of a concept of some kind, as its language wants to see it."""

    def value(member: object) -> str:
        return str(getattr(member, "value", ""))

    acronym = term.type in _ACRONYM_TYPES or (term.term.isupper() and " " not in term.term)
    return Phrase(
        text=term.term,
        part_of_speech=value(term.part_of_speech),
        gender=value(term.gender),
        number=value(term.number) or ("singular" if kind is Kind.NAME else ""),
        indeclinable=term.indeclinable,
        acronym=acronym,
        name=kind is Kind.NAME,
        forms=term.forms,
        pair=term.pair,
    )


def term_of(term: TermEntry, ref: TermRef) -> Term:
    """What has to be remembered of a term beside its keys."""
    keys = keys_of(LANGUAGES[ref.language])
    words = split_phrase(term.term)
    capitals = {keys[w] for w in words if is_acronym(w)}
    proper = len(words) == 1 and words[0][:1].isupper() and not capitals
    gender = term.gender.value if term.gender else ""
    return Term(ref, term.term, gender, frozenset(capitals), proper)


def is_acronym(word: str) -> bool:
    """Whether a word is written with two capitals at least, and so always: ООН, MoU, КПВ."""
    return sum(map(str.isupper, word)) > 1 and not any(map(str.isspace, word)) and "-" not in word


def terms_of(termbase: Termbase, language: str) -> Iterator[tuple[Term, tuple[Recipe, ...]]]:
    """Every term of a language with its recipes, in the order of the termbase."""
    for entry in termbase.entries:
        for position, term in enumerate(entry.terms(language)):
            ref = TermRef(entry.id, language, position)
            yield term_of(term, ref), LANGUAGES[language].recipes(phrase_of(term, entry.kind))


def key_sequences(recipe: Recipe, language: Language) -> Iterator[tuple[int, Keys]]:
    """Every form of a recipe with its cell, as the keys of a text; spelling variants too."""
    keys = keys_of(language)
    for cell, tokens in recipe.spellings():
        choices = [_variants(token, language, keys) for token in tokens]
        for n, chosen in enumerate(product(*choices)):
            if n >= _MOST_VARIANTS:
                break
            yield cell, tuple(key for part in chosen for key in part)


def _variants(token: str, language: Language, keys: dict[str, str]) -> list[Keys]:
    """The ways in which a text may cut a token: with its hyphen, without it, as one word."""
    if token == GAP:
        return [(GAP,)]
    if " " in token:
        return [
            tuple(key for part in split_phrase(token) for key in _variants(part, language, keys)[0])
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


def citation_keys(term: str, language: Language) -> Keys:
    """The keys of the citation form, in its first spelling."""
    recipe = Recipe(term, tuple(split_phrase(term)))
    return next((found for _cell, found in key_sequences(recipe, language)), ())
