"""A glossary of one concept and a cache of its own, for the tests of the index."""

from __future__ import annotations

from pathlib import Path

import pytest

from vnru_terms.store import index_cache
from vnru_terms.store.locate import Located
from vnru_terms.workflow.look_up import look_up_in_glossary


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of the test's own."""
    folder = tmp_path / "indexes"
    folder.mkdir()
    monkeypatch.setattr(index_cache, "cache_folder", lambda: folder)
    return folder


@pytest.fixture
def glossary(tmp_path: Path) -> Located:
    """A glossary folder with the concept “treaty”."""
    folder = tmp_path / "own"
    write_concept(folder, "treaty", "hiệp ước")
    return Located(folder, "test")


def write_concept(folder: Path, id: str, term: str) -> None:
    path = folder / "treaties" / f"{id}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    text = f"id: {id}\nlanguages:\n  vi:\n    terms:\n    - term: {term}\n      status: preferred\n"
    path.write_text(text, encoding="utf-8")


def found(glossary: Located, query: str) -> list[str]:
    return [match.entry.id for match in look_up_in_glossary(glossary, query).matches]


def indexes(cache: Path) -> list[Path]:
    return sorted(cache.glob("*.sqlite"))
