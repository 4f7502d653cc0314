"""Pairs of a source term and an equivalent, for programs that know no concepts.

Only permitted terms are in a pair: such programs offer whatever they are given as a good term. The
preferred source term is paired with every equivalent, the others with the preferred one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from vnru_terms.formats.format import Selection, permitted, written
from vnru_terms.formats.tally import NO_EQUIVALENT, UNWANTED, Tally
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


def pairs_of(entry: ConceptEntry, source: str, target: str) -> list[Pair]:
    """The pairs of an entry, the best first; none twice, none with an empty side."""
    sources, targets = permitted(entry, source), permitted(entry, target)
    if not sources or not targets:
        return []
    found = [Pair(entry, sources[0], t) for t in targets]
    found += [Pair(entry, s, targets[0]) for s in sources[1:]]
    distinct: dict[tuple[str, str], Pair] = {}
    for pair in found:
        if all(pair.texts):
            distinct.setdefault(pair.texts, pair)
    return list(distinct.values())


def all_pairs(selection: Selection, target: str, tally: Tally) -> Iterator[Pair]:
    """The pairs of all entries in one direction; the tally gets what has none."""
    for entry in selection.entries:
        pairs = pairs_of(entry, selection.source, target)
        if not pairs:
            tally.add(NO_EQUIVALENT, f"{entry.id} ({target})")
        yield from pairs
        for language in (selection.source, target):
            tell_unwanted(entry, language, tally)


def tell_unwanted(entry: ConceptEntry, language: str, tally: Tally) -> None:
    """Count the deprecated and superseded terms of a language."""
    for term in entry.terms(language):
        if not term.is_permitted:
            tally.add(UNWANTED, f"{term.term} ({language})")


def base_name(selection: Selection, target: str) -> str:
    """The name of a file for one direction, without its suffix: `glossary.vi-ru`."""
    return f"glossary.{selection.source}-{target}"
