"""An existing concept is edited: the form and back, others' changes, the file's own layout."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from entries import entries, texts
from hypothesis import given
from hypothesis import strategies as st

from vnru_terms.curation.editing import entry_of, merged, values_of
from vnru_terms.findings import UnwritableOutputError
from vnru_terms.model import ConceptEntry, Status, Termbase, TermEntry
from vnru_terms.store.concept_file import normalised, parse_entry, render_entry
from vnru_terms.store.edits import read_snapshot
from vnru_terms.store.rewrite import rewritten, write_entry

HAND_MADE = """\
# top
id: talks   # why
languages:
    vi:
        terms:
        -   term: "hội đàm"   # in quotes
            status: preferred
            note: >
              dài
              dòng
        # mine
    ru:
        definition: {text: 'старое', source: x}
        terms:
        -   {term: переговоры, status: preferred}
related: [visit]
note:
"""


def parsed(text: str) -> ConceptEntry:
    entry, findings = parse_entry(text, "talks.yaml", "talks-and-conferences")
    assert entry is not None and findings == []
    return entry


def test_the_form_of_every_concept_gives_the_concept_back(termbase: Termbase) -> None:
    """Over the whole glossary: opening and saving changes nothing."""
    for entry in termbase.entries:
        assert entry_of(entry, values_of(entry)) == (entry, ())


@given(entries, entries)
def test_a_canonical_file_says_what_it_is_told(one: ConceptEntry, other: ConceptEntry) -> None:
    """Whatever was there and whatever shall be there, in the canonical form."""
    one, other = normalised(one), replace(normalised(other), id=one.id)
    assert rewritten(render_entry(one), "p", one, other) == render_entry(other)


_EDITS = {
    "note": "a, b: c", "distinguish": "#x", "trap": "no", "related": "visit meeting",
    "kind": "event",
    "vi/term/hội đàm": "hội nghị", "vi/note/hội đàm": "", "vi/source/hội đàm": "https://x.org/",
    "vi/definition": "Cuộc gặp: # hai bên", "vi/term/": "cuộc hội đàm", "en/term/": "talks",
    "ru/status/переговоры": "superseded", "ru/definition": "новое, [да]",
    "ru/gender/переговоры": "",
}  # fmt: skip


@given(st.sets(st.sampled_from(sorted(_EDITS))), st.sampled_from(["\n", "\r\n"]), texts)
def test_a_layout_of_its_own_survives(names: set[str], end: str, typed: str) -> None:
    """Comments, quotes, indentation and line ends around what was edited stay, whatever it is."""
    text = HAND_MADE.replace("\n", end)
    before = parsed(text)
    values = {**values_of(before), **{name: _EDITS[name] for name in names}}
    if "note" in names:
        values["note"] = typed
    after, problems = entry_of(before, values)
    assert after is not None and problems == ()
    shown = rewritten(text, "talks.yaml", before, after)
    assert parsed(shown) == normalised(after)
    for kept in ("# top", "# why", "# in quotes", "# mine"):
        assert kept in shown
    assert end == "\n" or "\n" not in shown.replace("\r\n", "")


def test_only_the_lines_of_an_edit_change() -> None:
    """In a file of a curator's own making."""
    before = parsed(HAND_MADE)
    after, _problems = entry_of(before, {**values_of(before), "vi/note/hội đàm": "ngắn"})
    assert after is not None
    shown = rewritten(HAND_MADE, "talks.yaml", before, after)
    block = "note: >\n              dài\n              dòng\n"
    assert shown == HAND_MADE.replace(block, "note: ngắn\n")


def test_what_has_no_safe_place_is_refused() -> None:
    """Rather than a layout be broken: a term in one line takes no further key."""
    before = parsed(HAND_MADE)
    values = {**values_of(before), "ru/source/переговоры": "https://x.org/"}
    after, problems = entry_of(before, values)
    assert after is not None and problems == ()
    with pytest.raises(UnwritableOutputError) as refused:
        rewritten(HAND_MADE, "talks.yaml", before, after)
    assert refused.value.hint


@pytest.mark.parametrize("values", [{"vi/term/hội đàm": ""}, {"related": ""}])
def test_what_can_be_taken_out_leaves_the_rest(values: dict[str, str]) -> None:
    """A term with its comment, or a key with its line."""
    before = parsed(HAND_MADE)
    after, problems = entry_of(before, {**values_of(before), **values})
    assert after is not None and problems == ()
    text = rewritten(HAND_MADE, "talks.yaml", before, after)
    assert parsed(text) == after and text.startswith("# top\nid: talks   # why\n")


def test_a_file_that_changed_is_not_written(tmp_path: Path) -> None:
    """Not by a byte, be the change ever so small."""
    path = tmp_path / "talks.yaml"
    path.write_text(HAND_MADE, encoding="utf-8")
    read = read_snapshot(path)
    path.write_text(HAND_MADE + "# x\n", encoding="utf-8")
    with pytest.raises(UnwritableOutputError):
        write_entry(read, replace(read.entry, note="mine"))
    assert path.read_text(encoding="utf-8") == HAND_MADE + "# x\n"


def test_a_byte_order_mark_stays(tmp_path: Path) -> None:
    """The digest is of the whole file."""
    path = tmp_path / "talks.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + HAND_MADE.encode())
    write_entry(read_snapshot(path), replace(read_snapshot(path).entry, note="mine"))
    assert path.read_bytes().startswith(b"\xef\xbb\xbf# top")
    assert read_snapshot(path).entry.note == "mine"


class TestMerging:
    BASE = parsed(HAND_MADE)

    def theirs(self, **values: str) -> ConceptEntry:
        names = {name.replace("__", "/"): text for name, text in values.items()}
        entry, _problems = entry_of(self.BASE, {**values_of(self.BASE), **names})
        assert entry is not None
        return entry

    def test_what_one_changed_is_taken_from_that_one(self) -> None:
        """Field by field."""
        mine = {**values_of(self.BASE), "trap": "mine"}
        found = merged(self.BASE, self.theirs(note="theirs"), mine)
        assert (found.values["trap"], found.values["note"]) == ("mine", "theirs")
        assert found.theirs == ("note",) and found.conflicts == () and found.gone == ()

    def test_what_both_changed_is_a_conflict(self) -> None:
        """The form keeps what was typed; the same change is none."""
        mine = {**values_of(self.BASE), "trap": "same", "note": "mine"}
        found = merged(self.BASE, self.theirs(note="theirs", trap="same"), mine)
        assert found.values["note"] == "mine" and found.conflicts == ("note",)

    def test_terms_are_known_by_their_words(self) -> None:
        """Though others have come before them."""
        first = TermEntry("беседа", Status.ADMITTED)
        russian = self.BASE.section("ru")
        assert russian is not None
        grown = replace(russian, terms=(first, *russian.terms))
        now = replace(self.BASE, languages=(self.BASE.languages[0], grown))
        mine = {**values_of(self.BASE), "ru/note/переговоры": "mine"}
        entry, _problems = entry_of(now, merged(self.BASE, now, mine).values)
        assert entry is not None
        assert [t.note for t in entry.terms("ru")] == ["", "mine"]

    def test_both_add_a_term(self) -> None:
        """Both stand there, mine with the status that I saw."""
        mine = {**values_of(self.BASE), "en/term/": "negotiations"}
        found = merged(self.BASE, self.theirs(en__term__="talks"), mine)
        entry, _problems = entry_of(self.theirs(en__term__="talks"), found.values)
        assert entry is not None
        assert [t.term for t in entry.terms("en")] == ["talks", "negotiations"]

    def test_a_term_that_is_gone_is_named(self) -> None:
        """Where something was typed at it."""
        now = self.theirs(**{"vi/term/hội đàm": "hội nghị"})
        mine = {**values_of(self.BASE), "vi/source/hội đàm": "x"}
        assert merged(self.BASE, now, mine).gone == ("hội đàm",)
        assert merged(self.BASE, now, values_of(self.BASE)).gone == ()


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"kind": "x"}, "kind"),
        ({"ru/status/переговоры": "x"}, "ru/status/переговоры"),
        ({"ru/usage/переговоры": "vn-side x"}, "ru/usage/переговоры"),
        ({"en/definition": "x"}, "en/definition"),
        ({"vi/definition_source": "x"}, "vi/definition"),
        ({"vi/term/hội đàm": "", "ru/term/переговоры": "", "ru/definition": "",
          "ru/definition_source": ""}, "vi/term/"),
    ],
)  # fmt: skip
def test_a_problem_names_its_field(values: dict[str, str], field: str) -> None:
    """And nothing comes of the form."""
    entry = parsed(HAND_MADE)
    found, problems = entry_of(entry, {**values_of(entry), **values})
    assert found is None and [p.field for p in problems] == [field]


@pytest.mark.parametrize(
    ("typed", "gender", "number", "fixed"),
    [("беседа", "feminine", None, False), ("консультации", None, "plural", False),
     ("коммюнике", None, None, True), ("ЕАЭС", None, None, False)],
)  # fmt: skip
def test_a_new_russian_noun_is_completed(typed, gender, number, fixed) -> None:
    """With what its words leave no doubt of; what was typed is not touched."""
    entry = parsed(HAND_MADE)
    values = {**values_of(entry), "ru/term/": typed, "ru/part_of_speech/": "noun"}
    found, _problems = entry_of(entry, values)
    assert found is not None
    term = found.terms("ru")[-1]
    shown = term.gender.value if term.gender else None, term.number.value if term.number else None
    assert (*shown, term.indeclinable) == (gender, number, fixed)
