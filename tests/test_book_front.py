"""The front matter, the words and the files of the book for readers of each language."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import Result
from print_home import (
    SETTINGS,
    WORDS,
    all_text,
    concept,
    item_of,
    made,
    pages_of,
    plain,
    term,
    text_of,
)

from vnru_terms.findings import UnreadableInputError
from vnru_terms.model import (
    LANGUAGE_ORDER,
    Settings,
    Termbase,
)
from vnru_terms.printing.book_texts import BOOK_TEXTS
from vnru_terms.printing.book_words import counted, dated
from vnru_terms.printing.edition import Edition, book_file
from vnru_terms.printing.page import Run
from vnru_terms.printing.part_texts import PART_TEXTS
from vnru_terms.printing.title_page import book_title
from vnru_terms.workflow.print_book import print_book

BOOKS = {language: made(WORDS, Edition(language)) for language in LANGUAGE_ORDER}


@pytest.mark.parametrize(
    ("language", "targets", "title"),
    [
        ("vi", (), "Thuật ngữ Việt – Anh – Nga"),
        ("vi", ("ru",), "Thuật ngữ Việt – Nga"),
        ("en", (), "English–Vietnamese–Russian Terms"),
        ("en", ("ru", "vi"), "English–Russian–Vietnamese Terms"),
        ("ru", (), "Малый русско-вьетнамско-английский словарь"),
        ("ru", ("en",), "Малый русско-английский словарь"),
    ],
)
def test_a_title_that_names_the_direction_names_the_books_own(
    language: str, targets: tuple[str, ...], title: str
) -> None:
    """Whatever dashes the glossary's title has; other words of it stay."""
    settings = Settings(
        title={
            "vi": "Thuật ngữ Việt – Anh – Nga",
            "en": "Vietnamese-English-Russian Terms",
            "ru": "Малый вьетнамско-англо-русский словарь",
        }
    )
    assert book_title(settings, language, Edition(language, targets)) == title


def test_a_title_without_a_direction_gets_it_below() -> None:
    """And the subject field of an extract."""
    lines = [run.text for run in made(WORDS, Edition("ru", subject="talks")).front.subtitles]
    assert lines == ["Русско-вьетнамско-английский", "Переговоры"]


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("vi", ["1 mục từ", "4 mục từ", "12.000 mục từ"]),
        ("en", ["1 entry", "4 entries", "12,000 entries"]),
        ("ru", ["1 словарная статья", "4 словарные статьи", "12 000 словарных статей"]),
    ],
)
def test_numbers_have_their_noun_in_the_right_form(language: str, lines: list[str]) -> None:
    """As the language counts."""
    texts = BOOK_TEXTS[language]
    assert [plain(counted(n, "entries", texts)) for n in (1, 4, 12000)] == lines


@pytest.mark.parametrize(
    ("language", "dates"),
    [
        ("vi", ["2/7/1976", "2/2025", "1945"]),
        ("en", ["2 July 1976", "February 2025", "1945"]),
        ("ru", ["2 июля 1976 г.", "февраля 2025 г.", "1945 г."]),
    ],
)
def test_dates_are_those_of_the_language(language: str, dates: list[str]) -> None:
    """Whole or partial; Russian ones stand after «с» and «до»."""
    texts = BOOK_TEXTS[language]
    assert [plain(dated(d, texts)) for d in ("1976-07-02", "2025-02", "1945")] == dates


def test_the_books_have_the_same_words_to_say() -> None:
    """No label, role or section is missing in a language; none is left untranslated."""
    vietnamese = BOOK_TEXTS["vi"]
    for texts in BOOK_TEXTS.values():
        for name in ("sections", "parts_of_speech", "usages", "reasons", "labels", "roles"):
            assert getattr(texts, name).keys() == getattr(vietnamese, name).keys(), name
        assert set(texts.counts) == {"entries", *LANGUAGE_ORDER}
        assert len(texts.months) == 12
        if texts is not vietnamese:
            assert not set(texts.labels.values()) & set(vietnamese.labels.values())


@pytest.mark.parametrize("language", LANGUAGE_ORDER)
@pytest.mark.parametrize("targets", [slice(None), slice(0, 1), slice(1, 2)])
def test_the_table_explains_what_each_book_prints_for_short(
    language: str, targets: slice, specimen: Termbase
) -> None:
    """Every label of grammar, speech and usage that comes on a page, and no mark without terms."""
    book = made(specimen, Edition(language, Edition(language).targets[targets]))
    rows = [row.key for row in book.front.tables[0].rows]
    explained = {label for key in rows for label in key.split(", ")}
    shown = {
        label
        for item in book.parts[0].items()
        for run in item.runs()
        if run.role in ("grammar", "speech", "usage")
        for label in _labels(run)
    }
    assert shown
    assert shown <= explained
    has_russian = "ru" in (book.language, *Edition(language).targets[targets])
    assert has_russian == any(BOOK_TEXTS[language].marks.get("gen", "род.") in key for key in rows)


def _labels(run: Run) -> list[str]:
    """Marks of grammar stand side by side, labels of usage with commas."""
    separator = "," if run.role == "usage" else "\u00a0"
    return [label.replace("\u00a0", " ").strip() for label in run.text.strip("[]").split(separator)]


@pytest.mark.parametrize(
    ("edition", "name"),
    [
        (Edition(), "vnru-terms-glossary.pdf"),
        (Edition("vi", ("en", "ru")), "vnru-terms-glossary.pdf"),
        (Edition("ru"), "vnru-terms-glossary-ru-vi-en.pdf"),
        (Edition("ru", ("vi",)), "vnru-terms-glossary-ru-vi.pdf"),
        (Edition(paper="a4", subject="talks"), "vnru-terms-glossary-talks-a4.pdf"),
        (Edition(stress=True), "vnru-terms-glossary-stress.pdf"),
    ],
)
def test_each_edition_has_a_file_of_its_own(edition: Edition, name: str) -> None:
    """An extract does not overwrite the book."""
    assert book_file(edition) == name


@pytest.mark.parametrize(
    ("edition", "message"),
    [
        (Edition("ru", ("ru",)), "no equivalents"),
        (Edition("vi", ("en", "vi")), "no equivalents"),
        (Edition("vi", ("en",), stress=True), "Russian"),
        (Edition("en", ("vi",), subject="nowhere"), "nowhere"),
    ],
)
def test_an_edition_that_contradicts_itself_is_refused(
    edition: Edition, message: str, tmp_path: Path
) -> None:
    """Before anything is typeset, and nothing is written."""
    with pytest.raises(UnreadableInputError, match=message):
        print_book(WORDS, tmp_path / "book.pdf", edition)
    assert not list(tmp_path.iterdir())


def test_the_command_refuses_its_own_language_as_target(run: Callable[..., Result]) -> None:
    """Wrong use is exit code 2, with a word on what to give."""
    done = run("--glossary", "tests/data/print/glossary", "print", "--head", "ru", "--to", "ru")
    assert done.exit_code == 2
    assert "--head" in done.stderr


@pytest.mark.client("pdftotext")
@pytest.mark.parametrize(
    ("edition", "words"),
    [
        (Edition("en"), ["Contents", "How to use this glossary", "see also", "Sources"]),
        (Edition("ru", stress=True), ["Содержание", "Как пользоваться глоссарием", "см. также"]),
        (Edition("vi", ("ru",)), ["Mục lục", "Cách tra cứu", "x. thêm"]),
    ],
)
def test_each_book_is_printed_in_its_language(
    edition: Edition, words: list[str], tmp_path: Path
) -> None:
    """Set, readable back, and told what it left out."""
    report = print_book(WORDS, tmp_path / "book.pdf", edition)
    text = plain(" ".join(pages_of(report.path)))
    assert [word for word in words if word not in text] == []
    assert report.entries + len(report.left_out) == len(WORDS.entries)
    assert set(report.index_lines) == set(edition.targets)


def test_stress_is_printed_in_entries_and_changes_nothing_else() -> None:
    """Heads and equivalents bear it; order, guide words, numbers and indexes stay as they were."""
    for language, needing in (("vi", 5), ("ru", 6)):
        bare, stressed = (made(WORDS, Edition(language, stress=on)) for on in (False, True))
        assert "визи\u0301т" in text_of(item_of(stressed, "visit"))
        assert "подписа\u0301ть" in text_of(item_of(stressed, "sign"))
        assert "подпи\u0301сывать" in text_of(item_of(stressed, "sign"))
        assert "\u0301" not in all_text(bare)
        assert [i.guide for i in stressed.parts[0].items()] == [
            i.guide for i in bare.parts[0].items()
        ]
        assert stressed.parts[1:] == bare.parts[1:]
        assert all_text(stressed).replace("\u0301", "") == all_text(bare)
        texts = BOOK_TEXTS[language]
        assert texts.stress_edition in [plain(run.text) for run in stressed.front.subtitles]
        told = [plain(line) for line in stressed.front.intro if plain(texts.stress) in plain(line)]
        assert len(told) == 1
        assert told[0].endswith(plain(texts.partly_stressed.format(done=3, all=needing)))
        assert texts.stress_edition not in [plain(run.text) for run in bare.front.subtitles]


def test_a_stressed_form_of_another_word_is_not_printed() -> None:
    """A slip in the data would print another term than the one that was looked up."""
    entry = concept("slip", [term("từ")], [], [term("слово", stressed="сло\u0301ва")])
    book = made(Termbase((entry,), SETTINGS), Edition("ru", stress=True))
    assert item_of(book, "slip").head[0].text == "слово"


STATED = "Утверждено министерством."


@pytest.mark.parametrize(
    ("given", "said", "unsaid"),
    [
        ({}, ["источник не указан"], ["Лицензия", "министерств", "составител", "CC BY"]),
        ({"licence": "All rights reserved."}, ["Лицензия: All rights reserved. "], ["министерств"]),
        ({"imprint": {"ru": STATED}}, [STATED], ["Лицензия", "утверждало"]),
        ({"imprint": {"en": "Ours."}}, ["Ours."], ["министерств"]),
    ],
)
def test_the_imprint_says_nothing_that_the_owner_did_not(
    given: dict[str, object], said: list[str], unsaid: list[str]
) -> None:
    """No licence, no approval, no compilers, unless `glossary.yaml` has them."""
    settings = replace(SETTINGS, **{"licence": "", **given})
    book = made(replace(WORDS, settings=settings), Edition("ru"))
    text = " ".join(plain(run.text) for run in book.front.imprint)
    assert [words for words in said if words not in text] == []
    assert [words for words in unsaid if words in text] == []


def test_our_own_book_says_who_has_not_approved_it(termbase: Termbase) -> None:
    """In each language of the book."""
    book = made(replace(WORDS, settings=termbase.settings))
    lines = {run.language: plain(run.text) for run in book.front.imprint[:3]}
    assert lines["en"].startswith("Licence: CC BY 4.0. ")
    assert all(
        plain(termbase.settings.imprint[code]) in line and len(line) > 200
        for code, line in lines.items()
    )


@pytest.mark.parametrize("language", LANGUAGE_ORDER)
def test_title_and_statistics_count_alike(language: str, specimen: Termbase) -> None:
    """Entries, and terms that may be used; fields and statuses add up."""
    book = made(specimen, Edition(language))
    texts = PART_TEXTS[language]
    (table,) = (table for table in book.appendices if table.title == texts.statistics)
    figures = {
        plain(row.cells[0].text): [int(cell.text or 0) for cell in row.cells[1:]]
        for row in table.rows
        if len(row.cells) > 1
    }
    on_title = [int(number) for number in re.findall(r"\d+", book.front.counts)]
    assert len(on_title) == 4
    assert on_title == figures[texts.together] == figures[texts.total]
    assert on_title[0] == book.entries
    labels = [plain(s.label[language]) for s in specimen.settings.subject_fields]
    fields = [figures[label] for label in labels if label in figures]
    assert [sum(column) for column in zip(*fields, strict=True)] == on_title
    usable = [figures[texts.statuses[status]] for status in ("preferred", "admitted")]
    assert [sum(column) for column in zip(*usable, strict=True)][1:] == on_title[1:]


def test_a_book_of_one_field_has_no_table_of_fields(specimen: Termbase) -> None:
    """The field stands on the title, whether it was chosen or is the only one."""
    title = BOOK_TEXTS["vi"].sections["subjects"]
    assert title in [table.title for table in made(specimen).front.tables]
    for termbase, edition in (
        (WORDS, Edition()),
        (specimen, Edition(subject="treaties-and-international-law")),
    ):
        front = made(termbase, edition).front
        assert title not in [table.title for table in front.tables]
        field = edition.subject or "talks"
        label = termbase.settings.subject_label(field, "vi")
        assert label in [plain(run.text) for run in front.subtitles]


@pytest.mark.parametrize(
    ("language", "one", "several"),
    [
        ("vi", "; bảng tra ở sau dẫn", "; các bảng tra ở sau dẫn"),
        ("en", "The index after it leads", "The indexes after it lead"),
        ("ru", "указатель за ней ведёт", "указатели за ней ведут"),
    ],
)
def test_the_reader_is_told_of_as_many_indexes_as_there_are(
    language: str, one: str, several: str
) -> None:
    """One in a bilingual book."""
    others = Edition(language).targets
    two = made(WORDS, Edition(language, others[:1])).front.intro[0]
    assert one in plain(two)
    assert several in plain(BOOKS[language].front.intro[0])


def test_a_title_does_not_break_inside_a_word() -> None:
    """Between đối and ngoại there is no room for a line to end."""
    settings = replace(SETTINGS, title={"vi": "Thuật ngữ đối ngoại Việt – Anh – Nga"})
    title = made(replace(WORDS, settings=settings), Edition("vi", ("ru",))).title
    assert title == "Thuật ngữ đối\u00a0ngoại Việt – Nga"


def test_stress_that_is_complete_needs_no_word() -> None:
    """Only what is missing is told, in numbers."""
    entry = concept("word", [term("từ")], [], [term("слово", stressed="сло\u0301во"), term("мир")])
    book = made(Termbase((entry,), SETTINGS), Edition("ru", stress=True))
    assert plain(BOOK_TEXTS["ru"].stress) in [plain(line) for line in book.front.intro]
