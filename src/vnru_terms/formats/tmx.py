"""TMX 1.4b: the preferred terms as a translation memory.

A unit a concept, a variant a language. A further source term is a unit of its own with the same
equivalents (`id/2`), so that it is found too. Admitted equivalents stay out: a memory offers
everything as a full match and knows no second choice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vnru_terms.formats.comments import concept_comment
from vnru_terms.formats.format import Format, Selection, has_gap, permitted, written
from vnru_terms.formats.pairs import tell_unwanted
from vnru_terms.formats.parts import Part
from vnru_terms.formats.tally import ADMITTED, NO_EQUIVALENT, NO_TERM, SLOTS, Tally
from vnru_terms.formats.tbx import header_lines
from vnru_terms.formats.xml_text import DECLARATION, element, legal, opening, parent
from vnru_terms.messages import N_
from vnru_terms.model import ConceptEntry, TermEntry


def stream_tmx(selection: Selection, tally: Tally) -> Mapping[str, Iterator[bytes]]:
    """One file with all languages."""
    return {"glossary.tmx": _pieces(selection, tally)}


def _pieces(selection: Selection, tally: Tally) -> Iterator[bytes]:
    date = _date(selection)
    header = {
        "creationtool": "vnru-terms",
        "creationtoolversion": selection.settings.edition or "1",
        "segtype": "phrase",
        "o-tmf": "vnru-terms",
        "adminlang": "en",
        "srclang": selection.source,
        "datatype": "plaintext",
    } | ({"creationdate": date} if date else {})
    notes = "\n".join(element("note", line) for line in header_lines(selection.settings))
    root = f'{DECLARATION}<tmx version="1.4">\n{opening("header", header)}\n{notes}\n</header>\n'
    yield f"{root}<body>\n".encode()
    for entry in selection.entries:
        xml = "".join(_units(entry, selection, tally))
        yield legal(xml, entry.id, tally).encode()
    yield b"</body>\n</tmx>\n"


def _units(entry: ConceptEntry, selection: Selection, tally: Tally) -> Iterator[str]:
    for language in selection.languages:
        tell_unwanted(entry, language, tally)
    targets: dict[str, TermEntry] = {}
    for language in selection.targets:
        terms = _memorable(entry, language, tally)
        if terms:
            targets[language] = terms[0]
            for other in terms[1:]:
                tally.add(ADMITTED, f"{other.term} ({language})")
        else:
            tally.add(NO_EQUIVALENT, f"{entry.id} ({language})")
    if not targets:
        return
    sources = dict.fromkeys(map(written, _memorable(entry, selection.source, tally)))
    if not sources:
        tally.add(NO_TERM, f"{entry.id} ({selection.source})")
    for number, source in enumerate(sources, start=1):
        id = entry.id if number == 1 else f"{entry.id}/{number}"
        variants = [_variant(selection.source, source)]
        variants += [_variant(language, written(term)) for language, term in targets.items()]
        comment = concept_comment(entry, selection, selection.source)
        notes = [element("note", line) for line in comment]
        yield parent("tu", [*notes, *variants], {"tuid": id}) + "\n"


def _memorable(entry: ConceptEntry, language: str, tally: Tally) -> list[TermEntry]:
    """The permitted terms that can stand in a memory: a gap would be taken for text."""
    found = [term for term in permitted(entry, language) if written(term)]
    for term in found:
        if has_gap(term):
            tally.add(SLOTS, f"{term.term} ({language})")
    return [term for term in found if not has_gap(term)]


def _variant(language: str, text: str) -> str:
    return f"{opening('tuv', {'xml:lang': language})}{element('seg', text)}</tuv>"


def _date(selection: Selection) -> str:
    """The edition's date as TMX writes dates; '' where it is none."""
    date = selection.settings.date.replace("-", "")
    return f"{date}T000000Z" if len(date) == 8 and date.isascii() and date.isdigit() else ""


TMX = Format(
    name="tmx",
    suffix=".tmx",
    client=N_("any CAT tool, as a memory"),
    carries=frozenset(
        (Part.SUBJECT_FIELD, Part.SYNONYMS, Part.DISTINGUISH, Part.TRAP, Part.DEFINITION)
    ),
    stream=stream_tmx,
)
