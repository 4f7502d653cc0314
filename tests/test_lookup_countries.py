"""Homonyms beside a country, in a question and in a text: whose office is meant."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from vnru_terms.matching.lookup import look_up
from vnru_terms.model import ConceptEntry, Kind, LanguageSection, Termbase, TermEntry
from vnru_terms.store.country_table import readings
from vnru_terms.store.index import Index
from vnru_terms.store.index_build import index_in_memory, source_of
from vnru_terms.workflow.annotate import annotate_text

# Id, what tells it apart, and its terms by language.
CONCEPTS = (
    ("pm", "of Viet Nam, and of other states that have one; not Russia, China or Germany",
     "Thủ tướng", "Prime Minister", "премьер-министр"),
    ("pm-russia", "of the Russian Federation; of Viet Nam and other states see pm",
     "Thủ tướng", "Prime Minister", "премьер-министр"),
    ("chancellor", "head of government of Germany or Austria",
     "Thủ tướng", "Chancellor", "канцлер"),
    ("police", "of Russia; of Viet Nam see home-affairs",
     "Bộ Nội vụ", "Ministry of Internal Affairs", "МВД"),
    ("home-affairs", "of Viet Nam; of Russia see police",
     "Bộ Nội vụ", "Ministry of Home Affairs", "министерство внутренних дел"),
    ("head", "", "Chủ tịch nước", "President", "президент"),
    ("chair", "head of a society", "chủ tịch", "President", "президент"),
    ("ordinance", "", "pháp lệnh", "ordinance", "ордонанс"),
    ("talks", "", "hội đàm", "talks", "переговоры"),
    ("russia", "", "Nga", "Russia", "Россия"),
    ("guinea", "", "Guinea", "Guinea", "Гвинея"),
)  # fmt: skip

# A query, and the concepts that it finds, in order.
CASES = """
Thủ tướng Nga | pm-russia russia
Thủ tướng Liên bang Nga | pm-russia russia
thu tuong nga | pm-russia russia
Thủ tướng Việt Nam | pm
Thủ tướng Đức | chancellor
Thủ tướng Áo | chancellor pm
Thủ tướng Ba Lan | pm
Thủ tướng Mỹ | pm
премьер-министр России | pm-russia russia
премьер-министром России | pm-russia russia
российского премьер-министра | pm-russia
премьер-министр РФ | pm-russia
премьер-министр Польши | pm
польский премьер-министр | pm
премьер-министр США | pm
Russian Prime Minister | pm-russia
Prime Minister of Russia | pm-russia russia
Russia's Prime Minister | pm-russia russia
Polish Prime Minister | pm
Bộ Nội vụ Nga | police russia
Bộ Nội vụ Việt Nam | home-affairs
Bộ Nội vụ Lào | police home-affairs
Thủ tướng Nga hội đàm Bộ Nội vụ Việt Nam | home-affairs pm-russia talks russia
Nga Thủ tướng hội đàm | pm-russia talks russia
Thủ tướng pháp lệnh | pm pm-russia chancellor ordinance
Thủ tướng hội đàm | pm pm-russia chancellor talks
president Russia | head chair russia
Thủ tướng | pm pm-russia chancellor
"""


@pytest.fixture(scope="module")
def index() -> Iterator[Index]:
    """The homonyms, and what may stand beside them."""
    entries = []
    for id, distinguish, *terms in CONCEPTS:
        sections = [
            LanguageSection(code, (TermEntry(term),))
            for code, term in zip(("vi", "en", "ru"), terms, strict=True)
        ]
        kind = Kind.NAME if id in ("russia", "guinea") else Kind.TITLE
        entries.append(ConceptEntry(id, "f", tuple(sections), kind, distinguish=distinguish))
    with index_in_memory(source_of(Termbase(tuple(entries)))) as found:
        yield found


@pytest.mark.parametrize("case", CASES.strip().splitlines())
def test_the_country_says_whose_the_homonym_is(index: Index, case: str) -> None:
    """What is of other countries is left out; where the data do not say, all stay."""
    query, expected = case.split(" | ")
    found = [index.values(hit.row.concept)["id"] for hit in look_up(index, query)]
    assert found == expected.split()


# A text, its language, and the meanings of its first ambiguous term.
TEXTS = """
vi | Thủ tướng Nga đến Hà Nội | pm-russia
vi | Thủ tướng Liên bang Nga đến Hà Nội | pm-russia
vi | Thủ tướng Ba Lan đến Hà Nội | pm
vi | Thủ tướng thăm Nga | pm pm-russia chancellor
vi | Thủ tướng, Nga và Đức | pm pm-russia chancellor
vi | ở Nga Thủ tướng phát biểu | pm pm-russia chancellor
vi | Thủ tướng anh minh | pm pm-russia chancellor
vi | Bộ Nội vụ Lào | police home-affairs
ru | приезд премьер-министра России в Ханой | pm-russia
ru | российский премьер-министр приехал | pm-russia
ru | премьер-министр приехал в Россию | pm pm-russia
ru | из России. Премьер-министр приехал | pm pm-russia
en | the Prime Minister of the Russian Federation spoke | pm-russia
en | the Russian Prime Minister spoke | pm-russia
en | the Prime Minister went to Russia | pm pm-russia
"""


@pytest.mark.parametrize("case", TEXTS.strip().splitlines())
def test_in_a_text_the_country_at_its_side_says_it(index: Index, case: str) -> None:
    """With nothing between; a country elsewhere in the sentence is somebody's destination."""
    language, text, expected = case.split(" | ")
    marks = annotate_text(index, text, language, ("vi", "ru")).marks
    found = next(mark for mark in marks if mark.concepts != ("russia",))
    assert sorted(found.concepts) == sorted(expected.split())


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("", {}),
        ("the relationship (партнёрство); of a country it is партнёр", {}),
        ("of the USA", {"US": 1, "": -1}),
        ("of Viet Nam (also of Laos)", {"VN": 1, "LA": 1, "": -1}),
        ("of all states but the USA", {"US": -1}),
        ("of a republic (Russia, France); of Viet Nam see x", {"RU": 1, "FR": 1, "VN": -1}),
        ("head of a Party (Cuba; Viet Nam until 1976)", {"CU": 1, "VN": -1}),
        ("generic, of third states; of Russia say which chamber", {"RU": -1}),
        ("of states with a Tổng thống (the USA, India …)", {"US": 1, "IN": 1}),
        ("a title with the same Russian name", {}),
        ("by descent; a citizen abroad is công dân Đức", {}),
        ("của Việt Nam; của Liên bang Nga là bộ khác", {"VN": 1, "RU": -1, "": -1}),
        ("во Вьетнаме; в России это другое ведомство", {"VN": 1, "RU": -1, "": -1}),
        ("глава правительства Германии и других стран", {"DE": 1}),
        ("chinaware, not turkey", {}),
        ("of Guinea-Bissau", {"GW": 1, "": -1}),
    ],
)
def test_a_note_is_read_for_countries(note: str, expected: dict[str, int]) -> None:
    """Its first clause says whose it is, the others whose not; in the language of the note."""
    assert readings(note) == expected


def test_where_no_note_names_a_country_there_is_no_table() -> None:
    """Most glossaries of one's own: nothing is kept that nobody asks for."""
    entry = ConceptEntry("a", "f", (LanguageSection("vi", (TermEntry("Thủ tướng"),)),))
    with index_in_memory(source_of(Termbase((entry,)))) as index:
        assert index.countries(["nga"]) == []
        assert index.fit(1, ["RU"]) == 0
