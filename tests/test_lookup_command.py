"""The command `lookup`: what a user types, what comes out, with which exit code."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result


@pytest.fixture
def glossary(tmp_path: Path) -> Path:
    """A glossary folder with one concept."""
    folder = tmp_path / "own" / "treaties"
    folder.mkdir(parents=True)
    text = (
        "id: treaty\nkind: term\nlanguages:\n  vi:\n    terms:\n    - term: hiệp ước\n"
        "      status: preferred\n      part_of_speech: noun\n  ru:\n    terms:\n"
        "    - term: договор\n      status: preferred\n      part_of_speech: noun\n"
        "      gender: masculine\n      source: https://example.org/\n"
    )
    (folder / "treaty.yaml").write_text(text, encoding="utf-8")
    return folder.parent


def test_json_keeps_the_contract(run: Callable[..., Result], glossary: Path) -> None:
    """An array of entries; every term has the contract's six keys."""
    result = run("--glossary", glossary, "lookup", "hiep", "uoc", "--json")
    assert result.exit_code == 0
    (entry,) = json.loads(result.stdout)
    assert (entry["id"], entry["subject_field"]) == ("treaty", "treaties")
    assert (entry["match"], entry["matched"]) == ("folded", "hiệp ước")
    assert list(entry["terms"]) == ["vi", "en", "ru"]
    assert entry["terms"]["en"] == []
    assert entry["terms"]["ru"] == [
        {
            "term": "договор",
            "status": "preferred",
            "type": None,
            "part_of_speech": "noun",
            "gender": "masculine",
            "source": ["https://example.org/"],
            "attested": True,
        }
    ]


def test_to_limits_what_is_shown(run: Callable[..., Result], glossary: Path) -> None:
    """`--to` keeps the languages asked for and the one that matched."""
    result = run("--glossary", glossary, "lookup", "hiệp ước", "--to", "en", "--json")
    assert list(json.loads(result.stdout)[0]["terms"]) == ["vi", "en"]
    result = run("--glossary", glossary, "lookup", "hiệp ước", "--to", "en")
    assert "договор" not in result.stdout


def test_nothing_found_is_exit_1_with_a_word(run: Callable[..., Result], glossary: Path) -> None:
    """stdout stays empty (or an empty array); stderr says what was tried."""
    result = run("--glossary", glossary, "lookup", "kraken", "--from", "vi")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "kraken" in result.stderr
    assert "Tiếng Việt" in result.stderr
    result = run("--glossary", glossary, "lookup", "kraken", "--json")
    assert (result.exit_code, result.stdout) == (1, "[]\n")


@pytest.mark.parametrize("query", ["", " ", "...", "\x1b[31m", "\x00", "\udc80", "x" * 10_000])
def test_odd_queries_end_in_order(run: Callable[..., Result], glossary: Path, query: str) -> None:
    """Empty, only marks, control characters, broken bytes, too long: exit 1 and a short word."""
    result = run("--glossary", glossary, "lookup", query)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "Nothing found" in result.stderr
    assert len(result.stderr) < 400
    assert "\x1b" not in result.stderr


def test_a_missing_folder_is_exit_2(run: Callable[..., Result], tmp_path: Path) -> None:
    """A glossary that is not there cannot be read."""
    result = run("--glossary", tmp_path / "none", "lookup", "x")
    assert result.exit_code == 2
    assert "none" in result.stderr


def test_more_entries_are_announced(run: Callable[..., Result], glossary: Path) -> None:
    """Where the limit keeps entries back, stderr says so; where not, it is silent."""
    field = glossary / "treaties"
    text = (field / "treaty.yaml").read_text(encoding="utf-8")
    (field / "treaty2.yaml").write_text(text.replace("id: treaty", "id: treaty2"), encoding="utf-8")
    assert run("--glossary", glossary, "lookup", "hiệp ước").stderr == ""
    assert "--limit" in run("--glossary", glossary, "lookup", "hiệp ước", "--limit", "1").stderr


def test_errors_in_the_glossary_are_told(run: Callable[..., Result], glossary: Path) -> None:
    """An entry that cannot be read does not stop the look-up, nor is it kept quiet."""
    (glossary / "treaties" / "broken.yaml").write_text("id: [", encoding="utf-8")
    for _again in range(2):
        result = run("--glossary", glossary, "lookup", "hiệp ước")
        assert result.exit_code == 0
        assert "validate" in result.stderr
