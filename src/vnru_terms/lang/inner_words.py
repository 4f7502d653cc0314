"""Which words inside a longer term a reader may look up: the table `INNER_WORDS`.

A printed dictionary stands in the order of first words, and a reader remembers another one: theo
lời mời của is sought under lời mời. Not every syllable will do as an entrance: a Vietnamese one is
no word (quốc, hội and tế mean little alone), so a term is cut into words first (`cut`): the terms
of the glossary, compounds that the program knows, single syllables, as few pieces as possible.
English and Russian words stand between spaces; there only the terms of several words have to be
found, in Russian by their dictionary forms.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import lru_cache

from vnru_terms.lang import en, en_phrases, ru, ru_phrases, vi_compounds, vi_heads, vi_words
from vnru_terms.lang.token_keys import vietnamese_key
from vnru_terms.lang.vi_syllables import is_native_syllable
from vnru_terms.lang.word_lists import entries

Words = tuple[str, ...]
Cut = list[tuple[int, int]]

_EDGES = re.compile(r"^[^\w…-]+|[^\w…-]+$")
# Nothing that is one word or one term goes on behind these.
_CLOSING = (",", ";", ":", ")", "»", "”", "…")


@dataclass(frozen=True, slots=True)
class InnerWords:
    """What a language knows of the words in its terms; all words are keys.

    `key` makes the forms of a word one; `citation` gives the form to show, None where that is the
    commonest of the forms. `is_word` says whether one piece between spaces is a word to look up.
    `compounds` are words of several pieces, `openers` stand before the word that a phrase is sought
    under, and `general` say too little to be sought.
    """

    key: Callable[[str], str]
    citation: Callable[[str], str] | None
    is_word: Callable[[str], bool]
    compounds: frozenset[Words]
    openers: frozenset[Words]
    general: frozenset[Words]

    def keys(self, text: str) -> Words:
        """The keys of a term's words; marks at their edges are left out."""
        return tuple(self.key(_EDGES.sub("", word)) for word in words_of(text))

    def cut(self, text: str, terms: Collection[Words]) -> Cut:
        """A term cut into words: the ranges of its pieces between spaces, as few as possible.

        Of two ways with as many pieces the one with the longer words is taken. The term itself is
        no piece of its own, and no compound reaches over a comma or a slot.

        >>> terms = {("quôc4", "hôi5")}
        >>> INNER_WORDS["vi"].cut("Văn phòng Quốc hội", terms)
        [(0, 2), (2, 4)]
        """
        words, keys = words_of(text), self.keys(text)
        best: list[tuple[int, int, int]] = [(0, 0, 0)]
        for end in range(1, len(keys) + 1):
            ways = []
            for start in range(end):
                piece, length = keys[start:end], end - start
                closed = any(word.endswith(_CLOSING) for word in words[start : end - 1])
                known = piece in terms or (piece in self.compounds and not closed)
                if length == 1 or (known and length < len(keys)):
                    pieces, squares, _start = best[start]
                    ways.append((pieces + 1, squares - length * length, start))
            best.append(min(ways))
        cut: Cut = []
        end = len(keys)
        while end:
            start = best[end][2]
            cut.insert(0, (start, end))
            end = start
        return cut


def words_of(text: str) -> list[str]:
    """The pieces between spaces, no-break spaces among them."""
    return text.split()


# A compound's syllables come again and again.
_vietnamese_key = lru_cache(maxsize=1 << 14)(vietnamese_key)


def _russian_key(word: str) -> str:
    return ru.lemmas(word)[0] if word else ""


def _english_key(word: str) -> str:
    return en.lemmas(word)[0] if word else ""


def _russian_citation(word: str) -> str:
    parses = ru.parses_of(word.lower())
    return str(parses[0].normal_form) if parses else word


def _vietnamese(*tables: Collection[str]) -> frozenset[Words]:
    """The entries of the tables as keys of their syllables."""
    return frozenset(
        tuple(map(_vietnamese_key, entry.split())) for table in tables for entry in table
    )


def _single(key: Callable[[str], str], words: Collection[str]) -> frozenset[Words]:
    return frozenset((key(word),) for word in words)


def _is_noun(word: str) -> bool:
    """A Russian adjective stands with its noun, and the noun is sought."""
    parses = ru.parses_of(word.lower()) if len(word) > 2 and word.isalpha() else ()
    return bool(parses) and parses[0].tag.POS == "NOUN"


# One word, which the compounds in it would tear apart.
_VIETNAMESE_WORDS = entries("xã hội chủ nghĩa, cấp nhà nước")
_VIETNAMESE_OPENERS = entries("sử dụng, không sử dụng")
_VIETNAMESE_GENERAL = entries("cơ bản, sử dụng, thứ nhất, thứ hai, thứ ba, toàn quốc, chức năng")
_ENGLISH_GENERAL = (
    "affair", "between", "based", "body", "former", "general", "high", "issue", "joint", "level",
    "national", "new", "other", "party", "state", "two",
)  # fmt: skip
_RUSSIAN_GENERAL = (
    "вопрос", "государство", "дело", "имя", "лицо", "обязанность", "орган", "период", "сторона",
    "страна", "уровень",
)  # fmt: skip

INNER_WORDS: dict[str, InnerWords] = {
    "vi": InnerWords(
        key=_vietnamese_key,
        citation=None,
        # ASEAN, BRICS and visa are words, a native syllable alone seldom is one.
        is_word=lambda word: len(word) > 1 and word.isalpha() and not is_native_syllable(word),
        compounds=vi_compounds.WORDS
        | _vietnamese(
            vi_heads.INSTITUTIONS,
            vi_heads.PROPER_INSTITUTIONS,
            vi_heads.DOCUMENTS,
            vi_heads.EVENTS,
            vi_heads.OFFICES,
            vi_heads.STATE_FORMS,
            vi_heads.SET_WORDS,
            _VIETNAMESE_WORDS,
            # What is too general for a term is a word all the same: trên | tinh thần.
            vi_words.NOT_FIRST,
            vi_words.RARELY_FIRST,
            vi_words.NOT_LAST,
            vi_words.LIGHT_VERBS,
        ),
        openers=_vietnamese(
            vi_words.FUNCTION_WORDS,
            vi_words.LINKS,
            vi_words.DETERMINERS,
            vi_words.LIGHT_VERBS,
            vi_words.BARE_CLASSIFIERS,
            _VIETNAMESE_OPENERS,
        ),
        general=_vietnamese(
            vi_heads.NEED_COMPLEMENT,
            vi_words.NOT_FIRST,
            vi_words.NOT_LAST,
            vi_words.LIGHT_VERBS,
            vi_words.FUNCTION_WORDS,
            _VIETNAMESE_GENERAL,
        ),
    ),
    "en": InnerWords(
        key=_english_key,
        citation=None,
        is_word=lambda word: len(word) > 2 and word.isalpha(),
        compounds=frozenset(),
        openers=_single(_english_key, en_phrases.SMALL),
        general=_single(_english_key, (*en_phrases.SMALL, *_ENGLISH_GENERAL)),
    ),
    "ru": InnerWords(
        key=_russian_key,
        citation=_russian_citation,
        is_word=_is_noun,
        compounds=frozenset(),
        openers=_single(_russian_key, ru_phrases.SMALL),
        general=_single(_russian_key, (*ru_phrases.SMALL, *_RUSSIAN_GENERAL)),
    ),
}
