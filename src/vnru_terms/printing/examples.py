"""What shows a concept at work, below its equivalents: its definition, contexts, set phrases."""

from __future__ import annotations

from collections.abc import Iterable

from vnru_terms.model import LANGUAGE_ORDER, Collocation, ConceptEntry, Context, Definition, Status
from vnru_terms.printing.page import Block, Run
from vnru_terms.printing.term_runs import (
    NO_BREAK,
    Frame,
    by_status,
    for_page,
    in_role,
    joined,
    language_mark,
    place_runs,
    slotted_runs,
)


def definition_blocks(entry: ConceptEntry, frame: Frame) -> list[Block]:
    """The definition in the language of the book, else in another of its languages, which it names.

    One is enough: where there are several, they say the same.
    """
    found = printed_definition(entry, frame.edition.languages)
    if found is None:
        return []
    code, definition = found
    mark = language_mark(code, frame.texts)
    text = Run(for_page(definition.text, code), "definition", code)
    return [Block("definition", (*mark, text, *place_runs(definition.source, frame)))]


def printed_definition(
    entry: ConceptEntry, languages: Iterable[str]
) -> tuple[str, Definition] | None:
    """The definition that the entry is printed with, and its language."""
    sections = ((code, entry.section(code)) for code in languages)
    return next(((c, s.definition) for c, s in sections if s and s.definition), None)


def context_blocks(entry: ConceptEntry, frame: Frame) -> list[Block]:
    """Sentences in which the terms were read, each with its place."""
    blocks = []
    for code, context in printed_contexts(entry, frame.edition.languages):
        text = Run(for_page(context.text, code), "context", code)
        blocks.append(Block("context", (text, *place_runs(context.source, frame))))
    return blocks


def printed_contexts(entry: ConceptEntry, languages: Iterable[str]) -> list[tuple[str, Context]]:
    """One a language, of its best term that has one: on paper that is enough."""
    found = []
    for code in languages:
        contexts = (term.context for term in by_status(entry.terms(code)) if term.context)
        found += [(code, context) for context in [next(contexts, None)] if context]
    return found


def phrase_blocks(entry: ConceptEntry, frame: Frame) -> list[Block]:
    """The set phrases of all terms but the deprecated ones, each in the languages of the book."""
    phrases = [
        phrase
        for _language, term in entry.all_terms()
        if term.status is not Status.DEPRECATED
        for phrase in term.collocations
    ]
    groups = (_phrase(phrase, frame) for phrase in dict.fromkeys(phrases))
    return [Block("phrase", tuple(runs)) for runs in groups if runs]


def _phrase(phrase: Collocation, frame: Frame) -> list[Run]:
    """The phrase in the languages of the book; nothing where its counterpart is in none of them."""
    written = sum(1 for code in LANGUAGE_ORDER if getattr(phrase, code))
    texts = {code: getattr(phrase, code) for code in frame.edition.languages}
    groups = [
        in_role("phrase", slotted_runs(text, code, frame.texts))
        for code, text in texts.items()
        if text
    ]
    return joined(groups, f"{NO_BREAK}– ") if len(groups) >= min(written, 2) else []
