"""What the annotated formats say of a term and a concept, in words; no mark-up."""

from __future__ import annotations

from vnru_terms.lang import LANGUAGES
from vnru_terms.matching.annotation import Mark, Meaning, equivalents
from vnru_terms.messages import N_, _
from vnru_terms.model import Status, TermEntry, Usage

_USAGES = {
    Usage.VN_SIDE: N_("the Vietnamese side"),
    Usage.RU_SIDE: N_("the Russian side"),
    Usage.OFFICIAL: N_("official"),
    Usage.PRESS: N_("press"),
}


def grammar(term: TermEntry, language: str) -> str:
    """Gender, number and government as dictionaries abbreviate them: `с., с + тв.`."""
    marks = LANGUAGES[language].marks
    names = [member.value for member in (term.gender, term.number) if member]
    if term.indeclinable:
        names.append("indeclinable")
    parts = [" ".join(marks[name] for name in names if name in marks), term.government]
    return ", ".join(part for part in parts if part)


def usages(term: TermEntry) -> list[str]:
    """Whose words a term is: the Vietnamese side's, the press's."""
    return [_(_USAGES[usage]) for usage in term.usage]


def equivalent_texts(meaning: Meaning, language: str) -> list[tuple[str, str]]:
    """The equivalents of a concept in a language, each with its grammar and its usage, or ''."""
    texts = []
    for term in equivalents(meaning.entry, language):
        notes = [grammar(term, language), *usages(term)]
        texts.append((term.term, ", ".join(note for note in notes if note)))
    return texts


def warning(mark: Mark, language: str) -> str:
    """What to know where the text itself uses a word that should not be used, else ''."""
    if not mark.is_deprecated:
        return ""
    entry = mark.meanings[0].entry
    better = next((t.term for t in entry.terms(language) if t.status is Status.PREFERRED), "")
    return _("deprecated; use: {term}").format(term=better) if better else _("deprecated")


def superseded(meaning: Meaning) -> str:
    """Until when a name was in force, else ''."""
    valid = meaning.entry.valid
    if valid and valid.to:
        return _("in force until {date}").format(date=valid.to)
    return _("superseded") if meaning.term.status is Status.SUPERSEDED else ""
