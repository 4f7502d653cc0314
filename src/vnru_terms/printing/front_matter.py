"""What stands before and behind the parts: titles, imprint, specimen, tables, sources.

The specimen is an entry of the glossary itself, the one that shows most, so that its legend
explains what the reader will meet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from urllib.parse import unquote

from vnru_terms.lang import LANGUAGES
from vnru_terms.model import LANGUAGE_ORDER, ConceptEntry, Settings
from vnru_terms.printing.book_texts import (
    ABBREVIATIONS,
    DEFAULT_LICENCE,
    HOW_TO_USE,
    IMPRINT,
    BookTexts,
)
from vnru_terms.printing.page import Front, Item, Part, Row, Run, Table, number_roles
from vnru_terms.printing.term_runs import article_place, for_page
from vnru_terms.text.normalise import normalise

# An address may be decoded for print where it then holds ASCII, Vietnamese or Russian letters.
_READABLE = re.compile("[!-~\u00c0-\u024f\u0400-\u045f\u1e00-\u1eff]+")
# The specimen must fit on the page with its legend.
SPECIMEN_LENGTH = 650


def front_matter(
    settings: Settings,
    parts: tuple[Part, ...],
    texts: BookTexts,
    entries: tuple[ConceptEntry, ...],
) -> Front:
    items = list(parts[0].items())
    specimen, roles = _specimen([item for item in items if item.id], texts)
    sizes = {part.language: sum(1 for _item in part.items()) for part in parts}
    date = edition_date(settings)
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
        contents=texts.sections["contents"],
        how=texts.sections["how"],
        intro=texts.intro,
        specimen=specimen,
        legend=tuple(texts.roles[role] for role in roles),
        how_elsewhere=tuple(
            (Run(head, language=code), Run(for_page(text, code), language=code))
            for code, head, text in HOW_TO_USE
        ),
        tables=(_abbreviations(texts), *_subjects(settings, entries, texts)),
    )


def _specimen(items: list[Item], texts: BookTexts) -> tuple[Item | None, tuple[str, ...]]:
    """The entry that shows most, numbered, and the roles that it shows; the shorter wins."""

    def worth(item: Item) -> tuple[int, int]:
        roles = {run.role for run in item.runs()} & set(texts.roles)
        return len(roles), -sum(len(run.text) for run in item.runs())

    fitting = [i for i in items if sum(len(run.text) for run in i.runs()) <= SPECIMEN_LENGTH]
    if not fitting:
        return None, ()
    return number_roles(max(fitting, key=worth), tuple(texts.roles))


def edition_date(settings: Settings) -> tuple[int, ...]:
    parts = settings.date.split("-")
    return tuple(int(p) for p in parts) if len(parts) == 3 and all(map(str.isdigit, parts)) else ()


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


def source_tables(
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
        Row(f"[{number}]", (_address(source),)) for number, source in enumerate(sources, start=1)
    )
    tables = (
        Table(texts.sections["articles"], (), rows),
        Table(texts.sections["addresses"], (), numbered),
    )
    return tuple(table for table in tables if table.rows)


def _address(source: str) -> Run:
    """A source in letters where its address has codes, leading to the address as written."""
    letters = unquote(source).replace(" ", "%20")
    shown = normalise(letters) if _READABLE.fullmatch(letters) else source
    return Run(shown, "address", to=source if "://" in source else "")
