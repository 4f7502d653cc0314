"""The page of figures at the end of the book, counted from the entries that it prints."""

from __future__ import annotations

from vnru_terms.lang import LANGUAGES
from vnru_terms.model import ConceptEntry, Status
from vnru_terms.printing.page import Row, Run, Table
from vnru_terms.printing.part_texts import PART_TEXTS
from vnru_terms.printing.term_runs import Frame, for_page


def statistics_table(
    entries: tuple[ConceptEntry, ...],
    names: tuple[ConceptEntry, ...],
    languages: tuple[str, ...],
    frame: Frame,
) -> Table:
    """Terms by status and evidence, then entries and terms by subject field; a column a language.

    A term is attested where it or its context has a source. `names` are the persons and places
    of the book, which are no entries and are counted in a row of their own.
    """
    texts = PART_TEXTS[languages[0]]
    columns = tuple(Run(LANGUAGES[code].endonym, "figure", code) for code in languages)

    def row(label: str, amount: str, counts: list[int]) -> Row:
        cells = [Run(str(count), "figure") for count in counts]
        named = Run(label, "table-term", languages[0])
        return Row("", (named, Run(amount, "figure"), *cells))

    def terms(chosen: tuple[ConceptEntry, ...], language: str) -> int:
        return sum(len(entry.terms(language)) for entry in chosen)

    def group(title: str) -> Row:
        return Row("", (Run(title, "table-group", languages[0]),))

    rows = [group(texts.by_language)]
    for status in Status:
        counts = [
            sum(term.status is status for e in entries for term in e.terms(code))
            for code in languages
        ]
        rows.append(row(texts.statuses[status.value], "", counts))
    attested = [
        sum(term.is_attested for e in entries for term in e.terms(code)) for code in languages
    ]
    rows.append(row(texts.attested, "", attested))
    rows.append(group(texts.by_subject))
    slugs = [subject.slug for subject in frame.settings.subject_fields]
    slugs += sorted({entry.subject_field for entry in entries} - set(slugs))
    for slug in slugs:
        chosen = tuple(entry for entry in entries if entry.subject_field == slug)
        if chosen:
            label = for_page(frame.settings.subject_label(slug, languages[0]), languages[0])
            rows.append(row(label, str(len(chosen)), [terms(chosen, code) for code in languages]))
    total = [terms(entries, code) for code in languages]
    rows.append(row(texts.total, str(len(entries)), total))
    if names:
        counts = [terms(names, code) for code in languages]
        rows.append(row(texts.names, str(len(names)), counts))
    heads = (Run(""), Run(texts.entries, "figure", languages[0]))
    return Table(texts.statistics, (*heads, *columns), tuple(rows))
