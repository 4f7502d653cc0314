"""What speaks for a candidate besides its counts: its shape, its head, the words it is made of.

`weigh` looks a tally up in the language's tables once and gives a frozen `Evidence`; scorers read
nothing but tallies and evidence.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from vnru_terms.lang.vi_mining import MiningLanguage
from vnru_terms.mining.counts import Tally
from vnru_terms.model import Kind
from vnru_terms.text.normalise import unify_dashes


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a candidate is like; shares are between 0 and 1.

    `pattern` and `subpattern`: what found most of its mentions (`name` and `institution`).
    `domain`: of its syllables, those that are domain formants (weak ones count half). `capital`: of
    the mentions within a sentence, those with a capital. `general_first` and `general_last`: it
    begins or ends with a word that seldom does so in a term. `weak_head`: a long phrase behind a
    head too general for one.
    """

    kind: Kind
    pattern: str
    subpattern: str
    syllables: int
    domain: float
    capital: float
    general_first: bool
    general_last: bool
    is_evaluative: bool
    holds_country: bool
    weak_head: bool


_BY_PATTERN = {
    "name:document": Kind.DOCUMENT,
    "name:institution": Kind.INSTITUTION,
    "name:proper": Kind.INSTITUTION,
    "name:event": Kind.EVENT,
    "office": Kind.TITLE,
    "acronym": Kind.INSTITUTION,
    "state": Kind.NAME,
    "region": Kind.NAME,
    "formula": Kind.FORMULA,
    "row": Kind.FORMULA,
}


def weigh(tally: Tally, language: MiningLanguage) -> Evidence:
    """The evidence of one candidate."""
    syllables = tally.key.split()
    strong = sum(s in language.formants for s in syllables)
    weak = sum(s in language.weak_formants for s in syllables)
    return Evidence(
        kind=kind_of(tally, language),
        pattern=main_pattern(tally).partition(":")[0],
        subpattern=main_pattern(tally).partition(":")[2],
        syllables=len(syllables),
        domain=(strong + 0.5 * weak) / len(syllables),
        capital=tally.capitals / tally.midsentence if tally.midsentence else 0.0,
        general_first=_begins(syllables, language.rarely_first),
        general_last=_ends(syllables, language.rarely_last),
        is_evaluative=_holds(syllables, language.evaluative),
        holds_country=2 * tally.countries > tally.frequency,
        weak_head=len(syllables) > 4 and _begins(syllables, language.weak_first),
    )


def display(tally: Tally) -> str:
    """The spelling to show: written out rather than abbreviated, then the commonest."""
    full = len(tally.key.split())

    def preference(surface: str) -> tuple[bool, int, str]:
        is_short = len(unify_dashes(surface).replace("-", " ").split()) < full
        return (is_short, -tally.surfaces[surface], surface.swapcase())

    return min(tally.surfaces, key=preference)


def main_pattern(tally: Tally) -> str:
    """The pattern that found most of the mentions, in alphabetical order where some are equal."""
    return min(tally.patterns, key=lambda p: (-tally.patterns[p], p))


def kind_of(tally: Tally, language: MiningLanguage) -> Kind:
    """A guess at the candidate's kind, from the pattern that found it and its head."""
    by_pattern = _BY_PATTERN.get(main_pattern(tally))
    if by_pattern is not None:
        return by_pattern
    if tally.key in language.complete_institutions:
        return Kind.INSTITUTION
    for kind, table in (
        (Kind.TITLE, language.offices),
        (Kind.DOCUMENT, language.documents - language.need_complement),
        (Kind.EVENT, language.events),
        (Kind.INSTITUTION, language.institutions),
    ):
        if _begins(tally.key.split(), table):
            return kind
    return Kind.TERM


def _begins(syllables: list[str], table: frozenset[str]) -> bool:
    return any(" ".join(syllables[:n]) in table for n in range(1, min(3, len(syllables)) + 1))


def _ends(syllables: list[str], table: frozenset[str]) -> bool:
    return any(" ".join(syllables[-n:]) in table for n in range(1, min(3, len(syllables)) + 1))


def _holds(syllables: list[str], table: frozenset[str]) -> bool:
    ones = any(s in table for s in syllables)
    return ones or any(f"{a} {b}" in table for a, b in pairwise(syllables))
