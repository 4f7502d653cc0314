"""What stands before the parts: titles, imprint, how to use the book, specimen, tables.

The specimen is an entry of the glossary itself, the one that shows most, so that its legend
explains what the reader will meet.
"""

from __future__ import annotations

from collections.abc import Mapping

from vnru_terms.lang import LANGUAGES
from vnru_terms.model import LANGUAGE_ORDER, ConceptEntry, Settings
from vnru_terms.printing.abbreviations import abbreviation_rows
from vnru_terms.printing.book_texts import BOOK_TEXTS, DEFAULT_LICENCE
from vnru_terms.printing.book_words import (
    BookTexts,
    counted,
    dated,
    direction,
    listed,
    names_direction,
)
from vnru_terms.printing.edition import Edition
from vnru_terms.printing.page import Front, Item, Part, Row, Run, Table, number_roles
from vnru_terms.printing.term_runs import for_page

# The specimen must fit on the page with its legend.
SPECIMEN_LENGTH = 600


def front_matter(
    settings: Settings,
    parts: tuple[Part, ...],
    edition: Edition,
    entries: tuple[ConceptEntry, ...],
) -> Front:
    texts = BOOK_TEXTS[edition.language]
    items = list(parts[0].items())
    specimen, roles = _specimen([item for item in items if item.id], texts)
    return Front(
        titles=tuple(
            Run(for_page(book_title(settings, code, edition), code), language=code)
            for code in edition.targets
            if settings.title.get(code)
        ),
        subtitles=_subtitles(settings, edition, texts),
        edition=" · ".join(edition_lines(settings, texts)),
        counts=" · ".join(_counts(parts, texts)),
        imprint=_imprint(settings, edition, texts),
        contents=texts.sections["contents"],
        how=texts.sections["how"],
        intro=_intro(edition, texts),
        specimen=specimen,
        legend=tuple(_bound(texts.roles[role], texts) for role in roles),
        how_elsewhere=tuple(_help(code, edition) for code in edition.targets),
        tables=(_abbreviations(edition, texts), *_subjects(settings, entries, edition, texts)),
    )


def book_title(settings: Settings, language: str, edition: Edition) -> str:
    """The glossary's title in a language; where it names a direction, the book's own direction.

    >>> settings = Settings(title={"en": "Vietnamese–English–Russian Glossary"})
    >>> book_title(settings, "en", Edition("ru"))
    'Russian–Vietnamese–English Glossary'
    """
    naming = BOOK_TEXTS[language].naming
    own = direction(edition.languages, naming)
    title = settings.title.get(language)
    if not title:
        return BOOK_TEXTS[language].default_title.format(direction=own)
    if edition.languages == LANGUAGE_ORDER:
        return title
    return names_direction(naming).sub(
        lambda found: own if found[0][0].isupper() else own[:1].lower() + own[1:], title
    )


def _subtitles(settings: Settings, edition: Edition, texts: BookTexts) -> tuple[Run, ...]:
    """What the title does not say: the direction, the subject field, the stress marks."""
    lines = []
    own = direction(edition.languages, texts.naming)
    if own not in book_title(settings, edition.language, edition):
        lines.append(own + texts.naming.ending)
    if edition.subject is not None:
        lines.append(settings.subject_label(edition.subject, edition.language))
    if edition.stress:
        lines.append(texts.stress_edition)
    return tuple(Run(for_page(line, texts.language), language=texts.language) for line in lines)


def edition_lines(settings: Settings, texts: BookTexts) -> list[str]:
    """The edition and its date, as far as the glossary has them."""
    lines = [texts.edition.format(edition=settings.edition)] if settings.edition else []
    return lines + ([dated(settings.date, texts)] if edition_date(settings) else [])


def edition_date(settings: Settings) -> tuple[int, ...]:
    parts = settings.date.split("-")
    return tuple(int(p) for p in parts) if len(parts) == 3 and all(map(str.isdigit, parts)) else ()


def _counts(parts: tuple[Part, ...], texts: BookTexts) -> list[str]:
    """The size of the main part, and of the index of each other language."""
    main, *others = parts
    items = list(main.items())
    sizes = {
        "entries": sum(1 for i in items if i.id),
        "references": sum(1 for i in items if not i.id),
    }
    for part in others:
        if part.kind == "index" and part.language != main.language:
            sizes.setdefault(part.language, sum(1 for _item in part.items()))
    return [counted(size, what, texts) for what, size in sizes.items()]


def _imprint(settings: Settings, edition: Edition, texts: BookTexts) -> tuple[Run, ...]:
    """The rights and what evidence means in each language of the book; contact; how it was made."""
    licence = settings.licence or DEFAULT_LICENCE
    lines = [
        Run(for_page(BOOK_TEXTS[code].imprint.format(licence=licence), code), language=code)
        for code in edition.languages
    ]
    if settings.contact:
        contact = for_page(settings.contact, texts.language)
        lines.append(Run(texts.contact.format(contact=contact), language=texts.language))
    return (*lines, Run(texts.production, language=texts.language))


def _intro(edition: Edition, texts: BookTexts) -> tuple[str, ...]:
    naming = texts.naming
    names = listed([naming.terms[code] for code in edition.targets], naming.both)
    lines = (*([texts.stress] if edition.stress else []), texts.intro.format(names=names))
    return tuple(for_page(line, texts.language) for line in lines)


def _bound(role: tuple[str, str], texts: BookTexts) -> tuple[str, str]:
    """The parts of a legend, with no short word at the end of a line; the space between stays."""
    name, more = role
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


def _specimen(items: list[Item], texts: BookTexts) -> tuple[Item | None, tuple[str, ...]]:
    """The entry that shows most, numbered, and the roles that it shows; the shorter wins."""

    def worth(item: Item) -> tuple[int, int]:
        roles = {run.role for run in item.runs()} & set(texts.roles)
        return len(roles), -sum(len(run.text) for run in item.runs())

    fitting = [i for i in items if sum(len(run.text) for run in i.runs()) <= SPECIMEN_LENGTH]
    if not fitting:
        return None, ()
    return number_roles(max(fitting, key=worth), tuple(texts.roles))


def _abbreviations(edition: Edition, texts: BookTexts) -> Table:
    rows = tuple(
        Row(short, _cells(dict(zip(LANGUAGE_ORDER, meaning, strict=True)), edition))
        for short, meaning in abbreviation_rows(texts, edition.languages)
    )
    return Table(
        texts.sections["abbreviations"], _columns(edition), rows, texts.sections["abbreviation"]
    )


def _subjects(
    settings: Settings, entries: tuple[ConceptEntry, ...], edition: Edition, texts: BookTexts
) -> list[Table]:
    used = {entry.subject_field for entry in entries}
    subjects = [s for s in settings.subject_fields if s.slug in used]
    if not subjects:
        return []
    rows = tuple(
        Row(
            for_page(subject.abbreviation.get(texts.language, subject.slug), texts.language),
            _cells(subject.label, edition),
        )
        for subject in subjects
    )
    return [
        Table(texts.sections["subjects"], _columns(edition), rows, texts.sections["abbreviation"])
    ]


def _columns(edition: Edition) -> tuple[Run, ...]:
    return tuple(Run(LANGUAGES[code].endonym, language=code) for code in edition.languages)


def _cells(texts: Mapping[str, str], edition: Edition) -> tuple[Run, ...]:
    return tuple(
        Run(for_page(texts.get(code, ""), code), language=code) for code in edition.languages
    )
