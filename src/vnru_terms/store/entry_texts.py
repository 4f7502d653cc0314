"""The values of an entry as one text each, by the names of their keys; and set from a text.

For tables and forms, where a cell holds a text. Lists are parted by ` | `. The fields of a term are
`TERM_FIELDS`, those of a language section `SECTION_FIELDS`; a concept's are kind, distinguish, trap
and note. `CLOSED` has the possible values of those that come from a closed list.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from enum import Enum
from typing import Any

from vnru_terms.model import (
    ConceptEntry,
    Context,
    Definition,
    Gender,
    Kind,
    LanguageSection,
    Number,
    PartOfSpeech,
    Reason,
    Status,
    TermEntry,
    TermType,
    Usage,
)
from vnru_terms.store.concept_file import render_entry

LIST_SEPARATOR = " | "
TERM_FIELDS = (
    "status", "part_of_speech", "type", "gender", "number", "usage", "government", "reason",
    "note", "source", "context", "context_source",
)  # fmt: skip
SECTION_FIELDS = ("definition", "definition_source")

CLOSED: dict[str, type[Enum]] = {
    "kind": Kind,
    "status": Status,
    "part_of_speech": PartOfSpeech,
    "type": TermType,
    "gender": Gender,
    "number": Number,
    "usage": Usage,
    "reason": Reason,
}
# One of a closed list has a value always; it is not taken out by an empty text.
_NEVER_EMPTY = frozenset(("kind", "status"))


def parts(text: str) -> tuple[str, ...]:
    """The pieces of a list's text, without repetitions."""
    pieces = (piece.strip() for piece in text.split(LIST_SEPARATOR.strip()))
    return tuple(dict.fromkeys(piece for piece in pieces if piece))


def fingerprint(entry: ConceptEntry) -> str:
    """A short name for all that an entry says; another edition of it has another."""
    return hashlib.sha256(render_entry(entry).encode()).hexdigest()[:16]


def term_text(term: TermEntry, field: str) -> str:
    """A field of a term as a text; '' where there is none.

    >>> term_text(TermEntry("визит", gender=Gender.MASCULINE), "gender")
    'masculine'
    """
    if field == "context":
        return term.context.text if term.context else ""
    if field == "context_source":
        return term.context.source if term.context else ""
    return _text(getattr(term, field))


def with_term_text(term: TermEntry, field: str, text: str) -> TermEntry:
    """The term with a field set; ValueError where a closed list has no such value.

    The source of a context goes with it: without a text there is no context.
    """
    if field in ("context", "context_source"):
        held = term.context or Context("")
        is_text = field == "context"
        context = replace(held, text=text) if is_text else replace(held, source=text)
        return replace(term, context=context if context.text else None)
    if field == "source":
        return replace(term, source=parts(text))
    if field == "usage":
        return replace(term, usage=tuple(Usage(piece) for piece in parts(text)))
    return replace(term, **{field: _value(field, text)})


def section_text(section: LanguageSection | None, field: str) -> str:
    """A field of a language section as a text."""
    definition = section.definition if section else None
    if definition is None:
        return ""
    return definition.text if field == "definition" else definition.source


def with_section_text(section: LanguageSection, field: str, text: str) -> LanguageSection:
    """The section with a field set; a definition's source goes with its text."""
    held = section.definition or Definition("")
    is_text = field == "definition"
    definition = replace(held, text=text) if is_text else replace(held, source=text)
    return replace(section, definition=definition if definition.text else None)


def concept_text(entry: ConceptEntry, field: str) -> str:
    """A field of a concept as a text."""
    return _text(getattr(entry, field))


def with_concept_text(entry: ConceptEntry, field: str, text: str) -> ConceptEntry:
    """The entry with a field set; ValueError where a closed list has no such value."""
    return replace(entry, **{field: _value(field, text)})


def _text(value: Any) -> str:
    if isinstance(value, tuple):
        return LIST_SEPARATOR.join(_text(item) for item in value)
    if isinstance(value, Enum):
        return str(value.value)
    return value or ""


def _value(field: str, text: str) -> Any:
    if field not in CLOSED:
        return text
    return CLOSED[field](text) if text or field in _NEVER_EMPTY else None
