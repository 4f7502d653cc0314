"""What no cell of a table holds, out of an export of ours: merged into the concept value by value.

Links, dates of validity, reviews; of a term its aspect pair, stress, forms, collocations and the
like. What the glossary lacks is taken; what says something else is a conflict.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar

from vnru_terms.curation.import_section import find
from vnru_terms.curation.imports import Item, Outcome, why
from vnru_terms.model import ConceptEntry, LanguageSection, TermEntry
from vnru_terms.store.incoming import Cell

_CONCEPT = ("valid", "related", "compare")
_SECTION = ("reviewed",)
_TERM = ("indeclinable", "pair", "stressed", "forms", "collocations", "see")

_V = TypeVar("_V", ConceptEntry, LanguageSection, TermEntry)


@dataclass(frozen=True, slots=True)
class _Merge:
    """What the steps share: where the file says it, the report, whether conflicts are settled."""

    id: str
    cell: Cell
    items: list[Item]
    accept: bool

    def merged(self, ours: _V, said: _V, names: tuple[str, ...], *, at: str, term: str = "") -> _V:
        for name in names:
            old, new = getattr(ours, name), getattr(said, name)
            if not new or new == old or _holds(old, new):
                continue
            item = Item(
                Outcome.CHANGED, self.cell, self.id, f"{at}{name}", term, _shown(old), _shown(new)
            )
            if old and not self.accept:
                reason, hint = why(None, item.new)
                self.items.append(replace(item, outcome=Outcome.CONFLICT, reason=reason, hint=hint))
                continue
            self.items.append(item)
            ours = replace(ours, **{name: new})
        return ours


def with_rest(
    ours: ConceptEntry, said: ConceptEntry, cell: Cell, items: list[Item], *, accept: bool
) -> ConceptEntry:
    """The concept with what the file's value of it has beyond the fields of tables."""
    merge = _Merge(ours.id, cell, items, accept)
    ours = merge.merged(ours, said, _CONCEPT, at="")
    sections = []
    for section in ours.languages:
        theirs = said.section(section.language)
        sections.append(section if theirs is None else _with_section(merge, section, theirs))
    return replace(ours, languages=tuple(sections))


def _with_section(merge: _Merge, ours: LanguageSection, said: LanguageSection) -> LanguageSection:
    at = f"{ours.language}/"
    ours = merge.merged(ours, said, _SECTION, at=at)
    terms = []
    for term in ours.terms:
        other = find(said.terms, term.term, ours.language)
        if other is not None:
            term = merge.merged(term, other, _TERM, at=at, term=term.term)
        terms.append(term)
    return replace(ours, terms=tuple(terms))


def _holds(old: Any, new: Any) -> bool:
    """Whether a list of the glossary has all that the file's has."""
    return isinstance(new, tuple) and isinstance(old, tuple) and set(new) <= set(old)


def _shown(value: Any) -> str:
    if isinstance(value, tuple):
        return " | ".join(map(_shown, value))
    if is_dataclass(value):
        parts = [str(getattr(value, f.name)) for f in fields(value)]
        return " – ".join(part for part in parts if part)
    return str(value) if value else ""
