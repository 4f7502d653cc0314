"""memoQ term base, as CSV: one row a concept, columns by the names that memoQ gives them.

UTF-8 with a byte order mark. A language has a definition and as many groups of term, `Term_Info`
and `Term_Example` as the concept with most terms needs. In `Term_Info`, `NonTerm` makes a term
forbidden; `Custom` says that `|` in a term ends what stays the same when the word is inflected:
memoQ's own rule (half of the word) finds a quarter of the Russian forms.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from itertools import takewhile

from vnru_terms.formats.comments import flat
from vnru_terms.formats.format import Format, Selection, ranked, written
from vnru_terms.formats.numbers import entry_numbers
from vnru_terms.formats.parts import Part
from vnru_terms.formats.tally import NO_EQUIVALENT, Tally
from vnru_terms.formats.tbx_notes import concept_notes
from vnru_terms.lang import LANGUAGES
from vnru_terms.lang.recipe import Inflected
from vnru_terms.model import ConceptEntry, Kind, TermEntry
from vnru_terms.store.term_phrases import phrase_of

NAMES = {"vi": "Vietnamese", "en": "English", "ru": "Russian"}
STEM_END = "|"
# What memoQ reads as a command in a Custom term.
_WILDCARDS = ("|", "*")
# A shorter beginning (лет for год) would find other words.
_SHORTEST_STEM = 3


def stream_memoq(selection: Selection, tally: Tally) -> Mapping[str, Iterator[bytes]]:
    """One table with all languages."""
    return {"glossary.memoq.csv": _pieces(selection, tally)}


def _pieces(selection: Selection, tally: Tally) -> Iterator[bytes]:
    widths = {
        language: max((len(_terms(e, language)) for e in selection.entries), default=1) or 1
        for language in selection.languages
    }
    yield _line(_head(widths)).encode("utf-8-sig")
    numbers = entry_numbers(entry.id for entry in selection.entries)
    for entry in selection.entries:
        if sum(bool(_terms(entry, language)) for language in selection.languages) < 2:
            tally.add(NO_EQUIVALENT, entry.id)
            continue
        yield _line(_row(entry, widths, numbers[entry.id], selection)).encode("utf-8", "replace")


def _head(widths: Mapping[str, int]) -> list[str]:
    head = ["Entry_ID", "Entry_Subject", "Entry_Domain", "Entry_Note"]
    for language, width in widths.items():
        name = NAMES[language]
        head += [f"{name}_Def", *([name, "Term_Info", "Term_Example"] * width)]
    return head


def _row(
    entry: ConceptEntry, widths: Mapping[str, int], number: int, selection: Selection
) -> list[str]:
    subject = selection.settings.subject_label(entry.subject_field, selection.source)
    cells = [str(number), subject, entry.subject_field, "; ".join(concept_notes(entry))]
    for language, width in widths.items():
        section = entry.section(language)
        cells.append(section.definition.text if section and section.definition else "")
        terms = _terms(entry, language)
        for term in terms:
            cells += _term(term, entry.kind, language)
        cells += ["", "", ""] * (width - len(terms))
    return [flat(cell) for cell in cells]


def _terms(entry: ConceptEntry, language: str) -> list[TermEntry]:
    return [term for term in ranked(entry.terms(language)) if written(term)]


def _term(term: TermEntry, kind: Kind, language: str) -> list[str]:
    text = written(term)
    stems = with_stems(term, kind, language)
    info = "CasePermissive;Exact" if stems is None else "CasePermissive;Custom"
    if not term.is_permitted:
        info += ";NonTerm"
    return [stems or text, info, term.context.text if term.context else ""]


def with_stems(term: TermEntry, kind: Kind, language: str) -> str | None:
    """The term with `|` behind the stem of every word that its language inflects; None if none."""
    text = written(term)
    if any(mark in text for mark in _WILDCARDS):
        return None
    recipe = next(iter(LANGUAGES[language].recipes(phrase_of(term, kind))), None)
    if recipe is None:
        return None
    marked, at, inflected = "", 0, False
    for token in recipe.tokens:
        forms = [token] if isinstance(token, str) else _forms(token)
        stem = _shared_beginning([form.casefold() for form in forms])
        start = text.casefold().find(stem, at) if stem else -1
        if len(set(forms)) == 1 or len(stem) < _SHORTEST_STEM or start < 0:
            at = max(at, start + len(stem))
            continue
        end = start + len(stem)
        marked += text[len(marked.replace(STEM_END, "")) : end] + STEM_END
        at, inflected = end, True
    return marked + text[len(marked.replace(STEM_END, "")) :] if inflected else None


def _forms(token: Inflected) -> list[str]:
    """The spelling for print of every cell."""
    return [cell[0] for cell in token.cells if cell]


def _shared_beginning(forms: list[str]) -> str:
    """What all forms begin with."""
    first, last = min(forms, default=""), max(forms, default="")
    same = takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False))
    return "".join(letter for letter, _same in same)


def _line(cells: list[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\r\n").writerow(cells)
    return buffer.getvalue()


MEMOQ = Format(
    name="memoq",
    suffix=".csv",
    client="memoQ",
    carries=frozenset(
        (
            Part.SUBJECT_FIELD, Part.KIND, Part.SYNONYMS, Part.ADMITTED, Part.DEPRECATED,
            Part.SUPERSEDED, Part.DEFINITION, Part.CONTEXT, Part.DISTINGUISH, Part.TRAP,
            Part.VALID, Part.NOTE,
        )
    ),
    stream=stream_memoq,
)  # fmt: skip
