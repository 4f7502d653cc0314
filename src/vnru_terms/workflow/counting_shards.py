"""Count a large collection: its files are dealt into shards, and three passes go over them.

    read     files ▸ documents, packed, and the fingerprints of their short lines
    survey   documents, repeated lines ▸ their lines that are article, fingerprints of sentences
    count    documents, lines, sentences that count elsewhere ▸ tables of counts

Between two passes DuckDB finds what is repeated; after the last it puts the shards' tables
together, and the tallies come out one after another in order of their keys. The functions of the
passes are pure and run in processes of this machine or on a Dask cluster. What a pass made of a
shard is kept in the work folder (`store.shards`), whose name is a fingerprint of the files and of
this program: the same command goes on where a killed one was, and no other.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
import time
from bisect import bisect_right
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from vnru_terms.findings import Finding
from vnru_terms.mining.counts import TIED, Counts
from vnru_terms.mining.shard_tables import (
    LINES,
    PLACES,
    SENTENCES,
    TERMS,
    TEXTS,
    TOTALS,
    parts,
    tallies_of,
    tied_keys,
    unpack_documents,
)
from vnru_terms.store.corpus import STDIN, Document, read_document
from vnru_terms.store.index_cache import cache_folder
from vnru_terms.store.shards import ShardStore
from vnru_terms.workflow.counting import Counted, Plan, Progress, Source
from vnru_terms.workflow.process_pool import ProcessPool, Task
from vnru_terms.workflow.shard_passes import (
    ARTICLE_LINES,
    DOCUMENTS,
    FINDINGS,
    Made,
    count_shard,
    documents_made,
    parse_findings,
    program_version,
    read_shard,
    survey_shard,
)

READ, SURVEY, COUNT = "read", "survey", "count"

# A shard is a few seconds of work, and small beside a worker's memory.
SMALLEST_SHARD, LARGEST_SHARD = 256_000, 2_000_000
FEW_SHARDS, MANY_SHARDS = 64, 4096
MOST_FILES = 1000
# A folder that nobody came back to.
_FORGOTTEN = 14 * 24 * 3600.0
_PREFIX = "mine-"


@dataclass(frozen=True, slots=True)
class Shard:
    """Files that are counted together, and the number of the first among all files."""

    number: int
    start: int
    sources: tuple[Source, ...]


# A document, if there is one, and what was found in reading it.
Given = tuple[Document | None, list[Finding]]


class Runner(Protocol):
    """Where tasks are done."""

    findings: list[Finding]

    def run(self, tasks: Iterable[Task]) -> Generator[tuple[Task, Any], None, None]: ...

    def close(self) -> None: ...


@contextmanager
def count_in_shards(
    sources: Sequence[Source],
    findings: Sequence[Finding],
    plan: Plan,
    *,
    reading: Progress,
    progress: Progress,
) -> Iterator[Counted]:
    """The counts of the files, with the work folder open as long as the block lasts.

    After an error or an interruption the folder is left for the next run.
    """
    shards = deal(sources)
    given = _standard_input(sources)
    jobs = plan.jobs or _processors()
    store = ShardStore(_work_folder(plan, sources, given), threads=jobs)
    is_done = False
    try:
        with closing(ProcessPool(jobs)) as pool, closing(_engine(plan, pool)) as engine:
            _pass(store, READ, pool, shards, partial(_read_task, given), reading)
            if len(store.done(SURVEY)) < len(shards):
                store.find_repeated(READ, LINES)
                _pass(store, SURVEY, engine, shards, partial(_survey_task, store), reading)
            if len(store.done(COUNT)) < len(shards):
                store.find_repeated(SURVEY, SENTENCES)
                _pass(store, COUNT, engine, shards, partial(_count_task, store), progress)
            of_processes = [*pool.findings, *(engine.findings if engine is not pool else ())]
        found = [
            finding
            for shard in shards
            for finding in parse_findings(store.read(READ, shard.number, FINDINGS))
        ]
        totals = dict(store.reduced(COUNT, TOTALS))
        yield Counted(
            documents=totals["documents"],
            sentences=totals["sentences"],
            findings=(*findings, *found, *of_processes),
            parts=partial(_parts, store, [source.name for source in sources], totals),
            read=partial(_read, store, shards, sources),
        )
        is_done = True
    finally:
        if is_done and plan.work is None:
            store.remove()
        else:
            store.close()


def deal(sources: Sequence[Source]) -> list[Shard]:
    """The files in shards of about one size, in their order; the same files, the same shards."""
    total = sum(source.size for source in sources)
    size = min(max(total // FEW_SHARDS, SMALLEST_SHARD), LARGEST_SHARD)
    size = max(size, total // MANY_SHARDS)
    shards: list[Shard] = []
    held: list[Source] = []
    held_bytes = 0
    for number, source in enumerate(sources):
        # Standard input was read here already, so it goes alone.
        alone = STDIN in (source.path, held[0].path if held else "")
        if held and (alone or held_bytes >= size or len(held) == MOST_FILES):
            shards.append(Shard(len(shards), number - len(held), tuple(held)))
            held, held_bytes = [], 0
        held.append(source)
        held_bytes += source.size
    if held:
        shards.append(Shard(len(shards), len(sources) - len(held), tuple(held)))
    return shards


def _pass(
    store: ShardStore,
    stage: str,
    runner: Runner,
    shards: Sequence[Shard],
    task: Callable[[Shard], Task],
    progress: Progress,
) -> None:
    done = store.done(stage)
    of = sum(len(shard.sources) for shard in shards)
    counted = sum(len(shard.sources) for shard in shards if shard.number in done)
    progress(counted, of)
    left = (task(shard) for shard in shards if shard.number not in done)
    with closing(runner.run(left)) as results:
        for made_of, (tables, files) in results:
            store.add(stage, made_of.shard, tables, files)
            counted += made_of.articles
            progress(counted, of)


def _read_task(given: Given | None, shard: Shard) -> Task:
    if given is not None and shard.sources[0].path == STDIN:
        document, findings = given
        return _task(shard, documents_made, [(shard.start, document)] if document else [], findings)
    files = [(n, str(source.path)) for n, source in enumerate(shard.sources, shard.start)]
    return _task(shard, read_shard, files)


def _survey_task(store: ShardStore, shard: Shard) -> Task:
    repeated = frozenset(print for _n, print, _first in store.repeated_in(READ, shard.number))
    return _task(shard, survey_shard, _packed(store, shard), repeated)


def _count_task(store: ShardStore, shard: Shard) -> Task:
    elsewhere: dict[int, set[int]] = {}
    for document, print, first in store.repeated_in(SURVEY, shard.number):
        if first != document:
            elsewhere.setdefault(document, set()).add(print)
    frozen = {document: frozenset(prints) for document, prints in elsewhere.items()}
    lines = store.read(SURVEY, shard.number, ARTICLE_LINES)
    return _task(shard, count_shard, _packed(store, shard), lines, frozen)


def _task(shard: Shard, function: Callable[..., Made], *arguments: Any) -> Task:
    return Task(shard.number, function, arguments, shard.sources[0].name, len(shard.sources))


def _packed(store: ShardStore, shard: Shard) -> bytes:
    return store.read(READ, shard.number, DOCUMENTS)


def _parts(store: ShardStore, names: Sequence[str], totals: Mapping[str, int]) -> Iterator[Counts]:
    tied = tied_keys(store.reduced(COUNT, TEXTS, only=("field", TIED)))
    terms, texts, places = (store.reduced(COUNT, table) for table in (TERMS, TEXTS, PLACES))
    return parts(tallies_of(terms, texts, places, names), tied, totals)


def _read(
    store: ShardStore, shards: Sequence[Shard], sources: Sequence[Source], paths: Iterable[str]
) -> Iterator[Document]:
    names = [source.name for source in sources]
    starts = [shard.start for shard in shards]
    wanted = frozenset(paths)
    numbers = {bisect_right(starts, bisect_right(names, name) - 1) - 1 for name in wanted}
    for number in sorted(numbers):
        for _number, document in unpack_documents(_packed(store, shards[number])):
            if document.path in wanted:
                yield document


def _standard_input(sources: Sequence[Source]) -> Given | None:
    """What standard input holds, read here and once, where it is among the files."""
    return read_document(STDIN) if any(s.path == STDIN for s in sources) else None


def _engine(plan: Plan, pool: ProcessPool) -> Runner:
    if plan.engine == "local":
        return pool
    from vnru_terms.workflow.dask_cluster import DaskCluster

    return DaskCluster(plan.scheduler, program_version)


def _work_folder(plan: Plan, sources: Sequence[Source], given: Given | None) -> Path:
    """The folder of this collection, by the state of its files and of this program."""
    digest = hashlib.sha256(f"{program_version()}\n{Path.cwd()}".encode("utf-8", "surrogatepass"))
    if given is not None and given[0] is not None:
        digest.update(given[0].text.encode("utf-8", "surrogatepass"))
    for source in sources:
        row = (str(source.path), source.size, source.changed)
        digest.update(repr(row).encode("utf-8", "surrogatepass"))
    name = _PREFIX + digest.hexdigest()[:32]
    if plan.work is not None:
        return plan.work / name
    cache = cache_folder()
    if cache is None:
        return Path(tempfile.mkdtemp(prefix=_PREFIX))
    _forget(cache / "mining")
    return cache / "mining" / name


def _forget(folder: Path) -> None:
    """Delete the work of runs that were broken off long ago."""
    for old in folder.glob(f"{_PREFIX}*"):
        with suppress(OSError):
            if time.time() - max(p.stat().st_mtime for p in (old, *old.iterdir())) > _FORGOTTEN:
                shutil.rmtree(old)


def _processors() -> int:
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1
