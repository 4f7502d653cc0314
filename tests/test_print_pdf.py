"""The PDF: what is found in it, what it says of itself, the same bytes every time."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from print_home import SMALL, made, packed, pages_of

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
def test_guide_words_are_the_first_and_last_entry_of_each_page(
    printed: tuple[PrintReport, Termbase],
) -> None:
    """Each page of a part goes on where the one before it ended; none is left out."""
    report, termbase = printed
    pages = pages_of(report.path)
    for part in made(termbase).parts:
        guides = [packed(item.guide) for item in part.items()]
        assert _follow(guides, list(_running_heads(pages, set(guides)))), part.title


def _running_heads(pages: list[str], guides: set[str]) -> Iterator[tuple[str, str]]:
    """The guide words of the pages that have two of this part."""
    for page in pages:
        # The letter of the thumb tab comes first, then the running head.
        head = " ".join("".join(page.splitlines()[1:2]).split())
        for folio in re.finditer(r" \d+(?= )", head):
            left, right = packed(head[: folio.start()]), packed(head[folio.end() :])
            if {left, right} <= guides:
                yield left, right


def _follow(guides: list[str], heads: list[tuple[str, str]]) -> bool:
    """Whether the pairs of guide words part the whole list, page by page, in order.

    Homonyms look alike, so that a page may end at several places; a page of another part that
    happens to have words of this one fits nowhere and is passed over.
    """
    ends = {0}
    for left, right in heads:
        begun = [at for at in ends if guides[at : at + 1] == [left]]
        ends = {j + 1 for at in begun for j in range(at, len(guides)) if guides[j] == right} or ends
    return len(guides) in ends


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
    with pikepdf.open(report.path) as document:
        tagged = [o for o in document.objects if isinstance(o, pikepdf.Dictionary)]
        languages = {str(o["/Lang"])[:2] for o in tagged if "/Lang" in o}
    assert languages == {"vi", "en", "ru"}
