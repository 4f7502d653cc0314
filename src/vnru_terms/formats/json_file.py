"""JSON: everything that the glossary's files say, by the published schema.

The keys are those of the concept files; `schemas/glossary.schema.json` says what each holds. A
concept stands on a line of its own, so that a large file can be read line by line.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from vnru_terms.formats.format import OWN, Format, Selection
from vnru_terms.formats.parts import ALL_PARTS
from vnru_terms.formats.tally import NO_EQUIVALENT, Tally
from vnru_terms.messages import N_
from vnru_terms.model import ConceptEntry
from vnru_terms.store.entry_json import entry_to_json

SCHEMA_PATH = Path(__file__).parent.parent / "schemas" / "glossary.schema.json"
FORMAT_NAME = f"{OWN} 1"


def stream_json(selection: Selection, tally: Tally) -> Mapping[str, Iterator[bytes]]:
    """One file with all languages."""
    return {"glossary.json": _pieces(selection, tally)}


def _pieces(selection: Selection, tally: Tally) -> Iterator[bytes]:
    settings = selection.settings
    head = {
        "format": FORMAT_NAME,
        "title": dict(settings.title),
        "edition": settings.edition,
        "date": settings.date,
        "licence": settings.licence,
        "contact": settings.contact,
        "imprint": dict(settings.imprint),
        "languages": list(selection.languages),
        "subject_fields": [
            {"slug": s.slug, "label": dict(s.label), "abbreviation": dict(s.abbreviation)}
            for s in settings.subject_fields
        ],
    }
    yield f'{_dumped(head)[:-1]}, "concepts": ['.encode()
    between = "\n"
    for entry in selection.entries:
        values = concept_values(entry, selection.languages)
        if not values["languages"]:
            tally.add(NO_EQUIVALENT, entry.id)
            continue
        yield f"{between}{_dumped(values)}".encode("utf-8", "replace")
        between = ",\n"
    yield b"\n]}\n"


def concept_values(entry: ConceptEntry, languages: tuple[str, ...]) -> dict[str, Any]:
    """The entry with the keys of its file; sections by language, `status` and `kind` always."""
    values = entry_to_json(entry)
    sections = {section.pop("language"): section for section in values.pop("languages", ())}
    if "valid" in values:
        values["valid"] = {key.rstrip("_"): text for key, text in values["valid"].items()}
    for section in sections.values():
        section["terms"] = [{"status": "preferred", **term} for term in section.get("terms", ())]
    kept = {code: sections[code] for code in languages if code in sections}
    first = {"id": values.pop("id"), "subject_field": values.pop("subject_field")}
    kind = values.pop("kind", "term")
    return {**first, "kind": kind, **values, "languages": kept}


def _dumped(values: object) -> str:
    return json.dumps(values, ensure_ascii=False)


JSON = Format(
    name="json",
    suffix=".json",
    client=N_("programs of your own"),
    carries=ALL_PARTS,
    stream=stream_json,
)
