"""Further ways into the main part: by subject field, by a word inside a term, by formula.

Each gives a `Part` whose lines lead to entries, or none where it would have no line. Start at
`index_parts`.

The permuted index (`inner_word_part`) shows a word first and then the terms that have it anywhere
but at their beginning, where the main part shows them already; `~` stands for the word. Which words
get a line is what makes it useful. Every word would give an index as long as the book, and in
Vietnamese, where a syllable is no word, mostly nonsense. So a term is cut into words
(`lang.inner_words`), and of these get a line

- terms of the glossary: who knows đối ngoại finds all the terms that hold it;
- the first word with meaning of a phrase that opens with a small or a general word: theo lời mời
  của under lời mời, in accordance with under accordance. It need not be a term: nobody looks under
  theo;
- other words that several terms share, but not most: two at least, since one alone gathers nothing,
  and no more than one term in a hundred (at least 12), since a word like quốc tế parts nothing.

Names of countries are no such words: they would list half of the institutions.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby

from vnru_terms.lang import LANGUAGES
from vnru_terms.lang.inner_words import INNER_WORDS, InnerWords, Words, words_of
from vnru_terms.model import ConceptEntry, Kind, Termbase
from vnru_terms.printing.page import Block, Item, Part, Run, Section
from vnru_terms.printing.part_texts import PART_TEXTS
from vnru_terms.printing.short_forms import short_form_part
from vnru_terms.printing.term_runs import (
    NO_BREAK,
    Frame,
    Target,
    for_page,
    guide_word,
    head_term,
    plain_term,
    slotted_runs,
    written,
)

# A word in more terms than this share, and than this many, gathers no family.
COMMON_SHARE, COMMON = 0.01, 12
TILDE = "~"


def index_parts(
    entries: Iterable[ConceptEntry], termbase: Termbase, frame: Frame
) -> tuple[Part, ...]:
    """The further indexes of a book of these entries, given in the order of the main part."""
    chosen = tuple(entries)
    parts = (
        subject_part(chosen, frame),
        inner_word_part(chosen, termbase, frame),
        formula_part(chosen, frame),
        short_form_part(chosen, frame),
    )
    return tuple(part for part in parts if part.sections)


def subject_part(entries: Iterable[ConceptEntry], frame: Frame) -> Part:
    """The entries of each subject field, in the order of `glossary.yaml`.

    Of one subject field alone it would only repeat the main part, and has no section.
    """
    lines = [(entry, _subject_line(entry, frame)) for entry in entries]
    several = len({entry.subject_field for entry, _line in lines}) > 1
    return _by_subject(PART_TEXTS[frame.texts.language].subjects, lines if several else [], frame)


def formula_part(entries: Iterable[ConceptEntry], frame: Frame) -> Part:
    """The formulas with their preferred equivalents, to be read one after the other."""
    lines = [
        (entry, _formula_line(entry, frame)) for entry in entries if entry.kind is Kind.FORMULA
    ]
    return _by_subject(PART_TEXTS[frame.texts.language].formulas, lines, frame)


def _by_subject(title: str, lines: list[tuple[ConceptEntry, Item]], frame: Frame) -> Part:
    """Lines under the labels of their subject fields; a folder that is no field comes last.

    The labels are guide words too: the lines of a field are alphabetical, those of a page are not.
    """
    language = frame.texts.language
    slugs = [subject.slug for subject in frame.settings.subject_fields]
    slugs += sorted({entry.subject_field for entry, _item in lines} - set(slugs))
    sections = []
    for slug in slugs:
        label = for_page(frame.settings.subject_label(slug, language), language)
        items = tuple(
            replace(item, guide=guide_word(label))
            for entry, item in lines
            if entry.subject_field == slug
        )
        if items:
            sections.append(Section(label, items))
    return Part(language, "list", title, tuple(sections))


def _subject_line(entry: ConceptEntry, frame: Frame) -> Item:
    target = frame.targets[entry.id]
    runs = (*_lead(target, frame), Run(NO_BREAK), _number(target))
    return Item(id="", guide="", head=runs)


def _formula_line(entry: ConceptEntry, frame: Frame) -> Item:
    target = frame.targets[entry.id]
    terms = [(code, head_term(entry, code)) for code in frame.edition.targets]
    return Item(
        id="",
        guide="",
        head=(*_lead(target, frame, "index-head"), Run(NO_BREAK), _number(target)),
        blocks=tuple(
            Block(
                "equivalents",
                tuple(slotted_runs(written(term, frame.edition), code, frame.texts)),
                code.upper(),
            )
            for code, term in terms
            if term
        ),
    )


def _lead(target: Target, frame: Frame, role: str = "index-target") -> list[Run]:
    return [Run(target.head, role, frame.texts.language, to=target.id)]


def _number(target: Target) -> Run:
    return Run(target.number, "index-number", to=target.id)


@dataclass(frozen=True, slots=True)
class Seen:
    """A word inside an entry's head: its key, its place among the head's words."""

    key: Words
    entry: ConceptEntry
    start: int
    end: int


@dataclass(slots=True)
class _Families:
    """What was found of each kind while the heads were read; filled by `_seen`."""

    terms: dict[Words, list[Seen]] = field(default_factory=lambda: defaultdict(list))
    opened: dict[Words, list[Seen]] = field(default_factory=lambda: defaultdict(list))
    shared: dict[Words, list[Seen]] = field(default_factory=lambda: defaultdict(list))


def inner_word_part(entries: Iterable[ConceptEntry], termbase: Termbase, frame: Frame) -> Part:
    """The permuted index; see the head of this module for what gets a line."""
    language = frame.texts.language
    inner = INNER_WORDS[language]
    owners = _owners(termbase, language, inner)
    names = {
        inner.keys(plain_term(term.term, language))
        for entry in termbase.entries
        if entry.kind is Kind.NAME
        for term in entry.terms(language)
    }
    chosen = [entry for entry in entries if entry.kind is not Kind.NAME]
    families = _families(chosen, owners, names, frame)
    most = max(COMMON, round(len(chosen) * COMMON_SHARE))
    shared = {
        key: seen
        for key, seen in families.shared.items()
        if len(seen) <= most and (len(seen) > 1 or key in families.opened)
    }
    lines: dict[str, list[Seen]] = defaultdict(list)
    for key in {**families.terms, **families.opened, **shared}:
        found = (families.terms, families.opened, shared)
        seen = [one for kind in found for one in kind.get(key, ())]
        lines[_shown(key, seen, owners, frame)] += seen
    sort_key, section = LANGUAGES[language].sort_key, LANGUAGES[language].section
    order = sorted(lines, key=lambda word: (sort_key(word), word))
    items = [(section(word), _inner_word_line(word, lines[word], frame)) for word in order]
    sections = tuple(
        Section(letter, tuple(item for _letter, item in group))
        for letter, group in groupby(items, key=lambda pair: pair[0])
    )
    return Part(language, "index", PART_TEXTS[language].inner_words, sections)


Owners = Mapping[Words, Mapping[str, str]]


def _owners(termbase: Termbase, language: str, inner: InnerWords) -> Owners:
    """Which concepts a key is a permitted term of, and how the term is written there."""
    owners: dict[Words, dict[str, str]] = defaultdict(dict)
    for entry in termbase.concepts:
        if entry.kind is Kind.NAME:
            continue
        for term in entry.terms(language):
            key = inner.keys(plain_term(term.term, language))
            if term.is_permitted and (len(key) > 1 or inner.is_word(term.term)):
                owners[key].setdefault(entry.id, term.term)
    return owners


def _families(
    entries: Iterable[ConceptEntry], owners: Owners, names: set[Words], frame: Frame
) -> _Families:
    """Every word inside a head that could have a line, by the reason why it could."""
    inner = INNER_WORDS[frame.texts.language]
    families = _Families()
    known = {*owners, *names}
    for entry in entries:
        head = frame.targets[entry.id].head
        keys, words = inner.keys(head), words_of(head)
        opening = True
        for start, end in inner.cut(head, known):
            key = keys[start:end]
            first = opening
            opening = opening and key in inner.openers and key not in owners
            is_word = len(key) > 1 or inner.is_word(_bare(words[start]))
            if not start or not is_word or key in names or entry.id in owners.get(key, ()):
                continue
            seen = Seen(key, entry, start, end)
            if key in owners:
                if key not in inner.general:
                    families.terms[key].append(seen)
            elif first and not opening:
                families.opened[key].append(seen)
            elif key not in inner.general:
                families.shared[key].append(seen)
    return families


def _shown(key: Words, seen: list[Seen], owners: Owners, frame: Frame) -> str:
    """A word as its line begins: as the glossary writes it, else its citation, else as it is met.

    Small letters go before capitals: Bộ Ngoại giao stands under ngoại giao.
    """
    language = frame.texts.language
    if key in owners:
        written = sorted(set(owners[key].values()), key=lambda text: (text != text.lower(), text))
        return plain_term(written[0], language)
    citation = INNER_WORDS[language].citation
    met = Counter(_stretch(one, frame) for one in seen)
    if citation and len(key) == 1:
        word = next(iter(met))
        return word if word.isupper() else citation(word)
    small = {text: n for text, n in met.items() if text[:1].islower()}
    counted = small or met
    return min(counted, key=lambda text: (-counted[text], text))


def _stretch(seen: Seen, frame: Frame) -> str:
    """The word as it stands in its head."""
    words = words_of(frame.targets[seen.entry.id].head)
    return _bare(" ".join(words[seen.start : seen.end]))


def _bare(text: str) -> str:
    return text.strip(',.;:()«»“”"')


def _inner_word_line(word: str, seen: list[Seen], frame: Frame) -> Item:
    """`lời mời  theo ~ của … L12; …`: each entry once, in the order of its head."""
    language = frame.texts.language
    by_entry = {one.entry.id: one for one in reversed(seen)}
    sort_key = LANGUAGES[language].sort_key
    targets = sorted(
        (frame.targets[id] for id in by_entry),
        key=lambda t: (sort_key(t.head), t.number),
    )
    runs = [Run(for_page(word, language), "index-head", language), Run("  ")]
    for i, target in enumerate(targets):
        runs += [Run("; ")] if i else []
        shown = _with_tilde(target.head, word, by_entry[target.id])
        runs += [Run(shown, "index-target", language, to=target.id), Run(NO_BREAK)]
        runs.append(_number(target))
    return Item(id="", guide=guide_word(word), head=tuple(runs))


def _with_tilde(head: str, word: str, seen: Seen) -> str:
    """The head with `~` for the word; whole where it has another form of the word."""
    pieces = list(_pieces(head))
    start, end = pieces[seen.start][0], pieces[seen.end - 1][1]
    stretch = head[start:end]
    inside = _bare(stretch)
    if inside.replace(NO_BREAK, " ").casefold() != word.replace(NO_BREAK, " ").casefold():
        return head
    before = head[:start].rstrip()
    # The tilde begins no line.
    return f"{before}{NO_BREAK}{stretch.replace(inside, TILDE, 1)}{head[end:]}"


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """The ranges of the words of `words_of`."""
    at = 0
    for word in words_of(text):
        at = text.index(word, at)
        yield at, at + len(word)
        at += len(word)
