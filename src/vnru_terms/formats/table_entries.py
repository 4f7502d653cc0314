"""The rows of a table that we exported ▸ the concept entry that they are, taken as they stand.

Both layouts: a term a row with its values beside it (the workbook's hidden sheet), and a row a
concept with its terms in cells by status (csv). The texts are those of the file, neither mended nor
parted at anything but the export's own ` | `. Start at `entry_of`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from vnru_terms.findings import Place
from vnru_terms.formats.columns import TERM, value_of
from vnru_terms.formats.table_rows import COLUMN_OF, NO_VALUE, Row
from vnru_terms.model import (
    LANGUAGE_ORDER,
    ConceptEntry,
    Context,
    Gender,
    LanguageSection,
    Number,
    PartOfSpeech,
    Reason,
    Status,
    TermEntry,
    Usage,
)
from vnru_terms.store.entry_texts import (
    LIST_SEPARATOR,
    SECTION_FIELDS,
    TERM_FIELDS,
    with_concept_text,
    with_section_text,
    with_term_text,
)


def entry_of(rows: Sequence[Row], place: Place) -> ConceptEntry | None:
    """The entry, its subject field as the file names it; None where a value is none of its list."""
    first = rows[0].exact
    try:
        sections = tuple(_sections(rows))
        entry = ConceptEntry(
            first["id", ""], first.get(("subject_field", ""), ""), sections, place=place
        )
        for field in ("kind", "distinguish", "trap", "note"):
            if text := first.get((field, "")):
                entry = with_concept_text(entry, field, text)
    except (KeyError, ValueError):
        return None
    return entry


def _sections(rows: Sequence[Row]) -> Iterator[LanguageSection]:
    for language in LANGUAGE_ORDER:
        if rows[0].is_one_term(language):
            terms = [_term(row, language) for row in rows if (TERM, language) in row.exact]
        else:
            terms = _listed(rows[0], language)
        section = LanguageSection(language, tuple(terms))
        for field in SECTION_FIELDS:
            section = with_section_text(section, field, rows[0].exact.get((field, language), ""))
        if terms or section.definition:
            yield section


def _term(row: Row, language: str) -> TermEntry:
    term = TermEntry(row.exact[TERM, language])
    for field in TERM_FIELDS:
        text = row.exact.get((COLUMN_OF.get(field, field), language), "")
        if field == "source" and text:
            term = replace(term, source=tuple(text.split(LIST_SEPARATOR)))
        elif text:
            term = with_term_text(term, field, text)
    return term


def _listed(row: Row, language: str) -> list[TermEntry]:
    """The terms of the cells of a language: preferred, admitted, and those not to be used."""
    preferred = _pieces(row, TERM, language)
    marks = _fitted(_pieces(row, "grammar", language), preferred)
    terms = [_marked(TermEntry(t), mark) for t, mark in zip(preferred, marks, strict=True)]
    terms += [TermEntry(text, Status.ADMITTED) for text in _pieces(row, "admitted", language)]
    unwanted = _pieces(row, "not_to_be_used", language)
    reasons = _fitted(_pieces(row, "reason", language), unwanted)
    for text, said in zip(unwanted, reasons, strict=True):
        # Ours are deprecated for a reason.
        reason = Reason(said) if said else None
        status = Status.DEPRECATED if reason else Status.SUPERSEDED
        terms.append(TermEntry(text, status, reason=reason))
    if terms:
        terms = _with_contexts(terms, _pieces(row, "context", language))
        # The file does not say whose they are.
        terms[0] = replace(terms[0], source=tuple(_pieces(row, "source", language)))
    return terms


def _pieces(row: Row, field: str, language: str) -> list[str]:
    text = row.exact.get((field, language), "")
    return text.split(LIST_SEPARATOR) if text else []


def _fitted(values: Sequence[str], terms: Sequence[str]) -> list[str]:
    """A value for each term, '' where there is none; ValueError where there are too many."""
    if len(values) > len(terms):
        raise ValueError("more values than terms")
    found = ["" if value == NO_VALUE else value for value in values]
    return [*found, *[""] * (len(terms) - len(found))]


def _marked(term: TermEntry, mark: str) -> TermEntry:
    """The term with its grammar and its usage: “noun, neuter, vn-side”."""
    for piece in filter(None, mark.split(", ")):
        part, gender = value_of(piece, PartOfSpeech), value_of(piece, Gender)
        number, usage = value_of(piece, Number), value_of(piece, Usage)
        if part:
            term = replace(term, part_of_speech=PartOfSpeech(part))
        elif gender:
            term = replace(term, gender=Gender(gender))
        elif number:
            term = replace(term, number=Number(number))
        elif usage:
            term = replace(term, usage=(*term.usage, Usage(usage)))
        else:
            raise ValueError(piece)
    return term


def _with_contexts(terms: Sequence[TermEntry], texts: Sequence[str]) -> list[TermEntry]:
    """The contexts in the order of the terms, each with one that stands in it where it can be."""
    found = list(terms)
    at = 0
    for number, text in enumerate(texts):
        last = len(found) - (len(texts) - number)
        if at >= len(found):
            held = found[-1].context
            found[-1] = replace(
                found[-1], context=Context(LIST_SEPARATOR.join((held.text if held else "", text)))
            )
            continue
        named = (i for i in range(at, last + 1) if found[i].surface.casefold() in text.casefold())
        at = next(named, at)
        found[at] = replace(found[at], context=Context(text))
        at += 1
    return found
