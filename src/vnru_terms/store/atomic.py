"""Write a file whole or not at all: a temporary file in the same folder, then replace.

Whoever reads the file meanwhile sees the old bytes or the new ones, never half of them; when the
disk is full or the process is killed, the old file stands.
"""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from vnru_terms.store.disk_errors import unchanged, unwritable


def write_text(path: Path, text: str) -> None:
    """Write `text` as UTF-8 with the line ends that it has; UnwritableOutputError if it cannot."""
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, data: bytes) -> None:
    """Replace the file's bytes in one step, making its folder if need be."""
    write_together({path: data})


def write_together(files: Mapping[Path, bytes | Iterable[bytes]]) -> None:
    """Write several files: all are written aside first, and only then is any replaced.

    So a full disk or a folder without permission leaves every one of them as it was. A file may be
    given in pieces, which are asked for one after the other.
    """
    partial: dict[Path, Path] = {}
    path = Path()
    try:
        for path, data in files.items():
            if path.is_dir():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
            partial[path] = _write_aside(path, data)
        for path, made in partial.items():
            made.replace(path)
    except BaseException as error:
        for made in partial.values():
            made.unlink(missing_ok=True)
        if not isinstance(error, OSError):
            raise
        raise unwritable(path, error, unchanged(error)) from None


def _write_aside(path: Path, data: bytes | Iterable[bytes]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines((data,) if isinstance(data, bytes) else data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(_mode_of(path))
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def _mode_of(path: Path) -> int:
    try:
        return path.stat().st_mode & 0o777
    except OSError:
        umask = os.umask(0)
        os.umask(umask)
        return 0o666 & ~umask
