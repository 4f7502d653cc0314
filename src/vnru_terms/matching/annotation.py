"""A text with its terms: each occurrence with the concepts it may be, the likeliest first.

`annotate` puts occurrences and entries together; `equivalents` says what a translator may write for
a concept in a language. What is shown how is the business of the formats.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from vnru_terms.matching.occurrences import Certainty, Occurrence, TermRef
from vnru_terms.model import ConceptEntry, Status, TermEntry

_ORDER = {Status.PREFERRED: 0, Status.ADMITTED: 1, Status.SUPERSEDED: 2, Status.DEPRECATED: 3}


@dataclass(frozen=True, slots=True)
class Meaning:
    """A concept that an occurrence may be, and the term by which it is named there."""

    entry: ConceptEntry
    term: TermEntry


@dataclass(frozen=True, slots=True)
class Mark:
    """An occurrence with its meanings, the likeliest first; there is always one."""

    occurrence: Occurrence
    meanings: tuple[Meaning, ...]

    @property
    def is_deprecated(self) -> bool:
        """Whether the text uses a word here that is deprecated whatever it means."""
        return all(meaning.term.status is Status.DEPRECATED for meaning in self.meanings)

    @property
    def is_certain(self) -> bool:
        """Whether it is a term beyond doubt."""
        return self.occurrence.certainty is Certainty.CERTAIN

    @property
    def concepts(self) -> tuple[str, ...]:
        """The ids of the meanings: equal for marks that lead to the same equivalents."""
        return tuple(meaning.entry.id for meaning in self.meanings)


@dataclass(frozen=True, slots=True)
class Annotation:
    """A text in a language, and the terms in it in order; `to` are the languages to be shown."""

    name: str
    text: str
    language: str
    to: tuple[str, ...]
    marks: tuple[Mark, ...] = ()


def marks_of(
    occurrences: Iterable[Occurrence], entry_of: Callable[[str], ConceptEntry | None]
) -> tuple[Mark, ...]:
    """The occurrences with their entries; `entry_of` finds an entry by its id."""
    known: dict[tuple[TermRef, ...], tuple[Meaning, ...]] = {}
    marks = []
    for occurrence in occurrences:
        if occurrence.concepts not in known:
            known[occurrence.concepts] = _meanings(occurrence.concepts, entry_of)
        if known[occurrence.concepts]:
            marks.append(Mark(occurrence, known[occurrence.concepts]))
    return tuple(marks)


def _meanings(
    refs: Sequence[TermRef], entry_of: Callable[[str], ConceptEntry | None]
) -> tuple[Meaning, ...]:
    found: dict[str, Meaning] = {}
    for ref in refs:
        entry = entry_of(ref.concept)
        if entry is None or ref.position >= len(entry.terms(ref.language)):
            continue
        meaning = Meaning(entry, entry.terms(ref.language)[ref.position])
        other = found.get(entry.id)
        if other is None or _rank(meaning) < _rank(other):
            found[entry.id] = meaning
    return tuple(sorted(found.values(), key=_rank))


def _rank(meaning: Meaning) -> tuple[int, int, str]:
    return _ORDER[meaning.term.status], -meaning.entry.evidence, meaning.entry.id


def equivalents(entry: ConceptEntry, language: str) -> tuple[TermEntry, ...]:
    """The terms of a language that a translator may use, preferred ones first."""
    permitted = [term for term in entry.terms(language) if term.is_permitted]
    return tuple(sorted(permitted, key=lambda term: _ORDER[term.status]))


def numbered(
    annotation: Annotation, *, certain_only: bool = False
) -> Mapping[tuple[str, ...], int]:
    """A number from 1 for every different set of meanings, in order of the text."""
    numbers: dict[tuple[str, ...], int] = {}
    for mark in annotation.marks:
        if mark.is_certain or not certain_only:
            numbers.setdefault(mark.concepts, len(numbers) + 1)
    return numbers
