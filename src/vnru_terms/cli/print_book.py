"""vnru-terms print: the glossary as a PDF book."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from vnru_terms.cli.base import Session, command, option
from vnru_terms.cli.output import Progress, say
from vnru_terms.findings import display_path
from vnru_terms.messages import N_, _, ngettext
from vnru_terms.model import LANGUAGE_ORDER
from vnru_terms.printing.edition import Edition, book_file
from vnru_terms.store.articles import read_citations
from vnru_terms.workflow.print_book import Fold, PrintReport
from vnru_terms.workflow.print_book import print_book as run
from vnru_terms.workflow.print_refusals import refuse_nonsense
from vnru_terms.workflow.validate import read_sound

# So many ids of left out entries are named.
LEFT_OUT_SHOWN = 10


@command("print", help=N_("Typeset the glossary as a PDF book."))
@option(
    "--out",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help=N_("The PDF's path; - for stdout."),
)
@option(
    "--paper",
    type=click.Choice(("a5", "a4"), case_sensitive=False),
    help=N_("Paper size; else A5, and A4 for large print and cards."),
)
@option(
    "--head",
    type=click.Choice(LANGUAGE_ORDER),
    default="vi",
    show_default=True,
    help=N_("Language of the heads, and of the book's own words."),
)
@option(
    "--to",
    "targets",
    multiple=True,
    type=click.Choice(LANGUAGE_ORDER),
    help=N_("Language of the equivalents; may be given twice. Both others, if not given."),
)
@option("--stress", is_flag=True, help=N_("Print the stress marks of Russian terms."))
@option(
    "--subject",
    "subjects",
    metavar="FIELD",
    multiple=True,
    help=N_("Only this subject field (its folder)."),
)
@option("--large", is_flag=True, help=N_("Large print: 16 points, one column, A4."))
@option("--bleed", is_flag=True, help=N_("For a printing house: 3 mm of bleed, crop marks."))
@option(
    "--booklet",
    is_flag=True,
    help=N_("Also a file of sheets to print on both sides, fold and staple."),
)
@option(
    "--pocket",
    is_flag=True,
    help=N_("A card of one subject field: heads and preferred equivalents on one leaf."),
)
@click.pass_context
def print_book(
    ctx: click.Context,
    out: Path | None,
    paper: str | None,
    head: str,
    targets: tuple[str, ...],
    stress: bool,
    subjects: tuple[str, ...],
    large: bool,
    bleed: bool,
    booklet: bool,
    pocket: bool,
) -> None:
    session: Session = ctx.obj
    if len(set(subjects)) > 1:
        raise click.UsageError(_("A book is of one subject field or of all: give one --subject."))
    edition = Edition(
        head,
        targets,
        paper=paper or "",
        subject=next(iter(subjects), None),
        stress=stress,
        large=large,
        bleed=bleed,
        pocket=pocket,
    )
    refuse_nonsense(edition, booklet=booklet)
    to_stdout = out is not None and str(out) == "-"
    if to_stdout and booklet:
        raise click.UsageError(_("--booklet makes a second file: give a path to --out."))
    located = session.locate()
    termbase, _findings = read_sound(located.folder)
    cited, _problems = read_citations(located.home)
    home = Path.cwd() if located.bundled else located.home
    progress = Progress(session.verbose)
    with TemporaryDirectory() as folder:
        aside = Path(folder) / book_file(edition)
        target = aside if to_stdout else out or home / "build" / book_file(edition)
        try:
            report = run(
                termbase,
                target,
                edition,
                articles=cited,
                booklet=booklet,
                one_file=to_stdout,
                tell=progress,
            )
        finally:
            progress.done()
        if to_stdout:
            sys.stdout.buffer.write(aside.read_bytes())
            return
    for path in (*report.volumes, *(fold.path for fold in report.folds)):
        click.echo(display_path(path))
    _print_summary(report, edition)


def _print_summary(report: PrintReport, edition: Edition) -> None:
    pages = ngettext("{n} page", "{n} pages", report.pages).format(n=report.pages)
    entries = ngettext("{n} entry", "{n} entries", report.entries).format(n=report.entries)
    say(f"{pages}, {entries}.")
    if report.left_over:
        n = report.left_over
        left = ngettext("{n} concept did not fit.", "{n} concepts did not fit.", n).format(n=n)
        say(left + (" " + _("Try --paper a4.") if edition.paper == "a5" else ""))
    for fold in report.folds:
        _tell_how_to_fold(fold)
    if edition.stress:
        say(
            _("Stress marks: {n} of {of} Russian terms have them in the glossary.").format(
                n=report.stressed, of=report.stressable
            )
        )
    if report.left_out:
        shown = ", ".join(report.left_out[:LEFT_OUT_SHOWN])
        more = len(report.left_out) - LEFT_OUT_SHOWN
        what = _("{ids} and {n} more").format(ids=shown, n=more) if more > 0 else shown
        say(_("Left out for want of a usable term: {what}.").format(what=what))


def _tell_how_to_fold(fold: Fold) -> None:
    sheets = ngettext("{n} sheet", "{n} sheets", fold.sheets).format(n=fold.sheets)
    text = _("{file}: {sheets} of {paper}; print on both sides, flip on the short edge, at 100 %.")
    say(text.format(file=fold.path.name, sheets=sheets, paper=fold.paper))
    if fold.signatures == 1:
        say(_("Fold the whole stack in the middle and staple it there."))
    else:
        say(
            _("Fold four sheets at a time ({n} bundles), and sew or glue the bundles.").format(
                n=fold.signatures
            )
        )
