"""vnru-terms stats: what the glossary holds and what is missing."""

from __future__ import annotations

import csv
import sys
from collections.abc import Sequence

import click

from vnru_terms.cli.base import Session, command, option
from vnru_terms.cli.output import (
    display_width,
    errors_in,
    kind_names,
    pad,
    print_json,
    print_table,
    say_problems,
)
from vnru_terms.curation.gaps import GAPS, Gap, find_gaps
from vnru_terms.curation.statistics import Statistics, count
from vnru_terms.messages import N_, _, current_language
from vnru_terms.model import Settings, Status
from vnru_terms.store.glossary import read_glossary

_COLUMNS = ("concept", "subject_field", "language", "missing", "term")


@command(help=N_("Count what the glossary holds and what is missing."))
@option(
    "--missing",
    is_flag=True,
    help=N_("List what is missing: concept, field, language, what, term."),
)
@option(
    "--only",
    multiple=True,
    type=click.Choice(tuple(GAPS)),
    help=N_("With --missing: only gaps of this sort; may be repeated."),
)
@option(
    "--format",
    type=click.Choice(("text", "json", "csv")),
    default="text",
    help=N_("Output format; csv goes with --missing."),
)
@option("--json", "format", flag_value="json", help=N_("Short for --format json."))
@click.pass_context
def stats(ctx: click.Context, missing: bool, only: tuple[str, ...], format: str) -> None:
    session: Session = ctx.obj
    if not missing and (only or format == "csv"):
        raise click.UsageError(_("--only and --format csv go with --missing."), ctx)
    termbase, problems = read_glossary(session.locate().folder)
    say_problems(errors_in(problems))
    if missing:
        _print_gaps(
            find_gaps(termbase, [sort for sort in GAPS if not only or sort in only]), format
        )
        return
    statistics = count(termbase)
    if format == "json":
        print_json(statistics.as_json())
    else:
        _print_counts(statistics, termbase.settings)


def _print_gaps(gaps: Sequence[Gap], format: str) -> None:
    """The worklist: JSON, CSV with a head, or lines parted by tabs for grep and cut."""
    rows = [gap.as_json() for gap in gaps]
    if format == "json":
        print_json(rows)
    elif format == "csv":
        # Here and not above: the formats take longer to import than the counting.
        from vnru_terms.formats.csv_table import harmless

        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(_COLUMNS)
        writer.writerows([harmless(row[column]) for column in _COLUMNS] for row in rows)
    else:
        for row in rows:
            click.echo("\t".join(row[column] for column in _COLUMNS))


def _print_counts(statistics: Statistics, settings: Settings) -> None:
    _print_languages(statistics)
    click.echo()
    _print_fields(statistics, settings)
    click.echo()
    _print_kinds(statistics)
    if statistics.names:
        click.echo()
        click.echo(_("Persons and places, not counted above: {n}").format(n=statistics.names))
    if statistics.gaps:
        click.echo()
        _print_missing(statistics)
    if statistics.rejected:
        click.echo(_("Rejected candidates: {n}").format(n=statistics.rejected))


def _print_languages(statistics: Statistics) -> None:
    names = {
        Status.PREFERRED: _("preferred"),
        Status.ADMITTED: _("admitted"),
        Status.DEPRECATED: _("deprecated"),
        Status.SUPERSEDED: _("superseded"),
    }
    head = [_("language"), _("concepts"), _("terms"), *names.values()]
    rows = [
        [c.language, str(c.concepts), str(c.terms)]
        + [str(c.statuses[status.value]) for status in names]
        for c in statistics.languages
    ]
    print_table(head, rows, right=range(1, len(head)))
    click.echo()
    # What the terms rest on, in a table of its own: together they are too wide for a terminal.
    head = [_("language"), _("attested"), _("unsourced"), _("definitions"), _("reviewed")]
    rows = [
        [c.language, *(str(n) for n in (c.attested, c.unsourced, c.definitions, c.reviewed))]
        for c in statistics.languages
    ]
    print_table(head, rows, right=range(1, len(head)))


def _print_fields(statistics: Statistics, settings: Settings) -> None:
    head = [_("subject field"), _("concepts"), _("complete"), _("attested")]
    head += [_("context"), _("definition"), _("reviewed")]
    counted = [
        (f.concepts, f.complete, f.attested, f.with_context, f.with_definition, f.reviewed)
        for f in statistics.fields
    ]
    rows = [
        [settings.subject_label(f.slug, current_language()), *map(str, numbers)]
        for f, numbers in zip(statistics.fields, counted, strict=True)
    ]
    rows.append([_("together"), *(str(sum(column)) for column in zip(*counted, strict=True))])
    print_table(head, rows, right=range(1, len(head)), shrink=0)


def _print_kinds(statistics: Statistics) -> None:
    names = kind_names()
    rows = [[names[kind], str(statistics.kinds[kind.value])] for kind in names]
    print_table([_("kind"), _("concepts")], rows, right=[1])


def _print_missing(statistics: Statistics) -> None:
    labels = {
        "term": _("no term"),
        "source": _("no source"),
        "context": _("no context"),
        "definition": _("no definition"),
        "review": _("not reviewed"),
    }
    click.echo(_("Still missing (stats --missing lists them):"))
    width = max(display_width(label) for label in labels.values())
    found = statistics.missing()
    for sort, label in labels.items():
        if sort in found:
            numbers = "  ".join(f"{code} {n}" for code, n in found[sort].items())
            click.echo(f"  {pad(label, width)}  {numbers}")
