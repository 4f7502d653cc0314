"""A booklet: two pages side by side on sheets of twice the size, to fold and staple.

`imposed` says which page goes where; `booklet_of` makes the file. It is for the printer only: the
pages are pictures of themselves there, without tags or links, so it stands beside the accessible
file and not in its place. Print on both sides, flipped on the short edge.
"""

from __future__ import annotations

import io
from dataclasses import dataclass

from vnru_terms.extras import need

# Up to so many pages are one fold, which can be stapled; more are sewn or glued, fold by fold.
STAPLED = 80
SIGNATURE = 16

# A side of a sheet: the page on its left and on its right, from 0; None is blank.
Side = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Booklet:
    """The imposed file; `sheets` of paper, in so many `signatures` (bundles folded together)."""

    pdf: bytes
    sheets: int
    signatures: int


def signature_lengths(pages: int) -> tuple[int, ...]:
    """How many pages each bundle of sheets has, blank ones too: multiples of four.

    >>> signature_lengths(27), signature_lengths(91)
    ((28,), (16, 16, 16, 16, 16, 12))
    """
    if pages <= STAPLED:
        return (-(-pages // 4) * 4,)
    full, rest = divmod(pages, SIGNATURE)
    return (SIGNATURE,) * full + ((-(-rest // 4) * 4,) if rest else ())


def imposed(pages: int) -> tuple[Side, ...]:
    """The sides to print, front and back of each sheet in turn, bundle by bundle.

    >>> imposed(6)
    ((None, 0), (1, None), (5, 2), (3, 4))
    """
    sides: list[tuple[int, int]] = []
    start = 0
    for length in signature_lengths(pages):
        first, last = start, start + length - 1
        while first < last:
            sides += [(last, first), (first + 1, last - 1)]
            first, last = first + 2, last - 2
        start += length
    return tuple((_there(left, pages), _there(right, pages)) for left, right in sides)


def _there(page: int, pages: int) -> int | None:
    return page if page < pages else None


def booklet_of(pdf: bytes) -> Booklet:
    """The pages of a book, all of one size, two on each side of a sheet."""
    pikepdf = need("print", "pikepdf")
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as book, pikepdf.new() as document:
        box = book.pages[0].mediabox
        width, height = float(box[2] - box[0]), float(box[3] - box[1])
        for side in imposed(len(book.pages)):
            sheet = document.add_blank_page(page_size=(2 * width, height))
            for number, left in zip(side, (0.0, width), strict=True):
                if number is not None:
                    room = pikepdf.Rectangle(left, 0, left + width, height)
                    sheet.add_overlay(book.pages[number], room)
        with document.open_metadata() as data:
            data["dc:title"] = str(book.docinfo.get("/Title", ""))
        count = len(document.pages) // 2
        bundles = len(signature_lengths(len(book.pages)))
        mode = pikepdf.ObjectStreamMode.generate
        document.save(out, object_stream_mode=mode, deterministic_id=True)
    return Booklet(out.getvalue(), count, bundles)
