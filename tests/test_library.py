"""The library's face: its pages say what happens, and loading the package stays light."""

from __future__ import annotations

import doctest
import subprocess
import sys
from pathlib import Path

import pytest

from vnru_terms import Termbase
from vnru_terms.findings import UnreadableInputError

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted((ROOT / "docs" / "library").glob("*.md"))
SMALL = Path(__file__).parent / "data" / "small" / "glossary"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_pages_say_what_happens(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every example of the documentation, on the glossary of this checkout."""
    monkeypatch.chdir(ROOT)
    done = doctest.testfile(str(page), module_relative=False)
    assert done.attempted and not done.failed


def test_a_folder_may_be_named(tmp_path: Path) -> None:
    """A glossary of one's own; an edited file is seen by the next question."""
    concept = tmp_path / "glossary" / "visits" / "visit.yaml"
    concept.parent.mkdir(parents=True)
    text = "id: visit\nlanguages:\n  vi:\n    terms:\n    - term: {}\n      status: preferred\n"
    concept.write_text(text.format("chuyến thăm"), encoding="utf-8")
    termbase = Termbase(tmp_path / "glossary")
    assert [m.entry.id for m in termbase.lookup("chuyến thăm")] == ["visit"]
    concept.write_text(text.format("cuộc viếng thăm"), encoding="utf-8")
    assert termbase.entry("visit").preferred("vi").term == "cuộc viếng thăm"
    assert [m.occurrence.text for m in termbase.annotate("Cuộc viếng thăm").marks] == [
        "Cuộc viếng thăm"
    ]


def test_what_cannot_be_asked_is_told() -> None:
    """A language that the glossary has not, a folder that is not there."""
    termbase = Termbase(SMALL)
    with pytest.raises(UnreadableInputError, match="“de”"):
        termbase.lookup("Abkommen", from_="de")
    with pytest.raises(UnreadableInputError, match="“xx”"):
        termbase.check([("a", "b")], from_="vi", to="xx")
    with pytest.raises(UnreadableInputError):
        Termbase(SMALL / "nowhere").lookup("hội đàm")


def test_the_package_alone_loads_nothing() -> None:
    """A look-up must not wait for the library; an unknown name is an AttributeError."""
    code = (
        "import sys, vnru_terms; "
        "assert not [m for m in sys.modules if m.startswith('vnru_terms.')]; "
        "assert not hasattr(vnru_terms, 'Dictionary')"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
