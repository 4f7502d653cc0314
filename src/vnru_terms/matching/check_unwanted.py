"""Terms that a translation should not use: deprecated (C102, of names C105), superseded (C106).

A deprecated term is wrong where its concept is in the source, and nothing that the source accounts
for is called so; a calque of several words is wrong anywhere. Inside a longer term that may be used
it is part of that. What was superseded is right in a text of its time (`--on`).

Start at `find_unwanted_remarks`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from vnru_terms.findings import Severity
from vnru_terms.matching.check_sides import (
    Checker,
    Hit,
    Sides,
    concepts_of,
    equivalents,
    is_certain,
    proposals,
)
from vnru_terms.matching.check_weights import is_weak
from vnru_terms.matching.occurrences import Occurrence
from vnru_terms.matching.remark import Remark
from vnru_terms.messages import _
from vnru_terms.model import ConceptEntry, Kind, Reason, Status, TermEntry


def find_unwanted_remarks(sides: Sides) -> Iterator[Remark]:
    """What should not be in the translation, and what of the source was no more."""
    return chain(_unwanted_terms(sides), _expired(sides))


def _unwanted_terms(sides: Sides) -> Iterator[Remark]:
    for hit in sides.hits:
        if not hit.unwanted or sides.is_inside(hit):
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
    proposed = proposals(would_do)
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
        # Where few terms are meant, the other thing may be: инновации, Англия.
        Severity.INFORMATION if term.reason is Reason.WRONG_REFERENT else None,
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
    return Severity.ERROR


def _never_right(hit: Hit, checker: Checker) -> bool:
    """Whether a deprecated term is wrong whatever it stands for: a spelling, a phrase.

    Not a verb with its preposition: work with.
    """
    found = [(checker.entry(ref.concept), checker.term(ref)) for ref in hit.occurrence.concepts]
    return is_certain(hit.occurrence) and all(
        term.status is Status.DEPRECATED
        and (
            term.reason is Reason.SPELLING
            or (term.reason is Reason.CALQUE and " " in term.term and entry.kind is not Kind.VERB)
        )
        for entry, term in found
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
