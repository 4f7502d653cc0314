"""Both sides of a segment with the terms found in them: what every check of terms asks.

`Checker` holds what does not change from segment to segment, and remembers what it was asked.
`sides_of` reads a segment once: the demands of its source (the longest matches, each with every
concept that it may be) and what of the glossary stands in its target.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from vnru_terms.lang import LANGUAGES
from vnru_terms.lang.recipe import Recipe
from vnru_terms.lang.recipe_keys import KeySequence, key_sequences
from vnru_terms.matching.matcher import Matcher, find_all, find_both
from vnru_terms.matching.occurrences import Certainty, Occurrence, TermRef
from vnru_terms.matching.segment import Segment
from vnru_terms.messages import N_, _
from vnru_terms.model import ConceptEntry, Kind, Status, Termbase, TermEntry, Usage
from vnru_terms.store.term_phrases import phrase_of

# An acronym with dots; two initials before a name are none (В. В. Путин, J.R. Smith).
_DOTTED = re.compile(r"\b(?:[A-Z]\.){2,}(?!\s?[^\W\d_A-Z]|\s?[A-Z][a-z])|\bU\.[SNK]\.")
# So many terms are proposed; who wants all looks the concept up.
PROPOSED = 3
_USAGES = {
    Usage.VN_SIDE: N_("Vietnamese side"),
    Usage.RU_SIDE: N_("Russian side"),
    Usage.OFFICIAL: N_("official"),
    Usage.PRESS: N_("press"),
}


@dataclass(frozen=True, slots=True)
class Checker:
    """The terms to check against; `on` is the date of the text (ISO, may be partial), or empty.

    `entry_of` gives a concept by its id; None for one that is named but not there. `recipes_of`
    gives the recipes of a concept's terms by language and place, where an index keeps them; else
    they are made.
    """

    matcher: Matcher
    entry_of: Callable[[str], ConceptEntry | None]
    on: str = ""
    recipes_of: Callable[[str], Mapping[tuple[str, int], Sequence[Recipe]]] | None = None
    _terms: dict[TermRef, TermEntry] = field(default_factory=dict, compare=False, repr=False)
    _forms: dict[TermRef, tuple[KeySequence, ...]] = field(
        default_factory=dict, compare=False, repr=False
    )
    _read: dict[tuple[TermRef, ...], tuple[frozenset[str], frozenset[str]]] = field(
        default_factory=dict, compare=False, repr=False
    )

    @classmethod
    def of(cls, termbase: Termbase, matcher: Matcher, on: str = "") -> Checker:
        """The checker of a termbase in memory, whose terms the matcher knows."""
        return cls(matcher, {entry.id: entry for entry in termbase.entries}.get, on)

    def entry(self, id: str) -> ConceptEntry:
        """The entry of a concept that the matcher has found."""
        entry = self.entry_of(id)
        if entry is None:
            raise KeyError(id)
        return entry

    def term(self, ref: TermRef) -> TermEntry:
        """The term entry that a match names."""
        term = self._terms.get(ref)
        if term is None:
            term = self._terms[ref] = self.entry(ref.concept).terms(ref.language)[ref.position]
        return term

    def forms(self, ref: TermRef) -> tuple[KeySequence, ...]:
        """The keys of each form of a term."""
        found = self._forms.get(ref)
        if found is None:
            language = LANGUAGES[ref.language]
            if self.recipes_of is not None:
                recipes = self.recipes_of(ref.concept).get((ref.language, ref.position), ())
            else:
                phrase = phrase_of(self.term(ref), self.entry(ref.concept).kind)
                recipes = language.recipes(phrase)
            keys = (keys for recipe in recipes for _cell, keys in key_sequences(recipe, language))
            found = self._forms[ref] = tuple(dict.fromkeys(keys))
        return found

    def read(self, refs: tuple[TermRef, ...]) -> tuple[frozenset[str], frozenset[str]]:
        """The concepts of which these are terms that may be used, and of which they may not."""
        found = self._read.get(refs)
        if found is None:
            permitted = frozenset(ref.concept for ref in refs if self.term(ref).is_permitted)
            unwanted = frozenset(ref.concept for ref in refs) - permitted
            found = self._read[refs] = (permitted, unwanted)
        return found


@dataclass(frozen=True, slots=True)
class Hit:
    """A term in the target: where, and which of its readings are of which status."""

    occurrence: Occurrence
    permitted: frozenset[str]
    """Concepts of which these words are a term that may be used."""
    unwanted: frozenset[str]
    """Concepts of which they are a deprecated or superseded one."""


@dataclass(frozen=True)
class Sides:
    """A segment with the terms of both sides."""

    segment: Segment
    checker: Checker
    demands: tuple[Occurrence, ...]
    hits: tuple[Hit, ...]
    every: tuple[Occurrence, ...]
    """All matches of the source, those inside the demands too."""

    @cached_property
    def rendered(self) -> frozenset[str]:
        """The concepts of which a permitted term stands in the target, doubtful matches too."""
        return frozenset(id for hit in self.hits for id in hit.permitted)

    @cached_property
    def licensed(self) -> frozenset[str]:
        """The concepts that any match of the source may be, those inside others too."""
        return frozenset(ref.concept for o in self.every for ref in o.concepts)

    @cached_property
    def unaccounted(self) -> tuple[Hit, ...]:
        """Terms of the target, beyond doubt and permitted, that nothing in the source may be."""
        return tuple(
            hit
            for hit in self.hits
            if hit.permitted and not hit.permitted & self.licensed and is_certain(hit.occurrence)
        )

    @cached_property
    def strangers(self) -> tuple[Hit, ...]:
        """Terms that nothing accounts for (`unaccounted`), and no longer term holds."""
        return tuple(hit for hit in self.unaccounted if not self.is_inside(hit))

    def is_inside(self, hit: Hit) -> bool:
        """Whether the words are a part of a longer term that may be used."""
        start, end = hit.occurrence.start, hit.occurrence.end
        return any(
            other.permitted
            and other.occurrence.start <= start
            and end <= other.occurrence.end
            and other.occurrence.end - other.occurrence.start > end - start
            for other in self.hits
        )

    def is_exempt(self, occurrence: Occurrence) -> bool:
        """Whether a note frees a term, or its concept, from the check."""
        names = {occurrence.text.casefold(), *(ref.concept for ref in occurrence.concepts)}
        return bool(names & self.segment.ignored)


def sides_of(segment: Segment, checker: Checker) -> Sides:
    """The terms of a segment's source and target."""
    source, target = segment.direction.source, segment.direction.target
    demands, every = find_both(undotted(segment.source), checker.matcher, source)
    here = find_all(undotted(segment.target), checker.matcher, target)
    hits = (Hit(_as_written(o, segment.target), *checker.read(o.concepts)) for o in here)
    written = tuple(_as_written(d, segment.source) for d in demands)
    return Sides(segment, checker, written, tuple(hits), every)


def _as_written(occurrence: Occurrence, text: str) -> Occurrence:
    """The occurrence with the words of the text, an acronym's dots and all."""
    written = text[occurrence.start : occurrence.end]
    return occurrence if written == occurrence.text else replace(occurrence, text=written)


def undotted(text: str) -> str:
    """The text with the dots of acronyms moved behind them as spaces: no offset changes much.

    >>> undotted("the U.S. and the U.N.")
    'the US   and the UN  '
    """

    def bare(match: re.Match[str]) -> str:
        letters = match.group().replace(".", "")
        return letters.ljust(len(match.group()))

    return _DOTTED.sub(bare, text) if "." in text else text


def concepts_of(occurrence: Occurrence) -> tuple[str, ...]:
    """The concepts that an occurrence may be, in the order of the termbase."""
    return tuple(dict.fromkeys(ref.concept for ref in occurrence.concepts))


def equivalents(concepts: Iterable[str], checker: Checker, language: str) -> tuple[TermEntry, ...]:
    """The terms of a language that may stand for any of the concepts, the preferred ones first."""
    terms = [
        term for id in concepts for term in checker.entry(id).terms(language) if term.is_permitted
    ]
    return tuple(sorted(dict.fromkeys(terms), key=lambda t: t.status is not Status.PREFERRED))


def proposals(terms: Iterable[TermEntry]) -> tuple[str, ...]:
    """The first terms as a remark proposes them, none twice: homonyms share some."""
    return tuple(dict.fromkeys(map(shown, terms)))[:PROPOSED]


def shown(term: TermEntry) -> str:
    """A term as a remark proposes it: with its usage, where it has one."""
    usage = ", ".join(_(_USAGES[u]) for u in term.usage)
    return f"{term.term} ({usage})" if usage else term.term


def is_name(entry: ConceptEntry) -> bool:
    """Whether a concept is a person, a place, a country: its spelling is asked, not its term."""
    return entry.is_name or entry.kind is Kind.NAME


def are_neighbours(one: ConceptEntry, other: ConceptEntry) -> bool:
    """Whether one concept names the other as related, or to be compared."""
    return other.id in (*one.related, *one.compare) or one.id in (*other.related, *other.compare)


def is_certain(occurrence: Occurrence) -> bool:
    """Whether the words are beyond doubt the term."""
    return occurrence.certainty is Certainty.CERTAIN
