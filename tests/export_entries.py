"""Entries for the tests of the exports: full ones, plain ones, nasty ones; and what a part is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from entries import NASTY, entries
from hypothesis import example, given
from hypothesis import strategies as st

from vnru_terms.formats import FORMATS, Selection
from vnru_terms.formats.format import written
from vnru_terms.formats.parts import Part
from vnru_terms.model import (
    LANGUAGE_ORDER,
    Collocation,
    ConceptEntry,
    Context,
    Definition,
    Gender,
    Kind,
    LanguageSection,
    Number,
    PartOfSpeech,
    Reason,
    Review,
    Settings,
    Status,
    SubjectField,
    TermEntry,
    TermType,
    Usage,
    Validity,
)


def full_terms(language: str) -> tuple[TermEntry, ...]:
    """One term of every status, with every field."""

    def term(text: str, status: Status) -> TermEntry:
        return TermEntry(
            term=f"{text} {language} {{X}}",
            status=status,
            type=TermType.FULL_FORM,
            part_of_speech=PartOfSpeech.NOUN,
            gender=Gender.NEUTER,
            number=Number.PLURAL,
            indeclinable=True,
            usage=(Usage.VN_SIDE, Usage.OFFICIAL),
            pair=f"{text} pair",
            government=f"{text} government",
            stressed=f"{text} strésséd",
            reason=Reason.CALQUE if status in (Status.DEPRECATED, Status.SUPERSEDED) else None,
            forms=(f"{text} form",),
            collocations=(Collocation(f"{text} c vi", f"{text} c en", f"{text} c ru"),),
            context=Context(f"{text} context", f"{text} quoted"),
            see=(f"{text} see",),
            note=f"{text} note",
            source=(f"{text} source",),
        )

    return tuple(term(status.value, status) for status in Status)


FULL = ConceptEntry(
    id="full",
    subject_field="visits",
    languages=tuple(
        LanguageSection(code, full_terms(code), Definition(f"def {code}", f"cited {code}"),
                        Review("reader", "2026-01-02"))
        for code in LANGUAGE_ORDER
    ),
    kind=Kind.FORMULA,
    distinguish="distinguish",
    valid=Validity("2020", "2024", "other"),
    trap="trap",
    related=("other",),
    compare=("another",),
    note="concept note",
)  # fmt: skip
PLAIN = tuple(
    ConceptEntry(
        id, "visits", tuple(LanguageSection(c, (TermEntry(f"{id} {c}"),)) for c in LANGUAGE_ORDER)
    )
    for id in ("another", "other")
)
SETTINGS = Settings(
    title={"en": "G", "ru": "Г", "vi": "T"},
    edition="1",
    date="2026-01-31",
    licence="CC BY 4.0",
    imprint={"en": "Approved by nobody.", "vi": "Chưa được duyệt."},
    subject_fields=(
        SubjectField("visits", {"vi": "thăm", "en": "visits", "ru": "визиты"}, {}),
        SubjectField("talks", {"vi": "đàm", "en": "talks", "ru": "переговоры"}, {}),
    ),
)

Change = Callable[[ConceptEntry], ConceptEntry]


def terms_changed(change: Callable[[TermEntry], TermEntry | None], *, only: str = "") -> Change:
    """Every term changed, or taken out where `change` gives None; in one language or in all."""

    def apply(entry: ConceptEntry) -> ConceptEntry:
        sections = []
        for section in entry.languages:
            terms = section.terms
            if not only or section.language in only:
                terms = tuple(t for t in map(change, terms) if t is not None)
            sections.append(replace(section, terms=terms))
        return replace(entry, languages=tuple(sections))

    return apply


def field(name: str, value: object = "") -> Change:
    return terms_changed(lambda term: replace(term, **{name: value}))


def entry_field(name: str, value: object) -> Change:
    return lambda entry: replace(entry, **{name: value})


def section_field(name: str, change: Callable[[LanguageSection], object]) -> Change:
    return lambda entry: replace(
        entry, languages=tuple(replace(s, **{name: change(s)}) for s in entry.languages)
    )


def without(status: Status, only: str = "") -> Change:
    return terms_changed(lambda term: None if term.status is status else term, only=only)


def context_without_source(term: TermEntry) -> TermEntry:
    return replace(term, context=term.context and replace(term.context, source=""))


# How each part is taken out of an entry; a part of several fields has several ways.
TAKEN_OUT: dict[Part, list[Change]] = {
    Part.SUBJECT_FIELD: [entry_field("subject_field", "talks")],
    Part.KIND: [entry_field("kind", Kind.TERM)],
    Part.SYNONYMS: [without(Status.ADMITTED, "vi")],
    Part.ADMITTED: [without(Status.ADMITTED, "ru"), without(Status.ADMITTED, "en")],
    Part.DEPRECATED: [without(Status.DEPRECATED)],
    Part.SUPERSEDED: [without(Status.SUPERSEDED)],
    Part.REASON: [field("reason", None)],
    Part.STATUS: [
        terms_changed(
            lambda t: replace(t, status=Status.PREFERRED) if t.is_permitted else t, only="en ru"
        )
    ],
    Part.PART_OF_SPEECH: [field("part_of_speech", None)],
    Part.GENDER: [field("gender", None)],
    Part.NUMBER: [field("number", None), field("number", Number.SINGULAR)],
    Part.INDECLINABLE: [field("indeclinable", False)],
    Part.PAIR: [field("pair")],
    Part.GOVERNMENT: [field("government")],
    Part.STRESSED: [field("stressed")],
    Part.FORMS: [field("forms", ())],
    Part.TYPE: [field("type", None)],
    Part.USAGE: [field("usage", ()), field("usage", (Usage.VN_SIDE,))],
    Part.SLOTS: [terms_changed(lambda t: replace(t, term=t.term.removesuffix(" {X}")))],
    Part.DEFINITION: [section_field("definition", lambda s: None)],
    Part.CONTEXT: [field("context", None)],
    Part.COLLOCATIONS: [field("collocations", ())],
    Part.SOURCE: [field("source", ())],
    Part.CITATION: [section_field("definition", lambda s: replace(s.definition, source=""))],
    Part.QUOTED: [terms_changed(context_without_source)],
    Part.REVIEWED: [section_field("reviewed", lambda s: None)],
    Part.DISTINGUISH: [entry_field("distinguish", "")],
    Part.TRAP: [entry_field("trap", "")],
    Part.VALID: [
        entry_field("valid", None),
        entry_field("valid", Validity("", "2024", "other")),
        entry_field("valid", Validity("2020", "", "other")),
        entry_field("valid", Validity("2020", "2024")),
    ],
    Part.NOTE: [entry_field("note", "")],
    Part.TERM_NOTE: [field("note")],
    Part.LINKS: [entry_field("related", ()), entry_field("compare", ()), field("see", ())],
}


def bare(id: str, **terms: TermEntry) -> ConceptEntry:
    """A concept with a term in each of some languages."""
    return ConceptEntry(id, "visits", tuple(LanguageSection(c, (t,)) for c, t in terms.items()))


def plain_terms(text: str) -> dict[str, TermEntry]:
    return {code: TermEntry(f"{text} {code}") for code in LANGUAGE_ORDER}


found_entries = st.lists(entries, max_size=4, unique_by=lambda e: e.id).map(tuple)
NASTIER = ("=1+1\tb", "-a", "e\u0301", "ж" * 5000, "\u202ea", "#c")
NASTY_ENTRY = ConceptEntry(
    "nasty",
    "visits",
    tuple(
        LanguageSection(
            code,
            tuple(
                TermEntry(f"{text} {code}", Status.ADMITTED if i else Status.PREFERRED, note=text)
                for i, text in enumerate((*NASTY, *NASTIER))
            ),
            Definition("a\tb\r\nc ]]> <b> & \"'"),
        )
        for code in LANGUAGE_ORDER
    ),
    distinguish="</script><img src=x onerror=alert(1)>",
)  # fmt: skip


def permitted_triples(found: Iterable[ConceptEntry]) -> set[tuple[str, str, str]]:
    return {
        (entry.id, language, written(term))
        for entry in found
        for language, term in entry.all_terms()
        if term.is_permitted and written(term)
    }


def selected(found: tuple[ConceptEntry, ...], *targets: str) -> Selection:
    return Selection(found, SETTINGS, targets=targets or ("en", "ru"))


any_entries = given(found=found_entries)
and_nasty_ones = example(found=(NASTY_ENTRY, *PLAIN))


def only_file(selection: Selection, name: str) -> bytes:
    files = FORMATS[name].render(selection).files
    assert len(files) == 1
    return next(iter(files.values()))
