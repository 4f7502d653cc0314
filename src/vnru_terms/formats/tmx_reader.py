"""TMX as a termbase: a unit is a pair of terms in two languages or more.

A memory of ours has the comment of its concept in notes and further source terms as units of their
own (`id/2`); of anybody's memory each unit is a concept if its texts are short enough for terms.
Inline codes are left out. XML is read by `segments_xml`, safely and piece by piece.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import BinaryIO

from vnru_terms.findings import Finding
from vnru_terms.formats.comment_reader import read_concept_comment
from vnru_terms.formats.comments import LABELS
from vnru_terms.formats.pair_reader import OwnConcept, ReadPair, base_id, foreign
from vnru_terms.formats.reader import LONGEST_CONCEPT, Read, TermbaseReader
from vnru_terms.formats.segments_reading import language_code
from vnru_terms.formats.segments_tmx import CODES
from vnru_terms.formats.segments_xml import read_xml
from vnru_terms.store.incoming import IncomingConcept

_CREATOR = "vnru-terms"
# Of terms a memory says nothing but how they are written.
_SILENT = frozenset(("kind", "status", "part_of_speech", "gender", "number"))


@dataclass(slots=True)
class _Unit:
    """A unit while it is read."""

    id: str
    source: str
    line: int
    texts: list[tuple[str, list[str]]] = field(default_factory=list)
    notes: list[list[str]] = field(default_factory=list)
    size: int = 0


class _Tmx:
    """Gathers concepts from the events of one file; it has a state because expat calls back."""

    def __init__(self, name: str) -> None:
        self.finished: list[IncomingConcept | Finding] = []
        self._name = name
        self._is_own = False
        self._source = self._language = ""
        self._unit: _Unit | None = None
        self._pieces: list[str] | None = None
        self._codes = 0
        self._concept: OwnConcept | None = None

    def start(self, tag: str, namespace: str, attributes: dict[str, str], line: int) -> None:
        """An element begins."""
        if tag == "header":
            self._is_own = attributes.get("creationtool", "") == _CREATOR
            self._source = attributes.get("srclang", "")
        elif tag == "tu":
            source = language_code(attributes.get("srclang", self._source))
            self._unit = _Unit(attributes.get("tuid", ""), source, line)
        elif self._unit is None:
            return
        elif tag == "tuv":
            self._language = language_code(attributes.get("lang"))
        elif tag == "seg":
            self._pieces, self._codes = [], 0
            self._unit.texts.append((self._language, self._pieces))
        elif tag == "note" or (tag == "prop" and attributes.get("type") == "x-context"):
            self._pieces = []
            if tag == "note":
                self._unit.notes.append(self._pieces)
        elif tag in CODES:
            self._codes += 1

    def end(self, tag: str, namespace: str) -> None:
        """An element ends."""
        if tag == "body":
            self._close()
        elif self._unit is None:
            return
        elif tag in ("seg", "note", "prop"):
            if tag == "prop" and self._pieces and not self._unit.id:
                # Translate Toolkit writes a context so, and has no other id.
                self._unit.id = "".join(self._pieces)
            self._pieces = None
        elif tag in CODES:
            self._codes -= 1
        elif tag == "tu":
            unit, self._unit = self._unit, None
            self._finish(unit)

    def text(self, text: str, line: int, column: int) -> None:
        """Characters."""
        if self._unit is not None and self._pieces is not None and not self._codes:
            self._unit.size += len(text)
            if self._unit.size <= LONGEST_CONCEPT:
                self._pieces.append(text)

    def _finish(self, unit: _Unit) -> None:
        texts = [(code, "".join(pieces)) for code, pieces in unit.texts]
        # The source first; `*all*` and languages that are not there leave the order as it is.
        texts.sort(key=lambda pair: pair[0] != unit.source)
        texts = [pair for pair in texts if pair[1].strip()]
        if not texts:
            return
        comment = None
        notes = ["".join(pieces) for pieces in unit.notes]
        if self._is_own and texts[0][0] in LABELS:
            # Notes of several lines are notes of one: the comment is read line by line.
            lines = [line for note in notes for line in note.split("\n")]
            comment = read_concept_comment(lines, texts[0][0])
        pair = ReadPair(unit.id, unit.line, tuple(texts), comment)
        is_other = comment is None or (
            self._concept is not None and self._concept.id != base_id(unit.id)
        )
        if is_other:
            self._close()
        if comment is None:
            self.finished.append(foreign(pair, self._name))
            return
        self._concept = self._concept or OwnConcept(self._name, pair, _SILENT)
        self._concept.add(pair)

    def _close(self) -> None:
        if self._concept is not None:
            self.finished.append(self._concept.said())
            self._concept = None


def read_tmx_terms(stream: BinaryIO, name: str) -> Read:
    """The concepts of a translation memory, however large."""
    return read_xml(stream, name, _Tmx(name))


def _begins(head: str) -> bool:
    return bool(re.match(r"<tmx[\s>]", head))


TMX_READER = TermbaseReader("tmx", read_tmx_terms, _begins)
