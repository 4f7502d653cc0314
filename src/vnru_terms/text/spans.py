"""Spans of a text: where its sentences and tokens begin and end.

A piece of text is never copied out and changed between reading and printing; it is a `Span`, and
`text[span.start:span.end]` gives it back. `sentences` partition the text (joining them gives the
text back, white space belongs to the sentence before it); `tokens` are words, numbers and marks,
with nothing but white space between them. What a language abbreviates comes in as an argument.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

# A number with its separators (12,5 · 6/6/2024 · 135.000), a word with inner apostrophes, a mark.
_TOKEN = re.compile(r"\d+(?:[.,:/]\d+)*|[^\W\d_]+(?:[’'][^\W\d_]+)*|[^\s]", re.UNICODE)
# A sentence may end after these, when space and a capital, digit or opening quote follow. A match
# begins with the first mark of a row: a line of a hundred thousand dots is read once, not squared.
# Pages that were put on one line have sentences without the space: `khu vực.Tại Hà Nội`.
_END = re.compile(
    r"(?<![.!?…])[.!?…]+[\"”»’')\]]*\s+(?=[\"“«‘'(\[]?[\w])|(?<=[^\W\d_]{2})\.(?=[^\W\d_]{2})",
    re.UNICODE,
)


class Span(NamedTuple):
    """A half-open range of code points: `text[start:end]`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The piece of the text that the span covers."""
        return text[self.start : self.end]

    def shifted(self, by: int) -> Span:
        """The same piece in a text that begins `by` code points earlier."""
        return Span(self.start + by, self.end + by)


def tokens(text: str) -> list[Span]:
    """Words, numbers and single marks in order; only white space stands between them.

    >>> [s.of("LB. Nga, 6/6/2024") for s in tokens("LB. Nga, 6/6/2024")]
    ['LB', '.', 'Nga', ',', '6/6/2024']
    """
    return [Span(*m.span()) for m in _TOKEN.finditer(text)]


def sentences(text: str, abbreviations: Iterable[str] = ()) -> list[Span]:
    """Sentences in order, covering the text without a gap; a line end always ends one.

    An initial (`V. Putin`) and one of `abbreviations` (`LB. Nga`) end no sentence:

    >>> text = "Tổng thống V. Putin đến. Ông ở LB. Nga."
    >>> [s.of(text) for s in sentences(text, ["LB"])]
    ['Tổng thống V. Putin đến. ', 'Ông ở LB. Nga.']
    """
    known = frozenset(a.casefold() for a in abbreviations)
    found = []
    start = 0
    for line in re.finditer(r"[^\n]*\n?", text):
        for end in _END.finditer(text, line.start(), line.end()):
            if _ends_sentence(text, start, end, known):
                found.append(Span(start, end.end()))
                start = end.end()
        if line.end() > start:
            found.append(Span(start, line.end()))
            start = line.end()
    return found


def _ends_sentence(text: str, start: int, end: re.Match[str], known: frozenset[str]) -> bool:
    if end.group() == ".":
        after = text[end.end() : end.end() + 2]
        if not (text[end.start() - 1].islower() and after[0].isupper() and after[1].islower()):
            return False
    if not end.group().startswith(".") or end.group().startswith(".."):
        following = text[end.end() : end.end() + 2].lstrip("\"“«‘'([")
        return not following[:1].islower()
    if text[end.end() : end.end() + 1].islower():
        return False
    before = re.search(r"[\w.]*$", text[max(start, end.start() - 20) : end.start()])
    word = before.group().rpartition(".")[2] if before else ""
    return not ((len(word) == 1 and word.isupper()) or word.casefold() in known)
