"""From the text of a document to the mentions of candidates in it.

`find_mentions` goes through the lines that are article, cuts them into sentences, has the language
analyse each, marks its words, lets the patterns find spans, and gives the mentions of every
sentence. A sentence that `seen` holds already (a deck printed twice) is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from vnru_terms.lang.vi_analyser import Analyser
from vnru_terms.lang.vi_mining import MiningLanguage
from vnru_terms.mining.counts import Mention
from vnru_terms.mining.marking import Mark, Token, mark
from vnru_terms.mining.patterns import Match, find_matches, left_neighbour
from vnru_terms.text.spans import Span, sentences

_CLOSERS = " \"“”«»‘’'.,;:()"


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
    for line in lines:
        for span in sentences(line.of(text), language.abbreviations):
            sentence = span.shifted(line.start).of(text).rstrip()
            offset = line.start + span.start
            known = language.key(sentence)
            if known in seen or not known:
                continue
            seen.add(known)
            tokens = mark(sentence, analyser(sentence), language)
            matches = find_matches(sentence, tokens, language)
            yield [
                mention
                for match in matches
                if (mention := _mention(path, offset, sentence, tokens, match, language))
            ]


def _mention(
    path: str,
    offset: int,
    sentence: str,
    tokens: Sequence[Token],
    match: Match,
    language: MiningLanguage,
) -> Mention | None:
    first, last = tokens[match.start], tokens[match.end - 1]
    surface = sentence[first.start : last.end]
    if _is_unbalanced(surface):
        return None
    key = candidate_key(surface, language)
    if not key or (" " not in key and first.mark is not Mark.ACRONYM and len(key) < 4):
        return None
    return Mention(
        path=path,
        start=offset + first.start,
        end=offset + last.end,
        key=key,
        surface=surface,
        pattern=match.pattern,
        left=match.left,
        right=match.right,
        neighbour=left_neighbour(tokens, match, language),
        capital=None if _opens_sentence(sentence, first.start) else surface[:1].isupper(),
        country=any(t.mark is Mark.COUNTRY for t in tokens[match.start : match.end]),
    )


def candidate_key(surface: str, language: MiningLanguage) -> str:
    """The key that a candidate's variants share: folded, without quotes and a first classifier.

    The classifier stays where a single syllable would be left (`chuyến thăm`).
    """
    key = language.fold_variants(re.sub("[\"“”«»‘’']", "", surface))
    head, _space, rest = key.partition(" ")
    return rest if head in language.classifiers and " " in rest else key


def _opens_sentence(sentence: str, start: int) -> bool:
    return not sentence[:start].strip(_CLOSERS)


def _is_unbalanced(surface: str) -> bool:
    return any(
        surface.count(a) != surface.count(b) for a, b in (("(", ")"), ("“", "”"), ("«", "»"))
    )
