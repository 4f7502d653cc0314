"""vnru-terms mine: the recurring terms of Vietnamese articles, best first."""

from __future__ import annotations

import csv
import io
import json
import math
import sys
import textwrap
from collections.abc import Sequence
from pathlib import Path

import click

from vnru_terms.cli.base import Session, argument, command, option
from vnru_terms.cli.mine_explain import print_explanation
from vnru_terms.cli.output import (
    Progress,
    cut,
    display_width,
    errors_in,
    exit_code,
    kind_names,
    pad,
    print_table,
    say,
    say_problems,
)
from vnru_terms.findings import display_path
from vnru_terms.messages import N_, _, ngettext
from vnru_terms.mining.scores import EVEN
from vnru_terms.model import Candidate
from vnru_terms.store.atomic import write_text
from vnru_terms.store.glossary import read_glossary
from vnru_terms.store.worklist import render_worklist
from vnru_terms.text.body import RULE_TEXTS, LineKind
from vnru_terms.workflow.counting import ENGINES, Plan
from vnru_terms.workflow.mine import Mined
from vnru_terms.workflow.mine import explain as explain_candidate
from vnru_terms.workflow.mine import explain_lines as judge_lines
from vnru_terms.workflow.mine import mine as run

FORMATS = ("table", "jsonl", "csv")
_TOP = 100


@command(
    help=N_(
        "Find the recurring terms of Vietnamese articles, best first. PATH is an article (.txt .md "
        ".html .docx .pdf), a folder of them, or - for standard input."
    )
)
@argument("paths", metavar="PATH...", nargs=-1, required=True)
@option(
    "--top", metavar="N", type=click.IntRange(min=0),
    help=N_("How many candidates, 0 for all; else 100, with --new only likely ones."),
)  # fmt: skip
@option(
    "--format", type=click.Choice(FORMATS), default="table", show_default=True,
    help=N_("Output format."),
)  # fmt: skip
@option("--json", "format", flag_value="jsonl", help=N_("Short for --format jsonl."))
@option(
    "--out",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help=N_("Write to this file."),
)
@option("--new", is_flag=True, help=N_("Leave out what the glossary has or has rejected."))
@option("--explain", metavar="TERM", help=N_("Show why this candidate stands where it does."))
@option(
    "--explain-lines", is_flag=True,
    help=N_("Show what each line was taken for, and by which rule; mine nothing."),
)  # fmt: skip
@option(
    "--engine", type=click.Choice(ENGINES), default=ENGINES[0], show_default=True,
    help=N_("Where to count: on this machine, or on a Dask cluster."),
)  # fmt: skip
@option("--scheduler", metavar="ADDRESS", help=N_("The address of the Dask scheduler."))
@option(
    "--jobs", type=click.IntRange(min=1),
    help=N_("How many processes to use on a large collection; else one for each processor."),
)  # fmt: skip
@option(
    "--work", metavar="FOLDER", type=click.Path(path_type=Path, file_okay=False),
    help=N_("Keep the counts of a large collection in this folder; the next run goes on there."),
)  # fmt: skip
@click.pass_context
def mine(
    ctx: click.Context,
    paths: tuple[str, ...],
    top: int | None,
    format: str,
    out: Path | None,
    new: bool,
    explain: str | None,
    explain_lines: bool,
    engine: str,
    scheduler: str | None,
    jobs: int | None,
    work: Path | None,
) -> None:
    if (engine == "dask") != (scheduler is not None):
        raise click.UsageError(_("--engine dask and --scheduler ADDRESS go together."))
    plan = Plan(engine, scheduler or "", jobs or 0, work)
    if explain_lines:
        _print_lines(paths, format)
        return
    if explain is not None:
        ctx.exit(_print_explanation(paths, explain, plan))
    session: Session = ctx.obj
    termbase, problems = read_glossary(session.locate().folder)
    say_problems(errors_in(problems))
    progress = Progress()

    def tell(done: int, of: int) -> None:
        progress(_("Mining article {done} of {of} …").format(done=done, of=of))

    def tell_read(done: int, of: int) -> None:
        progress(_("Reading article {done} of {of} …").format(done=done, of=of))

    try:
        mined = run(
            list(paths), termbase, new=new, top=_TOP if top is None else top,
            least=EVEN if new and top is None else -math.inf,
            plan=plan, reading=tell_read, progress=tell,
        )  # fmt: skip
    finally:
        progress.done()
    for finding in mined.findings:
        say(str(finding))
    if out is not None and str(out) != "-":
        write_text(out, _render(mined.candidates, format if format != "table" else _named(out)))
        click.echo(display_path(out))
    elif format == "table":
        if mined.candidates:
            _print_candidates(mined.candidates)
    else:
        # Bytes, so that no console changes the line ends that CSV asks for.
        sys.stdout.flush()
        sys.stdout.buffer.write(_render(mined.candidates, format).encode("utf-8"))
    say(_summary(mined))
    if new and top is None:
        say(_("Only likely ones are shown: --new --top {n} shows further ones.").format(n=_TOP))
    code = exit_code(mined.findings, strict=False)
    ctx.exit(code if mined.candidates else 1)


def _named(out: Path) -> str:
    """The format that a file's name asks for, where none was chosen."""
    return "csv" if out.suffix == ".csv" else "jsonl"


def _render(candidates: Sequence[Candidate], format: str) -> str:
    if format == "jsonl":
        return render_worklist(candidates)
    # Here and not above: the other outputs need no format of the glossary's.
    from vnru_terms.formats.csv_table import harmless

    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    head = ["rank", "term", "kind", "score", "frequency", "documents", "variants", "known"]
    writer.writerow([*head, "rejected", "context"])
    for rank, c in enumerate(candidates, start=1):
        line = c.contexts[0]
        context = f"{line.left}{line.node}{line.right}"
        row = [rank, c.term, c.kind.value, f"{c.score:.4f}", c.frequency, c.documents]
        row += [" | ".join(c.variants), c.known or "", "x" if c.rejected else "", context]
        writer.writerow([harmless(str(cell)) for cell in row])
    return "\ufeff" + buffer.getvalue()


def _print_candidates(candidates: Sequence[Candidate]) -> None:
    kinds = kind_names()
    head = ["", _("term"), _("kind"), _("freq."), _("docs"), _("score"), _("in glossary")]
    rows = [
        [
            str(rank),
            c.term,
            kinds[c.kind],
            str(c.frequency),
            str(c.documents),
            f"{c.score:.1f}",
            _in_glossary(c),
        ]
        for rank, c in enumerate(candidates, start=1)
    ]
    print_table(head, rows, right=(0, 3, 4, 5), shrink=1)


def _in_glossary(candidate: Candidate) -> str:
    if candidate.known is not None:
        return _("yes")
    return _("rejected") if candidate.rejected else ""


def _summary(mined: Mined) -> str:
    n, d, s = len(mined.candidates), mined.documents, mined.sentences
    parts = (
        ngettext("{n} article", "{n} articles", d).format(n=d),
        ngettext("{n} sentence", "{n} sentences", s).format(n=s),
        ngettext("{n} candidate shown", "{n} candidates shown", n).format(n=n),
    )
    return ", ".join(parts) + "."


def _print_explanation(paths: Sequence[str], term: str, plan: Plan) -> int:
    found = explain_candidate(list(paths), term, plan=plan)
    if found is None:
        say(_("“{term}” is no candidate of these articles.").format(term=term))
        return 1
    rank, ranked = found
    print_explanation(rank, term, ranked)
    return 0


def _print_lines(paths: Sequence[str], format: str) -> None:
    """What each line was taken for; as a table without the empty lines, and a legend below."""
    judged = judge_lines(list(paths))
    if format != "table":
        for path, number, verdict, line in judged:
            row = {"file": path, "line": number, "kind": verdict.kind.value, "rule": verdict.rule}
            click.echo(json.dumps({**row, "text": line}, ensure_ascii=False))
        return
    kinds = {
        LineKind.TITLE: _("headline"),
        LineKind.BODY: _("text"),
        LineKind.CAPTION: _("caption"),
        LineKind.BOILERPLATE: "-",
    }
    shown = [row for row in judged if row[3].strip()]
    used = [rule for rule in RULE_TEXTS if any(row[2].rule == rule for row in shown)]
    widths = [
        max((display_width(kinds[row[2].kind]) for row in shown), default=0),
        max((len(rule) for rule in used), default=0),
    ]
    file = ""
    for path, number, verdict, line in shown:
        if path != file:
            file = path
            click.echo(path)
        start = f"{number:>4} {pad(kinds[verdict.kind], widths[0])} {verdict.rule:{widths[1]}} "
        click.echo(start + cut(line.strip()[:200], 80 - display_width(start)))
    click.echo()
    for rule in used:
        text = textwrap.wrap(_(RULE_TEXTS[rule]), 78 - widths[1])
        click.echo(
            "\n".join(pad(rule if i == 0 else "", widths[1] + 2) + t for i, t in enumerate(text))
        )
