"""import --reference: file ▸ concepts, one after the other ▸ an index beside the glossary's.

A foreign termbase goes in as it is: no rule is asked, nothing is mended, nothing comes into the
glossary, a print or an export. `lookup` shows it behind our own entries. Concepts stream through,
so a file of any size needs the memory of one of them.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from vnru_terms.curation.import_new import exported_entry
from vnru_terms.findings import (
    Finding,
    Place,
    UnreadableInputError,
    UnwritableOutputError,
    display_path,
)
from vnru_terms.messages import _
from vnru_terms.model import ConceptEntry, LanguageSection, Settings, Status
from vnru_terms.store.disk_errors import unwritable
from vnru_terms.store.incoming import IncomingConcept
from vnru_terms.store.index_build import Source
from vnru_terms.store.reference_build import write_reference
from vnru_terms.store.reference_place import SUFFIX, references_place
from vnru_terms.workflow.import_reading import concepts_in, nothing_found

_NAME = re.compile(r"\w[\w.-]{0,60}\Z")


@dataclass(slots=True)
class Tally:
    """How much was read; it grows while a file streams through."""

    concepts: int = 0
    terms: int = 0
    left_out: int = 0


def reference_path(name: str) -> Path:
    """The file of a reference; UnreadableInputError where the name is none."""
    if not _NAME.match(name):
        message = _("“{name}” is no name for a reference.").format(name=name)
        hint = _("Write letters, digits, hyphens and dots, a letter or digit first.")
        raise UnreadableInputError(message, hint)
    return Path(references_place()) / f"{name}{SUFFIX}"


def import_reference(
    stream: BinaryIO, name: str, path: Path, *, chosen: str = "", write: bool = True
) -> Tally:
    """Keep a file as a reference; `write=False` only reads it through.

    UnreadableInputError where the file cannot be read, UnwritableOutputError where there is a
    reference of that name. Nothing is left behind then.
    """
    if path.exists():
        message = _("there is a reference of this name already.")
        hint = _("Choose another name, or delete this file first.")
        raise UnwritableOutputError(message, hint, Place(display_path(path)))
    tally = Tally()
    entries = _entries(concepts_in(stream, name, Settings(), chosen=chosen), tally, name)
    if not write:
        for _entry in entries:
            pass
        return tally
    try:
        write_reference(Source(entries, Settings()), path)
    except (OSError, sqlite3.Error) as error:
        hint = _("Nothing was kept. Free the disk, then import the file again.")
        raise unwritable(path, error, hint) from None
    return tally


def _entries(
    read: Iterator[IncomingConcept | Finding], tally: Tally, name: str
) -> Iterator[ConceptEntry]:
    """The concepts that have a term in one of our languages, numbered where they have no id.

    UnreadableInputError where there is none.
    """
    for number, said in enumerate(read, start=1):
        if isinstance(said, Finding):
            continue
        entry = None if said.faults else _entry(said)
        if entry is None or not any(entry.all_terms()):
            tally.left_out += 1
            continue
        tally.concepts += 1
        tally.terms += sum(1 for _term in entry.all_terms())
        yield entry if entry.id else replace(entry, id=str(number))
    if not tally.concepts:
        raise nothing_found(name)


def _entry(said: IncomingConcept) -> ConceptEntry:
    if said.entry is not None:
        return said.entry
    entry = exported_entry(said)
    return replace(entry, languages=tuple(map(_with_preferred, entry.languages)))


def _with_preferred(section: LanguageSection) -> LanguageSection:
    """Where nothing is said of statuses, the first term is what the termbase writes."""
    terms = section.terms
    if not terms or section.preferred is not None or not terms[0].is_permitted:
        return section
    return replace(section, terms=(replace(terms[0], status=Status.PREFERRED), *terms[1:]))
