"""The glossary beside the desk: search in three languages, subject fields, one concept's page."""

from __future__ import annotations

from typing import Any

from flask import g, render_template, request

from vnru_terms.findings import UnreadableInputError
from vnru_terms.lang import LANGUAGES
from vnru_terms.matching.match import MatchKind
from vnru_terms.messages import N_, _, pgettext
from vnru_terms.model import LANGUAGE_ORDER, ConceptEntry
from vnru_terms.store.concept_file import render_entry
from vnru_terms.web.entry_view import named, sections_of
from vnru_terms.web.labels import label
from vnru_terms.workflow.review_texts import subject_fields

MOST_MATCHES = 50
# The other reasons are plain to see.
_WHY = {
    MatchKind.LEMMA: N_("another form of it"),
    MatchKind.WORDS: N_("a term that holds these words"),
    MatchKind.FUZZY: N_("perhaps a typo"),
}


def glossary() -> str:
    """What was searched for, or a subject field's concepts, or the list of subject fields."""
    desk = g.desk = g.room.fresh(g.seat)
    query = request.args.get("q", "").strip()
    subject = request.args.get("subject", "")
    rows: list[tuple[ConceptEntry, str]] = []
    more = False
    if query:
        rows, more = _found(query, subject)
    elif subject:
        of_field = [e for e in desk.termbase.entries if e.subject_field == subject]
        rows = [(e, "") for e in sorted(of_field, key=_place_in_order)]
    counts: dict[str, int] = {}
    for entry in desk.termbase.entries:
        counts[entry.subject_field] = counts.get(entry.subject_field, 0) + 1
    fields = subject_fields(desk.termbase)
    others = sorted(slug for slug in counts if slug not in dict(fields))
    return render_template(
        "glossary.html",
        query=query,
        subject=subject,
        rows=rows,
        more=more,
        counts=counts,
        fields=(*fields, *((slug, label(slug)) for slug in others)),
        title=_title(query, subject),
    )


def _place_in_order(entry: ConceptEntry) -> Any:
    return LANGUAGES[LANGUAGE_ORDER[0]].sort_key(entry.head)


def _found(query: str, subject: str) -> tuple[list[tuple[ConceptEntry, str]], bool]:
    """The concepts found, each with why where it is not plain to see."""
    limit = 0 if subject else MOST_MATCHES + 1
    matches = g.room.search.find(query, g.desk.termbase, limit=limit)
    rows = []
    for match in matches:
        if subject and match.entry.subject_field != subject:
            continue
        why = _(_WHY[match.match]) if match.match in _WHY else ""
        rows.append((match.entry, f"{match.matched.term}: {why}" if why else ""))
    return rows[:MOST_MATCHES], len(rows) > MOST_MATCHES


def _title(query: str, subject: str) -> str:
    known = dict(subject_fields(g.desk.termbase))
    return query or (
        known.get(subject) or label(subject) if subject else pgettext("page", "Glossary")
    )


def concept(id: str) -> str:
    """One concept with everything in it."""
    desk = g.desk = g.room.fresh(g.seat)
    entry = desk.termbase.entry(id)
    if entry is None:
        hint = _("It may have been renamed or deleted; search for it.")
        raise UnreadableInputError(_("there is no concept “{id}”.").format(id=id), hint)
    termbase = desk.termbase
    known = dict(subject_fields(termbase))
    successor = (entry.valid.successor,) if entry.valid and entry.valid.successor else ()
    return render_template(
        "concept.html",
        entry=entry,
        head=entry.head,
        sections=sections_of(entry),
        subject=known.get(entry.subject_field) or label(entry.subject_field),
        related=named(termbase, termbase.related().get(id, ())),
        compared=named(termbase, termbase.compared().get(id, ())),
        successor=named(termbase, successor),
        yaml=render_entry(entry),
        collocations=[c for _language, term in entry.all_terms() for c in term.collocations],
    )
