"""Parallel texts: which sentences go together, and what they say of a term."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from suggest_cases import SMALL, files

from vnru_terms.curation.suggest_grounds import grounds_of
from vnru_terms.curation.suggest_parallel import from_parallel, parallel
from vnru_terms.mining.alignment import Unit, align, anchors_of, line_by_line
from vnru_terms.workflow.suggest import suggestions_for
from vnru_terms.workflow.suggest_parallel import read_parallel


def units(*texts: str) -> list[Unit]:
    return [Unit(text, i, anchors_of(text)) for i, text in enumerate(texts, start=1)]


def pairs(source: list[Unit], target: list[Unit]) -> list[tuple[list[int], list[int]]]:
    blocks = align(source, target)
    return [([u.line for u in b.source], [u.line for u in b.target]) for b in blocks]


def test_two_sentences_may_be_one() -> None:
    source = units("a" * 40, "b" * 90, "c" * 40)
    target = units("a" * 41, "b" * 44, "b" * 45, "c" * 40)
    assert pairs(source, target) == [([1], [1]), ([2], [2, 3]), ([3], [4])]


def test_numbers_and_names_hold_the_texts_together() -> None:
    """A sentence that was left out moves no other from its place."""
    source = units("x" * 50, "Gazprom " + "x" * 43, "2019 " + "x" * 45, "x" * 50)
    target = units("x" * 50, "2019 " + "x" * 46, "x" * 51)
    assert ([3], [2]) in pairs(source, target) and ([4], [3]) in pairs(source, target)


@given(st.lists(st.integers(1, 200), max_size=12), st.lists(st.integers(1, 200), max_size=12))
def test_alignment_keeps_the_order_and_uses_no_sentence_twice(a: list[int], b: list[int]) -> None:
    blocks = align(units(*("x" * n for n in a)), units(*("y" * n for n in b)))
    for side in ("source", "target"):
        lines = [unit.line for block in blocks for unit in getattr(block, side)]
        assert lines == sorted(set(lines))
    assert all(block.source and block.target for block in blocks)


def test_lines_that_go_together_need_no_search() -> None:
    source, target = units("a" * 10, "b" * 60, "c" * 30), units("a" * 12, "b" * 66, "c" * 28)
    blocks = line_by_line(source, target)
    assert blocks is not None and [len(b.source) for b in blocks] == [1, 1, 1]
    assert line_by_line(source, units("a" * 60, "b" * 10, "c" * 40)) is None
    assert line_by_line(source, target[:2]) is None


def test_a_parallel_text_gives_the_equivalent_in_the_nominative() -> None:
    """Пчеловодство, пчеловодством, о пчеловодстве are one, shown as in a dictionary."""
    texts = read_parallel(*files(), grounds_of(SMALL)).texts
    found = list(from_parallel("nuôi ong", texts))
    assert found[0].term == "пчеловодство"
    assert "4 " in found[0].reason and "suggest_parallel_ru.txt:" in found[0].reason
    assert suggestions_for("nuôi ong", SMALL, texts=texts)[0].term == "пчеловодство"


def test_the_order_of_the_files_does_not_matter() -> None:
    one = read_parallel(*files(), grounds_of(SMALL)).texts
    other = read_parallel(*files()[::-1], grounds_of(SMALL)).texts
    assert one == other


def test_one_pair_of_sentences_says_nothing() -> None:
    block = line_by_line(units("mùa xuân đến", "a b c d"), units("весна пришла", "э ю я ж"))
    assert block is not None
    assert not list(from_parallel("mùa xuân", parallel(block, "ru", ("a", "b"))))


def test_a_word_that_goes_better_with_another_gives_way() -> None:
    """Name and office stand together; the name on the other side belongs to the name."""
    source = units("ngoại trưởng: Ivanop đến", "ngoại trưởng: Ivanop đi", "ngoại trưởng: Ivanop về",
                   "Ivanop ăn", "bộ trưởng ngủ", "bộ trưởng hát")  # fmt: skip
    target = units("министр: Иванов прибыл", "министр: Иванов уехал", "министр: Иванов вернулся",
                   "Иванов ест", "министр спит", "министр поёт")  # fmt: skip
    blocks = line_by_line(source, target)
    assert blocks is not None
    first = next(from_parallel("ngoại trưởng", parallel(blocks, "ru", ("a", "b"))))
    assert first.term == "министр"
