"""What every reader gives: the lines of a file with their places, or the findings that say why not.

A reader is a plain function from the bytes of a file and the name that messages show to a
`Reading`. It never raises for bad data. The limits that keep a hostile file from eating the
machine stand here, so that the page of the manual can name them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from vnru_terms.findings import Finding, Place, Severity
from vnru_terms.messages import _

MEGABYTE = 2**20
# The text of 5,000 books' pages; whoever has more in one file has a data dump, not an article.
LARGEST_FILE = 64 * MEGABYTE
# How files of Word's old format begin, and those with a password.
ENCRYPTED_OR_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class Unit(Enum):
    """What the places of a document count."""

    LINE = "line"
    PARAGRAPH = "paragraph"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Reading:
    """The lines of a file. `places` numbers them in `unit`s of the file; empty: 1, 2, 3 …"""

    lines: tuple[str, ...] = ()
    places: tuple[int, ...] = ()
    unit: Unit = Unit.LINE
    findings: tuple[Finding, ...] = ()


Reader = Callable[[bytes, str], Reading]


def refused(name: str, code: str, message: str, hint: str = "") -> Reading:
    """A file that was not read, with the one finding that says why."""
    return Reading(findings=(Finding(Place(name), code, message, hint),))


def warning(name: str, code: str, message: str, hint: str = "", *, place: int = 0) -> Finding:
    """A finding about a file that was read all the same."""
    return Finding(Place(name, place), code, message, hint, Severity.WARNING)


def too_large(name: str, limit: int = LARGEST_FILE) -> Reading:
    """A file, or what it unfolds to, that is larger than an article can be."""
    return refused(
        name,
        "E127",
        _("is larger than {size} MB, or unfolds to more.").format(size=limit // MEGABYTE),
        _("Split it, or save its text as .txt."),
    )


def damaged(name: str, reason: str) -> Reading:
    """A file that is of a known format but broken."""
    return refused(
        name,
        "E128",
        _("is damaged: {reason}.").format(reason=reason.rstrip(".")[:200] or "?"),
        _("Open it in its own program and save it anew."),
    )
