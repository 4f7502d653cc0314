"""What stands where in a PDF, and in which language it is marked: for tests only.

Words and their boxes are poppler's (`pdftotext -bbox`), tags and links pypdf's. Distances are
points from the page's top left corner.
"""

from __future__ import annotations

import re
import subprocess
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from statistics import median
from typing import Any

from pypdf import PdfReader

_PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)
_WORD = re.compile(
    r'<word xMin="(-?[\d.]+)" yMin="(-?[\d.]+)" xMax="(-?[\d.]+)" yMax="(-?[\d.]+)">(.*?)</word>'
)

# Words whose tops differ by less than this stand in one running head.
RUNNING_HEAD = 9.0
# Between the columns, and the half millimetre that nobody sees and a box may reach beyond a letter.
GUTTER, SLACK = 17.0, 1.5
# A word that is taller than this stands in a title.
TITLE = 16.0


@dataclass(frozen=True, slots=True)
class Box:
    """A word, or the room of a link with the name of what it leads to."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def holds(self, other: Box) -> bool:
        """Whether the middle of the other box lies in this one."""
        x, y = (other.left + other.right) / 2, (other.top + other.bottom) / 2
        return self.left <= x <= self.right and self.top <= y <= self.bottom


@dataclass(frozen=True, slots=True)
class Page:
    """A page's size and its words."""

    width: float
    height: float
    words: tuple[Box, ...]

    def top_row(self) -> list[Box]:
        """The words of the running head, from left to right."""
        top = min((word.top for word in self.words), default=0.0)
        row = [word for word in self.words if word.top < top + RUNNING_HEAD]
        return sorted(row, key=lambda word: word.left)

    def guide_words(self) -> tuple[str, str] | None:
        """What stands left and right of the folio, without spaces; None where nothing does."""
        row = self.top_row()
        middle = self.width / 2
        folio = min(row, key=lambda word: abs(word.left + word.right - 2 * middle), default=None)
        if folio is None or not folio.text.isdigit():
            return None
        at = row.index(folio)
        sides = ["".join(word.text for word in words) for words in (row[:at], row[at + 1 :])]
        return (sides[0], sides[1]) if all(sides) else None


def pages_of_words(pdf: Path) -> list[Page]:
    """The words of every page, in the order in which they were set."""
    done = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], capture_output=True, check=True)
    found = []
    for width, height, inside in _PAGE.findall(done.stdout.decode("utf-8")):
        words = [Box(unescape(text), *map(float, edges)) for *edges, text in _WORD.findall(inside)]
        found.append(Page(float(width), float(height), tuple(words)))
    return found


def words_out_of_place(pages: list[Page], in_columns: Collection[int]) -> list[tuple[int, str]]:
    """Words beyond the edges between which the running heads stand, or between two columns.

    `in_columns` are the numbers, from 0, of the pages that have two columns.

    What stands wholly in the margin and is no longer than a letter or two is a thumb tab.
    """
    wrong = []
    sides = [_sides(pages[parity::2]) for parity in (0, 1)]
    for number, page in enumerate(pages):
        left, right = sides[number % 2]
        middle = (left + right) / 2
        between = (middle - GUTTER / 2 + SLACK, middle + GUTTER / 2 - SLACK)
        running = page.top_row()
        for word in page.words:
            tab = len(word.text) <= 2 and (word.left > right or word.right < left)
            if tab or word in running:
                continue
            out = word.left < left - SLACK or word.right > right + SLACK
            # Titles of parts go over both columns, and so does the running head.
            if number in in_columns and word.bottom - word.top < TITLE:
                out |= word.right > between[0] and word.left < between[1]
            if out:
                wrong.append((number + 1, word.text))
    return wrong


def _sides(pages: list[Page]) -> tuple[float, float]:
    """The edges of the text on right or on left pages; a dot below can make one seem wider."""
    rows = [page.top_row() for page in pages if page.guide_words()]
    return median(row[0].left for row in rows), median(row[-1].right for row in rows)


def spans_of_pages(pages: list[Page], guides: list[str]) -> list[tuple[int, int, int]]:
    """How the guide words share a list out over pages: (page from 0, first, one past the last).

    Empty where they leave something out, or stand in another order. Items may look alike, so that
    a page may end at several places; a page of another part that happens to have words of this
    one leads nowhere. Of several ways to share all out the last counts.
    """
    whole: list[tuple[int, int, int]] = []
    reached: dict[int, list[tuple[int, int, int]]] = {}
    for number, page in enumerate(pages):
        left, right = page.guide_words() or ("", "")
        onward = {
            j + 1: [*path, (number, at, j + 1)]
            for at, path in ({0: []} | reached).items()
            if guides[at : at + 1] == [left]
            for j in range(at, len(guides))
            if guides[j] == right
        }
        # On a page where nothing begins the last item goes on.
        still = {at: path for at, path in reached.items() if left == right == guides[at - 1]}
        reached = still | onward
        whole = reached.get(len(guides), whole)
    return whole


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text as it is tagged: `part` is body, or Header, Footer and the like."""

    page: int
    part: str
    language: str
    text: str


def pieces(reader: PdfReader) -> Iterator[Piece]:
    """All text of the file with the language that a screen reader would speak it in."""
    default = _code(reader.trailer["/Root"].get("/Lang", ""))
    tree = _numbers(reader.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"])
    for number, page in enumerate(reader.pages):
        elements = tree.get(page.get("/StructParents", -1), [])
        open_marks: list[dict[str, Any]] = []
        found: list[Piece] = []

        def operator(name: bytes, operands: Any, *_: Any, marks: Any = open_marks) -> None:
            if name in (b"BDC", b"BMC"):
                properties = operands[1] if len(operands) > 1 else {}
                marks.append({**properties, "artifact": operands[0] == "/Artifact"})
            elif name == b"EMC":
                marks.pop()

        def text(
            drawn: str,
            *_: Any,
            marks: Any = open_marks,
            out: Any = found,
            at: int = number,
            owners: Any = elements,
        ) -> None:
            if drawn.strip() and marks:
                out.append(Piece(at, _part(marks), _language(marks, owners) or default, drawn))

        page.extract_text(visitor_operand_before=operator, visitor_text=text)
        yield from found


def _part(marks: list[dict[str, Any]]) -> str:
    artifacts = [mark for mark in marks if mark["artifact"]]
    return str(artifacts[-1].get("/Subtype", "artifact")).lstrip("/") if artifacts else "body"


def _language(marks: list[dict[str, Any]], owners: Any) -> str:
    for mark in reversed(marks):
        if "/Lang" in mark:
            return _code(mark["/Lang"])
        if "/MCID" in mark:
            element = owners[mark["/MCID"]].get_object()
            while element is not None:
                if "/Lang" in element:
                    return _code(element["/Lang"])
                element = element.get("/P")
    return ""


def _code(language: Any) -> str:
    text = language.decode("ascii") if isinstance(language, bytes) else str(language)
    return text.partition("-")[0]


def _numbers(tree: Any) -> dict[int, Any]:
    """A number tree as a dict."""
    flat = tree.get("/Nums", [])
    found = dict(zip(flat[::2], (value.get_object() for value in flat[1::2]), strict=True))
    for kid in tree.get("/Kids", []):
        found |= _numbers(kid.get_object())
    return found


def links(reader: PdfReader) -> dict[int, list[Box]]:
    """The links into the file itself, by the number of their page, from 0.

    A link that breaks over two lines has a box for each. One that leads to a place is named by what
    is named there.
    """
    found = defaultdict(list)
    named = destinations(reader)
    for number, page in enumerate(reader.pages):
        start, height = float(page.mediabox.left), float(page.mediabox.top)
        for reference in page.get("/Annots", []):
            note = reference.get_object()
            if note["/Subtype"] == "/Link" and "/Dest" in note:
                x0, y0, x1, y1 = map(float, note["/Rect"])
                corners = list(
                    map(float, note.get("/QuadPoints", (x0, y0, x1, y0, x1, y1, x0, y1)))
                )
                for at in range(0, len(corners), 8):
                    xs, ys = (
                        [x - start for x in corners[at : at + 8 : 2]],
                        corners[at + 1 : at + 8 : 2],
                    )
                    edges = (min(xs), height - max(ys), max(xs), height - min(ys))
                    found[number].append(Box(_named(note["/Dest"], reader, named), *edges))
    return dict(found)


def _named(there: Any, reader: PdfReader, named: dict[str, tuple[int, float, float]]) -> str:
    """The name of a destination, its own or that of the nearest; '' where nothing is near."""
    if not isinstance(there, list):
        return str(there)
    page, _kind, left, top, *_zoom = there
    number = reader.get_page_number(page.get_object())
    box = reader.pages[number].mediabox
    x, y = float(left) - float(box.left), float(box.top) - float(top)
    near = [
        (abs(at_x - x) + abs(at_y - y), name)
        for name, (at, at_x, at_y) in named.items()
        if at == number and abs(at_x - x) < 24 and abs(at_y - y) < SLACK
    ]
    return min(near, default=(0.0, ""))[1]


def destinations(reader: PdfReader) -> dict[str, tuple[int, float, float]]:
    """Page (from 0), left and top of every named place."""
    found = {}
    for name, there in reader.named_destinations.items():
        number = reader.get_destination_page_number(there)
        assert number is not None, name
        box = reader.pages[number].mediabox
        left, top = float(there["/Left"]), float(there["/Top"])
        found[name] = (number, left - float(box.left), float(box.top) - top)
    return found
