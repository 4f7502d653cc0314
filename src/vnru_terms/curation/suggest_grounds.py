"""What suggestions rest on: a `Suggestion`, and the `Grounds` that a termbase gives for them.

`Grounds` are made once for a termbase and asked for every term. Vietnamese is compared by syllables
(`Words`): case, dashes, tone placement and the marks at a syllable's ends do not count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from vnru_terms.curation.neighbours import words_of
from vnru_terms.curation.proposals import propose_gender
from vnru_terms.curation.suggest_rewrites import Rewrites, Words, learn
from vnru_terms.lang import LANGUAGES
from vnru_terms.model import LANGUAGE_ORDER, ConceptEntry, Gender, Kind, Status, Termbase, TermEntry

# The subject field of countries, in this glossary and of CLDR's names.
COUNTRIES = "states-territory-and-sea"

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

    `senses` has them by their syllables, `folded` without diacritics, `rewrites` how they vary;
    `by_first` and `by_last` list the syllables of terms by the first and the last of them;
    `countries` are the names of countries that it has, `names` those that it has not. The concepts
    `without` are as if they were not there.
    """

    termbase: Termbase
    senses: Mapping[Words, tuple[Sense, ...]]
    folded: Mapping[str, tuple[Sense, ...]]
    rewrites: Rewrites
    by_first: Mapping[str, tuple[Words, ...]]
    by_last: Mapping[str, tuple[Words, ...]]
    names: Mapping[Words, tuple[Sense, ...]] = field(default_factory=dict)
    countries: tuple[ConceptEntry, ...] = ()
    folded_names: Mapping[str, tuple[Sense, ...]] = field(default_factory=dict)
    without: frozenset[str] = frozenset()

    def around(self, before: Words, after: Words) -> Iterator[Words]:
        """The terms that begin and end with these syllables, and have others between."""
        listed = self.by_first.get(before[0], ()) if before else self.by_last.get(after[-1], ())
        outer = len(before) + len(after)
        for words in listed:
            if (
                len(words) > outer
                and words[: len(before)] == before
                and (not after or words[-len(after) :] == after)
            ):
                yield words

    def of(self, words: Words) -> tuple[Sense, ...]:
        """The concepts that a stretch of syllables stands for, or stood for."""
        return tuple(s for s in self.senses.get(words, ()) if s.entry.id not in self.without)

    def permitted(self, words: Words) -> tuple[Sense, ...]:
        """The concepts that a stretch of syllables may be today."""
        return tuple(s for s in self.of(words) if s.term.is_permitted)


def grounds_of(termbase: Termbase) -> Grounds:
    """What the suggesters need to know of a termbase."""
    by_words: dict[Words, list[Sense]] = defaultdict(list)
    for entry in termbase.entries:
        for term in entry.terms(SOURCE):
            words = words_of(term.surface)
            if words:
                by_words[words].append(Sense(entry, term))
    senses = {words: tuple(some) for words, some in by_words.items()}
    return Grounds(
        termbase,
        senses,
        by_letters(senses),
        learn({words: [s.entry.id for s in some] for words, some in senses.items()}),
        _listed(senses, 0),
        _listed(senses, -1),
        countries=tuple(e for e in termbase.entries if is_country(e)),
    )


def is_country(entry: ConceptEntry) -> bool:
    """Whether a concept is the name of a country or region, by its kind and subject field."""
    return entry.kind is Kind.NAME and entry.subject_field == COUNTRIES


def by_letters(senses: Mapping[Words, tuple[Sense, ...]]) -> Mapping[str, tuple[Sense, ...]]:
    """The same senses by their terms without case, diacritics and hyphens."""
    found: dict[str, list[Sense]] = defaultdict(list)
    for some in senses.values():
        for sense in some:
            found[folded(sense.term.surface)].append(sense)
    return {letters: tuple(some) for letters, some in found.items()}


def _listed(senses: Iterable[Words], at: int) -> Mapping[str, tuple[Words, ...]]:
    found: dict[str, list[Words]] = defaultdict(list)
    for words in senses:
        found[words[at]].append(words)
    return {word: tuple(some) for word, some in found.items()}


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
