"""vnru-terms import: a spreadsheet that somebody has filled in."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from vnru_terms.cli.base import Session, argument, command, option
from vnru_terms.cli.output import FINDING_FORMATS, print_json, say
from vnru_terms.curation.imports import OUTCOME_LABELS, Item, Outcome
from vnru_terms.findings import Place, UnreadableInputError, display_path
from vnru_terms.formats.columns import TERM, Column, heading, value_label
from vnru_terms.messages import N_, _, current_language, ngettext
from vnru_terms.model import LANGUAGE_ORDER
from vnru_terms.store.entry_texts import CLOSED, parts
from vnru_terms.store.locate import refuse_bundled
from vnru_terms.store.readers.reading import LARGEST_FILE
from vnru_terms.workflow.import_ import UNCHANGED, Report, import_sheet


@command(
    name="import",
    help=N_(
        "Take the terms of a spreadsheet (.xlsx, .csv, .tsv; - for stdin) into the glossary. "
        "What fills a gap or was changed in the sheet alone is taken; what would overwrite a "
        "curator's decision is a conflict and stays as it is. Try it first with --dry-run."
    ),
)
@argument("file", metavar="FILE", type=click.Path(path_type=Path, allow_dash=True))
@option("--dry-run", is_flag=True, help=N_("Write nothing, say what would be done."))
@option("--accept-changes", is_flag=True, help=N_("Settle conflicts in the sheet's favour."))
@option("--subject", metavar="FIELD", default="", help=N_("Subject field of new concepts."))
@option("--format", type=click.Choice(FINDING_FORMATS), default="text", help=N_("Output format."))
@option("--json", "format", flag_value="json", help=N_("Short for --format json."))
@click.pass_context
def import_(
    ctx: click.Context, file: Path, dry_run: bool, accept_changes: bool, subject: str, format: str
) -> None:
    session: Session = ctx.obj
    located = session.locate()
    if not dry_run:
        refuse_bundled(located)
    data, name = _bytes_of(file)
    report = import_sheet(
        located.folder, data, name, subject=subject, accept=accept_changes, write=not dry_run
    )
    if format == "json":
        print_json(_as_json(report, dry_run))
    else:
        for item in report.items:
            click.echo(_line(item))
        for finding in report.findings:
            say(str(finding))
    _tell(report, dry_run)
    ctx.exit(int(not report.is_clean))


def _bytes_of(file: Path) -> tuple[bytes, str]:
    """The file's bytes, no more than can be read, and its name in messages."""
    if str(file) == "-":
        return sys.stdin.buffer.read(LARGEST_FILE + 1), "-"
    try:
        with file.open("rb") as stream:
            return stream.read(LARGEST_FILE + 1), display_path(file)
    except OSError as error:
        raise UnreadableInputError(
            _("cannot be read: {reason}.").format(reason=error.strerror or str(error)),
            place=Place(display_path(file)),
        ) from None


def _line(item: Item) -> str:
    """“Terms!K7: changed visit: Russian: status of “визит”: “admitted” → “preferred””."""
    head = f"{item.cell.address}: {_(OUTCOME_LABELS[item.outcome])}"
    head += f" {item.concept}:" if item.concept else ":"
    if item.outcome is Outcome.NEW:
        return f"{head} {item.new} ({item.reason})"
    why = f"{item.reason} {item.hint}".strip()
    return f"{head} " + "; ".join(part for part in (_what(item), why) if part)


def _what(item: Item) -> str:
    """The field and what becomes of it."""
    old, new = _shown(item.field, item.old), _shown(item.field, item.new)
    change = f"“{old}” → “{new}”" if old and new else f"+ “{new}”" if new else f"− “{old}”"
    if not (old or new):
        change = ""
    elif item.status:
        change += f" ({_shown('status', item.status)})"
    field = _field_name(item.field)
    if item.term and not item.field.endswith(f"/{TERM}"):
        field = _("{field} of “{term}”").format(field=field, term=item.term)
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
    say(", ".join(f"{n} {labels[name]}" for name, n in report.counts.items()) + ".")
    n = len(report.files)
    if dry_run:
        text = ngettext("{n} file would change", "{n} files would change", n)
    else:
        text = ngettext("{n} file rewritten", "{n} files rewritten", n)
    say(text.format(n=n) + ".")
