"""Zip archives in pieces, the same every day: without the clock's time.

What goes in is written to a temporary file, part by part, so that neither the parts nor the archive
are in memory as a whole.
"""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from typing import IO

PIECE = 1 << 16
Part = tuple[str, Iterable[bytes]]


def zipped(parts: Iterable[Part]) -> Iterator[bytes]:
    """The archive of parts, each a name and its bytes in pieces."""
    with tempfile.TemporaryFile() as file:
        with zipfile.ZipFile(file, "w") as archive:
            for name, pieces in parts:
                info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
                info.compress_type = zipfile.ZIP_DEFLATED
                info.external_attr = 0o644 << 16
                with archive.open(info, "w") as part:
                    for piece in pieces:
                        part.write(piece)
        yield from from_start(file)


def from_start(file: IO[bytes]) -> Iterator[bytes]:
    """All that stands in an open file, in pieces."""
    file.seek(0)
    while piece := file.read(PIECE):
        yield piece
