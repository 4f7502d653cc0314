"""Typesetting: the data of a book in, a PDF out. The only module that knows Typst.

The template, `book.typ` with the files that it imports, lies beside this file and reads
`book.json`; nothing is ever pasted into its source. Two passes: the first lays the book out and
tells what stands where, `places` makes of that what each page shows, the second makes the PDF.
PDF/A-2a and PDF/UA-1 are always asked for, so that a character without a glyph or a missing title
stops the engine rather than spoil the book. Same data, same bytes: the date is the glossary's,
system fonts and the engine's own are left out.
"""

from __future__ import annotations

import datetime
import io
import json
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Any

from vnru_terms.extras import need
from vnru_terms.findings import UnreadableInputError
from vnru_terms.messages import _
from vnru_terms.printing.coverage import missing_characters
from vnru_terms.printing.edition import Edition
from vnru_terms.printing.page import Book, Run
from vnru_terms.printing.places import Places, Sheet, Target, Unit, places_of
from vnru_terms.printing.press import BLEED, with_crop_marks

STANDARDS = ("a-2a", "ua-1")
PAPERS = ("a5", "a4")
FONT_PACKAGES = ("fontpkg_noto_serif", "fontpkg_noto_sans")
# Every unit leaves two marks in the first pass; see `draw-unit` in the template.
_MARKS = "query(<unit>).map(m => (m.value, m.location().position()))"
_BELOW_LETTER = "query(<below-letter>).map(m => (m.value, m.location().position().y))"
_SHEET = "query(<sheet>).first().value"


@dataclass(frozen=True, slots=True)
class Typeset:
    """A finished PDF and its number of pages."""

    pdf: bytes
    pages: int


@cache
def font_files() -> tuple[Path, ...]:
    """The font files that the book is set in."""
    folders = [Path(need("print", package).ROOT) for package in FONT_PACKAGES]
    return tuple(sorted(path for folder in folders for path in folder.rglob("*.ttf")))


def unprintable(text: str) -> str:
    """The characters of the text that a font of the book lacks."""
    return missing_characters(text, font_files())


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
    """The typesetter at a pass of the book; its errors are ours."""
    typst = need("print", "typst")
    inputs = {
        "sheet": "large" if edition.large else edition.paper,
        "bleed": str(BLEED if edition.bleed else 0),
        "pass": step,
    }
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        put_templates(folder)
        for file, content in data.items():
            (folder / file).write_bytes(content)
        try:
            yield typst.Compiler(
                str(folder / "book.typ"), root=name, font_paths=book_fonts(), sys_inputs=inputs
            )
        # What the first pass finds comes as a plain RuntimeError, without hints.
        except (typst.TypstError, RuntimeError) as error:
            reason = getattr(error, "message", str(error))
            raise UnreadableInputError(
                _("the book cannot be typeset: {reason}.").format(reason=reason),
                hint=" ".join(getattr(error, "hints", ())),
            ) from None


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

    What leads to an entry leads to its place in `targets`, if it has one there.
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
        return said

    return json.dumps(value, default=fields, ensure_ascii=False, separators=(",", ":")).encode()


def put_templates(folder: Path) -> None:
    """The templates as files of a folder, where the typesetter reads them."""
    for path in files(__package__).iterdir():
        if path.name.endswith(".typ"):
            (folder / path.name).write_bytes(path.read_bytes())


def book_fonts() -> Any:
    """The typesetter's fonts: ours alone, not the system's nor its own."""
    folders = sorted({str(path.parent) for path in font_files()})
    return need("print", "typst").Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=folders
    )


def stamp(date: tuple[int, ...]) -> datetime.datetime:
    """The date that the file bears: (year, month, day), or the first that PDF readers like."""
    year, month, day = date or (1980, 1, 1)
    return datetime.datetime(year, month, day, tzinfo=datetime.UTC)


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
