"""The glossary on disk: read as text with places, written in one form, never half written."""

from __future__ import annotations

from pathlib import Path

import pytest
from entries import NASTY, entries
from hypothesis import given

from vnru_terms.findings import UnreadableInputError, UnwritableOutputError
from vnru_terms.model import ConceptEntry, Status
from vnru_terms.store import atomic
from vnru_terms.store.concept_file import parse_entry, render_entry, scalar
from vnru_terms.store.glossary import concept_paths, read_glossary, read_rejections
from vnru_terms.store.locate import locate_glossary
from vnru_terms.store.yaml_text import has_comments
from vnru_terms.text.normalise import normalise

CASES = Path(__file__).parent / "data" / "bad_yaml"


@given(entries)
def test_writing_then_reading_is_identity(entry: ConceptEntry) -> None:
    """Whatever an entry holds, its canonical YAML reads back as the same entry."""
    text = render_entry(entry)
    again, findings = parse_entry(text, "x.yaml", entry.subject_field)
    assert findings == []
    assert again == entry
    assert render_entry(again) == text


@pytest.mark.parametrize("text", NASTY)
def test_scalars_mean_the_same_to_any_yaml_reader(text: str) -> None:
    """A plain scalar of ours is a string to PyYAML's own loader too: `no` is not False."""
    import yaml

    stored = normalise(text)
    assert yaml.safe_load(f"key: {scalar(text)}\n") == {"key": stored}
    assert yaml.safe_load(f"key: [{scalar(text, flow=True)}]\n") == {"key": [stored]}


def test_the_whole_glossary_is_canonical(root: Path) -> None:
    """Reading and writing every file of the real glossary changes no byte."""
    paths = concept_paths(root / "glossary")
    assert len(paths) >= 150
    for path in paths:
        text = path.read_text(encoding="utf-8")
        entry, findings = parse_entry(text, path.name, path.parent.name)
        assert not findings and entry is not None
        assert render_entry(entry) == text, f"{path}: run vnru-terms tidy"


@pytest.mark.parametrize("case", sorted(CASES.glob("*.txt")), ids=lambda p: p.stem)
def test_bad_files_are_found_with_their_line(case: Path) -> None:
    """Each case: first line `CODE LINE words`, then the file; the finding is there and says so."""
    head, text = case.read_text(encoding="utf-8").split("\n", 1)
    code, line, words = head.split(" ", 2)
    _entry, findings = parse_entry(text, "x.yaml", "visits")
    matching = [f for f in findings if f.code == code and f.place.line == int(line)]
    assert matching, [str(f) for f in findings]
    assert words in str(matching[0])


def test_values_that_look_like_others_stay_text(tmp_path: Path) -> None:
    """`no`, dates and numbers are the strings that stand there."""
    text = "id: no\nlanguages:\n  vi:\n    terms:\n    - term: 0001\n      status: preferred\n"
    entry, findings = parse_entry(text, "x.yaml", "visits")
    assert entry is not None and not findings
    assert (entry.id, entry.preferred("vi").term) == ("no", "0001")


def test_an_entry_remembers_its_places() -> None:
    """Line and column of an id and of a term count from 1."""
    text = "id: a\nlanguages:\n  vi:\n    terms:\n    - term: b\n      status: preferred\n"
    entry, _findings = parse_entry(text, "x.yaml", "visits")
    assert str(entry.place) == "x.yaml:1:5"
    assert str(entry.preferred("vi").place) == "x.yaml:5:13"


def test_a_file_of_another_encoding_is_named_with_its_line(tmp_path: Path) -> None:
    """One bad file is a finding; the others are read all the same."""
    folder = tmp_path / "glossary" / "visits"
    folder.mkdir(parents=True)
    (folder / "bad.yaml").write_bytes("id: bad\nnote: Thủ tướng\n".encode("utf-16-le"))
    (folder / "worse.yaml").write_bytes(b"id: worse\nnote: \xe9\xff\n")
    good = "id: good\nlanguages:\n  vi:\n    terms:\n    - term: b\n      status: preferred\n"
    (folder / "good.yaml").write_text(good, encoding="utf-8-sig")
    termbase, findings = read_glossary(tmp_path / "glossary")
    assert [e.id for e in termbase.entries] == ["good"]
    assert {f.place.path.split("/")[-1] for f in findings} == {"bad.yaml", "worse.yaml"}
    worse = next(f for f in findings if "worse" in f.place.path)
    assert (worse.code, worse.place.line) == ("E102", 2)


def test_no_such_folder_is_an_error_with_a_hint(tmp_path: Path) -> None:
    """A mistyped folder is refused, with a word on how to start one."""
    with pytest.raises(UnreadableInputError) as caught:
        read_glossary(tmp_path / "nowhere")
    assert "init" in caught.value.hint


def test_rejections_are_read_and_short_rows_found(tmp_path: Path) -> None:
    """A row of `rejected.tsv` with a column missing is a finding at its line."""
    path = tmp_path / "rejected.tsv"
    path.write_text("term\treason\tby\tdate\nhai bên\tgeneral\tlan\t2026-01-31\nxin\n")
    rejections, findings = read_rejections(path)
    assert [r.term for r in rejections] == ["hai bên"]
    assert [(f.code, f.place.line) for f in findings] == [("E110", 3)]


class TestAtomicWriting:
    def test_a_failed_write_leaves_the_old_file(self, tmp_path: Path, monkeypatch) -> None:
        """A full disk in the middle of writing: the old bytes stand, nothing is left over."""
        path = tmp_path / "a.txt"
        path.write_text("old")

        def full(handle: int) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(atomic.os, "fsync", full)
        with pytest.raises(UnwritableOutputError) as caught:
            atomic.write_text(path, "new")
        assert "the disk is full" in str(caught.value)
        assert path.read_text() == "old"
        assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]

    def test_a_folder_that_cannot_be_made_is_a_clear_error(self, tmp_path: Path) -> None:
        """A file where the folder should be."""
        (tmp_path / "out").write_text("a file")
        with pytest.raises(UnwritableOutputError):
            atomic.write_text(tmp_path / "out" / "a.txt", "new")

    def test_several_files_are_written_all_or_none(self, tmp_path: Path) -> None:
        """One that cannot be written leaves the others as they were, and nothing beside them."""
        (tmp_path / "a.txt").write_text("old")
        (tmp_path / "b").mkdir()
        with pytest.raises(UnwritableOutputError) as caught:
            atomic.write_together({tmp_path / "a.txt": b"new", tmp_path / "b": b"new"})
        assert "b" in str(caught.value.place)
        assert (tmp_path / "a.txt").read_text() == "old"
        assert sorted(p.name for p in tmp_path.iterdir()) == ["a.txt", "b"]

    def test_an_interrupt_leaves_nothing_over(self, tmp_path: Path, monkeypatch) -> None:
        """Ctrl-C in the middle of writing."""

        def interrupt(handle: int) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(atomic.os, "fsync", interrupt)
        with pytest.raises(KeyboardInterrupt):
            atomic.write_text(tmp_path / "a.txt", "new")
        assert list(tmp_path.iterdir()) == []

    def test_the_mode_of_a_file_is_kept(self, tmp_path: Path) -> None:
        """Replacing a file does not open it to others, nor close it."""
        path = tmp_path / "a.txt"
        path.write_text("old")
        path.chmod(0o640)
        atomic.write_text(path, "new")
        assert (path.read_text(), path.stat().st_mode & 0o777) == ("new", 0o640)


class TestLocating:
    def test_the_nearest_glossary_above_wins(self, tmp_path: Path) -> None:
        """From a folder below, the glossary beside an ancestor is used."""
        (tmp_path / "glossary").mkdir()
        (tmp_path / "glossary" / "glossary.yaml").touch()
        (tmp_path / "a" / "b").mkdir(parents=True)
        located = locate_glossary(None, {}, tmp_path / "a" / "b")
        assert located.folder == tmp_path / "glossary"

    def test_a_folder_without_glossary_yaml_is_not_one(self, tmp_path: Path) -> None:
        """A folder that happens to be called glossary does not hide the bundled one."""
        (tmp_path / "glossary").mkdir()
        assert locate_glossary(None, {}, tmp_path).folder != tmp_path / "glossary"

    def test_the_option_wins_over_the_variable(self, tmp_path: Path) -> None:
        """--glossary, then VNRU_TERMS_GLOSSARY."""
        environ = {"VNRU_TERMS_GLOSSARY": str(tmp_path / "v")}
        assert locate_glossary(tmp_path / "o", environ, tmp_path).folder == tmp_path / "o"
        assert locate_glossary(None, environ, tmp_path).folder == tmp_path / "v"


def test_comments_are_told_from_hashes_in_text() -> None:
    """A `#` inside a quoted or plain scalar is no comment."""
    assert has_comments("# why\nid: a\n")
    assert has_comments("id: a  # why\n")
    assert not has_comments("id: a#b\nnote: 'c # d'\n")


def test_statuses_of_the_glossary_are_read(termbase) -> None:
    """The real glossary uses preferred, admitted and deprecated terms."""
    found = {term.status for entry in termbase.entries for _l, term in entry.all_terms()}
    assert {Status.PREFERRED, Status.ADMITTED, Status.DEPRECATED} <= found
