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
from vnru_terms.printing.edition import Edition
from vnru_terms.store.articles import read_citations
from vnru_terms.workflow.build import BOOK_FILE
from vnru_terms.workflow.print_book import print_book as run
from vnru_terms.workflow.validate import read_sound


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
@option("--subject", help=N_("Only this subject field (its folder)."))
@click.pass_context
def print_book(ctx: click.Context, out: Path | None, paper: str, subject: str | None) -> None:
    session: Session = ctx.obj
    edition = Edition(paper=paper, subject=subject)
    located = session.locate()
    termbase, _findings = read_sound(located.folder)
    cited, _problems = read_citations(located.home)
    home = Path.cwd() if located.bundled else located.home
    if out is not None and str(out) == "-":
        with TemporaryDirectory() as folder:
            made = Path(folder) / BOOK_FILE
            run(termbase, made, edition, articles=cited)
            sys.stdout.buffer.write(made.read_bytes())
        return
    target = out or home / "build" / BOOK_FILE
    report = run(termbase, target, edition, articles=cited)
    click.echo(display_path(report.path))
    pages = ngettext("{n} page", "{n} pages", report.pages).format(n=report.pages)
    entries = ngettext("{n} entry", "{n} entries", report.entries).format(n=report.entries)
    say(f"{pages}, {entries}.")
    if report.left_out:
        say(_("Left out: {what}.").format(what=", ".join(report.left_out)))
