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
from itertools import accumulate, pairwise, product

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
    done = 0
    for at in [i for i, key in enumerate(keys) if key is COMPOUND]:
        tokens.keys += keys[done:at]
        tokens.starts += starts[done:at]
        tokens.ends += stops[done:at]
        start = starts[at]
        for i, (part, a, b) in enumerate(_parts(text[start : stops[at]], language, known)):
            if i and part != "-":
                glued.add(len(tokens.keys))
            tokens.keys.append(part)
            tokens.starts.append(start + a)
            tokens.ends.append(start + b)
        done = at + 1
    tokens.keys += keys[done:]
    tokens.starts += starts[done:]
    tokens.ends += stops[done:]
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


def vocabulary(text: str, language: Language) -> tuple[set[str], set[tuple[str, str]]]:
    """Every key that the tokens of a text may have, and every two that may be neighbours.

    Whatever the terms know: a compound counts whole, joined and taken apart.
    """
    pieces = _TOKEN.split(text)[1::2]
    keys = keys_of(language)
    # By piece the keys it may begin and end with; both are the same but for a compound.
    ends: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
    words: set[str] = set()
    pairs: set[tuple[str, str]] = set()
    for piece in set(pieces):
        key = keys[piece]
        if key is not COMPOUND:
            only = frozenset((key,))
            ends[piece] = (only, only)
            words.add(key)
            continue
        parts = [keys[m.group()] for m in _PARTS.finditer(piece)]
        whole = {"-".join(parts), "".join(parts)}
        ends[piece] = (frozenset({*whole, parts[0]}), frozenset({*whole, parts[-1]}))
        words |= {*whole, *parts}
        pairs |= set(pairwise(parts))
    for one, other in set(pairwise(pieces)):
        pairs |= set(product(ends[one][1], ends[other][0]))
    return words, pairs
