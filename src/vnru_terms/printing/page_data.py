"""A termbase as the data of a book: chosen, sorted, numbered, cross-referenced, indexed.

`make_book` takes the entries that have a term in the book's language, puts them and the
cross-references from their other names in dictionary order, numbers the entries by letter (Đ10),
and makes the two indexes, which lead to those numbers and not to pages. The template gets the
result as JSON and decides nothing about terminology.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from itertools import groupby
from typing import Any

from vnru_terms.lang import LANGUAGES
from vnru_terms.model import (
    LANGUAGE_ORDER,
    ConceptEntry,
    Settings,
    Status,
    Termbase,
    TermEntry,
)
from vnru_terms.printing.book_texts import (
    ABBREVIATIONS,
    BOOK_TEXTS,
    DEFAULT_LICENCE,
    HOW_TO_USE,
    IMPRINT,
    BookTexts,
)
from vnru_terms.printing.entry_runs import (
    Frame,
    Target,
    article_place,
    cited_sources,
    entry_item,
    for_page,
    head_term,
    index_item,
    plain_term,
    reference_item,
)
from vnru_terms.printing.page import (
    Book,
    Front,
    Item,
    Part,
    Row,
    Run,
    Section,
    Table,
    number_roles,
)

# The specimen must fit on the page with its legend.
SPECIMEN_LENGTH = 650


def chosen_entries(
    termbase: Termbase, language: str, subject: str | None
) -> tuple[ConceptEntry, ...]:
    """The entries of a subject field (of all, if None) that a book in this language can head."""
    return tuple(
        entry
        for entry in termbase.entries
        if entry.terms(language) and subject in (None, entry.subject_field)
    )


def make_book(
    termbase: Termbase,
    entries: tuple[ConceptEntry, ...],
    *,
    language: str = "vi",
    articles: Mapping[str, str] | None = None,
) -> Book:
    """The book of these entries of a termbase, in a language of `BOOK_TEXTS`.

    `articles` describes the files that contexts cite (path as cited → publisher, title, date); a
    file that it lacks is printed as its path.
    """
    texts = BOOK_TEXTS[language]
    settings = termbase.settings
    rows = _in_order(entries, language)
    targets = _numbered(rows, language)
    in_book_order = [entry for entry, term in rows if term is head_term(entry, language)]
    sources = list(dict.fromkeys(s for e in in_book_order for s in cited_sources(e, language)))
    frame = Frame(
        texts=texts,
        settings=settings,
        targets=targets,
        related=termbase.related(),
        compared=termbase.compared(),
        source_numbers={source: number for number, source in enumerate(sources, start=1)},
    )
    main = _main_part(rows, frame)
    indexes = [_index(in_book_order, code, frame) for code in LANGUAGE_ORDER if code != language]
    parts = (main, *(part for part in indexes if part.sections))
    title = settings.title.get(language) or texts.default_title
    return Book(
        title=for_page(title, language),
        language=language,
        keywords=tuple(for_page(t, code) for code, t in settings.title.items() if code != language),
        date=_date(settings),
        front=_front(settings, parts, texts, entries),
        parts=parts,
        sources=texts.sections["sources"],
        source_tables=_source_tables(in_book_order, sources, texts, articles or {}),
    )


def as_json(book: Book) -> bytes:
    """The book as the template reads it."""
    data: dict[str, Any] = asdict(book)
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


Rows = list[tuple[ConceptEntry, TermEntry]]


def _in_order(entries: Iterable[ConceptEntry], language: str) -> Rows:
    """Every entry under its head and under each of its other names, in dictionary order.

    A name that would stand beside its own entry, or that differs from the head in nothing that
    the order sees, gets no line: the reader is there already.
    """
    key = LANGUAGES[language].sort_key
    fold = LANGUAGES[language].fold
    rows: Rows = []
    for entry in entries:
        head = head_term(entry, language)
        assert head is not None, entry.id
        rows.append((entry, head))
        seen = {head.surface.casefold()}
        for term in entry.terms(language):
            if term.surface.casefold() not in seen and fold(term.surface):
                seen.add(term.surface.casefold())
                rows.append((entry, term))
    rows.sort(key=lambda row: (key(row[1].surface), row[0].id))  # type: ignore[arg-type, return-value]
    kept: Rows = []
    for _entry, neighbours in groupby(rows, key=lambda row: row[0].id):
        group = list(neighbours)
        heads = [row for row in group if row[1] is head_term(row[0], language)]
        kept += heads or group
    return kept


def _numbered(rows: Rows, language: str) -> dict[str, Target]:
    targets = {}
    counts: dict[str, int] = defaultdict(int)
    for entry, term in rows:
        if term is head_term(entry, language):
            letter = LANGUAGES[language].section(term.surface)
            counts[letter] += 1
            head = plain_term(term.term, language)
            targets[entry.id] = Target(entry.id, head, f"{letter}{counts[letter]}")
    return targets


def _main_part(rows: Rows, frame: Frame) -> Part:
    language = frame.texts.language
    items: list[tuple[str, Item]] = []
    for entry, term in rows:
        letter = LANGUAGES[language].section(term.surface)
        target = frame.targets[entry.id]
        if term is head_term(entry, language):
            items.append((letter, entry_item(entry, target.number, frame)))
        else:
            items.append((letter, reference_item(term, target, frame.texts)))
    return Part(language, "entries", frame.texts.parts[language], _sections(items))


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
    order = sorted(found, key=lambda k: (sort_key(terms[k].surface), k))  # type: ignore[arg-type, return-value]
    book = frame.texts.language
    items = [
        (section(terms[key].surface), index_item(terms[key], language, found[key], book))
        for key in order
    ]
    return Part(language, "index", frame.texts.parts[language], _sections(items))


def _sections(items: Iterable[tuple[str, Item]]) -> tuple[Section, ...]:
    return tuple(
        Section(letter, tuple(item for _letter, item in group))
        for letter, group in groupby(items, key=lambda pair: pair[0])
    )


def _date(settings: Settings) -> tuple[int, ...]:
    parts = settings.date.split("-")
    return tuple(int(p) for p in parts) if len(parts) == 3 and all(map(str.isdigit, parts)) else ()


def _front(
    settings: Settings,
    parts: tuple[Part, ...],
    texts: BookTexts,
    entries: tuple[ConceptEntry, ...],
) -> Front:
    items = list(parts[0].items())
    specimen, roles = _specimen([item for item in items if item.id], texts)
    sizes = {part.language: sum(1 for _item in part.items()) for part in parts}
    date = _date(settings)
    lines = [texts.edition.format(edition=settings.edition)] if settings.edition else []
    if date:
        lines.append(texts.date.format(year=date[0], month=date[1], day=date[2]))
    licence = settings.licence or DEFAULT_LICENCE
    imprint = [Run(text.format(licence=licence), language=code) for code, text in IMPRINT]
    if settings.contact:
        contact = for_page(settings.contact, texts.language)
        imprint.append(Run(texts.contact.format(contact=contact), language=texts.language))
    imprint.append(Run(texts.production, language=texts.language))
    return Front(
        titles=tuple(
            Run(for_page(settings.title[code], code), language=code)
            for code in LANGUAGE_ORDER
            if code != texts.language and settings.title.get(code)
        ),
        edition=" · ".join(lines),
        counts=texts.counts.format(
            entries=sum(1 for item in items if item.id),
            references=sum(1 for item in items if not item.id),
            english=sizes.get("en", 0),
            russian=sizes.get("ru", 0),
        ),
        imprint=tuple(imprint),
        how=texts.sections["how"],
        intro=texts.intro,
        specimen=specimen,
        legend=tuple(texts.roles[role] for role in roles),
        how_elsewhere=tuple(
            (Run(head, language=code), Run(_bound(text, code), language=code))
            for code, head, text in HOW_TO_USE
        ),
        tables=(_abbreviations(texts), *_subjects(settings, entries, texts)),
    )


def _bound(text: str, language: str) -> str:
    return for_page(text, language)


def _specimen(items: list[Item], texts: BookTexts) -> tuple[Item | None, tuple[str, ...]]:
    """The entry that shows most, numbered, and the roles that it shows; the shorter wins."""

    def worth(item: Item) -> tuple[int, int]:
        roles = {run.role for run in item.runs()} & set(texts.roles)
        return len(roles), -sum(len(run.text) for run in item.runs())

    fitting = [i for i in items if sum(len(run.text) for run in i.runs()) <= SPECIMEN_LENGTH]
    if not fitting:
        return None, ()
    return number_roles(max(fitting, key=worth), tuple(texts.roles))


def _abbreviations(texts: BookTexts) -> Table:
    columns = tuple(Run(LANGUAGES[code].endonym, language=code) for code in LANGUAGE_ORDER)
    rows = tuple(
        Row(
            short,
            tuple(
                Run(cell, language=code) for code, cell in zip(LANGUAGE_ORDER, cells, strict=True)
            ),
        )
        for short, *cells in ABBREVIATIONS
    )
    key = texts.sections["abbreviation"]
    return Table(texts.sections["abbreviations"], columns, rows, key)


def _subjects(
    settings: Settings, entries: tuple[ConceptEntry, ...], texts: BookTexts
) -> list[Table]:
    used = {entry.subject_field for entry in entries}
    subjects = [s for s in settings.subject_fields if s.slug in used]
    if not subjects:
        return []
    columns = tuple(Run(LANGUAGES[code].endonym, language=code) for code in LANGUAGE_ORDER)
    rows = tuple(
        Row(
            for_page(subject.abbreviation.get(texts.language, subject.slug), texts.language),
            tuple(
                Run(for_page(subject.label.get(code, ""), code), language=code)
                for code in LANGUAGE_ORDER
            ),
        )
        for subject in subjects
    )
    key = texts.sections["abbreviation"]
    return [Table(texts.sections["subjects"], columns, rows, key)]


def _source_tables(
    entries: Iterable[ConceptEntry],
    sources: list[str],
    texts: BookTexts,
    articles: Mapping[str, str],
) -> tuple[Table, ...]:
    """The articles that contexts cite, by number, and the sources of equivalents."""
    cited = {
        article_place(term.context.source).partition(":")[0]: term.context.source.rpartition(":")[0]
        for entry in entries
        for term in entry.terms(texts.language)
        if term.context and ":" in term.context.source and "://" not in term.context.source
    }
    rows = tuple(
        Row(number, (Run(articles.get(path, path), language=texts.language),))
        for number, path in sorted(cited.items())
    )
    numbered = tuple(
        Row(f"[{number}]", (Run(normalise_address(source), "address"),))
        for number, source in enumerate(sources, start=1)
    )
    tables = (
        Table(texts.sections["articles"], (), rows),
        Table(texts.sections["addresses"], (), numbered),
    )
    return tuple(table for table in tables if table.rows)


def normalise_address(source: str) -> str:
    """A source as it is printed: an address keeps all its characters."""
    return source.strip()
