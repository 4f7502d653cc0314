"""import: file ▸ what it says ▸ matched to concepts ▸ merged ▸ rules ▸ files, together or none.

A dry run goes the same way and stops before the last step, so that it says what a real one does.
Existing files are edited in place, with their comments; whatever cannot be taken stays out and is
in the report with its address. Somebody's Vietnamese terms without any equivalent are candidates.
"""

from __future__ import annotations

from collections import Counter
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from vnru_terms.curation.import_foreign import candidate_of, is_lone, settled, together
from vnru_terms.curation.import_match import Known, Match, known_terms, match
from vnru_terms.curation.import_merge import merged
from vnru_terms.curation.import_new import (
    exported_entry,
    first_term,
    new_concept,
    whole_concept,
)
from vnru_terms.curation.imports import Draft, Item, Outcome
from vnru_terms.findings import (
    Finding,
    UnreadableInputError,
    UnwritableOutputError,
    VnruTermsError,
    display_path,
    in_order,
)
from vnru_terms.formats.columns import subject_of
from vnru_terms.lang.keys import exact_key
from vnru_terms.messages import _
from vnru_terms.model import ConceptEntry, Settings, Termbase
from vnru_terms.store.atomic import write_together
from vnru_terms.store.concept_file import normalised, render_entry
from vnru_terms.store.decisions import LOCK_FILE, state_folder
from vnru_terms.store.edits import Snapshot, bytes_as_read, decoded, read_snapshot
from vnru_terms.store.entry_texts import fingerprint
from vnru_terms.store.glossary import read_glossary
from vnru_terms.store.incoming import Incoming, IncomingConcept
from vnru_terms.store.lock import locked
from vnru_terms.store.rewrite import rewritten
from vnru_terms.store.worklist import render_worklist
from vnru_terms.workflow.import_reading import read_incoming
from vnru_terms.workflow.import_rules import Planned, judged

UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Options:
    """How a file is to be taken in.

    `subject` is the subject field of new concepts that name none; `accept` settles conflicts in
    the file's favour; `write=False` only says what would be done; `candidates` is the worklist for
    terms that make no concept; `chosen` names the file's format, else it is seen from its content.
    """

    subject: str = ""
    accept: bool = False
    write: bool = True
    candidates: Path | None = None
    chosen: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What an import did, or would do: its lines in the file's order, and the files.

    `counts` are of concepts, by outcome; one may be changed here and in conflict there. `findings`
    are remarks on the file and on what was taken.
    """

    items: tuple[Item, ...]
    findings: tuple[Finding, ...]
    counts: dict[str, int]
    files: tuple[Path, ...]

    @property
    def is_clean(self) -> bool:
        """Whether all of the file was taken."""
        return not (self.counts[Outcome.CONFLICT.value] or self.counts[Outcome.REFUSED.value])


def import_file(folder: Path, stream: BinaryIO, name: str, options: Options) -> Report:
    """Take what a file says into the glossary.

    UnreadableInputError where the file is nothing that can be read; nothing is written then.
    """
    lock = locked(state_folder(folder) / LOCK_FILE) if options.write else nullcontext()
    with lock:
        termbase, _findings = read_glossary(folder)
        options = replace(options, subject=_subject(options.subject, termbase.settings))
        incoming = read_incoming(stream, name, termbase, chosen=options.chosen)
        drafts = _drafts(incoming, termbase, options)
        plans, refused = _planned(drafts, folder)
        accepted, unsound, remarks = judged(termbase, plans, folder)
        # By the very cell: all of a file without line ends has one address.
        left_out = {id(draft.cell): draft for draft in (*refused, *unsound)}
        drafts = [left_out.get(id(draft.cell), draft) for draft in drafts]
        files: dict[Path, bytes] = {plan.path: _bytes(plan) for plan in accepted}
        candidates = [draft.candidate for draft in drafts if draft.candidate]
        if options.candidates is not None and candidates:
            files[options.candidates] = render_worklist(candidates).encode("utf-8")
        if options.write:
            write_together(files)
    findings = (*incoming.findings, *in_order(remarks))
    items = tuple(item for draft in drafts for item in draft.items)
    return Report(items, findings, _counts(drafts), tuple(plan.path for plan in accepted))


def _subject(text: str, settings: Settings) -> str:
    if not text:
        return ""
    slug = subject_of(text, settings)
    if slug is None:
        known = ", ".join(subject.slug for subject in settings.subject_fields)
        raise UnreadableInputError(
            _("there is no subject field “{field}”.").format(field=text),
            hint=_("There are: {fields}.").format(fields=known),
        )
    return slug


def _drafts(incoming: Incoming, termbase: Termbase, options: Options) -> list[Draft]:
    """What each row comes to, in the order of the file; rows of one concept come to one."""
    known = known_terms(termbase)
    incoming = _of_this_glossary(incoming, known)
    labels = {
        c.fields["subject_field"].text for c in incoming.concepts if "subject_field" in c.fields
    }
    subjects = {label: subject_of(label, termbase.settings) for label in labels}
    drafts: dict[str, Draft] = {}
    taken = set(known.by_id)
    for number, said in enumerate(together(incoming.concepts)):
        draft = _draft(settled(said, known, subjects), incoming, known, drafts, options, taken)
        key = draft.entry.id if draft.entry else f"{number}!"
        taken.add(key)
        earlier = drafts.get(key)
        if earlier is not None:
            items = (*earlier.items, *draft.items)
            draft = replace(draft, cell=earlier.cell, before=earlier.before, items=items)
        drafts[key] = draft
    return list(drafts.values())


def _of_this_glossary(incoming: Incoming, known: Known) -> Incoming:
    """What a table of ours says; of another glossary's it does not count that it was exported.

    A table of this glossary has concepts of it. Else all would have been taken out since.
    """
    ids = {*incoming.exported, *(said.id for said in incoming.concepts if said.fingerprint)}
    if not ids or not ids.isdisjoint(known.by_id):
        return incoming
    concepts = tuple(replace(said, fingerprint="") for said in incoming.concepts)
    return replace(incoming, concepts=concepts, exported={})


def _draft(
    said: IncomingConcept,
    incoming: Incoming,
    known: Known,
    drafts: dict[str, Draft],
    options: Options,
    taken: set[str],
) -> Draft:
    if said.faults:
        # Several cells of a merged range are one fault.
        once = {fault.message: fault for fault in reversed(said.faults)}
        items = [
            Item(Outcome.REFUSED, fault.cell, said.id, reason=fault.message, hint=fault.hint)
            for fault in said.faults
            if once[fault.message] is fault
        ]
        return Draft(said.cell, None, None, tuple(items))
    accept = options.accept
    exported = incoming.exported.get(said.id) if said.id else None
    was_exported = exported is not None or bool(said.fingerprint)
    found = match(said, known, was_exported=was_exported, accept=accept)
    if found.message:
        cell = found.cell or said.cell
        outcome = Outcome.REFUSED if found.is_refused else Outcome.CONFLICT
        texts = {"term": first_term(said), "reason": found.message, "hint": found.hint}
        item = Item(outcome, cell, said.id, **texts)
        return Draft(said.cell, None, None, (item,))
    if found == Match() and is_lone(said):
        return _lone(said, options)
    # Two sheets may speak of one concept, a new one too.
    earlier = drafts.get(found.entry.id if found.entry else said.id)
    ours = earlier.entry if earlier and earlier.entry else found.entry
    if ours is None and said.entry is not None:
        return whole_concept(said, said.entry, options.subject)
    if ours is None:
        return new_concept(said, options.subject, taken)
    base = exported_entry(exported) if exported is not None else None
    if base is None and said.fingerprint and said.fingerprint == fingerprint(ours):
        base = ours
    return merged(ours, said, base, accept=accept)


def _lone(said: IncomingConcept, options: Options) -> Draft:
    """A term without an equivalent: a row of the worklist, if there is to be one."""
    candidate = candidate_of(said)
    if options.candidates is not None:
        item = Item(Outcome.CANDIDATE, said.cell, new=candidate.term)
        return Draft(said.cell, None, None, (item,), candidate=candidate)
    reason = _("“{term}” has no equivalent here.").format(term=candidate.term)
    hint = _("With --candidates FILE such terms go into a worklist for review.")
    return Draft(
        said.cell, None, None, (Item(Outcome.REFUSED, said.cell, reason=reason, hint=hint),)
    )


def _planned(drafts: list[Draft], folder: Path) -> tuple[list[Planned], list[Draft]]:
    """The texts of the files to be, and the drafts that no file can take."""
    plans: list[Planned] = []
    refused: list[Draft] = []
    for draft in drafts:
        if not draft.is_changed or draft.entry is None:
            continue
        try:
            plans.append(_plan(draft, draft.entry, folder))
        except VnruTermsError as error:
            kept = [item for item in draft.items if item.outcome is Outcome.CONFLICT]
            item = Item(
                Outcome.REFUSED, draft.cell, draft.entry.id,
                reason=str(replace(error, hint="")), hint=error.hint,
            )  # fmt: skip
            refused.append(replace(draft, entry=None, items=(item, *kept)))
    return plans, refused


def _plan(draft: Draft, entry: ConceptEntry, folder: Path) -> Planned:
    path = folder / entry.subject_field / f"{entry.id}.yaml"
    if draft.before is None:
        return Planned(draft, path, render_entry(normalised(entry)))
    if not path.exists() and draft.before.place is not None:
        path = Path(draft.before.place.path)
    read = read_snapshot(path)
    _mark, text = decoded(bytes_as_read(read))
    try:
        text = rewritten(text, display_path(path), read.entry, entry)
    except UnwritableOutputError:
        # In a layout of a curator's own, a new term has a place behind the others only.
        text = rewritten(text, display_path(path), read.entry, _new_ones_last(read, entry))
    return Planned(draft, path, text, read)


def _new_ones_last(read: Snapshot, entry: ConceptEntry) -> ConceptEntry:
    sections = []
    for section in entry.languages:
        held = {exact_key(term.term) for term in read.entry.terms(section.language)}
        terms = sorted(section.terms, key=lambda term: exact_key(term.term) not in held)
        sections.append(replace(section, terms=tuple(terms)))
    return replace(entry, languages=tuple(sections))


def _bytes(plan: Planned) -> bytes:
    mark = b""
    if plan.read is not None:
        mark, _text = decoded(bytes_as_read(plan.read))
    return mark + plan.text.encode("utf-8")


def _counts(drafts: list[Draft]) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for draft in drafts:
        outcomes = {item.outcome.value for item in draft.items} or {UNCHANGED}
        counts.update(outcomes)
    return {name: counts[name] for name in (*(o.value for o in Outcome), UNCHANGED)}
