"""What stands behind the parts, on the page: nothing overprinted, nothing torn apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from pdf_reading import SLACK, Box, Page, pages_of_words
from print_home import MINISTRY, SETTINGS, concept, made, packed, part, table, term

from vnru_terms.model import (
    Appendix,
    AppendixGroup,
    ConceptEntry,
    Kind,
    Listed,
    Status,
    Termbase,
    TermType,
    Validity,
)
from vnru_terms.printing.edition import Edition
from vnru_terms.printing.part_texts import PART_TEXTS
from vnru_terms.workflow.print_book import print_book

pytestmark = pytest.mark.client("pdftotext")

# Words of one line may touch, and letters with marks reach over the line above them.
OVERLAP = 0.35
LONG = "Минпереподготовкикадров"
OLD, NOW = "tổ chức cũ", "tổ chức mới"


def body(n: int) -> tuple[ConceptEntry, ConceptEntry]:
    """A body with long words and a long short form, and the one that follows it."""
    short = {"type": TermType.ACRONYM, "status": Status.ADMITTED}
    old = concept(
        f"old-{n}",
        [term(f"{OLD} {n} về đào tạo và bồi dưỡng cán bộ"), term(f"TCĐTBDCB{n}", **short)],
        [
            term(f"Intergovernmental Telecommunications Administration {n}"),
            term(f"ITA{n}", **short),
        ],
        [
            term(f"Административно-хозяйственное землеустроительное представительство {n}"),
            term(f"{LONG}{n}", type=TermType.ABBREVIATION, status=Status.ADMITTED),
        ],
        valid=Validity("", "2025-02-28", f"new-{n}"),
    )
    new = concept(
        f"new-{n}",
        [term(f"{NOW} {n}", source=(f"https://example.org/{n}", f"https://example.org/x{n}"))],
        [term(f"Intercontinental Organisation {n}")],
        [term(f"Межконтинентальная организация здравоохранения {n}")],
        kind=Kind.INSTITUTION,
    )
    return old, new


BODIES = tuple(entry for n in range(24) for entry in body(n))
ORDERED = Appendix(
    {
        "vi": "Thứ tự",
        "en": "The order of all the many intergovernmental bodies of the world as it is now",
        "ru": "Порядок всех многочисленных межправительственных организаций мира",
    },
    (AppendixGroup({"vi": "Tổ chức", "en": "Bodies", "ru": "Организации"},
                   tuple(Listed(entry.id) for entry in BODIES)),),
)  # fmt: skip
TERMBASE = Termbase(BODIES, SETTINGS, appendices=(ORDERED,))
EDITIONS = {
    "vietnamese": Edition(),
    "russian": Edition("ru"),
    "large": Edition("ru", large=True),
    "large-vietnamese": Edition(large=True),
}


@pytest.fixture(scope="module", params=EDITIONS)
def printed(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Edition, list[Page]]:
    """The book in an edition, its words by page."""
    edition = EDITIONS[request.param]
    path: Path = tmp_path_factory.mktemp("back") / "book.pdf"
    print_book(TERMBASE, path, edition)
    return edition, pages_of_words(path)


def overlapping(words: Sequence[Box]) -> list[tuple[str, str]]:
    """Pairs of words that stand on one another."""
    found = []
    in_order = sorted(words, key=lambda word: word.top)
    for at, one in enumerate(in_order):
        for other in in_order[at + 1 :]:
            if other.top >= one.bottom:
                break
            width = min(one.right, other.right) - max(one.left, other.left)
            height = min(one.bottom, other.bottom) - other.top
            lower = min(one.bottom - one.top, other.bottom - other.top)
            if width > SLACK and height > OVERLAP * lower:
                found.append((one.text, other.text))
    return found


def back_pages(pages: list[Page], title: str) -> list[int]:
    """The pages, from 0, that have a title at their head."""
    heads = [packed("".join(word.text for word in page.top_row())) for page in pages]
    return [n for n, head in enumerate(heads) if packed(title)[:12] in head]


def test_no_word_stands_on_another(printed: tuple[Edition, list[Page]]) -> None:
    """In no table, whatever long words it has, and on no other page."""
    edition, pages = printed
    assert back_pages(pages, PART_TEXTS[edition.language].renamed)
    for number, page in enumerate(pages, start=1):
        assert not overlapping(page.words), number


def test_no_word_stands_in_the_margin(printed: tuple[Edition, list[Page]]) -> None:
    """The rule under the running head goes from margin to margin, and no word beyond it."""
    edition, pages = printed
    texts = PART_TEXTS[edition.language]
    for title in (texts.renamed, ORDERED.title[edition.language]):
        for number in back_pages(pages, title):
            page = pages[number]
            left = min(word.left for word in page.top_row())
            for word in page.words:
                assert word.left > left - SLACK, word
                assert word.right < page.width - 30, word


def test_a_former_name_and_the_present_one_share_a_page(
    printed: tuple[Edition, list[Page]],
) -> None:
    """No page of the table begins with what a body is now."""
    edition, pages = printed
    texts = PART_TEXTS[edition.language]
    numbers = back_pages(pages, texts.renamed)
    assert len(numbers) > 1
    for number in numbers:
        text = " ".join(word.text for word in pages[number].words)
        dates = len(re.findall(r"28[./]0?2[./]2025", text))
        assert dates == len(re.findall(rf"\b{texts.now}\b", text)), number


def test_a_long_title_is_cut_only_where_it_does_not_fit(
    printed: tuple[Edition, list[Page]],
) -> None:
    """Half of the head is free for it; the pages of the sources have a title, too."""
    edition, pages = printed
    title = ORDERED.title[edition.language]
    page = pages[back_pages(pages, title)[0]]
    folio = next(word for word in page.top_row() if word.text.isdigit())
    words = [word for word in page.top_row() if word.right < folio.left]
    shown = " ".join(word.text for word in words)
    assert title.startswith(shown.rstrip("…"))
    if shown != title:
        following = title.removeprefix(shown.rstrip("…")).split()[0]
        size = max(word.right - word.left for word in words) / max(len(w.text) for w in words)
        assert words[-1].right + size * len(following) > folio.left - 4 * size
    last = "".join(word.text for word in pages[-1].top_row())
    assert packed(made(TERMBASE, edition).sources) in last


def test_sources_end_alike_in_both_columns(printed: tuple[Edition, list[Page]]) -> None:
    """No number stands alone at the end, and no bracket breaks."""
    edition, pages = printed
    found = re.findall(r"\[\d+(?:, \d+)*\]", " ".join(w.text for p in pages for w in p.words))
    assert {f"[{2 * n + 1}, {2 * n + 2}]" for n in range(24)} <= set(found)
    if edition.large:
        return
    rows = [word for word in pages[-1].words if re.fullmatch(r"\[\d+\]", word.text)]
    left = [row for row in rows if row.left < pages[-1].width / 3]
    assert abs(len(left) - (len(rows) - len(left))) <= 2


def test_short_tables_share_a_page(tmp_path: Path) -> None:
    """A part of a line or two and small tables stand one after the other, each under its title."""
    formula = concept(
        "f", [term("kính gửi")], [term("dear")], [term("уважаемый")], kind=Kind.FORMULA
    )
    path = tmp_path / "book.pdf"
    termbase = Termbase((formula, MINISTRY), SETTINGS)
    print_book(termbase, path)
    book, texts = made(termbase), PART_TEXTS["vi"]
    assert part(book, "formulas") in book.appendices
    titles = [packed(t) for t in (texts.formulas, texts.abbreviations, texts.statistics)]
    pages = pages_of_words(path)
    there = [packed(" ".join(word.text for word in page.words)) for page in pages]
    (number,) = [n for n, text in enumerate(there[5:], 5) if titles[0] in text]
    assert all(title in there[number] for title in titles)
    assert pages[number].guide_words() == (titles[0], titles[2])
    assert table(book, texts.statistics)
    assert not overlapping(pages[number].words)


@pytest.mark.parametrize(("left", "found"), [(10, True), (60, False)])
def test_the_check_sees_words_on_one_another(left: float, found: bool) -> None:
    """The check of overlapping words finds them."""
    words = (Box("one", 0, 0, 40, 10), Box("other", left, 2, left + 40, 12))
    assert bool(overlapping(words)) is found
