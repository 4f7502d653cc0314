"""TSV: the plainest table, for Smartcat, Phrase, scripts and pasting: a head row of language codes.

A row holds one term of each language and makes sense by itself: the preferred terms first, then
each admitted term beside the preferred ones of the other languages. No quoting; white space inside
a cell is one space. As in CSV, a cell that a spreadsheet would run gets an apostrophe.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vnru_terms.formats.comments import flat
from vnru_terms.formats.csv_table import harmless
from vnru_terms.formats.format import Format, Selection, permitted, written
from vnru_terms.formats.pairs import tell_unwanted
from vnru_terms.formats.parts import Part
from vnru_terms.formats.tally import NO_EQUIVALENT, Tally
from vnru_terms.messages import N_
from vnru_terms.model import ConceptEntry


def stream_tsv(selection: Selection, tally: Tally) -> Mapping[str, Iterator[bytes]]:
    """One table with all languages."""
    return {"glossary.tsv": _pieces(selection, tally)}


def _pieces(selection: Selection, tally: Tally) -> Iterator[bytes]:
    yield _line([*selection.languages, "comment", "subject_field", "id"])
    for entry in selection.entries:
        for language in selection.languages:
            tell_unwanted(entry, language, tally)
        rows = list(_rows(entry, selection))
        if not rows:
            tally.add(NO_EQUIVALENT, entry.id)
        comment = " · ".join(text for text in (entry.distinguish, entry.trap) if text)
        for row in rows:
            yield _line([*row, comment, entry.subject_field, entry.id])


def _rows(entry: ConceptEntry, selection: Selection) -> Iterator[list[str]]:
    """The rows of a concept; none where fewer than two languages have a term."""
    columns = [
        list(dict.fromkeys(filter(None, map(written, permitted(entry, language)))))
        for language in selection.languages
    ]
    if sum(map(bool, columns)) < 2 or not columns[0]:
        return
    best = [column[0] if column else "" for column in columns]
    yield best
    for at, column in enumerate(columns):
        for other in column[1:]:
            yield [*best[:at], other, *best[at + 1 :]]


def _line(cells: list[str]) -> bytes:
    return ("\t".join(harmless(flat(cell)) for cell in cells) + "\r\n").encode("utf-8", "replace")


TSV = Format(
    name="tsv",
    suffix=".tsv",
    client=N_("Smartcat, Matecat, scripts"),
    carries=frozenset(
        (Part.SUBJECT_FIELD, Part.SYNONYMS, Part.ADMITTED, Part.DISTINGUISH, Part.TRAP)
    ),
    stream=stream_tsv,
)
