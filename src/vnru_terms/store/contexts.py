"""From a line of a concordance to a context that may stand in the glossary.

The concordance cuts its lines; a context is the whole sentence where the article is at hand and
the sentence is not too long, else the piece that the concordance has. The source is `FILE:LINE`,
relative to the glossary's home, where the text stands there word for word, as the rule about
contexts asks. Of a Word or PDF file the number is no line, so it stands behind a comma.
"""

from __future__ import annotations

import re
from pathlib import Path

from vnru_terms.lang.vi_heads import ABBREVIATIONS
from vnru_terms.model import Context, KwicLine
from vnru_terms.text.normalise import normalise, squeeze
from vnru_terms.text.spans import sentences

LONGEST_SENTENCE = 300
_NO_SPACE_BEFORE = re.compile(r"[,.;:!?)\]”»…]")


def context_of(line: KwicLine, home: Path) -> Context:
    """The context that a concordance line gives; `home` is the folder that holds the glossary."""
    path = _found(line.file, home)
    name = _name(line.file, path, home)
    if path is None:
        return Context(_joined(line), f"{name}:{line.line}")
    text = _line_of(path, line.line)
    piece = _pattern(line).search(text)
    if piece is None:
        return Context(_joined(line), f"{name}, {line.line}")
    node = piece.start("node")
    for span in sentences(text, ABBREVIATIONS):
        if span.start <= node < span.end and len(span.of(text)) <= LONGEST_SENTENCE:
            return Context(span.of(text).strip(), f"{name}:{line.line}")
    return Context(piece.group().strip(), f"{name}:{line.line}")


def _found(file: str, home: Path) -> Path | None:
    """The article; worklists name it from where `mine` was called, mostly the glossary's home."""
    try:
        return next((p for p in (home / file, Path(file)) if p.is_file()), None)
    except (OSError, ValueError):
        return None


def _name(file: str, path: Path | None, home: Path) -> str:
    if path is not None and path.resolve().is_relative_to(home):
        return path.resolve().relative_to(home).as_posix()
    return file


def _line_of(path: Path, number: int) -> str:
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError):
        return ""
    return normalise(lines[number - 1]) if 0 < number <= len(lines) else ""


def _sides(line: KwicLine) -> tuple[str, str]:
    """Left and right without the ellipses of the cut."""
    return normalise(line.left).strip("… "), normalise(line.right).strip("… ")


def _pattern(line: KwicLine) -> re.Pattern[str]:
    left, right = _sides(line)
    node = re.escape(normalise(line.node))
    return re.compile(rf"{re.escape(left)}\s*(?P<node>{node})\s*{re.escape(right)}")


def _joined(line: KwicLine) -> str:
    left, right = _sides(line)
    gap = "" if _NO_SPACE_BEFORE.match(right) else " "
    return squeeze(f"{left} {normalise(line.node)}{gap}{right}")
