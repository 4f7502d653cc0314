"""The typesetter: templates and data in, a compiler out. The only module that knows Typst.

The templates lie beside this file and read the data that they are given as JSON; nothing is ever
pasted into their source. System fonts and the typesetter's own are left out.
"""

from __future__ import annotations

import datetime
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from vnru_terms.extras import need
from vnru_terms.findings import UnreadableInputError
from vnru_terms.printing.coverage import missing_characters

STANDARDS = ("a-2a", "ua-1")
FONT_PACKAGES = ("fontpkg_noto_serif", "fontpkg_noto_sans")


@cache
def font_files() -> tuple[Path, ...]:
    """The font files that the book is set in."""
    folders = [Path(need("print", package).ROOT) for package in FONT_PACKAGES]
    return tuple(sorted(path for folder in folders for path in folder.rglob("*.ttf")))


def unprintable(text: str) -> str:
    """The characters of the text that a font of the book lacks."""
    return missing_characters(text, font_files())


@contextmanager
def templates(data: Mapping[str, bytes], *, refusal: str) -> Iterator[Path]:
    """A folder with the templates and the data.

    What the typesetter refuses in it is an UnreadableInputError: `refusal` with its `{reason}`.
    """
    typst = need("print", "typst")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path in files(__package__).iterdir():
            if path.name.endswith(".typ"):
                (folder / path.name).write_bytes(path.read_bytes())
        for file, content in data.items():
            (folder / file).write_bytes(content)
        try:
            yield folder
        # What a question finds comes as a plain RuntimeError, without hints.
        except (typst.TypstError, RuntimeError) as error:
            reason = getattr(error, "message", str(error))
            hint = " ".join(getattr(error, "hints", ()))
            raise UnreadableInputError(refusal.format(reason=reason), hint=hint) from None


def compiler(template: Path, inputs: Mapping[str, str]) -> Any:
    """The typesetter before a template, with what the template asks by `sys.inputs`."""
    typst = need("print", "typst")
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=sorted({str(path.parent) for path in font_files()}),
    )
    return typst.Compiler(
        str(template), root=str(template.parent), font_paths=fonts, sys_inputs=dict(inputs)
    )


def stamp(date: tuple[int, ...] = ()) -> datetime.datetime:
    """The date that the file bears: (year, month, day), or the first that PDF readers like."""
    year, month, day = date or (1980, 1, 1)
    return datetime.datetime(year, month, day, tzinfo=datetime.UTC)
