"""The template of the book and the balance of its last page."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from print_home import SMALL, made

from vnru_terms.model import Termbase
from vnru_terms.printing.engine import Unit, balance

TEMPLATE = Path(sys.modules["vnru_terms.printing.engine"].__file__ or "").with_name("book.typ")


def test_running_heads_are_not_found_by_filtered_queries() -> None:
    """`query(…).filter(…)` on every page took 9.2 GB for 933 pages, a look-up by place 2.0."""
    source = TEMPLATE.read_text(encoding="utf-8")
    assert "query(" in source
    assert not re.search(r"query\([^)]*\)\s*\.filter", source)


def test_the_template_draws_every_role(termbase: Termbase) -> None:
    """A look in the template that no run has, or a misspelt role, would go unnoticed."""
    source = TEMPLATE.read_text(encoding="utf-8")
    looks = source.split("#let looks = (")[1].split("\n)\n")[0]
    named = set(re.findall(r"^  ([a-z-]+): ", looks, re.MULTILINE))
    plain = {"text", "term", "variant", "phrase", "definition", "context", "caution"}
    plain.add("index-target")
    small = made(SMALL)
    runs = [
        r for b in (small, made(termbase)) for p in b.parts for i in p.items() for r in i.runs()
    ]
    assert {run.role for run in runs} - plain <= named
    assert named <= {run.role for run in runs}


@given(st.lists(st.integers(5, 200), min_size=1, max_size=20))
def test_the_last_page_is_cut_where_its_longer_half_is_shortest(heights: list[int]) -> None:
    """No other place to break gives shorter columns."""
    tops = [float(sum(heights[:i])) for i in range(len(heights))]
    units = [
        Unit("vi", f"vi{i}", 3, 40.0, top, top + height)
        for i, (top, height) in enumerate(zip(tops, heights, strict=True))
    ]
    keys = balance(units)
    total = sum(heights)
    best = min(max(top, total - top) for top in [*tops, float(total)])
    cut = tops[int(keys[0].removeprefix("vi"))] if keys else float(total)
    assert max(cut, total - cut) == best
