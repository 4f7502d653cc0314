"""Features: what speaks for a candidate and against it, each a plain function of counts and words.

`FEATURES` is the table, in the order in which `mine --explain` prints it. A feature gives a number,
mostly between 0 and 1, never below 0, and 0 where it has nothing to say. Unithood (does the span
hold together?) is read from the counts: how often it stands free, whole, with a head of its own.
Termhood (is it of the domain?) is read from the words and from the pattern that found it. All work
at frequency 1: half of the terms of an article occur once.

What a candidate weighs together is in `scores`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from vnru_terms.messages import N_
from vnru_terms.mining.counts import Tally
from vnru_terms.mining.evidence import Evidence

Feature = Callable[[Tally, Evidence], float]

# Patterns that find phrases of common words, and those that find names and titles.
COMMON = frozenset({"phrase", "word", "classified", "bearer", "row", "act", "quoted"})
NAMES = frozenset({"name", "office"})


def occurrences(tally: Tally, evidence: Evidence) -> float:
    """How often it occurs, on a log scale; within a longer candidate counts less."""
    nested = sum(tally.nested_in.values())
    return math.log2(1 + max(tally.frequency - nested, 0) + 0.4 * nested)


def nested(tally: Tally, evidence: Evidence) -> float:
    """Share of its mentions that stand within a longer candidate (as in C-value)."""
    return sum(tally.nested_in.values()) / tally.frequency


def spread(tally: Tally, evidence: Evidence) -> float:
    """In how many documents it occurs, on a log scale."""
    return math.log2(tally.documents)


def at_the_beginning(tally: Tally, evidence: Evidence) -> float:
    """Whether a title or the first sentences of a document have it."""
    return float(tally.leads > 0)


def whole(tally: Tally, evidence: Evidence) -> float:
    """Share of its mentions that nothing on the right could lengthen."""
    return tally.right / tally.frequency


def whole_name(tally: Tally, evidence: Evidence) -> float:
    """The same share, of names and titles: a name that always goes on is a piece of one."""
    return whole(tally, evidence) if evidence.pattern in NAMES else 0.0


def headed(tally: Tally, evidence: Evidence) -> float:
    """Share of its mentions with no word on the left that could be its head."""
    return tally.left / tally.frequency


def behind_one_word(tally: Tally, evidence: Evidence) -> float:
    """Share of its mentions that follow one and the same possible head."""
    return max(tally.neighbours.values(), default=0) / tally.frequency


def never_free(tally: Tally, evidence: Evidence) -> float:
    """Whether it is always behind that one word."""
    return float(tally.left == 0 and len(tally.neighbours) <= 1)


def domain(tally: Tally, evidence: Evidence) -> float:
    """Share of its syllables that words of politics and diplomacy are formed with."""
    return evidence.domain if evidence.pattern in COMMON else 0.0


def domain_of_a_name(tally: Tally, evidence: Evidence) -> float:
    """The same share, of names and titles, which may do without."""
    return evidence.domain if evidence.pattern in NAMES else 0.0


def general_first(tally: Tally, evidence: Evidence) -> float:
    """Whether a phrase begins with a word that heads general phrases."""
    return float(evidence.general_first and evidence.pattern in COMMON)


def general_last(tally: Tally, evidence: Evidence) -> float:
    """Whether a phrase ends with a word that seldom ends a term."""
    return float(evidence.general_last and evidence.pattern in COMMON)


def evaluative(tally: Tally, evidence: Evidence) -> float:
    """Whether a word in a phrase judges: important, close, new."""
    return float(evidence.is_evaluative and evidence.pattern in COMMON)


def weak_head(tally: Tally, evidence: Evidence) -> float:
    """Whether it is a long phrase behind a head too general for one."""
    return float(evidence.weak_head)


def capital(tally: Tally, evidence: Evidence) -> float:
    """Share of its mentions within a sentence that are written with a capital."""
    return evidence.capital


def length(tally: Tally, evidence: Evidence) -> float:
    """Its syllables, at most eight."""
    return float(min(evidence.syllables, 8))


def country_in_phrase(tally: Tally, evidence: Evidence) -> float:
    """Whether a phrase that is no name holds the name of a country."""
    return float(evidence.holds_country and evidence.pattern not in ("name", "state", "bearer"))


def has_acronym(tally: Tally, evidence: Evidence) -> float:
    """Whether an acronym in brackets stands for it."""
    return float(bool(tally.acronyms))


FEATURES: tuple[tuple[str, Feature], ...] = (
    (N_("occurrences"), occurrences),
    (N_("nested"), nested),
    (N_("spread"), spread),
    (N_("at the beginning"), at_the_beginning),
    (N_("whole"), whole),
    (N_("whole name"), whole_name),
    (N_("headed"), headed),
    (N_("behind one word"), behind_one_word),
    (N_("never free"), never_free),
    (N_("domain"), domain),
    (N_("domain of a name"), domain_of_a_name),
    (N_("general first word"), general_first),
    (N_("general last word"), general_last),
    (N_("evaluative"), evaluative),
    (N_("weak head"), weak_head),
    (N_("capital"), capital),
    (N_("length"), length),
    (N_("country in phrase"), country_in_phrase),
    (N_("has acronym"), has_acronym),
)


def values(tally: Tally, evidence: Evidence) -> Mapping[str, float]:
    """The features of a candidate that are not 0, and its pattern as `pattern NAME`."""
    found = {name: v for name, feature in FEATURES if (v := feature(tally, evidence))}
    found[f"pattern {evidence.pattern}"] = 1.0
    if evidence.subpattern:
        found[f"pattern {evidence.pattern}:{evidence.subpattern}"] = 1.0
    return found
