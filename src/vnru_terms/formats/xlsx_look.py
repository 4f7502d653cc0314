"""How the workbook looks: fonts, colours of the statuses, widths of the columns.

Styles are made once and shared by the cells: a workbook of 4,000 rows has 100,000 of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import ceil, inf
from typing import Any

from vnru_terms.extras import need
from vnru_terms.formats.columns import TERM, Column, value_label
from vnru_terms.formats.table import letters
from vnru_terms.messages import current_language
from vnru_terms.model import Status

# Readable in black print too: light fills, and deprecated terms are struck through as well.
STATUS_COLOURS = {
    Status.PREFERRED: "D8EFD3",
    Status.ADMITTED: "FFF3C4",
    Status.DEPRECATED: "F9D0C8",
    Status.SUPERSEDED: "DDDDDD",
}
_HEAD_COLOURS = {"": "44546A", "vi": "A33B3B", "en": "2F5597", "ru": "3B7D4F"}
_WIDTHS = {
    "id": 26, "subject_field": 22, "kind": 13, TERM: 34, "definition": 44, "context": 44,
    "source": 30, "distinguish": 36, "trap": 36, "note": 36, "term_note": 28, "reason": 18,
}  # fmt: skip
# Wrapped definitions would make the rows so high that one sees three concepts at a time.
_WRAPPED = frozenset((TERM,))

LINE_HEIGHT = 15
# XML has no such characters; spreadsheets write them so, and what looks so is written so too.
_NOT_IN_XML = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff\r]|_(?=x[0-9A-Fa-f]{4}_)"
)


class Look:
    """The styles of one workbook; its state is the workbook's table of them."""

    def __init__(self, workbook: Any) -> None:
        styles = need("formats", "openpyxl.styles")
        self._cell = need("formats", "openpyxl.cell").WriteOnlyCell
        self._names: set[str] = set()
        top = {"vertical": "top"}
        line = styles.Border(top=styles.Side(style="thin", color="B7B7B7"))
        wrapped = styles.Alignment(wrap_text=True, **top)
        plain = styles.Alignment(**top)
        for name, alignment in (("plain", plain), ("wrapped", wrapped)):
            self._add(workbook, name, alignment=alignment, number_format="@")
            self._add(
                workbook, f"{name} first", alignment=alignment, number_format="@", border=line
            )
        white = styles.Font(bold=True, color="FFFFFF")
        middle = styles.Alignment(wrap_text=True, vertical="center")
        for language, colour in _HEAD_COLOURS.items():
            fill = styles.PatternFill("solid", fgColor=colour)
            name = f"head {language}".strip()
            self._add(workbook, name, font=white, fill=fill, alignment=middle)
        self._add(workbook, "title", font=styles.Font(bold=True, size=16))
        self._add(workbook, "heading", font=styles.Font(bold=True, size=12))
        self._add(workbook, "text", alignment=wrapped)
        right = styles.Alignment(horizontal="right", **top)
        self._add(workbook, "number", alignment=right)
        for status, colour in STATUS_COLOURS.items():
            fill = styles.PatternFill("solid", fgColor=colour)
            self._add(workbook, status.value, fill=fill, alignment=wrapped)

    def _add(self, workbook: Any, name: str, **values: Any) -> None:
        style = need("formats", "openpyxl.styles").NamedStyle(name=name, **values)
        workbook.add_named_style(style)
        self._names.add(name)

    def cell(self, sheet: Any, text: str, style: str = "") -> Any:
        """A cell of text, whatever it looks like."""
        cell = self._cell(sheet, written(text))
        # Else “=1+1” is a formula and “#N/A” an error.
        cell.data_type = "s"
        if style:
            cell.style = style
        if text[:1] in ("=", "+", "-", "@"):
            # Or it becomes one when somebody edits the cell.
            cell.quotePrefix = True
        return cell

    def row(
        self,
        texts: Sequence[str],
        sheet: Any,
        *,
        columns: Sequence[Column] = (),
        is_first: bool = False,
    ) -> list[Any]:
        """The cells of a row; those of the hidden copy have no style."""
        if not columns:
            return [self.cell(sheet, text) if text else None for text in texts]
        first = " first" if is_first else ""
        return [
            self.cell(
                sheet,
                text,
                ("wrapped" if column.field in _WRAPPED else "plain") + first,
            )
            if text or is_first
            else None
            for text, column in zip(texts, columns, strict=True)
        ]


def written(text: str) -> str:
    """A text with the characters that XML has not, spelt as spreadsheets spell them."""
    return _NOT_IN_XML.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def set_height(sheet: Any, number: int, texts: Sequence[str], widths: Sequence[float]) -> None:
    """Make a row as high as its longest wrapped text needs; not every program does so itself.

    A row of one line is left to grow by itself.
    """
    # A little room for wide letters.
    lines = max((ceil(len(t) * 1.1 / w) for t, w in zip(texts, widths, strict=True)), default=1)
    if lines > 1:
        sheet.row_dimensions[number].height = LINE_HEIGHT * lines


def width_of(column: Column) -> float:
    """A column's width in characters; endless for one whose texts are not wrapped."""
    return _WIDTHS.get(column.field, 15) if column.field in _WRAPPED else inf


def set_widths(sheet: Any, columns: Sequence[Column]) -> None:
    """The columns' widths; what is typed below the last row is text as well."""
    for at, column in enumerate(columns):
        dimension = sheet.column_dimensions[letters(at)]
        dimension.width = _WIDTHS.get(column.field, 15)
        dimension.number_format = "@"


def colour_statuses(sheet: Any, columns: Sequence[Column], last: int) -> None:
    """Terms and their statuses take the status's colour, and change it when it is changed."""
    styles = need("formats", "openpyxl.styles")
    rule = need("formats", "openpyxl.formatting.rule").FormulaRule
    ui = current_language()
    for at, column in enumerate(columns):
        if column.field != "status":
            continue
        left, status = letters(at - 1), letters(at)
        for value, colour in STATUS_COLOURS.items():
            fill = styles.PatternFill("solid", bgColor=colour)
            struck = styles.Font(strike=True) if value is Status.DEPRECATED else None
            formula = f'${status}2="{value_label(value, ui)}"'
            sheet.conditional_formatting.add(
                f"{left}2:{status}{last}", rule(formula=[formula], fill=fill, font=struck)
            )
