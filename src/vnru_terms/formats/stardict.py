"""StarDict (GoldenDict, KOReader, sdcv): a zip for each direction with .ifo, .idx, .dict and .syn.

The index is sorted as StarDict sorts (ASCII letters without case, then bytes), offsets are 32-bit
big-endian. Articles are HTML. Synonyms lead to a headword from what people type: without
diacritics, with е for ё, and from the inflected forms of a language that inflects. Written after
the format's own description, without a library.
"""

from __future__ import annotations

import html
import io
import struct
import zipfile
from collections.abc import Iterator

from vnru_terms.formats.comments import flat
from vnru_terms.formats.format import Format, Rendered, Selection
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
    headwords,
)
from vnru_terms.formats.pairs import base_name
from vnru_terms.formats.tally import TOO_LONG, Tally
from vnru_terms.lang import LANGUAGES
from vnru_terms.store.term_phrases import phrase_of

# Readers keep a headword in 256 bytes, with a zero at its end.
LONGEST = 255
_LOWER = bytes.maketrans(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ", b"abcdefghijklmnopqrstuvwxyz")
_TAGS = {
    PLAIN: ("", ""),
    LABEL: ("<small><i>", "</i></small>"),
    TERM: ("<b>", "</b>"),
    EXAMPLE: ("<blockquote>", "</blockquote>"),
}


def render_stardict(selection: Selection) -> Rendered:
    """A zip for each target language."""
    tally = Tally()
    files = {
        f"{base_name(selection, target)}.stardict.zip": _zip(selection, target, tally)
        for target in selection.targets
    }
    return Rendered(files, tally.told())


def _zip(selection: Selection, target: str, tally: Tally) -> bytes:
    name = base_name(selection, target)
    words = [word for word in headwords(selection, target, tally) if _fits(word.text, tally)]
    words.sort(key=lambda word: stardict_key(word.text.encode()))
    senses = Senses(selection, target)
    index, articles = bytearray(), bytearray()
    for word in words:
        article = _article(word, senses).encode("utf-8", "replace")
        index += word.text.encode() + b"\0" + struct.pack(">II", len(articles), len(article))
        articles += article
    synonyms = _synonyms(words, selection.source)
    settings = selection.settings
    title = flat(settings.title.get(target, "")) or "vnru-terms"
    about = [
        "StarDict's dict ifo file",
        "version=2.4.2",
        f"wordcount={len(words)}",
        *([f"synwordcount={len(synonyms)}"] if synonyms else []),
        f"idxfilesize={len(index)}",
        f"bookname={title} ({selection.source}-{target})",
        f"date={settings.date.replace('-', '.')}",
        f"description={flat(f'Edition {settings.edition}. {settings.licence}')}",
        "sametypesequence=h",
    ]
    files = {
        "ifo": ("\n".join(about) + "\n").encode("utf-8", "replace"),
        "idx": bytes(index),
        "dict": bytes(articles),
    }
    if synonyms:
        files["syn"] = b"".join(w + b"\0" + struct.pack(">I", at) for w, at in synonyms)
    return packed({f"{name}/{name}.{suffix}": data for suffix, data in files.items()})


def packed(files: dict[str, bytes]) -> bytes:
    """A zip archive that is the same every day: without the clock's time."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in files.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, data)
    return buffer.getvalue()


def stardict_key(word: bytes) -> tuple[bytes, bytes]:
    """The order of StarDict's own index: without ASCII case, then with it.

    >>> sorted([b"b", b"B", b"a"], key=stardict_key)
    [b'a', b'B', b'b']
    """
    return word.translate(_LOWER), word


def _fits(text: str, tally: Tally) -> bool:
    if "\0" not in text and len(text.encode("utf-8", "replace")) <= LONGEST and _encodes(text):
        return True
    tally.add(TOO_LONG, f"{text[:40]}…")
    return False


def _encodes(text: str) -> bool:
    return not any("\ud800" <= c <= "\udfff" for c in text)


def _synonyms(words: list[Headword], language: str) -> list[tuple[bytes, int]]:
    """Other spellings with the number of the headword that they lead to, sorted."""
    known = {word.text for word in words}
    found: set[tuple[bytes, int]] = set()
    for at, word in enumerate(words):
        for text in _spellings(word, language):
            data = text.encode("utf-8", "replace")
            if text and text not in known and len(data) <= LONGEST and "\0" not in text:
                found.add((data, at))
    return sorted(found, key=lambda pair: (stardict_key(pair[0]), pair[1]))


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
    client="GoldenDict, KOReader, sdcv",
    loses="",
    render=render_stardict,
    carries=DICTIONARY_PARTS,
)
