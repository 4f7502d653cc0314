"""An annotated document as plain text: its terms in brackets and numbered, then a list of them.

A number belongs to a term, not to an occurrence, so that the list is read once. Doubtful
occurrences are left out: a text with marks in the wrong places is not read.
"""

from __future__ import annotations

from vnru_terms.matching.annotated_words import equivalent_texts, superseded, warning
from vnru_terms.matching.annotation import Annotation, Mark, numbered
from vnru_terms.messages import _

_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_DEPRECATED = "✗"


def render_text(annotation: Annotation) -> str:
    """The text with `⟦term⟧¹`, and what the numbers stand for."""
    numbers = numbered(annotation, certain_only=True)
    pieces, at = [], 0
    first: dict[tuple[str, ...], Mark] = {}
    for mark in annotation.marks:
        if not mark.is_certain:
            continue
        first.setdefault(mark.concepts, mark)
        start, end = mark.occurrence.start, mark.occurrence.end
        number = str(numbers[mark.concepts]).translate(_SUPERSCRIPTS)
        sign = _DEPRECATED if mark.is_deprecated else ""
        pieces += [annotation.text[at:start], f"⟦{mark.occurrence.text}⟧{sign}{number}"]
        at = end
    text = "".join([*pieces, annotation.text[at:]]).rstrip("\n")
    if not first:
        return text + "\n"
    listed = [
        line for key, mark in first.items() for line in _entry(annotation, mark, numbers[key])
    ]
    return "\n".join([text, "", "—" * 8, "", *listed, ""])


def _entry(annotation: Annotation, mark: Mark, number: int) -> list[str]:
    lines = []
    for i, meaning in enumerate(mark.meanings):
        notes = [warning(mark, annotation.language) if i == 0 else "", superseded(meaning)]
        noted = "; ".join(note for note in notes if note)
        lead = f"{number:>3}. " if i == 0 else " " * 5
        lines.append(f"{lead}{meaning.term.term}" + (f" — {noted}" if noted else ""))
        if len(mark.meanings) > 1 and meaning.entry.distinguish:
            lines.append(f"     = {meaning.entry.distinguish}")
        for language in annotation.to:
            texts = equivalent_texts(meaning, language)
            if texts:
                shown = "; ".join(", ".join(filter(None, text)) for text in texts)
                lines.append(f"     {language}  {shown}")
        if meaning.entry.trap:
            lines.append(f"     ! {_('trap')}: {meaning.entry.trap}")
    return lines
