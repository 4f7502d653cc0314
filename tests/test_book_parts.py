"""The further parts of the book: indexes by subject field and inner word, formulas, appendices."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from print_home import INVITATION, MINISTRY, NEGOTIATIONS, SETTINGS, SMALL, TALKS, concept, term

from vnru_terms.lang import LANGUAGES
from vnru_terms.lang.inner_words import INNER_WORDS
from vnru_terms.model import (
    LANGUAGE_ORDER,
    NAMES_FOLDER,
    Appendix,
    AppendixGroup,
    Gender,
    Kind,
    Listed,
    Status,
    Termbase,
    TermType,
    Validity,
)
from vnru_terms.printing.edition import Edition
from vnru_terms.printing.page import Book, Item, Part, Row, Table
from vnru_terms.printing.page_data import chosen_entries, make_book
from vnru_terms.printing.part_texts import PART_TEXTS
from vnru_terms.store.appendix_file import read_appendices
from vnru_terms.store.glossary import read_glossary


def made(termbase: Termbase, edition: Edition | None = None) -> Book:
    edition = edition or Edition()
    return make_book(termbase, chosen_entries(termbase, edition), edition)


@pytest.fixture(scope="module")
def real(termbase: Termbase) -> dict[str, Book]:
    """The real glossary as the book of each language."""
    return {code: made(termbase, Edition(language=code)) for code in LANGUAGE_ORDER}


def part(book: Book, name: str) -> Part:
    title = getattr(PART_TEXTS[book.language], name)
    return next(part for part in book.parts if part.title == title)


def table(book: Book, title: str) -> Table:
    return next(t for t in book.appendices if t.title.replace("\u00a0", " ") == title)


def line(item: Item) -> str:
    """What a line prints, with plain spaces."""
    return "".join(run.text for run in item.head).replace("\u00a0", " ")


def lines(book: Book, name: str) -> list[str]:
    return [line(item) for item in part(book, name).items()]


def cells(row: Row) -> list[str]:
    return [cell.text.replace("\u00a0", " ") for cell in row.cells]


def rows(found: Table) -> list[list[str]]:
    return [cells(row) for row in found.rows]


def group_titles(found: Table) -> list[str]:
    return [cells(row)[0] for row in found.rows if row.cells[0].role == "table-group"]


def links(book: Book) -> Iterator[tuple[str, str]]:
    """Every link of the further parts and the appendices: where it leads, and its text."""
    for name in ("subjects", "inner_words", "formulas"):
        for item in part(book, name).items():
            yield from ((run.to, run.text) for run in item.head if run.to)
    for found in book.appendices:
        yield from ((c.to, c.text) for row in found.rows for c in row.cells if c.to)


# ---- the index by subject field ---------------------------------------------------------------
def test_subject_fields_stand_in_the_order_of_the_glossary(termbase: Termbase, real) -> None:
    """The sections are the fields of `glossary.yaml`, and every entry stands in one of them."""
    for code, book in real.items():
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


def test_words_of_the_real_glossary_that_translators_look_for(real) -> None:
    """Lines that must be there, and what must not make one."""
    found = {
        line(item).split("  ")[0]: line(item) for item in part(real["vi"], "inner_words").items()
    }
    assert "theo ~ của …" in found["lời mời"]
    assert "Ban ~ Trung ương" in found["đối ngoại"]
    assert not {"Nga", "Việt Nam", "quốc", "của", "chủ nghĩa", "theo"} & set(found)
    assert "in ~ with international law" in next(
        text for text in lines(real["en"], "inner_words") if text.startswith("accordance ")
    )


def test_the_permuted_index_stays_a_few_times_smaller(real) -> None:
    """Its lines against those of the main part, in each language."""
    for book in real.values():
        main = sum(1 for _ in book.parts[0].items())
        assert 100 < len(lines(book, "inner_words")) < main / 4


def test_no_word_gathers_its_own_beginning(real) -> None:
    """A term that begins with the word stands in the main part already."""
    for book in real.values():
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


def test_every_formula_of_the_glossary_is_listed(termbase: Termbase, real) -> None:
    formulas = [e for e in termbase.concepts if e.kind is Kind.FORMULA]
    assert formulas
    for book in real.values():
        assert len(lines(book, "formulas")) == len(formulas)


# ---- appendices that the glossary lists -------------------------------------------------------
LIFE = Appendix(
    {"vi": "Vòng đời", "en": "Life", "ru": "Жизнь"},
    (
        AppendixGroup({"vi": "Đầu"}, (Listed("talks"), Listed("negotiations"))),
        AppendixGroup({"vi": "Rỗng"}, (Listed("elsewhere"),)),
    ),
)


def test_an_appendix_keeps_the_order_of_its_list() -> None:
    """And loses what the book has no entry for: a line, a group, at last the whole table."""
    book = made(replace(SMALL, appendices=(LIFE,)))
    assert rows(table(book, "Vòng đời")) == [
        ["Đầu"],
        ["hội đàm", "talks", "переговоры", "H1"],
        ["đàm phán", "negotiate", "вести переговоры", "Đ1"],
    ]
    without = Termbase((INVITATION,), SETTINGS, appendices=(LIFE,))
    assert "Vòng đời" not in {table.title for table in made(without).appendices}


def test_the_columns_are_the_languages_of_the_edition() -> None:
    """That of the heads first."""
    termbase = replace(SMALL, appendices=(LIFE,))
    russian = table(made(termbase, Edition("ru", ("vi",))), "Жизнь")
    assert [c.text for c in russian.columns] == ["Русский", "Tiếng Việt", "№"]
    assert all(len(row.cells) in (1, 3) for row in russian.rows)


def test_the_appendices_of_the_glossary_are_whole(termbase: Termbase, real) -> None:
    """Every concept that is listed has its row in each book, in the order of the list."""
    assert len(termbase.appendices) >= 4
    for code, book in real.items():
        for appendix in termbase.appendices:
            found = table(book, appendix.title[code])
            ids = [row.cells[-1].to for row in found.rows if len(row.cells) > 1]
            assert ids == [c.id for group in appendix.groups for c in group.concepts]
            assert group_titles(found) == [group.title[code] for group in appendix.groups]


def ids_of(termbase: Termbase, title: str) -> list[str]:
    appendix = next(a for a in termbase.appendices if a.title["en"] == title)
    return [concept.id for group in appendix.groups for concept in group.concepts]


@pytest.mark.parametrize(
    ("title", "order"),
    [
        (
            "Party, State and Government",
            ["party-general-secretary", "state-president", "chairman-of-the-national-assembly",
             "prime-minister", "deputy-prime-minister", "minister", "deputy-minister"],
        ),
        (
            "Diplomatic and consular ranks and posts",
            ["ambassador-extraordinary-and-plenipotentiary", "minister-envoy",
             "minister-counsellor", "counsellor", "first-secretary-of-an-embassy",
             "second-secretary", "third-secretary", "attache"],
        ),
        ("Diplomatic and consular ranks and posts", ["consul-general", "consul", "vice-consul"]),
        (
            "Military ranks",
            ["general-of-the-army", "colonel-general", "lieutenant-general", "major-general",
             "senior-colonel"],
        ),
        ("Military ranks", ["admiral", "vice-admiral", "rear-admiral"]),
        (
            "The life of a treaty",
            ["full-powers", "negotiations", "initial", "sign", "ratify",
             "deposit-with-a-depositary", "enter-into-force", "amend-and-supplement",
             "denounce-a-treaty", "cease-to-be-in-force"],
        ),
    ],
)  # fmt: skip
def test_the_order_is_that_of_the_matter(termbase: Termbase, title: str, order: list[str]) -> None:
    """Protocol, rank and time, not the alphabet."""
    places = [ids_of(termbase, title).index(id) for id in order]
    assert places == sorted(places)


def test_no_concept_in_force_is_listed_as_ended(termbase: Termbase) -> None:
    """A body that is no more stands among the renamed ones, not among those of today."""
    entries = {entry.id: entry for entry in termbase.entries}
    for appendix in termbase.appendices:
        for id in ids_of(termbase, appendix.title["en"]):
            valid = entries[id].valid
            assert not (valid and valid.to), id


# ---- appendices that follow from the entries --------------------------------------------------
def test_abbreviations_stand_with_what_they_stand_for() -> None:
    """Short form, full forms with theirs, number; by the first language that has one."""
    treaty = concept(
        "treaty",
        [term("hiệp ước")],
        [term("treaty organisation"), term("TO", type=TermType.ACRONYM, status=Status.ADMITTED)],
        [term("организация")],
    )
    only_short = concept("nato", [term("NATO", type=TermType.ACRONYM)], [term("x")], [term("икс")])
    book = made(Termbase((MINISTRY, treaty, only_short), SETTINGS))
    texts = PART_TEXTS["vi"]
    assert rows(table(book, texts.abbreviations)) == [
        [texts.short_forms["vi"]],
        ["TNMT", "Bộ Tài nguyên", "Ministry (MNR)", "министерство (МПР)", "B1"],
        [texts.short_forms["en"]],
        ["TO", "hiệp ước", "treaty organisation", "организация", "H1"],
    ]


def test_a_short_form_that_may_not_be_used_is_no_abbreviation() -> None:
    talks = concept(
        "talks",
        [term("hội đàm"), term("HĐ", type=TermType.ACRONYM, status=Status.DEPRECATED)],
        [term("talks")],
        [term("переговоры")],
    )
    titles = {found.title for found in made(Termbase((talks,), SETTINGS)).appendices}
    assert PART_TEXTS["vi"].abbreviations not in titles


def test_a_renamed_body_stands_with_what_it_is_now() -> None:
    """Until when, its names, its number; below it the successor."""
    book = made(SMALL)
    texts = PART_TEXTS["vi"]
    assert rows(table(book, texts.renamed)) == [
        ["28/2/2025", "Bộ Tài nguyên", "Ministry", "министерство", "B1"],
        [texts.now, "đàm phán", "negotiate", "вести переговоры", "Đ1"],
    ]
    russian = table(made(SMALL, Edition("ru")), PART_TEXTS["ru"].renamed)
    assert cells(russian.rows[0])[0] == "28.02.2025"


def test_a_successor_in_words_is_printed_as_it_is() -> None:
    """Where it is no concept, and a body that still is has no row."""
    gone = replace(MINISTRY, valid=Validity("", "2025", "Bộ khác"))
    found = table(made(Termbase((gone,), SETTINGS)), PART_TEXTS["vi"].renamed)
    assert cells(found.rows[1]) == [PART_TEXTS["vi"].now, "Bộ khác", "", "", ""]
    standing = replace(MINISTRY, valid=Validity("2002-08-05"))
    titles = {table.title for table in made(Termbase((standing,), SETTINGS)).appendices}
    assert PART_TEXTS["vi"].renamed not in titles


def name_entry(id: str, vi: str, en: str, ru: str, gender: Gender = Gender.MASCULINE):
    entry = concept(id, [term(vi)], [term(en)], [term(ru, gender=gender)], kind=Kind.NAME)
    return replace(entry, subject_field=NAMES_FOLDER)


NAMES = (
    name_entry("ivan", "Ivan Primerov", "Ivan Primerov", "Иван Примеров"),
    name_entry("austria", "Áo", "Austria", "Австрия", Gender.FEMININE),
    name_entry("square", "Quảng trường Mẫu", "Model Square", "Образцовая площадь", Gender.FEMININE),
)


def test_names_are_told_apart_and_have_no_numbers() -> None:
    """Persons, states, other places; only the whole book has them."""
    termbase = Termbase((*SMALL.entries, *NAMES), SETTINGS)
    texts = PART_TEXTS["vi"]
    assert rows(table(made(termbase), texts.names)) == [
        [texts.persons],
        ["Ivan Primerov", "Ivan Primerov", "Иван Примеров", ""],
        [texts.states],
        ["Áo", "Austria", "Австрия", ""],
        [texts.places],
        ["Quảng trường Mẫu", "Model Square", "Образцовая площадь", ""],
    ]
    partial = made(termbase, Edition(subject="talks"))
    assert texts.names not in {found.title for found in partial.appendices}


def test_a_state_stands_with_its_official_name(real) -> None:
    """Whichever of the two is preferred; one that is an entry has its number."""
    states = {row[0]: row for row in rows(table(real["en"], PART_TEXTS["en"].names))}
    assert states["Austria (Republic of Austria)"][2] == "Австрия (Австрийская Республика)"
    assert states["China (People's Republic of China)"][3]


def test_every_name_has_one_row(termbase: Termbase, real) -> None:
    names = [entry for entry in termbase.entries if entry.is_name]
    for book in real.values():
        found = table(book, PART_TEXTS[book.language].names)
        assert len(
            [row for row in found.rows if len(row.cells) > 1 and not row.cells[-1].to]
        ) == len(names)


# ---- figures ----------------------------------------------------------------------------------
def test_figures_are_those_of_the_entries() -> None:
    """Terms by status; those that may be used together, with a source, and by subject field."""
    texts = PART_TEXTS["vi"]
    found = {row[0]: row[1:] for row in rows(table(made(SMALL), texts.statistics)) if row[1:]}
    assert found[texts.statuses["preferred"]] == ["", "4", "4", "4"]
    assert found[texts.statuses["deprecated"]] == ["", "0", "0", "1"]
    assert found[texts.attested] == ["", "1", "1", "0"]
    assert found[texts.together] == ["4", "7", "5", "6"]
    assert "Hội đàm" not in found
    assert texts.names not in found


# ---- all of it on the real glossary -----------------------------------------------------------
@pytest.mark.parametrize("code", LANGUAGE_ORDER)
def test_every_entry_stands_once(termbase: Termbase, real, code: str) -> None:
    """Whatever its id is spelt like, and whoever shares its name."""
    ids = [item.id for item in real[code].parts[0].items() if item.id]
    assert sorted(ids) == sorted(e.id for e in chosen_entries(termbase, Edition(code)))


@pytest.mark.parametrize("code", LANGUAGE_ORDER)
def test_every_line_leads_to_an_entry(real, code: str) -> None:
    """By a link and by the number that stands at that entry."""
    book = real[code]
    numbers = {item.id: item.tail[-1].text for item in book.parts[0].items() if item.id}
    count = 0
    for id, text in links(book):
        assert id in numbers, text
        count += text == numbers[id]
    assert count > 1000


@pytest.mark.parametrize("code", LANGUAGE_ORDER)
def test_no_line_stands_twice(real, code: str) -> None:
    book = real[code]
    for name in ("subjects", "inner_words", "formulas"):
        found = Counter(lines(book, name))
        assert found.most_common(1)[0][1] == 1, found.most_common(1)
    heads = Counter(item.head[0].text for item in part(book, "inner_words").items())
    assert heads.most_common(1)[0][1] == 1, heads.most_common(1)
    for found_table in book.appendices:
        if found_table.title != PART_TEXTS[code].renamed:
            counted = Counter(map(tuple, rows(found_table)))
            assert counted.most_common(1)[0][1] == 1, counted.most_common(1)


@pytest.mark.parametrize("code", LANGUAGE_ORDER)
def test_words_and_short_forms_are_in_order(real, code: str) -> None:
    """That of the dictionary of their language; each letter has one section."""
    book = real[code]
    key = LANGUAGES[code].sort_key
    index = part(book, "inner_words")
    words = [key(item.head[0].text) for item in index.items()]
    assert all(a <= b for a, b in pairwise(words))  # type: ignore[operator]
    letters = [section.letter for section in index.sections]
    assert len(letters) == len(set(letters))


@pytest.mark.parametrize("code", LANGUAGE_ORDER)
def test_rows_fit_their_columns(real, code: str) -> None:
    """A cell a column, or one cell alone that heads a group with rows; no keys."""
    for found in real[code].appendices:
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


# ---- the file ---------------------------------------------------------------------------------
def write(folder: Path, text: str) -> Path:
    path = folder / "appendices.yaml"
    path.write_text(text, encoding="utf-8")
    return path


TITLE = "  title: {vi: a, en: b, ru: c}\n"


@pytest.mark.parametrize(
    ("text", "code", "at"),
    [
        ("a: b\n", "E106", 1),
        ("- groups: []\n", "E108", 1),
        (f"-{TITLE[1:]}  groups: []\n", "E108", 1),
        ("- title: {vi: a, en: b}\n  groups:\n  - concepts: [x]\n", "E108", 1),
        (f"-{TITLE[1:]}  groups:\n  - concepts: []\n", "E108", 3),
        (f"-{TITLE[1:]}  groups:\n  - concept: [x]\n    concepts: [x]\n", "E105", 3),
        (f"-{TITLE[1:]}  groups: [\n", "E101", 3),
    ],
)
def test_a_bad_file_is_told_with_its_place(tmp_path: Path, text: str, code: str, at: int) -> None:
    """What is wrong, at its line; what is right is read all the same."""
    _found, findings = read_appendices(write(tmp_path, text))
    assert code in {f.code for f in findings}
    assert next(f for f in findings if f.code == code).place.line == at


@pytest.mark.parametrize("text", [None, "", "\n"])
def test_a_glossary_without_the_file_has_none(tmp_path: Path, text: str | None) -> None:
    """Nor one with an empty file; both are sound."""
    if text is not None:
        write(tmp_path, text)
    assert read_appendices(tmp_path / "appendices.yaml") == ((), [])


def test_the_file_is_part_of_the_glossary(tmp_path: Path) -> None:
    """It is read with it, and is no stray file."""
    write(tmp_path, f"-{TITLE[1:]}  groups:\n  - concepts: [x]\n")
    termbase, findings = read_glossary(tmp_path)
    assert [a.title["en"] for a in termbase.appendices] == ["b"]
    assert findings == []
