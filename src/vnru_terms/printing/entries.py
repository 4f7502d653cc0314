"""One concept entry as an item of the book, in the order in which a translator reads it.

Head, part of speech, short forms; other admitted names; what tells it from its homonyms, before
the equivalents, since it decides between them; the equivalents, preferred first, with grammar and
sources, and what not to use after them; definition, context, set phrases, caution, references.
Start at `entry_item`; a cross-reference and a line of an index are items too.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from vnru_terms.lang import LANGUAGES
from vnru_terms.model import LANGUAGE_ORDER, Collocation, ConceptEntry, Status, TermEntry
from vnru_terms.printing.book_texts import BookTexts
from vnru_terms.printing.page import Block, Item, Run
from vnru_terms.printing.term_runs import (
    NO_BREAK,
    Frame,
    Target,
    article_place,
    by_status,
    for_page,
    grammar_runs,
    guide_word,
    head_term,
    is_short,
    joined,
    note_runs,
    other_languages,
    plain_term,
    reference_runs,
    slotted_runs,
    term_runs,
    usage_runs,
)

# Above this many characters an entry may break over columns: it would leave a hole too deep.
LONG = 1500


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
        *(
            block
            for other in other_languages(language)
            for block in _equivalents(entry, other, frame)
        ),
        *_definition(entry, language),
        *_contexts(entry, head, language),
        *_phrases(entry),
        *_cautions(entry, head, frame),
        *_references(entry, frame),
    )
    item = Item(
        id=entry.id,
        guide=guide_word(plain_term(head.term, language)),
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
        *reference_runs(target),
    )
    return Item(id="", guide=guide_word(guide), head=head)


def index_item(term: TermEntry, language: str, targets: Iterable[Target], book: str) -> Item:
    """The line of an index: the term, its gender, the heads and numbers that it leads to."""
    guide = plain_term(term.term, language)
    head = [Run(guide, "index-head", language), *grammar_runs(term, language), Run("  ")]
    for i, target in enumerate(targets):
        head += [Run("; ")] if i else []
        head += [Run(target.head, "index-target", book, to=target.id)]
        head += [Run(NO_BREAK), Run(target.number, "index-number")]
    return Item(id="", guide=guide_word(guide), head=tuple(head))


def _head(entry: ConceptEntry, head: TermEntry, frame: Frame) -> tuple[Run, ...]:
    language = frame.texts.language
    runs = [Run(plain_term(head.term, language), "head", language)]
    if head.part_of_speech:
        speech = frame.texts.parts_of_speech[head.part_of_speech.value]
        runs += [Run("  "), Run(speech, "speech", language)]
    runs += usage_runs(head, frame.texts)
    shorts = [for_page(t.term, language) for t in _admitted(entry, head, language) if is_short(t)]
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
        runs += reference_runs(target) if target else note_runs(successor, frame, "validity")
    return [Block("validity", tuple(runs))] if runs else []


def day_first(date: str) -> str:
    """An ISO date, whole or partial, in the book's order.

    >>> day_first("1976-07-02"), day_first("2025-02"), day_first("1945")
    ('2/7/1976', '2/2025', '1945')
    """
    return "/".join(part.lstrip("0") or "0" for part in reversed(date.split("-")))


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
        runs = [Run(r.text, "avoid", language) for r in slotted_runs(term.term, language)]
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


def _definition(entry: ConceptEntry, language: str) -> list[Block]:
    for code in (language, *other_languages(language)):
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
    return joined(groups, f"{NO_BREAK}– ")


def _cautions(entry: ConceptEntry, head: TermEntry, frame: Frame) -> list[Block]:
    notes = [note for note in (entry.trap, entry.note, head.note) if note]
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
