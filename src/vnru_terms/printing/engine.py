"""A book typeset: its data in, a PDF out.

Two passes of the template `book.typ`, which reads `book.json`: the first lays the book out and
tells what stands where, `places` makes of that what each page shows, the second makes the PDF.
PDF/A-2a and PDF/UA-1 are always asked for, so that a character without a glyph or a missing title
stops the typesetter rather than spoil the book. Same data, same bytes: the date is the glossary's.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from vnru_terms.extras import need
from vnru_terms.messages import _
from vnru_terms.printing.edition import Edition
from vnru_terms.printing.page import Book, Run
from vnru_terms.printing.places import Places, Sheet, Target, Unit, places_of
from vnru_terms.printing.press import BLEED, with_crop_marks
from vnru_terms.printing.typesetter import STANDARDS, compiler, stamp, templates

PAPERS = ("a5", "a4")
# Every unit leaves two marks in the first pass; see `draw-unit` in the template.
_MARKS = "query(<unit>).map(m => (m.value, m.location().position()))"
_BELOW_LETTER = "query(<below-letter>).map(m => (m.value, m.location().position().y))"
_SHEET = "query(<sheet>).first().value"
# What a template must look at: stress, figures with a word, a spaced dash, a word without an end.
_SPECIAL = re.compile(r"\u0301|\d-[^\W\d_]| [-–—] |[\w\u0300-\u036f]{28}")


@dataclass(frozen=True, slots=True)
class Typeset:
    """A finished PDF and its number of pages."""

    pdf: bytes
    pages: int


def typeset(book: Book, edition: Edition) -> Typeset:
    """The PDF of a book, laid out as the edition wants it."""
    return set_pages(book, edition, lay_out(book, edition))


def lay_out(book: Book, edition: Edition) -> Places:
    """The first pass: what stands where."""
    with _compiler(edition, "places", {"book.json": as_json(book)}) as compiler:
        return places_of(book, _units(compiler), _sheet(compiler))


def set_pages(book: Book, edition: Edition, places: Places) -> Typeset:
    """The second pass: the PDF, each page set by itself. It needs nothing of the first's memory."""
    data = {"book.json": as_json(book, places.targets), "places.json": as_json(places.parts)}
    with _compiler(edition, "pages", data) as compiler:
        pdf = compiler.compile(pdf_standards=list(STANDARDS), timestamp=stamp(book.date))
    return _compacted(with_crop_marks(pdf) if edition.bleed else pdf)


@contextmanager
def _compiler(edition: Edition, step: str, data: Mapping[str, bytes]) -> Iterator[Any]:
    """The typesetter at a pass of the book."""
    inputs = {
        "sheet": "large" if edition.large else edition.paper,
        "bleed": str(BLEED if edition.bleed else 0),
        "pass": step,
    }
    with templates(data, refusal=_("the book cannot be typeset: {reason}.")) as folder:
        yield compiler(folder / "book.typ", inputs)


def _compacted(pdf: bytes) -> Typeset:
    """The same PDF in a third of the room: its many small objects are put together."""
    pikepdf = need("print", "pikepdf")
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        mode = pikepdf.ObjectStreamMode.generate
        document.save(out, object_stream_mode=mode, deterministic_id=True)
        return Typeset(out.getvalue(), len(document.pages))


def as_json(value: object, targets: Mapping[str, Target] = MappingProxyType({})) -> bytes:
    """Records, tuples and texts as the template reads them: fields that say nothing are left out.

    What leads to an entry leads to its place in `targets`, if it has one there. Runs that cannot be
    set as a plain string are told to be special.
    """

    def fields(record: Any) -> dict[str, Any]:
        pairs = ((name, getattr(record, name)) for name in record.__slots__)
        if not isinstance(record, Run):
            return dict(pairs)
        said = {name: value for name, value in pairs if value or name == "text"}
        if record.to in targets:
            said["to"] = targets[record.to]
        elif record.to and "://" not in record.to:
            # It stands in another volume.
            del said["to"]
        if _SPECIAL.search(record.text):
            said["special"] = True
        return said

    return json.dumps(value, default=fields, ensure_ascii=False, separators=(",", ":")).encode()


def _units(compiler: Any) -> list[Unit]:
    """The marks of the first pass, which come in pairs: where a unit begins, where it ends."""
    marks = json.loads(compiler.eval(_MARKS))
    heads = {tuple(value): _points(y) for value, y in json.loads(compiler.eval(_BELOW_LETTER))}
    units = []
    for (value, start), (_value, end) in zip(marks[::2], marks[1::2], strict=True):
        part, number = value
        x, top, end_x, bottom = map(_points, (start["x"], start["y"], end["x"], end["y"]))
        head = heads.get((part, number), top)
        units.append(
            Unit(part, number, start["page"], x, top, end["page"], end_x, bottom, head - top)
        )
    return units


def _sheet(compiler: Any) -> Sheet:
    return Sheet(**json.loads(compiler.eval(_SHEET)))


def _points(length: str) -> float:
    return float(length.removesuffix("pt"))
