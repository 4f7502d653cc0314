"""Equivalents missing (C101), deprecated terms (C102), superseded ones (C106), in one segment.

A demand of the source is met by any permitted term of any concept that it may be, in any form; a
verb by its other aspect (the entry's `pair`) and by every noun that its entry lists. A longer match
silences the terms inside it. What is not met is weighed, for a text may say the same otherwise:

- **error**: the name of an institution, office, document or event, of several words, of which not
  even a word stands in the translation; a term in whose place stands that of a neighbouring concept
  (`related`, `compare`);
- **warning**: any other term beyond doubt; or information, with a neighbour in its place;
- **information**: a verb, a preposition or a single everyday word; a word that may be another one;
  a translation with the words of the equivalent's family in it (голосование for голосовать).

Start at `find_term_remarks`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from vnru_terms.findings import Severity
from vnru_terms.lang import LANGUAGES
from vnru_terms.lang.families import FAMILIES, akin, stem, stems_in
from vnru_terms.matching.check_sides import (
    Checker,
    Hit,
    Sides,
    are_neighbours,
    concepts_of,
    equivalents,
    is_certain,
    shown,
)
from vnru_terms.matching.occurrences import Occurrence
from vnru_terms.matching.remark import Remark
from vnru_terms.messages import _
from vnru_terms.model import ConceptEntry, Kind, Reason, Status, TermEntry

_WORD = re.compile(r"[^\W\d_]+")
# So many terms are proposed; who wants all looks the concept up.
_PROPOSED = 4
# Words of a long term; a Vietnamese word has two syllables as a rule.
_LONG, _LONG_SYLLABLES = 2, 3
_PROPER_KINDS = frozenset((Kind.INSTITUTION, Kind.TITLE, Kind.DOCUMENT, Kind.EVENT))
LEVELS = (Severity.INFORMATION, Severity.WARNING, Severity.ERROR)


def find_term_remarks(sides: Sides) -> Iterator[Remark]:
    """All that is to say of the terms of a segment."""
    blamed: set[str] = set()
    for unwanted in chain(_unwanted_terms(sides), _expired(sides)):
        blamed.add(unwanted.concept)
        yield unwanted
    said: set[tuple[str, ...]] = set()
    for demand in sides.demands:
        concepts = concepts_of(demand)
        if concepts in said or blamed & set(concepts) or sides.is_exempt(demand):
            continue
        said.add(concepts)
        remark = _missing(demand, concepts, sides)
        if remark is not None:
            yield remark


# --- C101


def _missing(demand: Occurrence, concepts: tuple[str, ...], sides: Sides) -> Remark | None:
    segment, checker = sides.segment, sides.checker
    would_do = equivalents(concepts, checker, segment.direction.target)
    if not would_do or sides.rendered & set(concepts):
        return None
    entry = checker.entry(concepts[0])
    if entry.is_name:
        # Names are C105's.
        return None
    rival = _rival(concepts, sides)
    severity = _severity(demand, entry, would_do, sides, is_replaced=rival is not None)
    message = _("“{term}”: none of its equivalents is in the translation.").format(term=demand.text)
    found = ""
    if rival is not None:
        found = rival.occurrence.text
        message += " " + _there_stands(rival, sides)
    proposed = tuple(shown(term) for term in would_do[:_PROPOSED])
    hint = _("Would do: {terms}.").format(terms="; ".join(proposed))
    if entry.trap:
        hint += f" {entry.trap}."
    place = segment.place_of(rival.occurrence.start) if rival else segment.place
    return Remark(
        place,
        "C101",
        severity,
        message,
        hint,
        demand.text,
        found,
        proposed,
        concepts[0],
        segment.id,
    )


def _there_stands(rival: Hit, sides: Sides) -> str:
    source = sides.segment.direction.source
    term = sides.checker.entry(min(rival.permitted)).preferred(source)
    if term is None:
        return _("There stands “{found}”.").format(found=rival.occurrence.text)
    message = _("There stands “{found}”, which is “{term}”.")
    return message.format(found=rival.occurrence.text, term=term.term)


def _rival(concepts: tuple[str, ...], sides: Sides) -> Hit | None:
    """A term of a neighbouring concept that nothing in the source accounts for."""
    checker = sides.checker
    meant = [checker.entry(id) for id in concepts]
    for hit in sides.hits:
        if hit.permitted & sides.licensed or not is_certain(hit.occurrence):
            continue
        there = [checker.entry(id) for id in hit.permitted]
        if any(are_neighbours(one, other) for one in meant for other in there):
            return hit
    return None


def _severity(
    demand: Occurrence,
    entry: ConceptEntry,
    would_do: tuple[TermEntry, ...],
    sides: Sides,
    *,
    is_replaced: bool,
) -> Severity:
    """How sure it is that the translation is wrong; see the module's table."""
    language = sides.segment.direction.target
    level = 1
    if is_weak(demand, sides.checker) or _says_it_otherwise(
        would_do, sides.segment.target, language
    ):
        level = 0
    elif (
        entry.kind in _PROPER_KINDS
        and not entry.distinguish
        and is_long(demand, sides.segment.direction.source)
        and not _has_a_word_of(would_do, sides.segment.target, language)
    ):
        level = 2
    return LEVELS[min(level + is_replaced, 2)]


def is_weak(demand: Occurrence, checker: Checker) -> bool:
    """Whether words are said otherwise as often as not: a verb, an everyday word, a preposition."""
    entry = checker.entry(demand.concepts[0].concept)
    is_everyday = len(_WORD.findall(demand.text)) == 1 and not _is_acronym(demand.text)
    has_slot = "{" in checker.term(demand.concepts[0]).term
    return not is_certain(demand) or entry.kind is Kind.VERB or is_everyday or has_slot


def is_long(demand: Occurrence, language: str) -> bool:
    """Whether a term has so many words that it is hardly anything else."""
    words = len(_WORD.findall(demand.text))
    return words >= (_LONG if LANGUAGES[language].inflects else _LONG_SYLLABLES)


def _is_acronym(text: str) -> bool:
    return sum(map(str.isupper, text)) > 1


def _says_it_otherwise(terms: tuple[TermEntry, ...], target: str, language: str) -> bool:
    """Whether of some equivalent every word has one of its family in the translation."""
    there = stems_in(target, language)
    return any(
        wanted and all(any(akin(word, other) for other in there) for word in wanted)
        for wanted in (_stems(term, language) for term in terms)
    )


def _has_a_word_of(terms: tuple[TermEntry, ...], target: str, language: str) -> bool:
    there = stems_in(target, language)
    if language not in FAMILIES:
        bare = {word.casefold() for word in _WORD.findall(target)}
        return any(_stems(term, language) & bare for term in terms)
    return any(
        akin(word, other) for term in terms for word in _stems(term, language) for other in there
    )


def _stems(term: TermEntry, language: str) -> frozenset[str]:
    least = 4 if language in FAMILIES else 2
    words = [word for word in _WORD.findall(term.surface) if len(word) >= least]
    return frozenset(stem(word, language) for word in words)


# --- C102 and C106


def _unwanted_terms(sides: Sides) -> Iterator[Remark]:
    for hit in sides.hits:
        if not hit.unwanted or _inside_permitted(hit, sides):
            continue
        meant = [id for id in sorted(hit.unwanted) if id in sides.licensed]
        if not meant and (hit.permitted or not _never_right(hit, sides.checker)):
            continue
        if hit.permitted & sides.licensed:
            continue
        concept = meant[0] if meant else min(hit.unwanted)
        if {concept, hit.occurrence.text.casefold()} & sides.segment.ignored:
            continue
        remark = _unwanted(hit, concept, sides, is_meant=bool(meant))
        if remark is not None:
            yield remark


def _unwanted(hit: Hit, concept: str, sides: Sides, *, is_meant: bool) -> Remark | None:
    segment, checker = sides.segment, sides.checker
    language = segment.direction.target
    refs = [ref for ref in hit.occurrence.concepts if ref.concept == concept]
    term = checker.term(refs[0])
    demand = next((d for d in sides.demands if concept in concepts_of(d)), None)
    would_do = equivalents((concept,), checker, language)
    proposed = tuple(shown(t) for t in would_do[:_PROPOSED])
    superseded = term.status is Status.SUPERSEDED
    if superseded:
        if _is_of_its_time(checker.entry(concept), checker.on):
            return None
        severity = Severity.INFORMATION
        message = _("“{found}” is superseded.").format(found=hit.occurrence.text)
    else:
        severity = _severity_of_unwanted(hit, term, demand, sides, is_meant=is_meant)
        message = _("“{found}” is not to be used").format(found=hit.occurrence.text)
        if demand:
            message += _(" for “{term}”").format(term=demand.text)
        message += "."
    hint = _("Use: {terms}.").format(terms="; ".join(proposed)) if proposed else ""
    if term.note:
        hint = f"{hint} ({term.note})".strip()
    return Remark(
        segment.place_of(hit.occurrence.start),
        _code(term, checker.entry(concept)),
        severity,
        message,
        hint,
        demand.text if demand else "",
        hit.occurrence.text,
        proposed,
        concept,
        segment.id,
    )


def _code(term: TermEntry, entry: ConceptEntry) -> str:
    if term.status is Status.SUPERSEDED:
        return "C106"
    return "C105" if entry.is_name and term.reason is Reason.SPELLING else "C102"


def _severity_of_unwanted(
    hit: Hit, term: TermEntry, demand: Occurrence | None, sides: Sides, *, is_meant: bool
) -> Severity:
    """How sure it is that the term is used for the concept, and wrong."""
    if not is_certain(hit.occurrence) or (demand and not is_certain(demand)):
        return Severity.INFORMATION
    if not is_meant or demand is None:
        # Not in the source, or only inside another term of it.
        return Severity.WARNING
    concepts = concepts_of(demand)
    is_single = " " not in hit.occurrence.text
    if is_single and term.reason is not Reason.SPELLING:
        # The word may render something else, and does where the right term stands too.
        if sides.rendered & set(concepts):
            return Severity.INFORMATION
        if is_weak(demand, sides.checker):
            return Severity.WARNING
    if term.reason is Reason.WRONG_REFERENT and len(concepts) > 1:
        return Severity.WARNING
    is_phrase = sides.checker.entry(concepts[0]).kind is Kind.VERB
    return Severity.WARNING if is_weak(demand, sides.checker) and not is_phrase else Severity.ERROR


def _inside_permitted(hit: Hit, sides: Sides) -> bool:
    """Whether the words are a part of a longer term that may be used."""
    start, end = hit.occurrence.start, hit.occurrence.end
    return any(
        other.permitted
        and other.occurrence.start <= start
        and end <= other.occurrence.end
        and other.occurrence.end - other.occurrence.start > end - start
        for other in sides.hits
    )


def _never_right(hit: Hit, checker: Checker) -> bool:
    """Whether a deprecated term is wrong whatever it stands for: several words, or a spelling."""
    terms = [checker.term(ref) for ref in hit.occurrence.concepts]
    return is_certain(hit.occurrence) and all(
        term.status is Status.DEPRECATED
        and (term.reason is Reason.SPELLING or (term.reason is Reason.CALQUE and " " in term.term))
        for term in terms
    )


def _is_of_its_time(entry: ConceptEntry, on: str) -> bool:
    """Whether a text of this date may use what was superseded since."""
    ended = entry.valid.to if entry.valid else ""
    return bool(on and ended) and on[: len(ended)] <= ended


def _expired(sides: Sides) -> Iterator[Remark]:
    """Concepts of the source that were no more at the date of the text."""
    segment, checker = sides.segment, sides.checker
    if not checker.on:
        return
    for demand in sides.demands:
        for id in concepts_of(demand):
            valid = checker.entry(id).valid
            if not valid or not valid.to or checker.on[: len(valid.to)] <= valid.to:
                continue
            if len(concepts_of(demand)) > 1 or sides.is_exempt(demand):
                continue
            message = _("“{term}” was in force until {date}.")
            successor = checker.entry_of(valid.successor)
            next_term = successor.preferred(segment.direction.target) if successor else None
            hint = _("Since then: {term}.").format(term=next_term.term) if next_term else ""
            yield Remark(
                segment.place,
                "C106",
                Severity.INFORMATION,
                message.format(term=demand.text, date=valid.to),
                hint,
                demand.text,
                "",
                (next_term.term,) if next_term else (),
                "",
                segment.id,
            )
