"""Check translations: files ▸ segments ▸ terms in the source ▸ equivalents in the target ▸ remarks.

Each file is a document of its own: consistency and field are judged within it. A file that cannot
be read, or the line where it breaks, is a finding among the remarks; the other files are checked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from vnru_terms.findings import Finding, Place, Severity, display_path
from vnru_terms.formats.segments import STDIN, STDIN_NAME, read_segments
from vnru_terms.lang import LANGUAGES
from vnru_terms.lang.recipe import Recipe
from vnru_terms.matching.check import DocumentCheck, TermCount
from vnru_terms.matching.check_sides import Checker, undotted
from vnru_terms.matching.form_table import Table
from vnru_terms.matching.matcher import Matcher
from vnru_terms.matching.remark import Remark
from vnru_terms.matching.segment import Direction, Segment, State, make_segment
from vnru_terms.messages import _
from vnru_terms.model import ConceptEntry
from vnru_terms.store.index import Index
from vnru_terms.store.index_cache import Say, silent
from vnru_terms.store.locate import Located
from vnru_terms.store.term_table import concept_recipes, entry_named
from vnru_terms.store.term_texts import concept_count
from vnru_terms.workflow.look_up import ask_index

# The terms of a batch are fetched together: of some pages first, then of more; a file of a hundred
# pages has most words of the glossary, and gets all terms at once where they are not too many.
_FIRST_BATCH = 1 << 15
_LARGEST_BATCH = 1 << 21
_ALL_FROM = 1 << 15
_MOST_CONCEPTS = 30_000

__all__ = ["CheckedFile", "Direction", "TermCount", "check_files", "check_pairs"]


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """What the check of one file found.

    `findings` say what of it could not be read. `states` counts its segments; `terms` counts, term
    by term, where it stood and how often something was wrong. `is_of_field` is false where so few
    of the glossary's terms occur that missing ones weigh less. `problems` counts the errors in the
    glossary's own files.
    """

    path: str
    remarks: tuple[Remark, ...]
    findings: tuple[Finding, ...] = ()
    states: Counter[State] = field(default_factory=Counter)
    terms: tuple[TermCount, ...] = ()
    is_of_field: bool = True
    problems: int = 0


def check_files(
    located: Located,
    paths: Sequence[str | Path],
    wanted: Direction,
    *,
    on: str = "",
    say: Say = silent,
    progress: Say = silent,
) -> Iterator[CheckedFile]:
    """The check of each file against a glossary.

    Raises UnreadableInputError where there is no such folder.
    """
    for path in paths:
        # Where the index proves damaged, the question is put again: a file is read again then,
        # standard input cannot be.
        piped = list(read_segments(path, wanted)) if str(path) == STDIN else None

        def question(
            index: Index,
            path: str | Path = path,
            piped: list[Segment | Finding] | None = piped,
        ) -> CheckedFile:
            progress(_("checking {file}").format(file=path))
            name = STDIN_NAME if str(path) == STDIN else display_path(Path(path))
            items = read_segments(path, wanted) if piped is None else piped
            return replace(_checked(name, items, _Checkers(index, on)), problems=index.problems)

        yield ask_index(located, question, say, progress)


def check_pairs(
    located: Located, pairs: Iterable[tuple[str, str]], direction: Direction, *, on: str = ""
) -> CheckedFile:
    """The check of texts with their translations as one document; a place's line is the pair's.

    Pairs are numbered from 1. `findings` says where the languages are not two of the glossary's.
    """
    # A list: where the index proves damaged, the question is put again.
    segments = [
        make_segment(source, target, direction, Place("", n))
        for n, (source, target) in enumerate(pairs, start=1)
    ]

    def question(index: Index) -> CheckedFile:
        return replace(_checked("", segments, _Checkers(index, on)), problems=index.problems)

    return ask_index(located, question)


class _Checkers:
    """The checker for batch after batch: with the terms of the batch, or once with all terms."""

    def __init__(self, index: Index, on: str) -> None:
        self._index = index
        self._on = on
        self._read = 0
        self._all: dict[str, Table] = {}
        self.entry_of = lru_cache(maxsize=1 << 14)(self._entry)
        self.recipes_of = lru_cache(maxsize=1 << 12)(self._recipes)

    def _entry(self, id: str) -> ConceptEntry | None:
        return entry_named(self._index.connection, id)

    def _recipes(self, id: str) -> dict[tuple[str, int], tuple[Recipe, ...]]:
        return concept_recipes(self._index.connection, self._index.number(id))

    def room(self) -> int:
        """How many characters the next batch may have: as many as were read, within limits."""
        return min(max(_FIRST_BATCH, self._read), _LARGEST_BATCH)

    def checker_for(self, batch: Sequence[Segment]) -> Checker:
        """The checker for segments of one direction."""
        direction = batch[0].direction
        self._read += sum(len(item.source) for item in batch)
        sources = [item.source for item in batch]
        targets = [item.target for item in batch]
        tables = self._table(direction.source, sources) | self._table(direction.target, targets)
        return Checker(Matcher(tables), self.entry_of, self._on, self.recipes_of)

    def _table(self, language: str, texts: Sequence[str]) -> dict[str, Table]:
        if language in self._all:
            return {language: self._all[language]}
        if self._read > _ALL_FROM and concept_count(self._index.connection) < _MOST_CONCEPTS:
            self._all |= Matcher.of_index(self._index, language).tables
            return {language: self._all[language]}
        # An acronym with dots is looked for without them.
        return Matcher.for_texts(self._index, language, map(undotted, texts)).tables


def _checked(name: str, items: Iterable[Segment | Finding], checkers: _Checkers) -> CheckedFile:
    document = DocumentCheck()
    findings: list[Finding] = []
    remarks: list[Remark] = []
    for batch in _batches(items, findings, checkers.room):
        checker = checkers.checker_for(batch)
        for segment in batch:
            remarks += document.check(segment, checker)
    remarks += document.finish()
    remarks.sort(key=lambda remark: (remark.place, remark.code))
    terms = tuple(sorted(document.terms.values(), key=lambda t: (-t.missing - t.unwanted, t.term)))
    return CheckedFile(
        name, tuple(remarks), tuple(findings), document.states, terms, document.is_of_field
    )


def _batches(
    items: Iterable[Segment | Finding], findings: list[Finding], room: Callable[[], int]
) -> Iterator[list[Segment]]:
    """Segments of one direction, so many as there is room for; findings are put aside."""
    batch: list[Segment] = []
    size = 0
    foreign: set[Direction] = set()
    for item in items:
        if isinstance(item, Finding):
            findings.append(item)
            continue
        problem = _foreign(item)
        if problem is not None:
            if item.direction not in foreign:
                foreign.add(item.direction)
                findings.append(problem)
            continue
        if batch and (size > room() or item.direction != batch[0].direction):
            yield batch
            batch, size = [], 0
        batch.append(item)
        size += len(item.source)
    if batch:
        yield batch


def _foreign(segment: Segment) -> Finding | None:
    """A finding where the languages are not two of the glossary's."""
    source, target = segment.direction.source, segment.direction.target
    # A file of which nothing is translated yet may name one language alone.
    is_pair = source != target or segment.state is State.UNTRANSLATED
    if source in LANGUAGES and target in LANGUAGES and is_pair:
        return None
    message = _("the languages are {source} and {target}; two of vi, en and ru are needed.")
    return Finding(
        Place(segment.place.path, segment.place.line),
        "E165",
        message.format(source=source or "?", target=target or "?"),
        _("Name them with --from and --to."),
        Severity.ERROR,
    )
