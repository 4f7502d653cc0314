"""Names of countries, languages and currencies, as Unicode's CLDR has them (through Babel).

`names` gives them as if they were concepts, so that they may stand as parts of longer terms too;
the glossary's own names always come first. CLDR's names are those of a list on a screen: where
diplomacy says otherwise, or a form is missing, `lang.countries` says what, and why.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from vnru_terms.curation.neighbours import words_of
from vnru_terms.curation.suggest_grounds import COUNTRIES, Grounds, Sense, Suggestion, by_letters
from vnru_terms.curation.suggest_rewrites import Words
from vnru_terms.lang.countries import country_names, written_out
from vnru_terms.lang.ru_grammar import with_yo
from vnru_terms.messages import _
from vnru_terms.model import (
    LANGUAGE_ORDER,
    ConceptEntry,
    Kind,
    LanguageSection,
    Status,
    TermEntry,
)

_STRENGTH = 0.9
_LANGUAGE, _CURRENCY = re.compile("[a-z]{2,3}"), re.compile("[A-Z]{3}")
_OLD_MONEY = re.compile(r"[(\d]")


def named(term: str, grounds: Grounds) -> Iterator[Suggestion]:
    """The equivalents of a name that CLDR has and the glossary has not."""
    words = words_of(term)
    if grounds.of(words):
        return
    for sense in grounds.names.get(words, ()):
        reason = _("a name in Unicode's CLDR: {code}").format(code=sense.entry.id.partition(" ")[2])
        for section in sense.entry.languages[1:]:
            for i, name in enumerate(section.terms):
                yield Suggestion(section.language, name.term, reason, _STRENGTH * 0.8**i)


@cache
def names() -> Mapping[Words, tuple[Sense, ...]]:
    """All names by their Vietnamese syllables; the ids begin with CLDR and are no concepts'."""
    found: dict[Words, list[Sense]] = defaultdict(list)
    for entry in (*_countries(), *_languages(), *_currencies()):
        for term in entry.terms(LANGUAGE_ORDER[0]):
            found[words_of(term.term)].append(Sense(entry, term))
    return {words: tuple(senses) for words, senses in found.items()}


@cache
def folded_names() -> Mapping[str, tuple[Sense, ...]]:
    """The same names without diacritics."""
    return by_letters(names())


def is_foreign(entry: ConceptEntry) -> bool:
    """Whether an entry comes from CLDR and not from the glossary."""
    return entry.id.startswith("CLDR ")


def _locales(part: str) -> list[Mapping[str, str]]:
    # Here and not above: half a megabyte of names that most commands never need.
    from babel import Locale

    return [getattr(Locale(code), part) for code in LANGUAGE_ORDER]


def _countries() -> Iterator[ConceptEntry]:
    for code, by_language in country_names().items():
        yield _entry(code, ["|".join(names) for names in by_language])


def _languages() -> Iterator[ConceptEntry]:
    tables = _locales("languages")
    for code in tables[0]:
        texts = [table.get(code, "") for table in tables]
        if _LANGUAGE.fullmatch(code) and all(texts) and texts[0].startswith("Tiếng "):
            russian = f"{texts[2]} язык" if texts[2].endswith("ий") else texts[2]
            yield _entry(code, [texts[0], texts[1], russian], Kind.TERM)


def _currencies() -> Iterator[ConceptEntry]:
    tables = _locales("currencies")
    for code in tables[0]:
        texts = [table.get(code, "") for table in tables]
        if all(texts) and not any(_OLD_MONEY.search(text) for text in texts):
            first, _space, unit = texts[1].rpartition(" ")
            english = f"{first} {unit.lower()}".strip()
            yield _entry(code, [texts[0], english, texts[2]], Kind.TERM)


def _entry(code: str, texts: list[str], kind: Kind = Kind.NAME) -> ConceptEntry:
    sections = []
    for language, text in zip(LANGUAGE_ORDER, texts, strict=True):
        terms = [
            TermEntry(" ".join(map(with_yo, name.split())),
                      Status.ADMITTED if i else Status.PREFERRED)
            for i, name in enumerate(written_out(text).split("|"))
        ]  # fmt: skip
        sections.append(LanguageSection(language, tuple(terms)))
    return ConceptEntry(f"CLDR {code}", COUNTRIES, tuple(sections), kind)
