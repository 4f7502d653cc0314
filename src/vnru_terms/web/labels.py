"""The words of the pages for what the data names by a value: statuses, kinds, keys, decisions."""

from __future__ import annotations

from vnru_terms.curation.desk import REJECTION_REASONS
from vnru_terms.curation.neighbours import Relation
from vnru_terms.messages import N_, _, pgettext
from vnru_terms.model import Candidate
from vnru_terms.store.decisions import Decision, DecisionKind

_LABELS = {
    "term": N_("term"),
    "institution": N_("institution"),
    "title": N_("office or title"),
    "document": N_("document"),
    "event": N_("event"),
    "formula": N_("formula"),
    "verb": N_("verb"),
    "name": N_("name"),
    "names": N_("Persons and places"),
    "full form": N_("full form"),
    "acronym": N_("acronym"),
    "abbreviation": N_("abbreviation"),
    "short form": N_("short form"),
    "variant": N_("variant"),
    "phrase": N_("phrase"),
    "noun": N_("noun"),
    "adjective": N_("adjective"),
    "adverb": N_("adverb"),
    "other": N_("other"),
    "masculine": N_("masculine"),
    "feminine": N_("feminine"),
    "neuter": N_("neuter"),
    "singular": N_("singular"),
    "plural": N_("plural"),
    "vn-side": N_("Vietnamese side"),
    "ru-side": N_("Russian side"),
    "official": N_("official"),
    "press": N_("press"),
    "calque": N_("calque"),
    "wrong referent": N_("wrong referent"),
    "spelling": N_("spelling"),
    "outdated": N_("outdated"),
    **{reason: reason for reason in REJECTION_REASONS},
}
RELATIONS = {
    Relation.SAME: ("=", N_("the same term")),
    Relation.PART: ("<", N_("stands in the candidate")),
    Relation.WHOLE: (">", N_("holds the candidate")),
    Relation.SHARED: ("~", N_("shares words with it")),
}
_STATES = {
    DecisionKind.ACCEPT: N_("accepted"),
    DecisionKind.JOIN: N_("joined"),
    DecisionKind.REJECT: N_("rejected"),
    DecisionKind.LATER: N_("put off"),
    DecisionKind.UNDO: N_("undone"),
}


def label(value: str) -> str:
    """The value's name in the interface's language; a value that has none stays as it is."""
    statuses = {
        "preferred": pgettext("status", "preferred"),
        "admitted": pgettext("status", "admitted"),
        "deprecated": pgettext("status", "do not use"),
        "superseded": pgettext("status", "superseded"),
    }
    return statuses.get(value) or _(_LABELS.get(value, "")) or value


def decision_label(decision: Decision) -> str:
    """What a curator did, in a word."""
    return _(_STATES[decision.kind])


def state_of(candidate: Candidate, decision: Decision | None) -> tuple[str, str, str]:
    """What became of a candidate: a name for the style, the word for it, the concept if any."""
    if decision is not None:
        return decision.kind.value, decision_label(decision), decision.concept
    if candidate.known is not None:
        return "known", _("in the glossary"), candidate.known
    if candidate.rejected:
        return "reject", _("rejected"), ""
    return "open", _("open"), ""
