"""CSV: one row a concept, for people and for programs without a format of their own.

UTF-8 with a byte order mark (Excel needs it), commas, RFC 4180 quoting and line ends. Several terms
in a cell are parted by ` | `. The grammar and usage of preferred terms, and the reasons why others
are not to be used, stand in columns of their own in the order of those terms, `—` for none. A cell
that a spreadsheet would run as a formula gets an apostrophe.
The last column names the entry as it was exported, so that an import knows whether the glossary has
changed since.

`read_csv` reads that, and what spreadsheets and people make: semicolons or tabs, Excel's `sep=`
line, UTF-16, old encodings where they are sure.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from vnru_terms.findings import Finding, Place, Severity
from vnru_terms.formats.client_tables import known_rows
from vnru_terms.formats.format import Format, Selection
from vnru_terms.formats.parts import Part
from vnru_terms.formats.table import RawCell, RawRow, RawSheet, read_sheets, score
from vnru_terms.formats.table_rows import NO_VALUE
from vnru_terms.formats.tally import Tally
from vnru_terms.messages import N_, _
from vnru_terms.model import ConceptEntry, Settings, Status, TermEntry
from vnru_terms.store.entry_texts import fingerprint
from vnru_terms.store.incoming import Incoming
from vnru_terms.store.readers.encoding import decode
from vnru_terms.store.readers.reading import LARGEST_FILE, MEGABYTE

_FORMULA_START = ("=", "+", "-", "@", "\t", "\r")
_SEPARATOR = " | "


def stream_csv(selection: Selection, tally: Tally) -> Mapping[str, Iterator[bytes]]:
    """The whole selection as one table, with a head row."""
    return {"glossary.csv": _lines(selection)}


def _lines(selection: Selection) -> Iterator[bytes]:
    yield _line(_head(selection.languages)).encode("utf-8-sig")
    for entry in selection.entries:
        cells = map(harmless, _row(entry, selection.languages))
        yield _line(cells).encode("utf-8", "replace")


def _line(cells: Iterable[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\r\n").writerow(cells)
    return buffer.getvalue()


def _head(languages: tuple[str, ...]) -> list[str]:
    columns = ["id", "subject_field", "kind", "distinguish"]
    for code in languages:
        columns += [code, f"{code}_grammar", f"{code}_admitted", f"{code}_not_to_be_used"]
        columns += [f"{code}_reason", f"{code}_definition", f"{code}_context", f"{code}_source"]
    return [*columns, "trap", "note", "fingerprint"]


def _row(entry: ConceptEntry, languages: tuple[str, ...]) -> list[str]:
    cells = [entry.id, entry.subject_field, entry.kind.value, entry.distinguish]
    for code in languages:
        terms = entry.terms(code)
        section = entry.section(code)
        preferred = [t for t in terms if t.status is Status.PREFERRED]
        unwanted = [t for t in terms if not t.is_permitted]
        cells += [
            _join(t.term for t in preferred),
            _beside(preferred, _grammar),
            _join(t.term for t in terms if t.status is Status.ADMITTED),
            _join(t.term for t in unwanted),
            _beside(unwanted, lambda term: term.reason.value if term.reason else ""),
            section.definition.text if section and section.definition else "",
            _join(t.context.text for t in terms if t.context),
            _join(source for t in terms for source in _sources(t)),
        ]
    return [*cells, entry.trap, entry.note, fingerprint(entry)]


def _beside(terms: Iterable[TermEntry], told: Callable[[TermEntry], str]) -> str:
    """What is told of each of the terms as they stand in their cell; nothing where of none."""
    found: dict[str, str] = {}
    for term in terms:
        found.setdefault(term.term, told(term) or NO_VALUE)
    return _SEPARATOR.join(found.values()) if set(found.values()) - {NO_VALUE} else ""


def _grammar(term: TermEntry) -> str:
    values = [term.part_of_speech, term.gender, term.number, *term.usage]
    return ", ".join(str(value.value) for value in values if value is not None)


def _sources(term: TermEntry) -> tuple[str, ...]:
    cited = (term.context.source,) if term.context and term.context.source else ()
    return (*term.source, *cited)


def _join(texts: Iterable[str]) -> str:
    return _SEPARATOR.join(dict.fromkeys(text for text in texts if text))


def harmless(cell: str) -> str:
    """The cell, with an apostrophe before what a spreadsheet would run as a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA_START) else cell


# What parts the cells, likeliest first; the one is taken that makes most headings known.
_DELIMITERS = (",", ";", "\t", "|")
_FIRST_LINES = 40
_LOST_BYTES = re.compile(rb"[A-Za-z]\?[A-Za-z]")
ENOUGH_LOST = 2
_CYRILLIC_WORD = re.compile(r"(?<!\w)[А-Яа-яЁё]?[а-яё]{2,}(?!\w)")


def read_csv(
    data: bytes, name: str, settings: Settings, is_known: Callable[[str], bool]
) -> Incoming:
    """What a table of text says; findings of error severity where it cannot be read."""
    if len(data) > LARGEST_FILE:
        message = _("is larger than {size} MB, or unfolds to more.")
        message = message.format(size=LARGEST_FILE // MEGABYTE)
        return _refused(Place(name), "E127", message, _("Split it."))
    text, findings = _decoded(data, name)
    if any(finding.severity is Severity.ERROR for finding in findings):
        return Incoming(findings=tuple(findings))
    try:
        rows = list(_rows(text))
    except _UnevenError as uneven:
        message = _("the quotation marks of this row do not come in pairs.")
        hint = _("Put the cell in quotation marks, and write those inside it twice.")
        return _refused(Place(name, uneven.line), "E146", message, hint)
    incoming = read_sheets(
        [RawSheet("", known_rows(rows), is_ours=_is_ours(rows))], name, settings, is_known
    )
    return Incoming(incoming.concepts, incoming.exported, (*findings, *incoming.findings))


def _is_ours(rows: Sequence[RawRow]) -> bool:
    """Whether the head row is the one of the export."""
    head = [cell.text for cell in rows[0].cells] if rows else []
    return head[:1] == ["id"] and head[-1:] == ["fingerprint"]


class _UnevenError(Exception):
    """The csv reader stopped in a row; carries its line."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line


def _decoded(data: bytes, name: str) -> tuple[str, list[Finding]]:
    """The text; Cyrillic of Windows is known by its words, the rest by the articles' reader."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        text = _windows_cyrillic(data)
        if text is not None:
            message = _("the text is in the old encoding {encoding}; it was read as that.")
            hint = _("Vietnamese letters cannot be in it. Better save the file as UTF-8.")
            message = message.format(encoding="windows-1251")
            return text, [Finding(Place(name), "W131", message, hint, Severity.WARNING)]
        if len(_LOST_BYTES.findall(data)) > ENOUGH_LOST:
            message = _("letters were lost when this was saved: they are question marks now.")
            hint = _("Save it as .xlsx or “CSV UTF-8” from the program in which it is right.")
            return "", [Finding(Place(name), "E142", message, hint)]
    text, findings = decode(data, name)
    hint = _("Look at the letters; better save the file as UTF-8.")
    return text, [replace(f, hint=hint) if f.code == "W131" else f for f in findings]


def _windows_cyrillic(data: bytes) -> str | None:
    """The text in Windows' encoding for Cyrillic, if what is not ASCII makes Cyrillic words."""
    if b"\0" in data or data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None
    text = data.decode("cp1251", "replace")
    beyond = sum(c.isalpha() and not c.isascii() for c in text)
    # Russian is written in words of such letters throughout; in Western ones they stand alone.
    in_words = sum(map(len, _CYRILLIC_WORD.findall(text)))
    return text if beyond and in_words > beyond * 0.9 and "\ufffd" not in text else None


def _rows(text: str) -> Iterator[RawRow]:
    """The rows that have something in them, with the lines on which they begin."""
    first, _end, rest = text.partition("\n")
    offset = 0
    if first.strip().casefold().startswith("sep=") and len(first.strip()) == 5:
        text, offset = rest, 1
    delimiter = _delimiter(text)
    lines = io.StringIO(text, newline="")
    if delimiter == "\t" and '\t"' not in text:
        # Quotation marks in a cell are its own.
        reader = csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE, strict=True)
    else:
        reader = csv.reader(lines, delimiter=delimiter, strict=True)
    line = offset
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield RawRow(line + 1, tuple(RawCell(unarmed(cell)) for cell in cells))
            line = reader.line_num + offset
    except csv.Error:
        raise _UnevenError(line + 1) from None


def _delimiter(text: str) -> str:
    lines = text.splitlines()[:_FIRST_LINES]
    best = {
        delimiter: max((score(_pieces(line, delimiter)) for line in lines), default=0)
        for delimiter in _DELIMITERS
    }
    return max(_DELIMITERS, key=lambda delimiter: best[delimiter])


def _pieces(line: str, delimiter: str) -> list[str]:
    return [piece.strip(' "') for piece in line.split(delimiter)]


def unarmed(cell: str) -> str:
    """The cell without the apostrophe that the export had put before it (`harmless`)."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA_START) else cell


def _refused(place: Place, code: str, message: str, hint: str) -> Incoming:
    return Incoming(findings=(Finding(place, code, message, hint),))


CSV = Format(
    name="csv",
    suffix=".csv",
    client=N_("tables, databases, scripts"),
    carries=frozenset(
        (
            Part.SUBJECT_FIELD, Part.KIND, Part.SYNONYMS, Part.ADMITTED, Part.DEPRECATED,
            Part.SUPERSEDED, Part.REASON, Part.STATUS, Part.PART_OF_SPEECH, Part.GENDER,
            Part.NUMBER, Part.USAGE, Part.SLOTS, Part.DEFINITION, Part.CONTEXT, Part.SOURCE,
            Part.QUOTED, Part.DISTINGUISH, Part.TRAP, Part.NOTE,
        )
    ),
    stream=stream_csv,
)  # fmt: skip
