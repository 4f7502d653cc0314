"""How fast a text is annotated from an index, beside a bare Aho-Corasick pass over the same text.

    python benchmarks/annotate_throughput.py [--work FOLDER] [--concepts 1654 10000 100000 1000000]

Each cell is a whole annotation of one document: its terms are fetched from the index, found, and
put together with their entries; the time is that of the processor, the least of three. The texts
are the sample articles and sentences made from theirs whose vocabulary goes on growing, for a text
that only repeats itself needs no more terms. The termbases are those of `made_terms`. The peer,
pyahocorasick, finds the same Vietnamese terms in the lower-cased text, with no look at words,
spellings or sentences: it is a bound, not a rival; making its automaton, which we do not need, is
not counted. Last, the first article against each index as a whole process, beside
`python -c pass`. Building the index of a million concepts takes a quarter of an hour; `--work`
keeps it.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from annotated import environment
from made_terms import read_entries, write_entries
from mining_throughput import write_collection

from vnru_terms.installation import data_root
from vnru_terms.model import Settings
from vnru_terms.store.index import Index, open_index
from vnru_terms.store.index_build import Source, build_index
from vnru_terms.workflow.annotate import annotate_text

FINGERPRINT = "benchmark"
SIZES = (22_000, 220_000, 2_200_000)
ROUNDS = 3
# What the command does, with an index that is not the glossary's.
PROGRAM = """
import sys
import vnru_terms.cli.annotate
from vnru_terms.matching.annotated_text import render_text
from vnru_terms.store.index import open_index
from vnru_terms.store.whole_text import read_whole_text
from vnru_terms.workflow.annotate import annotate_text
with open_index(sys.argv[1], "benchmark") as index:
    text = read_whole_text(sys.argv[2]).text
    print(len(render_text(annotate_text(index, text, "vi", ("en", "ru")))))
"""


def main(arguments: Sequence[str]) -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--concepts", type=int, nargs="+", default=[1654, 10_000, 100_000])
    parser.add_argument("--work", type=Path, help="keep the indexes here for the next run")
    parser.add_argument("--build-only", type=Path, nargs=2, help=argparse.SUPPRESS)
    chosen = parser.parse_args(arguments)
    if chosen.build_only:
        made, path = chosen.build_only
        build_index(Source(read_entries(made), Settings()), path, fingerprint=FINGERPRINT)
        return 0
    print(environment(["pyahocorasick"]))
    with tempfile.TemporaryDirectory() as temporary:
        work: Path = chosen.work or Path(temporary)
        work.mkdir(parents=True, exist_ok=True)
        texts = [text_of(work, size) for size in SIZES]
        print("\n| concepts | text | terms found | s | MB/s | bare MB/s | ratio |")
        print("|---:|---:|---:|---:|---:|---:|---:|", flush=True)
        for count in chosen.concepts:
            made, path = index_of(work, count)
            for text, bare in zip(texts, bare_passes(made, texts), strict=True):
                row(count, path, text, bare)
        print("\n| concepts | one article as a process: CPU ms | wall ms | x `python -c pass` |")
        print("|---:|---:|---:|---:|")
        for count in chosen.concepts:
            whole_process(count, index_of(work, count)[1])
    return 0


def row(count: int, path: Path, text: str, bare: float) -> None:
    """A row of the first table."""
    index = open_index(path, FINGERPRINT)
    assert index is not None, f"{path} was built by another version; delete it"
    with index:
        found, took = best(lambda: annotated(index, text))
    size = len(text.encode()) / 1e6
    print(
        f"| {count:,} | {size * 1000:.0f} KB | {found:,} | {took:.2f} | {size / took:.2f}"
        f" | {size / bare:.1f} | {took / bare:.0f} |",
        flush=True,
    )


def annotated(index: Index, text: str) -> int:
    """How many terms a text holds."""
    return len(annotate_text(index, text, "vi", ("en", "ru")).marks)


def text_of(work: Path, size: int) -> str:
    """A text of so many bytes: the first article, or made-up articles."""
    if size < 30_000:
        return first_article().read_text(encoding="utf-8")
    folder = work / f"text-{size}"
    if not folder.exists():
        write_collection(folder, size)
    return "\n\n".join(p.read_text(encoding="utf-8") for p in sorted(folder.glob("*.txt")))


def first_article() -> Path:
    """The first of the sample articles."""
    return min((data_root() / "seeds").glob("*.txt"))


def index_of(work: Path, count: int) -> tuple[Path, Path]:
    """The entries and the index of so many concepts, made where they are not there yet."""
    made, path = work / f"made-{count}.jsonl", work / f"made-{count}.sqlite"
    if not made.exists():
        write_entries(made, count)
    if not path.exists():
        partial = path.with_suffix(".part")
        command = [sys.executable, __file__, "--build-only", str(made), str(partial)]
        before, start = cpu(), time.perf_counter()
        subprocess.run(command, check=True)
        partial.replace(path)
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(
            f"index of {count:,} concepts: {cpu() - before:.0f} s of the processor,"
            f" {time.perf_counter() - start:.0f} s, {path.stat().st_size / 1e6:.0f} MB,"
            f" at most {peak:.0f} MB of memory"
        )
    return made, path


def best(run: Callable[[], int]) -> tuple[int, float]:
    """What it gives, and the least processor time of some rounds."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        result = run()
        times.append(time.process_time() - start)
    return result, min(times)


def bare_passes(made: Path, texts: Sequence[str]) -> list[float]:
    """Seconds of a pass over each lower-cased text with pyahocorasick."""
    import ahocorasick

    automaton = ahocorasick.Automaton()
    for n, entry in enumerate(read_entries(made)):
        for term in entry.terms("vi"):
            automaton.add_word(term.surface.lower(), n)
    automaton.make_automaton()

    def passed(text: str) -> int:
        return sum(1 for _found in automaton.iter_long(text.lower()))

    return [best(lambda text=text: passed(text))[1] for text in texts]  # type: ignore[misc]


def whole_process(count: int, path: Path) -> None:
    """A row of the second table."""
    commands = {
        "pass": [sys.executable, "-c", "pass"],
        "annotate": [sys.executable, "-c", PROGRAM, str(path), str(first_article())],
    }
    seconds: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for _ in range(7):
        for name, command in commands.items():
            before, start = cpu(), time.perf_counter()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=with_bytecode())
            seconds[name].append((cpu() - before, time.perf_counter() - start))
    (used, wall), (bare, _wall) = (
        (min(c for c, _w in seconds[name]), min(w for _c, w in seconds[name]))
        for name in ("annotate", "pass")
    )
    print(f"| {count:,} | {used * 1000:.0f} | {wall * 1000:.0f} | {used / bare:.0f} |", flush=True)


def with_bytecode() -> dict[str, str]:
    """The environment of an installed program, whose modules are compiled already."""
    return {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


def cpu() -> float:
    """The processor time of the processes waited for."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
