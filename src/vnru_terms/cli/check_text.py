"""The report of a check as a reviser reads it: remarks in order of place, then the terms counted.

A remark is two lines or three: where and what, then what would do; the same remark at other places
is only their numbers. What is only information is
counted at the end, term by term; `--all` shows it in its place.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

import click

from vnru_terms.cli.output import display_width, pad
from vnru_terms.findings import Severity
from vnru_terms.matching.remark import Remark
from vnru_terms.matching.segment import State
from vnru_terms.messages import N_, _, ngettext
from vnru_terms.workflow.check import CheckedFile, TermCount

_WIDTH = 96
_SHOWN_TERMS = 20
_COLOURS = {
    Severity.ERROR: "red",
    Severity.WARNING: "yellow",
    Severity.INFORMATION: "cyan",
}
_LABELS = {
    Severity.ERROR: N_("error"),
    Severity.WARNING: N_("warning"),
    Severity.INFORMATION: N_("information"),
}


def report_lines(file: CheckedFile, *, everything: bool = False) -> Iterator[str]:
    """The lines of one file's report."""
    shown = [r for r in file.remarks if everything or r.severity is not Severity.INFORMATION]
    for group in _alike(shown):
        yield from _remark_lines(*group)
    if shown:
        yield ""
    yield from _count_lines(file)
    yield from _term_lines(file)
    hidden = len(file.remarks) - len(shown)
    if hidden:
        text = ngettext(
            "{n} remark is only information; see it with: --all",
            "{n} remarks are only information; see them with: --all",
            hidden,
        )
        yield text.format(n=hidden)


def _alike(remarks: Iterable[Remark]) -> list[list[Remark]]:
    """Remarks that say the same are one, at the first place: a term may miss in fifty segments."""
    groups: dict[tuple[object, ...], list[Remark]] = {}
    for remark in remarks:
        key = (remark.code, remark.severity, remark.message.casefold(), remark.hint)
        groups.setdefault(key, []).append(remark)
    return list(groups.values())


def _remark_lines(remark: Remark, *others: Remark) -> Iterator[str]:
    label = click.style(_(_LABELS[remark.severity]), fg=_COLOURS[remark.severity])
    place = click.style(str(remark.place), bold=True)
    yield f"{place}{_segment(remark)}: {label} {remark.code}"
    also = ""
    if others:
        places = ", ".join(f"{_within(other)}{_segment(other)}" for other in others)
        also = _("The same at {places}.").format(places=places)
    for text in (remark.message, remark.hint, also):
        if text:
            yield from textwrap.wrap(text, _WIDTH, initial_indent="  ", subsequent_indent="    ")


def _segment(remark: Remark) -> str:
    return f" [{remark.segment}]" if remark.segment else ""


def _within(remark: Remark) -> str:
    """The place within its file: line and column."""
    place = remark.place
    return f"{place.line}:{place.column}" if place.column else str(place.line)


def _count_lines(file: CheckedFile) -> Iterator[str]:
    """One line on the segments: how many were checked, how many could not be."""
    states = file.states
    if not states:
        return
    n = states[State.TRANSLATED]
    parts = [ngettext("{n} segment checked", "{n} segments checked", n).format(n=n)]
    for state, one, many in (
        (State.UNTRANSLATED, N_("{n} not translated"), N_("{n} not translated")),
        (State.UNSURE, N_("{n} fuzzy"), N_("{n} fuzzy")),
        (State.COPIED, N_("{n} the same as its source"), N_("{n} the same as their source")),
        (State.EXEMPT, N_("{n} exempt"), N_("{n} exempt")),
    ):
        if states[state]:
            parts.append(_(one if states[state] == 1 else many).format(n=states[state]))
    yield f"{file.path}: {', '.join(parts)}."
    if not file.is_of_field and n:
        yield _("Few terms of the glossary: a missing equivalent weighs less in this text.")


def _term_lines(file: CheckedFile) -> Iterator[str]:
    rows = [term for term in file.terms if term.missing or term.unwanted]
    if not rows:
        return
    yield ""
    head = [_("term"), _("segments"), _("missing"), _("not to be used")]
    table = [head, *([t.term, *_numbers(t)] for t in rows[:_SHOWN_TERMS])]
    widths = [max(display_width(row[i]) for row in table) for i in range(len(head))]
    for row in table:
        cells = [pad(cell, widths[i], right=i > 0) for i, cell in enumerate(row)]
        yield "  ".join(cells).rstrip()
    more = len(rows) - _SHOWN_TERMS
    if more > 0:
        text = ngettext("and {n} term more", "and {n} terms more", more)
        yield text.format(n=more)


def _numbers(term: TermCount) -> list[str]:
    return [str(term.segments), str(term.missing or ""), str(term.unwanted or "")]
