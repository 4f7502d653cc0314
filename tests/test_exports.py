"""What exports carry and lose, part by part; nasty text comes through every format as it was."""

from __future__ import annotations

import io
import json
import sqlite3
import tracemalloc
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import replace
from html import unescape
from pathlib import Path

import hypothesis
import jsonschema
import pytest
from entries import NASTY, entries, settings
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
from hypothesis import example, given
from hypothesis import strategies as st

from vnru_terms.formats import FORMATS, Selection
from vnru_terms.formats.comments import flat
from vnru_terms.formats.format import Format, printable, written
from vnru_terms.formats.json_file import SCHEMA_PATH
from vnru_terms.formats.memoq import with_stems
from vnru_terms.formats.pairs import pairs_of
from vnru_terms.formats.parts import Part
from vnru_terms.formats.stardict import stardict_key
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
from vnru_terms.store.concept_file import ENTRY_KEYS, SECTION_KEYS, TERM_KEYS
from vnru_terms.workflow.export import export, select


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


def bare(id: str, **terms: TermEntry) -> ConceptEntry:
    """A concept with a term in each of some languages."""
    return ConceptEntry(id, "visits", tuple(LanguageSection(c, (t,)) for c, t in terms.items()))


def plain_terms(text: str) -> dict[str, TermEntry]:
    return {code: TermEntry(f"{text} {code}") for code in LANGUAGE_ORDER}


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


def test_the_schema_names_every_key_of_a_concept_file() -> None:
    """A key that is added to the files has to be added to the schema."""
    schema = json.loads(SCHEMA_PATH.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    parts = schema["$defs"]
    assert set(parts["concept"]["properties"]) == {*ENTRY_KEYS, "subject_field"}
    assert set(parts["section"]["properties"]) == set(SECTION_KEYS)
    assert set(parts["term"]["properties"]) == set(TERM_KEYS)


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
