"""What the book cites: the numbered addresses and the articles, in the order of the book.

A term's sources are numbered as the book prints them. A definition or a context from the web has
a number too; one from an article of the corpus names the article and the line (`article_place`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from urllib.parse import unquote

from vnru_terms.lang import LANGUAGES
from vnru_terms.lang.script import language_runs
from vnru_terms.model import ConceptEntry, Status
from vnru_terms.printing.book_words import BookTexts
from vnru_terms.printing.edition import Edition
from vnru_terms.printing.examples import printed_contexts, printed_definition
from vnru_terms.printing.page import Row, Run, Table
from vnru_terms.printing.term_runs import article_place, by_status
from vnru_terms.text.normalise import normalise

# An address may be decoded for print where it then holds ASCII, Vietnamese or Russian letters.
_READABLE = re.compile("[!-~\u00c0-\u024f\u0400-\u045f\u1e00-\u1eff]+")
_ADDRESS = "://"


def cited_sources(entry: ConceptEntry, edition: Edition) -> list[str]:
    """What the entry cites by number, in the order in which it prints it."""
    terms = [term for code in edition.languages for term in by_status(entry.terms(code))]
    sources = [s for t in terms if t.status is not Status.DEPRECATED for s in t.source]
    definition = printed_definition(entry, edition.languages)
    quoted = [definition[1].source] if definition else []
    quoted += [context.source for _code, context in printed_contexts(entry, edition.languages)]
    return sources + [source for source in quoted if _ADDRESS in source]


def source_tables(
    entries: Iterable[ConceptEntry],
    sources: list[str],
    edition: Edition,
    texts: BookTexts,
    articles: Mapping[str, str],
) -> tuple[Table, ...]:
    """The articles that contexts cite, by number, and the numbered sources."""
    cited = {
        article_place(context.source).partition(":")[0]: context.source.rpartition(":")[0]
        for entry in entries
        for _code, context in printed_contexts(entry, edition.languages)
        if ":" in context.source and _ADDRESS not in context.source
    }
    rows = tuple(
        Row(number, _words(articles.get(path, path))) for number, path in sorted(cited.items())
    )
    numbered = tuple(
        Row(f"[{number}]", (_address(source),)) for number, source in enumerate(sources, start=1)
    )
    tables = (
        Table(texts.sections["articles"], (), rows),
        Table(texts.sections["addresses"], (), numbered),
    )
    return tuple(table for table in tables if table.rows)


def _words(text: str) -> tuple[Run, ...]:
    return tuple(
        Run(LANGUAGES[code].bind(piece), language=code) for code, piece in language_runs(text)
    )


def _address(source: str) -> Run:
    """A source in letters where its address has codes, leading to the address as written."""
    letters = unquote(source).replace(" ", "%20")
    shown = normalise(letters) if _READABLE.fullmatch(letters) else source
    return Run(shown, "address", to=source if _ADDRESS in source else "")
