"""Words and parts of speech of a Vietnamese sentence, with their places in it.

`Analyser` is the small protocol behind which the word segmenter and tagger stand;
`underthesea_analyser` is the one implementation. underthesea rewrites tokens (Uỷ becomes Ủy), so
places are found again by counting letters; its recogniser of names and its `fixed_words` are not
used (the one finds a fifth of the names, the other leaks into later calls), nor its `pos_tag`,
whose 2023 model works for a single call only.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from vnru_terms import extras
from vnru_terms.text.normalise import DASHES


class Word(NamedTuple):
    """A word of a sentence: its range, and its part of speech in the tag set of VLSP 2013.

    N noun, Np name, V verb, A adjective, E preposition, C conjunction, R adverb, P pronoun,
    L determiner, M numeral, CH mark; X where the analyser could not be followed.
    """

    start: int
    end: int
    tag: str


class Analyser(Protocol):
    """Splits one sentence into words, in order, with places in the sentence as given."""

    def __call__(self, sentence: str) -> Sequence[Word]: ...


@cache
def underthesea_analyser() -> Analyser:
    """underthesea's segmenter with its part-of-speech model of 2023, both from the wheel."""
    underthesea = extras.need("mine", "underthesea")
    tagging = extras.need("mine", "underthesea.models.fast_crf_sequence_tagger")
    tagger: Any = tagging.FastCRFSequenceTagger()
    models = Path(str(underthesea.__file__)).parent / "pipeline" / "pos_tag" / "models"
    tagger.load(str(models / "pos_crf_vlsp2013_20230303"))

    def analyse(sentence: str) -> Sequence[Word]:
        spaced = _space_hyphens(sentence)
        tokens = [str(t) for t in underthesea.word_tokenize(spaced, use_token_normalize=False)]
        if not tokens:
            return ()
        tags = [str(t).rpartition("-")[2] for t in tagger.predict([[t] for t in tokens])]
        return _placed(sentence, tokens, tags)

    return analyse


_HYPHEN = re.compile(rf"(?<=\w)[{re.escape(DASHES)}](?=\w)")


def _space_hyphens(sentence: str) -> str:
    """Nam-Liên would be one word to the segmenter; with spaces it is two."""
    return _HYPHEN.sub(lambda m: f" {m.group()} ", sentence)


def _placed(sentence: str, tokens: Sequence[str], tags: Sequence[str]) -> tuple[Word, ...]:
    """Tokens with their places, found by counting the characters that are no white space."""
    places = [i for i, c in enumerate(sentence) if not c.isspace()]
    lengths = [sum(not c.isspace() for c in token) for token in tokens]
    if sum(lengths) != len(places):
        return tuple(Word(m.start(), m.end(), "X") for m in re.finditer(r"\w+|\S", sentence))
    words = []
    at = 0
    for length, tag in zip(lengths, tags, strict=True):
        if length:
            words.append(Word(places[at], places[at + length - 1] + 1, tag))
            at += length
    return tuple(words)
