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
    """Free mentions, spread, and what the words themselves say."""
    nested = sum(tally.nested_in.values())
    free = max(tally.frequency - nested, 0)
    weight = math.log2(1 + free + 0.4 * nested)
    spread = 1 + 0.3 * math.log2(tally.documents)
    shape = _SHAPE.get(evidence.pattern.split(":")[0], 1.0)
    domain = 0.4 + evidence.domain
    length = 0.7 + 0.15 * min(evidence.syllables, 8)
    score = weight * spread * shape * domain * length * (1 + 0.5 * evidence.capital)
    if evidence.evaluative:
        score *= 0.3
    if not tally.complete:
        score *= 0.3
    elif not free:
        score *= 0.6
    if evidence.holds_country and not evidence.pattern.startswith("name:"):
        score *= 0.2
    return score


_SHAPE = {
    "name": 1.3,
    "office": 1.4,
    "office pair": 1.0,
    "acronym": 1.6,
    "formula": 2.0,
    "row": 0.6,
    "classified": 0.8,
    "phrase": 1.0,
    "word": 0.8,
}

SCORERS: dict[str, Scorer] = {
    "combined": combined,
    "c-value": c_value,
    "frequency": frequency,
}
