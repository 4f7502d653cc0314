"""vnru-terms export: the glossary for another program."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from vnru_terms.cli.base import Session, argument, command, option
from vnru_terms.cli.output import Progress, counted_entries, print_wrapped, say
from vnru_terms.findings import VnruTermsError, display_path
from vnru_terms.formats import FORMATS, Format
from vnru_terms.messages import N_, _, ngettext
from vnru_terms.model import LANGUAGE_ORDER
from vnru_terms.store.locate import Located
from vnru_terms.workflow.export import export as run
from vnru_terms.workflow.export import render, select
from vnru_terms.workflow.release import release
from vnru_terms.workflow.validate import read_sound


@command(help=N_("Write the glossary in FORMAT for another program (--list shows which)."))
@argument("format", metavar="[FORMAT]", required=False, type=click.Choice(tuple(FORMATS)))
@option(
    "--all",
    "all_",
    is_flag=True,
    help=N_(
        "Make a release: a folder with every format in every direction, the printed book, a guide "
        "for translators and checksums."
    ),
)
@option("--no-book", is_flag=True, help=N_("With --all: leave the printed book out."))
@option("--list", "list_", is_flag=True, help=N_("List the formats and what each loses."))
@option(
    "--from",
    "source",
    type=click.Choice(LANGUAGE_ORDER),
    default="vi",
    show_default=True,
    help=N_("Source language."),
)
@option(
    "--to",
    "targets",
    type=click.Choice(LANGUAGE_ORDER),
    multiple=True,
    help=N_("Target language; may be given twice. Both others, if not given."),
)
@option("--subject", "subjects", multiple=True, help=N_("Only this subject field (its folder)."))
@option(
    "--out",
    metavar="PATH",
    type=click.Path(path_type=Path),
    help=N_("File or folder; - for stdout."),
)
@click.pass_context
def export(
    ctx: click.Context,
    format: str | None,
    all_: bool,
    no_book: bool,
    list_: bool,
    source: str,
    targets: tuple[str, ...],
    subjects: tuple[str, ...],
    out: Path | None,
) -> None:
    if list_:
        _print_list()
        return
    if all_:
        if format or targets or subjects or source != LANGUAGE_ORDER[0]:
            raise click.UsageError(_("With --all only --out and --no-book can be given."))
        _release(ctx.obj, out, book=not no_book)
        return
    if no_book:
        raise click.UsageError(_("--no-book goes with --all."))
    if format is None:
        raise click.UsageError(_("Which format? One of: {f}.").format(f=", ".join(FORMATS)))
    session: Session = ctx.obj
    located = session.locate()
    termbase, _findings = read_sound(located.folder)
    selection = select(termbase, source=source, targets=targets, subjects=subjects)
    if out is not None and str(out) == "-":
        rendered = render(format, selection)
        _to_stdout(rendered.files)
        _tell_losses(FORMATS[format], rendered.left_out)
        return
    exported = run(format, selection, out or _default_folder(located, format))
    for path in exported.paths:
        click.echo(display_path(path))
    say(counted_entries(exported.concepts, exported.names) + ".")
    _tell_losses(exported.format, exported.left_out)


def _release(session: Session, out: Path | None, *, book: bool) -> None:
    located = session.locate()
    home = Path.cwd() if located.bundled else located.home
    progress = Progress()
    try:
        made = release(located, out or home / "dist", book=book, tell=progress)
    finally:
        progress.done()
    click.echo(display_path(made.folder))
    n = len(made.files)
    files = ngettext("{n} file", "{n} files", n).format(n=n)
    size = _("{n} MB").format(n=round(made.size / 1_000_000))
    say(f"{counted_entries(made.concepts, made.names)}, {files}, {size}.")


def _tell_losses(format: Format, left_out: Sequence[str]) -> None:
    lost = format.lost()
    if lost:
        say(_("{format} cannot carry: {loses}.").format(format=format.name, loses=lost))
    else:
        say(_("{format} carries everything.").format(format=format.name))
    if left_out:
        say(_("Left out: {what}.").format(what="; ".join(left_out)))


def _print_list() -> None:
    """Format, client and what is lost, in as many columns as the terminal has."""
    rows = [[f.name, _(f.client), f.lost() or _("nothing")] for f in FORMATS.values()]
    print_wrapped([_("format"), _("for"), _("loses")], rows)


def _default_folder(located: Located, format: str) -> Path:
    """PO's home is `locale/` beside the glossary; the rest, and all of a bundled one, `build/`."""
    if located.bundled:
        build = Path.cwd() / "build"
        return build / "locale" if FORMATS[format].in_locale else build
    return located.home / ("locale" if FORMATS[format].in_locale else "build")


def _to_stdout(files: Mapping[str, bytes]) -> None:
    if len(files) != 1:
        raise VnruTermsError(
            _("this makes {n} files; standard output takes one.").format(n=len(files)),
            hint=_("Give one language with --to."),
        )
    sys.stdout.buffer.write(next(iter(files.values())))
