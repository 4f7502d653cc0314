"""The documentation says what the program does."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest

from vnru_terms.cli import COMMANDS
from vnru_terms.store.concept_file import ENTRY_KEYS, SECTION_KEYS, TERM_KEYS


def generator(root: Path):
    spec = importlib.util.spec_from_file_location("generate", root / "docs" / "generate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_generated_pages_are_fresh(root: Path) -> None:
    """make docs."""
    for path, text in generator(root).pages().items():
        assert path.read_text(encoding="utf-8") == text, f"{path.name}: make docs"


def test_every_key_of_a_concept_file_is_documented(root: Path) -> None:
    """In docs/reference/concept-entry.md."""
    page = (root / "docs" / "reference" / "concept-entry.md").read_text(encoding="utf-8")
    for key in (*ENTRY_KEYS, *SECTION_KEYS, *TERM_KEYS):
        assert f"`{key}`" in page, key


@pytest.mark.parametrize("page", ["README.md", "docs/tutorial.md"])
def test_named_commands_exist(root: Path, page: str) -> None:
    """Every `vnru-terms NAME` in the text is a command."""
    text = (root / page).read_text(encoding="utf-8")
    named = set(re.findall(r"^(?:\$ )?vnru-terms (?:--\S+ )*([a-z]+)", text, re.MULTILINE))
    assert named and named <= set(COMMANDS)


def test_links_lead_somewhere(root: Path) -> None:
    """A relative link in README or docs names a file that is there."""
    for page in [root / "README.md", *(root / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
