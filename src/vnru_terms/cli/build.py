"""vnru-terms build: the whole job, and what is where."""

from __future__ import annotations

from pathlib import Path

import click

from vnru_terms.cli.base import Session, command, option
from vnru_terms.cli.output import Progress, exit_code, pad, print_findings, say
from vnru_terms.findings import display_path
from vnru_terms.messages import N_, _, ngettext
from vnru_terms.workflow.build import Built
from vnru_terms.workflow.build import build as run


@command(
    help=N_(
        "Do the whole job: check the glossary, mine the articles in seeds/, write the PO files "
        "to locale/ and everything else, with the printed book, to the output folder."
    )
)
@option(
    "--out",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    help=N_("Output folder; else build/ beside the glossary."),
)
@click.pass_context
def build(ctx: click.Context, out: Path | None) -> None:
    session: Session = ctx.obj
    located = session.locate()
    home = Path.cwd() if located.bundled else located.home
    progress = Progress()
    try:
        built = run(located, out or home / "build", tell=progress)
    finally:
        progress.done()
    print_findings(built.findings, "text")
    _print_summary(built)
    ctx.exit(exit_code(built.findings, strict=False))


def _print_summary(built: Built) -> None:
    entries = built.termbase.concepts
    terms = sum(1 for entry in entries for _language, _term in entry.all_terms())
    known = sum(1 for candidate in built.candidates if candidate.known)
    facts = [
        (_("glossary"), ngettext("{n} concept", "{n} concepts", len(entries)), len(entries)),
        ("", ngettext("{n} term", "{n} terms", terms), terms),
    ]
    if built.articles:
        n = len(built.candidates)
        facts += [
            (
                _("articles"),
                ngettext("{n} article", "{n} articles", built.articles),
                built.articles,
            ),
            ("", ngettext("{n} sentence", "{n} sentences", built.sentences), built.sentences),
            (_("mined"), ngettext("{n} candidate", "{n} candidates", n), n),
            ("", _("{n} of them in the glossary"), known),
        ]
    else:
        say(_("There is no folder seeds/ beside the glossary; nothing was mined."))
    pages = built.book.pages
    facts.append((_("book"), ngettext("{n} page", "{n} pages", pages), pages))
    width = max(len(label) for label, _text, _n in facts) + 2
    for label, text, n in facts:
        click.echo(pad(label, width) + text.format(n=n))
    click.echo()
    for path in built.paths:
        click.echo(display_path(path))
