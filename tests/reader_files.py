"""Files for the tests of readers, made on the spot, and how they are read."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
from fpdf import FPDF

from vnru_terms.store.corpus import Document, read_document

Written = Callable[[str, bytes], Path]

FIRST = "Ngày 5/3, hai bên đã ký Bản ghi nhớ về hợp tác trong lĩnh vực đào tạo cán bộ ngoại giao."
SECOND = "Theo lời mời của Chủ tịch, đoàn đại biểu cấp cao sẽ thăm chính thức vào cuối năm nay."
THIRD = "Đại sứ bày tỏ tin tưởng rằng quan hệ giữa hai nước sẽ tiếp tục được củng cố và mở rộng."


def codes(path: Path) -> list[str]:
    """The codes of a file that must not be read."""
    found, findings = read_document(path)
    assert found is None
    return [f.code for f in findings]


def read(path: Path) -> Document:
    """A file that must be read."""
    found, findings = read_document(path)
    assert found is not None, findings
    return found


def text_lines(found: Document) -> list[tuple[int, str]]:
    """Place and text of each line that has any."""
    return [(found.place_of(n), line) for n, line in enumerate(found.lines, 1) if line]


def word_file(*paragraphs: str) -> bytes:
    """A Word file as python-docx writes it."""
    made = docx.Document()
    for paragraph in paragraphs:
        made.add_paragraph(paragraph)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def package(body: str | bytes, *, prolog: str = "", **others: bytes) -> bytes:
    """A zip with a document part only, for what no Word would write."""
    if isinstance(body, str):
        body = f"{prolog}<w:document {W}><w:body>{body}</w:body></w:document>".encode()
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("word/document.xml", body)
        for name, data in others.items():
            made.writestr(name, data)
    return stream.getvalue()


def w_p(inside: str) -> str:
    """A paragraph of WordprocessingML."""
    return f"<w:p>{inside}</w:p>"


def w_t(text: str) -> str:
    """A run with text of WordprocessingML."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def pdf_file(*pages: list[str]) -> bytes:
    """A PDF with one line of print for each string (Latin 1: a font of the format itself)."""
    made = FPDF()
    made.set_font("helvetica", size=10)
    for page in pages:
        made.add_page()
        for number, line in enumerate(page):
            made.text(20, 20 + 6 * number, line)
    return bytes(made.output())


def bomb(size: int, *, declared: int | None = None) -> bytes:
    """A Word file whose document unfolds to `size` bytes and may say that it has fewer."""
    data = bytearray(package(b"<a>" + b" " * size + b"</a>"))
    if declared is not None:
        for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
            struct.pack_into("<I", data, data.index(mark) + offset, declared)
    return bytes(data)


SAMPLES = {
    ".txt": f"{FIRST}\n\n{SECOND}\n".encode(),
    ".md": f"# Tin\n\n**{FIRST}**\n\n[{SECOND}](https://example.vn)\n".encode(),
    ".html": f"<html><body><main><p>{FIRST}</p>\n<p>{SECOND}</p></main></body></html>".encode(),
    ".htm": f"<html><body><p>{FIRST}</p>\n<p>{SECOND}</p></body></html>".encode(),
    ".docx": word_file(FIRST, SECOND),
    ".pdf": pdf_file(["Hai ben ra Tuyen bo chung ve hop tac."], ["Doan dai bieu tham Ha Noi."]),
}
