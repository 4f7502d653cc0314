"""The PDF: what is found in it, what it says of itself, the same bytes every time."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from pathlib import Path

import pytest
from pdf_reading import pages_of_words, spans_of_pages, words_out_of_place
from print_home import SMALL, made, packed, pages_in_columns, pages_of

from vnru_terms.model import SLOT, Termbase
from vnru_terms.workflow.print_book import PrintReport, print_book


@pytest.fixture(scope="module")
def printed(
    termbase: Termbase, tmp_path_factory: pytest.TempPathFactory
) -> tuple[PrintReport, Termbase]:
    """The real glossary as a book."""
    out = tmp_path_factory.mktemp("print") / "glossary.pdf"
    return print_book(termbase, out), termbase


def test_two_builds_have_the_same_bytes(tmp_path: Path) -> None:
    """The date is the glossary's, and neither paths nor clocks leave a trace."""
    print_book(SMALL, tmp_path / "a.pdf")
    print_book(SMALL, tmp_path / "other" / "b.pdf")
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "other" / "b.pdf").read_bytes()


@pytest.mark.client("pdftotext")
def test_every_term_can_be_found(printed: tuple[PrintReport, Termbase]) -> None:
    """Permitted or not, in all three languages, composed, and nothing unreadable."""
    report, termbase = printed
    text = "\n".join(pages_of(report.path))
    assert unicodedata.is_normalized("NFC", text)
    assert "\ufffd" not in text
    everything = packed(text)
    missing = [
        piece
        for entry in termbase.concepts
        for _language, found in entry.all_terms()
        for piece in SLOT.split(found.term)
        if packed(piece) not in everything
    ]
    assert not missing


@pytest.mark.client("pdftotext")
def test_the_real_book_is_whole_and_keeps_its_columns(
    printed: tuple[PrintReport, Termbase],
) -> None:
    """Each page of a part goes on where the one before it ended; no line of it is too long."""
    report, termbase = printed
    pages = pages_of_words(report.path)
    for part in made(termbase).parts:
        assert spans_of_pages(pages, [packed(item.guide) for item in part.items()]), part.title
    assert not words_out_of_place(pages, pages_in_columns(pages, made(termbase)))


@pytest.mark.client("pdfinfo")
def test_the_pdf_says_what_it_is(tmp_path: Path) -> None:
    """Title, author, date of the glossary; tagged, for screen readers."""
    report = print_book(SMALL, tmp_path / "book.pdf")
    done = subprocess.run(
        ["pdfinfo", "-isodates", str(report.path)], capture_output=True, check=True
    )
    info = dict(
        re.split(r":\s+", line, maxsplit=1)
        for line in done.stdout.decode("utf-8").splitlines()
        if re.search(r":\s+\S", line)
    )
    assert info["Title"] == "Thuật ngữ thử"
    assert info["Author"] == "vnru-terms"
    assert info["CreationDate"].startswith("2026-11-01")
    assert info["Tagged"] == "yes"
    assert int(info["Pages"]) == report.pages
