"""A concept entry as the concept page shows it: terms with their remarks, sources as links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vnru_terms.lang import LANGUAGES
from vnru_terms.messages import _
from vnru_terms.model import ConceptEntry, LanguageSection, Termbase, TermEntry
from vnru_terms.web.labels import label

_SLOT = re.compile(r"\{[^{}:]*(?::([^{}]*))?\}")
_WEB = re.compile(r"https?://[^\s<>\"']+\Z")


@dataclass(frozen=True, slots=True)
class TermView:
    """A term with what one must know to use it, in the interface's language."""

    term: TermEntry
    shown: str
    marks: str
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SectionView:
    """A language of a concept: its terms, best first, and whether they are attested."""

    language: str
    section: LanguageSection
    terms: tuple[TermView, ...]
    evidence: str


def readable(term: str, language: str) -> str:
    """The term with the slots of a formula as an ellipsis and the case that they ask for."""
    marks = LANGUAGES[language].marks

    def slot(match: re.Match[str]) -> str:
        return f"… (+ {marks.get(match[1], match[1])})" if match[1] else "…"

    return _SLOT.sub(slot, term)


def address_of_source(source: str) -> str:
    """The address that a source is, or '': anything else must not become a link."""
    return source if _WEB.match(source) else ""


def sections_of(entry: ConceptEntry) -> tuple[SectionView, ...]:
    """The languages of an entry, ready to be shown."""
    return tuple(
        SectionView(
            section.language,
            section,
            tuple(_term(term, section.language) for term in section.terms),
            _evidence(section),
        )
        for section in entry.languages
    )


def named(termbase: Termbase, ids: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Ids of concepts with the terms under which they are shown."""
    found = ((id, termbase.entry(id)) for id in ids)
    return tuple((id, entry.head if entry else id) for id, entry in found)


def _term(term: TermEntry, language: str) -> TermView:
    properties = [
        term.gender.value if term.gender else "",
        term.number.value if term.number else "",
        "indeclinable" if term.indeclinable else "",
    ]
    marks = (LANGUAGES[language].marks.get(value, "") for value in properties)
    return TermView(
        term, readable(term.term, language), " ".join(filter(None, marks)), tuple(_remarks(term))
    )


def _remarks(term: TermEntry) -> Iterator[str]:
    if term.pair:
        yield _("other aspect: {verb}").format(verb=term.pair)
    if term.government:
        yield term.government
    if term.type:
        yield label(term.type.value)
    if term.part_of_speech:
        yield label(term.part_of_speech.value)
    yield from (label(usage.value) for usage in term.usage)
    if term.reason:
        yield label(term.reason.value)
    if term.stressed:
        yield term.stressed
    if term.note:
        yield term.note


def _evidence(section: LanguageSection) -> str:
    known = [term.is_attested for term in section.terms if term.is_permitted]
    if not known:
        return ""
    return _("attested") if all(known) else _("partly attested") if any(known) else _("unsourced")
