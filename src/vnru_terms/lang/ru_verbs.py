"""Russian: the forms of verbs, by cell, and of terms that begin with one.

Of a verb phrase the infinitive inflects, with its participles; a second one behind “и” does too,
and the participle beside быть (быть избранным, был избран). Where the dictionary has two verbs of
one spelling, the aspect tells them apart, which is that of the other half of the pair turned round:
выводить beside вывести is imperfective. Verbs of both aspects have the forms of both.

Start at `verb_phrase`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from vnru_terms.lang.recipe import Inflected, Phrase, Recipe, Token
from vnru_terms.lang.ru import parses_of
from vnru_terms.lang.ru_grammar import aspects_of, readings
from vnru_terms.lang.ru_paradigm import ODD, WRONG, Cells, in_order

VERB_LABELS = (
    "infn", "1per sing", "2per sing", "3per sing", "1per plur", "2per plur", "3per plur",
    "past masc", "past femn", "past neut", "past plur", "impr sing", "impr plur", "grnd",
    "actv pres", "actv past", "pssv pres", "pssv past",
    "prts masc", "prts femn", "prts neut", "prts plur",
)  # fmt: skip
_ASPECTS = {"perfective": "perf", "imperfective": "impf"}
_OTHER = {"perf": "impf", "impf": "perf"}
# Of both aspects in the dictionary, of one in use.
_IN_USE = {"приветствовать": "impf"}


def verb_phrase(phrase: Phrase, tokens: Sequence[str]) -> Recipe | None:
    """The forms of a term that begins with a verb, or with a word before one; None without one."""
    aspect = _aspect(phrase)
    words: list[Token] = list(tokens)
    found = False
    for i, token in enumerate(tokens):
        if found and (i < 2 or tokens[i - 1] != "и"):
            continue
        if not _is_infinitive(token, guess=phrase.part_of_speech == "verb" and not found):
            if not found and phrase.part_of_speech != "verb" and i > 0:
                return None
            continue
        cells = verb_cells(token, aspect)
        if cells is None:
            continue
        words[i] = Inflected(cells)
        if token.lower() == "быть" and i + 1 < len(tokens):
            passive = _predicate(tokens[i + 1])
            if passive:
                words[i + 1] = Inflected(passive)
        found = True
    return Recipe(phrase.text, tuple(words), "verb") if found else None


def _aspect(phrase: Phrase) -> str:
    """The aspect of the verb, as the dictionary codes it; '' where it may be either."""
    own, other = aspects_of(phrase.text), aspects_of(phrase.pair)
    if len(own) > 1 and len(other) == 1:
        return _OTHER[_ASPECTS[next(iter(other))]]
    return ""


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


@lru_cache(maxsize=4096)
def verb_cells(infinitive: str, aspect: str = "") -> Cells | None:
    """The cells of `VERB_LABELS`, of one aspect or of those that the verb has.

    None where the dictionary has no such verb.

    >>> verb_cells("подписать")[11:14]
    (('подпиши', 'подпишем'), ('подпишите', 'подпишемте'), ('подписав', 'подписавши'))
    """
    lower = infinitive.lower()
    aspect = aspect or _IN_USE.get(lower, "")
    parses = [p for p in parses_of(lower) if p.tag.POS == "INFN"]
    parses = [p for p in parses if p.is_known] or parses[:1]
    if not parses:
        return None
    cells: list[dict[str, bool]] = [{} for _ in VERB_LABELS]
    for parse in parses:
        for form in parse.lexeme:
            if form.tag.grammemes & WRONG or aspect not in ("", form.tag.aspect):
                continue
            place = _verb_place(form.tag)
            if place is not None:
                # The dictionary writes проведший with ё.
                word = form.word.replace("вёдш", "ведш")
                cells[VERB_LABELS.index(place)].setdefault(word, _is_odd(form, lower))
    return in_order(cells)


def _is_odd(form: Any, infinitive: str) -> bool:
    """Whether a form is not the one to print in its cell."""
    tag = form.tag
    if tag.POS == "GRND" and form.word.endswith("сь"):
        return "Fimp" in tag
    if (tag.POS == "PRTS" or infinitive == "быть") and tag.tense == "pres":
        # принят, not принимаем; буду, not есть
        return True
    return bool(tag.grammemes & ODD) or "incl" in tag or form.word.endswith(("ою", "ею"))


def _verb_place(tag: Any) -> str | None:
    number = "plur" if "plur" in tag.grammemes else "sing"
    gender = "plur" if number == "plur" else tag.gender
    places: dict[str, Callable[[], str | None]] = {
        "INFN": lambda: "infn",
        "GRND": lambda: "grnd",
        "PRTF": lambda: f"{tag.voice} {tag.tense}",
        "PRTS": lambda: f"prts {gender}",
        "VERB": lambda: (
            f"impr {number}"
            if tag.mood == "impr"
            else f"past {gender}"
            if tag.tense == "past"
            else f"{tag.person} {number}"
        ),
    }
    place = places.get(tag.POS, lambda: None)()
    return place if place in VERB_LABELS else None
