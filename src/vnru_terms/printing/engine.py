"""Typesetting: the data of a book in, a PDF out. The only module that knows Typst.

The template `book.typ` lies beside this file and reads `book.json`; nothing is ever pasted into
its source. Two passes: the first lays the book out and tells where each entry of the last page of
each part stands, `balance` finds where to break the column so that both end alike, the second
makes the PDF. PDF/A-2a and PDF/UA-1 are always asked for, so that a character without a glyph or a
missing title stops the engine rather than spoil the book. Same data, same bytes: the date is the
glossary's, system fonts and the engine's own are left out.
"""

from __future__ import annotations

import datetime
import json
import tempfile
from dataclasses import dataclass
from importlib.resources import files
from itertools import accumulate, groupby, pairwise
from pathlib import Path
from typing import Any

from vnru_terms.extras import need
from vnru_terms.findings import UnreadableInputError
from vnru_terms.messages import _
from vnru_terms.printing.coverage import missing_characters
from vnru_terms.printing.edition import Edition

STANDARDS = ("a-2a", "ua-1")
PAPERS = ("a5", "a4")
FONT_PACKAGES = ("fontpkg_noto_serif", "fontpkg_noto_sans")
# Units in one column differ in x by less than this, and stand this far apart (points).
COLUMN, SPACE = 60.0, 8.0
# Every unit leaves two marks on its page; see `unit-mark` in the template.
_MARKS = "query(<unit>).map(m => (m.value, m.location().position()))"
_PAGES = "query(<page-end>).len()"


@dataclass(frozen=True, slots=True)
class Typeset:
    """A finished PDF and its number of pages."""

    pdf: bytes
    pages: int


@dataclass(frozen=True, slots=True)
class Unit:
    """What a column can break before (an entry, with the letter above it), as first laid out.

    `top` and `bottom` are distances from the page's top in points, `x` that from its left.
    """

    part: str
    key: str
    page: int
    x: float
    top: float
    bottom: float


def font_files() -> tuple[Path, ...]:
    """The font files that the book is set in."""
    folders = [Path(need("print", package).ROOT) for package in FONT_PACKAGES]
    return tuple(sorted(path for folder in folders for path in folder.rglob("*.ttf")))


def unprintable(text: str) -> str:
    """The characters of the text that a font of the book lacks."""
    return missing_characters(text, font_files())


def typeset(book: bytes, edition: Edition, *, date: tuple[int, ...]) -> Typeset:
    """The PDF of a book (the JSON of `page_data.as_json`) as the edition wants it laid out."""
    typst = need("print", "typst")
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=sorted({str(path.parent) for path in font_files()}),
    )
    year, month, day = date or (1980, 1, 1)
    stamp = datetime.datetime(year, month, day, tzinfo=datetime.UTC)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "book.typ"
        source.write_bytes((files(__package__) / "book.typ").read_bytes())
        (Path(folder) / "book.json").write_bytes(book)
        inputs = {"paper": edition.paper, "pass": "pages"}
        try:
            compiler = typst.Compiler(
                str(source),
                root=folder,
                font_paths=fonts,
                sys_inputs={**inputs, "pass": "places", "breaks": ""},
            )
            breaks = balance(_units(compiler))
            inputs["breaks"] = ",".join(breaks)
            pdf = compiler.compile(
                sys_inputs=inputs, pdf_standards=list(STANDARDS), timestamp=stamp
            )
            pages = int(compiler.eval(_PAGES))
        except typst.TypstError as error:
            raise UnreadableInputError(
                _("the book cannot be typeset: {reason}.").format(reason=error.message),
                hint=" ".join(error.hints),
            ) from None
    return Typeset(pdf, pages)


def balance(units: list[Unit]) -> list[str]:
    """The keys of the units before which the last page of each part should change column.

    The units of that page are taken as one column, and the break is where the longer of its two
    halves is shortest; that is never longer than what the first pass had.
    """
    keys = []
    for _part, group in groupby(units, key=lambda unit: unit.part):
        in_part = list(group)
        last = [unit for unit in in_part if unit.page == in_part[-1].page]
        heights = [_height(unit, below) for unit, below in pairwise(last)]
        heights.append(last[-1].bottom - last[-1].top)
        above = list(accumulate(heights))
        longer_half = [max(height, above[-1] - height) for height in above]
        cut = longer_half.index(min(longer_half)) + 1
        if cut < len(last):
            keys.append(last[cut].key)
    return keys


def _height(unit: Unit, below: Unit) -> float:
    """The unit's height with the space under it, which only a neighbour in its column shows."""
    same_column = abs(unit.x - below.x) < COLUMN
    return (below.top if same_column else unit.bottom + SPACE) - unit.top


def _units(compiler: Any) -> list[Unit]:
    """The marks of the first pass, which come in pairs: a unit's top and its bottom."""
    marks = json.loads(compiler.eval(_MARKS))
    units = []
    for (value, top), (_value, bottom) in zip(marks[::2], marks[1::2], strict=True):
        part, key = value
        x, y, end = _points(top["x"]), _points(top["y"]), _points(bottom["y"])
        units.append(Unit(part, key, top["page"], x, y, end))
    return units


def _points(length: str) -> float:
    return float(length.removesuffix("pt"))
