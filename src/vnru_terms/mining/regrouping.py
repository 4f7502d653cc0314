"""Words as names need them: what the segmenter parts or joins wrongly is put right.

`regroup` joins neighbours that are one known word, joins foreign names spelt in syllables
(`Cam-pu-chia`), and takes apart what belongs to two names (`thăm | Phủ`, `Trung ương | Đảng`). The
rules know the heads of names and the country names, and nothing of single terms.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

from vnru_terms.lang.vi_analyser import Word
from vnru_terms.lang.vi_mining import MiningLanguage
from vnru_terms.text.normalise import DASHES

_LONGEST_KNOWN = 5
_TRANSLITERATED = re.compile(r"(?<![\w-])[^\W\d_a-zà-ỹ][^\W\d_]*(?:-[a-zđà-ỹăâêôơư]+)+(?![\w-])")


def regroup(sentence: str, words: Sequence[Word], language: MiningLanguage) -> list[Word]:
    """Join neighbours that are one known word; take names apart at a country (`Nga Sergey`)."""
    parts: list[Word] = []
    for word in _join_transliterated(sentence, words):
        parts.extend(_apart(sentence, word, language))
    keys = [language.key(sentence[start:end]) for start, end, _tag in parts]
    grouped: list[Word] = []
    i = 0
    while i < len(parts):
        joined = None
        if i + 1 < len(parts) and _may_join(sentence, parts, keys, i, language):
            joined, j = _joined(sentence, parts, i, language)
        if joined is None:
            joined, j = parts[i], i + 1
        grouped.append(joined)
        i = j
    return grouped


def _may_join(
    sentence: str, parts: Sequence[Word], keys: Sequence[str], i: int, language: MiningLanguage
) -> bool:
    """Whether a known word may begin at `i`; a quick no to nearly all that are none."""
    key, following = keys[i], keys[i + 1]
    before, after = parts[i], parts[i + 1]
    # Of a dash the key of both has nothing.
    if following.rpartition(" ")[2] in language.suffixes or following.isspace():
        return True
    if before.end == after.start:
        return all(_is_of_word(sentence[place], language) for place in (before.start, after.start))
    return f"{key} {following.partition(' ')[0]}" in _openings(language)


def _is_of_word(character: str, language: MiningLanguage) -> bool:
    return character.isalnum() or character in DASHES or character in _signs(language)


def _joined(
    sentence: str, parts: Sequence[Word], i: int, language: MiningLanguage
) -> tuple[Word | None, int]:
    """The longest known word that begins at `i`, and where it ends."""
    known = _known(language)
    for j in range(min(len(parts), i + _LONGEST_KNOWN), i + 1, -1):
        text = sentence[parts[i].start : parts[j - 1].end]
        if "," in text:
            continue
        key = language.key(text)
        if j == i + 2 and key.rpartition(" ")[2] in language.suffixes:
            return Word(parts[i].start, parts[j - 1].end, "V"), j
        if "-" not in text and key in known:
            tag = "Np" if key in language.countries else parts[i].tag
            tag = "A" if key in language.set_words else tag
            return Word(parts[i].start, parts[j - 1].end, tag), j
    return None, i


@cache
def _known(language: MiningLanguage) -> frozenset[str]:
    return frozenset().union(
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


@cache
def _openings(language: MiningLanguage) -> frozenset[str]:
    """What known words begin with: two syllables of them or more."""
    syllables = [key.split(" ") for key in _known(language)]
    return frozenset(" ".join(s[:n]) for s in syllables for n in range(2, len(s) + 1))


@cache
def _signs(language: MiningLanguage) -> frozenset[str]:
    """What known words have besides letters and digits; none is found over a comma."""
    return frozenset(c for c in "".join(_known(language)) if not c.isalnum() and c != ",")


def _join_transliterated(sentence: str, words: Sequence[Word]) -> Sequence[Word]:
    """A foreign name spelt in syllables is one word: `Cam-pu-chia`, `Oa-sinh-tơn`."""
    names = [m.span() for m in _TRANSLITERATED.finditer(sentence)] if "-" in sentence else []
    if not names:
        return words
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
    if " " not in text:
        return [word]
    return [
        Word(word.start + start, word.start + end, tag or word.tag)
        for start, end, tag in _pieces(text, language)
    ]


@lru_cache(maxsize=1 << 16)
def _pieces(text: str, language: MiningLanguage) -> tuple[Word, ...]:
    """The pieces of a word, placed within it; one without a tag has the word's."""
    whole = (Word(0, len(text), ""),)
    if " " not in text or language.key(text) in _known(language):
        return whole
    parts = _at_heads(text, language)
    if len(parts) > 1:
        return tuple(
            Word(start + piece.start, start + piece.end, piece.tag)
            for start, end in parts
            for piece in _pieces(text[start:end], language)
        )
    state = _state_prefix(text, language)
    if state:
        return Word(0, state, ""), Word(state + 1, len(text), "Np")
    syllables = text.split(" ")
    capital = [s[:1].isupper() for s in syllables]
    mixed = len({language.is_native_syllable(s.strip(".")) for s in syllables}) > 1
    country = any(language.key(s) in language.countries for s in (syllables[0], syllables[-1]))
    # A name with common words stuck to it: `Nguyễn Minh Vũ cảm ơn`.
    is_stuck = len(syllables) > 2 and capital[1] and not capital[-1]
    if (all(capital) and (mixed or country)) or is_stuck:
        found = []
        at = 0
        for syllable in syllables:
            start = text.index(syllable, at)
            at = start + len(syllable)
            found.append(Word(start, at, ""))
        return tuple(found)
    return whole


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
                if long_enough and key in _heads(language):
                    cuts |= {i, j}
                    i = j
                    break
            else:
                i += 1
    elif language.key(" ".join(text.split()[:2])) in language.offices:
        # An office and its verb in one word: `Đại sứ | trình`.
        cuts |= {2}
    bounds = sorted((cuts | {0, len(syllables)}) & set(range(len(syllables) + 1)))
    return [(syllables[a][0], syllables[b - 1][1]) for a, b in pairwise(bounds)]


@cache
def _heads(language: MiningLanguage) -> frozenset[str]:
    return frozenset().union(
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
