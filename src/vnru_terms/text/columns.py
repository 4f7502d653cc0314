"""Text in the columns of a terminal: its width, and lines that are no wider."""

from __future__ import annotations

from unicodedata import combining, east_asian_width


def display_width(text: str) -> int:
    """Columns that a text takes in a terminal."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)


def wrapped(text: str, width: int, *, first: str = "", indent: int = 0) -> list[str]:
    """The text in lines of at most `width` columns; all but the first are indented.

    A word wider than a line stands alone and sticks out: an address must stay whole.

    >>> wrapped("hội đàm cấp cao", 12, first="vi ", indent=3)
    ['vi hội đàm', '   cấp cao']
    """
    lines: list[str] = []
    line, empty = first, True
    taken = display_width(first)
    # No split() without an argument: it would break at no-break spaces.
    for word in text.replace("\n", " ").split(" "):
        wide = display_width(word)
        if not empty and taken + 1 + wide > width:
            lines.append(line)
            line, empty, taken = " " * indent, True, indent
        line = line + word if empty else f"{line} {word}"
        taken += wide if empty else wide + 1
        empty = False
    return [*lines, line]
