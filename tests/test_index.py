"""The index file: fresh at every look-up, thrown away when damaged."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
from index_home import cache, found, glossary, indexes, write_concept

from vnru_terms.findings import UnsoundGlossaryError
from vnru_terms.model import Termbase
from vnru_terms.store import index_cache, index_place
from vnru_terms.store.entry_json import entry_from_json, entry_to_json
from vnru_terms.store.index import open_index
from vnru_terms.store.index_build import Source, build_index, source_of
from vnru_terms.store.locate import Located
from vnru_terms.workflow import look_up as workflow
from vnru_terms.workflow.bundle import write_bundled_index
from vnru_terms.workflow.look_up import ask_index

__all__ = ["cache", "glossary"]


def test_json_keeps_every_entry(termbase: Termbase) -> None:
    """An entry written down as JSON comes back equal, for every entry of the glossary."""
    assert termbase.entries
    for entry in termbase.entries:
        assert entry_from_json(entry_to_json(entry)) == entry


def test_a_second_look_up_reads_no_yaml(
    cache: Path, glossary: Located, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once the index stands, the glossary's files are not read again."""
    assert found(glossary, "hiep uoc") == ["treaty"]

    def refuse(located: Located) -> Source:
        raise AssertionError("the glossary was read again")

    monkeypatch.setattr(workflow, "_read", refuse)
    assert found(glossary, "hiep uoc") == ["treaty"]


def test_a_changed_file_is_seen_at_once(cache: Path, glossary: Located) -> None:
    """After an edit, an added and a deleted file the look-up answers from the new state."""
    assert found(glossary, "hiệp định") == []
    write_concept(glossary.folder, "treaty", "hiệp định")
    assert found(glossary, "hiệp định") == ["treaty"]
    write_concept(glossary.folder, "protocol", "nghị định thư")
    assert found(glossary, "nghị định thư") == ["protocol"]
    (glossary.folder / "treaties" / "protocol.yaml").unlink()
    assert found(glossary, "nghị định thư") == []


def test_a_stale_index_stays_for_whoever_reads_it(cache: Path, glossary: Located) -> None:
    """A new state gets a new file; the old one is neither changed nor replaced."""
    found(glossary, "x")
    (old,) = indexes(cache)
    before = old.read_bytes()
    write_concept(glossary.folder, "treaty", "hiệp định")
    found(glossary, "x")
    assert len(indexes(cache)) == 2
    assert old.read_bytes() == before


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _text(path: Path) -> None:
    path.write_text("this is no index " * 1000)


def _foreign(path: Path) -> None:
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE term (name TEXT)")
    connection.close()


def _scribbled(path: Path) -> None:
    """The first page, which is read at opening, is whole; all the others are not."""
    data = path.read_bytes()
    path.write_bytes(data[:4096] + b"\xff" * (len(data) - 4096))


def _rotten(path: Path) -> None:
    """It opens and says what it is; the tables that a query needs are gone."""
    connection = sqlite3.connect(path)
    pages = connection.execute("SELECT rootpage FROM sqlite_master WHERE name <> 'meta'").fetchall()
    size = connection.execute("PRAGMA page_size").fetchone()[0]
    connection.close()
    data = bytearray(path.read_bytes())
    for (page,) in pages:
        data[(page - 1) * size : page * size] = b"\xff" * size
    path.write_bytes(data)


@pytest.mark.parametrize("damage", [_cut, _empty, _text, _foreign, _scribbled, _rotten])
def test_a_damaged_index_is_built_anew(cache: Path, glossary: Located, damage: object) -> None:
    """Whatever lies under the index's name, the answer is right, and the next one comes fast."""
    assert callable(damage)
    found(glossary, "x")
    (path,) = indexes(cache)
    damage(path)
    assert found(glossary, "hiep uoc") == ["treaty"]
    fingerprint = index_cache.folder_fingerprint(glossary.folder)
    opened = open_index(path, fingerprint)
    assert opened is not None
    opened.close()


def test_an_index_under_a_wrong_name_is_not_opened(cache: Path, termbase: Termbase) -> None:
    """A copied or renamed file does not pass for another glossary's index."""
    build_index(source_of(termbase), cache / "a.sqlite", fingerprint="a")
    assert open_index(cache / "a.sqlite", "b") is None


def test_the_bundled_glossary_is_not_looked_at_again(
    cache: Path, glossary: Located, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What came in a wheel changes with the program only; its files are not asked."""
    monkeypatch.setattr("vnru_terms.workflow.look_up.is_checkout", lambda: False)
    bundled = Located(glossary.folder, "test", bundled=True)
    assert found(bundled, "hiệp ước") == ["treaty"]
    (glossary.folder / "treaties" / "treaty.yaml").unlink()
    assert found(bundled, "hiệp ước") == ["treaty"]


def test_a_reinstalled_program_of_the_same_version_shows_its_new_glossary(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The bundled glossary is known by its content as well as by the version."""
    monkeypatch.setattr(index_place, "data_root_name", lambda: str(tmp_path))
    names = [index_place.bundled_fingerprint()]
    for content in ("one", "two"):
        (tmp_path / index_place.CONTENT_FILE).write_text(content)
        names.append(index_place.bundled_fingerprint())
    assert len(set(names)) == 3
    assert index_place.bundled_fingerprint() == names[-1]


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Located:
    """The glossary inside an installed program, with its index."""
    data = tmp_path / "program"
    monkeypatch.setattr(index_place, "data_root_name", lambda: str(data))
    monkeypatch.setattr(workflow, "is_checkout", lambda: False)
    write_concept(data / "glossary", "treaty", "hiệp ước")
    (data / index_place.CONTENT_FILE).write_text("one\n")
    write_bundled_index(data / "glossary", "one", data / index_place.BUNDLED_INDEX)
    return Located(data / "glossary", "test", bundled=True)


def test_the_index_of_a_program_is_opened_where_it_lies(cache: Path, program: Located) -> None:
    """Nothing is built and nothing written; its files are not looked at."""
    (program.folder / "treaties" / "treaty.yaml").unlink()
    assert found(program, "hiep uoc") == ["treaty"]
    assert indexes(cache) == []


@pytest.mark.parametrize(
    "damage", [_cut, _empty, _text, _foreign, _scribbled, _rotten, Path.unlink]
)
def test_a_damaged_index_of_a_program_gives_way_to_the_cache(
    cache: Path, program: Located, damage: object
) -> None:
    """The answer is right whatever became of it, and it is not written to."""
    assert callable(damage)
    path = program.home / index_place.BUNDLED_INDEX
    damage(path)
    before = path.read_bytes() if path.exists() else None
    for _round in range(2):
        assert found(program, "hiep uoc") == ["treaty"]
        assert len(indexes(cache)) == 1
    assert (path.read_bytes() if path.exists() else None) == before


def test_a_stale_index_of_a_program_gives_way_to_the_cache(cache: Path, program: Located) -> None:
    """Another glossary under the same version is known by its content."""
    write_concept(program.folder, "treaty", "hiệp định")
    (program.home / index_place.CONTENT_FILE).write_text("two\n")
    assert found(program, "hiệp định") == ["treaty"]
    assert len(indexes(cache)) == 1


def test_a_program_is_not_built_with_errors(tmp_path: Path) -> None:
    """A file that cannot be read would be missing in every answer."""
    write_concept(tmp_path / "glossary", "treaty", "[")
    with pytest.raises(UnsoundGlossaryError) as caught:
        write_bundled_index(tmp_path / "glossary", "one", tmp_path / "index.sqlite")
    assert caught.value.findings
    assert not (tmp_path / "index.sqlite").exists()


def test_the_cache_is_where_platformdirs_says(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The short rule and the library agree, whatever the variables say."""
    import platformdirs

    for value in (str(tmp_path), "", "  "):
        monkeypatch.setenv("XDG_CACHE_HOME", value)
        expected = platformdirs.user_cache_dir("vnru-terms", appauthor=False)
        assert index_place.cache_place() == expected
    monkeypatch.delenv("XDG_CACHE_HOME")
    expected = platformdirs.user_cache_dir("vnru-terms", appauthor=False)
    assert index_place.cache_place() == expected


def test_an_edit_in_the_same_tick_is_seen(cache: Path, glossary: Located) -> None:
    """Two writes of one size, as fast as the machine can: the answer is that of the second."""
    for round in range(5):
        write_concept(glossary.folder, "treaty", f"hiệp ước {round}")
        assert found(glossary, f"hiệp ước {round}") == ["treaty"]


def test_an_old_time_on_a_new_file_is_no_disguise(cache: Path, glossary: Located) -> None:
    """A file put there with the size and the time of the old one (cp -p, rsync) is seen."""
    path = glossary.folder / "treaties" / "treaty.yaml"
    state = path.stat()
    before = index_place.folder_fingerprint(glossary.folder)
    write_concept(glossary.folder, "treaty", "hiệp ướk")
    assert path.stat().st_size == state.st_size
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert index_place.folder_fingerprint(glossary.folder) != before


def test_another_analyser_makes_another_index(
    cache: Path, glossary: Located, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Forms made with a dictionary that is no longer installed are made anew, with a word."""
    said: list[str] = []
    monkeypatch.setattr("vnru_terms.store.index_build.analyser_folders", lambda: ("/gone/x",))
    ask_index(glossary, lambda index: None, said.append)
    (path,) = indexes(cache)
    assert open_index(path, index_place.folder_fingerprint(glossary.folder)) is None
    monkeypatch.undo()
    monkeypatch.setattr(index_cache, "cache_folder", lambda: cache)
    ask_index(glossary, lambda index: None, said.append)
    assert len(said) == 1 and "anew" in said[0]
    opened = open_index(path, index_place.folder_fingerprint(glossary.folder))
    assert opened is not None
    opened.close()
