"""The look-up index as it is read: one SQLite file made from a termbase (`store.index_build`).

Every term has a row in `term`; their numbers run from the shortest to the longest, and in each
length by folded key, status and evidence, so that whatever is read in order of number comes best
first, and all terms of about one length lie together (`length`). `words` (FTS5) leads from a folded
word, or its folded dictionary form, to the terms that hold it; `form` from an inflected form to its
dictionary forms, so that no analyser is needed to ask; `also` holds the forms that entries give
themselves, `country` and `whose` whose a homonym is (`store.country_table`); `near` from a word's
start with up to two letters left out to the word: two words that differ by a typo meet there
(SymSpell, W. Garbe, with a prefix of seven letters). Entries lie in `concept` as JSON.

`open_index` opens; the questions that can be asked are the methods of `Index`. How the answers are
ranked is `matching.lookup`'s business, where the file lies `store.index_place`'s. Nothing heavy is
imported: a look-up must start at once.
"""
# pathlib takes as long to import as the rest of a look-up.
# ruff: noqa: PTH123

from __future__ import annotations

import os
import sys

from vnru_terms.store.plain_json import parse_json

try:
    # The module behind sqlite3, whose own import brings datetime along.
    from _sqlite3 import Error as Error
    from _sqlite3 import connect
except ImportError:
    from sqlite3 import Error as Error
    from sqlite3 import connect

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from sqlite3 import Connection
    from typing import Any

SCHEMA_VERSION = 12
# “vnru”: tells our file from any other SQLite file.
APPLICATION_ID = 0x766E7275
# The rows of `meta` that a question may ask for.
_META = frozenset(
    ("analyser", "inflecting", "languages", "problems", "problems_said", "subject_fields")
)
_COLUMNS = "SELECT number, concept, language, position, status, surface, folded FROM "
_JOINED = "replace(folded, ' ', '')"
# Typos beyond the first letters are left to the comparison that follows; the table stays small.
_NEAR_PREFIX = 7
# From this length on, two typos in a word are forgiven; both words must have it.
LONG_WORD = 7
# What one question may name; more would be no question of a person.
_MOST_VALUES = 900


class TermRow:
    """A term as the index keeps it; `status` counts from preferred (0) to superseded (3)."""

    __slots__ = ("concept", "folded", "language", "number", "position", "status", "surface")

    def __init__(
        self,
        number: int,
        concept: int,
        language: str,
        position: int,
        status: int,
        surface: str,
        folded: str,
    ) -> None:
        self.number = number
        self.concept = concept
        self.language = language
        self.position = position
        self.status = status
        self.surface = surface
        self.folded = folded


def deletions(word: str, depth: int | None = None) -> set[str]:
    """The start of a word with up to `depth` letters left out: one, or two in a long word.

    >>> sorted(deletions("tir"))
    ['ir', 'ti', 'tir', 'tr']
    """
    start = word[:_NEAR_PREFIX]
    found = last = {start}
    for _ in range((2 if len(word) >= LONG_WORD else 1) if depth is None else depth):
        last = {w[:i] + w[i + 1 :] for w in last if len(w) > 1 for i in range(len(w))}
        found = found | last
    return found


class Index:
    """An open index. Its state is the connection; close it, or use it in a `with` statement."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.meta: dict[str, str] = dict(connection.execute("SELECT key, value FROM meta"))
        self._lemmas: dict[str, dict[str, list[str]]] = {}

    def __enter__(self) -> Index:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    @property
    def connection(self) -> Connection:
        """For the tables of other modules (`store.term_table`)."""
        return self._connection

    def values(self, concept: int) -> dict[str, Any]:
        """A concept entry by its number, as `entry_to_json` spells it; links are symmetric.

        Raises ValueError where there is none: a term's row names it, so the index is damaged.
        """
        sql = "SELECT entry FROM concept WHERE number = ?"
        row = self._connection.execute(sql, (concept,)).fetchone()
        if row is None:
            raise ValueError(f"the index has no concept {concept}")
        found: dict[str, Any] = parse_json(row[0])
        return found

    def head(self, id: str) -> str:
        """The head term of the concept with this id, or an empty string."""
        row = self._connection.execute("SELECT head FROM concept WHERE id = ?", (id,)).fetchone()
        return str(row[0]) if row else ""

    def subject_label(self, slug: str, language: str) -> str:
        """The label of a subject field in a language, or its slug."""
        labels = parse_json(self.meta["subject_fields"])
        return str(labels.get(slug, {}).get(language) or slug)

    @property
    def inflecting(self) -> list[str]:
        """The languages whose words have rows in `form`."""
        return self.meta["inflecting"].split()

    @property
    def problems(self) -> int:
        """How many errors the glossary had when this index was built."""
        return int(self.meta["problems"])

    def same(self, folded: str, languages: Sequence[str]) -> list[TermRow]:
        """Terms with this folded key."""
        return self._terms("folded = ?", [folded], languages, at_most=-1)

    def given(self, folded: str, languages: Sequence[str]) -> list[TermRow]:
        """Terms of which the entry itself gives this as a form (`forms:`)."""
        where = "number IN (SELECT term FROM also WHERE also.folded = ?)"
        return self._terms(where, [folded], languages, at_most=-1)

    def joined(self, keys: Iterable[str], languages: Sequence[str], at_most: int) -> list[TermRow]:
        """Terms with one of these folded keys once the spaces are gone."""
        values = list(keys)[:_MOST_VALUES]
        return self._terms(f"{_JOINED} IN ({_marks(values)})", values, languages, at_most)

    def beginning(self, folded: str, languages: Sequence[str], at_most: int) -> list[TermRow]:
        """Terms whose folded key begins so and goes on; all if `at_most` is -1.

        Of too many, those where the last word ends there come before those where it goes on.
        """
        found: list[TermRow] = []
        for first, last in (
            (folded + " ", folded + " \U0010ffff"),
            (folded + "!", folded + "\U0010ffff"),
        ):
            left = at_most - len(found) if at_most >= 0 else -1
            # In the order of the keys, which costs no sorting.
            found += self._rows(
                "term WHERE folded > ? AND folded < ?", [first, last], languages, "", left
            )
        return found

    def holding(
        self,
        words: Sequence[Iterable[str]],
        languages: Sequence[str],
        at_most: int,
        lengths: tuple[int, int] | None = None,
    ) -> list[TermRow]:
        """Terms that hold, in any order, one of the alternatives for every word; shortest first.

        `lengths` are the least and the greatest length of their folded keys.
        """
        match = " AND ".join(
            "(" + " OR ".join(f'"{form}"' for form in list(forms)[:_MOST_VALUES]) + ")"
            for forms in words
        )
        first, last = self._numbers(lengths) if lengths else (0, 1 << 62)
        # CROSS: the words first, in order of number, so that the limit ends the search.
        return self._rows(
            "words CROSS JOIN term ON term.number = words.rowid"
            " WHERE words MATCH ? AND words.rowid BETWEEN ? AND ?",
            [match, first, last],
            languages,
            " ORDER BY words.rowid",
            at_most,
        )

    def lemmas(self, words: Iterable[str], language: str) -> dict[str, list[str]]:
        """For every folded word its folded dictionary forms in a language, itself if unknown."""
        known = self._lemmas.setdefault(language, {})
        wanted = [word for word in dict.fromkeys(words) if word not in known]
        for start in range(0, len(wanted), _MOST_VALUES):
            part = wanted[start : start + _MOST_VALUES]
            rows = self._connection.execute(
                f"SELECT form, lemma FROM form WHERE form IN ({_marks(part)}) AND language = ?",
                [*part, language],
            )
            for form, lemma in rows:
                known.setdefault(form, []).append(lemma)
        return {word: known.setdefault(word, [word]) for word in words}

    def near(self, word: str, depth: int | None = None) -> list[str]:
        """Words of the index that may be a typo or two away; to be compared letter by letter."""
        variants = sorted(deletions(word, depth))
        rows = self._connection.execute(
            f"SELECT DISTINCT word FROM near WHERE variant IN ({_marks(variants)})", variants
        )
        return [row[0] for row in rows]

    def knows(self, word: str) -> bool:
        """Whether some term holds the folded word, or it is the dictionary form of one that does.

        Words with digits are not asked for typos and count as known.
        """
        row = self._connection.execute(
            "SELECT 1 FROM near WHERE variant = ? AND word = ?", (word[:_NEAR_PREFIX], word)
        )
        return row.fetchone() is not None or not word.isalpha()

    def countries(self, folded: Iterable[str]) -> list[tuple[str, str, str]]:
        """Of these folded words the names of countries, their spelling and the country's code.

        There are none in an index whose homonyms no country tells apart.
        """
        values = list(folded)[:_MOST_VALUES]
        sql = f"SELECT folded, spelled, code FROM country WHERE folded IN ({_marks(values)})"
        return self._connection.execute(sql, values).fetchall()

    def number(self, id: str) -> int:
        """The number of the concept with this id; 0 where there is none."""
        row = self._connection.execute("SELECT number FROM concept WHERE id = ?", (id,)).fetchone()
        return int(row[0]) if row else 0

    def fit(self, concept: int, codes: Iterable[str]) -> int:
        """1 for the concept of one of these countries, -1 for one of others, 0 where all may be."""
        known: dict[str, int] = dict(
            self._connection.execute("SELECT code, fit FROM whose WHERE concept = ?", (concept,))
        )
        return max(known.get(code, known.get("", 0)) for code in codes)

    def _numbers(self, lengths: tuple[int, int]) -> tuple[int, int]:
        """The first and the last number of the terms whose folded keys have these lengths."""
        row = self._connection.execute(
            "SELECT min(first), max(last) FROM length WHERE letters BETWEEN ? AND ?", lengths
        ).fetchone()
        return (row[0], row[1]) if row[0] is not None else (0, -1)

    def _terms(
        self, where: str, values: Sequence[object], languages: Sequence[str], at_most: int
    ) -> list[TermRow]:
        return self._rows(f"term WHERE {where}", values, languages, " ORDER BY number", at_most)

    def _rows(
        self,
        source: str,
        values: Sequence[object],
        languages: Sequence[str],
        order: str,
        at_most: int,
    ) -> list[TermRow]:
        chosen = f" AND language IN ({_marks(languages)})"
        sql = f"{_COLUMNS}{source}{chosen}{order} LIMIT ?"
        rows = self._connection.execute(sql, [*values, *languages, at_most])
        return [TermRow(*row) for row in rows]


def open_index(
    path: str | os.PathLike[str], fingerprint: str, *, any_analyser: bool = False
) -> Index | None:
    """The index in a file, or None where there is none, or it is damaged, foreign or stale.

    With `any_analyser` its forms may be those of an analyser that is not installed any more.
    """
    index = None
    try:
        if not _is_whole(os.fspath(path)):
            return None
        connection = connect(f"file:{_quoted(os.fspath(path))}?mode=ro&immutable=1", uri=True)
        index = Index(connection)
        is_ours = index.meta.get("fingerprint") == fingerprint and index.meta.keys() >= _META
        if is_ours and (any_analyser or _analyser_is_there(index)):
            return index
    except (OSError, Error, ValueError):
        pass
    if index is not None:
        index.close()
    return None


def _analyser_is_there(index: Index) -> bool:
    """Whether the analyser by which the forms were made is the one that is installed.

    An index that came with the program names none: it has all forms, and nobody makes it anew.
    """
    return all(os.path.isdir(name) for name in index.meta["analyser"].split("\n") if name)  # noqa: PTH112


def _is_whole(name: str) -> bool:
    """Whether the file's head is that of our index and the file is as long as its head says."""
    with open(name, "rb") as file:
        head = file.read(100)
        size = file.seek(0, os.SEEK_END)

    def number(at: int, width: int = 4) -> int:
        return int.from_bytes(head[at : at + width], "big")

    # The fields of a database's header: https://www.sqlite.org/fileformat.html
    page = 65536 if number(16, 2) == 1 else number(16, 2)
    return (
        head.startswith(b"SQLite format 3\0")
        and number(60) == SCHEMA_VERSION
        and number(68) == APPLICATION_ID
        # A file cut short opens well and fails later.
        and number(28) * page == size > 0
    )


def _quoted(name: str) -> str:
    """An absolute path as the path of a URI."""
    plain = os.path.abspath(name)  # noqa: PTH100
    if sys.platform == "win32":
        plain = "/" + plain.replace("\\", "/")
    safe = b"/-_.~:"
    return "".join(
        chr(b) if b in safe or (chr(b).isalnum() and b < 128) else f"%{b:02X}"
        for b in os.fsencode(plain)
    )


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))
