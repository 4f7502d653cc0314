"""How commands print: findings, tables, JSON; data on stdout, talk on stderr."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Sequence

import click

from vnru_terms.findings import Finding, Severity
from vnru_terms.messages import _, ngettext, problems_text
from vnru_terms.model import Kind
from vnru_terms.text.columns import display_width as display_width
from vnru_terms.text.columns import wrapped

FINDING_FORMATS = ("text", "json")


def print_json(value: object) -> None:
    """A value as JSON on stdout, letters as letters."""
    click.echo(json_text(value))


def json_text(value: object) -> str:
    """A value as JSON, letters as letters."""
    return json.dumps(value, ensure_ascii=False, indent=2)


def print_findings(findings: Sequence[Finding], format: str) -> None:
    """Findings on stdout, with a closing count on stderr."""
    if format == "json":
        print_json([finding.as_json() for finding in findings])
    else:
        for finding in findings:
            click.echo(str(finding))
    errors = errors_in(findings)
    warnings = sum(f.severity is Severity.WARNING for f in findings)
    if errors or warnings:
        counted = [
            ngettext("{n} error", "{n} errors", errors).format(n=errors),
            ngettext("{n} warning", "{n} warnings", warnings).format(n=warnings),
        ]
        say(", ".join(counted))


def exit_code(findings: Sequence[Finding], strict: bool) -> int:
    """1 where a finding is an error (or a warning, if strict), else 0."""
    weighty = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return int(any(finding.severity in weighty for finding in findings))


def errors_in(findings: Sequence[Finding]) -> int:
    """How many of the findings are errors."""
    return sum(finding.severity is Severity.ERROR for finding in findings)


def say_problems(errors: int) -> None:
    """One line on stderr where a glossary's files have errors: what is shown is not all."""
    text = problems_text(errors)
    if text:
        say(text)


def say(text: str) -> None:
    """A word to the person at the terminal, on stderr."""
    click.echo(text, err=True)


class Progress:
    """A line on stderr that says which step is done; only on a terminal. Keeps the line's width.

    `verbose` (`-v`) asks for the steps elsewhere too, each on a line of its own. An empty text
    clears the line.
    """

    def __init__(self, verbose: bool = False) -> None:
        self._shown = sys.stderr.isatty()
        self._told = verbose and not self._shown
        self._width = 0

    def __call__(self, text: str) -> None:
        if not text:
            self.done()
        elif self._told:
            say(text)
        elif self._shown:
            width = display_width(text)
            click.echo("\r" + text + " " * max(0, self._width - width), nl=False, err=True)
            self._width = width

    def done(self) -> None:
        """Clear the line."""
        if self._shown and self._width:
            click.echo("\r" + " " * self._width + "\r", nl=False, err=True)
            self._width = 0


def pad(text: str, width: int, *, right: bool = False) -> str:
    """The text filled with spaces to a number of columns."""
    space = " " * max(0, width - display_width(text))
    return space + text if right else text + space


def print_table(
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    right: Sequence[int],
    shrink: int | None = None,
) -> None:
    """A table on stdout; `right` numbers the columns that are aligned right.

    On a terminal too narrow for it the cells of column `shrink` are cut; in a pipe nothing is.
    """
    widths = [max(display_width(row[i]) for row in (head, *rows)) for i in range(len(head))]
    if shrink is not None and sys.stdout.isatty():
        spare = shutil.get_terminal_size().columns - sum(widths) - 2 * (len(widths) - 1)
        widths[shrink] = max(20, widths[shrink] + min(0, spare))
    for row in (head, ["-" * width for width in widths], *rows):
        cells = [
            pad(cut(cell, widths[i]), widths[i], right=i in right) for i, cell in enumerate(row)
        ]
        click.echo("  ".join(cells).rstrip())


def print_wrapped(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A table on stdout whose cells are wrapped to the terminal's width (80 in a pipe).

    The first column is as wide as its widest cell, the second a quarter at most, the last the rest.
    """
    width = shutil.get_terminal_size().columns - 1
    widths = [max(display_width(row[i]) for row in (head, *rows)) for i in range(len(head))]
    widths[1] = min(widths[1], max(20, width // 4))
    widths[-1] = max(20, width - sum(widths[:-1]) - 2 * (len(widths) - 1))
    for row in (head, ["-" * wide for wide in widths], *rows):
        cells = [wrapped(cell, widths[i]) for i, cell in enumerate(row)]
        for line in range(max(map(len, cells))):
            texts = [
                pad(c[line] if line < len(c) else "", w) for c, w in zip(cells, widths, strict=True)
            ]
            click.echo("  ".join(texts).rstrip())


def cut(text: str, width: int) -> str:
    """The text, or its beginning and an ellipsis where it is wider than that."""
    if display_width(text) <= width:
        return text
    while display_width(text) > width - 1:
        text = text[:-1]
    return text.rstrip() + "…"


def counted_entries(concepts: int, names: int) -> str:
    """“3 concepts, 2 names” in the interface's language; persons and places are no concepts."""
    counted = ngettext("{n} concept", "{n} concepts", concepts).format(n=concepts)
    if names:
        counted += ", " + ngettext("{n} name", "{n} names", names).format(n=names)
    return counted


def kind_names() -> dict[Kind, str]:
    """The kinds of concepts, in their order, each with its name in the interface's language."""
    return {
        Kind.TERM: _("term"),
        Kind.INSTITUTION: _("institution"),
        Kind.TITLE: _("title"),
        Kind.DOCUMENT: _("document"),
        Kind.EVENT: _("event"),
        Kind.FORMULA: _("formula"),
        Kind.VERB: _("verb"),
        Kind.NAME: _("name"),
    }
