"""A pocket card of a subject field: heads with their preferred equivalents, on one leaf.

`pocket_card` sets it in the largest type in which it fits on one side, or on two; if it does not
fit in the smallest, it ends where the second side does and says how many concepts are missing.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from vnru_terms.lang import LANGUAGES
from vnru_terms.lang.ru_stress import BETWEEN
from vnru_terms.lang.script import language_runs
from vnru_terms.messages import _
from vnru_terms.model import ConceptEntry, Settings, Status, TermEntry
from vnru_terms.printing.book_texts import BOOK_TEXTS
from vnru_terms.printing.edition import Edition
from vnru_terms.printing.engine import as_json
from vnru_terms.printing.page import Block, Item, Run
from vnru_terms.printing.term_runs import (
    aspect_runs,
    for_page,
    grammar_runs,
    head_term,
    joined,
    plain_term,
    slotted_runs,
    sorting_form,
    written,
    written_pair,
)
from vnru_terms.printing.title_page import book_title, edition_date, edition_lines
from vnru_terms.printing.typesetter import STANDARDS, compiler, stamp, templates

# Points, from the largest that looks well in three columns to the smallest that can be read.
SIZES = (12.0, 11.0, 10.0, 9.5, 9.0, 8.6, 8.2, 7.8, 7.4, 7.0, 6.6, 6.2)
# One side is worth a smaller type, but not the smallest.
ONE_SIDE = 7.0
SIDES = 2
# Between the clauses of a note, and where one leads to another entry.
_CLAUSE = re.compile(r"(?:;|\.)\s+")
_SEE_ID = re.compile(r"\bsee [a-z][a-z0-9-]*")
CARD = "card.json"
_LEFT_OVER = {
    "vi": "còn {n} khái niệm không in được trên thẻ này",
    "en": "concepts without room on this card: {n}",
    "ru": "понятий, не поместившихся на карточку: {n}",
}
_PAGES = "query(<line>).map(m => m.location().page())"


@dataclass(frozen=True, slots=True)
class Card:
    """What is on a card: its title and subtitle, its last line, an item for each concept."""

    title: str
    subtitle: str
    foot: str
    language: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class PocketCard:
    """The PDF of a card, its sides, and how many concepts did not fit on them."""

    pdf: bytes
    sides: int
    left_over: int


def pocket_card(
    settings: Settings, entries: Sequence[ConceptEntry], edition: Edition
) -> PocketCard:
    """The card of these entries, which are those of one subject field."""
    card = card_of(settings, entries, edition)
    refusal = _("the page cannot be typeset: {reason}.")
    with templates({CARD: as_json(card)}, refusal=refusal) as folder:
        size, fitting = _best_size(folder, edition)
        left_over = len(card.items) - fitting
        if left_over:
            told = _LEFT_OVER[edition.language].format(n=left_over)
            foot = " · ".join(filter(None, (card.foot, told)))
            cut = replace(card, items=card.items[:fitting], foot=foot)
            (folder / CARD).write_bytes(as_json(cut))
        pdf = _compiler(folder, edition, size).compile(
            pdf_standards=list(STANDARDS), timestamp=stamp(edition_date(settings))
        )
        sides = max(_pages(folder, edition, size))
    return PocketCard(pdf, sides, len(entries) - fitting)


def _best_size(folder: Path, edition: Edition) -> tuple[float, int]:
    """The size of type, and how many items it lets fit; a larger type never fits more."""
    pages: dict[float, list[int]] = {}
    for sides in range(1, SIDES + 1):
        for size in SIZES:
            if sides < SIDES and size < ONE_SIDE:
                break
            if size not in pages:
                pages[size] = _pages(folder, edition, size)
            found = pages[size]
            if max(found) <= sides:
                return size, len(found)
    return SIZES[-1], sum(page <= SIDES for page in pages[SIZES[-1]])


def _pages(folder: Path, edition: Edition, size: float) -> list[int]:
    """The page of each item."""
    found: list[int] = json.loads(_compiler(folder, edition, size).eval(_PAGES))
    return found


def _compiler(folder: Path, edition: Edition, size: float) -> Any:
    inputs = {"sheet": edition.paper, "pass": "pages", "size": str(size)}
    return compiler(folder / "pocket.typ", inputs)


def card_of(settings: Settings, entries: Sequence[ConceptEntry], edition: Edition) -> Card:
    """What a card says, in the order of the heads."""
    language = edition.language
    texts = BOOK_TEXTS[language]
    headed = [(head, entry) for entry in entries if (head := head_term(entry, language))]
    key = LANGUAGES[language].sort_key
    headed.sort(key=lambda pair: (key(sorting_form(pair[0])), pair[1].id))
    names = Counter(plain_term(head.term, language) for head, _entry in headed)
    label = settings.subject_label(edition.subject or "", language)
    return Card(
        title=for_page(label, language),
        subtitle=for_page(book_title(settings, language, edition), language),
        foot=" · ".join(edition_lines(settings, texts)),
        language=language,
        items=tuple(
            _item(head, entry, edition, names[plain_term(head.term, language)] > 1)
            for head, entry in headed
        ),
    )


def _item(head: TermEntry, entry: ConceptEntry, edition: Edition, has_namesake: bool) -> Item:
    """The head and its equivalents; what tells it from its namesakes, if it has any here."""
    texts = BOOK_TEXTS[edition.language]
    blocks = []
    if has_namesake and entry.distinguish:
        sense = language_runs(for_page(sense_of(entry.distinguish), texts.language))
        runs = [Run(LANGUAGES[code].bind(text), "sense", code) for code, text in sense]
        blocks.append(Block("sense", tuple(runs)))
    for code in edition.targets:
        best = head_term(entry, code)
        if best is not None:
            preferred = [term for term in entry.terms(code) if term.status is Status.PREFERRED]
            runs = joined([_term(term, code, edition) for term in preferred or [best]], "; ")
            blocks.append(Block("equivalents", tuple(runs), code.upper()))
    word = plain_term(written(head, edition), texts.language)
    return Item(entry.id, word, (Run(word, "head", texts.language),), blocks=tuple(blocks))


def sense_of(distinguish: str) -> str:
    """What is said of the concept itself, without where its namesake stands: a card has no ids.

    >>> sense_of("of Viet Nam, until 2025; of Russia see ministry-of-transport-of-russia")
    'of Viet Nam, until 2025'
    """
    clauses = _CLAUSE.split(distinguish)
    own = [clause for clause in clauses if not _SEE_ID.search(clause)]
    return "; ".join(own) or _SEE_ID.split(distinguish)[0].rstrip(" ,;.")


def _term(term: TermEntry, language: str, edition: Edition) -> list[Run]:
    texts = BOOK_TEXTS[edition.language]
    first, second = aspect_runs(term, language, texts)
    runs = [*slotted_runs(written(term, edition), language, texts), *first]
    if term.pair:
        runs += [
            Run(BETWEEN),
            Run(for_page(written_pair(term, edition), language), "term", language),
            *second,
        ]
    return runs + grammar_runs(term, language, texts)
