"""Annotate: a document's text, the terms that its words lead to, the occurrences, their entries."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from vnru_terms.findings import Finding
from vnru_terms.matching.annotation import Annotation, marks_of
from vnru_terms.matching.annotation_countries import of_countries
from vnru_terms.matching.matcher import Matcher, find_occurrences
from vnru_terms.matching.text_language import text_language
from vnru_terms.model import LANGUAGE_ORDER, ConceptEntry
from vnru_terms.store.index import Index
from vnru_terms.store.index_cache import Say, silent
from vnru_terms.store.locate import Located
from vnru_terms.store.term_table import entry_named
from vnru_terms.store.whole_text import read_whole_text
from vnru_terms.workflow.look_up import ask_index


def annotate_file(
    located: Located,
    path: str | Path,
    *,
    from_: str | None = None,
    to: Sequence[str] = (),
    say: Say = silent,
    progress: Say = silent,
) -> tuple[Annotation, tuple[Finding, ...], int]:
    """The document with its terms, what was found in reading it, and the glossary's errors.

    `from_` is told from the letters where it is None; `to` is all other languages where empty;
    `say` and `progress` are told of the index (`ask_index`). Raises UnreadableInputError where the
    file cannot be read.
    """
    document = read_whole_text(path)
    language = from_ or text_language(document.text)
    shown = tuple(to) or tuple(code for code in LANGUAGE_ORDER if code != language)

    def question(index: Index) -> tuple[Annotation, int]:
        found = annotate_text(index, document.text, language, shown, document.name)
        return found, index.problems

    annotation, problems = ask_index(located, question, say, progress)
    return annotation, document.findings, problems


def annotate_text(
    index: Index, text: str, language: str, to: Sequence[str], name: str = ""
) -> Annotation:
    """A text with the terms of an index."""
    matcher = Matcher.for_texts(index, language, [text])
    occurrences = find_occurrences(text, matcher, language)

    @cache
    def entry_of(id: str) -> ConceptEntry | None:
        return entry_named(index.connection, id)

    marks = of_countries(index, text, marks_of(occurrences, entry_of))
    return Annotation(name, text, language, tuple(to), marks)
