"""The paradigm of an entry's terms, for `lookup --forms`.

A Russian noun phrase is shown case by case, singular before plural, with the marks that Russian
dictionaries use; of other terms the forms are listed once each. Capitals and quotation marks are
those of the term. The forms are those that the index keeps: no analyser is asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vnru_terms.lang import LANGUAGES
from vnru_terms.lang.paradigm import spelled
from vnru_terms.lang.recipe import Inflected, Recipe
from vnru_terms.quick.entry_text import Page
from vnru_terms.quick.words import status_of
from vnru_terms.text.columns import wrapped

_CASES = ("nom", "gen", "dat", "acc", "ins", "loc")
_NOUN = "noun"
_INDENT = 6

# By language and place in it, as `store.term_table.concept_recipes` gives them.
Recipes = Mapping[tuple[str, int], tuple[Recipe, ...]]


def forms_lines(page: Page, recipes: Recipes) -> list[str]:
    """The paradigms of the preferred terms of an entry, as lines for its page."""
    lines: list[str] = []
    for code, _term, its_recipes in _shown(page, recipes):
        for recipe in its_recipes:
            lines += _recipe_lines(recipe, code, page.width)
    return lines


def forms_values(page: Page, recipes: Recipes) -> dict[str, dict[str, list[str]]]:
    """The forms by language and preferred term, for JSON; none where a language has no endings."""
    found: dict[str, dict[str, list[str]]] = {}
    for code, term, its_recipes in _shown(page, recipes):
        forms = dict.fromkeys(form for recipe in its_recipes for _cell, form in spelled(recipe))
        if len(forms) > 1:
            found.setdefault(code, {})[term] = list(forms)
    return found


def _shown(page: Page, recipes: Recipes) -> Iterator[tuple[str, str, tuple[Recipe, ...]]]:
    for code in page.languages:
        for position, term in enumerate(page.sections[code]["terms"]):
            if status_of(term) == "preferred":
                yield code, term["term"], recipes.get((code, position), ())


def _recipe_lines(recipe: Recipe, code: str, width: int) -> list[str]:
    if not any(isinstance(token, Inflected) for token in recipe.tokens):
        return []
    cells = dict(spelled(recipe))
    first = f"  {code:<{_INDENT - 4}}  "
    marks = LANGUAGES[code].marks
    if recipe.kind != _NOUN or "nom" not in marks:
        forms = dict.fromkeys(cells.values())
        return wrapped(", ".join(forms), width, first=first, indent=_INDENT)
    lines = []
    for number, from_cell in (("singular", 0), ("plural", len(_CASES))):
        for place, case in enumerate(_CASES):
            form = cells.get(from_cell + place)
            if form:
                label = f"{marks[number] if not place else '':<4}{marks[case]:<7}"
                lines += wrapped(form, width, first=first + label, indent=_INDENT + len(label))
                first = " " * _INDENT
    return lines
