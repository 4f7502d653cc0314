"""Russian: the forms of a term, from its citation form and what its entry says of it.

A noun phrase: the head noun inflects, the adjectives before it that agree follow, and so does a
participle after a comma behind it; heads joined by a conjunction or a comma inflect together; what
stands after a head (a genitive, a prepositional phrase, a name in quotation marks) stays as it is.
Of a verb phrase the infinitive inflects, with its participles. `number` of the entry keeps a term
to one number, `indeclinable` keeps its head as it is, `forms` replaces all. What cannot be analysed
without doubt is left fixed: a missing form is better than a wrong one, and `forms` can say it.

The words' own forms are `ru_paradigm`'s. Start at `russian_recipes`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from vnru_terms.lang.recipe import (
    Inflected,
    Phrase,
    Recipe,
    Token,
    quoted_places,
    split_phrase,
)
from vnru_terms.lang.ru import parses_of
from vnru_terms.lang.ru_grammar import readings
from vnru_terms.lang.ru_homographs import rivals
from vnru_terms.lang.ru_names import person, place
from vnru_terms.lang.ru_paradigm import (
    NOUN_LABELS,
    VERB_LABELS,
    Cells,
    Noun,
    adjective,
    adjective_cells,
    agreeing_cells,
    noun,
    substantive,
    verb_cells,
)
from vnru_terms.lang.word_lists import entries
from vnru_terms.text.normalise import DASHES

_JOINING = frozenset(("и", "или", "либо", ",", "/", *DASHES))
# Before a preposition or a particle there is no head: по приглашению, не направлено.
_OPENING = frozenset(
    entries("""
а, без, бы, в, во, для, до, за, и, из, из-за, исходя, к, как, ко, на, над, не, о, об, от, перед, по,
под, при, причём, про, ради, с, со, среди, у, через
""")
)
# Possessives without endings, before a noun: Его Превосходительство.
_THEIR = entries("его, ее, её, их")
_ENDINGS_OF_ACRONYM = ("а", "у", "", "ом", "е")
_NOT_FEMALE_END = frozenset("бвгджзклмнпрстфхцчшщ")
# Second words that take the case of the first without a conjunction: город Хошимин.
_WITH_NAME = frozenset(("город", "господин", "госпожа", "товарищ"))


def russian_recipes(phrase: Phrase) -> tuple[Recipe, ...]:
    """The ways to say a term, each with all its forms.

    >>> recipe, = russian_recipes(Phrase("чрезвычайный посол", "noun", "masculine"))
    >>> [" ".join(tokens) for cell, tokens in recipe.spellings()][3:5]
    ['чрезвычайного посла', 'чрезвычайным послом']
    """
    if phrase.forms:
        return _given(phrase)
    texts = [phrase.text, *([phrase.pair] if phrase.pair else [])]
    recipes = []
    for text in dict.fromkeys(texts):
        tokens = split_phrase(text)
        recipe = _without_quoted(_recipe(replace(phrase, text=text), tokens), tokens)
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
    opening = bool(tokens) and tokens[0].lower() in _OPENING
    if not tokens or (opening and phrase.part_of_speech != "verb"):
        return fixed
    if phrase.name:
        found = person(phrase, tokens) or (place(phrase, tokens[0]) if len(tokens) == 1 else None)
        if found:
            return found
    if phrase.acronym and len(tokens) == 1:
        return _acronym(phrase, tokens[0])
    if phrase.part_of_speech in ("verb", "other", ""):
        found = _verb_phrase(phrase, tokens)
        if found:
            return found
    if phrase.part_of_speech == "adjective":
        return _adjectives(phrase, tokens) or fixed
    if phrase.part_of_speech in ("noun", "other", ""):
        found = _noun_phrase(phrase, tokens)
        if found:
            return found
        if not phrase.part_of_speech:
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


# --- verbs


def _verb_phrase(phrase: Phrase, tokens: Sequence[str]) -> Recipe | None:
    words: list[Token] = list(tokens)
    found = False
    for i, token in enumerate(tokens):
        if found and (i < 2 or tokens[i - 1] != "и"):
            continue
        if not _is_infinitive(token, guess=phrase.part_of_speech == "verb" and not found):
            if not found and phrase.part_of_speech != "verb" and i > 0:
                return None
            continue
        cells = verb_cells(token)
        if cells is None:
            continue
        words[i] = Inflected(cells)
        if token.lower() == "быть" and i + 1 < len(tokens):
            passive = _predicate(tokens[i + 1])
            if passive:
                words[i + 1] = Inflected(passive)
        found = True
    return Recipe(phrase.text, tuple(words), "verb") if found else None


def _is_infinitive(word: str, *, guess: bool) -> bool:
    """Whether a word is a verb; one that the dictionary lacks only by its ending, if asked."""
    if any(r.part_of_speech == "INFN" for r in readings(word)):
        return True
    return guess and not readings(word) and word.endswith(("ть", "ться")) and len(word) > 6


def _predicate(participle: str) -> Cells | None:
    """What stands beside each form of быть for a citation with the instrumental: быть принятым."""

    for parse in parses_of(participle.lower()):
        if parse.tag.POS == "PRTF" and "ablt" in parse.tag:
            break
    else:
        return None
    forms: dict[str, list[str]] = {"masc": [], "femn": [], "neut": [], "plur": []}
    for form in parse.lexeme:
        tag = form.tag
        if tag.tense == parse.tag.tense and tag.voice == parse.tag.voice:
            gender = "plur" if "plur" in tag.grammemes else str(tag.gender)
            if tag.POS == "PRTS":
                forms[gender].insert(0, form.word)
            elif tag.POS == "PRTF" and tag.case == "ablt":
                forms[gender].append(form.word)
    singular = forms["masc"] + forms["femn"]
    cells = {
        "infn": [*forms["masc"][1:2], *singular, *forms["plur"], *forms["neut"]],
        "past masc": forms["masc"], "past femn": forms["femn"],
        "past neut": forms["neut"], "past plur": forms["plur"],
        "1per sing": singular, "2per sing": singular, "3per sing": singular + forms["neut"],
        "1per plur": forms["plur"], "2per plur": forms["plur"], "3per plur": forms["plur"],
        "impr sing": singular, "impr plur": forms["plur"],
        "grnd": singular + forms["plur"],
    }  # fmt: skip
    return tuple(tuple(dict.fromkeys(cells.get(label, ()))) for label in VERB_LABELS)


# --- adjectives


def _adjectives(phrase: Phrase, tokens: Sequence[str]) -> Recipe | None:
    """A term that is an adjective, or several, with what depends on them."""
    words: list[Token] = list(tokens)
    found = False
    for i, token in enumerate(tokens):
        cells = adjective_cells(token) if _is_modifier(token) else None
        if cells:
            words[i] = Inflected(cells)
            found = True
        elif found and token not in _JOINING:
            break
    return Recipe(phrase.text, tuple(words), "adjective") if found else None


# --- nouns


@dataclass(slots=True)
class _Group:
    """A noun with the modifiers before it: places in the phrase."""

    head: Noun
    at: int
    modifiers: list[int] = field(default_factory=list)
    plural: bool = False


def _noun_phrase(phrase: Phrase, tokens: Sequence[str]) -> Recipe | None:
    first = _group(tokens, 0, phrase.gender, phrase.number, phrase)
    if first is None:
        return None
    groups = [first, *_coordinated(tokens, first)]
    same = len({group.plural for group in groups}) == 1
    words: list[Token] = list(tokens)
    for group in groups:
        head = replace_cells(group, phrase.number, together=same)
        if tokens[group.at] != "":
            fixed = phrase.indeclinable and group is first
            word = tokens[group.at]
            words[group.at] = word if fixed else Inflected(head)
        for at in group.modifiers:
            cells = agreeing_cells(tokens[at], group.head)
            if cells:
                words[at] = Inflected(_narrowed(cells, group, phrase.number, together=same))
    _participles_behind(tokens, words, groups[-1], phrase.number, together=same)
    return Recipe(phrase.text, tuple(words), "noun")


def replace_cells(group: _Group, number: str, *, together: bool) -> Cells:
    """The head's cells as far as the term's number lets it use them."""
    return _narrowed(group.head.cells, group, number, together=together)


def _narrowed(cells: Cells, group: _Group, number: str, *, together: bool) -> Cells:
    singular, plural, none = cells[:6], cells[6:12], ((),) * 6
    if not together:
        # Heads of different number keep theirs; all stand in the first six cells.
        return (*(plural if group.plural else singular), *none, ())
    if number == "plural" or group.plural:
        return (*none, *plural, ())
    if number == "singular":
        return (*singular, *none, ())
    return cells


def _group(
    tokens: Sequence[str], start: int, gender: str, number: str, phrase: Phrase
) -> _Group | None:
    """The noun that begins at a place, adjectives and small words first; None if there is none."""
    modifiers: list[int] = []
    for i in range(start, len(tokens)):
        word = tokens[i]
        is_modifier = _is_modifier(word)
        if not is_modifier or not _noun_follows(tokens, i, gender, number):
            if phrase.indeclinable and not is_modifier and word not in _JOINING:
                return _fixed_head(tokens, i, modifiers, phrase)
            head = _head_noun(word, tokens, modifiers, gender, number)
            if head is not None:
                plural = number == "plural" or _stands_in_plural(word, head)
                return _Group(head, i, modifiers, plural)
        if is_modifier:
            modifiers.append(i)
        elif not (_is_small(word) or (modifiers and word in (",", "и"))):
            break
    if modifiers:
        # No noun behind: the last adjective is the noun.
        at = modifiers.pop()
        head = substantive(tokens[at], gender, number)
        if head is not None:
            return _Group(head, at, modifiers, number == "plural")
    return None


def _fixed_head(
    tokens: Sequence[str], at: int, modifiers: list[int], phrase: Phrase
) -> _Group | None:
    genders = {"masculine": "masc", "feminine": "femn", "neuter": "neut"}
    cells: Cells = ((tokens[at],),) * 13
    plural = phrase.number == "plural"
    head = Noun(cells, genders.get(phrase.gender, "masc"), False, plural)
    return _Group(head, at, modifiers, plural)


def _head_noun(
    word: str, tokens: Sequence[str], modifiers: Sequence[int], gender: str, number: str
) -> Noun | None:
    """The word as the head, if its nominative agrees with the adjectives before it."""
    if not word[0].isalnum() or (len(word) > 1 and word.isupper() and not modifiers):
        return None
    if any(r.part_of_speech in ("PREP", "CONJ") for r in readings(word)[:1]):
        return None
    numbers = [number] if number else ["singular", "plural"]
    for wanted in numbers:
        found = noun(word, gender, wanted)
        if found is None:
            continue
        if word.lower() not in found.cells[6 if wanted == "plural" else 0] and "-" not in word:
            continue
        if all(_agrees(tokens[m], found, plural=wanted == "plural") for m in modifiers):
            return found
    return None


def _agrees(word: str, head: Noun, *, plural: bool) -> bool:
    found = adjective(word) or {}
    label = "nomn plur" if plural or not head.gender else f"nomn {head.gender}"
    return word.lower() in found.get(label, ())


def _noun_follows(tokens: Sequence[str], at: int, gender: str, number: str) -> bool:
    """Whether behind an adjective and its like comes a noun that agrees with it."""
    for i in range(at + 1, len(tokens)):
        word = tokens[i]
        if word[0].isalpha() and _head_noun(word, tokens, [at], gender if at == 0 else "", number):
            return True
        if not (_is_modifier(word) or _is_small(word) or word in (",", "и", "или")):
            return False
    return False


def _stands_in_plural(word: str, head: Noun) -> bool:
    return head.plural_only or (word.lower() not in head.cells[0] and word.lower() in head.cells[6])


def _is_modifier(word: str) -> bool:
    found = adjective(word) if word[0].isalpha() else None
    if not found:
        return False
    lower = word.lower()
    return any(lower in found.get(f"nomn {g}", ()) for g in ("masc", "femn", "neut", "plur"))


def _is_small(word: str) -> bool:
    """Whether a word may stand among the adjectives before a noun: социалистически, особо."""
    if word.lower() in _THEIR:
        return True
    return any(r.part_of_speech in ("ADVB", "PRCL") for r in readings(word)[:1])


def _coordinated(tokens: Sequence[str], first: _Group) -> list[_Group]:
    """The further heads: right behind a conjunction, or, after a genitive, only if nominative."""
    groups = []
    blank = Phrase("")
    at, direct = first.at + 1, True
    while at < len(tokens) - 1:
        word = tokens[at].lower()
        if word in _JOINING and (word not in DASHES or (direct and _common(tokens, at))):
            group = _group(tokens, at + 1, "", "", blank)
            if group is not None and word == "," and _is_modifier(tokens[group.at]):
                # A participle behind its noun, no second head: вьетнамцы, проживающие за рубежом.
                group = None
            if group is not None and (direct or _only_nominative(tokens[group.at])):
                groups.append(group)
                at, direct = group.at + 1, True
                continue
            direct = False
        elif any(r.part_of_speech in ("PREP",) for r in readings(word)[:1]):
            break
        else:
            direct = False
        at += 1
    return groups


def _common(tokens: Sequence[str], dash: int) -> bool:
    """Whether a common noun stands behind a dash (государства — члены), not a name."""
    return tokens[dash + 1][:1].islower()


def _only_nominative(word: str) -> bool:
    """Whether a noun cannot be a genitive: among genitives it would be one of them."""
    cases = {r.case for r in readings(word) if r.part_of_speech == "NOUN"}
    return bool(cases) and not cases & {"gent", "gen2"}


def _participles_behind(
    tokens: Sequence[str], words: list[Token], group: _Group, number: str, *, together: bool
) -> None:
    """Participles and adjectives after a comma that agree with the head: курс, направленный на."""
    for i in range(group.at + 2, len(tokens)):
        if tokens[i - 1] != "," or not isinstance(words[i], str) or not _is_modifier(tokens[i]):
            continue
        if _agrees(tokens[i], group.head, plural=group.plural or number == "plural"):
            cells = agreeing_cells(tokens[i], group.head)
            if cells:
                words[i] = Inflected(_narrowed(cells, group, number, together=together))


LABELS = {"noun": NOUN_LABELS, "verb": VERB_LABELS}
