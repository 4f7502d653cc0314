"""Rules about evidence: contexts and sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from vnru_terms.findings import Finding
from vnru_terms.lang.keys import exact_key
from vnru_terms.messages import _
from vnru_terms.model import Termbase
from vnru_terms.rules.letter import error

_FILE_AND_LINE = re.compile(r"[^\s:]+:\d+\Z")


def context_contains_term(termbase: Termbase) -> Iterator[Finding]:
    """A context shows the very term that it stands under; case and dashes may differ."""
    for entry in termbase.entries:
        for _language, term in entry.all_terms():
            if term.context is None:
                continue
            if not contains_term(term.context.text, term.surface):
                message = _("the context of “{term}” does not contain it.").format(term=term.term)
                hint = _("Choose a sentence that does, or move the context to its own form.")
                yield error(term.context.place, "E501", message, hint)


def contains_term(text: str, surface: str) -> bool:
    """Whether a text holds a term as whole words; case and dashes may differ."""
    pattern = r"(?<!\w)" + re.escape(exact_key(surface).casefold()) + r"(?!\w)"
    return re.search(pattern, exact_key(text).casefold()) is not None


def context_stands_at_its_source(termbase: Termbase) -> Iterator[Finding]:
    """A context that cites a line of an article stands there, word for word.

    Checked where the articles are at hand; an installed glossary comes without them.
    """
    for entry in termbase.entries:
        for _language, term in entry.all_terms():
            context = term.context
            if context is None or context.source not in termbase.cited:
                continue
            line = termbase.cited[context.source]
            if line is None:
                message = _("there is no line {source}.").format(source=context.source)
                yield error(context.place, "E502", message, _("Correct the source."))
            elif exact_key(context.text) not in exact_key(line):
                message = _("the context of “{term}” does not stand at {source}.")
                message = message.format(term=term.term, source=context.source)
                hint = _("Copy it from there word for word, or correct the line number.")
                yield error(context.place, "E502", message, hint)


def source_is_well_formed(termbase: Termbase) -> Iterator[Finding]:
    """A source is an address (https://…), a file with its line (seeds/x.txt:7), or a citation."""
    for entry in termbase.entries:
        for _language, term in entry.all_terms():
            sources = [(term.place, source) for source in term.source]
            if term.context and term.context.source:
                sources.append((term.context.place, term.context.source))
            for place, source in sources:
                if not _is_source(source):
                    message = _("“{source}” is not a source.").format(source=source)
                    hint = _("Give an address with https://, FILE:LINE, or author and title.")
                    yield error(place, "E503", message, hint)


def _is_source(source: str) -> bool:
    if "://" in source:
        try:
            parts = urlsplit(source)
        except ValueError:
            return False
        return parts.scheme in ("http", "https") and bool(parts.hostname) and " " not in source
    if "/" in source and " " not in source:
        return bool(_FILE_AND_LINE.match(source))
    return bool(source.strip())
