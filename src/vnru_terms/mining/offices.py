"""Where titles stand: an office, its rank, and the body it is of.

`Phó Chủ tịch Hội đồng Liên bang` is a candidate as it stands, and so is the office alone where it
needs no complement. A title goes on over capitalised words and over what completes an office; the
name of a body behind it is read by the rules of names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vnru_terms.lang.vi_mining import MiningLanguage
from vnru_terms.mining.names import HEADS, head_kind, name_end, opens_name
from vnru_terms.mining.tokens import Mark, Token

MAX_TITLE_TOKENS = 8


def office_spans(
    tokens: Sequence[Token], language: MiningLanguage
) -> Iterator[tuple[int, int, bool]]:
    """Start, end of a title, and whether it is the longest one from there."""
    for i, token in enumerate(tokens):
        if token.key not in language.offices or token.mark is Mark.PERSON:
            continue
        end = i + 1
        is_alone = token.syllables > 1 and token.key not in language.need_complement
        ends = [end] if is_alone and token.key not in language.not_alone else []
        while (
            end < len(tokens) and end - i < MAX_TITLE_TOKENS and _goes_on(tokens, i, end, language)
        ):
            end += 1
            if tokens[end - 1].text == "và" and ends and ends[-1] == end - 1:
                ends.pop()
            if _may_close_title(tokens, end, language):
                ends.append(end)
        body = _body_end(tokens, i + 1, language)
        if token.key in language.speakers:
            ends = [j for j in ends if j == i + 1 or not tokens[i + 1].is_capital]
            body = 0
        for j in ends:
            yield i, j, j == i + 1 or (j == end and body <= end)
        if body > end:
            yield i, body, True
        if len(ends) == 1 and _pairs(tokens, end, language):
            yield i, end + 2, True


def _body_end(tokens: Sequence[Token], i: int, language: MiningLanguage) -> int:
    """Where the name of the body ends whose office stands before `i`; 0 where none begins."""
    kind = head_kind(tokens, i, language) if i < len(tokens) else None
    if kind != "institution" or not tokens[i].is_capital:
        return 0
    return name_end(tokens, i, HEADS[kind], language)


def _goes_on(tokens: Sequence[Token], i: int, at: int, language: MiningLanguage) -> bool:
    token, before = tokens[at], tokens[at - 1]
    if token.text == "và":
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        return (
            after is not None
            and at - i >= 2
            and before.is_capital
            and after.is_capital
            and after.mark is Mark.WORD
            and before.key not in language.offices
            and not opens_name(after, language)
        )
    if token.mark is Mark.COUNTRY:
        # The country belongs to the name of a party: `Tổng Bí thư … Đảng Cộng sản Cuba`.
        return any(t.key in language.proper_institutions for t in tokens[i + 1 : at])
    if token.mark not in (Mark.WORD, Mark.LIGHT) or token.key in language.evaluative:
        return False
    if before.mark is Mark.COUNTRY:
        return False
    if token.is_capital:
        return before.is_capital or before.key in language.offices or before.text == "và"
    if token.key in language.office_complements:
        return True
    inside_body = at - i >= 2 and before.is_capital and token.tag.startswith(("N", "A"))
    return token.mark is Mark.WORD and inside_body


def _may_close_title(tokens: Sequence[Token], end: int, language: MiningLanguage) -> bool:
    last = tokens[end - 1]
    is_bare_head = last.syllables == 1 and last.key in language.institutions
    is_whole = last.mark is Mark.COUNTRY or (
        last.mark is Mark.WORD and last.key not in language.not_last
    )
    return is_whole and not is_bare_head


def _pairs(tokens: Sequence[Token], comma: int, language: MiningLanguage) -> bool:
    """Whether two offices of one person stand here: `Tổng Bí thư, Chủ tịch nước` and a name."""
    if comma + 2 >= len(tokens) or tokens[comma].mark is not Mark.COMMA:
        return False
    second, after = tokens[comma + 1], tokens[comma + 2]
    is_office = second.key in language.offices and second.is_capital and second.syllables > 1
    is_whole = second.key not in language.need_complement
    return is_office and is_whole and after.mark in (Mark.PERSON, Mark.COUNTRY)
