"""The look-up index: one SQLite file made from a termbase, built whole and never migrated.

Every term has a row in `term` with its folded key and the same without spaces. `word` leads from a
folded word, or its folded dictionary form, to the terms that hold it; `lemma` also keeps its place
in the term, so that an inflected phrase is found in order. `near` leads from a word's start with
up to two letters left out to the word: two words that differ by a typo meet there (SymSpell,
W. Garbe, with a prefix of seven letters). Entries lie in `concept` as JSON.

`build_index` writes, `open_index` opens; the questions that can be asked are the methods of
`Index`. How the answers are ranked is `matching.lookup`'s business, where the file lies
`store.index_cache`'s.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from vnru_terms.lang import LANGUAGES, Language
from vnru_terms.lang.keys import bare_words, exact_key
from vnru_terms.model import (
    NAMES_FOLDER,
    NAMES_LABEL,
    ConceptEntry,
    Settings,
    Status,
    Termbase,
)
from vnru_terms.store.entry_json import entry_from_json, entry_to_json

SCHEMA_VERSION = 2
# “vnru”: tells our file from any other SQLite file.
_APPLICATION_ID = 0x766E7275
_SCHEMA = f"""
PRAGMA application_id = {_APPLICATION_ID};
PRAGMA user_version = {SCHEMA_VERSION};
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE concept (number INTEGER PRIMARY KEY, id TEXT NOT NULL, entry TEXT NOT NULL);
CREATE TABLE term (
    number INTEGER PRIMARY KEY, concept INTEGER NOT NULL, language TEXT NOT NULL,
    position INTEGER NOT NULL, status INTEGER NOT NULL, surface TEXT NOT NULL,
    folded TEXT NOT NULL, joined TEXT NOT NULL
);
CREATE TABLE word (word TEXT, term INTEGER, PRIMARY KEY (word, term)) WITHOUT ROWID;
CREATE TABLE lemma (
    lemma TEXT, words INTEGER, place INTEGER, term INTEGER,
    PRIMARY KEY (lemma, words, place, term)
) WITHOUT ROWID;
CREATE TABLE near (variant TEXT, word TEXT, PRIMARY KEY (variant, word)) WITHOUT ROWID;
"""
_INDEXES = """
CREATE INDEX concept_id ON concept (id);
CREATE INDEX term_folded ON term (folded);
CREATE INDEX term_joined ON term (joined);
"""
_TERM = "SELECT concept, language, position, status, surface, folded FROM term WHERE "
_STATUS_ORDER = tuple(Status)
# Typos beyond the first letters are left to the comparison that follows; the table stays small.
_NEAR_PREFIX = 7
# From this length on, two typos in a word are forgiven; both words must have it.
LONG_WORD = 7


class TermRow(NamedTuple):
    """A term as the index keeps it; `status` counts from preferred (0) to superseded (3)."""

    concept: int
    language: str
    position: int
    status: int
    surface: str
    folded: str


def look_up_words(text: str) -> list[str]:
    """The words by which a text is looked up; marks alone stand for themselves (№)."""
    marks = exact_key(text).casefold().split()
    # Broken bytes of a command line arrive as lone surrogates, which SQLite cannot take.
    return bare_words(text) or [mark for mark in marks if mark.isprintable()]


def folded_words(words: Iterable[str], language: Language) -> list[str]:
    """The words without case, diacritics and ё."""
    return [language.fold(word) or word for word in words]


def folded_lemmas(word: str, language: Language) -> list[str]:
    """The dictionary forms that a word may have in a language, folded."""
    return [language.fold(lemma) or lemma for lemma in language.lemmas(word)]


def deletions(word: str) -> set[str]:
    """The start of a word with up to one letter left out, two in a long word.

    >>> sorted(deletions("tir"))
    ['ir', 'ti', 'tir', 'tr']
    """
    start = word[:_NEAR_PREFIX]
    depth = 2 if len(word) >= LONG_WORD else 1
    kept = range(max(1, len(start) - depth), len(start) + 1)
    return {"".join(letters) for n in kept for letters in combinations(start, n)}


class Index:
    """An open index. Its state is the connection; close it, or use it in a `with` statement."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __enter__(self) -> Index:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def entry(self, concept: int) -> ConceptEntry:
        """A concept entry by its number; its `related` and `compare` are symmetric."""
        row = self._connection.execute("SELECT entry FROM concept WHERE number = ?", (concept,))
        return entry_from_json(json.loads(row.fetchone()[0]))

    def entry_named(self, id: str) -> ConceptEntry | None:
        """A concept entry by its id, or None."""
        rows = self._connection.execute("SELECT entry FROM concept WHERE id = ?", (id,)).fetchone()
        return entry_from_json(json.loads(rows[0])) if rows else None

    def subject_label(self, slug: str, language: str) -> str:
        """The label of a subject field in a language, or its slug."""
        labels = json.loads(self._meta("subject_fields"))
        return str(labels.get(slug, {}).get(language) or slug)

    @property
    def problems(self) -> int:
        """How many errors the glossary had when this index was built."""
        return int(self._meta("problems"))

    def same(self, folded: str, languages: Sequence[str]) -> list[TermRow]:
        """Terms with this folded key."""
        return self._terms("folded = ?", [folded], languages, at_most=-1)

    def same_without_spaces(self, joined: str, languages: Sequence[str]) -> list[TermRow]:
        """Terms with this folded key once the spaces are gone."""
        return self._terms("joined = ?", [joined], languages, at_most=-1)

    def beginning(self, folded: str, languages: Sequence[str], at_most: int) -> list[TermRow]:
        """Terms whose folded key begins so and goes on; the shortest, all if `at_most` is -1."""
        after = folded + "\U0010ffff"
        return self._terms("folded > ? AND folded < ?", [folded, after], languages, at_most)

    def inflected(
        self, lemmas: Sequence[Sequence[str]], languages: Sequence[str], at_most: int
    ) -> list[TermRow]:
        """Terms of as many words, each of which may have one of the dictionary forms there."""
        each = [
            f"SELECT term FROM lemma WHERE lemma IN ({_marks(forms)}) AND words = ? AND place = ?"
            for forms in lemmas
        ]
        values: list[object] = []
        for place, forms in enumerate(lemmas):
            values += [*forms, len(lemmas), place]
        where = f"number IN ({' INTERSECT '.join(each)})"
        return self._terms(where, values, languages, at_most)

    def containing(
        self, words: Sequence[Sequence[str]], languages: Sequence[str], at_most: int
    ) -> list[TermRow]:
        """Terms that hold, in any order, one of the alternatives for every word."""
        each = [f"SELECT term FROM word WHERE word IN ({_marks(forms)})" for forms in words]
        where = f"number IN ({' INTERSECT '.join(each)})"
        return self._terms(where, [form for forms in words for form in forms], languages, at_most)

    def near(self, word: str) -> list[str]:
        """Words of the index that may be a typo or two away; to be compared letter by letter."""
        variants = sorted(deletions(word))
        rows = self._connection.execute(
            f"SELECT DISTINCT word FROM near WHERE variant IN ({_marks(variants)})", variants
        )
        return [row[0] for row in rows]

    def _meta(self, key: str) -> str:
        row = self._connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else ""

    def _terms(
        self, where: str, values: Sequence[object], languages: Sequence[str], at_most: int
    ) -> list[TermRow]:
        sql = (
            f"{_TERM}{where} AND language IN ({_marks(languages)})"
            " ORDER BY length(folded), folded, number LIMIT ?"
        )
        rows = self._connection.execute(sql, [*values, *languages, at_most])
        return [TermRow._make(row) for row in rows]


def build_index(
    termbase: Termbase, path: Path, *, fingerprint: str = "", problems: int = 0
) -> None:
    """Write the index of a termbase to a new file; `problems` is how many errors reading found.

    Raises sqlite3.Error or OSError where the file cannot be written.
    """
    connection = sqlite3.connect(path)
    try:
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        _fill(connection, termbase, fingerprint, problems)
    finally:
        connection.close()


def index_in_memory(termbase: Termbase, *, problems: int = 0) -> Index:
    """The index of a termbase without a file."""
    connection = sqlite3.connect(":memory:")
    _fill(connection, termbase, "", problems)
    return Index(connection)


def open_index(path: Path, fingerprint: str) -> Index | None:
    """The index in a file, or None where there is none, or it is damaged, foreign or stale."""
    try:
        if not path.is_file():
            return None
        uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        connection = sqlite3.connect(uri, uri=True)
    except (OSError, sqlite3.Error):
        return None
    index = Index(connection)
    try:
        if _is_whole(connection, path) and index._meta("fingerprint") == fingerprint:
            return index
    except (OSError, sqlite3.Error):
        pass
    index.close()
    return None


def _is_whole(connection: sqlite3.Connection, path: Path) -> bool:
    def pragma(name: str) -> int:
        return int(connection.execute(f"PRAGMA {name}").fetchone()[0])

    return (
        pragma("application_id") == _APPLICATION_ID
        and pragma("user_version") == SCHEMA_VERSION
        # A file cut short opens well and fails later.
        and pragma("page_count") * pragma("page_size") == path.stat().st_size
    )


def _fill(
    connection: sqlite3.Connection, termbase: Termbase, fingerprint: str, problems: int
) -> None:
    connection.executescript(_SCHEMA)
    meta = {
        "fingerprint": fingerprint,
        "problems": str(problems),
        "subject_fields": json.dumps(_labels(termbase.settings), ensure_ascii=False),
    }
    connection.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
    related, compared = termbase.related(), termbase.compared()
    vocabulary: set[str] = set()
    number = 0
    # Homonyms come out in the order of their numbers: the better attested concept first.
    by_evidence = sorted(termbase.entries, key=lambda entry: -entry.evidence)
    for concept, entry in enumerate(by_evidence, start=1):
        whole = replace(entry, related=related[entry.id], compare=compared[entry.id])
        text = json.dumps(entry_to_json(whole), ensure_ascii=False)
        connection.execute("INSERT INTO concept VALUES (?, ?, ?)", (concept, entry.id, text))
        for language, position, status, surface in _surfaces(entry):
            words = look_up_words(surface)
            if not words:
                continue
            number += 1
            folded = folded_words(words, LANGUAGES[language])
            keys = (" ".join(folded), "".join(folded))
            connection.execute(
                "INSERT INTO term VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (number, concept, language, position, status, surface, *keys),
            )
            forms = _lemma_rows(words, language, number)
            connection.executemany("INSERT OR IGNORE INTO lemma VALUES (?, ?, ?, ?)", forms)
            found = {*folded, *(row[0] for row in forms)}
            connection.executemany(
                "INSERT INTO word VALUES (?, ?)", [(word, number) for word in sorted(found)]
            )
            vocabulary |= found
    connection.executemany("INSERT INTO near VALUES (?, ?)", _near_rows(vocabulary))
    connection.executescript(_INDEXES)
    connection.commit()


def _surfaces(entry: ConceptEntry) -> Iterator[tuple[str, int, int, str]]:
    for section in entry.languages:
        for position, term in enumerate(section.terms):
            status = _STATUS_ORDER.index(term.status)
            if section.language in LANGUAGES:
                yield section.language, position, status, term.surface


def _lemma_rows(words: list[str], language: str, term: int) -> list[tuple[str, int, int, int]]:
    record = LANGUAGES[language]
    if not record.inflects:
        return []
    return [
        (lemma, len(words), place, term)
        for place, word in enumerate(words)
        for lemma in folded_lemmas(word, record)
    ]


def _near_rows(vocabulary: set[str]) -> Iterator[tuple[str, str]]:
    for word in sorted(vocabulary):
        for variant in sorted(deletions(word)):
            yield variant, word


def _labels(settings: Settings) -> dict[str, dict[str, str]]:
    fields = {subject.slug: dict(subject.label) for subject in settings.subject_fields}
    return {**fields, NAMES_FOLDER: NAMES_LABEL}


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))
