"""Read a workbook that somebody has filled in: the cells of its visible sheets, as texts.

What is no text is a fault with its address: formulas, dates, fractions, errors, merged and
struck-out cells. Hidden sheets are not read but for our own copy of what was exported. Against a
file made to do harm: how much it may unfold to is looked up before any of it is unfolded (zipfile
gives no more than a part declares), and nothing that it points to is opened. Start at `read_xlsx`.
"""

from __future__ import annotations

import io
import re
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from vnru_terms.extras import need
from vnru_terms.findings import Finding, Place, Severity
from vnru_terms.formats.csv_table import unarmed
from vnru_terms.formats.table import RawCell, RawRow, RawSheet, read_sheets
from vnru_terms.formats.xlsx import EXPORTED_SHEET, LISTS_SHEET
from vnru_terms.messages import _
from vnru_terms.model import Settings
from vnru_terms.store.incoming import Incoming
from vnru_terms.store.readers.reading import LARGEST_FILE, MEGABYTE

# A sheet of 100,000 concepts unfolds to about 300 MB; a million empty rows to 60.
LARGEST_UNFOLDED = 512 * MEGABYTE
# XML of tables packs 10 to 60 times, that of empty rows 200; bombs 1,000.
HIGHEST_RATIO = 400
UNSUSPECTED = 8 * MEGABYTE
LARGEST_DIRECTORY = 4 * MEGABYTE
WIDEST = 256
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*ref=[\"']([A-Z]+)(\d+):([A-Z]+)(\d+)[\"']")
_SHEET = re.compile(r"xl/worksheets/[^/]*\.xml\Z")
# Only those that say where they are: the others' places are counted.
_EMPTY_CELL = re.compile(rb"<c r=\"[A-Z]+\d+\"[^<>]*/>|<c r=\"[A-Z]+\d+\"[^<>/]*></c>")
_EMPTY_ROW = re.compile(rb"<row r=\"\d+\"[^<>]*/>|<row r=\"\d+\"[^<>/]*></row>")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_EMPTY = RawCell("")
_BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError,
    RuntimeError, struct.error, KeyError, IndexError, TypeError, AttributeError, SyntaxError,
)  # fmt: skip


class _RefusedError(Exception):
    """The file is not read; carries why."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.found = (code, message, hint)


def read_xlsx(
    data: bytes, name: str, settings: Settings, is_known: Callable[[str], bool]
) -> Incoming:
    """What a workbook says; findings of error severity where it cannot be read."""
    try:
        _check(data)
        openpyxl = need("formats", "openpyxl")
        with zipfile.ZipFile(io.BytesIO(data)) as package, warnings.catch_warnings():
            # openpyxl warns of what it would lose on saving; nothing is saved.
            warnings.simplefilter("ignore")
            _check_parts(package)
            lean = io.BytesIO(_without_empty_cells(package, data))
            workbook = openpyxl.load_workbook(lean, read_only=True, keep_links=False)
            remarks = _remarks(workbook, package, name)
            incoming = read_sheets(_sheets(workbook, package), name, settings, is_known)
    except _RefusedError as refused:
        code, message, hint = refused.found
        return Incoming(findings=(Finding(Place(name), code, message, hint),))
    except _BROKEN as error:
        reason = str(error).splitlines()[0].rstrip(".")[:200] if str(error) else "?"
        message = _("is damaged: {reason}.").format(reason=reason)
        hint = _("Open it in its own program and save it anew.")
        return Incoming(findings=(Finding(Place(name), "E128", message, hint),))
    return Incoming(incoming.concepts, incoming.exported, (*remarks, *incoming.findings))


def _check(data: bytes) -> None:
    """Refuse what is no workbook of today before anything is unpacked."""
    if data.startswith(OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            message = _("is locked by a password.")
        else:
            message = _("is a workbook of old Excel (.xls).")
        hint = _("Open it in Excel or LibreOffice and save it as .xlsx without a password.")
        raise _RefusedError("E129", message, hint)
    if len(data) > LARGEST_FILE:
        raise _too_large()
    # zipfile reads the whole table of contents at once; its size stands in the last record.
    end = data.rfind(b"PK\x05\x06")
    if end >= 0 and len(data) >= end + 22:
        (size,) = struct.unpack_from("<I", data, end + 12)
        if size > LARGEST_DIRECTORY:
            raise _too_large()


def _check_parts(package: zipfile.ZipFile) -> None:
    parts = package.infolist()
    unfolded = sum(part.file_size for part in parts)
    packed = max(1, sum(part.compress_size for part in parts))
    is_bomb = unfolded > UNSUSPECTED and unfolded > HIGHEST_RATIO * packed
    if unfolded > LARGEST_UNFOLDED or is_bomb:
        raise _too_large()
    names = {part.filename for part in parts}
    if len(names) < len(parts):
        raise _RefusedError("E128", _("is damaged: {reason}.").format(reason="zip"), "")
    if "[Content_Types].xml" not in names or not any(n.startswith("xl/") for n in names):
        message = _("is a zip file, but no Excel workbook.")
        raise _RefusedError("E122", message, _("Save the table as .xlsx or .csv."))
    if "xl/workbook.bin" in names:
        message = _("is a binary workbook (.xlsb).")
        raise _RefusedError("E122", message, _("Save the table as .xlsx or .csv."))
    if any(part.flag_bits & 1 for part in parts):
        hint = _("Open it in Excel or LibreOffice and save it as .xlsx without a password.")
        raise _RefusedError("E129", _("is locked by a password."), hint)
    for part in parts:
        if part.filename.endswith((".xml", ".rels")):
            with package.open(part) as stream:
                # A workbook has no document type, where entities would be declared.
                if b"<!DOCTYPE" in stream.read(4096):
                    message = _("declares a document type, which no workbook does.")
                    hint = _("Open it in its own program and save it anew.")
                    raise _RefusedError("E128", message, hint)


def _without_empty_cells(package: zipfile.ZipFile, data: bytes) -> bytes:
    """The same workbook, its large sheets without the cells that have a format and no text.

    Whoever formats a whole sheet has a million rows of them, minutes for a parser.
    """
    large = [p.filename for p in package.infolist() if _SHEET.match(p.filename)
             and p.file_size > UNSUSPECTED]  # fmt: skip
    if not large:
        return data
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as lean:
        for part in package.namelist():
            content = package.read(part)
            if part in large:
                content = _EMPTY_ROW.sub(b"", _EMPTY_CELL.sub(b"", content))
            lean.writestr(part, content)
    return out.getvalue()


def _too_large() -> _RefusedError:
    size = LARGEST_FILE // MEGABYTE
    message = _("is larger than {size} MB, or unfolds to more.").format(size=size)
    return _RefusedError("E127", message, _("Copy the filled rows into a new workbook."))


def _remarks(workbook: Any, package: zipfile.ZipFile, name: str) -> list[Finding]:
    """What the file has that is not read: other hidden sheets, comments."""
    found = []
    for sheet in workbook.worksheets:
        if sheet.sheet_state != "visible" and sheet.title not in (EXPORTED_SHEET, LISTS_SHEET):
            message = _("the sheet “{sheet}” is hidden and was not read.")
            found.append(message.format(sheet=sheet.title))
    if any("comments" in part.lower() for part in package.namelist()):
        found.append(_("the workbook has comments, which are not read: look at them yourself."))
    return [Finding(Place(name), "W148", m, severity=Severity.INFORMATION) for m in found]


def _sheets(workbook: Any, package: zipfile.ZipFile) -> Iterator[RawSheet]:
    is_ours = EXPORTED_SHEET in workbook.sheetnames
    for number, sheet in enumerate(workbook.worksheets):
        if sheet.title == EXPORTED_SHEET:
            yield RawSheet(sheet.title, list(_rows(sheet, {})), is_export=True)
        elif sheet.sheet_state == "visible":
            rows = list(_rows(sheet, _merged_in(package, sheet)))
            if not is_ours:
                rows = list(map(_unarmed, rows))
            # The guide of our own workbook is no table; nothing is to be said of it.
            if rows and not (is_ours and number == 0 and len(workbook.worksheets) > 2):
                yield RawSheet(sheet.title, rows)


def _unarmed(row: RawRow) -> RawRow:
    """The row of a csv of ours that a spreadsheet has saved as a workbook."""
    return replace(row, cells=tuple(replace(c, text=unarmed(c.text)) for c in row.cells))


def _merged_in(package: zipfile.ZipFile, sheet: Any) -> dict[int, list[tuple[int, int, str]]]:
    """The merged cells of a sheet by row: first and last column, counted from 0, and the range."""
    column = need("formats", "openpyxl.utils").column_index_from_string
    found: dict[int, list[tuple[int, int, str]]] = {}
    with package.open(sheet._worksheet_path) as stream:
        tail = b""
        while chunk := stream.read(2**20):
            # A range stands in less than 100 bytes; it may stand across the end of a chunk.
            text = tail + chunk
            for left, top, right, bottom in _MERGED.findall(text):
                name = f"{left.decode()}{top.decode()}:{right.decode()}{bottom.decode()}"
                span = (column(left.decode()) - 1, column(right.decode()) - 1, name)
                for row in range(int(top), min(int(bottom), int(top) + 10_000) + 1):
                    if span not in found.setdefault(row, []):
                        found[row].append(span)
            tail = text[-100:]
    return found


def _rows(sheet: Any, merged: dict[int, list[tuple[int, int, str]]]) -> Iterator[RawRow]:
    """The rows that are not empty."""
    # What the file says of its own size is often wrong.
    sheet.reset_dimensions()
    struck: dict[int, bool] = {}
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        if number not in merged and not any(cell.value is not None for cell in cells):
            continue
        raw = [_EMPTY if cell.value is None else _cell(cell, struck) for cell in cells[:WIDEST]]
        while raw and not raw[-1].text and not raw[-1].fault:
            raw.pop()
        for left, right, name in merged.get(number, ()):
            right = min(right, WIDEST - 1)
            raw += [_EMPTY] * (right + 1 - len(raw))
            for at in range(left, right + 1):
                raw[at] = RawCell(
                    raw[at].text,
                    _("this cell is merged with others ({range}).").format(range=name),
                    _("Undo the merging, and fill in each cell."),
                )
        yield RawRow(number, tuple(raw))


def _cell(cell: Any, struck: dict[int, bool]) -> RawCell:
    """A cell as text, or why it is none; `struck` remembers which styles are struck out."""
    value = cell.value
    if cell.data_type == "f":
        return RawCell(
            "?",
            _("this is a formula."),
            _("Copy the cell and paste its value (Paste Special, Values)."),
        )
    if isinstance(value, str) and cell.data_type != "e":
        text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), value)
        style = cell._style_id
        if style not in struck:
            struck[style] = bool(cell.font is not None and cell.font.strike)
        if struck[style] and text.strip():
            fault = _("“{text}” is struck out.").format(text=text[:60])
            return RawCell(text, fault, _("Say what is meant by the status, or empty the cell."))
        return RawCell(text)
    if isinstance(value, int) and not isinstance(value, bool):
        return RawCell(str(value))
    if isinstance(value, (date, datetime, time, timedelta)):
        value = str(value).removesuffix(" 00:00:00")
        message = _("this is a date or a time ({value}), no text.")
    else:
        message = _("this is a number or a value ({value}), no text.")
    hint = _("Format the cell as text, then type it anew.")
    return RawCell(str(value), message.format(value=str(value)[:40]), hint)
