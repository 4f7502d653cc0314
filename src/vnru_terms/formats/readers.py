"""Termbases that can be read one concept after the other: `READERS`; tables are read elsewhere.

Which reader a file needs is seen from how it begins, not from its name: a `.xml` may be TBX, and a
browser likes to call everything `.txt`. What is known and cannot be read is refused with advice.
"""

from __future__ import annotations

import re

from vnru_terms.findings import Finding, Place
from vnru_terms.formats.json_reader import JSON_READER
from vnru_terms.formats.po_reader import PO_READER
from vnru_terms.formats.reader import TermbaseReader
from vnru_terms.formats.tbx_reader import TBX_READER
from vnru_terms.formats.tmx_reader import TMX_READER
from vnru_terms.messages import N_, _

READERS: dict[str, TermbaseReader] = {
    reader.name: reader for reader in (TBX_READER, TMX_READER, PO_READER, JSON_READER)
}
# So many bytes tell what a file is.
HEAD = 1 << 16

_XML_FIRST = re.compile(r"(?:<\?.*?\?>|<!--.*?-->|<![^>\[]*(?:\[.*?\]\s*)?>|\s)*", re.DOTALL)

# Formats that are known by their first words and that no reader takes, with what to do instead.
_OTHERS: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (
        re.compile(r"\A#NAME\s", re.IGNORECASE),
        N_(
            "is a Lingvo dictionary (DSL): its cards are for reading and do not say what is a term."
        ),
        N_("Make a table of two columns of it, or take the glossary that it was made from."),
    ),
    (
        re.compile(r"<xliff[\s>]"),
        N_("is an XLIFF file: a translation, no termbase."),
        N_("To check it: vnru-terms check FILE. Terms come as TBX, TMX, PO, JSON or a table."),
    ),
    (
        re.compile(r"<mtf[\s>]"),
        N_("is MultiTerm's own XML."),
        N_("Export it from MultiTerm as TBX or as a spreadsheet."),
    ),
    (
        re.compile(r"<(?:!DOCTYPE\s+html|html)[\s>]", re.IGNORECASE),
        N_("is a web page, no termbase."),
        N_("A download that needs a password gives such a page; log in and download it again."),
    ),
    (
        re.compile(r"\A<"),
        N_("is XML, but neither TBX nor TMX."),
        N_("Export it from its program as TBX, TMX or a spreadsheet."),
    ),
)


def decoded_head(data: bytes) -> str:
    """The first characters of a file, by its byte order mark or as UTF-8."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data[: len(data) // 2 * 2].decode("utf-16", "replace")
    if data[:4:2] == b"\0\0" or data[1:4:2] == b"\0\0":
        # UTF-16 without a mark: XML may be so.
        encoding = "utf-16-be" if data[:1] == b"\0" else "utf-16-le"
        return data[: len(data) // 2 * 2].decode(encoding, "replace")
    return data.decode("utf-8-sig", "replace")


def reader_of(data: bytes) -> TermbaseReader | None:
    """The reader for a file that begins so; None where it may be a table."""
    head = decoded_head(data)
    if head.lstrip().startswith("<"):
        first = _first_element(head)
        found = (r for r in (TBX_READER, TMX_READER) if r.begins(first))
        return next(found, None)
    return next((r for r in (PO_READER, JSON_READER) if r.begins(head)), None)


def other_format(data: bytes, name: str) -> Finding | None:
    """The finding on a file that is known to be of a format that is not read."""
    head = decoded_head(data).lstrip()
    first = _first_element(head) if head.startswith("<") else head
    for pattern, message, hint in _OTHERS:
        if pattern.match(first):
            return Finding(Place(name), "E160", _(message), _(hint))
    return None


def _first_element(head: str) -> str:
    """From the root element on, behind declarations and comments."""
    match = _XML_FIRST.match(head)
    return head[match.end() :] if match else head
