"""Every edition of the book, read back page by page: running heads, links, bookmarks, languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pdf_reading import (
    Box,
    Page,
    destinations,
    links,
    pages_of_words,
    pieces,
    spans_of_pages,
    words_out_of_place,
)
from print_home import EDITIONS, made, packed, pages_in_columns
from pypdf import PdfReader

from vnru_terms.model import SLOT, Termbase
from vnru_terms.printing.edition import Edition
from vnru_terms.printing.page import Book
from vnru_terms.text.normalise import drop_stress
from vnru_terms.workflow.print_book import print_book

pytestmark = pytest.mark.client("pdftotext")


def plain(text: str) -> str:
    """Without white space, and without the stress marks that some editions have."""
    return drop_stress(packed(text))


@dataclass(frozen=True)
class Printed:
    """An edition: what was to be printed, and what is there."""

    edition: Edition
    book: Book
    pages: list[Page]
    reader: PdfReader


@pytest.fixture(scope="module", params=EDITIONS)
def printed(
    request: pytest.FixtureRequest, specimen: Termbase, tmp_path_factory: pytest.TempPathFactory
) -> Printed:
    """Each edition of the specimen."""
    edition = EDITIONS[request.param]
    path: Path = tmp_path_factory.mktemp("pages") / "book.pdf"
    print_book(specimen, path, edition)
    return Printed(edition, made(specimen, edition), pages_of_words(path), PdfReader(path))


def test_guide_words_are_the_first_and_last_entry_of_each_page(printed: Printed) -> None:
    """The pages of a part share its items out in order, and each has what its guide words say."""
    places = destinations(printed.reader)
    for part in printed.book.parts:
        items = list(part.items())
        spans = spans_of_pages(printed.pages, [plain(item.guide) for item in items])
        assert spans, part.title
        for number, start, end in spans:
            there = plain(" ".join(word.text for word in printed.pages[number].words))
            for item in items[start:end]:
                assert plain(item.guide).rstrip("…") in there
                if item.id:
                    assert places[f"entry-{item.id}"][0] == number


def test_no_line_is_too_long(printed: Printed) -> None:
    """No word stands in the margin or between the columns."""
    whole = printed.edition.large
    in_columns = () if whole else pages_in_columns(printed.pages, printed.book)
    assert not words_out_of_place(printed.pages, in_columns)


def test_links_lead_to_the_entry_that_they_name(printed: Printed) -> None:
    """Under the link stands the head or the number; where it leads begins the entry itself."""
    items = {item.id: item for item in printed.book.parts[0].items() if item.id}
    heads = {id: plain(item.head[0].text) for id, item in items.items()}
    for page, found in links(printed.reader).items():
        for link in found:
            if link.text.startswith("entry-"):
                text = plain(" ".join(_words_in(link, printed.pages[page].words)))
                id = link.text.removeprefix("entry-")
                number = items[id].tail[-1].text
                assert text
                # In the index of words within terms a tilde stands for a part of the head.
                pieces = text.split("~")
                assert all(piece in heads[id] for piece in pieces) or text in number, link
    places = destinations(printed.reader)
    assert {name for name in places if name.startswith("entry-")} == {f"entry-{i}" for i in items}
    for id, head in heads.items():
        number, left, top = places[f"entry-{id}"]
        words = printed.pages[number].words
        near = [w for w in words if abs(w.left - left) < 24 and -4 < w.top - top < 12]
        assert any(head.startswith(plain(word.text)) for word in near), id


def _words_in(link: Box, words: Iterable[Box]) -> list[str]:
    return [word.text for word in words if link.holds(word)]


def test_every_reference_is_a_link(printed: Printed) -> None:
    """A reader clicks whatever leads to an entry."""
    runs = [run for part in printed.book.parts for item in part.items() for run in item.runs()]
    wanted = [f"entry-{run.to}" for run in runs if run.to and "://" not in run.to]
    there = [link.text for found in links(printed.reader).values() for link in found]
    assert wanted
    assert not set(wanted) - set(there)
    assert len(there) >= len(wanted)


def test_bookmarks_name_every_part_and_letter(printed: Printed) -> None:
    """In their order; each leads to a page on which it stands."""
    letters: dict[str, list[str]] = {}
    for level, title, page in _bookmarks(printed.reader, printed.reader.outline):
        words = " ".join(word.text for word in printed.pages[page].words)
        assert packed(title) in packed(words)
        if level:
            letters[list(letters)[-1]].append(title)
        else:
            letters[title] = []
    for part in printed.book.parts:
        assert letters[part.title] == [section.letter for section in part.sections]


def _bookmarks(
    reader: PdfReader, outline: Iterable[object], level: int = 0
) -> Iterator[tuple[int, str, int]]:
    for mark in outline:
        if isinstance(mark, list):
            yield from _bookmarks(reader, mark, level + 1)
        else:
            page = reader.get_destination_page_number(mark)  # type: ignore[arg-type]
            assert page is not None
            yield level, str(mark.title), page  # type: ignore[attr-defined]


def test_every_term_is_spoken_in_its_language(printed: Printed, specimen: Termbase) -> None:
    """Each term of the book is marked as what it is, and Cyrillic letters as Russian."""
    spoken: dict[str, str] = {}
    for piece in pieces(printed.reader):
        if piece.part == "body":
            spoken[piece.language] = spoken.get(piece.language, "") + plain(piece.text)
    ids = {item.id for item in printed.book.parts[0].items()}
    for entry in specimen.concepts:
        for code, term in entry.all_terms():
            if entry.id in ids and code in printed.edition.languages:
                for piece in SLOT.split(term.term):
                    assert plain(piece) in spoken[code], (entry.id, code)
    wrong = {code: re.findall("[а-яё]+", text) for code, text in spoken.items() if code != "ru"}
    assert not any(wrong.values()), wrong


@pytest.mark.parametrize(
    ("left", "right", "wrong"),
    [(60, 90, False), (30, 45, True), (195, 208, True), (212, 230, True), (360, 384, True)],
)
def test_a_word_out_of_place_is_found(left: float, right: float, wrong: bool) -> None:
    """The check of long lines sees both margins and the room between the columns."""
    head = (Box("a", 40, 20, 60, 30), Box("1", 208, 20, 212, 30), Box("b", 360, 20, 380, 30))
    page = Page(420, 595, (*head, Box("word", left, 100, right, 108)))
    assert bool(words_out_of_place([page, page], {0, 1})) is wrong
