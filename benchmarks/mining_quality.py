"""How good mining is on the sample articles, against the annotated terms and lines.

Prints precision at 20, 50 and 100, recall of tier A and average precision of the whole list, the
same for each article mined alone, and how many lines of the pages are told right from boilerplate.
The annotations and their scorer lie in a folder `shared/eval` beside the checkout:

    python benchmarks/mining_quality.py [FOLDER_OF_ANNOTATIONS]

A figure on five articles that the lists were read against says what the miner can do, not what it
will do; unseen articles of the same kind give some points less.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from vnru_terms.installation import data_root
from vnru_terms.lang.vi_mining import vietnamese_mining
from vnru_terms.model import Termbase
from vnru_terms.store.corpus import read_corpus
from vnru_terms.store.worklist import write_worklist
from vnru_terms.text.body import classify
from vnru_terms.workflow.mine import mine

SHOWN = ("P@20", "P@50", "P@100", "recall_A@200", "recall_AB@200", "AP", "boilerplate_only@200")


def main(arguments: Sequence[str]) -> int:
    """Print the figures; 1 where the annotations are missing."""
    annotations = Path(arguments[0]) if arguments else data_root().parent / "shared" / "eval"
    seeds = data_root() / "seeds"
    if not (annotations / "score.py").is_file():
        print(f"no annotations in {annotations}", file=sys.stderr)
        return 1
    began = time.perf_counter()
    print_row("all articles", score(annotations, seeds, [seeds]))
    print(f"{'':14}{time.perf_counter() - began:.1f} s")
    for article in sorted(seeds.glob("*.txt")):
        number = article.name.partition("_")[0]
        print_row(number, score(annotations, seeds, [article], document=number))
    print(body_accuracy(annotations, seeds))
    return 0


def score(
    annotations: Path, seeds: Path, paths: Sequence[Path], document: str = ""
) -> dict[str, float]:
    """What the scorer says of the candidates of these articles."""
    with tempfile.TemporaryDirectory() as folder:
        worklist = Path(folder) / "candidates.jsonl"
        write_worklist(worklist, mine(paths, Termbase()).candidates)
        command: list[str | Path] = [sys.executable, annotations / "score.py", "--json", worklist]
        command += ["--gold", annotations / "seeds_gold.tsv", "--docs", seeds]
        command += ["--body", annotations / "seeds_body.tsv"]
        if document:
            command += ["--doc-filter", document, "--files", document]
        done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def body_accuracy(annotations: Path, seeds: Path) -> str:
    """How many lines that are not empty were told right: article or boilerplate."""
    language = vietnamese_mining()
    documents, _findings = read_corpus([seeds])
    lines = {Path(d.path).name: (d.lines, classify(d.lines, language.markers)) for d in documents}
    right = everything = 0
    rows = (annotations / "seeds_body.tsv").read_text(encoding="utf-8").splitlines()[1:]
    for row in rows:
        name, first, last, kind = row.split("\t")
        texts, verdicts = lines[name]
        for text, verdict in list(zip(texts, verdicts, strict=True))[int(first) - 1 : int(last)]:
            if text.strip():
                everything += 1
                right += verdict.is_text == (kind != "boilerplate")
    return f"{'lines':14}{right} of {everything} right"


def print_row(label: str, figures: dict[str, float]) -> None:
    """A row of figures with their names."""
    cells = "  ".join(f"{name} {figures[name]:.2f}" for name in SHOWN if name in figures)
    print(f"{label:14}{cells}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
