"""How long a large TBX takes to be read and kept, beside Translate Toolkit's reader.

    python benchmarks/imports.py [--concepts 100000] [--into 10000]

The concepts are those of `benchmarks/exports.py`, written as TBX of 2008; all read the same file.
Each row is a process of its own: seconds are its own (user and system), memory is what it needs
beside what it began with. A reference is the whole way, from the file to the index of look-up;
`--into` says how many of the concepts are imported into an empty glossary, rules asked, every
concept a file (an import takes 50,000 at most).
"""

from __future__ import annotations

import argparse
import gc
import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from annotated import environment
from exports import made_up, measured

from vnru_terms.formats import FORMATS, Selection
from vnru_terms.formats.tally import Tally
from vnru_terms.formats.tbx_reader import read_tbx
from vnru_terms.installation import data_root
from vnru_terms.workflow.import_ import Options, import_file
from vnru_terms.workflow.import_reference import import_reference


def main(arguments: Sequence[str]) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--concepts", type=int, default=100_000)
    parser.add_argument("--into", type=int, default=10_000)
    chosen = parser.parse_args(arguments)
    print(environment(["translate-toolkit"]))
    with tempfile.TemporaryDirectory() as folder:
        whole, part = Path(folder) / "whole.tbx", Path(folder) / "part.tbx"
        selection = made_up(chosen.concepts)
        write(selection, whole)
        write(replace(selection, entries=selection.entries[: chosen.into]), part)
        del selection
        gc.collect()
        print(f"\n{chosen.concepts:,} concepts, {whole.stat().st_size / 1e6:.0f} MB of TBX\n")
        print("| | s | MB beside |")
        print("|---|---:|---:|", flush=True)
        rows: dict[str, Callable[[Path], object]] = {
            "read": lambda _out: ours(whole),
            "Translate Toolkit, read": lambda _out: toolkit(whole),
            "kept as a reference": lambda out: reference(whole, out),
            f"{chosen.into:,} into an empty glossary": lambda out: glossary(part, out),
        }
        for name, work in rows.items():
            seconds, memory, _size = measured(work)
            print(f"| {name} | {seconds:.1f} | {memory:.0f} |", flush=True)
    return 0


def write(selection: Selection, path: Path) -> None:
    """The selection as TBX, in pieces."""
    (pieces,) = FORMATS["tbx"].stream(selection, Tally()).values()
    with path.open("wb") as file:
        file.writelines(pieces)


def ours(path: Path) -> int:
    """Our reader; how many concepts it gives."""
    with path.open("rb") as stream:
        return sum(1 for _concept in read_tbx(stream, path.name))


def toolkit(path: Path) -> int:
    """Translate Toolkit's reader, which holds the file as a tree; every unit's texts are asked."""
    from translate.storage.tbx import tbxfile

    store = tbxfile.parsefile(str(path))
    return sum(1 for unit in store.units if unit.source and unit.target)


def reference(path: Path, out: Path) -> None:
    """`import --reference`."""
    with path.open("rb") as stream:
        import_reference(stream, path.name, out / "reference.sqlite")


def glossary(path: Path, out: Path) -> None:
    """`import` into a glossary that has only its settings."""
    folder = out / "glossary"
    folder.mkdir()
    shutil.copy(data_root() / "glossary" / "glossary.yaml", folder)
    with path.open("rb") as stream:
        import_file(folder, stream, path.name, Options())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
