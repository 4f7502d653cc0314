"""Which book is wanted: one value that goes from the command line down to the typesetter.

The languages settle what stands in the book (`page_data`), the paper and its like how it is laid
out (`engine`).
"""

from __future__ import annotations

from dataclasses import dataclass

from vnru_terms.model import LANGUAGE_ORDER

NAME = "vnru-terms-glossary"


@dataclass(frozen=True, slots=True)
class Edition:
    """A book of the glossary; the plain one, `STANDARD`, is what that `build` and a release make.

    `language` is that of the heads and of the book's own words, `targets` are those of the
    equivalents: all others, if none is given. `subject` is the folder of a subject field, None for
    all. `stress` prints stress marks in Russian terms, `large` is large print, `bleed` adds crop
    marks for the printer, `pocket` makes a card of the subject field instead of a book. `paper` is
    A5 if none is given, A4 for large print and for a card.
    """

    language: str = "vi"
    targets: tuple[str, ...] = ()
    paper: str = ""
    subject: str | None = None
    stress: bool = False
    large: bool = False
    bleed: bool = False
    pocket: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "paper", self.paper or self.own_paper)
        others = tuple(code for code in LANGUAGE_ORDER if code != self.language)
        object.__setattr__(self, "targets", tuple(dict.fromkeys(self.targets)) or others)

    @property
    def own_paper(self) -> str:
        """The paper that this kind of edition has if none is asked for."""
        return "a4" if self.large or self.pocket else "a5"

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the book, that of its heads first."""
        return (self.language, *self.targets)


STANDARD = Edition()


def book_file(edition: Edition) -> str:
    """The name of the PDF: what tells an edition from the standard one stands in it.

    >>> book_file(Edition())
    'vnru-terms-glossary.pdf'
    >>> book_file(Edition("ru", ("vi",), subject="names-of-states", stress=True))
    'vnru-terms-glossary-ru-vi-names-of-states-stress.pdf'
    >>> book_file(Edition(large=True)), book_file(Edition(subject="trade", pocket=True, paper="a5"))
    ('vnru-terms-glossary-large.pdf', 'vnru-terms-glossary-trade-a5-pocket.pdf')
    """
    parts = [NAME]
    parts += edition.languages if edition.languages != STANDARD.languages else ()
    parts += [edition.subject] if edition.subject else []
    parts += [edition.paper] if edition.paper != edition.own_paper else []
    parts += [name for name in ("stress", "large", "bleed", "pocket") if getattr(edition, name)]
    return "-".join(parts) + ".pdf"
