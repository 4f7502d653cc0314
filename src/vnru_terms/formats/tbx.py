"""TBX of 2008 (TBX-Basic, `martif`): the one that Weblate, Translate Toolkit and Lokalize read.

A term entry a concept, a language section a language, `tig` a term, the best term first: the
programs take the first for the equivalent. `superseded` is written as deprecated, because clients
know only that word for “do not use”. `lokalize` is the same without such terms at all, for programs
that read TBX and know no status. The newer standard is in `tbx_v3`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from vnru_terms.formats.format import OWN, Format, Selection, ranked, written
from vnru_terms.formats.pairs import tell_unwanted
from vnru_terms.formats.parts import ALL_PARTS, Part
from vnru_terms.formats.tally import NO_TERM, ONLY_UNWANTED, Tally
from vnru_terms.formats.tbx_notes import CONTEXT_SOURCE, REGIONS, concept_notes, term_notes
from vnru_terms.formats.xml_text import DECLARATION, element, escaped, legal, opening, parent
from vnru_terms.messages import N_
from vnru_terms.model import (
    ConceptEntry,
    Definition,
    LanguageSection,
    Settings,
    Status,
    TermEntry,
    TermType,
)

STATUSES = {
    Status.PREFERRED: "preferredTerm-admn-sts",
    Status.ADMITTED: "admittedTerm-admn-sts",
    Status.SUPERSEDED: "deprecatedTerm-admn-sts",
    Status.DEPRECATED: "deprecatedTerm-admn-sts",
}
TYPES = {
    TermType.FULL_FORM: "fullForm",
    TermType.ACRONYM: "acronym",
    TermType.ABBREVIATION: "abbreviation",
    TermType.SHORT_FORM: "shortForm",
    TermType.VARIANT: "variant",
    TermType.PHRASE: "phrase",
}


def stream_tbx(selection: Selection, tally: Tally) -> Mapping[str, Iterator[bytes]]:
    """One file with all languages, with deprecated terms marked."""
    return {"glossary.tbx": _pieces(selection, tally, marked=True)}


def stream_lokalize(selection: Selection, tally: Tally) -> Mapping[str, Iterator[bytes]]:
    """The same with permitted terms only."""
    return {"glossary.lokalize.tbx": _pieces(selection, tally, marked=False)}


def _pieces(selection: Selection, tally: Tally, *, marked: bool) -> Iterator[bytes]:
    root = opening("martif", {"type": "TBX-Basic", "xml:lang": selection.source})
    yield f"{DECLARATION}{root}\n{_header(selection.settings)}\n<text>\n<body>\n".encode()
    known = {e.id for e in selection.entries if any(usable(e, selection, Tally(), marked=marked))}
    for entry in selection.entries:
        sections = [
            parent("langSet", _section(section, terms), {"xml:lang": section.language})
            for section, terms in usable(entry, selection, tally, marked=marked)
        ]
        if sections:
            children = [*concept_level(entry, selection, known), *sections]
            xml = parent("termEntry", children, {"id": entry.id})
            yield f"{legal(xml, entry.id, tally)}\n".encode()
        else:
            tally.add(NO_TERM, entry.id)
    yield b"</body>\n</text>\n</martif>\n"


def usable(
    entry: ConceptEntry, selection: Selection, tally: Tally, *, marked: bool
) -> Iterator[tuple[LanguageSection, tuple[TermEntry, ...]]]:
    """The sections that have a permitted term, with the terms to write.

    A program that takes the first term would take a deprecated one where there is no other.
    """
    for language in selection.languages:
        section = entry.section(language)
        if section is None:
            continue
        terms = tuple(term for term in ranked(section.terms) if written(term))
        if terms and not any(term.is_permitted for term in terms):
            tally.add(ONLY_UNWANTED, f"{entry.id} ({language})")
            continue
        if not marked:
            tell_unwanted(entry, language, tally)
            terms = tuple(term for term in terms if term.is_permitted)
        if terms:
            yield section, terms


def concept_level(entry: ConceptEntry, selection: Selection, known: set[str]) -> Iterator[str]:
    """Subject field, links and notes, for both versions; links to entries that are there."""
    subject = selection.settings.subject_label(entry.subject_field, selection.source)
    yield element("descrip", subject, type="subjectField")
    for kind, ids in (("related", entry.related), ("compare", entry.compare)):
        for id in ids:
            if id in known:
                yield element("ref", f"{kind}: {id}", type="crossReference", target=id)
    for note in concept_notes(entry):
        yield element("note", note)


def definition_group(definition: Definition) -> str:
    """A definition, with its source if it has one."""
    text = element("descrip", definition.text, type="definition")
    if not definition.source:
        return text
    source = element("admin", definition.source, type="source")
    return f"<descripGrp>{text}{source}</descripGrp>"


def review_group(section: LanguageSection) -> str:
    """Who read the section, and when."""
    review = section.reviewed
    if review is None:
        return ""
    kind = element("transac", "modification", type="transactionType")
    by = element("transacNote", review.by, type="responsibility")
    return f"<transacGrp>{kind}{by}<date>{escaped(review.on)}</date></transacGrp>"


def term_level(term: TermEntry, statuses: Mapping[Status, str]) -> Iterator[str]:
    """The term and all that TBX says of it, for both versions, in the order that both ask for."""
    yield element("term", written(term))
    note = partial(element, "termNote")
    yield note(statuses[term.status], type="administrativeStatus")
    if term.part_of_speech:
        yield note(term.part_of_speech.value, type="partOfSpeech")
    if term.gender:
        yield note(term.gender.value, type="grammaticalGender")
    if term.type:
        yield note(TYPES[term.type], type="termType")
    for usage in term.usage:
        if usage in REGIONS:
            yield note(REGIONS[usage], type="geographicalUsage")


def term_auxiliary(term: TermEntry) -> Iterator[str]:
    """Sources and notes of a term, for both versions."""
    for source in term.source:
        yield element("admin", source, type="source")
    for note in term_notes(term):
        yield element("note", note)


def _section(section: LanguageSection, terms: tuple[TermEntry, ...]) -> Iterator[str]:
    if section.definition is not None:
        yield definition_group(section.definition)
    yield review_group(section)
    for term in terms:
        yield parent("tig", [*term_level(term, STATUSES), *_context(term), *term_auxiliary(term)])


def _context(term: TermEntry) -> Iterator[str]:
    """TBX-Basic of 2008 has no group for a context: its source follows as one of the term."""
    if term.context is not None:
        yield element("descrip", term.context.text, type="context")
        if term.context.source:
            yield element("note", f"{CONTEXT_SOURCE}{term.context.source}")


def _header(settings: Settings) -> str:
    title = settings.title.get("en") or "Glossary"
    lines = header_lines(settings)
    source = parent("sourceDesc", [element("p", line) for line in lines])
    title_statement = f"<titleStmt>{element('title', title)}</titleStmt>"
    file_description = parent("fileDesc", [title_statement, source])
    return parent("martifHeader", [file_description])


def header_lines(settings: Settings) -> list[str]:
    """Where the file comes from: edition, date, licence, contact."""
    lines = [f"{OWN}, edition {settings.edition}, {settings.date}"]
    if settings.licence:
        lines.append(f"Licence: {settings.licence}, but for quoted contexts.")
    if settings.contact:
        lines.append(f"Contact: {settings.contact}")
    return lines


TBX = Format(
    name="tbx",
    suffix=".tbx",
    client="Weblate, Phrase, Translate Toolkit",
    carries=ALL_PARTS,
    stream=stream_tbx,
)
LOKALIZE = Format(
    name="lokalize",
    suffix=".tbx",
    client=N_("Lokalize, Virtaal, and what else reads TBX but no statuses"),
    carries=ALL_PARTS - {Part.DEPRECATED, Part.SUPERSEDED, Part.REASON},
    stream=stream_lokalize,
)
