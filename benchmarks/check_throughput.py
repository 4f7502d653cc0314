"""How fast translations are checked, and in how much memory, beside a bare Aho-Corasick pass.

A TMX is made of our own sentences (`tests/data/check/correct.tsv`, Vietnamese to Russian), each
with a number of its own, and checked in a process of its own. Beside it, over the same texts: an
Aho-Corasick automaton of the glossary's terms as they are written (pyahocorasick), and reading the
segments alone. The check must bear `--megabytes 200`; memory is the peak of its process.
"""

from __future__ import annotations

import argparse
import csv
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import ahocorasick

from vnru_terms.findings import Finding
from vnru_terms.formats.segments import read_segments
from vnru_terms.matching.segment import Direction
from vnru_terms.store.glossary import read_glossary

ROOT = Path(__file__).resolve().parent.parent
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<tmx version="1.4"><header srclang="vi" datatype="plaintext"/><body>\n'
)
UNIT = (
    '<tu tuid="{n}"><tuv xml:lang="vi"><seg>{source} ({n})</seg></tuv>'
    '<tuv xml:lang="ru"><seg>{target} ({n})</seg></tuv></tu>\n'
)


def write_memory(path: Path, megabytes: float) -> None:
    """A TMX of so many million bytes."""
    source = ROOT / "tests" / "data" / "check" / "correct.tsv"
    with source.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    rows = [row for row in rows if (row["from"], row["to"]) == ("vi", "ru")]
    with path.open("w", encoding="utf-8") as out:
        written, n = out.write(HEAD), 0
        while written < megabytes * 1e6:
            row = rows[n % len(rows)]
            unit = UNIT.format(n=n, source=row["source"], target=row["target"])
            written += len(unit.encode("utf-8"))
            out.write(unit)
            n += 1
        out.write("</body></tmx>\n")


def texts_of(path: Path) -> Iterator[str]:
    """The sources and targets of a file."""
    for item in read_segments(path, Direction()):
        assert not isinstance(item, Finding)
        yield item.source
        yield item.target


def automaton_pass(texts: list[str]) -> tuple[float, int]:
    """Seconds and matches of a bare automaton over lower-cased texts."""
    termbase, _findings = read_glossary(ROOT / "glossary")
    automaton = ahocorasick.Automaton()
    for entry in termbase.entries:
        for language in ("vi", "ru"):
            for term in entry.terms(language):
                automaton.add_word(term.surface.lower(), entry.id)
    automaton.make_automaton()
    start = time.perf_counter()
    matches = sum(1 for text in texts for _match in automaton.iter_long(text.lower()))
    return time.perf_counter() - start, matches


def check(path: Path) -> tuple[float, int, float]:
    """Seconds, exit code and peak memory (MB) of a whole process that checks a file."""
    command = [sys.executable, "-m", "vnru_terms", "check", str(path), "--json"]
    start = time.perf_counter()
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=False)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return time.perf_counter() - start, done.returncode, peak


def main() -> None:
    """Print a row for each way to go over the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=float, nargs="+", default=[0.1, 1, 10])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        small = Path(folder) / "first.tmx"
        write_memory(small, 0.01)
        check(small)  # The index is built.
        for megabytes in options.megabytes:
            path = Path(folder) / "memory.tmx"
            write_memory(path, megabytes)
            size = path.stat().st_size / 1e6
            start = time.perf_counter()
            texts = 0
            kept: list[str] = []
            for text in texts_of(path):
                texts += 1
                if len(kept) < 100_000:
                    kept.append(text)
            reading = time.perf_counter() - start
            part = len(kept) / texts
            seconds, matches = automaton_pass(kept)
            checking, code, peak = check(path)
            print(f"TMX of {size:.1f} MB, {texts // 2} segments")
            print(f"  bare automaton  {size * part / seconds:6.1f} MB/s ({matches} matches)")
            print(f"  reading alone   {size / reading:6.1f} MB/s")
            print(
                f"  check, process  {size / checking:6.1f} MB/s, {checking:.1f} s, "
                f"peak {peak:.0f} MB, exit {code}"
            )


if __name__ == "__main__":
    main()
