"""Count candidates: one `Tally` a folded key, in a `Counts` that merges with another.

A document is counted on its own (`count_document`), and counts of documents, shards or machines
are added by `merge`, in any order, to the same result. Texts of a candidate's variants are counted
under one key; its contexts are the first few places, which also merge.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

KEPT_CONTEXTS = 5


class Mention(NamedTuple):
    """One occurrence of a candidate; `key` folds its variants, offsets are the document's."""

    path: str
    start: int
    end: int
    key: str
    surface: str
    pattern: str
    left: bool
    right: bool
    neighbour: str
    capital: bool | None
    """Whether it begins with a capital, or None where every sentence does."""
    country: bool = False
    """Whether a country's name is in it."""
    lead: bool = False
    """Whether it stands in the title or the first sentences of its document."""
    acronym: str = ""
    """The key of the acronym that follows it in brackets: `Quỹ Đầu tư trực tiếp Nga (RDIF)`."""


class Where(NamedTuple):
    """The place of a mention; sorts by path and offset."""

    path: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Tally:
    """What was counted of one candidate.

    `left` and `right` count mentions that nothing on that side could lengthen; `neighbours` counts
    the words that could on the left; `capitals` of `midsentence` mentions began with a capital
    letter; `countries` name one; `leads` stand at the beginning of a document; `acronyms` count
    what followed in brackets; `patterns` and `surfaces` count by pattern and spelling.
    """

    key: str
    frequency: int
    documents: int
    left: int
    right: int
    midsentence: int
    capitals: int
    countries: int
    leads: int
    surfaces: Mapping[str, int]
    patterns: Mapping[str, int]
    neighbours: Mapping[str, int] = field(default_factory=dict)
    nested_in: Mapping[str, int] = field(default_factory=dict)
    acronyms: Mapping[str, int] = field(default_factory=dict)
    places: tuple[Where, ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """All tallies by key, and how much text was counted."""

    tallies: Mapping[str, Tally] = field(default_factory=dict)
    documents: int = 0
    sentences: int = 0


def count_document(sentences: Iterable[Sequence[Mention]]) -> Counts:
    """The counts of one document, from the mentions of each of its sentences."""
    by_key: dict[str, list[Mention]] = defaultdict(list)
    outer: dict[Mention, str] = {}
    number = 0
    for mentions in sentences:
        number += 1
        for mention in mentions:
            by_key[mention.key].append(mention)
        outer.update(_enclosing(mentions))
    tallies = {key: _tally(key, found, outer) for key, found in by_key.items()}
    return Counts(tallies, documents=1, sentences=number)


def merge(one: Counts, other: Counts) -> Counts:
    """The counts of both texts together; a document must not be in both."""
    tallies = dict(one.tallies)
    for key, tally in other.tallies.items():
        mine = tallies.get(key)
        tallies[key] = tally if mine is None else add(mine, tally)
    return Counts(tallies, one.documents + other.documents, one.sentences + other.sentences)


def add(a: Tally, b: Tally) -> Tally:
    """Both tallies together, under the key of the first."""
    return Tally(
        key=a.key,
        frequency=a.frequency + b.frequency,
        documents=a.documents + b.documents,
        left=a.left + b.left,
        right=a.right + b.right,
        midsentence=a.midsentence + b.midsentence,
        capitals=a.capitals + b.capitals,
        countries=a.countries + b.countries,
        leads=a.leads + b.leads,
        surfaces=Counter(a.surfaces) + Counter(b.surfaces),
        patterns=Counter(a.patterns) + Counter(b.patterns),
        neighbours=Counter(a.neighbours) + Counter(b.neighbours),
        nested_in=Counter(a.nested_in) + Counter(b.nested_in),
        acronyms=Counter(a.acronyms) + Counter(b.acronyms),
        places=tuple(sorted({*a.places, *b.places}))[:KEPT_CONTEXTS],
    )


def _tally(key: str, mentions: list[Mention], outer: Mapping[Mention, str]) -> Tally:
    return Tally(
        key=key,
        frequency=len(mentions),
        documents=1,
        left=sum(m.left for m in mentions),
        right=sum(m.right for m in mentions),
        midsentence=sum(m.capital is not None for m in mentions),
        capitals=sum(bool(m.capital) for m in mentions),
        countries=sum(m.country for m in mentions),
        leads=sum(m.lead for m in mentions),
        surfaces=Counter(m.surface for m in mentions),
        patterns=Counter(m.pattern for m in mentions),
        neighbours=Counter(m.neighbour for m in mentions if m.neighbour),
        nested_in=Counter(outer[m] for m in mentions if m in outer),
        acronyms=Counter(m.acronym for m in mentions if m.acronym),
        places=tuple(sorted(Where(m.path, m.start, m.end) for m in mentions))[:KEPT_CONTEXTS],
    )


def _enclosing(mentions: Sequence[Mention]) -> dict[Mention, str]:
    """For each mention that lies in a longer complete one, the shortest such one's key."""
    complete = sorted((m for m in mentions if m.left and m.right), key=lambda m: (m.start, -m.end))
    found: dict[Mention, str] = {}
    for mention in mentions:
        around = [
            c
            for c in complete
            if c.start <= mention.start
            and mention.end <= c.end
            and (c.end - c.start) > (mention.end - mention.start)
            and c.key != mention.key
        ]
        if around:
            found[mention] = min(around, key=lambda c: (c.end - c.start, c.start)).key
    return found
