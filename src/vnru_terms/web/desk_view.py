"""What the desk's pages show of a candidate and its forms: rows, choices, proposals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace

from vnru_terms.curation.desk import key_of
from vnru_terms.curation.forms import (
    FIELDS,
    FOLLOWING,
    JOIN_FIELDS,
    SEPARATOR,
    Draft,
    Field,
    Joining,
    proposed,
    shows,
)
from vnru_terms.messages import _
from vnru_terms.model import Candidate, Context, KwicLine, Termbase
from vnru_terms.store.decisions import Decision
from vnru_terms.web.labels import label
from vnru_terms.workflow.review import Desk, contexts_of, taken_ids
from vnru_terms.workflow.review_texts import counts_of, resolved, sides_of, subject_fields

# In which language a field's text is.
_LANGUAGES = {
    "vi": "vi", "en": "en", "ru": "ru", "term": "vi", "definition": "vi", "distinguish": "",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class KwicRow:
    """A line of the concordance beside the context that it gives; `fits` if it shows the term."""

    number: int
    line: KwicLine
    left: str
    right: str
    context: Context
    fits: bool


@dataclass(frozen=True, slots=True)
class FieldView:
    """A field of a form as a page shows it; `choices` are values with labels."""

    name: str
    label: str
    value: str
    language: str
    choices: tuple[tuple[str, str], ...]
    error: str = ""


def kwic_rows(desk: Desk, candidate: Candidate) -> tuple[KwicRow, ...]:
    """The concordance, one line a row, numbered from 1."""
    contexts = contexts_of(desk, candidate)
    rows = []
    for number, (line, context) in enumerate(zip(candidate.contexts, contexts, strict=True), 1):
        fits = shows(context, candidate.term)
        rows.append(KwicRow(number, line, *sides_of(line), context, fits))
    return tuple(rows)


def facts(candidate: Candidate) -> str:
    """Kind, score, uses and articles of a candidate."""
    kind = label(candidate.kind.value)
    return " · ".join((kind, f"{candidate.score:.1f}", *counts_of(candidate)))


def form_fields(
    filled: Draft | Joining, termbase: Termbase, errors: Mapping[str, str]
) -> dict[str, FieldView]:
    """The fields of a form by name, with their values, choices and what is wrong with them."""
    fields = FIELDS if isinstance(filled, Draft) else JOIN_FIELDS
    values = asdict(filled)
    return {
        f.name: FieldView(
            f.name,
            _(f.label),
            _shown(f, values[f.name]),
            _LANGUAGES.get(f.name, ""),
            _choices(f, termbase),
            errors.get(f.name, ""),
        )
        for f in fields
    }


def _choices(field: Field, termbase: Termbase) -> tuple[tuple[str, str], ...]:
    if field.name == "subject_field":
        return subject_fields(termbase)
    return tuple((v, label(v)) for v in field.choices)


def _shown(field: Field, value: str) -> str:
    """A field's value as the page has it: several genders stand in one line, so they are words."""
    if field.name != "gender":
        return value
    return f"{SEPARATOR} ".join(label(piece.strip()) for piece in value.split(SEPARATOR))


def typed_draft(values: Mapping[str, str]) -> Draft:
    """The form for a new concept as a page sent it; genders may be the interface's words."""
    draft = Draft(**{field.name: values.get(field.name, "") for field in FIELDS})
    field = next(f for f in FIELDS if f.name == "gender")
    pieces = [meant(piece, field.choices) for piece in draft.gender.split(SEPARATOR)]
    return replace(draft, gender=f"{SEPARATOR} ".join(pieces).strip())


def typed_joining(values: Mapping[str, str], id: str) -> Joining:
    """The form for a term that joins a concept, as a page sent it."""
    return Joining(**{f.name: values.get(f.name, "") for f in JOIN_FIELDS} | {"concept": id})


def meant(text: str, values: Sequence[str]) -> str:
    """The value that a text names: by its number in the list, itself, or its label's beginning.

    >>> meant("2", ("noun", "verb")), meant("v", ("noun", "verb")), meant("own words", ("noun",))
    ('verb', 'verb', 'own words')
    """
    return resolved(text, [(value, label(value)) for value in values])


def proposals(desk: Desk, draft: Draft) -> dict[str, str]:
    """What follows from the fields typed so far, for those that a form fills by itself."""
    taken = taken_ids(desk)
    values = asdict(draft)
    for name in FOLLOWING:
        values[name] = proposed(Draft(**values), name, taken)
    shown = {f.name: _shown(f, values[f.name]) for f in FIELDS if f.name in FOLLOWING}
    return {name: shown[name] for name in FOLLOWING}


def decided(desk: Desk) -> dict[str, Decision]:
    """What was last decided about each candidate, by key."""
    return {decision.key: decision for decision in desk.session.decisions}


def decision_on(desk: Desk, candidate: Candidate) -> Decision | None:
    """What was last decided about a candidate."""
    return decided(desk).get(key_of(candidate.term))
