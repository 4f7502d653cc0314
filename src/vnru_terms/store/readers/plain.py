"""Read plain text: the file's own lines, links that were copied along turned into their text."""

from __future__ import annotations

import re

from vnru_terms.store.readers.encoding import decode
from vnru_terms.store.readers.reading import Reading

_LINK = re.compile(
    r"(?<!!)\[([^\[\]\n]*)\]\((?:https?:/|/|#|mailto:)[^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)"
)


def read_text(data: bytes, name: str) -> Reading:
    """The lines of a text file."""
    text, findings = decode(data, name)
    return Reading(split_lines(links_to_text(text)), findings=tuple(findings))


def links_to_text(text: str) -> str:
    """Without the addresses of links; images stay, for they tell a line of the page.

    >>> links_to_text("[Hội đàm](https://example.vn/a) ![ảnh](a.jpg)")
    'Hội đàm ![ảnh](a.jpg)'
    """
    return _LINK.sub(r"\1", text) if "](" in text else text


def split_lines(text: str) -> tuple[str, ...]:
    """The lines as an editor numbers them, without their ends, be they of Unix, Windows or Mac."""
    return tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
