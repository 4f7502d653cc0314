"""The tables behind the parts: what `appendices.yaml` lists, and what follows from the entries.

Where order is knowledge (offices, ranks, the life of a treaty) the glossary lists the concepts; the
renamed bodies, and the persons and places follow from the entries themselves. Every table has a
column a language and, last, the number that leads to the entry, if any row has one. What has no
line is left out, so that a book of one subject field has only the tables that belong to it. Start
at `appendices`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from vnru_terms.lang import LANGUAGES
from vnru_terms.lang.countries import country_names
from vnru_terms.lang.recipe import Phrase
from vnru_terms.lang.ru_names import person, surname_is_last
from vnru_terms.model import (
    Appendix,
    ConceptEntry,
    Kind,
    Termbase,
    TermEntry,
    TermType,
    Usage,
    Validity,
)
from vnru_terms.printing.page import Row, Run, Table
from vnru_terms.printing.part_texts import PART_TEXTS, PartTexts
from vnru_terms.printing.statistics_page import statistics_table
from vnru_terms.printing.term_runs import (
    NO_BREAK,
    Frame,
    for_page,
    head_term,
    plain_term,
    sorting_form,
    written,
)

GROUP, TERM = "table-group", "table-term"
# What stands behind a surname that is put first, in the languages whose readers look for it there.
_AFTER_SURNAME = {"ru": " ", "en": ", "}


@dataclass(frozen=True, slots=True)
class _Shelf:
    """What the tables are made with: the languages of their columns, the words, the numbers."""

    languages: tuple[str, ...]
    texts: PartTexts
    frame: Frame

    def columns(self, *before: str) -> tuple[Run, ...]:
        """The heads of the columns: `before` those of the languages, the number behind them."""
        book = self.languages[0]
        named = [Run(LANGUAGES[code].endonym, language=code) for code in self.languages]
        return (*(Run(text, language=book) for text in before), *named, Run(self.texts.number))

    def row(self, entry: ConceptEntry, *before: Run) -> Row:
        """An entry's preferred terms, a column a language, and its number, if it has one."""
        cells = [self.cell(entry, code) for code in self.languages]
        return Row("", (*before, *cells, self.number(entry)))

    def state_row(self, entry: ConceptEntry) -> Row:
        """As `row`, the short name of a state with its official one."""
        cells = [Run(_state(entry, code), TERM, code) for code in self.languages]
        return Row("", (*cells, self.number(entry)))

    def person_row(self, entry: ConceptEntry) -> Row:
        """As `row`, the surname first in the first column, where readers look for it."""
        row = self.row(entry)
        first = replace(row.cells[0], text=_by_surname(entry, row.cells[0]))
        return replace(row, cells=(first, *row.cells[1:]))

    def cell(self, entry: ConceptEntry, language: str) -> Run:
        """The preferred term, empty where there is none."""
        term = head_term(entry, language)
        text = plain_term(written(term, self.frame.edition), language) if term else ""
        return Run(text, TERM, language)

    def number(self, entry: ConceptEntry) -> Run:
        """The number of an entry as a link, empty where the book does not print the entry."""
        target = self.frame.targets.get(entry.id)
        return Run(target.number, "index-number", to=target.id) if target else Run("")

    def group(self, title: str) -> Row:
        """The row that heads a group."""
        language = self.languages[0]
        return Row("", (Run(for_page(title, language), GROUP, language),))

    def in_order(
        self, entries: Iterable[ConceptEntry], row: Callable[[ConceptEntry], Row] | None = None
    ) -> list[Row]:
        """The rows of entries in the dictionary order of what stands first in them."""
        rows = [((row or self.row)(entry), entry.id) for entry in entries]
        rows.sort(key=lambda pair: (self.place(pair[0].cells[0].text), pair[1]))
        return [row for row, _id in rows]

    def place(self, text: str) -> Any:
        """Where a name stands in the order of the book's language, as in its main part."""
        return LANGUAGES[self.languages[0]].sort_key(sorting_form(TermEntry(text)))


def appendices(
    entries: Iterable[ConceptEntry], termbase: Termbase, frame: Frame
) -> tuple[Table, ...]:
    """The tables behind the parts of a book of these entries, those with rows alone."""
    chosen = tuple(entries)
    edition = frame.edition
    shelf = _Shelf(edition.languages, PART_TEXTS[edition.language], frame)
    # Names belong to the glossary as a whole and not to a subject field.
    names = () if edition.subject else tuple(e for e in termbase.entries if e.is_name)
    tables = (
        *(_listed(appendix, chosen, shelf) for appendix in termbase.appendices),
        _renamed(chosen, names, termbase, shelf),
        *(_names(chosen, names, shelf) if names else ()),
        statistics_table(chosen, names, shelf.languages, frame),
    )
    return tuple(_without_empty_numbers(table) for table in tables if table.rows)


def _without_empty_numbers(table: Table) -> Table:
    """The table without its last column, where that is empty."""
    count = len(table.columns)
    if any(len(row.cells) == count and row.cells[-1].text for row in table.rows):
        return table
    rows = (replace(row, cells=row.cells[: count - 1]) for row in table.rows)
    return replace(table, columns=table.columns[:-1], rows=tuple(rows))


def _listed(appendix: Appendix, entries: tuple[ConceptEntry, ...], shelf: _Shelf) -> Table:
    """An appendix of the glossary, in its order; groups without a line lose their heading."""
    by_id = {entry.id: entry for entry in entries}
    language = shelf.languages[0]
    groups = [
        (group.title.get(language, ""), [by_id[c.id] for c in group.concepts if c.id in by_id])
        for group in appendix.groups
    ]
    rows = _grouped([(title, map(shelf.row, members)) for title, members in groups], shelf)
    return Table(for_page(appendix.title.get(language, ""), language), shelf.columns(), rows)


def _grouped(groups: Iterable[tuple[str, Iterable[Row]]], shelf: _Shelf) -> tuple[Row, ...]:
    """The rows of all groups, each behind its heading; an empty group has none."""
    rows: list[Row] = []
    for title, members in groups:
        lines = list(members)
        rows += [shelf.group(title)] if lines and title else []
        rows += lines
    return tuple(rows)


def _renamed(
    entries: tuple[ConceptEntry, ...],
    names: tuple[ConceptEntry, ...],
    termbase: Termbase,
    shelf: _Shelf,
) -> Table:
    """What is no longer in force or has a successor, each with what it is now on a row below."""
    by_id = {entry.id: entry for entry in termbase.entries}
    groups = []
    for title, members in (("", entries), (shelf.texts.place_names, names)):
        ended = [entry for entry in members if entry.valid and _has_ended(entry.valid)]
        ended.sort(key=lambda e: (shelf.place(shelf.row(e).cells[0].text), e.id))
        groups.append((title, [row for e in ended for row in _then_and_now(e, by_id, shelf)]))
    return Table(shelf.texts.renamed, shelf.columns(shelf.texts.until), _grouped(groups, shelf))


def _then_and_now(
    entry: ConceptEntry, by_id: Mapping[str, ConceptEntry], shelf: _Shelf
) -> Iterator[Row]:
    assert entry.valid
    language = shelf.languages[0]
    until = shelf.texts.short_date(entry.valid.to)
    yield shelf.row(entry, Run(until, "table-date", language))
    successor = entry.valid.successor
    now = Run(shelf.texts.now, "table-now", language)
    if successor in by_id:
        yield shelf.row(by_id[successor], now)
    else:
        # Who follows is told in words where it is no concept of the glossary; a dash: nobody does.
        name = Run(for_page(successor or "—", language), TERM, language)
        yield Row("", (now, name, *(Run("") for _ in shelf.languages)))


def _has_ended(valid: Validity) -> bool:
    return bool(valid.to or valid.successor)


def _names(
    entries: tuple[ConceptEntry, ...], names: tuple[ConceptEntry, ...], shelf: _Shelf
) -> tuple[Table, ...]:
    """Persons, states, other places; states that are entries of the book stand among them.

    No key of an entry tells the three apart. A state is what Unicode's CLDR lists as one; a person
    is what is declined like one in Russian: of several words with capitals, and a gender.
    """
    known = [e for e in (*names, *entries) if e.kind is Kind.NAME]
    listed = {entry.id for entry in known if _is_state(entry)}
    # Liên bang Nga with Nga: the full name of a state may be a concept of its own.
    listed |= {id for entry in known if entry.id in listed for id in entry.related}
    states = [entry for entry in known if entry.id in listed]
    rest = [entry for entry in names if entry.id not in listed]
    persons = [entry for entry in rest if _is_person(entry)]
    places = [entry for entry in rest if not _is_person(entry)]
    texts = shelf.texts
    return (
        Table(texts.persons, shelf.columns(), tuple(shelf.in_order(persons, shelf.person_row))),
        Table(texts.states, shelf.columns(), tuple(shelf.in_order(states, shelf.state_row))),
        Table(texts.place_names, shelf.columns(), tuple(shelf.in_order(places))),
    )


def _state(entry: ConceptEntry, language: str) -> str:
    """`Áo (Cộng hòa Áo)`: the name that is used, and behind it the official one."""
    head = head_term(entry, language)
    if head is None:
        return ""
    others = [t for t in entry.terms(language) if t.is_permitted and t is not head]
    name = head.term
    official = next(
        (t.term for t in others if Usage.OFFICIAL in t.usage or t.type is TermType.FULL_FORM), ""
    )
    if not official:
        shorts = (t.term for t in others if t.type is TermType.SHORT_FORM and not t.usage)
        short = next(shorts, "")
        name, official = (short, name) if short else (name, "")
    return plain_term(f"{name} ({official})" if official else name, language)


def _is_state(entry: ConceptEntry) -> bool:
    permitted = (term for _language, term in entry.all_terms() if term.is_permitted)
    return any(_letters(term.term) in _state_names() for term in permitted)


@cache
def _state_names() -> frozenset[str]:
    return frozenset(
        _letters(name)
        for by_language in country_names().values()
        for names in by_language
        for name in names
    )


def _letters(name: str) -> str:
    return name.casefold().replace("’", "'")


def _is_person(entry: ConceptEntry) -> bool:
    term = entry.preferred("ru")
    if term is None or term.gender is None:
        return False
    return person(Phrase(term.term, gender=term.gender.value), term.term.split()) is not None


def _by_surname(entry: ConceptEntry, name: Run) -> str:
    """`Лукашенко Александр`, `Lukashenko, Alexander`, where one of the Russian names tells so.

    Vietnamese and Chinese names begin with the surname, and Thai or Lao persons are called by the
    first; who is not surely named as Russians are stays as written. So do all in a Vietnamese book.
    """
    between = _AFTER_SURNAME.get(name.language)
    head = entry.preferred("ru")
    gender = head.gender.value if head and head.gender else ""
    russian = (term.term.split() for term in entry.terms("ru") if term.is_permitted)
    if between is None or not any(surname_is_last(words, gender) for words in russian):
        return name.text
    first, _space, surname = name.text.replace(NO_BREAK, " ").rpartition(" ")
    return f"{surname}{between}{first}" if first else surname
