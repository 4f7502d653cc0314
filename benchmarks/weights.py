"""The scorer's weights fitted on some articles, to be tried on another.

`fit` goes through the weights of `vnru_terms.mining.scores` one by one, tries each a step up and
down, and keeps what raises the mean average precision of the articles: coordinate ascent, from the
weights that stand there, the same way every time. It says how much of a figure is fitted to the
articles that it is measured on; the weights that ship are not changed by it.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

from annotated import ANNOTATIONS, Annotated

from vnru_terms.lang.vi_mining import vietnamese_mining
from vnru_terms.mining import scores
from vnru_terms.mining.counts import Counts
from vnru_terms.mining.evidence import display
from vnru_terms.mining.ranking import rank
from vnru_terms.workflow.counting import Plan, count

STEPS = (0.7, 1.4)
ROUNDS = 2
Weights = dict[tuple[str, str], float]


@dataclass(frozen=True, slots=True)
class Counted:
    """An article's counts and its annotated terms: keys of variants, and their tiers."""

    counts: Counts
    gold: Mapping[str, str]
    tiers: Mapping[str, str]


def counted(article: Annotated) -> Counted:
    """The article counted once, for any number of rankings."""
    with count(list(article.files), vietnamese_mining(), plan=Plan()) as found:
        (counts,) = found.parts()
    gold, tiers = _scorer().read_gold(article.gold)
    docs = {}
    for line in article.gold.read_text(encoding="utf-8").splitlines()[1:]:
        canonical, _variants, _category, where, *_rest = line.split("\t")
        docs[_scorer().key(canonical)] = where.split(",")
    here = {key for key in tiers if article.document in docs[key]}
    return Counted(
        counts,
        {variant: key for variant, key in gold.items() if key in here},
        {key: tier for key, tier in tiers.items() if key in here},
    )


def ranked_terms(article: Counted) -> list[str]:
    """The candidates of the article by the weights as they stand."""
    return [display(found.tally) for found in rank(article.counts, vietnamese_mining())]


def average_precision(article: Counted) -> float:
    """As the scorer has it: over the whole list, of all annotated terms."""
    ranked, _repeats = _scorer().rank(ranked_terms(article), article.gold, article.tiers)
    hits = 0
    total = 0.0
    for place, (_term, key) in enumerate(ranked, 1):
        if key is not None:
            hits += 1
            total += hits / place
    return total / max(len(article.tiers), 1)


def fit(articles: Sequence[Counted]) -> Weights:
    """The weights that rank these articles best, found by coordinate ascent."""
    best = standing_weights()
    best_value = _mean(articles, best)
    for _ in range(ROUNDS):
        for name in list(best):
            for step in STEPS:
                tried = {**best, name: best[name] * step}
                value = _mean(articles, tried)
                if value > best_value:
                    best, best_value = tried, value
    return best


def standing_weights() -> Weights:
    """All numbers in the tables of the module of scorers, by table and row."""
    return {
        (table, row): float(value)
        for table, rows in _tables().items()
        for row, value in rows.items()
    }


@contextmanager
def weights_set(weights: Weights) -> Iterator[None]:
    """Rank by these weights within the block."""
    before = standing_weights()
    try:
        _set(weights)
        yield
    finally:
        _set(before)


def _mean(articles: Sequence[Counted], weights: Weights) -> float:
    with weights_set(weights):
        return sum(map(average_precision, articles)) / len(articles)


def _set(weights: Weights) -> None:
    tables = _tables()
    for (table, row), value in weights.items():
        tables[table][row] = value


def _tables() -> dict[str, dict[str, float]]:
    """The module's tables of numbers by name."""
    return {
        name: table
        for name, table in vars(scores).items()
        if name.isupper()
        and isinstance(table, dict)
        and all(isinstance(value, float) for value in table.values())
    }


@cache
def _scorer() -> Any:
    """The annotation's scorer, as a module."""
    spec = importlib.util.spec_from_file_location("score", ANNOTATIONS / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
