"""A concept entry and its YAML file: `parse_entry` reads one, `render_entry` writes the canonical.

The canonical form has one order of keys (the tables below), one way to quote, UTF-8, NFC, LF and a
final newline; writing what was read from a canonical file changes no byte. A string is plain where
every YAML reader would take it for a string, else in single quotes.
"""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any

import yaml

from vnru_terms.findings import Finding, Place
from vnru_terms.model import (
    LANGUAGE_ORDER,
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
from vnru_terms.store.yaml_text import Node, NodeReader, compose
from vnru_terms.text.normalise import normalise

ENTRY_KEYS = (
    "id", "kind", "distinguish", "valid", "trap", "languages", "related", "compare", "note",
)  # fmt: skip
SECTION_KEYS = ("reviewed", "definition", "terms")
TERM_KEYS = (
    "term", "status", "type", "part_of_speech", "gender", "number", "indeclinable", "usage",
    "pair", "government", "stressed", "reason", "forms", "collocations", "context", "see", "note",
    "source",
)  # fmt: skip


class Truth(Enum):
    """What a yes-or-no key may hold."""

    TRUE = "true"
    FALSE = "false"


def parse_entry(
    text: str, path: str, subject_field: str
) -> tuple[ConceptEntry | None, list[Finding]]:
    """The concept entry in a YAML text, with the findings of what is not as it should be."""
    root, findings = compose(text, path)
    if root is None:
        return None, findings
    reader = NodeReader(path)
    entry = _entry(reader, root, subject_field)
    return entry, reader.findings


def _entry(reader: NodeReader, root: Node, subject_field: str) -> ConceptEntry | None:
    values = reader.mapping(root, ENTRY_KEYS)
    if not values:
        return None
    id = reader.text(values.get("id"))
    if not id:
        reader.missing(root, "id")
    languages = values.get("languages")
    sections = reader.mapping(languages, LANGUAGE_ORDER) if languages is not None else {}
    if not sections:
        reader.missing(root, "languages")
    valid = values.get("valid")
    return ConceptEntry(
        id=id,
        subject_field=subject_field,
        languages=tuple(
            _section(reader, code, sections[code]) for code in LANGUAGE_ORDER if code in sections
        ),
        kind=reader.choice(values.get("kind"), Kind) or Kind.TERM,
        distinguish=reader.text(values.get("distinguish")),
        valid=_validity(reader, valid) if valid is not None else None,
        trap=reader.text(values.get("trap")),
        related=reader.texts(values.get("related")),
        compare=reader.texts(values.get("compare")),
        note=reader.text(values.get("note")),
        place=reader.place(values.get("id", root)),
    )


def _validity(reader: NodeReader, node: Node) -> Validity:
    values = reader.mapping(node, ("from", "to", "successor"))
    return Validity(*(reader.text(values.get(key)) for key in ("from", "to", "successor")))


def _section(reader: NodeReader, language: str, node: Node) -> LanguageSection:
    values = reader.mapping(node, SECTION_KEYS)
    definition = values.get("definition")
    reviewed = values.get("reviewed")
    if "terms" not in values:
        reader.missing(node, "terms")
    return LanguageSection(
        language=language,
        terms=tuple(_term(reader, item) for item in reader.items(values.get("terms"))),
        definition=_definition(reader, definition) if definition is not None else None,
        reviewed=_review(reader, reviewed) if reviewed is not None else None,
        place=reader.place(node),
    )


def _definition(reader: NodeReader, node: Node) -> Definition:
    values = reader.mapping(node, ("text", "source"))
    return Definition(
        reader.text(values.get("text")), reader.text(values.get("source")), reader.place(node)
    )


def _review(reader: NodeReader, node: Node) -> Review:
    values = reader.mapping(node, ("by", "on"))
    return Review(reader.text(values.get("by")), reader.text(values.get("on")))


def _context(reader: NodeReader, node: Node) -> Context:
    values = reader.mapping(node, ("text", "source"))
    return Context(
        reader.text(values.get("text")), reader.text(values.get("source")), reader.place(node)
    )


def _collocation(reader: NodeReader, node: Node) -> Collocation:
    values = reader.mapping(node, LANGUAGE_ORDER)
    return Collocation(*(reader.text(values.get(code)) for code in LANGUAGE_ORDER))


def _term(reader: NodeReader, node: Node) -> TermEntry:
    values = reader.mapping(node, TERM_KEYS)
    term = reader.text(values.get("term"))
    if not term:
        reader.missing(node, "term")
    if "status" not in values:
        reader.missing(node, "status")
    context = values.get("context")
    indeclinable = reader.choice(values.get("indeclinable"), Truth)
    return TermEntry(
        term=term,
        status=reader.choice(values.get("status"), Status) or Status.ADMITTED,
        type=reader.choice(values.get("type"), TermType),
        part_of_speech=reader.choice(values.get("part_of_speech"), PartOfSpeech),
        gender=reader.choice(values.get("gender"), Gender),
        number=reader.choice(values.get("number"), Number),
        indeclinable=indeclinable is Truth.TRUE,
        usage=reader.choices(values.get("usage"), Usage),
        pair=reader.text(values.get("pair")),
        government=reader.text(values.get("government")),
        stressed=reader.text(values.get("stressed")),
        reason=reader.choice(values.get("reason"), Reason),
        forms=reader.texts(values.get("forms")),
        collocations=tuple(
            _collocation(reader, item) for item in reader.items(values.get("collocations"))
        ),
        context=_context(reader, context) if context is not None else None,
        see=reader.texts(values.get("see")),
        note=reader.text(values.get("note")),
        source=reader.texts(values.get("source")),
        place=reader.place(values.get("term", node)),
    )


def normalised(value: Any) -> Any:
    """An entry (or a part of it) with every text in the form in which it is stored."""
    if isinstance(value, str):
        return normalise(value)
    if isinstance(value, tuple):
        return tuple(normalised(item) for item in value)
    if is_dataclass(value) and not isinstance(value, (type, Place)):
        return replace(value, **{f.name: normalised(getattr(value, f.name)) for f in fields(value)})
    return value


Value = str | list["Value"] | dict[str, "Value"]


def render_entry(entry: ConceptEntry) -> str:
    """The entry in canonical YAML."""
    languages: dict[str, Value] = {}
    for code in LANGUAGE_ORDER:
        section = entry.section(code)
        if section is not None:
            languages[code] = _section_values(section)
    valid = entry.valid
    values: dict[str, Value] = {
        "id": entry.id,
        "kind": entry.kind.value,
        "distinguish": entry.distinguish,
        "valid": {"from": valid.from_, "to": valid.to, "successor": valid.successor}
        if valid
        else "",
        "trap": entry.trap,
        "languages": languages,
        "related": list(entry.related),
        "compare": list(entry.compare),
        "note": entry.note,
    }
    return render_mapping(values)


def _section_values(section: LanguageSection) -> Value:
    definition, reviewed = section.definition, section.reviewed
    return {
        "reviewed": {"by": reviewed.by, "on": reviewed.on} if reviewed else "",
        "definition": {"text": definition.text, "source": definition.source} if definition else "",
        "terms": [_term_values(term) for term in section.terms],
    }


def render_term(term: TermEntry) -> str:
    """A term entry in canonical YAML, as it stands behind the dash of its list."""
    return render_mapping(_term_values(term))


def _term_values(term: TermEntry) -> dict[str, Value]:
    return {
        "term": term.term,
        "status": term.status.value,
        "type": term.type.value if term.type else "",
        "part_of_speech": term.part_of_speech.value if term.part_of_speech else "",
        "gender": term.gender.value if term.gender else "",
        "number": term.number.value if term.number else "",
        "indeclinable": "true" if term.indeclinable else "",
        "usage": [usage.value for usage in term.usage],
        "pair": term.pair,
        "government": term.government,
        "stressed": term.stressed,
        "reason": term.reason.value if term.reason else "",
        "forms": list(term.forms),
        "collocations": [{"vi": c.vi, "en": c.en, "ru": c.ru} for c in term.collocations],
        "context": {"text": term.context.text, "source": term.context.source}
        if term.context
        else "",
        "see": list(term.see),
        "note": term.note,
        "source": term.source[0] if len(term.source) == 1 else list(term.source),
    }


# Lists of plain words that read better on one line.
_INLINE = {"usage", "related", "compare", "see"}


def render_mapping(values: dict[str, Value]) -> str:
    """Canonical YAML of a mapping; empty values are left out."""
    return "".join(f"{line}\n" for line in _mapping_lines(values))


def _mapping_lines(values: dict[str, Value]) -> list[str]:
    lines: list[str] = []
    for key, value in values.items():
        if not value:
            continue
        if isinstance(value, str):
            bare = value == "true" and key == "indeclinable"
            lines.append(f"{key}: {value if bare else scalar(value)}")
        elif isinstance(value, dict):
            inner = _mapping_lines(value)
            if inner:
                lines += [f"{key}:", *(f"  {line}" for line in inner)]
        elif key in _INLINE:
            texts = [scalar(v, flow=True) for v in value if isinstance(v, str)]
            lines.append(f"{key}: [{', '.join(texts)}]")
        else:
            lines.append(f"{key}:")
            for item in value:
                inner = _mapping_lines(item) if isinstance(item, dict) else [scalar(str(item))]
                lines += [f"{'- ' if i == 0 else '  '}{line}" for i, line in enumerate(inner)]
    return lines


_RESOLVER: Any = yaml.SafeLoader("")
_SPECIAL_START = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`=<~]")
_SPECIAL_INSIDE = re.compile(r": |:$| #|\t")
_FLOW_SPECIAL = re.compile(r"[,\[\]{}]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")


def scalar(text: str, *, flow: bool = False) -> str:
    """A string as a YAML scalar: plain if that is safe, else quoted.

    >>> scalar("tham vấn"), scalar("no"), scalar("Tổng Bí thư: nhiệm kỳ")
    ('tham vấn', "'no'", "'Tổng Bí thư: nhiệm kỳ'")
    """
    text = normalise(text)
    if _CONTROL.search(text):
        escaped = text.replace("\\", "\\\\").replace('"', '\\"')
        return '"' + _CONTROL.sub(lambda m: f"\\u{ord(m[0]):04x}", escaped) + '"'
    plain = (
        text
        and text == text.strip()
        and not _SPECIAL_START.match(text)
        and not _SPECIAL_INSIDE.search(text)
        and not (flow and _FLOW_SPECIAL.search(text))
        and _is_string(text)
    )
    return text if plain else "'" + text.replace("'", "''") + "'"


def _is_string(text: str) -> bool:
    """Whether a YAML 1.1 reader takes the plain text for a string, not a date or a truth value."""
    tag: str = _RESOLVER.resolve(yaml.ScalarNode, text, (True, False))
    return tag == "tag:yaml.org,2002:str"
