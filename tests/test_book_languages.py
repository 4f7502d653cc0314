"""The book for readers of each language, with the equivalents and the stress that they want."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from print_home import (
    SETTINGS,
    WORDS,
    all_text,
    block_text,
    concept,
    item_of,
    made,
    plain,
    term,
    text_of,
    texts_of,
)

from vnru_terms.lang import LANGUAGES
from vnru_terms.model import (
    LANGUAGE_ORDER,
    Status,
    Termbase,
)
from vnru_terms.printing.edition import Edition
from vnru_terms.printing.page import Book
from vnru_terms.printing.page_data import chosen_entries

SLOTS = re.compile(r"…|\bX\b")


BOOKS = {language: made(WORDS, Edition(language)) for language in LANGUAGE_ORDER}


@pytest.fixture(scope="module")
def real_books(termbase: Termbase) -> dict[str, Book]:
    """The real glossary for readers of English and of Russian; the Vietnamese book is elsewhere."""
    return {language: made(termbase, Edition(language)) for language in ("en", "ru")}


def head_of(book: Book, id: str) -> str:
    return plain("".join(run.text for run in item_of(book, id).head))


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
    references = {plain(text_of(i)) for i in BOOKS["ru"].parts[0].items() if not i.id}
    assert references == {
        "завизировать не рекомендуется, см. подписать П1",
        "Южно-Китайское море см. Восточное море В2",
    }
    far = concept("deal", [], [], [term("выдать", pair="предоставлять")])
    russian = made(Termbase((far,), SETTINGS), Edition("ru"))
    assert [plain(text_of(i)) for i in russian.parts[0].items()][-1] == (
        "предоставлять см. выдать В1"
    )


def test_a_name_of_several_concepts_is_one_reference() -> None:
    """Two lines with one word make the reader ask what tells them apart; heads come before it."""
    both = [
        concept(id, [term(head), term("chung", status=Status.ADMITTED)], [], [])
        for id, head in (("one", "áo"), ("two", "ý"), ("three", "chung"))
    ]
    items = made(Termbase(tuple(both))).parts[0].items()
    lines = [plain("".join(run.text for run in item.head)) for item in items]
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
        ("remark", "EN of books"),
        ("caution", "Lưu ý EN not so"),
    ]


def test_a_note_in_another_language_says_which_once_a_block() -> None:
    """None where the block is of that language, or the book is; each word is spoken as it is."""
    notes = ("of talks", "not of hội nghị cấp cao")
    terms = [
        [term(f"{word} {n}", note=note) for n, note in enumerate(notes)] for word in ("a", "я")
    ]
    entry = concept("noted", [term("từ")], *terms, distinguish="как в договоре")
    shown = {
        code: {b.label or b.role: plain("".join(r.text for r in b.runs)) for b in item.blocks}
        for code in LANGUAGE_ORDER
        for item in [item_of(made(Termbase((entry,)), Edition(code)), "noted")]
    }
    assert shown["vi"] == {
        "sense": "RU как в договоре",
        "EN": "a 0 (of talks); a 1 (not of hội nghị cấp cao)",
        "RU": "я 0 (EN of talks); я 1 (not of hội nghị cấp cao)",
    }
    assert shown["en"]["RU"] == "я 0 (of talks); я 1 (not of hội nghị cấp cao)"
    assert shown["ru"]["sense"] == "как в договоре"
    runs = item_of(made(Termbase((entry,))), "noted").runs()
    spoken = {(r.language, plain(r.text)) for r in runs if r.role == "remark"}
    assert spoken == {("en", "of talks"), ("en", "not of"), ("vi", "hội nghị cấp cao")}


def test_a_definition_in_another_language_names_it() -> None:
    """The Russian book has the Vietnamese one, and says so."""
    shown = {
        code: block_text(item_of(book, "treaty"), "definition") for code, book in BOOKS.items()
    }
    assert shown == {
        "vi": "Đn. thỏa thuận Luật Điều ước",
        "en": "Def. an agreement",
        "ru": "Опр. VI thỏa thuận Luật Điều ước",
    }
    german = made(WORDS, Edition("ru", ("en",)))
    assert block_text(item_of(german, "treaty"), "definition") == "Опр. EN an agreement"


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
