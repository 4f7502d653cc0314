"""What the benchmarks of mining share: annotated texts, their scorer, rows of a table.

A folder of annotated texts holds `docs/`, `gold.tsv` (the terms) and `body.tsv` (which lines are
article). The sample articles' annotation lies in a folder `shared/eval` beside the checkout, with
the scorer, `score.py`.
"""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from vnru_terms.installation import data_root
from vnru_terms.lang.vi_mining import vietnamese_mining
from vnru_terms.mining.survey import body_lines, repeated_lines
from vnru_terms.store.corpus import Document, read_corpus

ANNOTATIONS = data_root().parent / "shared" / "eval"
SHOWN = (
    "P@20",
    "P@50",
    "P@100",
    "recall_A@200",
    "recall_AB@200",
    "AP",
    "boilerplate_only@200",
)


@dataclass(frozen=True, slots=True)
class Annotated:
    """Texts with their annotation; `document` narrows it to one, by how its file's name begins."""

    name: str
    docs: Path
    gold: Path
    body: Path
    document: str = ""

    @property
    def files(self) -> tuple[Path, ...]:
        """The texts' files, in order of their names."""
        return tuple(sorted(self.docs.glob(f"{self.document}*.txt")))

    def alone(self) -> Iterator[Annotated]:
        """Each text on its own, with the terms that are annotated in it."""
        for file in self.files:
            number = file.name.partition("_")[0]
            yield Annotated(number, self.docs, self.gold, self.body, number)


def sample_articles() -> Annotated:
    """The articles in `seeds/`."""
    gold, body = ANNOTATIONS / "seeds_gold.tsv", ANNOTATIONS / "seeds_body.tsv"
    return Annotated("seeds", data_root() / "seeds", gold, body)


def other_texts(folder: Path) -> Annotated:
    """The texts of another annotated folder."""
    return Annotated(folder.name, folder / "docs", folder / "gold.tsv", folder / "body.tsv")


def missing(texts: Annotated) -> str:
    """What is not there of the texts and their scorer; empty where all is."""
    wanted = (ANNOTATIONS / "score.py", texts.docs, texts.gold, texts.body)
    return ", ".join(str(path) for path in wanted if not path.exists())


def score(texts: Annotated, terms: Iterable[str]) -> dict[str, float]:
    """What the scorer says of these candidates, best first."""
    with tempfile.TemporaryDirectory() as folder:
        candidates = Path(folder) / "candidates.txt"
        candidates.write_text("".join(f"{term}\n" for term in terms), encoding="utf-8")
        command: list[str | Path] = [sys.executable, ANNOTATIONS / "score.py", "--json", candidates]
        command += ["--gold", texts.gold, "--docs", texts.docs, "--body", texts.body]
        if texts.document:
            command += ["--doc-filter", texts.document, "--files", texts.document]
        done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def raw_texts(texts: Annotated) -> list[str]:
    """Each document as it was received."""
    return [document.text for document in _documents(texts)]


def body_texts(texts: Annotated) -> list[str]:
    """Each document's title, body and captions, as our rules tell them from boilerplate."""
    documents = _documents(texts)
    repeated = repeated_lines(enumerate(documents))
    language = vietnamese_mining()
    return [
        "\n".join(line.of(d.text) for line in body_lines(d, language, repeated)) for d in documents
    ]


def _documents(texts: Annotated) -> list[Document]:
    documents, _findings = read_corpus(list(texts.files))
    return list(documents)


def print_head(label: str) -> None:
    """The heads of a table of figures."""
    print(f"| {label} | " + " | ".join(name.replace("_", " ") for name in SHOWN) + " | s |")
    print("|---|" + "---:|" * (len(SHOWN) + 1))


def print_row(label: str, figures: Mapping[str, float], seconds: float) -> None:
    """A row of figures; counts have no decimals."""
    cells = [
        f"{figures[name]:.0f}" if name.startswith("boilerplate") else f"{figures[name]:.2f}"
        for name in SHOWN
    ]
    print(f"| {label} | " + " | ".join(cells) + f" | {seconds:.1f} |", flush=True)


def environment(packages: Sequence[str]) -> str:
    """The day, the class of machine, and the versions that a table was measured with."""
    versions = [f"{name} {found}" for name in packages if (found := installed(name))]
    machine = f"{os.cpu_count()} cores {platform.machine()}, Python {platform.python_version()}"
    return f"{time.strftime('%Y-%m-%d')}; {machine}; {', '.join(versions)}"


def installed(package: str) -> str:
    """The package's version, or nothing."""
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
