"""An annotated document as JSON values: an array of occurrences.

`start` and `end` count code points of the text as given. Where a word may be several concepts, `id`
and `equivalents` are the likeliest one's, and `others` has the rest with what tells them apart.
"""

from __future__ import annotations

from vnru_terms.matching.annotation import Annotation, Mark, Meaning, equivalents
from vnru_terms.model import TermEntry


def annotation_json(annotation: Annotation) -> list[dict[str, object]]:
    """One object an occurrence, in order of the text, doubtful ones too."""
    return [_mark(annotation, mark) for mark in annotation.marks]


def _mark(annotation: Annotation, mark: Mark) -> dict[str, object]:
    occurrence, first = mark.occurrence, mark.meanings[0]
    values: dict[str, object] = {
        "start": occurrence.start,
        "end": occurrence.end,
        "text": occurrence.text,
        "id": first.entry.id,
        "term": first.term.term,
        "status": first.term.status.value,
        "match": occurrence.match.value,
        "certainty": occurrence.certainty.value,
        "equivalents": _equivalents(annotation, first),
    }
    if len(mark.meanings) > 1:
        values["distinguish"] = first.entry.distinguish
        values["others"] = [
            {
                "id": other.entry.id,
                "term": other.term.term,
                "status": other.term.status.value,
                "distinguish": other.entry.distinguish,
                "equivalents": _equivalents(annotation, other),
            }
            for other in mark.meanings[1:]
        ]
    return values


def _equivalents(annotation: Annotation, meaning: Meaning) -> dict[str, object]:
    return {
        language: [_term(term) for term in equivalents(meaning.entry, language)]
        for language in annotation.to
    }


def _term(term: TermEntry) -> dict[str, object]:
    def value(member: object) -> str | None:
        return str(getattr(member, "value", "")) or None

    return {
        "term": term.term,
        "status": term.status.value,
        "type": value(term.type),
        "part_of_speech": value(term.part_of_speech),
        "gender": value(term.gender),
        "source": list(term.source),
    }
