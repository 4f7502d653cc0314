"""Where references lie: `references/NAME.sqlite` in the user's data folder.

A reference is somebody else's termbase, kept for looking up. It is the user's: made when asked for,
read only, never deleted by the program; its entries never change, though a new version of the
program may lay them out anew (`store.reference_build`). Nothing heavy is imported: every look-up
asks whether there are any.
"""
# pathlib takes as long to import as the rest of a look-up.
# ruff: noqa: PTH111, PTH118, PTH208

from __future__ import annotations

import os
import sys

SUFFIX = ".sqlite"
# What an index of a reference has for a fingerprint: it came from no folder.
REFERENCE = "reference"


def references_place() -> str:
    """The folder of references; it need not exist.

    The same as platformdirs names it, which need not be imported where the XDG rules hold.
    """
    if sys.platform in ("win32", "darwin") or "ANDROID_DATA" in os.environ:
        import platformdirs

        home = platformdirs.user_data_dir("vnru-terms", appauthor=False)
    else:
        chosen = os.environ.get("XDG_DATA_HOME", "").strip()
        home = os.path.join(chosen or os.path.expanduser("~/.local/share"), "vnru-terms")
    return os.path.join(home, "references")


def reference_files() -> list[tuple[str, str]]:
    """The references that there are: names and paths, in order of name."""
    folder = references_place()
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return []
    return [
        (name.removesuffix(SUFFIX), os.path.join(folder, name))
        for name in names
        if name.endswith(SUFFIX) and not name.startswith(".")
    ]
