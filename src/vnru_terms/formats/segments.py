"""Bilingual files: which reader reads which, and `read_segments`, which opens a file and asks it.

A reader is chosen by the file's first bytes where they are beyond doubt, else by its name. Another
format is one file with a reader and one line in `SEGMENT_READERS`. Start at `read_segments`.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

from vnru_terms.findings import Finding, display_path
from vnru_terms.formats.segments_po import PO
from vnru_terms.formats.segments_reading import SegmentReader, broken
from vnru_terms.formats.segments_table import CSV, TSV, XLSX
from vnru_terms.formats.segments_tmx import TMX
from vnru_terms.formats.segments_xliff import XLIFF
from vnru_terms.matching.segment import Direction, Segment
from vnru_terms.messages import _
from vnru_terms.store.disk_errors import reason_of

SEGMENT_READERS: dict[str, SegmentReader] = {
    reader.name: reader for reader in (PO, XLIFF, TMX, TSV, CSV, XLSX)
}
STDIN = "-"
STDIN_NAME = "<stdin>"
_HEAD = 4096


def suffixes() -> tuple[str, ...]:
    """Every suffix that a reader answers to."""
    return tuple(suffix for reader in SEGMENT_READERS.values() for suffix in reader.suffixes)


def read_segments(path: str | Path, wanted: Direction) -> Iterator[Segment | Finding]:
    """The segments of a file (`-`: standard input), and what was wrong with it; never raises."""
    name = STDIN_NAME if str(path) == STDIN else display_path(Path(path))
    try:
        if str(path) == STDIN:
            yield from _read(
                io.BufferedReader(cast("io.RawIOBase", sys.stdin.buffer)), name, "", wanted
            )
            return
        with Path(path).open("rb") as stream:
            yield from _read(stream, name, Path(path).suffix.lower(), wanted)
    except OSError as error:
        reason = reason_of(error)
        yield broken(name, "E121", _("cannot be opened: {reason}.").format(reason=reason))
    except UnicodeDecodeError:
        yield broken(name, "E102", _("is not UTF-8."), _("Save it as UTF-8 in an editor."))


def reader_for(head: bytes, suffix: str) -> SegmentReader | None:
    """The reader for a file that begins so and has this suffix, in small letters."""
    by_name = next((r for r in SEGMENT_READERS.values() if suffix in r.suffixes), None)
    if by_name in (TSV, CSV) or by_name is None:
        strict = [PO, XLIFF, TMX, XLSX]
        found = next((reader for reader in strict if reader.begins(head)), None)
        if found is not None:
            return found
    if by_name is None and not suffix and TSV.begins(head):
        return TSV
    return by_name


def _read(
    stream: BinaryIO, name: str, suffix: str, wanted: Direction
) -> Iterator[Segment | Finding]:
    buffered = cast("io.BufferedReader", stream)
    head = buffered.peek(_HEAD)[:_HEAD]
    if not head.strip():
        yield broken(name, "E103", _("the file is empty."))
        return
    reader = reader_for(head, suffix)
    if reader is None:
        known = ", ".join(suffixes())
        message = _("is no bilingual file that can be read.")
        yield broken(name, "E160", message, _("Readable: {suffixes}.").format(suffixes=known))
        return
    if reader is XLSX and not buffered.seekable():
        buffered = cast("io.BufferedReader", io.BytesIO(buffered.read()))
    found = False
    for item in reader.read(buffered, name, wanted):
        found = True
        yield item
    if not found:
        message = _("there are no segments in this file.")
        hint = _("With --from and --to you can name the languages of the pair.")
        yield broken(name, "E164", message, hint)
