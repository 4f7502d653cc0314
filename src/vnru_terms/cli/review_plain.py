"""The desk line by line: for screen readers, dumb terminals, pipes, and without the extra.

It prints the candidate, asks for a key, and asks a form's fields one after the other: Enter keeps
what is proposed, a dash empties the field, a full stop leaves the form. The end of input quits.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import click

from vnru_terms.cli.review_text import (
    HELP,
    KEYS,
    candidate_lines,
    choices_of,
    concept_named,
    offers_of,
    reason_choices,
    title,
)
from vnru_terms.curation.desk import next_candidate, previous_candidate
from vnru_terms.curation.filled import Problem
from vnru_terms.curation.forms import FIELDS, JOIN_FIELDS, Field, proposed
from vnru_terms.findings import VnruTermsError
from vnru_terms.messages import _
from vnru_terms.model import Candidate
from vnru_terms.workflow import review
from vnru_terms.workflow.review_texts import resolved, told

WIDTH = 80
_LEAVE = "."
_EMPTY = "-"


class _Left(Exception):  # noqa: N818 (no error: the curator left the form)
    """The curator left the form."""


def run_plain(desk: review.Desk) -> review.Desk:
    """Let the curator decide until they quit or nothing is left; the desk as it is then."""
    while (candidate := desk.session.current) is not None:
        click.echo(f"\n{title(desk)}")
        neighbours = review.neighbours_of(desk, candidate)
        click.echo("\n".join(candidate_lines(candidate, neighbours, WIDTH)))
        keys = " ".join(key for key, _text in KEYS)
        try:
            key = _ask(f"{keys} >")
            if key == "q":
                break
            desk = _act(desk, candidate, key)
        except _Left:
            continue
        except click.Abort:
            break
        except VnruTermsError as error:
            click.echo(str(error))
            desk = review.refreshed(desk)
    return desk


def _act(desk: review.Desk, candidate: Candidate, key: str) -> review.Desk:
    if key in ("n", "p"):
        move = next_candidate if key == "n" else previous_candidate
        return replace(desk, session=move(desk.session))
    acts: dict[str, Callable[[], review.Outcome]] = {
        "a": lambda: _accept(desk, candidate),
        "j": lambda: _join(desk, candidate, _ask(_("number, id or term of the concept:"))),
        "r": lambda: _reject(desk, candidate),
        "l": lambda: review.put_off(desk, candidate),
        "u": lambda: review.take_back_last(desk),
    }
    if key.isdigit():
        outcome = _join(desk, candidate, key)
    elif key in acts:
        outcome = acts[key]()
    else:
        click.echo("\n".join(_(line) if line else "" for line in HELP))
        return desk
    click.echo(told(outcome))
    return outcome.desk


def _accept(desk: review.Desk, candidate: Candidate) -> review.Outcome:
    draft = review.new_draft(desk, candidate)
    taken = review.taken_ids(desk)
    offers = offers_of(desk, candidate)
    for field in FIELDS:
        held = proposed(draft, field.name, taken) or getattr(draft, field.name)
        answer = _field(desk, field, held, offers.get(field.name, ()))
        draft = replace(draft, **{field.name: answer})
    while (outcome := review.accept(desk, candidate, draft)).problems:
        for field in _told_problems(outcome.problems, FIELDS):
            value = _field(desk, field, getattr(draft, field.name))
            draft = replace(draft, **{field.name: value})
    return outcome


def _join(desk: review.Desk, candidate: Candidate, chosen: str) -> review.Outcome:
    joining, snapshot = review.new_joining(desk, candidate, concept_named(desk, candidate, chosen))
    # The concept is chosen already.
    asked: Sequence[Field] = JOIN_FIELDS[1:]
    while True:
        for field in asked:
            value = _field(desk, field, getattr(joining, field.name))
            joining = replace(joining, **{field.name: value})
        outcome = review.join(desk, candidate, joining, snapshot)
        if not outcome.problems:
            return outcome
        asked = _told_problems(outcome.problems, JOIN_FIELDS[1:])


def _told_problems(problems: Sequence[Problem], fields: Sequence[Field]) -> Sequence[Field]:
    """Say what is wrong; the fields to ask again, all of them where a problem names none."""
    for problem in problems:
        click.echo(f"  {problem.field}: {problem.message}" if problem.field else problem.message)
    named = {problem.field for problem in problems}
    return [field for field in fields if field.name in named] or fields


def _reject(desk: review.Desk, candidate: Candidate) -> review.Outcome:
    choices = reason_choices()
    _print_choices(choices)
    return review.reject(desk, candidate, resolved(_ask(_("reason:")), choices))


def _field(
    desk: review.Desk, field: Field, default: str, offers: Sequence[tuple[str, str]] = ()
) -> str:
    choices = choices_of(field, desk.termbase)
    if (choices and not default) or offers:
        _print_choices(choices or offers)
    label = _(field.label)
    answer = _ask(f"  {label} [{default}]:" if default else f"  {label}:")
    if answer == _EMPTY:
        return ""
    if offers and answer.isascii() and answer.isdigit():
        return resolved(answer, offers)
    return resolved(answer, choices) or default


def _print_choices(choices: Sequence[tuple[str, str]]) -> None:
    for i, (value, label) in enumerate(choices, 1):
        click.echo(f"  {i} {value}" + (f"  ({label})" if label and label != value else ""))


def _ask(label: str) -> str:
    answer: str = click.prompt(label, default="", show_default=False, prompt_suffix=" ").strip()
    if answer == _LEAVE:
        raise _Left
    return answer
