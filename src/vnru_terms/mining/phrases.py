"""Phrases of common words: nouns and verbs with what they govern, and acts made into events.

Vietnamese puts the head first: what lacks its head (`chiến lược toàn diện`) is a fragment, what
lacks a modifier (`đối tác chiến lược`) may be the broader term. Every sub-span of a run of content
words is yielded that may begin and end where it does; counts and features choose between them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from vnru_terms.lang.vi_mining import MiningLanguage
from vnru_terms.mining.match import Match
from vnru_terms.mining.names import head_kind, opens_name
from vnru_terms.mining.tokens import Mark, Token

MAX_SYLLABLES = 12
MAX_CLASSIFIED = 5


def single_words(
    sentence: str, tokens: Sequence[Token], language: MiningLanguage
) -> Iterator[Match]:
    """A word of two syllables or more that is no general word: `hội đàm`, `nhậm chức`."""
    general = _never_alone(language)
    for left, right in _runs(tokens):
        for i in range(left, right):
            token = tokens[i]
            if token.mark is not Mark.WORD or token.syllables < 2 or token.tag in {"R", "C"}:
                continue
            if token.key not in general:
                yield _match(tokens, i, i + 1, "word", (left, right), language)


def phrases(sentence: str, tokens: Sequence[Token], language: MiningLanguage) -> Iterator[Match]:
    """Noun and verb phrases: every sub-span of a run of content words.

    `quan hệ đối tác chiến lược`, `bảo hộ công dân`, `thiết lập quan hệ ngoại giao`.
    """
    for left, right in _runs(tokens):
        for i in range(left, right):
            if not _may_begin_phrase(tokens, i, language) or _after_dash(tokens, i):
                continue
            if tokens[i].key in language.classifiers or _speaks(tokens, i, language):
                continue
            syllables = tokens[i].syllables
            for j in range(i + 2, right + 1):
                syllables += tokens[j - 1].syllables
                if syllables > MAX_SYLLABLES:
                    break
                if _ends_phrase(tokens, i, j - 1, language):
                    break
                is_torn = j < right and tokens[j].mark is Mark.DASH
                is_torn = is_torn or _goes_on_in_capitals(tokens, j, language)
                if not is_torn and _may_end(tokens[j - 1], language):
                    yield _match(tokens, i, j, "phrase", (left, right), language)


def bearers(sentence: str, tokens: Sequence[Token], language: MiningLanguage) -> Iterator[Match]:
    """A phrase whose last word needs a country: `cộng đồng người Việt Nam`."""
    for i, token in enumerate(tokens[:-1]):
        country = tokens[i + 1]
        if token.key not in language.country_bearers or country.mark is not Mark.COUNTRY:
            continue
        has_tail = i + 2 < len(tokens) and tokens[i + 2].key in language.tails
        if has_tail:
            yield Match(i, i + 3, "bearer", True, True)
        start = i
        while start and tokens[start - 1].mark is Mark.WORD and i - start < 2:
            start -= 1
            if _may_begin(tokens[start], language) and tokens[start].tag.startswith("N"):
                yield Match(start, i + 2, "bearer", True, True)
                if has_tail:
                    yield Match(start, i + 3, "bearer", True, True)


def classified(sentence: str, tokens: Sequence[Token], language: MiningLanguage) -> Iterator[Match]:
    """A classifier and the act that it makes an event: `chuyến thăm chính thức`, `cuộc gặp`."""
    for i, token in enumerate(tokens[:-1]):
        after = tokens[i + 1]
        if token.key not in language.classifiers or after.mark not in (Mark.WORD, Mark.LIGHT):
            continue
        if token.key not in language.event_classifiers and token.key in language.bare_classifiers:
            continue
        limit = min(i + MAX_CLASSIFIED, len(tokens))
        for j in range(i + 2, limit + 1):
            span = tokens[i + 2 : j]
            if any(t.mark is not Mark.WORD for t in span) or _opens_title(tokens, j - 1, language):
                break
            if j == i + 2 and not _is_event(token, after, language):
                continue
            if j == i + 2 or _may_end(tokens[j - 1], language):
                right = j == len(tokens) or tokens[j].mark is not Mark.WORD
                yield Match(i, j, "classified", True, right)


def acts(sentence: str, tokens: Sequence[Token], language: MiningLanguage) -> Iterator[Match]:
    """A general verb with a short object: `trình quốc thư`, `duy trì nguyên trạng`."""
    for i, token in enumerate(tokens[:-1]):
        if token.mark is not Mark.LIGHT or not tokens[i + 1].tag.startswith("N"):
            continue
        for j in range(i + 2, min(i + 4, len(tokens) + 1)):
            if any(t.mark is not Mark.WORD or t.is_capital for t in tokens[i + 1 : j]):
                break
            right = j == len(tokens) or tokens[j].mark is not Mark.WORD
            if _may_end(tokens[j - 1], language) and right:
                yield Match(i, j, "act", True, True)


def _match(
    tokens: Sequence[Token],
    i: int,
    j: int,
    pattern: str,
    run: tuple[int, int],
    language: MiningLanguage,
) -> Match:
    left, right = run
    before = tokens[i - 1] if i > left else None
    after = tokens[j] if j < right else None
    free_left = before is None or not _may_be_head(before, tokens[i], language)
    free_right = after is None or not _may_end(after, language)
    return Match(i, j, pattern, free_left, free_right)


def _runs(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Maximal ranges of content words, dashes between two of them included."""
    start = None
    for i, token in enumerate(tokens):
        if token.mark is Mark.WORD or token.mark is Mark.ACRONYM:
            if start is None:
                start = i
        elif start is not None and not _is_joint(tokens, i):
            yield start, i
            start = None
    if start is not None:
        yield start, len(tokens)


def _is_joint(tokens: Sequence[Token], i: int) -> bool:
    is_inner = tokens[i].mark is Mark.DASH and i + 1 < len(tokens)
    return is_inner and _is_content(tokens[i + 1])


def _is_content(token: Token) -> bool:
    return token.mark in (Mark.WORD, Mark.ACRONYM)


def _may_begin(token: Token, language: MiningLanguage) -> bool:
    if token.key in language.set_words or token.key in language.regions:
        return True
    is_noun_or_verb = token.tag not in {"A", "R", "E", "C"}
    barred = token.key in language.not_first or token.key in language.tails
    return token.mark is Mark.WORD and not barred and is_noun_or_verb


def _may_begin_phrase(tokens: Sequence[Token], i: int, language: MiningLanguage) -> bool:
    """As `_may_begin`; an adjective may before a noun too: `tin cậy chính trị`."""
    token, after = tokens[i], tokens[i + 1] if i + 1 < len(tokens) else None
    if token.tag == "A" and after is not None and after.tag == "N":
        return _may_begin(token._replace(tag="N"), language)
    return _may_begin(token, language)


def _may_end(token: Token, language: MiningLanguage) -> bool:
    if token.key in language.tails:
        return True
    barred = token.tag in {"E", "C", "R"} or token.key in language.not_last
    return _is_content(token) and not barred


def _may_be_head(before: Token, first: Token, language: MiningLanguage) -> bool:
    """Whether the word on the left may be the head that a span lacks.

    An adjective never is, a verb is none of a noun phrase, and a general head may be left out
    (`quan hệ | đối tác chiến lược`).
    """
    if before.mark is Mark.DASH:
        return True
    is_verb = before.tag == "V" and not before.is_capital
    if before.tag == "A" or (is_verb and first.tag.startswith("N")):
        return False
    return before.key not in _never_heads(language)


@cache
def _never_alone(language: MiningLanguage) -> frozenset[str]:
    return frozenset().union(
        language.not_alone,
        language.need_complement,
        language.not_first,
        language.rarely_first,
        language.evaluative,
        language.light_verbs,
        language.tails,
        language.regions,
    )


@cache
def _never_heads(language: MiningLanguage) -> frozenset[str]:
    return frozenset().union(
        language.not_first,
        language.rarely_first,
        language.weak_first,
        language.transparent,
        language.classifiers,
        language.offices,
        language.evaluative,
    )


def _opens_title(tokens: Sequence[Token], i: int, language: MiningLanguage) -> bool:
    """Whether a person's title begins here: a capitalised office, unless it tells a level."""
    if tokens[i].key not in language.offices or not tokens[i].is_capital:
        return False
    return not (i > 0 and tokens[i - 1].key in language.levels)


def _ends_phrase(tokens: Sequence[Token], i: int, at: int, language: MiningLanguage) -> bool:
    """Whether the word at `at` cannot go on the phrase that begins at `i`."""
    token = tokens[at]
    is_predicate = token.tag == "V" and not token.is_capital and tokens[at - 1].is_capital
    is_body = opens_name(tokens[i], language)
    if is_predicate and (at - i > 1 or is_body) and tokens[i].is_capital:
        return True
    if token.key in language.predicates and not token.is_capital:
        return is_body or tokens[at - 1].is_capital
    return _opens_title(tokens, at, language) or _opens_name(tokens, i, at, language)


def _opens_name(tokens: Sequence[Token], i: int, at: int, language: MiningLanguage) -> bool:
    """Whether a name begins within a phrase in lower case: `ký kết | Hiệp ước`."""
    is_name = tokens[at].is_capital and head_kind(tokens, at, language) is not None
    return is_name and not tokens[i].is_capital


def _goes_on_in_capitals(tokens: Sequence[Token], j: int, language: MiningLanguage) -> bool:
    """Whether `và` and a capital follow a capital: `Bộ Kế hoạch | và Đầu tư`."""
    return (
        j + 1 < len(tokens)
        and tokens[j].text == "và"
        and tokens[j - 1].is_capital
        and tokens[j + 1].is_capital
        and tokens[j + 1].mark is Mark.WORD
        and not opens_name(tokens[j + 1], language)
    )


def _speaks(tokens: Sequence[Token], i: int, language: MiningLanguage) -> bool:
    """Whether somebody is meant who speaks for a body: `lãnh đạo | Bộ Y tế`."""
    is_named = i + 1 < len(tokens) and tokens[i + 1].is_capital
    return is_named and tokens[i].key in language.speakers


def _after_dash(tokens: Sequence[Token], i: int) -> bool:
    return i > 0 and tokens[i - 1].mark is Mark.DASH and not tokens[i].is_capital


def _is_event(classifier: Token, act: Token, language: MiningLanguage) -> bool:
    """A general act needs a classifier of events: `cuộc gặp gỡ`, but not `sự quan tâm`."""
    is_general = act.key in language.not_alone or act.key in language.light_verbs
    return not is_general or classifier.key in language.event_classifiers
