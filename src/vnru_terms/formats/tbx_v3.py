"""TBX v3, the standard (ISO 30042:2019), dialect TBX-Basic, style DCA.

Few programs read it yet: five open ones do not. It is for those that do, for exchange with other
termbases, and for keeping; the copy for today's programs is `tbx`. Auxiliary elements come before
the language sections and terms, as the standard asks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vnru_terms.formats.format import Format, Selection, ranked, written
from vnru_terms.formats.parts import ALL_PARTS
from vnru_terms.formats.tally import NO_TERM, Tally
from vnru_terms.formats.tbx import (
    STATUSES,
    concept_level,
    definition_group,
    header_lines,
    review_group,
    term_auxiliary,
    term_level,
)
from vnru_terms.formats.xml_text import DECLARATION, element, legal, opening, parent
from vnru_terms.messages import N_
from vnru_terms.model import LanguageSection, Settings, Status, TermEntry

NAMESPACE = "urn:iso:std:iso:30042:ed-2"
STATUSES_V3 = {**STATUSES, Status.SUPERSEDED: "supersededTerm-admn-sts"}


def stream_tbx_v3(selection: Selection, tally: Tally) -> Mapping[str, Iterator[bytes]]:
    """One file with all languages."""
    return {"glossary.v3.tbx": _pieces(selection, tally)}


def _pieces(selection: Selection, tally: Tally) -> Iterator[bytes]:
    attributes = {
        "xmlns": NAMESPACE,
        "type": "TBX-Basic",
        "style": "dca",
        "xml:lang": selection.source,
    }
    head = f"{DECLARATION}{opening('tbx', attributes)}\n{_header(selection.settings)}\n"
    yield f"{head}<text>\n<body>\n".encode()
    known = {e.id for e in selection.entries if _has_terms(e.languages, selection.languages)}
    for entry in selection.entries:
        if entry.id in known:
            sections = [
                parent("langSec", _section(section), {"xml:lang": section.language})
                for section in map(entry.section, selection.languages)
                if section is not None and any(map(written, section.terms))
            ]
            children = [*concept_level(entry, selection, known), *sections]
            xml = parent("conceptEntry", children, {"id": entry.id})
            yield f"{legal(xml, entry.id, tally)}\n".encode()
        else:
            tally.add(NO_TERM, entry.id)
    yield b"</body>\n</text>\n</tbx>\n"


def _has_terms(sections: tuple[LanguageSection, ...], languages: tuple[str, ...]) -> bool:
    return any(any(map(written, s.terms)) for s in sections if s.language in languages)


def _section(section: LanguageSection) -> Iterator[str]:
    if section.definition is not None:
        yield definition_group(section.definition)
    yield review_group(section)
    for term in ranked(section.terms):
        if written(term):
            children = [*term_level(term, STATUSES_V3), *_context(term), *term_auxiliary(term)]
            yield parent("termSec", children)


def _context(term: TermEntry) -> Iterator[str]:
    if term.context is None:
        return
    text = element("descrip", term.context.text, type="context")
    if not term.context.source:
        yield text
        return
    source = element("admin", term.context.source, type="source")
    yield f"<descripGrp>{text}{source}</descripGrp>"


def _header(settings: Settings) -> str:
    title = settings.title.get("en") or "Glossary"
    lines = [element("p", line) for line in header_lines(settings)]
    statement = f"<titleStmt>{element('title', title)}</titleStmt>"
    description = parent("fileDesc", [statement, parent("sourceDesc", lines)])
    return parent("tbxHeader", [description])


TBX_V3 = Format(
    name="tbx-v3",
    suffix=".tbx",
    client=N_("termbases of the standard ISO 30042:2019"),
    carries=ALL_PARTS,
    stream=stream_tbx_v3,
)
