"""What the check of a translation says of a segment: a remark, and the codes that it may have."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from vnru_terms.findings import Finding, Place, Severity
from vnru_terms.messages import N_

CODES = {
    "C101": N_("an equivalent is missing"),
    "C102": N_("a deprecated term is used"),
    "C103": N_("one term is rendered in two ways"),
    "C104": N_("numbers differ"),
    "C105": N_("a name is spelt otherwise"),
    "C106": N_("a superseded term is used"),
}


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that a reviser should look at.

    `term` is the source term as the text has it, `found` what stands in the translation (empty
    where nothing does), `would_do` the terms that would be right, the preferred one first, each
    with its usage in brackets. `concept` is an id, or empty for numbers; `segment` the file's name
    for the segment.
    """

    place: Place
    code: str
    severity: Severity
    message: str
    hint: str = ""
    term: str = ""
    found: str = ""
    would_do: tuple[str, ...] = ()
    concept: str = ""
    segment: str = ""
    elsewhere: Severity | None = field(default=None, compare=False, repr=False)
    """The severity in a text that is not of the glossary's field, where it is another."""

    def in_text(self, *, of_field: bool) -> Remark:
        """The remark with the severity that it has in a text of the field, or in any other."""
        if of_field or self.elsewhere is None:
            return self
        return replace(self, severity=self.elsewhere)

    def as_finding(self) -> Finding:
        """The remark as any finding is printed."""
        return Finding(self.place, self.code, self.message, self.hint, self.severity)

    def as_json(self) -> dict[str, object]:
        """A finding's keys, and what only a remark knows."""
        return self.as_finding().as_json() | {
            "term": self.term,
            "found": self.found,
            "would_do": list(self.would_do),
            "concept": self.concept or None,
            "segment": self.segment,
        }
