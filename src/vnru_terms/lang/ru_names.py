"""Russian: the forms of persons' and places' names, which the dictionary mostly lacks.

Of a person's name all parts inflect where the first is a Russian or European first name; of a
Vietnamese, Chinese or Korean name the last part alone, and only a man's (Нгуен Фу Чонга, but
Нгуен Тхи Бинь). Unknown words inflect by their last letter, as grammars have it (А. А. Зализняк,
«Грамматический словарь русского языка», on proper names): consonants and й if masculine, а and я;
о, е, и, у, ы, э never.
"""

from __future__ import annotations

from collections.abc import Sequence

from vnru_terms.lang.recipe import Inflected, Phrase, Recipe, Token
from vnru_terms.lang.ru import parses_of
from vnru_terms.lang.ru_paradigm import CASES, Cells

_HISSING = "жшчщц"
_VELAR = "гкхжшчщ"
_VOWELS = "аеёиоуыэюя"
_NONE: Cells = ((),) * 7


def person(phrase: Phrase, tokens: Sequence[str]) -> Recipe | None:
    """The name of a person; None where the phrase is none (it has a word in small letters)."""
    if len(tokens) < 2 or not all(token[0].isupper() and token.isalpha() for token in tokens):
        return None
    if phrase.gender not in ("masculine", "feminine"):
        return None
    if _is_adjective(tokens[0]):
        # Российская Федерация, Южная Корея.
        return None
    gender = phrase.gender[:4] if phrase.gender == "masculine" else "femn"
    european = not _is_eastern(tokens) and _known(tokens[0], gender, "Name") is not None
    words: list[Token] = []
    for i, token in enumerate(tokens):
        cells = _known(token, gender, "Name", "Patr", "Surn") if european else None
        if cells is None and (european or i == len(tokens) - 1):
            cells = by_ending(token, gender, animate=True)
        words.append(Inflected(cells) if cells else token)
    if not any(isinstance(word, Inflected) for word in words):
        return Recipe(phrase.text, tuple(tokens))
    return Recipe(phrase.text, tuple(words), "noun")


def _is_eastern(tokens: Sequence[str]) -> bool:
    """Whether a name has three words of one syllable each: Ким Чен Ын, though Ким is European."""
    return len(tokens) == 3 and all(_syllables(token.lower()) == 1 for token in tokens)


def _syllables(word: str) -> int:
    return sum(letter in _VOWELS for letter in word)


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


def _is_adjective(word: str) -> bool:
    """Whether the dictionary has a word as an adjective, and not as a name."""
    if len(word) < 4:
        # То Лам is no that.
        return False
    found = [parse.tag for parse in parses_of(word.lower()) if parse.is_known]
    names = {"Name", "Surn", "Patr"}
    return any(tag.POS == "ADJF" for tag in found) and not any(t.grammemes & names for t in found)


def _known(word: str, gender: str, *kinds: str) -> Cells | None:
    """The singular of a word that the dictionary has as such a name of this gender."""
    for parse in parses_of(word.lower()):
        tag = parse.tag.grammemes
        if "nomn" not in tag or "sing" not in tag or gender not in tag or not tag & set(kinds):
            continue
        if not parse.is_known and "Surn" not in tag:
            continue
        cells: list[list[str]] = [[] for _ in CASES]
        for form in parse.lexeme:
            grammemes = form.tag.grammemes
            if {"sing", gender} <= grammemes and form.tag.case in CASES:
                cells[CASES.index(form.tag.case)].append(form.word)
        return (*(tuple(dict.fromkeys(cell)) for cell in cells), *_NONE)
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
    elif lower.endswith(("ов", "ев", "ин", "ын")) and animate and _syllables(lower) > 1:
        forms = [lower, f"{lower}а", f"{lower}у", "", f"{lower}ым", f"{lower}е"]
    else:
        o = "е" if end in _HISSING else "о"
        forms = [lower, f"{lower}а", f"{lower}у", "", f"{lower}{o}м", f"{lower}е"]
    forms[3] = forms[3] or forms[accusative]
    return (*((form,) for form in forms), *_NONE)
