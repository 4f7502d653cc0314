"""Four pages of the specimen look as they did when a person last looked at them.

`make golden` writes the pictures in `tests/data/print/pages` anew; look at each before it is
committed. A picture is grey and coarse, and a page is compared with it in squares, so that another
version of poppler or of a font's hints changes nothing, while a lost line, another weight or
another margin does.
"""

from __future__ import annotations

import io
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat
from print_home import made
from pypdf import PdfReader

from vnru_terms.model import Termbase

PICTURES = Path(__file__).parent / "data" / "print" / "pages"
PAGES = ("cover", "how-to-use", "entries", "index")
# Dots per inch, grey levels of a picture, and its side that makes one square.
RESOLUTION, GREYS, SQUARE = 50, 16, 6
# Levels of 256: the mean over the page, and over the worst square.
MEAN, WORST = 4.0, 40.0

pytestmark = pytest.mark.client("pdftoppm")


@pytest.fixture(scope="module")
def numbers(specimen: Termbase, specimen_book: Path) -> dict[str, int]:
    """The page of each picture, from 1: the front, then where a bookmark leads."""
    book = made(specimen)
    russian = next(part for part in book.parts if (part.kind, part.language) == ("index", "ru"))
    reader = PdfReader(specimen_book)
    tops = [mark for mark in reader.outline if not isinstance(mark, list)]
    starts = {mark.title: reader.get_destination_page_number(mark) for mark in tops}
    titles = (book.front.how, book.parts[0].title, russian.title)
    found = {"cover": 1}
    for name, title in zip(PAGES[1:], titles, strict=True):
        number = starts[title]
        assert number is not None
        found[name] = number + 1
    return found


def picture(pdf: Path, number: int) -> Image.Image:
    """A page as poppler draws it."""
    page = [str(number)] * 2
    command = ["pdftoppm", "-r", str(RESOLUTION), "-gray", "-f", page[0], "-l", page[1], str(pdf)]
    done = subprocess.run(command, capture_output=True, check=True)
    return Image.open(io.BytesIO(done.stdout)).convert("L")


def squares(image: Image.Image) -> Image.Image:
    """The picture in squares of their mean grey."""
    size = (image.width // SQUARE, image.height // SQUARE)
    return image.resize(size, Image.Resampling.BOX)


def difference(one: Image.Image, other: Image.Image) -> tuple[float, float]:
    """The mean difference over the page, and that of the worst square."""
    apart = ImageChops.difference(squares(one), squares(other))
    return ImageStat.Stat(apart).mean[0], float(apart.getextrema()[1])  # type: ignore[arg-type]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_looks_as_it_did(
    specimen_book: Path, numbers: dict[str, int], name: str, tmp_path: Path
) -> None:
    """No square of the page is much lighter or darker than a person saw it."""
    path = PICTURES / f"{name}.png"
    now = picture(specimen_book, numbers[name])
    if os.environ.get("VNRU_TERMS_GOLDEN") == "write":
        path.parent.mkdir(exist_ok=True)
        now.quantize(GREYS).save(path, optimize=True)
    then = Image.open(path).convert("L")
    now.save(tmp_path / path.name)
    assert now.size == then.size
    mean, worst = difference(now, then)
    assert mean < MEAN, f"mean {mean:.1f}; compare {tmp_path / path.name} with {path}"
    assert worst < WORST, f"worst {worst:.0f}; compare {tmp_path / path.name} with {path}"


def _spoilt(image: Image.Image) -> Iterator[tuple[str, Image.Image]]:
    """The picture with faults that a reader would see."""
    width, height = image.size
    line = image.copy()
    line.paste(255, (0, height // 3, width // 2, height // 3 + 7))
    yield "a line is lost", line
    yield "all is lower by a line", ImageChops.offset(image, 0, 7)
    yield "all is bolder", image.point([max(0, grey - (255 - grey) // 2) for grey in range(256)])


def test_a_fault_is_seen(specimen_book: Path, numbers: dict[str, int]) -> None:
    """The tolerance does not swallow what the pictures are there for."""
    page = picture(specimen_book, numbers["entries"])
    for fault, spoilt in _spoilt(page):
        mean, worst = difference(page, spoilt)
        assert mean >= MEAN or worst >= WORST, fault
