"""The page of figures at the end of the book, counted from the entries that it prints.

The title page counts with the same functions, so that the two agree.
"""

from __future__ import annotations

from collections.abc import Iterable

from vnru_terms.lang import LANGUAGES
from vnru_terms.lang.ru_stress import needs_stress
from vnru_terms.model import ConceptEntry, Status, TermEntry
from vnru_terms.printing.page import Row, Run, Table
from vnru_terms.printing.part_texts import PART_TEXTS
from vnru_terms.printing.term_runs import Frame, for_page

STRESSED = "ru"


def usable_terms(entries: Iterable[ConceptEntry], language: str) -> list[TermEntry]:
    """The terms that may be used; one that stands in two entries counts with each."""
    return [term for e in entries for term in e.terms(language) if term.is_permitted]


def stressed_terms(entries: Iterable[ConceptEntry]) -> tuple[int, int]:
    """How many Russian terms that may be used have their stress marks, and how many need them."""
    needing = [t for t in usable_terms(entries, STRESSED) if needs_stress(t.term)]
    return sum(1 for term in needing if term.stressed), len(needing)


def statistics_table(
    entries: tuple[ConceptEntry, ...],
    names: tuple[ConceptEntry, ...],
    languages: tuple[str, ...],
    frame: Frame,
) -> Table:
    """Terms by status, then those that may be used by subject field; a column a language.

    `names` are the persons and places of the book, which are no entries and stand apart.
    """
    texts = PART_TEXTS[languages[0]]

    def row(label: str, amount: str, counts: Iterable[int]) -> Row:
        cells = [Run(str(count), "figure") for count in counts]
        named = Run(label, "table-term", languages[0])
        return Row("", (named, Run(amount, "figure"), *cells))

    def usable(label: str, chosen: tuple[ConceptEntry, ...]) -> Row:
        return row(label, str(len(chosen)), [len(usable_terms(chosen, c)) for c in languages])

    def group(title: str) -> Row:
        return Row("", (Run(title, "table-group", languages[0]),))

    def by_status(status: Status) -> Row:
        counts = [
            sum(term.status is status for e in entries for term in e.terms(code))
            for code in languages
        ]
        return row(texts.statuses[status.value], "", counts)

    attested = [sum(term.is_attested for term in usable_terms(entries, code)) for code in languages]
    rows = [
        group(texts.usable),
        by_status(Status.PREFERRED),
        by_status(Status.ADMITTED),
        usable(texts.together, entries),
        row(texts.attested, "", attested),
        group(texts.unusable),
        by_status(Status.SUPERSEDED),
        by_status(Status.DEPRECATED),
    ]
    slugs = [subject.slug for subject in frame.settings.subject_fields]
    slugs += sorted({entry.subject_field for entry in entries} - set(slugs))
    fields = {slug: tuple(e for e in entries if e.subject_field == slug) for slug in slugs}
    used = {slug: chosen for slug, chosen in fields.items() if chosen}
    if len(used) > 1:
        rows.append(group(texts.by_subject))
        for slug, chosen in used.items():
            label = for_page(frame.settings.subject_label(slug, languages[0]), languages[0])
            rows.append(usable(label, chosen))
        rows.append(usable(texts.total, entries))
    if names:
        rows += [group(texts.apart), usable(texts.names, names)]
    columns = (Run(LANGUAGES[code].endonym, "figure", code) for code in languages)
    heads = (Run(""), Run(texts.entries, "figure", languages[0]), *columns)
    note = for_page(texts.counting, languages[0])
    return Table(texts.statistics, heads, tuple(rows), note=note)
