"""vnru-terms brief: an interpreter's page of a document, as text, HTML, PDF or JSON."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from vnru_terms.cli.base import Session, command
from vnru_terms.cli.document import of_a_document, output_of
from vnru_terms.cli.output import Progress, json_text, say, say_problems
from vnru_terms.findings import display_path
from vnru_terms.matching.brief import Brief
from vnru_terms.matching.brief_page import brief_data, render_brief_html, render_brief_text
from vnru_terms.messages import N_, _, ngettext
from vnru_terms.store.atomic import write_bytes
from vnru_terms.workflow.brief import brief_file, brief_pdf

_FORMATS = ("text", "html", "pdf", "json")


@command(
    help=N_(
        "Print an interpreter's page of a document: its terms in order, offices and names first. "
        "FILE is .txt .md .html .docx .pdf, or - for standard input."
    )
)
@of_a_document(_FORMATS)
@click.pass_context
def brief(
    ctx: click.Context,
    file: str,
    from_: str | None,
    to: tuple[str, ...],
    format: str | None,
    out: Path | None,
) -> None:
    session: Session = ctx.obj
    format, written = output_of(format, out, _FORMATS)
    if format == "pdf" and out is None:
        raise click.UsageError(_("a PDF wants a file: --out FILE.pdf"), ctx)
    progress = Progress(session.verbose)
    page, findings, problems = brief_file(
        session.locate(), file, from_=from_, to=to, say=say, progress=progress
    )
    for finding in findings:
        say(str(finding))
    data = _rendered(page, format)
    if written is not None:
        write_bytes(written, data)
        say(_("{file} written.").format(file=display_path(written)))
    elif format == "pdf":
        sys.stdout.buffer.write(data)
    else:
        click.echo(data.decode("utf-8"), nl=False)
    n = len(page.first) + len(page.terms)
    say(ngettext("{n} term", "{n} terms", n).format(n=n))
    say_problems(problems)
    if not n:
        say(_("No term of the glossary was found in the document."))
        ctx.exit(1)


def _rendered(page: Brief, format: str) -> bytes:
    if format == "pdf":
        return brief_pdf(page)
    if format == "json":
        return f"{json_text(brief_data(page))}\n".encode()
    text = render_brief_html(page) if format == "html" else render_brief_text(page)
    return text.encode("utf-8")
