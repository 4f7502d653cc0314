"""Scorers: how good a candidate is, from counts and evidence alone.

A scorer reads no file and calls no analyser (a test reads this module's imports). `SCORERS` is the
table; `combined` is the miner's own. C-value is Frantzi, Ananiadou and Mima 2000, on syllables.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

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


# Found by logistic regression (L2, C = 1) on the five sample articles and two further annotated
# sets of articles, each set left out in turn to check; see docs/explanation.md. The score is the
# logarithm of the odds that a curator takes the candidate, as far as these texts can tell.
INTERCEPT = -3.80
WEIGHTS: Mapping[str, float] = {
    "occurrences": 1.30,
    "nested": -0.20,
    "spread": 0.44,
    "at the beginning": 0.13,
    "whole": 1.12,
    "whole name": 1.28,
    "headed": 0.75,
    "behind one word": -0.59,
    "never free": -0.65,
    "domain": 2.67,
    "domain of a name": 1.07,
    "general first word": -1.54,
    "general last word": -0.33,
    "evaluative": -0.39,
    "weak head": -0.55,
    "capital": 0.32,
    "length": -0.06,
    "country in phrase": -0.12,
    "has acronym": 0.70,
    "pattern formula": 2.01,
    "pattern state": 1.75,
    "pattern acronym": 1.52,
    "pattern region": 1.14,
    "pattern bearer": 0.72,
    "pattern name:institution": 0.42,
    "pattern name:place": 0.07,
    "pattern name:document": -0.06,
    "pattern name": -0.26,
    "pattern name:event": -0.27,
    "pattern quoted": -0.34,
    "pattern name:proper": -0.42,
    "pattern office": -0.48,
    "pattern phrase": -0.51,
    "pattern classified": -0.60,
    "pattern word": -0.65,
    "pattern row": -1.60,
    "pattern act": -2.86,
}

SCORERS: dict[str, Scorer] = {
    "combined": combined,
    "c-value": c_value,
    "frequency": frequency,
}
