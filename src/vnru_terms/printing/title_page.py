"""The title page and the imprint: what the glossary says of itself, and what the book counts.

Of its rights, its owner and its worth the book says what `glossary.yaml` says, and nothing else.
"""

from __future__ import annotations

from vnru_terms.lang.inner_words import INNER_WORDS, words_of
from vnru_terms.model import LANGUAGE_ORDER, ConceptEntry, Settings
from vnru_terms.printing.book_texts import BOOK_TEXTS
from vnru_terms.printing.book_words import BookTexts, counted, dated, direction, names_direction
from vnru_terms.printing.edition import Edition
from vnru_terms.printing.page import Part, Run
from vnru_terms.printing.statistics_page import usable_terms
from vnru_terms.printing.term_runs import NO_BREAK, for_page


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


def printed_title(settings: Settings, language: str, edition: Edition) -> str:
    """The title as the page has it; words of several syllables keep together: đối ngoại."""
    title = for_page(book_title(settings, language, edition), language)
    words = words_of(title)
    cut = INNER_WORDS[language].cut(title, ())
    return " ".join(NO_BREAK.join(words[start:end]) for start, end in cut)


def subtitles(
    settings: Settings, entries: tuple[ConceptEntry, ...], edition: Edition
) -> tuple[Run, ...]:
    """What the title does not say: the direction, the one subject field, the stress marks."""
    texts = BOOK_TEXTS[edition.language]
    lines = []
    own = direction(edition.languages, texts.naming)
    if own not in book_title(settings, edition.language, edition):
        lines.append(own + texts.naming.ending)
    fields = {entry.subject_field for entry in entries}
    if len(fields) == 1:
        lines.append(settings.subject_label(fields.pop(), edition.language))
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


def counts(entries: tuple[ConceptEntry, ...], edition: Edition) -> list[str]:
    """How many entries the book has, and how many terms of each language that may be used."""
    texts = BOOK_TEXTS[edition.language]
    sizes = {code: len(usable_terms(entries, code)) for code in edition.languages}
    return [
        counted(size, what, texts).replace(" ", NO_BREAK)
        for what, size in {"entries": len(entries), **sizes}.items()
    ]


def imprint(settings: Settings, edition: Edition, parts: tuple[Part, ...]) -> tuple[Run, ...]:
    """Licence, evidence and what the owner adds, in each language; contact; typefaces."""
    quotes = any(run.role == "context" for item in parts[0].items() for run in item.runs())
    lines = [
        Run(for_page(_said(settings, code, quotes=quotes), code), language=code)
        for code in edition.languages
    ]
    texts = BOOK_TEXTS[edition.language]
    if settings.contact:
        contact = for_page(settings.contact, texts.language)
        lines.append(Run(texts.contact.format(contact=contact), language=texts.language))
    return (*lines, Run(texts.production, language=texts.language))


def _said(settings: Settings, language: str, *, quotes: bool) -> str:
    texts = BOOK_TEXTS[language]
    licence = settings.licence.strip().rstrip(".")
    sentences = (
        texts.licence.format(licence=licence) if licence else "",
        texts.quoted if quotes else "",
        texts.evidence,
        settings.imprint.get(language, ""),
    )
    return " ".join(filter(None, sentences))
