"""TMX 1.1 to 1.4 as segments: of every `tu` the pair of `tuv`s that is asked for.

Without a direction from the user the source is the header's `srclang` (the first `tuv` where it is
`*all*`), and every other `tuv` in a known language is a target. Codes (`bpt`, `ept`, `it`, `ph`,
`ut`) are left out, highlighted text (`hi`) is kept. A `note`, or a `prop` of type
`translate-ignore`, frees from the check.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from vnru_terms.findings import Finding, Place
from vnru_terms.formats.segments_reading import SegmentReader, language_code
from vnru_terms.formats.segments_xml import Words, read_xml
from vnru_terms.lang import LANGUAGES
from vnru_terms.matching.segment import Direction, Segment, make_segment

CODES = frozenset(("bpt", "ept", "it", "ph", "ut", "sub"))


class _Tmx:
    """Gathers segments from the events of one file; it has a state because expat calls back."""

    def __init__(self, name: str, wanted: Direction) -> None:
        self.finished: list[Segment | Finding] = []
        self._name = name
        self._wanted = wanted
        self._header = ""
        self._open = self._language = self._id = self._source = ""
        self._codes = 0
        self._notes: list[str] = []
        self._texts: dict[str, Words] = {}

    def start(self, tag: str, namespace: str, attributes: dict[str, str], line: int) -> None:
        """Keep what the element says."""
        if tag == "header":
            self._header = attributes.get("srclang", "")
        elif tag == "tu":
            self._id = attributes.get("tuid", "")
            self._source = language_code(attributes.get("srclang", self._header))
            self._notes, self._texts = [], {}
        elif tag == "tuv":
            self._language = language_code(attributes.get("lang"))
        elif tag == "seg":
            self._open, self._codes = tag, 0
            self._texts.setdefault(self._language, Words(line))
        elif tag in ("note", "prop"):
            ignores = attributes.get("type") == "translate-ignore"
            self._open = tag
            self._notes.append("translate-ignore:" if ignores else "")
        elif tag in CODES:
            self._codes += 1

    def end(self, tag: str, namespace: str) -> None:
        """Finish what ends."""
        if tag in ("seg", "note", "prop"):
            self._open = ""
        elif tag in CODES:
            self._codes -= 1
        elif tag == "tu":
            self._finish()

    def text(self, text: str, line: int, column: int) -> None:
        """Keep the text of segments and notes, but for codes."""
        if self._open == "seg" and not self._codes:
            self._texts[self._language].add(text, line, column)
        elif self._open in ("note", "prop"):
            self._notes[-1] += text

    def _finish(self) -> None:
        source = self._wanted.source or self._source
        if source not in self._texts and not self._wanted.source:
            source = next(iter(self._texts), "")
        words = self._texts.get(source)
        if words is None:
            return
        for code, target in self._texts.items():
            is_wanted = code == self._wanted.target if self._wanted.target else code in LANGUAGES
            if code != source and is_wanted:
                self.finished.append(
                    make_segment(
                        words.text,
                        target.text,
                        Direction(source, code),
                        Place(self._name, target.line),
                        id=self._id,
                        notes=self._notes,
                        marks=tuple(target.marks),
                    )
                )


def read_tmx(stream: BinaryIO, name: str, wanted: Direction) -> Iterator[Segment | Finding]:
    """The segments of a translation memory, however large."""
    return read_xml(stream, name, _Tmx(name, wanted))


def _begins(head: bytes) -> bool:
    return bool(re.search(rb"<tmx[\s>]", head))


TMX = SegmentReader("tmx", (".tmx",), read_tmx, _begins)
