"""Words and parts of speech of a Vietnamese sentence, with their places in it.

`Analyser` is the small protocol behind which the word segmenter and tagger stand;
`underthesea_analyser` is the one implementation. underthesea rewrites tokens (Uỷ becomes Ủy), so
places are found again by counting letters; its recogniser of names and its `fixed_words` are not
used (the one finds a fifth of the names, the other leaks into later calls), nor its `pos_tag`,
whose 2023 model works for a single call only.

The library's models are read from its wheel and fed by `vi_segmenter` and `vi_tagger`, which give
what the library gives in a fraction of the time. Where they cannot be sure of it (a close decision,
a script they were not made for, a model of another make), the library itself is asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from vnru_terms import extras
from vnru_terms.lang.crf import parse_model
from vnru_terms.lang.vi_segmenter import Segment, is_common, segmenter, undecided
from vnru_terms.lang.vi_tagger import attributes_of
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


class Stages(NamedTuple):
    """The analysis in its stages, each taking what the one before it gives."""

    split: Callable[[str], list[str]]
    """Syllables, numbers and marks of a sentence."""
    segment: Callable[[Sequence[str]], list[str]]
    """Words of syllables, spaces within."""
    tag: Callable[[Sequence[str]], Sequence[str]]
    """A label (`B-Np`) a word."""


@cache
def underthesea_analyser() -> Analyser:
    """underthesea's segmenter with its part-of-speech model of 2023, both from the wheel."""
    split, segment, tag = underthesea_stages()

    def analyse(sentence: str) -> Sequence[Word]:
        tokens = segment(split(sentence))
        return place_words(sentence, tokens, tag(tokens)) if tokens else ()

    return analyse


@cache
def underthesea_stages() -> Stages:
    """What `underthesea_analyser` is made of."""
    return Stages(_splitter(), _segment(), _tag())


def _models() -> Path:
    return Path(str(extras.need("mine", "underthesea").__file__)).parent / "pipeline"


def _splitter() -> Callable[[str], list[str]]:
    """Syllables, numbers and marks, as the library's rules cut them.

    No rule reaches over white space, so that a piece between spaces is cut once and remembered.
    Whether it is the last of the text is part of what it is: `TASS.` loses its dot there only.
    """
    rules = extras.need("mine", "underthesea.pipeline.word_tokenize.regex_tokenize")

    @lru_cache(maxsize=1 << 16)
    def cut(piece: str) -> tuple[str, ...]:
        found = rules.tokenize(piece, use_character_normalize=False, use_token_normalize=False)
        return tuple(str(token) for token in found)

    def split(sentence: str) -> list[str]:
        text = str(rules.normalize_characters_in_text(_space_hyphens(sentence)))
        *pieces, last = text.split() or [""]
        # The `$` of a rule is the end of the text, or a line end before it.
        if text[len(text.rstrip()) :] not in {"", "\n"}:
            last += " "
        return [token for piece in pieces for token in cut(piece + " ")] + list(cut(last))

    return split


def _segment() -> Callable[[Sequence[str]], list[str]]:
    """Words from syllables, decoded here where the library would decode the same."""
    folder = _models() / "word_tokenize" / "models" / "ws_crf_vlsp2013_20230727"
    load = extras.need("mine", "joblib").load
    try:
        model = parse_model((folder / "models.bin").read_bytes())
        dictionary = load(folder / "dictionary.bin")
        decode: Segment = segmenter(model, load(folder / "features.bin"), dictionary)
    except (OSError, ValueError):
        decode = undecided

    def segment(syllables: Sequence[str]) -> list[str]:
        words = decode(syllables)
        if words is None:
            words = []
            for label, syllable in zip(_library(folder)(syllables), syllables, strict=True):
                if label == "I-W" and words:
                    words[-1] += " " + syllable
                else:
                    words.append(syllable)
        return words

    return segment


def _tag() -> Callable[[Sequence[str]], Sequence[str]]:
    """The labels (`B-Np`) of words; the library's tagger, told only what its model knows."""
    folder = _models() / "pos_tag" / "models" / "pos_crf_vlsp2013_20230303"
    core = extras.need("mine", "underthesea_core")
    load = extras.need("mine", "joblib").load
    try:
        model = parse_model((folder / "models.bin").read_bytes())
        attributes = attributes_of(model, load(folder / "features.bin"))
        tagger: Any = core.CRFTagger()
        tagger.load(str(folder / "models.bin"))
    except (OSError, ValueError):
        return _library(folder)

    def tag(words: Sequence[str]) -> Sequence[str]:
        if not is_common(words):
            return _library(folder)(words)
        labels: Sequence[str] = tagger.tag(attributes(words))
        return labels

    return tag


@cache
def _library(folder: Path) -> Callable[[Sequence[str]], Sequence[str]]:
    """The library's own way from tokens to labels, with the model in this folder."""
    tagging = extras.need("mine", "underthesea.models.fast_crf_sequence_tagger")
    tagger: Any = tagging.FastCRFSequenceTagger()
    tagger.load(str(folder))
    return lambda tokens: [str(label) for label in tagger.predict([[t] for t in tokens])]


_PIECE = re.compile(r"\S+")
_HYPHEN = re.compile(rf"(?<=\w)[{re.escape(DASHES)}](?=\w)")


def _space_hyphens(sentence: str) -> str:
    """Nam-Liên would be one word to the segmenter; with spaces it is two."""
    return _HYPHEN.sub(lambda m: f" {m.group()} ", sentence)


def place_words(sentence: str, tokens: Sequence[str], labels: Sequence[str]) -> tuple[Word, ...]:
    """Tokens with their places and tags.

    Places are found by counting the characters that are no white space; the only white space in a
    token is the single spaces between its syllables.
    """
    places = [i for piece in _PIECE.finditer(sentence) for i in range(*piece.span())]
    words = []
    at = 0
    for token, label in zip(tokens, labels, strict=True):
        end = at + len(token) - token.count(" ")
        if end > len(places):
            break
        words.append(Word(places[at], places[end - 1] + 1, label.rpartition("-")[2]))
        at = end
    if at != len(places) or len(words) != len(tokens):
        return tuple(Word(m.start(), m.end(), "X") for m in re.finditer(r"\w+|\S", sentence))
    return tuple(words)
