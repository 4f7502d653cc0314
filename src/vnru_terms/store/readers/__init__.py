"""Readers: one file a format, each a function from the bytes of a file to its lines with places.

`READERS` says which suffix is read by which. What a file's first bytes say goes before its name
(`reader_for`): a Word file called .txt is read as one. Start reading at `reading.py`.
"""

from __future__ import annotations

import re

from vnru_terms.messages import _
from vnru_terms.store.readers.docx import ENCRYPTED_OR_OLD, old_or_locked, read_docx
from vnru_terms.store.readers.html import read_html
from vnru_terms.store.readers.markdown import read_markdown
from vnru_terms.store.readers.pdf import read_pdf
from vnru_terms.store.readers.plain import read_text
from vnru_terms.store.readers.reading import Reader, Reading, refused

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
        return lambda _data, name: old_or_locked(name)
    if head.startswith(b"{\\rtf"):
        return _rich_text
    # A page whose name says nothing; a text file may quote mark-up, and keeps its lines.
    if suffix not in READERS and _PAGE.match(head):
        return read_html
    return READERS.get(suffix, read_text)


def _rich_text(_data: bytes, name: str) -> Reading:
    message = _("is a rich text file (.rtf).")
    return refused(name, "E122", message, _("Open it in Word or LibreOffice and save it as .docx."))
