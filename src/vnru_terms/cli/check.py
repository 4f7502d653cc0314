"""vnru-terms check: translations against the glossary, for a reviser, for CI and for programs."""

from __future__ import annotations

import click

from vnru_terms.cli.base import DATE, Session, argument, command, option
from vnru_terms.cli.output import Progress, exit_code, print_json, say, say_problems
from vnru_terms.findings import Severity
from vnru_terms.lang import LANGUAGES
from vnru_terms.messages import N_, _, ngettext
from vnru_terms.workflow.check import CheckedFile, Direction, check_files

FORMATS = ("text", "json", "sarif", "github")
_CODES = click.Choice(list(LANGUAGES))


@command(
    help=N_(
        "Check translations against the glossary: PO, XLIFF, TMX, TSV, CSV, xlsx. "
        "FILE may be - for standard input."
    )
)
@argument("files", metavar="FILE...", nargs=-1, required=True)
@option("--from", "from_", metavar="L", help=N_("The source language, else what the file says."))
@option("--to", metavar="L", help=N_("The target language, else what the file says."))
@option("--on", type=DATE, metavar="DATE", help=N_("The date of the text (2024 or 2024-06-20)."))
@option("--strict", is_flag=True, help=N_("Warnings count as errors."))
@option("--all", "everything", is_flag=True, help=N_("Show information too, not only warnings."))
@option("--format", type=click.Choice(FORMATS), default="text", help=N_("Output format."))
@option("--json", "format", flag_value="json", help=N_("Short for --format json."))
@click.pass_context
def check(
    ctx: click.Context,
    files: tuple[str, ...],
    from_: str | None,
    to: str | None,
    on: str | None,
    strict: bool,
    everything: bool,
    format: str,
) -> None:
    session: Session = ctx.obj
    wanted = Direction(_language(ctx, from_), _language(ctx, to))
    progress = Progress(session.verbose)
    checked = []
    for file in check_files(
        session.locate(), files, wanted, on=on or "", say=say, progress=progress
    ):
        progress.done()
        checked.append(file)
        if format == "text":
            _print_text(file, everything)
    _print(checked, format)
    for file in checked:
        for finding in file.findings:
            say(str(finding))
    say_problems(max((file.problems for file in checked), default=0))
    if any(file.findings for file in checked):
        ctx.exit(2)
    remarks = [remark.as_finding() for file in checked for remark in file.remarks]
    ctx.exit(exit_code(remarks, strict))


def _language(ctx: click.Context, tag: str | None) -> str:
    """A code of ours for a tag such as vi-VN."""
    if not tag:
        return ""
    code = tag.replace("_", "-").partition("-")[0].lower()
    if code not in LANGUAGES:
        known = ", ".join(LANGUAGES)
        text = _("“{tag}” is none of the glossary's languages: {known}.")
        raise click.BadParameter(text.format(tag=tag, known=known), ctx)
    return code


def _print_text(file: CheckedFile, everything: bool) -> None:
    # Here and not above: the other formats need none of it.
    from vnru_terms.cli.check_text import report_lines

    for line in report_lines(file, everything=everything):
        click.echo(line)


def _print(checked: list[CheckedFile], format: str) -> None:
    from vnru_terms.cli.check_machine import as_github, as_sarif

    if format == "json":
        print_json([remark.as_json() for file in checked for remark in file.remarks])
    elif format == "sarif":
        print_json(as_sarif(checked))
    elif format == "github":
        for line in as_github(checked):
            click.echo(line)
    else:
        _say_total(checked)


def _say_total(checked: list[CheckedFile]) -> None:
    severities = [remark.severity for file in checked for remark in file.remarks]
    errors, warnings = (severities.count(s) for s in (Severity.ERROR, Severity.WARNING))
    say(
        ", ".join(
            (
                ngettext("{n} error", "{n} errors", errors).format(n=errors),
                ngettext("{n} warning", "{n} warnings", warnings).format(n=warnings),
            )
        )
    )
