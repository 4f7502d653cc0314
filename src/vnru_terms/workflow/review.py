"""review: worklist ▸ a person decides ▸ concept or term ▸ rules ▸ file ▸ log; for every desk.

A `Desk` is what stands in front of a curator: the session, the termbase, the neighbourhood. Each
act (`accept`, `join`, `reject`, `put_off`, `take_back_last`) writes at once, the glossary first and
the log after it, and gives the desk as it is then. A kill between the two loses nothing: the
glossary is the truth, and what it holds is not asked again. Acts hold the desk's lock, and what
others changed meanwhile is read before the rules are asked.
"""

from __future__ import annotations

import getpass
import subprocess
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from vnru_terms.curation import desk as sessions
from vnru_terms.curation.desk import Session, key_of
from vnru_terms.curation.filled import Problem, concept_of, term_of
from vnru_terms.curation.forms import Draft, Joining, draft_for, joining_for
from vnru_terms.curation.neighbours import Neighbour, Neighbourhood, near, neighbourhood
from vnru_terms.findings import Finding, UnreadableInputError
from vnru_terms.lang.vi_mining import vietnamese_mining
from vnru_terms.messages import _
from vnru_terms.model import (
    LANGUAGE_ORDER,
    Candidate,
    Context,
    Rejection,
    Termbase,
)
from vnru_terms.store.contexts import context_of
from vnru_terms.store.decisions import (
    LOCK_FILE,
    Decision,
    DecisionKind,
    append_decision,
    log_path,
    read_decisions,
    state_folder,
)
from vnru_terms.store.edits import (
    Edit,
    Snapshot,
    add_rejection,
    add_term,
    read_snapshot,
    take_back,
    write_concept,
)
from vnru_terms.store.glossary import (
    REJECTED_FILE,
    read_cited,
    read_entry,
    read_glossary,
    read_rejections,
)
from vnru_terms.store.index_cache import folder_fingerprint
from vnru_terms.store.lock import locked
from vnru_terms.store.splice import with_term
from vnru_terms.text.normalise import normalise, squeeze
from vnru_terms.workflow.mine import mark_known
from vnru_terms.workflow.review_rules import new_problems


@dataclass(frozen=True, slots=True)
class Desk:
    """The desk of one curator over one glossary; `state` names the glossary's files as read."""

    folder: Path
    curator: str
    session: Session
    termbase: Termbase
    among: Neighbourhood
    state: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """The desk after an act, what was decided, and what the act brought to light.

    Where `problems` stand in the way nothing was written and `decision` is None. `remarks` are the
    rules' new findings that stop nothing.
    """

    desk: Desk
    decision: Decision | None = None
    problems: tuple[Problem, ...] = ()
    remarks: tuple[Finding, ...] = ()


def open_desk(
    folder: Path, worklist: Sequence[Candidate], curator: str = ""
) -> tuple[Desk, list[Finding]]:
    """The desk as it was left: the log replayed over the worklist, marked by today's glossary."""
    state = _state(folder)
    termbase, findings = read_glossary(folder)
    log, damaged = read_decisions(log_path(folder))
    marked = mark_known(worklist, termbase, vietnamese_mining())
    undone = sessions.start((), log).decisions
    session = sessions.start(marked, sessions.standing(undone, termbase))
    curator = curator or curator_name(folder)
    desk = Desk(folder, curator, session, termbase, neighbourhood(termbase), state)
    return desk, findings + damaged


def curator_name(folder: Path) -> str:
    """`git config user.name` where the glossary stands, else the system's name for the user."""
    command = ["git", "-C", str(folder), "config", "user.name"]
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=10)
        name = squeeze(done.stdout.decode("utf-8", "replace"))
    except (OSError, subprocess.SubprocessError):
        name = ""
    if name:
        return name
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "?"


def refreshed(desk: Desk) -> Desk:
    """The desk with what others have changed in the glossary since it was last read."""
    state = _state(desk.folder)
    if state == desk.state:
        return desk
    termbase, _findings = read_glossary(desk.folder)
    borne_out = sessions.standing(desk.session.decisions, termbase)
    desk = replace(desk, session=replace(desk.session, decisions=borne_out))
    return _over(desk, termbase, state)


def neighbours_of(desk: Desk, candidate: Candidate) -> tuple[Neighbour, ...]:
    """The glossary's terms near a candidate, nearest first."""
    return near(candidate, desk.among)


def contexts_of(desk: Desk, candidate: Candidate) -> tuple[Context, ...]:
    """A context for each concordance line, whole sentences where the articles are at hand."""
    home = desk.folder.resolve().parent
    return tuple(context_of(line, home) for line in candidate.contexts)


def new_draft(desk: Desk, candidate: Candidate) -> Draft:
    """The form for a new concept, filled with what can be proposed."""
    return draft_for(candidate, neighbours_of(desk, candidate), contexts_of(desk, candidate))


def new_joining(desk: Desk, candidate: Candidate, id: str) -> tuple[Joining, Snapshot]:
    """The form for joining a concept, and the concept's file as it was read for it."""
    entry = desk.termbase.entry(id)
    if entry is None or entry.place is None:
        hint = _("Choose one by its number, or write its id.")
        raise UnreadableInputError(_("there is no concept “{id}”.").format(id=id), hint)
    path = next(desk.folder.glob(f"{entry.subject_field}/{entry.id}.yaml"), Path(entry.place.path))
    snapshot = read_snapshot(path)
    return joining_for(candidate, snapshot.entry, contexts_of(desk, candidate)), snapshot


def taken_ids(desk: Desk) -> frozenset[str]:
    """The ids that a new concept may not have."""
    return frozenset(entry.id for entry in desk.termbase.entries)


def accept(desk: Desk, candidate: Candidate, draft: Draft) -> Outcome:
    """Write a new concept, if the form is whole and the rules have no error against it."""
    entry, problems = concept_of(draft, contexts_of(desk, candidate))
    if entry is None:
        return Outcome(desk, problems=problems)
    with _lock(desk):
        desk = refreshed(desk)
        errors, remarks = new_problems(desk.termbase, entry, desk.folder)
        if errors:
            return Outcome(desk, problems=errors, remarks=remarks)
        edit = write_concept(desk.folder, entry)
        preferred = entry.preferred(LANGUAGE_ORDER[0])
        decision = _decision(
            desk,
            DecisionKind.ACCEPT,
            candidate,
            term=preferred.term if preferred else "",
            concept=entry.id,
            edit=edit,
        )
        return _done(desk, decision, edit, remarks)


def join(desk: Desk, candidate: Candidate, joining: Joining, read: Snapshot) -> Outcome:
    """Put the term into the concept that was read for the form; no other byte of it changes."""
    term, problems = term_of(joining, contexts_of(desk, candidate))
    if term is None:
        return Outcome(desk, problems=problems)
    language = LANGUAGE_ORDER[0]
    with _lock(desk):
        desk = refreshed(desk)
        joined = with_term(read.entry, language, term)
        errors, remarks = new_problems(desk.termbase, joined, desk.folder)
        if errors:
            return Outcome(desk, problems=errors, remarks=remarks)
        edit = add_term(desk.folder, read, language, term)
        decision = _decision(
            desk, DecisionKind.JOIN, candidate, term=term.term, concept=read.entry.id, edit=edit
        )
        return _done(desk, decision, edit, remarks)


def reject(desk: Desk, candidate: Candidate, reason: str) -> Outcome:
    """Put the candidate into `rejected.tsv`; mining with --new leaves it out from then on."""
    reason = squeeze(normalise(reason))
    if not reason:
        return Outcome(desk, problems=(Problem("reason", _("say why.")),))
    with _lock(desk):
        row = Rejection(candidate.term, reason, desk.curator, _today())
        edit = add_rejection(desk.folder, row)
        decision = _decision(
            desk, DecisionKind.REJECT, candidate, term=candidate.term, reason=reason, edit=edit
        )
        return _done(desk, decision, edit)


def put_off(desk: Desk, candidate: Candidate) -> Outcome:
    """Leave the candidate until all others are settled."""
    with _lock(desk):
        return _done(desk, _decision(desk, DecisionKind.LATER, candidate), None)


def take_back_last(desk: Desk) -> Outcome:
    """Undo the curator's last standing decision; UnwritableOutputError where its file changed."""
    with _lock(desk):
        desk = refreshed(desk)
        last = sessions.undo(desk.session, desk.curator)
        if last is None:
            return Outcome(desk, problems=(Problem("", _("there is nothing to undo.")),))
        if last.edit is not None:
            take_back(desk.folder, last.edit)
        undone = Decision(DecisionKind.UNDO, last.key, by=desk.curator, on=_today())
        return _done(desk, undone, last.edit)


def _state(folder: Path) -> str:
    """What tells whether anything of the glossary was changed: its files, their times and sizes."""
    if not folder.is_dir():
        return ""
    try:
        rejected = (folder / REJECTED_FILE).stat()
    except OSError:
        return folder_fingerprint(folder)
    return f"{folder_fingerprint(folder)} {rejected.st_mtime_ns} {rejected.st_size}"


def _lock(desk: Desk) -> AbstractContextManager[None]:
    return locked(state_folder(desk.folder) / LOCK_FILE)


def _today() -> str:
    return date.today().isoformat()


def _decision(
    desk: Desk,
    kind: DecisionKind,
    candidate: Candidate,
    *,
    term: str = "",
    concept: str = "",
    reason: str = "",
    edit: Edit | None = None,
) -> Decision:
    key = key_of(candidate.term)
    return Decision(kind, key, term, concept, reason, desk.curator, _today(), edit)


def _done(
    desk: Desk, decision: Decision, edit: Edit | None, remarks: tuple[Finding, ...] = ()
) -> Outcome:
    """The decision in the log and in the session, and what it changed read again."""
    append_decision(log_path(desk.folder), decision)
    desk = replace(desk, session=sessions.apply(desk.session, decision))
    return Outcome(_with_file(desk, edit) if edit else desk, decision, (), remarks)


def _with_file(desk: Desk, edit: Edit) -> Desk:
    """The desk after one file was written: that file alone is read again."""
    termbase = desk.termbase
    if edit.file == REJECTED_FILE:
        rejections, _findings = read_rejections(desk.folder / REJECTED_FILE)
        return _over(desk, replace(termbase, rejections=rejections), _state(desk.folder))
    path = desk.folder / edit.file
    entry = read_entry(path)[0] if path.exists() else None
    place = (path.stem, path.parent.name)
    entries = [e for e in termbase.entries if (e.id, e.subject_field) != place]
    entries += [entry] if entry is not None else []
    ordered = tuple(sorted(entries, key=lambda e: (e.id, e.subject_field)))
    cited = {**termbase.cited, **read_cited(desk.folder.parent, [entry] if entry else [])}
    termbase = replace(termbase, entries=ordered, cited=cited)
    return _over(desk, termbase, _state(desk.folder))


def _over(desk: Desk, termbase: Termbase, state: str) -> Desk:
    """The desk over a termbase; the worklist is marked anew."""
    marked = mark_known(desk.session.worklist, termbase, vietnamese_mining())
    is_same = termbase.entries is desk.termbase.entries
    return replace(
        desk,
        session=sessions.with_worklist(desk.session, marked),
        termbase=termbase,
        among=desk.among if is_same else neighbourhood(termbase),
        state=state,
    )
