"""CSV: one row a concept, for people and for programs without a format of their own.

UTF-8 with a byte order mark (Excel needs it), commas, RFC 4180 quoting and line ends. Several terms
in a cell are parted by ` | `. A cell that a spreadsheet would run as a formula gets an apostrophe.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from vnru_terms.formats.format import Format, Rendered, Selection
from vnru_terms.messages import N_
from vnru_terms.model import ConceptEntry, Status, TermEntry

_FORMULA_START = ("=", "+", "-", "@", "\t", "\r")
_SEPARATOR = " | "


def render_csv(selection: Selection) -> Rendered:
    """The whole selection as one table, with a head row."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(_head(selection.languages))
    for entry in selection.entries:
        writer.writerow([harmless(cell) for cell in _row(entry, selection.languages)])
    return Rendered({"glossary.csv": buffer.getvalue().encode("utf-8-sig")})


def _head(languages: tuple[str, ...]) -> list[str]:
    columns = ["id", "subject_field", "kind", "distinguish"]
    for code in languages:
        columns += [code, f"{code}_grammar", f"{code}_admitted", f"{code}_not_to_be_used"]
        columns += [f"{code}_definition", f"{code}_context", f"{code}_source"]
    return [*columns, "trap", "note"]


def _row(entry: ConceptEntry, languages: tuple[str, ...]) -> list[str]:
    cells = [entry.id, entry.subject_field, entry.kind.value, entry.distinguish]
    for code in languages:
        terms = entry.terms(code)
        section = entry.section(code)
        preferred = [t for t in terms if t.status is Status.PREFERRED]
        unwanted = [t for t in terms if not t.is_permitted]
        cells += [
            _join(t.term for t in preferred),
            _join(_grammar(t) for t in preferred),
            _join(t.term for t in terms if t.status is Status.ADMITTED),
            _join(t.term for t in unwanted),
            section.definition.text if section and section.definition else "",
            _join(t.context.text for t in terms if t.context),
            _join(source for t in terms for source in _sources(t)),
        ]
    return [*cells, entry.trap, entry.note]


def _grammar(term: TermEntry) -> str:
    values = [term.part_of_speech, term.gender, term.number]
    return ", ".join(str(value.value) for value in values if value is not None)


def _sources(term: TermEntry) -> tuple[str, ...]:
    cited = (term.context.source,) if term.context and term.context.source else ()
    return (*term.source, *cited)


def _join(texts: Iterable[str]) -> str:
    return _SEPARATOR.join(dict.fromkeys(text for text in texts if text))


def harmless(cell: str) -> str:
    """The cell, with an apostrophe before what a spreadsheet would run as a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA_START) else cell


CSV = Format(
    name="csv",
    suffix=".csv",
    client=N_("Excel, LibreOffice, any program"),
    loses=N_("collocations, links, which source belongs to which term"),
    render=render_csv,
)
