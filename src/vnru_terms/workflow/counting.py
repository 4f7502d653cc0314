"""Count a collection of articles: in this process, or, if it is large, shard by shard.

`count` finds the files and chooses the way by their size and the `Plan`; both ways give the same
`Counted`, to the byte. A small collection is read and counted here and now, so that mining some
articles starts neither processes nor a database. The large way is in `counting_shards`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from vnru_terms.findings import Finding, display_path
from vnru_terms.lang.vi_mining import MiningLanguage
from vnru_terms.mining.counts import Counts, merge_all
from vnru_terms.mining.survey import (
    Numbered,
    count_articles,
    find_articles,
    find_repeated,
    repeated_lines,
    sentence_prints,
)
from vnru_terms.store.corpus import (
    STDIN,
    STDIN_NAME,
    Document,
    find_files,
    nothing_left,
    read_document,
)

ENGINES = ("local", "dask")
# Counted in half a minute; processes would have just begun.
SMALL = 2_000_000

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Plan:
    """How to count: the engine, and what it needs.

    `scheduler` is the address of a Dask scheduler; `jobs` the number of processes (0: one for each
    processor). With `work`, the shards' tables are kept in that folder; `small` is the size in
    bytes up to which a collection is counted in this process.
    """

    engine: str = ENGINES[0]
    scheduler: str = ""
    jobs: int = 0
    work: Path | None = None
    small: int = SMALL

    def is_small(self, sources: Sequence[Source]) -> bool:
        """Whether to count without shards."""
        return (
            self.engine == ENGINES[0]
            and self.work is None
            and sum(source.size for source in sources) <= self.small
        )


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read, with its size in bytes and its time; `name` is what messages call it."""

    name: str
    path: str | Path
    size: int = 0
    changed: int = 0


@dataclass(frozen=True, slots=True)
class Counted:
    """A counted collection.

    `parts` gives the counts in parts of the vocabulary, each to be ranked by itself; `read` gives
    the documents of some paths again, in any order.
    """

    documents: int
    sentences: int
    findings: tuple[Finding, ...]
    parts: Callable[[], Iterator[Counts]]
    read: Callable[[Iterable[str]], Iterator[Document]]


def silent(done: int, of: int) -> None:
    """Progress that nobody sees."""


@contextmanager
def count(
    paths: Sequence[str | Path],
    language: MiningLanguage,
    *,
    plan: Plan,
    reading: Progress = silent,
    progress: Progress = silent,
) -> Iterator[Counted]:
    """The counts of the articles under `paths`, as long as the block lasts.

    `reading` and `progress` are called with the number of articles read or counted, and of all.
    Raises UnreadableInputError where there is no article.
    """
    sources, findings = find_sources(paths)
    if plan.is_small(sources):
        counted = _count_here(sources, findings, language, progress)
        if not counted.documents:
            raise nothing_left(paths, list(counted.findings))
        yield counted
        return
    from vnru_terms.workflow.counting_shards import count_in_shards

    with count_in_shards(sources, findings, plan, reading=reading, progress=progress) as counted:
        if not counted.documents:
            raise nothing_left(paths, list(counted.findings))
        yield counted


def find_sources(paths: Sequence[str | Path]) -> tuple[list[Source], list[Finding]]:
    """The files under the paths in order of their names, in which sentences count once."""
    files, findings = find_files(paths)
    return sorted(map(_source, files), key=lambda source: source.name), findings


def _source(path: str | Path) -> Source:
    if str(path) == STDIN:
        return Source(STDIN_NAME, STDIN)
    name = display_path(Path(path))
    try:
        state = Path(path).stat()
    except OSError:
        # Reading it will say why.
        return Source(name, path)
    return Source(name, path, state.st_size, state.st_mtime_ns)


def _count_here(
    sources: Sequence[Source],
    findings: list[Finding],
    language: MiningLanguage,
    progress: Progress,
) -> Counted:
    findings = list(findings)
    documents: list[Numbered] = []
    for number, source in enumerate(sources):
        found, problems = read_document(source.path)
        findings.extend(problems)
        if found is not None:
            documents.append((number, found))
    counts = merge_all(_told(count_all(documents, language), len(documents), progress))

    def read(paths: Iterable[str]) -> Iterator[Document]:
        wanted = frozenset(paths)
        return (document for _number, document in documents if document.path in wanted)

    return Counted(
        counts.documents, counts.sentences, tuple(findings), lambda: iter([counts]), read
    )


def count_all(documents: Sequence[Numbered], language: MiningLanguage) -> Iterator[Counts]:
    """The counts of each document of a collection that is in memory."""
    repeated = repeated_lines(documents)
    articles = list(find_articles(documents, language, repeated))
    prints = [(a.number, print) for a in articles for print in sentence_prints(a, language)]
    first = find_repeated(prints)
    elsewhere: dict[int, set[int]] = {}
    for number, print in prints:
        if first.get(print, number) != number:
            elsewhere.setdefault(number, set()).add(print)
    return count_articles(articles, language, elsewhere=elsewhere)


def _told(counts: Iterable[Counts], of: int, progress: Progress) -> Iterator[Counts]:
    for done, one in enumerate(counts, 1):
        yield one
        progress(done, of)
