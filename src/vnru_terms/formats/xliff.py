"""XLIFF 2.1 with its glossary module: a file for each target language.

A unit a concept: first its glossary entry with every permitted equivalent and the definition, then
notes, then one segment, the preferred term and its equivalent. Further source terms are further
glossary entries of the unit. Module elements come before the notes, as the standard asks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vnru_terms.formats.comments import concept_comment, evidence, pair_comment
from vnru_terms.formats.format import Format, Selection, permitted, written
from vnru_terms.formats.pairs import Pair, base_name, pairs_of, tell_unwanted
from vnru_terms.formats.parts import Part
from vnru_terms.formats.tally import NO_EQUIVALENT, Tally
from vnru_terms.formats.xml_text import DECLARATION, element, legal, opening, parent
from vnru_terms.messages import N_
from vnru_terms.model import ConceptEntry, Status

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
GLOSSARY_MODULE = "urn:oasis:names:tc:xliff:glossary:2.0"


def stream_xliff(selection: Selection, tally: Tally) -> Mapping[str, Iterator[bytes]]:
    """A file for each target language."""
    return {
        f"{base_name(selection, target)}.xlf": _pieces(selection, target, tally)
        for target in selection.targets
    }


def _pieces(selection: Selection, target: str, tally: Tally) -> Iterator[bytes]:
    root = opening(
        "xliff",
        {
            "xmlns": NAMESPACE,
            "xmlns:gls": GLOSSARY_MODULE,
            "version": "2.1",
            "srcLang": selection.source,
            "trgLang": target,
        },
    )
    yield f'{DECLARATION}{root}\n<file id="glossary">\n'.encode()
    units = 0
    for entry in selection.entries:
        for language in (selection.source, target):
            tell_unwanted(entry, language, tally)
        pairs = pairs_of(entry, selection.source, target)
        if not pairs:
            tally.add(NO_EQUIVALENT, f"{entry.id} ({target})")
            continue
        units += 1
        xml = _unit(entry, pairs, selection, target)
        yield f"{legal(xml, entry.id, tally)}\n".encode()
    if not units:
        # A file must hold a unit or a group.
        yield b'<group id="empty"></group>\n'
    yield b"</file>\n</xliff>\n"


def _unit(entry: ConceptEntry, pairs: list[Pair], selection: Selection, target: str) -> str:
    best = pairs[0]
    glossary = parent("gls:glossary", _glossary(entry, pairs, selection, target))
    notes = [element("note", line) for line in concept_comment(entry, selection, target)]
    for pair in pairs:
        told = [*pair_comment(pair.source, pair.target, target), evidence(pair.target, target)]
        notes.append(element("note", f"{' → '.join(pair.texts)}: {'; '.join(told)}"))
    source, equivalent = best.texts
    sides = [element("source", source), element("target", equivalent)]
    segment = parent("segment", sides, {"state": "final"})
    return parent("unit", [glossary, parent("notes", notes), segment], {"id": entry.id})


def _glossary(
    entry: ConceptEntry, pairs: list[Pair], selection: Selection, target: str
) -> Iterator[str]:
    equivalents = dict.fromkeys(pair.texts[1] for pair in pairs)
    definition = _definition(entry, (target, selection.source))
    preferred = {written(t) for t in permitted(entry, target) if t.status is Status.PREFERRED}
    for source in dict.fromkeys(pair.texts[0] for pair in pairs):
        translations = [
            element("gls:translation", text, source=_status(text in preferred))
            for text in equivalents
        ]
        yield parent("gls:glossEntry", [element("gls:term", source), *translations, definition])


def _status(is_preferred: bool) -> str:
    """The module has no status; its `source` says where a translation comes from."""
    return "vnru-terms: preferred" if is_preferred else "vnru-terms: admitted"


def _definition(entry: ConceptEntry, languages: tuple[str, ...]) -> str:
    for section in map(entry.section, languages):
        if section is not None and section.definition is not None:
            source = section.definition.source
            attributes = {"source": source} if source else {}
            return element("gls:definition", section.definition.text, **attributes)
    return ""


XLIFF = Format(
    name="xliff",
    suffix=".xlf",
    client=N_("programs that read XLIFF 2.1"),
    carries=frozenset(
        (
            Part.SUBJECT_FIELD, Part.SYNONYMS, Part.ADMITTED, Part.STATUS, Part.GENDER,
            Part.NUMBER, Part.GOVERNMENT, Part.USAGE, Part.SLOTS, Part.DEFINITION, Part.SOURCE,
            Part.CITATION, Part.DISTINGUISH, Part.TRAP, Part.TERM_NOTE,
        )
    ),
    stream=stream_xliff,
)  # fmt: skip
