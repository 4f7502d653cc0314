"""Lingvo DSL (ABBYY Lingvo, GoldenDict): a file for each direction, UTF-16 with a byte order mark.

Lingvo reads no UTF-8. Headwords stand in column 0, the lines of a card begin with a tab; brackets,
braces, `~`, `@`, `^`, `#` and `\\` are marks of the format and get a backslash.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping

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
    headwords,
)
from vnru_terms.formats.memoq import NAMES
from vnru_terms.formats.pairs import base_name
from vnru_terms.formats.parts import Part
from vnru_terms.formats.tally import Tally

_SPECIAL = re.compile(r"[\\\[\]{}~@^()#<>]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_TAGS = {
    PLAIN: ("", ""),
    LABEL: ("[i][c gray]", "[/c][/i]"),
    TERM: ("[b][trn]", "[/trn][/b]"),
    EXAMPLE: ("[ex]", "[/ex]"),
    LINK: ("[ref]", "[/ref]"),
}


def stream_dsl(selection: Selection, tally: Tally) -> Mapping[str, Iterator[bytes]]:
    """A file for each target language."""
    return {
        f"{base_name(selection, target)}.dsl": _pieces(selection, target, tally)
        for target in selection.targets
    }


def _pieces(selection: Selection, target: str, tally: Tally) -> Iterator[bytes]:
    title = flat(selection.settings.title.get(target, "")).replace('"', "'") or "vnru-terms"
    yield codecs.BOM_UTF16_LE + _encoded(f'#NAME\t"{title} ({selection.source}-{target})"\r\n')
    yield _encoded(f'#INDEX_LANGUAGE\t"{NAMES[selection.source]}"\r\n')
    yield _encoded(f'#CONTENTS_LANGUAGE\t"{NAMES[target]}"\r\n')
    senses = Senses(selection, target)
    for word in headwords(selection, target, tally):
        yield _encoded(f"\r\n{_card(word, senses)}")


def _card(word: Headword, senses: Senses) -> str:
    lines = [dsl_escaped(word.text)]
    for number, (entry, term) in enumerate(word.senses, start=1):
        if len(word.senses) > 1:
            lines.append(f"\t[m1][b]{number}.[/b][/m]")
        lines += [f"\t[m{2 if at else 1}]{_marked(line)}[/m]"
                  for at, line in enumerate(senses.lines(entry, term))]  # fmt: skip
    return "".join(f"{line}\r\n" for line in lines)


def _marked(line: Line) -> str:
    texts = []
    for piece in line:
        before, behind = _TAGS[piece.style]
        # A space at the edge of a piece stands outside its tags.
        text = re.sub(r"\s+", " ", piece.text)
        inner = dsl_escaped(text.strip())
        if inner:
            texts.append(text[: len(text) - len(text.lstrip())] + before + inner + behind)
            texts.append(" " if text[-1:].isspace() else "")
    return "".join(texts)


def dsl_escaped(text: str) -> str:
    r"""The text with a backslash before every mark of the format.

    >>> dsl_escaped("theo lời mời của {X}")
    'theo lời mời của \\{X\\}'
    """
    return _SPECIAL.sub(r"\\\g<0>", _CONTROL.sub("", text))


def _encoded(text: str) -> bytes:
    return text.encode("utf-16-le", "replace")


DSL = Format(
    name="dsl",
    suffix=".dsl",
    client="ABBYY Lingvo, GoldenDict",
    carries=DICTIONARY_PARTS | frozenset[Part](),
    stream=stream_dsl,
)
