"""Whatever an entry holds: all of it that goes to the typesetter has a glyph, or a place."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import asdict, fields, is_dataclass, replace
from enum import Enum
from pathlib import Path
from typing import Any

import entries as made_up
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnru_terms.findings import UnsoundGlossaryError
from vnru_terms.model import LanguageSection, Settings, SubjectField, Termbase
from vnru_terms.model import TermEntry as Term
from vnru_terms.printing.engine import Typeset
from vnru_terms.printing.typesetter import unprintable
from vnru_terms.text.normalise import normalise, squeeze
from vnru_terms.workflow import print_book as workflow

LACKING = "漢"
# A made-up termbase takes a tenth of a second.
EXAMPLES = 25
LABELS = st.fixed_dictionaries({"vi": made_up.texts, "ru": made_up.texts})
SETTINGS = st.builds(
    Settings,
    title=LABELS,
    edition=made_up.maybe,
    date=st.sampled_from(("2026-01-31", "")),
    licence=made_up.maybe,
    contact=made_up.maybe,
    imprint=LABELS,
    subject_fields=st.one_of(
        st.just(()),
        st.tuples(
            st.builds(SubjectField, slug=st.just("visits"), label=LABELS, abbreviation=LABELS)
        ),
    ),
)
# With a head at least, for there must be something to print, and dates as `validate` wants them.
HEADED = made_up.entries.map(
    lambda entry: replace(
        entry,
        valid=entry.valid and replace(entry.valid, from_="1992-10", to="2025-02-28"),
        languages=(
            LanguageSection("vi", (Term("từ"), *entry.terms("vi"))),
            *(section for section in entry.languages if section.language != "vi"),
        ),
    )
)
TERMBASES = st.builds(
    Termbase,
    st.lists(HEADED, min_size=1, max_size=3, unique_by=lambda entry: entry.id).map(tuple),
    SETTINGS,
)


def over_strings(value: Any, change: Callable[[str], str]) -> Any:
    """The value with every string in it changed, but for ids, keys, dates and enums."""
    if isinstance(value, str):
        return change(value) if value else value
    if isinstance(value, tuple | list):
        return tuple(over_strings(inner, change) for inner in value)
    if isinstance(value, dict):
        return {key: over_strings(inner, change) for key, inner in value.items()}
    if is_dataclass(value) and not isinstance(value, type | Enum):
        kept = {"id", "subject_field", "slug", "language", "format", "date", "place", "from_", "to"}
        names = [field.name for field in fields(value) if field.name not in kept]
        return replace(value, **{n: over_strings(getattr(value, n), change) for n in names})
    return value


def printable(text: str) -> str:
    """The text without what the fonts lack."""
    plain = squeeze(normalise(text))
    lacking = set(unprintable(plain))
    return squeeze("".join(c for c in plain if c not in lacking)).strip() or "x"


def strings(value: Any) -> Iterator[str]:
    """Every string of a book's data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from strings(inner)


def handed_over(termbase: Termbase, out: Path) -> str:
    """All text that the typesetter would get."""
    found: list[Any] = []

    def typeset(book: Any, *_: object, **__: object) -> Typeset:
        found.append(json.loads(book) if isinstance(book, bytes) else asdict(book))
        return Typeset(b"%PDF", 1)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(workflow, "typeset", typeset)
        workflow.print_book(termbase, out)
    return " ".join(strings(found[0]))


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the books go."""
    return tmp_path_factory.mktemp("any") / "book.pdf"


@settings(max_examples=EXAMPLES)
@given(TERMBASES)
def test_whatever_has_glyphs_is_printed(out: Path, termbase: Termbase) -> None:
    """No text breaks the book's data; all of it is composed, and none of it lacks a glyph."""
    text = handed_over(over_strings(termbase, printable), out)
    assert unprintable(text) == ""
    assert unicodedata.is_normalized("NFC", text)


@settings(max_examples=EXAMPLES)
@given(TERMBASES, st.integers(0, 10_000))
def test_what_lacks_a_glyph_is_named_wherever_it_stands(
    out: Path, termbase: Termbase, which: int
) -> None:
    """One character in one of all the fields: refused with its place, unless it is not printed."""
    sound = over_strings(termbase, printable)
    count = 0

    def counted(text: str) -> str:
        nonlocal count
        count += 1
        return text

    over_strings(sound, counted)
    spoilt_one, count = which % count, 0

    def spoilt(text: str) -> str:
        nonlocal count
        count += 1
        return text + LACKING if count == spoilt_one + 1 else text

    bad = over_strings(sound, spoilt)
    assert bad != sound
    try:
        assert LACKING not in handed_over(bad, out)
    except UnsoundGlossaryError as error:
        assert [f.code for f in error.findings] == ["E601"]
        assert LACKING in error.findings[0].message
