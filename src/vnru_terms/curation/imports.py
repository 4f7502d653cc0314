"""What an import does with each cell, as values; and the rule by which a cell is taken.

A cell is compared with the glossary and, where the file brings it along, with what was exported
(three ways, as git merges). It is taken where it fills a gap, or where it alone has changed since
the export. It is a conflict where the glossary has changed too, where nobody knows what was
exported, and where it would take something out. Conflicts are left as the glossary has them unless
the curator accepts the file's changes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum

from vnru_terms.messages import N_, _
from vnru_terms.model import Candidate, ConceptEntry
from vnru_terms.store.incoming import Cell
from vnru_terms.text.normalise import squeeze


class Outcome(Enum):
    """What became of a cell or a row; the value is what JSON carries.

    A candidate is a term for the worklist: the file does not say enough for a concept.
    """

    NEW = "new"
    CHANGED = "changed"
    CONFLICT = "conflict"
    REFUSED = "refused"
    CANDIDATE = "candidate"


OUTCOME_LABELS = {
    Outcome.NEW: N_("new"),
    Outcome.CHANGED: N_("changed"),
    Outcome.CONFLICT: N_("conflict"),
    Outcome.REFUSED: N_("refused"),
    Outcome.CANDIDATE: N_("candidate"),
}


class Verdict(Enum):
    """What is to be done with a cell."""

    KEEP = "keep"
    TAKE = "take"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the report: a cell, the concept and the field that it is about, old and new.

    `field` is `ru/status` or `note`; `term` the term that it belongs to. `reason` says why it is in
    conflict or refused, `hint` what to do. `status` is that of a term that is added.
    """

    outcome: Outcome
    cell: Cell
    concept: str = ""
    field: str = ""
    term: str = ""
    old: str = ""
    new: str = ""
    reason: str = ""
    hint: str = ""
    status: str = ""

    def as_json(self) -> dict[str, object]:
        """The line as the command line's contract spells it."""
        place = self.cell.place
        return {
            "outcome": self.outcome.value,
            "address": self.cell.address,
            "path": place.path,
            "line": place.line,
            "column": place.column,
            "id": self.concept,
            "field": self.field,
            "term": self.term,
            "old": self.old,
            "new": self.new,
            "status": self.status,
            "reason": self.reason,
            "hint": self.hint,
        }


@dataclass(frozen=True, slots=True)
class Draft:
    """A concept as it would be after the import, and the lines of the report about it.

    `before` is None for a new one. `entry` is None where nothing may be written. `candidate` is
    the row for the worklist where the file says too little for a concept.
    """

    cell: Cell
    before: ConceptEntry | None
    entry: ConceptEntry | None
    items: tuple[Item, ...] = ()
    candidate: Candidate | None = None

    @property
    def is_changed(self) -> bool:
        """Whether there is something to write."""
        return self.entry is not None and self.entry != self.before


def decide(ours: str, said: str, exported: str | None) -> Verdict:
    """What to do with a cell that says `said`; `exported` is None where that is not known.

    >>> decide("визит", "визит", None), decide("", "визит", None), decide("визит", "приезд", None)
    (<Verdict.KEEP: 'keep'>, <Verdict.TAKE: 'take'>, <Verdict.CONFLICT: 'conflict'>)
    >>> decide("визит", "приезд", "визит"), decide("приезд", "визит", "визит")
    (<Verdict.TAKE: 'take'>, <Verdict.KEEP: 'keep'>)
    """
    if said in (ours, exported) or (not said and exported is None):
        return Verdict.KEEP
    if said and ours == (exported or ""):
        return Verdict.TAKE
    return Verdict.CONFLICT


def taken(
    old: str,
    cell: Cell,
    exported: str | None,
    items: list[Item],
    item: Item,
    accept: bool,
    *,
    new: Callable[[str], str] = squeeze,
) -> bool:
    """Whether a cell's text is to be set; a line of the report says so, or that it is not."""
    base = None if exported is None else squeeze(exported)
    verdict = decide(squeeze(old), squeeze(cell.text), base)
    if verdict is Verdict.KEEP or new(cell.text) == squeeze(old):
        return False
    item = replace(item, old=old, new=new(cell.text) if cell.text else "")
    if verdict is Verdict.TAKE or accept:
        items.append(item)
        return True
    reason, hint = why(exported, cell.text)
    items.append(replace(item, outcome=Outcome.CONFLICT, reason=reason, hint=hint))
    return False


def why(exported: str | None, said: str) -> tuple[str, str]:
    """The reason of a conflict, and what to do."""
    if not said:
        reason = _("the cell was emptied; nothing is taken out without being asked.")
    elif exported is None:
        reason = _("the glossary says something else already.")
    else:
        reason = _("the glossary has changed as well since the export.")
    return reason, _("Mend the file by hand, or take it: --accept-changes.")
