"""vnru-terms print: the glossary as a PDF book."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from vnru_terms.cli.base import Session, command, option
from vnru_terms.cli.output import say
from vnru_terms.findings import display_path
from vnru_terms.messages import N_, _, ngettext
from vnru_terms.model import LANGUAGE_ORDER
from vnru_terms.printing.edition import Edition, book_file
from vnru_terms.store.articles import read_citations
from vnru_terms.workflow.print_book import print_book as run
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
    type=click.Choice(("a5", "a4")),
    default="a5",
    show_default=True,
    help=N_("Paper size."),
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
@option("--subject", help=N_("Only this subject field (its folder)."))
@click.pass_context
def print_book(
    ctx: click.Context,
    out: Path | None,
    paper: str,
    head: str,
    targets: tuple[str, ...],
    stress: bool,
    subject: str | None,
) -> None:
    session: Session = ctx.obj
    edition = Edition(head, targets, paper=paper, subject=subject, stress=stress)
    located = session.locate()
    termbase, _findings = read_sound(located.folder)
    cited, _problems = read_citations(located.home)
    home = Path.cwd() if located.bundled else located.home
    if out is not None and str(out) == "-":
        with TemporaryDirectory() as folder:
            made = Path(folder) / book_file(edition)
            run(termbase, made, edition, articles=cited)
            sys.stdout.buffer.write(made.read_bytes())
        return
    target = out or home / "build" / book_file(edition)
    report = run(termbase, target, edition, articles=cited)
    click.echo(display_path(report.path))
    pages = ngettext("{n} page", "{n} pages", report.pages).format(n=report.pages)
    entries = ngettext("{n} entry", "{n} entries", report.entries).format(n=report.entries)
    say(f"{pages}, {entries}.")
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
