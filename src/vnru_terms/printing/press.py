"""For the press: room for colour that runs off the page, and marks where the printer cuts.

The pages keep their size and their places (TrimBox); a sheet of paper around them (MediaBox) has
the colour beyond the edge (BleedBox) and, outside of it, a pair of crop marks at each corner. The
marks are artifacts: a screen reader passes over them, and the file stays PDF/A and PDF/UA.
"""

from __future__ import annotations

import io

from vnru_terms.extras import need

# Millimetres: how far colour runs beyond the edge, how long a crop mark is.
BLEED, MARK = 3.0, 5.0
_POINTS = 72 / 25.4
# In points; printers want hairlines.
_LINE = 0.25


def with_crop_marks(pdf: bytes) -> bytes:
    """The same pages on larger sheets, with the boxes and the marks that a printer asks for."""
    pikepdf = need("print", "pikepdf")
    out = io.BytesIO()
    bleed, room = BLEED * _POINTS, (BLEED + MARK) * _POINTS
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for page in document.pages:
            left, bottom, right, top = (float(edge) for edge in page.mediabox)
            page.trimbox = [left, bottom, right, top]
            page.bleedbox = [left - bleed, bottom - bleed, right + bleed, top + bleed]
            page.mediabox = [left - room, bottom - room, right + room, top + room]
            page.contents_add(crop_marks((left, bottom, right, top)))
        document.save(out, deterministic_id=True)
    return out.getvalue()


def crop_marks(trim: tuple[float, float, float, float]) -> bytes:
    """Two lines at each corner of the trimmed page, outside the bleed, as a PDF draws them."""
    near, far = BLEED * _POINTS, (BLEED + MARK) * _POINTS
    left, bottom, right, top = trim
    lines = []
    for x, out_x in ((left, -1), (right, 1)):
        for y, out_y in ((bottom, -1), (top, 1)):
            lines.append((x + out_x * near, y, x + out_x * far, y))
            lines.append((x, y + out_y * near, x, y + out_y * far))
    drawn = " ".join(f"{a:.3f} {b:.3f} m {c:.3f} {d:.3f} l" for a, b, c, d in lines)
    return f"\n/Artifact BMC q 0 G {_LINE} w {drawn} S Q EMC\n".encode()
