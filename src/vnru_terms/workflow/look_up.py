"""Look up: the glossary's index, opened or built; the query; the entries with what they name.

A look-up that finds its index damaged throws it away and builds a new one.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from vnru_terms.installation import is_checkout
from vnru_terms.matching.lookup import Match, look_up
from vnru_terms.model import LANGUAGE_ORDER, ConceptEntry, Termbase
from vnru_terms.store.index import Index
from vnru_terms.store.index_cache import (
    bundled_fingerprint,
    cached_index,
    discard,
    folder_fingerprint,
)
from vnru_terms.store.locate import Located


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


def look_up_in_glossary(
    located: Located, query: str, *, from_: str | None = None, limit: int = 10, label: str = "en"
) -> LookUp:
    """Look a query up in a glossary folder; `label` is the language of the subject labels.

    Raises UnreadableInputError where there is no such folder.
    """
    fingerprint = _fingerprint(located)
    for last in (False, True):
        try:
            with cached_index(fingerprint, lambda: _read(located)) as index:
                return _look_up(index, query, from_, limit, label)
        except (sqlite3.DatabaseError, ValueError):
            if last:
                raise
            discard(fingerprint)
    raise AssertionError("unreachable")


def head_term(entry: ConceptEntry) -> str:
    """The term under which an entry is shown: the first preferred one in order of languages."""
    for code in LANGUAGE_ORDER:
        preferred = entry.preferred(code)
        if preferred:
            return preferred.term
    return next((term.term for _language, term in entry.all_terms()), entry.id)


def _fingerprint(located: Located) -> str:
    if located.bundled and not is_checkout():
        return bundled_fingerprint(located.folder)
    try:
        return folder_fingerprint(located.folder)
    except OSError:
        # Reading the folder says better what is wrong with it.
        _read(located)
        raise


def _read(located: Located) -> tuple[Termbase, int]:
    # Here and not above: PyYAML is not needed where the index stands.
    from vnru_terms.findings import Severity
    from vnru_terms.store.glossary import read_glossary

    termbase, findings = read_glossary(located.folder)
    return termbase, sum(finding.severity is Severity.ERROR for finding in findings)


def _look_up(index: Index, query: str, from_: str | None, limit: int, label: str) -> LookUp:
    found = look_up(index, query, from_=from_, limit=limit + 1 if limit else 0)
    matches = found[: limit or None]
    heads: dict[str, str] = {}
    subjects: dict[str, str] = {}
    for match in matches:
        entry = match.entry
        subjects[entry.subject_field] = index.subject_label(entry.subject_field, label)
        successor = (entry.valid.successor,) if entry.valid else ()
        for id in (*entry.related, *entry.compare, *successor):
            other = None if id in heads else index.entry_named(id)
            if other:
                heads[id] = head_term(other)
    return LookUp(matches, heads, subjects, len(found) > len(matches), index.problems)
