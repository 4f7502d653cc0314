"""The template of the book, and what its second pass is told."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from print_home import SMALL, made

from vnru_terms import printing
from vnru_terms.model import Termbase
from vnru_terms.printing.edition import Edition
from vnru_terms.printing.page import Item, Part, Section
from vnru_terms.printing.places import (
    Column,
    Rule,
    Sheet,
    Stretch,
    Unit,
    balance,
    feathered,
    places_of,
)

TEMPLATES = Path(printing.__file__).parent


def test_the_template_asks_nothing_of_the_whole_book() -> None:
    """`query(…)` on every page took 9.2 GB for 933 pages; the second pass is told all it needs."""
    sources = [path.read_text(encoding="utf-8") for path in TEMPLATES.glob("*.typ")]
    assert len(sources) > 3
    assert not any("query(" in source for source in sources)


def test_the_template_draws_every_role(termbase: Termbase, specimen: Termbase) -> None:
    """A look in the template that no run has, or a misspelt role, would go unnoticed."""
    source = (TEMPLATES / "look.typ").read_text(encoding="utf-8")
    looks = source.split("#let looks = (")[1].split("\n)\n")[0]
    named = set(re.findall(r"^  ([a-z-]+): ", looks, re.MULTILINE))
    plain = {"text", "term", "variant", "phrase", "definition", "context", "caution"}
    plain |= {"index-target", "reference"}
    books = (made(SMALL), made(termbase), made(specimen, Edition("ru")))
    runs = [r for b in books for p in b.parts for i in p.items() for r in i.runs()]
    assert {run.role for run in runs} - plain <= named
    assert named <= {run.role for run in runs}


def column(heights: list[int], *, x: float = 40.0, page: int = 3) -> list[Unit]:
    """Units of these heights, one under the other."""
    tops = [float(sum(heights[:i])) for i in range(len(heights))]
    return [
        Unit(0, i, page, x, top, page, x, top + height)
        for i, (top, height) in enumerate(zip(tops, heights, strict=True))
    ]


SHEET = Sheet(
    height=600.0, top=0.0, bottom=550.0, inside=40.0, outside=30.0, pitch=180.0, gutter=17.0
)
HEIGHTS = st.lists(st.integers(5, 200), min_size=1, max_size=20)


@given(HEIGHTS)
def test_the_last_page_is_cut_where_its_longer_half_is_shortest(heights: list[int]) -> None:
    """No other place to break gives shorter columns."""
    units = column(heights)
    tops = [unit.top for unit in units]
    total = float(sum(heights))
    best = min(max(top, total - top) for top in [*tops, total])
    cut = [*tops, total][balance(units, {True: 0.0, False: 0.0})]
    assert max(cut, total - cut) == best


@given(HEIGHTS, st.floats(0, 400))
def test_a_column_is_widened_to_its_end_or_left(heights: list[int], free: float) -> None:
    """Never beyond its end, in equal steps, and not where much is missing."""
    units = tuple(column(heights))
    total = float(sum(heights))
    sheet = replace(SHEET, bottom=total + free)
    before = Column(units, 40.0, tuple(u.top for u in units), total)
    after = feathered(before, total + free, sheet, {False: 8.0, True: 10.0})
    assert after.bottom <= total + free
    assert after.extra * (len(units) - 1) <= free <= 0.1 * (total + free) or after == before


@given(st.lists(st.lists(st.integers(5, 90), min_size=1, max_size=5), min_size=1, max_size=5))
def test_every_unit_stands_on_one_leaf(pages: list[list[int]]) -> None:
    """Pages follow one another, each with the guide words of its first and last entry."""
    units = []
    items = []
    for page, heights in enumerate(pages, start=5):
        for unit in column(heights, page=page):
            items.append(Item(f"e{len(items)}", f"g{len(items)}", ()))
            units.append(replace(unit, number=len(units)))
    book = replace(made(SMALL), parts=(Part("vi", "entries", "", (Section("A", tuple(items)),)),))
    places = places_of(book, units, SHEET)
    (stretches,) = places.parts
    covered = [n for stretch in stretches for n in range(stretch.start, stretch.end)]
    assert covered == list(range(len(units)))
    leaves = [leaf for stretch in stretches for leaf in stretch.pages]
    assert [leaf.number for leaf in leaves] == list(range(1, len(pages) + 1))
    for stretch, leaf in zip(stretches, leaves, strict=True):
        assert (leaf.first, leaf.last) == (f"g{stretch.start}", f"g{stretch.end - 1}")
    assert {id: page for id, (page, _x, _y) in places.targets.items()} == {
        item.id: unit.page for item, unit in zip(items, units, strict=True)
    }


def placed(units: list[Unit], sheet: Sheet = SHEET) -> tuple[Stretch, ...]:
    """The pages of a part of these units, of which unit n has the guide word gn."""
    items = tuple(Item(f"e{n}", f"g{n}", ()) for n in range(len(units)))
    book = replace(made(SMALL), parts=(Part("vi", "entries", "", (Section("A", items),)),))
    (stretches,) = places_of(book, units, sheet).parts
    return stretches


def test_pages_over_which_an_entry_goes_stay_together() -> None:
    """The second page of a long entry is named by it."""
    first, second, third = column([20, 20, 20])
    long = replace(second, end_page=4)
    (stretch,) = placed([first, long, replace(third, page=4, end_page=4)])
    assert (stretch.start, stretch.end) == (0, 3)
    assert [leaf.page for leaf in stretch.pages] == [3, 4]
    assert [(leaf.first, leaf.last) for leaf in stretch.pages] == [("g0", "g1"), ("g2", "g2")]


def test_a_page_on_which_nothing_begins_is_named_by_what_goes_on_there() -> None:
    """Not by an entry that comes after it."""
    first, second, third = column([20, 20, 20])
    long = replace(second, end_page=5)
    (stretch,) = placed([first, long, replace(third, page=5, end_page=5)])
    assert [(leaf.first, leaf.last) for leaf in stretch.pages] == [
        ("g0", "g1"), ("g1", "g1"), ("g2", "g2"),
    ]  # fmt: skip


def test_the_rule_stands_between_the_columns_wherever_entries_begin() -> None:
    """Where an entry fills the first column of its second page, the next begins in the second."""
    first, second, third = column([20, 20, 20])
    down = [replace(unit, top=unit.top + 60, bottom=unit.bottom + 60) for unit in (first, second)]
    units = [down[0], replace(down[1], end_page=4, end_x=30.0)]
    units.append(replace(third, page=4, end_page=4, x=210.0, end_x=210.0))
    (stretch,) = placed(units)
    odd, even = (leaf.rule for leaf in stretch.pages)
    assert odd == Rule(x=211.5, top=60.0, bottom=550.0)
    assert even == Rule(x=201.5, top=0.0, bottom=550.0)
