"""What speaks for a candidate besides its counts: its shape, its head, the words it is made of.

`weigh` looks a tally up in the language's tables once and gives a frozen `Evidence`; scorers read
nothing but tallies and evidence.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
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
    firsts, lasts = _firsts(syllables), _lasts(syllables)
    strong = sum(map(language.formants.__contains__, syllables))
    weak = sum(map(language.weak_formants.__contains__, syllables))
    pattern, _colon, subpattern = main_pattern(tally).partition(":")
    return Evidence(
        kind=kind_of(tally, language),
        pattern=pattern,
        subpattern=subpattern,
        syllables=len(syllables),
        domain=(strong + 0.5 * weak) / len(syllables),
        capital=tally.capitals / tally.midsentence if tally.midsentence else 0.0,
        general_first=not language.rarely_first.isdisjoint(firsts),
        general_last=not language.rarely_last.isdisjoint(lasts),
        is_evaluative=_holds(syllables, language.evaluative),
        holds_country=2 * tally.countries > tally.frequency,
        weak_head=len(syllables) > 4 and not language.weak_first.isdisjoint(firsts),
    )


def display(tally: Tally) -> str:
    """The spelling to show: written out rather than abbreviated, then the commonest."""
    if len(tally.surfaces) == 1:
        return next(iter(tally.surfaces))
    full = len(tally.key.split())

    def preference(surface: str) -> tuple[bool, int, str]:
        is_short = len(unify_dashes(surface).replace("-", " ").split()) < full
        return (is_short, -tally.surfaces[surface], surface.swapcase())

    return min(tally.surfaces, key=preference)


def main_pattern(tally: Tally) -> str:
    """The pattern that found most of the mentions, in alphabetical order where some are equal."""
    if len(tally.patterns) == 1:
        return next(iter(tally.patterns))
    return min(tally.patterns, key=lambda p: (-tally.patterns[p], p))


def kind_of(tally: Tally, language: MiningLanguage) -> Kind:
    """A guess at the candidate's kind, from the pattern that found it and its head."""
    by_pattern = _BY_PATTERN.get(main_pattern(tally))
    if by_pattern is not None:
        return by_pattern
    if tally.key in language.complete_institutions:
        return Kind.INSTITUTION
    firsts = _firsts(tally.key.split())
    return next((k for k, heads in _heads(language) if not heads.isdisjoint(firsts)), Kind.TERM)


@cache
def _heads(language: MiningLanguage) -> tuple[tuple[Kind, frozenset[str]], ...]:
    return (
        (Kind.TITLE, language.offices),
        (Kind.DOCUMENT, language.documents - language.need_complement),
        (Kind.EVENT, language.events),
        (Kind.INSTITUTION, language.institutions),
    )


def _firsts(syllables: list[str]) -> list[str]:
    """The words of one to three syllables that the candidate may begin with."""
    return [" ".join(syllables[:n]) for n in range(1, min(3, len(syllables)) + 1)]


def _lasts(syllables: list[str]) -> list[str]:
    """The words of one to three syllables that the candidate may end with."""
    return [" ".join(syllables[-n:]) for n in range(1, min(3, len(syllables)) + 1)]


def _holds(syllables: list[str], table: frozenset[str]) -> bool:
    pairs = (f"{a} {b}" for a, b in pairwise(syllables))
    return not (table.isdisjoint(syllables) and table.isdisjoint(pairs))
