"""What two editions of a glossary changed: concepts new and gone, terms renamed, deprecated, added.

Concepts are the same where their ids are. A change of the preferred term is told as one thing (old,
new) and not as two. Notes, sources and order are no changes that a translator has to learn of.
Start at `changes`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from vnru_terms.model import LANGUAGE_ORDER, ConceptEntry, Status, Termbase, TermEntry, Usage


class ChangeKind(Enum):
    """What happened, in the order in which it is told."""

    RENAMED = "renamed"
    """Another term is preferred now."""
    DEPRECATED = "deprecated"
    """A term that could be used is not to be used any more, or is superseded."""
    EXPIRED = "expired"
    """The concept itself is no more in force."""
    NEW = "new"
    REMOVED = "removed"
    MOVED = "moved"
    """To another subject field."""
    TERM_ADDED = "term added"
    TERM_REMOVED = "term removed"
    STATUS = "status"
    """Any other change of a term's status or usage."""
    DEFINITION = "definition"


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a concept; `language` is empty where all are meant.

    `head` names the concept: the term under which it is shown; `successor` so names the concept of
    which `new` is the id, where one has taken another's place.
    """

    kind: ChangeKind
    id: str
    head: str
    language: str = ""
    old: str = ""
    new: str = ""
    successor: str = ""

    def as_json(self) -> dict[str, str]:
        """The change in plain values."""
        return {
            "kind": self.kind.value,
            "id": self.id,
            "head": self.head,
            "language": self.language,
            "old": self.old,
            "new": self.new,
        }


def changes(old: Termbase, new: Termbase) -> list[Change]:
    """All changes from one edition to the next, by kind, then by id."""
    before = {entry.id: entry for entry in old.entries}
    after = {entry.id: entry for entry in new.entries}
    found: list[Change] = []
    for id in sorted(before.keys() | after.keys()):
        was, now = before.get(id), after.get(id)
        if was is None and now is not None:
            found.append(Change(ChangeKind.NEW, id, now.head, new=_equivalents(now)))
        elif now is None and was is not None:
            found.append(Change(ChangeKind.REMOVED, id, was.head, old=_equivalents(was)))
        elif was is not None and now is not None and was != now:
            for change in _changed(was, now):
                next_one = after.get(change.new) if change.kind is ChangeKind.EXPIRED else None
                found.append(replace(change, successor=next_one.head) if next_one else change)
    order = list(ChangeKind)
    return sorted(found, key=lambda change: (order.index(change.kind), change.id, change.language))


def _changed(was: ConceptEntry, now: ConceptEntry) -> Iterator[Change]:
    head = now.head
    if was.subject_field != now.subject_field:
        yield Change(ChangeKind.MOVED, now.id, head, "", was.subject_field, now.subject_field)
    ended = now.valid.to if now.valid else ""
    if ended and ended != (was.valid.to if was.valid else ""):
        successor = now.valid.successor if now.valid else ""
        yield Change(ChangeKind.EXPIRED, now.id, head, "", ended, successor)
    for language in LANGUAGE_ORDER:
        yield from _terms_changed(was, now, language, head)
        old, new = (_definition(entry, language) for entry in (was, now))
        if old != new:
            yield Change(ChangeKind.DEFINITION, now.id, head, language, old, new)


def _terms_changed(
    was: ConceptEntry, now: ConceptEntry, language: str, head: str
) -> Iterator[Change]:
    before = {term.term: term for term in was.terms(language)}
    after = {term.term: term for term in now.terms(language)}
    told: set[str] = set()
    for usage, old in _preferred(was, language).items():
        new = _preferred(now, language).get(usage)
        if new is not None and new.term != old.term:
            told |= {old.term, new.term}
            yield Change(ChangeKind.RENAMED, now.id, head, language, old.term, new.term)
    for text, term in before.items():
        other = after.get(text)
        if other is None:
            if text not in told:
                yield Change(ChangeKind.TERM_REMOVED, now.id, head, language, old=_shown(term))
        elif term.is_permitted and not other.is_permitted:
            yield Change(
                ChangeKind.DEPRECATED, now.id, head, language, text, _instead(now, language)
            )
        elif (term.status, term.usage) != (other.status, other.usage) and text not in told:
            old_status, new_status = _shown(term), _shown(other)
            yield Change(ChangeKind.STATUS, now.id, head, language, old_status, new_status)
    for text, term in after.items():
        if text not in before and text not in told:
            yield Change(ChangeKind.TERM_ADDED, now.id, head, language, new=_shown(term))


def _preferred(entry: ConceptEntry, language: str) -> dict[tuple[Usage, ...], TermEntry]:
    """The preferred term of each usage."""
    found: dict[tuple[Usage, ...], TermEntry] = {}
    for term in entry.terms(language):
        if term.status is Status.PREFERRED:
            found.setdefault(term.usage, term)
    return found


def _instead(entry: ConceptEntry, language: str) -> str:
    preferred = entry.preferred(language)
    return preferred.term if preferred else ""


def _shown(term: TermEntry) -> str:
    usage = "".join(f", {u.value}" for u in term.usage)
    return f"{term.term} ({term.status.value}{usage})"


def _definition(entry: ConceptEntry, language: str) -> str:
    section = entry.section(language)
    return section.definition.text if section and section.definition else ""


def _equivalents(entry: ConceptEntry) -> str:
    """The preferred terms of all languages, in order."""
    found = [entry.preferred(code) for code in LANGUAGE_ORDER]
    return " · ".join(term.term for term in found if term is not None)
