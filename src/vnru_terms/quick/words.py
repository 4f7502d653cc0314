"""What an entry's values are called in the interface's language, and how a term is written out."""

from __future__ import annotations

from vnru_terms.messages import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

WHY = {
    "folded": N_("the same but for diacritics"),
    "lemma": N_("another form of it"),
    "keystrokes": N_("typed without an input method"),
    "prefix": N_("a longer term that begins so"),
    "words": N_("a term that holds these words"),
    "fuzzy": N_("perhaps a typo"),
}
_USAGES = {
    "vn-side": N_("Vietnamese side"),
    "ru-side": N_("Russian side"),
    "official": N_("official"),
    "press": N_("press"),
}
_REASONS = {
    "calque": N_("calque"),
    "wrong referent": N_("wrong referent"),
    "spelling": N_("spelling"),
    "outdated": N_("outdated"),
}
_TYPES = {
    "acronym": N_("acronym"),
    "abbreviation": N_("abbreviation"),
    "short form": N_("short form"),
}


def readable(term: str, marks: Mapping[str, str]) -> str:
    """The term with the slots of a formula as an ellipsis and the case that they ask for.

    >>> readable("по приглашению {X:gen}", {"gen": "род."})
    'по приглашению … (+ род.)'
    """
    begin, brace, rest = term.partition("{")
    if not brace or "}" not in rest:
        return term
    slot, _brace, after = rest.partition("}")
    case = slot.partition(":")[2]
    shown = f"… (+ {marks.get(case, case)})" if case else "…"
    return begin + shown + readable(after, marks)


def term_text(term: Mapping[str, Any], marks: Mapping[str, str], *, stress: bool = False) -> str:
    """A term with what one must know to use it: aspect pair, gender, number, government, usage.

    `marks` abbreviates gender, number and case as the language's dictionaries do; `stress` shows
    the stress marks that the term has.
    """
    properties = [
        term.get("gender", ""),
        term.get("number", ""),
        "indeclinable" if term.get("indeclinable") else "",
    ]
    stressed = term.get("stressed", "") if stress else ""
    text = readable(stressed or term["term"], marks)
    if "pair" in term and " / " not in stressed:
        text += f" / {term['pair']}"
    shown = [marks.get(value, "") for value in properties]
    if any(shown):
        text += f", {' '.join(filter(None, shown))}"
    if "government" in term:
        text += f" ({term['government']})"
    remarks = [_(_TYPES[term["type"]])] if term.get("type") in _TYPES else []
    remarks += [_(_USAGES[usage]) for usage in term.get("usage", ())]
    remarks += [term["note"]] if "note" in term else []
    return text + _bracketed(remarks)


def deprecated_text(term: Mapping[str, Any], marks: Mapping[str, str]) -> str:
    """A term that is not to be used, with the reason."""
    remarks = [_(_REASONS[term["reason"]])] if term.get("reason") in _REASONS else []
    remarks += [term["note"]] if "note" in term else []
    return readable(term["term"], marks) + _bracketed(remarks)


def status_of(term: Mapping[str, Any]) -> str:
    """The administrative status; JSON leaves out the usual one."""
    return str(term.get("status", "preferred"))


def is_permitted(term: Mapping[str, Any]) -> bool:
    """Whether a translator may use the term today."""
    return status_of(term) in ("preferred", "admitted")


def is_attested(term: Mapping[str, Any]) -> bool:
    """Whether the term or its context has a source."""
    return bool(term.get("source") or term.get("context", {}).get("source"))


def _bracketed(remarks: Iterable[str]) -> str:
    text = "; ".join(remarks)
    return f" ({text})" if text else ""
