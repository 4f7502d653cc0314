"""What `mine --explain TERM` prints: the parts of a candidate's score, and what they rest on."""

from __future__ import annotations

from collections.abc import Mapping

import click

from vnru_terms.messages import _, ngettext
from vnru_terms.mining.ranking import Ranked
from vnru_terms.mining.scores import INTERCEPT, parts


def print_explanation(rank: int, term: str, ranked: Ranked) -> None:
    """The score as a sum: one row a feature with its value and its part."""
    tally = ranked.tally
    click.echo(f"{rank}. {term}  " + _("score") + f" {ranked.score:.2f}")
    mentions = ngettext("{n} mention", "{n} mentions", tally.frequency).format(n=tally.frequency)
    articles = ngettext("{n} article", "{n} articles", tally.documents).format(n=tally.documents)
    click.echo(f"   {mentions}, {articles}")
    click.echo("   " + _("spellings") + ": " + _counted(tally.surfaces))
    click.echo("   " + _("found as") + ": " + _counted(tally.patterns))
    nested = sum(tally.nested_in.values())
    if nested:
        click.echo("   " + _("within longer candidates") + f": {nested}")
    click.echo()
    click.echo(f"   {_('feature'):28} {_('value'):>7} {_('part'):>8}")
    for name, value, part in parts(tally, ranked.evidence):
        click.echo(f"   {_label(name):28} {value:7.2f} {part:+8.2f}")
    click.echo(f"   {_('every candidate'):28} {'':7} {INTERCEPT:+8.2f}")
    click.echo(f"   {_('sum'):28} {'':7} {ranked.score:+8.2f}")


def _label(feature: str) -> str:
    kind, _space, pattern = feature.partition("pattern ")
    return _("found as") + " " + pattern if not kind and pattern else _(feature)


def _counted(counts: Mapping[str, int]) -> str:
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{text} {n}" for text, n in ordered)
