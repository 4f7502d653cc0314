"""Mark the words of a sentence: what may stand in a term, and what ends one.

`mark` takes the analyser's words and gives `Token`s: each has its range, its folded key and a
`Mark`. Words are regrouped first (`regrouping`), persons and states are recognised last
(`persons`); everything else that is a word stays a WORD.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from vnru_terms.lang.vi_analyser import Word
from vnru_terms.lang.vi_mining import MiningLanguage
from vnru_terms.mining.persons import find_persons, join_states
from vnru_terms.mining.regrouping import regroup
from vnru_terms.mining.tokens import Mark, Token

_DASHES = frozenset("-‐‑‒–—−")
# Headings are set in capitals too (CỔNG); acronyms have no vowels with marks but Ư and Ơ.
_TONED = re.compile("[ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘỜỚỞỠỢÙÚỦŨỤỪỨỬỮỰỲÝỶỸỴ]")
_GROUP = re.compile(r"^[A-Z]{1,5}-?\d{1,2}$")


def mark(sentence: str, words: Sequence[Word], language: MiningLanguage) -> tuple[Token, ...]:
    """The words of a sentence, marked."""
    tokens = []
    for start, end, tag in regroup(sentence, words, language):
        text = sentence[start:end]
        tokens.append(Token(start, end, text, *_reading(text, tag, language)))
    for i, token in enumerate(tokens):
        if token.mark is Mark.LIGHT and i:
            tokens[i] = _settled(token, tokens[i - 1], language)
    return tuple(join_states(sentence, find_persons(tokens, language), language))


@lru_cache(maxsize=1 << 16)
def _reading(text: str, tag: str, language: MiningLanguage) -> tuple[str, str, Mark, bool, int]:
    """What a token is wherever it stands: key, tag, mark, capital, syllables."""
    key = language.fold_variants(text)
    found = _mark(text, key, tag, language)
    return key, tag, found, text[:1].isupper(), len(key.split())


def _mark(text: str, key: str, tag: str, language: MiningLanguage) -> Mark:
    if not any(c.isalnum() for c in text):
        if text in _DASHES:
            return Mark.DASH
        return Mark.COMMA if text == "," else Mark.PUNCTUATION
    if _GROUP.match(text):
        return Mark.ACRONYM
    if any(c.isdigit() for c in text):
        return Mark.NUMBER
    capital = text[:1].isupper()
    plain = language.key(text)
    if any(plain in table for table in (language.regions, language.set_words, language.tails)):
        return Mark.WORD
    if capital and plain in language.countries:
        return Mark.COUNTRY
    if len(text) > 1 and set(text) <= set("IVX"):
        return Mark.NUMBER
    letters = text.replace("-", "").replace(".", "")
    is_short = (
        (len(letters) >= 3 or text == "EU")
        and letters.isupper()
        and letters.isalpha()
        and " " not in text
    )
    if is_short and not _TONED.search(text):
        return Mark.NUMBER if plain in language.units else Mark.ACRONYM
    if capital and not all(language.is_native_syllable(s) for s in text.split()):
        return Mark.FOREIGN
    if plain in language.links:
        return Mark.LINK
    if plain in language.determiners:
        return Mark.DETERMINER
    if plain in language.function_words:
        return Mark.STOP
    if plain in language.light_verbs and not (capital and tag.startswith("N")):
        return Mark.LIGHT
    if plain in language.units or tag == "M":
        return Mark.NUMBER if plain in language.units else Mark.WORD
    if tag in {"E", "C", "R", "P", "L", "T", "I", "X"} and " " not in text and not capital:
        return Mark.STOP
    return Mark.WORD


def _settled(token: Token, before: Token, language: MiningLanguage) -> Token:
    """A general verb belongs to a meeting whose kind it tells, and to a name in capitals.

    `hội đàm mở rộng`, `Bộ Giao thông và Xây dựng`.
    """
    if token.key in language.name_tails and before.key in language.events:
        return token._replace(tag="A", mark=Mark.WORD)
    return token._replace(mark=Mark.WORD) if token.is_capital else token
