"""vnru-terms tidy: concept files in their canonical form."""

from __future__ import annotations

from pathlib import Path

import click

from vnru_terms.cli.base import Session, argument, command, option
from vnru_terms.cli.output import exit_code, print_findings, say
from vnru_terms.findings import display_path
from vnru_terms.messages import N_, _, ngettext
from vnru_terms.store.locate import refuse_bundled
from vnru_terms.workflow.tidy import tidy as run


@command(help=N_("Write concept files in their canonical form; PATH limits which."))
@argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(path_type=Path))
@option("--check", is_flag=True, help=N_("Write nothing; exit 1 if a file would change."))
@click.pass_context
def tidy(ctx: click.Context, paths: tuple[Path, ...], check: bool) -> None:
    session: Session = ctx.obj
    located = session.locate()
    if not check and not paths:
        refuse_bundled(located)
    tidied = run(located.folder, paths, write=not check)
    print_findings(tidied.findings, "text")
    for path in tidied.changed:
        click.echo(display_path(path))
    n = len(tidied.changed)
    if check:
        changed = ngettext("{n} file would change", "{n} files would change", n)
    else:
        changed = ngettext("{n} file rewritten", "{n} files rewritten", n)
    unchanged = _("{n} canonical already").format(n=tidied.unchanged)
    say(f"{changed.format(n=n)}, {unchanged}.")
    ctx.exit(1 if check and n else exit_code(tidied.findings, strict=False))
