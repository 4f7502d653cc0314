"""From the text of a document to the mentions of candidates in it.

`find_mentions` goes through the lines that are article, cuts them into sentences, has the language
analyse each, marks its words, lets the patterns find spans, and gives the mentions of every
sentence. A sentence that `seen` holds already (a deck printed twice) is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from vnru_terms.lang.vi_analyser import Analyser
from vnru_terms.lang.vi_mining import MiningLanguage
from vnru_terms.mining.acronyms import find_definitions
from vnru_terms.mining.counts import Mention
from vnru_terms.mining.marking import mark
from vnru_terms.mining.match import Match
from vnru_terms.mining.patterns import find_matches, left_neighbour
from vnru_terms.mining.tokens import Mark, Token
from vnru_terms.text.spans import Span, sentences

LEAD_SENTENCES = 3
# A sentence of a communiqué may have 1,000 characters; what is longer is a list without full stops.
LONGEST_SENTENCE = 2000
_CLOSERS = " \"“”«»‘’'.,;:()"
_QUOTES = re.compile("[\"“”«»‘’']")
_PAIRED = re.compile("[()“”«»]")


class _Place(NamedTuple):
    """What the mentions in a sentence share: where it is, where its first word begins."""

    path: str
    offset: int
    sentence: str
    opening: int
    lead: bool
    countries: list[int]


def find_mentions(
    path: str,
    text: str,
    lines: Sequence[Span],
    *,
    language: MiningLanguage,
    analyser: Analyser,
    seen: set[str],
) -> Iterator[list[Mention]]:
    """The mentions in each new sentence of the given lines; `seen` takes in the new sentences."""
    for number, span in enumerate(find_sentences(text, lines, language), 1):
        sentence = span.of(text).rstrip()
        offset = span.start
        known = language.key(sentence)
        if known in seen or not known:
            continue
        seen.add(known)
        tokens = mark(sentence, analyser(sentence), language)
        matches = find_matches(sentence, tokens, language)
        acronyms = find_definitions(tokens, matches, language)
        place = _Place(
            path=path,
            offset=offset,
            sentence=sentence,
            opening=len(sentence) - len(sentence.lstrip(_CLOSERS)),
            lead=number <= LEAD_SENTENCES,
            countries=[i for i, token in enumerate(tokens) if token.mark is Mark.COUNTRY],
        )
        yield [
            mention
            for match in matches
            if (mention := _mention(place, tokens, match, acronyms.get(match, ""), language))
        ]


def find_sentences(text: str, lines: Sequence[Span], language: MiningLanguage) -> Iterator[Span]:
    """The sentences of the given lines that are in the language, none of them endless."""
    for line in lines:
        for sentence in sentences(line.of(text), language.abbreviations):
            for span in _pieces(sentence.shifted(line.start), text):
                if language.is_running_text(span.of(text)):
                    yield span


def _pieces(span: Span, text: str) -> Iterator[Span]:
    """The span, or pieces of it no longer than LONGEST_SENTENCE, cut before a word."""
    while span.end - span.start > LONGEST_SENTENCE:
        limit = span.start + LONGEST_SENTENCE
        cut = max(text.rfind(mark, span.start, limit) for mark in ";,") + 1
        cut = cut or text.rfind(" ", span.start, limit) + 1 or limit
        yield Span(span.start, cut)
        span = Span(cut, span.end)
    yield span


def _mention(
    place: _Place, tokens: Sequence[Token], match: Match, acronym: str, language: MiningLanguage
) -> Mention | None:
    first, last = tokens[match.start], tokens[match.end - 1]
    surface = place.sentence[first.start : last.end]
    if _is_unbalanced(surface):
        return None
    key = candidate_key(surface, language)
    if not key or (" " not in key and first.mark is not Mark.ACRONYM and len(key) < 4):
        return None
    return Mention(
        path=place.path,
        start=place.offset + first.start,
        end=place.offset + last.end,
        key=key,
        surface=surface,
        pattern=match.pattern,
        left=match.left,
        right=match.right,
        neighbour=left_neighbour(tokens, match, language),
        capital=surface[:1].isupper() if first.start > place.opening else None,
        country=any(match.start <= i < match.end for i in place.countries),
        lead=place.lead,
        acronym=acronym,
    )


def candidate_key(surface: str, language: MiningLanguage) -> str:
    """The key that a candidate's variants share: folded, without quotes and a first classifier.

    The classifier stays where a single syllable would be left (`chuyến thăm`).
    """
    key = language.fold_variants(_QUOTES.sub("", surface))
    head, _space, rest = key.partition(" ")
    return rest if head in language.classifiers and " " in rest else key


def _is_unbalanced(surface: str) -> bool:
    return _PAIRED.search(surface) is not None and any(
        surface.count(a) != surface.count(b) for a, b in (("(", ")"), ("“", "”"), ("«", "»"))
    )
