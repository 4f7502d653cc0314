"""Exports come home: written, read and written again they are the same, but for what they told."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from entries import entries
from export_entries import FULL, NASTY_ENTRY, PLAIN, SETTINGS, TAKEN_OUT
from export_readers import as_xml_holds, commas
from hypothesis import example, given
from hypothesis import strategies as st

from vnru_terms.curation.import_foreign import settled, together
from vnru_terms.curation.import_match import Known
from vnru_terms.findings import Finding
from vnru_terms.formats import FORMATS, Selection
from vnru_terms.formats.columns import subject_of
from vnru_terms.formats.comment_reader import read_pair_comment
from vnru_terms.formats.comments import LABELS, concept_comment, evidence, pair_comment
from vnru_terms.formats.csv_table import read_csv
from vnru_terms.formats.parts import Part
from vnru_terms.formats.readers import READERS, reader_of
from vnru_terms.formats.xlsx_reading import read_xlsx
from vnru_terms.model import (
    LANGUAGE_ORDER,
    ConceptEntry,
    LanguageSection,
    Status,
    Termbase,
    TermEntry,
    Usage,
)
from vnru_terms.store.glossary import read_glossary
from vnru_terms.store.incoming import IncomingConcept
from vnru_terms.text.normalise import normalise
from vnru_terms.workflow.export import select
from vnru_terms.workflow.import_ import Options, import_file

# The formats that come home: termbases concept by concept, and tables.
TERMBASES = ("json", "tbx", "tbx-v3", "lokalize", "tmx", "po")
RETURNING = (*TERMBASES, "xlsx", "csv")


# Not every term and concept is in every file: a term of a slot or a mark alone, two preferred
# terms of two sides, a concept without English.
UNEVEN = (
    ConceptEntry(
        "a-concept", "visits",
        (
            LanguageSection("vi", (TermEntry("một"),)),
            LanguageSection("ru", (TermEntry("один", source=("=",)),)),
        ),
    ),
    ConceptEntry(
        "b-concept", "visits",
        (
            LanguageSection("vi", (TermEntry("hai", pair="a"), TermEntry("nhị", pair="b"))),
            LanguageSection("en", (
                TermEntry("{X:gen}"), TermEntry("@two"), TermEntry("two", Status.ADMITTED),
            )),
            LanguageSection("ru", (TermEntry("два", pair="a"), TermEntry("двое", pair="b"))),
        ),
    ),
)  # fmt: skip


def read_rows(data: bytes) -> list[IncomingConcept]:
    """What the reader that knows the file says of it."""
    reader = reader_of(data[:65536])
    if reader is None:
        read = read_xlsx if data.startswith(b"PK") else read_csv
        incoming = read(data, "file", SETTINGS, lambda _text: False)
        assert incoming.findings == ()
        return list(incoming.concepts)
    rows = list(reader.read(io.BytesIO(data), "file"))
    assert not [row for row in rows if isinstance(row, Finding)], rows
    return [row for row in rows if isinstance(row, IncomingConcept)]


def come_home(name: str, found: Iterable[ConceptEntry]) -> tuple[dict[str, bytes], Selection]:
    """The files of an export, and what they are read back as."""
    selection = Selection(tuple(found), SETTINGS)
    files = dict(FORMATS[name].render(selection).files)
    home = []
    for row in together(row for data in files.values() for row in read_rows(data)):
        labels = {cell.text: subject_of(cell.text, SETTINGS) for cell in row.fields.values()}
        row = settled(row, Known(), labels)
        assert row.entry is not None and not row.faults, row.faults
        home.append(replace(row.entry, subject_field=row.fields["subject_field"].text))
    # In the glossary's order: that of the files of an export need not be the same in each.
    order = {entry.id: number for number, entry in enumerate(selection.entries)}
    home.sort(key=lambda entry: order[entry.id])
    return files, Selection(tuple(home), SETTINGS)


def comparable(name: str, files: Mapping[str, bytes]) -> dict[str, object]:
    """The bytes; of csv without the last column, the fingerprint of all that the glossary says."""
    if name == "csv":
        return {file: [row[:-1] for row in commas(data)] for file, data in files.items()}
    return dict(files)


def storable(value: Any) -> Any:
    """An entry as the glossary's files and XML can hold it; other characters are told as lost."""
    if isinstance(value, str):
        return normalise(as_xml_holds(value)).strip() or "x"
    if isinstance(value, tuple):
        return tuple(map(storable, value))
    if not is_dataclass(value) or isinstance(value, type):
        return value
    held = {f.name: getattr(value, f.name) for f in fields(value)}
    return replace(value, **{name: storable(v) for name, v in held.items() if v not in ("", None)})


def as_people_write(value: Any) -> Any:
    """An entry without what a list in a cell cannot hold: bars, signs alone, lost letters."""
    if isinstance(value, str) and not isinstance(value, Enum):
        text = value.translate(str.maketrans("|?\ufffd", "/!!"))
        return text if not text or any(map(str.isalnum, text)) else f"{text} x"
    if isinstance(value, tuple):
        return tuple(map(as_people_write, value))
    if not is_dataclass(value) or isinstance(value, type):
        return value
    held = {f.name: as_people_write(getattr(value, f.name)) for f in fields(value)}
    return replace(value, **held)


@pytest.mark.parametrize("name", RETURNING)
@given(found=st.lists(entries.map(storable), max_size=2, unique_by=lambda e: e.id).map(tuple))
@example(found=(storable(NASTY_ENTRY), *PLAIN))
@example(found=(FULL, *PLAIN))
@example(found=UNEVEN)
@hypothesis.settings(max_examples=8)
def test_what_comes_home_is_exported_byte_for_byte(
    name: str, found: tuple[ConceptEntry, ...]
) -> None:
    """Whatever the texts hold: quotes, tabs, `]]>`, formulas, other scripts, 5,000 letters."""
    if name == "csv":
        found = tuple(map(as_people_write, found))
    files, home = come_home(name, found)
    assert comparable(name, FORMATS[name].render(home).files) == comparable(name, files)


@pytest.mark.parametrize("part", Part)
@pytest.mark.parametrize("name", RETURNING)
def test_what_is_lost_is_what_the_format_says(name: str, part: Part) -> None:
    """Without a part another concept comes home where it is carried, and the same where not."""
    _files, whole = come_home(name, (*PLAIN[:1], FULL, *PLAIN[1:]))
    changed = [
        come_home(name, (*PLAIN[:1], change(FULL), *PLAIN[1:]))[1] for change in TAKEN_OUT[part]
    ]
    carried = part in FORMATS[name].carries
    assert [home != whole for home in changed] == [carried] * len(changed)


def test_every_reader_has_a_format_that_comes_home() -> None:
    """A reader without a round trip would be untested."""
    known = {reader_of(next(iter(come_home(name, PLAIN)[0].values()))) for name in TERMBASES}
    assert known == set(READERS.values())


@pytest.mark.parametrize("language", LANGUAGE_ORDER)
def test_whose_word_it_is_stands_in_words_of_the_catalogue(language: str) -> None:
    """The translator reads no code of ours; catalogues of before, which have it, come home too."""
    selection = Selection((FULL,), SETTINGS)
    term = TermEntry("a", usage=tuple(Usage))
    lines = concept_comment(FULL, selection, language)
    lines += [*pair_comment(term, term, language), evidence(term, language)]
    (line,) = [line for line in lines if line.startswith(LABELS[language]["usage"])]
    assert "vn-side" not in line
    codes = f"{LABELS[language]['usage']}: {', '.join(usage.value for usage in Usage)}"
    for written in (line, codes):
        read = read_pair_comment([written if one == line else one for one in lines], language)
        assert read is not None and read.usage == tuple(Usage)


@pytest.fixture(scope="module")
def few(termbase: Termbase, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three subject fields of the real glossary; what names other concepts is left out."""
    folder = tmp_path_factory.mktemp("few") / "glossary"
    fields = ("visits-and-protocol", "talks-and-conferences", "names")
    chosen = {e.id: e for e in termbase.entries if e.subject_field in fields}
    while True:
        named = {i: (*e.related, *e.compare, *_successor(e)) for i, e in chosen.items()}
        kept = {i: e for i, e in chosen.items() if set(named[i]) <= set(chosen)}
        if len(kept) == len(chosen):
            break
        chosen = kept
    for entry in chosen.values():
        path = folder / entry.subject_field / f"{entry.id}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(root / "glossary" / entry.subject_field / path.name, path)
    shutil.copy(root / "glossary" / "glossary.yaml", folder)
    return folder


def _successor(entry: ConceptEntry) -> tuple[str, ...]:
    return (entry.valid.successor,) if entry.valid and entry.valid.successor else ()


@pytest.mark.parametrize("name", RETURNING)
def test_the_real_glossary_comes_home_through_its_rules(
    name: str, few: Path, tmp_path: Path
) -> None:
    """Into the same glossary nothing is new; into an empty one all of it, and out again."""
    termbase, _findings = read_glossary(few)
    files = FORMATS[name].render(select(termbase)).files
    empty = tmp_path / "glossary"
    empty.mkdir()
    shutil.copy(few / "glossary.yaml", empty)
    for file, data in files.items():
        quiet = import_file(few, io.BytesIO(data), file, Options(write=False))
        assert quiet.items == () and quiet.counts["unchanged"] > 100
        report = import_file(empty, io.BytesIO(data), file, Options())
        assert report.is_clean, report.items
    again, findings = read_glossary(empty)
    assert not findings and len(again.entries) > 100
    out = FORMATS[name].render(select(again)).files
    assert comparable(name, out) == comparable(name, files)
    if name == "json":
        assert again.entries == termbase.entries
