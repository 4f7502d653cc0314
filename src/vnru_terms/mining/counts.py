"""Count candidates: one `Tally` a folded key, in a `Counts` that merges with another.

A document is counted on its own (`count_document`), and counts of documents, shards or machines
are added by `merge_all`, in any order, to the same result. `SUMMED` and `COUNTED` say what a tally
counts. Texts of a candidate's variants are counted under one key; its contexts are the first few
places, which also merge.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

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


# The fields of a Tally that are sums over a candidate's mentions. This table and the next are the
# only places that know them: what stands here is counted, merged, and kept in the shards' tables.
SUMMED: Mapping[str, Callable[[Mention], int]] = {
    "frequency": lambda m: 1,
    "left": lambda m: m.left,
    "right": lambda m: m.right,
    "midsentence": lambda m: m.capital is not None,
    "capitals": lambda m: bool(m.capital),
    "countries": lambda m: m.country,
    "leads": lambda m: m.lead,
}
# The fields that count mentions by a text, given the mention and the key of the complete candidate
# around it; a mention whose text is empty is not counted.
COUNTED: Mapping[str, Callable[[Mention, str], str]] = {
    "surfaces": lambda m, outer: m.surface,
    "patterns": lambda m, outer: m.pattern,
    "neighbours": lambda m, outer: m.neighbour,
    "nested_in": lambda m, outer: outer,
    "acronyms": lambda m, outer: m.acronym,
}
# Of the counted fields, those whose texts are keys of candidates that are ranked together.
TIED = ("acronyms",)
# All numbers of a Tally; a document counts once in each of its own.
SUMS = ("documents", *SUMMED)


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
    return merge_all((one, other))


def merge_all(parts: Iterable[Counts]) -> Counts:
    """The counts of all parts together, in whatever order they come; none is kept in memory."""
    found: dict[str, Tally | _OpenTally] = {}
    documents = sentences = 0
    for part in parts:
        documents += part.documents
        sentences += part.sentences
        for key, tally in part.tallies.items():
            known = found.get(key)
            if known is None:
                # Most candidates stand in one document: their tallies stay as they are.
                found[key] = tally
                continue
            if isinstance(known, Tally):
                found[key] = opened = _OpenTally()
                opened.add(known)
                known = opened
            known.add(tally)
    tallies = {
        key: known if isinstance(known, Tally) else known.closed(key)
        for key, known in found.items()
    }
    return Counts(tallies, documents, sentences)


def add(one: Tally, other: Tally) -> Tally:
    """Both tallies together, under the key of the first."""
    together = _OpenTally()
    together.add(one)
    together.add(other)
    return together.closed(one.key)


class _OpenTally:
    """A tally that still grows; adding frozen ones pairwise would copy them every time."""

    __slots__ = ("counted", "places", "sums")

    def __init__(self) -> None:
        self.sums = dict.fromkeys(SUMS, 0)
        self.counted: dict[str, dict[str, int]] = {}
        self.places: list[Where] = []

    def add(self, tally: Tally) -> None:
        for name in SUMS:
            self.sums[name] += getattr(tally, name)
        for name in COUNTED:
            counts: Mapping[str, int] = getattr(tally, name)
            if counts:
                counted = self.counted.setdefault(name, {})
                for text, n in counts.items():
                    counted[text] = counted.get(text, 0) + n
        self.places.extend(tally.places)
        if len(self.places) > 2 * KEPT_CONTEXTS:
            self._cut()

    def closed(self, key: str) -> Tally:
        self._cut()
        counted = {name: _sorted(self.counted.get(name, {})) for name in COUNTED}
        values: dict[str, Any] = {**self.sums, **counted}
        return Tally(key=key, places=tuple(self.places), **values)

    def _cut(self) -> None:
        self.places = sorted(set(self.places))[:KEPT_CONTEXTS]


def _tally(key: str, mentions: Sequence[Mention], outer: Mapping[Mention, str]) -> Tally:
    values: dict[str, Any] = {name: sum(map(of, mentions)) for name, of in SUMMED.items()}
    for name, text_of in COUNTED.items():
        counted: dict[str, int] = {}
        for mention in mentions:
            text = text_of(mention, outer.get(mention, ""))
            if text:
                counted[text] = counted.get(text, 0) + 1
        values[name] = _sorted(counted)
    places = sorted({Where(m.path, m.start, m.end) for m in mentions})[:KEPT_CONTEXTS]
    return Tally(key=key, documents=1, places=tuple(places), **values)


def _sorted(counted: dict[str, int]) -> dict[str, int]:
    """In order of the texts, so that no order of adding is seen in anything printed."""
    return dict(sorted(counted.items())) if len(counted) > 1 else counted


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
