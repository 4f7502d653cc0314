"""The abbreviations of the book, under their own languages: МИД, LHQ and UN have a line each.

Every short form that may be used stands in the dictionary order of its language, with what it
stands for, its equivalents (short where they are) and the number of the entry. Start at
`short_form_part`.

Not all that the glossary calls an abbreviation is one to be looked up: a phrase that holds one
(Deputy PM, kinh tế thị trường định hướng XHCN) is found under that one. `is_looked_up` tells them
apart by how they are written.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby, takewhile

from vnru_terms.lang import LANGUAGES
from vnru_terms.model import ConceptEntry, Kind, TermEntry
from vnru_terms.printing.page import Item, Part, Run, Section
from vnru_terms.printing.part_texts import PART_TEXTS
from vnru_terms.printing.term_runs import (
    NO_BREAK,
    Frame,
    by_status,
    for_page,
    guide_word,
    is_short,
    plain_term,
    sorting_form,
    written,
)

# So many words has a short form at most that is not short in every word, and so many of its own.
WORDS, OWN_WORDS = 5, 3


def short_form_part(entries: Iterable[ConceptEntry], frame: Frame) -> Part:
    """A section a language, that of the book first; those without a short form are left out."""
    texts = PART_TEXTS[frame.texts.language]
    chosen = tuple(entries)
    sections = (
        Section(texts.short_forms[code], tuple(_lines(chosen, code, frame)))
        for code in frame.edition.languages
    )
    return Part(
        frame.texts.language,
        "list",
        texts.abbreviations,
        tuple(section for section in sections if section.items),
    )


def _lines(entries: Iterable[ConceptEntry], language: str, frame: Frame) -> Iterable[Item]:
    """The lines of a language; neighbours of one entry under one letter share one."""
    sort_key = LANGUAGES[language].sort_key
    found = [(term, entry) for entry in entries for term in looked_up(entry, language)]
    found.sort(key=lambda pair: (sort_key(sorting_form(pair[0])), pair[1].id))
    for _key, group in groupby(found, key=lambda pair: (pair[1].id, sorting_form(pair[0])[:1])):
        pairs = list(group)
        yield _line([term for term, _entry in pairs], pairs[0][1], language, frame)


def _line(terms: list[TermEntry], entry: ConceptEntry, language: str, frame: Frame) -> Item:
    """`МИД  Министерство иностранных дел  VI BNG  EN MFA  M8`."""
    short = ", ".join(for_page(term.term, language) for term in terms)
    runs = [Run(short, "index-head", language)]
    full = _full_form(entry, language)
    if full:
        runs += [Run("  "), Run(_shown(full, language, frame), "term", language)]
    for code in frame.edition.languages:
        term = _equivalent(entry, code)
        if code != language and term:
            runs += [Run("  "), Run(code.upper(), "language"), Run(NO_BREAK)]
            runs.append(Run(_shown(term, code, frame), "term", code))
    target = frame.targets[entry.id]
    runs += [Run(NO_BREAK), Run(target.number, "index-number", to=target.id)]
    return Item(id="", guide=guide_word(for_page(terms[0].term, language)), head=tuple(runs))


def _shown(term: TermEntry, language: str, frame: Frame) -> str:
    return plain_term(written(term, frame.edition), language)


def _permitted(entry: ConceptEntry, language: str) -> list[TermEntry]:
    return [term for term in by_status(entry.terms(language)) if term.is_permitted]


def _full_form(entry: ConceptEntry, language: str) -> TermEntry | None:
    return next((t for t in _permitted(entry, language) if not is_short(t)), None)


def _equivalent(entry: ConceptEntry, language: str) -> TermEntry | None:
    """The short form of a language, else its best term."""
    short = looked_up(entry, language)
    return next(iter([*short, *_permitted(entry, language)]), None)


def looked_up(entry: ConceptEntry, language: str) -> list[TermEntry]:
    """The short forms of an entry that a reader may look up."""
    permitted = _permitted(entry, language)
    full = max((t.surface for t in permitted if not is_short(t)), key=len, default="")
    is_title = entry.kind is Kind.TITLE
    return [
        term
        for term in permitted
        if is_short(term) and is_looked_up(term.term, full, is_title=is_title)
    ]


def is_looked_up(short: str, full: str, *, is_title: bool = False) -> bool:
    """Whether a short form is an abbreviation, and no phrase with one in it.

    It is one if every word is written short: with two capitals, a figure, a stroke or a full stop.
    Others have few words and save half of what they stand for; words at the end that both share do
    not count. A title of several words must be short in all of them.

    >>> is_looked_up("Bộ GD&ĐT", "Bộ Giáo dục và Đào tạo"), is_looked_up("Lt. Gen.", "Lieutenant")
    (True, True)
    >>> is_looked_up("Минздрав", "Министерство здравоохранения")
    True
    >>> is_looked_up("замминистра", "заместитель министра")
    False
    >>> is_looked_up("Deputy PM", "Deputy Prime Minister", is_title=True)
    False
    """
    words, others = short.split(), full.split()
    if all(map(_is_written_short, words)):
        return True
    if len(words) > (1 if is_title else WORDS):
        return False
    pairs = zip(reversed(words), reversed(others), strict=False)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    words, others = words[: len(words) - shared], others[: len(others) - shared]
    return len(words) <= OWN_WORDS and 2 * len(" ".join(words)) <= len(" ".join(others))


def _is_written_short(word: str) -> bool:
    capitals = sum(c.isupper() for c in word)
    return capitals > 1 or word.endswith(".") or "/" in word or any(c.isdigit() for c in word)
