"""A whole document as one text, in its order: what a translator has in hand, not an article's body.

Of a plain text file it is the file's own text, letter by letter, so that offsets are those of the
file. Of other formats it is what their readers give, a blank line between paragraphs. The findings
of reading come along; a file that cannot be read is an UnreadableInputError.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from vnru_terms.findings import Finding, Place, Severity, UnreadableInputError, display_path
from vnru_terms.lang.vi_legacy import repair
from vnru_terms.messages import _
from vnru_terms.store.corpus import STDIN, STDIN_NAME, nothing_left, read_document
from vnru_terms.store.disk_errors import reason_of
from vnru_terms.store.readers import reader_for
from vnru_terms.store.readers.encoding import decode
from vnru_terms.store.readers.plain import read_text, split_lines
from vnru_terms.store.readers.reading import LARGEST_FILE


@dataclass(frozen=True, slots=True)
class WholeText:
    """A document's text, the name that messages show, and what was found in reading it."""

    name: str
    text: str
    findings: tuple[Finding, ...] = ()


def read_whole_text(path: str | Path) -> WholeText:
    """The text of a file, or of standard input (`-`)."""
    name = STDIN_NAME if str(path) == STDIN else display_path(Path(path))
    try:
        data = _bytes(path)
    except OSError as error:
        message = _("cannot be read: {reason}.").format(reason=reason_of(error))
        raise UnreadableInputError(message, place=Place(name)) from None
    suffix = "" if str(path) == STDIN else Path(path).suffix.lower()
    if len(data) <= LARGEST_FILE and reader_for(data, suffix) is read_text:
        text, findings = decode(data, name)
        # What was typed in an old Vietnamese font is no text before it is repaired.
        if not _errors(findings) and repair(list(split_lines(text))) is None:
            if not text.strip():
                raise UnreadableInputError(_("the file is empty."), place=Place(name))
            return WholeText(name, text, tuple(findings))
        if str(path) == STDIN:
            raise nothing_left([path], findings)
    elif str(path) == STDIN:
        message = _("standard input is read as plain text only.")
        hint = _("Save it as a file and name the file.")
        raise UnreadableInputError(message, hint, Place(name))
    document, findings = read_document(path)
    if document is None:
        raise nothing_left([path], findings)
    lines = "\n\n".join(line for line in document.lines if line.strip())
    return WholeText(name, lines, tuple(findings))


def _bytes(path: str | Path) -> bytes:
    if str(path) == STDIN:
        return sys.stdin.buffer.read(LARGEST_FILE + 1)
    with Path(path).open("rb") as stream:
        return stream.read(LARGEST_FILE + 1)


def _errors(findings: list[Finding]) -> bool:
    return any(finding.severity is Severity.ERROR for finding in findings)
