"""The desk on a whole screen, with prompt_toolkit: the candidate above, a form below when asked.

A `Screen` is in one of four modes: `look` (letters are commands), `ask` (one line: a concept or a
reason), `form` (fields), `help`. What an act does to the glossary is in the workflow, windows and
keys are in `review_windows`; here stands how the modes follow on each other.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from vnru_terms.cli.review_form import FormView
from vnru_terms.cli.review_text import (
    concept_choices,
    concept_named,
    offered,
    offers_of,
    reason_choices,
)
from vnru_terms.curation.desk import key_of
from vnru_terms.curation.forms import FIELDS, FOLLOWING, JOIN_FIELDS, Draft, Joining, proposed
from vnru_terms.extras import need
from vnru_terms.findings import VnruTermsError
from vnru_terms.messages import _
from vnru_terms.workflow import review
from vnru_terms.workflow.review_texts import resolved, told

# Fields that share a row of the form.
ACCEPT_ROWS = (
    ("vi",), ("en",), ("en_source",), ("ru",), ("ru_source",), ("kind", "part_of_speech"),
    ("gender", "context"), ("subject_field",), ("id",), ("definition",),
    ("definition_source",), ("distinguish",),
)  # fmt: skip
JOIN_ROWS = (
    ("term",), ("status", "reason"), ("type", "part_of_speech"), ("context",), ("source",),
)  # fmt: skip


class Screen:
    """What is on the screen; its state is what the curator sees: desk, mode, form, message."""

    def __init__(self, desk: review.Desk) -> None:
        need("review", "prompt_toolkit")
        self.desk = desk
        self.mode = "look"
        self.message = ""
        self.form: FormView | None = None
        self._save: Callable[[], review.Outcome] | None = None
        self._answer: Callable[[str], None] | None = None
        self.asked: tuple[str, Sequence[tuple[str, str]]] = ("", ())
        self.numbered = False
        self._leave: Callable[[], None] = lambda: None
        self._drafts: dict[str, Draft] = {}
        self.line: Any = None
        self.resting: Any = None
        self.app: Any = None

    def leave_form(self) -> None:
        """Leave a form without saving; what was typed comes back when it is opened again."""
        self._leave()
        self.look(_("Left."))

    def look(self, message: str = "") -> None:
        self.mode, self.message, self.form = "look", message, None
        self._leave = lambda: None
        self.app.layout.focus(self.resting)

    def show_help(self) -> None:
        self.mode = "help"

    def quit(self) -> None:
        self.app.exit()

    def move(self, move: Callable[[Any], Any]) -> None:
        self.desk = replace(self.desk, session=move(self.desk.session))
        self.message = ""

    def do(self, act: Callable[[], review.Outcome]) -> review.Outcome | None:
        """Act, and say what came of it; an error changes nothing but the message."""
        try:
            outcome = act()
        except VnruTermsError as error:
            self.message = str(error)
            self.desk = review.refreshed(self.desk)
            return None
        self.desk = outcome.desk
        self.message = told(outcome)
        return outcome

    def put_off(self) -> review.Outcome:
        candidate = self.desk.session.current
        return review.put_off(self.desk, candidate) if candidate else review.Outcome(self.desk)

    def _ask(
        self,
        label: str,
        answer: Callable[[str], None],
        choices: Sequence[tuple[str, str]],
        *,
        numbered: bool,
    ) -> None:
        if self.desk.session.current is None:
            return
        self.mode, self.message, self.asked, self._answer = "ask", "", (label, choices), answer
        self.numbered = numbered
        self.line.reset()
        self.app.layout.focus(self.line)

    def answered(self, line: Any) -> bool:
        if self._answer is not None:
            self._answer(line.text)
        return True

    def ask_concept(self) -> None:
        choices = concept_choices(self.desk.termbase)
        label = _("number, id or term of the concept:")
        self._ask(label, self.open_join, choices, numbered=False)

    def ask_reason(self) -> None:
        def answer(text: str) -> None:
            candidate = self.desk.session.current
            reason = resolved(text, reason_choices())
            if candidate is None:
                return
            outcome = self.do(lambda: review.reject(self.desk, candidate, reason))
            if outcome is not None and not outcome.problems:
                self.look(self.message)

        self._ask(_("reason:"), answer, reason_choices(), numbered=True)

    def open_accept(self) -> None:
        candidate = self.desk.session.current
        if candidate is None:
            return
        self.desk = review.refreshed(self.desk)
        taken = review.taken_ids(self.desk)

        def following(values: dict[str, str], name: str) -> str:
            return proposed(Draft(**values), name, taken)

        key = key_of(candidate.term)
        draft = self._drafts.get(key) or review.new_draft(self.desk, candidate)
        offers = offers_of(self.desk, candidate)
        form = FormView(
            FIELDS, ACCEPT_ROWS, draft, self.desk.termbase, FOLLOWING, following, offers
        )

        def save() -> review.Outcome:
            # Kept for the case that it is left or refused.
            self._drafts[key] = Draft(**form.values())
            return review.accept(self.desk, candidate, self._drafts[key])

        self._leave = lambda: self._drafts.update({key: Draft(**form.values())})
        self._show(form, save, start="en")
        self.message = offered(offers)

    def open_join(self, chosen: str) -> None:
        candidate = self.desk.session.current
        if candidate is None:
            return
        try:
            id = concept_named(self.desk, candidate, chosen)
            joining, snapshot = review.new_joining(self.desk, candidate, id)
        except VnruTermsError as error:
            self.message = str(error)
            return
        form = FormView(JOIN_FIELDS[1:], JOIN_ROWS, joining, self.desk.termbase)

        def save() -> review.Outcome:
            filled = Joining(concept=id, **form.values())
            return review.join(self.desk, candidate, filled, snapshot)

        self._show(form, save, start="term")
        self.message = _("Joins {id}: {terms}").format(
            id=id, terms="; ".join(t.term for _language, t in snapshot.entry.all_terms())
        )

    def _show(self, form: FormView, save: Callable[[], review.Outcome], *, start: str) -> None:
        self.mode, self.message, self.form, self._save = "form", "", form, save
        self._focus(start)

    def step(self, step: int) -> None:
        if self.form is not None:
            self._focus(self.form.beside(self.app.layout.current_buffer, step))

    def choose(self, buffer: Any) -> None:
        """Open the list of a field that has one, or go down in it."""
        if buffer.complete_state:
            buffer.complete_next()
        elif self.form is not None and self.form.has_list(buffer):
            buffer.exit_selection()
            buffer.start_completion(select_first=True)
        else:
            self.step(1)

    def _focus(self, name: str) -> None:
        if self.form is not None:
            self.app.layout.focus(self.form.entered(name))

    def save_form(self) -> None:
        if self.form is None or self._save is None:
            return
        self.form.settle()
        outcome = self.do(self._save)
        if outcome is None:
            return
        if not outcome.problems:
            self.look(self.message)
            return
        named = (p.field for p in outcome.problems if p.field in self.form.buffers)
        field = next(named, None)
        if field is not None:
            self._focus(field)
