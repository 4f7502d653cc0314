"""A file of terms ▸ its reader ▸ what it says, all of it (for an import) or bit by bit (reference).

The reader is chosen by what the file begins with. Tables are read whole, up to 64 MB; termbases
concept by concept, whatever their size. Of a termbase an import takes at most `MOST_CONCEPTS`: a
curator looks at every line of its report.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, cast

from vnru_terms.findings import (
    Finding,
    Place,
    Severity,
    UnreadableInputError,
    display_path,
)
from vnru_terms.formats.csv_table import read_csv
from vnru_terms.formats.reader import TermbaseReader
from vnru_terms.formats.readers import HEAD, READERS, other_format, reader_of
from vnru_terms.formats.xlsx_reading import OLE, read_xlsx
from vnru_terms.lang.keys import exact_key
from vnru_terms.messages import _
from vnru_terms.model import Settings, Termbase
from vnru_terms.store.disk_errors import unreadable
from vnru_terms.store.incoming import Incoming, IncomingConcept
from vnru_terms.store.readers.reading import LARGEST_FILE

MOST_CONCEPTS = 50_000
TABLES = ("csv", "xlsx")
# What `--as` takes: the readers' names; those of tables say that it is one, its bytes say which.
NAMES = (*READERS, *TABLES)
STDIN = "-"


class _Joined(io.RawIOBase):
    """A stream that begins with bytes which were read before; its state is what is left of them."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast("bytearray", buffer))
        data = self._head[: len(view)] or self._rest.read(len(view))
        self._head = self._head[len(data) :] if self._head else b""
        view[: len(data)] = data
        return len(data)


def opened(path: Path, stdin: BinaryIO) -> tuple[BinaryIO, str]:
    """A file's stream, and its name in messages; UnreadableInputError where it cannot be opened."""
    if str(path) == STDIN:
        return stdin, STDIN
    name = display_path(path)
    try:
        return path.open("rb"), name
    except OSError as error:
        raise unreadable(path, error) from None


def concepts_in(
    stream: BinaryIO, name: str, settings: Settings, *, chosen: str = ""
) -> Iterator[IncomingConcept | Finding]:
    """What a file says, concept by concept; findings are no errors.

    `chosen` is the reader's name where the user names it. UnreadableInputError where the file
    cannot be read, which may show at its end only.
    """
    try:
        reader, whole = _begun(stream, name, chosen)
        if reader is None:
            incoming = _table(whole, name, settings, lambda _text: False)
            yield from incoming.findings
            yield from incoming.concepts
            return
        for item in reader.read(whole, name):
            if isinstance(item, Finding) and item.severity is Severity.ERROR:
                raise _error(item)
            yield item
    except OSError as error:
        raise unreadable(Path(name), error) from None


def read_incoming(stream: BinaryIO, name: str, termbase: Termbase, *, chosen: str = "") -> Incoming:
    """All that a file says.

    UnreadableInputError where it cannot be read, or is a termbase of too much for an import.
    """
    try:
        reader, whole = _begun(stream, name, chosen)
        if reader is None:
            known = {exact_key(t.term) for e in termbase.entries for _code, t in e.all_terms()}
            return _table(whole, name, termbase.settings, lambda text: exact_key(text) in known)
        concepts: list[IncomingConcept] = []
        findings: list[Finding] = []
        for item in reader.read(whole, name):
            if isinstance(item, IncomingConcept):
                concepts.append(item)
                if len(concepts) > MOST_CONCEPTS:
                    raise _too_many(item)
            elif item.severity is Severity.ERROR:
                raise _error(item)
            else:
                findings.append(item)
    except OSError as error:
        raise unreadable(Path(name), error) from None
    if not concepts:
        raise nothing_found(name)
    return Incoming(tuple(concepts), findings=(*findings, *_ids_again(concepts)))


def _ids_again(concepts: Sequence[IncomingConcept]) -> Iterator[Finding]:
    """Somebody's concepts with the id of another; ours are refused for it."""
    first: dict[str, IncomingConcept] = {}
    for said in concepts:
        if not said.id or said.is_pair or not said.is_foreign:
            continue
        earlier = first.setdefault(said.id, said)
        if earlier is not said:
            message = _("the id “{id}” stands in {address} already; each was read as a concept.")
            message = message.format(id=said.id, address=earlier.cell.address)
            hint = _("Where both are one concept, join them.")
            yield Finding(said.cell.place, "W150", message, hint, Severity.INFORMATION)


def nothing_found(name: str) -> UnreadableInputError:
    """The error on a file without any concept."""
    message = _("there is no concept in this file.")
    hint = _("It needs terms in Vietnamese, English or Russian (xml:lang, Language).")
    return UnreadableInputError(message, hint, Place(name))


def _begun(stream: BinaryIO, name: str, chosen: str) -> tuple[TermbaseReader | None, BinaryIO]:
    """The reader for a file, None for one of tables; and the file from its first byte on."""
    head = stream.read(HEAD)
    reader = _reader(head, name, chosen)
    return reader, cast("BinaryIO", io.BufferedReader(_Joined(head, stream), HEAD))


def _reader(head: bytes, name: str, chosen: str) -> TermbaseReader | None:
    """The reader for a file; None for one of tables."""
    if chosen:
        return READERS.get(chosen)
    reader = reader_of(head)
    if reader is None:
        finding = other_format(head, name)
        if finding is not None:
            raise _error(finding)
    return reader


def _table(
    stream: BinaryIO, name: str, settings: Settings, is_known: Callable[[str], bool]
) -> Incoming:
    """A table's first bytes go before its name."""
    data = stream.read(LARGEST_FILE + 1)
    is_workbook = data.startswith((b"PK\x03\x04", b"PK\x05\x06", OLE))
    read = read_xlsx if is_workbook else read_csv
    incoming = read(data, name, settings, is_known)
    for finding in incoming.findings:
        if finding.severity is Severity.ERROR:
            raise _error(finding)
    return incoming


def _error(finding: Finding) -> UnreadableInputError:
    message = f"{finding.code} {finding.message}"
    return UnreadableInputError(message, finding.hint, finding.place)


def _too_many(item: IncomingConcept) -> UnreadableInputError:
    message = _("there are more than {n} concepts in this file.").format(n=MOST_CONCEPTS)
    hint = _("Keep it beside the glossary for looking up: --reference NAME.")
    return UnreadableInputError(message, hint, item.cell.place)
