"""The rows that speak of one concept ▸ what they say: its fields, its terms, faults.

Reads both layouts that we export (a term a cell with its status beside it; all terms of a status
in one cell) and sheets of people's own. A cell of terms holds one, or several parted by `;`, line
ends or ` | `.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from vnru_terms.formats.columns import TERM, subject_of, value_label, value_of
from vnru_terms.lang import LANGUAGES
from vnru_terms.lang.script import language_runs
from vnru_terms.messages import _, current_language
from vnru_terms.model import LANGUAGE_ORDER, Gender, Number, PartOfSpeech, Settings, Status, Usage
from vnru_terms.store.entry_texts import CLOSED, LIST_SEPARATOR, SECTION_FIELDS, TERM_FIELDS, parts
from vnru_terms.store.incoming import (
    Cell,
    Fault,
    IncomingConcept,
    IncomingSection,
    IncomingTerm,
)
from vnru_terms.text.normalise import squeeze

# The name of a term's field where its column is called otherwise.
COLUMN_OF = {"note": "term_note"}
# Stands in a list for a value that is not there.
NO_VALUE = "—"
# These hold for every term of a cell, the others for its first.
_FOR_ALL = ("part_of_speech",)
_SEVERAL = re.compile(r"[;\n\r]+")
_HAS_LETTER = re.compile(r"\w")
_UNWANTED = (Status.DEPRECATED, Status.SUPERSEDED)
_GRAMMAR: dict[str, type[Enum]] = {
    "part_of_speech": PartOfSpeech, "gender": Gender, "number": Number, "usage": Usage,
}  # fmt: skip
# Of terms in a list of their own only the status is said.
_SILENT = frozenset(TERM_FIELDS) - {"status"}
_EQUIVALENTS = LANGUAGE_ORDER[1:]
_INFLECTED = tuple(code for code in LANGUAGE_ORDER if "masculine" in LANGUAGES[code].marks)
# A heading that names no language: of the terms of which languages its column speaks.
_LONE = {
    "status": _EQUIVALENTS,
    "reason": _EQUIVALENTS,
    "part_of_speech": LANGUAGE_ORDER,
    "gender": _INFLECTED,
    "number": _INFLECTED,
    "government": _INFLECTED,
}


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its filled cells by field and language, and the cells of it that cannot be taken.

    `columns` are all of its sheet, with their positions counted from 0; `empty` makes the cell of
    an empty one. `exact` has the texts of the filled cells with their spaces and lines.
    """

    cells: Mapping[tuple[str, str], Cell]
    columns: Mapping[tuple[str, str], int]
    empty: Callable[[int], Cell]
    faults: tuple[Fault, ...] = ()
    exact: Mapping[tuple[str, str], str] = dataclasses.field(default_factory=dict)

    def cell(self, field: str, language: str = "") -> Cell | None:
        """The cell of a column, or None where the sheet has no such column."""
        key = (field, language)
        if key in self.cells:
            return self.cells[key]
        return self.empty(self.columns[key]) if key in self.columns else None

    def text(self, field: str, language: str = "") -> str:
        """The text of a column's cell; '' where there is none."""
        cell = self.cells.get((field, language))
        return cell.text if cell else ""

    def is_one_term(self, language: str) -> bool:
        """Whether a cell of terms has one term's values beside it: its status, its source."""
        return ("status", language) in self.columns


def concept_of(
    rows: Sequence[Row], settings: Settings, is_known: Callable[[str], bool]
) -> IncomingConcept:
    """What some rows say of their concept."""
    faults = [fault for row in rows for fault in row.faults]
    fields = dict(_concept_fields(rows, settings, faults))
    first = next(iter(rows[0].cells.values()), rows[0].empty(0))
    sections: dict[str, IncomingSection] = {}
    for language in LANGUAGE_ORDER:
        section = _section(rows, language, is_known, faults)
        if section is not None:
            sections[language] = section
    _unnamed(rows, sections)
    return IncomingConcept(
        id=rows[0].text("id"),
        cell=rows[0].cells.get(("id", "")) or rows[0].cells.get((TERM, LANGUAGE_ORDER[0])) or first,
        fields=fields,
        sections=sections,
        fingerprint=rows[0].text("fingerprint"),
        faults=tuple(faults),
    )


def _concept_fields(
    rows: Sequence[Row], settings: Settings, faults: list[Fault]
) -> Iterator[tuple[str, Cell]]:
    for field in ("subject_field", "kind", "distinguish", "trap", "note"):
        cell = _one(rows, field, "", faults)
        if cell is None:
            continue
        if field == "subject_field" and cell.text:
            slug = subject_of(cell.text, settings)
            if slug is None:
                faults.append(_unknown_subject(cell, settings))
            cell = replace(cell, text=slug or "")
        yield field, _closed(cell, field, faults) if field == "kind" else cell


def _one(rows: Sequence[Row], field: str, language: str, faults: list[Fault]) -> Cell | None:
    """The cell that speaks for all rows: the first with a text; two that differ are a fault."""
    cells = [cell for row in rows if (cell := row.cell(field, language)) is not None]
    filled = [cell for cell in cells if cell.text]
    for other in filled[1:]:
        if other.text != filled[0].text:
            message = _("here stands “{text}”, but “{other}” in {address}.")
            message = message.format(
                text=other.text[:60], other=filled[0].text[:60], address=filled[0].address
            )
            faults.append(Fault(other, message, _("Rows of one concept say the same; mend one.")))
            break
    return filled[0] if filled else next(iter(cells), None)


def _section(
    rows: Sequence[Row], language: str, is_known: Callable[[str], bool], faults: list[Fault]
) -> IncomingSection | None:
    if not any(language == code for row in rows for _field, code in row.columns):
        return None
    terms = [term for row in rows for term in _terms(row, language, is_known, faults)]
    fields = {f: c for f in SECTION_FIELDS if (c := _one(rows, f, language, faults)) is not None}
    pools: dict[str, list[Cell]] = {"source": [], "context": []}
    for row in rows:
        for field, pool in pools.items():
            cell = row.cell(field, language)
            if cell is not None and not row.is_one_term(language):
                pool += [replace(cell, text=text) for text in parts(cell.text)]
    once = _without_repeats(terms)
    return IncomingSection(once, fields, tuple(pools["source"]), tuple(pools["context"]))


def _terms(
    row: Row, language: str, is_known: Callable[[str], bool], faults: list[Fault]
) -> Iterator[IncomingTerm]:
    cell = row.cells.get((TERM, language))
    lists_statuses = ("admitted", language) in row.columns
    own = {} if cell is None or lists_statuses else dict(_own_values(row, language, faults))
    if cell is not None:
        if not lists_statuses:
            yield from _of_cell(cell, own, row.cell("source"), is_known)
        else:
            yield from _preferred_of(cell, row.cell("grammar", language), is_known, faults)
    admitted = row.cells.get(("admitted", language))
    if admitted is not None:
        for text in split_terms(admitted.text, is_known):
            yield IncomingTerm(replace(admitted, text=text), (Status.ADMITTED,), silent=_SILENT)
    unwanted = row.cells.get(("not_to_be_used", language))
    if unwanted is not None:
        yield from _unwanted_of(unwanted, row.cell("reason", language), is_known, faults)


def _unwanted_of(
    cell: Cell, reason: Cell | None, is_known: Callable[[str], bool], faults: list[Fault]
) -> Iterator[IncomingTerm]:
    """The terms not to be used, each with its reason: one for every piece or every term."""
    pieces = [cell.text] if is_known(cell.text) else cell.text.split(LIST_SEPARATOR.strip())
    groups = [split_terms(piece, is_known) for piece in pieces]
    if reason and reason.text.count(LIST_SEPARATOR.strip()) >= len(groups):
        groups = [[text] for group in groups for text in group]
    reasons = _reasons_of(reason, len(groups), faults)
    for group, given in zip(groups, reasons, strict=True):
        fields = {} if given is None else {"reason": given}
        for text in group:
            yield IncomingTerm(replace(cell, text=text), _UNWANTED, fields, silent=_SILENT)


def _reasons_of(cell: Cell | None, terms: int, faults: list[Fault]) -> list[Cell | None]:
    """The reasons of the terms in the cell before it, in their order; None where it is silent."""
    if cell is None:
        return [None] * terms
    pieces = [piece.strip() for piece in cell.text.split(LIST_SEPARATOR.strip())]
    if not cell.text:
        pieces = [""] * terms
    elif len(pieces) > terms:
        message = _("there are {n} reasons for {m} terms.").format(n=len(pieces), m=terms)
        faults.append(Fault(cell, message, _("Write a reason for each term, or — for none.")))
        return [None] * terms
    texts = ["" if piece == NO_VALUE else piece for piece in pieces]
    found = [_closed(replace(cell, text=text), "reason", faults) for text in texts]
    return [*found, *[None] * (terms - len(found))]


def _own_values(row: Row, language: str, faults: list[Fault]) -> Iterator[tuple[str, Cell]]:
    """The values that stand in a row beside the term of a language."""
    pooled = () if row.is_one_term(language) else ("source", "context", "context_source")
    for field in TERM_FIELDS:
        cell = row.cell(COLUMN_OF.get(field, field), language)
        if cell is None and language in _LONE.get(field, ()):
            cell = row.cell(field)
        if cell is not None and field not in pooled:
            yield field, _closed(cell, field, faults)


def _of_cell(
    cell: Cell, own: Mapping[str, Cell], cited: Cell | None, is_known: Callable[[str], bool]
) -> Iterator[IncomingTerm]:
    """The terms of a cell with columns for one term's values beside it."""
    status = own.get("status")
    statuses = (Status(status.text),) if status and status.text else ()
    fields = {f: c for f, c in own.items() if f != "status"}
    source = cited if cited and cited.text else None
    for i, text in enumerate(split_terms(cell.text, is_known)):
        kept = fields if i == 0 else {f: c for f, c in fields.items() if f in _FOR_ALL}
        if i and statuses == (Status.PREFERRED,):
            # Only one can be; those behind it are meant as possible.
            statuses = ()
        yield IncomingTerm(replace(cell, text=text), statuses, kept, status, source)


def _preferred_of(
    cell: Cell, grammar: Cell | None, is_known: Callable[[str], bool], faults: list[Fault]
) -> Iterator[IncomingTerm]:
    """The preferred terms where others have columns of their own.

    Pieces parted by ` | ` are preferred each (in its usage), what follows a `;` is admitted.
    """
    pieces = [cell.text] if is_known(cell.text) else list(parts(cell.text))
    marked = _grammar_of(grammar, len(pieces))
    for i, piece in enumerate(pieces):
        texts = split_terms(piece, is_known)
        mark = marked[i]
        fields = _grammar_fields(replace(grammar, text=mark), faults) if grammar and mark else {}
        for j, text in enumerate(texts):
            statuses = () if j else (Status.PREFERRED,)
            yield IncomingTerm(replace(cell, text=text), statuses, {} if j else fields)


def _grammar_of(cell: Cell | None, terms: int) -> list[str]:
    """The grammar of each of so many terms: a mark for each, or one for all."""
    pieces = [piece.strip() for piece in cell.text.split(LIST_SEPARATOR.strip())] if cell else []
    marks = ["" if piece == NO_VALUE else piece for piece in pieces]
    if len(marks) == terms:
        return marks
    return marks * terms if len(marks) == 1 else [""] * terms


def _grammar_fields(cell: Cell, faults: list[Fault]) -> dict[str, Cell]:
    """“noun, neuter, vn-side” taken apart."""
    fields: dict[str, Cell] = {}
    for piece in cell.text.split(","):
        values = {field: value_of(piece, kind) for field, kind in _GRAMMAR.items()}
        found = {f: replace(cell, text=v) for f, v in values.items() if v}
        if not found:
            kinds = tuple(_GRAMMAR.values())
            faults.append(_not_possible(replace(cell, text=piece.strip()), kinds))
        if "usage" in found and "usage" in fields:
            both = LIST_SEPARATOR.join((fields["usage"].text, found["usage"].text))
            found["usage"] = replace(cell, text=both)
        fields |= found
    return fields


def split_terms(text: str, is_known: Callable[[str], bool]) -> list[str]:
    """The terms of a cell; a text of the glossary is one, whatever stands in it.

    What has no letter or digit (a dash for “none”) is no term.
    """
    whole = squeeze(text)
    if is_known(whole):
        return [whole]
    pieces = [piece for part in parts(text) for piece in _SEVERAL.split(part)]
    found = dict.fromkeys(squeeze(piece) for piece in pieces)
    return [piece for piece in found if _HAS_LETTER.search(piece)]


def _without_repeats(terms: Sequence[IncomingTerm]) -> tuple[IncomingTerm, ...]:
    """A term that stands in two rows is one; the first row speaks for it."""
    once: dict[str, IncomingTerm] = {}
    for term in terms:
        once.setdefault(term.cell.text, term)
    return tuple(once.values())


def _unnamed(rows: Sequence[Row], sections: dict[str, IncomingSection]) -> None:
    """A definition or context under a heading without a language: its own says whose it is."""
    for row in rows:
        for field in ("definition", "context"):
            cell = row.cell(field)
            language = _language_of(cell.text, sections) if cell and cell.text else ""
            section = sections.get(language)
            if section is None or cell is None:
                continue
            if field == "context":
                sections[language] = replace(section, contexts=(*section.contexts, cell))
            else:
                sections[language] = replace(section, fields={**section.fields, field: cell})


def _language_of(text: str, sections: Mapping[str, IncomingSection]) -> str:
    weights = dict.fromkeys(sections, 0)
    for language, piece in language_runs(text):
        if language in weights:
            weights[language] += len(piece)
    return max(weights, key=lambda language: weights[language]) if weights else ""


def _closed(cell: Cell, field: str, faults: list[Fault]) -> Cell:
    """A cell of a closed list in the glossary's own spelling; another text is a fault."""
    if field not in CLOSED or not cell.text:
        return cell
    kind = CLOSED[field]
    pieces = re.split(r"[|,;]", cell.text) if field == "usage" else [cell.text]
    values = [value_of(piece, kind) for piece in pieces if piece.strip()]
    if None in values:
        faults.append(_not_possible(cell, (kind,)))
        return replace(cell, text="")
    return replace(cell, text=LIST_SEPARATOR.join(value for value in values if value))


def _not_possible(cell: Cell, kinds: Sequence[type[Enum]]) -> Fault:
    message = _("“{value}” is not one of the values possible here.").format(value=cell.text[:60])
    labels = [value_label(member, current_language()) for kind in kinds for member in kind]
    return Fault(cell, message, _("Possible: {values}.").format(values=", ".join(labels)))


def _unknown_subject(cell: Cell, settings: Settings) -> Fault:
    message = _("there is no subject field “{field}”.").format(field=cell.text[:60])
    ui = current_language()
    known = [settings.subject_label(s.slug, ui) for s in settings.subject_fields]
    return Fault(cell, message, _("There are: {fields}.").format(fields="; ".join(known)))
