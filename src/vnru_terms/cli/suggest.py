"""vnru-terms suggest: equivalents proposed for a Vietnamese term, each with its reason."""

from __future__ import annotations

import shutil
import sys
import textwrap
from collections.abc import Iterable, Sequence

import click

from vnru_terms.cli.base import Session, argument, command, option
from vnru_terms.cli.output import display_width, errors_in, print_json, say, say_problems
from vnru_terms.curation.gaps import Gap
from vnru_terms.curation.neighbours import words_of
from vnru_terms.curation.suggest_parallel import LEAST_BLOCKS, Parallel
from vnru_terms.curation.suggestions import TARGETS, Suggestion
from vnru_terms.lang import LANGUAGES
from vnru_terms.lang.keys import bare_words
from vnru_terms.messages import N_, _, ngettext
from vnru_terms.model import Termbase
from vnru_terms.store.glossary import read_glossary
from vnru_terms.workflow.suggest import (
    grounds_for,
    missing_suggestions,
    read_as,
    suggestions_for,
)

_WIDTH = 80
_NARROWEST = 40


@command(
    help=N_(
        "Propose English and Russian equivalents of a Vietnamese term, each with its reason. "
        "Nothing is written: a person decides."
    )
)
@argument("words", metavar="[TERM]...", nargs=-1)
@option(
    "--missing",
    is_flag=True,
    help=N_("Instead of a TERM: every concept that lacks a language, with suggestions."),
)
@option(
    "--parallel",
    nargs=2,
    type=str,
    metavar="VI OTHER",
    help=N_("A text and its translation, two files of any format; their sentences are aligned."),
)
@option("--to", type=click.Choice(TARGETS), multiple=True, help=N_("Only this language."))
@option("--limit", type=click.IntRange(1), default=5, help=N_("At most so many a language."))
@option("--format", type=click.Choice(("text", "json")), default="text", help=N_("Output format."))
@option("--json", "format", flag_value="json", help=N_("Short for --format json."))
@click.pass_context
def suggest(
    ctx: click.Context,
    words: tuple[str, ...],
    missing: bool,
    parallel: tuple[str, str] | None,
    to: tuple[str, ...],
    limit: int,
    format: str,
) -> None:
    session: Session = ctx.obj
    term = " ".join(" ".join(words).split())
    if missing and term:
        raise click.UsageError(_("--missing takes no TERM."), ctx)
    if not missing and not bare_words(term):
        raise click.UsageError(_("there is no word in the term."), ctx)
    termbase, problems = read_glossary(session.locate().folder)
    say_problems(errors_in(problems))
    texts = _read_parallel(parallel, termbase) if parallel else None
    if missing:
        rows = missing_suggestions(termbase, to=to or TARGETS, texts=texts, limit=limit)
        ctx.exit(_print_missing(rows, format))
    understood = read_as(term, termbase)
    if understood != term:
        say(_("Read as “{term}”.").format(term=understood))
    found = suggestions_for(understood, termbase, to=to or TARGETS, texts=texts, limit=limit)
    if format == "json":
        print_json([suggestion.as_json() for suggestion in found])
    else:
        _print_text(found)
    if texts is not None:
        _say_how_often(understood, texts)
    if not found:
        say(_("Nothing to suggest for “{term}”.").format(term=understood))
        ctx.exit(1)


def _print_missing(rows: Iterable[tuple[Gap, tuple[Suggestion, ...]]], format: str) -> int:
    """The worklist; 1 where nothing is missing, or nothing can be suggested for it."""
    found = [(gap, suggestions) for gap, suggestions in rows if suggestions]
    if format == "json":
        print_json(
            [{**gap.as_json(), "suggestions": [s.as_json() for s in some]} for gap, some in found]
        )
    else:
        for i, (gap, suggestions) in enumerate(found):
            if i:
                click.echo()
            click.echo(f"{gap.subject_field}/{gap.id}: {gap.term}")
            _print_text(suggestions)
    if not found:
        say(_("No concept lacks a term for which there is a suggestion."))
    return int(not found)


def _read_parallel(files: tuple[str, str], termbase: Termbase) -> Parallel:
    # Here and not above: without --parallel the readers of articles are not needed.
    from vnru_terms.workflow.suggest_parallel import read_parallel

    found = read_parallel(*files, grounds_for(termbase))
    for finding in found.findings:
        say(str(finding))
    for remark in found.remarks:
        say(remark)
    return found.texts


def _say_how_often(term: str, texts: Parallel) -> None:
    """Where the parallel text could say nothing, why."""
    n = len(texts.holding(words_of(term)))
    if n >= LEAST_BLOCKS:
        return
    text = ngettext(
        "The term stands in {n} of {all} aligned sentences: too few to compare.",
        "The term stands in {n} of {all} aligned sentences: too few to compare.",
        n,
    )
    say(text.format(n=n, all=len(texts.blocks)))


def _print_text(suggestions: Sequence[Suggestion]) -> None:
    languages = list(dict.fromkeys(s.language for s in suggestions))
    for i, language in enumerate(languages):
        if i:
            click.echo()
        click.echo(LANGUAGES[language].endonym)
        for suggestion in suggestions:
            if suggestion.language == language:
                for line in _lines(suggestion):
                    click.echo(line)


def _lines(suggestion: Suggestion) -> list[str]:
    """The term and its gender, then the reason: on the same line where there is room."""
    marks = LANGUAGES[suggestion.language].marks
    gender = marks.get(suggestion.gender.value, "") if suggestion.gender else ""
    term = f"  {suggestion.term} {gender}".rstrip()
    reason = suggestion.reason
    one = f"{term}  – {reason}"
    if display_width(one) <= _width():
        return [one]
    indent = " " * 6
    return textwrap.wrap(term, _width(), subsequent_indent="    ") + textwrap.wrap(
        reason, _width(), initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
    )


def _width() -> int:
    if not sys.stdout.isatty():
        return _WIDTH
    return max(_NARROWEST, shutil.get_terminal_size((_WIDTH, 24)).columns)
