"""Fixed rows of words, and watchwords in quotation marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vnru_terms.lang.vi_mining import MiningLanguage
from vnru_terms.mining.match import Match
from vnru_terms.mining.tokens import Mark, Token

MAX_ROW = 12
MAX_QUOTED = 18
_OPENING = frozenset('"“«')
_CLOSING = frozenset('"”»')


def rows(sentence: str, tokens: Sequence[Token], language: MiningLanguage) -> Iterator[Match]:
    """Fixed rows of words: `hòa bình, ổn định, hợp tác và phát triển`."""
    if all(token.mark is not Mark.COMMA for token in tokens):
        return
    members = [_is_member(token, language) for token in tokens]
    for i, is_member in enumerate(members):
        j = _member_end(members, i) if is_member else i
        if j == i or not _joins(tokens, j):
            continue
        before = tokens[i - 1] if i else None
        is_governed = before is not None and before.mark is Mark.WORD and before.tag == "V"
        is_first = before is None or is_governed or before.mark not in (Mark.COMMA, Mark.WORD)
        is_row = False
        is_even = j == i + 1
        while _joins(tokens, j):
            is_last = tokens[j].text == "và"
            is_row = is_row or not is_last
            first = j + 1
            end = _member_end(members, first)
            if end == j + 1 or end - i > MAX_ROW:
                break
            j = end
            goes_on = j < len(tokens) and tokens[j].mark in (Mark.COMMA, Mark.WORD)
            if is_row and is_first and not goes_on:
                yield Match(i, j, "row", True, True)
            # Words of one kind are a row of their own, whatever they belong to.
            is_even = is_even and tokens[i].tag == tokens[first].tag
            if is_row and is_even:
                yield Match(i, first + 1, "row", True, not goes_on)
            is_even = is_even and j == first + 1
            if is_last:
                break


def quotes(sentence: str, tokens: Sequence[Token], language: MiningLanguage) -> Iterator[Match]:
    """A watchword in quotation marks: `“láng giềng tốt, bạn bè tốt”`."""
    opened = -1
    for i, token in enumerate(tokens):
        if token.text in _OPENING and opened < 0:
            opened = i
        elif token.text in _CLOSING and opened >= 0:
            span = tokens[opened + 1 : i]
            syllables = sum(t.syllables for t in span if t.text[:1].isalnum())
            is_one = all(t.mark is not Mark.PUNCTUATION for t in span)
            if is_one and 3 <= syllables <= MAX_QUOTED:
                yield Match(opened + 1, i, "quoted", True, True)
            opened = -1
        elif token.text in _OPENING:
            opened = i


def _is_member(token: Token, language: MiningLanguage) -> bool:
    return (
        token.mark is Mark.WORD
        and not token.is_capital
        and token.key not in language.evaluative
        and 1 <= token.syllables <= 3
        and token.tag[:1] in ("N", "V", "A")
    )


def _member_end(members: Sequence[bool], i: int) -> int:
    """Where the member of a row that begins at `i` ends: one word or two; `i` where none does."""
    end = i
    while end < min(i + 2, len(members)) and members[end]:
        end += 1
    return end


def _joins(tokens: Sequence[Token], i: int) -> bool:
    return i < len(tokens) and (tokens[i].mark is Mark.COMMA or tokens[i].text == "và")
