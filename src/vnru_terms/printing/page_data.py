"""A termbase as the data of a book: chosen, sorted, numbered, cross-referenced, indexed.

`make_book` takes the entries that have a term in the book's language, puts them and the
cross-references from their other names in dictionary order, numbers the entries by letter (Đ10),
and makes the two indexes, which lead to those numbers and not to pages. The template decides
nothing about terminology.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import groupby

from vnru_terms.lang import LANGUAGES
from vnru_terms.lang.ru_stress import stressed_parts
from vnru_terms.model import ConceptEntry, Status, Termbase, TermEntry
from vnru_terms.printing.appendices import appendices
from vnru_terms.printing.book_texts import BOOK_TEXTS
from vnru_terms.printing.edition import STANDARD, Edition
from vnru_terms.printing.entries import entry_item, index_item, reference_item
from vnru_terms.printing.front_matter import front_matter
from vnru_terms.printing.indexes import index_parts
from vnru_terms.printing.page import Book, Item, Part, Section
from vnru_terms.printing.sources import cited_sources, source_tables
from vnru_terms.printing.term_runs import (
    Frame,
    Target,
    for_page,
    head_term,
    plain_term,
    sorting_form,
)
from vnru_terms.printing.title_page import book_title, edition_date, printed_title

# A part of so many lines needs no page of its own.
FEW_LINES = 16


def chosen_entries(termbase: Termbase, edition: Edition = STANDARD) -> tuple[ConceptEntry, ...]:
    """The entries that stand in the edition.

    Persons and places are no entries of the book, nor is a concept that no usable term of the
    book's language can head. A bilingual book leaves out what has no term in its other language.
    """
    return tuple(
        entry
        for entry in termbase.concepts
        if edition.subject in (None, entry.subject_field)
        and head_term(entry, edition.language)
        and (len(edition.targets) > 1 or head_term(entry, edition.targets[0]))
    )


def make_book(
    termbase: Termbase,
    entries: tuple[ConceptEntry, ...],
    edition: Edition = STANDARD,
    *,
    articles: Mapping[str, str] | None = None,
) -> Book:
    """The book of these entries of a termbase, in the languages of the edition.

    `articles` describes the files that contexts cite (path as cited → publisher, title, date); a
    file that it lacks is printed as its path.
    """
    language = edition.language
    texts = BOOK_TEXTS[language]
    settings = termbase.settings
    rows = _in_order(entries, language)
    targets = _numbered(rows, language)
    in_book_order = [entry for entry, term in rows if term is head_term(entry, language)]
    sources = list(dict.fromkeys(s for e in in_book_order for s in cited_sources(e, edition)))
    frame = Frame(
        texts=texts,
        edition=edition,
        settings=settings,
        targets=targets,
        related=termbase.related(),
        compared=termbase.compared(),
        source_numbers={source: number for number, source in enumerate(sources, start=1)},
    )
    main = _main_part(rows, frame)
    indexes = [_index(in_book_order, code, frame) for code in edition.targets]
    further = index_parts(in_book_order, termbase, frame)
    short = tuple(part for part in further if _lines(part) <= FEW_LINES)
    others = (part for part in further if part not in short)
    parts = (main, *(part for part in indexes if part.sections), *others)
    return Book(
        title=printed_title(settings, language, edition),
        language=language,
        keywords=tuple(
            for_page(book_title(settings, code, edition), code)
            for code in edition.targets
            if settings.title.get(code)
        ),
        date=edition_date(settings),
        front=front_matter(settings, (*parts, *short), edition, entries),
        parts=parts,
        sources=texts.sections["sources"],
        source_tables=source_tables(in_book_order, sources, edition, texts, articles or {}),
        appendices=(*short, *appendices(in_book_order, termbase, frame)),
    )


def _lines(part: Part) -> int:
    """How many lines a part has at least."""
    return sum(1 + len(item.blocks) for item in part.items())


Row = tuple[ConceptEntry, TermEntry]
Rows = list[Row]


def _in_order(entries: Iterable[ConceptEntry], language: str) -> Rows:
    """Every entry under its head and under each of its other names, in dictionary order.

    A name that would stand beside its own entry, or that differs from the head in nothing that
    the order sees, gets no line: the reader is there already. Of names that are spelt alike heads
    come first, what is deprecated last.
    """
    key = LANGUAGES[language].sort_key
    fold = LANGUAGES[language].fold
    rows: Rows = []
    for entry in entries:
        head = head_term(entry, language)
        assert head is not None, entry.id
        rows.append((entry, head))
        terms = entry.terms(language)
        seen = {head.surface.casefold()}
        pairs = [
            replace(
                t,
                term=t.pair,
                pair="",
                stressed=stressed_parts(t.stressed, t.term, t.pair)[1],
            )
            for t in terms
            if t.pair
        ]
        for term in (*terms, *pairs):
            if term.surface.casefold() not in seen and fold(term.surface):
                seen.add(term.surface.casefold())
                rows.append((entry, term))

    def place(row: Row) -> tuple[object, ...]:
        entry, term = row
        deprecated = term.status is Status.DEPRECATED
        return key(sorting_form(term)), not _is_head(row, language), deprecated, entry.id

    rows.sort(key=place)
    kept: Rows = []
    section = LANGUAGES[language].section
    for _there, neighbours in groupby(rows, lambda row: (row[0].id, section(sorting_form(row[1])))):
        group = list(neighbours)
        heads = [row for row in group if _is_head(row, language)]
        kept += heads or group
    return kept


def _is_head(row: Row, language: str) -> bool:
    entry, term = row
    return term is head_term(entry, language)


def _numbered(rows: Rows, language: str) -> dict[str, Target]:
    targets = {}
    counts: dict[str, int] = defaultdict(int)
    for entry, term in rows:
        if term is head_term(entry, language):
            letter = LANGUAGES[language].section(sorting_form(term))
            counts[letter] += 1
            head = plain_term(term.term, language)
            targets[entry.id] = Target(entry.id, head, f"{letter}{counts[letter]}")
    return targets


def _main_part(rows: Rows, frame: Frame) -> Part:
    """The entries, and one cross-reference for a name that several of them share."""
    language = frame.texts.language
    in_book = {id: place for place, id in enumerate(frame.targets)}

    def line(row: Row) -> tuple[bool, str, bool]:
        # An id may be spelt as another's name is: constitution.
        entry, term = row
        is_head = _is_head(row, language)
        name = entry.id if is_head else plain_term(term.term, language)
        return is_head, name, term.status is Status.DEPRECATED

    items: list[tuple[str, Item]] = []
    for _line, group in groupby(rows, line):
        alike = list(group)
        entry, term = alike[0]
        letter = LANGUAGES[language].section(sorting_form(term))
        ids = sorted((other.id for other, _term in alike), key=in_book.__getitem__)
        targets = [frame.targets[id] for id in ids]
        if _is_head(alike[0], language):
            items.append((letter, entry_item(entry, targets[0].number, frame)))
        else:
            items.append((letter, reference_item(term, targets, frame)))
    title = frame.texts.main_part(frame.edition.languages)
    return Part(language, "entries", title, _sections(items))


def _index(entries: Iterable[ConceptEntry], language: str, frame: Frame) -> Part:
    """Every permitted or superseded term of a language, with the entries that it leads to."""
    found: dict[tuple[str, str], list[Target]] = defaultdict(list)
    terms: dict[tuple[str, str], TermEntry] = {}
    for entry in entries:
        for term in entry.terms(language):
            if term.status is Status.DEPRECATED:
                continue
            key = (plain_term(term.term, language), term.gender.value if term.gender else "")
            terms.setdefault(key, term)
            if frame.targets[entry.id] not in found[key]:
                found[key].append(frame.targets[entry.id])
    sort_key = LANGUAGES[language].sort_key
    section = LANGUAGES[language].section
    order = sorted(found, key=lambda k: (sort_key(sorting_form(terms[k])), k))
    texts = frame.texts
    items = [
        (section(sorting_form(terms[key])), index_item(terms[key], language, found[key], texts))
        for key in order
    ]
    return Part(language, "index", texts.index_part(language), _sections(items))


def _sections(items: Iterable[tuple[str, Item]]) -> tuple[Section, ...]:
    return tuple(
        Section(letter, tuple(item for _letter, item in group))
        for letter, group in groupby(items, key=lambda pair: pair[0])
    )
