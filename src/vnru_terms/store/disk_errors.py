"""What the disk refuses, as the program's own errors: which file, and the system's reason."""

from __future__ import annotations

from pathlib import Path

from vnru_terms.findings import Place, UnreadableInputError, UnwritableOutputError, display_path
from vnru_terms.messages import _


def unreadable(path: Path, error: OSError) -> UnreadableInputError:
    """The error for a file that cannot be read."""
    message = _("cannot be read: {reason}.").format(reason=error.strerror or str(error))
    return UnreadableInputError(message, place=Place(display_path(path)))


def unwritable(path: Path, error: Exception, hint: str = "") -> UnwritableOutputError:
    """The error for a file that cannot be written; what refuses may be SQLite."""
    reason = getattr(error, "strerror", None) or str(error)
    message = _("cannot be written: {reason}.").format(reason=reason)
    return UnwritableOutputError(message, hint, Place(display_path(path)))
