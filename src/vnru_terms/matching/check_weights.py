"""How sure it is that a missing equivalent is a fault: the weights behind C101's severity.

Nothing here is about one language or one term: what counts is the kind of the concept, how many
words its term has, and what else stands in the translation. `check_terms` tells the outcome.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from vnru_terms.findings import Severity
from vnru_terms.lang import LANGUAGES
from vnru_terms.lang.families import FAMILIES, akin, stem, stems_in
from vnru_terms.matching.check_sides import Checker, Sides, is_certain
from vnru_terms.matching.occurrences import Occurrence
from vnru_terms.model import ConceptEntry, Kind, TermEntry

_WORD = re.compile(r"[^\W\d_]+")
# Words of a long term; a Vietnamese word has two syllables as a rule.
_LONG, _LONG_SYLLABLES = 2, 3
_PROPER_KINDS = frozenset((Kind.INSTITUTION, Kind.TITLE, Kind.DOCUMENT, Kind.EVENT))
LEVELS = (Severity.INFORMATION, Severity.WARNING, Severity.ERROR)


def level_of(
    demand: Occurrence, entry: ConceptEntry, would_do: Sequence[TermEntry], sides: Sides
) -> int:
    """How sure it is that the translation is wrong, 0 to 2; see the module's table."""
    source, target = sides.segment.direction.source, sides.segment.direction.target
    if is_weak(demand, sides.checker):
        return 0
    is_bound = (
        entry.kind in _PROPER_KINDS
        and not entry.distinguish
        and is_long(demand, source)
        and not _has_a_word_of(would_do, sides.segment.target, target)
    )
    return 2 if is_bound else 1


def is_weak(demand: Occurrence, checker: Checker) -> bool:
    """Whether words are said otherwise as often as not: a verb, an everyday word, a preposition."""
    entry = checker.entry(demand.concepts[0].concept)
    term = checker.term(demand.concepts[0])
    is_everyday = len(_WORD.findall(demand.text)) == 1 and not _is_acronym(demand.text)
    return (
        not is_certain(demand)
        or entry.kind is Kind.VERB
        or is_everyday
        or "{" in term.term
        or _lost_its_capital(demand.text, term.term)
    )


def is_long(demand: Occurrence, language: str) -> bool:
    """Whether a term has so many words that it is hardly anything else."""
    words = len(_WORD.findall(demand.text))
    return words >= (_LONG if LANGUAGES[language].inflects else _LONG_SYLLABLES)


def has_stranger(demand: Occurrence, entry: ConceptEntry, sides: Sides) -> bool:
    """Whether a term stands there that could be the wrong one: a verb for a verb, a phrase."""
    checker = sides.checker
    term = checker.term(demand.concepts[0]).term
    if not is_certain(demand) or "{" in term or _lost_its_capital(demand.text, term):
        return False
    language = sides.segment.direction.target
    is_verb = entry.kind is Kind.VERB
    for hit in sides.hits:
        if not hit.permitted or hit.permitted & sides.licensed or not is_certain(hit.occurrence):
            continue
        other = checker.entry(min(hit.permitted))
        has_slot = "{" in checker.term(hit.occurrence.concepts[0]).term
        is_like = is_verb and other.kind is Kind.VERB
        if not other.is_name and not has_slot and (is_like or is_long(hit.occurrence, language)):
            return True
    return False


def says_it_otherwise(terms: Sequence[TermEntry], target: str, language: str) -> bool:
    """Whether of some equivalent every word has one of its family in the translation."""
    there = stems_in(target, language)
    return any(
        wanted and all(any(akin(word, other) for other in there) for word in wanted)
        for wanted in (_stems(term, language) for term in terms)
    )


def _has_a_word_of(terms: Sequence[TermEntry], target: str, language: str) -> bool:
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


def _lost_its_capital(text: str, term: str) -> bool:
    """Whether a short term lives by a capital that the text has not: the parties, the Party."""
    words, wanted = text.split(), term.split()
    return len(wanted) == 2 and wanted[1][:1].isupper() and words[-1][:1].islower()


def _is_acronym(text: str) -> bool:
    return sum(map(str.isupper, text)) > 1
