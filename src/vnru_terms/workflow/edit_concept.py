"""edit: a concept as it was read ▸ a filled form ▸ rules ▸ its file; others' changes are told.

The file is written only where its bytes are those that the form was opened on. `read_concept`
opens a form, `save` writes it; `changes_since` says what somebody else has done meanwhile.
"""

from __future__ import annotations

from vnru_terms.curation.editing import Merged, Values, entry_of, merged
from vnru_terms.findings import UnreadableInputError
from vnru_terms.messages import _
from vnru_terms.store.decisions import LOCK_FILE, state_folder
from vnru_terms.store.edits import Snapshot, read_snapshot
from vnru_terms.store.lock import locked
from vnru_terms.store.rewrite import write_entry
from vnru_terms.workflow.review import Desk, Outcome, refreshed
from vnru_terms.workflow.review_rules import new_problems


def read_concept(desk: Desk, id: str) -> Snapshot:
    """A concept's file as it is now; UnreadableInputError where there is none of that id."""
    entry = desk.termbase.entry(id)
    path = desk.folder / entry.subject_field / f"{entry.id}.yaml" if entry else None
    if path is None or not path.is_file():
        hint = _("It may have been renamed or deleted; search for it.")
        raise UnreadableInputError(_("there is no concept “{id}”.").format(id=id), hint)
    return read_snapshot(path)


def changes_since(read: Snapshot, typed: Values) -> tuple[Snapshot, Merged] | None:
    """The file as it is now and the form with others' changes in it; None where there are none."""
    now = read_snapshot(read.path)
    if now.digest == read.digest:
        return None
    return now, merged(read.entry, now.entry, typed)


def save(desk: Desk, read: Snapshot, typed: Values) -> Outcome:
    """Write the concept as the form has it, if the rules have no new error against it.

    UnwritableOutputError where the file's bytes are not those that were read; nothing is written
    then, nor where the outcome has problems.
    """
    entry, problems = entry_of(read.entry, typed)
    if entry is None:
        return Outcome(desk, problems=problems)
    with locked(state_folder(desk.folder) / LOCK_FILE):
        desk = refreshed(desk)
        errors, remarks = new_problems(desk.termbase, entry, desk.folder)
        if errors:
            return Outcome(desk, problems=errors, remarks=remarks)
        if entry != read.entry:
            write_entry(read, entry)
        return Outcome(refreshed(desk), None, (), remarks)
