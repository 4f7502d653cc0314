"""A running text as keys to be compared, each with its place in the text as it was given.

The text is never rewritten: a word is cut out with what stands inside it (soft hyphens, zero-width
characters, stress marks, decomposed letters, a hyphen at a line's end) and its key is made from
that, so that offsets need no map. Quotation marks are no tokens; any other mark is one, and so is
the end of a paragraph, which stops every match as a full stop does.

Hyphenated compounds are one token where the terms know them as one, joined or with the hyphen;
else they are taken apart in the languages that do so. Start at `tokenise`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from vnru_terms.lang import Language
from vnru_terms.lang.recipe_keys import COMPOUND, keys_of

# Inside a word: soft hyphen, zero-width characters, combining marks.
_IN_WORD = "\\w\u00ad\u0300-\u036f\u200b-\u200d\u2060\ufeff"
# A soft hyphen may stand at the end of a line in the middle of a word.
_WORD = rf"[^\W_][{_IN_WORD}]*(?:(?<=\u00ad)\n[ \t]*[^\W_][{_IN_WORD}]*)*"
_LINKS = "'’ʼ‘`´′＇\\-\u2010-\u2015"
_WITHIN = rf"(?:[{_LINKS}]{_WORD}|[{_LINKS}]\n[ \t]*{_WORD})"
_UNSEEN = "\u00ad\u200b-\u200d\u2060\ufeff\u0300-\u036f"
_QUOTES = "\"'`´′＇‘’‚‛“”„‟«»‹›ʼ"
_TOKEN = re.compile(rf"({_WORD}{_WITHIN}*|\n[^\S\n]*\n|[^\w\s{_QUOTES}{_UNSEEN}]|_)")
_COMPOUND = re.compile("[\\-\u2010-\u2015\n]")
_PARTS = re.compile(rf"({_WORD}(?:['’ʼ‘`´′＇]{_WORD})*)")


@dataclass(slots=True)
class Tokens:
    """The keys of a text's tokens with the range of each; `glued` are those tied to the one before.

    Lists, and not frozen, because a text has hundreds of thousands; whoever gets one only reads it.
    """

    text: str
    keys: list[str]
    starts: list[int]
    ends: list[int]
    glued: frozenset[int] = field(default_factory=frozenset)


def tokenise(text: str, language: Language, known: Collection[str] = ()) -> Tokens:
    """The tokens of a text; `known` holds the keys that decide how compounds are taken."""
    pieces = _TOKEN.split(text)
    ends = list(accumulate(map(len, pieces)))
    words = pieces[1::2]
    keys = list(map(keys_of(language).__getitem__, words))
    starts, stops = ends[0:-1:2], ends[1::2]
    if COMPOUND not in keys:
        return Tokens(text, keys, starts, stops)
    return _with_compounds(text, keys, starts, stops, language, known)


def _with_compounds(
    text: str,
    keys: Sequence[str],
    starts: Sequence[int],
    stops: Sequence[int],
    language: Language,
    known: Collection[str],
) -> Tokens:
    tokens = Tokens(text, [], [], [])
    glued = set()
    for key, start, stop in zip(keys, starts, stops, strict=True):
        if key is not COMPOUND:
            tokens.keys.append(key)
            tokens.starts.append(start)
            tokens.ends.append(stop)
            continue
        for i, (part, a, b) in enumerate(_parts(text[start:stop], language, known)):
            if i and part != "-":
                glued.add(len(tokens.keys))
            tokens.keys.append(part)
            tokens.starts.append(start + a)
            tokens.ends.append(start + b)
    tokens.glued = frozenset(glued)
    return tokens


def _parts(compound: str, language: Language, known: Collection[str]) -> list[tuple[str, int, int]]:
    """The tokens of a compound, with their ranges in it."""
    pieces = list(_PARTS.finditer(compound))
    words = [keys_of(language)[piece.group()] for piece in pieces]
    whole, joined = "-".join(words), "".join(words)
    if language.compounds != "dashes" and (whole in known or joined in known):
        return [(whole if whole in known else joined, 0, len(compound))]
    if "\n" in compound:
        # A word cut at the line's end, unless the terms know better.
        return [(joined, 0, len(compound))]
    names = all(piece.group()[:1].isupper() for piece in pieces)
    shown = language.compounds
    if shown == "whole" and not (names and any(word in known for word in words)):
        if any(mark in compound for mark in "\u2012\u2013\u2014\u2015"):
            shown = "dashes"
        else:
            return [(whole, 0, len(compound))]
    parts: list[tuple[str, int, int]] = []
    for piece, word in zip(pieces, words, strict=True):
        if parts and shown != "words":
            parts.append(("-", parts[-1][2], piece.start()))
        parts.append((word, piece.start(), piece.end()))
    return parts


def compound_keys(pieces: Sequence[str], language: Language) -> set[str]:
    """The keys by which a text's compounds may be known to an index: whole and joined."""
    found = set()
    for piece in pieces:
        if _COMPOUND.search(piece):
            words = [keys_of(language)[m.group()] for m in _PARTS.finditer(piece)]
            found |= {"-".join(words), "".join(words), *words}
    return found


def vocabulary(text: str, language: Language) -> set[str]:
    """Every key that the tokens of a text may have, whatever the terms know."""
    pieces = set(_TOKEN.split(text)[1::2])
    keys = keys_of(language)
    found = {keys[piece] for piece in pieces}
    found.discard(COMPOUND)
    return found | compound_keys(list(pieces), language)
