"""The terms of an index by the words of a text: what of a million concepts one document can hold.

Every recipe of a term (`lang.recipe`) lies under two of its words that are neighbours, the rarest
such pair in the termbase, or under its one word (`anchor`). An inflected word lies once, with all
its cells (`inflected`); it stands in anchors by its class, what all its spellings begin with, and
any of its spellings leads there (`spelled`). So a text's words and neighbours lead to few recipes,
and of those the ones are given whose other words are there too. Nothing is analysed here: forms
are data.

`store.term_table_build` writes the tables.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from sqlite3 import Connection
from typing import Any, NamedTuple

from vnru_terms.lang import LANGUAGES, Language
from vnru_terms.lang.homographs import Rival
from vnru_terms.lang.recipe import GAP, Inflected, Recipe, Token, split_phrase
from vnru_terms.lang.recipe_keys import keys_of, variants
from vnru_terms.model import ConceptEntry
from vnru_terms.store.entry_json import entry_from_json

# Between the tokens of a recipe, between cells, between the spellings of a cell.
TOKENS, CELLS, SPELLINGS = "\x1f", "\n", "|"
# Before the number and the class of an inflected word among tokens.
WORD = "\x1e"
_MOST_VALUES = 900


_Row = tuple[str, int, str, str, str, str, str, list[str], str]


class TermRecipes(NamedTuple):
    """A term of the index, its gender, its concept's kind, and its recipes."""

    concept: str
    position: int
    text: str
    gender: str
    kind: str
    recipes: tuple[Recipe, ...]


def fetch_recipes(
    connection: Connection,
    language: str,
    vocabulary: Collection[str],
    pairs: Collection[tuple[str, str]],
) -> Iterator[TermRecipes]:
    """The terms of a language whose words are all among the keys of a text, in order.

    `pairs` are the keys that stand side by side in the text.
    """
    record = LANGUAGES[language]
    there = set(vocabulary)
    classes = _rows_by_key(connection, "spelled", language, there)
    known = {name for names in classes.values() for name in names}
    anchors = there | known
    none: list[str] = []
    for one, other in pairs:
        firsts, seconds = [one, *classes.get(one, none)], [other, *classes.get(other, none)]
        anchors.update(f"{a} {b}" for a in firsts for b in seconds)
    found = _rows_by_key(connection, "anchor", language, anchors)
    numbers = {number for numbers in found.values() for number in numbers}
    rows = list(_recipe_rows(connection, sorted(numbers)))
    beside = set(pairs)
    held = [row for row in rows if _is_held(row, there, known, record, beside)]
    yield from _terms_of(connection, held)


def all_recipes(connection: Connection, language: str) -> Iterator[TermRecipes]:
    """All terms of a language, in order: for a text so long that it holds most of them."""
    rows = _parsed(
        connection.execute(f"{_RECIPE} WHERE language = ? ORDER BY recipe.number", (language,))
    )
    yield from _terms_of(connection, list(rows))


def _terms_of(connection: Connection, held: Sequence[_Row]) -> Iterator[TermRecipes]:
    cells = _cells(connection, {number_of(t) for row in held for t in row[7] if t[:1] == WORD})
    terms: dict[tuple[str, int, str, str, str], list[Recipe]] = {}
    for concept, position, text, gender, sort, kind, citation, tokens, rivals in held:
        recipe = Recipe(citation, _spelled(tokens, cells), kind, _rivals(rivals))
        terms.setdefault((concept, position, text, gender, sort), []).append(recipe)
    for key, recipes in terms.items():
        yield TermRecipes(*key, tuple(recipes))


def concept_recipes(
    connection: Connection, concept: int
) -> dict[tuple[str, int], tuple[Recipe, ...]]:
    """The recipes of a concept's terms, by language and place in it; `concept` is its number."""
    found: dict[tuple[str, int], tuple[Recipe, ...]] = {}
    for language in LANGUAGES:
        rows = connection.execute(
            f"{_RECIPE} WHERE recipe.concept = ? AND language = ? ORDER BY recipe.number",
            (concept, language),
        )
        for term in _terms_of(connection, list(_parsed(rows))):
            found[language, term.position] = term.recipes
    return found


def entry_named(connection: Connection, id: str) -> ConceptEntry | None:
    """The concept entry with this id, or None."""
    row = connection.execute("SELECT entry FROM concept WHERE id = ?", (id,)).fetchone()
    return entry_from_json(json.loads(row[0])) if row else None


_RECIPE = (
    "SELECT concept.id, position, text, gender, sort, kind, citation, tokens, rivals"
    " FROM recipe JOIN concept ON concept.number = recipe.concept"
)


def _recipe_rows(connection: Connection, numbers: Sequence[int]) -> Iterator[_Row]:
    for part in _parts(numbers):
        yield from _parsed(
            connection.execute(
                f"{_RECIPE} WHERE recipe.number IN ({_marks(part)}) ORDER BY recipe.number", part
            )
        )


def _parsed(rows: Iterable[tuple[Any, ...]]) -> Iterator[_Row]:
    for id, position, text, gender, sort, kind, citation, tokens, rivals in rows:
        citation = citation or text
        split = _split(tokens, citation)
        yield id, position, text, gender, sort, kind, citation, split, rivals


def _split(tokens: str, citation: str) -> list[str]:
    return tokens.split(TOKENS) if tokens else split_phrase(citation)


def _spelled(tokens: Sequence[str], cells: Mapping[int, Inflected]) -> tuple[Token, ...]:
    return tuple(cells[number_of(t)] if t[:1] == WORD else t for t in tokens)


def number_of(token: str) -> int:
    """The number of an inflected word from its token, `WORD`, number, colon and class."""
    return int(token[1 : token.index(":")])


def class_of(token: str) -> str:
    """The class of an inflected word from its token."""
    return token[token.index(":") + 1 :]


def _is_held(
    row: _Row, there: set[str], known: set[str], language: Language, beside: set[tuple[str, str]]
) -> bool:
    """Whether every word of a recipe is in the text, plain neighbours side by side."""
    keys = keys_of(language)
    previous = ""
    for token in row[7]:
        key = "" if token[:1] == WORD or token == GAP else keys[token]
        if key in there:
            if previous and key != "-" and (previous, key) not in beside:
                return False
            previous = key if key != "-" else ""
            continue
        previous = ""
        if token[:1] == WORD:
            if class_of(token) not in known:
                return False
        elif token != GAP:
            ways = variants(token, language, keys)
            if not any(all(key in there or key == "-" for key in way) for way in ways):
                return False
    return True


def _cells(connection: Connection, numbers: set[int]) -> dict[int, Inflected]:
    found = {}
    for part in _parts(sorted(numbers)):
        for number, cells in connection.execute(
            f"SELECT number, cells FROM inflected WHERE number IN ({_marks(part)})", part
        ):
            found[number] = parse_cells(cells)
    return found


def parse_cells(text: str) -> Inflected:
    """An inflected word from the column `cells`."""
    return Inflected(
        tuple(tuple(cell.split(SPELLINGS)) if cell else () for cell in text.split(CELLS))
    )


def _rivals(text: str) -> tuple[Rival, ...]:
    rows = [row.split(SPELLINGS) for row in text.split(CELLS)] if text else []
    return tuple(Rival(form, part, float(share)) for form, part, share in rows)


def _rows_by_key(
    connection: Connection, table: str, language: str, keys: Collection[str]
) -> dict[str, list[Any]]:
    """What a table has under keys of a language, key by key."""
    found: dict[str, list[Any]] = {}
    start = len(language) + 1
    for part in _parts(sorted(f"{language} {key}" for key in keys)):
        for key, value in connection.execute(
            f"SELECT key, value FROM {table} WHERE key IN ({_marks(part)})", part
        ):
            found.setdefault(key[start:], []).append(value)
    return found


def _parts(values: Sequence[object]) -> Iterator[Sequence[object]]:
    for start in range(0, len(values), _MOST_VALUES):
        yield values[start : start + _MOST_VALUES]


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))
