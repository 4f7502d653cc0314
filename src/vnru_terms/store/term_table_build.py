"""Write the tables by which a text's terms are fetched; `store.term_table` reads them.

Entries are given one by one while an index is built (`TermTable.add`); `finish` then puts every
recipe under its rarest pair of neighbours. How often a pair occurs in the termbase is counted in a
table of fixed size, where two may share a place: an anchor that is not the very rarest is still
right. Memory does not grow with the termbase.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise, takewhile
from sqlite3 import Connection
from zlib import crc32

from vnru_terms.lang import LANGUAGES
from vnru_terms.lang.recipe import GAP, Inflected, Recipe, Token, split_phrase
from vnru_terms.lang.recipe_keys import keys_of, variants
from vnru_terms.model import ConceptEntry
from vnru_terms.store.term_phrases import phrase_of
from vnru_terms.store.term_table import CELLS, SPELLINGS, TOKENS, WORD, class_of
from vnru_terms.text.normalise import DASHES

_SCHEMA = """
CREATE TABLE recipe (
    number INTEGER PRIMARY KEY, concept INTEGER NOT NULL, language TEXT NOT NULL,
    position INTEGER NOT NULL, text TEXT NOT NULL, gender TEXT NOT NULL, sort TEXT NOT NULL,
    kind TEXT NOT NULL, citation TEXT NOT NULL, tokens TEXT NOT NULL, rivals TEXT NOT NULL
);
CREATE TABLE inflected (number INTEGER PRIMARY KEY, cells TEXT NOT NULL);
CREATE TABLE spelled (key TEXT, value TEXT, PRIMARY KEY (key, value)) WITHOUT ROWID;
CREATE TABLE anchor (key TEXT, value INTEGER, PRIMARY KEY (key, value)) WITHOUT ROWID;
CREATE TABLE stage.anchor (key TEXT, value INTEGER);
CREATE TABLE stage.cells (cells TEXT PRIMARY KEY, number INTEGER) WITHOUT ROWID;
"""
_FINISH = """
INSERT OR IGNORE INTO main.anchor SELECT key, value FROM stage.anchor ORDER BY key, value;
DROP TABLE stage.anchor;
CREATE INDEX main.recipe_concept ON recipe (concept);
"""
_HYPHEN = re.compile(f"[{re.escape(DASHES)}]")
_PLACES = 1 << 20
_BATCH = 5_000


class TermTable:
    """The writer. Its state is the connection (with a second database, `stage`) and the counts."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._counts = array("L", bytes(array("L").itemsize * _PLACES))
        self._rows: list[tuple[object, ...]] = []
        self._number_of = lru_cache(maxsize=1 << 15)(self._word_number)
        for statement in _SCHEMA.split(";"):
            connection.execute(statement)

    def add(self, concept: int, entry: ConceptEntry) -> None:
        """Put the terms of a concept entry down, with all their forms."""
        for section in entry.languages:
            language = section.language
            if language not in LANGUAGES:
                continue
            for position, term in enumerate(section.terms):
                phrase = phrase_of(term, entry.kind)
                for recipe in LANGUAGES[language].recipes(phrase):
                    tokens = [self._token(token, language) for token in recipe.tokens]
                    for keys in _choices(tokens, language):
                        for key in keys:
                            self._counts[_place(key)] += 1
                    plain = tokens == split_phrase(recipe.text)
                    self._rows.append((
                        concept, language, position, term.term, phrase.gender, entry.kind.value,
                        recipe.kind,
                        "" if recipe.text == term.term else recipe.text,
                        "" if plain else TOKENS.join(tokens),
                        _rivals_text(recipe),
                    ))  # fmt: skip
        if len(self._rows) >= _BATCH:
            self._put()

    def finish(self) -> None:
        """Put every recipe under its rarest pair of neighbours, or its one word."""
        self._put()
        self._connection.executemany("INSERT INTO stage.anchor VALUES (?, ?)", self._anchors())
        for statement in _FINISH.split(";"):
            self._connection.execute(statement)

    def _put(self) -> None:
        self._connection.executemany(
            "INSERT INTO recipe (concept, language, position, text, gender, sort, kind,"
            " citation, tokens, rivals) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            self._rows,
        )
        self._rows.clear()

    def _token(self, token: Token, language: str) -> str:
        if isinstance(token, str):
            return token
        return self._number_of(token, language)

    def _word_number(self, word: Inflected, language: str) -> str:
        """The token of an inflected word; one with the same cells is put down once."""
        run = self._connection.execute
        text = CELLS.join(SPELLINGS.join(cell) for cell in word.cells)
        row = run("SELECT number FROM stage.cells WHERE cells = ?", (text,)).fetchone()
        if row is None:
            row = (run("INSERT INTO inflected (cells) VALUES (?)", (text,)).lastrowid,)
            run("INSERT INTO stage.cells VALUES (?, ?)", (text, *row))
        forms = sorted({form for cell in word.cells for form in cell})
        keys = sorted({key for form in forms for key in _anchor_keys(form, language)})
        name = _class(forms, keys, row[0])
        self._connection.executemany(
            "INSERT OR IGNORE INTO spelled VALUES (?, ?)",
            [(f"{language} {key}", name) for key in keys],
        )
        return f"{WORD}{row[0]}:{name}"

    def _anchors(self) -> Iterator[tuple[str, int]]:
        for number, language, text, citation, tokens in self._connection.execute(
            "SELECT number, language, text, citation, tokens FROM recipe ORDER BY number"
        ):
            words = tokens.split(TOKENS) if tokens else split_phrase(citation or text)
            for key in self._rarest(words, language):
                yield f"{language} {key}", number

    def _rarest(self, words: Sequence[str], language: str) -> list[str]:
        choices = _choices(words, language)
        if not choices:
            return []
        return sorted(min(choices, key=lambda keys: sum(self._counts[_place(k)] for k in keys)))


def _choices(words: Sequence[str], language: str) -> list[frozenset[str]]:
    """What a recipe may lie under: its pairs of neighbours if it has any, else its words."""
    singles = [_anchor_keys(word, language) for word in words]
    plain = [
        next(iter(keys)) if len(keys) == 1 and _is_plain(word) else ""
        for word, keys in zip(words, singles, strict=True)
    ]
    pairs = [frozenset((f"{a} {b}",)) for a, b in pairwise(plain) if a and b]
    return pairs or [keys for keys in singles if keys]


def _is_plain(word: str) -> bool:
    """Whether a token is one word in every text: no compound, no form of several words."""
    return class_of(word)[:1] != "!" if word[:1] == WORD else not _HYPHEN.search(word)


def _class(forms: Sequence[str], keys: Sequence[str], number: int) -> str:
    """The name under which an inflected word stands in anchors."""
    if any(" " in form or _HYPHEN.search(form) for form in forms):
        return f"!{number}"
    # Of sorted strings the first and the last have least in common.
    alike = takewhile(lambda ab: ab[0] == ab[1], zip(keys[0], keys[-1], strict=False))
    start = "".join(a for a, _b in alike)
    return f"~{start}" if len(start) > 1 else f"#{number}"


@lru_cache(maxsize=1 << 16)
def _anchor_keys(token: str, language: str) -> frozenset[str]:
    """The keys of which one must be in a text that holds the token; none for a mark or a gap."""
    if token[:1] == WORD:
        return frozenset((class_of(token),))
    if token == GAP:
        return frozenset()
    ways = variants(token, LANGUAGES[language], keys_of(LANGUAGES[language]))
    return frozenset(max(way, key=len) for way in ways if way) - {"-"}


def _place(key: str) -> int:
    return crc32(key.encode("utf-8", "surrogatepass")) % _PLACES


def _rivals_text(recipe: Recipe) -> str:
    return CELLS.join(
        SPELLINGS.join((r.form, r.part_of_speech, str(r.share))) for r in recipe.rivals
    )
