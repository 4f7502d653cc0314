"""Suggest the equivalents of a concept that has the term itself, or a spelling near to it.

`same_or_near` tries in this order, and goes on only where nothing was found: the term itself; the
term without its diacritics; an abbreviation by first letters; a word put otherwise, left out or
added, as the glossary's own variants have it (`suggest_rewrites`); one letter's difference in a
long term.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from vnru_terms.curation.neighbours import words_of
from vnru_terms.curation.suggest_grounds import (
    SOURCE,
    TARGETS,
    Grounds,
    Sense,
    Suggestion,
    equivalents,
    folded,
)
from vnru_terms.curation.suggest_rewrites import Words, applied
from vnru_terms.matching.lookup import edits
from vnru_terms.messages import N_, _
from vnru_terms.model import Kind, Status, TermEntry
from vnru_terms.text.normalise import strip_marks

_LONG_TERM = 10
_OF_ADMITTED = 0.8
_LEAST_LEFT, _OFTEN = 2, 0.6


@dataclass(frozen=True, slots=True)
class Near:
    """A sense that a term may have, how sure that is, and the marked reason, with its words."""

    sense: Sense
    trust: float
    reason: str
    other: str = ""


def same_or_near(term: str, grounds: Grounds) -> Iterator[Suggestion]:
    """The equivalents of the concept that the term, or a spelling near to it, stands for."""
    words = words_of(term)
    for search in _SEARCHES:
        found = list(search(term, words, grounds)) if words else []
        concepts = {near.sense.entry.id for near in found}
        for near in found:
            yield from _equivalents(near, tell_apart=len(concepts) > 1)
        if found:
            return


def _equivalents(near: Near, *, tell_apart: bool) -> Iterator[Suggestion]:
    entry, found = near.sense.entry, near.sense.term
    known = entry.preferred(SOURCE)
    reason = near.reason
    if not found.is_permitted:
        reason = N_("“{term}” is {status}; today: “{preferred}”")
    said = _(reason).format(
        term=found.term,
        other=near.other,
        status=_status(found),
        preferred=known.term if known else found.term,
        id=entry.id,
    )
    if tell_apart and entry.distinguish:
        said = f"{said}; {entry.distinguish}"
    for language in TARGETS:
        for term in equivalents(entry, language):
            part = 1.0 if term.status is Status.PREFERRED else _OF_ADMITTED
            yield Suggestion(
                language, term.surface, said, near.trust * part, term.gender, (entry.id,)
            )


def _status(term: TermEntry) -> str:
    return _("superseded") if term.status is Status.SUPERSEDED else _("deprecated")


def _same(term: str, words: Words, grounds: Grounds) -> Iterator[Near]:
    for sense in grounds.of(words):
        yield Near(sense, 1.0, N_("“{term}” is in the glossary: {id}"))


def _without_marks(term: str, words: Words, grounds: Grounds) -> Iterator[Near]:
    """The terms that the word as typed may be with more diacritics: đối for doi, not for dôi."""
    found = [
        sense
        for sense in grounds.folded.get(folded(term), ())
        if sense.entry.id not in grounds.without and _only_adds_marks(term, sense.term.surface)
    ]
    concepts = {sense.entry.id for sense in found}
    for sense in found:
        yield Near(sense, 0.9 / len(concepts), N_("“{term}” but for the diacritics: {id}"))


def _only_adds_marks(typed: str, full: str) -> bool:
    pairs = list(zip_longest(typed.casefold(), full.casefold(), fillvalue=""))
    return all(a == b or strip_marks(b) == a for a, b in pairs)


def restored(term: str, grounds: Grounds) -> str:
    """A term typed without any diacritics with those of the glossary's terms that it is made of.

    The longest known pieces are taken from the left; where a piece is unknown, or may be spelt in
    several ways, the term stays as it was typed.
    """
    typed = term.split()
    if strip_marks(term) != term or grounds.of(words_of(term)):
        return term
    pieces: list[str] = []
    at = 0
    while at < len(typed):
        for end in range(len(typed), at, -1):
            spellings = _spellings(" ".join(typed[at:end]), grounds)
            if len(spellings) == 1:
                pieces += spellings
                at = end
                break
            if spellings:
                return term
        else:
            return term
    return " ".join(pieces)


def _spellings(typed: str, grounds: Grounds) -> list[str]:
    """How the glossary spells what was typed without diacritics, in the typist's case."""
    key = folded(typed)
    known = [
        sense.term.surface
        for sense in (*grounds.folded.get(key, ()), *grounds.folded_names.get(key, ()))
        if sense.term.is_permitted
    ]
    by_words = {words_of(surface): surface for surface in reversed(known)}
    return [*by_words.values()]


def _initials(term: str, words: Words, grounds: Grounds) -> Iterator[Near]:
    """The one term whose syllables begin with the letters of an acronym: ĐTCL."""
    if len(words) != 1 or not term.isupper() or not 2 < len(term) == len(words[0]):
        return
    letters = term.casefold()
    found = [
        sense
        for key in grounds.senses
        if len(key) == len(letters) and "".join(word[0] for word in key) == letters
        for sense in grounds.permitted(key)
    ]
    if len({sense.entry.id for sense in found}) == 1:
        for sense in found:
            yield Near(sense, 0.7, N_("short for “{term}”: {id}"))


def _rewritten(term: str, words: Words, grounds: Grounds) -> Iterator[Near]:
    """The terms that the glossary's own way of varying its terms leads to."""
    best: dict[tuple[str, str], Near] = {}
    for (left, right), key, trust in applied(words, grounds.rewrites):
        if _changes_the_sense(left, right, key, trust, grounds):
            continue
        for sense in grounds.permitted(key):
            near = Near(sense, trust * 0.9, N_("another form of “{term}”: {id}"))
            held = best.get((sense.entry.id, sense.term.term))
            if held is None or held.trust < near.trust:
                best[sense.entry.id, sense.term.term] = near
    yield from best.values()


def _changes_the_sense(
    left: Words, right: Words, key: Words, trust: float, grounds: Grounds
) -> bool:
    """Whether a rewriting leads too far, though the glossary has cases of it.

    With or without its country a body is another one; one syllable is too little left of a term.
    What may be missing, or is one syllable for another, must have been seen more than once.
    """
    if not (left and right):
        return trust < _OFTEN or len(key) < _LEAST_LEFT or _is_name(left or right, grounds)
    return len(left) == len(right) == 1 and trust < _OFTEN


def _is_name(words: Words, grounds: Grounds) -> bool:
    kinds = (sense.entry.kind for sense in grounds.of(words))
    return words in grounds.names or Kind.NAME in kinds


def _misspelt(term: str, words: Words, grounds: Grounds) -> Iterator[Near]:
    """A long term with one letter's difference."""
    typed = " ".join(words)
    if len(typed) < _LONG_TERM:
        return
    for key in grounds.senses:
        if len(key) == len(words) and edits(typed, " ".join(key), 1) == 1:
            for sense in grounds.of(key):
                yield Near(sense, 0.5, N_("one letter from “{term}”: {id}"))


_SEARCHES: tuple[Callable[[str, Words, Grounds], Iterator[Near]], ...] = (
    _same,
    _without_marks,
    _initials,
    _rewritten,
    _misspelt,
)
