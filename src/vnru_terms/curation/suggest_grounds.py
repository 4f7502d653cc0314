"""What suggestions rest on: a `Suggestion`, and the `Grounds` that a termbase gives for them.

`Grounds` are made once for a termbase and asked for every term. Vietnamese is compared by syllables
(`Words`): case, dashes, tone placement and the marks at a syllable's ends do not count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from vnru_terms.curation.neighbours import words_of
from vnru_terms.curation.proposals import propose_gender
from vnru_terms.curation.suggest_rewrites import Rewrites, Words, learn
from vnru_terms.lang import LANGUAGES
from vnru_terms.model import LANGUAGE_ORDER, ConceptEntry, Gender, Status, Termbase, TermEntry

SOURCE, *TARGETS = LANGUAGE_ORDER


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A term that may be the equivalent; a person decides.

    `reason` is a clause in the interface's language. `strength` goes from 0 to 1 and is near the
    share of such suggestions that were right when the glossary's own concepts were hidden one by
    one (benchmarks/suggestions.py). `concepts` are the ids that it was made from.
    """

    language: str
    term: str
    reason: str
    strength: float
    gender: Gender | None = None
    concepts: tuple[str, ...] = ()

    def as_json(self) -> dict[str, object]:
        """The suggestion as the command line prints it."""
        return {
            "language": self.language,
            "term": self.term,
            "gender": self.gender.value if self.gender else None,
            "strength": round(self.strength, 2),
            "reason": self.reason,
            "concepts": list(self.concepts),
        }


@dataclass(frozen=True, slots=True)
class Sense:
    """A Vietnamese term of the glossary and the concept that it stands for."""

    entry: ConceptEntry
    term: TermEntry


@dataclass(frozen=True, slots=True)
class Grounds:
    """A termbase with its Vietnamese terms, deprecated ones too.

    `senses` has them by their syllables, `folded` without diacritics, `rewrites` how they vary.
    """

    termbase: Termbase
    senses: Mapping[Words, tuple[Sense, ...]]
    folded: Mapping[str, tuple[Sense, ...]]
    rewrites: Rewrites
    longest: int

    def permitted(self, words: Words) -> tuple[Sense, ...]:
        """The concepts that a stretch of syllables may be today."""
        return tuple(s for s in self.senses.get(words, ()) if s.term.is_permitted)


def grounds_of(termbase: Termbase) -> Grounds:
    """What the suggesters need to know of a termbase."""
    by_words: dict[Words, list[Sense]] = defaultdict(list)
    by_letters: dict[str, list[Sense]] = defaultdict(list)
    for entry in termbase.entries:
        for term in entry.terms(SOURCE):
            words = words_of(term.surface)
            if words:
                by_words[words].append(Sense(entry, term))
                by_letters[folded(term.surface)].append(Sense(entry, term))
    senses = {words: tuple(some) for words, some in by_words.items()}
    return Grounds(
        termbase,
        senses,
        {letters: tuple(some) for letters, some in by_letters.items()},
        learn({words: [s.entry.id for s in some] for words, some in senses.items()}),
        max(map(len, senses), default=0),
    )


@lru_cache(maxsize=1 << 14)
def folded(term: str) -> str:
    """A Vietnamese term without case, diacritics and hyphens."""
    return LANGUAGES[SOURCE].fold(term).replace("-", " ")


def equivalents(entry: ConceptEntry, language: str) -> Iterator[TermEntry]:
    """The terms of a concept that a translator may use today, preferred ones first."""
    terms = entry.terms(language)
    yield from (t for t in terms if t.status is Status.PREFERRED)
    yield from (t for t in terms if t.status is Status.ADMITTED)


def with_gender(suggestion: Suggestion) -> Suggestion:
    """The suggestion with its head noun's gender, where its language has genders and none is given.

    >>> with_gender(Suggestion("ru", "посольство", "", 1.0)).gender
    <Gender.NEUTER: 'neuter'>
    """
    if suggestion.gender or "masculine" not in LANGUAGES[suggestion.language].marks:
        return suggestion
    return replace(suggestion, gender=propose_gender(suggestion.term))
