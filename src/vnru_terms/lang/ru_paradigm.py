"""Russian: the forms of one word, by cell.

A noun and what agrees with it have thirteen cells: six cases in the singular, six in the plural,
and the form behind two, three, four (три рабочих визита). Every cell holds the spelling for print
first and then what only old or careless texts have (-ою, second genitive). Words come from
pymorphy3's dictionary; compounds are taken apart first, because the dictionary has few: the last
part inflects, and so does the first where both are nouns (страна-участница), but not in
премьер-министр's kind; in Ростов-на-Дону the first alone. Verbs are `ru_verbs`'.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from vnru_terms.lang.ru import parses_of
from vnru_terms.lang.word_lists import entries

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
NOUN_LABELS = (
    *(f"{case} {number}" for number in ("sing", "plur") for case in CASES),
    "paucal",
)
ADJECTIVE_LABELS = tuple(
    f"{case} {gender}" for gender in ("masc", "femn", "neut", "plur") for case in CASES
)

Cells = tuple[tuple[str, ...], ...]
APOSTROPHES = ("'", "’", "ʼ")

# First parts of compounds that stay as they are: генерал-полковника, пресс-конференцией.
_FIXED_FIRST = frozenset(
    entries("""
аудио, бизнес, бренд, веб, видео, вице, генерал, гранд, дизель, допинг, инженер, интернет, капитан,
караул, кибер, контр, лейб, макси, медиа, мини, нур, нью, обер, онлайн, офлайн, план, премьер,
пресс, радио, сан, статус, такси, теле, топ, унтер, фото, шеф, штаб, штабс, экс
""")
)
# Grammemes of spellings that are right, or were, and are not the one to print.
ODD = frozenset(
    ("V-oy", "V-ey", "V-be", "V-bi", "V-en", "V-ie", "V-sh", "Arch", "Infr", "Slng", "Litr", "Erro")
)
WRONG = frozenset(("Erro", "Dist", "Slng"))
_CASE_OF = {"gen1": "gent", "gen2": "gent", "loc1": "loct", "loc2": "loct", "acc2": "accs"}
_GENDERS = {"masculine": "masc", "feminine": "femn", "neuter": "neut"}
# Words of which the dictionary takes the usual spelling for a careless one.
_USUAL = frozenset(("корпуса",))
# Words that mean a person in terms, though the dictionary has them as things too.
_PERSONS = frozenset(("лицо",))
_SECONDARY = frozenset(("gen2", "loc2", "acc2"))


class Noun:
    """The cells of a noun, and what its modifiers agree with."""

    __slots__ = ("animate", "cells", "gender", "plural_only")

    def __init__(self, cells: Cells, gender: str, animate: bool, plural_only: bool) -> None:
        self.cells = cells
        self.gender = gender
        self.animate = animate
        self.plural_only = plural_only


@lru_cache(maxsize=1 << 16)
def noun(word: str, gender: str = "", number: str = "", *, person: bool = False) -> Noun | None:
    """A noun in the nominative of this number (YAML's words); None where it can be none.

    `person` says that it is a title: дипломатический агент is no substance.

    >>> noun("страна-участница").cells[1], noun("премьер-министр").cells[1]
    (('страны-участницы',), ('премьер-министра',))
    >>> noun("переговоры", number="plural").cells[7]
    ('переговоров',)
    """
    lower = word.lower()
    first, hyphen, _last = lower.rpartition("-")
    if hyphen and first:
        return _with_place(word, gender) or _compound_noun(word, gender, number)
    parses = [p for p in parses_of(lower) if _is_nominative_noun(p.tag)]
    wanted = _GENDERS.get(gender, "")
    if number:
        grammeme = "plur" if number == "plural" else "sing"
        parses = [p for p in parses if grammeme in p.tag.grammemes] or (
            [] if number == "singular" else parses
        )
    person = person or any(p.normal_form in _PERSONS for p in parses)
    ranked = sorted(parses, key=lambda p: -_fitness(p, wanted) - (person and "anim" in p.tag))
    return _noun_of(ranked[0]) if ranked else None


def _is_nominative_noun(tag: Any) -> bool:
    return tag.POS == "NOUN" and "nomn" in tag.grammemes


def _fitness(parse: Any, gender: str) -> float:
    tag = parse.tag.grammemes
    value = float(parse.score)
    value += 4 * (not gender or gender in tag or "ms-f" in tag or "Ms-f" in tag)
    value += 2 * parse.is_known
    value -= 1 * bool(tag & {"Name", "Surn", "Patr", "Abbr", "Init"})
    value -= 0.5 * ("Fixd" in tag) + 0.3 * ("Sgtm" in tag)
    return float(value + 0.2 * ("sing" in tag))


def _noun_of(parse: Any) -> Noun:
    tag = parse.tag.grammemes
    cells: list[dict[str, bool]] = [{} for _ in NOUN_LABELS]
    for form in parse.lexeme:
        grammemes = form.tag.grammemes
        if form.tag.POS != "NOUN" or grammemes & WRONG:
            continue
        # The dictionary has супруг and супруга as one word.
        if parse.tag.gender and form.tag.gender and form.tag.gender != parse.tag.gender:
            continue
        case = _CASE_OF.get(form.tag.case, form.tag.case)
        if case not in CASES:
            continue
        odd = bool(grammemes & ODD or form.tag.case in _SECONDARY) and form.word not in _USUAL
        cells[6 * ("plur" in grammemes) + CASES.index(case)].setdefault(form.word, odd)
    gender = next((g for g in ("masc", "femn", "neut") if g in tag), "")
    if "ms-f" in tag or "Ms-f" in tag:
        gender = "masc"
    plural_only = not any(cells[:6])
    cells[12].update(cells[1] if any(cells[6:12]) else {})
    return Noun(in_order(cells), gender, "anim" in tag, plural_only)


def in_order(cells: Iterable[dict[str, bool]]) -> Cells:
    return tuple(tuple(sorted(cell, key=cell.__getitem__)) for cell in cells)


def _with_place(word: str, gender: str) -> Noun | None:
    """A place named by another, Ростов-на-Дону: its first part inflects."""
    first, preposition, rest = word.lower().partition("-на-")
    head = noun(first, gender, "singular") if preposition and "-" not in first else None
    if head is None:
        return None
    cells = tuple(tuple(f"{form}-на-{rest}" for form in cell) for cell in head.cells)
    return Noun(cells, head.gender, head.animate, head.plural_only)


def _compound_noun(word: str, gender: str, number: str) -> Noun | None:
    first, _hyphen, last = word.rpartition("-")
    tail = noun(last.lower(), gender, number) or noun(last.lower(), "", number)
    if tail is None:
        return None
    head = None
    french = last[1:2] in APOSTROPHES
    if (
        not first.isupper()
        and first.lower() not in _FIXED_FIRST
        and "-" not in first
        and not french
    ):
        known = [p for p in parses_of(first.lower()) if p.is_known]
        if any(_is_nominative_noun(p.tag) and "Fixd" not in p.tag.grammemes for p in known):
            head = noun(first.lower(), "", number)
    if head is None:
        start = first if first.isupper() else first.lower()
        cells = tuple(tuple(f"{start}-{form}" for form in cell) for cell in tail.cells)
        return Noun(cells, tail.gender, tail.animate, tail.plural_only)
    cells = tuple(
        tuple(f"{a}-{b}" for a in one[:1] for b in two)
        for one, two in zip(head.cells, beside(head, tail), strict=True)
    )
    return Noun(cells, head.gender, head.animate, head.plural_only)


def beside(head: Noun, tail: Noun) -> Cells:
    """The cells of a noun that stands beside another and says what it is: страна-участница.

    Its accusative is like its nominative where the first one's is: страны-участники, but
    страну-координатора. The other spelling is the second one.
    """
    if tail.animate == head.animate:
        return tail.cells
    cells = list(tail.cells)
    for nominative in (0, 6) if tail.gender == "masc" else (6,):
        accusative = nominative + 3
        like = nominative + (head.cells[accusative] != head.cells[nominative])
        other = () if head.animate else cells[nominative]
        cells[accusative] = tuple(dict.fromkeys((*cells[like], *cells[accusative], *other)))
    return tuple(cells)


@lru_cache(maxsize=1 << 16)
def adjective(word: str) -> dict[str, tuple[str, ...]] | None:
    """The spellings of an adjective or participle by label (`accs masc anim`); None if it is none.

    Ordinal numbers and pronouns that decline like adjectives count.
    """
    lower = word.lower()
    start, hyphen, last = lower.rpartition("-")
    parses = [p for p in parses_of(last) if p.tag.POS in ("ADJF", "PRTF")]
    parses = [p for p in parses if "nomn" in p.tag.grammemes]
    if not parses or (start and not (start.endswith(("о", "е")) or start.isdigit())):
        return None
    best = max(parses, key=lambda p: p.score + 2 * p.is_known)
    if "Fixd" in best.tag.grammemes and best.is_known:
        return None
    forms: dict[str, dict[str, bool]] = {}
    for form in best.lexeme:
        if not _same_degree(form, best) or form.tag.grammemes & WRONG:
            continue
        tag = form.tag
        gender = "plur" if "plur" in tag.grammemes else str(tag.gender)
        labels = [f"{tag.case} {gender}"]
        if tag.case == "accs" and tag.animacy:
            labels = [f"accs {gender} {tag.animacy}"]
        elif tag.case == "accs" and gender in ("masc", "plur"):
            # Participles guessed from their endings name no animacy.
            labels = [f"accs {gender} {'inan' if form.word == best.word else 'anim'}"]
        odd = bool(tag.grammemes & ODD) or form.word.endswith(("ою", "ею"))
        for label in labels:
            spelling = f"{start}{hyphen}{form.word}"
            forms.setdefault(label, {}).setdefault(spelling, odd)
    return {label: tuple(sorted(found, key=found.__getitem__)) for label, found in forms.items()}


def _same_degree(form: Any, model: Any) -> bool:
    """Whether two forms are of one adjective: not высокий and высший, nor two tenses."""
    one, other = form.tag, model.tag
    if one.POS != other.POS or one.tense != other.tense or one.voice != other.voice:
        return False
    # All nominative endings have two letters; reflexive participles have -ся behind them.
    stem = model.word[: -4 if model.word.endswith("ся") else -2]
    return bool(form.word.startswith(stem) and ("Supr" in one) == ("Supr" in other))


def agreeing_cells(word: str, head: Noun) -> Cells | None:
    """The cells of a modifier beside a noun; None where the word is no adjective."""
    found = adjective(word)
    if found is None:
        return None
    animacy = "anim" if head.animate else "inan"
    cells = []
    for gender in (head.gender or "masc", "plur"):
        for case in CASES:
            label = f"{case} {gender}"
            cells.append(found.get(f"{label} {animacy}") or found.get(label, ()))
    # три рабочих визита, and две важные ноты: the nominative is the plural's own cell.
    return (*cells, cells[7])


def substantive(word: str, gender: str, number: str) -> Noun | None:
    """An adjective that is a noun itself: поверенный, управляющий, военнопленный."""
    found = adjective(word)
    if found is None:
        return None
    own = next(
        (g for g in ("masc", "femn", "neut") if word.lower() in found.get(f"nomn {g}", ())), ""
    )
    model = Noun((), _GENDERS.get(gender, own or "masc"), True, number == "plural" and not own)
    model.animate = model.gender != "neut"
    cells = agreeing_cells(word, model) or ()
    return Noun(cells, model.gender, model.animate, False)


def adjective_cells(word: str) -> Cells | None:
    """The cells of `ADJECTIVE_LABELS`; both accusatives in one."""
    found = adjective(word)
    if found is None:
        return None
    cells = []
    for label in ADJECTIVE_LABELS:
        spellings = dict.fromkeys((
            *found.get(label, ()), *found.get(f"{label} inan", ()), *found.get(f"{label} anim", ())
        ))  # fmt: skip
        cells.append(tuple(spellings))
    return tuple(cells)
