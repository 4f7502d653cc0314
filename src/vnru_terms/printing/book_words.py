"""The record of a book's own words, and the few sentences that are made from it.

`BookTexts` is filled once a language, side by side, in `book_texts_vi`, `book_texts_en` and
`book_texts_ru`. The functions put names of languages, numbers and dates into those words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from gettext import c2py

from vnru_terms.lang import LANGUAGES
from vnru_terms.text.normalise import squeeze

# Groups of thousands are set apart from this number on.
GROUPED = 10_000


@dataclass(frozen=True, slots=True)
class Naming:
    """How a language names the languages of a book, by code.

    A direction is `first` for all but its last language, `last` for that one, with `dash` between
    them (Русско-вьетнамск-); `ending` ends it where it stands alone. `terms` is for a list (from
    “Vietnamese and Russian” terms), `part` and `index` say where to look.
    """

    first: Mapping[str, str]
    last: Mapping[str, str]
    dash: str
    ending: str
    terms: Mapping[str, str]
    part: Mapping[str, str]
    index: Mapping[str, str]
    both: str
    either: str


@dataclass(frozen=True, slots=True)
class BookTexts:
    """The words of a book in one language; dicts are keyed by the values of the model's enums.

    `marks` abbreviates grammar where the terms' own languages shall not (see `Language.marks`).
    `roles` explains, for the specimen entry, what a numbered part is. `dates` are patterns for a
    day, a month and a year. `index_leads` is for one index and for several. `help` tells a
    reader of this language how to use a book in another.
    """

    language: str
    naming: Naming
    default_title: str
    main_title: str
    index_title: str
    sections: Mapping[str, str]
    parts_of_speech: Mapping[str, str]
    marks: Mapping[str, str]
    usages: Mapping[str, str]
    reasons: Mapping[str, str]
    labels: Mapping[str, str]
    roles: Mapping[str, tuple[str, str]]
    counts: Mapping[str, tuple[str, ...]]
    thousands: str
    edition: str
    dates: tuple[str, str, str]
    months: tuple[str, ...]
    contact: str
    production: str
    licence: str
    quoted: str
    evidence: str
    intro: str
    index_leads: tuple[str, str]
    inner_words: str
    notes: str
    stress: str
    partly_stressed: str
    stress_edition: str
    specimen: str
    volume: str
    volume_entries: str
    all_volumes: str
    other_volumes: str
    help_heading: str
    help: str

    def main_part(self, languages: tuple[str, ...]) -> str:
        """The title of the part in the order of the first of these languages."""
        return self.main_title.format(direction=direction(languages, self.naming))

    def index_part(self, language: str) -> str:
        """The title of an index that leads from a language to the entries."""
        return self.index_title.format(direction=direction((language, self.language), self.naming))


def direction(languages: tuple[str, ...], naming: Naming) -> str:
    """The languages in their order, with a capital and no ending: Русско-вьетнамск."""
    *first, last = languages
    text = naming.dash.join([*(naming.first[code] for code in first), naming.last[last]])
    return text[:1].upper() + text[1:]


def names_direction(naming: Naming) -> re.Pattern[str]:
    """Finds a direction in a title, whatever its order and its dashes."""
    leading = "|".join(naming.first.values())
    last = "|".join(naming.last.values())
    return re.compile(rf"(?:(?:{leading})\s*[-–—]\s*)+(?:{last})", re.IGNORECASE)


def listed(names: list[str], conjunction: str) -> str:
    """The names as a list with its conjunction before the last: вьетнамские и английские."""
    return f" {conjunction} ".join([", ".join(names[:-1]), names[-1]] if names[1:] else names)


def counted(number: int, what: str, texts: BookTexts) -> str:
    """A number with its noun in the right form: 21 статья, 1,371 entries."""
    forms = texts.counts[what]
    rule = LANGUAGES[texts.language].plural_forms.rpartition("plural=")[2].rstrip(";")
    return f"{figure(number, texts)} {forms[c2py(rule)(number)]}"


def figure(number: int, texts: BookTexts) -> str:
    """A number in figures, large ones in groups of three."""
    return f"{number:,}".replace(",", texts.thousands) if number >= GROUPED else str(number)


def dated(date: str, texts: BookTexts) -> str:
    """An ISO date, whole or partial, as the book's language writes it."""
    year, month, day = (*date.split("-"), "", "")[:3]
    whole, in_month, in_year = texts.dates
    pattern = whole if day else in_month if month else in_year
    name = texts.months[int(month) - 1] if month else ""
    return squeeze(
        pattern.format(day=day.lstrip("0"), month=month.lstrip("0"), name=name, year=year)
    )
