"""Which concept of the glossary a row of somebody's sheet speaks of.

By its id; else by its Vietnamese term, else by its equivalents, spelt alike but for case, dashes
and tone placement. Of several concepts with one term the one is meant that shares an equivalent
with the row. Where only the diacritics differ, or several concepts remain, a person has to say.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from vnru_terms.lang import LANGUAGES
from vnru_terms.lang.keys import exact_key
from vnru_terms.messages import _
from vnru_terms.model import LANGUAGE_ORDER, ConceptEntry, Rejection, Status, Termbase
from vnru_terms.store.incoming import Cell, IncomingConcept, IncomingTerm

_QUOTES = re.compile('["“”„‟«»]')
Keys = dict[tuple[str, str], dict[str, ConceptEntry]]


@dataclass(frozen=True, slots=True)
class Match:
    """The concept that is meant, or None: a new one, or (with a message) one to be decided.

    `is_refused` where there is nothing to decide: the row does not say enough.
    """

    entry: ConceptEntry | None = None
    message: str = ""
    hint: str = ""
    cell: Cell | None = None
    is_refused: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """The glossary's terms by language and spelling; by folded spelling; entries by id.

    `rejected` has the candidates that were turned down, by spelling.
    """

    by_id: dict[str, ConceptEntry] = field(default_factory=dict)
    spelt: Keys = field(default_factory=lambda: defaultdict(dict))
    folded: Keys = field(default_factory=lambda: defaultdict(dict))
    rejected: dict[str, Rejection] = field(default_factory=dict)


def known_terms(termbase: Termbase) -> Known:
    """The look-up of a whole glossary; deprecated terms are found too."""
    known = Known()
    for entry in termbase.entries:
        known.by_id.setdefault(entry.id, entry)
        for language, term in entry.all_terms():
            known.spelt[language, spelling(term.term, language)][entry.id] = entry
            if "{" in term.term:
                # A formula is known without its slots too, as most programs write it.
                known.spelt[language, spelling(term.surface, language)][entry.id] = entry
            known.folded[language, LANGUAGES[language].fold(term.term)][entry.id] = entry
    for rejection in termbase.rejections:
        known.rejected[spelling(rejection.term, LANGUAGE_ORDER[0])] = rejection
    return known


def spelling(text: str, language: str) -> str:
    """The key under which two spellings of one term are one: case, quotes, tone placement."""
    return LANGUAGES[language].spelling(exact_key(_QUOTES.sub("", text)).casefold())


def match(said: IncomingConcept, known: Known, *, was_exported: bool, accept: bool) -> Match:
    """The concept that a row is about; `was_exported` where the file has it from us.

    A new one whose term was turned down as a candidate is to be decided, unless with `accept`.
    """
    found = _by_id(said, known, was_exported) if said.id else _by_terms(said, known)
    own = said.sections.get(LANGUAGE_ORDER[0])
    if found != Match() or accept or own is None:
        return found
    for term in own.terms:
        rejection = known.rejected.get(spelling(term.cell.text, LANGUAGE_ORDER[0]))
        if rejection is not None:
            message = _("“{term}” was turned down as a candidate ({reason}).")
            message = message.format(term=rejection.term, reason=rejection.reason or "?")
            hint = _("Take its line out of rejected.tsv, or take the row: --accept-changes.")
            return Match(None, message, hint, term.cell)
    return found


def _by_terms(said: IncomingConcept, known: Known) -> Match:
    own = said.sections.get(LANGUAGE_ORDER[0])
    if own is None or not own.terms:
        return _by_equivalents(said, known)
    cell = own.terms[0].cell
    found = _meant(own.terms, LANGUAGE_ORDER[0], known)
    if len(found) > 1:
        found = _sharing(found, said, known)
    if len(found) == 1:
        return _unless_deprecated(next(iter(found.values())), cell)
    if found:
        message = _("“{term}” stands in several concepts: {ids}.")
        message = message.format(term=cell.text, ids=", ".join(sorted(found)))
        return Match(None, message, _("Write the id of the one that is meant."), cell)
    near = known.folded.get((LANGUAGE_ORDER[0], LANGUAGES[LANGUAGE_ORDER[0]].fold(cell.text)), {})
    if near:
        other = next(iter(near.values()))
        message = _("“{term}” is like “{other}” of {id} but for its diacritics.")
        shown = _term_like(other, cell.text)
        message = message.format(term=cell.text, other=shown, id=other.id)
        hint = _("Write that id if it is meant; for another concept write a new id.")
        return Match(None, message, hint, cell)
    return Match()


def _by_id(said: IncomingConcept, known: Known, was_exported: bool) -> Match:
    entry = known.by_id.get(said.id)
    if entry is not None:
        return Match(entry)
    if was_exported:
        message = _("{id} was taken out of the glossary since the export.").format(id=said.id)
        return Match(
            None, message, _("Ask who did; to have it again, give it a new id."), said.cell
        )
    own = said.sections.get(LANGUAGE_ORDER[0])
    found = _meant(own.terms, LANGUAGE_ORDER[0], known) if own else {}
    distinguish = said.fields.get("distinguish")
    if found and not (distinguish and distinguish.text):
        message = _("there is no concept {id}, but its term stands in {ids}.")
        message = message.format(id=said.id, ids=", ".join(sorted(found)))
        hint = _("Write that id, or say in the column “distinguish” how the new concept differs.")
        return Match(None, message, hint, said.cell)
    return Match()


def _meant(terms: Sequence[IncomingTerm], language: str, known: Known) -> dict[str, ConceptEntry]:
    """The concepts that hold one of the terms; the first term that is known decides."""
    for term in terms:
        found = known.spelt.get((language, spelling(term.cell.text, language)))
        if found:
            return dict(found)
    return {}


def _sharing(
    found: dict[str, ConceptEntry], said: IncomingConcept, known: Known
) -> dict[str, ConceptEntry]:
    """Those of several concepts that share an equivalent with the row; all where none does."""
    for language, section in said.sections.items():
        if language == LANGUAGE_ORDER[0]:
            continue
        others = _meant(section.terms, language, known)
        shared = {id: entry for id, entry in found.items() if id in others}
        if shared:
            return shared
    return found


def _by_equivalents(said: IncomingConcept, known: Known) -> Match:
    """A row without a Vietnamese term: every equivalent in it must point to one concept."""
    found: dict[str, ConceptEntry] | None = None
    for language, section in said.sections.items():
        holders = _meant(section.terms, language, known)
        if section.terms:
            found = holders if found is None else {i: e for i, e in found.items() if i in holders}
    if found and len(found) == 1:
        return _unless_deprecated(next(iter(found.values())), said.cell)
    if found:
        message = _("these equivalents stand in several concepts: {ids}.")
        hint = _("Write the id of the one that is meant, or the Vietnamese term.")
        return Match(None, message.format(ids=", ".join(sorted(found))), hint, said.cell)
    message = _("a new concept needs a Vietnamese term.")
    hint = _("Write it, or the id of the concept that is meant.")
    return Match(None, message, hint, said.cell, is_refused=True)


def _unless_deprecated(entry: ConceptEntry, cell: Cell) -> Match:
    """The concept, but where the term is one of those that it warns of."""
    for language, term in entry.all_terms():
        alike = spelling(term.term, language) == spelling(cell.text, language)
        if alike and term.status is Status.DEPRECATED and not _is_good(entry, cell):
            message = _("“{term}” is deprecated in {id}.").format(term=cell.text, id=entry.id)
            hint = _("Write the preferred term, or the id with this term.")
            return Match(None, message, hint, cell)
    return Match(entry)


def _is_good(entry: ConceptEntry, cell: Cell) -> bool:
    return any(
        term.status is not Status.DEPRECATED
        and spelling(term.term, language) == spelling(cell.text, language)
        for language, term in entry.all_terms()
    )


def _term_like(entry: ConceptEntry, text: str) -> str:
    fold = LANGUAGES[LANGUAGE_ORDER[0]].fold
    found = (t.term for t in entry.terms(LANGUAGE_ORDER[0]) if fold(t.term) == fold(text))
    return next(found, entry.id)
