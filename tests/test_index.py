"""The index file: built when stale, shared by processes, thrown away when damaged."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import Result

from vnru_terms.findings import UnsoundGlossaryError
from vnru_terms.model import ConceptEntry, LanguageSection, Settings, Termbase, TermEntry
from vnru_terms.store import index_build, index_cache, index_place
from vnru_terms.store.entry_json import entry_from_json, entry_to_json
from vnru_terms.store.index import open_index
from vnru_terms.store.index_build import Source, build_index, source_of
from vnru_terms.store.locate import Located
from vnru_terms.workflow import look_up as workflow
from vnru_terms.workflow.bundle import write_bundled_index
from vnru_terms.workflow.look_up import ask_index, look_up_in_glossary


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


def test_look_up_works_without_a_cache(
    glossary: Located, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the cache folder cannot be made, or nothing written in it, the index is in memory."""
    blocked = tmp_path / "file"
    blocked.write_text("")
    monkeypatch.setattr(index_cache, "cache_place", lambda: str(blocked / "cache"))
    assert index_cache.cache_folder() is None
    assert found(glossary, "hiep uoc") == ["treaty"]

    def refuse(**_options: object) -> tuple[int, str]:
        raise PermissionError("read-only")

    monkeypatch.setattr(index_cache, "cache_folder", lambda: tmp_path)
    monkeypatch.setattr(index_cache.tempfile, "mkstemp", refuse)
    assert found(glossary, "hiep uoc") == ["treaty"]
    assert indexes(tmp_path) == []


def test_a_full_disk_leaves_no_rubbish(
    cache: Path, glossary: Located, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build that breaks off is cleared away, and the look-up goes on in memory."""

    def break_off(source: Source, path: Path, **_options: object) -> None:
        path.write_text("half")
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(index_build, "build_index", break_off)
    assert found(glossary, "hiep uoc") == ["treaty"]
    assert list(cache.iterdir()) == []


_CHILD = """
import sys
from pathlib import Path
from vnru_terms.store import index_cache, index_place
from vnru_terms.store.locate import Located
from vnru_terms.workflow.look_up import look_up_in_glossary
index_cache.cache_folder = lambda: Path(sys.argv[2])
found = look_up_in_glossary(Located(Path(sys.argv[1]), "test"), "hiep uoc")
print(*(match.entry.id for match in found.matches))
"""


def test_processes_may_build_at_once(cache: Path, glossary: Located) -> None:
    """Processes that start together on an empty cache all answer, and leave one index."""
    command = [sys.executable, "-c", _CHILD, str(glossary.folder), str(cache)]
    children = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    answers = [child.communicate(timeout=60)[0].strip() for child in children]
    assert answers == ["treaty"] * 3
    assert len(list(cache.iterdir())) == 1


def test_a_latin_query_loads_neither_analyser_nor_yaml(cache: Path, glossary: Located) -> None:
    """Once the index stands, what a query does not need is not loaded."""
    found(glossary, "x")
    spy = _CHILD + "print(*sorted({'pymorphy3', 'yaml', 'babel', 'polib'} & set(sys.modules)))"
    command = [sys.executable, "-c", spy, str(glossary.folder), str(cache)]
    answer = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert answer.stdout.split() == ["treaty"]


def test_pruning_keeps_the_newest_and_the_young(cache: Path) -> None:
    """Of old indexes a few stay; a file of the last minutes is never deleted."""
    now = time.time()
    for age in range(20):
        path = cache / f"index-{age:02}.sqlite"
        path.write_text("")
        os.utime(path, (now - age * 120, now - age * 120))
    left = cache / "index-left.part"
    left.write_text("")
    os.utime(left, (now - 7200, now - 7200))
    fresh = cache / "index-fresh.part"
    fresh.write_text("")
    mine = cache / "index-19.sqlite"
    index_cache.prune(cache, keep=mine)
    names = {path.name for path in cache.iterdir()}
    young = {f"index-{age:02}.sqlite" for age in range(20) if age * 120 < index_cache.YOUNG}
    assert young | {"index-fresh.part", mine.name} <= names
    assert left.name not in names
    assert len(names) <= len(young) + 1 + index_cache.KEEP


def test_only_old_indexes_are_pruned_by_number(cache: Path) -> None:
    """Where all are old, exactly the newest stay, and the one in use."""
    old = time.time() - 10 * index_cache.YOUNG
    for age in range(12):
        path = cache / f"index-{age:02}.sqlite"
        path.write_text("")
        os.utime(path, (old - age, old - age))
    (cache / "other.txt").write_text("not ours")
    index_cache.prune(cache, keep=cache / "index-11.sqlite")
    kept = [f"index-{age:02}.sqlite" for age in range(index_cache.KEEP - 1)]
    assert sorted(path.name for path in cache.iterdir()) == [*kept, "index-11.sqlite", "other.txt"]


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


_BUILDER = """
import sys, time
from pathlib import Path
from vnru_terms.model import ConceptEntry, LanguageSection, TermEntry, Settings
from vnru_terms.store import index_cache, index_place
from vnru_terms.store.index_build import Source
def entries():
    for n in range(10**9):
        section = LanguageSection("vi", (TermEntry(f"hiệp ước số {n}"),))
        yield ConceptEntry(f"c{n}", "treaties", (section,))
        if n == 30_000:
            print("half", flush=True)
index_cache.cache_folder = lambda: Path(sys.argv[2])
index_cache.cached_index(sys.argv[1], lambda: Source(entries(), Settings()))
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no kill -9")
def test_a_killed_build_does_no_harm(cache: Path, glossary: Located) -> None:
    """kill -9 in the middle: the next look-up answers, and what was left is cleared away later."""
    fingerprint = index_place.folder_fingerprint(glossary.folder)
    command = [sys.executable, "-c", _BUILDER, fingerprint, str(cache)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None and child.stdout.readline() == "half\n"
        child.kill()
    left = [path for path in cache.iterdir() if path.suffix != ".sqlite"]
    assert left and not indexes(cache)
    assert found(glossary, "hiep uoc") == ["treaty"]
    old = time.time() - 2 * index_cache.YOUNG
    for path in left:
        os.utime(path, (old, old))
    index_cache.prune(cache, keep=indexes(cache)[0])
    assert [path.suffix for path in cache.iterdir()] == [".sqlite"]


def test_building_keeps_nothing_that_grows(tmp_path: Path) -> None:
    """The entries stream: no more than a batch of them is alive at once."""
    alive: weakref.WeakSet[ConceptEntry] = weakref.WeakSet()
    most = 0

    def entries() -> Iterator[ConceptEntry]:
        nonlocal most
        for n in range(3000):
            entry = _Watched(f"c{n}", "f", (LanguageSection("vi", (TermEntry(f"từ {n}"),)),))
            alive.add(entry)
            most = max(most, len(alive))
            yield entry

    build_index(Source(entries(), Settings()), tmp_path / "x.sqlite")
    assert most < 10


class _Watched(ConceptEntry):
    """An entry that can be watched: the plain one has no room for a weak reference."""

    __slots__ = ("__weakref__",)


def test_building_is_told_while_it_lasts(cache: Path, glossary: Located) -> None:
    """A word before and an empty one behind it; none where the index stands."""
    told: list[str] = []
    for _round in range(2):
        ask_index(glossary, lambda index: told.append("asked"), progress=told.append)
    assert told == ["Building the look-up index; that is needed once, and after changes.", "",
                    "asked", "asked"]  # fmt: skip


@pytest.mark.parametrize("command", ["lookup", "annotate", "check", "brief"])
def test_building_is_told_on_a_terminal_or_if_asked(
    run: Callable[..., Result], glossary: Located, tmp_path: Path, command: str
) -> None:
    """Not in a pipe, and never on stdout."""
    (tmp_path / "t.txt").write_text("hiệp ước", encoding="utf-8")
    (tmp_path / "t.tsv").write_text("vi\tru\nhiệp ước\tдоговор\n", encoding="utf-8")
    what = {"lookup": "hiệp ước", "check": tmp_path / "t.tsv"}.get(command, tmp_path / "t.txt")
    for options, expected in (((), False), (("-v",), True)):
        write_concept(glossary.folder, f"treaty-{expected}".lower(), "hiệp định")
        result = run(*options, "--glossary", glossary.folder, command, what)
        assert result.exit_code in (0, 1), result.stderr
        assert ("Building" in result.stderr) is expected
        assert "Building" not in result.stdout


def test_a_cache_that_cannot_be_kept_is_told(glossary: Located, monkeypatch) -> None:
    """The answer comes all the same, with a word on why it takes so long."""
    monkeypatch.setattr(index_cache, "cache_folder", lambda: None)
    said: list[str] = []
    assert ask_index(glossary, lambda index: len(index.meta), said.append)
    assert len(said) == 1 and "vnru-terms" in said[0]
