"""The tables behind the parts of the book, and the file that lists some of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from print_home import INVITATION, MINISTRY, SETTINGS, SMALL, concept, made, rows, table, term

from vnru_terms.lang import LANGUAGES
from vnru_terms.model import (
    NAMES_FOLDER,
    Appendix,
    AppendixGroup,
    Gender,
    Kind,
    Listed,
    Termbase,
    Validity,
)
from vnru_terms.printing.edition import Edition
from vnru_terms.printing.page import Table
from vnru_terms.printing.part_texts import PART_TEXTS
from vnru_terms.store.appendix_file import read_appendices
from vnru_terms.store.glossary import read_glossary


def group_titles(found: Table) -> list[str]:
    """The headings of the groups of a table."""
    heads = [row.cells[0] for row in found.rows if row.cells[0].role == "table-group"]
    return [head.text.replace("\u00a0", " ") for head in heads]


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


def test_the_appendices_of_the_glossary_are_whole(termbase: Termbase, books) -> None:
    """Every concept that is listed has its row in each book, in the order of the list."""
    assert len(termbase.appendices) >= 4
    for code, book in books.items():
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
def test_a_renamed_body_stands_with_what_it_is_now() -> None:
    """Until when, its names, its number; below it the successor."""
    book = made(SMALL)
    texts = PART_TEXTS["vi"]
    assert rows(table(book, texts.renamed)) == [
        ["28/2/2025", "Bộ Tài nguyên", "Ministry", "министерство", "B1"],
        [texts.now, "đàm phán", "negotiate", "вести переговоры", "Đ1"],
    ]
    russian = table(made(SMALL, Edition("ru")), PART_TEXTS["ru"].renamed)
    assert rows(russian)[0][0] == "28.02.2025"


def test_a_successor_in_words_is_printed_as_it_is() -> None:
    """Where it is no concept, and a body that still is has no row."""
    gone = replace(MINISTRY, valid=Validity("", "2025", "Bộ khác"))
    found = table(made(Termbase((gone,), SETTINGS)), PART_TEXTS["vi"].renamed)
    assert rows(found)[1] == [PART_TEXTS["vi"].now, "Bộ khác", "", "", ""]
    nobody = replace(MINISTRY, valid=Validity("", "2025-02"))
    found = table(made(Termbase((nobody,), SETTINGS)), PART_TEXTS["vi"].renamed)
    assert [row[:2] for row in rows(found)] == [
        ["2/2025", "Bộ Tài nguyên"],
        [PART_TEXTS["vi"].now, "—"],
    ]
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
    book = made(termbase)
    assert rows(table(book, texts.persons)) == [["Ivan Primerov", "Ivan Primerov", "Иван Примеров"]]
    assert rows(table(book, texts.states)) == [["Áo", "Austria", "Австрия"]]
    assert rows(table(book, texts.place_names)) == [
        ["Quảng trường Mẫu", "Model Square", "Образцовая площадь"]
    ]
    assert len(table(book, texts.persons).columns) == 3
    partial = made(termbase, Edition(subject="talks"))
    assert texts.persons not in {found.title for found in partial.appendices}


@pytest.mark.parametrize(
    ("vi", "en", "ru", "in_russian", "in_english"),
    [
        ("Ivan Primerov", "Ivan Primerov", "Иван Примеров", "Примеров Иван", "Primerov, Ivan"),
        ("P. Petrov", "Pyotr Petrov", "Пётр Петров", "Петров Пётр", "Petrov, Pyotr"),
        (
            "Anna Primerova", "Anna Primerova", "Анна Ивановна Примерова",
            "Примерова Анна Ивановна", "Primerova, Anna",
        ),
        # Surnames that stand first, and names of which nobody can tell.
        ("Trần Thị Mẫu", "Tran Thi Mau", "Чан Тхи Мау", "Чан Тхи Мау", "Tran Thi Mau"),
        ("Lý Mẫu", "Li Moukang", "Ли Моукан", "Ли Моукан", "Li Moukang"),
        ("Khamtay Mau", "Khamtay Mau", "Кхамтай Мау", "Кхамтай Мау", "Khamtay Mau"),
    ],
)  # fmt: skip
def test_a_person_is_found_by_the_surname(
    vi: str, en: str, ru: str, in_russian: str, in_english: str
) -> None:
    """Where it surely is the last word; a Vietnamese book leaves the name as it is said."""
    gender = Gender.FEMININE if ru.startswith("Анна") else Gender.MASCULINE
    termbase = Termbase((*SMALL.entries, name_entry("someone", vi, en, ru, gender)), SETTINGS)
    for code, first, others in (
        ("ru", in_russian, [vi, en]),
        ("en", in_english, [vi, ru]),
        ("vi", vi, [en, ru]),
    ):
        found = table(made(termbase, Edition(code)), PART_TEXTS[code].persons)
        assert rows(found) == [[first, *others]]


def test_persons_stand_in_the_order_of_what_is_printed(books) -> None:
    """Путин under П, and no quotation mark counts."""
    names = [row[0] for row in rows(table(books["ru"], PART_TEXTS["ru"].persons))]
    assert names == sorted(names, key=LANGUAGES["ru"].sort_key)
    assert "Путин Владимир" in names
    quoted = name_entry("quoted", "«Ô» Mẫu", "«O»", "«Я»")
    termbase = Termbase((*SMALL.entries, quoted, *NAMES), SETTINGS)
    found = rows(table(made(termbase), PART_TEXTS["vi"].place_names))
    assert [row[0] for row in found] == ["«Ô» Mẫu", "Quảng trường Mẫu"]


def test_a_state_stands_with_its_official_name(books) -> None:
    """Whichever of the two is preferred; one that is an entry has its number."""
    states = {row[0]: row for row in rows(table(books["en"], PART_TEXTS["en"].states))}
    assert states["Austria (Republic of Austria)"][2] == "Австрия (Австрийская Республика)"
    assert states["China (People's Republic of China)"][3]


def test_every_name_has_one_row(termbase: Termbase, books) -> None:
    """In one of the three tables; the rows with a number are of entries of the book."""
    names = [entry for entry in termbase.entries if entry.is_name]
    for book in books.values():
        texts = PART_TEXTS[book.language]
        titles = (texts.persons, texts.states, texts.place_names)
        found = [row for title in titles for row in table(book, title).rows]
        assert len([row for row in found if not row.cells[-1].to]) == len(names)


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
