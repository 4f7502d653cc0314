"""What a format is, and what it is given."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from vnru_terms.model import ConceptEntry, Settings, TermEntry


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


@dataclass(frozen=True, slots=True)
class Format:
    """A format of the table: its name, its client, what it cannot carry.

    `render` gives the bytes; `in_locale` is true for files whose home is `locale/`.
    """

    name: str
    suffix: str
    client: str
    loses: str
    render: Callable[[Selection], Rendered]
    in_locale: bool = False


def permitted(entry: ConceptEntry, language: str) -> tuple[TermEntry, ...]:
    """The terms that may be written today, the preferred ones first."""
    terms = [term for term in entry.terms(language) if term.is_permitted]
    return tuple(sorted(terms, key=lambda term: term.status.value, reverse=True))
