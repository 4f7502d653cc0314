"""XML of strangers, read safely and in pieces: the ground that XLIFF, TMX and TBX stand on.

expat reads the file chunk by chunk. A document type declaration is refused at once, before any
entity in it can grow or point outside; a DOCTYPE that only names a file of the format (as old TMX
has it) is passed over, for nothing is ever fetched. `Watcher` is told of the elements; it hands out
what it has finished after every chunk, so that memory does not grow with the file.

`Words` gathers the text of a segment. Inline codes are left out of it, and yet every piece keeps
the place where it stands in the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, Protocol, TypeVar
from xml.parsers import expat

from vnru_terms.findings import Finding
from vnru_terms.formats.segments_reading import broken
from vnru_terms.matching.segment import Mark
from vnru_terms.messages import _

CHUNK = 1 << 16
DEEPEST = 500
# A segment is a sentence or a paragraph; what is longer is no segment.
LONGEST_SEGMENT = 1 << 20
# A tag, comment or attribute is kept in memory whole; none of an honest file is so long.
LONGEST_TAG = 1 << 24

T = TypeVar("T")
XML = "http://www.w3.org/XML/1998/namespace "


class _StopError(Exception):
    """Raised out of expat to stop it; carries the finding that says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__()
        self.finding = finding


class Watcher(Protocol[T]):
    """What is told of a file's elements; names are local, with `xml:lang` as `lang`."""

    finished: list[T | Finding]

    def start(self, tag: str, namespace: str, attributes: dict[str, str], line: int) -> None:
        """An element begins."""

    def end(self, tag: str, namespace: str) -> None:
        """An element ends."""

    def text(self, text: str, line: int, column: int) -> None:
        """Characters, at most a line of them at a time."""


class Words:
    """The text of one segment as it is gathered; it has a state because expat calls back."""

    def __init__(self, line: int) -> None:
        self.line = line
        self.marks: list[Mark] = []
        self._pieces: list[str] = []
        self._length = 0

    def add(self, text: str, line: int, column: int) -> None:
        """More text, and where it stands."""
        if self._length < LONGEST_SEGMENT:
            self.marks.append(Mark(self._length, line, column))
            self._pieces.append(text)
            self._length += len(text)

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self._pieces)


def read_xml(stream: BinaryIO, name: str, watcher: Watcher[T]) -> Iterator[T | Finding]:
    """What a watcher makes of a file; a finding, and the end, where it is no sound XML."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = False
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    depth = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            message = _("is nested deeper than {limit} levels.").format(limit=DEEPEST)
            raise _StopError(_harmful(name, message, parser.CurrentLineNumber))
        namespace, _space, local = tag.rpartition(" ")
        plain = {key.removeprefix(XML).rpartition(" ")[2]: v for key, v in attributes.items()}
        watcher.start(local, namespace, plain, parser.CurrentLineNumber)

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        namespace, _space, local = tag.rpartition(" ")
        watcher.end(local, namespace)

    def text(data: str) -> None:
        watcher.text(data, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)

    def doctype(_name: str, _system: str | None, _public: str | None, has_subset: int) -> None:
        if has_subset:
            message = _("holds a document type declaration with entities, which is refused.")
            raise _StopError(_harmful(name, message, parser.CurrentLineNumber))

    def entity(*_declared: object) -> None:
        message = _("declares entities, which is refused.")
        raise _StopError(_harmful(name, message, parser.CurrentLineNumber))

    def skipped(entity_name: str, _is_parameter: bool) -> None:
        # With a DOCTYPE that names a file, expat would drop the name and say nothing.
        message = _("&{name}; stands for a text that is not in the file.").format(name=entity_name)
        raise _StopError(_harmful(name, message, parser.CurrentLineNumber))

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = doctype
    parser.EntityDeclHandler = entity
    parser.SkippedEntityHandler = skipped
    fed = 0
    try:
        while chunk := stream.read(CHUNK):
            parser.Parse(chunk, False)
            fed += len(chunk)
            if fed - parser.CurrentByteIndex > LONGEST_TAG:
                message = _("a tag here is longer than {size} MB.").format(size=LONGEST_TAG >> 20)
                raise _StopError(_harmful(name, message, parser.CurrentLineNumber))
            yield from watcher.finished
            watcher.finished.clear()
        parser.Parse(b"", True)
        yield from watcher.finished
    except _StopError as stopped:
        yield from watcher.finished
        yield stopped.finding
    except expat.ExpatError as error:
        yield from watcher.finished
        reason = expat.ErrorString(error.code) or str(error)
        message = _("the XML is broken here: {reason}.").format(reason=reason)
        hint = _("What stands before it was read. Export the file anew from its program.")
        yield broken(name, "E162", message, hint, line=error.lineno)
    except (ValueError, LookupError) as error:
        # An encoding that expat does not know.
        message = _("the XML cannot be read: {reason}.").format(reason=error)
        yield broken(name, "E162", message, _("Save the file as UTF-8."), line=1)
    finally:
        watcher.finished.clear()


def _harmful(name: str, message: str, line: int) -> Finding:
    hint = _("It may be meant to do harm; nothing that it declares was read.")
    return broken(name, "E127", message, hint, line=line)
