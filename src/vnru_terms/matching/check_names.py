"""Persons and places (C105): a name of `names/` that the translation spells otherwise.

Where no permitted form of a name stands in the translation, the words there that begin with a
capital are compared with all its forms, inflected ones too: nearly the same letters are a misspelt
name. Nothing near is only information, for a translation may say «он» or «столица», and a warning
where another name stands there that the source has not, or a full name has left no trace.

Start at `find_name_remarks`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from vnru_terms.findings import Severity
from vnru_terms.lang import LANGUAGES
from vnru_terms.lang.families import akin, stem, stems_in
from vnru_terms.lang.recipe_keys import KeySequence
from vnru_terms.matching.check_sides import (
    Checker,
    Sides,
    concepts_of,
    equivalents,
    is_certain,
    is_name,
    proposals,
)
from vnru_terms.matching.check_weights import says_it_otherwise, stand_in
from vnru_terms.matching.occurrences import Occurrence, TermRef
from vnru_terms.matching.remark import Remark
from vnru_terms.matching.tokens import Tokens, tokenise
from vnru_terms.messages import _
from vnru_terms.model import Status, TermEntry

# Letters that may differ in a word of so many at most.
_DISTANCES = ((3, 0), (6, 1), (99, 2))
# A name of one word shorter than this is near to too many words.
_SHORTEST_ALONE = 5
_SHORT_NAME = re.compile(r"\b[^\W\d_]{2,3}\b")


def find_name_remarks(sides: Sides) -> Iterator[Remark]:
    """What is to say of the names of a segment."""
    segment, checker = sides.segment, sides.checker
    said: set[tuple[str, ...]] = set()
    for demand in sides.demands:
        concepts = concepts_of(demand)
        if not all(is_name(checker.entry(id)) for id in concepts) or concepts in said:
            continue
        said.add(concepts)
        terms = equivalents(concepts, checker, segment.direction.target)
        blamed = any(hit.unwanted & set(concepts) for hit in sides.hits)
        if not terms or sides.rendered & set(concepts) or blamed or sides.is_exempt(demand):
            continue
        if is_certain(demand) and not _is_said_by_its_family(concepts[0], terms, sides):
            yield _remark(demand, concepts[0], terms, sides)


def _remark(demand: Occurrence, concept: str, terms: Sequence[TermEntry], sides: Sides) -> Remark:
    segment = sides.segment
    proposed = proposals(terms)
    near = _near_spelling(concepts_of(demand), sides)
    if near is None:
        message = _("“{term}”: the name is not in the translation.").format(term=demand.text)
        severity, place, found = Severity.INFORMATION, segment.place, ""
        if _is_another_name_there(concept, terms, sides) or stand_in(demand, (concept,), sides):
            severity = Severity.WARNING
    else:
        start, end = near
        found = segment.target[start:end]
        message = _("“{found}” is not how “{term}” is spelt.")
        message = message.format(found=found, term=demand.text)
        severity, place = Severity.ERROR, segment.place_of(start)
    hint = _("Would do: {terms}.").format(terms="; ".join(proposed))
    return Remark(
        place, "C105", severity, message, hint, demand.text, found, proposed, concept, segment.id
    )


def _is_another_name_there(concept: str, terms: Sequence[TermEntry], sides: Sides) -> bool:
    """Whether the name may have been taken for another, or left out with all its parts."""
    checker, language = sides.checker, sides.segment.direction.target
    if not checker.entry(concept).is_name:
        # A country is as often left out, or said by its capital.
        return False
    if any(is_name(checker.entry(min(hit.permitted))) for hit in sides.unaccounted):
        return True
    parts = [stem(word, language) for term in terms for word in term.term.split() if len(word) > 2]
    families = stems_in(sides.segment.target, language)
    # A family name may be short: Kim for Kim Jong Un.
    short = (word.casefold() for word in _SHORT_NAME.findall(sides.segment.target))
    there = families.union(short)
    is_full = all(" " in term.term for term in terms)
    return is_full and bool(families) and not any(akin(a, b) for a in parts for b in there)


def _is_said_by_its_family(concept: str, terms: Sequence[TermEntry], sides: Sides) -> bool:
    """Whether the adjective of a place stands there: индонезийский, North Korean."""
    language, target = sides.segment.direction.target, sides.segment.target
    if not sides.checker.entry(concept).is_name and says_it_otherwise(terms, target, language):
        return True
    # A short word is a whole stem: Indo- in Indonesia and Indian.
    there = {found for found in stems_in(target, language) if len(found) > 3}
    single = [term.term for term in terms if " " not in term.term and len(term.term) > 3]
    return any(akin(stem(word, language), other) for word in single for other in there)


def _near_spelling(concepts: Sequence[str], sides: Sides) -> tuple[int, int] | None:
    """Where in the target stands what is nearly one of the names, and in no other name."""
    code = sides.segment.direction.target
    tokens = tokenise(sides.segment.target, LANGUAGES[code])
    taken = [(h.occurrence.start, h.occurrence.end) for h in sides.hits if h.permitted]
    for ref in _names(concepts, code, sides.checker):
        for keys in sides.checker.forms(ref):
            for i in range(len(tokens.keys) - len(keys) + 1):
                window = tokens.keys[i : i + len(keys)]
                start, end = tokens.starts[i], tokens.ends[i + len(keys) - 1]
                if not _has_capitals(tokens, i, len(keys)) or not _is_near(window, keys):
                    continue
                if len(keys) == 1 and window[0].startswith(keys[0][:-1]):
                    # Indonesian, European.
                    continue
                if not any(start < stop and begin < end for begin, stop in taken):
                    return start, end
    return None


def _names(concepts: Sequence[str], code: str, checker: Checker) -> list[TermRef]:
    """The names of a language that may stand for any of the concepts, the preferred ones first."""
    refs = [
        TermRef(id, code, position)
        for id in concepts
        for position, term in enumerate(checker.entry(id).terms(code))
        if term.is_permitted
    ]
    return sorted(refs, key=lambda ref: checker.term(ref).status is not Status.PREFERRED)


def _has_capitals(tokens: Tokens, at: int, length: int) -> bool:
    return all(tokens.text[tokens.starts[i]].isupper() for i in range(at, at + length))


def _is_near(window: Sequence[str], keys: KeySequence) -> bool:
    """Whether the words differ by a few letters: of several words one at least is the same."""
    if len(keys) == 1 and len(keys[0]) < _SHORTEST_ALONE:
        return False
    differing = [(a, b) for a, b in zip(window, keys, strict=True) if a != b]
    if len(keys) > 1 and len(differing) > len(keys) // 2:
        return False
    return bool(differing) and all(_differ_little(a, b, alone=len(keys) == 1) for a, b in differing)


def _differ_little(one: str, other: str, *, alone: bool) -> bool:
    length = min(len(one), len(other))
    most = next(most for upto, most in _DISTANCES if length <= upto)
    if not alone and length <= 4:
        most = 2 if length > 2 else 1
    if one[0] != other[0] and alone:
        return False
    return distance(one, other, most) <= most


def distance(one: str, other: str, most: int) -> int:
    """Letters to be put in, taken out or changed (Levenshtein), counted no further than `most`.

    >>> distance("зянг", "жанг", 2), distance("путин", "буш", 2)
    (2, 3)
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        previous, row[0] = row[0], i
        for j, b in enumerate(other, start=1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (a != b))
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)
