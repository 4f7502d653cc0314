"""The cache of indexes: one is opened or built, old ones are thrown away.

An index whose sources have changed is under another name (`store.index_place`), so a stale one is
never opened and none is replaced while somebody reads it. It is built under a temporary name and
renamed; two processes that build at once both succeed, and the second rename changes nothing; what
a killed one leaves is cleared away later. Where the cache cannot be written, the index is made in
memory. Start at `cached_index`.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from vnru_terms.messages import _
from vnru_terms.store.index import Index, open_index
from vnru_terms.store.index_place import PREFIX, SUFFIX, cache_place, folder_state, index_path
from vnru_terms.store.index_place import folder_fingerprint as folder_fingerprint

# `store.index_build` is imported where an index is built: most questions find one.
if TYPE_CHECKING:
    from vnru_terms.store.index_build import Source

KEEP = 6
# Another process may have just made it, or be about to open it.
YOUNG = 10 * 60.0
# An index in use counts as new again, but is not touched at every look-up.
_REFRESH = 24 * 60 * 60.0
_PARTIAL = ".part"
# A file system's clock moves in ticks: two writes within one may leave the same time behind.
_TICK = 0.02
_COARSE_TICK = 2.0

Say = Callable[[str], None]


def silent(_text: str) -> None:
    """Nobody is told."""


def cache_folder() -> Path | None:
    """The program's folder in the user's cache, made if need be; None where there can be none."""
    try:
        folder = Path(cache_place())
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, RuntimeError):
        return None
    return folder


def settled_fingerprint(folder: Path) -> str:
    """The fingerprint of a glossary folder, once a later change is sure to leave a later time.

    Raises OSError where the folder cannot be listed.
    """
    fingerprint, newest = folder_state(folder)
    # FAT, HFS+ and some network file systems keep whole seconds.
    tick = _COARSE_TICK if newest % 1_000_000_000 == 0 else _TICK
    wait = newest / 1e9 + tick - time.time()
    if not 0 < wait <= tick:
        return fingerprint
    time.sleep(wait)
    return settled_fingerprint(folder)


def cached_index(
    fingerprint: str, read: Callable[[], Source], say: Say = silent, progress: Say = silent
) -> Index:
    """The index of this name, opened, or built from what `read` gives.

    `say` is told where an index had to be thrown away, or cannot be kept; `progress` that one is
    being built, and an empty text when that is over.
    """
    folder = cache_folder()
    if folder is None:
        say(_unkept(cache_place()))
        progress(_building())
        built = _in_memory(read())
        progress("")
        return built
    path = Path(index_path(str(folder), fingerprint))
    index = open_index(path, fingerprint)
    if index is not None:
        _mark_used(path)
        return index
    if path.exists():
        say(_("The look-up index was damaged or made by another analyser; it is built anew."))
    progress(_building())
    kept = _write(read(), path, fingerprint)
    index = open_index(path, fingerprint) or _in_memory(read())
    progress("")
    if not kept:
        say(_unkept(folder))
    prune(folder, keep=path)
    return index


def _in_memory(source: Source) -> Index:
    from vnru_terms.store.index_build import index_in_memory

    return index_in_memory(source)


def discard(fingerprint: str) -> None:
    """Delete an index that proved damaged while it was read."""
    folder = cache_folder()
    if folder is not None:
        with suppress(OSError):
            Path(index_path(str(folder), fingerprint)).unlink()


def prune(folder: Path, *, keep: Path) -> None:
    """Delete all but the newest indexes and what broken-off builds left; never a young file."""
    now = time.time()
    found: list[tuple[float, Path]] = []
    for path in folder.glob(f"{PREFIX}*"):
        with suppress(OSError):
            found.append((path.stat().st_mtime, path))
    found.sort(reverse=True)
    indexes = [path for _time, path in found if path.suffix == SUFFIX and path != keep]
    for mtime, path in found:
        wanted = path == keep or path in indexes[: KEEP - 1]
        if not wanted and now - mtime > YOUNG:
            with suppress(OSError):
                path.unlink()


def _building() -> str:
    return _("Building the look-up index; that is needed once, and after changes.")


def _unkept(folder: object) -> str:
    text = _(
        "The look-up index cannot be kept in {folder}; every look-up makes it anew, "
        "which takes time."
    )
    return text.format(folder=folder)


def _write(source: Source, path: Path, fingerprint: str) -> bool:
    """Whether the index lies there now."""
    from vnru_terms.store.index_build import build_index

    partial = ""
    try:
        handle, partial = tempfile.mkstemp(prefix=PREFIX, suffix=_PARTIAL, dir=path.parent)
        os.close(handle)
        build_index(source, Path(partial), fingerprint=fingerprint)
        with Path(partial).open("rb+") as file:
            os.fsync(file.fileno())
        Path(partial).replace(path)
    except (OSError, sqlite3.Error):
        # No room, no right, or (Windows) another process reads a file of that name.
        if partial:
            with suppress(OSError):
                Path(partial).unlink()
        return path.exists()
    return True


def _mark_used(path: Path) -> None:
    with suppress(OSError):
        if time.time() - path.stat().st_mtime > _REFRESH:
            os.utime(path)
