"""Look-up measured: the start of a process, the index of a large reference, typos, beside others.

    python benchmarks/lookup.py [--concepts 1000000] [--files 2000] [--runs 25]

Processes are started in turn with `python -c pass`, so that a busy machine slows all of them alike;
the ratios of the minima and of the medians are what counts. The reference is that of `made_terms`:
the bundled glossary and made-up concepts in its manner. Questions are timed by the processor's
clock. Building a million takes a quarter of an hour.

Of the peers (extra `peers`) rapidfuzz compares the query with every term of a list, SQLite's FTS5
with trigrams ranks by bm25, and “YAML every time” is what a look-up would take that reads the
concept files at each start.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path

from made_terms import MadeTerms, made_termbase

from vnru_terms.installation import BUNDLED_INDEX, data_root
from vnru_terms.matching.lookup import look_up
from vnru_terms.matching.lookup_typos import is_one_typo
from vnru_terms.model import ConceptEntry, LanguageSection, Settings, Termbase, TermEntry
from vnru_terms.store.concept_file import render_entry
from vnru_terms.store.glossary import read_glossary
from vnru_terms.store.index import Index, open_index
from vnru_terms.store.index_build import Source, build_index
from vnru_terms.store.index_place import content_fingerprint
from vnru_terms.text.typed import fold, words_of
from vnru_terms.workflow.bundle import write_bundled_index

SEED = 20261122
QUERIES = 500
FINGERPRINT = "benchmark"
_CONTENT = "benchmark\n"
_PYTHON = [sys.executable, "-c", "pass"]


def typo(text: str, dice: random.Random) -> str:
    """The text with one letter or space left out, put in, changed, or swapped with the next."""
    letters = "abcdefghiklmnopqrstuvxy" if text.isascii() else "абвгдежзиклмнопрстуфхцчшщыьэюя"
    while True:
        at = dice.randrange(len(text) - 1)
        new = dice.choice(letters)
        changed = dice.choice(
            (
                text[:at] + text[at + 1 :],
                text[:at] + new + text[at:],
                text[:at] + new + text[at + 1 :],
                text[:at] + text[at + 1] + text[at] + text[at + 2 :],
            )
        )
        if changed != text and changed.strip() == changed:
            return changed


def timed(run: Callable[[str], object], queries: Sequence[str]) -> str:
    """Milliseconds at the median and at the 99th of a hundred, each query asked once."""
    seconds = []
    for query in queries:
        start = time.process_time()
        run(query)
        seconds.append(time.process_time() - start)
    seconds.sort()
    return (
        f"p50 {seconds[len(seconds) // 2] * 1000:7.2f} ms"
        f"  p99 {seconds[int(len(seconds) * 0.99)] * 1000:8.2f} ms"
    )


def processes(
    commands: dict[str, tuple[list[str], dict[str, str], Path]], runs: int
) -> dict[str, list[float]]:
    """Seconds of each command, started in turn with the others."""
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for run in range(runs + 1):
        for name, (command, environment, folder) in commands.items():
            start = time.perf_counter()
            subprocess.run(command, capture_output=True, check=True, env=environment, cwd=folder)
            if run:
                seconds[name].append(time.perf_counter() - start)
    return seconds


def print_starts(work: Path, reference: Path, files: int, runs: int, termbase: Termbase) -> None:
    """The start of a whole process, as ratios to `python -c pass`."""
    plain = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    environment = {**plain, "XDG_CACHE_HOME": str(work / "cache"), "LANGUAGE": "en"}
    checkout = made_checkout(work / "checkout", files, termbase)
    program = Path(sys.executable).with_name("vnru-terms")
    start = [str(program)] if program.exists() else [sys.executable, "-m", "vnru_terms"]
    bundled = as_bundled(work / "bundled")
    over_reference = as_bundled(work / "reference", index=reference)
    naive = (
        "import click, gc; from pathlib import Path; gc.disable()\n"
        "from vnru_terms.store.glossary import read_glossary\n"
        f"read_glossary(Path({str(checkout / 'glossary')!r}))"
    )
    query = ["lookup", "tham vấn chính trị"]
    home = work / "bundled"
    commands = {
        "python -c pass": (_PYTHON, plain, home),
        "import click": ([sys.executable, "-c", "import click"], plain, home),
        "bundled, exact": ([*bundled, *query], environment, home),
        "bundled, Russian, inflected": (
            [*bundled, "lookup", "политических консультаций"], environment, home),
        "bundled, typo": ([*bundled, "lookup", "tham van chinh tir"], environment, home),
        "bundled, --json": ([*bundled, *query, "--json"], environment, home),
        "bundled, the long way": ([*bundled, *query, "--forms"], environment, home),
        f"checkout of {files} files": ([*start, *query], environment, checkout),
    }  # fmt: skip
    words = ["lookup", "--limit", "10", termbase_query(reference)]
    commands["the large reference, exact"] = ([*over_reference, *words], environment, home)
    for command, variables, folder in commands.values():
        subprocess.run(command, capture_output=True, check=True, env=variables, cwd=folder)
    seconds = processes(commands, runs)
    once = time.perf_counter()
    subprocess.run([sys.executable, "-c", naive], check=True, env=environment)
    naive_seconds = time.perf_counter() - once
    base = seconds["python -c pass"]
    for name, found in seconds.items():
        ratios = (
            f"{min(found) / min(base):5.2f} x",
            f"{statistics.median(found) / statistics.median(base):5.2f} x",
        )
        print(
            f"  {name:32} min {min(found) * 1000:6.1f} ms {ratios[0]}"
            f"   median {statistics.median(found) * 1000:6.1f} ms {ratios[1]}"
        )
    print(f"  {'YAML every time (once)':32}     {naive_seconds * 1000:6.0f} ms "
          f"{naive_seconds / min(base):5.1f} x")  # fmt: skip


def as_bundled(folder: Path, index: Path | None = None) -> list[str]:
    """The command of a program installed in `folder` as from a wheel; its index given, or built."""
    package = data_root() / "src" / "vnru_terms"
    inside = folder / "vnru_terms" / "_data"
    if not (folder / "vnru_terms").exists():
        shutil.copytree(package, folder / "vnru_terms", ignore=shutil.ignore_patterns("_data"))
        shutil.copytree(data_root() / "glossary", inside / "glossary")
        for path in (data_root() / "locale").rglob("vnru_terms.mo"):
            target = inside / path.relative_to(data_root())
            target.parent.mkdir(parents=True)
            shutil.copy(path, target)
        (inside / "content.txt").write_text(_CONTENT)
    start = f"import sys; sys.path[0] = {str(folder)!r}"
    main = f"{start}; from vnru_terms.__main__ import main; main()"
    script = folder / "vnru-terms.py"
    script.write_text(main)
    command = [sys.executable, str(script)]
    target = inside / BUNDLED_INDEX
    if index is not None:
        _adopt(index, target)
    elif not target.exists():
        write_bundled_index(inside / "glossary", _CONTENT, target)
    return command


def _adopt(index: Path, target: Path) -> None:
    """Put a ready index where a program has its own."""
    shutil.copy(index, target)
    connection = sqlite3.connect(target)
    told = {"fingerprint": content_fingerprint(_CONTENT), "analyser": ""}
    connection.executemany(
        "UPDATE meta SET value = ? WHERE key = ?", [(value, key) for key, value in told.items()]
    )
    connection.commit()
    connection.close()


def termbase_query(reference: Path) -> str:
    """A Vietnamese term of the reference."""
    connection = sqlite3.connect(reference)
    row = connection.execute(
        "SELECT surface FROM term WHERE language = 'vi' AND length(folded) = 14 LIMIT 1"
    ).fetchone()
    connection.close()
    return str(row[0])


def made_checkout(folder: Path, files: int, termbase: Termbase) -> Path:
    """A folder with a glossary of so many concept files."""
    fields = [folder / "glossary" / f"field-{n}" for n in range(20)]
    for field in fields:
        field.mkdir(parents=True, exist_ok=True)
    (folder / "glossary" / "glossary.yaml").write_text("format: '1'\n")
    queried = LanguageSection("vi", (TermEntry("tham vấn chính trị"),))
    entries = [
        ConceptEntry("asked", "field-0", (queried,)),
        *MadeTerms(termbase, files).entries(files - 1),
    ]
    for number, entry in enumerate(entries):
        path = fields[number % len(fields)] / f"{entry.id}.yaml"
        path.write_text(render_entry(entry), encoding="utf-8")
    return folder


def print_queries(index: Index, terms: dict[str, list[str]], dice: random.Random) -> None:
    """How long each kind of query takes, and how many typos are found."""

    def ask(query: str) -> object:
        return look_up(index, query)

    every = [term for found in terms.values() for term in found]
    bare = [" ".join(map(fold, words_of(term))) for term in every]
    print(f"  exact      {timed(ask, every)}")
    print(f"  folded     {timed(ask, bare)}")
    print(f"  prefix     {timed(ask, [text[: len(text) * 2 // 3].strip() for text in bare])}")
    shuffled = [" ".join(dice.sample(text.split(), len(text.split()))) for text in bare]
    print(f"  words      {timed(ask, shuffled)}")
    for code, found in terms.items():
        folded = [" ".join(map(fold, words_of(term))) for term in found]
        wrong = [typo(text, dice) for text in folded]
        print(f"  fuzzy {code}   {timed(ask, wrong)}  {recall(index, wrong, folded)}")


def recall(index: Index, wrong: Sequence[str], right: Sequence[str]) -> str:
    """How many queries with one typo bring the term that was meant, or another as near."""
    meant = near = 0
    for typed, term in zip(wrong, right, strict=True):
        found = [hit.row.folded for hit in look_up(index, typed)]
        meant += term in found
        near += term in found or any(is_one_typo(typed, other) or typed == other for other in found)
    return (
        f"found {meant / len(right):6.1%} (that or one as near: {near / len(right):6.1%})"
        f" of {len(right)}"
    )


def print_peers(termbase_terms: list[str], wrong: Sequence[str], right: Sequence[str]) -> None:
    """The same typos, asked of others."""
    folded = list(dict.fromkeys(" ".join(map(fold, words_of(t))) for t in termbase_terms))
    few, meant = list(wrong[:40]), list(right[:40])
    try:
        from rapidfuzz import process
        from rapidfuzz.distance import OSA
    except ImportError:
        print("  rapidfuzz is not installed (extra `peers`)")
    else:
        answers: list[set[str]] = []

        def ask(query: str) -> None:
            rows = process.extract(query, folded, scorer=OSA.distance, score_cutoff=2, limit=10)
            answers.append({row[0] for row in rows})

        speed = timed(ask, few)
        hits = sum(term in found for term, found in zip(meant, answers, strict=True))
        print(f"  rapidfuzz over {len(folded)} terms   {speed}  found {hits / len(few):6.1%}")
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE t USING fts5(term, tokenize='trigram')")
    connection.executemany("INSERT INTO t VALUES (?)", ((term,) for term in folded))
    rows: list[set[str]] = []

    def trigrams(query: str) -> None:
        pieces = {query[i : i + 3] for i in range(len(query) - 2)}
        match = " OR ".join(f'"{piece}"' for piece in sorted(pieces))
        sql = "SELECT term FROM t WHERE t MATCH ? ORDER BY bm25(t) LIMIT 10"
        rows.append({row[0] for row in connection.execute(sql, (match,))})

    speed = timed(trigrams, few)
    hits = sum(term in found for term, found in zip(meant, rows, strict=True))
    print(f"  FTS5 trigrams, {len(folded)} terms   {speed}  found {hits / len(few):6.1%}")


def build(termbase: Termbase, count: int, path: Path) -> None:
    """Build the reference in a process of its own, so that its memory can be told."""
    command = [sys.executable, __file__, "--build-only", str(path), "--concepts", str(count)]
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    start = time.perf_counter()
    subprocess.run(command, check=True)
    seconds = time.perf_counter() - start
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    size = path.stat().st_size
    print(
        f"  built in {seconds:.0f} s, {size / 1e6:.0f} MB on disk,"
        f" at most {max(memory, before) / 1024:.0f} MB of memory (with this program's own)"
    )


def main() -> None:
    """Build, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--concepts", type=int, default=100_000)
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--runs", type=int, default=25)
    parser.add_argument("--work", type=Path, help="keep the files here for the next run")
    parser.add_argument("--build-only", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    termbase, _findings = read_glossary(data_root() / "glossary")
    if options.build_only:
        entries = made_termbase(options.concepts)
        build_index(Source(entries, Settings()), options.build_only, fingerprint=FINGERPRINT)
        return
    with tempfile.TemporaryDirectory() as temporary:
        work: Path = options.work or Path(temporary)
        work.mkdir(parents=True, exist_ok=True)
        reference = work / f"reference-{options.concepts}.sqlite"
        print(f"A reference of {options.concepts} concepts")
        if not reference.exists():
            build(termbase, options.concepts, reference)
        print("Start of a process")
        print_starts(work, reference, options.files, options.runs, termbase)
        index = open_index(reference, FINGERPRINT)
        assert index is not None, f"{reference} was built by another version; delete it"
        own = len(termbase.entries)
        every = (2 + (options.concepts - own) // QUERIES) | 1
        sample = list(islice(made_termbase(options.concepts), own, None, every))
        dice = random.Random(SEED)
        with index:
            terms = {
                code: [e.terms(code)[0].term for e in sample if e.terms(code)]
                for code in ("vi", "en", "ru")
            }
            print(f"Questions to the reference of {options.concepts} concepts")
            print_queries(index, terms, dice)
        right = [" ".join(map(fold, words_of(term))) for term in terms["vi"]]
        wrong = [typo(text, dice) for text in right]
        print("Others, the same kind of typos")
        peers_terms = [t.term for e in made_termbase(options.concepts) for _c, t in e.all_terms()]
        print_peers(peers_terms, wrong, right)


if __name__ == "__main__":
    main()
