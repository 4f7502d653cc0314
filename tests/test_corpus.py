"""The corpus: files found in order, what cannot be read left out, and no file takes for ever."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path

import pytest
from reader_files import FIRST, SAMPLES, bomb, codes

from vnru_terms.store import corpus
from vnru_terms.store.corpus import find_files, read_corpus
from vnru_terms.store.readers import READERS
from vnru_terms.store.readers.reading import Reading
from vnru_terms.store.readers.time_limit import within

# --- files and folders ----------------------------------------------------------------------------


def test_files_are_listed_in_order(tmp_path: Path) -> None:
    """Known suffixes only, hidden ones left out, once each, nothing opened."""
    for name in ("b.md", "a/c.PDF", "a.txt", ".git/x.txt", "a/.y.txt", "d.png", "e.docx"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"")
    files, findings = find_files([tmp_path, tmp_path / "a.txt", tmp_path / "missing.txt"])
    assert [Path(f).relative_to(tmp_path).as_posix() for f in files] == [
        "a.txt", "a/c.PDF", "b.md", "e.docx",
    ]  # fmt: skip
    assert [f.code for f in findings] == ["E124"]


def test_links_in_circles(tmp_path: Path) -> None:
    """A link to a folder above, a link to itself and two links to one file do no harm."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(FIRST, encoding="utf-8")
    try:
        (tmp_path / "in" / "up").symlink_to(tmp_path, target_is_directory=True)
        (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
        (tmp_path / "z.txt").symlink_to(tmp_path / "in" / "a.txt")
    except OSError:
        pytest.skip("this system lets us make no links")
    documents, findings = read_corpus([tmp_path])
    assert [d.lines for d in documents] == [(FIRST,)]
    assert [f.code for f in findings] == ["E121"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_among_the_articles(tmp_path: Path) -> None:
    """A pipe in a folder is not waited for."""
    os.mkfifo(tmp_path / "a.txt")
    files, findings = find_files([tmp_path])
    assert not files and [f.code for f in findings] == ["E123"]


def test_an_unreadable_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that may not be opened is reported, and the others are read."""
    (tmp_path / "a.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "shut").mkdir()
    scandir = os.scandir

    def guarded(path: str) -> object:
        if str(path).endswith("shut"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)
    documents, findings = read_corpus([tmp_path])
    assert len(documents) == 1
    assert [(f.code, Path(f.place.path).name) for f in findings] == [("E121", "shut")]


def test_a_file_that_vanishes(tmp_path: Path) -> None:
    """A file that is gone when it is its turn is reported."""
    (tmp_path / "a.txt").write_text(FIRST, encoding="utf-8")
    (file,), _findings = find_files([tmp_path])
    Path(file).unlink()
    assert codes(Path(file)) == ["E121"]


def test_a_file_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No more than the limit is read of any file, and then it is refused."""
    monkeypatch.setattr(corpus, "LARGEST_FILE", 1000)
    (tmp_path / "a.txt").write_bytes(b"a " * 600)
    assert codes(tmp_path / "a.txt") == ["E127"]


def test_bad_files_leave_the_others(tmp_path: Path) -> None:
    """One letter for each bad file; the good ones are all there."""
    for number, data in enumerate(SAMPLES.values()):
        (tmp_path / f"good{number}{list(SAMPLES)[number]}").write_bytes(data)
    (tmp_path / "bad1.docx").write_bytes(bomb(30 * 2**20))
    (tmp_path / "bad2.pdf").write_bytes(b"%PDF-1.4")
    (tmp_path / "bad3.html").write_bytes(b"\xff\xff\xff")
    (tmp_path / "bad4.txt").write_bytes(b"\0\1\2")
    documents, findings = read_corpus([tmp_path])
    assert len(documents) == len(SAMPLES)
    assert [f.code for f in findings] == ["E127", "E128", "E102", "E122"]
    assert all(f.place.path.endswith((".docx", ".pdf", ".html", ".txt")) for f in findings)


# --- time -----------------------------------------------------------------------------------------


def test_within_gives_what_is_done() -> None:
    """What is done in time is given, and nothing strikes afterwards; its errors are its own."""
    assert within(60, lambda: 1 + 1) == 2
    with pytest.raises(ZeroDivisionError):
        within(60, lambda: 1 // 0)


@pytest.mark.parametrize("in_thread", [False, True])
def test_within_stops_what_is_not(in_thread: bool) -> None:
    """A loop that swallows every Exception is stopped, in any thread."""
    outcome: list[str] = []

    def endless() -> None:
        while True:
            try:
                time.sleep(0.001)
            except Exception:
                continue

    def guarded() -> None:
        try:
            within(0.05, endless)
        except TimeoutError:
            outcome.append("stopped")

    if in_thread:
        thread = threading.Thread(target=guarded)
        thread.start()
        thread.join()
    else:
        guarded()
    assert outcome == ["stopped"]


def test_a_slow_file_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that takes too long gets a finding of its own."""

    def slow(_data: bytes, _name: str) -> Reading:
        while True:
            time.sleep(0.001)

    monkeypatch.setattr(corpus, "SECONDS", 0.05)
    monkeypatch.setitem(READERS, ".txt", slow)
    (tmp_path / "a.txt").write_text(FIRST, encoding="utf-8")
    assert codes(tmp_path / "a.txt") == ["E127"]
