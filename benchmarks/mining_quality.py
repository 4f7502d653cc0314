"""How good mining is on annotated articles: the terms found, and the lines told from boilerplate.

    python benchmarks/mining_quality.py [--texts FOLDER]... [--leave-one-out]

Without `--texts` the sample articles are scored, together, then each mined alone; with it, other
annotated folders (`docs/`, `gold.tsv`, `body.tsv`). With `--leave-one-out` each article is also
ranked by weights that were fitted on the others alone. A figure on five articles that the lists
were read against says what the miner can do, not what it will do: unseen articles decide.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from annotated import (
    Annotated,
    environment,
    missing,
    other_texts,
    print_head,
    print_row,
    sample_articles,
    score,
)
from weights import counted, fit, ranked_terms, weights_set

from vnru_terms.lang.vi_mining import vietnamese_mining
from vnru_terms.model import Termbase
from vnru_terms.store.corpus import read_corpus
from vnru_terms.text.body import classify
from vnru_terms.workflow.mine import mine


def main(arguments: Sequence[str]) -> int:
    """Print the tables; 1 where an annotation is missing."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--texts", type=Path, action="append", default=[])
    parser.add_argument("--leave-one-out", action="store_true")
    chosen = parser.parse_args(arguments)
    sets = [other_texts(folder) for folder in chosen.texts] or [sample_articles()]
    print(environment(["underthesea", "underthesea_core"]))
    for texts in sets:
        if lacking := missing(texts):
            print(f"not there: {lacking}", file=sys.stderr)
            return 1
        print(f"\n## {texts.name}: {len(texts.files)} articles\n")
        print_head("mined")
        print_mined("together", texts)
        for article in texts.alone():
            print_mined(article.name, article)
        if chosen.leave_one_out:
            print_left_out(texts)
        right, everything = line_accuracy(texts)
        print(f"\nLines told right: {right} of {everything} ({right / max(everything, 1):.3f})")
    return 0


def print_mined(label: str, texts: Annotated) -> None:
    """A row for what is mined of these texts."""
    began = time.perf_counter()
    found = mine(list(texts.files), Termbase()).candidates
    seconds = time.perf_counter() - began
    print_row(label, score(texts, [candidate.term for candidate in found]), seconds)


def print_left_out(texts: Annotated) -> None:
    """A table in which each article is ranked by weights fitted on the others."""
    articles = list(texts.alone())
    counts = [counted(article) for article in articles]
    print()
    print_head("fitted on the others")
    for i, article in enumerate(articles):
        began = time.perf_counter()
        with weights_set(fit(counts[:i] + counts[i + 1 :])):
            terms = ranked_terms(counts[i])
        print_row(article.name, score(article, terms), time.perf_counter() - began)


def line_accuracy(texts: Annotated) -> tuple[int, int]:
    """How many lines that are not empty were told right, article or boilerplate, and how many."""
    language = vietnamese_mining()
    documents, _findings = read_corpus(list(texts.files))
    lines = {Path(d.path).name: (d.lines, classify(d.lines, language.markers)) for d in documents}
    right = everything = 0
    rows = texts.body.read_text(encoding="utf-8").splitlines()[1:]
    for row in filter(None, rows):
        name, first, last, kind = row.split("\t")
        read, verdicts = lines[name]
        for text, verdict in list(zip(read, verdicts, strict=True))[int(first) - 1 : int(last)]:
            if text.strip():
                everything += 1
                right += verdict.is_text == (kind != "boilerplate")
    return right, everything


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
