"""Read a corpus: files and folders of articles become Documents, with their places kept.

`find_files` lists the files under some paths without opening one; `read_document` reads one of
them, by the reader of its format (`store/readers`), and can run anywhere; `read_corpus` does both.
A line of a document is a line of the file, normalised (NFC, plain spaces, nothing invisible), so
that line numbers are the file's own; what numbers a Word or PDF file has, `Document` says. One
broken file among others is skipped; if nothing is left, that is an UnreadableInputError.
"""

from __future__ import annotations

import os
import stat
import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path

from vnru_terms.findings import Finding, Place, Severity, UnreadableInputError, display_path
from vnru_terms.messages import _
from vnru_terms.store.disk_errors import reason_of
from vnru_terms.store.readers import READERS, reader_for
from vnru_terms.store.readers.lines import LONGEST_LINE, readable
from vnru_terms.store.readers.reading import LARGEST_FILE, Reader, Reading, Unit, refused, too_large
from vnru_terms.store.readers.time_limit import within

__all__ = [
    "LONGEST_LINE", "READERS", "STDIN", "Document", "Unit", "document", "find_files",
    "nothing_left", "read_corpus", "read_document",
]  # fmt: skip

STDIN = "-"
STDIN_NAME = "<stdin>"
# The slowest honest file, a PDF of a thousand pages, takes half of it.
SECONDS = 120.0


@dataclass(frozen=True, slots=True)
class Document:
    """An article as read: its path as messages show it, and its lines, normalised.

    `text` is the lines joined by line ends; an offset in it is turned into a line by `line_at`.
    A reader finds the line again by `place_of`, which counts in `unit`s of the file: for a PDF
    the page, for a Word file the paragraph.
    """

    path: str
    lines: tuple[str, ...]
    starts: tuple[int, ...] = field(default=(), compare=False, repr=False)
    places: tuple[int, ...] = ()
    unit: Unit = Unit.LINE

    @property
    def text(self) -> str:
        """The whole text; offsets count its code points."""
        return "\n".join(self.lines)

    def line_at(self, offset: int) -> int:
        """The line, counted from 1, that holds the offset."""
        return bisect_right(self.starts, offset)

    def place_of(self, line: int) -> int:
        """Where the file has the line, counted from 1 in units of the file."""
        return self.places[line - 1] if self.places else line

    def line_start(self, line: int) -> int:
        """The offset at which the line, counted from 1, begins."""
        return self.starts[line - 1]


def document(
    path: str, lines: Iterable[str], places: Iterable[int] = (), unit: Unit = Unit.LINE
) -> Document:
    """A document with the offsets of its lines worked out.

    `places` has a number for every line; without it the lines are numbered from 1.
    """
    kept = tuple(lines)
    starts = tuple(accumulate((len(line) + 1 for line in kept[:-1]), initial=0))
    return Document(path, kept, starts, tuple(places), unit)


def read_corpus(paths: Sequence[str | Path]) -> tuple[list[Document], list[Finding]]:
    """All documents under the paths, once each, and what was wrong with the others."""
    files, findings = find_files(paths)
    documents: list[Document] = []
    for path in files:
        found, problems = read_document(path)
        findings.extend(problems)
        if found is not None:
            documents.append(found)
    if not documents:
        raise nothing_left(paths, findings)
    return documents, findings


def find_files(paths: Sequence[str | Path]) -> tuple[list[str | Path], list[Finding]]:
    """The files to read under the paths, once each, in order of path; none of them is opened.

    Standard input stands first, as `STDIN`. A folder's hidden files and folders are left out.
    """
    findings: list[Finding] = []
    files = _files(paths, findings)
    return sorted(files, key=lambda path: str(path).replace("\\", "/")), findings


def read_document(path: str | Path) -> tuple[Document | None, list[Finding]]:
    """One file as a document, or None with the finding that says why not.

    It depends on nothing but the file, and what it gives can be pickled.
    """
    is_stdin = str(path) == STDIN
    name = STDIN_NAME if is_stdin else display_path(Path(path))
    try:
        data = sys.stdin.buffer.read(LARGEST_FILE + 1) if is_stdin else _read(Path(path))
    except OSError as error:
        return None, [_unreadable(name, error)]
    reader = reader_for(data, "" if is_stdin else Path(path).suffix.lower())
    try:
        reading = within(SECONDS, lambda: _read_lines(reader, data, name))
    except TimeoutError:
        message = _("could not be read within {seconds} seconds.").format(seconds=int(SECONDS))
        reading = refused(name, "E127", message, _("Split it, or save its text as .txt."))
    except (MemoryError, RecursionError):
        reading = too_large(name)
    findings = list(reading.findings)
    if any(f.severity is Severity.ERROR for f in findings):
        return None, findings
    if not any(line.strip() for line in reading.lines):
        return None, [*findings, _finding(name, "E103", _("the file is empty."))]
    return document(name, reading.lines, reading.places, reading.unit), findings


def _read(path: Path) -> bytes:
    """The file, up to one byte more than is allowed: a device or pipe may have no end."""
    with path.open("rb") as stream:
        return stream.read(LARGEST_FILE + 1)


def _read_lines(reader: Reader, data: bytes, name: str) -> Reading:
    if len(data) > LARGEST_FILE:
        return too_large(name)
    reading = reader(data, name)
    return reading if not reading.lines else readable(reading, name)


def _files(paths: Sequence[str | Path], findings: list[Finding]) -> list[str | Path]:
    files: dict[str, str | Path] = {}
    for path in paths:
        if str(path) == STDIN:
            files[STDIN] = STDIN
            continue
        try:
            is_folder, is_there = Path(path).is_dir(), Path(path).exists()
        except OSError as error:
            findings.append(_unreadable(display_path(Path(path)), error))
            continue
        if is_folder:
            inside = dict(_files_inside(Path(path), findings))
            files.update(inside)
            if not inside:
                known = ", ".join(READERS)
                message = _("the folder holds no articles.")
                hint = _("Articles are files ending in {suffixes}.").format(suffixes=known)
                findings.append(_finding(display_path(Path(path)), "E123", message, hint))
        elif is_there:
            files[os.path.realpath(path)] = path
        else:
            message = _("there is no such file or folder.")
            findings.append(_finding(str(path), "E124", message))
    return list(files.values())


def _files_inside(folder: Path, findings: list[Finding]) -> Iterator[tuple[str, Path]]:
    """Real path and path of every file of a known format in a folder, hidden ones left out.

    Links to folders are followed, each folder once, so that a link to a folder above does no harm.
    """

    def unreadable(error: OSError) -> None:
        findings.append(_unreadable(display_path(Path(error.filename or folder)), error))

    visited: set[str] = set()
    for parent, folders, names in os.walk(folder, onerror=unreadable, followlinks=True):
        real = os.path.realpath(parent)
        if real in visited:
            folders.clear()
            continue
        visited.add(real)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(parent, name)
            if name.startswith(".") or path.suffix.lower() not in READERS:
                continue
            try:
                # A pipe or a device among the articles would keep the reader waiting.
                if stat.S_ISREG(path.stat().st_mode):
                    is_link = path.is_symlink()
                    yield os.path.realpath(path) if is_link else str(Path(real, name)), path
            except OSError as error:
                findings.append(_unreadable(display_path(path), error))


def _unreadable(name: str, error: OSError) -> Finding:
    reason = reason_of(error)
    return _finding(name, "E121", _("cannot be read: {reason}.").format(reason=reason))


def _finding(name: str, code: str, message: str, hint: str = "") -> Finding:
    return Finding(Place(name), code, message, hint)


def nothing_left(paths: Sequence[str | Path], findings: list[Finding]) -> UnreadableInputError:
    """The error for paths under which no document could be read, with the reasons found."""
    errors = [f for f in findings if f.severity is Severity.ERROR]
    if len(errors) == 1:
        first = errors[0]
        return UnreadableInputError(first.message, first.hint, first.place)
    details = "".join(f"\n  {f}" for f in errors)
    return UnreadableInputError(
        _("nothing could be read from: {paths}.").format(paths=", ".join(map(str, paths))) + details
    )
