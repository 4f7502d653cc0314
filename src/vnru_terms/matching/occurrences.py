"""What matching in running text gives: occurrences, each with the terms that it may be.

An occurrence is a range of the text as it was given (code points), how it differs from the term's
citation form, and every term that has this form: homonyms are not chosen between, the reader of the
entry's `distinguish` does that. `Certainty.DOUBTFUL` marks what is a form of the term by its
letters but more likely another word in this sentence; it is information, never an error.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple


class TermRef(NamedTuple):
    """A term of a termbase: the concept's id, the language, its position in the section."""

    concept: str
    language: str
    position: int


class MatchKind(Enum):
    """How an occurrence differs from the term's citation form, the least first."""

    EXACT = "exact"
    """Letter by letter the same."""
    SPELLING = "spelling"
    """Case, ё, tone placement, dashes, spaces, British and American, invisible characters."""
    FORM = "form"
    """Inflected."""
    SLOT = "slot"
    """A formula around words of the text: đưa quan hệ {X} lên tầm cao mới."""


class Certainty(Enum):
    """Whether the words are beyond doubt this term, or may be others that are written alike."""

    CERTAIN = "certain"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A term found in a text: `text[start:end]` of the text as given.

    `concepts` holds every term with this form, in the order of the termbase.
    """

    start: int
    end: int
    text: str
    match: MatchKind
    concepts: tuple[TermRef, ...]
    certainty: Certainty = Certainty.CERTAIN
