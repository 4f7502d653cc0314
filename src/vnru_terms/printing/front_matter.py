"""What stands before the parts: how to use the book, specimen, tables; titles by `title_page`.

The specimen is an entry of the glossary itself, the one that shows most, so that its legend
explains what the reader will meet.
"""

from __future__ import annotations

from collections.abc import Mapping

from vnru_terms.lang import LANGUAGES
from vnru_terms.model import LANGUAGE_ORDER, ConceptEntry, Settings, SubjectField
from vnru_terms.printing.abbreviations import abbreviation_rows
from vnru_terms.printing.book_texts import BOOK_TEXTS
from vnru_terms.printing.book_words import BookTexts, figure, listed
from vnru_terms.printing.edition import Edition
from vnru_terms.printing.page import Front, Item, Part, Row, Run, Table, number_roles
from vnru_terms.printing.part_texts import PART_TEXTS
from vnru_terms.printing.statistics_page import STRESSED, stressed_terms
from vnru_terms.printing.term_runs import for_page
from vnru_terms.printing.title_page import counts, edition_lines, imprint, printed_title, subtitles

# The specimen must fit on a page with its legend: so many characters, so many roles.
SPECIMEN, LARGE_SPECIMEN = (600, 20), (330, 12)


def front_matter(
    settings: Settings,
    parts: tuple[Part, ...],
    edition: Edition,
    entries: tuple[ConceptEntry, ...],
) -> Front:
    texts = BOOK_TEXTS[edition.language]
    subjects = _used_subjects(settings, entries)
    items = [item for item in parts[0].items() if item.id]
    room = LARGE_SPECIMEN if edition.large else SPECIMEN
    specimen, roles = _specimen(items, texts, room)
    tables = [_abbreviations(edition, texts)]
    if len(subjects) > 1:
        tables.append(_subjects(subjects, edition, texts))
    return Front(
        titles=tuple(
            Run(printed_title(settings, code, edition), language=code)
            for code in edition.targets
            if settings.title.get(code)
        ),
        subtitles=subtitles(settings, entries, edition),
        edition=" · ".join(edition_lines(settings, texts)),
        counts=" · ".join(counts(entries, edition)),
        imprint=imprint(settings, edition, parts),
        contents=texts.sections["contents"],
        how=texts.sections["how"],
        intro=_intro(parts, entries, edition),
        specimen=specimen,
        specimen_label=texts.specimen if specimen else "",
        legend=tuple(_legend(role, texts, tabled=len(subjects) > 1) for role in roles),
        how_elsewhere=tuple(_help(code, edition) for code in edition.targets),
        tables=tuple(tables),
    )


def _intro(
    parts: tuple[Part, ...], entries: tuple[ConceptEntry, ...], edition: Edition
) -> tuple[str, ...]:
    """How the book is ordered, and what only some books have to explain."""
    texts = BOOK_TEXTS[edition.language]
    naming = texts.naming
    names = listed([naming.terms[code] for code in edition.targets], naming.both)
    leads = texts.index_leads[len(edition.targets) > 1]
    lines = [texts.intro.format(names=names, index_leads=leads)]
    inner = PART_TEXTS[edition.language].inner_words
    if any(part.title == inner for part in parts):
        lines.append(texts.inner_words.format(title=inner))
    runs = (run for item in parts[0].items() for run in item.runs())
    marks = {run.text for run in runs if run.role == "language"}
    if marks:
        lines.append(texts.notes.format(marks=", ".join(sorted(marks))))
    if edition.stress and STRESSED in edition.languages:
        done, needed = stressed_terms(entries)
        partly = texts.partly_stressed.format(done=figure(done, texts), all=figure(needed, texts))
        lines.append(f"{texts.stress} {partly}" if done < needed else texts.stress)
    return tuple(for_page(line, texts.language) for line in lines)


def _legend(role: str, texts: BookTexts, *, tabled: bool) -> tuple[str, str]:
    """What a role is, with no short word at the end of a line; the space between stays."""
    name, more = texts.roles[role]
    if role == "subject" and not tabled:
        # There is no table of subject fields to look in.
        more = "."
    bind = LANGUAGES[texts.language].bind
    return bind(name), bind(more)


def _help(language: str, edition: Edition) -> tuple[Run, Run]:
    """How to use the book, for a reader who does not read its language."""
    reader = BOOK_TEXTS[language]
    naming = reader.naming
    words = reader.help.format(
        part=naming.part[edition.language],
        index=listed([naming.index[code] for code in edition.targets], naming.either),
        avoid=BOOK_TEXTS[edition.language].labels["deprecated"].rstrip(":"),
    )
    heading = Run(reader.help_heading, language=language)
    return heading, Run(for_page(words, language), language=language)


def _specimen(
    items: list[Item], texts: BookTexts, room: tuple[int, int]
) -> tuple[Item | None, tuple[str, ...]]:
    """The entry that shows most, numbered, and the roles that it shows; none if none has room."""
    most_characters, most_roles = room
    best: tuple[int, int, Item | None] = (0, 0, None)
    for item in items:
        roles = len({run.role for run in item.runs()} & set(texts.roles))
        characters = sum(len(run.text) for run in item.runs())
        # Of two that show as much the shorter is better.
        fits = roles <= most_roles and characters <= most_characters
        if fits and (roles, -characters) > best[:2]:
            best = (roles, -characters, item)
    if best[2] is None:
        return None, ()
    return number_roles(best[2], tuple(texts.roles))


def _abbreviations(edition: Edition, texts: BookTexts) -> Table:
    rows = tuple(
        Row(short, _cells(dict(zip(LANGUAGE_ORDER, meaning, strict=True)), edition))
        for short, meaning in abbreviation_rows(texts, edition.languages)
    )
    return Table(
        texts.sections["abbreviations"], _columns(edition), rows, texts.sections["abbreviation"]
    )


def _used_subjects(
    settings: Settings, entries: tuple[ConceptEntry, ...]
) -> tuple[SubjectField, ...]:
    used = {entry.subject_field for entry in entries}
    return tuple(subject for subject in settings.subject_fields if subject.slug in used)


def _subjects(subjects: tuple[SubjectField, ...], edition: Edition, texts: BookTexts) -> Table:
    rows = tuple(
        Row(
            for_page(subject.abbreviation.get(texts.language, subject.slug), texts.language),
            _cells(subject.label, edition),
        )
        for subject in subjects
    )
    columns = _columns(edition)
    return Table(texts.sections["subjects"], columns, rows, texts.sections["abbreviation"])


def _columns(edition: Edition) -> tuple[Run, ...]:
    return tuple(Run(LANGUAGES[code].endonym, language=code) for code in edition.languages)


def _cells(texts: Mapping[str, str], edition: Edition) -> tuple[Run, ...]:
    return tuple(
        Run(for_page(texts.get(code, ""), code), language=code) for code in edition.languages
    )
