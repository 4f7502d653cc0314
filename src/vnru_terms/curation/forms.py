"""The desk's two forms, for the terminal and the browser.

A `Draft` is the form for a new concept, a `Joining` the form for a term that joins a concept: all
fields are texts, as typed. `FIELDS` and `JOIN_FIELDS` list them in the order of the form;
`draft_for` and `joining_for` open a form with what can be proposed, `proposed` gives what a field
may hold given the others. What comes of a filled form, `filled` says.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from typing import TypeVar

from vnru_terms.curation.neighbours import Neighbour
from vnru_terms.curation.proposals import (
    propose_gender,
    propose_id,
    propose_number,
    propose_part_of_speech,
    propose_subject_field,
    propose_type,
)
from vnru_terms.messages import N_
from vnru_terms.model import (
    LANGUAGE_ORDER,
    Candidate,
    ConceptEntry,
    Context,
    Gender,
    Kind,
    Number,
    PartOfSpeech,
    Reason,
    Status,
    TermEntry,
    TermType,
)
from vnru_terms.rules.evidence import contains_term
from vnru_terms.text.normalise import normalise, squeeze

_E = TypeVar("_E", bound=Enum)
PLURAL = Number.PLURAL.value
# Between several terms of one language: the first is preferred, the others are admitted.
SEPARATOR = ";"


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form: its name, its label, its possible values where the list is closed."""

    name: str
    label: str
    choices: tuple[str, ...] = ()


def values_of(kind: type[Enum]) -> tuple[str, ...]:
    """The values of a closed list, in its order."""
    return tuple(str(member.value) for member in kind)


FIELDS = (
    Field("vi", N_("Vietnamese")),
    Field("en", N_("English")),
    Field("en_source", N_("source (English)")),
    Field("ru", N_("Russian")),
    Field("ru_source", N_("source (Russian)")),
    Field("kind", N_("kind"), values_of(Kind)),
    Field("part_of_speech", N_("part of speech"), values_of(PartOfSpeech)),
    Field("gender", N_("gender"), (*values_of(Gender), PLURAL)),
    Field("subject_field", N_("subject field")),
    Field("context", N_("context no.")),
    Field("id", N_("id")),
    Field("definition", N_("definition")),
    Field("definition_source", N_("source (definition)")),
    Field("distinguish", N_("distinguish")),
)
JOIN_FIELDS = (
    Field("concept", N_("concept")),
    Field("term", N_("Vietnamese")),
    Field("status", N_("status"), values_of(Status)),
    Field("reason", N_("why deprecated"), values_of(Reason)),
    Field("type", N_("type"), values_of(TermType)),
    Field("part_of_speech", N_("part of speech"), values_of(PartOfSpeech)),
    Field("context", N_("context no.")),
    Field("source", N_("source")),
)


# Proposed anew from the other fields while a curator types, in this order: a gender needs the part
# of speech.
FOLLOWING = ("part_of_speech", "gender", "id")


@dataclass(frozen=True, slots=True)
class Draft:
    """The form for a new concept, as typed; `context` is the number of a concordance line."""

    vi: str = ""
    en: str = ""
    en_source: str = ""
    ru: str = ""
    ru_source: str = ""
    kind: str = Kind.TERM.value
    part_of_speech: str = PartOfSpeech.NOUN.value
    gender: str = ""
    subject_field: str = ""
    context: str = ""
    id: str = ""
    definition: str = ""
    definition_source: str = ""
    distinguish: str = ""


@dataclass(frozen=True, slots=True)
class Joining:
    """The form for a term that joins a concept, as typed."""

    concept: str = ""
    term: str = ""
    status: str = Status.ADMITTED.value
    reason: str = ""
    type: str = ""
    part_of_speech: str = PartOfSpeech.NOUN.value
    context: str = ""
    source: str = ""


def draft_for(
    candidate: Candidate, neighbours: Sequence[Neighbour], contexts: Sequence[Context]
) -> Draft:
    """The form as it opens: what can be said before a person has typed a word."""
    return Draft(
        vi=candidate.term,
        kind=candidate.kind.value,
        part_of_speech=propose_part_of_speech(candidate.kind).value,
        subject_field=propose_subject_field(candidate, neighbours),
        context=_first_context(candidate.term, contexts),
    )


def joining_for(candidate: Candidate, entry: ConceptEntry, contexts: Sequence[Context]) -> Joining:
    """The form for joining a candidate to a concept, as it opens."""
    preferred = entry.preferred(LANGUAGE_ORDER[0])
    part = preferred.part_of_speech if preferred else None
    type = propose_type(candidate.term)
    return Joining(
        concept=entry.id,
        term=candidate.term,
        status=(Status.ADMITTED if preferred else Status.PREFERRED).value,
        type=type.value if type else "",
        part_of_speech=(part or propose_part_of_speech(candidate.kind)).value,
        context=_first_context(candidate.term, contexts),
    )


def proposed(draft: Draft, field: str, taken_ids: Collection[str]) -> str:
    """What the fields typed so far say about one that follows from them; '' if nothing."""
    if field == "id":
        return propose_id(first_term(draft.en), taken_ids)
    if field == "part_of_speech":
        kind = choice(draft.kind, Kind)
        return propose_part_of_speech(kind).value if kind else ""
    if field == "gender" and choice(draft.part_of_speech, PartOfSpeech) is PartOfSpeech.NOUN:
        found = [gender_or_plural(term) for term in terms_in(draft.ru)]
        return f"{SEPARATOR} ".join(found).strip(f"{SEPARATOR} ")
    return ""


def gender_or_plural(term: str) -> str:
    """The gender or `plural`, as the form's field has it; '' where there is doubt."""
    if propose_number(term):
        return PLURAL
    gender = propose_gender(term)
    return gender.value if gender else ""


def terms_in(text: str) -> list[str]:
    """The terms of a field, parted by semicolons."""
    terms = (squeeze(normalise(piece)) for piece in text.split(SEPARATOR))
    return [term for term in terms if term]


def first_term(text: str) -> str:
    """The preferred one of them, or ''."""
    return next(iter(terms_in(text)), "")


def shows(context: Context, term: str) -> bool:
    """Whether a context has the very term in it, as the rule about contexts asks."""
    return contains_term(context.text, TermEntry(term).surface)


def choice(text: str, kind: type[_E]) -> _E | None:
    """The value of a closed list that a text names, or None."""
    with suppress(ValueError):
        return kind(text.strip())
    return None


def _first_context(term: str, contexts: Sequence[Context]) -> str:
    return next((str(i) for i, c in enumerate(contexts, 1) if shows(c, term)), "")
