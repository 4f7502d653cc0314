"""Build the look-up index: entries stream in, one SQLite file comes out; `store.index` reads it.

Nothing that grows with the termbase is kept in memory: what must be sorted is written to a second
database beside the first, and SQLite sorts it in files. In order: entries and their terms are put
down; terms are numbered from the shortest to the longest; the words of each lead to it; every word
that a language inflects brings its paradigm; every word brings what is left of it with a letter or
two left out. Start at `build_index`.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from vnru_terms.lang import LANGUAGES
from vnru_terms.lang.word_forms import analyser_folders, language_of, word_forms
from vnru_terms.messages import INTERFACE_LANGUAGES, current_language, problems_text, speak
from vnru_terms.model import (
    NAMES_FOLDER,
    NAMES_LABEL,
    ConceptEntry,
    Settings,
    Status,
    Termbase,
    TermEntry,
)
from vnru_terms.store import country_table
from vnru_terms.store.entry_json import entry_to_json
from vnru_terms.store.index import APPLICATION_ID, SCHEMA_VERSION, Index, deletions
from vnru_terms.store.term_table import CELLS, SPELLINGS
from vnru_terms.store.term_table_build import TermTable
from vnru_terms.text.typed import fold, words_of

_SCHEMA = f"""
PRAGMA application_id = {APPLICATION_ID};
PRAGMA user_version = {SCHEMA_VERSION};
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
-- References of other versions are read from this table: it keeps its name and columns.
CREATE TABLE concept (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL, head TEXT NOT NULL, entry TEXT NOT NULL
);
CREATE TABLE term (
    number INTEGER PRIMARY KEY, concept INTEGER NOT NULL, language TEXT NOT NULL,
    position INTEGER NOT NULL, status INTEGER NOT NULL, surface TEXT NOT NULL, folded TEXT NOT NULL
);
CREATE TABLE length (letters INTEGER PRIMARY KEY, first INTEGER, last INTEGER);
CREATE TABLE form (
    form TEXT, language TEXT, lemma TEXT, PRIMARY KEY (form, language, lemma)
) WITHOUT ROWID;
CREATE TABLE also (folded TEXT, term INTEGER, PRIMARY KEY (folded, term)) WITHOUT ROWID;
CREATE TABLE near (variant TEXT, word TEXT, PRIMARY KEY (variant, word)) WITHOUT ROWID;
-- The words come folded; letters beyond ASCII are all token characters here.
CREATE VIRTUAL TABLE words USING fts5(
    held, content='', columnsize=0, detail=none, tokenize="ascii tokenchars '_'"
);
CREATE TABLE stage.term (
    concept INTEGER, language TEXT, rank INTEGER, position INTEGER, status INTEGER,
    evidence INTEGER, surface TEXT, folded TEXT
);
CREATE TABLE stage.also (folded TEXT, concept INTEGER, language TEXT, position INTEGER);
CREATE TABLE stage.word (word TEXT, language TEXT, PRIMARY KEY (word, language)) WITHOUT ROWID;
CREATE TABLE stage.form (form TEXT, language TEXT, lemma TEXT);
CREATE TABLE stage.near (variant TEXT, word TEXT);
{country_table.SCHEMA}
"""
_NUMBER = """
INSERT INTO term (concept, language, position, status, surface, folded)
SELECT concept, language, position, status, surface, folded FROM stage.term
ORDER BY length(folded), folded, status, evidence DESC, rank, concept, position;
DELETE FROM stage.term;
INSERT OR IGNORE INTO also SELECT given.folded, term.number
FROM stage.also AS given JOIN term USING (concept, language, position);
INSERT INTO length SELECT length(folded), min(number), max(number) FROM term GROUP BY 1;
"""
_FINISH = """
INSERT INTO form SELECT DISTINCT form, language, lemma FROM stage.form
ORDER BY form, language, lemma;
INSERT INTO near SELECT variant, word FROM stage.near ORDER BY variant, word;
INSERT INTO words (words) VALUES ('optimize');
CREATE INDEX concept_id ON concept (id);
CREATE INDEX term_folded ON term (folded);
CREATE INDEX term_joined ON term (replace(folded, ' ', ''));
ANALYZE;
"""
_STATUS_ORDER = {status: number for number, status in enumerate(Status)}
_LANGUAGE_RANK = {code: rank for rank, code in enumerate(LANGUAGES)}
_BATCH = 10_000
_STAGE_SUFFIX = "-stage"
# Kibibytes that SQLite may keep of the file; as many again where it sorts.
_CACHE = 32 * 1024


@dataclass(frozen=True, slots=True)
class Source:
    """What an index is made of: entries whose links are symmetric already, in order of id.

    `problems` is how many errors reading found. The entries are gone through once.
    """

    entries: Iterable[ConceptEntry]
    settings: Settings
    problems: int = 0


def source_of(termbase: Termbase, *, problems: int = 0) -> Source:
    """A termbase as the source of an index."""
    related, compared = termbase.related(), termbase.compared()
    whole = (
        replace(entry, related=related[entry.id], compare=compared[entry.id])
        for entry in termbase.entries
    )
    return Source(whole, termbase.settings, problems)


def build_index(source: Source, path: Path, *, fingerprint: str = "") -> None:
    """Write the index of a source to a new file.

    Raises sqlite3.Error or OSError where the file cannot be written.
    """
    stage = path.with_name(path.name + _STAGE_SUFFIX)
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        _fill(connection, source, fingerprint, str(stage))
    finally:
        connection.close()
        with suppress(OSError):
            stage.unlink()


def seal_index(path: Path) -> None:
    """Make an index fit to be copied to other machines: packed, and bound to no analyser's place.

    The same source, fingerprint and libraries then give the same bytes.
    """
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("UPDATE meta SET value = '' WHERE key = 'analyser'")
        connection.execute("VACUUM")
    finally:
        connection.close()


def index_in_memory(source: Source) -> Index:
    """The index of a source without a file."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    _fill(connection, source, "", ":memory:")
    return Index(connection)


def _fill(connection: sqlite3.Connection, source: Source, fingerprint: str, stage: str) -> None:
    run = connection.execute
    run("ATTACH ? AS stage", (stage,))
    for name in ("main", "stage"):
        run(f"PRAGMA {name}.journal_mode = OFF")
        run(f"PRAGMA {name}.synchronous = OFF")
        run(f"PRAGMA {name}.cache_size = {-_CACHE}")
    connection.executescript(_SCHEMA)
    run("BEGIN")
    table = TermTable(connection)
    _put_entries(connection, source.entries, table)
    table.finish()
    country_table.put_countries(connection)
    meta = {
        "fingerprint": fingerprint,
        "problems": str(source.problems),
        "problems_said": json.dumps(_problems_said(source.problems), ensure_ascii=False),
        "analyser": "\n".join(analyser_folders()),
        "languages": json.dumps(
            {code: {"endonym": r.endonym, "marks": dict(r.marks)} for code, r in LANGUAGES.items()},
            ensure_ascii=False,
        ),
        "inflecting": " ".join(code for code, record in LANGUAGES.items() if record.inflects),
        "subject_fields": json.dumps(_labels(source.settings), ensure_ascii=False),
    }
    connection.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
    run("COMMIT")
    connection.executescript(f"BEGIN; {_NUMBER} COMMIT;")
    run("BEGIN")
    _put_words(connection)
    _put(connection, "stage.form", 3, _forms(connection))
    _put(connection, "stage.form", 3, _phrase_forms(connection))
    _put(connection, "stage.near", 2, _near(connection))
    run("COMMIT")
    connection.executescript(f"BEGIN; {_FINISH} COMMIT;")
    run("DETACH stage")


def _put(
    connection: sqlite3.Connection, table: str, columns: int, rows: Iterable[tuple[object, ...]]
) -> None:
    connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * columns)})", rows)


def _put_entries(
    connection: sqlite3.Connection, entries: Iterable[ConceptEntry], table: TermTable
) -> None:
    concepts: list[tuple[object, ...]] = []
    terms: list[tuple[object, ...]] = []
    forms: list[tuple[object, ...]] = []
    notes: list[tuple[object, ...]] = []

    def put() -> None:
        _put(connection, "concept", 4, concepts)
        _put(connection, "stage.term", 8, terms)
        _put(connection, "stage.also", 4, forms)
        _put(connection, "stage.note", 2, notes)
        for rows in (concepts, terms, forms, notes):
            rows.clear()

    for number, entry in enumerate(entries, start=1):
        values = json.dumps(entry_to_json(entry), ensure_ascii=False, separators=(",", ":"))
        concepts.append((number, entry.id, entry.head, values))
        table.add(number, entry)
        if entry.distinguish:
            notes.append((number, entry.distinguish))
        evidence = entry.evidence
        for section in entry.languages:
            code = section.language
            if code not in LANGUAGES:
                continue
            for position, term in enumerate(section.terms):
                folded = " ".join(fold(word) for word in words_of(term.surface))
                if folded:
                    status = _STATUS_ORDER[term.status]
                    rank = _LANGUAGE_RANK[code]
                    terms.append(
                        (number, code, rank, position, status, evidence, term.surface, folded)
                    )
                for form in sorted(_given_forms(term)):
                    forms.append((form, number, code, position))
        if len(concepts) >= _BATCH:
            put()
    put()


def _given_forms(term: TermEntry) -> set[str]:
    """The folded forms that the entry itself gives, which may be several in a cell."""
    given = (form for cell in term.forms for form in cell.split(" / "))
    return {" ".join(map(fold, words_of(form))) for form in given} - {""}


def _put_words(connection: sqlite3.Connection) -> None:
    """Lead from the folded words of every term, and their dictionary forms, to the term."""
    batch: list[tuple[int, str]] = []
    seen: set[tuple[str, str]] = set()

    def put() -> None:
        connection.executemany("INSERT INTO words (rowid, held) VALUES (?, ?)", batch)
        connection.executemany("INSERT OR IGNORE INTO stage.word VALUES (?, ?)", sorted(seen))
        batch.clear()
        seen.clear()

    for number, language, surface in connection.execute(
        "SELECT number, language, surface FROM term ORDER BY number"
    ):
        words = words_of(surface)
        inflects = LANGUAGES[language].inflects
        found = dict.fromkeys(fold(word) for word in words)
        if inflects:
            for word in words:
                found.update(dict.fromkeys(_folded_lemmas(word, language)))
                seen.add((word, language))
        batch.append((number, " ".join(found)))
        if len(batch) >= _BATCH:
            put()
    put()


@lru_cache(maxsize=1 << 16)
def _folded_lemmas(word: str, language: str) -> tuple[str, ...]:
    return tuple(fold(lemma) for lemma in LANGUAGES[language].lemmas(word))


def _forms(connection: sqlite3.Connection) -> Iterator[tuple[object, ...]]:
    for word, language in connection.execute("SELECT word, language FROM stage.word"):
        by_lemma: dict[str, set[str]] = {}
        for form, lemma in word_forms(word, language):
            by_lemma.setdefault(lemma, set()).add(form)
        found = {(fold(f), key) for lem, fs in by_lemma.items() for key in [fold(lem)] for f in fs}
        for form, lemma in sorted(found):
            yield form, language, lemma


def _phrase_forms(connection: sqlite3.Connection) -> Iterator[tuple[object, ...]]:
    """What a word becomes in the phrases of the termbase: verbs, and names that no analyser knows.

    The first spelling of the cells is the one that stands in the term.
    """
    for (cells,) in connection.execute("SELECT cells FROM inflected"):
        spellings = [form for form in cells.replace(SPELLINGS, CELLS).split(CELLS) if form]
        if spellings and " " not in cells:
            language = language_of(spellings[0])
            lemmas = _folded_lemmas(spellings[0], language)
            for form in dict.fromkeys(map(fold, spellings)):
                for lemma in lemmas:
                    yield form, language, lemma


def _near(connection: sqlite3.Connection) -> Iterator[tuple[object, ...]]:
    connection.execute("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, words, row)")
    for (word,) in connection.execute("SELECT term FROM temp.vocabulary"):
        # Numbers are exact, or they are others.
        if word.isalpha():
            for variant in sorted(deletions(word)):
                yield variant, word
    connection.execute("DROP TABLE temp.vocabulary")


def _problems_said(errors: int) -> dict[str, str]:
    """The word about the errors in every language of the interface: plural forms need gettext."""
    before = current_language()
    said = {}
    for language in INTERFACE_LANGUAGES:
        speak(language)
        said[language] = problems_text(errors)
    speak(before)
    return said


def _labels(settings: Settings) -> dict[str, dict[str, str]]:
    fields = {subject.slug: dict(subject.label) for subject in settings.subject_fields}
    return {**fields, NAMES_FOLDER: NAMES_LABEL}
