"""One concept entry as an item of the book, in the order in which a translator reads it.

Head, part of speech, short forms; other admitted names; what tells it from its homonyms, before
the equivalents, since it decides between them; the equivalents, preferred first, with grammar and
sources, and what not to use after them; definition, context, set phrases, caution, references.
Start at `entry_item`; a cross-reference and a line of an index are items too.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from vnru_terms.lang import LANGUAGES
from vnru_terms.lang.ru_stress import BETWEEN
from vnru_terms.model import (
    ConceptEntry,
    PartOfSpeech,
    Status,
    TermEntry,
)
from vnru_terms.printing.book_words import BookTexts, dated
from vnru_terms.printing.examples import context_blocks, definition_blocks, phrase_blocks
from vnru_terms.printing.page import Block, Item, Run
from vnru_terms.printing.term_runs import (
    BOUND,
    NO_BREAK,
    Frame,
    Target,
    aspect_runs,
    by_status,
    for_page,
    government_runs,
    grammar_runs,
    guide_word,
    head_term,
    in_role,
    is_short,
    joined,
    note_runs,
    plain_term,
    reference_runs,
    slotted_runs,
    source_runs,
    term_runs,
    told_once,
    unparted,
    usage_runs,
    written,
    written_pair,
)

# Above this many characters, half a column, an entry may break: it would leave a hole too deep.
LONG = 1000


def entry_item(entry: ConceptEntry, number: str, frame: Frame) -> Item:
    """The printed entry; `number` is its letter and place under it (Đ10)."""
    texts = frame.texts
    language = texts.language
    head = head_term(entry, language)
    assert head is not None, entry.id
    blocks = (
        *_remarks(head, frame),
        *_variants(entry, head, frame),
        *_sense(entry, frame),
        *_validity(entry, frame),
        *(block for other in frame.edition.targets for block in _equivalents(entry, other, frame)),
        *definition_blocks(entry, frame),
        *context_blocks(entry, frame),
        *phrase_blocks(entry, frame),
        *_cautions(entry, frame),
        *_references(entry, frame),
    )
    item = Item(
        id=entry.id,
        guide=guide_word(plain_term(head.term, language)),
        head=_head(entry, head, frame),
        tail=_tail(entry, number, frame),
        blocks=tuple(map(told_once, blocks)),
    )
    length = sum(len(run.text) for run in item.runs())
    return replace(item, long=length > LONG)


def reference_item(term: TermEntry, targets: Iterable[Target], frame: Frame) -> Item:
    """The cross-reference from another name of concepts to their entries."""
    language = frame.texts.language
    label = "see instead" if term.status is Status.DEPRECATED else "see"
    head = (
        Run(plain_term(written(term, frame.edition), language), "variant-head", language),
        Run(f"  {frame.texts.labels[label]} ", "note"),
        *joined((reference_runs(target) for target in targets), "; "),
    )
    return Item(id="", guide=guide_word(plain_term(term.term, language)), head=head)


def index_item(term: TermEntry, language: str, targets: Iterable[Target], texts: BookTexts) -> Item:
    """The line of an index: the term, its gender, the heads and numbers that it leads to."""
    guide = plain_term(term.term, language)
    head = [Run(guide, "index-head", language), *grammar_runs(term, language, texts), Run("  ")]
    for i, target in enumerate(targets):
        head += [Run("; ")] if i else []
        head += [Run(target.head, "index-target", texts.language, to=target.id)]
        head += [Run(NO_BREAK), Run(target.number, "index-number")]
    return Item(id="", guide=guide_word(guide), head=tuple(head))


def _head(entry: ConceptEntry, head: TermEntry, frame: Frame) -> tuple[Run, ...]:
    texts = frame.texts
    language = texts.language
    first, second = aspect_runs(head, language, texts)
    runs = [Run(plain_term(written(head, frame.edition), language), "head", language), *first]
    if head.pair:
        pair = for_page(written_pair(head, frame.edition), language)
        runs += [Run(BETWEEN), Run(pair, "head", language), *second]
    grammar = grammar_runs(head, language, texts)
    speech = _speech(head, frame)
    runs += [Run("  "), Run(speech, "speech", language)] if speech else []
    government = government_runs(head, language, texts)
    runs += [*grammar, *(government if len(head.government) <= BOUND else ())]
    usage = usage_runs(head, texts)
    runs += [Run(" "), *usage] if usage else []
    shorts = [
        [
            Run(unparted(for_page(t.term, language)), "short", language),
            *source_runs(t.source, frame),
        ]
        for t in _admitted(entry, head, language)
        if is_short(t)
    ]
    if shorts:
        runs += [Run("  "), Run("(", "short"), *joined(shorts, ", "), Run(")", "short")]
    return (*runs, *source_runs(head.source, frame))


def _speech(term: TermEntry, frame: Frame) -> str:
    """The part of speech of a term, unless its other marks tell it: договор м., дать св."""
    language = frame.texts.language
    if term.part_of_speech is None:
        return ""
    genders = "masculine" in LANGUAGES[language].marks
    is_noun = term.part_of_speech is PartOfSpeech.NOUN
    if genders and is_noun and grammar_runs(term, language, frame.texts):
        return ""
    if any(aspect_runs(term, language, frame.texts)):
        return ""
    return frame.texts.parts_of_speech[term.part_of_speech.value]


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


def _remarks(head: TermEntry, frame: Frame) -> list[Block]:
    """What follows the head, where that is too long to stand behind it, and the head's note."""
    blocks = []
    if len(head.government) > BOUND:
        _space, *runs = government_runs(head, frame.texts.language, frame.texts)
        blocks.append(Block("government", tuple(runs)))
    if head.note:
        blocks.append(Block("remark", tuple(note_runs(head.note, frame, "remark"))))
    return blocks


def _variants(entry: ConceptEntry, head: TermEntry, frame: Frame) -> list[Block]:
    texts = frame.texts
    language = texts.language
    names = [t for t in _admitted(entry, head, language) if not is_short(t)]
    former = [t for t in entry.terms(language) if t.status is Status.SUPERSEDED and t is not head]
    blocks = []
    for label, terms in (("also", names), ("former", former)):
        if terms:
            runs = joined((_variant(t, head, frame) for t in terms), "; ")
            runs = [Run(texts.labels[label], "note"), Run(" "), *runs]
            blocks.append(Block("variants", tuple(runs)))
    return blocks + _deprecated(entry, language, frame)


def _variant(term: TermEntry, head: TermEntry, frame: Frame) -> list[Run]:
    speech = "" if term.part_of_speech is head.part_of_speech else _speech(term, frame)
    return in_role("variant", term_runs(term, frame.texts.language, frame, speech=speech))


def _sense(entry: ConceptEntry, frame: Frame) -> list[Block]:
    if not entry.distinguish:
        return []
    return [Block("sense", tuple(note_runs(entry.distinguish, frame, "sense")))]


def _validity(entry: ConceptEntry, frame: Frame) -> list[Block]:
    if not entry.valid:
        return []
    labels = frame.texts.labels
    pairs = (("from", entry.valid.from_), ("to", entry.valid.to))
    dates = [f"{labels[key]} {dated(date, frame.texts)}" for key, date in pairs if date]
    runs = [Run(" ".join(dates), "validity", frame.texts.language)] if dates else []
    successor = entry.valid.successor
    if successor:
        runs += [Run(f"{'; ' if dates else ''}{labels['successor']} ", "validity")]
        target = frame.targets.get(successor)
        runs += reference_runs(target) if target else note_runs(successor, frame, "validity")
    return [Block("validity", tuple(runs))] if runs else []


def _equivalents(entry: ConceptEntry, language: str, frame: Frame) -> list[Block]:
    terms = by_status(entry.terms(language))
    groups = _with_short_forms([t for t in terms if t.is_permitted], language, frame)
    blocks = []
    if groups:
        blocks.append(Block("equivalents", tuple(joined(groups, "; ")), language.upper()))
    former = [t for t in terms if t.status is Status.SUPERSEDED]
    if former:
        runs = joined((term_runs(t, language, frame) for t in former), "; ")
        label = Run(frame.texts.labels["former"], "note", frame.texts.language)
        blocks.append(Block("former", (label, Run(" "), *runs), "" if groups else language.upper()))
    return blocks + _deprecated(entry, language, frame)


def _with_short_forms(terms: list[TermEntry], language: str, frame: Frame) -> list[list[Run]]:
    """The terms; a bare abbreviation stands in brackets behind its full form, no rival of it."""
    groups: list[list[Run]] = []
    for bare, same in groupby(terms, key=lambda t: is_short(t) and not (t.note or t.usage)):
        runs = [term_runs(term, language, frame) for term in same]
        if bare and groups:
            groups[-1] += [Run(" ("), *joined(runs, ", "), Run(")")]
        else:
            groups += runs
    return groups


def _deprecated(entry: ConceptEntry, language: str, frame: Frame) -> list[Block]:
    terms = [t for t in entry.terms(language) if t.status is Status.DEPRECATED]
    if not terms:
        return []
    texts = frame.texts
    groups = []
    for term in terms:
        runs = [Run(r.text, "avoid", language) for r in slotted_runs(term.term, language, texts)]
        reasons = []
        if term.reason:
            why = texts.reasons[term.reason.value]
            reasons.append([Run(why, "remark", texts.language)])
        if term.note:
            reasons.append(note_runs(term.note, frame, "remark"))
        if reasons:
            runs += [Run(" (", "remark"), *joined(reasons, "; "), Run(")", "remark")]
        groups.append(runs)
    label = Run(texts.labels["deprecated"], "warning", texts.language)
    return [Block("deprecated", (label, Run(" "), *joined(groups, "; ")))]


def _cautions(entry: ConceptEntry, frame: Frame) -> list[Block]:
    notes = [note for note in (entry.trap, entry.note) if note]
    label = Run(frame.texts.labels["caution"], "warning", frame.texts.language)
    return [
        Block("caution", (*(() if i else (label, Run(" "))), *note_runs(note, frame, "caution")))
        for i, note in enumerate(notes)
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
            runs = joined((reference_runs(t) for t in targets), ", ")
            blocks.append(
                Block("references", (Run(frame.texts.labels[label], "note"), Run(" "), *runs))
            )
    return blocks
