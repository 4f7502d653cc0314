"""The paradigm of an entry's terms, for `lookup --forms`.

Russian forms are shown as its dictionaries and grammars do, with their marks: a noun phrase case by
case, the singular before the plural, an adjective case by case in the three genders and the plural,
a verb by tense, without the words around it. The plural of a proper name is not shown, though
matching knows it. Of other languages the forms are listed once each. The forms are those that the
index keeps: no analyser is asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from vnru_terms.lang import LANGUAGES
from vnru_terms.lang.paradigm import inflected_part, spelled
from vnru_terms.lang.recipe import Inflected, Recipe
from vnru_terms.model import Kind
from vnru_terms.quick.entry_text import Page
from vnru_terms.quick.words import status_of
from vnru_terms.store.term_phrases import is_proper_name
from vnru_terms.text.columns import wrapped

_CASES = ("nom", "gen", "dat", "acc", "ins", "loc")
_GENDERS = range(4)
_INDENT = 6
_LABEL = 9
# Rows of a verb: the mark, and its cells in `lang.paradigm.LABELS`.
_PRESENT, _ACTIVE_PRESENT, _PASSIVE_PAST = range(1, 7), 14, 17
_VERB = (
    ("infinitive", (0,)),
    ("present", _PRESENT),
    ("past", range(7, 11)),
    ("imperative", (11, 12)),
    ("gerund", (13,)),
    ("participle", range(14, 18)),
    ("short", range(18, 22)),
)


# By language and place in it, as `store.term_table.concept_recipes` gives them.
Recipes = Mapping[tuple[str, int], tuple[Recipe, ...]]


@dataclass(frozen=True, slots=True)
class _Shown:
    """A preferred term of a page: what its forms are shown by, and its recipes."""

    language: str
    text: str
    number: str
    indeclinable: bool
    is_proper_name: bool
    recipes: tuple[Recipe, ...]

    def forms(self, recipe: Recipe) -> dict[int, str]:
        """The forms to show by cell."""
        cells = dict(spelled(recipe))
        one_only = self.is_proper_name and recipe.kind == "noun" and 0 in cells
        return {cell: form for cell, form in cells.items() if not one_only or cell < len(_CASES)}


def forms_lines(page: Page, recipes: Recipes) -> list[str]:
    """The paradigms of the preferred terms of an entry, as lines for its page."""
    lines: list[str] = []
    for term in _shown(page, recipes):
        for recipe in term.recipes:
            first = f"  {term.language:<{_INDENT - 4}}  "
            for label, text in _rows(recipe, term):
                indent = _INDENT + len(label)
                lines += wrapped(text, page.width, first=first + label, indent=indent)
                first = " " * _INDENT
    return lines


def forms_values(page: Page, recipes: Recipes) -> dict[str, dict[str, list[str]]]:
    """The forms by language and preferred term, for JSON; none where a language has no endings."""
    found: dict[str, dict[str, list[str]]] = {}
    for term in _shown(page, recipes):
        forms = dict.fromkeys(
            form for recipe in term.recipes for form in term.forms(recipe).values()
        )
        if len(forms) > 1:
            found.setdefault(term.language, {})[term.text] = list(forms)
    return found


def _shown(page: Page, recipes: Recipes) -> Iterator[_Shown]:
    kind = Kind(page.values.get("kind") or Kind.TERM)
    for code in page.languages:
        for position, term in enumerate(page.sections[code]["terms"]):
            if status_of(term) == "preferred":
                yield _Shown(
                    code,
                    term["term"],
                    term.get("number") or "",
                    bool(term.get("indeclinable")),
                    is_proper_name(term["term"], kind),
                    recipes.get((code, position), ()),
                )


def _rows(recipe: Recipe, term: _Shown) -> Iterator[tuple[str, str]]:
    """The lines of a paradigm: a label in its column, and what it labels."""
    marks = LANGUAGES[term.language].marks
    cells = term.forms(recipe)
    if not any(isinstance(token, Inflected) for token in recipe.tokens):
        if term.indeclinable and "indeclinable" in marks:
            yield "", f"{term.text} {marks['indeclinable']}"
    elif "nom" not in marks:
        yield "", ", ".join(dict.fromkeys(cells.values()))
    elif recipe.kind == "noun":
        yield from _noun_rows(cells, term.number, marks)
    elif recipe.kind == "adjective":
        yield from _adjective_rows(cells, marks)
    else:
        yield from _verb_rows(recipe, LANGUAGES[term.language].verb_marks)


def _noun_rows(
    cells: Mapping[int, str], number: str, marks: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Case by case; the number is not named where heads differ in it: наука и технологии."""
    both = 0 in cells and len(_CASES) in cells
    column = "" if not both and 0 in cells and not number else " " * 4
    for name, start in (("singular", 0), ("plural", len(_CASES))):
        named = both or start or number
        for place, case in enumerate(_CASES):
            if start + place in cells:
                mark = marks[name] if named and not place else ""
                yield f"{mark:<{len(column)}}{marks[case]:<7}", cells[start + place]


def _adjective_rows(
    cells: Mapping[int, str], marks: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Case by case, in the genders and the plural; of things and of persons in the accusative."""
    for place, case in enumerate(_CASES):
        forms = []
        for gender in _GENDERS:
            start = gender * len(_CASES)
            form = cells.get(start + place, "")
            if case == "acc" and gender in (0, 3):
                form = f"{cells[start]} / {cells[start + 1]}"
            forms.append(form)
        yield f"{marks[case]:<7}", ", ".join(forms)


def _verb_rows(recipe: Recipe, marks: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Tense by tense; the first row has the whole term, the others what inflects."""
    cells = dict(spelled(inflected_part(recipe)))
    for name, places in _VERB:
        forms = dict.fromkeys(cells[place] for place in places if place in cells)
        # A verb that has no such participle is perfective.
        tense = "future" if name == "present" and _ACTIVE_PRESENT not in cells else name
        # Hardly anyone says принимаем of what is accepted.
        if forms and (name != "short" or _PASSIVE_PAST in cells):
            texts = [recipe.text] if name == "infinitive" else list(forms)
            yield f"{marks[tense]:<{_LABEL}}", ", ".join(texts)
