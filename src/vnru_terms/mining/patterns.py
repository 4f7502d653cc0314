"""Where candidates stand in a marked sentence: one small generator a pattern, in `PATTERNS`.

Each pattern takes the tokens of a sentence and yields `Match`es: a half-open range of tokens, the
pattern's name, and whether the span is bounded on its left and on its right by something that
cannot belong to it. Phrases, rows and names have modules of their own; the short patterns are here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vnru_terms.lang.vi_mining import MiningLanguage
from vnru_terms.mining.match import Match, Pattern
from vnru_terms.mining.names import name_spans
from vnru_terms.mining.offices import office_spans
from vnru_terms.mining.phrases import acts, bearers, classified, phrases, single_words
from vnru_terms.mining.rows import quotes, rows
from vnru_terms.mining.tokens import Mark, Token


def states(sentence: str, tokens: Sequence[Token], language: MiningLanguage) -> Iterator[Match]:
    """The formal name of a state: `Liên bang Nga`, `Cộng hòa Pháp`."""
    for i, token in enumerate(tokens):
        if token.mark is Mark.COUNTRY and token.key != language.key(token.text.split()[-1]):
            parts = token.key.split()
            if any(" ".join(parts[:n]) in language.state_forms for n in range(1, len(parts))):
                yield Match(i, i + 1, "state", True, True)


def regions(sentence: str, tokens: Sequence[Token], language: MiningLanguage) -> Iterator[Match]:
    """A part of the world, two of them joined too: `Đông Nam Á`, `châu Á - Thái Bình Dương`."""
    for i, token in enumerate(tokens):
        if token.key not in language.regions:
            continue
        end = i + 1
        while end + 1 < len(tokens) and (
            tokens[end].mark is Mark.DASH and tokens[end + 1].key in language.regions
        ):
            end += 2
        joined = i > 1 and tokens[i - 1].mark is Mark.DASH and tokens[i - 2].key in language.regions
        is_continent = token.key in language.continents and end == i + 1
        syllables = sum(t.syllables for t in tokens[i:end])
        if not is_continent and not joined and syllables > (1 if end == i + 1 else 2):
            yield Match(i, end, "region", True, True)


def names(sentence: str, tokens: Sequence[Token], language: MiningLanguage) -> Iterator[Match]:
    """Names of institutions, documents, events and places, from a capitalised head noun on."""
    for start, end, kind, is_whole in name_spans(tokens, language):
        yield Match(start, end, f"name:{kind}", True, is_whole)


def offices(sentence: str, tokens: Sequence[Token], language: MiningLanguage) -> Iterator[Match]:
    """Titles: an office, its rank, and the body it is of: `Phó Chủ tịch Hội đồng Liên bang`."""
    for start, end, is_whole in office_spans(tokens, language):
        yield Match(start, end, "office", True, is_whole)


def acronyms(sentence: str, tokens: Sequence[Token], language: MiningLanguage) -> Iterator[Match]:
    """Abbreviated names, with the year that belongs to them: `ASEAN`, `UNCLOS 1982`."""
    for i, token in enumerate(tokens):
        if token.mark is not Mark.ACRONYM or set(token.text) <= set("IVXLCDM"):
            continue
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        is_dated = after is not None and len(after.text) == 4 and after.text.isdigit()
        yield Match(i, i + 2 if is_dated else i + 1, "acronym", True, True)


def formulas(sentence: str, tokens: Sequence[Token], language: MiningLanguage) -> Iterator[Match]:
    """Set formulas of communiqués, by the language's own patterns: `theo lời mời của`."""
    small = sentence.lower()
    fitting = [formula.pattern for formula in language.formulas if formula.needle in small]
    if not fitting:
        return
    starts = {t.start: i for i, t in enumerate(tokens)}
    ends = {t.end: i + 1 for i, t in enumerate(tokens)}
    for pattern in fitting:
        for found in pattern.finditer(sentence):
            start, end = starts.get(found.start()), ends.get(found.end())
            if start is not None and end is not None:
                yield Match(start, end, "formula", True, True)


# Later patterns know more; where two find one span, the later one names it.
PATTERNS: tuple[Pattern, ...] = (
    quotes,
    acts,
    single_words,
    phrases,
    bearers,
    classified,
    rows,
    regions,
    states,
    acronyms,
    names,
    offices,
    formulas,
)


def find_matches(sentence: str, tokens: Sequence[Token], language: MiningLanguage) -> list[Match]:
    """All that the patterns find in a sentence, in order, one match a span."""
    best: dict[tuple[int, int], Match] = {}
    for pattern in PATTERNS:
        for match in pattern(sentence, tokens, language):
            old = best.get((match.start, match.end))
            if old is not None:
                match = match._replace(left=match.left, right=match.right or old.right)
            best[match.start, match.end] = match
    return [best[span] for span in sorted(best)]


def left_neighbour(tokens: Sequence[Token], match: Match, language: MiningLanguage) -> str:
    """The key of the content word that the span lacks on its left, or nothing."""
    return "" if match.left or not match.start else tokens[match.start - 1].key
