"""What the rules say of one concept before it is written: only what is new, and only what concerns.

Rules look at whole glossaries. For one concept, those entries are enough that share a word with it
in some language or that it links to, so that asking takes no longer in a large glossary.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from vnru_terms.curation.filled import Problem
from vnru_terms.findings import Finding, Severity, display_path
from vnru_terms.lang.keys import bare_words
from vnru_terms.messages import N_, _
from vnru_terms.model import ConceptEntry, Termbase
from vnru_terms.rules import find_problems
from vnru_terms.store.concept_file import parse_entry, render_entry
from vnru_terms.store.glossary import read_cited

# The field of the form in which a rule's finding can be mended; others concern the whole.
_FIELDS = {
    "E201": "id",
    "E202": "id",
    "E203": "subject_field",
    "E303": "distinguish",
    "E301": "status",
    "E304": "part_of_speech",
    "E305": "reason",
    "E403": "gender",
    "W404": "vi",
    "E501": "context",
    "E502": "context",
}

# Hints that name a key of the file, and what they say beside a form that has no such key.
FORM_HINTS = {
    N_("Give one of them “status: preferred”."): N_("Make one of them preferred."),
    N_("Add “part_of_speech: noun” or other."): N_("Choose a part of speech."),
    N_("Add “reason”: calque, wrong referent, spelling or outdated."): N_(
        "Choose why it is deprecated: a calque, another referent, a misspelling, out of date."
    ),
    N_("Add “gender: masculine”, feminine or neuter, or “number: plural”."): N_(
        "Choose masculine, feminine, neuter or plural."
    ),
}


def new_problems(
    termbase: Termbase, entry: ConceptEntry, folder: Path
) -> tuple[tuple[Problem, ...], tuple[Finding, ...]]:
    """The errors in the way of writing an entry, and the findings to remark on.

    An error that appears in another concept's file (a duplicate that must now be distinguished)
    is a remark: it is mended there.
    """
    path = display_path(folder / entry.subject_field / f"{entry.id}.yaml")
    # With the places that the entry will have: rules name them.
    placed, _findings = parse_entry(render_entry(entry), path, entry.subject_field)
    around = _around(termbase, entry)
    others = tuple(e for e in around if e.id != entry.id or e.subject_field != entry.subject_field)
    before = {_same(f) for f in find_problems(replace(termbase, entries=around))}
    with_it = sorted(
        (*others, *([placed] if placed else [])), key=lambda e: (e.id, e.subject_field)
    )
    cited = {**termbase.cited, **read_cited(folder.parent, [entry])}
    after = find_problems(replace(termbase, entries=tuple(with_it), cited=cited))
    new = [f for f in after if _same(f) not in before]
    errors = [f for f in new if f.severity is Severity.ERROR and f.place.path == path]
    remarks = [f for f in new if f not in errors]
    return tuple(_problem(f) for f in errors), tuple(remarks)


def _same(finding: Finding) -> tuple[str, str, str]:
    """A finding without its line, which moves when a term is put in above."""
    return finding.place.path, finding.code, finding.message


def _problem(finding: Finding) -> Problem:
    hints = {_(theirs): _(ours) for theirs, ours in FORM_HINTS.items()}
    hint = hints.get(finding.hint, finding.hint)
    text = f"{finding.code} {finding.message} {hint}".strip()
    return Problem(_FIELDS.get(finding.code, ""), text)


def _around(termbase: Termbase, entry: ConceptEntry) -> tuple[ConceptEntry, ...]:
    words = _words(entry)
    linked = {*entry.related, *entry.compare, entry.id}
    linked |= {entry.valid.successor} if entry.valid else set()
    return tuple(
        other
        for other in termbase.entries
        if other.id in linked
        or linked.intersection((*other.related, *other.compare))
        or not words.isdisjoint(_words(other))
    )


def _words(entry: ConceptEntry) -> set[str]:
    return {word for _language, term in entry.all_terms() for word in bare_words(term.term)}
