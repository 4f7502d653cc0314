"""What every desk says in words: how an act ended, what a typed choice means, a candidate's counts.

The terminal and the browser show the same; neither knows the other.
"""

from __future__ import annotations

from collections.abc import Sequence

from vnru_terms.lang.keys import folded_key
from vnru_terms.messages import N_, _, current_language, ngettext
from vnru_terms.model import Candidate, KwicLine, Termbase
from vnru_terms.store.decisions import Decision, DecisionKind
from vnru_terms.workflow.review import Outcome

# Values, each with its label.
Choices = Sequence[tuple[str, str]]
# Key, and what it does; the letters are the same in every language of the interface.
KEYS = (
    ("a", N_("accept")),
    ("j", N_("join")),
    ("r", N_("reject")),
    ("l", N_("later")),
    ("u", N_("undo")),
    ("n", N_("next")),
    ("p", N_("previous")),
)


def counts_of(candidate: Candidate) -> tuple[str, str]:
    """How often a candidate occurs and in how many articles, in words."""
    n = candidate.documents
    uses = ngettext("{n} use", "{n} uses", candidate.frequency).format(n=candidate.frequency)
    return uses, ngettext("{n} article", "{n} articles", n).format(n=n)


def sides_of(line: KwicLine) -> tuple[str, str]:
    """Left and right of a concordance line's node, as a desk shows them."""
    right = line.right.rstrip()
    # Older worklists have no space where a word follows.
    return line.left.strip(), f" {right}" if right[:1].isalnum() else right


def subject_fields(termbase: Termbase) -> tuple[tuple[str, str], ...]:
    """The subject fields with their labels in the interface's language, in printed order."""
    settings = termbase.settings
    listed = [subject.slug for subject in settings.subject_fields]
    slugs = listed or sorted({entry.subject_field for entry in termbase.entries})
    return tuple((slug, settings.subject_label(slug, current_language())) for slug in slugs)


def resolved(text: str, choices: Choices) -> str:
    """The value that was meant by its number, itself, or its label; else the text itself.

    A beginning is enough where only one value or label begins so.

    >>> resolved("2", [("noun", ""), ("verb", "")]), resolved("v", [("noun", ""), ("verb", "")])
    ('verb', 'verb')
    """
    bare = text.strip()
    values = [value for value, _label in choices]
    if not bare or not choices or bare in values:
        return bare
    if bare.isascii() and bare.isdigit():
        return values[int(bare) - 1] if 1 <= int(bare) <= len(values) else bare
    key = folded_key(bare)
    folded = [(value, folded_key(value), folded_key(label)) for value, label in choices]
    whole = [value for value, *names in folded if key in names]
    begun = [v for v, name, label in folded if name.startswith(key) or label.startswith(key)]
    found = whole or begun
    return found[0] if len(found) == 1 else bare


def told(outcome: Outcome) -> str:
    """What an act came to, in one line."""
    if outcome.problems:
        return " ".join(problem.message for problem in outcome.problems)
    done = _done(outcome.decision) if outcome.decision else ""
    own = outcome.decision.edit.file if outcome.decision and outcome.decision.edit else ""
    return " ".join((done, *remarks_of(outcome, own)))


def remarks_of(outcome: Outcome, own: str) -> Sequence[str]:
    """The rules' remarks; the file that was written is named already, another concept's is not."""
    return [
        f"{f.code} {f.message}" if own and f.place.path.endswith(own) else f"{f.place}: {f.message}"
        for f in outcome.remarks
    ]


def _done(decision: Decision) -> str:
    file = decision.edit.file if decision.edit else ""
    texts = {
        DecisionKind.ACCEPT: _("Accepted: {file}"),
        DecisionKind.JOIN: _("Joined: {file}"),
        DecisionKind.REJECT: _("Rejected: {term}"),
        DecisionKind.LATER: _("Put off."),
        DecisionKind.UNDO: _("Undone."),
    }
    return texts[decision.kind].format(file=file, term=decision.term)
