"""Where official names stand: from a capitalised head noun to what cannot belong to it.

A name goes on over capitalised and common words, over countries and foreign words where its head
allows them (Quỹ Đầu tư trực tiếp Nga; but Bộ Ngoại giao | Nga), and over the links that its head
allows (`về` after Ủy ban and Hiệp định, `giữa` after documents only). It may also be cut short
before a country or a link: the shorter form is a candidate as well. Titles are in `offices`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from vnru_terms.lang.vi_mining import MiningLanguage
from vnru_terms.mining.tokens import Mark, Token

MAX_NAME_TOKENS = 18


@dataclass(frozen=True, slots=True)
class Head:
    """What a kind of head noun allows in its name."""

    links: frozenset[str]
    countries: bool
    pairs: bool = True
    """Whether two countries joined by a dash belong to it; a meeting's holders do not."""


HEADS = {
    "document": Head(
        frozenset({"về", "của", "giữa", "và", "vì", "các", "những", "đến", "ở"}), True
    ),
    "institution": Head(frozenset({"về", "và", "các"}), False),
    "proper": Head(frozenset({"về", "và", "tại", "các", "của", "vì"}), True),
    "event": Head(frozenset({"về", "và", "các"}), True, pairs=False),
    "place": Head(frozenset({"và"}), True),
}


def name_spans(
    tokens: Sequence[Token], language: MiningLanguage
) -> Iterator[tuple[int, int, str, bool]]:
    """Start, end, kind of head, and whether it is the longest name from there."""
    for i in range(len(tokens)):
        kind = head_kind(tokens, i, language)
        if kind is None:
            continue
        end = name_end(tokens, i, HEADS[kind], language)
        for j in range(i + 1, end + 1):
            if j == end or _may_cut(tokens, i, j, language):
                is_bare = j == i + 1 and (
                    tokens[i].syllables == 1 or tokens[i].key in language.need_complement
                )
                if not is_bare:
                    yield i, j, kind, j == end or tokens[j].text == "giữa"


def head_kind(tokens: Sequence[Token], i: int, language: MiningLanguage) -> str | None:
    """The kind of name that a capitalised head noun at `i` opens, or None."""
    token = tokens[i]
    if token.key not in _openings(language) or token.mark is not Mark.WORD:
        return None
    if _within_capitals(tokens, i, language):
        return None
    keys = [token.key]
    if i + 1 < len(tokens):
        keys.append(f"{token.key} {tokens[i + 1].key}")
    for kind, table in _heads(language):
        if any(k in table for k in keys):
            before_capital = i + 1 < len(tokens) and tokens[i + 1].is_capital
            is_noun = token.tag.startswith("N") and kind in ("proper", "place")
            is_named = token.is_capital or (is_noun and before_capital)
            return kind if is_named else None
    return None


def _heads(language: MiningLanguage) -> tuple[tuple[str, frozenset[str]], ...]:
    """The head nouns by kind; where one is of two kinds, the first has it."""
    return (
        ("document", language.documents),
        ("institution", language.institutions),
        ("proper", language.proper_institutions),
        ("event", language.events),
        ("place", language.places),
    )


@cache
def _openings(language: MiningLanguage) -> frozenset[str]:
    """What head nouns begin with: one syllable of them or more, or all."""
    syllables = [head.split(" ") for _kind, heads in _heads(language) for head in heads]
    return frozenset(" ".join(s[:n]) for s in syllables for n in range(1, len(s) + 1))


def _within_capitals(tokens: Sequence[Token], i: int, language: MiningLanguage) -> bool:
    """Whether a capitalised phrase has begun before: `Đối tác Chiến lược`."""
    before = tokens[i - 1] if i else None
    if before is None or before.mark is not Mark.WORD or not before.is_capital:
        return False
    return (
        before.key not in language.offices
        and before.key not in language.institutions
        and before.key not in language.proper_institutions
    )


def name_end(tokens: Sequence[Token], i: int, head: Head, language: MiningLanguage) -> int:
    """Where the longest name that begins at `i` ends."""
    end = i + 1
    while end < len(tokens) and end - i < MAX_NAME_TOKENS:
        step = _step(tokens, i, end, head=head, language=language)
        if not step:
            break
        end += step
    while end > i + 1 and not _may_close(tokens[end - 1], language):
        end -= 1
    return end


def _step(tokens: Sequence[Token], i: int, at: int, *, head: Head, language: MiningLanguage) -> int:
    """How many tokens the name takes in at `at`; 0 where it ends."""
    token = tokens[at]
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if token.mark in (Mark.WORD, Mark.ACRONYM):
        return int(_is_name_word(tokens, i, at, language))
    if token.mark is Mark.LIGHT:
        is_tail = token.key in language.name_tails
        return int(token.is_capital or is_tail or tokens[at - 1].mark is Mark.LINK)
    if token.mark is Mark.COUNTRY and tokens[at - 1].key in language.country_bearers:
        return 1
    if token.mark is Mark.COUNTRY:
        is_pair = after is not None and after.mark is Mark.DASH and at + 2 < len(tokens)
        is_pair = is_pair and tokens[at + 2].mark is Mark.COUNTRY
        return int(is_pair if not head.countries else head.pairs or not is_pair)
    if token.mark is Mark.FOREIGN:
        return int(head.countries)
    if after is None:
        return 0
    if token.text in head.links:
        return _over_link(tokens, i, at, head, language)
    if token.mark is Mark.DASH:
        joins = after.mark in (Mark.WORD, Mark.ACRONYM)
        pairs = after.mark is Mark.COUNTRY and (
            head.countries or tokens[at - 1].mark is Mark.COUNTRY
        )
        return 2 if joins or pairs else 0
    if token.mark is Mark.COMMA and at - i >= 2:
        return int(_row_in_name(tokens, at))
    if token.text in '“"' and after.is_capital and at == i + 1:
        return _quoted(tokens, at)
    return 0


def _is_name_word(tokens: Sequence[Token], i: int, at: int, language: MiningLanguage) -> bool:
    token = tokens[at]
    if token.key in language.evaluative or token.tag in {"R", "T", "P"}:
        return False
    if token.key in language.name_stops:
        return False
    if token.key in language.offices and token.is_capital and at - i > 1:
        return tokens[at - 1].key in language.levels or tokens[at - 1].mark is Mark.DETERMINER
    is_verb = token.tag == "V" and not token.is_capital
    before = tokens[at - 1]
    if not is_verb or before.mark in (Mark.LINK, Mark.DASH):
        return True
    # A common verb is the predicate of a name in capitals, and governs what follows a long one:
    # `Bộ Ngoại giao | tổ chức`, `Trung tâm … | tổ chức`.
    is_predicate = token.key in language.predicates
    is_named = at - i > 1 and before.is_capital and before.tag.startswith("N")
    is_predicate = is_predicate or (is_named and not language.is_formed(token.key))
    return not is_predicate and at - i <= 2


def _over_link(
    tokens: Sequence[Token], i: int, at: int, head: Head, language: MiningLanguage
) -> int:
    link, after, before = tokens[at].text, tokens[at + 1], tokens[at - 1]
    if link == "đến":
        year = tokens[at + 2] if at + 2 < len(tokens) else None
        return 3 if after.text == "năm" and year is not None and year.text.isdigit() else 0
    if link == "ở":
        return 2 * int(after.key in language.regions)
    if link == "tại":
        # A mission is named by who sends and who receives: `Đại sứ quán Cuba tại Lào`.
        is_sender = before.mark is Mark.COUNTRY and tokens[at - 2].mark is not Mark.DASH
        return 2 if is_sender and after.mark is Mark.COUNTRY else 0
    if link == "về" and before.mark in (Mark.ACRONYM, Mark.FOREIGN):
        return 0
    if link == "và":
        if any(t.text == "giữa" for t in tokens[i:at]):
            return int(after.is_capital)
        fits = after.mark is Mark.WORD and (
            after.is_capital or not after.tag.startswith(("V", "A"))
        )
        fits = fits and before.mark is Mark.WORD and before.is_capital == after.is_capital
        fits = fits and before.key not in language.regions
        is_begun = at - i >= 2 or before.syllables > 2
        return int(fits and is_begun and not opens_name(after, language))
    if link in ("của", "giữa"):
        # `của hai nước`, `giữa hai bên` tell whose it is and are no part of the name.
        if link == "của" and after.text in ("các", "những") and at + 2 < len(tokens):
            return 2 * int(tokens[at + 2].mark is Mark.WORD)
        is_named = after.is_capital if link == "giữa" else after.mark is Mark.WORD
        return int(is_named)
    if link in ("các", "những"):
        return int(after.mark is Mark.WORD)
    return int(after.mark in (Mark.WORD, Mark.LIGHT, Mark.DETERMINER, Mark.LINK, Mark.ACRONYM))


def opens_name(token: Token, language: MiningLanguage) -> bool:
    """Whether a word begins with a head noun: a second name begins there."""
    return _begins_with_head(token.key, language)


@lru_cache(maxsize=1 << 16)
def _begins_with_head(key: str, language: MiningLanguage) -> bool:
    heads = (
        language.institutions,
        language.proper_institutions,
        language.offices,
        language.documents,
        language.events,
    )
    syllables = key.split(" ")
    starts = [" ".join(syllables[:n]) for n in range(2, len(syllables) + 1)] or syllables
    return any(start in table for start in (key, *starts) for table in heads)


def _row_in_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether a comma belongs to a row in a name: `hợp tác giáo dục, khoa học và công nghệ`."""
    one = tokens[at + 1]
    two = tokens[at + 2] if at + 2 < len(tokens) else None
    if one.mark is not Mark.WORD or one.is_capital or two is None:
        return False
    if two.mark is Mark.DASH:
        return True
    three = tokens[at + 3] if at + 3 < len(tokens) else None
    if three is None or three.mark is not Mark.WORD:
        return False
    return two.text == "và" or (two.mark is Mark.COMMA and _row_in_name(tokens, at + 2))


def _quoted(tokens: Sequence[Token], at: int) -> int:
    for j in range(at + 1, min(at + 12, len(tokens))):
        if tokens[j].text in '”"':
            return j + 1 - at
    return 0


def _may_close(token: Token, language: MiningLanguage) -> bool:
    if token.mark in (Mark.COUNTRY, Mark.ACRONYM, Mark.FOREIGN, Mark.NUMBER):
        return True
    if token.text in '”"':
        return True
    return token.mark in (Mark.WORD, Mark.LIGHT) and token.key not in language.not_last


def _may_cut(tokens: Sequence[Token], i: int, j: int, language: MiningLanguage) -> bool:
    """Whether a shorter name may end before `j`: at a country or a link that opens an addition."""
    if not _may_close(tokens[j - 1], language):
        return False
    after = tokens[j]
    if j == i + 1:
        return True
    if after.text in ("về", "giữa", "tại", "của"):
        return True
    return after.mark in (Mark.COUNTRY, Mark.FOREIGN) and tokens[j - 1].mark is not Mark.DASH
