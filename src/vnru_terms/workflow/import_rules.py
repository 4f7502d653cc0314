"""What the rules say of all that an import would write, asked of the glossary as a whole.

The rules look at the glossary as it is and as it would be. A concept in whose file an error is new
is refused, and the others are asked again without it, until there is none: two rounds as a rule,
however many rows there are.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from vnru_terms.curation.imports import Draft, Item, Outcome
from vnru_terms.findings import Finding, Severity, display_path
from vnru_terms.model import ConceptEntry, Termbase
from vnru_terms.rules import find_problems
from vnru_terms.store.concept_file import parse_entry
from vnru_terms.store.edits import Snapshot
from vnru_terms.store.glossary import read_cited
from vnru_terms.store.incoming import Cell


@dataclass(frozen=True, slots=True)
class Planned:
    """A draft with the file that it goes to and that file's text to be; `read` is as it was."""

    draft: Draft
    path: Path
    text: str
    read: Snapshot | None = None


def judged(
    termbase: Termbase, plans: Iterable[Planned], folder: Path
) -> tuple[list[Planned], list[Draft], list[Finding]]:
    """The plans that may be written, the drafts that may not, and the rules' other new findings."""
    accepted, refused = list(plans), []
    before = {_same(finding) for finding in find_problems(termbase)} if accepted else set()
    new: list[Finding] = []
    while accepted:
        found = find_problems(_after(termbase, accepted, folder))
        new = [finding for finding in found if _same(finding) not in before]
        errors = [finding for finding in new if finding.severity is Severity.ERROR]
        bad = {finding.place.path for finding in errors}
        kept = [plan for plan in accepted if display_path(plan.path) not in bad]
        if len(kept) == len(accepted):
            break
        for plan in accepted:
            if plan not in kept:
                of_it = [f for f in errors if f.place.path == display_path(plan.path)]
                refused.append(_refused(plan.draft, of_it))
        accepted = kept
    return accepted, refused, new if accepted else []


def _after(termbase: Termbase, plans: Iterable[Planned], folder: Path) -> Termbase:
    changed: dict[tuple[str, str], ConceptEntry] = {}
    for plan in plans:
        # With the places that it will have: rules name them.
        entry, _findings = parse_entry(plan.text, display_path(plan.path), plan.path.parent.name)
        if entry is not None:
            changed[entry.id, entry.subject_field] = entry
    kept = [e for e in termbase.entries if (e.id, e.subject_field) not in changed]
    entries = sorted((*kept, *changed.values()), key=lambda e: (e.id, e.subject_field))
    cited = {**termbase.cited, **read_cited(folder.parent, changed.values())}
    return replace(termbase, entries=tuple(entries), cited=cited)


def _refused(draft: Draft, errors: Iterable[Finding]) -> Draft:
    """The draft with the rules' letters in place of its changes; its conflicts stay."""
    kept = [item for item in draft.items if item.outcome is Outcome.CONFLICT]
    id = draft.entry.id if draft.entry else ""
    items = [
        Item(Outcome.REFUSED, _cell(draft, e), id, reason=f"{e.code} {e.message}", hint=e.hint)
        for e in errors
    ]
    return replace(draft, entry=None, items=(*items, *kept))


def _cell(draft: Draft, error: Finding) -> Cell:
    """The cell that an error is about: of a change whose words its letter quotes."""
    changed = [item for item in draft.items if item.outcome is Outcome.CHANGED]
    quoted = (item for item in changed if item.term and item.term in error.message)
    newly = (item for item in changed if item.new and item.new in error.message)
    found = next(newly, None) or next(quoted, None) or next(iter(changed), None)
    return found.cell if found else draft.cell


def _same(finding: Finding) -> tuple[str, str, str]:
    """A finding without its line, which moves when something is put in above."""
    return finding.place.path, finding.code, finding.message
