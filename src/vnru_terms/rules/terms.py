"""Rules about terms: their status, their completeness, their uniqueness."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from vnru_terms.findings import Finding
from vnru_terms.lang.keys import exact_key, words
from vnru_terms.messages import _
from vnru_terms.model import (
    LANGUAGE_ORDER,
    ConceptEntry,
    LanguageSection,
    Status,
    Termbase,
    TermEntry,
    TermType,
)
from vnru_terms.rules.letter import error, name, warning

SHORT_FORMS = (TermType.ACRONYM, TermType.ABBREVIATION)


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
            # Equivalents that two concepts share are only warned of, see W307.
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


def shared_equivalent_is_distinguished(termbase: Termbase) -> Iterator[Finding]:
    """Two concepts share a preferred English or Russian term only where `distinguish` parts them.

    Генеральный секретарь is Tổng Bí thư or Tổng Thư ký: who looks it up from Russian has to
    choose, and `distinguish` is what is shown to choose by. A noun and a verb written alike
    (visit) are told apart already.
    """
    for language in LANGUAGE_ORDER[1:]:
        holders: dict[tuple[object, ...], dict[str, tuple[ConceptEntry, TermEntry]]]
        holders = defaultdict(dict)
        for entry in termbase.entries:
            for term in entry.terms(language):
                if term.status is Status.PREFERRED:
                    key = (term.part_of_speech, exact_key(term.term).casefold())
                    holders[key].setdefault(entry.id, (entry, term))
        for found in holders.values():
            for entry, term in found.values():
                if len(found) < 2 or entry.distinguish:
                    continue
                names = [name(e) for e, _t in found.values() if e is not entry]
                message = _("{language}: “{term}” is preferred here and in {others}.")
                message = message.format(
                    language=language, term=term.term, others=", ".join(names[:3])
                )
                hint = _("Say in “distinguish” how this concept differs.")
                yield warning(term.place, "W307", message, hint)


def short_form_has_its_full_form(termbase: Termbase) -> Iterator[Finding]:
    """An acronym or abbreviation has its full form beside it, in the same language.

    LHQ alone does not say what it stands for. A name that is nobody's abbreviation any more needs
    no `type`.
    """
    for _entry, section in _sections(termbase):
        full = [t for t in section.terms if t.type not in SHORT_FORMS and t.reason is None]
        for term in section.terms:
            if term.type in SHORT_FORMS and term.status is not Status.DEPRECATED and not full:
                message = _("{language}: “{term}” stands without its full form.")
                message = message.format(language=section.language, term=term.term)
                hint = _("Add the full form, or take “type” out if it is a name of its own.")
                yield warning(term.place, "W308", message, hint)


def definition_is_not_circular(termbase: Termbase) -> Iterator[Finding]:
    """A definition does not begin with the term, and says more than the term does.

    It begins with the wider class: hội đàm is a *cuộc gặp …*, not “hội đàm là …”.
    """
    for _entry, section in _sections(termbase):
        if section.definition is None:
            continue
        text = _bare(section.definition.text)
        for term in section.terms:
            key = _bare(term.surface)
            if key and (f"{text} ".startswith(f"{key} ") or text == key):
                message = _("the definition begins with “{term}”, which it is to explain.")
                hint = _("Begin with the class that it belongs to, then what sets it apart.")
                place = section.definition.place
                yield warning(place, "W309", message.format(term=term.term), hint)
                break


def _bare(text: str) -> str:
    return " ".join(words(exact_key(text).casefold()))
