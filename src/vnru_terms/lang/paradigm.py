"""The forms of a term as a person reads them: cell by cell, written as the citation form is.

A recipe is data, so that no analyser is needed. Of the spellings of a cell the first is shown:
партией and not партиею. Capitals, spaces and quotation marks are those of the citation form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from vnru_terms.lang.recipe import GAP, QUOTES, Inflected, Recipe, pieces, split_phrase

# Parts of a word that have capitals of their own: Премьер-министр, Кот-д'Ивуар.
_PART = re.compile("([-'’ʼ])")


def spelled(recipe: Recipe) -> Iterator[tuple[int, str]]:
    """The first form of every cell of a recipe, written as the term is."""
    for cell, forms in groupby(recipe.spellings(), key=lambda one: one[0]):
        yield cell, _as_written(next(forms)[1], recipe.text)


def inflected_part(recipe: Recipe) -> Recipe:
    """The recipe from the first word that inflects to the last: подписать of подписать договор."""
    places = [i for i, token in enumerate(recipe.tokens) if isinstance(token, Inflected)]
    words = [piece for piece in pieces(recipe.text) if piece.group() not in QUOTES]
    if len(words) != len(recipe.tokens) or not places:
        return recipe
    first, last = places[0], places[-1]
    text = recipe.text[words[first].start() : words[last].end()]
    return replace(recipe, text=text, tokens=recipe.tokens[first : last + 1])


def _as_written(tokens: tuple[str, ...], citation: str) -> str:
    """The tokens with the capitals, spaces and marks of the citation form."""
    if len(tokens) != len(split_phrase(citation)):
        return recased(" ".join(tokens), citation)
    written, at, left = [], 0, list(tokens)
    for piece in pieces(citation):
        written.append(citation[at : piece.start()])
        at, model = piece.end(), piece.group()
        if model in QUOTES or not left:
            written.append(model)
        elif model.startswith("{"):
            # A slot; one at either end is no token.
            written.append(model)
            if left[0] == GAP:
                left.pop(0)
        else:
            written.append(recased(left.pop(0), model))
    return "".join([*written, citation[at:]])


def recased(form: str, model: str) -> str:
    """A form with its model's capitals, part by part of a compound.

    >>> recased("премьер-министра", "Премьер-министр"), recased("кот-д'ивуара", "Кот-д'Ивуар")
    ('Премьер-министра', "Кот-д'Ивуара")
    >>> recased("мида", "МИД")
    'МИДа'
    """
    if len(model) > 1 and model.isupper():
        # The ending of an acronym stays small.
        whole = form.lower().startswith(model.lower())
        return model + form[len(model) :] if whole else form.upper()
    parts, models = _PART.split(form), _PART.split(model)
    if len(parts) != len(models):
        parts, models = [form], [model]
    return "".join(
        part[:1].upper() + part[1:] if model[:1].isupper() else part
        for part, model in zip(parts, models, strict=True)
    )
