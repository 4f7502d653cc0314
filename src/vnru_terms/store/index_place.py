"""Where indexes lie, and what they are called: a fingerprint of what they came from.

An index whose sources have changed is under another name, so a stale one is never opened. The
glossary inside an installed program is known by its content, which one line tells, and its index
came along (`bundled_index`); of a folder every file is asked for its size and times at every
look-up (2,000 files take some 7 ms), because an editor that writes a file in place leaves no other
trace.
Nothing heavy is imported: a look-up must start at once.
"""
# pathlib takes as long to import as the rest of a look-up.
# ruff: noqa: PTH111, PTH116, PTH118, PTH123, PTH208

from __future__ import annotations

import os
import sys

from vnru_terms import __version__
from vnru_terms.installation import BUNDLED_INDEX, CONTENT_FILE, data_root_name
from vnru_terms.store.index import SCHEMA_VERSION

try:
    # The module behind hashlib, whose own import brings OpenSSL along.
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

PREFIX = "index-"
SUFFIX = ".sqlite"
# As in the module stat, which a look-up need not import.
_KIND, _PLAIN_FILE = 0o170000, 0o100000


def cache_place() -> str:
    """The program's folder in the user's cache; it need not exist.

    The same as platformdirs names it, which need not be imported where the XDG rules hold.
    """
    if sys.platform in ("win32", "darwin") or "ANDROID_DATA" in os.environ:
        import platformdirs

        return platformdirs.user_cache_dir("vnru-terms", appauthor=False)
    chosen = os.environ.get("XDG_CACHE_HOME", "").strip()
    return os.path.join(chosen or os.path.expanduser("~/.cache"), "vnru-terms")


def index_path(folder: str, fingerprint: str) -> str:
    """The file of the index with this fingerprint in a cache folder."""
    return os.path.join(folder, f"{PREFIX}{fingerprint}{SUFFIX}")


def bundled_index() -> str:
    """The file of the index that an installed program brings along; it may be missing."""
    return os.path.join(data_root_name(), BUNDLED_INDEX)


def bundled_fingerprint() -> str:
    """A name for the glossary inside an installed program, wherever that lies."""
    try:
        with open(os.path.join(data_root_name(), CONTENT_FILE), encoding="utf-8") as file:
            content = file.read()
    except OSError:
        content = ""
    return content_fingerprint(content)


def content_fingerprint(content: str) -> str:
    """The name that goes with the line of `content.txt`, and with the version of the program."""
    return _digest(["bundled", __version__, content.strip()])


def folder_fingerprint(folder: str | os.PathLike[str]) -> str:
    """A name for the state of a glossary folder: size and times of each of its files.

    Raises OSError where the folder cannot be listed.
    """
    return folder_state(folder)[0]


def folder_state(folder: str | os.PathLike[str]) -> tuple[str, int]:
    """The fingerprint of a glossary folder, and the time of its newest change in nanoseconds."""
    root = os.path.realpath(folder)
    names: list[str] = []
    # Whole numbers alone: their hash is the same in every process.
    states: list[tuple[int, int, int]] = []
    folders = [root]
    with os.scandir(root) as top:
        folders += [i.path for i in top if i.is_dir() and not i.name.startswith(".")]
    for path in folders:
        names.append(path)
        # Editors leave locks (`.#a.yaml`) that point nowhere.
        found = [n for n in os.listdir(path) if n[-5:] == ".yaml" and n[0] != "."]
        names += found
        for name in found:
            try:
                # Quicker than the entries of scandir, by a third.
                state = os.stat(f"{path}/{name}")
            except FileNotFoundError:
                continue
            if state.st_mode & _KIND == _PLAIN_FILE:
                # Its change time tells of a file put there with an old modification time.
                states.append((state.st_mtime_ns, state.st_ctime_ns, state.st_size))
    newest = max((max(mtime, changed) for mtime, changed, _size in states), default=0)
    # In one order, whatever the file system's.
    names.sort()
    states.sort()
    return _digest([*names, str(hash(tuple(states)))]), newest


def _digest(rows: Iterable[str]) -> str:
    text = "\n".join([*rows, str(SCHEMA_VERSION)])
    return blake2b(text.encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()
