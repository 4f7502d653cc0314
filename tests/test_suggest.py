"""suggest: equivalents proposed with reasons, and never one that is not grammatical."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from click.testing import Result

from vnru_terms.model import Termbase
from vnru_terms.workflow.suggest import suggestions_for

Run = Callable[..., Result]


@pytest.mark.parametrize(
    "typed", ["thăm chính thức", "Thăm chính thức", "tham chinh thuc", "thăm chinh thuc"]
)
def test_a_known_term_gives_its_own_equivalents(termbase: Termbase, typed: str) -> None:
    """What the glossary has comes first, however the term is typed."""
    first = suggestions_for(typed, termbase, to=["ru"])[0]
    assert first.term == "официальный визит" and first.concepts == ("official-visit",)


def test_json_is_a_list(run: Run) -> None:
    """A script gets a list of objects, best first."""
    found = json.loads(run("suggest", "thăm", "chính", "thức", "--json", "--to", "en").stdout)
    assert found[0]["term"] == "official visit" and {f["language"] for f in found} == {"en"}
