"""The article is told from its page: pages in tests/data/body_cases.txt, and what always holds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnru_terms.lang.vi_press import MARKERS
from vnru_terms.text.body import RULES, LineKind, classify

CASES = Path(__file__).parent / "data" / "body_cases.txt"
PARAGRAPH = "Đoàn đại biểu đã có buổi làm việc với lãnh đạo thành phố vào chiều nay tại Hà Nội."


def pages() -> list[tuple[str, list[tuple[str, str, str]]]]:
    """The name of each page with its lines: what the line is, the rule that says so, the line."""
    found: list[tuple[str, list[tuple[str, str, str]]]] = []
    for row in CASES.read_text(encoding="utf-8").splitlines():
        if row.startswith("## "):
            found.append((row[3:], []))
        elif row and not row.startswith("#"):
            told, _tab, line = row.partition("\t")
            kind, _space, rule = told.partition(" ")
            found[-1][1].append((kind, rule, line))
    return found


@pytest.mark.parametrize(("name", "rows"), [pytest.param(n, r, id=n) for n, r in pages()])
def test_page_told_line_by_line(name: str, rows: list[tuple[str, str, str]]) -> None:
    """Every line of a page is what its case says, by the rule that it says."""
    verdicts = classify([line for _kind, _rule, line in rows], MARKERS)
    told = [(v.kind.value, v.rule, r[2]) for v, r in zip(verdicts, rows, strict=True)]
    assert told == rows


def test_every_rule_has_a_case() -> None:
    """No rule stands in the table without a line that earned it its place.

    `on_other_pages` needs other pages; it has its own test.
    """
    earned = {rule for _name, rows in pages() for _kind, rule, _line in rows}
    assert earned | {"on_other_pages"} == {name for name, _rule in RULES}


def test_a_line_that_other_pages_have() -> None:
    """A short line of other pages is none of the article, but a subhead between paragraphs is."""
    lines = ["Chuyến thăm của đoàn", "Kết quả chính", PARAGRAPH, "Kết quả chính", f"Và {PARAGRAPH}"]
    verdicts = classify(lines, MARKERS, repeated=frozenset({"Kết quả chính"}))
    assert (verdicts[1].rule, verdicts[1].is_text) == ("on_other_pages", False)
    assert (verdicts[3].rule, verdicts[3].is_text) == ("subhead", True)


def test_rules_say_what_they_do() -> None:
    """Every rule has its own name and a docstring that explains it to a curator."""
    assert len({name for name, _rule in RULES}) == len(RULES)
    assert all(rule.__doc__ and rule.__name__ == name for name, rule in RULES)


@pytest.mark.parametrize(
    "heading",
    ["Tin liên quan", "**Đọc thêm:**", "XEM THÊM", "Bình luận (3)", "Từ khoá: Nga, ASEAN"],
)
def test_no_box_eats_the_rest_of_an_article(heading: str) -> None:
    """Ten paragraphs after a box in the middle of a page are still the article."""
    before = [f"{n}. {PARAGRAPH}" for n in range(3)]
    after = [f"Tiếp {n}: {PARAGRAPH}" for n in range(10)]
    box = [heading, "Một tiêu đề khác hẳn về thể thao", "Một tiêu đề nữa về thời tiết ngày mai"]
    kinds = [v.kind for v in classify(["Chuyến thăm của đoàn", *before, *box, *after], MARKERS)]
    assert kinds[1:4] == [LineKind.BODY] * 3
    assert kinds[4:7] == [LineKind.BOILERPLATE] * 3
    assert kinds[7:] == [LineKind.BODY] * 10


def test_twice_printed_headlines_end_the_article() -> None:
    """Related news without a heading are known by their headline printed twice."""
    lines = ["Một tiêu đề ngắn gọn", *(f"{i}. {PARAGRAPH}" for i in range(4))]
    lines += ["Tin khác hẳn về thể thao", "", "Tin khác hẳn về thể thao", "", f"Thêm {PARAGRAPH}"]
    kinds = [v.kind for v in classify(lines, MARKERS)]
    assert kinds[1:5] == [LineKind.BODY] * 4
    assert set(kinds[5:]) == {LineKind.BOILERPLATE}


def test_a_body_of_one_line_is_kept() -> None:
    """An article on one line is the body, with or without a headline above it."""
    body = " ".join([PARAGRAPH] * 30)
    kinds = [v.kind for v in classify(["Chuyến thăm của đoàn", body, "Đọc thêm"], MARKERS)]
    assert kinds == [LineKind.TITLE, LineKind.BODY, LineKind.BOILERPLATE]
    assert [v.kind for v in classify([body], MARKERS)] == [LineKind.BODY]


LINES = st.sampled_from(
    [
        "",
        PARAGRAPH,
        "Đọc thêm",
        "Hai bên nhất trí:",
        "- Thỏa thuận về giáo dục",
        "Hà Văn",
        "1x",
        "#",
    ]
)


@given(st.lists(st.one_of(LINES, st.text(max_size=30)), max_size=20))
def test_any_page_is_told(lines: list[str]) -> None:
    """One verdict a line whatever the lines, and an empty line is never text."""
    verdicts = classify(lines, MARKERS)
    assert len(verdicts) == len(lines)
    assert not any(v.is_text for v, line in zip(verdicts, lines, strict=True) if not line.strip())


@given(st.lists(LINES, max_size=20))
def test_old_spelling_is_told_like_new(lines: list[str]) -> None:
    """The old placement of tones changes no verdict."""
    old = [re.sub("òa", "oà", re.sub("ỏa", "oả", line)) for line in lines]
    assert classify(old, MARKERS) == classify(lines, MARKERS)


@pytest.mark.parametrize(
    "line",
    [
        "a" * 1_000_000,
        "Á " * 500_000,
        "[" * 200_000,
        "![" * 100_000,
        "[a](" * 100_000,
        "theo " + "A" * 1_000_000,
        ">" * 300_000,
        "- " * 300_000,
        "." * 500_000 + "x",
        "video: " * 100_000,
    ],
    ids=lambda line: line[:5],
)
def test_an_endless_line_is_told(line: str) -> None:
    """A line of a million characters gets its verdict; the test would not end if it hung."""
    assert len(classify([line, PARAGRAPH], MARKERS)) == 2


def test_lines_of_the_seeds(shared: Path) -> None:
    """At least 97 of 100 lines of the annotated articles are told right."""
    told = right = 0
    spans: dict[str, list[tuple[int, int, str]]] = {}
    for row in (shared / "eval" / "seeds_body.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        name, first, last, kind = row.split("\t")
        spans.setdefault(name, []).append((int(first), int(last), kind))
    for name, ranges in spans.items():
        lines = (shared / "seeds" / name).read_text(encoding="utf-8").splitlines()
        verdicts = classify(lines, MARKERS)
        for first, last, kind in ranges:
            for number in range(first, last + 1):
                if lines[number - 1].strip():
                    told += 1
                    right += verdicts[number - 1].is_text == (kind != "boilerplate")
    assert right >= 0.97 * told > 0
