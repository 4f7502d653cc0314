"""What the disk refuses, as the program's own errors: which file, and the system's reason."""

from __future__ import annotations

import errno
from pathlib import Path

from vnru_terms.findings import Place, UnreadableInputError, UnwritableOutputError, display_path
from vnru_terms.messages import N_, _

_REASONS = {
    errno.EACCES: N_("no permission"),
    errno.EPERM: N_("no permission"),
    errno.ENOENT: N_("there is no such file or folder"),
    errno.ENOTDIR: N_("a part of the path is no folder"),
    errno.EISDIR: N_("it is a folder"),
    errno.EROFS: N_("the disk is read-only"),
    errno.ENOSPC: N_("the disk is full"),
    errno.EFBIG: N_("the file is too large for the disk"),
    errno.ENAMETOOLONG: N_("the name is too long"),
}


def unreadable(path: Path, error: OSError) -> UnreadableInputError:
    """The error for a file that cannot be read."""
    message = _("cannot be read: {reason}.").format(reason=reason_of(error))
    return UnreadableInputError(message, place=Place(display_path(path)))


def unwritable(path: Path, error: Exception, hint: str = "") -> UnwritableOutputError:
    """The error for a file that cannot be written; what refuses may be SQLite."""
    message = _("cannot be written: {reason}.").format(reason=reason_of(error))
    return UnwritableOutputError(message, hint, Place(display_path(path)))


def reason_of(error: Exception) -> str:
    """Why the system refused, in the interface's language where it is a reason that people meet."""
    known = _REASONS.get(getattr(error, "errno", None) or 0)
    return _(known) if known else getattr(error, "strerror", None) or str(error)


def unchanged(error: Exception) -> str:
    """What to do about a file that could not be replaced."""
    if getattr(error, "errno", None) in (errno.ENOSPC, errno.EFBIG):
        return _("What was there is as it was. Free the disk, or choose another place.")
    return _("What was there is as it was. Choose a place where you may write.")
