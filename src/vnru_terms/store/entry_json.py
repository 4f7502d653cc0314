"""A concept entry as JSON values and back: what the index keeps, so that look-up needs no YAML.

What stands at its default is left out, places are dropped; `entry_from_json(entry_to_json(e))`
equals `e`.
"""

from __future__ import annotations

from dataclasses import fields
from enum import Enum
from functools import cache
from typing import Any

from vnru_terms.model import (
    Collocation,
    ConceptEntry,
    Context,
    Definition,
    Gender,
    Kind,
    LanguageSection,
    Number,
    PartOfSpeech,
    Reason,
    Review,
    Status,
    TermEntry,
    TermType,
    Usage,
    Validity,
)

_VALUES: dict[str, type] = {
    "languages": LanguageSection,
    "terms": TermEntry,
    "definition": Definition,
    "reviewed": Review,
    "valid": Validity,
    "context": Context,
    "collocations": Collocation,
}
_CHOICES: dict[str, type[Enum]] = {
    "kind": Kind,
    "status": Status,
    "type": TermType,
    "part_of_speech": PartOfSpeech,
    "gender": Gender,
    "number": Number,
    "usage": Usage,
    "reason": Reason,
}


def entry_to_json(entry: ConceptEntry) -> dict[str, Any]:
    """The entry as plain values, ready for `json.dumps`."""
    found: dict[str, Any] = _plain(entry)
    return found


def entry_from_json(values: dict[str, Any]) -> ConceptEntry:
    """The entry that `entry_to_json` wrote down."""
    entry: ConceptEntry = _built(ConceptEntry, values)
    return entry


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if not hasattr(value, "__dataclass_fields__"):
        return value
    found = {}
    # A class is hashable, though type[Any] is not known to be.
    kind: object = type(value)
    for name, default in _fields(kind):
        part = getattr(value, name)
        if part is not None and part != default:
            found[name] = part if isinstance(part, str) else _plain(part)
    return found


@cache
def _fields(cls: Any) -> tuple[tuple[str, object], ...]:
    """The names of a class's fields with their defaults; a value equal to it is left out."""
    # MISSING equals nothing but itself.
    return tuple((f.name, f.default) for f in fields(cls) if f.name != "place")


def _built(cls: type, values: dict[str, Any]) -> Any:
    made: dict[str, Any] = {}
    for name, value in values.items():
        if name in _VALUES:
            part = _VALUES[name]
            listed = isinstance(value, list)
            made[name] = tuple(_built(part, v) for v in value) if listed else _built(part, value)
        elif name in _CHOICES:
            choice = _CHOICES[name]
            made[name] = tuple(map(choice, value)) if isinstance(value, list) else choice(value)
        else:
            made[name] = tuple(value) if isinstance(value, list) else value
    return cls(**made)
