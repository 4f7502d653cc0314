"""vnru-terms review: the curator's desk in the terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from vnru_terms.cli.base import Session, argument, command, option
from vnru_terms.cli.output import errors_in, say, say_problems
from vnru_terms.cli.review_plain import run_plain
from vnru_terms.cli.review_text import summary
from vnru_terms.extras import need
from vnru_terms.findings import Place, UnreadableInputError, display_path
from vnru_terms.messages import N_, _
from vnru_terms.model import Candidate
from vnru_terms.store.locate import Located, refuse_bundled
from vnru_terms.store.worklist import read_worklist
from vnru_terms.workflow.review import open_desk

WORKLIST = Path("build") / "candidates.jsonl"


@command(
    help=N_(
        "Decide on mined candidates one by one: accept, join to a concept, reject, put off. "
        "WORKLIST is what mine wrote with --format jsonl; else build/candidates.jsonl is taken. "
        "Every decision is saved at once; quit and go on whenever you like."
    )
)
@argument(
    "worklist",
    metavar="[WORKLIST]",
    required=False,
    type=click.Path(path_type=Path, dir_okay=False),
)
@option("--plain", is_flag=True, help=N_("Ask line by line: for screen readers and scripts."))
@option("--by", metavar="NAME", help=N_("Who decides; else git's user.name."))
@option("--web", is_flag=True, help=N_("Open the desk in the browser, on this machine only."))
@option("--port", type=click.IntRange(1, 65535), help=N_("With --web: the port to begin at."))
@option("--no-browser", is_flag=True, help=N_("With --web: print the address, open nothing."))
@click.pass_context
def review(
    ctx: click.Context,
    worklist: Path | None,
    plain: bool,
    by: str | None,
    web: bool,
    port: int | None,
    no_browser: bool,
) -> None:
    session: Session = ctx.obj
    located = session.locate()
    refuse_bundled(located)
    candidates, findings = read_worklist(worklist or _made_by_build(located))
    for finding in findings:
        say(str(finding))
    if web:
        _serve(located, candidates, by or "", port, browse=not no_browser)
        return
    desk, problems = open_desk(located.folder, candidates, by or "")
    say_problems(errors_in(problems))
    if plain or not _is_terminal():
        desk = run_plain(desk)
    else:
        from vnru_terms.cli.review_windows import run_on_screen

        desk = run_on_screen(desk)
    say(summary(desk))


def _serve(
    located: Located,
    candidates: Sequence[Candidate],
    curator: str,
    port: int | None,
    *,
    browse: bool,
) -> None:
    """The desk in the browser, until Ctrl-C."""
    need("web", "flask")
    from vnru_terms.web.room import Room
    from vnru_terms.web.server import PORT, serve

    room = Room(located, candidates, curator)
    say_problems(errors_in(room.findings))

    def announce(address: str) -> None:
        say(_("The desk is at: {address}").format(address=address))
        say(_("It is open to this machine only. Stop it with Ctrl-C."))

    serve(room, port or PORT, browse=browse, announce=announce)
    say(_("Stopped. Every decision is saved."))


def _made_by_build(located: Located) -> Path:
    path = located.home / WORKLIST
    if not path.is_file():
        raise UnreadableInputError(
            _("there is no worklist yet."),
            _("Make one with: vnru-terms mine PATH --new --format jsonl --out {file}").format(
                file=display_path(path)
            ),
            Place(display_path(path)),
        )
    return path


def _is_terminal() -> bool:
    """Whether a whole screen can be drawn and keys be read."""
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
