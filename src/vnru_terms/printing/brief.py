"""An interpreter's page as a PDF: data in, one or two leaves of A4 out.

Set by the same engine and fonts as the book (`engine.py`); the template `brief.typ` reads
`brief.json`. PDF/UA-1 is asked for, so that a character without a glyph stops the engine.
"""

from __future__ import annotations

import datetime
import json
import tempfile
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from vnru_terms.extras import need
from vnru_terms.findings import UnreadableInputError
from vnru_terms.messages import _
from vnru_terms.printing.engine import font_files

_DATE = datetime.datetime(1980, 1, 1, tzinfo=datetime.UTC)


def typeset_brief(page: Mapping[str, object]) -> bytes:
    """The PDF of a page: `title`, `summary`, `language`, `source`, and `parts` of lines."""
    typst = need("print", "typst")
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=sorted({str(path.parent) for path in font_files()}),
    )
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "brief.typ"
        source.write_bytes((files(__package__) / "brief.typ").read_bytes())
        text = json.dumps(page, ensure_ascii=False)
        (Path(folder) / "brief.json").write_text(text, encoding="utf-8")
        try:
            compiler = typst.Compiler(str(source), root=folder, font_paths=fonts)
            pdf: bytes = compiler.compile(pdf_standards=["ua-1"], timestamp=_DATE)
        except typst.TypstError as error:
            raise UnreadableInputError(
                _("the page cannot be typeset: {reason}.").format(reason=error.message),
                hint=" ".join(error.hints),
            ) from None
    return pdf
