"""Rules about terms: their status, their completeness, their uniqueness."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from vnru_terms.findings import Finding
from vnru_terms.lang.keys import exact_key
from vnru_terms.messages import _
from vnru_terms.model import (
    LANGUAGE_ORDER,
    ConceptEntry,
    LanguageSection,
    Status,
    Termbase,
    TermEntry,
)
from vnru_terms.rules.letter import error, name, warning


def _sections(termbase: Termbase) -> Iterator[tuple[ConceptEntry, LanguageSection]]:
    for entry in termbase.entries:
        for section in entry.languages:
            yield entry, section


def one_preferred_term(termbase: Termbase) -> Iterator[Finding]:
    """A language has one preferred term, or one for each usage.

    A translator who asks what to write gets one answer. Where the speaker decides, each preferred
    term says whose word it is (`usage`). A language whose equivalent is still to be found has no
    terms at all.
    """
    for _entry, section in _sections(termbase):
        preferred = [t for t in section.terms if t.status is Status.PREFERRED]
        if section.terms and not preferred:
            message = _("{language}: none of the terms is preferred.")
            hint = _("Give one of them “status: preferred”.")
            yield error(
                section.terms[0].place, "E301", message.format(language=section.language), hint
            )
        taken: dict[str, TermEntry] = {}
        for term in preferred:
            for usage in [u.value for u in term.usage] or [""]:
                if usage in taken:
                    message = _("{language}: “{term}” is preferred, and so is “{other}” above.")
                    message = message.format(
                        language=section.language, term=term.term, other=taken[usage].term
                    )
                    hint = _("Make one of them admitted, or tell them apart by usage.")
                    yield error(term.place, "E301", message, hint)
                taken[usage] = term


def equivalent_in_every_language(termbase: Termbase) -> Iterator[Finding]:
    """A concept has a term in Vietnamese, English and Russian; what is missing is still to do."""
    for entry in termbase.entries:
        missing = [code for code in LANGUAGE_ORDER if not entry.terms(code)]
        if missing and entry.languages:
            message = _("there is no term yet in: {languages}.")
            message = message.format(languages=", ".join(missing))
            yield warning(entry.place, "W302", message, _("Find the equivalent."))


def duplicate_term_is_distinguished(termbase: Termbase) -> Iterator[Finding]:
    """Two concepts prefer one Vietnamese term only where `distinguish` says how they differ.

    Thủ tướng of Viet Nam is Премьер-министр, of Russia Председатель Правительства: two concepts.
    """
    holders: dict[tuple[str, str], dict[str, tuple[ConceptEntry, TermEntry]]] = defaultdict(dict)
    for entry in termbase.entries:
        for language, term in entry.all_terms():
            # English and Russian equivalents of two Vietnamese terms may well be one.
            if term.status is Status.PREFERRED and language == LANGUAGE_ORDER[0]:
                key = (language, exact_key(term.term).casefold())
                holders[key].setdefault(entry.id, (entry, term))
    for (language, _key), found in holders.items():
        if len(found) < 2:
            continue
        for entry, term in found.values():
            if entry.distinguish:
                continue
            names = [name(e) for e, _t in found.values() if e is not entry]
            others = ", ".join(names[:3]) + (" …" if len(names) > 3 else "")
            message = _("{language}: “{term}” is preferred here and in {others}.")
            message = message.format(language=language, term=term.term, others=others)
            hint = _("Join the concepts, or say in “distinguish” how they differ.")
            yield error(term.place, "E303", message, hint)


def part_of_speech_is_given(termbase: Termbase) -> Iterator[Finding]:
    """Every permitted term says its part of speech (ISO 30042 asks for it in TBX-Basic)."""
    for _entry, section in _sections(termbase):
        for term in section.terms:
            if term.is_permitted and term.part_of_speech is None:
                message = _("{language}: “{term}” has no part of speech.")
                message = message.format(language=section.language, term=term.term)
                yield error(term.place, "E304", message, _("Add “part_of_speech: noun” or other."))


def deprecated_term_has_reason(termbase: Termbase) -> Iterator[Finding]:
    """A deprecated term says why not to write it, and beside it stands what to write."""
    for _entry, section in _sections(termbase):
        for term in section.terms:
            if term.status is Status.DEPRECATED and term.reason is None:
                message = _("“{term}” is deprecated without a reason.").format(term=term.term)
                hint = _("Add “reason”: calque, wrong referent, spelling or outdated.")
                yield error(term.place, "E305", message, hint)
            elif term.reason is not None and term.status is not Status.DEPRECATED:
                message = _("“{term}” has a reason but is not deprecated.").format(term=term.term)
                yield error(term.place, "E305", message, _("Change the status or drop the reason."))


def term_stands_once(termbase: Termbase) -> Iterator[Finding]:
    """A concept does not list the same term twice in a language."""
    for _entry, section in _sections(termbase):
        seen: set[str] = set()
        for term in section.terms:
            key = exact_key(term.term)
            if key in seen:
                message = _("{language}: “{term}” stands here twice.")
                message = message.format(language=section.language, term=term.term)
                yield error(term.place, "E306", message, _("Take one of the two out."))
            seen.add(key)
