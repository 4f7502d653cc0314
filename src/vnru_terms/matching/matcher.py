"""Terms in running text: the longest match first, from left to right.

A `Matcher` holds, by language, every form of every term: `first` has the keys that a form begins
with, `pairs` leads from a form's first two to the lengths that such forms have, `forms` from all
keys of a form to its terms. A text is cut into keys once; at each key that can begin a term the
lengths are tried, the longest first, so that time grows with the text and hardly with the terms.
`find_occurrences` then goes on behind the match, `find_all` gives every match, those inside others
too, which is what the check of a translation asks; `contains` looks for one term.

Start at `find_occurrences`; `Matcher.of` makes one from a termbase in memory,
`store.term_table` holds the same for termbases too large for memory.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache

from vnru_terms.lang import LANGUAGES, Language
from vnru_terms.lang.homographs import CERTAIN, NOT, Rival
from vnru_terms.lang.recipe import GAP, Recipe, split_phrase
from vnru_terms.lang.recipe_keys import KeySequence, key_sequences
from vnru_terms.matching.occurrences import Certainty, MatchKind, Occurrence, TermRef
from vnru_terms.matching.terms import Form, Term, term_of, terms_of
from vnru_terms.matching.tokens import Tokens, tokenise, vocabulary
from vnru_terms.matching.weighing import range_of, weigh_form
from vnru_terms.model import Termbase, TermEntry
from vnru_terms.store.index import Index
from vnru_terms.store.term_phrases import phrase_of
from vnru_terms.store.term_table import fetch_recipes

# A formula's gap bears so many words: đưa quan hệ {X} lên tầm cao mới.
LONGEST_GAP = 20
# A text is read in pieces of about so many characters, cut between paragraphs.
_PIECE = 1 << 20


@dataclass(slots=True)
class Table:
    """The forms of one language's terms. Filled once by `add`, then only read."""

    language: str
    first: set[str] = field(default_factory=set)
    pairs: dict[str, tuple[int, ...]] = field(default_factory=dict)
    forms: dict[str, tuple[Form, ...]] = field(default_factory=dict)
    known: set[str] = field(default_factory=set)
    gapped: dict[str, list[tuple[tuple[KeySequence, ...], Form]]] = field(default_factory=dict)

    def add(self, term: Term, recipes: Iterable[Recipe]) -> None:
        """Put the forms of a term in."""
        language = LANGUAGES[self.language]
        cells: dict[KeySequence, list[int]] = {}
        kinds: dict[KeySequence, str] = {}
        rivals: dict[str, Rival] = {}
        plain = Recipe(term.text, tuple(split_phrase(term.text)))
        citation = next((keys for _cell, keys in key_sequences(plain, language)), ())
        for recipe in recipes:
            rivals |= {language.token_key(rival.form): rival for rival in recipe.rivals}
            for cell, keys in key_sequences(recipe, language):
                cells.setdefault(keys, []).append(cell)
                kinds.setdefault(keys, recipe.kind)
        for keys, places in cells.items():
            if keys:
                rival = rivals.get(keys[0]) if len(keys) == 1 else None
                form = Form(term, kinds[keys], tuple(places), keys == citation, rival)
                self._put(keys, form)

    def _put(self, keys: KeySequence, form: Form) -> None:
        self.known.update(keys)
        if GAP in keys:
            parts = _parted(keys)
            self.gapped.setdefault(parts[0][0], []).append((parts, form))
            return
        joined = " ".join(keys)
        self.forms[joined] = (*self.forms.get(joined, ()), form)
        self.first.add(keys[0])
        if len(keys) > 1:
            pair = f"{keys[0]} {keys[1]}"
            lengths = self.pairs.get(pair, ())
            if len(keys) not in lengths:
                self.pairs[pair] = tuple(sorted((*lengths, len(keys)), reverse=True))


def _parted(keys: KeySequence) -> tuple[KeySequence, ...]:
    parts: list[list[str]] = [[]]
    for key in keys:
        if key == GAP:
            parts.append([])
        else:
            parts[-1].append(key)
    return tuple(tuple(part) for part in parts if part)


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
        table = Table(language)
        words: set[str] = set()
        pairs: set[tuple[str, str]] = set()
        for text in texts:
            more_words, more_pairs = vocabulary(text, LANGUAGES[language])
            words |= more_words
            pairs |= more_pairs
        for row in fetch_recipes(index.connection, language, words, pairs):
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
    found: list[Occurrence] = []
    for occurrence in _matches(text, matcher, language, nested=False):
        found.append(occurrence)
    return tuple(found)


def find_all(text: str, matcher: Matcher, language: str) -> tuple[Occurrence, ...]:
    """Every match in a text, those inside others too; by start, the longest first."""
    return tuple(_matches(text, matcher, language, nested=True))


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


def _matches(text: str, matcher: Matcher, language: str, *, nested: bool) -> Iterator[Occurrence]:
    table = matcher.tables.get(language)
    if table is None:
        return
    for start, piece in _pieces(text):
        tokens = tokenise(piece, LANGUAGES[language], table.known)
        for occurrence in _scan(tokens, table, nested=nested):
            if start:
                yield Occurrence(
                    occurrence.start + start,
                    occurrence.end + start,
                    occurrence.text,
                    occurrence.match,
                    occurrence.concepts,
                    occurrence.certainty,
                )
            else:
                yield occurrence


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


def _scan(tokens: Tokens, table: Table, *, nested: bool) -> Iterator[Occurrence]:
    keys, first, gapped = tokens.keys, table.first, table.gapped
    language = LANGUAGES[table.language]
    behind = 0
    for i in [i for i, key in enumerate(keys) if key in first or key in gapped]:
        if i < behind and not nested:
            continue
        for occurrence, end in _at(i, tokens, table, language):
            yield occurrence
            behind = end
            if not nested:
                break


def _at(
    i: int, tokens: Tokens, table: Table, language: Language
) -> Iterator[tuple[Occurrence, int]]:
    """The matches that begin at a token, the longest first, with the token behind each."""
    keys, forms = tokens.keys, table.forms
    key = keys[i]
    if key in table.gapped:
        yield from _formulas(i, tokens, table)
    if i + 1 < len(keys):
        for length in table.pairs.get(f"{key} {keys[i + 1]}", ()):
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
