"""Scorers: how good a candidate is, from counts and evidence alone.

A scorer reads no file and calls no analyser (a test reads this module's imports). `SCORERS` is the
table; `combined` is the miner's own. C-value is Frantzi, Ananiadou and Mima 2000, on syllables.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from vnru_terms.mining.counts import Counts, Tally
from vnru_terms.mining.evidence import Evidence
from vnru_terms.mining.features import values

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
    """The sum of the features, each times its weight."""
    return INTERCEPT + sum(part for _name, _value, part in parts(tally, evidence))


def parts(tally: Tally, evidence: Evidence) -> list[tuple[str, float, float]]:
    """What the score is made of: name, value and part of each feature that says something."""
    return [
        (name, value, value * WEIGHTS.get(name, 0.0))
        for name, value in values(tally, evidence).items()
    ]


INTERCEPT = 0.0
WEIGHTS = {"domain": 1.8, "whole": 1.0, "occurrences": 1.0}

SCORERS: dict[str, Scorer] = {
    "combined": combined,
    "c-value": c_value,
    "frequency": frequency,
}
