"""Readers: one file a format, each a function from the bytes of a file to its lines with places.

`READERS` says which suffix is read by which. What a file's first bytes say goes before its name
(`reader_for`): a Word file called .txt is read as one. Start reading at `reading.py`.
"""

from __future__ import annotations

import re
from importlib import import_module

from vnru_terms.messages import _
from vnru_terms.store.readers.plain import read_text
from vnru_terms.store.readers.reading import ENCRYPTED_OR_OLD, Reader, Reading, refused


def _imported(module: str, function: str) -> Reader:
    """A reader whose module is imported when it is called: most documents are plain text."""

    def read(data: bytes, name: str) -> Reading:
        reader: Reader = getattr(import_module(f"{__name__}.{module}"), function)
        return reader(data, name)

    return read


read_docx = _imported("docx", "read_docx")
read_html = _imported("html", "read_html")
read_markdown = _imported("markdown", "read_markdown")
read_pdf = _imported("pdf", "read_pdf")
# Another format is one file with one function, and one line here.
READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".md": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".docx": read_docx,
    ".pdf": read_pdf,
}

_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)


def reader_for(data: bytes, suffix: str) -> Reader:
    """The reader for a file that begins with these bytes and has this suffix, in small letters."""
    head = data[:1024]
    if head.lstrip().startswith(b"%PDF-"):
        return read_pdf
    if head.startswith(b"PK\x03\x04"):
        return read_docx
    if head.startswith(ENCRYPTED_OR_OLD):
        return read_docx
    if head.startswith(b"{\\rtf"):
        return _rich_text
    # A page whose name says nothing; a text file may quote mark-up, and keeps its lines.
    if suffix not in READERS and _PAGE.match(head):
        return read_html
    return READERS.get(suffix, read_text)


def _rich_text(_data: bytes, name: str) -> Reading:
    message = _("is a rich text file (.rtf).")
    return refused(name, "E122", message, _("Open it in Word or LibreOffice and save it as .docx."))
