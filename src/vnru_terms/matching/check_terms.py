"""Terms of one segment: equivalents that are missing (C101), after what should not be there.

A demand of the source is met by any permitted term of any concept that it may be, in any form; a
verb by its other aspect (the entry's `pair`) and by every noun that its entry lists. A longer match
silences the terms inside it. What is not met is weighed, for a text may say the same otherwise:

- **error**: the name of an institution, office, document or event, of several words, of which not
  even a word stands in the translation; a term in whose place stands that of a neighbouring concept
  (`related`, `compare`);
- **warning**: any other term beyond doubt; or information, with a neighbour in its place, or with
  a term of the same sort there that nothing in the source accounts for;
- **information**: a verb, a preposition or a single everyday word; a word that may be another one;
  a translation with the words of the equivalent's family in it (голосование for голосовать).

Start at `find_term_remarks`.
"""

from __future__ import annotations

from collections.abc import Iterator

from vnru_terms.matching.check_sides import (
    Hit,
    Sides,
    are_neighbours,
    concepts_of,
    equivalents,
    is_name,
    proposals,
)
from vnru_terms.matching.check_unwanted import find_unwanted_remarks
from vnru_terms.matching.check_weights import (
    LEVELS,
    is_near,
    is_part,
    level_of,
    says_it_otherwise,
    stand_in,
)
from vnru_terms.matching.occurrences import Occurrence
from vnru_terms.matching.remark import Remark
from vnru_terms.messages import _


def find_term_remarks(sides: Sides) -> Iterator[Remark]:
    """All that is to say of the terms of a segment."""
    blamed: set[str] = set()
    for unwanted in find_unwanted_remarks(sides):
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


def _missing(demand: Occurrence, concepts: tuple[str, ...], sides: Sides) -> Remark | None:
    segment, checker = sides.segment, sides.checker
    would_do = equivalents(concepts, checker, segment.direction.target)
    if not would_do or sides.rendered & set(concepts):
        return None
    entry = checker.entry(concepts[0])
    if all(is_name(checker.entry(id)) for id in concepts):
        # Names are C105's.
        return None
    is_otherwise = says_it_otherwise(would_do, segment.target, segment.direction.target)
    # Where the equivalent's words are there, a neighbour is but one of them: министров.
    rival = None if is_otherwise else _rival(concepts, sides)
    other = None if is_otherwise else stand_in(demand, concepts, sides)
    level = 0 if is_otherwise else level_of(demand, entry, would_do, sides)
    if rival is not None:
        # In its very place it is the fault that the glossary warns of: hội kiến for hội đàm.
        level = 2 if is_near(demand, rival, sides) else level + 1
    elsewhere = max(level - 1, int(other is not None and other[1]))
    level = max(level, int(other is not None))
    rival = rival or (other[0] if other else None)
    message = _("“{term}”: none of its equivalents is in the translation.").format(term=demand.text)
    found = ""
    if rival is not None:
        found = rival.occurrence.text
        message += " " + _there_stands(rival, sides)
    proposed = proposals(would_do)
    hint = _("Would do: {terms}.").format(terms="; ".join(proposed))
    if entry.trap:
        hint += f" ({entry.trap})"
    place = segment.place_of(rival.occurrence.start) if rival else segment.place
    return Remark(
        place,
        "C101",
        LEVELS[min(level, 2)],
        message,
        hint,
        demand.text,
        found,
        proposed,
        concepts[0],
        segment.id,
        LEVELS[min(max(elsewhere, 0), 2)],
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
    for hit in sides.unaccounted:
        if is_part(hit, concepts, sides):
            continue
        there = [checker.entry(id) for id in hit.permitted]
        if any(are_neighbours(one, other) for one in meant for other in there):
            return hit
    return None
