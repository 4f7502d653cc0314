"""What the book refuses to print, with the place, and what it prints as it stands."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from print_home import SETTINGS, SMALL, TALKS, concept, packed, pages_of, term

from vnru_terms.findings import (
    MissingExtraError,
    Place,
    UnreadableInputError,
    UnsoundGlossaryError,
)
from vnru_terms.model import Context, Termbase
from vnru_terms.printing.edition import Edition
from vnru_terms.workflow.print_book import print_book

MARKUP = '#panic() $x$ *a* _b_ `c` @d <e> // [f] \\ {{g} ~ -- "h"'


def test_a_lacking_character_is_found_before_typesetting(tmp_path: Path) -> None:
    """The finding names the concept, its file and the character; an old PDF stays as it was."""
    bad = concept("bad", [term("từ 漢", place=Place("glossary/talks/bad.yaml", 5, 7))], [], [])
    out = tmp_path / "book.pdf"
    out.write_bytes(b"old")
    with pytest.raises(UnsoundGlossaryError) as raised:
        print_book(replace(SMALL, entries=(*SMALL.entries, bad)), out)
    (finding,) = raised.value.findings
    assert str(finding.place) == "glossary/talks/bad.yaml:5:7"
    assert finding.code == "E601"
    assert "bad" in finding.message
    assert "漢 (U+6F22)" in finding.message
    assert out.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [out]


def test_an_empty_glossary_is_refused(tmp_path: Path) -> None:
    """No empty book is written."""
    with pytest.raises(UnreadableInputError, match="nothing to print"):
        print_book(Termbase(), tmp_path / "book.pdf")
    assert not list(tmp_path.iterdir())


def test_an_unknown_subject_field_names_those_that_there_are(tmp_path: Path) -> None:
    """The message helps with a misspelt slug."""
    with pytest.raises(UnreadableInputError, match="talks"):
        print_book(SMALL, tmp_path / "book.pdf", Edition(subject="talk"))


def test_without_the_extra_the_message_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """typst is not part of the core."""
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(MissingExtraError, match=r"vnru-terms\[print\]"):
        print_book(SMALL, tmp_path / "book.pdf")


@pytest.mark.parametrize("paper", ["a5", "a4"])
def test_one_concept_prints(tmp_path: Path, paper: str) -> None:
    """A book of one entry, without settings, is still a book."""
    report = print_book(Termbase((TALKS,)), tmp_path / "book.pdf", Edition(paper=paper))
    assert report.entries == 1
    assert report.path.read_bytes().startswith(b"%PDF-")


@pytest.mark.client("pdftotext")
def test_markup_of_the_typesetter_is_plain_text(tmp_path: Path) -> None:
    """Data never become source: what looks like Typst is printed as it stands."""
    vi = term("từ", note=MARKUP, context=Context(MARKUP, MARKUP))
    entry = concept("odd", [vi], [term("odd", note=MARKUP)], [term("слово", government=MARKUP)])
    entry = replace(entry, distinguish=MARKUP, trap=MARKUP, note=MARKUP)
    settings = replace(SETTINGS, title={"vi": MARKUP}, edition=MARKUP, contact=MARKUP)
    report = print_book(Termbase((entry,), settings), tmp_path / "book.pdf")
    text = packed("".join(pages_of(report.path)))
    assert text.count(packed(MARKUP)) >= 8
