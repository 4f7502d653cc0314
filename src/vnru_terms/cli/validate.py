"""vnru-terms validate: the glossary against its rules."""

from __future__ import annotations

from pathlib import Path

import click

from vnru_terms.cli.base import Session, argument, command, option
from vnru_terms.cli.output import (
    FINDING_FORMATS,
    counted_entries,
    exit_code,
    print_findings,
    print_json,
    say,
)
from vnru_terms.findings import Finding, display_path, in_order
from vnru_terms.messages import N_, _, ngettext
from vnru_terms.store.locate import refuse_bundled
from vnru_terms.workflow.fix import Fixed, fix
from vnru_terms.workflow.validate import validate as run


@command(help=N_("Check the glossary against its rules; PATH limits what is shown."))
@argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(path_type=Path))
@option("--strict", is_flag=True, help=N_("Warnings count as errors."))
@option(
    "--fix",
    "mend",
    is_flag=True,
    help=N_("Mend letters, quotes, dashes, ё and tone marks, then check."),
)
@option("--dry-run", is_flag=True, help=N_("With --fix: write nothing, show the differences."))
@option("--format", type=click.Choice(FINDING_FORMATS), default="text", help=N_("Output format."))
@option("--json", "format", flag_value="json", help=N_("Short for --format json."))
@click.pass_context
def validate(
    ctx: click.Context,
    paths: tuple[Path, ...],
    strict: bool,
    mend: bool,
    dry_run: bool,
    format: str,
) -> None:
    session: Session = ctx.obj
    located = session.locate()
    if dry_run and not mend:
        raise click.UsageError(_("--dry-run goes with --fix."), ctx)
    kept: tuple[Finding, ...] = ()
    if mend:
        if not dry_run:
            refuse_bundled(located)
        fixed = fix(located.folder, paths, write=not dry_run)
        if dry_run:
            _show(fixed, format)
            ctx.exit(int(bool(fixed.files)))
        _tell(fixed)
        kept = fixed.findings
    termbase, findings = run(located.folder, paths)
    findings = in_order([*kept, *findings])
    print_findings(findings, format)
    if not findings:
        concepts = len(termbase.concepts)
        counted = counted_entries(concepts, len(termbase.entries) - concepts)
        say(_("{entries}: all sound.").format(entries=counted))
    ctx.exit(exit_code(findings, strict))


def _show(fixed: Fixed, format: str) -> None:
    """The differences on stdout, what they are on stderr."""
    if format == "json":
        print_json([change.as_json() for file in fixed.files for change in file.changes])
    else:
        for file in fixed.files:
            click.echo(file.diff(), nl=False)
        print_findings(fixed.findings, format)
    n = len(fixed.files)
    say(ngettext("{n} file would change", "{n} files would change", n).format(n=n) + ".")


def _tell(fixed: Fixed) -> None:
    """Every change on stderr, then how many files were rewritten."""
    for file in fixed.files:
        for change in file.changes:
            say(str(change))
        if not file.changes:
            say(_("{file}: order and layout").format(file=display_path(file.path)))
    n = len(fixed.files)
    say(ngettext("{n} file rewritten", "{n} files rewritten", n).format(n=n) + ".")
