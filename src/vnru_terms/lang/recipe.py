"""A term as a language inflects it: words with endings among words that stay as they are.

`Phrase` is what a language is told of a term, `Recipe` what it answers: the tokens of the phrase,
each a fixed string or an `Inflected` word with its spellings by cell. The cells of all inflected
words of a recipe are the same in number and order, so that the form of a cell
is made by taking every word's spelling there: head and modifiers agree without further thought.
A recipe is data: it is kept in the index, and whoever reads it needs no analyser.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from vnru_terms.lang.homographs import Rival

# A word with what a text may put into it (soft hyphen, zero-width characters, combining marks),
# inner apostrophes and hyphens; a slot of a formula; or one mark.
_IN_WORD = "\\w\u00ad\u0300-\u036f\u200b-\u200d\u2060\ufeff"
_PIECE = re.compile(
    rf"\{{[^{{}}]*\}}|[^\W_][{_IN_WORD}]*(?:['’ʼ\-\u2010\u2011][^\W_][{_IN_WORD}]*)*|[^\w\s]|_"
)
# Stands for some words of the text, in the middle of a formula.
GAP = "{}"
# Quotation marks and apostrophes; those that stand alone neither make nor break a match.
QUOTES = frozenset("\"'`´′＇‘’‚‛“”„‟«»‹›ʼ")


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a language needs to know of a term; the strings are the values of the YAML keys.

    `forms` are spellings that replace the generated ones. `acronym` says that the term is one,
    `name` that it names a person or a place, `title` that it is what a person is; `pair` is the
    other aspect of a verb.
    """

    text: str
    part_of_speech: str = ""
    gender: str = ""
    number: str = ""
    indeclinable: bool = False
    acronym: bool = False
    name: bool = False
    title: bool = False
    forms: tuple[str, ...] = ()
    pair: str = ""


@dataclass(frozen=True, slots=True)
class Inflected:
    """A word with endings: for every cell its spellings, the one for print first; () is none."""

    cells: tuple[tuple[str, ...], ...]


Token = str | Inflected


@dataclass(frozen=True, slots=True)
class Recipe:
    """One way to say a term: its tokens, and the kind of its cells (noun, verb).

    `text` is the citation form with its capitals and spaces, from which a form is recased; `rivals`
    are other words that have a form of a one-word term.
    """

    text: str
    tokens: tuple[Token, ...]
    kind: str = "fixed"
    rivals: tuple[Rival, ...] = ()

    @property
    def cell_count(self) -> int:
        """How many cells there are; a phrase without inflected words has one."""
        inflected = (token for token in self.tokens if isinstance(token, Inflected))
        return next((len(word.cells) for word in inflected), 1)

    def spellings(
        self, cells: Iterable[int] | None = None
    ) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Every form with its cell, as tokens; all spellings of a cell. All cells, or these."""
        for cell in range(self.cell_count) if cells is None else cells:
            choices = [(t,) if isinstance(t, str) else t.cells[cell] for t in self.tokens]
            if all(choices):
                for tokens in product(*choices):
                    yield cell, tokens


def pieces(text: str) -> Iterator[re.Match[str]]:
    """The words, slots and marks of a term with their places, quotation marks too."""
    return _PIECE.finditer(text)


def split_phrase(text: str) -> list[str]:
    """The words and marks of a term; hyphenated compounds whole, quotation marks left out.

    >>> split_phrase("инициатива «Пояс и путь», 75-летие")
    ['инициатива', 'Пояс', 'и', 'путь', ',', '75-летие']
    """
    found = [piece for piece in _PIECE.findall(text) if piece not in QUOTES]
    found = [GAP if piece.startswith("{") and len(piece) > 1 else piece for piece in found]
    while found and found[-1] == GAP:
        found.pop()
    while found and found[0] == GAP:
        found.pop(0)
    return found


_OPENING_QUOTES, _CLOSING_QUOTES = frozenset("“„«‹"), frozenset("”»›“")


def quoted_places(text: str) -> frozenset[int]:
    """The places of the tokens that stand in quotation marks, behind other words.

    >>> sorted(quoted_places("политика «Действуй на Востоке»")), sorted(quoted_places("«Газпром»"))
    ([1, 2, 3], [])
    """
    places, inside, n = set(), False, 0
    for piece in _PIECE.findall(text):
        if inside and piece in _CLOSING_QUOTES:
            inside = False
        elif piece in _OPENING_QUOTES:
            inside = n > 0
        elif piece not in QUOTES:
            if inside:
                places.add(n)
            n += 1
    return frozenset(places)


def fixed_recipes(phrase: Phrase) -> tuple[Recipe, ...]:
    """The recipes of a language without endings: the phrase, and the spellings given for it."""
    spellings = dict.fromkeys((phrase.text, *phrase.forms))
    return tuple(Recipe(text, tuple(split_phrase(text))) for text in spellings)
