"""Write the index of a reference, and bring one of another version of the program up to date.

Every entry stands in the index's table `concept` as JSON, whatever the other tables were like; so
an index whose layout is not today's is made anew from itself. The file is replaced only when the
new one is whole and holds as many entries. Start at `renewed`.
"""

from __future__ import annotations

import json
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

from vnru_terms.model import ConceptEntry, Settings
from vnru_terms.store.entry_json import entry_from_json
from vnru_terms.store.index import APPLICATION_ID, SCHEMA_VERSION, Index, open_index
from vnru_terms.store.index_build import Source, build_index, index_in_memory
from vnru_terms.store.reference_place import REFERENCE


def write_reference(source: Source, path: Path) -> None:
    """Build the index of a reference under a temporary name, then put it in its place.

    Raises sqlite3.Error or OSError where it cannot be written, and whatever the source's entries
    raise; nothing is left behind then.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, made = tempfile.mkstemp(prefix=f".{path.stem}", suffix=".part", dir=path.parent)
    os.close(handle)
    partial = Path(made)
    try:
        build_index(source, partial, fingerprint=REFERENCE)
        partial.replace(path)
    finally:
        with suppress(OSError):
            partial.unlink()


def is_of_another_version(path: Path) -> bool:
    """Whether a file is a reference that this version of the program has to make anew."""
    try:
        with closing(_opened(path)) as connection:
            (number,) = connection.execute("PRAGMA user_version").fetchone()
            (application,) = connection.execute("PRAGMA application_id").fetchone()
            sql = "SELECT value FROM meta WHERE key = 'fingerprint'"
            found = connection.execute(sql).fetchone()
    except (sqlite3.Error, OSError):
        return False
    is_ours = bool(application == APPLICATION_ID and found == (REFERENCE,))
    return is_ours and bool(number != SCHEMA_VERSION)


def renewed(path: Path) -> Index | None:
    """The reference in today's layout, open; None where its entries cannot be read.

    Where the folder cannot be written to, or the file is in use (Windows), it stays as it is and
    the index is in memory.
    """
    try:
        with closing(_opened(path)) as connection:
            try:
                write_reference(Source(_entries(connection), Settings()), path)
            except (OSError, sqlite3.OperationalError):
                return index_in_memory(Source(_entries(connection), Settings()))
    except (sqlite3.Error, OSError, ValueError, KeyError, TypeError):
        return None
    return open_index(path, REFERENCE, any_analyser=True)


def _opened(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)


def _entries(connection: sqlite3.Connection) -> Iterator[ConceptEntry]:
    """All entries; ValueError where there are fewer than were put in."""
    (last,) = connection.execute("SELECT max(number) FROM concept").fetchone()
    number = 0
    for (values,) in connection.execute("SELECT entry FROM concept ORDER BY number"):
        number += 1
        yield entry_from_json(json.loads(values))
    if not number or number != last:
        raise ValueError("entries are missing")
