"""search: look-up over a glossary that is being edited, without building its index at each edit.

The index of the glossary as it was when the search was opened is taken from the cache, or built
there in the background. Concepts that have changed since are few: they get a small index of their
own for each question, and what the large one says of them is left out.
"""

from __future__ import annotations

import sqlite3
import threading
from dataclasses import replace

from vnru_terms.matching.lookup import look_up
from vnru_terms.matching.match import Match, MatchKind, match_of
from vnru_terms.model import ConceptEntry, Termbase
from vnru_terms.store.index import Index
from vnru_terms.store.index_build import index_in_memory, source_of
from vnru_terms.store.index_cache import cached_index, discard

_ORDER = list(MatchKind)


class Search:
    """Its state is the glossary as it was, by id, and the work of making its index."""

    def __init__(self, fingerprint: str, termbase: Termbase) -> None:
        """`fingerprint` names the glossary's state in which the termbase was read."""
        self._was = {entry.id: entry for entry in termbase.entries}
        self._termbase = termbase
        self._fingerprint = fingerprint
        self._making = threading.Thread(target=self._make, daemon=True)
        self._making.start()

    def wait(self) -> None:
        """Until the index is there; a glossary that was indexed before takes no time."""
        self._making.join()

    def find(self, query: str, termbase: Termbase, *, limit: int = 0) -> tuple[Match, ...]:
        """What a query may mean in the glossary as it is now, likeliest first; 0 is all of it."""
        now = {entry.id: entry for entry in termbase.entries}
        changed = {id for id in self._was | now if self._was.get(id) != now.get(id)}
        fresh = tuple(entry for entry in termbase.entries if entry.id in changed)
        most = limit + len(changed) if limit else 0
        self.wait()
        found = [m for m in self._asked(query, most) if m.entry.id not in changed]
        if fresh:
            with index_in_memory(source_of(replace(termbase, entries=fresh))) as index:
                found += _matches(index, query, limit)
        # An index guesses where nothing fits in it; in the other something may.
        found.sort(key=lambda match: _ORDER.index(match.match))
        if found and found[0].match is not MatchKind.FUZZY:
            found = [m for m in found if m.match is not MatchKind.FUZZY]
        as_now = (replace(m, entry=_entry(m, now)) for m in found[: limit or None])
        return tuple(as_now)

    def _asked(self, query: str, limit: int) -> list[Match]:
        """The large index's answer; one that proves damaged is built anew."""
        try:
            with self._index() as index:
                return _matches(index, query, limit)
        except (sqlite3.DatabaseError, ValueError, TypeError):
            discard(self._fingerprint)
            with self._index() as index:
                return _matches(index, query, limit)

    def _make(self) -> None:
        self._index().close()

    def _index(self) -> Index:
        return cached_index(self._fingerprint, lambda: source_of(self._termbase))


def _matches(index: Index, query: str, limit: int) -> list[Match]:
    return [match_of(index, hit) for hit in look_up(index, query, limit=limit)]


def _entry(match: Match, now: dict[str, ConceptEntry]) -> ConceptEntry:
    """The entry as the termbase has it; the index writes links on both sides."""
    return now.get(match.entry.id, match.entry)
