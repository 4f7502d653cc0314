"""The check of a translation: segments in, remarks out.

A segment is read once (`check_sides`), then asked for its terms (`check_terms`: C101 missing;
`check_unwanted`: C102 deprecated, C106 superseded), its names (`check_names`: C105) and its numbers
(`check_numbers`: C104). `DocumentCheck` sees the segments of one file pass, remembers how each term
was rendered (C103), counts what is not translated yet, and gives the summary by term.

It also asks whether the text is of the glossary's field. In a communiqué every fortieth word begins
a term of several words, in a newspaper's page on football none does, and what looks like a term
there (visit, tension, vote) is said in a hundred ways. So in a text of no field a missing
equivalent weighs one degree less; `SAMPLE` segments decide, remarks wait as long.

Start at `DocumentCheck.check`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain

from vnru_terms.findings import Place, Severity
from vnru_terms.matching.check_names import find_name_remarks
from vnru_terms.matching.check_numbers import find_number_remarks
from vnru_terms.matching.check_sides import Checker, Sides, concepts_of, is_certain, sides_of
from vnru_terms.matching.check_terms import find_term_remarks
from vnru_terms.matching.check_weights import is_telling
from vnru_terms.matching.occurrences import TermRef
from vnru_terms.matching.remark import Remark
from vnru_terms.matching.segment import Segment, State
from vnru_terms.messages import _
from vnru_terms.model import Kind, TermEntry, TermType

# Long terms per 1,000 words of the source: articles on diplomacy have 38 to 61; of 33 other
# newspaper articles two have more than 25, all of them together 8.
FIELD = 25
SAMPLE = 1_000
# A short form or an acronym behind the full one is no second rendering.
_SHORT = frozenset(
    (TermType.ACRONYM, TermType.ABBREVIATION, TermType.SHORT_FORM, TermType.FULL_FORM)
)


def check_segment(segment: Segment, checker: Checker) -> list[Remark]:
    """What is to say of one segment; nothing where it is not translated or exempt."""
    if segment.state is not State.TRANSLATED:
        return []
    return _remarks(sides_of(segment, checker))


def _remarks(sides: Sides) -> list[Remark]:
    segment = sides.segment
    found = chain(find_term_remarks(sides), find_name_remarks(sides), find_number_remarks(segment))
    return [remark for remark in found if remark.code.casefold() not in segment.ignored]


@dataclass(slots=True)
class TermCount:
    """How often a source term stood in the translated segments, and how often all was well."""

    term: str
    concept: str
    segments: int = 0
    missing: int = 0
    unwanted: int = 0


@dataclass(slots=True)
class _Rendering:
    """A term of the target for a concept: where first, how often, under which source term."""

    term: TermEntry
    source: str
    found: str
    place: Place
    segment: str
    times: int = 0


@dataclass(slots=True)
class DocumentCheck:
    """The check of one document. It has a state because consistency is a matter of the whole."""

    states: Counter[State] = field(default_factory=Counter)
    terms: dict[str, TermCount] = field(default_factory=dict)
    words: int = 0
    long_terms: int = 0
    _held: list[Remark] | None = field(default_factory=list)
    _renderings: dict[str, dict[TermRef, _Rendering]] = field(default_factory=dict)

    def check(self, segment: Segment, checker: Checker) -> list[Remark]:
        """The remarks that are ready; those on the first segments wait until the field is known."""
        self.states[segment.state] += 1
        if segment.state is not State.TRANSLATED:
            return []
        sides = sides_of(segment, checker)
        remarks = _remarks(sides)
        self._count(sides, remarks)
        self._remember(sides)
        if self._held is None:
            return [r.in_text(of_field=self.is_of_field) for r in remarks]
        self._held += remarks
        return self._release() if self.states[State.TRANSLATED] >= SAMPLE else []

    def finish(self) -> list[Remark]:
        """The remarks still held, and what only the whole shows: a term rendered in two ways."""
        found = self._release()
        for concept, renderings in self._renderings.items():
            if len(renderings) > 1:
                found += self._inconsistent(concept, list(renderings.values()))
        return found

    @property
    def is_of_field(self) -> bool:
        """Whether the text, as far as it was read, is of the glossary's field."""
        return self.long_terms * 1_000 >= FIELD * self.words

    def _release(self) -> list[Remark]:
        found, self._held = self._held or [], None
        return [remark.in_text(of_field=self.is_of_field) for remark in found]

    def _count(self, sides: Sides, remarks: list[Remark]) -> None:
        codes: dict[str, set[str]] = {}
        for remark in remarks:
            codes.setdefault(remark.concept, set()).add(remark.code)
        checker = sides.checker
        self.words += len(sides.segment.source.split())
        self.long_terms += sum(is_telling(demand, checker) for demand in sides.demands)
        for concept, demand in {concepts_of(d)[0]: d for d in sides.demands}.items():
            entry = checker.entry(concept)
            if not entry.terms(sides.segment.direction.target):
                continue
            preferred = entry.preferred(sides.segment.direction.source)
            name = preferred.term if preferred else demand.text
            count = self.terms.setdefault(concept, TermCount(name, concept))
            count.segments += 1
            count.missing += bool(codes.get(concept, set()) & {"C101", "C105"})
            count.unwanted += "C102" in codes.get(concept, ())

    def _remember(self, sides: Sides) -> None:
        """Renderings that are beyond doubt: one demand of the concept, one term for it."""
        segment, checker = sides.segment, sides.checker
        demands = Counter(concepts_of(d) for d in sides.demands)
        for demand in sides.demands:
            concepts = concepts_of(demand)
            if len(concepts) > 1 or demands[concepts] > 1 or not is_certain(demand):
                continue
            concept = concepts[0]
            if checker.entry(concept).kind is Kind.VERB or sides.is_exempt(demand):
                continue
            hits = [
                hit
                for hit in sides.hits
                if concept in hit.permitted
                and is_certain(hit.occurrence)
                and not sides.is_inside(hit)
            ]
            refs = {r for h in hits for r in h.occurrence.concepts if r.concept == concept}
            if len(refs) != 1:
                continue
            ref = refs.pop()
            found = hits[0].occurrence
            known = self._renderings.setdefault(concept, {})
            rendering = known.setdefault(
                ref,
                _Rendering(
                    checker.term(ref),
                    checker.term(demand.concepts[0]).term,
                    found.text,
                    segment.place_of(found.start),
                    segment.id,
                ),
            )
            rendering.times += 1

    def _inconsistent(self, concept: str, renderings: list[_Rendering]) -> Iterator[Remark]:
        first, *others = sorted(renderings, key=lambda r: -r.times)
        for other in others:
            if not _differ(first.term, other.term) or first.source != other.source:
                continue
            message = _("“{term}” is “{found}” here and “{other}” at {place} ({n} times).")
            yield Remark(
                other.place,
                "C103",
                Severity.WARNING,
                message.format(
                    term=other.source,
                    found=other.found,
                    other=first.term.term,
                    place=_within(first.place),
                    n=first.times,
                ),
                _("Keep to one of the two."),
                other.source,
                other.found,
                (first.term.term,),
                concept,
                other.segment,
            )


def _within(place: Place) -> str:
    """A place within its file."""
    return f"{place.line}:{place.column}" if place.column else str(place.line)


def _differ(one: TermEntry, other: TermEntry) -> bool:
    """Whether two terms of a concept are two names for it, not two lengths or parts of speech."""
    if one.part_of_speech is not other.part_of_speech:
        return False
    return not ({one.type, other.type} & _SHORT)
