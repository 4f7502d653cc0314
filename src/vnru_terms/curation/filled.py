"""What comes of a filled form: the concept entry or the term entry, or the problems in the way.

A problem names its field, so that the desk can put the cursor there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import TypeVar

from vnru_terms.curation.forms import (
    PLURAL,
    SEPARATOR,
    Draft,
    Joining,
    choice,
    gender_or_plural,
    shows,
    terms_in,
    values_of,
)
from vnru_terms.curation.proposals import propose_indeclinable, propose_type
from vnru_terms.messages import _
from vnru_terms.model import (
    LANGUAGE_ORDER,
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
)
from vnru_terms.text.normalise import normalise, squeeze

_E = TypeVar("_E", bound=Enum)
_ID = re.compile(r"[a-z][a-z0-9-]*\Z")


@dataclass(frozen=True, slots=True)
class Problem:
    """What stands in the way of saving, and at which field; '' for the whole."""

    field: str
    message: str


def concept_of(
    draft: Draft, contexts: Sequence[Context]
) -> tuple[ConceptEntry | None, tuple[Problem, ...]]:
    """The concept entry that a draft describes, or None and what is wrong with the draft."""
    problems: list[Problem] = []
    note = _noting(problems)
    kind = _chosen(draft.kind, Kind, "kind", note)
    part = _chosen(draft.part_of_speech, PartOfSpeech, "part_of_speech", note)
    vietnamese = terms_in(draft.vi)
    if not vietnamese:
        note("vi", _("write the Vietnamese term."))
    if not _ID.match(draft.id.strip()):
        note("id", _("write lower-case Latin letters, digits and hyphens, a letter first."))
    if not draft.subject_field.strip():
        note("subject_field", _("choose a subject field."))
    context = _picked(draft.context, contexts, note)
    sections = (
        _section("vi", _with_context(_terms(vietnamese, part), context, note), draft),
        _section("en", _terms(terms_in(draft.en), part, draft.en_source), draft),
        _section("ru", _russian(draft, part, note), draft),
    )
    if problems or kind is None:
        return None, tuple(problems)
    return (
        ConceptEntry(
            id=draft.id.strip(),
            subject_field=draft.subject_field.strip(),
            languages=tuple(section for section in sections if section.terms),
            kind=kind,
            distinguish=_stored(draft.distinguish),
        ),
        (),
    )


def term_of(
    joining: Joining, contexts: Sequence[Context]
) -> tuple[TermEntry | None, tuple[Problem, ...]]:
    """The term entry that is to join a concept, or None and what is wrong with the form."""
    problems: list[Problem] = []
    note = _noting(problems)
    text = _stored(joining.term)
    if not text:
        note("term", _("write the Vietnamese term."))
    status = _chosen(joining.status, Status, "status", note)
    part = _chosen(joining.part_of_speech, PartOfSpeech, "part_of_speech", note)
    type = _chosen(joining.type, TermType, "type", note) if joining.type.strip() else None
    reason = _chosen(joining.reason, Reason, "reason", note) if joining.reason.strip() else None
    term = TermEntry(
        text,
        status=status or Status.ADMITTED,
        type=type,
        part_of_speech=part,
        reason=reason,
        source=_source(joining.source),
    )
    context = _picked(joining.context, contexts, note)
    (term,) = _with_context((term,), context, note)
    return (None if problems else term), tuple(problems)


_Note = Callable[[str, str], None]


def _noting(problems: list[Problem]) -> _Note:
    return lambda field, message: problems.append(Problem(field, message))


def _chosen(text: str, kind: type[_E], field: str, note: _Note) -> _E | None:
    found = choice(text, kind)
    if found is None:
        note(field, _("choose one of: {values}.").format(values=", ".join(values_of(kind))))
    return found


def _stored(text: str) -> str:
    return squeeze(normalise(text))


def _source(text: str) -> tuple[str, ...]:
    stored = _stored(text)
    return (stored,) if stored else ()


def _picked(number: str, contexts: Sequence[Context], note: _Note) -> Context | None:
    """The context with this number, counted from 1; None where the field is empty."""
    text = number.strip()
    if not text:
        return None
    if text.isascii() and text.isdigit() and 1 <= int(text) <= len(contexts):
        return contexts[int(text) - 1]
    message = _("write the number of a line above, 1 to {n}, or nothing.")
    note("context", message.format(n=len(contexts)))
    return None


def _with_context(
    terms: tuple[TermEntry, ...], context: Context | None, note: _Note
) -> tuple[TermEntry, ...]:
    """The context under the first term that it shows."""
    if context is None or not terms:
        return terms
    at = next((i for i, term in enumerate(terms) if shows(context, term.term)), None)
    if at is None:
        message = _("this line has the term in another form; choose one that shows it as it is.")
        note("context", message)
        return terms
    return (*terms[:at], replace(terms[at], context=context), *terms[at + 1 :])


def _terms(
    texts: Sequence[str], part: PartOfSpeech | None, source: str = ""
) -> tuple[TermEntry, ...]:
    return tuple(
        TermEntry(
            text,
            status=Status.ADMITTED if i else Status.PREFERRED,
            type=propose_type(text),
            part_of_speech=part,
            source=() if i else _source(source),
        )
        for i, text in enumerate(texts)
    )


def _russian(draft: Draft, part: PartOfSpeech | None, note: _Note) -> tuple[TermEntry, ...]:
    """The Russian terms, with the genders of the field in their order."""
    terms = _terms(terms_in(draft.ru), part, draft.ru_source)
    if part is not PartOfSpeech.NOUN:
        return terms
    genders = [piece.strip() for piece in draft.gender.split(SEPARATOR)]
    marked = []
    for i, term in enumerate(terms):
        given = genders[i] if i < len(genders) else gender_or_plural(term.term)
        gender = choice(given, Gender)
        if given and gender is None and given != PLURAL:
            values = ", ".join((*values_of(Gender), PLURAL))
            note("gender", _("choose one of: {values}.").format(values=values))
        marked.append(
            replace(
                term,
                gender=gender,
                number=Number.PLURAL if given == PLURAL else None,
                indeclinable=propose_indeclinable(term),
            )
        )
    return tuple(marked)


def _section(language: str, terms: tuple[TermEntry, ...], draft: Draft) -> LanguageSection:
    text = _stored(draft.definition)
    is_defined = language == LANGUAGE_ORDER[0] and text
    definition = Definition(text, _stored(draft.definition_source)) if is_defined else None
    return LanguageSection(language, terms, definition)
