"""One term as runs, and the small forms that a term, a note or a source takes on the page.

`term_runs` prints a term in any language with all that stands behind it; `note_runs` a curator's
note; `plain_term`, `guide_word` and `sorting_form` are the term in one string, for its three uses.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from vnru_terms.lang import LANGUAGES
from vnru_terms.lang.ru_stress import BETWEEN, stressed_parts
from vnru_terms.lang.script import language_runs, main_language
from vnru_terms.model import (
    ConceptEntry,
    Settings,
    Status,
    TermEntry,
    TermType,
)
from vnru_terms.printing.book_words import BookTexts
from vnru_terms.printing.edition import Edition
from vnru_terms.printing.page import Block, Run
from vnru_terms.text.normalise import normalise, squeeze

NO_BREAK = "\u00a0"
ELLIPSIS = "…"
# A government up to this long stays on one line.
BOUND = 16
# Guide words are cut to this length at a word, so that two of them and the folio fit in a line.
GUIDE = 32

_RANKS = {status: rank for rank, status in enumerate(Status)}
_SHORT_TYPES = frozenset({TermType.ABBREVIATION, TermType.ACRONYM})
_PUNCTUATION = re.compile("[«»“”„‘’\"'().,:;…&]")
_SLOT = re.compile(r"\{([^{}:]*)(?::([^{}]*))?\}")
# An id in a note: any word after “see”, elsewhere one that no English compound looks like.
_NAMED_ID = re.compile(r"((?<=\bsee )[a-z][a-z0-9-]*|\b[a-z][a-z0-9]*(?:-[a-z0-9]+){2,})")
# A case in a government: behind its preposition, or alone.
_CASE = re.compile(r"(?<=\+[ \u00a0])([а-яё]+\.)")
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
    edition: Edition
    settings: Settings
    targets: Mapping[str, Target]
    related: Mapping[str, tuple[str, ...]]
    compared: Mapping[str, tuple[str, ...]]
    source_numbers: Mapping[str, int]


def for_page(text: str, language: str) -> str:
    """The text as the page has it: NFC, single spaces, short words bound to the next."""
    return LANGUAGES[language].bind(squeeze(normalise(text)))


def plain_term(term: str, language: str) -> str:
    """The term in one string, as guide words and indexes have it; see `slotted_runs`.

    >>> plain_term("theo lời mời của {X}", "vi"), plain_term("{X:gen} и {Y:gen}", "ru")
    ('theo lời mời của …', 'X и\xa0Y')
    """
    if "{" in term:
        several = _several_slots(term)
        term = _SLOT.sub(lambda slot: slot[1] if several else ELLIPSIS, term)
    return for_page(term, language)


def _several_slots(term: str) -> bool:
    return len({slot[1] for slot in _SLOT.finditer(term)}) > 1


def sorting_form(term: TermEntry) -> str:
    """The term as the order of the dictionary sees it: no slots, quotes or punctuation.

    >>> sorting_form(TermEntry("партия «Единая Россия»"))
    'партия Единая Россия'
    """
    return squeeze(_PUNCTUATION.sub("", term.surface))


def guide_word(head: str) -> str:
    """The head as the running head has it: cut at a word if it is long; Cyrillic is wider.

    >>> guide_word("Ủy ban liên Chính phủ về hợp tác kỹ thuật quân sự")
    'Ủy ban liên Chính phủ về hợp tác…'
    """
    room = GUIDE - 4 if "\u0400" <= head[:1] <= "\u04ff" else GUIDE
    if len(head) <= room:
        return head
    # Not at a no-break space: no short word stands before the ellipsis.
    words = head[:room].split(" ")
    whole = words if head[room] == " " else words[:-1]
    return " ".join(whole or [head[:room]]) + ELLIPSIS


def head_term(entry: ConceptEntry, language: str) -> TermEntry | None:
    """The term that heads the entry: the best by status; None where none may be used."""
    terms = [t for t in by_status(entry.terms(language)) if t.status is not Status.DEPRECATED]
    return terms[0] if terms else None


def by_status(terms: Iterable[TermEntry]) -> list[TermEntry]:
    return sorted(terms, key=lambda term: _RANKS[term.status])


def article_place(source: str) -> str:
    """The short form of a context's source: the article's number and the line.

    >>> article_place("seeds/002_dc16f5a4a381ed18.txt:39")
    '002:39'
    """
    found = _ARTICLE.search(source)
    if found:
        return f"{found[1]}:{found[2]}"
    return re.sub(r"^https?://(?:www\.)?([^/]+).*$", r"\1", source)


def term_runs(term: TermEntry, language: str, frame: Frame, *, speech: str = "") -> list[Run]:
    """A term with all that a user of it must know, in the order of a dictionary.

    Before it whose word it is; behind it its other aspect, part of speech (`speech`, if wanted),
    grammar, government, note and sources.
    """
    texts = frame.texts
    first, second = aspect_runs(term, language, texts)
    usage = usage_runs(term, texts)
    runs = [*usage, Run(" ")] if usage else []
    runs += [*slotted_runs(written(term, frame.edition), language, texts), *first]
    if term.pair:
        pair = for_page(written_pair(term, frame.edition), language)
        runs += [Run(BETWEEN), Run(pair, "term", language), *second]
    if speech:
        runs += [Run(NO_BREAK), Run(speech, "note", texts.language)]
    runs += [*grammar_runs(term, language, texts), *government_runs(term, language, texts)]
    if term.note:
        runs += [Run(" ("), *note_runs(term.note, frame, "remark"), Run(")")]
    return runs + source_runs(term.source, frame)


def written(term: TermEntry, edition: Edition) -> str:
    """The term as the edition writes it: with its stress marks, where they fit, or without."""
    return _written(term, edition)[0]


def written_pair(term: TermEntry, edition: Edition) -> str:
    """As `written`, the other aspect of a verb."""
    return _written(term, edition)[1]


def _written(term: TermEntry, edition: Edition) -> tuple[str, str]:
    if not edition.stress:
        return term.term, term.pair
    return stressed_parts(term.stressed, term.term, term.pair)


def slotted_runs(term: str, language: str, texts: BookTexts) -> list[Run]:
    """The term with an ellipsis for each slot, its case beside it; several slots keep names."""
    text = for_page(term, language)
    if "{" not in text:
        return [Run(text, "term", language)]
    several = _several_slots(term)
    runs = []
    at = 0
    for match in _SLOT.finditer(text):
        before = text[at : match.start()]
        if before.endswith(" "):
            # An ellipsis begins no line.
            before = before[:-1] + NO_BREAK
        runs += [Run(before, "term", language)] if before else []
        runs.append(Run(match[1] if several else ELLIPSIS, "term", language))
        if match[2]:
            case = mark_of(match[2], language, texts) or Run(match[2], "grammar", language)
            runs += [Run(NO_BREAK), case]
        at = match.end()
    return runs + ([Run(text[at:], "term", language)] if at < len(text) else [])


def mark_of(key: str, language: str, texts: BookTexts) -> Run | None:
    """The mark of a grammatical property of a language, None where that language has it not."""
    own = LANGUAGES[language].marks.get(key)
    if own is None:
        return None
    if key in texts.marks:
        return Run(texts.marks[key], "grammar", texts.language)
    return Run(own, "grammar", language)


def grammar_runs(term: TermEntry, language: str, texts: BookTexts) -> list[Run]:
    keys = [v.value for v in (term.gender, term.number) if v]
    keys += ["indeclinable"] if term.indeclinable else []
    marks = [mark for key in keys if (mark := mark_of(key, language, texts))]
    if not marks:
        return []
    return [Run(NO_BREAK), replace(marks[0], text=NO_BREAK.join(mark.text for mark in marks))]


def aspect_runs(
    term: TermEntry, language: str, texts: BookTexts
) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """The marks of a verb's aspect and of its pair's; empty where neither form tells them."""
    if not term.pair:
        return (), ()
    aspects = LANGUAGES[language].aspects
    ours, theirs = aspects(term.term), aspects(term.pair)
    both = ("perfective", "imperfective")
    if len(ours) == 1:
        first = next(iter(ours))
    elif len(theirs) == 1:
        first = next(aspect for aspect in both if aspect not in theirs)
    else:
        return (), ()
    second = next(aspect for aspect in both if aspect != first)
    marks = [mark_of(aspect, language, texts) for aspect in (first, second)]
    one, other = [(Run(NO_BREAK), mark) if mark else () for mark in marks]
    return one, other


def government_runs(term: TermEntry, language: str, texts: BookTexts) -> list[Run]:
    """What follows the term, in brackets; its cases as the book abbreviates them: (с + instr.)."""
    if not term.government:
        return []
    text = unparted(for_page(term.government, language))
    text = text.replace(" + ", f"{NO_BREAK}+{NO_BREAK}").replace("+ ", f"+{NO_BREAK}")
    own = LANGUAGES[language].marks
    cases = {own[key]: mark for key, mark in texts.marks.items() if key in own}
    runs = []
    for n, piece in enumerate(_CASE.split(f"({text})")):
        if n % 2 and piece in cases:
            runs.append(Run(cases[piece], "government", texts.language))
        elif piece:
            runs.append(Run(piece, "government", language))
    return [Run(" "), *runs]


def unparted(text: str) -> str:
    """A text that is so short that no line need part it."""
    return text.replace(" ", NO_BREAK) if len(text) <= BOUND else text


def usage_runs(term: TermEntry, texts: BookTexts) -> list[Run]:
    """Whose word the term is: it decides for or against it, and so comes before it."""
    if not term.usage:
        return []
    labels = ", ".join(texts.usages[usage.value] for usage in term.usage)
    return [Run(f"[{labels}]".replace(" ", NO_BREAK), "usage", texts.language)]


def source_runs(sources: Iterable[str], frame: Frame) -> list[Run]:
    numbers = [str(frame.source_numbers[s]) for s in sources if s in frame.source_numbers]
    return [Run(NO_BREAK), Run(f"[{f',{NO_BREAK}'.join(numbers)}]", "source")] if numbers else []


def place_runs(source: str, frame: Frame) -> list[Run]:
    """Where a definition or a context was read: an article's line, a law, a numbered address."""
    if not source or source in frame.source_numbers:
        return source_runs((source,), frame)
    place = article_place(source)
    if place != source:
        return [Run(" "), Run(place, "place")]
    runs = [Run(LANGUAGES[c].bind(text), "place", c) for c, text in language_runs(place)]
    return [Run(" "), *runs]


def note_runs(note: str, frame: Frame, role: str) -> list[Run]:
    """A curator's note: every stretch in its language, the id of an entry as a reference.

    Before a note that is not in the book's language stands which it is in; see `told_once`.
    """
    runs = language_mark(main_language(note), frame.texts)
    for piece in _NAMED_ID.split(squeeze(normalise(note))):
        target = frame.targets.get(piece) if _NAMED_ID.fullmatch(f"see {piece}", 4) else None
        if target:
            runs += reference_runs(target)
        elif piece:
            runs += [
                Run(LANGUAGES[code].bind(text), role, code) for code, text in language_runs(piece)
            ]
    return runs


def language_mark(language: str, texts: BookTexts) -> list[Run]:
    """The mark of what is in another language than the book."""
    if language in ("", texts.language):
        return []
    return [Run(language.upper(), "language"), Run(NO_BREAK)]


def told_once(block: Block) -> Block:
    """The block with each language's mark once, and none for that of its equivalents."""
    told = {block.label}
    runs: list[Run] = []
    skipped = False
    for run in block.runs:
        if run.role == "language":
            skipped = run.text in told
            told.add(run.text)
            runs += [] if skipped else [run]
        elif skipped:
            # The space behind the mark.
            skipped = False
        else:
            runs.append(run)
    return replace(block, runs=tuple(runs))


def in_role(role: str, runs: Iterable[Run]) -> list[Run]:
    """The runs with the term itself in another role."""
    return [replace(run, role=role) if run.role == "term" else run for run in runs]


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
