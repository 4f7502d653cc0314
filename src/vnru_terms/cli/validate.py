"""vnru-terms validate: the glossary against its rules."""

from __future__ import annotations

from pathlib import Path

import click

from vnru_terms.cli.base import Session, argument, command, option
from vnru_terms.cli.output import FINDING_FORMATS, exit_code, print_findings, say
from vnru_terms.messages import N_, ngettext
from vnru_terms.workflow.validate import validate as run


@command(help=N_("Check the glossary against its rules; PATH limits what is shown."))
@argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(path_type=Path))
@option("--strict", is_flag=True, help=N_("Warnings count as errors."))
@option("--format", type=click.Choice(FINDING_FORMATS), default="text", help=N_("Output format."))
@option("--json", "format", flag_value="json", help=N_("Short for --format json."))
@click.pass_context
def validate(ctx: click.Context, paths: tuple[Path, ...], strict: bool, format: str) -> None:
    session: Session = ctx.obj
    termbase, findings = run(session.locate().folder, paths)
    print_findings(findings, format)
    if not findings:
        n = len(termbase.entries)
        say(ngettext("{n} concept, all sound.", "{n} concepts, all sound.", n).format(n=n))
    ctx.exit(exit_code(findings, strict))
