"""Pairs of terms ▸ concepts, for formats that know no concepts (PO, TMX).

An export of ours writes the pairs of a concept one behind the other, under its id, `id/2`, `id/3`;
they become one concept again. Of somebody else's file every pair is a concept of its own; what
belongs together is seen when they are matched to the glossary (`is_pair`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from vnru_terms.findings import Place
from vnru_terms.formats.comment_reader import Comment, patterns
from vnru_terms.formats.reader import cell_at, said
from vnru_terms.messages import _
from vnru_terms.model import (
    LANGUAGE_ORDER,
    ConceptEntry,
    Definition,
    LanguageSection,
    Status,
    TermEntry,
)
from vnru_terms.store.incoming import Fault, IncomingConcept

_FURTHER = re.compile(r"/\d+\Z")
# A term has fewer words; a memory of somebody's is full of sentences.
MOST_WORDS = 20


def base_id(text: str) -> str:
    """The concept's id in the id of one of its pairs.

    >>> base_id("visit/2"), base_id("visit")
    ('visit', 'visit')
    """
    return _FURTHER.sub("", text.strip())


@dataclass(frozen=True, slots=True)
class ReadPair:
    """A pair as it stands in a file: texts by language, the source first; where; what is said.

    `comment` is None where nothing of ours was found beside it. `status` is that of the targets
    where the file says it; `fault` is why the pair cannot be taken, with its hint.
    """

    id: str
    line: int
    texts: tuple[tuple[str, str], ...]
    comment: Comment | None = None
    subject: str = ""
    note: str = ""
    status: Status | None = None
    fault: tuple[str, str] | None = None


@dataclass(slots=True)
class OwnConcept:
    """A concept of an export of ours, growing pair by pair.

    `silent` are the fields that the format cannot carry.
    """

    name: str
    first: ReadPair
    silent: frozenset[str]
    terms: dict[str, dict[str, TermEntry]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    @property
    def id(self) -> str:
        """The id of the concept, which its first pair has too."""
        return base_id(self.first.id)

    def add(self, pair: ReadPair) -> None:
        """A further pair of it: its first source term with an equivalent, or another with it."""
        if pair.fault:
            self.faults.append(_fault(self.name, pair, pair.fault))
        comment = pair.comment or Comment()
        place = Place(self.name, pair.line)
        (source, text), *targets = pair.texts
        for language, target in targets:
            if comment.pattern:
                text, target = patterns(comment, (text, target))
            self.terms.setdefault(language, {}).setdefault(
                target,
                TermEntry(
                    target,
                    Status.ADMITTED if comment.is_admitted else Status.PREFERRED,
                    gender=comment.gender,
                    number=comment.number,
                    government=comment.government,
                    usage=comment.usage,
                    note=comment.note,
                    source=comment.source,
                    place=place,
                ),
            )
        known = self.terms.setdefault(source, {})
        # Where statuses are told, a pair that is not called admitted has two preferred sides.
        is_preferred = "status" not in self.silent and not comment.is_admitted
        status = Status.PREFERRED if is_preferred or not known else Status.ADMITTED
        term = known.setdefault(text, TermEntry(text, status, place=place))
        if is_preferred:
            known[text] = replace(term, status=status)

    def said(self) -> IncomingConcept:
        """The concept as it was read."""
        pair, comment = self.first, self.first.comment or Comment()
        place = Place(self.name, pair.line)
        entry = ConceptEntry(
            self.id,
            pair.subject or comment.subject,
            tuple(
                LanguageSection(code, tuple(self.terms[code].values()), self._definition(code))
                for code in LANGUAGE_ORDER
                if code in self.terms
            ),
            distinguish=comment.distinguish,
            trap=comment.trap,
            place=place,
        )
        at = cell_at(self.name, entry.id, pair.line)
        without_status = [t for _c, t in entry.all_terms()] if "status" in self.silent else ()
        return said(
            entry, at, is_own=True, silent=self.silent, without_status=without_status,
            faults=tuple(self.faults), is_pair=True,
        )  # fmt: skip

    def _definition(self, code: str) -> Definition | None:
        """The definition, if it is in this language."""
        comment = self.first.comment or Comment()
        if not comment.definition or comment.definition_language != code:
            return None
        return Definition(comment.definition, place=Place(self.name, self.first.line))


def foreign(pair: ReadPair, name: str) -> IncomingConcept:
    """A pair of somebody else's file, as what it says of some concept."""
    place = Place(name, pair.line)
    terms: dict[str, list[TermEntry]] = {}
    silent = []
    for i, (language, text) in enumerate(pair.texts):
        status = pair.status if i else None
        term = TermEntry(
            " ".join(text.split()),
            status or Status.PREFERRED,
            note=pair.note if i == 1 else "",
            place=place,
        )
        if language in LANGUAGE_ORDER and term.term:
            terms.setdefault(language, []).append(term)
            silent += [] if status else [term]
    sections = [
        LanguageSection(code, tuple(terms[code])) for code in LANGUAGE_ORDER if code in terms
    ]
    entry = ConceptEntry(base_id(pair.id), pair.subject, tuple(sections))
    fault = pair.fault or _too_long(entry)
    faults = (_fault(name, pair, fault),) if fault else ()
    at = cell_at(name, pair.id or pair.texts[0][1], pair.line)
    return said(entry, at, is_own=False, without_status=silent, faults=faults, is_pair=True)


def _too_long(entry: ConceptEntry) -> tuple[str, str] | None:
    for _language, term in entry.all_terms():
        if len(term.term.split()) > MOST_WORDS:
            message = _("“{text}…” is a sentence, no term.").format(text=term.term[:40])
            return message, _("A sentence is of use to check, not to the glossary.")
    return None


def _fault(name: str, pair: ReadPair, fault: tuple[str, str]) -> Fault:
    return Fault(cell_at(name, pair.texts[0][1], pair.line), *fault)
