"""Key word in context: the term as node, with what stands left and right of it in its line."""

from __future__ import annotations

from vnru_terms.model import KwicLine
from vnru_terms.text.spans import Span

WIDTH = 60


def kwic_line(file: str, line: int, text: str, span: Span, *, width: int = WIDTH) -> KwicLine:
    """A concordance line; `span` is within `text`, the line's text; sides are cut at words.

    Left, node and right joined are a piece of the line: the spaces between them are theirs.

    >>> kwic_line("a.txt", 7, "Hai bên ra Tuyên bố chung.", Span(11, 25)).node
    'Tuyên bố chung'
    """
    left, right = text[: span.start], text[span.end :]
    return KwicLine(file, line, _tail(left, width), span.of(text), _head(right, width))


def _tail(text: str, width: int) -> str:
    if len(text) <= width:
        return text.lstrip()
    cut = text[-width:]
    return "… " + cut.partition(" ")[2] if " " in cut else "…" + cut


def _head(text: str, width: int) -> str:
    if len(text) <= width:
        return text.rstrip()
    cut = text[:width]
    return cut.rpartition(" ")[0] + " …" if " " in cut else cut + "…"
