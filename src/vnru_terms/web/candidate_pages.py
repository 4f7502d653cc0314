"""The pages that show candidates and decide nothing: the desk, the list, the log."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from flask import abort, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from vnru_terms.curation.desk import (
    REJECTION_REASONS,
    key_of,
    next_candidate,
    previous_candidate,
)
from vnru_terms.curation.forms import Draft, Joining
from vnru_terms.findings import VnruTermsError
from vnru_terms.model import Candidate, ConceptEntry
from vnru_terms.store.decisions import log_path, read_decisions
from vnru_terms.web.desk_view import (
    decided,
    decision_on,
    facts,
    form_fields,
    kwic_rows,
    proposals,
)
from vnru_terms.web.labels import RELATIONS, decision_label, state_of
from vnru_terms.workflow import review
from vnru_terms.workflow.suggest import suggestions_for

_Row = TypeVar("_Row")
ON_A_PAGE = 200
_SHOWN_MATCHES = 8


@dataclass(frozen=True, slots=True)
class Filled:
    """What a candidate's page shows beside the candidate: a form as typed, or concepts to join."""

    draft: Draft | None = None
    joining: Joining | None = None
    joined: ConceptEntry | None = None
    read: str = ""
    choices: Sequence[ConceptEntry] | None = None
    asked: str = ""
    reason: str = ""
    errors: Mapping[str, str] = field(default_factory=dict)
    problem: str = ""


def desk() -> Response | str:
    """The next candidate to decide on, or the word that there is none."""
    g.desk = g.room.fresh(g.seat)
    if g.desk.session.current is None:
        return render_template("done.html", total=len(g.desk.session.worklist))
    return redirect(url_for("candidate", number=g.desk.session.cursor + 1), 303)


def at(number: int) -> tuple[review.Desk, Candidate]:
    """The desk with the candidate of a number on it; 404 where there is none."""
    g.desk = g.room.fresh(g.seat, number)
    if number < 1 or g.desk.session.current is None:
        abort(404)
    return g.desk, g.desk.session.current


def candidate(number: int) -> str:
    """One candidate with its form; `?join=` shows the form, or the choice, of a concept to join."""
    desk, found = at(number)
    asked = request.args.get("join", "")
    return page_of(number, joining_for(desk, found, asked) if asked.strip() else Filled())


def joining_for(desk: review.Desk, found: Candidate, asked: str) -> Filled:
    """The form to join the concept that is meant: a neighbour's number, an id, words of a term."""
    bare = asked.strip()
    near = review.neighbours_of(desk, found)
    if bare.isascii() and bare.isdigit() and 1 <= int(bare) <= len(near):
        bare = near[int(bare) - 1].entry.id
    if desk.termbase.entry(bare) is None:
        matches = g.room.search.find(bare, desk.termbase, limit=_SHOWN_MATCHES)
        choices = tuple(match.entry for match in matches)
        if len(choices) != 1:
            return Filled(choices=choices, asked=asked)
        bare = choices[0].id
    try:
        joining, snapshot = review.new_joining(desk, found, bare)
    except VnruTermsError as error:
        return Filled(choices=(), asked=asked, problem=str(error))
    return Filled(joining=joining, joined=snapshot.entry, read=g.room.keep(snapshot), asked=asked)


def page_of(number: int, filled: Filled) -> str:
    """The page of the candidate on the desk, with a form as it opens or as it was sent."""
    desk: review.Desk = g.desk
    found = desk.session.current
    assert found is not None
    draft = filled.draft
    if draft is None:
        draft = review.new_draft(desk, found)
    sides = {
        name: move(desk.session).cursor + 1
        for name, move in (("next", next_candidate), ("previous", previous_candidate))
    }
    form = filled.joining or draft
    state, word, concept = state_of(found, decision_on(desk, found))
    return render_template(
        "candidate.html",
        number=number,
        candidate=found,
        facts=facts(found),
        rows=kwic_rows(desk, found),
        neighbours=[(*RELATIONS[n.relation], n) for n in review.neighbours_of(desk, found)],
        fields=form_fields(form, desk.termbase, filled.errors),
        suggestions=suggestions_for(found.term, desk.termbase),
        reasons=REJECTION_REASONS,
        filled=filled,
        sides=sides,
        state=state,
        state_word=word,
        concept=concept,
        seen=f"{state} {concept}",
        proposed=proposals(desk, draft),
        total=len(desk.session.worklist),
    )


def candidates() -> str:
    """The worklist with what was decided, a page at a time; `?show=open` leaves the rest out."""
    g.desk = g.room.fresh(g.seat)
    show = request.args.get("show", "")
    known = decided(g.desk)
    rows = []
    for number, one in enumerate(g.desk.session.worklist, 1):
        decision = known.get(key_of(one.term))
        state, word, concept = state_of(one, decision)
        is_open = state in ("open", "later")
        if (show == "open" and not is_open) or (show == "decided" and is_open):
            continue
        rows.append((number, one, state, word, concept, decision.by if decision else ""))
    shown, page, pages = _paged(rows)
    return render_template("candidates.html", rows=shown, page=page, total_pages=pages, show=show)


def log() -> str:
    """What was decided by whom, newest first; what was taken back too."""
    g.desk = g.room.fresh(g.seat)
    decisions, _findings = read_decisions(log_path(g.desk.folder))
    terms = {key_of(one.term): one.term for one in g.desk.session.worklist}
    numbers = {key_of(one.term): n for n, one in enumerate(g.desk.session.worklist, 1)}
    rows = [
        (d, decision_label(d), d.term or terms.get(d.key, d.key), numbers.get(d.key))
        for d in reversed(decisions)
    ]
    shown, page, pages = _paged(rows)
    return render_template("log.html", rows=shown, page=page, total_pages=pages)


def _paged(rows: list[_Row]) -> tuple[list[_Row], int, int]:
    pages = max(1, -(-len(rows) // ON_A_PAGE))
    page = min(max(1, request.args.get("page", 1, type=int)), pages)
    return rows[(page - 1) * ON_A_PAGE : page * ON_A_PAGE], page, pages
