"""Where candidates stand in a marked sentence: one small generator a pattern, in `PATTERNS`.

Each pattern takes the tokens of a sentence and yields `Match`es: a half-open range of tokens, the
pattern's name and whether the span is complete (bounded on both sides by something that cannot
belong to it). All nested sub-spans are yielded; counts and scores choose between them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from vnru_terms.lang.vi_mining import MiningLanguage
from vnru_terms.mining.marking import Mark, Token

MAX_SYLLABLES = 9
MAX_NAME_TOKENS = 16


class Match(NamedTuple):
    """A span of tokens that a pattern found: `tokens[start:end]`."""

    start: int
    end: int
    pattern: str
    complete: bool


Pattern = Callable[[str, Sequence[Token], MiningLanguage], Iterator[Match]]


def phrases(sentence: str, tokens: Sequence[Token], language: MiningLanguage) -> Iterator[Match]:
    """Noun and verb phrases: every sub-span of a run of content words.

    `quan hệ đối tác chiến lược`, `bảo hộ công dân`, `thiết lập quan hệ ngoại giao`.
    """
    for left, right in _runs(tokens):
        for i in range(left, right):
            if not _may_begin(tokens[i], language):
                continue
            for j in range(i + 1, right + 1):
                span = tokens[i:j]
                if sum(t.syllables for t in span) > MAX_SYLLABLES:
                    break
                if j > i + 1 and span[-1].mark is Mark.LIGHT and j < right:
                    # a verb inside governs what follows it
                    if not _may_end(span[-1], language):
                        break
                if len(span) > 1 and _may_end(span[-1], language):
                    yield Match(i, j, "phrase", _bounded(tokens, i, j, left, right, language))


def single_words(
    sentence: str, tokens: Sequence[Token], language: MiningLanguage
) -> Iterator[Match]:
    """A word of two syllables or more that is no general word: `hội đàm`, `nhậm chức`."""
    for i, token in enumerate(tokens):
        if token.mark is not Mark.WORD or token.syllables < 2:
            continue
        if token.key in language.not_alone or token.key in language.not_first:
            continue
        if token.key in language.evaluative or token.key in language.light_verbs:
            continue
        before = tokens[i - 1] if i else None
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        complete = not (
            before and before.mark is Mark.WORD and before.key not in language.not_first
        )
        complete = complete and not (after and after.mark is Mark.WORD)
        yield Match(i, i + 1, "word", complete)


def classified(sentence: str, tokens: Sequence[Token], language: MiningLanguage) -> Iterator[Match]:
    """A classifier and the act that it makes an event: `chuyến thăm chính thức`, `cuộc gặp`."""
    for i, token in enumerate(tokens[:-1]):
        if token.key not in language.classifiers or tokens[i + 1].mark not in (
            Mark.WORD,
            Mark.LIGHT,
        ):
            continue
        for j in range(i + 2, min(i + 5, len(tokens)) + 1):
            span = tokens[i + 1 : j]
            if any(t.mark not in (Mark.WORD, Mark.LIGHT) for t in span):
                break
            if any(t.mark is Mark.LIGHT for t in span[1:]):
                break
            if _may_end(span[-1], language) or j == i + 2:
                after = tokens[j] if j < len(tokens) else None
                complete = after is None or after.mark is not Mark.WORD
                yield Match(i, j, "classified", complete)


def names(sentence: str, tokens: Sequence[Token], language: MiningLanguage) -> Iterator[Match]:
    """Names of institutions, documents, events and places, from a capitalised head noun on.

    `Ủy ban liên chính phủ về hợp tác kinh tế`, `Hiệp ước về những nguyên tắc cơ bản`.
    """
    for i, token in enumerate(tokens):
        head = _head_kind(tokens, i, language)
        if head is None:
            continue
        end = _name_end(tokens, i, head, language)
        cuts = [j for j in range(i + 1, end + 1) if _may_cut(tokens, i, j, end, language)]
        for j in cuts:
            yield Match(i, j, f"name:{head}", j == end)


def offices(sentence: str, tokens: Sequence[Token], language: MiningLanguage) -> Iterator[Match]:
    """Titles: an office, its rank, and the body that it is of: `Phó Chủ tịch Hội đồng Liên bang`."""
    i = 0
    for i, token in enumerate(tokens):
        if token.key not in language.offices or token.mark is Mark.PERSON:
            continue
        if token.syllables > 1:
            yield Match(i, i + 1, "office", True)
        end = i + 1
        while end < len(tokens) and end - i < 8 and _continues_office(tokens, end, language):
            end += 1
            if tokens[end - 1].is_capital or end == len(tokens) or not _is_content(tokens[end]):
                if _may_end(tokens[end - 1], language):
                    yield Match(i, end, "office", not _more_office(tokens, end, language))
        if (
            token.is_capital
            and end + 1 < len(tokens)
            and tokens[end].mark is Mark.COMMA
            and tokens[end + 1].is_capital
            and tokens[end + 1].key in language.offices
            and tokens[end + 1].syllables > 1
        ):
            yield Match(i, end + 2, "office pair", True)


def acronyms(sentence: str, tokens: Sequence[Token], language: MiningLanguage) -> Iterator[Match]:
    """Abbreviated names, with the year that belongs to them: `ASEAN`, `UNCLOS 1982`."""
    for i, token in enumerate(tokens):
        if token.mark is not Mark.ACRONYM or set(token.text) <= set("IVXLCDM"):
            continue
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        is_dated = after is not None and len(after.text) == 4 and after.text.isdigit()
        yield Match(i, i + 2 if is_dated else i + 1, "acronym", True)


def coordinations(
    sentence: str, tokens: Sequence[Token], language: MiningLanguage
) -> Iterator[Match]:
    """Fixed rows of words: `hòa bình, ổn định, hợp tác và phát triển`, `đa phương hóa, đa dạng hóa`."""
    i = 0
    while i < len(tokens):
        if not _is_member(tokens[i], language):
            i += 1
            continue
        j = i + 1
        while (
            j + 1 < len(tokens)
            and (tokens[j].mark is Mark.COMMA or tokens[j].text == "và")
            and _is_member(tokens[j + 1], language)
        ):
            is_last = tokens[j].text == "và"
            j += 2
            free = j == len(tokens) or not _is_content(tokens[j])
            if j - i >= 3 and (j - i) <= 9 and tokens[i + 1].mark is Mark.COMMA:
                yield Match(i, j, "row", free and not _row_goes_on(tokens, j, language))
            if is_last:
                break
        i = max(j, i + 1)


def formulas(sentence: str, tokens: Sequence[Token], language: MiningLanguage) -> Iterator[Match]:
    """Set formulas of communiqués, by the language's own patterns: `theo lời mời của`."""
    starts = {t.start: i for i, t in enumerate(tokens)}
    ends = {t.end: i + 1 for i, t in enumerate(tokens)}
    for pattern in language.formulas:
        for found in pattern.finditer(sentence):
            start, end = starts.get(found.start()), ends.get(found.end())
            if start is not None and end is not None:
                yield Match(start, end, "formula", True)


PATTERNS: tuple[Pattern, ...] = (
    phrases,
    single_words,
    classified,
    names,
    offices,
    acronyms,
    coordinations,
    formulas,
)


def find_matches(sentence: str, tokens: Sequence[Token], language: MiningLanguage) -> list[Match]:
    """All that the patterns find in a sentence, one match a span: the most telling pattern's."""
    best: dict[tuple[int, int], Match] = {}
    for pattern in PATTERNS:
        for match in pattern(sentence, tokens, language):
            span = (match.start, match.end)
            old = best.get(span)
            complete = match.complete or (old is not None and old.complete)
            best[span] = match._replace(complete=complete)
    return [best[span] for span in sorted(best)]


def _runs(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Maximal ranges of content words, dashes between two of them included."""
    start = None
    for i, token in enumerate(tokens):
        inside = _is_content(token) or (
            token.mark is Mark.DASH
            and start is not None
            and i + 1 < len(tokens)
            and _is_content(tokens[i + 1])
        )
        if inside and start is None:
            start = i
        elif not inside and start is not None:
            yield start, i
            start = None
    if start is not None:
        yield start, len(tokens)


def _is_content(token: Token) -> bool:
    return token.mark in (Mark.WORD, Mark.LIGHT, Mark.ACRONYM)


def _may_begin(token: Token, language: MiningLanguage) -> bool:
    return (
        token.mark in (Mark.WORD,)
        and token.key not in language.not_first
        and token.key not in language.evaluative
        and token.tag not in {"A", "R", "E", "C"}
    ) or token.key in language.set_words


def _may_end(token: Token, language: MiningLanguage) -> bool:
    return (
        token.mark in (Mark.WORD, Mark.ACRONYM)
        or (token.mark is Mark.LIGHT and token.syllables > 1)
    ) and not (token.key in language.not_last or token.tag in {"E", "C", "R"})


def _bounded(
    tokens: Sequence[Token], i: int, j: int, left: int, right: int, language: MiningLanguage
) -> bool:
    """Whether what stands left and right of the span cannot belong to it."""
    free_left = (
        i == left or tokens[i - 1].mark is Mark.LIGHT or not _may_begin(tokens[i - 1], language)
    )
    free_right = j == right or tokens[j].mark is Mark.LIGHT or not _may_end(tokens[j], language)
    return free_left and free_right


def _head_kind(tokens: Sequence[Token], i: int, language: MiningLanguage) -> str | None:
    token = tokens[i]
    if token.mark not in (Mark.WORD, Mark.LIGHT, Mark.FOREIGN):
        return None
    keys = [token.key]
    if i + 1 < len(tokens):
        keys.insert(0, f"{token.key} {tokens[i + 1].key}")
    for kind, table in (
        ("document", language.documents),
        ("institution", language.institutions),
        ("proper", language.proper_institutions),
        ("event", language.events),
        ("place", language.places),
    ):
        if any(k in table for k in keys):
            is_named = token.is_capital or (
                kind == "proper" and i + 1 < len(tokens) and tokens[i + 1].is_capital
            )
            return kind if is_named else None
    return None


_LINKS_OF = {
    "document": frozenset({"về", "của", "giữa", "và", "vì", "các", "những"}),
    "institution": frozenset({"về", "và", "các"}),
    "proper": frozenset({"về", "và", "tại", "các", "của", "vì"}),
    "event": frozenset({"về", "và", "các", "của"}),
    "place": frozenset({"và"}),
}


def _name_end(tokens: Sequence[Token], i: int, kind: str, language: MiningLanguage) -> int:
    """Where the longest name that begins at `i` ends."""
    end = i + 1
    while end < len(tokens) and end - i < MAX_NAME_TOKENS:
        token = tokens[end]
        if token.mark in (Mark.WORD, Mark.ACRONYM):
            if token.key in language.evaluative or (token.key in language.offices and end > i + 2):
                break
            if not token.is_capital and token.tag in {"R", "T", "P"}:
                break
            end += 1
        elif (token.mark is Mark.LIGHT and (token.is_capital or _nominal(tokens, end))) or (
            token.mark in (Mark.COUNTRY, Mark.FOREIGN)
            and kind
            in (
                "proper",
                "document",
                "event",
                "place",
            )
        ):
            end += 1
        elif token.mark is Mark.COUNTRY:
            break
        elif token.mark in (Mark.LINK, Mark.DETERMINER) and token.key in _link_keys(kind, language):
            if end + 1 >= len(tokens) or not _link_leads_on(tokens, i, end, kind, language):
                break
            end += 1
        elif (
            token.mark is Mark.DASH
            and end + 1 < len(tokens)
            and (
                _is_content(tokens[end + 1])
                or (tokens[end + 1].mark is Mark.COUNTRY and kind != "institution")
            )
        ) or (token.mark is Mark.COMMA and _comma_inside(tokens, i, end, kind, language)):
            end += 1
        else:
            break
    while end > i + 1 and not _may_close_name(tokens[end - 1], language):
        end -= 1
    return end


def _link_keys(kind: str, language: MiningLanguage) -> frozenset[str]:
    return frozenset(language.key(link) for link in _LINKS_OF[kind])


def _nominal(tokens: Sequence[Token], i: int) -> bool:
    """Whether a general verb stands where a noun does: after a link, as in `về phát triển …`."""
    return tokens[i - 1].mark in (Mark.LINK,) or (
        tokens[i - 1].is_capital and tokens[i].syllables > 1 and tokens[i].tag.startswith("N")
    )


def _link_leads_on(
    tokens: Sequence[Token], i: int, at: int, kind: str, language: MiningLanguage
) -> bool:
    after = tokens[at + 1]
    if tokens[at].text == "tại":
        return after.mark is Mark.COUNTRY or after.is_capital
    if tokens[at].text == "và":
        if after.key in language.institutions or after.key in language.offices:
            return False
        if after.is_capital:
            return tokens[at - 1].is_capital and after.mark is not Mark.COUNTRY
        return after.mark is Mark.WORD and tokens[at - 1].mark is not Mark.COUNTRY
    if tokens[at].text in ("của", "giữa"):
        return after.mark is Mark.WORD or after.mark is Mark.ACRONYM
    return after.mark in (Mark.WORD, Mark.LIGHT, Mark.DETERMINER, Mark.LINK, Mark.ACRONYM)


def _comma_inside(
    tokens: Sequence[Token], i: int, at: int, kind: str, language: MiningLanguage
) -> bool:
    """A comma before a word that a later `và` or link ties to the name: `giáo dục, khoa học và …`."""
    if kind not in ("institution", "proper", "document") or at + 2 >= len(tokens) or at - i < 2:
        return False
    one, two = tokens[at + 1], tokens[at + 2]
    if one.mark is not Mark.WORD or one.is_capital:
        return False
    return two.text == "và" or (two.mark is Mark.DASH and at + 3 < len(tokens))


def _may_close_name(token: Token, language: MiningLanguage) -> bool:
    if token.mark in (Mark.COUNTRY, Mark.ACRONYM, Mark.FOREIGN):
        return True
    if token.mark is Mark.LIGHT:
        return token.is_capital or token.syllables > 1
    return token.mark is Mark.WORD and token.key not in language.not_last


def _may_cut(tokens: Sequence[Token], i: int, j: int, end: int, language: MiningLanguage) -> bool:
    """Whether a shorter name may end before `j`: at a link, a country, a lower-case word."""
    if j == i + 1:
        return tokens[i].syllables > 1
    if j == end:
        return True
    if not _may_close_name(tokens[j - 1], language):
        return False
    after = tokens[j]
    return (
        after.mark in (Mark.LINK, Mark.COUNTRY, Mark.COMMA, Mark.FOREIGN, Mark.DETERMINER)
        or (tokens[j - 1].is_capital != after.is_capital)
        or after.key in language.institutions
    )


def _continues_office(tokens: Sequence[Token], at: int, language: MiningLanguage) -> bool:
    token = tokens[at]
    if token.mark not in (Mark.WORD, Mark.LIGHT) or token.key in language.evaluative:
        return False
    if token.is_capital:
        return True
    return (
        token.mark is Mark.WORD
        and (
            (tokens[at - 1].is_capital and at >= 2 and tokens[at - 2].is_capital)
            or token.key in {language.key("thường trực"), language.key("nước")}
        )
        and token.tag.startswith(("N", "A"))
    )


def _more_office(tokens: Sequence[Token], end: int, language: MiningLanguage) -> bool:
    return end < len(tokens) and _continues_office(tokens, end, language)


def _is_member(token: Token, language: MiningLanguage) -> bool:
    return (
        token.mark in (Mark.WORD, Mark.LIGHT)
        and not token.is_capital
        and token.syllables in (1, 2, 3)
        and token.tag.startswith(("N", "V", "A"))
    )


def _row_goes_on(tokens: Sequence[Token], j: int, language: MiningLanguage) -> bool:
    return (
        j + 1 < len(tokens)
        and (tokens[j].mark is Mark.COMMA or tokens[j].text == "và")
        and _is_member(tokens[j + 1], language)
    )
