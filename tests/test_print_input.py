"""What the book refuses to print, with the place, and what it prints as it stands."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from pdf_reading import pages_of_words, words_out_of_place
from print_home import (
    SETTINGS,
    SMALL,
    TALKS,
    concept,
    made,
    packed,
    pages_in_columns,
    pages_of,
    term,
)

from vnru_terms.findings import (
    MissingExtraError,
    Place,
    UnreadableInputError,
    UnsoundGlossaryError,
)
from vnru_terms.model import (
    LANGUAGE_ORDER,
    Collocation,
    Context,
    Definition,
    SubjectField,
    Termbase,
    TermEntry,
    Validity,
)
from vnru_terms.printing.edition import Edition
from vnru_terms.workflow.print_book import print_book

MARKUP = '#panic() $x$ *a* _b_ `c` @d <e> // [f] \\ {{g} ~ -- "h" http://x /* #["'
# What stands before it in the fields of an entry and of the settings.
FIELDS = (
    *("note", "case", "pair", "source", "context", "definition", "sense", "trap", "remark", "next"),
    *("title", "Title", "edition", "licence", "contact", "imprint", "field", "short"),
)
# Terms and phrases may have slots, whose braces are no markup.
TERMS = ("từ", "word", "слово", "vi", "en", "ru")
TERM_MARKUP = MARKUP.replace("{{g} ", "")


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


def test_what_the_typesetter_refuses_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In one sentence, not in the engine's own trace, and without half a book."""
    # As if a character had come past the question to the fonts.
    monkeypatch.setattr("vnru_terms.workflow.print_book.unprintable_characters", lambda *_: [])
    bad = concept("bad", [term("từ 漢")], [term("word")], [])
    with pytest.raises(UnreadableInputError, match="the book cannot be typeset"):
        print_book(replace(SMALL, entries=(bad,)), tmp_path / "book.pdf")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("paper", ["a5", "a4"])
def test_one_concept_prints(tmp_path: Path, paper: str) -> None:
    """A book of one entry, without settings, is still a book."""
    report = print_book(Termbase((TALKS,)), tmp_path / "book.pdf", Edition(paper=paper))
    assert report.entries == 1
    assert report.path.read_bytes().startswith(b"%PDF-")


@pytest.mark.client("pdftotext")
def test_markup_of_the_typesetter_is_plain_text(tmp_path: Path) -> None:
    """Data never become source: in whatever field, what looks like Typst is printed as it is."""

    def marked(text: str) -> TermEntry:
        phrase = Collocation(*(f"{code} {TERM_MARKUP}" for code in LANGUAGE_ORDER))
        context = Context(f"context {MARKUP}", f"place {MARKUP}")
        return term(
            f"{text} {TERM_MARKUP}",
            note=f"note {MARKUP}",
            government=f"case {MARKUP}",
            pair=f"pair {MARKUP}",
            source=(f"source{packed(MARKUP)}",),
            collocations=(phrase,),
            context=context,
        )

    entry = concept("odd", [marked("từ")], [marked("word")], [marked("слово")])
    definition = Definition(f"definition {MARKUP}", f"book {MARKUP}")
    entry = replace(
        entry,
        languages=(replace(entry.languages[0], definition=definition), *entry.languages[1:]),
        distinguish=f"sense {MARKUP}",
        trap=f"trap {MARKUP}",
        note=f"remark {MARKUP}",
        valid=Validity("1992", "", f"next {MARKUP}"),
    )
    settings = replace(
        SETTINGS,
        title={"vi": f"title {MARKUP}", "en": f"Title {MARKUP}"},
        edition=f"edition {MARKUP}",
        licence=f"licence {MARKUP}",
        contact=f"contact {MARKUP}",
        imprint={"vi": f"imprint {MARKUP}"},
        subject_fields=(
            SubjectField("talks", {"vi": f"field {MARKUP}"}, {"vi": f"short {MARKUP}"}),
        ),
    )
    report = print_book(Termbase((entry,), settings), tmp_path / "book.pdf")
    text = packed("".join(pages_of(report.path)))
    assert not [field for field in FIELDS if field + packed(MARKUP) not in text]
    assert not [term for term in TERMS if term + packed(TERM_MARKUP) not in text]


@pytest.mark.client("pdftotext")
@pytest.mark.parametrize("text", ["thỏa thuận " * 30, "ọ" * 300, "договорённость" * 22])
def test_a_term_of_300_characters_keeps_to_its_column(tmp_path: Path, text: str) -> None:
    """With spaces or without: it is all there, and stands in no margin."""
    text = text[:300].strip()
    long = concept("long", [term(text)], [term(text)], [term(text)])
    termbase = replace(SMALL, entries=(long, TALKS))
    report = print_book(termbase, tmp_path / "book.pdf")
    assert packed("".join(pages_of(report.path))).count(packed(text)) >= 3
    pages = pages_of_words(report.path)
    assert not words_out_of_place(pages, pages_in_columns(pages, made(termbase)))


@pytest.mark.parametrize(
    "text", ["từ 👍", "שלום", "سلام", "từ \u202eegnahc", "l\ufffdc", "từ\u0007"]
)
def test_what_cannot_be_read_is_refused(tmp_path: Path, text: str) -> None:
    """Emoji, scripts that the fonts lack, marks that turn the text about, lost letters."""
    bad = concept("bad", [term(text, place=Place("glossary/talks/bad.yaml", 5, 7))], [], [])
    with pytest.raises(UnsoundGlossaryError) as raised:
        print_book(replace(SMALL, entries=(*SMALL.entries, bad)), tmp_path / "book.pdf")
    (finding,) = raised.value.findings
    assert str(finding.place) == "glossary/talks/bad.yaml:5:7"
    assert all(f"U+{ord(c):04X}" in finding.message for c in text if c in "👍\u202e\ufffd\u0007")
    assert not list(tmp_path.iterdir())


@pytest.mark.client("pdftotext")
def test_a_note_may_have_several_lines(tmp_path: Path) -> None:
    """A line end in the file is a space on the page."""
    entry = replace(TALKS, note="first line\nsecond line", related=())
    report = print_book(Termbase((entry,), SETTINGS), tmp_path / "book.pdf")
    assert packed("first line second line") in packed("".join(pages_of(report.path)))
