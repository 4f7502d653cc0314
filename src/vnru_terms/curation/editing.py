"""The form for an existing concept, as a flat mapping of names to texts, as typed.

`values_of` fills it from an entry, `entry_of` makes the entry that a filled form describes;
`merged` takes in what somebody else has changed in the file meanwhile. A field of a term is named
`language/field/term`, after the term as it stands in the file, so that a field means the same term
though others have come before it; the empty term is the new one. What the form does not ask
(contexts, collocations, inflected forms) stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import TypeVar

from vnru_terms.curation.filled import Problem
from vnru_terms.curation.forms import choice
from vnru_terms.curation.forms import values_of as listed
from vnru_terms.curation.proposals import (
    propose_gender,
    propose_indeclinable,
    propose_number,
    propose_type,
)
from vnru_terms.lang import LANGUAGES
from vnru_terms.messages import _
from vnru_terms.model import (
    LANGUAGE_ORDER,
    ConceptEntry,
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
from vnru_terms.text.normalise import normalise, squeeze

_E = TypeVar("_E", bound=Enum)
Values = Mapping[str, str]

TERM_FIELDS = (
    "term", "status", "reason", "part_of_speech", "gender", "number", "type", "usage",
    "government", "note", "source",
)  # fmt: skip
ENTRY_FIELDS = ("kind", "distinguish", "trap", "note", "related", "compare")
SECTION_FIELDS = ("definition", "definition_source")
# Closed lists of the fields; a field that may be empty has an empty value first.
CHOICES: dict[str, tuple[str, ...]] = {
    "kind": listed(Kind),
    "status": listed(Status),
    "reason": ("", *listed(Reason)),
    "part_of_speech": ("", *listed(PartOfSpeech)),
    "gender": ("", *listed(Gender)),
    "number": ("", *listed(Number)),
    "type": ("", *listed(TermType)),
    "usage": ("", *listed(Usage)),
}
_INFLECTED = tuple(code for code in LANGUAGE_ORDER if "masculine" in LANGUAGES[code].marks)


@dataclass(frozen=True, slots=True)
class Merged:
    """A form that others' changes have come into.

    `values` go back into the form. `theirs` names what they changed, `conflicts` what both
    changed: there the form keeps what was typed, and `before` has the file's text. `gone` are
    terms that are no longer in the file though something was typed at them.
    """

    values: Values
    theirs: tuple[str, ...]
    conflicts: tuple[str, ...]
    gone: tuple[str, ...] = ()


def field_name(language: str, field: str, term: str | None = None) -> str:
    """The name of a field of a language, or of one of its terms ('' for the new one)."""
    return f"{language}/{field}" if term is None else f"{language}/{field}/{term}"


def term_fields(language: str) -> tuple[str, ...]:
    """The fields of a term; gender is asked where the language has one."""
    has_gender = language in _INFLECTED
    return tuple(f for f in TERM_FIELDS if f != "gender" or has_gender)


def values_of(entry: ConceptEntry) -> dict[str, str]:
    """The form as it opens: what the entry says, and an empty new term in every language."""
    values: dict[str, str] = {
        "kind": entry.kind.value,
        "distinguish": entry.distinguish,
        "trap": entry.trap,
        "note": entry.note,
        "related": " ".join(entry.related),
        "compare": " ".join(entry.compare),
    }
    for language in LANGUAGE_ORDER:
        section = entry.section(language) or LanguageSection(language)
        definition = section.definition or Definition("")
        values[field_name(language, "definition")] = definition.text
        values[field_name(language, "definition_source")] = definition.source
        part = next((t.part_of_speech for t in section.terms if t.part_of_speech), None)
        status = Status.ADMITTED if section.preferred else Status.PREFERRED
        for term in (*section.terms, TermEntry("", status, part_of_speech=part)):
            for field, text in _term_values(term):
                if field in term_fields(language):
                    values[field_name(language, field, term.term)] = text
    return {name: _text(text) for name, text in values.items()}


def _term_values(term: TermEntry) -> Iterator[tuple[str, str]]:
    yield "term", term.term
    for field in ("status", "reason", "part_of_speech", "gender", "number", "type"):
        value = getattr(term, field)
        yield field, value.value if value else ""
    yield "usage", " ".join(usage.value for usage in term.usage)
    yield "government", term.government
    yield "note", term.note
    yield "source", "\n".join(term.source)


def merged(base: ConceptEntry, theirs: ConceptEntry, mine: Values) -> Merged:
    """What was typed over `base`, with what others have made of it since."""
    before, now = values_of(base), values_of(theirs)
    typed = {name: text for name, text in mine.items() if _text(text) != before.get(name, "")}
    changed = tuple(
        name
        for name, text in now.items()
        if text != before.get(name, "") and not name.endswith("/")
    )
    both = [n for n in changed if n in typed and typed[n] != now[n]]
    lost = [name for name in typed if name not in now]
    gone = tuple(dict.fromkeys(name.split("/", 2)[-1] for name in lost))
    # What stands beside a new term's words belongs to them, proposed or typed.
    new = {name: text for name, text in mine.items() if name.endswith("/")}
    kept = {**{name: text for name, text in typed.items() if name in now}, **new}
    return Merged({**now, **kept}, changed, tuple(both), gone)


def entry_of(
    entry: ConceptEntry, values: Values
) -> tuple[ConceptEntry | None, tuple[Problem, ...]]:
    """The entry as the form changes it, or None and what is wrong with the form.

    A term whose field was emptied is taken out; the new term enters where its field is filled.
    What the form does not have, and what it has as the entry does, stays as it is.
    """
    problems: list[Problem] = []
    values = {**values_of(entry), **values}
    found = [_section(entry, language, values, problems) for language in LANGUAGE_ORDER]
    sections = [section for section in found if section.terms]
    if not sections:
        message = _("a concept needs a term.")
        problems.append(Problem(field_name(LANGUAGE_ORDER[0], "term", ""), message))
    kind = _chosen("kind", Kind, values, problems)
    if problems:
        return None, tuple(problems)
    return (
        replace(
            entry,
            kind=kind or entry.kind,
            languages=tuple(sections),
            distinguish=_changed(entry.distinguish, values["distinguish"]),
            trap=_changed(entry.trap, values["trap"]),
            note=_changed(entry.note, values["note"]),
            related=_ids(values["related"]),
            compare=_ids(values["compare"]),
        ),
        (),
    )


def _section(
    entry: ConceptEntry, language: str, values: Values, problems: list[Problem]
) -> LanguageSection:
    """A language as the form has it; without terms where none is left."""
    old = entry.section(language) or LanguageSection(language)
    terms = [
        _term(term, language, values, problems)
        for term in (*old.terms, None)
        if _text(values.get(field_name(language, "term", term.term if term else ""), ""))
    ]
    definition = _definition(old, values, problems)
    if definition and not terms:
        message = _("a definition needs a term in its language.")
        problems.append(Problem(field_name(language, "definition"), message))
    return replace(old, terms=tuple(terms), definition=definition)


def _chosen(name: str, kind: type[_E], values: Values, problems: list[Problem]) -> _E | None:
    """The value of a closed list that a field names; a text that names none is a problem."""
    text = values[name].strip()
    found = choice(text, kind)
    if text and found is None:
        problems.append(Problem(name, _one_of(kind)))
    return found


def _term(
    old: TermEntry | None, language: str, values: Values, problems: list[Problem]
) -> TermEntry:
    was = old.term if old else ""

    def typed(field: str) -> str:
        return values[field_name(language, field, was)].strip()

    def chosen(field: str, kind: type[_E]) -> _E | None:
        return _chosen(field_name(language, field, was), kind, values, problems)

    held = old or TermEntry("")
    usage = [choice(piece, Usage) for piece in typed("usage").replace(",", " ").split()]
    if None in usage:
        problems.append(Problem(field_name(language, "usage", was), _one_of(Usage)))
    sources = tuple(line for line in map(_text, typed("source").splitlines()) if line)
    term = replace(
        held,
        term=_changed(held.term, typed("term")),
        status=chosen("status", Status) or Status.ADMITTED,
        reason=chosen("reason", Reason),
        part_of_speech=chosen("part_of_speech", PartOfSpeech),
        number=chosen("number", Number),
        type=chosen("type", TermType),
        usage=tuple(u for u in usage if u),
        government=_changed(held.government, typed("government")),
        note=_changed(held.note, typed("note")),
        source=held.source if sources == tuple(map(_text, held.source)) else sources,
    )
    if language in _INFLECTED:
        term = replace(term, gender=chosen("gender", Gender))
    return term if old else completed(term, language)


def completed(term: TermEntry, language: str) -> TermEntry:
    """A new term with what follows from its words and was left open."""
    term = replace(term, type=term.type or propose_type(term.term))
    if language not in _INFLECTED or term.part_of_speech is not PartOfSpeech.NOUN:
        return term
    number = term.number or propose_number(term.term)
    gender = term.gender or (None if number is Number.PLURAL else propose_gender(term.term))
    return replace(term, gender=gender, number=number, indeclinable=propose_indeclinable(term))


def _definition(old: LanguageSection, values: Values, problems: list[Problem]) -> Definition | None:
    name = field_name(old.language, "definition")
    held = old.definition or Definition("")
    text = _changed(held.text, values[name])
    source = _changed(held.source, values[field_name(old.language, "definition_source")])
    if not text and source:
        problems.append(Problem(name, _("write the definition, or take its source out.")))
    return replace(held, text=text, source=source) if text else None


def _ids(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text.replace(",", " ").replace(";", " ").split()))


def _changed(held: str, typed: str) -> str:
    """What was typed; the very text of the file where only its spaces would differ."""
    return held if _text(held) == _text(typed) else _text(typed)


def _text(text: str) -> str:
    """A text of one line as it is stored; of a list of lines each line."""
    return "\n".join(squeeze(normalise(line)) for line in text.splitlines()).strip()


def _one_of(kind: type[Enum]) -> str:
    return _("choose one of: {values}.").format(values=", ".join(listed(kind)))
