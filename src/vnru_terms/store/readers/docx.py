"""Read a Word file: the text of its paragraphs, in order, each with its number.

A .docx is a zip of XML files; one of them, usually `word/document.xml`, is the text, and beside it
may stand its footnotes and endnotes, which are read behind it. Only these are unpacked, in pieces,
through expat. The format allows no document type declaration, so one is refused before any entity
in it can grow or point outside; relations to other files or addresses are never followed. Deleted
text, fields' codes and the second copy of text boxes are left out; inserted text, links, content
controls, tables and text boxes are read. Paragraphs are counted as those that have text.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from xml.parsers import expat

from vnru_terms.messages import _
from vnru_terms.store.readers.reading import (
    ENCRYPTED_OR_OLD,
    LARGEST_FILE,
    MEGABYTE,
    Reading,
    Unit,
    damaged,
    refused,
    too_large,
)

# A text packs 5 to 30 times; a megabyte that came from less than 5 KB is a bomb, not a text.
HIGHEST_RATIO = 200
UNSUSPECTED = MEGABYTE
LARGEST_DIRECTORY = 4 * MEGABYTE
DEEPEST = 1_000
CHUNK = 2**16

# Text inside these is not the document's: what was deleted, and the old form of a text box.
_SILENT = frozenset({"del", "moveFrom", "Fallback", "instrText", "delText"})
_TARGET = re.compile(rb"<Relationship\s[^<>]*>")
_RELATIONS = "_rels/.rels"


class _RefusedError(Exception):
    """Raised out of expat to stop it; carries what the reader shall give."""

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self.reading = reading


def read_docx(data: bytes, name: str) -> Reading:
    """The paragraphs of a Word file; a line break inside one begins a line of the same number."""
    if data.startswith(ENCRYPTED_OR_OLD):
        return old_or_locked(name)
    try:
        _check_directory(data, name)
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            part = _document_part(package)
            if part is None:
                message = _("is a zip file, but no Word file: it holds no document.")
                return refused(name, "E122", message, _("Save the text as .docx or .txt."))
            if part.flag_bits & 1:
                return old_or_locked(name)
            return _read_parts(package, [part, *_notes(package, part)], name)
    except _RefusedError as stopped:
        return stopped.reading
    except expat.ExpatError as error:
        return damaged(name, expat.ErrorString(error.code) or str(error))
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError,
            RuntimeError, UnicodeDecodeError, struct.error, KeyError) as error:  # fmt: skip
        return damaged(name, str(error))


def old_or_locked(name: str) -> Reading:
    """A file of Word's old format; a .docx with a password is wrapped in one."""
    return refused(
        name,
        "E129",
        _("is locked by a password, or a file of old Word (.doc)."),
        _("Open it in Word or LibreOffice and save it as .docx without a password."),
    )


def _check_directory(data: bytes, name: str) -> None:
    # zipfile reads the whole table of contents at once; its size stands in the last record.
    end = data.rfind(b"PK\x05\x06")
    if end >= 0 and len(data) >= end + 22:
        (size,) = struct.unpack_from("<I", data, end + 12)
        if size > LARGEST_DIRECTORY:
            raise _RefusedError(too_large(name, LARGEST_DIRECTORY))


def _document_part(package: zipfile.ZipFile) -> zipfile.ZipInfo | None:
    """The part with the text: what the package names as its main document, else the usual place."""
    members = {info.filename: info for info in package.infolist()}
    relations = members.get(_RELATIONS)
    named = ""
    if relations is not None and relations.file_size <= MEGABYTE:
        with package.open(relations) as stream:
            for relation in _TARGET.findall(stream.read(MEGABYTE)):
                target = re.search(rb"\sTarget\s*=\s*[\"']([^\"']*)", relation)
                if target and re.search(rb"/officeDocument[\"']", relation):
                    named = target[1].decode("utf-8", "replace").lstrip("/")
    return members.get(named) or members.get("word/document.xml")


def _notes(package: zipfile.ZipFile, document: zipfile.ZipInfo) -> list[zipfile.ZipInfo]:
    """The parts with the footnotes and the notes at the end, beside the document's."""
    folder = document.filename.rpartition("/")[0]
    members = {info.filename: info for info in package.infolist()}
    names = (f"{folder}/{kind}.xml".lstrip("/") for kind in ("footnotes", "endnotes"))
    return [members[name] for name in names if name in members]


def _read_parts(package: zipfile.ZipFile, parts: list[zipfile.ZipInfo], name: str) -> Reading:
    if sum(part.file_size for part in parts) > LARGEST_FILE:
        return too_large(name)
    lines: list[str] = []
    places: list[int] = []
    for part in parts:
        paragraphs = _Paragraphs(name, places[-1] if places else 0)
        unpacked = 0
        with package.open(part) as stream:
            # The size that the zip declares may be a lie: what comes out is counted.
            while chunk := stream.read(CHUNK):
                unpacked += len(chunk)
                packed = max(part.compress_size, 1)
                if unpacked > LARGEST_FILE or (
                    unpacked > UNSUSPECTED and unpacked > HIGHEST_RATIO * packed
                ):
                    return too_large(name)
                paragraphs.feed(chunk)
        paragraphs.feed(b"", last=True)
        lines += paragraphs.lines
        places += paragraphs.places
    return Reading(tuple(lines), tuple(places), Unit.PARAGRAPH)


class _Paragraphs:
    """Gathers lines from expat's events; it has a state because expat calls back."""

    def __init__(self, name: str, number: int = 0) -> None:
        self.lines: list[str] = []
        self.places: list[int] = []
        self._name = name
        self._number = number
        self._depth = self._silent = self._tables = 0
        # A text box stands inside a paragraph: the outer one waits on this pile.
        self._open: list[list[str]] = []
        self._in_text = False
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.StartDoctypeDeclHandler = self._doctype

    def feed(self, chunk: bytes, *, last: bool = False) -> None:
        self._parser.Parse(chunk, last)

    def _doctype(self, *_declared: object) -> None:
        message = _("holds a document type declaration, which no Word file has.")
        hint = _("It may be meant to do harm; nothing of it was read.")
        raise _RefusedError(refused(self._name, "E127", message, hint))

    def _start(self, tag: str, _attributes: object) -> None:
        local = tag.rpartition(" ")[2]
        self._depth += 1
        if self._depth > DEEPEST:
            message = _("is nested deeper than {limit} levels.").format(limit=DEEPEST)
            hint = _("It may be meant to do harm; nothing of it was read.")
            raise _RefusedError(refused(self._name, "E127", message, hint))
        if local in _SILENT:
            self._silent += 1
        elif local == "p" and "wordprocessingml" in tag:
            self._open.append([])
        elif local == "tbl":
            self._tables += 1
        elif local == "t":
            self._in_text = True
        elif self._open and not self._silent:
            if local in ("br", "cr"):
                self._open[-1].append("\n")
            elif local in ("tab", "ptab") and self._open[-1]:
                self._open[-1].append("\t")
            elif local == "noBreakHyphen":
                self._open[-1].append("-")

    def _end(self, tag: str) -> None:
        local = tag.rpartition(" ")[2]
        self._depth -= 1
        if local in _SILENT:
            self._silent -= 1
        elif local == "tbl":
            self._tables -= 1
        elif local == "t":
            self._in_text = False
        elif local == "p" and "wordprocessingml" in tag and self._open:
            self._close("".join(self._open.pop()))

    def _text(self, text: str) -> None:
        if self._in_text and not self._silent and self._open:
            self._open[-1].append(text.replace("\n", " "))

    def _close(self, text: str) -> None:
        if not text.strip():
            return
        # A blank line between paragraphs, as in other texts; cells of a table touch.
        gap = [""] if self._number and not self._tables else []
        self._number += 1
        lines = [*gap, *text.strip("\n").split("\n")]
        self.lines += lines
        self.places += [self._number] * len(lines)
