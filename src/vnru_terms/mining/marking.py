"""Mark the words of a sentence: what may stand in a term, and what ends one.

`mark` takes the analyser's words and gives `Token`s: each has its range, its folded key and a
`Mark`. Known words of several syllables are put together (the segmenter is not always right about
them), persons and countries are recognised, everything else that is a word stays a WORD.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise

from vnru_terms.lang.vi_analyser import Word
from vnru_terms.lang.vi_mining import MiningLanguage


class Mark(Enum):
    """What a token is to the patterns."""

    WORD = "word"
    LIGHT = "light verb"
    STOP = "function word"
    LINK = "link"
    DETERMINER = "determiner"
    NUMBER = "number"
    DASH = "dash"
    COMMA = "comma"
    PUNCTUATION = "punctuation"
    PERSON = "person"
    COUNTRY = "country"
    FOREIGN = "foreign"
    ACRONYM = "acronym"


@dataclass(frozen=True, slots=True)
class Token:
    """A marked word: range in the sentence, text, folded key, part of speech, mark."""

    start: int
    end: int
    text: str
    key: str
    tag: str
    mark: Mark

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()

    @property
    def syllables(self) -> int:
        """How many syllables it has."""
        return len(self.key.split())


_DASHES = frozenset("-‐‑‒–—−")
_LONGEST_KNOWN = 5
# Headings are set in capitals too (CỔNG); acronyms have no vowels with marks but Ư and Ơ.
_TONED = re.compile("[ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘỜỚỞỠỢÙÚỦŨỤỪỨỬỮỰỲÝỶỸỴ]")
_GROUP = re.compile(r"^[A-Z]{1,5}-?\d{1,2}$")
_TRANSLITERATED = re.compile(r"(?<![\w-])[^\W\d_a-zà-ỹ][^\W\d_]*(?:-[a-zđà-ỹăâêôơư]+)+(?![\w-])")


def mark(sentence: str, words: Sequence[Word], language: MiningLanguage) -> tuple[Token, ...]:
    """The words of a sentence, marked."""
    pieces = _regroup(sentence, words, language)
    tokens = [_token(sentence, piece, language) for piece in pieces]
    tokens = [_as_tail(tokens, i, language) for i in range(len(tokens))]
    return tuple(_join_states(sentence, _find_persons(tokens, language), language))


def _known(language: MiningLanguage) -> tuple[frozenset[str], ...]:
    return (
        language.countries,
        language.function_words,
        language.light_verbs,
        language.offices,
        language.set_words,
        language.tails,
        language.regions,
        language.documents,
        language.events,
        language.institutions,
        language.proper_institutions,
    )


def _regroup(sentence: str, words: Sequence[Word], language: MiningLanguage) -> list[Word]:
    """Join neighbours that are one known word; take names apart at a country (`Nga Sergey`)."""
    parts: list[Word] = []
    for word in _join_transliterated(sentence, words):
        parts.extend(_apart(sentence, word, language))
    known = _known(language)
    grouped: list[Word] = []
    i = 0
    while i < len(parts):
        for j in range(min(len(parts), i + _LONGEST_KNOWN), i + 1, -1):
            text = sentence[parts[i].start : parts[j - 1].end]
            key = language.key(text)
            if j == i + 2 and key.split(" ")[-1] in language.suffixes and "," not in text:
                grouped.append(Word(parts[i].start, parts[j - 1].end, "V"))
                i = j
                break
            if "-" not in text and "," not in text and any(key in table for table in known):
                tag = "Np" if key in language.countries else parts[i].tag
                tag = "A" if key in language.set_words else tag
                grouped.append(Word(parts[i].start, parts[j - 1].end, tag))
                i = j
                break
        else:
            grouped.append(parts[i])
            i += 1
    return grouped


def _join_transliterated(sentence: str, words: Sequence[Word]) -> list[Word]:
    """A foreign name spelt in syllables is one word: `Cam-pu-chia`, `Oa-sinh-tơn`."""
    names = [m.span() for m in _TRANSLITERATED.finditer(sentence)]
    joined: list[Word] = []
    for word in words:
        while names and names[0][1] <= word.start:
            names.pop(0)
        if names and names[0][0] < word.end:
            start, end = names[0]
            if joined and joined[-1].end >= end:
                continue
            if word.start < start:
                joined.append(Word(word.start, len(sentence[:start].rstrip()), word.tag))
            joined.append(Word(start, end, "Np"))
            if word.end > end:
                after = end + len(sentence[end:]) - len(sentence[end:].lstrip())
                joined.append(Word(after, word.end, word.tag))
        else:
            joined.append(word)
    return joined


def _apart(sentence: str, word: Word, language: MiningLanguage) -> list[Word]:
    text = sentence[word.start : word.end]
    if " " not in text or any(language.key(text) in table for table in _known(language)):
        return [word]
    parts = _at_heads(text, language)
    if len(parts) > 1:
        return [
            piece
            for start, end in parts
            for piece in _apart(
                sentence, Word(word.start + start, word.start + end, word.tag), language
            )
        ]
    state = _state_prefix(text, language)
    if state:
        at = word.start + state
        return [Word(word.start, at, word.tag), Word(at + 1, word.end, "Np")]
    syllables = text.split(" ")
    capital = [s[:1].isupper() for s in syllables]
    mixed = len({language.is_native_syllable(s.strip(".")) for s in syllables}) > 1
    country = any(language.key(s) in language.countries for s in (syllables[0], syllables[-1]))
    # A name with common words stuck to it: `Nguyễn Minh Vũ cảm ơn`.
    is_stuck = len(syllables) > 2 and capital[1] and not capital[-1]
    if (all(capital) and (mixed or country)) or is_stuck:
        found = []
        at = word.start
        for syllable in syllables:
            start = sentence.index(syllable, at)
            at = start + len(syllable)
            found.append(Word(start, at, word.tag))
        return found
    return [word]


def _at_heads(text: str, language: MiningLanguage) -> list[tuple[int, int]]:
    """The word cut where the case changes and before and after the heads of names in it.

    `thăm | Phủ`, `Công ước | Viên`, `Ban Chấp hành | Trung ương | Đảng`.
    """
    syllables = [m.span() for m in re.finditer(r"\S+", text)]
    capital = [text[start].isupper() for start, _end in syllables]
    cuts = {i for i in range(1, len(syllables)) if capital[i] and not capital[i - 1]}
    if all(capital):
        i = 0
        while i < len(syllables):
            for j in range(len(syllables), i, -1):
                key = language.key(text[syllables[i][0] : syllables[j - 1][1]])
                long_enough = j - i > 1 or (i > 0 and key in language.strong_heads)
                if long_enough and any(key in table for table in _heads(language)):
                    cuts |= {i, j}
                    i = j
                    break
            else:
                i += 1
    bounds = sorted((cuts | {0, len(syllables)}) & set(range(len(syllables) + 1)))
    return [(syllables[a][0], syllables[b - 1][1]) for a, b in pairwise(bounds)]


def _heads(language: MiningLanguage) -> tuple[frozenset[str], ...]:
    return (
        language.institutions,
        language.proper_institutions,
        language.documents,
        language.offices,
        language.events,
    )


def _state_prefix(text: str, language: MiningLanguage) -> int:
    """Where the country begins in `Liên bang Nga` or `LB. Nga`, less the space; 0 in others."""
    for space in (i for i, c in enumerate(text) if c == " "):
        form, country = text[:space].rstrip("."), text[space + 1 :]
        if (
            language.key(form) in language.state_forms
            and language.key(country) in language.countries
        ):
            return space
    return 0


def _token(sentence: str, word: Word, language: MiningLanguage) -> Token:
    text = sentence[word.start : word.end]
    key = language.fold_variants(text)
    return Token(word.start, word.end, text, key, word.tag, _mark(text, key, word.tag, language))


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


def _find_persons(tokens: list[Token], language: MiningLanguage) -> list[Token]:
    """A surname with one to three more capitalised syllables, and foreign names after an office."""
    marked = list(tokens)
    i = 0
    while i < len(marked):
        j = _name_end(marked, i, language)
        if j > i:
            for k in range(i, j):
                marked[k] = _as_person(marked[k])
            i = j
        else:
            i += 1
    return marked


def _name_end(tokens: list[Token], i: int, language: MiningLanguage) -> int:
    first = tokens[i]
    surname = first.key.split(" ")[0] if first.key else ""
    if first.mark is Mark.FOREIGN:
        return _foreign_end(tokens, i, language)
    if first.mark is not Mark.WORD or surname not in language.surnames:
        return i
    if first.key in language.regions or (i and tokens[i - 1].key in language.places):
        return i
    j = i
    syllables = 0
    while j < len(tokens) and tokens[j].mark in (Mark.WORD, Mark.COUNTRY, Mark.LIGHT, Mark.STOP):
        parts = tokens[j].text.split()
        if not all(p[:1].isupper() and not p.isupper() for p in parts):
            break
        if j > i and tokens[j].key in language.offices:
            break
        syllables += len(parts)
        j += 1
        if syllables >= 4:
            break
    return j if 2 <= syllables <= 5 else i


def _foreign_end(tokens: list[Token], i: int, language: MiningLanguage) -> int:
    before = tokens[i - 1] if i else None
    if before is not None and before.mark in (Mark.COUNTRY, Mark.ACRONYM) and i >= 2:
        before = tokens[i - 2]
    is_named = before is not None and (
        before.key in language.offices or before.key in language.addresses
    )
    j = i
    while j < len(tokens) and tokens[j].mark is Mark.FOREIGN:
        j += 1
    return j if is_named or j - i >= 2 else i


def _join_states(sentence: str, tokens: list[Token], language: MiningLanguage) -> list[Token]:
    """`Liên bang | Nga` becomes one country; not after a body that needs a complement."""
    joined: list[Token] = []
    i = 0
    while i < len(tokens):
        j = _state_end(tokens, i, language)
        before = joined[-1] if joined else None
        needs_it = (
            before is not None
            and before.is_capital
            and before.key in language.institutions
            and before.key not in language.not_alone
            and before.key not in language.complete_institutions
        )
        if j > i and not needs_it:
            text = sentence[tokens[i].start : tokens[j - 1].end]
            key = language.fold_variants(text)
            joined.append(Token(tokens[i].start, tokens[j - 1].end, text, key, "Np", Mark.COUNTRY))
            i = j
        else:
            joined.append(tokens[i])
            i += 1
    return joined


def _state_end(tokens: list[Token], i: int, language: MiningLanguage) -> int:
    for length in (3, 2, 1):
        j = i + length
        if j < len(tokens) and tokens[j].mark is Mark.COUNTRY and tokens[i].is_capital:
            key = " ".join(language.key(t.text.rstrip(".")) for t in tokens[i:j])
            if key in language.state_forms:
                return j + 1
    return i


def _as_tail(tokens: Sequence[Token], i: int, language: MiningLanguage) -> Token:
    """A general verb that tells the kind of a meeting belongs to it: `hội đàm mở rộng`."""
    token = tokens[i]
    is_tail = token.mark is Mark.LIGHT and token.key in language.name_tails
    if is_tail and i and tokens[i - 1].key in language.events:
        return replace(token, tag="A", mark=Mark.WORD)
    return token


def _as_person(token: Token) -> Token:
    return Token(token.start, token.end, token.text, token.key, token.tag, Mark.PERSON)
