"""Read a corpus: files and folders of articles become Documents, with their line places kept.

`read_corpus` takes paths (a file, a folder, or `-` for standard input) and gives the documents in
order of path, with a finding for every file that could not be read. A line of a document is the
line of the file, normalised (NFC, plain spaces); so line numbers are the file's own. One broken
file among others is skipped; if nothing is left, that is an UnreadableInputError.
"""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from itertools import accumulate
from pathlib import Path

from vnru_terms.findings import Finding, Place, Severity, UnreadableInputError, display_path
from vnru_terms.messages import _
from vnru_terms.text.normalise import normalise

STDIN = "-"
STDIN_NAME = "<stdin>"
# A paragraph of an article has some thousand characters; a line of this length is data, not text.
LONGEST_LINE = 20_000

ReadText = Callable[[bytes, str], tuple[str, list[Finding]]]


class Unit(Enum):
    """What the places of a document count."""

    LINE = "line"
    PARAGRAPH = "paragraph"
    PAGE = "page"


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
    """One file as a document, or None with the finding that says why not."""
    is_stdin = str(path) == STDIN
    name = STDIN_NAME if is_stdin else display_path(Path(path))
    suffix = ".txt" if is_stdin else Path(path).suffix.lower()
    try:
        data = sys.stdin.buffer.read() if is_stdin else Path(path).read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        return None, [_finding(name, "E121", _("cannot be read: {reason}.").format(reason=reason))]
    text, findings = READERS.get(suffix, decode)(data, name)
    if any(f.severity is Severity.ERROR for f in findings):
        return None, findings
    lines = []
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        if len(line) > LONGEST_LINE:
            findings.append(_long_line(name, number, len(line)))
            line = ""
        lines.append(normalise(line))
    if not any(line.strip() for line in lines):
        return None, [*findings, _finding(name, "E103", _("the file is empty."))]
    return document(name, lines), findings


def decode(data: bytes, name: str) -> tuple[str, list[Finding]]:
    """UTF-8 text, with or without a byte order mark; else a finding with the likely encoding."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return "", [_not_utf8(data, name, error.start)]
    if "\0" in text:
        return "", [_finding(name, "E122", _("is a binary file, not text."))]
    return text, []


# One reader a suffix; another format is one function and one line here.
READERS: dict[str, ReadText] = {
    ".txt": decode,
    ".md": decode,
}


def _files(paths: Sequence[str | Path], findings: list[Finding]) -> list[str | Path]:
    files: dict[str, str | Path] = {}
    for path in paths:
        if str(path) == STDIN:
            files[STDIN] = STDIN
        elif Path(path).is_dir():
            inside = [
                p
                for p in sorted(Path(path).rglob("*"), key=lambda p: p.as_posix())
                if p.suffix.lower() in READERS
                and not any(part.startswith(".") for part in p.relative_to(path).parts)
                and p.is_file()
            ]
            files.update((str(p.resolve()), p) for p in inside)
            if not inside:
                known = ", ".join(READERS)
                message = _("the folder holds no articles.")
                hint = _("Articles are files ending in {suffixes}.").format(suffixes=known)
                findings.append(_finding(display_path(Path(path)), "E123", message, hint))
        elif Path(path).exists():
            files[str(Path(path).resolve())] = path
        else:
            message = _("there is no such file or folder.")
            findings.append(_finding(str(path), "E124", message))
    return list(files.values())


def _not_utf8(data: bytes, name: str, offset: int) -> Finding:
    line = data.count(b"\n", 0, offset) + 1
    column = offset - (data.rfind(b"\n", 0, offset) + 1) + 1
    encoding = likely_encoding(data)
    if encoding is None:
        return _finding(name, "E122", _("is a binary file, not text."))
    return Finding(
        Place(name, line, column),
        "E102",
        _("is not UTF-8: byte 0x{byte:02X} at offset {offset}.").format(
            byte=data[offset], offset=offset
        ),
        _(
            "It looks like {encoding}; save it as UTF-8 in an editor, or: "
            "iconv -f {encoding} -t UTF-8 FILE > NEW"
        ).format(encoding=encoding),
    )


def likely_encoding(data: bytes) -> str | None:
    """The name of the encoding that bytes which are not UTF-8 are likely in; None for binary data.

    >>> likely_encoding("Việt Nam".encode("utf-16"))
    'UTF-16'
    """
    sample = data[:4096]
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16"
    if b"\0" in sample:
        zeros = (sample[0::2].count(0), sample[1::2].count(0))
        if max(zeros) > len(sample) // 5 and min(zeros) < len(sample) // 50 + 1:
            return "UTF-16BE" if zeros[0] > zeros[1] else "UTF-16LE"
        return None
    control = sum(byte < 32 and byte not in b"\t\n\r\x0c" for byte in sample)
    if control > len(sample) // 20:
        return None
    # TCVN3 (ABC fonts) writes đ as 0xAE and Đ as 0xA7; windows-1258 as 0xF0 and 0xD0.
    if sample.count(0xAE) > sample.count(0xF0):
        return "TCVN"
    return "WINDOWS-1258"


def _long_line(name: str, line: int, length: int) -> Finding:
    return Finding(
        Place(name, line),
        "W125",
        _("the line has {length} characters; it was passed over.").format(length=length),
        _("Articles have paragraphs of at most {limit}.").format(limit=LONGEST_LINE),
        Severity.WARNING,
    )


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
