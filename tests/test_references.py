"""Foreign termbases kept for looking up: read only, named, behind our own entries."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from import_home import glossary, tree
from test_import_termbases import EXTERNAL, PONTOON_CSV, martif, term_entry

from vnru_terms.quick.way import short_way
from vnru_terms.store.reference_place import reference_files, references_place

__all__ = ["glossary"]

FOREIGN = martif(
    term_entry("c1", vi="hội đàm", en="parley", ru="переговорный процесс"),
    term_entry("c2", vi="phiên tòa", en="hearing", ru="слушание дела"),
    term_entry("c3", fr="pourparlers"),
)


@pytest.fixture
def kept(run: Callable, tmp_path: Path, glossary: Path) -> Callable:
    """The command line, with a reference `law`."""
    path = tmp_path / "law.tbx"
    path.write_text(FOREIGN, encoding="utf-8")
    before = tree(glossary)
    result = run("--glossary", glossary, "import", path, "--reference", "law")
    assert result.exit_code == 0 and "2 concepts, 6 terms, 1 left out" in result.stderr
    assert tree(glossary) == before and [name for name, _path in reference_files()] == ["law"]
    return lambda *words: run("--glossary", glossary, *words)


def test_lookup_shows_it_behind_our_own_entries(kept: Callable) -> None:
    """Under its name; what only the reference knows is found too, in every form."""
    result = kept("lookup", "hội đàm")
    ours, name, theirs = result.stdout.partition("From the reference law")
    assert "переговоры" in ours and name and "parley" in theirs and "parley" not in ours
    found = json.loads(kept("lookup", "hội đàm", "--json").stdout)
    assert [entry.get("reference") for entry in found] == [None, "law"]
    inflected = kept("lookup", "слушанием дела")
    assert inflected.exit_code == 0 and "phiên tòa" in inflected.stdout
    nothing = kept("lookup", "zzzz")
    assert nothing.exit_code == 1 and "Nothing found" in nothing.stderr


def test_the_short_way_says_the_same(
    kept: Callable, glossary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """References are part of the one answer."""
    long = kept("lookup", "hội đàm").stdout
    code = short_way(["--glossary", str(glossary), "lookup", "hội đàm"])
    assert code == 0 and capsys.readouterr().out == long


def test_it_is_never_mixed_with_the_glossary(kept: Callable, tmp_path: Path) -> None:
    """Not in an export, not in the checks."""
    kept("export", "tbx", "--out", tmp_path / "out.tbx")
    assert "parley" not in (tmp_path / "out.tbx").read_text(encoding="utf-8")
    assert "parley" not in kept("validate").output


def test_it_is_never_overwritten(kept: Callable, tmp_path: Path) -> None:
    """Another file under its name is refused, and told where it lies."""
    ((_name, path),) = reference_files()
    before = Path(path).read_bytes()
    result = kept("import", tmp_path / "law.tbx", "--reference", "law")
    assert result.exit_code == 2 and "law.sqlite" in result.stderr
    assert Path(path).read_bytes() == before


def test_a_table_can_be_a_reference(kept: Callable, tmp_path: Path) -> None:
    """Any file that can be imported."""
    path = tmp_path / "t.csv"
    path.write_text(PONTOON_CSV.replace("talks", "powwow"), encoding="utf-8")
    assert kept("import", path, "--reference", "table").exit_code == 0
    assert "From the reference table" in kept("lookup", "powwow").stdout


def test_json_says_what_is_in_it(kept: Callable, tmp_path: Path) -> None:
    """How much, and where it lies; a dry run keeps nothing."""
    path = tmp_path / "law.tbx"
    dry = json.loads(kept("import", path, "--reference", "b", "--dry-run", "--json").stdout)
    assert dry["dry_run"] is True and not Path(dry["path"]).exists()
    found = json.loads(kept("import", path, "--reference", "b", "--json").stdout)
    assert found == {
        "dry_run": False, "concepts": 2, "terms": 6, "left_out": 1, "path": dry["path"],
    }  # fmt: skip
    assert dict(reference_files())["b"] == found["path"]


@pytest.mark.parametrize(
    "options",
    [("--accept-changes",), ("--subject", "talks"), ("--candidates", "a.tsv")],
    ids=lambda options: options[0],
)
def test_what_is_of_the_glossary_is_refused(
    kept: Callable, tmp_path: Path, options: tuple[str, ...]
) -> None:
    """A reference has no conflicts, subject fields or candidates."""
    result = kept("import", tmp_path / "law.tbx", "--reference", "b", *options)
    assert result.exit_code == 2 and "--reference takes only" in result.stderr
    assert [name for name, _path in reference_files()] == ["law"]


@pytest.mark.parametrize(
    ("data", "name"),
    [(FOREIGN[:-30], "cut"), (martif("<x/>"), "empty"), (martif(head=EXTERNAL), "evil"),
     (FOREIGN, "../up")],
    ids=["cut off", "empty", "entities", "name"],
)  # fmt: skip
def test_what_cannot_be_read_leaves_nothing_behind(
    run: Callable, tmp_path: Path, data: str, name: str
) -> None:
    """Though the break shows at the end of the file only."""
    path = tmp_path / "a.tbx"
    path.write_text(data, encoding="utf-8")
    result = run("import", path, "--reference", name)
    assert result.exit_code == 2
    folder = Path(references_place())
    assert not folder.exists() or not list(folder.iterdir())


def test_a_damaged_reference_is_told_and_passed_over(kept: Callable) -> None:
    """Our own entries are shown all the same; nothing is deleted."""
    ((_name, path),) = reference_files()
    Path(path).write_bytes(b"SQLite format 3\0" + b"\0" * 200)
    result = kept("lookup", "hội đàm")
    assert result.exit_code == 0 and "переговоры" in result.stdout
    assert "import its file again" in result.stderr and Path(path).exists()


def _as_of_an_older_version(path: str) -> None:
    """An index as an older version laid it out: another number, other tables beside `concept`."""
    with closing(sqlite3.connect(path)) as connection:
        for table in ("near", "form", "also", "length"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("PRAGMA user_version = 3")


def test_a_reference_of_another_version_is_made_anew(kept: Callable) -> None:
    """From the entries in it, once and with a word on it; the answer is the same."""
    ((_name, path),) = reference_files()
    before = Path(path).read_bytes()
    shown = kept("lookup", "phiên tòa").stdout
    _as_of_an_older_version(path)
    result = kept("lookup", "phiên tòa")
    assert result.exit_code == 0 and result.stdout == shown
    assert "law is of another version" in result.stderr
    assert Path(path).read_bytes() == before
    assert kept("lookup", "слушанием дела").stderr == ""
    assert [file.name for file in Path(path).parent.iterdir()] == ["law.sqlite"]


def test_an_older_reference_that_cannot_be_replaced_is_read_all_the_same(
    kept: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nothing can be written, or another program has it open, it stays as it is."""
    ((_name, path),) = reference_files()
    _as_of_an_older_version(path)
    before = Path(path).read_bytes()

    def refused(_source: Path, _target: Path) -> Path:
        raise PermissionError

    monkeypatch.setattr(Path, "replace", refused)
    assert "phiên tòa" in kept("lookup", "слушанием дела").stdout
    assert Path(path).read_bytes() == before
    assert [file.name for file in Path(path).parent.iterdir()] == ["law.sqlite"]


@pytest.mark.parametrize(
    "damage",
    ["UPDATE concept SET entry = '{}'", "DELETE FROM concept WHERE number = 1", "DROP TABLE meta"],
    ids=["entries", "entry missing", "table missing"],
)
def test_an_older_reference_that_is_damaged_is_left_alone(kept: Callable, damage: str) -> None:
    """Nothing of it gets lost by being made anew."""
    ((_name, path),) = reference_files()
    _as_of_an_older_version(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(damage)
        connection.commit()
    before = Path(path).read_bytes()
    assert "import its file again" in kept("lookup", "phiên tòa").stderr
    assert Path(path).read_bytes() == before
