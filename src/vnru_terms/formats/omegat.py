"""OmegaT's own glossary: source, equivalent, comment, parted by tabs; a file for each direction.

`.utf8` is the one suffix that OmegaT always reads as UTF-8. A line that begins with `#` is a
comment to it. It knows no statuses: deprecated terms would be offered as good ones, so they
stay out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vnru_terms.formats.comments import flat, one_line
from vnru_terms.formats.format import Format, Selection
from vnru_terms.formats.pairs import Marks, all_pairs, base_name
from vnru_terms.formats.parts import Part
from vnru_terms.formats.tally import Tally

COMMENT_MARK = "#"


def stream_omegat(selection: Selection, tally: Tally) -> Mapping[str, Iterator[bytes]]:
    """A file for each target language."""
    return {
        f"{base_name(selection, target)}.utf8": _pieces(selection, target, tally)
        for target in selection.targets
    }


def _pieces(selection: Selection, target: str, tally: Tally) -> Iterator[bytes]:
    title = flat(selection.settings.title.get(target, ""))
    edition = flat(f"{selection.settings.edition} {selection.settings.date}")
    yield f"{COMMENT_MARK} {title} {edition}\n".encode("utf-8", "replace")
    for pair in all_pairs(selection, target, tally, Marks(source=(COMMENT_MARK,))):
        source, equivalent = map(flat, pair.texts)
        line = "\t".join((source, equivalent, one_line(pair, selection, target)))
        yield f"{line}\n".encode("utf-8", "replace")


PAIR_PARTS = frozenset(
    (
        Part.SUBJECT_FIELD, Part.SYNONYMS, Part.ADMITTED, Part.STATUS, Part.GENDER, Part.NUMBER,
        Part.GOVERNMENT, Part.USAGE, Part.SLOTS, Part.DEFINITION, Part.DISTINGUISH, Part.TRAP,
        Part.TERM_NOTE,
    )
)  # fmt: skip

OMEGAT = Format(
    name="omegat",
    suffix=".utf8",
    client="OmegaT",
    carries=PAIR_PARTS,
    stream=stream_omegat,
)
