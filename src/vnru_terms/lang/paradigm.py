"""The forms of a term as a person reads them: a row a cell, with the citation form's capitals.

`paradigm` takes a recipe, which is data, so that no analyser is needed. Of the spellings of a cell
the first is shown: партией and not партиею. `LABELS` names the cells of each kind of recipe with
codes; whoever shows them translates them.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from vnru_terms.lang.recipe import QUOTES, Inflected, Recipe, split_phrase

_CASES = ("nominative", "genitive", "dative", "accusative", "instrumental", "prepositional")
# The labels of a cell: case and number, or person and number, or the name of a verb's form.
RUSSIAN_NOUN = (
    *((case, number) for number in ("singular", "plural") for case in _CASES),
    ("paucal", ""),
)
RUSSIAN_ADJECTIVE = tuple(
    (case, gender) for gender in ("masculine", "feminine", "neuter", "plural") for case in _CASES
)
RUSSIAN_VERB = (
    ("infinitive", ""),
    *((f"{person}", number) for number in ("singular", "plural") for person in "123"),
    ("past", "masculine"), ("past", "feminine"), ("past", "neuter"), ("past", "plural"),
    ("imperative", "singular"), ("imperative", "plural"), ("gerund", ""),
    ("active participle", "present"), ("active participle", "past"),
    ("passive participle", "present"), ("passive participle", "past"),
    ("short participle", "masculine"), ("short participle", "feminine"),
    ("short participle", "neuter"), ("short participle", "plural"),
)  # fmt: skip
ENGLISH_NOUN = (("singular", ""), ("plural", ""))
ENGLISH_VERB = (
    ("infinitive", ""), ("third person", ""), ("past", ""), ("past participle", ""), ("-ing", ""),
)  # fmt: skip
LABELS: dict[tuple[str, int], tuple[tuple[str, str], ...]] = {
    ("noun", 13): RUSSIAN_NOUN,
    ("adjective", 24): RUSSIAN_ADJECTIVE,
    ("verb", 22): RUSSIAN_VERB,
    ("noun", 2): ENGLISH_NOUN,
    ("verb", 5): ENGLISH_VERB,
}
_PIECE = re.compile(r"\{[^{}]*\}|[^\W_][\w'’ʼ\-\u2010\u2011]*|[^\w\s]|_")


class Row(NamedTuple):
    """A form and its labels: `("genitive", "singular")`; the second may be ''."""

    labels: tuple[str, str]
    text: str


def paradigm(recipe: Recipe) -> tuple[Row, ...]:
    """The forms of a recipe in order; () where it has one form only. The paucal is left out.

    >>> from vnru_terms.lang.recipe import Phrase
    >>> from vnru_terms.lang.ru_forms import russian_recipes
    >>> recipe, = russian_recipes(Phrase("Премьер-министр «Х»", "noun", "masculine"))
    >>> paradigm(recipe)[1]
    Row(labels=('genitive', 'singular'), text='Премьер-министра «Х»')
    """
    count = next((len(t.cells) for t in recipe.tokens if isinstance(t, Inflected)), 0)
    labels = LABELS.get((recipe.kind, count))
    if labels is None:
        return ()
    first: dict[int, tuple[str, ...]] = {}
    for cell, tokens in recipe.spellings():
        first.setdefault(cell, tokens)
    return tuple(
        Row(labels[cell], _as_written(tokens, recipe.text))
        for cell, tokens in first.items()
        if labels[cell][0] != "paucal"
    )


def _as_written(tokens: tuple[str, ...], citation: str) -> str:
    """The tokens with the capitals, spaces and marks of the citation form."""
    if len(tokens) != len(split_phrase(citation)):
        return _recased(" ".join(tokens), citation)
    pieces, at, left = [], 0, list(tokens)
    for match in _PIECE.finditer(citation):
        pieces.append(citation[at : match.start()])
        at = match.end()
        plain = match.group() in QUOTES or match.group().startswith("{") or not left
        pieces.append(match.group() if plain else _recased(left.pop(0), match.group()))
    return "".join([*pieces, citation[at:]])


def _recased(form: str, model: str) -> str:
    """A form with its model's capitals, part by part of a compound: Премьер-министра."""
    parts, models = form.split("-"), model.split("-")
    if len(parts) != len(models):
        parts, models = [form], [model]
    return "-".join(
        part[:1].upper() + part[1:] if model[:1].isupper() else part
        for part, model in zip(parts, models, strict=True)
    )
