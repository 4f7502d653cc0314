"""UTX 1.11 (Universal Terminology eXchange, AAMT): a file for each direction.

A table of tabs with a two-line head. Readers pass over the term status, so only permitted terms
are in it. The head has the date and no `;` at its end, and at most one `:` in a field: some readers
stop at anything else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vnru_terms.formats.comments import flat, one_line
from vnru_terms.formats.format import Format, Selection
from vnru_terms.formats.omegat import PAIR_PARTS
from vnru_terms.formats.pairs import Marks, Pair, all_pairs, base_name
from vnru_terms.formats.parts import Part
from vnru_terms.formats.tally import Tally
from vnru_terms.messages import N_
from vnru_terms.model import Kind, PartOfSpeech, TermEntry

_COLUMNS = ("src", "tgt", "src:pos", "tgt:pos", "term status", "comment", "concept ID")


def stream_utx(selection: Selection, tally: Tally) -> Mapping[str, Iterator[bytes]]:
    """A file for each target language."""
    return {
        f"{base_name(selection, target)}.utx": _pieces(selection, target, tally)
        for target in selection.targets
    }


def _pieces(selection: Selection, target: str, tally: Tally) -> Iterator[bytes]:
    settings = selection.settings
    date = f"{settings.date or '1970-01-01'}T00:00:00Z"
    fields = ["UTX 1.11", f"{selection.source}/{target}", date, "creator: vnru-terms"]
    if settings.licence:
        fields.append(f"license: {settings.licence}")
    head = "; ".join(_one_colon(flat(field).replace(";", ",")) for field in fields)
    columns = "\t".join(_COLUMNS)
    yield f"#{head}\r\n#{columns}\r\n".encode("utf-8", "replace")
    for pair in all_pairs(selection, target, tally, Marks(source=("#",))):
        line = "\t".join(_cells(pair, selection, target))
        yield f"{line}\r\n".encode("utf-8", "replace")


def _cells(pair: Pair, selection: Selection, target: str) -> list[str]:
    source, equivalent = map(flat, pair.texts)
    parts = [_part_of_speech(pair, term) for term in (pair.source, pair.target)]
    comment = one_line(pair, selection, target)
    return [source, equivalent, *parts, "approved", comment, pair.entry.id]


def _part_of_speech(pair: Pair, term: TermEntry) -> str:
    """UTX's word for it; what the glossary's five do not name goes by the kind of the concept."""
    if pair.entry.kind is Kind.NAME:
        return "properNoun"
    if term.part_of_speech is None or term.part_of_speech is PartOfSpeech.OTHER:
        return "sentence" if pair.entry.kind is Kind.FORMULA else ""
    return str(term.part_of_speech.value)


def _one_colon(field: str) -> str:
    name, colon, value = field.partition(": ")
    return f"{name}{colon}{value.replace(':', ' ')}" if colon else field


UTX = Format(
    name="utx",
    suffix=".utx",
    client=N_("programs that read UTX"),
    carries=PAIR_PARTS | {Part.PART_OF_SPEECH},
    stream=stream_utx,
)
