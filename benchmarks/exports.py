"""How long each export takes and how much memory, beside Translate Toolkit writing the same pairs.

    python benchmarks/exports.py [--concepts 100000] [--formats po tbx ...] [--peers-only]

The concepts are the glossary's own, over and over, each with a made-up name behind its terms, so
that no term stands twice and Russian words are inflected as they are. One direction, Vietnamese to
Russian. Each format is written in a process of its own, forked when the concepts are in memory:
seconds are that process's own (user and system; the machine may be busy), memory is what it needs
beside the concepts. Translate Toolkit gets the same pairs and comments, made by the same functions,
and writes what it can of them: a source, a target, a comment, an id (its UTX takes no comment).
"""

from __future__ import annotations

import argparse
import gc
import multiprocessing
import os
import random
import resource
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from annotated import environment

from vnru_terms.formats import FORMATS, Selection
from vnru_terms.formats.comments import concept_comment, one_line, pair_comment
from vnru_terms.formats.pairs import Pair, pairs_of
from vnru_terms.installation import data_root
from vnru_terms.model import ConceptEntry, TermEntry
from vnru_terms.store.glossary import read_glossary
from vnru_terms.workflow.export import export, select

SEED = 7
TARGET = "ru"
_CONSONANTS, _VOWELS = "bdfgklmnprstvz", "aeiou"


def main(arguments: Sequence[str]) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--concepts", type=int, default=100_000)
    parser.add_argument("--formats", nargs="+", default=list(FORMATS), choices=list(FORMATS))
    parser.add_argument("--peers-only", action="store_true", help="only formats with a peer")
    chosen = parser.parse_args(arguments)
    print(environment(["translate-toolkit", "polib", "openpyxl", "genanki"]))
    selection = made_up(chosen.concepts)
    gc.collect()
    gc.freeze()
    print(f"\n{len(selection.entries):,} concepts, {held():,.0f} MB in memory\n")
    print("| format | s | MB beside | MB written | Translate Toolkit s | MB beside |")
    print("|---|---:|---:|---:|---:|---:|", flush=True)
    for name in chosen.formats:
        if chosen.peers_only and name not in PEERS:
            continue
        seconds, memory, size = measured(lambda out, name=name: ours(name, selection, out))
        told = f"| {name} | {seconds:.1f} | {memory:.0f} | {size:.0f} |"
        if name in PEERS:
            write = PEERS[name]
            seconds, memory, _size = measured(lambda out, w=write: w(selection, out))
            told += f" {seconds:.1f} | {memory:.0f} |"
        else:
            told += " | |"
        print(told, flush=True)
    return 0


def made_up(number: int) -> Selection:
    """So many concepts, each of another name."""
    termbase, _findings = read_glossary(data_root() / "glossary")
    chance = random.Random(SEED)
    real = select(termbase, targets=(TARGET,))
    entries = tuple(named(real.entries[i % len(real.entries)], i, chance) for i in range(number))
    return replace(real, entries=tuple(sorted(entries, key=lambda entry: entry.id)))


def named(entry: ConceptEntry, number: int, chance: random.Random) -> ConceptEntry:
    """A copy with a name behind every term."""
    syllables = (chance.choice(_CONSONANTS) + chance.choice(_VOWELS) for _ in range(4))
    name = "".join(syllables).capitalize()

    def term(one: TermEntry) -> TermEntry:
        return replace(one, term=f"{one.term} {name}", stressed="", forms=())

    sections = tuple(replace(s, terms=tuple(map(term, s.terms))) for s in entry.languages)
    return replace(entry, id=f"{entry.id}-{number}", languages=sections)


def measured(work: Callable[[Path], object]) -> tuple[float, float, float]:
    """CPU seconds, megabytes beside what was there, megabytes written; in a forked process."""
    context = multiprocessing.get_context("fork")
    answers: Any = context.SimpleQueue()

    def run() -> None:
        with tempfile.TemporaryDirectory() as folder:
            before, start = held(), cpu()
            work(Path(folder))
            seconds, memory = cpu() - start, peak() - before
            size = sum(p.stat().st_size for p in Path(folder).rglob("*") if p.is_file())
        answers.put((seconds, memory, size / 1e6))

    process = context.Process(target=run)
    process.start()
    process.join()
    if process.exitcode:
        raise SystemExit(f"exit code {process.exitcode}")
    seconds, memory, size = answers.get()
    return seconds, memory, size


def cpu() -> float:
    """Seconds of this process, user and system."""
    times = os.times()
    return times.user + times.system


def held() -> float:
    """Megabytes resident now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 1e6


def peak() -> float:
    """The most megabytes that were resident."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6


def ours(name: str, selection: Selection, out: Path) -> None:
    """Our export."""
    export(name, selection, out / "files")


def pairs(selection: Selection) -> Iterator[tuple[int, Pair]]:
    """All pairs with their number in their concept."""
    for entry in selection.entries:
        yield from enumerate(pairs_of(entry, selection.source, TARGET))


def units(store: Any, selection: Selection) -> Iterator[tuple[int, Pair, Any]]:
    """Each pair as a unit of a store, with its number in its concept."""
    for number, pair in pairs(selection):
        source, target = pair.texts
        unit = store.addsourceunit(source)
        unit.target = target
        yield number, pair, unit


def comment(pair: Pair, selection: Selection) -> str:
    """The comment of a catalogue."""
    lines = concept_comment(pair.entry, selection, TARGET)
    return "\n".join([*lines, *pair_comment(pair.source, pair.target, TARGET)])


def po(selection: Selection, out: Path) -> None:
    """Translate Toolkit's catalogue."""
    from translate.storage.pypo import pofile

    store = pofile()
    for number, pair, unit in units(store, selection):
        unit.msgctxt = [f'"{pair.entry.id}{f"/{number + 1}" if number else ""}"']
        unit.addnote(comment(pair, selection), origin="developer")
    saved(store, out / "a.po")


def tbx(selection: Selection, out: Path) -> None:
    """Its TBX: a pair an entry."""
    from translate.storage.tbx import tbxfile

    store = tbxfile(sourcelanguage=selection.source, targetlanguage=TARGET)
    for number, pair, unit in units(store, selection):
        unit.setid(f"{pair.entry.id}-{number}")
        unit.addnote(comment(pair, selection), origin="definition")
    saved(store, out / "a.tbx")


def tmx(selection: Selection, out: Path) -> None:
    """Its memory."""
    from translate.storage.tmx import tmxfile

    store = tmxfile()
    for _number, pair in pairs(selection):
        source, target = pair.texts
        note = comment(pair, selection)
        store.addtranslation(source, selection.source, target, TARGET, comment=note)
    saved(store, out / "a.tmx")


def xliff(selection: Selection, out: Path) -> None:
    """Its XLIFF 2."""
    from translate.storage.xliff2 import Xliff2File

    store = Xliff2File(sourcelanguage=selection.source, targetlanguage=TARGET)
    for number, pair, unit in units(store, selection):
        unit.setid(f"{pair.entry.id}-{number}")
        unit.addnote(comment(pair, selection))
    saved(store, out / "a.xlf")


def omegat(selection: Selection, out: Path) -> None:
    """Its glossary of OmegaT."""
    from translate.storage.omegat import OmegaTFile

    store = OmegaTFile()
    for _number, pair, unit in units(store, selection):
        unit.addnote(one_line(pair, selection, TARGET))
    saved(store, out / "a.utf8")


def utx(selection: Selection, out: Path) -> None:
    """Its UTX."""
    from translate.storage.utx import UtxFile

    store = UtxFile()
    for _unit in units(store, selection):
        pass
    saved(store, out / "a.utx")


def saved(store: Any, path: Path) -> None:
    """Write a store as Translate Toolkit's programs do."""
    with path.open("wb") as file:
        store.serialize(file)


PEERS: dict[str, Callable[[Selection, Path], None]] = {
    "po": po, "tbx": tbx, "lokalize": tbx, "tmx": tmx, "xliff": xliff, "omegat": omegat,
    "utx": utx,
}  # fmt: skip

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
