"""From counts to ranked candidates: weigh, score, sort, show.

The order is deterministic: score, then the folded key. `rank` gives `Ranked` values; a `Candidate`
of the model is made of one by `candidate`, when its contexts are there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from vnru_terms.lang.vi_mining import MiningLanguage
from vnru_terms.mining.acronyms import tie_acronyms
from vnru_terms.mining.counts import Counts, Tally
from vnru_terms.mining.evidence import Evidence, display, weigh
from vnru_terms.mining.scores import SCORERS, Scorer
from vnru_terms.model import Candidate, KwicLine

DEFAULT_SCORER = "combined"


@dataclass(frozen=True, slots=True)
class Ranked:
    """A tally with its evidence and score."""

    tally: Tally
    evidence: Evidence
    score: float


def rank(
    counts: Counts, language: MiningLanguage, *, scorer: Scorer = SCORERS[DEFAULT_SCORER]
) -> list[Ranked]:
    """All candidates, best first."""
    found = []
    for tally in tie_acronyms(counts.tallies).values():
        evidence = weigh(tally, language)
        found.append(Ranked(tally, evidence, round(scorer(counts, tally, evidence), 4)))
    return sorted(found, key=lambda r: (-r.score, r.tally.key))


def candidate(ranked: Ranked, contexts: Mapping[str, tuple[KwicLine, ...]]) -> Candidate:
    """The model's candidate, with the contexts that its key has."""
    tally = ranked.tally
    shown = display(tally)
    variants = sorted(s for s in tally.surfaces if s != shown)
    return Candidate(
        term=shown,
        kind=ranked.evidence.kind,
        score=ranked.score,
        frequency=tally.frequency,
        documents=tally.documents,
        variants=tuple(variants),
        contexts=contexts.get(tally.key, ()),
    )
