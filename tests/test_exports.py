"""What exports carry and lose, part by part; in every direction, in pieces, and told."""

from __future__ import annotations

import json
import tracemalloc
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from export_entries import (
    FULL,
    PLAIN,
    SETTINGS,
    TAKEN_OUT,
    bare,
    plain_terms,
)
from export_readers import (
    commas,
)

from vnru_terms.formats import FORMATS, Selection
from vnru_terms.formats.format import Format
from vnru_terms.formats.json_file import SCHEMA_PATH
from vnru_terms.formats.parts import Part
from vnru_terms.model import (
    LANGUAGE_ORDER,
    ConceptEntry,
    Kind,
    LanguageSection,
    Reason,
    Status,
    TermEntry,
)
from vnru_terms.store.concept_file import ENTRY_KEYS, SECTION_KEYS, TERM_KEYS
from vnru_terms.workflow.export import export, select


def exported(format: Format, entry: ConceptEntry) -> dict[str, bytes]:
    """The files with this entry among two plain ones."""
    selection = Selection((*PLAIN[:1], entry, *PLAIN[1:]), SETTINGS)
    files = dict(format.render(selection).files)
    if format.name == "csv":
        # The last column names the entry as a whole.
        return {
            n: "\n".join(",".join(r[:-1]) for r in commas(d)).encode() for n, d in files.items()
        }
    return files


@pytest.mark.parametrize("part", Part)
@pytest.mark.parametrize("format", FORMATS.values(), ids=FORMATS)
def test_a_format_carries_what_it_says_and_nothing_else(format: Format, part: Part) -> None:
    """Taking a part out changes the file where the part is carried, and no byte where it is not."""
    whole = exported(format, FULL)
    for change in TAKEN_OUT[part]:
        changed = exported(format, change(FULL))
        assert (changed != whole) == (part in format.carries), f"{format.name}: {part.value}"


UNUSUAL = {
    "no equivalent": bare("x", vi=TermEntry("a")),
    "no source term": bare("x", en=TermEntry("a"), ru=TermEntry("б")),
    "one target only": bare("x", vi=TermEntry("a"), ru=TermEntry("б")),
    "only deprecated": bare(
        "x", vi=TermEntry("a"), ru=TermEntry("б", Status.DEPRECATED, reason=Reason.CALQUE)
    ),
    "only superseded": bare("x", vi=TermEntry("a"), en=TermEntry("b", Status.SUPERSEDED)),
    "a name": replace(bare("x", **plain_terms("a")), subject_field="names", kind=Kind.NAME),
    "a gap inside": bare("x", **plain_terms("a {X} b")),
    "only a slot": bare("x", **{code: TermEntry("{X}") for code in LANGUAGE_ORDER}),
    "another meaning": bare("x", vi=TermEntry("other vi"), en=TermEntry("c"), ru=TermEntry("г")),
    "in capitals": bare("x", vi=TermEntry("OTHER vi"), en=TermEntry("other en"),
                        ru=TermEntry("other ru")),
    "too long": bare("x", **plain_terms("a" * 40_000)),
    "like a formula": bare("x", **plain_terms("=a")),
    "like a comment": bare("x", **plain_terms("#a")),
    "control characters": bare("x", **plain_terms("\x07")),
}  # fmt: skip


@pytest.mark.parametrize("case", UNUSUAL)
@pytest.mark.parametrize("format", FORMATS.values(), ids=FORMATS)
def test_what_is_not_in_a_file_is_told(format: Format, case: str) -> None:
    """A concept that changes no byte of an export is among what was left out."""
    entry = UNUSUAL[case]
    with_it = format.render(Selection((*PLAIN, entry), SETTINGS))
    without_it = format.render(Selection(PLAIN, SETTINGS))
    assert not without_it.left_out
    assert dict(with_it.files) != dict(without_it.files) or with_it.left_out


def test_the_lost_parts_are_told_in_few_words() -> None:
    """Whole groups have one name; a format that keeps little says what it keeps."""
    assert FORMATS["json"].lost() == ""
    assert FORMATS["lokalize"].lost() == "deprecated and superseded terms"
    assert FORMATS["deepl"].lost() == "all but preferred terms, source synonyms"


@pytest.mark.parametrize("source", LANGUAGE_ORDER)
@pytest.mark.parametrize("format", FORMATS.values(), ids=FORMATS)
def test_every_direction(format: Format, source: str) -> None:
    """Each language may be the source; no file of two directions has the name of another."""
    targets = tuple(code for code in LANGUAGE_ORDER if code != source)
    both = format.render(Selection(PLAIN, SETTINGS, source, targets)).files
    assert all(both.values())
    for target in targets:
        one = format.render(Selection(PLAIN, SETTINGS, source, (target,))).files
        assert len(one) == 1 and set(one) <= set(both)


def test_all_formats_go_into_one_folder() -> None:
    """`build` writes them side by side."""
    selection = Selection(PLAIN, SETTINGS)
    names = [name for f in FORMATS.values() for name in f.render(selection).files]
    assert len(names) == len(set(names))


def test_the_schema_names_every_key_of_a_concept_file() -> None:
    """A key that is added to the files has to be added to the schema."""
    schema = json.loads(SCHEMA_PATH.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    parts = schema["$defs"]
    assert set(parts["concept"]["properties"]) == {*ENTRY_KEYS, "subject_field"}
    assert set(parts["section"]["properties"]) == set(SECTION_KEYS)
    assert set(parts["term"]["properties"]) == set(TERM_KEYS)


def test_large_glossaries_are_written_in_pieces(tmp_path: Path) -> None:
    """What is held beside the entries does not grow with their number."""

    def entry(i: int) -> ConceptEntry:
        sections = tuple(
            LanguageSection(code, (TermEntry(f"thuật ngữ {i} {code}"),)) for code in LANGUAGE_ORDER
        )
        return ConceptEntry(f"concept-{i:06}", "visits", sections, note="x" * 400)

    selection = Selection(tuple(map(entry, range(1000))), SETTINGS)
    for name in ("po", "tbx", "tbx-v3", "tmx", "xliff", "json", "multiterm", "csv", "memoq"):
        tracemalloc.start()
        done = export(name, selection, tmp_path / name)
        _now, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        size = sum(path.stat().st_size for path in done.paths)
        assert peak < size, f"{name}: {peak} bytes held to write {size}"


def test_pieces_are_the_bytes(termbase, tmp_path: Path) -> None:
    """What `export` streams to the disk is what `render` gives."""
    selection = select(termbase, subjects=["energy-and-nuclear"])
    for name, format in FORMATS.items():
        rendered = format.render(selection)
        done = export(name, selection, tmp_path / name)
        files = {p.relative_to(tmp_path / name).as_posix(): p.read_bytes() for p in done.paths}
        assert files == dict(rendered.files)
        assert done.left_out == rendered.left_out
