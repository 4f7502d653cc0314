"""Whose a homonym is: what `distinguish` says of countries, as two tables of the index.

`whose` has for a concept the countries that its line names: 1 for those of the first clause, whose
it is, -1 for those of the others, whose it is not; under the code "" what holds for all countries
besides, -1 where the first clause names some and leaves no room for more. `country` leads from the
words of a question to countries (`lang.countries`); it is there where some concept asks for it.

>>> readings("of Viet Nam, and of other states; of Russia see x")
{'VN': 1, 'RU': -1}
>>> readings("head of government of Germany or Austria")
{'DE': 1, 'AT': 1, '': -1}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from sqlite3 import Connection

from vnru_terms.lang.countries import country_words
from vnru_terms.lang.script import main_language
from vnru_terms.text.typed import fold, spelling, words_of

SCHEMA = """
CREATE TABLE country (
    folded TEXT, spelled TEXT, code TEXT, PRIMARY KEY (folded, spelled, code)
) WITHOUT ROWID;
CREATE TABLE whose (
    concept INTEGER, code TEXT, fit INTEGER NOT NULL, PRIMARY KEY (concept, code)
) WITHOUT ROWID;
CREATE TABLE stage.note (concept INTEGER, note TEXT);
"""
MINE, NOT_MINE = 1, -1
# What stands behind it is not meant; and what says that more are meant than are named.
_NOT = re.compile(r"\b(?:not|but|except|không|trừ|не|кроме)\b")
_MORE = re.compile(
    r"…|\b(?:others?|all|any|third|foreign|states|countries|such as|and so on|khác|các nước|"
    r"други[ехм]\w*|ины[ехм]|прочи[ехм]\w*|вс[её]х|государств\w*|стран\w*)\b"
)
_BRACKETS = re.compile(r"\([^)]*(?:\)|$)")
_WORD = re.compile(r"\w+")
_LONGEST = 6
_Names = dict[tuple[str, ...], list[str]]
_BATCH = 10_000


def put_countries(connection: Connection) -> None:
    """Fill the tables from the lines in `stage.note`."""
    notes = connection.execute("SELECT concept, note FROM stage.note ORDER BY concept")
    while some := list(islice(notes, _BATCH)):
        rows = [(id, code, fit) for id, note in some for code, fit in readings(note).items()]
        connection.executemany("INSERT INTO whose VALUES (?, ?, ?)", rows)
    if connection.execute("SELECT 1 FROM whose LIMIT 1").fetchone():
        connection.executemany("INSERT OR IGNORE INTO country VALUES (?, ?, ?)", _country_rows())


def readings(note: str) -> dict[str, int]:
    """What a line that tells homonyms apart says of whose the concept is, by a country's code."""
    names = _names(main_language(note))
    first, _semicolon, rest = note.partition(";")
    negated = _NOT.search(first)
    if negated:
        first, rest = first[: negated.start()], f"{first[negated.end() :]}; {rest}"
    bare, mine = _without_countries(first, names)
    found = dict.fromkeys(mine, MINE)
    for code in _without_countries(rest, names)[1]:
        found.setdefault(code, NOT_MINE)
    # Those in brackets are examples: a republic with a presidency (Russia, the USA, France).
    if _without_countries(_BRACKETS.sub("", first), names)[1] and not _MORE.search(bare):
        found[""] = NOT_MINE
    return found


def _without_countries(text: str, names: _Names) -> tuple[str, list[str]]:
    """A text without the names of countries, and their codes; a name begins with a capital."""
    words = list(_WORD.finditer(text))
    kept, codes, at, i = [], [], 0, 0
    while i < len(words):
        for length in range(
            min(_LONGEST, len(words) - i) if words[i][0][0].isupper() else 0, 0, -1
        ):
            found = names.get(tuple(word[0].lower() for word in words[i : i + length]))
            if found:
                codes += found
                kept.append(text[at : words[i].start()])
                at = words[i + length - 1].end()
                i += length - 1
                break
        i += 1
    return "".join([*kept, text[at:]]), codes


@cache
def _names(language: str) -> _Names:
    found: _Names = {}
    for words, code, its_language, is_name in country_words():
        # In a note an adjective is mostly one of the language: "in Russian", "the Russian name".
        if is_name and its_language == language:
            found.setdefault(tuple(_WORD.findall(words.lower())), []).append(code)
    return found


def _country_rows() -> Iterator[tuple[str, str, str]]:
    for words, code, _code, _is_name in country_words():
        split = words_of(words)
        yield " ".join(map(fold, split)), " ".join(map(spelling, split)), code
