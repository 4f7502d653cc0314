"""The library: a glossary that answers questions, for programs built on vnru-terms.

`Termbase` has the three questions of the command line: `lookup`, `annotate`, `check`. What they
give are the values that the commands print (`Match`, `Annotation`, `Remark`), frozen and typed.
Every call asks the glossary as it is then: an edited file is seen, and nothing needs closing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from vnru_terms.findings import UnreadableInputError
from vnru_terms.lang import LANGUAGES
from vnru_terms.matching.annotation import Annotation, Mark, Meaning, equivalents
from vnru_terms.matching.match import Match, MatchKind
from vnru_terms.matching.remark import Remark
from vnru_terms.matching.segment import Direction
from vnru_terms.matching.text_language import text_language
from vnru_terms.messages import _
from vnru_terms.model import LANGUAGE_ORDER, ConceptEntry
from vnru_terms.store.locate import locate_glossary
from vnru_terms.store.term_table import entry_named
from vnru_terms.workflow.annotate import annotate_text
from vnru_terms.workflow.check import check_pairs
from vnru_terms.workflow.look_up import ask_index, look_up_in_glossary

__all__ = [
    "Annotation",
    "ConceptEntry",
    "Mark",
    "Match",
    "MatchKind",
    "Meaning",
    "Remark",
    "Termbase",
    "equivalents",
]


class Termbase:
    """A glossary in use. Its state is where the glossary stands; the index does the work.

    `folder` is a glossary's folder; without it the one is taken that the commands would take:
    `VNRU_TERMS_GLOSSARY`, the nearest `glossary/` above the current folder, the bundled one.
    UnreadableInputError from every question where there is no such folder.
    """

    def __init__(self, folder: str | Path | None = None) -> None:
        self._located = locate_glossary(Path(folder) if folder is not None else None)

    @property
    def folder(self) -> Path:
        """The folder of the glossary."""
        return self._located.folder

    def entry(self, id: str) -> ConceptEntry | None:
        """The concept entry with this id, or None."""
        return ask_index(self._located, lambda index: entry_named(index.connection, id))

    def lookup(self, words: str, *, from_: str | None = None, limit: int = 10) -> tuple[Match, ...]:
        """The entries that the words may mean, likeliest first, each with the reason of its match.

        The words may be without diacritics, inflected, begun or mistyped. `from_` (vi, en, ru) is
        their language, any where it is None. At most `limit` entries, all where it is 0.
        """
        _known(from_)
        return look_up_in_glossary(self._located, words, from_=from_, limit=limit).matches

    def annotate(
        self, text: str, *, from_: str | None = None, to: Sequence[str] = ()
    ) -> Annotation:
        """The terms in a text, in its order, the longest where several overlap.

        Offsets are code points of the text as given. The language is told from the letters where
        `from_` is None. `to` only orders what is shown; `equivalents(entry, language)` gives the
        terms that may be written.
        """
        _known(from_, *to)
        language = from_ or text_language(text)
        shown = tuple(to) or tuple(code for code in LANGUAGE_ORDER if code != language)
        return ask_index(self._located, lambda index: annotate_text(index, text, language, shown))

    def check(
        self, pairs: Iterable[tuple[str, str]], *, from_: str, to: str, on: str = ""
    ) -> tuple[Remark, ...]:
        """What a reviser should look at in texts and their translations, as one document.

        The line of a remark's place is the number of its pair, from 1. `on` is the date of the
        text (2024, 2024-06 or 2024-06-20): what was in force then may be written.
        """
        _known(from_, to)
        return check_pairs(self._located, pairs, Direction(from_, to), on=on).remarks


def _known(*languages: str | None) -> None:
    for language in languages:
        if language is not None and language not in LANGUAGES:
            message = _("“{tag}” is none of the glossary's languages: {known}.")
            raise UnreadableInputError(message.format(tag=language, known=", ".join(LANGUAGES)))
