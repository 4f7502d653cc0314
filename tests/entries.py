"""Concept entries out of nothing, for property tests: every field, and text of every kind."""

from __future__ import annotations

from hypothesis import strategies as st

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
    TermEntry,
    TermType,
    Usage,
    Validity,
)
from vnru_terms.text.normalise import normalise

# What breaks careless writers: YAML's and gettext's own marks, formulas, quotes, other scripts.
NASTY = (
    "no", "yes", "~", "null", "0001", "1e3", "2026-01-31", "12:30", "true", "- x", "? y", "a: b",
    "a #b", "'", '"', "=1+1", "@x", "%d %s {x}", "]]>", "a\\nb", "a\\", "{X:gen}", "[a, b]", "|",
    "Đối tác chiến lược toàn diện", "всеобъемлющее стратегическое партнёрство", "👍", "&amp;", "<",
    "*", "&a", "!!str", "...", "---", ",", "#", "line\nline", "\u2028", "\u0007", "עברית", "=",
)  # fmt: skip

_letters = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs",), exclude_characters="\r\x00"),
    min_size=1,
    max_size=30,
)


def _storable(text: str) -> str:
    return normalise(text).strip()


texts = st.one_of(st.sampled_from(NASTY), _letters).map(_storable).filter(bool)
maybe = st.one_of(st.just(""), texts)
some = st.lists(texts, max_size=3, unique=True).map(tuple)
ids = st.from_regex(r"[a-z][a-z0-9-]{0,12}", fullmatch=True)


def _optional(kind: type) -> st.SearchStrategy:
    return st.one_of(st.none(), st.sampled_from(list(kind)))


terms = st.builds(
    TermEntry,
    term=texts,
    status=st.sampled_from(list(Status)),
    type=_optional(TermType),
    part_of_speech=_optional(PartOfSpeech),
    gender=_optional(Gender),
    number=_optional(Number),
    indeclinable=st.booleans(),
    usage=st.lists(st.sampled_from(list(Usage)), max_size=2, unique=True).map(tuple),
    pair=maybe,
    government=maybe,
    stressed=maybe,
    reason=_optional(Reason),
    forms=some,
    collocations=st.lists(
        st.builds(Collocation, vi=texts, en=maybe, ru=maybe), max_size=2
    ).map(tuple),
    context=st.one_of(st.none(), st.builds(Context, text=texts, source=maybe)),
    see=some,
    note=maybe,
    source=some,
)  # fmt: skip


def _sections() -> st.SearchStrategy:
    def section(code: str) -> st.SearchStrategy:
        return st.builds(
            LanguageSection,
            language=st.just(code),
            terms=st.lists(terms, min_size=1, max_size=3).map(tuple),
            definition=st.one_of(st.none(), st.builds(Definition, text=texts, source=maybe)),
            reviewed=st.one_of(st.none(), st.builds(Review, by=texts, on=texts)),
        )

    return st.lists(st.sampled_from(LANGUAGE_ORDER), min_size=1, max_size=3, unique=True).flatmap(
        lambda codes: st.tuples(*(section(c) for c in LANGUAGE_ORDER if c in codes))
    )


entries = st.builds(
    ConceptEntry,
    id=ids,
    subject_field=st.just("visits"),
    languages=_sections(),
    kind=st.sampled_from(list(Kind)),
    distinguish=maybe,
    valid=st.one_of(
        st.none(), st.builds(Validity, from_=texts, to=maybe, successor=maybe)
    ),
    trap=maybe,
    related=some,
    compare=some,
    note=maybe,
)  # fmt: skip

settings = st.builds(Settings, edition=st.just("1"), date=st.just("2026-01-31"))
