"""DeepL glossary: a source and an equivalent, parted by a tab; a file for each direction.

DeepL puts the equivalent wherever it sees the source. So there is no head row, no source twice, and
nothing that would be forced on a text in the wrong place: a term of several concepts with different
equivalents stays out, and so does a formula with a gap. At most 1,024 bytes a side, no line breaks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vnru_terms.formats.comments import flat
from vnru_terms.formats.format import Format, Selection, has_gap, permitted, written
from vnru_terms.formats.pairs import base_name, tell_unwanted
from vnru_terms.formats.parts import Part
from vnru_terms.formats.tally import (
    ADMITTED,
    AMBIGUOUS,
    CONTROL,
    NO_EQUIVALENT,
    REPEATED,
    SLOTS,
    TOO_LONG,
    Tally,
)
from vnru_terms.model import ConceptEntry, TermEntry

LONGEST = 1024


def stream_deepl(selection: Selection, tally: Tally) -> Mapping[str, Iterator[bytes]]:
    """A file for each target language."""
    return {
        f"{base_name(selection, target)}.deepl.tsv": _pieces(selection, target, tally)
        for target in selection.targets
    }


def _pieces(selection: Selection, target: str, tally: Tally) -> Iterator[bytes]:
    """The pairs that are certain; all are read first, since any entry may make a term ambiguous."""
    # By the source in small letters: its spellings, each with its equivalents.
    found: dict[str, dict[str, dict[str, None]]] = {}
    for entry in selection.entries:
        for source, equivalent in _certain(entry, selection, target, tally):
            spellings = found.setdefault(source.casefold(), {})
            spellings.setdefault(source, {})[equivalent] = None
    for spellings in found.values():
        equivalents = {text.casefold() for texts in spellings.values() for text in texts}
        source = next(iter(spellings))
        if len(equivalents) > 1:
            tally.add(AMBIGUOUS, f"{source} ({target})")
            continue
        for other in list(spellings)[1:]:
            tally.add(REPEATED, f"{other} ({target})")
        yield f"{source}\t{next(iter(spellings[source]))}\n".encode()


def _certain(
    entry: ConceptEntry, selection: Selection, target: str, tally: Tally
) -> Iterator[tuple[str, str]]:
    """Every permitted source term with the first equivalent, where DeepL can take both."""
    for language in (selection.source, target):
        tell_unwanted(entry, language, tally)
    sources = _takeable(entry, selection.source, tally)
    targets = _takeable(entry, target, tally)
    if not sources or not targets:
        tally.add(NO_EQUIVALENT, f"{entry.id} ({target})")
        return
    for other in targets[1:]:
        tally.add(ADMITTED, f"{other} ({target})")
    for source in sources:
        yield source, targets[0]


def _takeable(entry: ConceptEntry, language: str, tally: Tally) -> list[str]:
    found = []
    for term in permitted(entry, language):
        reason = _refused(term)
        if reason:
            tally.add(reason, f"{term.term[:40]} ({language})")
        elif written(term):
            found.append(flat(written(term)))
    return list(dict.fromkeys(found))


def _refused(term: TermEntry) -> str:
    if has_gap(term):
        return SLOTS
    text = flat(written(term))
    if not text.isprintable():
        return CONTROL
    return TOO_LONG if len(text.encode()) > LONGEST else ""


DEEPL = Format(
    name="deepl",
    suffix=".tsv",
    client="DeepL",
    carries=frozenset((Part.SYNONYMS,)),
    stream=stream_deepl,
)
