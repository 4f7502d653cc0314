"""Whatever an entry holds: all of it that goes to the typesetter has a glyph, or a place."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import entries as made_up
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnru_terms.findings import UnreadableInputError, UnsoundGlossaryError
from vnru_terms.model import ConceptEntry, Settings, SubjectField, Termbase
from vnru_terms.printing.engine import Typeset, unprintable
from vnru_terms.workflow import print_book as workflow

SETTINGS = st.builds(
    Settings,
    title=st.dictionaries(st.sampled_from(("vi", "en", "ru")), made_up.texts),
    edition=made_up.maybe,
    date=st.one_of(st.just("2026-01-31"), made_up.maybe),
    licence=made_up.maybe,
    contact=made_up.maybe,
    subject_fields=st.one_of(
        st.just(()),
        st.tuples(
            st.builds(
                SubjectField,
                slug=st.just("visits"),
                label=st.fixed_dictionaries({"vi": made_up.texts}),
                abbreviation=st.fixed_dictionaries({"vi": made_up.texts}),
            )
        ),
    ),
)


def strings(value: Any) -> Iterator[str]:
    """Every string of a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from strings(inner)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the books go."""
    return tmp_path_factory.mktemp("any")


@given(st.lists(made_up.entries, min_size=1, max_size=3, unique_by=lambda e: e.id), SETTINGS)
def test_what_the_fonts_lack_is_named_before_typesetting(
    folder: Path, entries: list[ConceptEntry], settings: Settings
) -> None:
    """The typesetter gets composed text with a glyph for each character, or nothing at all."""
    handed: list[bytes] = []

    def typeset(book: bytes, *_: object, **__: object) -> Typeset:
        handed.append(book)
        return Typeset(b"%PDF", 1)

    termbase = Termbase(tuple(entries), settings)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(workflow, "typeset", typeset)
        try:
            workflow.print_book(termbase, folder / "book.pdf")
        except UnsoundGlossaryError as error:
            assert all(finding.code == "E601" for finding in error.findings)
            return
        except UnreadableInputError:
            assert not any(entry.terms("vi") for entry in entries)
            return
    (book,) = handed
    text = "".join(strings(json.loads(book)))
    assert unprintable(text) == ""
    assert unicodedata.is_normalized("NFC", text)
