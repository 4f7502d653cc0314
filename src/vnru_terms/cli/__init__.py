"""The command line: one file a command, listed here; start reading at `COMMANDS`."""

from __future__ import annotations

import os
from pathlib import Path

import click

from vnru_terms import __version__
from vnru_terms.cli.base import SETTINGS, LazyGroup, Option, Session
from vnru_terms.messages import INTERFACE_LANGUAGES, N_, _

# Name: module under vnru_terms.cli, name of the command there, short help.
COMMANDS: dict[str, tuple[str, str, str]] = {
    "lookup": ("lookup", "lookup", N_("Look a term up, from any of the three languages.")),
    "annotate": ("annotate", "annotate", N_("Mark a document's terms with their equivalents.")),
    "build": ("build", "build", N_("Do the whole job: mine, validate, export, print.")),
    "mine": ("mine", "mine", N_("Find the recurring terms of Vietnamese articles.")),
    "review": ("review", "review", N_("Decide on candidates one by one.")),
    "suggest": ("suggest", "suggest", N_("Propose equivalents of a term, with reasons.")),
    "brief": ("brief", "brief", N_("Print an interpreter's page of a document.")),
    "check": ("check", "check", N_("Check a translation against the glossary.")),
    "validate": ("validate", "validate", N_("Check the glossary against its rules.")),
    "tidy": ("tidy", "tidy", N_("Write concept files in their canonical form.")),
    "stats": ("stats", "stats", N_("Count what the glossary holds and what is missing.")),
    "import": ("import_", "import_", N_("Take the terms of a spreadsheet into the glossary.")),
    "diff": ("diff", "diff", N_("Say what two editions of a glossary changed.")),
    "export": ("export", "export", N_("Write the glossary for another program.")),
    "print": ("print_book", "print_book", N_("Typeset the glossary as a PDF book.")),
    "init": ("init", "init", N_("Start a glossary of your own.")),
    "completion": ("completion", "completion", N_("Print the completion script for a shell.")),
}


@click.group(
    cls=LazyGroup,
    table=COMMANDS,
    help=N_("Vietnamese-Russian-English terminology: find it, keep it, use it, print it."),
    context_settings=SETTINGS,
    invoke_without_command=True,
)
@click.option(
    "--glossary",
    cls=Option,
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    help=N_("The glossary's folder; else the nearest one, else the one that comes along."),
)
@click.option(
    "--ui",
    cls=Option,
    type=click.Choice(INTERFACE_LANGUAGES),
    help=N_("Language of the interface."),
)
@click.option("-v", "--verbose", cls=Option, is_flag=True, help=N_("Say more."))
@click.option(
    "--version",
    cls=Option,
    is_flag=True,
    help=N_("Show the version (with -v: also which glossary is used)."),
)
@click.pass_context
def vnru_terms(
    ctx: click.Context, glossary: Path | None, ui: str | None, verbose: bool, version: bool
) -> None:
    ctx.obj = Session(glossary, verbose)
    if os.environ.get("NO_COLOR"):
        ctx.color = False
    if ctx.invoked_subcommand is None:
        click.echo(_version(ctx.obj, verbose) if version else ctx.get_help())


def _version(session: Session, verbose: bool) -> str:
    lines = [f"vnru-terms {__version__}"]
    if verbose:
        located = session.locate()
        line = _("glossary: {folder} ({reason})")
        lines.append(line.format(folder=located.folder, reason=located.reason))
    return "\n".join(lines)
