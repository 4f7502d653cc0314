"""Tables of shards: Parquet files in a work folder, reduced by DuckDB outside of memory.

A shard is a number of documents; a stage is one pass over all shards. What a stage made of a shard
stands in one folder, `<work>/<stage>/<shard>/`, made aside and renamed: it is there whole or not at
all, so a run that was killed goes on where it was. `ShardStore` is the work folder that this
process has open. What a table's columns mean is not known here: a `Table` says which columns tell
rows apart and which are added.

Tables travel as gzipped lines of JSON, each with some thousand rows by columns: DuckDB takes those
without another library, fifty times as fast as row by row, and a worker needs no DuckDB.
"""

from __future__ import annotations

import gzip
import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vnru_terms import extras
from vnru_terms.findings import Place, UnwritableOutputError, display_path
from vnru_terms.messages import _

MEMORY_LIMIT = "1GB"
_ROWS_A_LINE = 10_000
_FETCHED = 5_000
_DATABASE = "reduce.duckdb"
_PARTIAL = ".part"


@dataclass(frozen=True, slots=True)
class Table:
    """The columns of a table: rows that agree in `keys` are one, and their `sums` are added.

    `typed_keys` gives each key's SQL type. With `first`, only so many rows of a first key are kept.
    """

    name: str
    typed_keys: tuple[tuple[str, str], ...]
    sums: tuple[str, ...] = ()
    first: int = 0

    @property
    def keys(self) -> tuple[str, ...]:
        """The names of the keys."""
        return tuple(name for name, _type in self.typed_keys)

    @property
    def types(self) -> dict[str, str]:
        """All columns with their types."""
        return {**dict(self.typed_keys), **dict.fromkeys(self.sums, "BIGINT")}


def render_table(table: Table, rows: Sequence[Sequence[object]]) -> bytes:
    """The rows in the form in which tables travel; the same rows give the same bytes."""
    lines = []
    for start in range(0, len(rows), _ROWS_A_LINE):
        columns = zip(*rows[start : start + _ROWS_A_LINE], strict=True)
        named = dict(zip(table.types, columns, strict=True))
        lines.append(json.dumps(named, ensure_ascii=False, separators=(",", ":")) + "\n")
    return gzip.compress("".join(lines).encode("utf-8", "replace"), 1, mtime=0)


class ShardStore:
    """The work folder and the database that reduces its tables; open for one process at a time.

    It has state, the connection, because DuckDB's lock on its file (which no kill leaves behind)
    is what keeps a second run out.
    """

    def __init__(self, folder: Path, *, threads: int) -> None:
        self.folder = folder
        self._duckdb = extras.need("mine", "duckdb")
        with self._told():
            folder.mkdir(parents=True, exist_ok=True)
        self._connection = self._connect(threads)
        with self._told():
            for left in folder.glob(f"*/*{_PARTIAL}"):
                shutil.rmtree(left)

    def done(self, stage: str) -> set[int]:
        """The numbers of the shards of which the stage was made."""
        folder = self.folder / stage
        names = [p.name for p in folder.iterdir()] if folder.is_dir() else []
        return {int(name) for name in names if name.isdigit()}

    def add(
        self, stage: str, shard: int, tables: Mapping[Table, bytes], files: Mapping[str, bytes]
    ) -> None:
        """Keep what a stage made of a shard: its tables, and files as they are."""
        target = self.folder / stage / f"{shard:06d}"
        aside = target.with_suffix(_PARTIAL)
        with self._told():
            shutil.rmtree(aside, ignore_errors=True)
            try:
                aside.mkdir(parents=True)
                for name, data in files.items():
                    (aside / name).write_bytes(data)
                for table, data in tables.items():
                    self._write(table, data, aside)
                aside.replace(target)
            except BaseException:
                # Interrupted, or the disk is full.
                shutil.rmtree(aside, ignore_errors=True)
                raise

    def read(self, stage: str, shard: int, name: str) -> bytes:
        """A file that `add` was given."""
        with self._told():
            return (self.folder / stage / f"{shard:06d}" / name).read_bytes()

    def find_repeated(self, stage: str, table: Table) -> None:
        """Work out, for `repeated_in`, which second keys stand in rows of several first keys."""
        first, second = map(_quoted, table.keys)
        with self._told():
            self._connection.execute(
                f"CREATE OR REPLACE TABLE {_quoted(stage)} AS "
                f"WITH rows AS (FROM {self._all(stage, table)}), several AS ("
                f"SELECT {second}, min({first}) AS earliest FROM rows "
                f"GROUP BY {second} HAVING count(*) > 1) "
                f"SELECT shard, {first} AS one, {second} AS other, earliest "
                f"FROM rows JOIN several USING ({second})"
            )

    def repeated_in(self, stage: str, shard: int) -> list[tuple[int, int, int]]:
        """The shard's rows whose second key is repeated: both keys, and the smallest first key."""
        with self._told():
            found = self._connection.execute(
                f"SELECT one, other, earliest FROM {_quoted(stage)} WHERE shard = ?", [shard]
            )
            rows: list[tuple[int, int, int]] = found.fetchall()
            return rows

    def reduced(
        self, stage: str, table: Table, *, only: tuple[str, Sequence[str]] | None = None
    ) -> Iterator[tuple[Any, ...]]:
        """The rows of all shards put together, in order of their keys.

        `only` names a column and the texts that it may have.
        """
        keys = ", ".join(map(_quoted, table.keys))
        sums = "".join(f", sum({name})::BIGINT AS {name}" for name in map(_quoted, table.sums))
        where, wanted = (
            (f"WHERE {_quoted(only[0])} IN (SELECT unnest(?))", [list(only[1])])
            if only
            else ("", [])
        )
        rows = f"SELECT {keys}{sums} FROM {self._all(stage, table)} {where} GROUP BY {keys}"
        if table.first:
            place = f"row_number() OVER (PARTITION BY {_quoted(table.keys[0])} ORDER BY {keys})"
            rows = f"SELECT * FROM ({rows}) QUALIFY {place} <= {table.first}"
        with self._told():
            # A cursor of its own: several tables are read side by side.
            cursor = self._connection.cursor()
            try:
                cursor.execute(f"{rows} ORDER BY {keys}", wanted)
                while found := cursor.fetchmany(_FETCHED):
                    yield from found
            finally:
                cursor.close()

    def close(self) -> None:
        """Let go of the database and delete it; the shards' tables stay."""
        self._connection.close()
        for name in (_DATABASE, f"{_DATABASE}.wal"):
            with suppress(OSError):
                (self.folder / name).unlink()
        shutil.rmtree(self.folder / "spill", ignore_errors=True)

    def remove(self) -> None:
        """Close, and delete the work folder."""
        self.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _connect(self, threads: int) -> Any:
        config = {
            "memory_limit": MEMORY_LIMIT,
            "threads": str(threads),
            "temp_directory": str(self.folder / "spill"),
        }
        path = self.folder / _DATABASE
        try:
            return self._duckdb.connect(str(path), config=config)
        except self._duckdb.Error as error:
            # The words of DuckDB for POSIX and for Windows.
            if "lock" in str(error).lower() or "being used" in str(error).lower():
                raise UnwritableOutputError(
                    _("another run is mining the same articles in this folder."),
                    hint=_("Wait for it, or give this run a folder of its own: --work FOLDER"),
                    place=Place(display_path(self.folder)),
                ) from None
        # Half of a database, left by a kill: all that is in it is made again.
        with self._told():
            path.unlink(missing_ok=True)
            path.with_name(f"{_DATABASE}.wal").unlink(missing_ok=True)
            return self._duckdb.connect(str(path), config=config)

    def _write(self, table: Table, data: bytes, folder: Path) -> None:
        source = folder / f"{table.name}.json.gz"
        source.write_bytes(data)
        columns = ", ".join(f"{_quoted(n)}: '{kind}[]'" for n, kind in table.types.items())
        selected = ", ".join(f"unnest({n}) AS {n}" for n in map(_quoted, table.types))
        shard = int(folder.stem)
        self._connection.execute(
            f"COPY (SELECT {shard}::BIGINT AS shard, {selected} FROM read_json({_glob(source)}, "
            f"format = 'newline_delimited', columns = {{{columns}}})) "
            f"TO {_literal(folder / f'{table.name}.parquet')} (FORMAT parquet, COMPRESSION zstd)"
        )
        source.unlink()

    def _all(self, stage: str, table: Table) -> str:
        folder = _glob(self.folder / stage)[:-1]
        return f"read_parquet({folder}/[0-9]*[0-9]/{table.name}.parquet')"

    @contextmanager
    def _told(self) -> Iterator[None]:
        """What DuckDB or the disk refuses, as our own error."""
        try:
            yield
        except (OSError, self._duckdb.IOException, self._duckdb.OutOfMemoryException) as error:
            reason = getattr(error, "strerror", None) or str(error).partition("\n")[0]
            raise UnwritableOutputError(
                _("cannot be written: {reason}.").format(reason=reason.rstrip(".")),
                hint=_("Free the disk, or choose another place: --work FOLDER"),
                place=Place(display_path(self.folder)),
            ) from None
        except RuntimeError as error:
            # What DuckDB makes of Ctrl-C while it works.
            if "interrupted" in str(error).lower():
                raise KeyboardInterrupt from None
            raise


def _literal(path: Path) -> str:
    text = path.as_posix().replace("'", "''")
    return f"'{text}'"


def _glob(path: Path) -> str:
    """The path where DuckDB reads a pattern."""
    return _literal(Path("".join(f"[{c}]" if c in "*?[" else c for c in path.as_posix())))


def _quoted(name: str) -> str:
    return '"' + name + '"'
