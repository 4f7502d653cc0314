"""A match: a span of a sentence's tokens that a pattern found."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from vnru_terms.lang.vi_mining import MiningLanguage
from vnru_terms.mining.tokens import Token


class Match(NamedTuple):
    """A span of tokens that a pattern found, `tokens[start:end]`, and which sides are bounded."""

    start: int
    end: int
    pattern: str
    left: bool
    right: bool


Pattern = Callable[[str, Sequence[Token], MiningLanguage], Iterator[Match]]
