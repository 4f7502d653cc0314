"""XLIFF 1.2 and 2.x as segments.

1.2: a `trans-unit` is a segment. 2.x: each `segment` of a `unit` is one. Text inside the codes of
1.2 (`bpt`, `ept`, `ph`, `it`) is none of the translation's; that inside `g`, `mrk` and `pc` is.
Suggestions (`alt-trans`, the modules of 2.x) are passed over. `translate="no"` frees a unit from
the check; a note may do so too, with the line `translate-ignore` or `translate-ignore: hội kiến`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from vnru_terms.findings import Finding, Place
from vnru_terms.formats.segments_reading import SegmentReader, directed, guessed
from vnru_terms.formats.segments_xml import Words, read_xml
from vnru_terms.matching.segment import Direction, Segment, make_segment

_UNITS = frozenset(("trans-unit", "unit"))
# Not the file's own translation, or not text.
_PASSED_OVER = frozenset(("alt-trans", "bin-unit", "bin-source", "bin-target", "internal-file"))
_CODES = frozenset(("bpt", "ept", "ph", "it", "sub", "cp", "bx", "ex", "x"))
_CORE = re.compile(r"^(?:|urn:oasis:names:tc:xliff:document:\d\.\d)$")
# The states in which there is a target that nobody has answered for.
_UNSURE = frozenset(
    ("new", "needs-translation", "needs-l10n", "needs-adaptation", "initial")
)  # fmt: skip


class _Xliff:
    """Gathers segments from the events of one file; it has a state because expat calls back."""

    def __init__(self, name: str, wanted: Direction) -> None:
        self.finished: list[Segment | Finding] = []
        self._name = name
        self._wanted = wanted
        self._languages = ("", "")
        self._passed_over = self._codes = 0
        self._open: str = ""
        self._texts: dict[str, Words] = {}
        self._id = self._state = ""
        self._exempt = self._file_exempt = False
        self._notes: list[str] = []
        self._waiting: list[tuple[str, str, dict[str, Words]]] = []

    def start(self, tag: str, namespace: str, attributes: dict[str, str], line: int) -> None:
        """Keep what the element says."""
        if self._passed_over or tag in _PASSED_OVER or not _CORE.match(namespace):
            self._passed_over += 1
            return
        if tag == "xliff":
            self._languages = (attributes.get("srcLang", ""), attributes.get("trgLang", ""))
        elif tag == "file":
            if "source-language" in attributes:
                target = attributes.get("target-language", "")
                self._languages = (attributes["source-language"], target)
            self._file_exempt = attributes.get("translate") == "no"
        elif tag in _UNITS:
            self._id = attributes.get("id", "")
            self._exempt = self._file_exempt or attributes.get("translate") == "no"
            self._notes, self._waiting = [], []
            self._texts, self._state = {}, ""
        elif tag == "segment":
            self._texts, self._state = {}, attributes.get("state", "")
        elif tag in ("source", "target"):
            self._open = tag
            self._texts[tag] = Words(line)
            self._state = attributes.get("state", self._state)
        elif tag == "note":
            self._open = tag
            self._notes.append("")
        elif tag in _CODES and self._open in ("source", "target"):
            self._codes += 1

    def end(self, tag: str, namespace: str) -> None:
        """Finish what ends."""
        if self._passed_over:
            self._passed_over -= 1
        elif tag in ("source", "target", "note"):
            self._open = ""
        elif tag in _CODES and self._codes:
            self._codes -= 1
        elif tag == "segment":
            self._waiting.append((self._id, self._state, self._texts))
            self._texts = {}
        elif tag == "ignorable":
            self._texts = {}
        elif tag in _UNITS:
            if tag == "trans-unit":
                self._waiting.append((self._id, self._state, self._texts))
            self._finish()

    def text(self, text: str, line: int, column: int) -> None:
        """Keep the text of sources, targets and notes, but for codes."""
        if self._open == "note" and not self._passed_over:
            self._notes[-1] += text
        elif self._open and not self._codes and not self._passed_over:
            self._texts[self._open].add(text, line, column)

    def _finish(self) -> None:
        for id, state, texts in self._waiting:
            source, target = texts.get("source"), texts.get("target")
            if source is None:
                continue
            direction = directed(self._wanted, *self._languages)
            self.finished.append(
                make_segment(
                    source.text,
                    target.text if target else "",
                    direction,
                    Place(self._name, (target or source).line),
                    id=id,
                    unsure=state in _UNSURE,
                    exempt=self._exempt,
                    notes=self._notes,
                    marks=tuple(target.marks) if target else (),
                )
            )
        self._waiting = []


def read_xliff(stream: BinaryIO, name: str, wanted: Direction) -> Iterator[Segment | Finding]:
    """The segments of an XLIFF file of either version."""
    return guessed(read_xml(stream, name, _Xliff(name, wanted)))


def _begins(head: bytes) -> bool:
    return bool(re.search(rb"<(?:\w+:)?xliff[\s>]", head))


XLIFF = SegmentReader(
    "xliff", (".xlf", ".xliff", ".sdlxliff", ".mxliff", ".mqxliff"), read_xliff, _begins
)
