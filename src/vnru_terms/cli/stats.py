"""vnru-terms stats: what the glossary holds and what is missing."""

from __future__ import annotations

import click

from vnru_terms.cli.base import Session, command, option
from vnru_terms.cli.output import (
    display_width,
    errors_in,
    pad,
    print_json,
    print_table,
    say_problems,
)
from vnru_terms.curation.statistics import Statistics, count
from vnru_terms.messages import N_, _, current_language
from vnru_terms.model import Settings, Status
from vnru_terms.store.glossary import read_glossary


@command(help=N_("Count what the glossary holds and what is missing."))
@option("--missing", is_flag=True, help=N_("List the concepts that lack something."))
@option("--format", type=click.Choice(("text", "json")), default="text", help=N_("Output format."))
@option("--json", "format", flag_value="json", help=N_("Short for --format json."))
@click.pass_context
def stats(ctx: click.Context, missing: bool, format: str) -> None:
    session: Session = ctx.obj
    termbase, problems = read_glossary(session.locate().folder)
    say_problems(errors_in(problems))
    statistics = count(termbase)
    if format == "json":
        print_json(statistics.as_json())
    elif missing:
        for what, ids in statistics.missing.items():
            for id in ids:
                click.echo(f"{what}\t{id}")
    else:
        _print_counts(statistics, termbase.settings)


def _print_counts(statistics: Statistics, settings: Settings) -> None:
    names = {
        Status.PREFERRED: _("preferred"),
        Status.ADMITTED: _("admitted"),
        Status.DEPRECATED: _("deprecated"),
        Status.SUPERSEDED: _("superseded"),
    }
    head = [_("language"), _("concepts"), _("terms"), _("attested"), *names.values()]
    rows = [
        [c.language, str(c.concepts), str(c.terms), str(c.attested)]
        + [str(c.statuses[status.value]) for status in names]
        for c in statistics.languages
    ]
    print_table(head, rows, right=range(1, 8))
    click.echo()
    head = [_("subject field"), _("concepts"), _("complete"), _("context"), _("definition")]
    fields = [
        [
            settings.subject_label(f.slug, current_language()),
            *(str(n) for n in (f.concepts, f.complete, f.with_context, f.with_definition)),
        ]
        for f in statistics.fields
    ]
    totals = [sum(int(row[i]) for row in fields) for i in range(1, 5)]
    fields.append([_("together"), *(str(n) for n in totals)])
    print_table(head, fields, right=range(1, 5))
    if statistics.missing:
        click.echo()
        click.echo(_("Still missing (stats --missing lists them):"))
        labels = {"term": _("no term"), "source": _("no source")}
        width = max(display_width(label) for label in labels.values())
        for what, ids in statistics.missing.items():
            language, _space, kind = what.partition(" ")
            click.echo(f"  {language}  {pad(labels[kind], width)}  {len(ids)}")
    if statistics.rejected:
        click.echo(_("Rejected candidates: {n}").format(n=statistics.rejected))
