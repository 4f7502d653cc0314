"""Scorers: how good a candidate is, from counts and evidence alone.

A scorer reads no file and calls no analyser (a test reads this module's imports). `SCORERS` is the
table; `combined` is the miner's own. C-value is Frantzi, Ananiadou and Mima 2000, on syllables.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from vnru_terms.mining.counts import Counts, Tally
from vnru_terms.mining.evidence import Evidence

Scorer = Callable[[Counts, Tally, Evidence], float]


def frequency(counts: Counts, tally: Tally, evidence: Evidence) -> float:
    """How often the candidate occurs."""
    return float(tally.frequency)


def c_value(counts: Counts, tally: Tally, evidence: Evidence) -> float:
    """C-value: frequency less the mean frequency of the longer candidates around it."""
    length = math.log2(evidence.syllables + 1)
    if not tally.nested_in:
        return length * tally.frequency
    return length * (tally.frequency - sum(tally.nested_in.values()) / len(tally.nested_in))


def combined(counts: Counts, tally: Tally, evidence: Evidence) -> float:
    """Free mentions and spread, times what the candidate's words and shape say."""
    nested = sum(tally.nested_in.values())
    free = max(tally.frequency - nested, 0)
    weight = math.log2(1 + free + 0.4 * nested)
    spread = 1 + 0.3 * math.log2(tally.documents)
    shape = SHAPES.get(evidence.pattern, 1.0)
    words = 0.35 + max(evidence.domain, WORDS_OF_THEIR_OWN.get(evidence.pattern, 0.0))
    length = 0.7 + 0.12 * min(evidence.syllables, 8)
    capital = 1 + 0.5 * evidence.capital
    score = weight * spread * shape * words * length * capital
    score *= 1 - 0.9 * evidence.headless
    trust = TAIL_NEEDED.get(evidence.pattern, 0.75)
    score *= 1 - trust + trust * evidence.whole
    if evidence.pattern == "row" and tally.frequency < 2:
        score *= 0.5
    if evidence.is_evaluative:
        score *= 0.3
    if evidence.weak_head:
        score *= 0.6
    if evidence.holds_country and evidence.pattern not in COUNTRY_SHAPES:
        score *= 0.2
    return score


# How far each pattern is to be trusted; a phrase of common words is the measure.
SHAPES = {
    "formula": 2.2,
    "acronym": 1.6,
    "office": 1.4,
    "name": 1.3,
    "state": 1.0,
    "bearer": 1.0,
    "region": 1.0,
    "phrase": 1.0,
    "classified": 0.8,
    "word": 0.9,
    "row": 0.7,
}
# Patterns whose finds are not made of words that could be looked up.
WORDS_OF_THEIR_OWN = {"acronym": 0.6, "region": 0.5, "state": 0.5}
# How much of the score is lost by a span that something could always follow: a bare `Hội đồng`.
TAIL_NEEDED = {"name": 0.85, "office": 0.85, "word": 0.2}
# Patterns whose finds may hold the name of a country.
COUNTRY_SHAPES = frozenset({"name", "state", "bearer"})

SCORERS: dict[str, Scorer] = {
    "combined": combined,
    "c-value": c_value,
    "frequency": frequency,
}
