"""The terms of one language: the glossary's, those of a sheet, and those that were exported.

Terms are the same where they are spelt alike (case, dashes, tone placement folded). A term of the
sheet that is in neither of the others stands for one that has gone from the sheet: it is that term
corrected where it is nearly the same, else it takes the preferred one's place, which stays as
admitted. Otherwise it is new. A term that has gone without a successor is a conflict: nothing is
taken out without being asked. Start at `merge_terms`.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from vnru_terms.curation.editing import completed
from vnru_terms.curation.import_pools import with_contexts, with_sources
from vnru_terms.curation.import_section import (
    Section,
    exported_term,
    find,
    gone_terms,
    is_near,
    is_succeeded,
    predecessor,
    without_remains,
)
from vnru_terms.curation.imports import Item, Outcome, taken, why
from vnru_terms.lang import LANGUAGES
from vnru_terms.lang.ru_grammar import aspects_of, head
from vnru_terms.messages import _
from vnru_terms.model import LanguageSection, PartOfSpeech, Reason, Status, TermEntry
from vnru_terms.rules.mending import mended_text
from vnru_terms.store.entry_texts import parts, term_text, with_term_text
from vnru_terms.store.incoming import IncomingSection, IncomingTerm
from vnru_terms.text.normalise import normalise, squeeze


def merge_terms(at: Section, said: IncomingSection) -> tuple[LanguageSection, list[Item]]:
    """The section with what the sheet says of its terms, and the lines of the report."""
    items: list[Item] = []
    terms = list(at.ours.terms)
    unmatched = []
    gone = gone_terms(at, said.terms)
    for incoming in said.terms:
        held = find(terms, incoming.cell.text, at.language)
        if held is None:
            unmatched.append(incoming)
        else:
            was = exported_term(at, incoming.cell.text)
            incoming = incoming if was else without_remains(incoming, gone)
            _put(terms, held, _with_values(at, held, incoming, was, items))
    contested = False
    for incoming in unmatched:
        if contested and not incoming.statuses:
            # What stands behind a contested term in its cell is in the same line of the report.
            continue
        was = exported_term(at, incoming.cell.text)
        if was is not None:
            items += _of_a_lost_term(at, incoming, was)
            continue
        successor_of = predecessor(at, incoming, gone, said)
        if successor_of is not None:
            gone.remove(successor_of)
        if successor_of is not None and is_near(successor_of.term, incoming.cell.text, at):
            _correct(at, terms, incoming, successor_of, items)
        else:
            incoming_alone = without_remains(incoming, [successor_of] if successor_of else gone)
            contested |= not _add(at, terms, incoming_alone, successor_of, said, items)
    for term in gone:
        if not is_succeeded(at, terms, term, said.terms):
            _take_out(at, terms, term, items)
    terms = with_sources(at, terms, said.sources, items)
    terms = with_contexts(at, terms, said.contexts, items)
    return replace(at.ours, terms=tuple(terms)), items


def new_term(
    incoming: IncomingTerm, language: str, status: Status, part: PartOfSpeech | None
) -> TermEntry:
    """A term entry as the sheet has it, its text mended, with what follows from its words."""
    if incoming.entry is not None and part is not None:
        return replace(own_term(incoming.entry, language, part, incoming.silent), status=status)
    text = squeeze(normalise(incoming.cell.text))
    if status is not Status.DEPRECATED:
        text = mended_text(text, language)
    is_permitted = status in (Status.PREFERRED, Status.ADMITTED)
    part = _part_of_speech(text, language, part)
    term = TermEntry(text, status, part_of_speech=part if is_permitted else None)
    for field, cell in incoming.fields.items():
        if cell.text:
            term = with_term_text(term, field, cell.text)
    if incoming.cited is not None and not term.source:
        term = replace(term, source=parts(incoming.cited.text))
    return completed(term, language) if is_permitted else term


def own_term(
    term: TermEntry, language: str, part: PartOfSpeech, silent: Collection[str]
) -> TermEntry:
    """A term of an export of ours as it stands, with what its format could not carry (`silent`).

    That follows from the words where it can; a noun whose gender nobody says is left “other”.
    """
    if not term.is_permitted or "part_of_speech" not in silent:
        return term
    is_noun = term.gender is not None or term.number is not None
    found = PartOfSpeech.NOUN if is_noun else _part_of_speech(term.term, language, part)
    term = replace(term, part_of_speech=found)
    if "gender" in silent:
        term = completed(term, language)
    has_gender = "masculine" not in LANGUAGES[language].marks or term.gender or term.number
    if term.part_of_speech is PartOfSpeech.NOUN and not has_gender:
        return replace(term, part_of_speech=PartOfSpeech.OTHER)
    return term


def _part_of_speech(text: str, language: str, usual: PartOfSpeech | None) -> PartOfSpeech | None:
    """The usual one, but where an inflected language shows another: встреча beside встретиться."""
    if "masculine" in LANGUAGES[language].marks:
        if aspects_of(text):
            return PartOfSpeech.VERB
        if usual is PartOfSpeech.VERB and head(text)[0]:
            return PartOfSpeech.NOUN
    return usual


def _put(terms: list[TermEntry], old: TermEntry, new: TermEntry) -> None:
    terms[next(i for i, term in enumerate(terms) if term is old)] = new


def _with_values(
    at: Section,
    term: TermEntry,
    incoming: IncomingTerm,
    exported: TermEntry | None,
    items: list[Item],
) -> TermEntry:
    """A term of the glossary with the sheet's spelling, status and values."""
    name = term.term
    if exported is not None:
        item = at.item(Outcome.CHANGED, incoming.cell, "term", term=name)

        def mend(text: str) -> str:
            is_unwanted = term.status is Status.DEPRECATED
            return squeeze(text) if is_unwanted else mended_text(squeeze(text), at.language)

        cell = incoming.cell
        if taken(name, cell, exported.term, items, item, at.accept, new=mend):
            term = replace(term, term=mend(cell.text))
    term = _with_status(at, term, incoming, exported, items)
    for field, cell in incoming.fields.items():
        old = term_text(term, field)
        if field == "usage" and set(parts(old)) == set(parts(cell.text)):
            # Their order means nothing, and TBX writes them in two places.
            continue
        base = None if exported is None else term_text(exported, field)
        if base is None and field == "source" and set(parts(old)) <= set(parts(cell.text)):
            # Further sources take nothing away.
            base = old
        item = at.item(Outcome.CHANGED, cell, field, term=name)
        if taken(old, cell, base, items, item, at.accept):
            term = with_term_text(term, field, squeeze(cell.text))
    return term


def _with_status(
    at: Section,
    term: TermEntry,
    incoming: IncomingTerm,
    exported: TermEntry | None,
    items: list[Item],
) -> TermEntry:
    cell = incoming.status or incoming.cell
    if not incoming.statuses:
        if term.status is Status.DEPRECATED and at.exported is None:
            reason = _("this term is deprecated in the glossary{why}.").format(why=_because(term))
            hint = _("Write the preferred term, or its status if it is to be used.")
            item = at.item(
                Outcome.CONFLICT, cell, "term", term=term.term, reason=reason, hint=hint,
                new=term.term,
            )  # fmt: skip
            items.append(item)
        return term
    wanted = incoming.statuses[0]
    if term.status in incoming.statuses or (exported and exported.status in incoming.statuses):
        return term
    texts = {"term": term.term, "old": term.status.value, "new": wanted.value}
    is_clean = exported is not None and exported.status is term.status
    if not (is_clean or at.accept):
        reason, hint = why(exported.status.value if exported else None, wanted.value)
        item = at.item(Outcome.CONFLICT, cell, "status", reason=reason, hint=hint, **texts)
        items.append(item)
        return term
    items.append(at.item(Outcome.CHANGED, cell, "status", **texts))
    term = _as(term, wanted, keeps_reason="reason" in incoming.fields)
    if term.is_permitted and term.part_of_speech is None:
        term = completed(replace(term, part_of_speech=at.part_of_speech), at.language)
    return term


def _as(term: TermEntry, status: Status, *, keeps_reason: bool = False) -> TermEntry:
    """The term with another status; the reason why it was deprecated goes with that status."""
    reason: Reason | None = term.reason
    if status is not Status.DEPRECATED and not keeps_reason:
        reason = None
    return replace(term, status=status, reason=reason)


def _because(term: TermEntry) -> str:
    said = ", ".join(text for text in (term.reason.value if term.reason else "", term.note) if text)
    return f" ({said})" if said else ""


def _of_a_lost_term(at: Section, incoming: IncomingTerm, was: TermEntry) -> list[Item]:
    """A term that was exported and has gone from the glossary since: left out, if not changed."""
    fields = incoming.fields.items()
    changed = [c for f, c in fields if squeeze(c.text) != squeeze(term_text(was, f))]
    if not changed and (not incoming.statuses or was.status in incoming.statuses):
        return []
    reason = _("the glossary has this term no more since the export.")
    hint = _("Look at the concept; add the term by hand if it is to come back.")
    cell = changed[0] if changed else incoming.cell
    return [at.item(Outcome.CONFLICT, cell, "term", term=was.term, reason=reason, hint=hint)]


def _correct(
    at: Section,
    terms: list[TermEntry],
    incoming: IncomingTerm,
    was: TermEntry,
    items: list[Item],
) -> None:
    """The sheet's spelling in the place of the old one; its evidence stays with it."""
    held = find(terms, was.term, at.language)
    if held is None:
        reason, hint = why(was.term, incoming.cell.text)
        texts = {"term": was.term, "new": incoming.cell.text, "reason": reason, "hint": hint}
        items.append(at.item(Outcome.CONFLICT, incoming.cell, "term", **texts))
        return
    _put(terms, held, _with_values(at, held, incoming, was, items))


def _add(
    at: Section,
    terms: list[TermEntry],
    incoming: IncomingTerm,
    successor_of: TermEntry | None,
    said: IncomingSection,
    items: list[Item],
) -> bool:
    """A term that the glossary does not have, behind the others; a preferred one before them.

    False where it would take the place of the glossary's preferred one, which is a conflict.
    """
    preferred = [term for term in terms if term.status is Status.PREFERRED]
    is_first = incoming.cell is said.terms[0].cell
    named = [find(terms, other.cell.text, at.language) for other in said.terms]
    names_ours = any(term is other for term in preferred for other in named)
    if incoming.statuses:
        status = incoming.statuses[0]
    elif not preferred or (is_first and not names_ours):
        status = Status.PREFERRED
    else:
        status = Status.ADMITTED
    new = new_term(incoming, at.language, status, at.part_of_speech)
    rivals = [t for t in preferred if _rivals(t, new)] if status is Status.PREFERRED else []
    is_clean = successor_of is not None and any(t.term == successor_of.term for t in rivals)
    if rivals and not (is_clean or at.accept):
        silent = [one.cell.text for one in said.terms if not one.statuses]
        cell = "; ".join(silent) if not incoming.statuses else incoming.cell.text
        items.append(_contested(at, incoming, rivals[0], cell))
        return False
    for rival in rivals:
        _put(terms, rival, _as(rival, Status.ADMITTED))
        texts = {"old": Status.PREFERRED.value, "new": Status.ADMITTED.value}
        item = at.item(Outcome.CHANGED, incoming.cell, "status", term=rival.term, **texts)
        items.append(item)
    at_front = status is Status.PREFERRED and not (preferred and not rivals)
    terms.insert(0 if at_front else len(terms), new)
    texts = {"term": new.term, "new": new.term, "status": status.value}
    items.append(at.item(Outcome.CHANGED, incoming.cell, "term", **texts))
    return True


def _rivals(one: TermEntry, other: TermEntry) -> bool:
    """Whether only one of two terms can be preferred: they are for the same usage."""
    if one.usage and other.usage:
        return not set(one.usage).isdisjoint(other.usage)
    return one.usage == other.usage


def _contested(at: Section, incoming: IncomingTerm, rival: TermEntry, said: str) -> Item:
    reason = _("the glossary prefers “{term}”.").format(term=rival.term)
    hint = _(
        "To keep both, make it an admitted term (in a sheet: “{term}; {other}”). To prefer it: "
        "--accept-changes."
    ).format(term=rival.term, other=said)
    texts = {"old": rival.term, "new": said, "reason": reason, "hint": hint}
    return at.item(Outcome.CONFLICT, incoming.cell, "term", term=incoming.cell.text, **texts)


def _take_out(at: Section, terms: list[TermEntry], was: TermEntry, items: list[Item]) -> None:
    held = find(terms, was.term, at.language)
    if held is None:
        return
    if at.accept:
        terms.remove(held)
        items.append(at.item(Outcome.CHANGED, at.cell, "term", term=held.term, old=held.term))
        return
    reason = _("the sheet has this term no more; nothing is taken out without being asked.")
    hint = _("Give it the status “deprecated”, or take it out: --accept-changes.")
    texts = {"term": held.term, "old": held.term, "reason": reason, "hint": hint}
    items.append(at.item(Outcome.CONFLICT, at.cell, "term", **texts))
