"""Print the glossary: choose ▸ ask the fonts ▸ data for the page ▸ typeset ▸ one PDF.

Start at `print_book`. A glossary with a character that the book's fonts lack is refused before
typesetting, with the file of each concept that has one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from vnru_terms.findings import UnreadableInputError, UnsoundGlossaryError
from vnru_terms.messages import _
from vnru_terms.model import Termbase
from vnru_terms.printing.edition import Edition
from vnru_terms.printing.engine import PAPERS, typeset
from vnru_terms.printing.page import Part
from vnru_terms.printing.page_data import chosen_entries, make_book
from vnru_terms.store.atomic import write_bytes
from vnru_terms.workflow.unprintable import unprintable_characters

STANDARD = Edition()
# The language whose dictionaries mark the stress.
STRESSED = "ru"


@dataclass(frozen=True, slots=True)
class PrintReport:
    """What was printed, and where.

    `left_out` are the ids of the entries that the languages of the book cannot print, `stressed`
    how many Russian terms bear their stress, of `stressable`.
    """

    path: Path
    pages: int
    entries: int
    cross_references: int
    index_lines: Mapping[str, int]
    left_out: tuple[str, ...]
    stressed: int = 0
    stressable: int = 0


def print_book(
    termbase: Termbase,
    out: Path,
    edition: Edition = STANDARD,
    *,
    articles: Mapping[str, str] | None = None,
) -> PrintReport:
    """Write the edition of the glossary as a PDF (PDF/A-2a, PDF/UA-1).

    `articles` describes the files that contexts cite (path → publisher, title, date).
    UnsoundGlossaryError where a font lacks a character; UnreadableInputError where there is
    nothing to print, or the edition contradicts itself; MissingExtraError without the extra
    `print`.
    """
    _refuse_nonsense(edition)
    entries = chosen_entries(termbase, edition)
    if not entries:
        raise _nothing_to_print(termbase, edition)
    findings = unprintable_characters(termbase, entries)
    if findings:
        raise UnsoundGlossaryError(
            _("the fonts of the book lack characters of the glossary."), findings=findings
        )
    book = make_book(termbase, entries, edition, articles=articles)
    typeset_book = typeset(book, edition)
    write_bytes(out, typeset_book.pdf)
    main, *others = book.parts
    printed = {entry.id for entry in entries}
    russian = [term for entry in entries for term in entry.terms(STRESSED)]
    return PrintReport(
        path=out,
        pages=typeset_book.pages,
        entries=len(entries),
        cross_references=_lines(main) - len(entries),
        index_lines={
            part.language: _lines(part)
            for part in others
            if part.kind == "index" and part.language != edition.language
        },
        left_out=tuple(
            entry.id
            for entry in termbase.concepts
            if entry.id not in printed and edition.subject in (None, entry.subject_field)
        ),
        stressed=sum(1 for term in russian if term.stressed) if edition.stress else 0,
        stressable=len(russian) if edition.stress else 0,
    )


def _refuse_nonsense(edition: Edition) -> None:
    """UnreadableInputError where the edition asks for what there is not."""
    if edition.paper not in PAPERS:
        raise UnreadableInputError(
            _("there is no paper “{paper}”.").format(paper=edition.paper),
            hint=_("One of: {names}.").format(names=", ".join(PAPERS)),
        )
    if edition.language in edition.targets:
        raise UnreadableInputError(
            _("a book with heads in “{language}” has no equivalents in “{language}”.").format(
                language=edition.language
            ),
            hint=_("Give another language to --to, or to --head."),
        )
    if edition.stress and STRESSED not in edition.languages:
        raise UnreadableInputError(
            _("stress marks are for Russian terms, and this book has none."),
            hint=_("Leave out --stress, or add --to ru."),
        )


def _lines(part: Part) -> int:
    return sum(1 for _item in part.items())


def _nothing_to_print(termbase: Termbase, edition: Edition) -> UnreadableInputError:
    elsewhere = replace(edition, subject=None)
    slugs = sorted({entry.subject_field for entry in chosen_entries(termbase, elsewhere)})
    if edition.subject is not None and slugs:
        return UnreadableInputError(
            _("no entry of subject field “{subject}” can be printed.").format(
                subject=edition.subject
            ),
            hint=_("Subject fields with entries: {names}.").format(names=", ".join(slugs)),
        )
    return UnreadableInputError(
        _("there is nothing to print: no entry has the terms for a book in {languages}.").format(
            languages=", ".join(edition.languages)
        ),
        hint=_("Add a concept entry, or give another folder with --glossary."),
    )
