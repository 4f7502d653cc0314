"""vnru-terms lookup: a term typed carelessly in any of the languages, as text or JSON.

The answer is `quick.answer`'s, as on the short way; here is what that leaves to click: the options'
help and mistakes, building the index, standard input, the clipboard, the paradigm, the prompt.
"""

from __future__ import annotations

import sys
from functools import partial

import click

from vnru_terms.cli.base import DATE, Session, argument, command, option
from vnru_terms.cli.output import Progress, say
from vnru_terms.messages import N_
from vnru_terms.quick import request as plain
from vnru_terms.quick.answer import answer, terminal_colour, terminal_width
from vnru_terms.quick.entry_text import Page
from vnru_terms.quick.request import Request
from vnru_terms.store.index import Index
from vnru_terms.workflow.look_up import ask_index

_CODES = click.Choice(list(plain.LANGUAGES))


@command(
    help=N_(
        "Look a term up, from any of the three languages; diacritics may be missing. "
        "WORDS may be - for standard input; without WORDS, a prompt asks for one after the other."
    )
)
@argument("words", metavar="[WORDS...]", nargs=-1)
@option("--from", "from_", type=_CODES, help=N_("The language of the words; else all are tried."))
@option("--to", type=_CODES, multiple=True, help=N_("A language to show; may be repeated."))
@option(
    "--side",
    type=click.Choice(plain.SIDES),
    help=N_("Whose wording comes first: the Vietnamese side's or the Russian side's."),
)
@option(
    "--on",
    type=DATE,
    metavar="DATE",
    help=N_(
        "The date of the text: what was in force then comes first (2025-02-28, 2025-02, 2025)."
    ),
)
@option("--limit", type=click.IntRange(0), default=10, help=N_("At most so many entries; 0: all."))
@option("--forms", is_flag=True, help=N_("Also the inflected forms of each entry's terms."))
@option("--stress", is_flag=True, help=N_("Show the stress marks of Russian terms."))
@option("--copy", is_flag=True, help=N_("Put the first equivalent on the clipboard."))
@option("--format", type=click.Choice(plain.FORMATS), default="text", help=N_("Output format."))
@option("--json", "format", flag_value="json", help=N_("Short for --format json."))
@click.pass_context
def lookup(
    ctx: click.Context,
    words: tuple[str, ...],
    from_: str | None,
    to: tuple[str, ...],
    side: str | None,
    on: str | None,
    limit: int,
    forms: bool,
    stress: bool,
    copy: bool,
    format: str,
) -> None:
    session: Session = ctx.obj
    query = " ".join(sys.stdin.read().split()) if words == ("-",) else " ".join(words)
    request = Request(query, from_, to, side, on or "", limit, format)
    show = partial(_show, request=request, forms=forms, stress=stress, copy=copy)
    progress = Progress(session.verbose)
    if words:
        ctx.exit(ask_index(session.locate(), show, say, progress))
    if not sys.stdin.isatty():
        raise click.MissingParameter(ctx=ctx, param_type="argument", param_hint="WORDS...")
    from vnru_terms.cli.lookup_prompt import prompt

    prompt(session.locate(), request, show, progress)


def _show(index: Index, *, request: Request, forms: bool, stress: bool, copy: bool) -> int:
    """Print the answer to a request; its exit code."""

    def add(page: Page) -> None:
        page.stress = stress
        if forms:
            _add_forms(index, page)

    width, colour = terminal_width(), terminal_colour()
    given = answer(index, request, width=width, colour=colour, add=add, say=say)
    sys.stdout.write(given.out)
    sys.stdout.flush()
    for line in given.err:
        say(line)
    if copy and given.pages:
        from vnru_terms.cli.clipboard import copy_equivalent

        copy_equivalent(given.pages[0])
    return given.code


def _add_forms(index: Index, page: Page) -> None:
    from vnru_terms.cli.lookup_forms import forms_lines, forms_values
    from vnru_terms.store.term_table import concept_recipes

    recipes = concept_recipes(index.connection, page.number)
    page.forms, page.forms_values = forms_lines(page, recipes), forms_values(page, recipes)
