"""vnru-terms diff: what two editions of a glossary changed."""

from __future__ import annotations

from itertools import groupby
from typing import Any

import click

from vnru_terms.cli.base import Session, argument, command, option
from vnru_terms.cli.output import print_json, say, say_problems
from vnru_terms.curation.editions import Change, ChangeKind
from vnru_terms.lang import LANGUAGES
from vnru_terms.messages import N_, _, ngettext
from vnru_terms.model import LANGUAGE_ORDER
from vnru_terms.workflow.diff import diff_editions

_HEADINGS = {
    ChangeKind.RENAMED: N_("Renamed"),
    ChangeKind.DEPRECATED: N_("No longer to be used"),
    ChangeKind.EXPIRED: N_("No longer in force"),
    ChangeKind.NEW: N_("New concepts"),
    ChangeKind.REMOVED: N_("Removed concepts"),
    ChangeKind.MOVED: N_("Moved to another subject field"),
    ChangeKind.TERM_ADDED: N_("Terms added"),
    ChangeKind.TERM_REMOVED: N_("Terms removed"),
    ChangeKind.STATUS: N_("Status or usage changed"),
    ChangeKind.DEFINITION: N_("Definitions"),
}


@command(
    help=N_(
        "Say what two editions of a glossary changed. OLD and NEW are folders or git revisions; "
        "without NEW, OLD is compared with the glossary in use."
    )
)
@argument("old", metavar="OLD")
@argument("new", metavar="[NEW]", required=False)
@option("--format", type=click.Choice(("text", "json")), default="text", help=N_("Output format."))
@option("--json", "format", flag_value="json", help=N_("Short for --format json."))
@click.pass_context
def diff(ctx: click.Context, old: str, new: str | None, format: str) -> None:
    session: Session = ctx.obj
    found, problems = diff_editions(session.locate(), old, new)
    if format == "json":
        print_json([change.as_json() for change in found])
    else:
        _print_text(found)
    n = len(found)
    say(ngettext("{n} change", "{n} changes", n).format(n=n) if n else _("No changes."))
    say_problems(problems)


def _print_text(found: list[Change]) -> None:
    for number, (kind, group) in enumerate(groupby(found, key=lambda change: change.kind)):
        # As in the book: a reader looks for a term, a program for an id.
        rows = sorted(group, key=_book_order)
        if number:
            click.echo()
        click.echo(click.style(f"{_(_HEADINGS[kind])} ({len(rows)})", bold=True))
        for change in rows:
            click.echo(f"  {_line(change)}")


def _book_order(change: Change) -> Any:
    return LANGUAGES[LANGUAGE_ORDER[0]].sort_key(change.head), change.id, change.language


def _line(change: Change) -> str:
    """A change on one line: the concept, the language, what was and what is."""
    language = f" [{change.language}]" if change.language else ""
    head = f"{change.head} ({change.id}){language}"
    match change.kind:
        case ChangeKind.NEW:
            return f"{change.new} ({change.id})"
        case ChangeKind.REMOVED:
            return f"{change.old} ({change.id})"
        case ChangeKind.EXPIRED:
            named = f"{change.successor} ({change.new})" if change.successor else change.new
            until = _("in force until {date}").format(date=change.old)
            return f"{head}: {until}{f' → {named}' if named else ''}"
        case ChangeKind.TERM_ADDED:
            return f"{head}: + {change.new}"
        case ChangeKind.TERM_REMOVED:
            return f"{head}: − {change.old}"
        case ChangeKind.DEPRECATED:
            instead = f" → {change.new}" if change.new else ""
            return f"{head}: {change.old}{instead}"
        case _:
            return f"{head}: {change.old or '—'} → {change.new or '—'}"
