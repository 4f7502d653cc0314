"""The form for a concept that is there: opened on its file and saved to it.

Where somebody changed the file meanwhile, the page comes back with both versions.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from flask import g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from vnru_terms.curation.editing import (
    CHOICES,
    ENTRY_FIELDS,
    Merged,
    field_name,
    term_fields,
    values_of,
)
from vnru_terms.findings import VnruTermsError
from vnru_terms.messages import N_, _
from vnru_terms.model import LANGUAGE_ORDER, ConceptEntry
from vnru_terms.store.concept_file import render_entry
from vnru_terms.store.edits import Snapshot
from vnru_terms.web.labels import label
from vnru_terms.workflow import edit_concept
from vnru_terms.workflow.review_texts import remarks_of

LABELS = {
    "term": N_("term"),
    "status": N_("status"),
    "reason": N_("why deprecated"),
    "part_of_speech": N_("part of speech"),
    "gender": N_("gender"),
    "number": N_("number"),
    "type": N_("type"),
    "usage": N_("whose word"),
    "government": N_("government"),
    "note": N_("note"),
    "source": N_("source"),
    "kind": N_("kind"),
    "distinguish": N_("distinguish"),
    "trap": N_("trap"),
    "related": N_("related concepts (ids)"),
    "compare": N_("compare with (ids)"),
    "definition": N_("definition"),
    "definition_source": N_("source (definition)"),
}
# Texts that may take more than a line.
LONG = frozenset(("definition", "distinguish", "trap", "note", "source"))


@dataclass(frozen=True, slots=True)
class EditField:
    """A field of the form; `theirs` is what the file says now where both changed it."""

    name: str
    label: str
    value: str
    choices: tuple[tuple[str, str], ...]
    is_long: bool
    error: str = ""
    theirs: str | None = None


@dataclass(frozen=True, slots=True)
class TermRow:
    """The fields of one term; the new one's `term` is empty."""

    term: str
    fields: tuple[EditField, ...]


def edit(id: str) -> str:
    """The form as the file has it."""
    g.desk = g.room.fresh(g.seat)
    read = edit_concept.read_concept(g.desk, id)
    return _page(read, values_of(read.entry), {})


def save(id: str) -> Response | tuple[str, int]:
    """Write it, or come back with what stands in the way; nothing typed is lost."""
    desk = g.desk = g.room.fresh(g.seat)
    typed = {
        name: text.replace("\r\n", "\n")
        for name, text in request.form.items()
        if "/" in name or name in ENTRY_FIELDS
    }
    read = g.room.kept(request.form.get("read", ""), id)
    if read is None:
        now = edit_concept.read_concept(desk, id)
        message = _("The file was read anew. Nothing was written; look at it and save again.")
        return _page(now, {**values_of(now.entry), **typed}, {}, problem=message), 409
    try:
        changed = edit_concept.changes_since(read, typed)
        if changed is not None:
            return _told(read, *changed, typed), 409
        outcome = edit_concept.save(desk, read, typed)
    except VnruTermsError as error:
        return _page(read, typed, {}, problem=str(error)), 409
    g.room.left(outcome)
    if outcome.problems:
        errors = {p.field: p.message for p in outcome.problems}
        whole = [p.message for p in outcome.problems if p.field not in typed]
        text = " ".join(whole) or _("Nothing is written yet: see the marked fields.")
        return _page(read, typed, errors, problem=text), 422
    g.seat.message = " ".join((_("Saved: {id}").format(id=id), *remarks_of(outcome, f"{id}.yaml")))
    return redirect(url_for("concept", id=id), 303)


def _told(read: Snapshot, now: Snapshot, merged: Merged, typed: Mapping[str, str]) -> str:
    """The form with both versions: others' changes taken in, what was typed kept."""
    then, there = values_of(read.entry), values_of(now.entry)
    names = dict.fromkeys((*merged.theirs, *merged.conflicts))
    names |= dict.fromkeys(n for n in typed if n in then and typed[n] != then[n])
    rows = [
        (_label(name), _shown(then.get(name)), _shown(there.get(name)), _shown(typed.get(name)))
        for name in names
        if not name.endswith("/")
    ]
    message = _(
        "Somebody changed this file after you opened it. Nothing was written. Their changes are in "
        "the form now and what you typed is kept; look at both and save again."
    )
    theirs = {name: there[name] for name in merged.conflicts}
    gone = [_("“{term}” is no longer in the file.").format(term=term) for term in merged.gone]
    return _page(
        now, merged.values, {}, problem=" ".join((message, *gone)), rows=rows, theirs=theirs
    )


def _page(
    read: Snapshot,
    values: Mapping[str, str],
    errors: Mapping[str, str],
    *,
    problem: str = "",
    rows: object = (),
    theirs: Mapping[str, str] | None = None,
) -> str:
    entry = read.entry

    def field(name: str, kind: str) -> EditField:
        value = values.get(name, "")
        choices = tuple((v, label(v) if v else "–") for v in CHOICES.get(kind, ()))
        if choices and value not in CHOICES[kind]:
            # Several usages at once, or what no list has.
            choices = (*choices, (value, value))
        return EditField(
            name, _(LABELS[kind]), value, choices, kind in LONG, errors.get(name, ""),
            (theirs or {}).get(name),
        )  # fmt: skip

    def section(language: str) -> Iterator[TermRow]:
        for term in (*(t.term for t in entry.terms(language)), ""):
            names = ((field_name(language, f, term), f) for f in term_fields(language))
            yield TermRow(term, tuple(field(name, kind) for name, kind in names))

    return render_template(
        "edit.html",
        entry=entry,
        head=entry.head,
        read=g.room.keep(read),
        whole=[field(name, name) for name in ENTRY_FIELDS],
        sections=[
            (
                language,
                list(section(language)),
                [field(field_name(language, f), f) for f in ("definition", "definition_source")],
            )
            for language in LANGUAGE_ORDER
        ],
        problem_text=problem,
        rows=rows,
        has_comments=_is_hand_made(entry, read),
    )


def _is_hand_made(entry: ConceptEntry, read: Snapshot) -> bool:
    """Whether the file has a layout of its own, which is kept."""
    try:
        return read.path.read_text(encoding="utf-8-sig") != render_entry(entry)
    except (OSError, UnicodeDecodeError):
        return True


def _label(name: str) -> str:
    """A field's name as a person reads it: language, field, term."""
    pieces = name.split("/", 2)
    if len(pieces) == 1:
        return _(LABELS[name])
    language, field, *term = pieces
    return " · ".join((language, _(LABELS[field]), *term))


def _shown(text: str | None) -> str:
    return _("(not there)") if text is None else text
