"""Suggest the equivalents of a body or an office with a country after it: Đại sứ quán Pháp.

The glossary has the body, the glossary or CLDR the country; each language says whose a body is in
its own way (lang/phrases.py). Of homonyms those are left out that the glossary tells apart as
bodies of other countries: Thủ tướng Nhật Bản is no Федеральный канцлер.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import islice

from vnru_terms.curation.neighbours import words_of
from vnru_terms.curation.suggest_grounds import (
    COUNTRIES,
    SOURCE,
    TARGETS,
    Grounds,
    Suggestion,
    equivalents,
    is_country,
)
from vnru_terms.curation.suggest_names import is_foreign
from vnru_terms.curation.suggest_parts import Part, parts_of
from vnru_terms.curation.suggest_rewrites import Words
from vnru_terms.lang.phrases import PHRASES
from vnru_terms.messages import _
from vnru_terms.model import ConceptEntry, Kind, TermEntry

# Who may have a country behind the name, and how often that is then all.
_OF_A_COUNTRY = (Kind.INSTITUTION, Kind.TITLE)
_STRENGTH = 0.6
# Where every homonym is a body of other countries.
_OF_OTHERS = 0.6
_LEAST = 0.25
_TRIED = 3
# The language in which curators tell homonyms apart.
_NOTES = TARGETS[0]


def of_country(term: str, grounds: Grounds) -> Iterator[Suggestion]:
    """A known body or office with a country after it, as the languages say whose it is."""
    words, parts = words_of(term), tuple(parts_of(term, grounds))
    for country in parts:
        entry = country.sense.entry
        # Not of persons, who are names too.
        is_place = words[country.start :] in grounds.names or entry.subject_field == COUNTRIES
        if country.end != len(words) or entry.kind is not Kind.NAME or not is_place:
            continue
        heads = [
            part
            for part in parts
            if (part.start, part.end) == (0, country.start)
            and part.sense.entry.kind in _OF_A_COUNTRY
        ]
        known = _same_country(words[country.start :], grounds)
        fits = [_fit(head.sense.entry, known, grounds) for head in heads]
        best = max(fits, default=0)
        here = [head for head, fit in zip(heads, fits, strict=True) if fit == best]
        doubt = _OF_OTHERS if best < 0 else 1.0
        for head in here:
            for language in TARGETS:
                yield from _owned(language, head, country, doubt, grounds)


def _fit(body: ConceptEntry, country: Collection[str], grounds: Grounds) -> int:
    """1 where what tells a homonym apart names this country, -1 where it names others only.

    Only its first clause says where the body is; the others say what it is elsewhere.
    """
    clause = body.distinguish.partition(";")[0]
    if not clause or "other" in clause:
        return 0
    named = {e.id for e in _countries(grounds) if any(_stands(t, clause) for t in e.terms(_NOTES))}
    return 0 if not named else 1 if named & set(country) else -1


def _same_country(words: Words, grounds: Grounds) -> frozenset[str]:
    """The ids of all entries of a country, under its short and its official name."""
    found = {sense.entry.id for sense in grounds.of(words)}
    for sense in grounds.names.get(words, ()):
        found.add(sense.entry.id)
        for term in sense.entry.terms(SOURCE):
            found |= {other.entry.id for other in grounds.of(words_of(term.term))}
    return frozenset(found)


def _countries(grounds: Grounds) -> Iterator[ConceptEntry]:
    yield from grounds.countries
    for senses in grounds.names.values():
        yield from (s.entry for s in senses if is_country(s.entry))


def _stands(term: TermEntry, text: str) -> bool:
    return term.term in text and re.search(rf"\b{re.escape(term.term)}\b", text) is not None


def _owned(
    language: str, head: Part, country: Part, doubt: float, grounds: Grounds
) -> Iterator[Suggestion]:
    one, other = head.sense.entry, country.sense.entry
    reason = _("“{part}” with the name of the country").format(part=head.sense.term.surface)
    concepts = tuple(entry.id for entry in (one, other) if not is_foreign(entry))
    for i, body in enumerate(islice(equivalents(one, language), _TRIED)):
        if _has_country(language, body.surface, grounds):
            continue
        for j, name in enumerate(islice(equivalents(other, language), _TRIED)):
            text = PHRASES[language].owned(body.surface, name.surface)
            strength = _STRENGTH * doubt * head.likely * country.likely * 0.6 ** (i + j)
            if text is not None and strength >= _LEAST:
                yield Suggestion(language, text, reason, strength, None, concepts)


def _has_country(language: str, text: str, grounds: Grounds) -> bool:
    """Whether a country's name stands in it already: Председатель Правительства России."""
    return any(
        PHRASES[language].find(term.surface, text)
        for entry in _countries(grounds)
        for term in equivalents(entry, language)
    )
