"""vnru-terms init: a glossary of one's own to start from."""

from __future__ import annotations

from pathlib import Path

import click

from vnru_terms.cli.base import argument, command, option
from vnru_terms.cli.output import counted_entries
from vnru_terms.findings import display_path
from vnru_terms.messages import N_, _
from vnru_terms.workflow.init import start_glossary


@command(help=N_("Start a glossary of your own in DIR/glossary."))
@argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@option("--copy", is_flag=True, help=N_("Take along the glossary that comes with the program."))
@click.pass_context
def init(ctx: click.Context, folder: Path, copy: bool) -> None:
    glossary, concepts, names = start_glossary(folder, copy=copy)
    click.echo(f"{display_path(glossary)}: {counted_entries(concepts, names)}")
    click.echo(_("Next:"))
    if folder.resolve() != Path.cwd():
        click.echo(f"  cd {folder}")
    click.echo(_("  edit glossary/glossary.yaml (title, date, subject fields)"))
    click.echo(_("  edit the concepts, one a file: glossary/FIELD/ID.yaml"))
    click.echo("  vnru-terms validate")
    click.echo("  vnru-terms lookup tham vấn")
