"""What the desk writes: one term into a file, a new file, a row, the log; and takes back."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from entries import entries
from entries import terms as term_entries
from hypothesis import assume, given
from hypothesis import strategies as st

from vnru_terms.findings import UnreadableInputError, UnwritableOutputError
from vnru_terms.model import ConceptEntry, Rejection, Status, TermEntry
from vnru_terms.store import atomic
from vnru_terms.store.concept_file import parse_entry, render_entry
from vnru_terms.store.decisions import (
    Decision,
    DecisionKind,
    append_decision,
    read_decisions,
    render_decision,
)
from vnru_terms.store.edits import (
    Edit,
    add_rejection,
    add_term,
    read_snapshot,
    take_back,
    write_concept,
)
from vnru_terms.store.glossary import concept_paths, read_rejections
from vnru_terms.store.lock import locked
from vnru_terms.store.splice import splice_term

NEW = TermEntry("đối tác: mới", Status.ADMITTED)

# A curator's file: comments everywhere, both quotes, a block scalar, odd indentation.
BY_HAND = """\
# asked Hà on Monday
id: partner          # do not rename
languages:
    vi:
        definition:
            text: |
                người cùng làm # no comment
        terms:
          -   term: "đối tác"
              status: preferred   # sure
              # Lan: from the treaty
        # what follows is checked

    # Russian is Minh's
    ru:
        terms:
        - {term: партнёр, status: preferred}
related: []
"""
HEAD = "id: a\nlanguages:\n  vi:\n    terms:\n    - term: b\n      status: preferred\n"
FORMS = {
    "by hand": (BY_HAND, "vi"),
    "flow items": (BY_HAND, "ru"),
    "a new section": (BY_HAND, "en"),
    "windows": (BY_HAND.replace("\n", "\r\n"), "vi"),
    "no final newline": (
        "id: a\nlanguages:\n  ru:\n    terms:\n    - term: б\n      status: preferred", "ru",
    ),
    "first section": (
        "id: a\nlanguages:\n  ru:\n    terms:\n    - term: б\n      status: preferred\n", "vi",
    ),
    "ends in a block": (
        HEAD + "      note: >\n        x\n\n# end\n",
        "vi",
    ),
    "documents": (
        f"---\n{HEAD}...\n",
        "vi",
    ),
}  # fmt: skip


class TestSplice:
    @pytest.mark.parametrize("name", FORMS)
    def test_every_other_byte_stays(self, name: str) -> None:
        """Only lines come in; taken out, the text is what it was; it reads as it was and more."""
        text, language = FORMS[name]
        splice = splice_term(text, "x.yaml", language, NEW)
        after = splice.applied(text)
        assert after.replace(splice.new, "", 1) == text
        before, _f = parse_entry(text, "x", "visits")
        again, findings = parse_entry(after, "x", "visits")
        assert findings == []
        assert again.terms(language) == (*before.terms(language), NEW)

    def test_a_comment_below_a_term_stays_its_own(self) -> None:
        """One that is indented deeper than the dash; one at the dash's column moves down."""
        after = splice_term(BY_HAND, "x", "vi", NEW).applied(BY_HAND)
        assert after.index("from the treaty") < after.index("mới") < after.index("what follows")
        assert "          -   term: 'đối tác: mới'\n              status: admitted\n" in after

    @given(entries, term_entries)
    def test_in_a_canonical_file_it_is_canonical(
        self, entry: ConceptEntry, term: TermEntry
    ) -> None:
        """Splicing is what writing the whole entry anew would give."""
        language = entry.languages[0].language
        text = render_entry(entry)
        try:
            after = splice_term(text, "x", language, term).applied(text)
        except UnwritableOutputError as error:
            assert "already" in error.message
            return
        again, _findings = parse_entry(after, "x", entry.subject_field)
        assert render_entry(again) == after

    @pytest.mark.parametrize(
        ("text", "word"),
        [
            ("id: a\nlanguages: {vi: {terms: [{term: b, status: preferred}]}}\n", "dash"),
            ("id: a\nlanguages:\n  vi:\n    terms: [{term: b}]\n", "dash"),
            ("id: a\nlanguages: {en: {terms: [{term: b}]}}\n", "one below the other"),
            ("id: a\nlanguages:\n  vi:\n    terms:\n    - term: 'đối tác: mới'\n", "already"),
            ("id: [\n", "cannot be read"),
        ],
    )
    def test_what_it_cannot_do_is_refused(self, text: str, word: str) -> None:
        """With a word on why; nothing is guessed."""
        with pytest.raises(UnwritableOutputError) as caught:
            splice_term(text, "x.yaml", "vi", NEW)
        assert word in caught.value.message

    def test_every_file_of_the_glossary_takes_a_term(self, root: Path) -> None:
        """In each language that it has."""
        for path in concept_paths(root / "glossary"):
            text = path.read_text(encoding="utf-8")
            entry, _findings = parse_entry(text, path.name, path.parent.name)
            for section in entry.languages:
                splice = splice_term(text, path.name, section.language, NEW)
                assert splice.applied(text).replace(splice.new, "", 1) == text


@pytest.fixture
def glossary(tmp_path: Path) -> Path:
    """A glossary with one hand-written concept."""
    folder = tmp_path / "glossary"
    (folder / "relations").mkdir(parents=True)
    (folder / "relations" / "partner.yaml").write_text(BY_HAND, encoding="utf-8")
    return folder


def tree(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()
    }


def concept(id: str = "visit") -> ConceptEntry:
    text = f"id: {id}\nlanguages:\n  vi:\n    terms:\n    - term: thăm\n      status: preferred\n"
    entry, _findings = parse_entry(text, "x", "visits")
    return entry


class TestEdits:
    def test_each_edit_is_taken_back_to_the_byte(self, glossary: Path) -> None:
        """Last first, whatever they were; folders that the desk made go too."""
        states, edits = [tree(glossary)], []
        partner = glossary / "relations" / "partner.yaml"
        for edit in (
            lambda: write_concept(glossary, concept()),
            lambda: add_term(glossary, read_snapshot(partner), "vi", NEW),
            lambda: add_rejection(glossary, Rejection("xin chào", "general", "lan", "2026-01-31")),
            lambda: add_rejection(glossary, Rejection("ăn", "general", "lan", "2026-01-31")),
            lambda: add_term(glossary, read_snapshot(partner), "en", NEW),
        ):
            edits.append(edit())
            states.append(tree(glossary))
        for edit in reversed(edits):
            assert tree(glossary) == states.pop()
            take_back(glossary, edit)
        assert tree(glossary) == states.pop()
        assert not (glossary / "visits").exists()

    def test_a_byte_order_mark_stays(self, glossary: Path) -> None:
        """Notepad's files, with its line ends."""
        path = glossary / "relations" / "partner.yaml"
        data = BY_HAND.replace("\n", "\r\n").encode("utf-8-sig")
        path.write_bytes(data)
        edit = add_term(glossary, read_snapshot(path), "vi", NEW)
        assert path.read_bytes().startswith(data[:80])
        assert b"\n" not in path.read_bytes().replace(b"\r\n", b"")
        take_back(glossary, edit)
        assert path.read_bytes() == data

    def test_a_file_changed_since_it_was_read_is_not_touched(self, glossary: Path) -> None:
        """The later of two curators is told."""
        path = glossary / "relations" / "partner.yaml"
        mine, theirs = read_snapshot(path), read_snapshot(path)
        add_term(glossary, theirs, "vi", TermEntry("bạn"))
        data = path.read_bytes()
        with pytest.raises(UnwritableOutputError) as caught:
            add_term(glossary, mine, "vi", NEW)
        assert "changed meanwhile" in caught.value.message and path.read_bytes() == data

    def test_an_edit_under_somebodys_change_is_not_taken_back(self, glossary: Path) -> None:
        """Undo says so and leaves the file."""
        edit = write_concept(glossary, concept())
        path = glossary / "visits" / "visit.yaml"
        path.write_text(path.read_text(encoding="utf-8") + "note: mine\n", encoding="utf-8")
        data = path.read_bytes()
        with pytest.raises(UnwritableOutputError) as caught:
            take_back(glossary, edit)
        assert "changed since" in caught.value.message and path.read_bytes() == data
        path.unlink()
        with pytest.raises(UnwritableOutputError):
            take_back(glossary, edit)

    def test_an_id_is_given_once(self, glossary: Path) -> None:
        """In whatever subject field."""
        before = tree(glossary)
        with pytest.raises(UnwritableOutputError) as caught:
            write_concept(glossary, concept("partner"))
        assert "taken" in caught.value.message and tree(glossary) == before

    def test_an_unsound_file_is_not_edited(self, glossary: Path) -> None:
        """It says what to mend."""
        path = glossary / "relations" / "bad.yaml"
        path.write_text("id: a\nid: b\n", encoding="utf-8")
        with pytest.raises(UnreadableInputError):
            read_snapshot(path)
        with pytest.raises(UnreadableInputError):
            read_snapshot(glossary / "nowhere.yaml")

    def test_rejections_stand_in_vietnamese_order(self, glossary: Path) -> None:
        """Under the head, and each as four cells whatever was typed."""
        for term in ("xin", "ăn", "an", "đi", "dạ"):
            add_rejection(glossary, Rejection(term, "a\tb\nc", "lan", "2026-01-31"))
        rejections, findings = read_rejections(glossary / "rejected.tsv")
        assert findings == []
        assert [r.term for r in rejections] == ["an", "ăn", "dạ", "đi", "xin"]
        assert {r.reason for r in rejections} == {"a b c"}

    def test_a_row_is_taken_back_from_among_later_ones(self, glossary: Path) -> None:
        """Others' rows, and other line ends, do not keep it; a row that is gone does."""
        edit = add_rejection(glossary, Rejection("b", "x", "lan", "2026-01-31"))
        path = glossary / "rejected.tsv"
        path.write_bytes(b"term\treason\tby\tdate\r\na\t\t\t\r\nb\tx\tlan\t2026-01-31\r\nc\t\t\t")
        add_rejection(glossary, Rejection("d", "x", "lan", "2026-01-31"))
        take_back(glossary, edit)
        assert [r.term for r in read_rejections(path)[0]] == ["a", "c", "d"]
        with pytest.raises(UnwritableOutputError):
            take_back(glossary, edit)

    def test_a_kill_in_the_middle_of_writing_leaves_the_old_file(
        self, glossary: Path, monkeypatch
    ) -> None:
        """Whatever stops the process before the new file takes the old one's place."""
        before = tree(glossary)
        path = glossary / "relations" / "partner.yaml"

        def killed(handle: int) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(atomic.os, "fsync", killed)
        with pytest.raises(KeyboardInterrupt):
            add_term(glossary, read_snapshot(path), "vi", NEW)
        assert tree(glossary) == before


texts = st.text(st.characters(codec="utf-8"), max_size=8)
decisions = st.builds(
    Decision,
    kind=st.sampled_from(DecisionKind),
    key=texts,
    term=texts,
    concept=texts,
    reason=texts,
    by=texts,
    on=texts,
    edit=st.none() | st.builds(Edit, texts, st.integers(0, 9), texts, texts, texts),
)


class TestLog:
    @given(st.lists(decisions, max_size=5), st.data())
    def test_a_torn_log_loses_its_last_line_at_most(self, tmp_path_factory, log, data) -> None:
        """Cut anywhere: what was whole is read, and the next decision is not lost with it."""
        assume(all(d.key for d in log))
        path = tmp_path_factory.mktemp("log") / ".vnru-terms" / "review.jsonl"
        for decision in log:
            append_decision(path, decision)
        assert read_decisions(path) == (tuple(log), [])
        whole = path.read_bytes() if log else b""
        cut = data.draw(st.integers(0, len(whole)))
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(whole[:cut])
        kept, findings = read_decisions(path)
        lines = whole[:cut].count(b"\n")
        assert findings == [] and kept[:lines] == tuple(log[:lines]) and len(kept) <= lines + 1
        last = Decision(DecisionKind.LATER, "x")
        append_decision(path, last)
        assert read_decisions(path) == ((*kept, last), [])

    def test_a_damaged_line_in_the_middle_is_a_warning(self, tmp_path: Path) -> None:
        """Its place is named and the others are read."""
        path = tmp_path / "review.jsonl"
        good = render_decision(Decision(DecisionKind.LATER, "a"))
        path.write_text(good + '{"kind": "later", "key": 1}\n[]\n\n' + good, encoding="utf-8")
        found, findings = read_decisions(path)
        assert len(found) == 2
        assert [(f.code, f.place.line) for f in findings] == [("W131", 2), ("W131", 3)]

    def test_no_log_is_no_decision(self, tmp_path: Path) -> None:
        """A new glossary."""
        assert read_decisions(tmp_path / "x") == ((), [])

    def test_a_log_that_cannot_be_written_is_a_clear_error(self, tmp_path: Path) -> None:
        """A file where the folder should be."""
        (tmp_path / "x").write_text("")
        with pytest.raises(UnwritableOutputError):
            append_decision(tmp_path / "x" / "log", Decision(DecisionKind.LATER, "a"))
        with pytest.raises(UnwritableOutputError), locked(tmp_path / "x" / "lock"):
            pass


def test_two_writers_wait_for_each_other(tmp_path: Path) -> None:
    """Four processes, each reading and adding in two steps: no row is lost."""
    script = textwrap.dedent("""
        import sys, pathlib
        from vnru_terms.model import Rejection
        from vnru_terms.store.edits import add_rejection
        from vnru_terms.store.lock import locked
        folder = pathlib.Path(sys.argv[1])
        for i in range(10):
            with locked(folder / "lock"):
                add_rejection(folder, Rejection(f"t{sys.argv[2]}{i}"))
    """)
    running = [
        subprocess.Popen([sys.executable, "-c", script, str(tmp_path), str(i)]) for i in range(4)
    ]
    assert [process.wait() for process in running] == [0] * 4
    assert len(read_rejections(tmp_path / "rejected.tsv")[0]) == 40
