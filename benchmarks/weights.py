"""The weights of the miner's features, found on annotated articles.

    python benchmarks/weights.py [--texts FOLDER]...

Prints the table that stands in `vnru_terms.mining.scores`: logistic regression (L2, C = 1) over all
candidates of all collections, on whether the annotation has them. The sample articles are one
collection; each folder of `--texts` is divided into PARTS, to be like them in size. A collection
weighs the same however large, the sample articles double, because they alone are open to everybody.
First come the figures of each collection ranked by weights that were fitted without it.
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

from annotated import ANNOTATIONS, Annotated, missing, other_texts, sample_articles

from vnru_terms.lang.vi_mining import vietnamese_mining
from vnru_terms.mining import scores
from vnru_terms.mining.counts import Counts
from vnru_terms.mining.evidence import display
from vnru_terms.mining.features import FEATURES, values
from vnru_terms.mining.ranking import rank
from vnru_terms.workflow.counting import Plan, count

C = 1.0
PARTS = 3
INTERCEPT = "intercept"
Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Counted:
    """Articles counted together, and their annotated terms: keys of variants, and their tiers."""

    counts: Counts
    gold: Mapping[str, str]
    tiers: Mapping[str, str]
    weight: float = 1.0


def main(arguments: Sequence[str]) -> int:
    """Print the figures and the table; 1 where an annotation is missing."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--texts", type=Path, action="append", default=[])
    sets = [sample_articles(), *map(other_texts, parser.parse_args(arguments).texts)]
    for texts in sets:
        if lacking := missing(texts):
            print(f"not there: {lacking}", file=sys.stderr)
            return 1
    collections = [divided(texts, 1 if i == 0 else PARTS) for i, texts in enumerate(sets)]
    for i, texts in enumerate(sets):
        others = [part for j, parts in enumerate(collections) if j != i for part in parts]
        if others:
            with weights_set(fit(others)):
                figures = ", ".join(f"{average_precision(part):.2f}" for part in collections[i])
            print(f"{texts.name}, fitted without it: average precision {figures}")
    print_table(fit([part for parts in collections for part in parts]))
    return 0


def divided(texts: Annotated, parts: int) -> list[Counted]:
    """The articles in so many parts of about the same size."""
    weight = 2.0 if parts == 1 else 1.0 / parts
    return [counted(texts, texts.files[i::parts], weight=weight) for i in range(parts)]


def counted(
    texts: Annotated, files: Sequence[Path] | None = None, *, weight: float = 1.0
) -> Counted:
    """Articles counted once, for any number of rankings; all of the texts where none are given."""
    chosen = list(texts.files if files is None else files)
    with count(chosen, vietnamese_mining(), plan=Plan()) as found:
        (counts,) = found.parts()
    gold, tiers = _scorer().read_gold(texts.gold)
    here = {file.name.partition("_")[0] for file in chosen}
    kept = set()
    for line in texts.gold.read_text(encoding="utf-8").splitlines()[1:]:
        canonical, _variants, _category, where, *_rest = line.split("\t")
        if here & set(where.split(",")):
            kept.add(_scorer().key(canonical))
    return Counted(
        counts,
        {variant: key for variant, key in gold.items() if key in kept},
        {key: tier for key, tier in tiers.items() if key in kept},
        weight,
    )


def fit(articles: Sequence[Counted]) -> Weights:
    """The weights of the features, and INTERCEPT, by logistic regression over these articles."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    rows: list[dict[str, float]] = []
    labels: list[bool] = []
    weights: list[float] = []
    for article in articles:
        for found in rank(article.counts, vietnamese_mining()):
            rows.append(dict(values(found.tally, found.evidence)))
            labels.append(_scorer().key(display(found.tally)) in article.gold)
            weights.append(article.weight)
    table = DictVectorizer(sparse=False)
    model = LogisticRegression(C=C, max_iter=10_000)
    model.fit(table.fit_transform(rows), labels, sample_weight=weights)
    found_weights = zip(table.get_feature_names_out(), model.coef_[0], strict=True)
    return {INTERCEPT: float(model.intercept_[0])} | {str(n): float(w) for n, w in found_weights}


def print_table(weights: Weights) -> None:
    """The table as Python has it: features in their order, then patterns, best first."""
    patterns = sorted(
        (n for n in weights if n.startswith("pattern ")), key=lambda n: (-weights[n], n)
    )
    print(f"\nINTERCEPT = {weights[INTERCEPT]:.2f}\nWEIGHTS: dict[str, float] = {{")
    for name in [*(name for name, _feature in FEATURES), *patterns]:
        print(f'    "{name}": {weights.get(name, 0.0):.2f},')
    print("}")


def ranked_terms(article: Counted) -> list[str]:
    """The candidates of the articles by the weights as they stand."""
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


@contextmanager
def weights_set(weights: Weights) -> Iterator[None]:
    """Rank by these weights within the block."""
    table = {name: weight for name, weight in weights.items() if name != INTERCEPT}
    with (
        patch.dict(scores.WEIGHTS, table, clear=True),
        patch.object(scores, "INTERCEPT", weights[INTERCEPT]),
    ):
        yield


@cache
def _scorer() -> Any:
    """The annotation's scorer, as a module."""
    spec = importlib.util.spec_from_file_location("score", ANNOTATIONS / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
