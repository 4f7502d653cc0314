"""One term as runs, and the small forms that a term, a note or a source takes on the page.

`term_runs` prints a term in any language with all that stands behind it; `note_runs` a curator's
note; `plain_term`, `guide_word` and `sorting_form` are the term in one string, for its three uses.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vnru_terms.lang import LANGUAGES
from vnru_terms.lang.script import language_runs
from vnru_terms.model import (
    LANGUAGE_ORDER,
    ConceptEntry,
    Settings,
    Status,
    TermEntry,
    TermType,
)
from vnru_terms.printing.book_texts import BookTexts
from vnru_terms.printing.page import Run
from vnru_terms.text.normalise import normalise, squeeze

NO_BREAK = "\u00a0"
ELLIPSIS = "…"
# A government up to this long stays on one line.
BOUND = 16
# Guide words are cut to this length at a word, so that two of them and the folio fit in a line.
GUIDE = 32

_SHORT_TYPES = frozenset({TermType.ABBREVIATION, TermType.ACRONYM})
_PUNCTUATION = re.compile("[«»“”„‘’\"'().,:;…]")
_SLOT = re.compile(r"\{([^{}:]*)(?::([^{}]*))?\}")
# An id in a note: any word after “see”, elsewhere one that no English compound looks like.
_NAMED_ID = re.compile(r"((?<=\bsee )[a-z][a-z0-9-]*|\b[a-z][a-z0-9]*(?:-[a-z0-9]+){2,})")
_ARTICLE = re.compile(r"(?:^|/)(\d+)_[^/]*\.txt:(\d+)$")


@dataclass(frozen=True, slots=True)
class Target:
    """Where references to a concept lead: its printed head and its number."""

    id: str
    head: str
    number: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What an entry is printed with: the book's words, the numbers of the others, the sources."""

    texts: BookTexts
    settings: Settings
    targets: Mapping[str, Target]
    related: Mapping[str, tuple[str, ...]]
    compared: Mapping[str, tuple[str, ...]]
    source_numbers: Mapping[str, int]


def for_page(text: str, language: str) -> str:
    """The text as the page has it: NFC, single spaces, short words bound to the next."""
    return LANGUAGES[language].bind(squeeze(normalise(text)))


def plain_term(term: str, language: str) -> str:
    """The term in one string, as heads, guide words and indexes have it: slots as an ellipsis.

    >>> plain_term("theo lời mời của {X}", "vi")
    'theo lời mời của …'
    """
    return for_page(_SLOT.sub(ELLIPSIS, term), language)


def sorting_form(term: TermEntry) -> str:
    """The term as the order of the dictionary sees it: no slots, quotes or punctuation.

    >>> sorting_form(TermEntry("партия «Единая Россия»"))
    'партия Единая Россия'
    """
    return squeeze(_PUNCTUATION.sub("", term.surface))


def guide_word(head: str) -> str:
    """The head as the running head has it: cut at a word if it is long; Cyrillic is wider.

    >>> guide_word("Ủy ban liên Chính phủ về hợp tác kỹ thuật quân sự")
    'Ủy ban liên Chính phủ về hợp…'
    """
    room = GUIDE - 4 if "\u0400" <= head[:1] <= "\u04ff" else GUIDE
    if len(head) <= room:
        return head
    words = head[: room + 1].split()
    return " ".join(words[:-1] or [head[:room]]) + ELLIPSIS


def head_term(entry: ConceptEntry, language: str) -> TermEntry | None:
    """The term that heads the entry: the preferred one, else the first."""
    terms = entry.terms(language)
    return entry.preferred(language) or (terms[0] if terms else None)


def by_status(terms: Iterable[TermEntry]) -> list[TermEntry]:
    order = list(Status)
    return sorted(terms, key=lambda t: order.index(t.status))


def other_languages(language: str) -> tuple[str, ...]:
    return tuple(code for code in LANGUAGE_ORDER if code != language)


def article_place(source: str) -> str:
    """The short form of a context's source: the article's number and the line.

    >>> article_place("seeds/002_dc16f5a4a381ed18.txt:39")
    '002:39'
    """
    found = _ARTICLE.search(source)
    if found:
        return f"{found[1]}:{found[2]}"
    return re.sub(r"^https?://(?:www\.)?([^/]+).*$", r"\1", source)


def term_runs(term: TermEntry, language: str, frame: Frame) -> list[Run]:
    """A term with all that stands behind it: aspect, gender, government, usage, note, sources."""
    runs = slotted_runs(term.term, language)
    if term.pair:
        runs += [Run(" / "), Run(for_page(term.pair, language), "term", language)]
    runs += grammar_runs(term, language)
    if term.government:
        government = for_page(term.government, language)
        if len(government) <= BOUND:
            government = government.replace(" ", NO_BREAK)
        runs += [Run(" "), Run(f"({government})", "government", language)]
    runs += usage_runs(term, frame.texts)
    if term.note:
        runs += [Run(" ("), *note_runs(term.note, frame, "remark"), Run(")")]
    numbers = [str(frame.source_numbers[s]) for s in term.source if s in frame.source_numbers]
    if numbers:
        runs += [Run(NO_BREAK), Run(f"[{', '.join(numbers)}]", "source")]
    return runs


def slotted_runs(term: str, language: str) -> list[Run]:
    """The term with an ellipsis for each slot, its case beside it; several slots keep names."""
    names = {match[1] for match in _SLOT.finditer(term)}
    marks = LANGUAGES[language].marks
    text = for_page(term, language)
    runs = []
    at = 0
    for match in _SLOT.finditer(text):
        runs += [Run(text[at : match.start()], "term", language)] if match.start() > at else []
        runs.append(Run(match[1] if len(names) > 1 else ELLIPSIS, "term", language))
        if match[2]:
            runs += [Run(NO_BREAK), Run(marks.get(match[2], match[2]), "grammar", language)]
        at = match.end()
    return runs + ([Run(text[at:], "term", language)] if at < len(text) else [])


def grammar_runs(term: TermEntry, language: str) -> list[Run]:
    labels = LANGUAGES[language].marks
    keys = [v.value for v in (term.gender, term.number) if v]
    keys += ["indeclinable"] if term.indeclinable else []
    shown = NO_BREAK.join(labels[key] for key in keys if key in labels)
    return [Run(NO_BREAK), Run(shown, "grammar", language)] if shown else []


def usage_runs(term: TermEntry, texts: BookTexts) -> list[Run]:
    if not term.usage:
        return []
    labels = ", ".join(texts.usages[usage.value] for usage in term.usage)
    return [Run(" "), Run(f"[{labels}]".replace(" ", NO_BREAK), "usage", texts.language)]


def note_runs(note: str, frame: Frame, role: str) -> list[Run]:
    """A curator's note: every stretch in its language, the id of an entry as a reference."""
    runs = []
    for piece in _NAMED_ID.split(squeeze(normalise(note))):
        target = frame.targets.get(piece) if _NAMED_ID.fullmatch(f"see {piece}", 4) else None
        if target:
            runs += reference_runs(target)
        elif piece:
            runs += [
                Run(LANGUAGES[code].bind(text), role, code) for code, text in language_runs(piece)
            ]
    return runs


def reference_runs(target: Target) -> list[Run]:
    return [
        Run(target.head, "reference", to=target.id),
        Run(NO_BREAK),
        Run(target.number, "reference-number"),
    ]


def is_short(term: TermEntry) -> bool:
    return term.type in _SHORT_TYPES


def joined(groups: Iterable[list[Run]], separator: str) -> list[Run]:
    runs: list[Run] = []
    for group in groups:
        runs += [Run(separator)] if runs else []
        runs += group
    return runs
