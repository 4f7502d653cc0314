"""Print the glossary: choose ▸ ask the fonts ▸ data for the page ▸ typeset ▸ PDF files.

Start at `print_book`. A glossary with a character that the book's fonts lack is refused before
typesetting, with the file of each concept that has one. A book of more entries than a volume takes
is several files; a booklet is a file beside each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from vnru_terms.findings import UnsoundGlossaryError
from vnru_terms.messages import _
from vnru_terms.model import ConceptEntry, Termbase
from vnru_terms.printing.booklet import booklet_of
from vnru_terms.printing.edition import STANDARD, Edition
from vnru_terms.printing.engine import Typeset, typeset
from vnru_terms.printing.page import Book, Part
from vnru_terms.printing.page_data import chosen_entries, make_book
from vnru_terms.printing.pocket import pocket_card
from vnru_terms.printing.statistics_page import stressed_terms
from vnru_terms.printing.volumes import VOLUME, volumes_of
from vnru_terms.store.atomic import write_bytes
from vnru_terms.store.index_cache import silent
from vnru_terms.workflow.print_refusals import (
    no_stress,
    nothing_to_print,
    refuse_nonsense,
    refuse_volumes,
)
from vnru_terms.workflow.print_volumes import read_volume, typeset_volumes
from vnru_terms.workflow.unprintable import unprintable_characters

Tell = Callable[[str], None]
# A larger book takes half the memory, and a second more, if each pass has a process to itself.
SET_HERE = 1_000
# The paper of a booklet: two pages stand side by side.
SHEETS = {"a5": "A4", "a4": "A3"}


@dataclass(frozen=True, slots=True)
class Fold:
    """A booklet: its file, its sheets and their paper, and the bundles that they are folded in."""

    path: Path
    paper: str
    sheets: int
    signatures: int


@dataclass(frozen=True, slots=True)
class PrintReport:
    """What was printed, and where.

    `path` is the book or its first volume, `volumes` all of them. `left_out` are the ids of the
    entries that the languages of the book cannot print, `stressed` how many Russian terms bear
    their stress, of `stressable`. `left_over` concepts did not fit on a pocket card.
    """

    path: Path
    pages: int
    entries: int
    cross_references: int
    index_lines: Mapping[str, int]
    left_out: tuple[str, ...]
    stressed: int = 0
    stressable: int = 0
    volumes: tuple[Path, ...] = ()
    folds: tuple[Fold, ...] = ()
    left_over: int = 0


def print_book(
    termbase: Termbase,
    out: Path,
    edition: Edition = STANDARD,
    *,
    articles: Mapping[str, str] | None = None,
    booklet: bool = False,
    volume: int = VOLUME,
    one_file: bool = False,
    tell: Tell = silent,
) -> PrintReport:
    """Write the edition of the glossary as a PDF (PDF/A-2a, PDF/UA-1).

    `articles` describes the files that contexts cite (path → publisher, title, date). With
    `booklet` a file of imposed sheets stands beside the book. More than `volume` entries make
    volumes, with their number in the name of the file; they are refused if there is to be
    `one_file`. `tell` hears what is being done. UnsoundGlossaryError where a font lacks a
    character; UnreadableInputError where there is nothing to print, or the edition contradicts
    itself; MissingExtraError without the extra `print`.
    """
    refuse_nonsense(edition, booklet=booklet)
    tell(_("Choosing and sorting the entries …"))
    entries = chosen_entries(termbase, edition)
    if not entries:
        raise nothing_to_print(termbase, edition)
    findings = unprintable_characters(termbase, entries)
    if findings:
        raise UnsoundGlossaryError(
            _("the fonts of the book lack characters of the glossary."), findings=findings
        )
    left_out = _left_out(termbase, entries, edition)
    stressed, stressable = stressed_terms(entries) if edition.stress else (0, 0)
    if edition.stress and not stressed:
        raise no_stress()
    if edition.pocket:
        tell(_("Typesetting the card …"))
        card = pocket_card(termbase.settings, entries, edition)
        write_bytes(out, card.pdf)
        return PrintReport(
            path=out,
            pages=card.sides,
            entries=len(entries) - card.left_over,
            cross_references=0,
            index_lines={},
            left_out=left_out,
            volumes=(out,),
            left_over=card.left_over,
            stressed=stressed,
            stressable=stressable,
        )
    book = make_book(termbase, entries, edition, articles=articles)
    volumes = volumes_of(book, volume)
    if one_file:
        refuse_volumes(len(volumes))
    pages = 0
    paths, folds = [], []
    for path, made in zip(_names(out, len(volumes)), _set(volumes, edition, tell), strict=True):
        write_bytes(path, made.pdf)
        pages += made.pages
        paths.append(path)
        if booklet:
            tell(_("Imposing the sheets of the booklet …"))
            folds.append(_fold(path, made, edition))
    main, *others = book.parts
    return PrintReport(
        path=paths[0],
        pages=pages,
        entries=len(entries),
        cross_references=_lines(main) - len(entries),
        index_lines={
            part.language: _lines(part)
            for part in others
            if part.kind == "index" and part.language != edition.language
        },
        left_out=left_out,
        volumes=tuple(paths),
        folds=tuple(folds),
        stressed=stressed,
        stressable=stressable,
    )


def _set(volumes: Sequence[Book], edition: Edition, tell: Tell) -> Iterator[Typeset]:
    """The volumes as PDFs, in order; what is large is set in processes of its own."""
    if len(volumes) == 1 and volumes[0].entries <= SET_HERE:
        tell(_("Typesetting the book …"))
        yield typeset(volumes[0], edition)
        return

    def done(volumes_done: int) -> None:
        if len(volumes) == 1:
            tell(_("Typesetting the book …"))
            return
        message = _("Typesetting: {done} of {of} volumes done …")
        tell(message.format(done=volumes_done, of=len(volumes)))

    done(0)
    with TemporaryDirectory() as folder:
        for path in typeset_volumes(volumes, edition, Path(folder), done):
            yield read_volume(path)


def _names(out: Path, volumes: int) -> list[Path]:
    if volumes == 1:
        return [out]
    return [out.with_name(f"{out.stem}-{n}{out.suffix}") for n in range(1, volumes + 1)]


def _fold(path: Path, made: Typeset, edition: Edition) -> Fold:
    imposed = booklet_of(made.pdf)
    beside = path.with_name(f"{path.stem}-booklet{path.suffix}")
    write_bytes(beside, imposed.pdf)
    return Fold(beside, SHEETS[edition.paper], imposed.sheets, imposed.signatures)


def _left_out(
    termbase: Termbase, entries: tuple[ConceptEntry, ...], edition: Edition
) -> tuple[str, ...]:
    printed = {entry.id for entry in entries}
    return tuple(
        entry.id
        for entry in termbase.concepts
        if entry.id not in printed and edition.subject in (None, entry.subject_field)
    )


def _lines(part: Part) -> int:
    return sum(1 for _item in part.items())
