"""Write a file whole or not at all: a temporary file in the same folder, then replace.

Whoever reads the file meanwhile sees the old bytes or the new ones, never half of them; when the
disk is full or the process is killed, the old file stands.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from vnru_terms.findings import Place, UnwritableOutputError, display_path
from vnru_terms.messages import _


def write_text(path: Path, text: str) -> None:
    """Write `text` as UTF-8 with the line ends that it has; UnwritableOutputError if it cannot."""
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, data: bytes) -> None:
    """Replace the file's bytes in one step, making its folder if need be."""
    partial = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, partial = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(partial).chmod(_mode_of(path))
        Path(partial).replace(path)
    except BaseException as error:
        if partial:
            Path(partial).unlink(missing_ok=True)
        if not isinstance(error, OSError):
            raise
        raise UnwritableOutputError(
            _("cannot be written: {reason}.").format(reason=error.strerror or str(error)),
            hint=_("What was there is as it was. Free the disk, or choose another place."),
            place=Place(display_path(path)),
        ) from None


def _mode_of(path: Path) -> int:
    try:
        return path.stat().st_mode & 0o777
    except OSError:
        umask = os.umask(0)
        os.umask(umask)
        return 0o666 & ~umask
