"""What a file of somebody else's says of concepts, cell by cell, before anything is decided.

The values between the formats that read such a file and the curation that takes it in. A cell's
text is already in the spelling of the glossary's files (`preferred`, not “ưu tiên”) and storable;
what could not be read so is a fault, and a concept with faults is not taken in. What a file has no
column for is not in the mappings: it says nothing of it. An empty text is an empty cell.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from vnru_terms.findings import Finding, Place
from vnru_terms.model import ConceptEntry, Status, TermEntry


@dataclass(frozen=True, slots=True)
class Cell:
    """A text and where it stands: `address` as its reader sees it (`Terms!B7`, `sheet.csv:7`)."""

    text: str
    place: Place = field(compare=False)
    address: str = field(compare=False)


@dataclass(frozen=True, slots=True)
class Fault:
    """A cell that cannot be taken: its address, what is there and what to do."""

    cell: Cell
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class IncomingTerm:
    """A term of a cell. `statuses` are those that it may have there, none if the file is silent.

    `fields` are those of `store/entry_texts.py`, without the status. A silent file's first term of
    a language is meant as the one to write, the others as possible. `status` is the status's own
    cell where it has one; `cited` a source that the row gives for whatever is new in it. `entry`
    is the term as a value where the file is an export of ours, `silent` names the fields that its
    format cannot carry.
    """

    cell: Cell
    statuses: tuple[Status, ...] = ()
    fields: Mapping[str, Cell] = field(default_factory=dict)
    status: Cell | None = None
    cited: Cell | None = None
    entry: TermEntry | None = None
    silent: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class IncomingSection:
    """What the file says in one language.

    `fields` holds the definition. `sources` and `contexts` belong to some term of the section: the
    file does not say to which.
    """

    terms: tuple[IncomingTerm, ...] = ()
    fields: Mapping[str, Cell] = field(default_factory=dict)
    sources: tuple[Cell, ...] = ()
    contexts: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class IncomingConcept:
    """What the file says of one concept; `cell` is where it begins.

    `fingerprint` names the entry that the file was exported from, '' where it was not. `entry` is
    the concept as a value where the file is an export of ours, which is taken as it stands.
    `is_foreign`: the id is another termbase's. `is_pair`: the file knows no concepts, and what has
    one id or term is one.
    """

    id: str
    cell: Cell
    fields: Mapping[str, Cell] = field(default_factory=dict)
    sections: Mapping[str, IncomingSection] = field(default_factory=dict)
    fingerprint: str = ""
    faults: tuple[Fault, ...] = ()
    entry: ConceptEntry | None = None
    is_foreign: bool = False
    is_pair: bool = False


@dataclass(frozen=True, slots=True)
class Incoming:
    """All that was read: the concepts, what the export had said of them, remarks on the file.

    `exported` is empty where the file does not bring it along.
    """

    concepts: tuple[IncomingConcept, ...] = ()
    exported: Mapping[str, IncomingConcept] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
