"""Ask the fonts of the book, before typesetting, for every character that may be printed.

A character without a glyph is found here, where the file that has it is still known; the
typesetter knows only that it is somewhere in the book.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vnru_terms.findings import Finding, Place, in_order
from vnru_terms.messages import _
from vnru_terms.model import ConceptEntry, Settings, Termbase, TermEntry
from vnru_terms.printing.typesetter import unprintable
from vnru_terms.text.normalise import normalise, squeeze


def unprintable_characters(termbase: Termbase, entries: Iterable[ConceptEntry]) -> list[Finding]:
    """A finding for each place in these entries, the names, the appendices and the settings."""
    chosen = tuple(entries)
    # Beside a renamed body stands its successor, though it be of another subject field.
    tabled = {entry.valid.successor for entry in chosen if entry.valid}
    tabled -= {entry.id for entry in chosen}
    others = (entry for entry in termbase.entries if entry.is_name or entry.id in tabled)
    findings = [
        finding
        for entry in (*chosen, *others)
        for place, texts in _texts_of_entry(entry)
        for finding in _lacking(texts, place or entry.place or Place(""), entry.id)
    ]
    settings = termbase.settings
    place = settings.place or Place("glossary.yaml")
    findings += _lacking(_texts_of_settings(settings), place, "glossary.yaml")
    for appendix in termbase.appendices:
        titles = [*appendix.title.values(), *(t for g in appendix.groups for t in g.title.values())]
        findings += _lacking(titles, appendix.place or Place("appendices.yaml"), "appendices.yaml")
    return in_order(findings)


def _lacking(texts: Iterable[str], place: Place, name: str) -> Iterator[Finding]:
    # As the page has it: a line end in a note is a space there.
    lacking = unprintable(squeeze(normalise(" ".join(texts))))
    if lacking:
        shown = ", ".join(f"{c if c.isprintable() else ''} (U+{ord(c):04X})" for c in lacking)
        message = _("{id}: the fonts of the book have no {characters}.")
        hint = _("Write it otherwise, or leave it out.")
        yield Finding(place, "E601", message.format(id=name, characters=shown.strip()), hint)


def _texts_of_settings(settings: Settings) -> list[str]:
    fields = settings.subject_fields
    labels = [text for s in fields for text in (*s.label.values(), *s.abbreviation.values())]
    slugs = [s.slug for s in fields]
    words = (settings.edition, settings.licence, settings.contact)
    return [*settings.title.values(), *settings.imprint.values(), *words, *labels, *slugs]


def _texts_of_entry(entry: ConceptEntry) -> Iterator[tuple[Place | None, list[str]]]:
    """All of an entry that may be printed, each with the place where it was read."""
    validity = [entry.valid.from_, entry.valid.to, entry.valid.successor] if entry.valid else []
    # A subject field without a label is printed as its folder.
    yield entry.place, [entry.distinguish, entry.trap, entry.note, entry.subject_field, *validity]
    for section in entry.languages:
        if section.definition:
            yield section.definition.place, [section.definition.text, section.definition.source]
    for _language, term in entry.all_terms():
        yield term.place, _texts_of_term(term)
        if term.context:
            yield term.context.place, [term.context.text, term.context.source]


def _texts_of_term(term: TermEntry) -> list[str]:
    phrases = [text for c in term.collocations for text in (c.vi, c.en, c.ru)]
    words = (term.term, term.stressed, term.pair, term.government, term.note)
    return [*words, *term.source, *phrases]
