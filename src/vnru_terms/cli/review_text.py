"""What the desk shows, as lines of text: the full screen and the plain mode print the same.

Widths are in columns of a terminal; nothing here reads a key or writes a file.
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence

from vnru_terms.cli.output import cut, display_width, pad
from vnru_terms.curation.desk import REJECTION_REASONS, progress
from vnru_terms.curation.forms import Field
from vnru_terms.curation.neighbours import Neighbour, Relation
from vnru_terms.messages import N_, _, ngettext
from vnru_terms.model import LANGUAGE_ORDER, Candidate, KwicLine, Termbase
from vnru_terms.workflow.review import Desk, neighbours_of
from vnru_terms.workflow.review_texts import KEYS as DESK_KEYS
from vnru_terms.workflow.review_texts import counts_of, resolved, sides_of, subject_fields
from vnru_terms.workflow.suggest import suggestions_for

SIGNS = {Relation.SAME: "=", Relation.PART: "<", Relation.WHOLE: ">", Relation.SHARED: "~"}
KEYS = (
    *DESK_KEYS,
    ("?", N_("help")),
    ("q", N_("quit")),
)
HELP = (
    N_("a  accept: a new concept; a form opens with what can be proposed"),
    N_("j  join: the term goes to a concept that is there; 1-8 joins it to that neighbour"),
    N_("r  reject, with a reason; mining leaves the candidate out from then on"),
    N_("l  later: it comes again when all others are settled"),
    N_("u  undo the last decision, also one of another day"),
    N_("n  p  look at the next or previous candidate without deciding"),
    N_("q  quit; every decision is saved already, and the desk goes on where it was"),
    "",
    N_("Neighbours: = the same term, < stands in the candidate, > holds it, ~ shares words"),
    N_("In a form: several terms are parted by semicolons, the first is preferred"),
)


def title(desk: Desk) -> str:
    """How far the curator has come."""
    counts = progress(desk.session)
    text = _("review: {open} open, {put_off} put off, {settled} settled · {curator}")
    return text.format(
        open=counts.open, put_off=counts.put_off, settled=counts.settled, curator=desk.curator
    )


def summary(desk: Desk) -> str:
    """The last word of a session."""
    counts = progress(desk.session)
    left = counts.open + counts.put_off
    text = ngettext("{n} candidate is left.", "{n} candidates are left.", left)
    return text.format(n=left)


def candidate_lines(
    candidate: Candidate, neighbours: Sequence[Neighbour], width: int, *, short: bool = False
) -> list[str]:
    """The candidate with its figures, concordance and neighbours; `short` beside a form."""
    lines = [cut(f"{candidate.term}  ({_facts(candidate)})", width)]
    if candidate.variants and not short:
        lines.append(
            cut(_("also: {variants}").format(variants="; ".join(candidate.variants)), width)
        )
    lines += [] if short else [""]
    lines += [kwic(i, line, width) for i, line in enumerate(candidate.contexts[:5], 1)]
    shown = neighbours[:2] if short else neighbours
    if not short:
        lines += ["", _("Near it in the glossary:") if shown else _("Nothing near it yet.")]
    return lines + [neighbour_line(i, n, width) for i, n in enumerate(shown, 1)]


def _facts(candidate: Candidate) -> str:
    return ", ".join((candidate.kind.value, f"{candidate.score:.1f}", *counts_of(candidate)))


def kwic(number: int, line: KwicLine, width: int) -> str:
    """A line of the concordance with its number, the node in the middle."""
    left, right = sides_of(line)
    room = max(0, width - 3 - display_width(line.node)) // 2
    text = f"{number} {pad(_tail(left, room), room, right=True)} {line.node}{right}"
    return cut(text, width)


def _tail(text: str, width: int) -> str:
    """The end of a text, from a word on, where it is wider than that."""
    if display_width(text) <= width:
        return text
    while text and display_width(text) > width - 1:
        text = text[1:]
    _cut, space, rest = text.partition(" ")
    return f"…{rest if space else text}"


def neighbour_line(number: int, neighbour: Neighbour, width: int) -> str:
    """A neighbour with its equivalents and its id."""
    others = (neighbour.entry.preferred(code) for code in LANGUAGE_ORDER[1:])
    terms = [neighbour.term.term, *(term.term for term in others if term)]
    head = f"{number} {SIGNS[neighbour.relation]} "
    return cut(f"{head}{' · '.join(terms)}  [{neighbour.entry.id}]", width)


def concept_choices(termbase: Termbase) -> tuple[tuple[str, str], ...]:
    """Every concept's id with its first Vietnamese term."""
    named = ((entry.id, entry.terms(LANGUAGE_ORDER[0])) for entry in termbase.entries)
    return tuple((id, terms[0].term if terms else "") for id, terms in named)


def concept_named(desk: Desk, candidate: Candidate, chosen: str) -> str:
    """The id of the neighbour with this number, or of the concept meant; else the text itself."""
    neighbours = neighbours_of(desk, candidate)
    bare = chosen.strip()
    if bare.isascii() and bare.isdigit():
        return neighbours[int(bare) - 1].entry.id if 1 <= int(bare) <= len(neighbours) else bare
    return resolved(bare, concept_choices(desk.termbase))


def choices_of(field: Field, termbase: Termbase) -> tuple[tuple[str, str], ...]:
    """The values that a field may hold, each with its label; none where it is free text."""
    if field.name == "subject_field":
        return subject_fields(termbase)
    return tuple((value, "") for value in field.choices)


def reason_choices() -> tuple[tuple[str, str], ...]:
    """The usual reasons to reject, each with its label."""
    return tuple((reason, _(reason)) for reason in REJECTION_REASONS)


def offers_of(desk: Desk, candidate: Candidate) -> dict[str, list[tuple[str, str]]]:
    """By field of the form, the equivalents that may be right, each with its reason."""
    offers: dict[str, list[tuple[str, str]]] = {}
    for suggestion in suggestions_for(candidate.term, desk.termbase):
        offers.setdefault(suggestion.language, []).append((suggestion.term, suggestion.reason))
    return offers


def offered(offers: Mapping[str, Sequence[tuple[str, str]]]) -> str:
    """The first offer of each field, in a line; empty where there is none."""
    if not offers:
        return ""
    firsts = " · ".join(listed[0][0] for listed in offers.values())
    return _("Suggested: {terms} (Down shows all, with reasons)").format(terms=firsts)


def wrapped(text: str, width: int) -> list[str]:
    """A text broken at its spaces; an empty one is an empty line."""
    return textwrap.wrap(text, width, subsequent_indent="   ", break_on_hyphens=False) or [""]
