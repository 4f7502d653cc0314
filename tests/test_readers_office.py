"""Word and PDF files: paragraphs with their places; bombs, locks and damage are told."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from fpdf import FPDF
from hypothesis import given
from hypothesis import strategies as st
from reader_files import (
    FIRST,
    SAMPLES,
    SECOND,
    Written,
    bomb,
    codes,
    package,
    pdf_file,
    read,
    text_lines,
    w_p,
    w_t,
    word_file,
)

from vnru_terms.store.corpus import Unit, read_document
from vnru_terms.store.readers import docx as docx_reader
from vnru_terms.store.readers import pdf as pdf_reader
from vnru_terms.store.readers.paragraphs import join_pages
from vnru_terms.store.readers.reading import LARGEST_FILE

DATA = Path(__file__).parent / "data" / "readers"


# --- Word -----------------------------------------------------------------------------------------


def test_word_paragraphs_have_numbers(written: Written) -> None:
    """Paragraphs with text are counted; a blank line keeps them apart."""
    found = read(written("a.docx", word_file(FIRST, "", SECOND)))
    assert (found.lines, found.unit) == ((FIRST, "", SECOND), Unit.PARAGRAPH)
    assert text_lines(found) == [(1, FIRST), (2, SECOND)]
    assert found.place_of(found.line_at(found.text.index("Theo"))) == 2


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (w_p(w_t("Một ") + w_t("hai")), ["Một hai"]),
        (w_p(f"<w:ins>{w_t('thêm')}</w:ins><w:del>{w_t('bớt')}</w:del>"), ["thêm"]),
        (w_p(f"<w:hyperlink>{w_t('Hội đàm')}</w:hyperlink>"), ["Hội đàm"]),
        (f"<w:sdt><w:sdtContent>{w_p(w_t('khung'))}</w:sdtContent></w:sdt>", ["khung"]),
        (w_p("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>"), ["a", "b"]),
        (w_p("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/></w:r>"), ["a b-"]),
        (w_p("<w:r><w:instrText>PAGE</w:instrText></w:r>" + w_t("a")), ["a"]),
        (
            "<w:tbl><w:tr><w:tc>" + w_p(w_t("ô 1")) + "</w:tc><w:tc>" + w_p(w_t("ô 2"))
            + "</w:tc></w:tr></w:tbl>",
            ["ô 1", "ô 2"],
        ),
        (w_p(w_t("ngoài") + f"<w:r><w:txbxContent>{w_p(w_t('hộp'))}</w:txbxContent></w:r>"),
         ["hộp", "ngoài"]),
    ],
)  # fmt: skip
def test_word_markup(written: Written, body: str, lines: list[str]) -> None:
    """Inserted text, links, controls, tables and boxes are read; deleted text and codes are not."""
    found = read(written("a.docx", package(body)))
    assert [line for line in found.lines if line] == lines


@pytest.mark.parametrize(
    ("prolog", "text"),
    [
        ('<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>', "&b;"),
        ('<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>', "&a;"),
        ('<!DOCTYPE d [<!ENTITY a SYSTEM "http://127.0.0.1:9/a">]>', "&a;"),
        ('<!DOCTYPE d SYSTEM "http://127.0.0.1:9/a.dtd">', ""),
    ],
)
def test_entities_in_a_word_file(written: Written, prolog: str, text: str) -> None:
    """A Word file that declares entities is refused before one of them is looked at."""
    data = package(w_p(w_t(text or "a")), prolog=prolog)
    found, findings = read_document(written("a.docx", data))
    assert found is None and [f.code for f in findings] == ["E127"]
    assert "document type declaration" in findings[0].message


def test_external_template_is_not_followed(written: Written) -> None:
    """Relations to addresses and files stay what they are: words in the package."""
    relations = (
        b'<Relationships><Relationship Id="r" TargetMode="External" '
        b'Type="http://x/attachedTemplate" Target="http://127.0.0.1:9/t.dotm"/>'
        b'<Relationship Id="s" Type="http://x/officeDocument" Target="file:///etc/passwd"/>'
        b"</Relationships>"
    )
    data = package(w_p(w_t(FIRST)), **{"_rels/.rels": relations})
    assert read(written("a.docx", data)).lines == (FIRST,)


@pytest.mark.parametrize(
    "data",
    [
        bomb(LARGEST_FILE + 1),
        bomb(30 * 2**20),
        package("<w:p>" * 200_000),
    ],
    ids=["declared", "ratio", "depth"],
)
def test_bombs(written: Written, data: bytes) -> None:
    """What unfolds to too much, from too little, or too deep, is refused with one letter."""
    assert codes(written("a.docx", data)) == ["E127"]


def test_a_bomb_that_lies(written: Written) -> None:
    """A size that the zip declares falsely does not get more than that out of it."""
    assert codes(written("a.docx", bomb(30 * 2**20, declared=1000)))[0] in ("E127", "E128")


def test_a_directory_without_end(written: Written) -> None:
    """A zip with a hundred thousand members is refused before they are listed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        for number in range(60_000):
            made.writestr(f"word/{number:020}.xml", b"")
    assert codes(written("a.docx", stream.getvalue())) == ["E127"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"PK\x03\x04", "E128"),
        (SAMPLES[".docx"][:2000], "E128"),
        (package(b"<w:document><w:p>"), "E128"),
        (package(b""), "E128"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "E129"),
        (b"{\\rtf1 Tin}", "E122"),
    ],
    ids=["head", "cut", "xml", "empty", "old", "rtf"],
)
def test_files_that_are_no_word_files(written: Written, data: bytes, code: str) -> None:
    """Each kind of wrong file has its own letter."""
    found, findings = read_document(written("a.docx", data))
    assert found is None and [f.code for f in findings] == [code]
    assert findings[0].hint


def test_a_zip_of_something_else(written: Written) -> None:
    """A spreadsheet or a plain zip is named as such."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        made.writestr("xl/workbook.xml", "<a/>")
    assert codes(written("a.docx", stream.getvalue())) == ["E122"]


def test_word_reader_limits_are_sane() -> None:
    """A real Word file of repeated text stays below the ratio that makes a bomb."""
    data = word_file(*[f"{n} {FIRST}" for n in range(3_000)])
    assert docx_reader.read_docx(data, "a").lines


# --- PDF ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", sorted(DATA.glob("pages_*.txt")), ids=lambda p: p.stem)
def test_paragraphs_of_pages(path: Path) -> None:
    """Pages (parted by ===) become the paragraphs below the line of +++, with their pages."""
    given_pages, _mark, wanted = path.read_text(encoding="utf-8").partition("+++\n")
    made = join_pages(given_pages.split("===\n"))
    assert [f"{page} {text}" for page, text in made] == wanted.splitlines()


@given(
    st.lists(
        st.lists(st.sampled_from(["Một đoạn.", "hai", "BA", "- 4 -", "", "x-"]), max_size=8),
        max_size=5,
    )
)
def test_joining_keeps_the_words(pages: list[list[str]]) -> None:
    """Joining changes spaces and hyphens; letters go only with heads and page numbers."""
    made = join_pages(["\n".join(page) for page in pages])
    assert [page for page, _text in made] == sorted(page for page, _text in made)
    words = {word for page in pages for line in page for word in line.replace("-", " ").split()}
    for _page, text in made:
        assert text.strip() == text != ""
        assert all(
            word.strip("x") in words or "x" in word for word in text.replace("-", " ").split()
        )


def test_a_pdf_has_pages(written: Written) -> None:
    """The place of a PDF's paragraph is its page; broken lines are whole again."""
    pages = [["Hai ben ra Tuyen bo chung ve", "hop tac song phuong."], ["Trang hai co mot doan."]]
    found = read(written("a.pdf", pdf_file(*pages)))
    assert found.unit is Unit.PAGE
    assert text_lines(found) == [
        (1, "Hai ben ra Tuyen bo chung ve hop tac song phuong."),
        (2, "Trang hai co mot doan."),
    ]


def test_a_scan_is_told_from_a_text(written: Written) -> None:
    """Pages without text are named: all of them E130 with the word OCR, some of them W133."""
    found, findings = read_document(written("a.pdf", pdf_file([], [])))
    assert found is None and [f.code for f in findings] == ["E130"]
    assert "OCR" in findings[0].hint
    page = ["Doan dai bieu cap cao tham chinh thuc Ha Noi."]
    found, findings = read_document(written("b.pdf", pdf_file(page, [])))
    assert found is not None and [(f.code, f.place.line) for f in findings] == [("W133", 2)]


@pytest.mark.parametrize(("password", "code"), [("secret", "E129"), ("", None)])
def test_a_locked_pdf(written: Written, password: str, code: str | None) -> None:
    """A password to open it is asked about; a lock against changes is none of ours."""
    made = FPDF()
    made.set_encryption(owner_password="owner", user_password=password)
    made.add_page()
    made.set_font("helvetica", size=10)
    made.text(20, 20, "Doan dai bieu cap cao tham chinh thuc Ha Noi.")
    found, findings = read_document(written("a.pdf", bytes(made.output())))
    assert [f.code for f in findings] == ([code] if code else [])
    assert (found is None) == bool(code)


def by_hand(*objects: bytes) -> bytes:
    """A PDF of these objects, numbered from 1, without a table of them: readers must search."""
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % pair for pair in enumerate(objects, 1))
    return b"%PDF-1.4\n" + body + b"trailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n"


CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.4",
        b"%PDF-1.4\n" + b"\0" * 5000,
        b"%PDF-1.4\nstartxref\n9\n%%EOF",
        by_hand(CATALOG, b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"),
        by_hand(CATALOG, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                b"<< /Type /Page /Parent 2 0 R /Contents 3 0 R /Resources 3 0 R >>"),
        by_hand(CATALOG, b"[" * 50_000),
        by_hand(b"<< /Type /Catalog /Pages 1 0 R >>"),
        SAMPLES[".pdf"][: len(SAMPLES[".pdf"]) // 2],
    ],
    ids=["head", "zeros", "xref", "kids", "self", "nested", "root", "cut"],
)  # fmt: skip
def test_broken_pdfs(written: Written, data: bytes) -> None:
    """A PDF that is cut, loops or nests is reported and lets go."""
    assert codes(written("a.pdf", data))[0] in ("E128", "E130", "E103")


def test_too_many_pages(written: Written, monkeypatch: pytest.MonkeyPatch) -> None:
    """More pages than the limit are refused; more than the time allows are left out with a word."""
    data = pdf_file(*(["Doan dai bieu cap cao tham chinh thuc Ha Noi."] for _n in range(4)))
    monkeypatch.setattr(pdf_reader, "SECONDS", -1)
    found, findings = read_document(written("a.pdf", data))
    assert found is not None and [f.code for f in findings] == ["W133"]
    assert "1 of 4" in findings[0].message
    monkeypatch.setattr(pdf_reader, "MOST_PAGES", 3)
    assert codes(written("b.pdf", data)) == ["E127"]
