"""release: glossary ▸ every format in every direction, the book, a guide, checksums ▸ one folder.

`vnru-terms-glossary-DATE/` is named after the edition's date and is the same to the byte whenever
it is made. It is written aside and then takes the place of an older one, but only where nobody has
added or changed a file in that. Start at `release`.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from itertools import permutations
from pathlib import Path, PurePosixPath

from vnru_terms.findings import (
    Place,
    UnwritableOutputError,
    display_path,
)
from vnru_terms.formats import FORMATS, Selection
from vnru_terms.formats.guide_page import LICENCE_FILE, Listed, guide_page, page_name
from vnru_terms.formats.json_file import SCHEMA_PATH
from vnru_terms.formats.tally import Tally
from vnru_terms.messages import INTERFACE_LANGUAGES, _, current_language, use_language
from vnru_terms.model import LANGUAGE_ORDER, Settings, Termbase
from vnru_terms.store.articles import read_citations
from vnru_terms.store.disk_errors import unchanged, unwritable
from vnru_terms.store.locate import Located
from vnru_terms.workflow.build import BOOK_FILE
from vnru_terms.workflow.export import select
from vnru_terms.workflow.print_book import print_book
from vnru_terms.workflow.validate import read_sound

NAME = "vnru-terms-glossary"
SUMS_FILE = "SHA256SUMS.txt"
# Beside a glossary in a checkout.
LICENCE_SOURCE = "LICENSE-GLOSSARY.md"

Tell = Callable[[str], None]


class Layout(Enum):
    """What the files of a format are made for: each pair, each source, each reader, or all."""

    PAIRS = "pairs"
    SOURCES = "sources"
    READERS = "readers"
    WHOLE = "whole"


_PAIRS, _WHOLE = (Layout.PAIRS,), (Layout.WHOLE,)
LAYOUTS: dict[str, tuple[Layout, ...]] = {
    "po": _PAIRS, "mo": _PAIRS, "xliff": _PAIRS, "omegat": _PAIRS, "deepl": _PAIRS, "utx": _PAIRS,
    "dsl": _PAIRS, "stardict": _PAIRS,
    "pot": (Layout.SOURCES,), "tmx": (Layout.SOURCES,), "anki": (Layout.SOURCES,),
    # In the reader's language: the words over the columns, the buttons; and its terms stand first.
    "xlsx": (Layout.READERS,), "html": (Layout.READERS,),
    # Weblate reads a file a language; of three languages its older versions take the second.
    "tbx": (Layout.WHOLE, Layout.PAIRS), "lokalize": (Layout.WHOLE, Layout.PAIRS),
    "tbx-v3": _WHOLE, "csv": _WHOLE, "tsv": _WHOLE, "memoq": _WHOLE, "multiterm": _WHOLE,
    "json": _WHOLE,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Released:
    """The folder of a release, its files by their paths in it, and its size in bytes."""

    folder: Path
    files: tuple[str, ...]
    size: int
    concepts: int
    names: int


def release(located: Located, out: Path, *, book: bool = True, tell: Tell) -> Released:
    """Write the release folder into `out`; without the book if `book` is false.

    UnsoundGlossaryError where the glossary has errors (a missing date is one),
    UnwritableOutputError where the folder is there with files that are not a release's;
    MissingExtraError without the extras `formats` and, for the book, `print`.
    """
    termbase, _findings = read_sound(located.folder)
    folder = out / f"{NAME}-{termbase.settings.date}"
    _refuse_changed(folder)
    aside = _made_aside(out, folder)
    try:
        _fill(aside, located, termbase, book=book, tell=tell)
        _put_in_place(aside, folder)
    except OSError as error:
        raise unwritable(folder, error, unchanged(error)) from None
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return Released(
        folder,
        tuple(path.relative_to(folder).as_posix() for path in files),
        sum(path.stat().st_size for path in files),
        len(termbase.concepts),
        len(termbase.entries) - len(termbase.concepts),
    )


def _fill(aside: Path, located: Located, termbase: Termbase, *, book: bool, tell: Tell) -> None:
    if book:
        tell(_("Typesetting the book …"))
        cited, _problems = read_citations(located.home)
        print_book(termbase, aside / BOOK_FILE, articles=cited)
    listed = []
    for name in FORMATS:
        tell(_("Exporting {format} …").format(format=name))
        listed.append(_exported(name, termbase, aside))
    shutil.copyfile(SCHEMA_PATH, aside / "json" / SCHEMA_PATH.name)
    _write(aside / LICENCE_FILE, [_licence(located, termbase.settings).encode()])
    for language in INTERFACE_LANGUAGES:
        with speaking(language):
            page = guide_page(termbase, listed, BOOK_FILE if book else "")
            _write(aside / page_name(language), (piece.encode() for piece in page))
    lines = [f"{digest}  {name}\n" for name, digest in _digests(aside)]
    _write(aside / SUMS_FILE, ["".join(lines).encode()])


def _exported(name: str, termbase: Termbase, aside: Path) -> Listed:
    """Write all files of a format; what they left out is counted together."""
    tally = Tally()
    files = []
    for codes, selection in _selections(name, termbase):
        language = codes[0] if Layout.READERS in LAYOUTS[name] else LANGUAGE_ORDER[0]
        with speaking(language):
            for file, pieces in FORMATS[name].stream(selection, tally).items():
                path = f"{name}/{_file_name(file, '-'.join(codes))}"
                _write(aside / path, pieces)
                files.append((path, codes))
    return Listed(FORMATS[name], files, tally)


def _selections(name: str, termbase: Termbase) -> Iterator[tuple[tuple[str, ...], Selection]]:
    """The languages that each file of a format is named after, and what is in it."""
    for layout in LAYOUTS[name]:
        if layout is Layout.PAIRS:
            for source, target in permutations(LANGUAGE_ORDER, 2):
                yield (source, target), select(termbase, source=source, targets=(target,))
        elif layout is Layout.WHOLE:
            yield (), select(termbase)
        else:
            for source in LANGUAGE_ORDER:
                yield (source,), select(termbase, source=source)


def _file_name(file: str, languages: str) -> str:
    """The file's name with its languages in it, without folders.

    >>> _file_name("ru/LC_MESSAGES/glossary.po", "vi-ru"), _file_name("glossary.vi-ru.dsl", "vi-ru")
    ('glossary.vi-ru.po', 'glossary.vi-ru.dsl')
    """
    name = PurePosixPath(file).name
    if not languages or f".{languages}." in name:
        return name
    stem, dot, suffix = name.partition(".")
    return f"{stem}.{languages}{dot}{suffix}"


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """The interface in a language, for as long as the block lasts."""
    before = current_language()
    use_language(language)
    try:
        yield
    finally:
        use_language(before)


def _licence(located: Located, settings: Settings) -> str:
    source = located.home / LICENCE_SOURCE
    if source.is_file():
        return source.read_text(encoding="utf-8")
    return f"Licence of the glossary: {settings.licence or '—'}\n{settings.contact}\n"


def _write(path: Path, pieces: Iterable[bytes]) -> None:
    path.parent.mkdir(exist_ok=True)
    with path.open("wb") as file:
        file.writelines(pieces)


def _digests(folder: Path) -> Iterator[tuple[str, str]]:
    """Every file of the folder but the list itself, with its SHA-256."""
    found = {p.relative_to(folder).as_posix(): p for p in folder.rglob("*") if p.is_file()}
    for name in sorted(found):
        if name != SUMS_FILE:
            with found[name].open("rb") as file:
                yield name, hashlib.file_digest(file, "sha256").hexdigest()


def _refuse_changed(folder: Path) -> None:
    """Refuse to replace a folder in which something is that no release wrote."""
    if not folder.exists():
        return
    try:
        sums = (folder / SUMS_FILE).read_text(encoding="utf-8")
        known = {
            name: digest for digest, name in (line.split("  ", 1) for line in sums.splitlines())
        }
        own = [name for name, digest in _digests(folder) if known.get(name) != digest]
    except (OSError, ValueError):
        own = [SUMS_FILE]
    if own:
        raise UnwritableOutputError(
            _("files there were added or changed by somebody: {names}.").format(
                names=", ".join([*own[:3], *(["…"] if len(own) > 3 else [])])
            ),
            hint=_("Move what is yours elsewhere and delete the folder, or choose another --out."),
            place=Place(display_path(folder)),
        )


def _made_aside(out: Path, folder: Path) -> Path:
    try:
        out.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=f".{NAME}.", suffix=".part", dir=out))
        umask = os.umask(0)
        os.umask(umask)
        aside.chmod(0o777 & ~umask)
    except OSError as error:
        raise unwritable(folder, error, unchanged(error)) from None
    return aside


def _put_in_place(aside: Path, folder: Path) -> None:
    """Move the new folder where the old one is, which stands until then."""
    old = folder.with_name(f"{aside.name}.old")
    if folder.exists():
        folder.rename(old)
    try:
        aside.rename(folder)
    except OSError:
        if old.exists():
            old.rename(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)
