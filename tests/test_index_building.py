"""The index file is built by whoever needs it: shared by processes, cleared away, told of."""

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
from index_home import cache, found, glossary, indexes, write_concept

from vnru_terms.model import ConceptEntry, LanguageSection, Settings, TermEntry
from vnru_terms.store import index_build, index_cache, index_place
from vnru_terms.store.index_build import Source, build_index
from vnru_terms.store.locate import Located
from vnru_terms.workflow.look_up import ask_index

__all__ = ["cache", "glossary"]


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
