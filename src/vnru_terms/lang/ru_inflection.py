"""Russian terms in their cases and numbers, and back; where there is a doubt, nothing.

For what the program writes (`suggest`), as `ru_forms` is for what it reads in texts: that module
must find a term in whatever form, this one must not put a wrong one before a person. `phrase` takes
a term apart as far as the dictionary knows its words: the head noun, and what changes with it;
`forms` are the recipe's, if it inflects those words and no others, one spelling of each;
`citations` goes from a form met in a text to what the dictionary form may be. Acronyms do not
change.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from vnru_terms.lang.paradigm import recased, spelled
from vnru_terms.lang.recipe import Inflected, Recipe, split_phrase
from vnru_terms.lang.recipe import Phrase as Term
from vnru_terms.lang.ru import parses_of
from vnru_terms.lang.ru_forms import russian_recipes
from vnru_terms.lang.ru_grammar import Reading, head, readings
from vnru_terms.lang.ru_noun_phrases import BOTH

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
NUMBERS = ("sing", "plur")
_NUMBER = {"singular": "sing", "plural": "plur"}
_GENDER = {"masculine": "masc", "feminine": "femn", "neuter": "neut"}
_WORD_OF = {code: word for word, code in _GENDER.items()}
# The numbers and genders of an adjective, in the order of a recipe's cells.
_AGREEING = (("sing", "masc"), ("sing", "femn"), ("sing", "neut"), ("plur", ""))
_TOKEN = re.compile(r"\w+(?:-\w+)*|\W+")
WORD = re.compile(r"\w")
_ACRONYM = re.compile(r"[A-ZА-ЯЁ][A-ZА-ЯЁ0-9]+")
_ADJECTIVES = ("ADJF", "PRTF")

# (case, number) of a noun; (case, number, gender) of an adjective; nothing of a verb.
Form = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A term taken apart: which of its tokens change together, and how."""

    tokens: tuple[str, ...]
    category: str
    number: str = ""
    gender: str = ""
    animate: bool = False
    # Token and its parse, the head first.
    moving: tuple[tuple[int, Any], ...] = ()


def tokens(text: str) -> tuple[str, ...]:
    """Words, and what stands between them."""
    return tuple(_TOKEN.findall(text))


@lru_cache(maxsize=1 << 14)
def phrase(term: str) -> Phrase | None:
    """A term taken apart, or None where the dictionary leaves a doubt."""
    found = tokens(term)
    places = [i for i, token in enumerate(found) if WORD.match(token)]
    if not places:
        return None
    first = found[places[0]]
    if len(places) == 1 and _ACRONYM.fullmatch(first):
        return Phrase(found, "noun", "sing")
    if any(r.part_of_speech == "INFN" for r in readings(first)):
        return Phrase(found, "verb")
    if len(places) == 1 and (only := _only_adjective(first)):
        return Phrase(found, "adjective", moving=((places[0], only),))
    return _noun_phrase(term, found, places)


def _only_adjective(word: str) -> Any:
    """The reading of a word that is an adjective and no noun in the nominative."""
    if any(r.part_of_speech == "NOUN" and r.case == "nomn" for r in readings(word)):
        return None
    for parse in parses_of(word.lower()):
        tag = parse.tag
        if tag.POS in _ADJECTIVES and tag.case == "nomn" and {"masc", "sing"} <= tag.grammemes:
            return parse
    return None


def _noun_phrase(term: str, found: tuple[str, ...], places: list[int]) -> Phrase | None:
    word, nouns = head(term)
    if not word:
        return _acronym_first(found, places)
    at = next(i for i in places if found[i] == word)
    if at + 1 < len(found) and found[at + 1].strip() in ("—", "–"):
        return None
    # The singular of an indeclinable noun: коммюнике is both.
    noun = nouns[0]
    if any(r.number != noun.number for r in nouns) and not noun.fixed:
        return None
    parse = _parse(word, noun)
    if parse is None or "Apro" in parse.tag.grammemes:
        return None
    number = _NUMBER.get(noun.number, "sing")
    # Of глава it takes a person to know.
    gender = _GENDER.get(noun.gender, "") if len({r.gender for r in nouns}) == 1 else ""
    moving = [(at, parse)]
    for i in places[: places.index(at)]:
        modifier = agreeing(found[i], number, gender)
        if modifier is not None:
            moving.append((i, modifier))
        elif not is_small(found[i]):
            return None
    animate = "anim" in parse.tag.grammemes
    coordinated = _coordinated(found, at)
    if coordinated is None:
        return None
    return Phrase(found, "noun", number, gender, animate, (*moving, *coordinated))


def _acronym_first(found: tuple[str, ...], places: list[int]) -> Phrase | None:
    """МИД России: the acronym stands as it is, and so does what depends on it."""
    is_acronym = _ACRONYM.fullmatch(found[places[0]])
    return Phrase(found, "noun", "sing") if is_acronym else None


def _coordinated(found: tuple[str, ...], at: int) -> list[tuple[int, Any]] | None:
    """The nouns joined to the head by “и” or a comma, with their adjectives; None: a doubt."""
    moving: list[tuple[int, Any]] = []
    i = at
    while i + 2 < len(found):
        comma = found[i + 1].strip() == ","
        joined = found[i + 1] == " " and found[i + 2].lower() == "и" and i + 4 < len(found)
        if not comma and not joined:
            break
        i += 4 if joined else 2
        adjectives = []
        while i + 2 < len(found) and not _own_noun(found[i]) and found[i + 1] == " ":
            adjectives.append(i)
            i += 2
        noun = _own_noun(found[i])
        if noun is None:
            return None
        number = "plur" if "plur" in noun.tag.grammemes else "sing"
        for j in adjectives:
            modifier = agreeing(found[j], number, str(noun.tag.gender or ""))
            if modifier is None:
                return None
            moving.append((j, modifier))
        moving.append((i, noun))
    return moving


def _own_noun(word: str) -> Any:
    found = [r for r in readings(word) if r.part_of_speech == "NOUN" and r.case == "nomn"]
    if len(word) == 1 or not found or any(r.part_of_speech in _ADJECTIVES for r in readings(word)):
        return None
    return _parse(word, found[0])


@lru_cache(maxsize=1 << 14)
def _parse(word: str, reading: Reading) -> Any:
    """The analyser's parse that a reading was made of."""
    for parse in parses_of(word.lower()):
        tag = parse.tag
        if (
            reading.part_of_speech == tag.POS
            and tag.case == "nomn"
            and _NUMBER.get(reading.number, "") == (tag.number or "")
            and _GENDER.get(reading.gender, "") == (tag.gender or "")
        ):
            return parse
    return None


@lru_cache(maxsize=1 << 14)
def agreeing(word: str, number: str, gender: str, case: str = "nomn") -> Any:
    """The word's parse as an adjective that agrees with such a noun, or None."""
    for parse in parses_of(word.lower()):
        tag = parse.tag
        if tag.POS not in _ADJECTIVES or tag.case != case or tag.number != number:
            continue
        if "Apro" in tag.grammemes:
            continue
        if number == "plur" or not gender or tag.gender == gender:
            return parse
    return None


def is_small(word: str) -> bool:
    return any(r.part_of_speech in ("ADVB", "CONJ", "PRCL") for r in readings(word))


@lru_cache(maxsize=1 << 14)
def forms(term: str) -> Mapping[Form, str]:
    """The forms of a term, by case and number (an adjective's also by gender).

    They are those of the term's recipe; none where it inflects other words than `phrase` says.

    >>> forms("высшее руководство")["gent", "sing"], forms("уставный фонд России")["ablt", "plur"]
    ('высшего руководства', 'уставными фондами России')
    """
    taken = phrase(term)
    if taken is None:
        return {}
    if taken.category == "verb":
        return {(): term}
    if not taken.moving:
        return {(case, taken.number): term for case in CASES}
    gender = _WORD_OF.get(taken.gender, "")
    recipe = russian_recipes(Term(term, taken.category, gender, BOTH))[0]
    if recipe.kind == "fixed" and "Fixd" in taken.moving[0][1].tag:
        return {(case, taken.number): term for case in CASES}
    if recipe.kind != taken.category or _inflected(recipe) != _moving(taken):
        return {}
    cells = dict(spelled(recipe))
    if taken.category == "adjective":
        labels = [(case, number, gender) for number, gender in _AGREEING for case in CASES]
        return {label: cells[n] for n, label in enumerate(labels) if n in cells}
    # Heads of different number stand in the first half: наука и технологии.
    numbers = NUMBERS if len(CASES) in cells or taken.number == "sing" else ("plur",)
    found: dict[Form, str] = {}
    for n, label in enumerate((case, number) for number in numbers for case in CASES):
        # Поверенный is a person, and nothing in its form says so.
        doubtful = label[0] == "accs" and taken.moving[0][1].tag.POS in _ADJECTIVES
        if n in cells and not doubtful:
            found[label] = cells[n]
    return found


def _inflected(recipe: Recipe) -> list[str]:
    words = split_phrase(recipe.text)
    return [
        word
        for word, token in zip(words, recipe.tokens, strict=True)
        if isinstance(token, Inflected)
    ]


def _moving(taken: Phrase) -> list[str]:
    return [taken.tokens[at] for at in sorted(at for at, _parse in taken.moving)]


def _with(found: Sequence[str], changed: Mapping[int, str]) -> str:
    return "".join(recased(changed[i], t) if i in changed else t for i, t in enumerate(found))


@lru_cache(maxsize=1 << 12)
def citations(form: str) -> tuple[str, ...]:
    """What may be the dictionary form of a term met in a text, the singular first.

    A noun's number stays; of a verb it is the infinitive. Nothing where the dictionary has doubts.

    >>> citations("ядерного оружия"), citations("решения"), citations("призвал")
    (('ядерное оружие',), ('решение', 'решения'), ('призвать',))
    """
    found = tokens(form)
    if len(found) == 1 and (word := _uninflected(form)):
        return (word,)
    at = next((i for i, word in enumerate(found) if WORD.match(word) and _nouns(word)), None)
    if at is None:
        return ()
    parses = sorted(_nouns(found[at]), key=lambda parse: parse.tag.number == "plur")
    texts = (_nominative(found, at, parse) for parse in parses)
    return tuple(dict.fromkeys(text for text in texts if text))


def _uninflected(word: str) -> str:
    """The infinitive of a verb, the masculine of an adjective; '' of other words."""
    parse = parses_of(word.lower())[0]
    if parse.tag.POS not in ("VERB", "INFN", "ADJF"):
        return ""
    return recased(str(parse.normal_form), word)


def _nominative(found: Sequence[str], at: int, noun: Any) -> str | None:
    """A phrase whose head is read as `noun`, in the nominative; None if its adjectives disagree."""
    tag = noun.tag
    changed: dict[int, str] = {}
    for i, word in enumerate(found[:at]):
        if not WORD.match(word):
            continue
        modifier = agreeing(word, tag.number, str(tag.gender or ""), tag.case)
        wanted = {"nomn", tag.number, *([tag.gender] if tag.number == "sing" else [])}
        form = modifier.inflect(wanted - {None}) if modifier is not None else None
        if form is None:
            return None
        changed[i] = str(form.word)
    form = noun.inflect({"nomn", tag.number})
    return _with(found, {**changed, at: str(form.word)}) if form is not None else None


def _nouns(word: str) -> list[Any]:
    """The parses of a word as a noun, if it is none but that, or an adjective before all."""
    parses = parses_of(word.lower())
    if not parses or parses[0].tag.POS in (*_ADJECTIVES, "INFN", "VERB", "PREP", "CONJ"):
        return []
    return [p for p in parses if p.tag.POS == "NOUN" and p.tag.case and p.tag.number]
