"""The shape that the rules' findings share."""

from __future__ import annotations

from vnru_terms.findings import Finding, Place, Severity
from vnru_terms.model import ConceptEntry

_NOWHERE = Place("?")


def error(place: Place | None, code: str, message: str, hint: str = "") -> Finding:
    """A finding of error severity."""
    return Finding(place or _NOWHERE, code, message, hint)


def warning(place: Place | None, code: str, message: str, hint: str = "") -> Finding:
    """A finding of warning severity."""
    return Finding(place or _NOWHERE, code, message, hint, Severity.WARNING)


def name(entry: ConceptEntry) -> str:
    """An entry as findings about another entry name it: its subject field and id."""
    return f"{entry.subject_field}/{entry.id}"
