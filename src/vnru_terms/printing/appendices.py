"""The tables behind the parts: what `appendices.yaml` lists, and what follows from the entries.

Where order is knowledge (offices, ranks, the life of a treaty) the glossary lists the concepts; the
abbreviations, the renamed bodies, and the persons and places follow from the entries themselves.
Every table has a column a language and, last, the number that leads to the entry. What has no line
is left out, so that a book of one subject field has only the tables that belong to it. Start at
`appendices`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from vnru_terms.lang import LANGUAGES
from vnru_terms.lang.countries import country_names
from vnru_terms.lang.recipe import Phrase
from vnru_terms.lang.ru_names import person
from vnru_terms.model import (
    Appendix,
    ConceptEntry,
    Kind,
    Termbase,
    TermType,
    Usage,
    Validity,
)
from vnru_terms.printing.page import Row, Run, Table
from vnru_terms.printing.part_texts import PART_TEXTS, PartTexts
from vnru_terms.printing.statistics_page import statistics_table
from vnru_terms.printing.term_runs import (
    Frame,
    for_page,
    guide_word,
    head_term,
    is_short,
    plain_term,
    written,
)

GROUP, TERM = "table-group", "table-term"


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
        key = LANGUAGES[self.languages[0]].sort_key
        rows = [((row or self.row)(entry), entry.id) for entry in entries]
        rows.sort(key=lambda pair: (key(pair[0].cells[0].text), pair[1]))
        return [row for row, _id in rows]


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
        _abbreviations(chosen, shelf),
        _renamed(chosen, names, termbase, shelf),
        _names(chosen, names, shelf) if names else None,
        statistics_table(chosen, names, shelf.languages, frame),
    )
    return tuple(
        replace(table, guide=guide_word(table.title)) for table in tables if table and table.rows
    )


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


def _abbreviations(entries: tuple[ConceptEntry, ...], shelf: _Shelf) -> Table:
    """The short forms with what they stand for, by the language that has them.

    An entry stands in one group: of the book's language where that has a short form, else of the
    first language that has one.
    """
    groups: list[tuple[str, list[Row]]] = []
    done: set[str] = set()
    for code in shelf.languages:
        key = LANGUAGES[code].sort_key
        found = [
            (short, entry)
            for entry in entries
            if entry.id not in done and (short := _short_forms(entry, code))
        ]
        found.sort(key=lambda pair: (key(pair[0]), pair[1].id))
        done |= {entry.id for _short, entry in found}
        rows = []
        for short, entry in found:
            cells = [_full_cell(entry, other, code, shelf) for other in shelf.languages]
            rows.append(Row("", (Run(short, "short-form", code), *cells, shelf.number(entry))))
        groups.append((shelf.texts.short_forms[code], rows))
    columns = shelf.columns(shelf.texts.short_form)
    return Table(shelf.texts.abbreviations, columns, _grouped(groups, shelf))


def _short_forms(entry: ConceptEntry, language: str) -> str:
    """The permitted short forms of an entry that has a full form too, joined."""
    permitted = [term for term in entry.terms(language) if term.is_permitted]
    shorts = [for_page(term.term, language) for term in permitted if is_short(term)]
    return ", ".join(shorts) if len(shorts) < len(permitted) else ""


def _full_cell(entry: ConceptEntry, language: str, lead: str, shelf: _Shelf) -> Run:
    """The full form; behind it the short forms, where they do not lead the row."""
    permitted = [term for term in entry.terms(language) if term.is_permitted]
    full = next((term for term in permitted if not is_short(term)), None)
    shorts = _short_forms(entry, language)
    if full is None:
        return shelf.cell(entry, language)
    text = plain_term(written(full, shelf.frame.edition), language)
    behind = f" ({shorts})" if shorts and language != lead else ""
    return Run(text + behind, TERM, language)


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
        key = LANGUAGES[shelf.languages[0]].sort_key
        ended.sort(key=lambda e: (key(shelf.row(e).cells[0].text), e.id))
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
    elif successor:
        # Who follows is told in words where it is no concept of the glossary.
        cells = (Run(for_page(successor, language), TERM), *(Run("") for _ in shelf.languages))
        yield Row("", (now, *cells))


def _has_ended(valid: Validity) -> bool:
    return bool(valid.to or valid.successor)


def _names(
    entries: tuple[ConceptEntry, ...], names: tuple[ConceptEntry, ...], shelf: _Shelf
) -> Table:
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
    places = [entry for entry in rest if entry not in persons]
    groups = [
        (shelf.texts.persons, shelf.in_order(persons)),
        (shelf.texts.states, shelf.in_order(states, shelf.state_row)),
        (shelf.texts.places, shelf.in_order(places)),
    ]
    return Table(shelf.texts.names, shelf.columns(), _grouped(groups, shelf))


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
