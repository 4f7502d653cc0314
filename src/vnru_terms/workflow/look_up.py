"""Look up: the glossary's index, opened or built; the query; the entries with what they name.

`ask_index` gives a question the index of a glossary: that which came with the program, for the
glossary inside it, else one from the cache; an index that proves damaged while it is read is left,
and another built. `look_up_in_glossary` answers with values for programs.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from vnru_terms.installation import is_checkout
from vnru_terms.matching.lookup import look_up
from vnru_terms.matching.match import Match, match_of
from vnru_terms.messages import _
from vnru_terms.store.index import Index, open_index
from vnru_terms.store.index_cache import (
    Say,
    cached_index,
    discard,
    settled_fingerprint,
    silent,
)
from vnru_terms.store.index_place import bundled_fingerprint, bundled_index
from vnru_terms.store.locate import Located

if TYPE_CHECKING:
    from vnru_terms.store.index_build import Source

__all__ = ["LookUp", "ask_index", "look_up_in_glossary"]

_Answer = TypeVar("_Answer")


@dataclass(frozen=True, slots=True)
class LookUp:
    """What a query found, with the words that its display needs.

    `heads` gives the head term of every concept that a found entry names, `subjects` the labels of
    the found entries' subject fields, `more` whether the limit kept entries back, `problems` the
    number of errors in the glossary's files.
    """

    matches: tuple[Match, ...]
    heads: Mapping[str, str]
    subjects: Mapping[str, str]
    more: bool = False
    problems: int = 0


def ask_index(
    located: Located,
    question: Callable[[Index], _Answer],
    say: Say = silent,
    progress: Say = silent,
) -> _Answer:
    """The answer of a glossary's index; `say` is told where it had to be thrown away or is unkept.

    `progress` is told while one is built; an empty text ends that. Raises UnreadableInputError
    where there is no such folder.
    """
    own = located.bundled and not is_checkout()
    fingerprint = bundled_fingerprint() if own else _fingerprint(located)
    index = open_index(bundled_index(), fingerprint) if own else None
    if index is not None:
        try:
            with index:
                return question(index)
        except (sqlite3.DatabaseError, ValueError):
            say(_("The look-up index of the program is damaged; installing it again mends that."))
    for last in (False, True):
        try:
            with cached_index(fingerprint, lambda: _read(located), say, progress) as index:
                return question(index)
        except (sqlite3.DatabaseError, ValueError):
            if last:
                raise
            discard(fingerprint)
            say(_("The look-up index was damaged; it is built anew."))
    raise AssertionError("unreachable")


def look_up_in_glossary(
    located: Located, query: str, *, from_: str | None = None, limit: int = 10, label: str = "en"
) -> LookUp:
    """Look a query up in a glossary folder; `label` is the language of the subject labels.

    Raises UnreadableInputError where there is no such folder.
    """
    return ask_index(located, lambda index: _look_up(index, query, from_, limit, label))


def _fingerprint(located: Located) -> str:
    try:
        return settled_fingerprint(located.folder)
    except OSError:
        # Reading the folder says better what is wrong with it.
        _read(located)
        raise


def _read(located: Located) -> Source:
    # Here and not above: PyYAML is not needed where the index stands.
    from vnru_terms.findings import Severity
    from vnru_terms.store.glossary import read_glossary
    from vnru_terms.store.index_build import source_of

    termbase, findings = read_glossary(located.folder)
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    return source_of(termbase, problems=errors)


def _look_up(index: Index, query: str, from_: str | None, limit: int, label: str) -> LookUp:
    found = look_up(index, query, from_=from_, limit=limit + 1 if limit else 0)
    matches = tuple(match_of(index, hit) for hit in found[: limit or None])
    heads: dict[str, str] = {}
    subjects: dict[str, str] = {}
    for match in matches:
        entry = match.entry
        subjects[entry.subject_field] = index.subject_label(entry.subject_field, label)
        successor = (entry.valid.successor,) if entry.valid else ()
        for id in (*entry.related, *entry.compare, *successor):
            head = "" if id in heads else index.head(id)
            if head:
                heads[id] = head
    return LookUp(matches, heads, subjects, len(found) > len(matches), index.problems)
