"""Paragraphs from the broken lines of pages, as a PDF gives them.

In: the text of each page, one line of print a line. Out: page and paragraph, in order. First the
heads, feet and page numbers go: a line at the edge of a page that is a number, or that other pages
have at the same edge. Then lines are joined: a line goes on in the next one if the next begins
small, or if it runs to the margin without an end of sentence. A paragraph may run over a page; it
keeps the page it began on.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from vnru_terms.lang.vi_syllables import is_native_syllable

# How many lines at the top and at the bottom of a page may be its head and foot.
EDGE = 3
REPEATED = 3
# A line is full from this share of the page's width on, counted in characters.
FULL = 0.7

_NUMBER = re.compile(
    r"\W*(?:trang|page|стр\.?|tr\.)?\s*(?:\d{1,4}|[ivxlc]{1,7})\s*(?:[/|]\s*\d{1,4})?\W*",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_ENDS = re.compile(r"[.!?…:;][\"”»’')\]]*$")
_ITEM = re.compile(r"(?:[-–—•+*▪●]|\(?\d{1,3}[.)]|\(?[a-zđ]\)|[IVX]{1,5}\.)\s")
_LEADER = re.compile(r"\.{4,}|(?:\.\s){4,}|…{2,}|_{4,}")
_BROKEN_WORD = re.compile(r"([^\W\d_]+)[-\u2010]$")


def join_pages(pages: Sequence[str]) -> list[tuple[int, str]]:
    """The paragraphs of the pages, each with the number of the page on which it begins."""
    bare = without_running_heads([_lines(page) for page in pages])
    joined: list[tuple[int, list[str]]] = []
    # A page with a few last lines does not show how wide its lines could be.
    usual = _width([line for lines in bare for line in lines])
    for number, lines in enumerate(bare, 1):
        width = max(_width(lines), usual)
        last = ""
        for line in lines:
            if not line:
                last = ""
                continue
            # Over the end of a page only what begins small goes on.
            goes_on = (
                continues(last, line, width)
                if last
                else bool(joined)
                and line is next((x for x in lines if x), None)
                and joined[-1][0] == number - 1
                and not _ENDS.search(joined[-1][1][-1])
                and line[:1].islower()
            )
            if goes_on:
                joined[-1][1].append(line)
            else:
                joined.append((number, [line]))
            last = line
    return [(number, join(lines)) for number, lines in joined]


def without_running_heads(pages: Sequence[list[str]]) -> list[list[str]]:
    """The pages without page numbers and without lines that stand at the edge of several."""
    seen = Counter(key for lines in pages for key in {_key(lines[i]) for i in _edge(lines)})
    needed = max(REPEATED, len(pages) // 5)
    kept = []
    for lines in pages:
        dropped = {
            i for i in _edge(lines) if _NUMBER.fullmatch(lines[i]) or seen[_key(lines[i])] >= needed
        }
        # A page that would lose everything is a table or a list, not a head and a foot.
        whole = len(dropped) == sum(1 for line in lines if line)
        kept.append([line for i, line in enumerate(lines) if i not in dropped or whole])
    return kept


def continues(line: str, after: str, width: int) -> bool:
    """Whether a paragraph goes on from a line to the one after it; width in characters.

    >>> continues("Hai bên nhất trí tăng cường", "hợp tác trong lĩnh vực", 28)
    True
    >>> continues("Hai bên ra Tuyên bố chung.", "Tổng thống thăm Hà Nội", 40)
    False
    """
    if _ITEM.match(after) or _LEADER.search(line) or _LEADER.search(after):
        return False
    is_full = len(line) >= FULL * width
    if _ENDS.search(line):
        return is_full and not line.endswith((":", ";"))
    if line.isupper() != after.isupper():
        return False
    return after[:1].islower() or is_full


def join(lines: Sequence[str]) -> str:
    """The lines as one; a hyphen at an end stays where the word is Vietnamese.

    >>> join(["kinh tế-", "thương mại"]), join(["diplo-", "matic"])
    ('kinh tế-thương mại', 'diplomatic')
    """
    text = lines[0]
    pieces = []
    for line in lines[1:]:
        broken = _BROKEN_WORD.search(text)
        if text.endswith("\u00ad"):
            pieces.append(text[:-1])
        elif broken is None:
            pieces.append(text + " ")
        elif line[:1].islower() and not is_native_syllable(broken[1]):
            pieces.append(text[:-1])
        else:
            pieces.append(text)
        text = line
    return "".join(pieces) + text


def _lines(page: str) -> list[str]:
    return [" ".join(line.split()) for line in page.split("\n")]


def _edge(lines: Sequence[str]) -> list[int]:
    filled = [i for i, line in enumerate(lines) if line]
    return sorted({*filled[:EDGE], *filled[-EDGE:]})


def _key(line: str) -> str:
    return _DIGITS.sub("#", line).casefold()


def _width(lines: Sequence[str]) -> int:
    lengths = sorted(len(line) for line in lines if line)
    return lengths[int(len(lengths) * 0.9)] if lengths else 0
