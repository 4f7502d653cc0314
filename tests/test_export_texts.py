"""Nasty text comes through every format as it was, and nothing in it is read as a command."""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile
from dataclasses import replace
from html import unescape
from pathlib import Path

import hypothesis
import jsonschema
import pytest
from entries import settings
from export_entries import (
    NASTY_ENTRY,
    PLAIN,
    SETTINGS,
    and_nasty_ones,
    any_entries,
    bare,
    found_entries,
    only_file,
    permitted_triples,
    selected,
)
from export_readers import (
    LANGUAGE,
    XLIFF,
    Page,
    StarDict,
    as_xml_holds,
    commas,
    dsl_cards,
    tabbed,
    tbx_terms,
)
from hypothesis import given

from vnru_terms.formats import FORMATS, Selection
from vnru_terms.formats.comments import flat
from vnru_terms.formats.format import printable, written
from vnru_terms.formats.json_file import SCHEMA_PATH
from vnru_terms.formats.memoq import with_stems
from vnru_terms.formats.pairs import pairs_of
from vnru_terms.formats.stardict import stardict_key
from vnru_terms.model import (
    ConceptEntry,
    Kind,
    LanguageSection,
    PartOfSpeech,
    Settings,
    Status,
    TermEntry,
)


@any_entries
@and_nasty_ones
@hypothesis.settings(max_examples=20)
def test_tbx_holds_every_permitted_term(found: tuple[ConceptEntry, ...]) -> None:
    """Read back by an XML parser; of control characters, which XML cannot hold, there are none."""
    selection = selected(found)
    expected = {(i, code, as_xml_holds(t)) for i, code, t in permitted_triples(selection.entries)}
    for name, v3 in (("tbx", False), ("tbx-v3", True), ("lokalize", False)):
        got = tbx_terms(only_file(selection, name), v3=v3)
        # A reader of XML makes one line end of all kinds, but not of written ones.
        assert expected <= got
        if name == "lokalize":
            assert got == expected


@any_entries
@and_nasty_ones
@hypothesis.settings(max_examples=20)
def test_other_xml_is_well_formed_and_holds_the_pairs(found: tuple[ConceptEntry, ...]) -> None:
    """TMX, XLIFF and MultiTerm, read back by an XML parser."""
    from xml.etree import ElementTree as ET

    selection = selected(found)
    tmx = ET.fromstring(only_file(selection, "tmx"))
    for unit in tmx.iter("tu"):
        codes = [variant.get(LANGUAGE) for variant in unit.iter("tuv")]
        assert codes[0] == "vi" and len(codes) == len(set(codes)) >= 2
    for target in ("en", "ru"):
        data = only_file(replace(selection, targets=(target,)), "xliff")
        units = {unit.get("id"): unit for unit in ET.fromstring(data).iter(f"{XLIFF}unit")}
        for entry in selection.entries:
            pairs = pairs_of(entry, "vi", target)
            assert (entry.id in units) == bool(pairs)
            if pairs:
                sides = [
                    next(units[entry.id].iter(f"{XLIFF}{s}")).text for s in ("source", "target")
                ]
                assert [s or "" for s in sides] == [as_xml_holds(t) for t in pairs[0].texts]
    groups = list(ET.fromstring(only_file(selection, "multiterm")).iter("conceptGrp"))
    numbers = [group.findtext("concept") for group in groups]
    assert len(numbers) == len(set(numbers)) and all(n and n.isdigit() for n in numbers)
    for group in groups:
        assert all(term.text is not None for term in group.iter("term"))


@any_entries
@and_nasty_ones
@hypothesis.settings(max_examples=20)
def test_tables_of_tabs_keep_their_columns(found: tuple[ConceptEntry, ...]) -> None:
    """OmegaT, UTX, TSV, DeepL: nothing in a term makes a new cell or a new row."""
    selection = selected(found, "ru")
    comment, *omegat = tabbed(only_file(selection, "omegat"))
    assert comment[0].startswith("#")
    assert all(len(row) == 3 and row[0] and row[1] and row[0][0] != "#" for row in omegat)
    pairs = {tuple(map(flat, p.texts)) for e in selection.entries for p in pairs_of(e, "vi", "ru")}
    assert {tuple(row[:2]) for row in omegat} == {p for p in pairs if not p[0].startswith("#")}
    head, columns, *utx = tabbed(only_file(selection, "utx"))
    assert not head[0].endswith(";")
    assert all(len(row) == len(columns) for row in utx)
    first, *tsv = tabbed(only_file(selection, "tsv"))
    assert first[:2] == ["vi", "ru"]
    assert all(len(row) == len(first) for row in tsv)
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in tsv for cell in row)


@any_entries
@and_nasty_ones
@hypothesis.settings(max_examples=20)
def test_deepl_takes_the_file(found: tuple[ConceptEntry, ...]) -> None:
    """No source twice in any case, no empty side, 1,024 bytes at most, nothing ambiguous."""
    selection = selected(found, "ru")
    rows = tabbed(only_file(selection, "deepl"))
    assert all(len(row) == 2 and all(row) for row in rows)
    sources = [row[0].casefold() for row in rows]
    assert len(sources) == len(set(sources))
    assert all(len(cell.encode()) <= 1024 and cell.isprintable() for row in rows for cell in row)
    meanings: dict[str, set[str]] = {}
    for entry in selection.entries:
        for source in entry.terms("vi"):
            targets = [t for t in entry.terms("ru") if t.status is Status.PREFERRED]
            if source.is_permitted and targets:
                meanings.setdefault(source.term.casefold(), set()).add(entry.id)
    for source, target in rows:
        owners = meanings.get(source.casefold(), set())
        texts = {
            flat(written(t)).casefold()
            for e in selection.entries if e.id in owners
            for t in e.terms("ru") if t.is_permitted
        }  # fmt: skip
        assert not owners or target.casefold() in texts


@any_entries
@and_nasty_ones
@hypothesis.settings(max_examples=20)
def test_memoq_keeps_its_columns_and_forbids_what_is_deprecated(
    found: tuple[ConceptEntry, ...],
) -> None:
    """A row has the cells of the head; `NonTerm` stands beside every term not to be used."""
    selection = selected(found)
    head, *rows = commas(only_file(selection, "memoq"))
    assert all(len(row) == len(head) for row in rows)
    by_subject = {entry.id: entry for entry in selection.entries}
    unwanted = {
        flat(written(t))
        for e in by_subject.values() for _c, t in e.all_terms() if not t.is_permitted
    }  # fmt: skip
    wanted = {flat(t) for _i, _c, t in permitted_triples(selection.entries)}
    for row in rows:
        for at, name in enumerate(head):
            if name == "Term_Info" and row[at]:
                text = flat(row[at - 1])
                bare = text.replace("|", "") if "Custom" in row[at] else text
                assert bare in (unwanted if "NonTerm" in row[at] else wanted)


@pytest.mark.parametrize(
    ("term", "stems"),
    [
        ("всеобъемлющее стратегическое партнёрство",
         "всеобъемлющ|ее стратегическ|ое партнёрств|о"),
        ("договор о дружбе", "договор| о дружбе"),
        ("коммюнике", None),
        ("a|b", None),
    ],
)  # fmt: skip
def test_memoq_stems(term: str, stems: str | None) -> None:
    """`|` stands behind what all forms of a word share; an indeclinable word has none."""
    entry = TermEntry(term, part_of_speech=PartOfSpeech.NOUN)
    assert with_stems(entry, Kind.TERM, "ru") == stems


@any_entries
@and_nasty_ones
@hypothesis.settings(max_examples=20)
def test_dictionaries_hold_every_source_term(found: tuple[ConceptEntry, ...]) -> None:
    """Lingvo and StarDict: a headword once, its article whole, the index in StarDict's order."""
    selection = selected(found, "ru")
    words = {
        " ".join(printable(term.term).split())
        for entry in selection.entries
        if any(t.is_permitted for t in entry.terms("ru"))
        for term in entry.terms("vi")
    }
    cards = dsl_cards(only_file(selection, "dsl"))
    assert {word for word in words if word} == set(cards)
    assert all(card.count("[m1]") for card in cards.values())
    stardict = StarDict(only_file(selection, "stardict"))
    assert set(stardict.articles) == {w for w in words if 0 < len(w.encode()) <= 255}
    assert stardict.words == sorted(stardict.words, key=stardict_key)
    assert stardict.synonyms == sorted(stardict.synonyms, key=lambda s: (stardict_key(s[0]), s[1]))
    assert all(at < len(stardict.words) for _word, at in stardict.synonyms)


def test_stardict_finds_what_people_type() -> None:
    """Without diacritics, in small letters, and from a Russian case form."""
    sections = (
        LanguageSection("vi", (TermEntry("Chủ tịch nước"),)),
        LanguageSection("ru", (TermEntry("договор"),)),
    )
    entry = ConceptEntry("x", "visits", sections)
    there = StarDict(only_file(Selection((entry,), SETTINGS, "vi", ("ru",)), "stardict"))
    assert {word.decode() for word, _at in there.synonyms} == {"chủ tịch nước", "chu tich nuoc"}
    back = StarDict(only_file(Selection((entry,), SETTINGS, "ru", ("vi",)), "stardict"))
    assert "договорами" in {word.decode() for word, _at in back.synonyms}


@given(found_entries, settings)
def test_json_is_whole_and_keeps_to_its_schema(
    found: tuple[ConceptEntry, ...], chosen: Settings
) -> None:
    """Every value of every entry stands in the file as it is."""
    schema = json.loads(SCHEMA_PATH.read_text(encoding="utf-8"))
    values = json.loads(only_file(Selection(found, chosen), "json"))
    jsonschema.Draft202012Validator(schema).validate(values)
    assert [v["id"] for v in values["concepts"]] == [e.id for e in found]
    for value, entry in zip(values["concepts"], found, strict=True):
        assert list(value["languages"]) == [s.language for s in entry.languages]
        for section in entry.languages:
            terms = value["languages"][section.language]["terms"]
            assert [t["term"] for t in terms] == [t.term for t in section.terms]


@any_entries
@and_nasty_ones
@hypothesis.settings(max_examples=20)
def test_nothing_in_a_page_is_read_as_markup(found: tuple[ConceptEntry, ...]) -> None:
    """Every term is text; there is one script, and nothing is asked of the outside."""
    selection = selected(found)
    page = Page(only_file(selection, "html"))
    shown = {
        (entry.id, code, printable(term.term))
        for entry in selection.entries
        if entry.terms("vi") and any(entry.terms(t) for t in ("en", "ru"))
        for code, term in entry.all_terms()
    }
    normal = {(i, c, t.replace("\r\n", "\n").replace("\r", "\n")) for i, c, t in shown}
    assert {(i, c, t.replace("\r", "\n")) for i, c, t in page.terms} == normal
    assert "img" not in page.tags and not page.outside


def test_a_quoted_term_stands_under_its_letter_in_the_page() -> None:
    """As in the book: “«зелёная» экономика” under З, where a reader looks for it."""
    terms = {"a": "«зелёная» экономика", "b": "ЗРК", "c": "жест"}
    found = tuple(bare(id, ru=TermEntry(t), vi=TermEntry(id)) for id, t in terms.items())
    selection = Selection(found, SETTINGS, "ru", ("vi",))
    page = FORMATS["html"].render(selection).files["glossary.html"].decode()
    letters = [line.partition("</h2>")[0][-1] for line in page.splitlines() if "<h2" in line]
    assert letters == ["Ж", "З"] and page.index("экономика</") < page.index("ЗРК</")


def test_anki_is_a_package_that_keeps_what_was_learnt(tmp_path: Path) -> None:
    """Opened as SQLite: guids are concept ids, a card a language, a deck a subject field."""
    selection = selected((NASTY_ENTRY, *PLAIN))
    data = only_file(selection, "anki")
    archive = zipfile.ZipFile(io.BytesIO(data))
    path = tmp_path / "collection.anki2"
    path.write_bytes(archive.read("collection.anki2"))
    with sqlite3.connect(path) as base:
        notes = base.execute("select guid, flds, tags from notes order by guid").fetchall()
        cards = base.execute("select count(*) from cards").fetchone()[0]
        decks = json.loads(base.execute("select decks from col").fetchone()[0])
    base.close()
    assert [guid for guid, _fields, _tags in notes] == ["another", "nasty", "other"]
    assert cards == 2 * len(notes)
    assert "T::thăm" in {deck["name"] for deck in decks.values()}
    nasty = notes[1][1].split("\x1f")
    assert len(nasty) == 5 and "<img" not in notes[1][1]
    assert "{X:gen} ru" in unescape(nasty[2])
