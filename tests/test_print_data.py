"""What stands on the pages of the book, and in which order, before it is typeset."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from print_home import INVITATION, SMALL, TALKS, block_text, concept, item_of, made, term, text_of

from vnru_terms.lang import LANGUAGES
from vnru_terms.model import Termbase
from vnru_terms.printing.book_texts import BOOK_TEXTS
from vnru_terms.printing.page_data import make_book
from vnru_terms.printing.term_runs import for_page, guide_word, plain_term, sorting_form


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
    assert text == "вести переговоры нсв. / провести переговоры св. (с + твор.); переговоры мн."


def test_a_deprecated_term_stands_after_with_its_reason() -> None:
    """It is marked as not to be used, and the reason is in the book's language."""
    text = block_text(item_of(made(SMALL), "negotiations"), "deprecated")
    assert text == "không dùng: торги (chỉ đối tượng khác; RU о сделках)"


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
    assert text == "EN of states; see hội đàm H1 for one meeting"


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
    explained = {part for row in made(SMALL).front.tables[0].rows for part in row.key.split(", ")}
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


def test_a_formula_is_sorted_and_shown_without_braces() -> None:
    """The slot counts for nothing in the order and is an ellipsis on the page."""
    formula = INVITATION.terms("vi")[0]
    assert plain_term(formula.term, "vi") == "theo lời mời của …"
    assert sorting_form(formula) == "theo lời mời của"
