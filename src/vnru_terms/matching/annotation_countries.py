"""Homonyms in a text beside the name of a country: Ngoại trưởng Nga is no Госсекретарь.

`of_countries` leaves out the meanings that the glossary tells apart as those of other countries
(`store.country_table`). Only a country that stands at the term's side counts, with nothing between
but an English “of”: behind a verb it is somebody's destination.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from vnru_terms.lang import LANGUAGES
from vnru_terms.matching.annotation import Mark
from vnru_terms.matching.lookup_parts import fitting
from vnru_terms.store.index import Index
from vnru_terms.text.typed import fold, spelling, words_of

_REACH = 80
_WORD = r"[\w'’-]+"
_AFTER = re.compile(rf"\s+(?:of\s+(?:the\s+)?)?({_WORD}(?:\s{_WORD}){{0,5}})")
_BEFORE = re.compile(rf"(?<![\w'’-])({_WORD}(?: {_WORD}){{0,5}})[ \u00a0]\Z")


def of_countries(index: Index, text: str, marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """The marks, those with several meanings with what the country beside them leaves of them."""
    return tuple(_chosen(index, text, mark) if len(mark.meanings) > 1 else mark for mark in marks)


def _chosen(index: Index, text: str, mark: Mark) -> Mark:
    start, end = mark.occurrence.start, mark.occurrence.end
    after = _AFTER.match(text, end, end + _REACH)
    # Russian Prime Minister, российский премьер; but ở Nga Thủ tướng is another's visit.
    language = LANGUAGES[mark.occurrence.concepts[0].language]
    before = _BEFORE.search(text, max(0, start - _REACH), start) if language.inflects else None
    for stretches in (
        _beginnings(after[1]) if after else (),
        _endings(before[1]) if before else (),
    ):
        codes = _country(index, stretches)
        if codes:
            numbers = [index.number(meaning.entry.id) for meaning in mark.meanings]
            fits = [index.fit(number, codes) for number in numbers]
            return replace(mark, meanings=tuple(fitting(mark.meanings, fits)))
    return mark


def _beginnings(text: str) -> Iterator[str]:
    words = text.split()
    yield from (" ".join(words[:n]) for n in range(len(words), 0, -1))


def _endings(text: str) -> Iterator[str]:
    words = text.split()
    yield from (" ".join(words[n:]) for n in range(len(words)))


def _country(index: Index, stretches: Iterable[str]) -> list[str]:
    """The codes that the longest of the stretches stands for, which must be written as names are.

    Anh is a country, anh is none; российский has a small letter.
    """
    spelled: dict[str, str] = {}
    for stretch in stretches:
        if stretch[0].isupper() or not stretch[0].isascii():
            words = words_of(stretch)
            spelled[" ".join(map(spelling, words))] = " ".join(map(fold, words))
    found: dict[str, list[str]] = {}
    for _folded, name, code in index.countries(spelled.values()):
        found.setdefault(name, []).append(code)
    return next((found[name] for name in spelled if name in found), [])
