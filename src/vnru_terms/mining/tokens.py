"""Marked words of a sentence: what the patterns see."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


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


@dataclass(frozen=True, slots=True)
class Token:
    """A marked word: range in the sentence, text, folded key, part of speech, mark."""

    start: int
    end: int
    text: str
    key: str
    tag: str
    mark: Mark

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()

    @property
    def syllables(self) -> int:
        """How many syllables it has."""
        return len(self.key.split())
