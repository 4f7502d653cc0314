"""The printed book: what stands on its pages, in which order, and what it refuses to print."""

from __future__ import annotations

import re
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnru_terms.findings import (
    MissingExtraError,
    Place,
    UnreadableInputError,
    UnsoundGlossaryError,
)
from vnru_terms.lang import LANGUAGES
from vnru_terms.model import (
    SLOT,
    Collocation,
    ConceptEntry,
    Context,
    Gender,
    Kind,
    LanguageSection,
    Number,
    PartOfSpeech,
    Reason,
    Settings,
    Status,
    SubjectField,
    Termbase,
    TermEntry,
    TermType,
    Validity,
)
from vnru_terms.printing.book_texts import ABBREVIATIONS, BOOK_TEXTS
from vnru_terms.printing.coverage import covered_characters, missing_characters
from vnru_terms.printing.engine import Unit, balance, font_files
from vnru_terms.printing.page import Book, Item
from vnru_terms.printing.page_data import chosen_entries, make_book
from vnru_terms.printing.term_runs import for_page, guide_word, plain_term, sorting_form
from vnru_terms.workflow.print_book import PrintReport, print_book

TEMPLATE = Path(sys.modules["vnru_terms.printing.engine"].__file__ or "").with_name("book.typ")
MARKUP = '#panic() $x$ *a* _b_ `c` @d <e> // [f] \\ {{g} ~ -- "h"'


def term(text: str, **more: object) -> TermEntry:
    """A term entry; a status is given by its value."""
    return TermEntry(text, **more)  # type: ignore[arg-type]


def concept(
    id: str, vi: list[TermEntry], en: list[TermEntry], ru: list[TermEntry], **more: object
) -> ConceptEntry:
    """A concept entry of the field talks with terms in three languages."""
    sections = tuple(
        LanguageSection(code, tuple(terms)) for code, terms in (("vi", vi), ("en", en), ("ru", ru))
    )
    path = f"glossary/talks/{id}.yaml"
    return ConceptEntry(id, "talks", sections, place=Place(path, 1, 1), **more)  # type: ignore[arg-type]


NEGOTIATIONS = concept(
    "negotiations",
    [
        term("đàm phán", part_of_speech=PartOfSpeech.VERB),
        term("hòa đàm", status=Status.ADMITTED),
        term("ĐP", status=Status.ADMITTED, type=TermType.ABBREVIATION),
    ],
    [term("negotiate", part_of_speech=PartOfSpeech.VERB, source=("https://example.org/a",))],
    [
        term("вести переговоры", pair="провести переговоры", government="с + твор."),
        term("переговоры", status=Status.ADMITTED, number=Number.PLURAL),
        term("торги", status=Status.DEPRECATED, reason=Reason.WRONG_REFERENT, note="о сделках"),
    ],
    distinguish="of states; see talks for one meeting",
    trap="đàm phán is a process",
)
TALKS = concept(
    "talks",
    [
        term("hội đàm", context=Context("hai bên hội đàm", "seeds/002_dc16.txt:39")),
        term("cuộc đàm luận", status=Status.SUPERSEDED),
    ],
    [term("talks", number=Number.PLURAL)],
    [term("переговоры", number=Number.PLURAL, collocations=(Collocation("a", "b", "в"),))],
    related=("negotiations",),
)
INVITATION = concept(
    "at-the-invitation-of",
    [term("theo lời mời của {X}", part_of_speech=PartOfSpeech.OTHER)],
    [term("at the invitation of {X}")],
    [term("по приглашению {X:gen}")],
    kind=Kind.FORMULA,
)
MINISTRY = concept(
    "ministry",
    [term("Bộ Tài nguyên"), term("TNMT", status=Status.ADMITTED, type=TermType.ACRONYM)],
    [term("Ministry"), term("MNR", status=Status.ADMITTED, type=TermType.ACRONYM)],
    [
        term("министерство", gender=Gender.NEUTER),
        term("МПР", status=Status.ADMITTED, type=TermType.ACRONYM, indeclinable=True),
    ],
    valid=Validity("2002-08-05", "2025-02-28", "negotiations"),
    compare=("talks",),
)
SETTINGS = Settings(
    title={"vi": "Thuật ngữ thử", "en": "Trial Glossary", "ru": "Пробный глоссарий"},
    edition="7",
    date="2026-11-01",
    licence="CC BY 4.0",
    subject_fields=(
        SubjectField(
            "talks",
            {"vi": "Hội đàm", "en": "Talks", "ru": "Переговоры"},
            {"vi": "HĐ", "en": "talks", "ru": "перег."},
        ),
    ),
)
SMALL = Termbase((INVITATION, MINISTRY, NEGOTIATIONS, TALKS), SETTINGS)


def made(termbase: Termbase) -> Book:
    """The page data of a whole termbase."""
    return make_book(termbase, chosen_entries(termbase, "vi", None))


def item_of(book: Book, id: str) -> Item:
    """The entry of a concept in the main part."""
    return next(item for item in book.parts[0].items() if item.id == id)


def text_of(item: Item) -> str:
    """All that an item prints, in one line."""
    return " ".join("".join(run.text for run in item.runs()).split())


def block_text(item: Item, role: str) -> str:
    """The text of the item's first block in a role."""
    runs = next(block.runs for block in item.blocks if block.role == role)
    return "".join(run.text for run in runs).replace("\u00a0", " ")


def pages_of(pdf: Path) -> list[str]:
    """The text of each page as pdftotext reads it."""
    done = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], capture_output=True, check=True)
    return done.stdout.decode("utf-8").split("\f")[:-1]


def packed(text: str) -> str:
    """Without white space, since lines break where they will."""
    return "".join(text.split())


@pytest.fixture(scope="module")
def printed(
    termbase: Termbase, tmp_path_factory: pytest.TempPathFactory
) -> tuple[PrintReport, Termbase]:
    """The real glossary as a book."""
    out = tmp_path_factory.mktemp("print") / "glossary.pdf"
    return print_book(termbase, out), termbase


# ---- data for the page


def test_heads_stand_in_dictionary_order(termbase: Termbase) -> None:
    """Heads and cross-references of the real glossary are in the order of the language."""
    heads = {item.id: item for item in made(termbase).parts[0].items() if item.id}
    entries = {e.id: e for e in termbase.entries}
    key = LANGUAGES["vi"].sort_key
    keys = []
    for id in heads:
        head = entries[id].preferred("vi") or entries[id].terms("vi")[0]
        keys.append(key(sorting_form(head)))
    assert len(keys) > 100
    assert all(a <= b for a, b in pairwise(keys))  # type: ignore[operator]


def test_numbers_count_from_one_under_each_letter(termbase: Termbase) -> None:
    """Under Đ stand Đ1, Đ2, …; a cross-reference takes no number."""
    for section in made(termbase).parts[0].sections:
        numbers = [item.tail[-1].text for item in section.items if item.id]
        assert numbers == [f"{section.letter}{n}" for n in range(1, len(numbers) + 1)]


def test_each_letter_has_one_section(termbase: Termbase) -> None:
    """A letter that came twice would mean that sections and order disagree."""
    for part in made(termbase).parts:
        letters = [section.letter for section in part.sections]
        assert len(letters) == len(set(letters))


def test_the_homonym_is_told_before_the_equivalents() -> None:
    """A translator who sees the equivalent first has already chosen."""
    roles = [block.role for block in item_of(made(SMALL), "negotiations").blocks]
    assert roles.index("sense") < roles.index("equivalents") < roles.index("deprecated")


def test_an_equivalent_has_its_grammar_and_source() -> None:
    """Aspect pair, government and plural stand behind the Russian term, sources by number."""
    item = item_of(made(SMALL), "negotiations")
    english, russian = [b for b in item.blocks if b.role == "equivalents"]
    assert "".join(r.text for r in english.runs) == "negotiate\u00a0[1]"
    text = "".join(r.text for r in russian.runs).replace("\u00a0", " ")
    assert text == "вести переговоры / провести переговоры (с + твор.); переговоры мн."


def test_a_deprecated_term_stands_after_with_its_reason() -> None:
    """It is marked as not to be used, and the reason is in the book's language."""
    text = block_text(item_of(made(SMALL), "negotiations"), "deprecated")
    assert text == "không dùng: торги (chỉ đối tượng khác; о сделках)"


def test_an_abbreviation_stands_in_brackets() -> None:
    """Beside the head and beside the equivalents; it is no rival of the full form."""
    item = item_of(made(SMALL), "ministry")
    assert text_of(item).startswith("Bộ Tài nguyên (TNMT)")
    assert [b.runs[0].text for b in item.blocks if b.role == "equivalents"] == [
        "Ministry",
        "министерство",
    ]
    assert "министерство с. (МПР нескл.)" in text_of(item).replace("\u00a0", " ")


def test_other_names_lead_to_their_entry() -> None:
    """hòa đàm x. đàm phán Đ1; an abbreviation and a superseded name too."""
    references = {text_of(i) for i in made(SMALL).parts[0].items() if not i.id}
    assert references == {
        "hòa đàm x. đàm phán Đ1",
        "TNMT x. Bộ Tài nguyên B1",
        "cuộc đàm luận x. hội đàm H1",
    }


def test_a_reference_beside_its_own_entry_is_left_out() -> None:
    """ĐP would stand right under đàm phán, with nothing between."""
    guides = [item.guide for item in made(SMALL).parts[0].items()]
    assert "ĐP" not in guides
    assert "(ĐP)" in text_of(item_of(made(SMALL), "negotiations"))


def test_references_are_symmetric() -> None:
    """`related` is written on one side and printed on both."""
    book = made(SMALL)
    assert block_text(item_of(book, "talks"), "references") == "x. thêm đàm phán Đ1"
    assert "x. thêm hội đàm H1" in text_of(item_of(book, "negotiations"))
    assert "ss. Bộ Tài nguyên B1" in text_of(item_of(book, "talks")).replace("\u00a0", " ")


def test_an_id_in_a_note_becomes_a_reference() -> None:
    """Readers of the book have heads and numbers, not ids."""
    text = block_text(item_of(made(SMALL), "negotiations"), "sense")
    assert text == "of states; see hội đàm H1 for one meeting"


def test_a_partial_book_refers_only_to_what_it_holds() -> None:
    """A link to an entry that is not printed would stop the typesetter."""
    book = make_book(SMALL, (TALKS,))
    printed = {item.id for item in book.parts[0].items() if item.id}
    targets = {run.to for part in book.parts for item in part.items() for run in item.runs()}
    assert targets - {""} <= printed


def test_validity_and_successor_are_printed() -> None:
    """What was renamed says until when it is right, and what it is called now."""
    text = block_text(item_of(made(SMALL), "ministry"), "validity")
    assert text == "từ 5/8/2002 đến 28/2/2025; nay là đàm phán Đ1"


def test_a_slot_is_an_ellipsis_with_its_case() -> None:
    """No braces reach the page, and the case of the Russian slot does."""
    text = text_of(item_of(made(SMALL), "at-the-invitation-of")).replace("\u00a0", " ")
    assert "{" not in text
    assert "at the invitation of …" in text
    assert "по приглашению … род." in text


def test_short_prepositions_are_bound() -> None:
    """«в» does not hang at the end of a narrow line."""
    assert for_page("визит в Россию", "ru") == "визит в\u00a0Россию"


def test_an_index_leads_to_every_concept_of_a_term() -> None:
    """переговоры is a term of two concepts: one line, two numbers."""
    russian = made(SMALL).parts[2]
    lines = [text_of(item) for item in russian.items() if item.guide == "переговоры"]
    assert [line.replace("\u00a0", " ") for line in lines] == [
        "переговоры мн. đàm phán Đ1; hội đàm H1"
    ]


def test_a_deprecated_term_is_in_no_index(termbase: Termbase) -> None:
    """An index that lists it would recommend it."""
    assert "торги" not in {item.guide for item in made(SMALL).parts[2].items()}


def test_quotes_do_not_make_a_section_of_their_own() -> None:
    """«Единая Россия» stands under Е."""
    entry = concept("party", [term("đảng")], [term("party")], [term("«Единая Россия»")])
    book = made(replace(SMALL, entries=(entry,)))
    assert [section.letter for section in book.parts[2].sections] == ["Е"]


def test_the_specimen_numbers_each_role_once() -> None:
    """The legend has one line for every number in the specimen, in order."""
    front = made(SMALL).front
    assert front.specimen is not None
    marks = [run.mark for run in front.specimen.runs() if run.mark]
    assert marks == list(range(1, len(front.legend) + 1))
    assert len(marks) > 6


def test_the_table_explains_every_printed_abbreviation() -> None:
    """Whatever label the book can print stands in the table of abbreviations."""
    explained = {part for row in ABBREVIATIONS for part in re.split(r", |,", row[0])}
    grammar = {mark for language in LANGUAGES.values() for mark in language.marks.values()}
    speech = set(BOOK_TEXTS["vi"].parts_of_speech.values())
    assert grammar | speech <= explained


@given(st.text())
def test_text_on_the_page_is_composed_and_stays_so(text: str) -> None:
    """NFC, or a search in the PDF would fail; doing it twice changes nothing."""
    for code in LANGUAGES:
        once = for_page(text, code)
        assert unicodedata.is_normalized("NFC", once)
        assert for_page(once, code) == once


@given(st.lists(st.text("aвđ", min_size=1, max_size=12), min_size=1, max_size=12))
def test_a_guide_word_is_the_beginning_of_its_head(words: list[str]) -> None:
    """Cut at a word, with an ellipsis, and never too long for half a line."""
    head = " ".join(words)
    guide = guide_word(head)
    assert head.startswith(guide.removesuffix("…"))
    assert len(guide) <= 33


# ---- balance of the last page


@given(st.lists(st.integers(5, 200), min_size=1, max_size=20))
def test_the_last_page_is_cut_where_its_longer_half_is_shortest(heights: list[int]) -> None:
    """No other place to break gives shorter columns."""
    tops = [float(sum(heights[:i])) for i in range(len(heights))]
    units = [
        Unit("vi", f"vi{i}", 3, 40.0, top, top + height)
        for i, (top, height) in enumerate(zip(tops, heights, strict=True))
    ]
    keys = balance(units)
    total = sum(heights)
    best = min(max(top, total - top) for top in [*tops, float(total)])
    cut = tops[int(keys[0].removeprefix("vi"))] if keys else float(total)
    assert max(cut, total - cut) == best


# ---- fonts


def test_coverage_reads_what_fonttools_reads() -> None:
    """The small cmap reader and the library agree on every font of the book."""
    from fontTools.ttLib import TTFont

    fonts = font_files()
    assert len(fonts) == 4
    for path in fonts:
        with TTFont(path) as font:
            assert covered_characters(path) == set(font.getBestCmap())


def test_every_letter_of_the_three_languages_can_be_printed() -> None:
    """In every style: roman, italic and sans; with Russian stress marks."""
    vowels = "aăâeêioôơuưy"
    vietnamese = {
        unicodedata.normalize("NFC", v + tone)
        for v in vowels + vowels.upper()
        for tone in ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
    }
    russian = "".join(chr(c) for c in range(ord("А"), ord("я") + 1)) + "Ёё\u0301№«»—…"
    assert not missing_characters("".join(sorted(vietnamese)) + "đĐ₫" + russian, font_files())


@pytest.mark.parametrize(("text", "lacking"), [("≠ and ӝ", ""), ("漢 and ✓✓", "漢✓")])
def test_only_what_cannot_be_drawn_is_lacking(text: str, lacking: str) -> None:
    """A letter composed of glyphs is drawn; each lacking character is named once."""
    assert missing_characters(text, font_files()) == lacking


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


# ---- refusals


def test_an_empty_glossary_is_refused(tmp_path: Path) -> None:
    """No empty book is written."""
    with pytest.raises(UnreadableInputError, match="nothing to print"):
        print_book(Termbase(), tmp_path / "book.pdf")
    assert not list(tmp_path.iterdir())


def test_an_unknown_subject_field_names_those_that_there_are(tmp_path: Path) -> None:
    """The message helps with a misspelt slug."""
    with pytest.raises(UnreadableInputError, match="talks"):
        print_book(SMALL, tmp_path / "book.pdf", subject="talk")


def test_without_the_extra_the_message_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """typst is not part of the core."""
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(MissingExtraError, match=r"vnru-terms\[print\]"):
        print_book(SMALL, tmp_path / "book.pdf")


# ---- the PDF


def test_two_builds_have_the_same_bytes(tmp_path: Path) -> None:
    """The date is the glossary's, and neither paths nor clocks leave a trace."""
    print_book(SMALL, tmp_path / "a.pdf")
    print_book(SMALL, tmp_path / "other" / "b.pdf")
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "other" / "b.pdf").read_bytes()


@pytest.mark.parametrize("paper", ["a5", "a4"])
def test_one_concept_prints(tmp_path: Path, paper: str) -> None:
    """A book of one entry, without settings, is still a book."""
    report = print_book(Termbase((TALKS,)), tmp_path / "book.pdf", paper=paper)
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
    languages = set(re.findall(rb"/Lang ?\((\w\w)", report.path.read_bytes()))
    assert {b"vi", b"en", b"ru"} <= languages


def test_running_heads_are_not_found_by_filtered_queries() -> None:
    """`query(…).filter(…)` on every page took 9.2 GB for 933 pages, a look-up by place 2.0."""
    source = TEMPLATE.read_text(encoding="utf-8")
    assert "query(" in source
    assert not re.search(r"query\([^)]*\)\s*\.filter", source)


def test_the_template_draws_every_role(termbase: Termbase) -> None:
    """A look in the template that no run has, or a misspelt role, would go unnoticed."""
    source = TEMPLATE.read_text(encoding="utf-8")
    looks = source.split("#let looks = (")[1].split("\n)\n")[0]
    named = set(re.findall(r"^  ([a-z-]+): ", looks, re.MULTILINE))
    plain = {"text", "term", "variant", "phrase", "definition", "context", "caution"}
    plain.add("index-target")
    small = made(SMALL)
    runs = [
        r for b in (small, made(termbase)) for p in b.parts for i in p.items() for r in i.runs()
    ]
    assert {run.role for run in runs} - plain <= named
    assert named <= {run.role for run in runs}


def test_a_formula_is_sorted_and_shown_without_braces() -> None:
    """The slot counts for nothing in the order and is an ellipsis on the page."""
    formula = INVITATION.terms("vi")[0]
    assert plain_term(formula.term, "vi") == "theo lời mời của …"
    assert sorting_form(formula) == "theo lời mời của"
