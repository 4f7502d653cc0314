"""The curator's desk as values and plain functions; the terminal and the browser share it.

A `Session` is a worklist, the decisions that stand, and a cursor. `apply` takes a decision in and
moves to the next open candidate; a decision of kind `undo` takes the last one about its candidate
back and returns there. Since both look at nothing but the session and the decision, replaying a
log gives the session that wrote it, after every line of it. Nothing here reads or writes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from vnru_terms.lang import LANGUAGES
from vnru_terms.lang.keys import exact_key
from vnru_terms.messages import N_
from vnru_terms.model import LANGUAGE_ORDER, Candidate, ConceptEntry, Termbase
from vnru_terms.store.decisions import Decision, DecisionKind

# Why candidates are turned down, in the words of `rejected.tsv`; any other words will do too.
REJECTION_REASONS = (
    N_("general language"),
    N_("free combination"),
    N_("fragment of a longer term"),
    N_("two terms run together"),
    N_("person or place"),
    N_("passing news"),
    N_("misspelt"),
)


@dataclass(frozen=True, slots=True)
class Session:
    """A curator's way through a worklist.

    `decisions` are those that stand, oldest first, also ones about candidates of other worklists.
    `cursor` is the current candidate's index; the worklist's length where there is none left.
    """

    worklist: tuple[Candidate, ...]
    decisions: tuple[Decision, ...] = ()
    cursor: int = 0

    @property
    def current(self) -> Candidate | None:
        """The candidate on the desk, or None where all are settled."""
        return self.worklist[self.cursor] if self.cursor < len(self.worklist) else None


@dataclass(frozen=True, slots=True)
class Progress:
    """How many candidates are settled, put off and still open."""

    settled: int
    put_off: int
    open: int


def key_of(term: str) -> str:
    """The key under which the desk knows a candidate: case and tone placement folded."""
    return LANGUAGES[LANGUAGE_ORDER[0]].spelling(term)


def _key(candidate: Candidate) -> str:
    return _remembered_key(candidate.term)


# Every look at a session asks for the keys of its whole worklist.
_remembered_key = lru_cache(maxsize=1 << 16)(key_of)


def start(worklist: Sequence[Candidate], decisions: Iterable[Decision] = ()) -> Session:
    """The session that a log leads to; of candidates with one key the first is kept.

    The same as to `apply` one decision after the other, but the cursor is looked for only once.
    """
    once = {_key(c): c for c in reversed(worklist)}
    kept = tuple(c for c in worklist if once[_key(c)] is c)
    places = {_key(c): i for i, c in enumerate(kept)}
    at, is_undone = -1, False
    standing: tuple[Decision, ...] = ()
    for decision in decisions:
        before, standing = standing, _taken_in(standing, decision)
        # What is about another worklist, or changes nothing, leaves the cursor where it is.
        if decision.key in places and standing is not before:
            at, is_undone = places[decision.key], decision.kind is DecisionKind.UNDO
    session = Session(kept, standing, max(at, 0))
    return session if is_undone else _at_next(session, at)


def apply(session: Session, decision: Decision) -> Session:
    """The session after a decision; the cursor stands at the next open candidate.

    An undo takes back the last standing decision about its candidate and returns to it; one that
    finds none changes nothing.
    """
    standing = _taken_in(session.decisions, decision)
    at = _index_of(session, decision.key)
    if standing is session.decisions:
        return session
    session = replace(session, decisions=standing)
    # The cursor stays where it is for a decision about a candidate of another worklist.
    if at is None:
        return session
    if decision.kind is DecisionKind.UNDO:
        return replace(session, cursor=at)
    return _at_next(session, at)


def _taken_in(standing: tuple[Decision, ...], decision: Decision) -> tuple[Decision, ...]:
    """The decisions that stand after one more; the very same where an undo finds none."""
    if decision.kind is not DecisionKind.UNDO:
        return (*standing, decision)
    for i in range(len(standing) - 1, -1, -1):
        if standing[i].key == decision.key:
            return standing[:i] + standing[i + 1 :]
    return standing


def undo(session: Session, by: str = "") -> Decision | None:
    """The decision that an undo would take back: the last standing one, of this curator if named.

    Give its key to a decision of kind `undo`, and that to `apply`.
    """
    return next((d for d in reversed(session.decisions) if not by or d.by == by), None)


def next_candidate(session: Session) -> Session:
    """The cursor on the next candidate that is not settled, put off ones too; from the end on."""
    return _moved(session, 1)


def previous_candidate(session: Session) -> Session:
    """As `next_candidate`, the other way."""
    return _moved(session, -1)


def with_worklist(session: Session, worklist: Sequence[Candidate]) -> Session:
    """The same candidates marked anew (known, rejected); the cursor leaves one that is settled."""
    session = replace(session, worklist=tuple(worklist))
    current = session.current
    if current is None or _is_open(current, _by_key(session)):
        return session
    return _at_next(session, session.cursor)


def progress(session: Session) -> Progress:
    """The counts that the desk shows."""
    decided = _by_key(session)
    put_off = sum(_is_put_off(c, decided) for c in session.worklist)
    left = sum(_is_open(c, decided) for c in session.worklist)
    return Progress(len(session.worklist) - left, put_off, left - put_off)


def standing(decisions: Iterable[Decision], termbase: Termbase) -> tuple[Decision, ...]:
    """The log without what the glossary contradicts.

    Where a concept was deleted by hand, or the term taken out of it, the candidate is open again.
    """
    entries = {entry.id: entry for entry in reversed(termbase.entries)}
    return tuple(d for d in decisions if _is_borne_out(d, entries))


def _is_borne_out(decision: Decision, entries: Mapping[str, ConceptEntry]) -> bool:
    if decision.kind not in (DecisionKind.ACCEPT, DecisionKind.JOIN):
        return True
    entry = entries.get(decision.concept)
    wanted = exact_key(decision.term)
    return entry is not None and (
        decision.kind is DecisionKind.ACCEPT
        or any(exact_key(t.term) == wanted for _language, t in entry.all_terms())
    )


def _by_key(session: Session) -> dict[str, DecisionKind]:
    """What was last decided about each candidate."""
    return {d.key: d.kind for d in session.decisions}


def _is_open(candidate: Candidate, decided: dict[str, DecisionKind]) -> bool:
    """Whether a person still has to decide; one that was put off is open."""
    if candidate.known is not None or candidate.rejected:
        return False
    return decided.get(_key(candidate)) in (None, DecisionKind.LATER)


def _is_put_off(candidate: Candidate, decided: dict[str, DecisionKind]) -> bool:
    return _is_open(candidate, decided) and _key(candidate) in decided


def _index_of(session: Session, key: str) -> int | None:
    return next((i for i, c in enumerate(session.worklist) if _key(c) == key), None)


def _at_next(session: Session, at: int) -> Session:
    """The cursor on the first open candidate behind `at`, from the top if need be.

    Those that were put off come when no other is left.
    """
    decided = _by_key(session)
    n = len(session.worklist)
    order = [*range(at + 1, n), *range(at + 1)]
    untouched = (i for i in order if _key(session.worklist[i]) not in decided)
    fresh = (i for i in untouched if _is_open(session.worklist[i], decided))
    put_off = (i for i in order if _is_put_off(session.worklist[i], decided))
    return replace(session, cursor=next(fresh, next(put_off, n)))


def _moved(session: Session, step: int) -> Session:
    decided = _by_key(session)
    n = len(session.worklist)
    for i in range(1, n + 1):
        at = (session.cursor + step * i) % n
        if _is_open(session.worklist[at], decided):
            return replace(session, cursor=at)
    return session
