"""One concept entry as runs and blocks, in the order in which a translator reads it.

Head, part of speech, short forms; other admitted names; what tells it from its homonyms, before
the equivalents, since it decides between them; the equivalents, preferred first, with grammar and
sources, and what not to use after them; definition, contexts, set phrases, caution, references.
Start at `entry_item`; `term_runs` prints one term in any language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vnru_terms.lang import LANGUAGES
from vnru_terms.lang.script import language_runs
from vnru_terms.model import (
    LANGUAGE_ORDER,
    Collocation,
    ConceptEntry,
    Settings,
    Status,
    TermEntry,
    TermType,
)
from vnru_terms.printing.book_texts import CASES, GRAMMAR, BookTexts
from vnru_terms.printing.page import Block, Item, Run
from vnru_terms.text.normalise import normalise, squeeze

NO_BREAK = "\u00a0"
ELLIPSIS = "…"
# Above this many characters an entry may break over columns: it would leave a hole too deep.
LONG = 1500

_SHORT_TYPES = frozenset({TermType.ABBREVIATION, TermType.ACRONYM})
_SLOT = re.compile(r"\{([^{}:]*)(?::([^{}]*))?\}")
_SPACED_DASH = re.compile(r" ([-–—]) ")
_SEE_ID = re.compile(r"(?<=\bsee )([a-z][a-z0-9-]*)")
_ARTICLE = re.compile(r"(?:^|/)(\d+)_[^/]*\.txt:(\d+)$")


@dataclass(frozen=True, slots=True)
class Target:
    """Where references to a concept lead: its printed head and its number."""

    id: str
    head: str
    number: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What an entry is printed with: the book's words, the numbers of the others, the sources."""

    texts: BookTexts
    settings: Settings
    targets: Mapping[str, Target]
    related: Mapping[str, tuple[str, ...]]
    compared: Mapping[str, tuple[str, ...]]
    source_numbers: Mapping[str, int]


def for_page(text: str, language: str) -> str:
    """The text as the page has it: NFC, single spaces, short words and dashes bound."""
    bound = LANGUAGES[language].bind(squeeze(normalise(text)))
    return _SPACED_DASH.sub(rf"{NO_BREAK}\1 ", bound)


def plain_term(term: str, language: str) -> str:
    """The term in one string, as heads, guide words and indexes have it: slots as an ellipsis.

    >>> plain_term("theo lời mời của {X}", "vi")
    'theo lời mời của …'
    """
    return for_page(_SLOT.sub(ELLIPSIS, term), language)


def head_term(entry: ConceptEntry, language: str) -> TermEntry | None:
    """The term that heads the entry: the preferred one, else the first."""
    terms = entry.terms(language)
    return entry.preferred(language) or (terms[0] if terms else None)


def cited_sources(entry: ConceptEntry, language: str) -> list[str]:
    """The sources of the entry's equivalents, in the order in which they are printed."""
    terms = [t for other in _others(language) for t in _by_status(entry.terms(other))]
    return [source for term in terms for source in term.source]


def article_place(source: str) -> str:
    """The short form of a context's source: the article's number and the line.

    >>> article_place("seeds/002_dc16f5a4a381ed18.txt:39")
    '002:39'
    """
    found = _ARTICLE.search(source)
    if found:
        return f"{found[1]}:{found[2]}"
    return re.sub(r"^https?://(?:www\.)?([^/]+).*$", r"\1", source)


def entry_item(entry: ConceptEntry, number: str, frame: Frame) -> Item:
    """The printed entry; `number` is its letter and place under it (Đ10)."""
    texts = frame.texts
    language = texts.language
    head = head_term(entry, language)
    assert head is not None, entry.id
    blocks = (
        *_variants(entry, head, frame),
        *_sense(entry, frame),
        *_validity(entry, frame),
        *(block for other in _others(language) for block in _equivalents(entry, other, frame)),
        *_definition(entry, language),
        *_contexts(entry, head, language),
        *_phrases(entry),
        *_cautions(entry, head, frame),
        *_references(entry, frame),
    )
    item = Item(
        id=entry.id,
        guide=plain_term(head.term, language),
        head=_head(entry, head, frame),
        tail=_tail(entry, number, frame),
        blocks=blocks,
    )
    length = sum(len(run.text) for run in item.runs())
    return Item(item.id, item.guide, item.head, item.tail, blocks, long=length > LONG)


def reference_item(term: TermEntry, target: Target, texts: BookTexts) -> Item:
    """The cross-reference from another name of a concept to its entry."""
    guide = plain_term(term.term, texts.language)
    label = "" if term.status is not Status.DEPRECATED else texts.labels["deprecated"] + " "
    head = (
        Run(guide, "variant-head", texts.language),
        Run(f"  {label}{texts.labels['see']} ", "note"),
        *_reference(target),
    )
    return Item(id="", guide=guide, head=head)


def index_item(term: TermEntry, language: str, targets: Iterable[Target], book: str) -> Item:
    """The line of an index: the term, its gender, the heads and numbers that it leads to."""
    guide = plain_term(term.term, language)
    head = [Run(guide, "index-head", language), *_grammar(term, language), Run("  ")]
    for i, target in enumerate(targets):
        head += [Run("; ")] if i else []
        head += [Run(target.head, "index-target", book, to=target.id)]
        head += [Run(NO_BREAK), Run(target.number, "index-number", to=target.id)]
    return Item(id="", guide=guide, head=tuple(head))


def term_runs(term: TermEntry, language: str, frame: Frame) -> list[Run]:
    """A term with all that stands behind it: aspect, gender, government, usage, note, sources."""
    runs = _slotted(term.term, language)
    if term.pair:
        runs += [Run(" / "), Run(for_page(term.pair, language), "term", language)]
    runs += _grammar(term, language)
    if term.government:
        runs += [Run(" "), Run(f"({for_page(term.government, language)})", "government", language)]
    runs += _usage(term, frame.texts)
    if term.note:
        runs += [Run(" ("), *note_runs(term.note, frame, "remark"), Run(")")]
    numbers = [str(frame.source_numbers[s]) for s in term.source if s in frame.source_numbers]
    if numbers:
        runs += [Run(NO_BREAK), Run(f"[{', '.join(numbers)}]", "source")]
    return runs


def note_runs(note: str, frame: Frame, role: str) -> list[Run]:
    """A curator's note: every stretch in its language, `see some-id` as a reference."""
    runs = []
    for i, piece in enumerate(_SEE_ID.split(squeeze(normalise(note)))):
        target = frame.targets.get(piece) if i % 2 else None
        if target:
            runs += _reference(target)
        elif piece:
            runs += [Run(_bound(text, code), role, code) for code, text in language_runs(piece)]
    return runs


def _bound(text: str, language: str) -> str:
    # A stretch keeps the spaces at its ends, which for_page would squeeze away.
    return _SPACED_DASH.sub(rf"{NO_BREAK}\1 ", LANGUAGES[language].bind(text))


def _others(language: str) -> tuple[str, ...]:
    return tuple(code for code in LANGUAGE_ORDER if code != language)


def _by_status(terms: Iterable[TermEntry]) -> list[TermEntry]:
    order = list(Status)
    return sorted(terms, key=lambda t: order.index(t.status))


def _joined(groups: Iterable[list[Run]], separator: str) -> list[Run]:
    runs: list[Run] = []
    for group in groups:
        runs += [Run(separator)] if runs else []
        runs += group
    return runs


def _head(entry: ConceptEntry, head: TermEntry, frame: Frame) -> tuple[Run, ...]:
    language = frame.texts.language
    runs = [Run(plain_term(head.term, language), "head", language)]
    if head.part_of_speech:
        speech = frame.texts.parts_of_speech[head.part_of_speech.value]
        runs += [Run("  "), Run(speech, "speech", language)]
    runs += _usage(head, frame.texts)
    shorts = [for_page(t.term, language) for t in _admitted(entry, head, language) if _is_short(t)]
    if shorts:
        runs += [Run("  "), Run(f"({', '.join(shorts)})", "short", language)]
    return tuple(runs)


def _tail(entry: ConceptEntry, number: str, frame: Frame) -> tuple[Run, ...]:
    language = frame.texts.language
    subject = next(
        (s for s in frame.settings.subject_fields if s.slug == entry.subject_field), None
    )
    label = subject.abbreviation.get(language, "") if subject else ""
    label = label or frame.settings.subject_label(entry.subject_field, language)
    return (Run(for_page(label, language), "subject", language), Run(number, "number"))


def _admitted(entry: ConceptEntry, head: TermEntry, language: str) -> list[TermEntry]:
    return [t for t in entry.terms(language) if t.is_permitted and t is not head]


def _is_short(term: TermEntry) -> bool:
    return term.type in _SHORT_TYPES


def _variants(entry: ConceptEntry, head: TermEntry, frame: Frame) -> list[Block]:
    texts = frame.texts
    language = texts.language
    names = [t for t in _admitted(entry, head, language) if not _is_short(t)]
    former = [t for t in entry.terms(language) if t.status is Status.SUPERSEDED and t is not head]
    blocks = []
    for label, terms in (("also", names), ("former", former)):
        if terms:
            runs = _joined((_variant(t, head, frame) for t in terms), "; ")
            runs = [Run(texts.labels[label], "note"), Run(" "), *runs]
            blocks.append(Block("variants", tuple(runs)))
    return blocks + _deprecated(entry, language, frame)


def _variant(term: TermEntry, head: TermEntry, frame: Frame) -> list[Run]:
    runs = [
        Run(run.text, "variant" if run.role == "term" else run.role, run.language, run.to)
        for run in term_runs(term, frame.texts.language, frame)
    ]
    speech = term.part_of_speech
    if speech and speech is not head.part_of_speech:
        label = Run(frame.texts.parts_of_speech[speech.value], "note", frame.texts.language)
        runs[1:1] = [Run(NO_BREAK), label]
    return runs


def _sense(entry: ConceptEntry, frame: Frame) -> list[Block]:
    if not entry.distinguish:
        return []
    return [Block("sense", tuple(note_runs(entry.distinguish, frame, "sense")))]


def _validity(entry: ConceptEntry, frame: Frame) -> list[Block]:
    if not entry.valid:
        return []
    labels = frame.texts.labels
    pairs = (("from", entry.valid.from_), ("to", entry.valid.to))
    dates = [f"{labels[key]} {day_first(date)}" for key, date in pairs if date]
    runs = [Run(" ".join(dates), "validity", frame.texts.language)] if dates else []
    successor = entry.valid.successor
    if successor:
        runs += [Run(f"{'; ' if dates else ''}{labels['successor']} ", "validity")]
        target = frame.targets.get(successor)
        runs += _reference(target) if target else note_runs(successor, frame, "validity")
    return [Block("validity", tuple(runs))] if runs else []


def day_first(date: str) -> str:
    """An ISO date, whole or partial, in the book's order.

    >>> day_first("1976-07-02"), day_first("2025-02"), day_first("1945")
    ('2/7/1976', '2/2025', '1945')
    """
    return "/".join(part.lstrip("0") or "0" for part in reversed(date.split("-")))


def _equivalents(entry: ConceptEntry, language: str, frame: Frame) -> list[Block]:
    terms = _by_status(entry.terms(language))
    groups: list[list[Run]] = []
    for term in terms:
        if not term.is_permitted:
            continue
        runs = term_runs(term, language, frame)
        if _is_short(term) and groups:
            # An abbreviation stands in brackets behind the full form, not as a rival of it.
            groups[-1] += [Run(" ("), *runs, Run(")")]
        else:
            groups.append(runs)
    blocks = []
    if groups:
        blocks.append(Block("equivalents", tuple(_joined(groups, "; ")), language.upper()))
    former = [t for t in terms if t.status is Status.SUPERSEDED]
    if former:
        runs = _joined((term_runs(t, language, frame) for t in former), "; ")
        label = Run(frame.texts.labels["former"], "note", frame.texts.language)
        blocks.append(Block("former", (label, Run(" "), *runs), "" if groups else language.upper()))
    return blocks + _deprecated(entry, language, frame)


def _deprecated(entry: ConceptEntry, language: str, frame: Frame) -> list[Block]:
    terms = [t for t in entry.terms(language) if t.status is Status.DEPRECATED]
    if not terms:
        return []
    texts = frame.texts
    groups = []
    for term in terms:
        runs = [Run(r.text, "avoid", language) for r in _slotted(term.term, language)]
        why = [Run(texts.reasons[term.reason.value], "remark", texts.language)]
        reasons = [why] if term.reason else []
        reasons += [note_runs(term.note, frame, "remark")] if term.note else []
        if reasons:
            runs += [Run(" (", "remark"), *_joined(reasons, "; "), Run(")", "remark")]
        groups.append(runs)
    label = Run(texts.labels["deprecated"], "warning", texts.language)
    return [Block("deprecated", (label, Run(" "), *_joined(groups, "; ")))]


def _definition(entry: ConceptEntry, language: str) -> list[Block]:
    for code in (language, *_others(language)):
        section = entry.section(code)
        if section and section.definition:
            runs = [Run(for_page(section.definition.text, code), "definition", code)]
            if section.definition.source:
                source = article_place(section.definition.source)
                runs += [Run(" "), Run(for_page(source, code), "place", code)]
            return [Block("definition", tuple(runs))]
    return []


def _contexts(entry: ConceptEntry, head: TermEntry, language: str) -> list[Block]:
    """The context of the head, or of the first term that has one; one is enough on paper."""
    terms = [head, *entry.terms(language)]
    term = next((t for t in terms if t.context), None)
    if term is None or term.context is None:
        return []
    runs = [Run(for_page(term.context.text, language), "context", language)]
    if term.context.source:
        runs += [Run(" "), Run(article_place(term.context.source), "place")]
    return [Block("context", tuple(runs))]


def _phrases(entry: ConceptEntry) -> list[Block]:
    return [
        Block("phrase", tuple(_phrase(phrase)))
        for _language, term in entry.all_terms()
        if term.status is not Status.DEPRECATED
        for phrase in term.collocations
    ]


def _phrase(phrase: Collocation) -> list[Run]:
    texts = {code: getattr(phrase, code) for code in LANGUAGE_ORDER}
    groups = [[Run(for_page(text, code), "phrase", code)] for code, text in texts.items() if text]
    return _joined(groups, " – ")


def _cautions(entry: ConceptEntry, head: TermEntry, frame: Frame) -> list[Block]:
    notes = [note for note in (entry.trap, entry.note, head.note) if note]
    label = Run(frame.texts.labels["caution"], "warning", frame.texts.language)
    return [
        Block("caution", (label, Run(" "), *note_runs(note, frame, "caution"))) for note in notes
    ]


def _references(entry: ConceptEntry, frame: Frame) -> list[Block]:
    seen = tuple(id for _language, term in entry.all_terms() for id in term.see)
    also = (*frame.related.get(entry.id, ()), *seen)
    blocks = []
    for label, ids in (("see also", also), ("compare", frame.compared.get(entry.id, ()))):
        targets = [frame.targets[id] for id in dict.fromkeys(ids) if id in frame.targets]
        if targets:
            key = LANGUAGES[frame.texts.language].sort_key
            targets.sort(key=lambda t: key(t.head))  # type: ignore[arg-type, return-value]
            runs = _joined((_reference(t) for t in targets), ", ")
            blocks.append(
                Block("references", (Run(frame.texts.labels[label], "note"), Run(" "), *runs))
            )
    return blocks


def _reference(target: Target) -> list[Run]:
    return [
        Run(target.head, "reference", to=target.id),
        Run(NO_BREAK),
        Run(target.number, "reference-number", to=target.id),
    ]


def _slotted(term: str, language: str) -> list[Run]:
    """The term with an ellipsis for each slot, its case beside it; several slots keep names."""
    names = {match[1] for match in _SLOT.finditer(term)}
    text = for_page(term, language)
    runs = []
    at = 0
    for match in _SLOT.finditer(text):
        runs += [Run(text[at : match.start()], "term", language)] if match.start() > at else []
        runs.append(Run(match[1] if len(names) > 1 else ELLIPSIS, "term", language))
        if match[2]:
            runs += [Run(NO_BREAK), Run(CASES.get(match[2], match[2]), "grammar", language)]
        at = match.end()
    return runs + ([Run(text[at:], "term", language)] if at < len(text) else [])


def _grammar(term: TermEntry, language: str) -> list[Run]:
    labels = GRAMMAR.get(language, {})
    keys = [v.value for v in (term.gender, term.number) if v]
    keys += ["indeclinable"] if term.indeclinable else []
    shown = NO_BREAK.join(labels[key] for key in keys if key in labels)
    return [Run(NO_BREAK), Run(shown, "grammar", language)] if shown else []


def _usage(term: TermEntry, texts: BookTexts) -> list[Run]:
    if not term.usage:
        return []
    labels = ", ".join(texts.usages[usage.value] for usage in term.usage)
    return [Run(" "), Run(f"[{labels}]", "usage", texts.language)]
