"""Russian: the forms of persons' and places' names, which the dictionary mostly lacks.

Of a person's name all parts inflect (Эмманюэля Макрона, Сонсая Сипхандона); of a Vietnamese,
Chinese or Korean one, whose parts have one syllable each before the last, the last part alone, and
only a man's (Нгуен Фу Чонга, but Нгуен Тхи Бинь). Unknown words inflect by their last letter, as
grammars have it (А. А. Зализняк, «Грамматический словарь русского языка», on proper names):
consonants and й if masculine, а and я, but not а behind a vowel (Кханьхоа); о, е, и, у, ы, э never.
The instrumental in -ым is for Russian surnames alone: Путиным, but Си Цзиньпином.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from vnru_terms.lang.recipe import Inflected, Phrase, Recipe, Token
from vnru_terms.lang.ru import parses_of
from vnru_terms.lang.ru_paradigm import CASES, ODD, Cells, in_order

_HISSING = "жшчщц"
_VELAR = "гкхжшчщ"
_NONE: Cells = ((),) * 7
_NAMES = frozenset(("Name", "Surn", "Patr"))
_PATRONYMICS = ("ич", "вна", "чна")
_SURNAMES = ("ов", "ёв", "ев", "ова", "ёва", "ева", "ский", "ская", "енко")
# й makes a syllable's end, and a row of vowels is one in Vietnamese: Кыонг, Чиет.
_SYLLABLE = re.compile("[аеёиоуыэюя]+")


def person(phrase: Phrase, tokens: Sequence[str]) -> Recipe | None:
    """The name of a person; None where the phrase is none (it has a word in small letters)."""
    if len(tokens) < 2 or not all(t[0].isupper() and t.replace("-", "").isalpha() for t in tokens):
        return None
    if phrase.gender not in ("masculine", "feminine") or _is_common(tokens[0]):
        return None
    gender = phrase.gender[:4] if phrase.gender == "masculine" else "femn"
    russian = _known(tokens[0], gender, "Name") is not None
    all_inflect = not _surname_first(tokens, known=russian)
    words: list[Token] = list(tokens)
    for i, token in enumerate(tokens):
        last = i == len(tokens) - 1
        if not (all_inflect or last) or (phrase.indeclinable and last):
            continue
        cells = _known(token, gender, *_NAMES, guess=russian) if all_inflect else None
        cells = cells or by_ending(token, gender, animate=True)
        if cells:
            words[i] = Inflected(cells)
    if not any(isinstance(word, Inflected) for word in words):
        return Recipe(phrase.text, tuple(tokens))
    return Recipe(phrase.text, tuple(words), "noun")


def surname_is_last(tokens: Sequence[str], gender: str) -> bool:
    """Whether a person's name surely is a first name and a surname, with a patronymic or without.

    >>> surname_is_last(["Александр", "Новак"], "masculine"), surname_is_last(["Ли", "Цян"], "")
    (True, False)
    """
    gender = {"masculine": "masc", "feminine": "femn"}.get(gender, "")
    if len(tokens) not in (2, 3) or _known(tokens[0], gender, "Name") is None:
        return False
    if len(tokens) == 3:
        return tokens[1].endswith(_PATRONYMICS)
    # Ли is a first name too, but in Ли Кэцян it is none.
    return _syllables(tokens[0]) > 1 or tokens[1].endswith(_SURNAMES)


def _surname_first(tokens: Sequence[str], *, known: bool) -> bool:
    """Whether a name is one of those that begin with the surname: Ким Чен Ын, Си Цзиньпин."""
    if _syllables(tokens[0]) != 1:
        return False
    return not known or (len(tokens) > 2 and all(_syllables(token) == 1 for token in tokens))


def _syllables(word: str) -> int:
    return len(_SYLLABLE.findall(word.lower()))


def place(phrase: Phrase, token: str) -> Recipe | None:
    """A place's name of one word that the dictionary lacks; None where it knows better."""
    last = token.rpartition("-")[2]
    if not token.isalpha() or any(parse.is_known for parse in parses_of(last.lower())):
        return None
    gender = {"masculine": "masc", "feminine": "femn"}.get(phrase.gender, "neut")
    cells = None if phrase.indeclinable else by_ending(token, gender, animate=False)
    return (
        Recipe(phrase.text, (Inflected(cells),), "noun") if cells else Recipe(phrase.text, (token,))
    )


def _is_common(word: str) -> bool:
    """Whether the dictionary has a word as an adjective or a common noun, and not as a name.

    Российская Федерация, Республика Корея, Мавзолей Хо Ши Мина are no persons.
    """
    if len(word) < 4:
        # То Лам is no that.
        return False
    found = [parse.tag for parse in parses_of(word.lower()) if parse.is_known]
    common = any(
        tag.POS == "ADJF" or (tag.POS == "NOUN" and "nomn" in tag and "Geox" not in tag)
        for tag in found
    )
    return common and not any(tag.grammemes & _NAMES for tag in found)


def _known(word: str, gender: str, *kinds: str, guess: bool = False) -> Cells | None:
    """The singular of a word that the dictionary has as such a name of this gender.

    It may `guess` a surname by its ending, as behind a Russian first name.
    """
    for parse in parses_of(word.lower()):
        tag = parse.tag.grammemes
        if "nomn" not in tag or "sing" not in tag or gender not in tag or not tag & set(kinds):
            continue
        if not parse.is_known and not (guess and "Surn" in tag):
            continue
        cells: list[dict[str, bool]] = [{} for _ in CASES]
        for form in parse.lexeme:
            grammemes = form.tag.grammemes
            if {"sing", gender} <= grammemes and form.tag.case in CASES:
                odd = bool(grammemes & ODD)
                cells[CASES.index(form.tag.case)].setdefault(form.word, odd)
        return (*in_order(cells), *_NONE)
    return None


def by_ending(word: str, gender: str, *, animate: bool) -> Cells | None:
    """The singular of a name by its last letter; None where it does not inflect.

    >>> by_ending("Чонг", "masc", animate=True)[:5]
    (('чонг',), ('чонга',), ('чонгу',), ('чонга',), ('чонгом',))
    >>> by_ending("Бинь", "femn", animate=True), by_ending("Уланова", "femn", animate=True)[1]
    (None, ('улановой',))
    """
    lower = word.lower()
    stem, end = lower[:-1], lower[-1]
    accusative = 1 if animate else 0
    if lower.endswith(("ова", "ева", "ина")) and gender == "femn" and animate:
        forms = [lower, f"{stem}ой", f"{stem}ой", f"{stem}у", f"{stem}ой", f"{stem}ой"]
    elif end == "а" and stem[-1:] in "аеёиоуыэюя":
        return None
    elif end == "а":
        i = "и" if stem[-1:] in _VELAR else "ы"
        o = "е" if stem[-1:] in _HISSING else "о"
        forms = [lower, stem + i, f"{stem}е", f"{stem}у", f"{stem}{o}й", f"{stem}е"]
    elif end == "я":
        e = "и" if stem.endswith("и") else "е"
        forms = [lower, f"{stem}и", stem + e, f"{stem}ю", f"{stem}ей", stem + e]
    elif end == "ь" and gender == "femn" and not animate:
        forms = [lower, f"{stem}и", f"{stem}и", lower, f"{lower}ю", f"{stem}и"]
    elif gender != "masc" or end in "оеёиуыэюъ" or not end.isalpha():
        return None
    elif end in "йь":
        forms = [lower, f"{stem}я", f"{stem}ю", "", f"{stem}ем", f"{stem}е"]
        if end == "й" and stem.endswith("и"):
            forms[5] = f"{stem}и"
    elif lower.endswith(("ов", "ёв", "ев")) and animate:
        forms = [lower, f"{lower}а", f"{lower}у", "", f"{lower}ым", f"{lower}е"]
    else:
        o = "е" if end in _HISSING else "о"
        forms = [lower, f"{lower}а", f"{lower}у", "", f"{lower}{o}м", f"{lower}е"]
    forms[3] = forms[3] or forms[accusative]
    return (*((form,) for form in forms), *_NONE)
