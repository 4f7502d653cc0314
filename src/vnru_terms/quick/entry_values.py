"""A concept entry that was found as values for JSON, as the command line's contract spells it."""

from __future__ import annotations

from vnru_terms.quick.words import is_attested, status_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from vnru_terms.quick.entry_text import Page


def entry_values(page: Page) -> dict[str, Any]:
    """The values; what is empty is left out.

    Of a term the six keys of the contract, and `attested`, are always there.
    """
    values = page.values
    found: dict[str, Any] = {
        "id": values["id"],
        "subject_field": values["subject_field"],
        "kind": values.get("kind", "term"),
        "match": page.kind,
        "matched": page.matched["term"],
        "matched_language": page.language,
        "matched_status": status_of(page.matched),
    }
    if page.part:
        found["part"] = page.part
    found |= {key: values[key] for key in ("distinguish", "trap") if key in values}
    if "valid" in values:
        valid = values["valid"]
        dates = {"from": valid.get("from_", ""), "to": valid.get("to", "")}
        found["valid"] = dates | {"successor": valid.get("successor", "")}
    if page.in_force is not None:
        found["in_force"] = page.in_force
    found["terms"] = {code: [_term(t) for t in page.terms(code)] for code in page.wanted}
    if page.forms_values is not None:
        found["forms"] = page.forms_values
    definitions = {
        code: {"text": "", "source": "", **section["definition"]}
        for code, section in page.sections.items()
        if "definition" in section
    }
    if definitions:
        found["definitions"] = definitions
    return found | {key: values[key] for key in ("related", "compare", "note") if key in values}


def _term(term: dict[str, Any]) -> dict[str, Any]:
    always = {
        "term": term["term"],
        "status": status_of(term),
        "type": term.get("type"),
        "part_of_speech": term.get("part_of_speech"),
        "gender": term.get("gender"),
        "source": term.get("source", []),
        "attested": is_attested(term),
    }
    return {**always, **{key: value for key, value in term.items() if key not in always}}
