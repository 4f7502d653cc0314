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
from vnru_terms.matching.check_sides import Checker, Hit, Sides, is_certain
from vnru_terms.matching.occurrences import Occurrence
from vnru_terms.model import ConceptEntry, Kind, TermEntry, TermType

_WORD = re.compile(r"[^\W\d_]+")
# Words of a long term; a Vietnamese word has two syllables as a rule.
_LONG, _LONG_SYLLABLES = 2, 3
_PROPER_KINDS = frozenset((Kind.INSTITUTION, Kind.TITLE, Kind.DOCUMENT, Kind.EVENT))
# Shares of a sentence: at the same place; at about the same place, other word order allowed for.
_NEAR, _ABOUT = 0.05, 0.15
LEVELS = (Severity.INFORMATION, Severity.WARNING, Severity.ERROR)


def level_of(
    demand: Occurrence, entry: ConceptEntry, would_do: Sequence[TermEntry], sides: Sides
) -> int:
    """How sure it is that the translation is wrong, 0 to 2; see `check_terms`."""
    source, target = sides.segment.direction.source, sides.segment.direction.target
    if is_weak(demand, sides.checker):
        return 0
    if _is_general(demand, entry, sides) or _is_cut_short(would_do, sides):
        return 0
    is_bound = (
        entry.kind in _PROPER_KINDS
        and not entry.distinguish
        and is_long(demand, source)
        and not _has_a_word_of(would_do, sides.segment.target, target)
    )
    return 2 if is_bound else 1


def _is_general(demand: Occurrence, entry: ConceptEntry, sides: Sides) -> bool:
    """Whether a name is short, and others have it too: người phát ngôn, Совет Безопасности."""
    if entry.kind not in _PROPER_KINDS:
        return False
    term = sides.checker.term(demand.concepts[0])
    return term.type is TermType.SHORT_FORM and (
        bool(entry.distinguish) or demand.text[:1].islower()
    )


def is_weak(demand: Occurrence, checker: Checker) -> bool:
    """Whether words are said otherwise as often as not: a verb, an everyday word, a preposition."""
    ref = demand.concepts[0]
    entry = checker.entry(ref.concept)
    term = checker.term(ref)
    return (
        not is_certain(demand)
        or entry.kind is Kind.VERB
        or _is_word(demand.text, ref.language)
        or (
            entry.kind is Kind.TERM
            and any(
                other.is_permitted and _is_word(other.surface, ref.language)
                for other in entry.terms(ref.language)
            )
        )
        or "{" in term.term
        or _lost_its_capital(demand.text, term.term)
    )


def _is_word(text: str, language: str) -> bool:
    """Whether a term is one word of the language, of two syllables in Vietnamese, no acronym."""
    most = 1 if LANGUAGES[language].inflects else _LONG_SYLLABLES - 1
    return len(_WORD.findall(text)) <= most and not _is_acronym(text)


def is_long(demand: Occurrence, language: str) -> bool:
    """Whether a term has so many words that it is hardly anything else."""
    words = len(_WORD.findall(demand.text))
    return words >= (_LONG if LANGUAGES[language].inflects else _LONG_SYLLABLES)


def is_telling(demand: Occurrence, checker: Checker) -> bool:
    """Whether a term by its length alone shows of which field a text is."""
    ref = demand.concepts[0]
    term = checker.term(ref).term
    return (
        is_long(demand, ref.language)
        and is_certain(demand)
        and checker.entry(ref.concept).kind is not Kind.VERB
        and "{" not in term
        and not _lost_its_capital(demand.text, term)
    )


def stand_in(demand: Occurrence, concepts: Sequence[str], sides: Sides) -> tuple[Hit, bool] | None:
    """A term in the place of the missing one: of its subject field, which the source does not have.

    Who takes a wrong term takes one of the same field, a verb for a verb, at about the same place
    of the sentence. Said with whether it is so near, or so long, that it is hardly chance.
    """
    checker = sides.checker
    term = checker.term(demand.concepts[0]).term
    if not is_certain(demand) or "{" in term or _lost_its_capital(demand.text, term):
        return None
    meant = [checker.entry(id) for id in concepts]
    fields = {entry.subject_field for entry in meant}
    is_verb = any(entry.kind is Kind.VERB for entry in meant)
    language = sides.segment.direction.target
    near = _near_in(sides)
    best: tuple[bool, float, Hit] | None = None
    for hit in sides.strangers:
        others = [checker.entry(id) for id in hit.permitted]
        if not any(other.subject_field in fields for other in others):
            continue
        if _is_formula(hit, checker) or is_part(hit, concepts, sides):
            continue
        distance = _distance(demand, hit.occurrence, sides)
        is_long_one = is_long(hit.occurrence, language)
        is_like = any((other.kind is Kind.VERB) == is_verb for other in others)
        if not is_long_one and not (is_like and distance < max(_ABOUT, near)):
            continue
        rank = (is_long_one or distance < near, -distance, hit)
        if best is None or rank[:2] > best[:2]:
            best = rank
    return (best[2], best[0]) if best else None


def _is_formula(hit: Hit, checker: Checker) -> bool:
    """Whether words of every text are meant: в ходе {X}."""
    return "{" in checker.term(hit.occurrence.concepts[0]).term


def is_part(hit: Hit, concepts: Sequence[str], sides: Sides) -> bool:
    """Whether two terms are one that was cut short: министр for the minister of foreign affairs.

    The one begins with the other, in the source's language or in the target's. Deputy minister is
    no minister: there the other word stands first.
    """
    checker = sides.checker
    for language in (sides.segment.direction.source, sides.segment.direction.target):
        there = [_words(term) for id in hit.permitted for term in checker.entry(id).terms(language)]
        meant = [_words(term) for id in concepts for term in checker.entry(id).terms(language)]
        for one in there:
            for other in meant:
                n = min(len(one), len(other))
                if n and one[:n] == other[:n] and len(one) != len(other):
                    return True
    return False


def _words(term: TermEntry) -> tuple[str, ...]:
    return tuple(term.surface.casefold().split()) if term.is_permitted else ()


def _is_cut_short(terms: Sequence[TermEntry], sides: Sides) -> bool:
    """Whether the first half of an equivalent stands there: the Assembly, said in full before."""
    language = sides.segment.direction.target
    target = sides.segment.target
    if language not in FAMILIES:
        bare = f" {' '.join(_WORD.findall(target.casefold()))} "
        halves = (_words(term)[: (len(_words(term)) + 1) // 2] for term in terms)
        return any(len(half) > 1 and f" {' '.join(half)} " in bare for half in halves)
    there = stems_in(target, language)
    for term in terms:
        half = term.surface.split()[: (len(term.surface.split()) + 1) // 2]
        if len(half) > 1 and all(stem(w, language) in there for w in half if len(w) > 3):
            return True
    return False


def is_near(demand: Occurrence, hit: Hit, sides: Sides) -> bool:
    """Whether a term stands where the missing one would."""
    return is_certain(demand) and _distance(demand, hit.occurrence, sides) < _near_in(sides)


def _near_in(sides: Sides) -> float:
    """What is the same place; in a short sentence a word is much of it."""
    return max(_NEAR, 1 / len(sides.segment.target.split()))


def _distance(demand: Occurrence, found: Occurrence, sides: Sides) -> float:
    """How far apart two words stand in their sentences, as a share of the sentence (0 to 1)."""
    there = (demand.start + demand.end) / max(1, len(sides.segment.source))
    here = (found.start + found.end) / max(1, len(sides.segment.target))
    return abs(there - here) / 2


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
