"""Pairs of a source term and an equivalent, for programs that know no concepts.

Only permitted terms are in a pair: such programs offer whatever they are given as a good term. The
preferred source term is paired with every equivalent, the others with the preferred one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from vnru_terms.formats.format import Selection, permitted, written
from vnru_terms.formats.tally import MARK, NO_EQUIVALENT, UNWANTED, Tally
from vnru_terms.model import ConceptEntry, TermEntry


@dataclass(frozen=True, slots=True)
class Pair:
    """A source term and its equivalent as they are to be written, with their entry."""

    entry: ConceptEntry
    source: TermEntry
    target: TermEntry

    @property
    def texts(self) -> tuple[str, str]:
        """Both sides, without slots."""
        return written(self.source), written(self.target)


@dataclass(frozen=True, slots=True)
class Marks:
    """What a term must not begin with, on either side: the program reads it as a command."""

    source: tuple[str, ...] = ()
    target: tuple[str, ...] = ()


def pairs_of(entry: ConceptEntry, source: str, target: str, marks: Marks = Marks()) -> list[Pair]:
    """The pairs of an entry, the best first; none twice.

    A term that cannot be written, or begins with a mark, is in none: the next best takes its place.
    """
    sources = [t for t in permitted(entry, source) if _is_writable(t, marks.source)]
    targets = [t for t in permitted(entry, target) if _is_writable(t, marks.target)]
    if not sources or not targets:
        return []
    found = [Pair(entry, sources[0], t) for t in targets]
    found += [Pair(entry, s, targets[0]) for s in sources[1:]]
    distinct: dict[tuple[str, str], Pair] = {}
    for pair in found:
        distinct.setdefault(pair.texts, pair)
    return list(distinct.values())


def _is_writable(term: TermEntry, marks: tuple[str, ...]) -> bool:
    text = written(term)
    return bool(text) and not text.startswith(marks)


def all_pairs(
    selection: Selection, target: str, tally: Tally, marks: Marks = Marks()
) -> Iterator[Pair]:
    """The pairs of all entries in one direction; the tally gets what is in none."""
    sides = ((selection.source, marks.source), (target, marks.target))
    for entry in selection.entries:
        pairs = pairs_of(entry, selection.source, target, marks)
        if not pairs:
            tally.add(NO_EQUIVALENT, f"{entry.id} ({target})")
        yield from pairs
        for language, its_marks in sides:
            tell_unwanted(entry, language, tally)
            for term in permitted(entry, language):
                if written(term).startswith(its_marks):
                    tally.add(MARK, f"{entry.id}: {term.term}")


def tell_unwanted(entry: ConceptEntry, language: str, tally: Tally) -> None:
    """Count the deprecated and superseded terms of a language."""
    for term in entry.terms(language):
        if not term.is_permitted:
            tally.add(UNWANTED, f"{term.term} ({language})")


def base_name(selection: Selection, target: str) -> str:
    """The name of a file for one direction, without its suffix: `glossary.vi-ru`."""
    return f"glossary.{selection.source}-{target}"
