"""Marked words of a sentence: what the patterns see."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class Mark(Enum):
    """What a token is to the patterns."""

    WORD = "word"
    LIGHT = "light verb"
    STOP = "function word"
    LINK = "link"
    DETERMINER = "determiner"
    NUMBER = "number"
    DASH = "dash"
    COMMA = "comma"
    PUNCTUATION = "punctuation"
    PERSON = "person"
    COUNTRY = "country"
    FOREIGN = "foreign"
    ACRONYM = "acronym"


class Token(NamedTuple):
    """A marked word: range in the sentence, text, folded key, part of speech, mark.

    `is_capital`: it begins with a capital letter; `syllables`: how many its key has.
    """

    start: int
    end: int
    text: str
    key: str
    tag: str
    mark: Mark
    is_capital: bool
    syllables: int
