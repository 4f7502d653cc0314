"""A concept entry as text for a terminal: the head, then what a translator reads first.

In order: what tells the concept from its homonyms, the equivalents with gender and government, the
trap, collocations, definition, context, related concepts, evidence. Lines are wrapped with hanging
indents; width is counted in columns. `render_match` gives lines; colours are those of `click.style`
and go where stdout is no terminal.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import click

from vnru_terms.cli.output import display_width
from vnru_terms.lang import LANGUAGES
from vnru_terms.matching.lookup import Match, MatchKind
from vnru_terms.messages import N_, _
from vnru_terms.model import (
    ConceptEntry,
    LanguageSection,
    Reason,
    Status,
    TermEntry,
    TermType,
    Usage,
)
from vnru_terms.workflow.look_up import LookUp, head_term

# Where equivalents begin: two spaces, a language's code, two spaces.
_SLOT = re.compile(r"\{[^{}:]*(?::([^{}]*))?\}")
_INDENT = 6

_WHY = {
    MatchKind.FOLDED: N_("the same but for diacritics"),
    MatchKind.LEMMA: N_("another form of it"),
    MatchKind.PREFIX: N_("a longer term that begins so"),
    MatchKind.WORDS: N_("a term that holds these words"),
    MatchKind.FUZZY: N_("perhaps a typo"),
}
_USAGES = {
    Usage.VN_SIDE: N_("Vietnamese side"),
    Usage.RU_SIDE: N_("Russian side"),
    Usage.OFFICIAL: N_("official"),
    Usage.PRESS: N_("press"),
}
_REASONS = {
    Reason.CALQUE: N_("calque"),
    Reason.WRONG_REFERENT: N_("wrong referent"),
    Reason.SPELLING: N_("spelling"),
    Reason.OUTDATED: N_("outdated"),
}
_TYPES = {
    TermType.ACRONYM: N_("acronym"),
    TermType.ABBREVIATION: N_("abbreviation"),
    TermType.SHORT_FORM: N_("short form"),
}
_dim = partial(click.style, dim=True)
_bold = partial(click.style, bold=True)


@dataclass(frozen=True, slots=True)
class _Page:
    """What the lines of one entry share."""

    entry: ConceptEntry
    sections: tuple[LanguageSection, ...]
    head: str
    heads: Mapping[str, str]
    width: int


def render_match(
    found: LookUp, match: Match, *, languages: Sequence[str], width: int = 80
) -> list[str]:
    """The lines of one entry, in the languages that are to be shown."""
    entry = match.entry
    sections = tuple(s for s in entry.languages if s.language in languages)
    preferred = next((s.preferred for s in sections if s.preferred), None)
    head = preferred.term if preferred else head_term(entry)
    page = _Page(entry, sections, head, found.heads, width)
    subject = found.subjects.get(entry.subject_field, entry.subject_field)
    return [
        *_head(head, subject, width),
        *_why_found(page, match),
        *_distinguish(page),
        *_validity(page),
        *_equivalents(page),
        *_labelled(page, _("Trap:"), entry.trap),
        *_collocations(page),
        *_definitions(page),
        *_contexts(page),
        *_named(page, _("See also:"), entry.related),
        *_named(page, _("Compare:"), entry.compare),
        *_labelled(page, _("Note:"), entry.note),
        *_evidence(page),
    ]


def wrapped(text: str, width: int, *, first: str = "", indent: int = 0) -> list[str]:
    """The text in lines of at most `width` columns; all but the first are indented.

    A word wider than a line stands alone and sticks out: an address must stay whole.

    >>> wrapped("hội đàm cấp cao", 12, first="vi ", indent=3)
    ['vi hội đàm', '   cấp cao']
    """
    lines: list[str] = []
    line, empty = first, True
    # No split() without an argument: it would break at no-break spaces.
    for word in text.replace("\n", " ").split(" "):
        if not empty and display_width(line) + 1 + display_width(word) > width:
            lines.append(line)
            line, empty = " " * indent, True
        line = line + word if empty else f"{line} {word}"
        empty = False
    return [*lines, line]


def _head(head: str, subject: str, width: int) -> list[str]:
    lines = wrapped(head, width)
    gap = width - display_width(lines[-1]) - display_width(subject)
    styled = [_bold(line) for line in lines]
    if gap >= 2:
        return [*styled[:-1], styled[-1] + " " * gap + _dim(subject)]
    return [*styled, _dim(" " * max(0, width - display_width(subject)) + subject)]


def _labelled(page: _Page, label: str, text: str, style: Callable[[str], str] = str) -> list[str]:
    if not text:
        return []
    first = f"  {label} "
    lines = wrapped(text, page.width, first=first, indent=min(_INDENT, len(first)))
    return [style(line) for line in lines]


def _distinguish(page: _Page) -> list[str]:
    text = page.entry.distinguish
    return wrapped(f"({text})", page.width, first="  ", indent=3) if text else []


def _why_found(page: _Page, match: Match) -> Iterator[str]:
    term = match.matched
    if match.match in _WHY:
        why = _(_WHY[match.match])
        shown = why if term.term == page.head else f"{term.term} ({why})"
        yield from _labelled(page, _("Found:"), shown, _dim)
    if term.is_permitted:
        return
    better = page.entry.preferred(match.language)
    if term.status is Status.DEPRECATED:
        text = _("“{term}” is not to be used.").format(term=term.term)
    else:
        text = _("“{term}” is superseded.").format(term=term.term)
    if better:
        text += " " + _("Use: {term}").format(term=better.term)
    yield from _labelled(page, "!", text, _bold)


def _validity(page: _Page) -> Iterator[str]:
    valid = page.entry.valid
    if not valid:
        return
    parts = []
    if valid.from_:
        parts.append(_("from {date}").format(date=valid.from_))
    if valid.to:
        parts.append(_("to {date}").format(date=valid.to))
    if valid.successor:
        successor = page.heads.get(valid.successor, valid.successor)
        parts.append(_("now: {term}").format(term=successor))
    yield from _labelled(page, _("Valid:"), ", ".join(parts))


def _equivalents(page: _Page) -> Iterator[str]:
    for section in page.sections:
        groups = list(_groups(page, section))
        first = f"  {section.language:<{_INDENT - 4}}  "
        for label, text, style in groups:
            begin = f"{first}{label} " if label else first
            lines = wrapped(text, page.width, first=begin, indent=_INDENT)
            yield from (style(line) for line in lines)
            first = " " * _INDENT


def _groups(
    page: _Page, section: LanguageSection
) -> Iterator[tuple[str, str, Callable[[str], str]]]:
    """The terms of a language by status, each group with its label and style."""

    def terms(status: Status, shown: Callable[[TermEntry, str], str] = term_text) -> str:
        found = [shown(t, section.language) for t in section.terms if t.status is status]
        return "; ".join(text for text in found if text != page.head)

    for label, text, style in (
        ("", terms(Status.PREFERRED), str),
        (_("also:"), terms(Status.ADMITTED), str),
        (_("superseded:"), terms(Status.SUPERSEDED), str),
        (_("do not use:"), terms(Status.DEPRECATED, _deprecated_text), _dim),
    ):
        if text:
            yield label, text, style


def readable(term: str, language: str) -> str:
    """The term with the slots of a formula as an ellipsis and the case that they ask for.

    >>> readable("по приглашению {X:gen}", "ru")
    'по приглашению … (+ род.)'
    """
    marks = LANGUAGES[language].marks

    def slot(match: re.Match[str]) -> str:
        return f"… (+ {marks.get(match[1], match[1])})" if match[1] else "…"

    return _SLOT.sub(slot, term)


def term_text(term: TermEntry, language: str) -> str:
    """A term with what one must know to use it: aspect pair, gender, number, government, usage."""
    properties = [
        term.gender.value if term.gender else "",
        term.number.value if term.number else "",
        "indeclinable" if term.indeclinable else "",
    ]
    marks = [LANGUAGES[language].marks.get(value, "") for value in properties]
    text = readable(term.term, language)
    text += f" / {term.pair}" if term.pair else ""
    if any(marks):
        text += f", {' '.join(filter(None, marks))}"
    if term.stressed:
        text += f" [{term.stressed}]"
    if term.government:
        text += f" ({term.government})"
    remarks = [_(_TYPES[term.type])] if term.type in _TYPES else []
    remarks += [_(_USAGES[usage]) for usage in term.usage]
    if term.note:
        remarks.append(term.note)
    return text + _bracketed(remarks)


def _deprecated_text(term: TermEntry, language: str) -> str:
    remarks = [_(_REASONS[term.reason])] if term.reason else []
    return readable(term.term, language) + _bracketed(
        [*remarks, *([term.note] if term.note else [])]
    )


def _bracketed(remarks: Iterable[str]) -> str:
    text = "; ".join(remarks)
    return f" ({text})" if text else ""


def _collocations(page: _Page) -> Iterator[str]:
    shown = [section.language for section in page.sections]
    rows = [
        " — ".join(text for code in shown if (text := getattr(phrase, code)))
        for section in page.entry.languages
        for term in section.terms
        for phrase in term.collocations
    ]
    for row in dict.fromkeys(rows):
        yield from _labelled(page, "•", row)


def _definitions(page: _Page) -> Iterator[str]:
    for section in page.sections:
        if section.definition:
            text = section.definition.text + _source(section.definition.source)
            label = _("Definition ({language}):").format(language=section.language)
            yield from _labelled(page, label, text)


def _contexts(page: _Page) -> Iterator[str]:
    for section in page.sections:
        contexts = [term.context for term in section.terms if term.context]
        # One sentence may attest a term and its short form.
        for context in dict.fromkeys(contexts):
            text = f"“{context.text}”" + _source(context.source)
            label = _("Context ({language}):").format(language=section.language)
            yield from _labelled(page, label, text)


def _source(source: str) -> str:
    return f" [{source}]" if source else ""


def _named(page: _Page, label: str, ids: Sequence[str]) -> list[str]:
    # A homonym is told from the entry itself by its id.
    heads = {id: page.heads.get(id, id) for id in ids}
    shown = [f"{head} ({id})" if head == page.head else head for id, head in heads.items()]
    return _labelled(page, label, "; ".join(shown))


def _evidence(page: _Page) -> list[str]:
    """The entry's id, and in which languages its permitted terms have a source."""
    attested: dict[str, list[str]] = {_("attested:"): [], _("partly:"): [], _("unsourced:"): []}
    whole, partly, none = attested.values()
    for section in page.sections:
        known = [term.is_attested for term in section.terms if term.is_permitted]
        if known:
            found = whole if all(known) else partly if any(known) else none
            found.append(section.language)
    shown = [f"{label} {', '.join(codes)}" for label, codes in attested.items() if codes]
    text = " · ".join([page.entry.id, *shown])
    return [_dim(line) for line in wrapped(text, page.width, first="  ", indent=_INDENT)]
