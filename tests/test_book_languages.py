"""The book for readers of each language, with the equivalents and the stress that they want."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import Result
from print_home import SETTINGS, block_text, concept, item_of, made, pages_of, term, text_of

from vnru_terms.findings import UnreadableInputError
from vnru_terms.lang import LANGUAGES
from vnru_terms.model import (
    LANGUAGE_ORDER,
    Collocation,
    ConceptEntry,
    Context,
    Definition,
    Gender,
    LanguageSection,
    Number,
    PartOfSpeech,
    Reason,
    Settings,
    Status,
    Termbase,
    Usage,
)
from vnru_terms.printing.book_texts import BOOK_TEXTS
from vnru_terms.printing.book_words import counted, dated
from vnru_terms.printing.edition import Edition, book_file
from vnru_terms.printing.front_matter import book_title
from vnru_terms.printing.page import Book, Item, Run
from vnru_terms.printing.page_data import chosen_entries
from vnru_terms.workflow.print_book import print_book

VISIT = concept(
    "visit",
    [term("chuyến thăm", part_of_speech=PartOfSpeech.NOUN)],
    [term("visit", part_of_speech=PartOfSpeech.NOUN)],
    [
        term(
            "визит",
            part_of_speech=PartOfSpeech.NOUN,
            gender=Gender.MASCULINE,
            government="в + вин.",
            stressed="визи\u0301т",
            context=Context("прибыл с визитом", "https://example.org/visit"),
            collocations=(Collocation(vi="thăm {X}", ru="визит в {X:acc}"),),
        ),
    ],
)
SIGN = concept(
    "sign",
    [term("ký", part_of_speech=PartOfSpeech.VERB, source=("https://example.org/ky",))],
    [
        term(
            "sign",
            part_of_speech=PartOfSpeech.VERB,
            context=Context("to sign it", "seeds/7_a.txt:3"),
        )
    ],
    [
        term(
            "подписать",
            part_of_speech=PartOfSpeech.VERB,
            pair="подписывать",
            stressed="подписа\u0301ть / подпи\u0301сывать",
        ),
        term("завизировать", status=Status.DEPRECATED, reason=Reason.CALQUE),
    ],
    related=("visit",),
)
SEA = concept(
    "sea",
    [term("Biển Đông")],
    [term("East Sea", usage=(Usage.VN_SIDE,)), term("South China Sea", status=Status.ADMITTED)],
    [
        term("Восточное море", usage=(Usage.VN_SIDE,), gender=Gender.NEUTER),
        term("Южно-Китайское море", usage=(Usage.RU_SIDE, Usage.PRESS), gender=Gender.NEUTER),
    ],
)
DATA = concept(
    "data",
    [term("dữ liệu", status=Status.DEPRECATED)],
    [term("data", number=Number.PLURAL, part_of_speech=PartOfSpeech.NOUN)],
    [term("данные", number=Number.PLURAL, part_of_speech=PartOfSpeech.NOUN)],
)
ONLY_ENGLISH = concept("only", [], [term("only here")], [])
DEFINED = ConceptEntry(
    "treaty",
    "talks",
    (
        LanguageSection("vi", (term("điều ước"),), Definition("thỏa thuận", "Luật Điều ước")),
        LanguageSection("en", (term("treaty"),), Definition("an agreement")),
        LanguageSection("ru", (term("договор", stressed="догово\u0301р"),)),
    ),
)
WORDS = Termbase((DATA, DEFINED, ONLY_ENGLISH, SEA, SIGN, VISIT), SETTINGS)

SLOTS = re.compile(r"…|\bX\b")
BOOKS = {language: made(WORDS, Edition(language)) for language in LANGUAGE_ORDER}


@pytest.fixture(scope="module")
def real_books(termbase: Termbase) -> dict[str, Book]:
    """The real glossary for readers of English and of Russian; the Vietnamese book is elsewhere."""
    return {language: made(termbase, Edition(language)) for language in ("en", "ru")}


def head_of(book: Book, id: str) -> str:
    return _plain("".join(run.text for run in item_of(book, id).head))


def texts_of(item: Item, role: str) -> list[str]:
    return [
        _plain("".join(r.text for r in block.runs)) for block in item.blocks if block.role == role
    ]


def all_text(book: Book) -> str:
    return _plain(" ".join(text_of(item) for part in book.parts for item in part.items()))


def _plain(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").split())


@pytest.mark.parametrize(
    ("language", "titles"),
    [
        ("vi", ["Việt – Anh – Nga", "Bảng tra Anh – Việt", "Bảng tra Nga – Việt"]),
        ("en", ["English–Vietnamese–Russian", "Vietnamese–English index", "Russian–English index"]),
        (
            "ru",
            ["Русско-вьетнамско-английская часть", "Вьетнамско-русский указатель",
             "Англо-русский указатель"],
        ),
    ],
)  # fmt: skip
def test_the_parts_are_named_and_ordered_for_the_reader(language: str, titles: list[str]) -> None:
    """The part of the book's language comes first, the indexes are of the others."""
    book = BOOKS[language]
    assert [part.title for part in book.parts][: len(titles)] == titles
    assert book.language == book.parts[0].language == language


@pytest.mark.parametrize("language", ["en", "ru"])
def test_heads_of_each_book_stand_in_its_dictionary_order(
    language: str, real_books: dict[str, Book]
) -> None:
    """Over the real glossary; what stands in a slot and punctuation count for nothing."""
    heads = [i.head[0].text for i in real_books[language].parts[0].items()]
    bare = [re.sub("[«»“”‘’\"'().,:;…&]", "", head) for head in heads if not SLOTS.search(head)]
    keys = [LANGUAGES[language].sort_key(head) for head in bare]
    assert len(keys) > 1000
    assert all(a <= b for a, b in pairwise(keys))  # type: ignore[operator]


@pytest.mark.parametrize(
    ("language", "id", "head"),
    [
        ("ru", "visit", "визит м. (в + вин.)"),
        ("ru", "sign", "подписать св. / подписывать нсв."),
        ("ru", "data", "данные мн."),
        ("en", "visit", "visit n."),
        ("en", "data", "data n. pl."),
        ("en", "sign", "sign v."),
        ("vi", "visit", "chuyến thăm dt."),
        ("vi", "sign", "ký đgt. [2]"),
    ],
)
def test_a_head_has_the_grammar_of_its_language(language: str, id: str, head: str) -> None:
    """Gender, number and aspect say of a Russian head what part of speech it is; sources follow."""
    assert head_of(BOOKS[language], id) == head


@pytest.mark.parametrize(
    ("language", "equivalents"),
    [
        ("vi", ["visit", "визит м. (в + вин.)"]),
        ("en", ["chuyến thăm", "визит m. (в + acc.)"]),
        ("ru", ["chuyến thăm", "visit"]),
    ],
)
def test_labels_of_grammar_are_those_of_the_book(language: str, equivalents: list[str]) -> None:
    """An English book says acc. where the data say вин.; each block is told by its language."""
    item = item_of(BOOKS[language], "visit")
    assert texts_of(item, "equivalents") == equivalents
    labels = [block.label for block in item.blocks if block.role == "equivalents"]
    assert labels == [code.upper() for code in Edition(language).targets]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("vi", "[phía VN] Восточное море с.; [phía Nga, báo chí] Южно-Китайское море с."),
        ("en", "[VN side] Восточное море nt.; [RU side, press] Южно-Китайское море nt."),
    ],
)
def test_whose_word_it_is_stands_before_the_equivalent(language: str, line: str) -> None:
    """Who reads the term first has already taken it."""
    assert line in texts_of(item_of(BOOKS[language], "sea"), "equivalents")


def test_the_label_of_a_head_stands_behind_it() -> None:
    """A head begins with its word, or the eye does not find it."""
    assert head_of(BOOKS["ru"], "sea") == "Восточное море с. [вьет. стор.]"
    also = texts_of(item_of(BOOKS["ru"], "sea"), "variants")
    assert also == ["также [рос. стор., СМИ] Южно-Китайское море с."]


def test_what_is_deprecated_comes_small_after_the_right_term() -> None:
    """In a block of its own after the equivalents of its language, with the reason."""
    item = item_of(BOOKS["en"], "sign")
    roles = [block.role for block in item.blocks]
    assert roles.index("deprecated") == roles.index("equivalents") + 2
    assert block_text(item, "deprecated") == "do not use: завизировать (word-for-word calque)"


def test_every_other_name_leads_to_the_entry() -> None:
    """The other aspect of a Russian head too; what is deprecated says so."""
    references = {_plain(text_of(i)) for i in BOOKS["ru"].parts[0].items() if not i.id}
    assert references == {
        "завизировать не рекомендуется, см. подписать П1",
        "Южно-Китайское море см. Восточное море В2",
    }
    far = concept("deal", [], [], [term("выдать", pair="предоставлять")])
    russian = made(Termbase((far,), SETTINGS), Edition("ru"))
    assert [_plain(text_of(i)) for i in russian.parts[0].items()][-1] == (
        "предоставлять см. выдать В1"
    )


def test_a_name_of_several_concepts_is_one_reference() -> None:
    """Two lines with one word make the reader ask what tells them apart; heads come before it."""
    both = [
        concept(id, [term(head), term("chung", status=Status.ADMITTED)], [], [])
        for id, head in (("one", "áo"), ("two", "ý"), ("three", "chung"))
    ]
    items = made(Termbase(tuple(both))).parts[0].items()
    lines = [_plain("".join(run.text for run in item.head)) for item in items]
    assert lines == ["áo", "chung", "chung x. áo A1; ý Y1", "ý"]


def test_each_chosen_entry_is_printed_once(real_books: dict[str, Book], termbase: Termbase) -> None:
    """Over the real glossary; a name that is spelt as another entry's id takes nothing from it."""
    for language, book in real_books.items():
        printed = [item.id for item in book.parts[0].items() if item.id]
        chosen = {entry.id for entry in chosen_entries(termbase, Edition(language))}
        assert len(printed) == len(set(printed))
        assert set(printed) == chosen


def test_the_note_on_a_head_stands_under_it() -> None:
    """It speaks of that term alone, not of the concept as the cautions do."""
    entry = concept("noted", [term("từ", note="of books")], [], [], trap="not so")
    item = item_of(made(Termbase((entry,))), "noted")
    assert [(b.role, block_text(item, b.role)) for b in item.blocks] == [
        ("remark", "of books"),
        ("caution", "Lưu ý not so"),
    ]


def test_a_definition_in_another_language_names_it() -> None:
    """The book's own is printed bare; the Russian book has the Vietnamese one, and says so."""
    shown = {
        code: block_text(item_of(book, "treaty"), "definition") for code, book in BOOKS.items()
    }
    assert shown == {
        "vi": "thỏa thuận Luật Điều ước",
        "en": "an agreement",
        "ru": "VI thỏa thuận Luật Điều ước",
    }
    german = made(WORDS, Edition("ru", ("en",)))
    assert block_text(item_of(german, "treaty"), "definition") == "EN an agreement"


def test_a_context_is_printed_in_each_language_that_has_one() -> None:
    """With its source: an article by its line, an address by its number in the list."""
    book = BOOKS["vi"]
    assert texts_of(item_of(book, "sign"), "context") == ["to sign it 7:3"]
    (russian,) = texts_of(item_of(book, "visit"), "context")
    number = re.fullmatch(r"прибыл с визитом \[(\d)\]", russian)
    assert number
    rows = {row.key: row.cells[0].to for table in book.source_tables for row in table.rows}
    assert rows[f"[{number[1]}]"] == "https://example.org/visit"


def test_every_numbered_source_is_cited_and_every_citation_listed(
    real_books: dict[str, Book],
) -> None:
    """Over the real glossary, in each book; they are numbered as they come."""
    for book in real_books.values():
        cited = [
            int(number)
            for item in book.parts[0].items()
            for run in item.runs()
            if run.role == "source"
            for number in re.findall(r"\d+", run.text)
        ]
        listed = [int(row.key[1:-1]) for row in book.source_tables[-1].rows]
        assert listed == list(range(1, len(listed) + 1))
        assert set(cited) == set(listed)


def test_a_bilingual_book_has_nothing_of_the_third_language() -> None:
    """Neither equivalents nor index, phrases, contexts, counts, title or help."""
    book = made(WORDS, Edition("vi", ("en",)))
    assert [part.title for part in book.parts] == ["Việt – Anh", "Bảng tra Anh – Việt"]
    front = " ".join(
        run.text
        for run in (*book.front.titles, *book.front.imprint, *sum(book.front.how_elsewhere, ()))
    )
    assert not re.search("[а-яё]", all_text(book) + front + book.front.counts)
    assert "Nga" not in book.front.counts
    columns = {len(row.cells) for table in book.front.tables for row in table.rows}
    assert columns == {2}


def test_a_phrase_without_its_counterpart_is_left_out() -> None:
    """Vietnamese and Russian: in the Vietnamese-English book half of it would stand alone."""
    three, two = BOOKS["vi"], made(WORDS, Edition("vi", ("en",)))
    assert texts_of(item_of(three, "visit"), "phrase") == ["thăm … – визит в … вин."]
    assert texts_of(item_of(two, "visit"), "phrase") == []


def test_what_cannot_head_an_entry_is_left_out() -> None:
    """No term, or none that may be used; a bilingual book needs a term on both sides."""
    chosen = {
        edition.languages: {entry.id for entry in chosen_entries(WORDS, edition)}
        for edition in (Edition(), Edition("en"), Edition("en", ("ru",)), Edition("ru", ("vi",)))
    }
    everything = {entry.id for entry in WORDS.entries}
    assert everything - chosen["vi", "en", "ru"] == {"data", "only"}
    assert everything - chosen["en", "vi", "ru"] == set()
    assert everything - chosen["en", "ru"] == {"only"}
    assert everything - chosen["ru", "vi"] == {"data", "only"}


def test_stress_is_printed_in_entries_and_changes_nothing_else() -> None:
    """Heads and equivalents bear it; order, guide words, numbers and indexes stay as they were."""
    for language in ("vi", "ru"):
        plain, stressed = (made(WORDS, Edition(language, stress=on)) for on in (False, True))
        assert "визи\u0301т" in text_of(item_of(stressed, "visit"))
        assert "подписа\u0301ть" in text_of(item_of(stressed, "sign"))
        assert "подпи\u0301сывать" in text_of(item_of(stressed, "sign"))
        assert "\u0301" not in all_text(plain)
        assert [i.guide for i in stressed.parts[0].items()] == [
            i.guide for i in plain.parts[0].items()
        ]
        assert stressed.parts[1:] == plain.parts[1:]
        assert all_text(stressed).replace("\u0301", "") == all_text(plain)
        texts = BOOK_TEXTS[language]
        assert texts.stress_edition in [_plain(run.text) for run in stressed.front.subtitles]
        assert _plain(texts.stress) in [_plain(line) for line in stressed.front.intro]
        assert texts.stress_edition not in [_plain(run.text) for run in plain.front.subtitles]


def test_a_stressed_form_of_another_word_is_not_printed() -> None:
    """A slip in the data would print another term than the one that was looked up."""
    entry = concept("slip", [term("từ")], [], [term("слово", stressed="сло\u0301ва")])
    book = made(Termbase((entry,), SETTINGS), Edition("ru", stress=True))
    assert head_of(book, "slip") == "слово"


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
    assert [_plain(counted(n, "entries", texts)) for n in (1, 4, 12000)] == lines


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
    assert [_plain(dated(d, texts)) for d in ("1976-07-02", "2025-02", "1945")] == dates


def test_the_books_have_the_same_words_to_say() -> None:
    """No label, role or section is missing in a language; none is left untranslated."""
    vietnamese = BOOK_TEXTS["vi"]
    for texts in BOOK_TEXTS.values():
        for name in ("sections", "parts_of_speech", "usages", "reasons", "labels", "roles"):
            assert getattr(texts, name).keys() == getattr(vietnamese, name).keys(), name
        assert set(texts.counts) == {"entries", "references", *LANGUAGE_ORDER}
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
    text = _plain(" ".join(pages_of(report.path)))
    assert [word for word in words if word not in text] == []
    assert report.entries + len(report.left_out) == len(WORDS.entries)
    assert set(report.index_lines) == set(edition.targets)
