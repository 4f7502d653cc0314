"""Large print, bleed, booklets, pocket cards, volumes: what sets each of them apart."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdf_reading import pages_of_words
from print_home import SMALL, concept, made, packed, pages_of, term
from pypdf import PageObject, PdfReader

from vnru_terms.findings import UnreadableInputError
from vnru_terms.model import Gender, Status, Termbase
from vnru_terms.printing.booklet import SIGNATURE, STAPLED, imposed, signature_lengths
from vnru_terms.printing.edition import Edition
from vnru_terms.printing.page import Book, Item, Part, Row
from vnru_terms.printing.pocket import Card, card_of, pocket_card
from vnru_terms.printing.press import BLEED
from vnru_terms.printing.volumes import volumes_of
from vnru_terms.workflow.print_book import print_book

A5, A4 = (419.5, 595.3), (595.3, 841.9)
MILLIMETRE = 72 / 25.4


def size_of(page: PageObject) -> tuple[float, float]:
    """Width and height in points, to a tenth."""
    return round(float(page.mediabox.width), 1), round(float(page.mediabox.height), 1)


@pytest.mark.client("pdftotext")
def test_large_print_is_large(tmp_path: Path) -> None:
    """A4, one column, text in 16 points and nothing in less than 12."""
    report = print_book(SMALL, tmp_path / "book.pdf", Edition(large=True))
    reader = PdfReader(report.path)
    assert {size_of(page) for page in reader.pages} == {A4}
    sizes: dict[float, int] = {}

    def text(drawn: str, _cm: object, _tm: object, _font: object, size: float) -> None:
        sizes[round(size, 1)] = sizes.get(round(size, 1), 0) + len(drawn.strip())

    pages = pages_of_words(report.path)
    for page, words in zip(reader.pages, pages, strict=True):
        if words.guide_words():
            page.extract_text(visitor_text=text)
    printed = {size for size, letters in sizes.items() if letters}
    assert min(printed) > 12
    assert max(sizes, key=lambda size: sizes[size]) == 16
    made_front = made(SMALL, Edition(large=True)).front
    label, last = packed(made_front.specimen_label), packed("".join(made_front.legend[-1]))
    key = [label in text and last in text for text in map(packed, pages_of(report.path))]
    assert key.count(True) == 1
    (entry,) = (
        words for words in pages if (guides := words.guide_words()) and guides[0] == "BộTàinguyên"
    )
    body = [word for word in entry.words if word not in entry.top_row()]
    heads = [word.left for word in body if word.text in {"Bộ", "đàm", "hội"} and word.left < 72]
    assert len(heads) >= 2
    assert min(word.left for word in body) > 60


def test_bleed_has_the_boxes_of_the_press(tmp_path: Path) -> None:
    """Trimmed, the page is what it is without bleed; tabs reach 3 mm beyond, marks further."""
    report = print_book(SMALL, tmp_path / "book.pdf", Edition(bleed=True))
    marked = 0
    for page in PdfReader(report.path).pages:
        trim, bleed, media = page.trimbox, page.bleedbox, page.mediabox
        assert (round(float(trim.width), 1), round(float(trim.height), 1)) == A5
        for inner, outer in ((trim, bleed), (bleed, media)):
            room = float(outer.width) - float(inner.width)
            assert room >= 2 * BLEED * MILLIMETRE - 0.1
        contents = page.get_contents()
        assert contents is not None
        drawn = contents.get_data().decode("latin-1")
        assert drawn.count("/Artifact BMC q 0 G") == 1
        marked += len(re.findall(r"\bl\b", drawn.partition("/Artifact BMC q 0 G")[2])) == 8
    assert marked == report.pages


@given(st.integers(1, 300))
def test_a_booklet_folds_into_its_pages(pages: int) -> None:
    """Folded, each bundle of sheets is read page by page; only blank pages follow the last."""
    sides = imposed(pages)
    folded: list[int | None] = []
    start = 0
    for length in signature_lengths(pages):
        sheets = sides[start : start + length // 2]
        start += length // 2
        rights = [side[1] if n % 2 == 0 else side[0] for n, side in enumerate(sheets)]
        lefts = [side[0] if n % 2 == 0 else side[1] for n, side in enumerate(sheets)]
        folded += [*rights, *reversed(lefts)]
    assert start == len(sides)
    assert folded[:pages] == list(range(pages))
    assert not any(page is not None for page in folded[pages:])
    assert len(folded) - pages < 4
    assert pages <= STAPLED or max(signature_lengths(pages)) == SIGNATURE


@pytest.mark.client("pdftotext")
def test_a_booklet_stands_beside_the_book(tmp_path: Path) -> None:
    """On sheets of twice the size; the first has the title on its right."""
    report = print_book(SMALL, tmp_path / "book.pdf", booklet=True)
    (fold,) = report.folds
    assert (fold.path, fold.paper) == (tmp_path / "book-booklet.pdf", "A4")
    sides = PdfReader(fold.path).pages
    assert {size_of(side) for side in sides} == {(839.1, 595.3)}
    assert len(sides) == 2 * fold.sheets == len(imposed(report.pages))
    (title,) = (w for w in pages_of_words(fold.path)[0].words if w.text == "Thuật")
    assert title.left > A5[0]
    on_sides = [page for side in imposed(report.pages) for page in side if page is not None]
    assert sorted(on_sides) == list(range(report.pages))
    alone = packed("".join(sorted(pages_of(report.path))))
    assert sorted(packed("".join(pages_of(fold.path)))) == sorted(alone)


POCKET = Edition(subject="talks", pocket=True)


@pytest.mark.client("pdftotext")
def test_a_pocket_card_has_every_head_and_its_preferred_equivalents(tmp_path: Path) -> None:
    """Nothing else: no admitted term, no note, on one side."""
    report = print_book(SMALL, tmp_path / "card.pdf", POCKET)
    assert (report.pages, report.entries, report.left_over) == (1, len(SMALL.concepts), 0)
    text = packed("".join(pages_of(report.path)))
    for entry in SMALL.concepts:
        for code, found in entry.all_terms():
            if found.status is Status.PREFERRED and "{" not in found.term:
                assert packed(found.term) in text, (entry.id, code)
    for unwanted in ("hòađàm", "торги", "cuộcđàmluận", "МПР"):
        assert unwanted not in text
    assert packed("министерство с.") in text
    assert packed(SMALL.settings.subject_label("talks", "vi")) in text


def test_namesakes_are_told_apart_on_a_card() -> None:
    """By what tells them apart, which no other head has beside it."""
    twice = [
        concept(name, [term("Bộ")], [term(name)], [term("б", gender=Gender.NEUTER)], **more)
        for name, more in (("a", {"distinguish": "of one; see b-b"}), ("b", {"distinguish": "y"}))
    ]
    card = card_of(SMALL.settings, [*twice, *SMALL.concepts], POCKET)
    senses = [
        block.runs[0].text for item in card.items for block in item.blocks[:1] if not block.label
    ]
    assert senses == ["of one", "y"]


def test_a_card_for_an_interpreter_has_its_stress_marks() -> None:
    """As the book has; the order of the heads stays."""
    russian = term("слово", stressed="сло\u0301во", gender=Gender.NEUTER)
    entries = [*SMALL.concepts, concept("word", [term("từ")], [term("word")], [russian])]
    for language in ("vi", "ru"):
        edition = replace(POCKET, language=language, targets=())
        plain, stressed = (
            card_of(SMALL.settings, entries, replace(edition, stress=on)) for on in (False, True)
        )
        assert "сло\u0301во" not in _text(plain)
        assert "сло\u0301во" in _text(stressed)
        assert _text(stressed).replace("\u0301", "") == _text(plain)


def _text(card: Card) -> str:
    return "|".join(run.text for item in card.items for run in item.runs())


def test_what_does_not_fit_on_a_card_is_counted() -> None:
    """The card ends with its second side, and says there what it lacks."""
    many = [
        concept(f"c{n:03}", [term(f"hội đàm {n}")], [term(f"talk {n}")], [term(f"беседа {n}")])
        for n in range(200)
    ]
    card = pocket_card(SMALL.settings, many, replace(POCKET, paper="a5"))
    assert card.sides == 2
    assert 0 < card.left_over < len(many)
    last = PdfReader(io.BytesIO(card.pdf)).pages[-1].extract_text()
    assert f"còn {card.left_over} khái niệm" in " ".join(last.split())


def numbered(book: Book) -> list[str]:
    """The numbers of the entries of a book, in order."""
    parts = [part for part in book.parts if part.kind == "entries"]
    return [item.tail[-1].text for part in parts for item in part.items() if item.id]


def table_rows(book: Book) -> Iterator[Row | Item]:
    """What the appendices list, without the heads of groups, which a second volume repeats."""
    for table in book.appendices:
        if isinstance(table, Part):
            yield from table.items()
        else:
            yield from (row for row in table.rows if len(row.cells) == len(table.columns))


LETTERS = st.lists(st.sampled_from(["an", "bà", "ca", "đa", "ê"]), min_size=1, max_size=40)


@given(LETTERS, st.integers(1, 12))
def test_volumes_share_the_book_out(words: Sequence[str], capacity: int) -> None:
    """Every line once, in order, with the number that it has in the whole; none is too large."""
    entries = [
        concept(f"c{n}", [term(f"{word} {n}")], [term(f"x {n}")], [term(f"я {n}")])
        for n, word in enumerate(words)
    ]
    book = made(Termbase(tuple(entries), SMALL.settings))
    volumes = volumes_of(book, capacity)
    assert [n for volume in volumes for n in numbered(volume)] == numbered(book)
    assert [i for v in volumes for p in v.parts for i in p.items()] == [
        item for part in book.parts for item in part.items()
    ]
    assert all(len(numbered(volume)) <= capacity for volume in volumes)
    assert (len(volumes) > 1) is (len(words) > capacity)
    assert [v.volume.partition(":")[0] for v in volumes] == (
        [""] if len(volumes) == 1 else [f"Tập {n}" for n in range(1, len(volumes) + 1)]
    )
    assert [row for v in volumes for row in table_rows(v)] == list(table_rows(book))
    for volume in volumes[1:]:
        title = (*volume.parts, *volume.appendices)[0].title
        assert (title in volume.volume) is (title != book.parts[0].title)
        assert volume.volume == volume.volume.strip()
    if len(volumes) > 1:
        for n, volume in enumerate(volumes):
            others = [v.volume for v in volumes if v is not volume]
            assert all(
                line.startswith(o) for line, o in zip(volume.front.volumes, others, strict=True)
            )
            own = f"Số mục từ trong tập này: {len(numbered(volume))}"
            assert (own in [run.text for run in volume.front.subtitles]) is bool(numbered(volume))
            assert book.front.counts in volume.front.counts
            assert n == len(volumes) - 1 or volume.front.volumes[-1].endswith(
                book.appendices[-1].title
            )
    assert volumes[-1].source_tables == book.source_tables


@pytest.mark.client("pdftotext")
def test_volumes_are_files_with_their_number(tmp_path: Path) -> None:
    """Two processes set them; entries are numbered through, and the title says the span."""
    told: list[str] = []
    report = print_book(SMALL, tmp_path / "book.pdf", volume=3, tell=told.append)
    assert report.path == report.volumes[0]
    names = [path.name for path in report.volumes]
    assert names == [f"book-{n}.pdf" for n in range(1, len(names) + 1)]
    assert sorted(path.name for path in tmp_path.iterdir()) == names
    readers = [PdfReader(path) for path in report.volumes]
    assert sum(len(reader.pages) for reader in readers) == report.pages
    titles = [str(reader.metadata.title) for reader in readers if reader.metadata]
    assert re.search(r"Tập 1: \S", titles[0])
    assert len(set(titles)) == len(titles)
    assert packed("Tập 1:") in packed(pages_of(report.volumes[0])[0])
    assert f"{len(names)}" in told[-1]


def test_volumes_do_not_go_into_one_file(tmp_path: Path) -> None:
    """Standard output is one; that is said before minutes of typesetting, and nothing is left."""
    told: list[str] = []
    with pytest.raises(UnreadableInputError, match="volumes"):
        print_book(SMALL, tmp_path / "b.pdf", volume=3, one_file=True, tell=told.append)
    assert len(told) == 1
    assert not list(tmp_path.iterdir())


def test_stress_is_refused_where_the_glossary_has_none(tmp_path: Path) -> None:
    """A title page that promises it would be untrue."""
    with pytest.raises(UnreadableInputError, match="stress"):
        print_book(SMALL, tmp_path / "book.pdf", Edition(stress=True))
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("edition", "booklet"),
    [
        (Edition(paper="a5", large=True), False),
        (Edition(bleed=True), True),
        (Edition(pocket=True), False),
        (replace(POCKET, large=True), False),
        (replace(POCKET, bleed=True), False),
        (POCKET, True),
    ],
)
def test_nonsense_is_refused(tmp_path: Path, edition: Edition, booklet: bool) -> None:
    """Before anything is written, with a hint."""
    with pytest.raises(UnreadableInputError) as raised:
        print_book(SMALL, tmp_path / "book.pdf", edition, booklet=booklet)
    assert raised.value.hint
    assert not list(tmp_path.iterdir())
