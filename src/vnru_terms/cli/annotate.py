"""vnru-terms annotate: a document with its terms marked, and what may be written for them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from vnru_terms.cli.base import Session, command
from vnru_terms.cli.document import of_a_document, output_of
from vnru_terms.cli.output import Progress, json_text, say, say_problems
from vnru_terms.findings import display_path
from vnru_terms.lang import LANGUAGES
from vnru_terms.matching.annotation import Annotation
from vnru_terms.messages import N_, _, ngettext
from vnru_terms.store.atomic import write_text
from vnru_terms.workflow.annotate import annotate_file


# What renders an annotation is imported when it is called: one format needs none of the others.
def _as_text(found: Annotation) -> str:
    from vnru_terms.matching.annotated_text import render_text

    return render_text(found)


def _as_html(found: Annotation) -> str:
    from vnru_terms.matching.annotated_html import render_html

    return render_html(found)


def _as_json(found: Annotation) -> str:
    from vnru_terms.matching.annotated_json import annotation_json

    return json_text(annotation_json(found)) + "\n"


_RENDERERS: dict[str, Callable[[Annotation], str]] = {
    "text": _as_text,
    "html": _as_html,
    "json": _as_json,
}


@command(
    help=N_(
        "Mark the terms of a document and give their equivalents. "
        "FILE is .txt .md .html .docx .pdf, or - for standard input."
    )
)
@of_a_document(tuple(_RENDERERS))
@click.pass_context
def annotate(
    ctx: click.Context,
    file: str,
    from_: str | None,
    to: tuple[str, ...],
    format: str | None,
    out: Path | None,
) -> None:
    session: Session = ctx.obj
    format, written = output_of(format, out, tuple(_RENDERERS))
    progress = Progress(session.verbose)
    found, findings, problems = annotate_file(
        session.locate(), file, from_=from_, to=to, say=say, progress=progress
    )
    for finding in findings:
        say(str(finding))
    text = _RENDERERS[format](found)
    if written is not None:
        write_text(written, text)
        say(_("{file} written.").format(file=display_path(written)))
    else:
        click.echo(text, nl=False)
    certain = sum(mark.is_certain for mark in found.marks)
    counted = ngettext("{n} occurrence of a term", "{n} occurrences of terms", certain)
    language = LANGUAGES[found.language].endonym
    say(f"{language}: {counted.format(n=certain)}")
    doubtful = len(found.marks) - certain
    if doubtful:
        text = ngettext(
            "{n} more is doubtful: perhaps another word (--format json shows it)",
            "{n} more are doubtful: perhaps other words (--format json shows them)",
            doubtful,
        )
        say(text.format(n=doubtful))
    say_problems(problems)
    if not certain:
        say(_("No term of the glossary was found in the document."))
        ctx.exit(1)
