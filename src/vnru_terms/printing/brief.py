"""An interpreter's page as a PDF: data in, one or two leaves of A4 out.

Set as the book is; the template `brief.typ` reads `brief.json`. PDF/UA-1 is asked for, so that a
character without a glyph stops the typesetter.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from vnru_terms.messages import _
from vnru_terms.printing.typesetter import compiler, stamp, templates


def typeset_brief(page: Mapping[str, object]) -> bytes:
    """The PDF of a page: `title`, `summary`, `language`, `source`, and `parts` of lines."""
    data = {"brief.json": json.dumps(page, ensure_ascii=False).encode()}
    with templates(data, refusal=_("the page cannot be typeset: {reason}.")) as folder:
        made = compiler(folder / "brief.typ", {})
        pdf: bytes = made.compile(pdf_standards=["ua-1"], timestamp=stamp())
    return pdf
