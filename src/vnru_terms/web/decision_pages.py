"""What the buttons of a candidate's page do: accept, join, reject, put off, undo.

Each writes through the workflow and leads to the next candidate. Where something stands in the
way, or somebody else decided meanwhile, the page comes back with everything that was typed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from flask import Response as JsonResponse
from flask import g, jsonify, redirect, request, url_for
from werkzeug.wrappers import Response

from vnru_terms.curation.desk import REJECTION_REASONS
from vnru_terms.curation.filled import Problem
from vnru_terms.findings import VnruTermsError
from vnru_terms.messages import _
from vnru_terms.model import Candidate
from vnru_terms.store.decisions import Decision
from vnru_terms.web.candidate_pages import Filled, at, joining_for, page_of
from vnru_terms.web.desk_view import (
    decision_on,
    meant,
    proposals,
    typed_draft,
    typed_joining,
)
from vnru_terms.web.labels import state_of
from vnru_terms.workflow import review
from vnru_terms.workflow.review_texts import told

Answer = Response | tuple[str, int]


def accept(number: int) -> Answer:
    """A new concept of the form; an id that was left open is proposed."""
    desk, candidate = at(number)
    draft = typed_draft(request.form)
    if request.form.get("do") == "propose":
        found = proposals(desk, draft)
        empty = {name: value for name, value in found.items() if not getattr(draft, name).strip()}
        return page_of(number, Filled(draft=replace(draft, **empty))), 200
    if not draft.id.strip():
        draft = replace(draft, id=proposals(desk, draft)["id"])
    return _done(
        number, candidate, lambda: review.accept(desk, candidate, draft), Filled(draft=draft)
    )


def join(number: int) -> Answer:
    """A term for the concept whose file the form was opened on."""
    desk, candidate = at(number)
    id = request.form.get("concept", "")
    joining = typed_joining(request.form, id)
    read = g.room.kept(request.form.get("read", ""), id)
    if read is None:
        filled = joining_for(desk, candidate, id)
        message = _("The concept was read anew; look at it and save again.")
        kept = replace(filled, joining=joining if filled.joining else None, problem=message)
        return page_of(number, kept), 409
    filled = Filled(joining=joining, joined=read.entry, read=request.form["read"])

    def again() -> Filled:
        # The file as it is now: saving again is then a decision with open eyes.
        now = joining_for(g.desk, candidate, id)
        return replace(now, joining=joining) if now.joining else filled

    act = lambda: review.join(desk, candidate, joining, read)  # noqa: E731 (one of three)
    return _done(number, candidate, act, filled, again)


def reject(number: int) -> Answer:
    """A row of rejected.tsv; the usual reasons may be given by number or beginning."""
    desk, candidate = at(number)
    typed = request.form.get("usual") or request.form.get("reason", "")
    reason = meant(typed, REJECTION_REASONS)
    return _done(
        number, candidate, lambda: review.reject(desk, candidate, reason), Filled(reason=typed)
    )


def later(number: int) -> Answer:
    """Leave the candidate until all others are settled."""
    desk, candidate = at(number)
    return _done(number, candidate, lambda: review.put_off(desk, candidate), Filled())


def undo() -> Response:
    """Take back the last decision of this browser's curator, and go back to its candidate."""
    desk = g.room.fresh(g.seat)
    try:
        outcome = review.take_back_last(desk)
    except VnruTermsError as error:
        g.seat.message = str(error)
        return redirect(url_for("desk"), 303)
    g.room.left(outcome)
    g.seat.message = told(outcome)
    return _next(outcome)


def propose(number: int) -> JsonResponse:
    """What follows from the fields typed so far, as JSON for the page's script."""
    desk, _candidate = at(number)
    return jsonify(proposals(desk, typed_draft(request.form)))


def _done(
    number: int,
    candidate: Candidate,
    act: Callable[[], review.Outcome],
    filled: Filled,
    again: Callable[[], Filled] | None = None,
) -> Answer:
    """Act and go on, or come back with the page as it was filled and what stood in the way."""
    decision = decision_on(g.desk, candidate)
    state, word, concept = state_of(candidate, decision)
    if request.form.get("seen", "") != f"{state} {concept}":
        return page_of(number, replace(filled, problem=_meanwhile(word, concept, decision))), 409
    try:
        outcome = act()
    except VnruTermsError as error:
        g.desk = g.room.fresh(g.seat, number)
        kept = again() if again else filled
        return page_of(number, replace(kept, problem=str(error))), 409
    g.room.left(outcome)
    if outcome.problems:
        return page_of(number, _with_problems(filled, outcome.problems)), 422
    g.seat.message = told(outcome)
    return _next(outcome)


def _meanwhile(word: str, concept: str, decision: Decision | None) -> str:
    by = decision.by if decision else "?"
    what = f"{word} ({concept})" if concept else word
    text = _(
        "This candidate was decided elsewhere meanwhile: {what}, by {curator}. Nothing was "
        "written; what you typed is kept. Save again if you still want to."
    )
    return text.format(what=what, curator=by)


def _with_problems(filled: Filled, problems: tuple[Problem, ...]) -> Filled:
    """Problems at their fields; those that concern the whole above the form."""
    errors = {problem.field: problem.message for problem in problems if problem.field}
    whole = " ".join(problem.message for problem in problems if not problem.field)
    text = whole or _("Nothing is written yet: see the marked fields.")
    return replace(filled, errors=errors, problem=text)


def _next(outcome: review.Outcome) -> Response:
    session = outcome.desk.session
    if session.current is None:
        return redirect(url_for("desk"), 303)
    return redirect(url_for("candidate", number=session.cursor + 1), 303)
