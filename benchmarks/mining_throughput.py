"""How fast mining is: the share of each stage beside the bare segmenter, and growth with the text.

    python benchmarks/mining_throughput.py [--rounds N] [--up-to MB] [--jobs N]

The stages are called one after the other over the sample articles, each over the whole collection,
and timed by the processor's clock; their sum is checked against `mine` itself. The bound is what
underthesea's own functions take for the same sentences. Growth is measured on made-up collections
of 1, 4, 16 … MB: the articles' sentences with some words replaced by a stream in which new words
never end, in files of an article's length, each collection mined in a process of its own.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from annotated import environment

from vnru_terms.installation import data_root
from vnru_terms.lang.vi_analyser import place_words, underthesea_stages
from vnru_terms.lang.vi_mining import vietnamese_mining
from vnru_terms.mining.counts import count_document, merge_all
from vnru_terms.mining.marking import mark
from vnru_terms.mining.mentions import find_mentions, find_sentences
from vnru_terms.mining.patterns import find_matches
from vnru_terms.mining.ranking import rank
from vnru_terms.mining.survey import Article, body_lines, repeated_lines, sentence_prints
from vnru_terms.model import Termbase
from vnru_terms.store.corpus import read_corpus
from vnru_terms.text.normalise import normalise
from vnru_terms.workflow.counting import Plan, count
from vnru_terms.workflow.mine import mine

T = TypeVar("T")
LANGUAGE = vietnamese_mining()
ARTICLE = 6_000
KEPT = 1_000


class Clock:
    """The least seconds of each stage over the rounds; it has state because rounds add to it."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def time(self, stage: str, run: Callable[[], T]) -> T:
        """What `run` gives; its time is kept where it is the least yet."""
        began = time.process_time()
        result = run()
        took = time.process_time() - began
        self.seconds[stage] = min(took, self.seconds.get(stage, took))
        return result


def time_stages(clock: Clock, paths: Sequence[Path]) -> tuple[float, float]:
    """Time every stage once; kilobytes of the raw text and of the sentences."""
    split, segment, tag = underthesea_stages()
    documents, _findings = clock.time("reading and normalising", lambda: read_corpus(paths))
    clock.time("  of it normalising", lambda: [normalise(d.text) for d in documents])
    numbered = list(enumerate(documents))
    repeated = clock.time("repeated lines", lambda: repeated_lines(numbered))
    lines = clock.time("body rules", lambda: [body_lines(d, LANGUAGE, repeated) for d in documents])
    spans = clock.time(
        "sentences",
        lambda: [
            list(find_sentences(d.text, kept, LANGUAGE))
            for d, kept in zip(documents, lines, strict=True)
        ],
    )
    articles = [Article(n, d, kept) for (n, d), kept in zip(numbered, lines, strict=True)]
    survey = clock.time(
        "repeated sentences", lambda: [sentence_prints(a, LANGUAGE) for a in articles]
    )
    texts = {
        span.of(d.text).rstrip()
        for d, found in zip(documents, spans, strict=True)
        for span in found
    }
    sentences = sorted(texts)
    syllables = clock.time("segmenting: syllables", lambda: [split(s) for s in sentences])
    words = clock.time("segmenting: words", lambda: [segment(s) for s in syllables])
    labels = clock.time("tagging", lambda: [tag(w) for w in words])
    placed = clock.time("places of words", lambda: list(map(place_words, sentences, words, labels)))
    known = dict(zip(sentences, placed, strict=True))
    tokens = clock.time("marking", lambda: [mark(s, known[s], LANGUAGE) for s in sentences])
    pairs = list(zip(sentences, tokens, strict=True))
    clock.time("patterns", lambda: [find_matches(s, t, LANGUAGE) for s, t in pairs])
    mentions = clock.time(
        "sentences, marking, patterns, mentions",
        lambda: [
            list(
                find_mentions(
                    d.path, d.text, kept, language=LANGUAGE, analyser=known.__getitem__, seen=set()
                )
            )
            for d, kept in zip(documents, lines, strict=True)
        ],
    )
    counted = clock.time("counting", lambda: [count_document(m) for m in mentions])
    counts = clock.time("merging", lambda: merge_all(counted))
    clock.time("ranking", lambda: rank(counts, LANGUAGE))
    del survey
    raw = sum(len(d.text.encode()) for d in documents) / 1024
    return raw, sum(len(s.encode()) for s in sentences) / 1024


def time_bound(clock: Clock, paths: Sequence[Path]) -> None:
    """Time underthesea's own functions on the same sentences."""
    import underthesea
    from underthesea.models.fast_crf_sequence_tagger import FastCRFSequenceTagger

    documents, _findings = read_corpus(paths)
    repeated = repeated_lines(enumerate(documents))
    sentences = {
        span.of(d.text).rstrip()
        for d in documents
        for span in find_sentences(d.text, body_lines(d, LANGUAGE, repeated), LANGUAGE)
    }
    tagger: Any = FastCRFSequenceTagger()
    models = Path(underthesea.__file__).parent / "pipeline" / "pos_tag" / "models"
    tagger.load(str(models / "pos_crf_vlsp2013_20230303"))
    underthesea.word_tokenize("Xin chào")
    words = clock.time(
        "underthesea: words",
        lambda: [underthesea.word_tokenize(s, use_token_normalize=False) for s in sentences],
    )
    clock.time(
        "underthesea: tags", lambda: [tagger.predict([[word] for word in w]) for w in words if w]
    )


def print_stages(rounds: int) -> None:
    """The table of stages, and ours beside the bound."""
    paths = [data_root() / "seeds"]
    clock = Clock()
    for _ in range(rounds):
        raw, body = time_stages(clock, paths)
        time_bound(clock, paths)
        clock.time("mine, whole", lambda: mine(paths, Termbase()))
    seconds = clock.seconds
    bound = seconds.pop("underthesea: words") + seconds.pop("underthesea: tags")
    whole = seconds.pop("mine, whole")
    together = seconds.pop("sentences, marking, patterns, mentions")
    inside = sum(seconds[stage] for stage in ("sentences", "marking", "patterns"))
    seconds["mentions"] = max(together - inside, 0.0)
    seconds["contexts, and what is not above"] = whole - sum(
        took for stage, took in seconds.items() if not stage.startswith(" ")
    )
    print(f"\n{raw:.0f} KB as received, {body:.0f} KB of sentences; one core, {rounds} rounds\n")
    print("| stage | ms | share | KB/s |\n|---|---:|---:|---:|")
    for stage, took in [*seconds.items(), ("mine, whole", whole), ("underthesea alone", bound)]:
        rate = f"{body / took:.0f}" if took > 0 else ""
        print(f"| {stage} | {took * 1000:.0f} | {took / whole:.0%} | {rate} |")
    print(f"\nAs received: {raw / whole:.0f} KB/s. Ours / underthesea alone: {whole / bound:.2f}")


def print_growth(up_to: float, jobs: int) -> None:
    """The table of growth."""
    print("\n| MB as received | s | KB/s | candidates | MB of memory | of the largest worker |")
    print("|---:|---:|---:|---:|---:|---:|", flush=True)
    size = 1.0
    while size <= up_to:
        with tempfile.TemporaryDirectory() as folder:
            write_collection(Path(folder) / "articles", int(size * 1024 * 1024))
            command = [sys.executable, __file__, "--collection", folder, "--jobs", str(jobs)]
            done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
        found = json.loads(done.stdout)
        rate = size * 1024 / found["seconds"]
        print(
            f"| {size:g} | {found['seconds']:.1f} | {rate:.0f} | {found['candidates']}"
            f" | {found['memory']:.0f} | {found['worker']:.0f} |",
            flush=True,
        )
        size *= 4


def mine_collection(folder: Path, jobs: int) -> dict[str, float]:
    """Mine the best of a collection in shards; how long it took, and how large it became."""
    plan = Plan(jobs=jobs, work=folder / "work")
    began = time.perf_counter()
    mine([folder / "articles"], Termbase(), top=KEPT, plan=plan)
    seconds = time.perf_counter() - began
    memory, worker = (
        resource.getrusage(who).ru_maxrss / 1024
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    # The shards' tables are kept: counting again only reads them.
    with count([folder / "articles"], LANGUAGE, plan=plan) as counted:
        candidates = sum(len(rank(part, LANGUAGE)) for part in counted.parts())
    return {"seconds": seconds, "candidates": candidates, "memory": memory, "worker": worker}


def write_collection(folder: Path, size: int) -> None:
    """Articles of made-up sentences, `size` bytes together; the same ones every time."""
    folder.mkdir(parents=True)
    documents, _findings = read_corpus([data_root() / "seeds"])
    sentences = [
        span.of(d.text).split()
        for d in documents
        for span in find_sentences(d.text, body_lines(d, LANGUAGE), LANGUAGE)
    ]
    syllables = sorted({s for words in sentences for s in words if s.isalpha() and s.islower()})
    chance = random.Random(1)
    written = number = 0
    while written < size:
        lines = []
        while sum(map(len, lines)) < ARTICLE and written < size:
            line = " ".join(_varied(chance.choice(sentences), syllables, chance))
            lines.append(line)
            written += len(line.encode()) + 1
        (folder / f"{number:06}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
        number += 1


def _varied(words: Sequence[str], syllables: Sequence[str], chance: random.Random) -> list[str]:
    """The words, one in five replaced by two syllables whose rank is drawn as Zipf has it."""
    varied = []
    for word in words:
        if word.islower() and word.isalpha() and chance.random() < 0.2:
            place = int(chance.paretovariate(0.7))
            first, second = place % len(syllables), place // len(syllables) % len(syllables)
            varied += [syllables[first], syllables[second]]
        else:
            varied.append(word)
    return varied


def main(arguments: Sequence[str]) -> int:
    """Print the tables, or do the work of one collection for them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--up-to", type=float, default=0, help="MB of the largest collection")
    parser.add_argument("--jobs", type=int, default=0, help="processes; 0 is one a processor")
    parser.add_argument("--collection", type=Path, help=argparse.SUPPRESS)
    chosen = parser.parse_args(arguments)
    if chosen.collection:
        print(json.dumps(mine_collection(chosen.collection, chosen.jobs)))
        return 0
    print(environment(["underthesea", "underthesea_core", "duckdb"]))
    if chosen.rounds:
        print_stages(chosen.rounds)
    if chosen.up_to:
        print_growth(chosen.up_to, chosen.jobs)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
