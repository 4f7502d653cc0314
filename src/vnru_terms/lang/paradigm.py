"""The forms of a term as a person reads them: cell by cell, written as the citation form is.

A recipe is data, so that no analyser is needed. Of the spellings of a cell the first is shown:
партией and not партиею. Capitals, spaces and quotation marks are those of the citation form.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from vnru_terms.lang.recipe import Recipe, split_phrase


def spelled(recipe: Recipe) -> Iterator[tuple[int, str]]:
    """The first form of every cell of a recipe, written as the term is."""
    for cell, forms in groupby(recipe.spellings(), key=lambda one: one[0]):
        yield cell, _in_place_of(recipe.text, next(forms)[1])


def _in_place_of(text: str, tokens: tuple[str, ...]) -> str:
    """The term's text with other tokens in the places of its own, with its capitals."""
    written, at = [], 0
    citation = split_phrase(text)
    if len(citation) != len(tokens):
        return " ".join(tokens)
    for old, new in zip(citation, tokens, strict=True):
        start = text.find(old, at)
        if start < 0:
            return " ".join(tokens)
        written += [text[at:start], _recased(new, old)]
        at = start + len(old)
    return "".join(written) + text[at:]


def _recased(form: str, like: str) -> str:
    if like.isupper() and len(like) > 1:
        # An acronym's ending stays small: МИДа.
        return like + form[len(like) :] if form.lower().startswith(like.lower()) else form.upper()
    pieces, models = form.split("-"), like.split("-")
    if len(pieces) != len(models):
        return form[:1].upper() + form[1:] if like[:1].isupper() else form
    return "-".join(
        piece[:1].upper() + piece[1:] if model[:1].isupper() else piece
        for piece, model in zip(pieces, models, strict=True)
    )
