"""The further ways into the book: indexes by subject field and inner word, formulas."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from print_home import (
    INVITATION,
    MINISTRY,
    NEGOTIATIONS,
    SETTINGS,
    SMALL,
    TALKS,
    concept,
    line,
    lines,
    made,
    part,
    rows,
    tables,
    term,
)

from vnru_terms.lang import LANGUAGES
from vnru_terms.lang.inner_words import INNER_WORDS
from vnru_terms.model import LANGUAGE_ORDER, Kind, Status, Termbase, TermType
from vnru_terms.printing.edition import Edition
from vnru_terms.printing.page import Book
from vnru_terms.printing.page_data import chosen_entries
from vnru_terms.printing.part_texts import PART_TEXTS


def links(book: Book) -> Iterator[tuple[str, str]]:
    """Every link of the further parts and the tables: where it leads, and its text."""
    for name in ("subjects", "inner_words", "formulas", "abbreviations"):
        for item in part(book, name).items():
            yield from ((run.to, run.text) for run in item.head if run.to)
    for found in tables(book):
        yield from ((c.to, c.text) for row in found.rows for c in row.cells if c.to)


# ---- the index by subject field ---------------------------------------------------------------
def test_subject_fields_stand_in_the_order_of_the_glossary(termbase: Termbase, books) -> None:
    """The sections are the fields of `glossary.yaml`, and every entry stands in one of them."""
    for code, book in books.items():
        labels = [s.label[code] for s in termbase.settings.subject_fields]
        subjects = part(book, "subjects")
        headings = [section.letter.replace("\u00a0", " ") for section in subjects.sections]
        assert headings == labels
        assert sum(1 for _ in subjects.items()) == len(chosen_entries(termbase, Edition(code)))


def test_a_field_without_entries_has_no_section() -> None:
    """And a folder that is no subject field of the settings comes last, under its own name."""
    stray = replace(concept("stray", [term("lạc")], [term("stray")], [term("чужой")]))
    stray = replace(stray, subject_field="elsewhere")
    empty = replace(SETTINGS.subject_fields[0], slug="empty", label={"vi": "Trống"})
    settings = replace(SETTINGS, subject_fields=(empty, *SETTINGS.subject_fields))
    book = made(Termbase((*SMALL.entries, stray), settings))
    sections = part(book, "subjects").sections
    assert [section.letter for section in sections] == ["Hội đàm", "elsewhere"]


def test_a_line_of_the_subject_index_is_head_and_number() -> None:
    """In the order of the main part; one field alone needs no such index."""
    other = replace(MINISTRY, subject_field="ministries")
    book = made(Termbase((INVITATION, NEGOTIATIONS, TALKS, other), SETTINGS))
    found = lines(book, "subjects")
    assert found == ["đàm phán Đ1", "hội đàm H1", "theo lời mời của … T1", "Bộ Tài nguyên B1"]
    titles = {found_part.title for found_part in made(SMALL).parts}
    assert PART_TEXTS["vi"].subjects not in titles


# ---- the permuted index -----------------------------------------------------------------------
OFFICE = concept(
    "office", [term("Văn phòng Quốc hội")], [term("Office of Parliament")], [term("Канцелярия")]
)
PARLIAMENT = concept("parliament", [term("Quốc hội")], [term("Parliament")], [term("парламент")])
OLD_PARLIAMENT = concept(
    "talks-in-parliament",
    [term("đàm phán tại Quốc hội"), term("ĐQ", type=TermType.ACRONYM, status=Status.ADMITTED)],
    [term("talks in Parliament")],
    [term("переговоры в парламенте", number=None)],
)


def test_a_term_inside_another_has_a_line() -> None:
    """The longer terms stand behind it with ~, and the term itself, which begins with it, not."""
    book = made(Termbase((OFFICE, PARLIAMENT, OLD_PARLIAMENT), SETTINGS))
    assert lines(book, "inner_words") == ["Quốc hội  đàm phán tại ~ Đ1; Văn phòng ~ V1"]


def test_a_phrase_is_found_by_its_first_word_with_meaning() -> None:
    """Nobody looks for theo lời mời của under theo."""
    assert lines(made(SMALL), "inner_words") == ["lời mời  theo ~ của … T1"]
    english = made(SMALL, Edition("en"))
    assert lines(english, "inner_words") == ["invitation  at the ~ of … A1"]
    russian = made(SMALL, Edition("ru"))
    assert lines(russian, "inner_words") == ["приглашение  по приглашению … П2"]


def test_syllables_are_no_words() -> None:
    """Quốc hội has one entrance and not two, wherever it stands in a term."""
    cut = INNER_WORDS["vi"].cut
    terms = {INNER_WORDS["vi"].keys("Quốc hội")}
    assert cut("Chủ tịch Quốc hội", terms) == [(0, 2), (2, 4)]
    assert cut("Đại hội đồng Liên hợp quốc", set())[0] == (0, 3)
    assert cut("độc lập, tự chủ", set()) == [(0, 2), (2, 4)]
    assert cut("", set()) == []


@pytest.mark.parametrize("code", LANGUAGE_ORDER)
def test_a_cut_covers_the_term(termbase: Termbase, code: str) -> None:
    """The pieces of every term join up, from its first word to its last."""
    inner = INNER_WORDS[code]
    heads = [e.terms(code)[0].surface for e in termbase.concepts if e.terms(code)]
    terms = {inner.keys(head) for head in heads}
    for head in heads:
        cut = inner.cut(head, terms)
        assert [start for start, _end in cut] == [0, *(end for _start, end in cut[:-1])]
        assert cut[-1][1] == len(head.split())


def test_words_of_the_real_glossary_that_translators_look_for(books) -> None:
    """Lines that must be there, and what must not make one."""
    found = {
        line(item).split("  ")[0]: line(item) for item in part(books["vi"], "inner_words").items()
    }
    assert "theo ~ của …" in found["lời mời"]
    assert "Ban ~ Trung ương" in found["đối ngoại"]
    assert not {"Nga", "Việt Nam", "quốc", "của", "chủ nghĩa", "theo"} & set(found)
    assert "in ~ with international law" in next(
        text for text in lines(books["en"], "inner_words") if text.startswith("accordance ")
    )


def test_the_permuted_index_stays_a_few_times_smaller(books) -> None:
    """Its lines against those of the main part, in each language."""
    for book in books.values():
        main = sum(1 for _ in book.parts[0].items())
        assert 100 < len(lines(book, "inner_words")) < main / 4


def test_no_word_gathers_its_own_beginning(books) -> None:
    """A term that begins with the word stands in the main part already."""
    for book in books.values():
        for item in part(book, "inner_words").items():
            word = item.head[0].text.casefold()
            for run in item.head:
                if run.role == "index-target":
                    assert not run.text.startswith("~"), line(item)
                    assert run.text.casefold() != word


# ---- the formulas -----------------------------------------------------------------------------
def test_a_formula_stands_with_its_equivalents() -> None:
    """Its number, then a line a language of the edition, with the case of the slot."""
    (found,) = part(made(SMALL), "formulas").items()
    assert line(found) == "theo lời mời của … T1"
    english, russian = found.blocks
    assert (english.label, russian.label) == ("EN", "RU")
    assert "".join(run.text for run in english.runs) == "at the invitation of\u00a0…"
    assert "".join(run.text for run in russian.runs) == "по\u00a0приглашению\u00a0…\u00a0род."
    (one,) = part(made(SMALL, Edition("vi", ("ru",))), "formulas").items()
    assert [block.label for block in one.blocks] == ["RU"]


def test_every_formula_of_the_glossary_is_listed(termbase: Termbase, books) -> None:
    formulas = [e for e in termbase.concepts if e.kind is Kind.FORMULA]
    assert formulas
    for book in books.values():
        assert len(lines(book, "formulas")) == len(formulas)


# ---- all of it on the real glossary -----------------------------------------------------------
@pytest.mark.parametrize("code", LANGUAGE_ORDER)
def test_every_entry_stands_once(termbase: Termbase, books, code: str) -> None:
    """Whatever its id is spelt like, and whoever shares its name."""
    ids = [item.id for item in books[code].parts[0].items() if item.id]
    assert sorted(ids) == sorted(e.id for e in chosen_entries(termbase, Edition(code)))


@pytest.mark.parametrize("code", LANGUAGE_ORDER)
def test_every_line_leads_to_an_entry(books, code: str) -> None:
    """By a link and by the number that stands at that entry."""
    book = books[code]
    numbers = {item.id: item.tail[-1].text for item in book.parts[0].items() if item.id}
    count = 0
    for id, text in links(book):
        assert id in numbers, text
        count += text == numbers[id]
    assert count > 1000


@pytest.mark.parametrize("code", LANGUAGE_ORDER)
def test_no_line_stands_twice(books, code: str) -> None:
    book = books[code]
    for name in ("subjects", "inner_words", "formulas", "abbreviations"):
        found = Counter(lines(book, name))
        assert found.most_common(1)[0][1] == 1, found.most_common(1)
    heads = Counter(item.head[0].text for item in part(book, "inner_words").items())
    assert heads.most_common(1)[0][1] == 1, heads.most_common(1)
    for found_table in tables(book):
        if found_table.title != PART_TEXTS[code].renamed:
            counted = Counter(map(tuple, rows(found_table)))
            assert counted.most_common(1)[0][1] == 1, counted.most_common(1)


@pytest.mark.parametrize("code", LANGUAGE_ORDER)
def test_words_and_short_forms_are_in_order(books, code: str) -> None:
    """That of the dictionary of their language; each letter has one section."""
    book = books[code]
    key = LANGUAGES[code].sort_key
    index = part(book, "inner_words")
    words = [key(item.head[0].text) for item in index.items()]
    assert all(a <= b for a, b in pairwise(words))  # type: ignore[operator]
    letters = [section.letter for section in index.sections]
    assert len(letters) == len(set(letters))


@pytest.mark.parametrize("code", LANGUAGE_ORDER)
def test_rows_fit_their_columns(books, code: str) -> None:
    """A cell a column, or one cell alone that heads a group with rows; no keys."""
    for found in tables(books[code]):
        assert not found.key
        for row, following in zip(found.rows, (*found.rows[1:], None), strict=True):
            assert not row.key
            assert len(row.cells) in (1, len(found.columns))
            if len(row.cells) == 1:
                assert row.cells[0].role == "table-group" and row.cells[0].text
                assert following and len(following.cells) > 1


def test_a_subject_field_has_only_its_own(termbase: Termbase) -> None:
    """Tables and parts of other fields are left out, and so are other fields' lines."""
    book = made(termbase, Edition("en", subject="diplomatic-service"))
    titles = [found.title for found in book.appendices]
    assert "Diplomatic and consular ranks and posts" in titles
    assert not {"Military ranks", "The life of a treaty", "Persons and places"} & set(titles)
    entries = {item.id for item in book.parts[0].items() if item.id}
    assert {run.to for p in book.parts for i in p.items() for run in i.head if run.to} <= entries
