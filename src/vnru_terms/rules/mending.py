"""What a machine may mend in a concept entry without asking: `mend` gives it mended.

Steps, each the other side of a rule: storable text (E401), tone marks (W404), quotation marks and
dashes (W405), ё (W407) in the texts of one language; a missing gender (E403) and a missing
`indeclinable` (W409) in Russian nouns. A context stays word for word, a deprecated term may be
wrong on purpose, and notes mix languages: none is touched. A term stays too where the mended one
would stand in the section already, or would no longer be found in its own context.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from vnru_terms.findings import Place
from vnru_terms.lang.keys import exact_key
from vnru_terms.lang.ru_grammar import gender_of, is_indeclinable, with_yo
from vnru_terms.lang.typography import typeset
from vnru_terms.lang.vi import new_placement
from vnru_terms.messages import quoted
from vnru_terms.model import (
    LANGUAGE_ORDER,
    Collocation,
    ConceptEntry,
    Definition,
    Gender,
    LanguageSection,
    Number,
    Status,
    TermEntry,
)
from vnru_terms.rules.evidence import contains_term
from vnru_terms.rules.russian import is_plain_noun
from vnru_terms.text.normalise import normalise

_RUSSIAN_WORD = re.compile(r"[А-Яа-яЁё]+(?:-[А-Яа-яЁё]+)*")


@dataclass(frozen=True, slots=True)
class Change:
    """One text or value of a concept file, as it was and as it is mended; '' is none."""

    place: Place
    key: str
    before: str
    after: str

    def __str__(self) -> str:
        was = f"{quoted(self.before)} → " if self.before else ""
        return f"{self.place}: {self.key}: {was}{quoted(self.after)}"

    def as_json(self) -> dict[str, object]:
        """The change as plain values."""
        return {
            "path": self.place.path,
            "line": self.place.line,
            "column": self.place.column,
            "key": self.key,
            "before": self.before,
            "after": self.after,
        }


def _write_yo(text: str) -> str:
    return _RUSSIAN_WORD.sub(lambda match: with_yo(match[0]), text)


TEXT_STEPS: dict[str, tuple[Callable[[str], str], ...]] = {
    "vi": (normalise, str.strip, new_placement, partial(typeset, language="vi")),
    "en": (normalise, str.strip, partial(typeset, language="en")),
    "ru": (normalise, str.strip, partial(typeset, language="ru"), _write_yo),
}


def mended_text(text: str, language: str) -> str:
    """A text of one language after every step of `TEXT_STEPS`.

    >>> mended_text("Стратегическое партнерство Россия - АСЕАН", "ru")
    'Стратегическое партнёрство Россия — АСЕАН'
    >>> mended_text("Uỷ ban", "vi")
    'Ủy ban'
    """
    for step in TEXT_STEPS[language]:
        text = step(text)
    return text


def mend(entry: ConceptEntry) -> ConceptEntry:
    """The entry with all that can be mended mended; mending twice is mending once.

    Of persons and places the dictionary knows too few to fill in their grammar.
    """
    sections = (_section(section) for section in entry.languages)
    if not entry.is_name:
        sections = (_with_grammar(section) for section in sections)
    return replace(entry, languages=tuple(sections))


def _section(section: LanguageSection) -> LanguageSection:
    language = section.language
    definition = section.definition
    if definition is not None:
        definition = Definition(
            mended_text(definition.text, language), definition.source, definition.place
        )
    taken = {exact_key(term.term) for term in section.terms}
    terms = []
    for term in section.terms:
        if term.status is not Status.DEPRECATED:
            term = _term(term, language, taken)
            taken.add(exact_key(term.term))
        terms.append(term)
    return replace(section, terms=tuple(terms), definition=definition)


def _term(term: TermEntry, language: str, taken: set[str]) -> TermEntry:
    return replace(
        term,
        term=_own_word(term, mended_text(term.term, language), taken),
        pair=mended_text(term.pair, language),
        forms=tuple(mended_text(form, language) for form in term.forms),
        collocations=tuple(
            Collocation(*(mended_text(getattr(c, code), code) for code in LANGUAGE_ORDER))
            for c in term.collocations
        ),
    )


def _own_word(term: TermEntry, better: str, taken: set[str]) -> str:
    """The mended term, or the old one where the new would break another rule."""
    if exact_key(better) == exact_key(term.term):
        return better
    context = term.context.text if term.context else ""
    now = replace(term, term=better).surface
    loses_context = contains_term(context, term.surface) and not contains_term(context, now)
    return term.term if exact_key(better) in taken or loses_context else better


def _with_grammar(section: LanguageSection) -> LanguageSection:
    if section.language != "ru":
        return section
    return replace(section, terms=tuple(_with_gender(term) for term in section.terms))


def _with_gender(term: TermEntry) -> TermEntry:
    if not is_plain_noun(term):
        return term
    if is_indeclinable(term.surface):
        term = replace(term, indeclinable=True)
    if term.gender is None and term.number is not Number.PLURAL and gender_of(term.surface):
        term = replace(term, gender=Gender(gender_of(term.surface)))
    return term


def changes(before: ConceptEntry, after: ConceptEntry) -> Iterator[Change]:
    """What `mend` changed, in the order of the file."""
    for old, new in zip(before.languages, after.languages, strict=True):
        if old.definition and new.definition:
            was, now = old.definition.text, new.definition.text
            yield from _change(old.definition.place, "definition", was, now)
        for term, better in zip(old.terms, new.terms, strict=True):
            yield from _term_changes(term, better)


def _term_changes(old: TermEntry, new: TermEntry) -> Iterator[Change]:
    yield from _change(old.place, "term", old.term, new.term)
    yield from _change(old.place, "pair", old.pair, new.pair)
    for was, now in zip(old.forms, new.forms, strict=True):
        yield from _change(old.place, "forms", was, now)
    for one, other in zip(old.collocations, new.collocations, strict=True):
        for code in LANGUAGE_ORDER:
            was, now = getattr(one, code), getattr(other, code)
            yield from _change(old.place, "collocations", was, now)
    genders = (old.gender.value if old.gender else "", new.gender.value if new.gender else "")
    yield from _change(old.place, "gender", *genders)
    truth = {False: "", True: "true"}
    yield from _change(old.place, "indeclinable", truth[old.indeclinable], truth[new.indeclinable])


def _change(place: Place | None, key: str, before: str, after: str) -> Iterator[Change]:
    if before != after:
        yield Change(place or Place("?"), key, before, after)
