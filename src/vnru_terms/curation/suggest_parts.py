"""The parts of a Vietnamese term that the glossary, or CLDR, knows, and what each may mean.

A part with several concepts is likeliest to mean the one that is heard most often in the
glossary's own longer terms.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from vnru_terms.curation.neighbours import words_of
from vnru_terms.curation.suggest_grounds import TARGETS, Grounds, Sense, equivalents
from vnru_terms.curation.suggest_rewrites import Words
from vnru_terms.lang.keys import holds
from vnru_terms.lang.phrases import PHRASES
from vnru_terms.model import TermEntry
from vnru_terms.rules.idioms import IDIOMS

_IDIOMS = tuple((words_of(part), words_of(whole)) for part, whole, _reason in IDIOMS)


@dataclass(frozen=True, slots=True)
class Part:
    """A known part of the term, what it may mean, and how likely it means that here.

    `is_plain` says that the whole term is written without capitals.
    """

    start: int
    end: int
    sense: Sense
    likely: float
    is_plain: bool


def parts_of(term: str, grounds: Grounds) -> Iterator[Part]:
    """The parts of a term that the glossary knows, but for those that are idiom in it."""
    words, is_plain = words_of(term), term == term.lower()
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            stretch = words[start:end]
            senses = grounds.permitted(stretch) or grounds.names.get(stretch, ())
            if len(stretch) == len(words) or not senses or is_idiom(stretch, words):
                continue
            likely = _likelihood(stretch, senses, grounds)
            for sense in senses:
                yield Part(start, end, sense, likely[sense.entry.id], is_plain)


def is_idiom(part: Words, whole: Words) -> bool:
    """Whether the part is rendered otherwise in this whole (rules/idioms.py)."""
    return any(part == inner and holds(whole, outer) for inner, outer in _IDIOMS)


def _likelihood(words: Words, senses: Sequence[Sense], grounds: Grounds) -> Mapping[str, float]:
    """Of a homonym's senses: how often each is heard in the glossary's longer terms."""
    ids = [sense.entry.id for sense in senses]
    if len(set(ids)) < 2:
        return dict.fromkeys(ids, 1.0)
    uses = dict.fromkeys(ids, 1)
    for longer in (*grounds.around(words, ()), *grounds.around((), words)):
        for whole in grounds.permitted(longer):
            for sense in senses:
                uses[sense.entry.id] += any(
                    _is_heard(language, sense, whole.entry.preferred(language))
                    for language in TARGETS
                )
    most = max(uses.values())
    return {id: n / most for id, n in uses.items()}


def _is_heard(language: str, part: Sense, whole: TermEntry | None) -> bool:
    find = PHRASES[language].find
    terms = equivalents(part.entry, language)
    return whole is not None and any(find(t.surface, whole.surface) for t in terms)
