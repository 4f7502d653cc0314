"""Abbreviations: every language has its own, in its order, and no phrases among them."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from print_home import (
    MINISTRY,
    NEGOTIATIONS,
    SETTINGS,
    TALKS,
    concept,
    line,
    lines,
    made,
    part,
    term,
)

from vnru_terms.lang import LANGUAGES
from vnru_terms.model import LANGUAGE_ORDER, Kind, Status, Termbase, TermEntry, TermType
from vnru_terms.printing.edition import Edition
from vnru_terms.printing.page import Book
from vnru_terms.printing.part_texts import PART_TEXTS
from vnru_terms.printing.short_forms import is_looked_up
from vnru_terms.printing.term_runs import is_short, sorting_form


def acronym(text: str, **more: object) -> TermEntry:
    """A short form that may be used."""
    return term(text, type=TermType.ACRONYM, status=Status.ADMITTED, **more)


def sections(book: Book) -> list[tuple[str, list[str]]]:
    """The headings of the abbreviations, each with its lines."""
    found = part(book, "abbreviations").sections
    return [(section.letter, [line(item) for item in section.items]) for section in found]


def test_every_language_has_its_own_short_forms() -> None:
    """The book's first; each with what it stands for, its equivalents and the number."""
    only_short = concept("nato", [acronym("NATO")], [term("the alliance")], [term("альянс")])
    termbase = Termbase((MINISTRY, only_short), SETTINGS)
    vi, en, ru = (PART_TEXTS["vi"].short_forms[code] for code in ("vi", "en", "ru"))
    assert sections(made(termbase)) == [
        (vi, ["NATO  EN the alliance  RU альянс N1", "TNMT  Bộ Tài nguyên  EN MNR  RU МПР B1"]),
        (en, ["MNR  Ministry  VI TNMT  RU МПР B1"]),
        (ru, ["МПР  министерство  VI TNMT  EN MNR B1"]),
    ]
    russian = sections(made(termbase, Edition("ru", ("vi",))))
    assert [words for _title, words in russian] == [
        ["МПР  министерство  VI TNMT М1"],
        ["NATO  RU альянс А1", "TNMT  Bộ Tài nguyên  RU МПР М1"],
    ]


def test_short_forms_stand_in_dictionary_order() -> None:
    """Quotation marks and & do not count; neighbours of one entry under one letter share a line."""
    entries = [
        concept(id, [term(f"từ {id}"), *map(acronym, shorts)], [term(id)], [term(id)])
        for id, shorts in (
            ("a", ("KHKT",)), ("b", ("KH&CN",)), ("c", ("«LB»", "LB.")), ("d", ("ĐP", "HĐ")),
        )
    ]  # fmt: skip
    found = lines(made(Termbase(tuple(entries), SETTINGS)), "abbreviations")
    heads = [text.split("  ")[0] for text in found]
    assert heads == ["ĐP", "HĐ", "KH&CN", "KHKT", "«LB», LB."]


def test_a_short_form_that_may_not_be_used_is_no_abbreviation() -> None:
    """Where that is the only one, the book has no such part."""
    bad = term("HĐ", type=TermType.ACRONYM, status=Status.DEPRECATED)
    talks = concept("talks", [term("hội đàm"), bad], [term("talks")], [term("переговоры")])
    book = made(Termbase((talks,), SETTINGS))
    titles = {found.title for found in (*book.parts, *book.appendices)}
    assert PART_TEXTS["vi"].abbreviations not in titles


@pytest.mark.parametrize(
    ("short", "full", "listed"),
    [
        ("ООН", "Организация Объединённых Наций", True),
        ("G20", "Group of Twenty", True),
        ("СБ ООН", "Совет Безопасности ООН", True),
        ("Bộ GD&ĐT", "Bộ Giáo dục và Đào tạo", True),
        ("đ/c", "đồng chí", True),
        ("тов.", "товарищ", True),
        ("ĐCS Trung Quốc", "Đảng Cộng sản Trung Quốc", True),
        ("Минпросвещения России", "Министерство просвещения Российской Федерации", True),
        ("вуз", "высшее учебное заведение", True),
        ("замминистра", "заместитель министра", False),
        ("замминистра иностранных дел", "заместитель министра иностранных дел", False),
        ("kinh tế định hướng XHCN", "kinh tế định hướng xã hội chủ nghĩa", False),
        ("chargé d'affaires a.i.", "chargé d'affaires ad interim", False),
        ("МПК", "", True),
        ("товарищ", "", False),
    ],
)
def test_a_phrase_with_an_abbreviation_in_it_is_none(short: str, full: str, listed: bool) -> None:
    """By how it is written, and what it saves."""
    assert is_looked_up(short, full) is listed


@pytest.mark.parametrize(
    ("short", "listed"),
    [("PM", True), ("Lt. Gen.", True), ("Deputy PM", False), ("NA Vice Chairman", False)],
)
def test_a_title_is_short_in_every_word(short: str, listed: bool) -> None:
    """The vice chairman of something short is looked up under what is short."""
    full = [term("chức danh rất dài trong một cơ quan")]
    short_form = term(short, type=TermType.ABBREVIATION, status=Status.ADMITTED)
    english = [term("somebody with a long title in an office"), short_form]
    someone = concept("someone", full, english, [term("некто")], kind=Kind.TITLE)
    book = made(Termbase((someone, MINISTRY), SETTINGS), Edition("en"))
    heads = [text.split("  ")[0] for text in lines(book, "abbreviations")]
    assert (short in heads) is listed


@pytest.mark.parametrize("code", LANGUAGE_ORDER)
def test_all_short_forms_of_the_glossary_are_listed(termbase: Termbase, books, code: str) -> None:
    """What is written in capitals has a line under its own language in every book, in its order."""
    for book in books.values():
        title = PART_TEXTS[book.language].short_forms[code]
        found = dict(sections(book))[title]
        heads = [head for text in found for head in text.split("  ")[0].split(", ")]
        key = LANGUAGES[code].sort_key
        keys = [key(sorting_form(TermEntry(head))) for head in heads]
        assert all(a <= b for a, b in pairwise(keys))  # type: ignore[operator]
        ids = {item.id for item in book.parts[0].items()}
        wanted = {
            t.term
            for entry in termbase.concepts
            if entry.id in ids
            for t in entry.terms(code)
            if t.is_permitted and is_short(t) and t.term.isupper() and " " not in t.term
        }
        assert wanted <= set(heads)
        assert len(wanted) > 100


def test_a_line_on_a_page_is_found_by_its_guide_words() -> None:
    """The guide word of a line is its short form; a list by subject field has the field's name."""
    other = replace(MINISTRY, subject_field="ministries")
    book = made(Termbase((NEGOTIATIONS, TALKS, other), SETTINGS))
    assert [item.guide for item in part(book, "abbreviations").items()][:2] == ["ĐP", "TNMT"]
    subjects = part(book, "subjects")
    for section in subjects.sections:
        assert {item.guide for item in section.items} == {section.letter}
