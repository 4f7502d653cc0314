"""Sources and contexts of a language that a sheet does not put beside any one of its terms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vnru_terms.curation.forms import shows
from vnru_terms.curation.import_section import Section
from vnru_terms.curation.imports import Item, Outcome
from vnru_terms.messages import _
from vnru_terms.model import Context, TermEntry
from vnru_terms.store.incoming import Cell
from vnru_terms.text.normalise import normalise, squeeze


def with_sources(
    at: Section, terms: Sequence[TermEntry], said: Sequence[Cell], items: list[Item]
) -> list[TermEntry]:
    """New sources of the language go to its first term: the sheet does not say to which."""
    terms = list(terms)
    held = {source for term in terms for source in term.source}
    held |= {term.context.source for term in terms if term.context}
    for cell in said:
        if cell.text not in held and terms:
            terms[0] = replace(terms[0], source=(*terms[0].source, cell.text))
            name = terms[0].term
            items.append(at.item(Outcome.CHANGED, cell, "source", term=name, new=cell.text))
    return terms


def with_contexts(
    at: Section, terms: Sequence[TermEntry], said: Sequence[Cell], items: list[Item]
) -> list[TermEntry]:
    """A new context goes to the first term that stands in it and has none."""
    terms = list(terms)
    held = {squeeze(term.context.text) for term in terms if term.context}
    for cell in said:
        if squeeze(cell.text) in held:
            continue
        context = Context(squeeze(normalise(cell.text)))
        at_term = next(
            (i for i, t in enumerate(terms) if t.context is None and shows(context, t.term)), None
        )
        if at_term is None:
            reason = _("no term without a context stands in this sentence.")
            hint = _("Choose a sentence with the very term, or put it into the file by hand.")
            texts = {"new": cell.text, "reason": reason, "hint": hint}
            items.append(at.item(Outcome.CONFLICT, cell, "context", **texts))
            continue
        terms[at_term] = replace(terms[at_term], context=context)
        name = terms[at_term].term
        items.append(at.item(Outcome.CHANGED, cell, "context", term=name, new=cell.text))
    return terms
