"""What a format is, and what it is given."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from vnru_terms.formats.parts import Part, lost
from vnru_terms.formats.tally import NAMES, Tally
from vnru_terms.model import SLOT, ConceptEntry, Settings, Status, TermEntry

# By this the head of an export of ours is known, in every format.
OWN = "vnru-terms glossary"


@dataclass(frozen=True, slots=True)
class Selection:
    """What is to be exported: entries in order of id, from one language into others."""

    entries: tuple[ConceptEntry, ...]
    settings: Settings
    source: str = "vi"
    targets: tuple[str, ...] = ("en", "ru")

    @property
    def languages(self) -> tuple[str, ...]:
        """The source language, then the targets."""
        return (self.source, *self.targets)


@dataclass(frozen=True, slots=True)
class Rendered:
    """The files of an export (path below the output folder: bytes), and what was left out."""

    files: Mapping[str, bytes]
    left_out: tuple[str, ...] = field(default=())


# The files of an export, each as pieces made one after the other; the tally is whole at the end.
Stream = Callable[[Selection, Tally], Mapping[str, Iterator[bytes]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A row of the table, the profile of a client: what it gets, what it cannot carry.

    `carries` names the parts of an entry that come along. `stream` makes the files in pieces, so
    that a large glossary is not held in memory a second time. `in_locale` is true for files whose
    home is `locale/`.
    """

    name: str
    suffix: str
    client: str
    carries: frozenset[Part]
    stream: Stream
    in_locale: bool = False

    def render(self, selection: Selection) -> Rendered:
        """The files with their whole bytes."""
        tally = Tally()
        files = {file: b"".join(pieces) for file, pieces in self.stream(selection, tally).items()}
        return Rendered(files, tally.told())

    def lost(self) -> str:
        """What the format cannot carry, in the interface's language; "" where it carries all."""
        return lost(self.carries)


def permitted(entry: ConceptEntry, language: str) -> tuple[TermEntry, ...]:
    """The terms that may be written today, the preferred ones first."""
    terms = [term for term in entry.terms(language) if term.is_permitted]
    return tuple(sorted(terms, key=lambda term: term.status.value, reverse=True))


_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")

_RANK = {
    status: rank
    for rank, status in enumerate(
        (Status.PREFERRED, Status.ADMITTED, Status.SUPERSEDED, Status.DEPRECATED)
    )
}


def ranked(terms: Iterable[TermEntry]) -> tuple[TermEntry, ...]:
    """The terms of a language, the best first: many programs take the first they see."""
    return tuple(sorted(terms, key=lambda term: _RANK[term.status]))


def written(term: TermEntry) -> str:
    """The term as a program may look for it: no slot at either end, `…` for one in the middle.

    >>> written(TermEntry("theo lời mời của {X}")), written(TermEntry("đưa {X} lên tầm cao mới"))
    ('theo lời mời của', 'đưa … lên tầm cao mới')
    """
    text = printable(term.term)
    return SLOT.sub(" … ", text).strip(" …") if "{" in text else text


def printable(text: str) -> str:
    """The text without control characters but white space: no program shows them."""
    return text if text.isprintable() else _CONTROL.sub("", text)


def has_gap(term: TermEntry) -> bool:
    """Whether a slot stands in the middle of the term: no program finds such a term in a text."""
    return "…" in written(term) and "…" not in term.term


def without_names(selection: Selection, tally: Tally) -> Iterator[ConceptEntry]:
    """The entries that are terms; persons and places are told as left out."""
    for entry in selection.entries:
        if entry.is_name:
            tally.add(NAMES, entry.id)
        else:
            yield entry
