"""The values of TBX's data categories, as they are met in files, and ours for them.

TBX-Basic writes `preferredTerm-admn-sts`, TBX-Default of 2008 `preferredTerm`, programs what they
like (`forbidden`); what is not in these tables is passed over. The notes that carry what TBX has no
category for (`tbx_notes`) are taken apart here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from vnru_terms.formats.columns import value_of
from vnru_terms.formats.tbx import TYPES
from vnru_terms.formats.tbx_notes import REGIONS
from vnru_terms.model import (
    Collocation,
    ConceptEntry,
    Gender,
    Kind,
    Number,
    PartOfSpeech,
    Reason,
    Status,
    TermEntry,
    TermType,
    Usage,
    Validity,
)

_STATUSES = {
    "preferred": Status.PREFERRED,
    "preferredterm": Status.PREFERRED,
    "standardizedterm": Status.PREFERRED,
    "approved": Status.PREFERRED,
    "admitted": Status.ADMITTED,
    "admittedterm": Status.ADMITTED,
    "deprecated": Status.DEPRECATED,
    "deprecatedterm": Status.DEPRECATED,
    "forbidden": Status.DEPRECATED,
    "notrecommended": Status.DEPRECATED,
    "superseded": Status.SUPERSEDED,
    "supersededterm": Status.SUPERSEDED,
    "obsolete": Status.SUPERSEDED,
}
_TYPES = {name.casefold(): kind for kind, name in TYPES.items()}
_REGIONS = {name: usage for usage, name in REGIONS.items()}
_VALID = ("from", "to", "successor")


def status_of(text: str) -> Status | None:
    """The administrative status that a text of a file means, or None.

    >>> status_of("deprecatedTerm-admn-sts"), status_of("Forbidden"), status_of("x")
    (<Status.DEPRECATED: 'deprecated'>, <Status.DEPRECATED: 'deprecated'>, None)
    """
    return _STATUSES.get(text.strip().casefold().removesuffix("-admn-sts"))


def with_category(term: TermEntry, category: str, text: str) -> TermEntry | None:
    """The term with a data category set; None where it is none of a term, or its value is odd."""
    folded = text.strip().casefold()
    if category == "partOfSpeech":
        is_name = folded in ("propernoun", "proper noun")
        part = PartOfSpeech.NOUN if is_name else _one_of(PartOfSpeech, text)
        return replace(term, part_of_speech=part) if part else None
    if category == "grammaticalGender":
        gender = _one_of(Gender, text)
        return replace(term, gender=gender) if gender else None
    if category == "grammaticalNumber":
        number = _one_of(Number, text)
        return replace(term, number=number) if number else None
    if category == "termType":
        kind: TermType | None = _TYPES.get(folded)
        return replace(term, type=kind) if kind else None
    if category == "geographicalUsage" and text in _REGIONS:
        return replace(term, usage=(*term.usage, _REGIONS[text]))
    return None


def with_concept_notes(entry: ConceptEntry, notes: Iterable[str]) -> ConceptEntry:
    """The concept with the notes of an export of ours taken apart (`tbx_notes.concept_notes`)."""
    found: dict[str, str] = {}
    for label, text in _labelled(notes, _CONCEPT_LABELS):
        found[label] = text
    valid = [found.pop(f"Valid {name}", "") for name in _VALID]
    kind = _one_of(Kind, found.pop("Kind", "term")) or Kind.TERM
    return replace(
        entry,
        distinguish=found.get("Distinguish", ""),
        trap=found.get("Trap", ""),
        kind=kind,
        valid=Validity(*valid) if any(valid) else None,
        note=found.get("", ""),
    )


def with_term_notes(term: TermEntry, notes: Iterable[str]) -> TermEntry:
    """The term with the notes of an export of ours taken apart (`tbx_notes.term_notes`)."""
    changes: dict[str, Any] = {}
    phrases: list[Collocation] = []
    usage = list(term.usage)
    for label, text in _labelled(notes, _TERM_LABELS):
        if label == "Collocation":
            vi, en, ru = [*text.split(" | ", 2), "", ""][:3]
            phrases.append(Collocation(vi, en, ru))
        elif label in ("Forms", "See"):
            changes[label.casefold()] = tuple(text.split(" | "))
        elif label == "Usage":
            usage += [u for piece in text.split(" | ") if (u := _one_of(Usage, piece))]
        elif label == "Number":
            changes["number"] = _one_of(Number, text)
        elif label == "Reason":
            changes["reason"] = _one_of(Reason, text)
        elif label == "Indeclinable":
            changes["indeclinable"] = True
        else:
            changes[_TERM_LABELS[label]] = text
    return replace(term, collocations=tuple(phrases), usage=tuple(usage), **changes)


# In the order in which they are written; a label out of turn begins a note of the curator's own.
_CONCEPT_LABELS = (
    "Distinguish", "Trap", "Kind", "Valid from", "Valid to", "Valid successor", "",
)  # fmt: skip
_TERM_LABELS = {
    "Pattern": "term", "Government": "government", "Number": "", "Indeclinable": "",
    "Aspect pair": "pair", "Stress": "stressed", "Forms": "", "Usage": "", "Reason": "",
    "Collocation": "", "See": "", "": "note",
}  # fmt: skip
_REPEATED = "Collocation"


def _labelled(notes: Iterable[str], labels: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The notes with their labels; '' for what has none, which is the last."""
    left: Sequence[str] = list(labels)
    rest: list[str] = []
    for note in notes:
        label, colon, text = note.partition(": ")
        if not rest and colon and label and label in left:
            at = left.index(label)
            left = left[at if label == _REPEATED else at + 1 :]
            yield label, text
        else:
            rest.append(note)
    if rest:
        yield "", "\n".join(rest)


def _one_of(kind: Any, text: str) -> Any:
    value = value_of(text, kind)
    return kind(value) if value else None
