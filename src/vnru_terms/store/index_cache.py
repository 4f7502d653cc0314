"""Where indexes lie: in the user's cache folder, named by a fingerprint of what they came from.

An index whose sources have changed is under another name, so a stale one is never opened and none
is replaced while somebody reads it. It is built under a temporary name and renamed; two processes
that build at once both succeed, and the second rename changes nothing. Old ones are pruned.
Where the cache cannot be written, the index is made in memory. Start at `cached_index`.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from vnru_terms import __version__
from vnru_terms.lang.ru import analyser_version
from vnru_terms.model import Termbase
from vnru_terms.store.index import (
    SCHEMA_VERSION,
    Index,
    build_index,
    index_in_memory,
    open_index,
)

KEEP = 6
# Another process may have just made it, or be about to open it.
YOUNG = 10 * 60.0
# An index in use counts as new again, but is not touched at every look-up.
_REFRESH = 24 * 60 * 60.0
_PREFIX = "index-"
_SUFFIX = ".sqlite"
_PARTIAL = ".part"


def folder_fingerprint(folder: Path) -> str:
    """A name for the state of a glossary folder: path, size and time of each of its files.

    Raises OSError where the folder cannot be listed.
    """
    root = folder.resolve()
    rows = [str(root)]
    with os.scandir(root) as top:
        for item in top:
            if item.name.startswith("."):
                continue
            if item.is_dir():
                with os.scandir(item.path) as files:
                    rows += [_row(f, item.name) for f in files if _is_source(f)]
            elif _is_source(item):
                rows.append(_row(item, ""))
    return _digest(sorted(rows))


def _is_source(item: os.DirEntry[str]) -> bool:
    """Whether a file counts: editors leave locks (`.#a.yaml`) that point nowhere."""
    return item.name.endswith(".yaml") and not item.name.startswith(".") and item.is_file()


def bundled_fingerprint(folder: Path) -> str:
    """A name for the glossary inside an installed program, which changes with its version only."""
    return _digest(["bundled", str(folder), __version__])


def cache_folder() -> Path | None:
    """The program's folder in the user's cache, made if need be; None where there can be none."""
    import platformdirs

    try:
        folder = Path(platformdirs.user_cache_dir("vnru-terms", appauthor=False))
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, RuntimeError):
        return None
    return folder


def cached_index(fingerprint: str, read: Callable[[], tuple[Termbase, int]]) -> Index:
    """The index of this name, opened, or built from what `read` gives.

    `read` returns the termbase and the number of errors found in reading it.
    """
    folder = cache_folder()
    if folder is None:
        termbase, problems = read()
        return index_in_memory(termbase, problems=problems)
    path = folder / f"{_PREFIX}{fingerprint}{_SUFFIX}"
    index = open_index(path, fingerprint)
    if index is not None:
        _mark_used(path)
        return index
    termbase, problems = read()
    _write(termbase, problems, path, fingerprint)
    prune(folder, keep=path)
    return open_index(path, fingerprint) or index_in_memory(termbase, problems=problems)


def discard(fingerprint: str) -> None:
    """Delete an index that proved damaged while it was read."""
    folder = cache_folder()
    if folder is not None:
        with suppress(OSError):
            (folder / f"{_PREFIX}{fingerprint}{_SUFFIX}").unlink()


def prune(folder: Path, *, keep: Path) -> None:
    """Delete all but the newest indexes and what broken-off builds left; never a young file."""
    now = time.time()
    found: list[tuple[float, Path]] = []
    for path in folder.glob(f"{_PREFIX}*"):
        with suppress(OSError):
            found.append((path.stat().st_mtime, path))
    found.sort(reverse=True)
    indexes = [path for _time, path in found if path.suffix == _SUFFIX and path != keep]
    for mtime, path in found:
        wanted = path == keep or path in indexes[: KEEP - 1]
        if not wanted and now - mtime > YOUNG:
            with suppress(OSError):
                path.unlink()


def _write(termbase: Termbase, problems: int, path: Path, fingerprint: str) -> None:
    partial = ""
    try:
        handle, partial = tempfile.mkstemp(prefix=_PREFIX, suffix=_PARTIAL, dir=path.parent)
        os.close(handle)
        build_index(termbase, Path(partial), fingerprint=fingerprint, problems=problems)
        Path(partial).replace(path)
    except (OSError, sqlite3.Error):
        # No room, no right, or (Windows) another process reads a file of that name.
        if partial:
            with suppress(OSError):
                Path(partial).unlink()


def _mark_used(path: Path) -> None:
    with suppress(OSError):
        if time.time() - path.stat().st_mtime > _REFRESH:
            os.utime(path)


def _row(item: os.DirEntry[str], field: str) -> str:
    state = item.stat()
    return f"{field}/{item.name}\t{state.st_mtime_ns}\t{state.st_size}"


def _digest(rows: Iterable[str]) -> str:
    text = "\n".join([*rows, str(SCHEMA_VERSION), analyser_version()])
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()[:32]
