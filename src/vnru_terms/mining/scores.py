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


# Found by logistic regression over the candidates of annotated articles (benchmarks/weights.py):
# the five sample articles and two further collections, which are not in the repository. The score
# is the logarithm of the odds that the annotators took the candidate.
INTERCEPT = -3.58
# From here on a candidate was likelier taken than left.
EVEN = 0.0
WEIGHTS: dict[str, float] = {
    "occurrences": 1.26,
    "nested": -0.24,
    "spread": 0.50,
    "at the beginning": 0.10,
    "whole": 1.07,
    "whole name": 1.29,
    "headed": 0.59,
    "behind one word": -0.65,
    "never free": -0.66,
    "domain": 2.69,
    "domain of a name": 1.14,
    "general first word": -1.64,
    "general last word": -0.37,
    "evaluative": -0.47,
    "weak head": -0.55,
    "capital": 0.35,
    "length": -0.06,
    "country in phrase": -0.13,
    "has acronym": 0.73,
    "pattern formula": 2.01,
    "pattern state": 1.78,
    "pattern acronym": 1.46,
    "pattern region": 1.07,
    "pattern bearer": 0.75,
    "pattern name:institution": 0.44,
    "pattern name:place": 0.08,
    "pattern name:document": -0.09,
    "pattern name": -0.28,
    "pattern quoted": -0.32,
    "pattern name:event": -0.32,
    "pattern name:proper": -0.40,
    "pattern phrase": -0.47,
    "pattern office": -0.48,
    "pattern classified": -0.58,
    "pattern word": -0.62,
    "pattern row": -1.57,
    "pattern act": -2.91,
}

SCORERS: dict[str, Scorer] = {
    "combined": combined,
    "c-value": c_value,
    "frequency": frequency,
}
