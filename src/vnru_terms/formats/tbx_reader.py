"""TBX as it comes: 2008 (`martif`) and 2019 (`tbx`, styles DCA and DCT), whoever wrote it.

Elements are known by their local names, so that a file with a wrong namespace is understood; the
levels are concept, language, term, and what stands on a level where it does not belong (Pontoon
writes definitions on the term) is put where it does. In style DCT the name of the element is the
data category. Languages that the glossary does not have are passed over. XML is read by
`segments_xml`, piece by piece: memory does not grow with the file, nothing is fetched, and entities
are refused. Exports of ours (`tbx`, `tbx-v3`) come home as they went.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import BinaryIO

from vnru_terms.findings import Finding, Place, Severity
from vnru_terms.formats.format import OWN
from vnru_terms.formats.reader import LONGEST_CONCEPT, Read, TermbaseReader, cell_at
from vnru_terms.formats.segments_reading import language_code
from vnru_terms.formats.segments_xml import read_xml
from vnru_terms.formats.tbx_gathered import (
    BLANK,
    Gathered,
    GatheredSection,
    GatheredTerm,
    Leaf,
    row_of,
)
from vnru_terms.formats.tbx_values import status_of, with_category
from vnru_terms.messages import _
from vnru_terms.model import Context, Definition, Review, TermEntry
from vnru_terms.store.incoming import Fault, IncomingConcept

_CONCEPTS = frozenset(("termEntry", "conceptEntry"))
_LANGUAGES = frozenset(("langSet", "langSec"))
_TERMS = frozenset(("tig", "ntig", "termSec"))
_GROUPS = frozenset(("descripGrp", "adminGrp", "transacGrp", "termNoteGrp"))
# An element counts as so many characters, so that empty ones do not fill the memory.
_PER_ELEMENT = 64
# What holds a text; its category is in `type`, else it is its own.
_LEAVES = frozenset(
    ("term", "termNote", "descrip", "admin", "note", "ref", "transacNote", "transac", "date",
     "xref", "adminNote", "descripNote")
)  # fmt: skip
_NAMESPACES = frozenset(("", "urn:iso:std:iso:30042:ed-2"))
_STATUS = frozenset(("administrativeStatus", "normativeAuthorization"))
_CONTEXTS = frozenset(("context", "example", "sampleSentence"))
_SUBJECTS = frozenset(("subjectField", "domain"))


class _Tbx:
    """Gathers concepts from the events of one file; it has a state because expat calls back."""

    def __init__(self, name: str) -> None:
        self.finished: list[IncomingConcept | Finding] = []
        self._name = name
        self._is_own = False
        self._is_of_2008 = False
        self._path: list[str] = []
        self._concept: Gathered | None = None
        self._section: GatheredSection | None = None
        self._term: GatheredTerm | None = None
        self._leaf: Leaf | None = None
        self._group: list[Leaf] = []
        self._in_p = False

    def start(self, tag: str, namespace: str, attributes: dict[str, str], line: int) -> None:
        """An element begins."""
        if not self._path:
            self._root(tag, namespace, line)
        self._path.append(tag)
        if tag in _CONCEPTS:
            self._concept = Gathered(attributes.get("id", "").strip(), line)
            self._section = self._term = None
            return
        if self._concept is None:
            self._in_p = tag == "p"
            return
        self._concept.size += _PER_ELEMENT
        if self._concept.size > LONGEST_CONCEPT:
            return
        if tag in _LANGUAGES:
            self._open_language(attributes.get("lang", ""), line)
        elif tag in _TERMS:
            self._open_term(line)
        elif self._leaf is None and tag not in _GROUPS and tag != "termGrp":
            category = attributes.get("type", tag) if tag in _LEAVES else tag
            self._leaf = Leaf(category, line, len(self._path), attributes.get("target", ""))
            if tag == "term" and self._term is None:
                self._open_term(line)

    def end(self, tag: str, namespace: str) -> None:
        """An element ends."""
        depth = len(self._path)
        self._path.pop()
        self._in_p = False
        if self._concept is None:
            return
        if tag in _CONCEPTS:
            self._finish(self._concept)
            self._concept = None
        elif tag in _LANGUAGES:
            self._section = self._term = None
        elif tag in _TERMS:
            self._term = None
        elif tag in _GROUPS:
            self._close_group()
        elif self._leaf is not None and self._leaf.depth == depth:
            leaf, self._leaf = self._leaf, None
            if self._path[-1] in _GROUPS:
                self._group.append(leaf)
            else:
                self._put(self._concept, leaf)

    def text(self, text: str, line: int, column: int) -> None:
        """Characters."""
        if self._concept is None:
            self._is_own |= self._in_p and text.startswith(OWN)
        elif self._leaf is not None:
            self._concept.size += len(text)
            if self._concept.size <= LONGEST_CONCEPT:
                self._leaf.pieces.append(text)

    def _root(self, tag: str, namespace: str, line: int) -> None:
        self._is_of_2008 = tag == "martif"
        if namespace not in _NAMESPACES:
            message = _("the namespace {name} is not that of TBX; the file was read all the same.")
            place = Place(self._name, line)
            finding = Finding(place, "W149", message.format(name=namespace or "“”"))
            self.finished.append(replace(finding, severity=Severity.INFORMATION))

    def _open_language(self, tag: str, line: int) -> None:
        assert self._concept is not None
        code = language_code(tag)
        if not code:
            cell = cell_at(self._name, "", line)
            message = _("this section of languages does not say which language it is in.")
            hint = _('Give it xml:lang, for instance xml:lang="vi".')
            self._concept.faults.append(Fault(cell, message, hint))
        self._section = GatheredSection(code, line)
        self._concept.sections.append(self._section)
        self._term = None

    def _open_term(self, line: int) -> None:
        if self._section is not None:
            self._term = GatheredTerm(line)
            self._section.terms.append(self._term)

    def _close_group(self) -> None:
        """A group: what it describes, with the source that stands beside it."""
        group, self._group = self._group, []
        if self._concept is None or not group:
            return
        source = next((leaf for leaf in group if leaf.category == "source"), None)
        responsible = next((leaf.text for leaf in group if leaf.category == "responsibility"), "")
        date = next((leaf.text for leaf in group if leaf.category == "date"), "")
        if responsible and date and self._section is not None:
            self._section.review = Review(responsible, date)
            return
        described = [leaf for leaf in group if leaf is not source]
        for leaf in described:
            leaf.source = source.text if source else ""
            self._put(self._concept, leaf)
        if source and not described:
            self._put(self._concept, source)

    def _put(self, concept: Gathered, leaf: Leaf) -> None:
        category = leaf.category
        text = leaf.text if self._is_own else " ".join(leaf.text.split())
        if not text:
            return
        place = Place(self._name, leaf.line)
        if category == "definition":
            definition = Definition(text, leaf.source, place)
            if self._section is None:
                concept.definitions.append(definition)
            elif self._section.definition is None:
                self._section.definition = definition
        elif category in _CONTEXTS:
            self._put_context(concept, Context(text, leaf.source, place))
        elif category in _SUBJECTS:
            concept.subject = concept.subject or text
        elif category == "crossReference":
            kind, _colon, id = text.partition(": ")
            if kind in ("related", "compare") and id == leaf.target:
                concept.links.setdefault(kind, []).append(id)
        elif self._term is not None:
            self._put_term(self._term, category, text, place)
        elif category in ("note", "Usage note", "usageNote", "explanation"):
            notes = concept.notes if self._section is None else self._section.notes
            notes.append(text)

    def _put_context(self, concept: Gathered, context: Context) -> None:
        if self._term is not None:
            if self._term.entry.context is None:
                self._term.entry = replace(self._term.entry, context=context)
        elif self._section is not None:
            self._section.contexts.append(context)
        else:
            concept.contexts.append(context)

    def _put_term(self, term: GatheredTerm, category: str, text: str, place: Place) -> None:
        if category == "term":
            # Mostly the first thing that is said of it; replacing takes three times as long.
            is_first = term.entry is BLANK
            term.entry = (
                TermEntry(text, place=place)
                if is_first
                else replace(term.entry, term=text, place=place)
            )
        elif category in _STATUS:
            term.status = status_of(text)
        elif category == "source":
            term.entry = replace(term.entry, source=(*term.entry.source, text))
        elif category in ("note", "usageNote", "Usage note"):
            term.notes.append(text)
        else:
            term.entry = with_category(term.entry, category, text) or term.entry

    def _finish(self, concept: Gathered) -> None:
        row = row_of(concept, self._name, is_own=self._is_own, is_of_2008=self._is_of_2008)
        self.finished.append(row)


def read_tbx(stream: BinaryIO, name: str) -> Read:
    """The concepts of a TBX file, however large."""
    return read_xml(stream, name, _Tbx(name))


def _begins(head: str) -> bool:
    return bool(re.match(r"<(?:[\w.-]+:)?(?:martif|tbx)[\s>]", head))


TBX_READER = TermbaseReader("tbx", read_tbx, _begins)
