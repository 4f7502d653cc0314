"""Every format of the table keeps its promises; gettext's own tools read what we write."""

from __future__ import annotations

import csv
import gettext
import io
import subprocess
from dataclasses import replace
from pathlib import Path

import polib
import pytest
from entries import entries, settings
from hypothesis import given
from hypothesis import strategies as st

from vnru_terms.formats import FORMATS, Selection
from vnru_terms.formats.format import written
from vnru_terms.formats.parts import ALL_PARTS
from vnru_terms.model import (
    ConceptEntry,
    LanguageSection,
    Status,
    Termbase,
    TermEntry,
)
from vnru_terms.workflow.export import select


@pytest.fixture(scope="module")
def selection(termbase: Termbase) -> Selection:
    """The whole real glossary."""
    return select(termbase)


@pytest.fixture(scope="module")
def some(selection: Selection) -> Selection:
    """Every tenth concept of it: each format is written several times."""
    return replace(selection, entries=selection.entries[::10])


@pytest.mark.parametrize("format", FORMATS.values(), ids=FORMATS)
class TestFormat:
    def test_same_glossary_same_bytes(self, format, some: Selection) -> None:
        """No clock and no order of a set is in a file."""
        assert format.render(some).files == format.render(some).files

    def test_says_what_it_is(self, format, some: Selection) -> None:
        """The table has the name that it is called by, a client and what is lost."""
        assert FORMATS[format.name] is format
        assert format.client and format.suffix.startswith(".")
        assert format.lost() or format.carries == ALL_PARTS
        names = list(format.render(some).files)
        assert names and all(name.endswith(format.suffix) for name in names)

    def test_an_empty_selection_is_a_valid_file(self, format, some: Selection) -> None:
        """Nothing chosen is not an error of the format."""
        empty = Selection((), some.settings)
        files = format.render(empty).files
        # DeepL's table has no head, so without rows it is empty.
        assert files and (format.name == "deepl" or all(files.values()))


@given(st.lists(entries, max_size=4, unique_by=lambda e: e.id).map(tuple), settings)
def test_any_entry_can_be_exported(found, settings) -> None:
    """Text of any kind goes through every format."""
    selection = Selection(found, settings)
    for format in FORMATS.values():
        for data in format.render(selection).files.values():
            assert isinstance(data, bytes)


@given(st.lists(entries, max_size=4, unique_by=lambda e: e.id).map(tuple), settings)
def test_a_catalogue_holds_exactly_the_permitted_pairs(found, settings) -> None:
    """Read back by polib: permitted terms only, msgctxt unique, ids as contexts."""
    selection = Selection(found, settings, targets=("ru",))
    data = FORMATS["po"].render(selection).files["ru/LC_MESSAGES/glossary.po"]
    catalogue = polib.pofile(data.decode())
    contexts = [entry.msgctxt for entry in catalogue]
    assert len(contexts) == len(set(contexts))
    by_id = {entry.id: entry for entry in found}
    for message in catalogue:
        entry = by_id[message.msgctxt.split("/")[0]]
        sources = [written(t) for t in entry.terms("vi") if t.is_permitted]
        targets = [written(t) for t in entry.terms("ru") if t.is_permitted]
        assert message.msgid in sources
        assert message.msgstr in targets


def test_the_specimen_pairs(selection: Selection) -> None:
    """“Đối tác chiến lược toàn diện” is «всеобъемлющее стратегическое партнёрство»."""
    data = FORMATS["po"].render(selection).files["ru/LC_MESSAGES/glossary.po"]
    catalogue = polib.pofile(data.decode())
    found = {e.msgctxt: (e.msgid, e.msgstr) for e in catalogue}
    assert found["comprehensive-strategic-partnership"] == (
        "Đối tác chiến lược toàn diện",
        "всеобъемлющее стратегическое партнёрство",
    )


def test_deprecated_terms_stay_out_of_catalogues(selection: Selection) -> None:
    """A client would offer them as good ones."""
    data = FORMATS["po"].render(selection).files["ru/LC_MESSAGES/glossary.po"]
    pairs = {(e.msgctxt.split("/")[0], e.msgstr) for e in polib.pofile(data.decode())}
    deprecated = {
        (entry.id, written(term))
        for entry in selection.entries
        for term in entry.terms("ru")
        if term.status is Status.DEPRECATED
    }
    assert deprecated and not deprecated & pairs


def test_committed_catalogues_are_fresh(selection: Selection, root: Path) -> None:
    """`locale/` holds what export writes today: vnru-terms export po; export pot."""
    for name in ("po", "pot"):
        for file, data in FORMATS[name].render(selection).files.items():
            assert (root / "locale" / file).read_bytes() == data, f"vnru-terms export {name}"


@pytest.mark.client("msgfmt")
@pytest.mark.parametrize("language", ["en", "ru"])
def test_msgfmt_is_silent(language: str, root: Path) -> None:
    """`msgfmt -c -v` has nothing to say but its count."""
    path = root / "locale" / language / "LC_MESSAGES" / "glossary.po"
    command = ["msgfmt", "-c", "-v", "-o", "-", str(path)]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == 0
    messages = done.stderr.decode().strip().splitlines()
    assert len(messages) == 1 and messages[0].endswith("translated messages.")


def test_python_reads_the_compiled_catalogue(selection: Selection) -> None:
    """`pgettext(id, term)` gives the equivalent."""
    data = FORMATS["mo"].render(selection).files["ru/LC_MESSAGES/glossary.mo"]
    translations = gettext.GNUTranslations(io.BytesIO(data))
    found = translations.pgettext("political-consultations", "Tham vấn chính trị")
    other = translations.pgettext("political-consultations", "tham vấn chính trị")
    assert "политические консультации" in (found, other)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "|", "%"])
def test_what_weblate_refuses_is_left_out_and_told(start: str, selection: Selection) -> None:
    """A string that begins like a formula would make the whole upload fail."""
    sections = [LanguageSection(code, (TermEntry(f"{start}1"),)) for code in ("vi", "ru")]
    nasty = Selection((ConceptEntry("n", "x", tuple(sections)),), selection.settings, "vi", ("ru",))
    rendered = FORMATS["po"].render(nasty)
    assert f'"{start}1"' not in rendered.files["ru/LC_MESSAGES/glossary.po"].decode()
    assert rendered.left_out
    assert f'"{start}1"' not in FORMATS["pot"].render(nasty).files["glossary.pot"].decode()


def test_csv_reads_back_and_runs_no_formula(selection: Selection) -> None:
    """A row a concept, Excel's byte order mark, an apostrophe before `=`."""
    nasty = ConceptEntry("nasty", "x", (LanguageSection("vi", (TermEntry('=1+1,"x"'),)),))
    data = FORMATS["csv"].render(Selection((nasty, *selection.entries), selection.settings))
    text = data.files["glossary.csv"].decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) == len(selection.entries) + 1
    assert rows[0]["vi"] == '\'=1+1,"x"'
    assert {row["id"] for row in rows[1:]} == {entry.id for entry in selection.entries}
