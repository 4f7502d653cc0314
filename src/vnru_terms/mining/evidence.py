"""What speaks for a candidate besides its counts: its shape, its head, the words it is made of.

`weigh` looks a tally up in the language's tables once and gives a frozen `Evidence`; scorers read
nothing but tallies and evidence.
"""

from __future__ import annotations

from dataclasses import dataclass

from vnru_terms.lang.vi_mining import MiningLanguage
from vnru_terms.mining.counts import Tally
from vnru_terms.model import Kind


@dataclass(frozen=True, slots=True)
class Evidence:
    """A candidate's shape: `domain` is the share of its syllables that are domain formants."""

    kind: Kind
    syllables: int
    words: int
    domain: float
    evaluative: bool
    named: bool
    pattern: str
    capital: float
    complete: float
    holds_country: bool
    display_capital: bool = False


_BY_PATTERN = {
    "name:document": Kind.DOCUMENT,
    "name:institution": Kind.INSTITUTION,
    "name:proper": Kind.INSTITUTION,
    "name:event": Kind.EVENT,
    "name:place": Kind.TERM,
    "office": Kind.TITLE,
    "office pair": Kind.TITLE,
    "acronym": Kind.INSTITUTION,
    "formula": Kind.FORMULA,
}


def weigh(tally: Tally, language: MiningLanguage) -> Evidence:
    """The evidence of one candidate."""
    surface = display(tally)
    syllables = tally.key.split()
    pattern = main_pattern(tally)
    return Evidence(
        kind=kind_of(tally, language),
        syllables=len(syllables),
        words=surface.count(" ") + 1,
        domain=sum(s in language.formants for s in syllables) / len(syllables),
        evaluative=_holds(tally.key, language.evaluative),
        named=pattern.startswith(("name:", "acronym", "office")),
        pattern=pattern,
        capital=tally.capitals / tally.midsentence if tally.midsentence else 0.0,
        complete=tally.complete / tally.frequency,
        holds_country=_holds(tally.key, language.countries)
        and any(
            language.key(w) in language.countries for s in tally.surfaces for w in _capital_parts(s)
        ),
    )


def display(tally: Tally) -> str:
    """The spelling that a candidate is shown in: the commonest, then the one in lower case."""
    return min(tally.surfaces, key=lambda s: (-tally.surfaces[s], s.swapcase()))


def main_pattern(tally: Tally) -> str:
    """The pattern that found most of the mentions; names and offices before phrases."""
    order = (
        "formula",
        "office",
        "office pair",
        "name",
        "acronym",
        "row",
        "classified",
        "phrase",
        "word",
    )

    def rank(pattern: str) -> tuple[int, int, str]:
        return (-tally.patterns[pattern], order.index(pattern.split(":")[0]), pattern)

    return min(tally.patterns, key=rank)


def kind_of(tally: Tally, language: MiningLanguage) -> Kind:
    """A guess at the candidate's kind, from the pattern that found it and its head."""
    by_pattern = _BY_PATTERN.get(main_pattern(tally))
    if by_pattern is not None:
        return by_pattern
    heads = _prefixes(tally.key)
    for kind, table in (
        (Kind.TITLE, language.offices),
        (Kind.DOCUMENT, language.documents),
        (Kind.EVENT, language.events),
        (Kind.INSTITUTION, language.institutions),
    ):
        if any(h in table for h in heads):
            return kind
    return Kind.TERM


def _prefixes(key: str) -> list[str]:
    parts = key.split()
    return [" ".join(parts[:n]) for n in range(min(3, len(parts)), 0, -1)]


def _holds(key: str, table: frozenset[str]) -> bool:
    parts = key.split()
    return any(
        " ".join(parts[i:j]) in table
        for i in range(len(parts))
        for j in range(i + 1, min(len(parts), i + 4) + 1)
    )


def _capital_parts(surface: str) -> list[str]:
    parts = [p for p in surface.replace("-", " ").replace("–", " ").split() if p[:1].isupper()]
    pairs = [f"{a} {b}" for a, b in zip(parts, parts[1:], strict=False)]
    return parts + pairs
