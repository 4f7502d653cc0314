"""What the desk writes into a glossary, and how it is taken back.

`write_concept` makes one new canonical file; `add_term` puts a term into an existing file without
touching another byte; `add_rejection` puts a row into `rejected.tsv`. Each gives an `Edit`, which
`take_back` undoes if the file is still as it was written. A file that has changed since it was
read is never overwritten: UnwritableOutputError says so.
"""

from __future__ import annotations

import codecs
import hashlib
from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path

from vnru_terms.findings import (
    Place,
    UnreadableInputError,
    UnwritableOutputError,
    display_path,
    has_errors,
)
from vnru_terms.lang import LANGUAGES
from vnru_terms.messages import _
from vnru_terms.model import LANGUAGE_ORDER, ConceptEntry, Rejection, TermEntry
from vnru_terms.store.atomic import write_bytes
from vnru_terms.store.concept_file import normalised, parse_entry, render_entry
from vnru_terms.store.disk_errors import unreadable
from vnru_terms.store.glossary import REJECTED_FILE, REJECTED_HEAD
from vnru_terms.store.splice import splice_term
from vnru_terms.store.yaml_text import read_yaml_text
from vnru_terms.text.normalise import normalise, squeeze


@dataclass(frozen=True, slots=True)
class Edit:
    """One change to one file: at `start` (code points) stood nothing, now stands `new`.

    `file` is relative to the glossary's folder; `before` and `after` are the file's digests,
    `before` is empty where there was no file.
    """

    file: str
    start: int
    new: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A concept file as it was read: its place, its entry and the digest of its bytes."""

    path: Path
    entry: ConceptEntry
    digest: str


def digest(data: bytes) -> str:
    """The fingerprint by which a file's bytes are known again."""
    return hashlib.sha256(data).hexdigest()


def read_snapshot(path: Path) -> Snapshot:
    """A concept file with its digest; UnreadableInputError where it is not sound enough to edit."""
    data = _read(path)
    text, findings = read_yaml_text(path)
    if text is not None:
        entry, findings = parse_entry(text, display_path(path), path.parent.name)
        if entry is not None and not has_errors(findings):
            return Snapshot(path, entry, digest(data))
    message = findings[0].message if findings else _("the file cannot be read as a concept.")
    hint = _("Mend the file first (vnru-terms validate says how).")
    place = findings[0].place if findings else Place(display_path(path))
    raise UnreadableInputError(message, hint, place)


def write_concept(folder: Path, entry: ConceptEntry) -> Edit:
    """Make the concept's file; refused where the id is taken, in whatever subject field."""
    path = folder / entry.subject_field / f"{entry.id}.yaml"
    for other in (path, *folder.glob(f"*/{entry.id}.yaml")):
        if other.exists():
            message = _("the id “{id}” is taken.").format(id=entry.id)
            raise UnwritableOutputError(
                message, _("Give this concept an id of its own."), Place(display_path(other))
            )
    text = render_entry(normalised(entry))
    again, findings = parse_entry(text, display_path(path), entry.subject_field)
    if findings or again != normalised(entry):
        message = _("the concept would not read as it was written.")
        raise UnwritableOutputError(message, place=Place(display_path(path)))
    write_bytes(path, text.encode("utf-8"))
    return Edit(_name(folder, path), 0, text, "", digest(text.encode("utf-8")))


def add_term(folder: Path, read: Snapshot, language: str, term: TermEntry) -> Edit:
    """Put a term into a concept file; refused where its bytes are not those that were read."""
    data = bytes_as_read(read)
    mark, text = decoded(data)
    splice = splice_term(text, display_path(read.path), language, term)
    after = mark + splice.applied(text).encode("utf-8")
    write_bytes(read.path, after)
    name = _name(folder, read.path)
    return Edit(name, splice.start, splice.new, digest(data), digest(after))


def bytes_as_read(read: Snapshot) -> bytes:
    """A concept file's bytes; UnwritableOutputError where they are not those that were read."""
    data = _read(read.path)
    if digest(data) != read.digest:
        message = _("the file was changed meanwhile; it is left as it is.")
        hint = _("Look at it again, then repeat the step.")
        raise UnwritableOutputError(message, hint, Place(display_path(read.path)))
    return data


def add_rejection(folder: Path, rejection: Rejection) -> Edit:
    """Put a row into `rejected.tsv` where it belongs in Vietnamese order; other rows stay."""
    path = folder / REJECTED_FILE
    data = _read(path) if path.exists() else b""
    mark, text = decoded(data)
    head = "" if text else "\t".join(REJECTED_HEAD) + "\n"
    cells = (rejection.term, rejection.reason, rejection.by, rejection.date)
    # A tab or a line end inside a cell would make another row of it.
    row = "\t".join(squeeze(normalise(cell)) for cell in cells) + "\n"
    start = _row_place(text, row)
    new = head + row
    if text and start == len(text) and not text.endswith("\n"):
        new = "\n" + row.rstrip("\n")
    after = mark + (text[:start] + new + text[start:]).encode("utf-8")
    write_bytes(path, after)
    return Edit(REJECTED_FILE, start, new, digest(data) if data else "", digest(after))


def take_back(folder: Path, edit: Edit) -> None:
    """Undo an edit; UnwritableOutputError where the file is no longer as the desk wrote it.

    A row of `rejected.tsv` is taken out though others have come since.
    """
    path = folder / edit.file
    data = _read(path) if path.exists() else b""
    mark, text = decoded(data)
    start = edit.start
    if digest(data) != edit.after:
        start = _row_found(text, edit.new) if edit.file == REJECTED_FILE else -1
        if start < 0:
            message = _("the file was changed since; it is left as it is.")
            hint = _("Take the change back by hand.")
            raise UnwritableOutputError(message, hint, Place(display_path(path)))
        end = text.find("\n", start) + 1 or len(text)
    elif not edit.before:
        path.unlink()
        if path.parent != folder and not any(path.parent.iterdir()):
            path.parent.rmdir()
        return
    else:
        end = start + len(edit.new)
    write_bytes(path, mark + (text[:start] + text[end:]).encode("utf-8"))


def _name(folder: Path, path: Path) -> str:
    return path.relative_to(folder).as_posix()


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from None


def decoded(data: bytes) -> tuple[bytes, str]:
    """The byte order mark, if there is one, and the text behind it, line ends untouched."""
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    return mark, data[len(mark) :].decode("utf-8")


def _row_place(text: str, row: str) -> int:
    """The offset before the first row that comes after this one; behind the head at least."""
    lines = text.splitlines(keepends=True)
    is_headed = bool(lines) and lines[0].split("\t")[0] == REJECTED_HEAD[0]
    first = int(is_headed)
    before = bisect_right(lines[first:], _row_key(row), key=_row_key) + first
    return sum(len(line) for line in lines[:before])


def _row_key(row: str) -> tuple[object, str]:
    term = row.split("\t")[0].strip()
    return LANGUAGES[LANGUAGE_ORDER[0]].sort_key(term), row


def _row_found(text: str, new: str) -> int:
    """Where a row stands as a whole line, or -1; `new` may bring the head along."""
    row = new.splitlines()[-1]
    at = 0
    for line in text.splitlines(keepends=True):
        if line.rstrip("\r\n") == row:
            return at
        at += len(line)
    return -1
