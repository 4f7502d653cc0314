"""StarDict (GoldenDict, KOReader, sdcv): a zip for each direction with .ifo, .idx, .dict and .syn.

The index is sorted as StarDict sorts (ASCII letters without case, then bytes), offsets are 32-bit
big-endian. Articles are HTML. Synonyms lead to a headword from what people type: without
diacritics, with е for ё, and from the inflected forms of a language that inflects. Written after
the format's own description, without a library.
"""

from __future__ import annotations

import heapq
import html
import struct
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from itertools import groupby, islice
from typing import IO

from vnru_terms.formats.comments import flat
from vnru_terms.formats.format import Format, Selection
from vnru_terms.formats.headwords import (
    DICTIONARY_PARTS,
    EXAMPLE,
    LABEL,
    LINK,
    PLAIN,
    TERM,
    Headword,
    Line,
    Senses,
    unordered_headwords,
)
from vnru_terms.formats.pairs import base_name
from vnru_terms.formats.tally import TOO_LONG, Tally
from vnru_terms.formats.zipped import from_start, zipped
from vnru_terms.lang import LANGUAGES
from vnru_terms.store.term_phrases import phrase_of

_SORTED_AT_ONCE = 200_000
# Readers keep a headword in 256 bytes, with a zero at its end.
LONGEST = 255
_LOWER = bytes.maketrans(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ", b"abcdefghijklmnopqrstuvwxyz")
_TAGS = {
    PLAIN: ("", ""),
    LABEL: ("<small><i>", "</i></small>"),
    TERM: ("<b>", "</b>"),
    EXAMPLE: ("<blockquote>", "</blockquote>"),
}


def stream_stardict(selection: Selection, tally: Tally) -> Mapping[str, Iterator[bytes]]:
    """A zip for each target language."""
    return {
        f"{base_name(selection, target)}.stardict.zip": zipped(_parts(selection, target, tally))
        for target in selection.targets
    }


def _parts(
    selection: Selection, target: str, tally: Tally
) -> Iterator[tuple[str, Iterable[bytes]]]:
    """The files of a dictionary. In memory are the headwords alone: the index is sorted by them."""
    name = base_name(selection, target)
    found = unordered_headwords(selection, target, tally)
    words = [word for word in found if _fits(word.text, tally)]
    words.sort(key=lambda word: stardict_key(word.text.encode()))
    senses = Senses(selection, target)
    with tempfile.TemporaryFile() as index, tempfile.TemporaryFile() as synonyms:

        def articles() -> Iterator[bytes]:
            at = 0
            for word in words:
                article = _article(word, senses).encode("utf-8", "replace")
                index.write(word.text.encode() + b"\0" + struct.pack(">II", at, len(article)))
                at += len(article)
                yield article

        yield f"{name}/{name}.dict", articles()
        size = index.tell()
        yield f"{name}/{name}.idx", from_start(index)
        others = 0
        for text, number in _synonyms(words, selection.source):
            others += 1
            synonyms.write(text + b"\0" + struct.pack(">I", number))
        if others:
            yield f"{name}/{name}.syn", from_start(synonyms)
        about = _about(selection, target, len(words), others, size)
        yield f"{name}/{name}.ifo", (about.encode("utf-8", "replace"),)


def _about(selection: Selection, target: str, words: int, synonyms: int, size: int) -> str:
    settings = selection.settings
    title = flat(settings.title.get(target, "")) or "vnru-terms"
    lines = [
        "StarDict's dict ifo file",
        "version=2.4.2",
        f"wordcount={words}",
        *([f"synwordcount={synonyms}"] if synonyms else []),
        f"idxfilesize={size}",
        f"bookname={title} ({selection.source}-{target})",
        f"date={settings.date.replace('-', '.')}",
        f"description={flat(f'Edition {settings.edition}. {settings.licence}')}",
        "sametypesequence=h",
    ]
    return "\n".join(lines) + "\n"


def stardict_key(word: bytes) -> tuple[bytes, bytes]:
    """The order of StarDict's own index: without ASCII case, then with it.

    >>> sorted([b"b", b"B", b"a"], key=stardict_key)
    [b'a', b'B', b'b']
    """
    return word.translate(_LOWER), word


def _fits(text: str, tally: Tally) -> bool:
    if len(text.encode("utf-8", "replace")) <= LONGEST and not _unfit(text):
        return True
    tally.add(TOO_LONG, f"{text[:40]}…")
    return False


def _unfit(text: str) -> bool:
    """Whether a character is in the text that would end the word or cannot be written."""
    return any(c in "\0\n" or "\ud800" <= c <= "\udfff" for c in text)


def _synonyms(words: list[Headword], language: str) -> Iterator[tuple[bytes, int]]:
    """Other spellings with the number of the headword that they lead to, sorted."""
    known = {word.text for word in words}

    def keyed() -> Iterator[bytes]:
        for at, word in enumerate(words):
            for text in _spellings(word, language):
                data = text.encode("utf-8", "replace")
                if text and text not in known and len(data) <= LONGEST and not _unfit(text):
                    # Sorts as (StarDict's key, number) does: no zero and no line end is in a word.
                    yield b"%b\0%b\0%010d\n" % (*stardict_key(data), at)

    for line, _same in groupby(_sorted(keyed())):
        _key, data, at = line[:-1].split(b"\0")
        yield data, int(at)


def _sorted(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Lines in order; what is more than memory should hold is sorted on the disk."""
    lines = iter(lines)
    with ExitStack() as stack:
        runs: list[IO[bytes]] = []
        while run := list(islice(lines, _SORTED_AT_ONCE)):
            if len(run) < _SORTED_AT_ONCE and not runs:
                yield from sorted(run)
                return
            file = stack.enter_context(tempfile.TemporaryFile())
            file.writelines(sorted(run))
            file.seek(0)
            runs.append(file)
        yield from heapq.merge(*runs)


def _spellings(word: Headword, language: str) -> Iterator[str]:
    """What may be typed or selected for a headword."""
    spoken = LANGUAGES[language]
    for entry, term in word.senses:
        surface = " ".join(term.surface.split())
        yield from (surface, surface.lower(), spoken.fold(surface))
        if spoken.inflects and term.is_permitted:
            for recipe in spoken.recipes(phrase_of(term, entry.kind)):
                for _cell, tokens in recipe.spellings():
                    yield " ".join(tokens)


def _article(word: Headword, senses: Senses) -> str:
    parts = []
    for number, (entry, term) in enumerate(word.senses, start=1):
        head = f"<b>{number}.</b> " if len(word.senses) > 1 else ""
        lines = [f"<div>{_marked(line)}</div>" for line in senses.lines(entry, term)]
        parts.append(f"<div>{head}{''.join(lines)}</div>")
    return "".join(parts)


def _marked(line: Line) -> str:
    texts = []
    for piece in line:
        text = html.escape(piece.text.replace("\0", ""))
        if piece.style == LINK:
            texts.append(f'<a href="bword://{text}">{text}</a>')
        elif text:
            before, behind = _TAGS[piece.style]
            texts.append(f"{before}{text}{behind}")
    return "".join(texts)


STARDICT = Format(
    name="stardict",
    suffix=".zip",
    client="StarDict, GoldenDict, KOReader, sdcv",
    carries=DICTIONARY_PARTS,
    stream=stream_stardict,
)
