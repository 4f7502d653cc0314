"""Terms in running text: the longest match first, from left to right.

A `Matcher` holds, by language, every form of every term (`form_table`). A text is cut into keys
once; at each key that can begin a term the lengths of such forms are tried, the longest first, so
that time grows with the text and hardly with the terms.
`find_occurrences` then goes on behind the match, `find_all` gives every match, those inside others
too, which is what the check of a translation asks; `contains` looks for one term.

Start at `find_occurrences`; `Matcher.of` makes one from a termbase in memory,
`store.term_table` holds the same for termbases too large for memory.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache

from vnru_terms.lang import LANGUAGES, Language
from vnru_terms.lang.homographs import CERTAIN, NOT
from vnru_terms.matching.form_table import Table
from vnru_terms.matching.occurrences import Certainty, MatchKind, Occurrence, TermRef
from vnru_terms.matching.terms import Form, term_of, terms_of
from vnru_terms.matching.tokens import Tokens, tokenise, vocabulary
from vnru_terms.matching.weighing import range_of, weigh_form
from vnru_terms.model import Termbase, TermEntry
from vnru_terms.store.index import Index
from vnru_terms.store.term_phrases import phrase_of
from vnru_terms.store.term_table import TermRecipes, all_recipes, fetch_recipes

# A formula's gap bears so many words: đưa quan hệ {X} lên tầm cao mới.
LONGEST_GAP = 20
# A text is read in pieces of about so many characters, cut between paragraphs.
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Matcher:
    """The terms to be found, by language."""

    tables: dict[str, Table]

    @classmethod
    def of(cls, termbase: Termbase, languages: Iterable[str] = tuple(LANGUAGES)) -> Matcher:
        """The matcher of a termbase; making Russian forms takes a few seconds for 3,000 terms."""
        tables = {}
        for language in languages:
            table = tables[language] = Table(language)
            # The collector looks again and again at a million values that stay.
            with _no_collector():
                for term, recipes in terms_of(termbase, language):
                    table.add(term, recipes)
        return cls(tables)

    @classmethod
    def for_texts(cls, index: Index, language: str, texts: Iterable[str]) -> Matcher:
        """The terms of an index that can occur in some texts; for one batch of texts only.

        What is fetched grows with the texts' vocabulary, not with the index.
        """
        words: set[str] = set()
        pairs: set[tuple[str, str]] = set()
        for text in texts:
            more_words, more_pairs = vocabulary(text, LANGUAGES[language])
            words |= more_words
            pairs |= more_pairs
        return cls._of_rows(fetch_recipes(index.connection, language, words, pairs), language)

    @classmethod
    def of_index(cls, index: Index, language: str) -> Matcher:
        """All terms that an index has of a language."""
        return cls._of_rows(all_recipes(index.connection, language), language)

    @classmethod
    def _of_rows(cls, rows: Iterable[TermRecipes], language: str) -> Matcher:
        table = Table(language)
        with _no_collector():
            for row in rows:
                ref = TermRef(row.concept, language, row.position)
                table.add(term_of(row.text, ref, row.gender, row.kind), row.recipes)
        return cls({language: table})


@contextmanager
def _no_collector() -> Iterator[None]:
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def find_occurrences(text: str, matcher: Matcher, language: str) -> tuple[Occurrence, ...]:
    """The terms in a text, in order, none inside or across another; offsets are of `text`.

    >>> from vnru_terms.model import ConceptEntry, LanguageSection
    >>> section = LanguageSection("vi", (TermEntry("đối tác chiến lược"),))
    >>> matcher = Matcher.of(Termbase((ConceptEntry("a", "b", (section,)),)))
    >>> [o.text for o in find_occurrences("là Đối tác\\nchiến lược.", matcher, "vi")]
    ['Đối tác\\nchiến lược']
    """
    return tuple(found for found, _longest in _matches(text, matcher, language, nested=False))


def find_all(text: str, matcher: Matcher, language: str) -> tuple[Occurrence, ...]:
    """Every match in a text, those inside others too; by start, the longest first."""
    return tuple(found for found, _longest in _matches(text, matcher, language, nested=True))


def find_both(
    text: str, matcher: Matcher, language: str
) -> tuple[tuple[Occurrence, ...], tuple[Occurrence, ...]]:
    """What `find_occurrences` and `find_all` give, with the text read once."""
    every = list(_matches(text, matcher, language, nested=True))
    return tuple(found for found, longest in every if longest), tuple(found for found, _l in every)


def contains(text: str, language: str, term: TermEntry) -> tuple[Occurrence, ...]:
    """All occurrences of one term's forms in a text; () where it is not there.

    The term's own place is ("", language, 0).
    """
    return find_all(text, _matcher_of(term, language), language)


@lru_cache(maxsize=1024)
def _matcher_of(term: TermEntry, language: str) -> Matcher:
    table = Table(language)
    ref = TermRef("", language, 0)
    phrase = phrase_of(term)
    table.add(term_of(term.term, ref, phrase.gender), LANGUAGES[language].recipes(phrase))
    return Matcher({language: table})


def _matches(
    text: str, matcher: Matcher, language: str, *, nested: bool
) -> Iterator[tuple[Occurrence, bool]]:
    """The matches, each with whether it is one of `find_occurrences`; only those if not nested."""
    table = matcher.tables.get(language)
    if table is None:
        return
    for start, piece in _pieces(text):
        tokens = tokenise(piece, LANGUAGES[language], table.known)
        for found, longest in _scan(tokens, table, nested=nested):
            if start:
                yield replace(found, start=found.start + start, end=found.end + start), longest
            else:
                yield found, longest


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """A text in pieces that no match can span, so that a long one needs little memory."""
    start = 0
    while len(text) - start > _PIECE:
        end = text.rfind("\n\n", start, start + _PIECE) + 2
        if end < start + 2:
            end = text.rfind(". ", start, start + _PIECE) + 2
        if end < start + 2:
            end = start + _PIECE
        yield start, text[start:end]
        start = end
    yield start, text[start:] if start else text


def _scan(tokens: Tokens, table: Table, *, nested: bool) -> Iterator[tuple[Occurrence, bool]]:
    keys, first = tokens.keys, table.first
    language = LANGUAGES[table.language]
    table.spell_out(keys)
    pairs, forms, gapped = table.pairs, table.forms, table.gapped
    following = [*keys[1:], ""]
    behind = 0
    for i in [i for i, key in enumerate(keys) if key in first]:
        if i < behind and not nested:
            continue
        key = keys[i]
        lengths = pairs.get(f"{key} {following[i]}", ())
        if not lengths and key not in forms and key not in gapped:
            continue
        for occurrence, end in _at(i, lengths, tokens, table, language):
            yield occurrence, i >= behind
            if i >= behind:
                behind = end
            if not nested:
                break


def _at(
    i: int, lengths: Sequence[int], tokens: Tokens, table: Table, language: Language
) -> Iterator[tuple[Occurrence, int]]:
    """The matches that begin at a token, the longest first, with the token behind each."""
    keys, forms = tokens.keys, table.forms
    key = keys[i]
    if key in table.gapped:
        yield from _formulas(i, tokens, table)
    for length in lengths:
        found = forms.get(" ".join(keys[i : i + length])) if i + length <= len(keys) else None
        occurrence = _occurrence(tokens, i, i + length, found, language) if found else None
        if occurrence:
            yield occurrence, i + length
    found = forms.get(key)
    occurrence = _occurrence(tokens, i, i + 1, found, language) if found else None
    if occurrence:
        yield occurrence, i + 1


def _occurrence(
    tokens: Tokens, i: int, end: int, found: Sequence[Form], language: Language
) -> Occurrence | None:
    """The match of these forms, or None where none of their terms can be meant."""
    weights = [weigh_form(tokens, i, end, form, language) for form in found]
    best = max(weights)
    if best == NOT:
        return None
    found = [form for form, weight in zip(found, weights, strict=True) if weight == best]
    start, stop = range_of(tokens, i, end, [form.term.text for form in found], language)
    surface = tokens.text[start:stop]
    if any(form.term.text == surface for form in found):
        match = MatchKind.EXACT
    elif any(form.is_citation for form in found):
        match = MatchKind.SPELLING
    else:
        match = MatchKind.FORM
    concepts = tuple(dict.fromkeys(form.term.ref for form in found))
    certainty = Certainty.CERTAIN if best == CERTAIN else Certainty.DOUBTFUL
    return Occurrence(start, stop, surface, match, concepts, certainty)


def _formulas(i: int, tokens: Tokens, table: Table) -> Iterator[tuple[Occurrence, int]]:
    """Formulas with a gap that begin at a token: their parts in order, not too far apart."""
    keys = tokens.keys
    for parts, form in table.gapped[keys[i]]:
        at = i
        for n, part in enumerate(parts):
            reach = range(at, at + 1) if n == 0 else range(at + 1, at + 1 + LONGEST_GAP)
            at = next((k + len(part) for k in reach if tuple(keys[k : k + len(part)]) == part), -1)
            if at < 0:
                break
        if at > 0:
            start, stop = tokens.starts[i], tokens.ends[at - 1]
            refs = (form.term.ref,)
            yield Occurrence(start, stop, tokens.text[start:stop], MatchKind.SLOT, refs), at
