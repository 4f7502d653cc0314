"""Persons and states among the marked words: `Lê Hoài Trung`, `Sergey Lavrov`, `Liên bang Nga`."""

from __future__ import annotations

from vnru_terms.lang.vi_mining import MiningLanguage
from vnru_terms.mining.tokens import Mark, Token


def find_persons(tokens: list[Token], language: MiningLanguage) -> list[Token]:
    """A surname with one to three more capitalised syllables, and foreign names after an office."""
    marked = list(tokens)
    i = 0
    while i < len(marked):
        j = _name_end(marked, i, language) if marked[i].is_capital else i
        if j > i:
            for k in range(i, j):
                marked[k] = marked[k]._replace(mark=Mark.PERSON)
            i = j
        else:
            i += 1
    return marked


def _name_end(tokens: list[Token], i: int, language: MiningLanguage) -> int:
    first = tokens[i]
    surname = first.key.split(" ")[0] if first.key else ""
    if first.mark is Mark.FOREIGN:
        return _foreign_end(tokens, i, language)
    if first.mark is not Mark.WORD or surname not in language.surnames:
        return i
    if first.key in language.regions or (i and tokens[i - 1].key in language.places):
        return i
    j = i
    syllables = 0
    while j < len(tokens) and tokens[j].mark in (Mark.WORD, Mark.COUNTRY, Mark.LIGHT, Mark.STOP):
        parts = tokens[j].text.split()
        if not all(p[:1].isupper() and not p.isupper() for p in parts):
            break
        if j > i and tokens[j].key in language.offices:
            break
        syllables += len(parts)
        j += 1
        if syllables >= 4:
            break
    return j if 2 <= syllables <= 5 else i


def _foreign_end(tokens: list[Token], i: int, language: MiningLanguage) -> int:
    before = tokens[i - 1] if i else None
    if before is not None and before.mark in (Mark.COUNTRY, Mark.ACRONYM) and i >= 2:
        before = tokens[i - 2]
    is_named = before is not None and (
        before.key in language.offices or before.key in language.addresses
    )
    j = i
    while j < len(tokens) and tokens[j].mark is Mark.FOREIGN:
        j += 1
    return j if is_named or j - i >= 2 else i


def join_states(sentence: str, tokens: list[Token], language: MiningLanguage) -> list[Token]:
    """`Liên bang | Nga` becomes one country; not after a body that needs a complement."""
    if all(token.mark is not Mark.COUNTRY for token in tokens):
        return tokens
    joined: list[Token] = []
    i = 0
    while i < len(tokens):
        j = _state_end(tokens, i, language) if tokens[i].is_capital else i
        if j > i and not (joined and _needs_complement(joined[-1], language)):
            text = sentence[tokens[i].start : tokens[j - 1].end]
            key = language.fold_variants(text)
            joined.append(
                tokens[i]._replace(
                    end=tokens[j - 1].end,
                    text=text,
                    key=key,
                    tag="Np",
                    mark=Mark.COUNTRY,
                    syllables=len(key.split()),
                )
            )
            i = j
        else:
            joined.append(tokens[i])
            i += 1
    return joined


def _needs_complement(body: Token, language: MiningLanguage) -> bool:
    return (
        body.is_capital
        and body.key in language.institutions
        and body.key not in language.not_alone
        and body.key not in language.complete_institutions
    )


def _state_end(tokens: list[Token], i: int, language: MiningLanguage) -> int:
    for length in (3, 2, 1):
        j = i + length
        if j < len(tokens) and tokens[j].mark is Mark.COUNTRY:
            key = " ".join(language.key(t.text.rstrip(".")) for t in tokens[i:j])
            if key in language.state_forms:
                return j + 1
    return i
