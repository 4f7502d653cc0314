"""Russian: the forms of a term, from its citation form and what its entry says of it.

A recipe is for matching first: it holds whatever a text may have, the spelling for print first in
each cell, and where the analysis leaves a doubt the term is fixed: a missing form is better than a
wrong one, and `forms` of the entry can say it. `number` of the entry keeps a term to one number,
`indeclinable` keeps its head as it is, `forms` replaces all, what stands in quotation marks stays.

The kinds of terms have their modules: `ru_noun_phrases`, `ru_verbs`, `ru_names`; the words' own
forms are `ru_paradigm`'s. Start at `russian_recipes`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vnru_terms.lang.recipe import (
    Inflected,
    Phrase,
    Recipe,
    Token,
    quoted_places,
    split_phrase,
)
from vnru_terms.lang.ru_homographs import rivals
from vnru_terms.lang.ru_names import person, place
from vnru_terms.lang.ru_noun_phrases import JOINING, is_modifier, is_small, noun_phrase
from vnru_terms.lang.ru_paradigm import adjective_cells
from vnru_terms.lang.ru_verbs import verb_phrase
from vnru_terms.lang.word_lists import entries

# Before a preposition or a particle there is no head: по приглашению, не направлено.
_OPENING = frozenset(
    entries("""
а, без, бы, в, во, для, до, за, и, из, из-за, исходя, к, как, ко, на, над, не, о, об, от, перед, по,
под, при, причём, про, ради, с, со, среди, у, через
""")
)
_ENDINGS_OF_ACRONYM = ("а", "у", "", "ом", "е")
_NOT_FEMALE_END = frozenset("бвгджзклмнпрстфхцчшщ")


def russian_recipes(phrase: Phrase) -> tuple[Recipe, ...]:
    """The ways to say a term, each with all its forms.

    >>> recipe, = russian_recipes(Phrase("чрезвычайный посол", "noun", "masculine"))
    >>> [" ".join(tokens) for cell, tokens in recipe.spellings()][3:5]
    ['чрезвычайного посла', 'чрезвычайным послом']
    """
    if phrase.forms:
        return _given(phrase)
    recipes = []
    for text, pair in {phrase.text: phrase.pair, phrase.pair: phrase.text}.items():
        if not text:
            continue
        tokens = split_phrase(text)
        own = replace(phrase, text=text, pair=pair)
        recipe = _without_quoted(_recipe(own, tokens), tokens)
        if not _holds_citation(recipe, tokens):
            # The analysis went wrong: ветви, which are several, behind adjectives in the singular.
            recipe = Recipe(text, tuple(tokens))
        recipes.append(replace(recipe, rivals=rivals(recipe)))
    return tuple(recipes)


def _without_quoted(recipe: Recipe, tokens: Sequence[str]) -> Recipe:
    """The recipe with what stands in quotation marks as it is: газета «Мир и Вьетнам»."""
    quoted = quoted_places(recipe.text)
    if not quoted or len(recipe.tokens) != len(tokens):
        return recipe
    words = tuple(tokens[i] if i in quoted else token for i, token in enumerate(recipe.tokens))
    return replace(recipe, tokens=words)


def _holds_citation(recipe: Recipe, tokens: Sequence[str]) -> bool:
    wanted = [token.lower() for token in tokens]
    return any([t.lower() for t in found] == wanted for _cell, found in recipe.spellings())


def _given(phrase: Phrase) -> tuple[Recipe, ...]:
    """Forms as the entry lists them: six or twelve are the cases in order, others just spellings.

    A cell may hold two, parted by a slash with spaces.
    """
    cells = tuple(tuple(form.split(" / ")) for form in phrase.forms)
    if len(cells) in (6, 12) and all(len(split_phrase(f)) for cell in cells for f in cell):
        padded = cells + ((),) * (13 - len(cells))
        if phrase.number == "plural" and len(cells) == 6:
            padded = (*((),) * 6, *cells, ())
        return (Recipe(phrase.text, (Inflected(padded),), "noun"),)
    spellings = dict.fromkeys((phrase.text, *(form for cell in cells for form in cell)))
    return tuple(Recipe(phrase.text, tuple(split_phrase(text))) for text in spellings)


def _recipe(phrase: Phrase, tokens: Sequence[str]) -> Recipe:
    fixed = Recipe(phrase.text, tuple(tokens))
    # Во Нгуен Зап begins with no preposition.
    opening = bool(tokens) and tokens[0].lower() in _OPENING and not phrase.name
    if not tokens or (opening and phrase.part_of_speech != "verb"):
        return fixed
    if phrase.name:
        found = person(phrase, tokens) or (place(phrase, tokens[0]) if len(tokens) == 1 else None)
        if found:
            return found
    if phrase.acronym and len(tokens) == 1:
        return _acronym(phrase, tokens[0])
    if phrase.part_of_speech in ("verb", "other", ""):
        found = verb_phrase(phrase, tokens)
        if found:
            return found
    if phrase.part_of_speech == "adjective":
        return _adjectives(phrase, tokens) or fixed
    if phrase.part_of_speech in ("noun", "other", ""):
        found = noun_phrase(phrase, tokens)
        if found:
            return found
        if phrase.part_of_speech != "noun":
            return _adjectives(phrase, tokens) or fixed
    return fixed


def _acronym(phrase: Phrase, token: str) -> Recipe:
    """An acronym, and МИДа beside МИД where its gender and its last letter let it decline."""
    declines = (
        not phrase.indeclinable
        and phrase.gender == "masculine"
        and token[-1:].lower() in _NOT_FEMALE_END
    )
    if not declines:
        return Recipe(phrase.text, (token,))
    endings = ("", *_ENDINGS_OF_ACRONYM)
    cells = tuple(tuple(dict.fromkeys((token + ending, token))) for ending in endings)
    return Recipe(phrase.text, (Inflected((*cells, *((),) * 7)),), "noun")


def _adjectives(phrase: Phrase, tokens: Sequence[str]) -> Recipe | None:
    """A term that is an adjective, or several, with what depends on them."""
    words: list[Token] = list(tokens)
    found = False
    for i, token in enumerate(tokens):
        cells = adjective_cells(token) if is_modifier(token) else None
        if cells:
            words[i] = Inflected(cells)
            found = True
        elif found and token not in JOINING:
            break
        elif not found and not is_small(token):
            return None
    return Recipe(phrase.text, tuple(words), "adjective") if found else None
