"""One writer at a time: an advisory lock on a file that dies with its process.

Two desks (a terminal and a browser, or two browsers) may stand on one glossary. What they check
and what they then write must not be torn apart by the other's writing.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from vnru_terms.store.disk_errors import unwritable


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock file while the block runs; waits for another holder, who is never long."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("a+b")
    except OSError as error:
        raise unwritable(path, error) from None
    with file:
        if sys.platform == "win32":
            import msvcrt

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
            try:
                yield
            finally:
                file.seek(0)
                msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
            yield
