"""How fast terms are found in a text, beside a bare Aho-Corasick pass over the same text.

    python benchmarks/annotate_throughput.py [--megabytes 2] [--terms 1000 100000 1000000]

The text is the sample articles, repeated; the terms are the glossary's Vietnamese ones and made-up
ones of two to five syllables of the articles, so that words are shared as in a real termbase. The
peer, pyahocorasick, finds the same strings in the lower-cased text, overlapping, with no look at
words, spellings or sentences: it is a bound, not a rival. Both run in this process, one after the
other, the best of three. Last, one article against an index of the largest number of concepts, as
a whole process (`--index`; building the index takes minutes).
"""

from __future__ import annotations

import argparse
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from annotated import environment

from vnru_terms.installation import data_root
from vnru_terms.matching.matcher import Matcher, find_occurrences
from vnru_terms.model import ConceptEntry, LanguageSection, Termbase, TermEntry
from vnru_terms.store.glossary import read_glossary

SEED = 7


def main(arguments: Sequence[str]) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--megabytes", type=float, default=2.0)
    parser.add_argument("--terms", type=int, nargs="+", default=[1_000, 100_000, 1_000_000])
    parser.add_argument("--index", type=int, default=0, metavar="CONCEPTS")
    chosen = parser.parse_args(arguments)
    print(environment(["pyahocorasick"]))
    articles = [
        p.read_text(encoding="utf-8") for p in sorted((data_root() / "seeds").glob("*.txt"))
    ]
    text = repeated(articles, chosen.megabytes)
    size = len(text.encode()) / 2**20
    print(f"\n{size:.1f} MB of text\n")
    print(f"{'terms':>9}  {'build s':>8}  {'MB/s':>6}  {'found':>8}  {'bare MB/s':>9}  ratio")
    for number in chosen.terms:
        terms = made_up(articles, number)
        start = time.perf_counter()
        matcher = Matcher.of(termbase(terms), ["vi"])
        built = time.perf_counter() - start
        found, took = best(partial(count, text, matcher))
        del matcher
        bare = bare_pass(terms, text)
        print(
            f"{number:9,}  {built:8.1f}  {size / took:6.1f}  {found:8,}  {size / bare:9.1f}"
            f"  {took / bare:.1f}"
        )
    if chosen.index:
        whole_process(articles, chosen.index)
    return 0


def count(text: str, matcher: Matcher) -> int:
    """How many terms a text holds."""
    return len(find_occurrences(text, matcher, "vi"))


def repeated(articles: Sequence[str], megabytes: float) -> str:
    """The articles over and over, up to a size."""
    once = "\n\n".join(articles)
    times = int(megabytes * 2**20 / len(once.encode())) + 1
    return "\n\n".join([once] * times)


def made_up(articles: Sequence[str], count: int) -> list[str]:
    """Terms: the glossary's, then runs of syllables of the articles put together by chance."""
    termbase, _findings = read_glossary(data_root() / "glossary")
    terms = {term.term for entry in termbase.entries for term in entry.terms("vi")}
    syllables = sorted(set(re.findall(r"[^\W\d_]+", " ".join(articles).lower())))
    chance = random.Random(SEED)
    terms = set(sorted(terms)[:count])
    while len(terms) < count:
        terms.add(" ".join(chance.choices(syllables, k=chance.randint(2, 5))))
    return sorted(terms)


def termbase(terms: Sequence[str]) -> Termbase:
    """A concept a term."""
    return Termbase(
        tuple(
            ConceptEntry(f"c{n}", "x", (LanguageSection("vi", (TermEntry(term),)),))
            for n, term in enumerate(terms)
        )
    )


def best(run: Callable[[], int]) -> tuple[int, float]:
    """What it gives, and the shortest of three times."""
    times = []
    for _ in range(3):
        start = time.perf_counter()
        result = run()
        times.append(time.perf_counter() - start)
    return result, min(times)


def bare_pass(terms: Sequence[str], text: str) -> float:
    """Seconds of a pass over the lower-cased text with pyahocorasick."""
    import ahocorasick

    automaton = ahocorasick.Automaton()
    for n, term in enumerate(terms):
        automaton.add_word(term.lower(), n)
    automaton.make_automaton()
    return best(lambda: sum(1 for _ in automaton.iter_long(text.lower())))[1]


def whole_process(articles: Sequence[str], count: int) -> None:
    """One article against an index of many concepts: the command, start to end."""
    from vnru_terms.model import Settings
    from vnru_terms.store.index_build import Source, build_index

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "index.sqlite")
        start = time.perf_counter()
        entries = termbase(made_up(articles, count)).entries
        build_index(Source(entries, Settings()), path, fingerprint="benchmark")
        size = path.stat().st_size / 2**20
        print(f"\nindex of {count:,} concepts: {time.perf_counter() - start:.0f} s, {size:.0f} MB")
        article = Path(folder, "article.txt")
        article.write_text(articles[0], encoding="utf-8")
        program = (
            "import sys; from vnru_terms.store.index import open_index;"
            "from vnru_terms.workflow.annotate import annotate_text;"
            "from vnru_terms.store.whole_text import read_whole_text;"
            "from vnru_terms.matching.annotated_text import render_text;"
            "index = open_index(sys.argv[1], 'benchmark');"
            "text = read_whole_text(sys.argv[2]).text;"
            "print(len(render_text(annotate_text(index, text, 'vi', ('en', 'ru')))))"
        )
        command = [sys.executable, "-c", program, str(path), str(article)]
        empty = [sys.executable, "-c", "pass"]
        bare = min(seconds(empty) for _ in range(7))
        took = min(seconds(command) for _ in range(7))
        kilobytes = len(articles[0].encode()) / 1024
        print(
            f"{kilobytes:.0f} KB against it, as a process: {took:.2f} s (python -c pass {bare:.2f})"
        )


def seconds(command: Sequence[str]) -> float:
    """How long a process takes."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=os.environ)
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
