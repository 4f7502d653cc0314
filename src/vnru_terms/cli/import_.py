"""vnru-terms import: a spreadsheet that somebody has filled in, or another program's termbase."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path

import click

from vnru_terms.cli.base import Session, argument, command, option
from vnru_terms.cli.output import FINDING_FORMATS, print_json, say
from vnru_terms.curation.imports import OUTCOME_LABELS, Item, Outcome
from vnru_terms.findings import display_path
from vnru_terms.formats.columns import TERM, Column, heading, value_label
from vnru_terms.messages import N_, _, current_language, ngettext, quoted
from vnru_terms.model import LANGUAGE_ORDER
from vnru_terms.store.entry_texts import CLOSED, parts
from vnru_terms.store.locate import refuse_bundled
from vnru_terms.workflow.import_ import UNCHANGED, Options, Report, import_file
from vnru_terms.workflow.import_reading import NAMES, opened
from vnru_terms.workflow.import_reference import Tally, import_reference, reference_path


@command(
    name="import",
    help=N_(
        "Take the terms of a spreadsheet (xlsx, csv, tsv) or a termbase (TBX, TMX, PO, JSON; what "
        "Weblate and Pontoon export; - for stdin) into the glossary. What fills a gap or was "
        "changed in the file alone is taken; what would overwrite a curator's decision is a "
        "conflict and stays as it is. Try it first with --dry-run."
    ),
)
@argument("file", metavar="FILE", type=click.Path(path_type=Path, allow_dash=True))
@option("--dry-run", is_flag=True, help=N_("Write nothing, say what would be done."))
@option("--accept-changes", is_flag=True, help=N_("Settle conflicts in the file's favour."))
@option("--subject", metavar="FIELD", default="", help=N_("Subject field of new concepts."))
@option("--as", "chosen", type=click.Choice(NAMES), help=N_("The file's format, if not as seen."))
@option(
    "--candidates",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help=N_("Write terms without an equivalent here, as a worklist for review."),
)
@option(
    "--reference",
    metavar="NAME",
    help=N_("Keep the file for looking up, outside the glossary, whatever its size."),
)
@option("--format", type=click.Choice(FINDING_FORMATS), default="text", help=N_("Output format."))
@option("--json", "format", flag_value="json", help=N_("Short for --format json."))
@click.pass_context
def import_(
    ctx: click.Context,
    file: Path,
    dry_run: bool,
    accept_changes: bool,
    subject: str,
    chosen: str | None,
    candidates: Path | None,
    reference: str | None,
    format: str,
) -> None:
    session: Session = ctx.obj
    if reference is not None:
        if accept_changes or subject or candidates is not None:
            raise click.UsageError(_("--reference takes only --as, --dry-run and --json."))
        tally, path = _keep(file, reference, chosen or "", dry_run)
        if format == "json":
            print_json({"dry_run": dry_run, **asdict(tally), "path": display_path(path)})
        return
    located = session.locate()
    if not dry_run:
        refuse_bundled(located)
    options = Options(
        subject=subject,
        accept=accept_changes,
        write=not dry_run,
        candidates=candidates,
        chosen=chosen or "",
    )
    stream, name = opened(file, sys.stdin.buffer)
    with stream:
        report = import_file(located.folder, stream, name, options)
    if format == "json":
        print_json(_as_json(report, dry_run))
    else:
        for item in report.items:
            click.echo(_line(item))
        for finding in report.findings:
            say(str(finding))
    _tell(report, dry_run)
    ctx.exit(int(not report.is_clean))


def _keep(file: Path, reference: str, chosen: str, dry_run: bool) -> tuple[Tally, Path]:
    """Keep a file as a reference and tell what is in it; how much that is, and its place."""
    path = reference_path(reference)
    stream, name = opened(file, sys.stdin.buffer)
    with stream:
        tally = import_reference(stream, name, path, chosen=chosen, write=not dry_run)
    text = ngettext("{n} concept", "{n} concepts", tally.concepts).format(n=tally.concepts)
    text += ", " + ngettext("{n} term", "{n} terms", tally.terms).format(n=tally.terms)
    if tally.left_out:
        text += ", " + _("{n} left out (in other languages, or broken)").format(n=tally.left_out)
    say(f"{text}.")
    if not dry_run:
        say(_("Kept for looking up in {path}.").format(path=display_path(path)))
    return tally, path


def _line(item: Item) -> str:
    """“Terms!K7: changed visit: Russian: status of “визит”: “admitted” → “preferred””."""
    head = f"{item.cell.address}: {_(OUTCOME_LABELS[item.outcome])}"
    head += f" {item.concept}:" if item.concept else ":"
    if item.outcome is Outcome.NEW:
        return f"{head} {item.new} ({item.reason})"
    if item.outcome is Outcome.CANDIDATE:
        return f"{head} {item.new}"
    why = f"{item.reason} {item.hint}".strip()
    between = "; " if item.old or item.new else ": "
    return f"{head} " + between.join(part for part in (_what(item), why) if part)


def _what(item: Item) -> str:
    """The field and what becomes of it."""
    old, new = _shown(item.field, item.old), _shown(item.field, item.new)
    change = f"{quoted(old)} → {quoted(new)}"
    if not (old and new):
        change = f"+ {quoted(new)}" if new else f"− {quoted(old)}"
    if not (old or new):
        change = ""
    elif item.status:
        change += f" ({_shown('status', item.status)})"
    field = _field_name(item.field)
    if item.term and not item.field.endswith(f"/{TERM}"):
        text = _("{field} of “{term}”").format(field=field, term=item.term)
        field = text if field else quoted(item.term)
    return ": ".join(part for part in (field, change) if part)


def _shown(field: str, text: str) -> str:
    """A value of a closed list in the interface's language; other texts as they are."""
    kind = CLOSED.get(field.rpartition("/")[2])
    if kind is None or not text:
        return text
    return ", ".join(value_label(kind(piece), current_language()) for piece in parts(text))


def _field_name(field: str) -> str:
    if not field:
        return ""
    language, slash, name = field.rpartition("/")
    if not slash and name in LANGUAGE_ORDER:
        language, name = name, TERM
    if language and name == "note":
        name = "term_note"
    return heading(Column(name, language), current_language())


def _as_json(report: Report, dry_run: bool) -> dict[str, object]:
    return {
        "dry_run": dry_run,
        "counts": report.counts,
        "items": [item.as_json() for item in report.items],
        "findings": [finding.as_json() for finding in report.findings],
        "files": [display_path(path) for path in report.files],
    }


def _tell(report: Report, dry_run: bool) -> None:
    """The counts and the files on stderr."""
    labels = {outcome.value: _(label) for outcome, label in OUTCOME_LABELS.items()}
    labels |= {UNCHANGED: _("unchanged"), Outcome.CONFLICT.value: _("in conflict")}
    told = {k: n for k, n in report.counts.items() if n or k != Outcome.CANDIDATE.value}
    say(", ".join(f"{n} {labels[name]}" for name, n in told.items()) + ".")
    n = len(report.files)
    if dry_run:
        text = ngettext("{n} file would change", "{n} files would change", n)
    else:
        text = ngettext("{n} file rewritten", "{n} files rewritten", n)
    say(text.format(n=n) + ".")
