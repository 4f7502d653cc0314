"""What two editions of a glossary changed."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from entries import entries as any_entries
from hypothesis import given
from hypothesis import strategies as st

from vnru_terms.curation.editions import ChangeKind, changes
from vnru_terms.model import (
    ConceptEntry,
    Definition,
    LanguageSection,
    Status,
    Termbase,
    TermEntry,
    Usage,
    Validity,
)


def concept(*ru: TermEntry, definition: str = "", **more: object) -> ConceptEntry:
    section = LanguageSection("ru", ru, Definition(definition) if definition else None)
    return ConceptEntry("x", "f", (LanguageSection("vi", (TermEntry("x"),)), section), **more)


A, B = TermEntry("а"), TermEntry("б")
OLD_A, OLD_B = (replace(term, status=Status.DEPRECATED) for term in (A, B))
ALSO_A, ALSO_B = (replace(term, status=Status.ADMITTED) for term in (A, B))


@pytest.mark.parametrize(
    ("was", "now", "expected"),
    [
        (None, concept(A), [("new", "", "", "x · а")]),
        (concept(A), None, [("removed", "", "x · а", "")]),
        (concept(A), concept(A), []),
        (concept(A), concept(replace(A, note="n", source=("s",))), []),
        (concept(A), concept(B), [("renamed", "ru", "а", "б")]),
        (concept(A), concept(B, ALSO_A), [("renamed", "ru", "а", "б")]),
        (concept(A), concept(B, OLD_A),
         [("renamed", "ru", "а", "б"), ("deprecated", "ru", "а", "б")]),
        (concept(A, ALSO_B), concept(A, OLD_B), [("deprecated", "ru", "б", "а")]),
        (concept(A), concept(A, ALSO_B), [("term added", "ru", "", "б (admitted)")]),
        (concept(A, ALSO_B), concept(A), [("term removed", "ru", "б (admitted)", "")]),
        (concept(A, OLD_B), concept(A, ALSO_B),
         [("status", "ru", "б (deprecated)", "б (admitted)")]),
        (concept(A), concept(A, definition="d"), [("definition", "ru", "", "d")]),
        (concept(A), concept(A, valid=Validity(to="2025-02", successor="y")),
         [("expired", "", "2025-02", "y")]),
        (concept(A, valid=Validity(to="2025")), concept(B, valid=Validity(to="2025")),
         [("renamed", "ru", "а", "б")]),
        (concept(A), replace(concept(A), subject_field="g"), [("moved", "", "f", "g")]),
        (concept(replace(A, usage=(Usage.VN_SIDE,)), replace(B, usage=(Usage.RU_SIDE,))),
         concept(replace(A, usage=(Usage.VN_SIDE,)), TermEntry("в", usage=(Usage.RU_SIDE,))),
         [("renamed", "ru", "б", "в")]),
    ],
)  # fmt: skip
def test_changes(was, now, expected) -> None:
    """Each case is one thing that a curator does."""
    old, new = (Termbase((entry,) if entry else ()) for entry in (was, now))
    found = [(c.kind.value, c.language, c.old, c.new) for c in changes(old, new)]
    assert found == expected


@given(st.lists(any_entries, max_size=3, unique_by=lambda entry: entry.id))
def test_an_edition_does_not_differ_from_itself(entries: list[ConceptEntry]) -> None:
    """And against nothing it is all new, or all removed."""
    whole, none = Termbase(tuple(entries)), Termbase()
    assert changes(whole, whole) == []
    assert [c.kind for c in changes(none, whole)] == [ChangeKind.NEW] * len(entries)
    assert [c.kind for c in changes(whole, none)] == [ChangeKind.REMOVED] * len(entries)


def test_a_successor_is_told_by_its_term() -> None:
    """A reader knows no ids."""
    ended = replace(concept(A), valid=Validity(to="2025-02", successor="y"))
    next_one = replace(concept(B), id="y", languages=(LanguageSection("vi", (TermEntry("kế"),)),))
    (found,) = changes(Termbase((concept(A), next_one)), Termbase((ended, next_one)))
    assert (found.new, found.successor) == ("y", "kế")
    assert "successor" not in found.as_json()


class TestCommand:
    @pytest.fixture
    def editions(self, tmp_path: Path) -> tuple[Path, Path]:
        """Two folders; in the second the Russian term has another name."""
        folders = []
        for name, term in (("old", "беседа"), ("new", "переговоры")):
            folder = tmp_path / name
            (folder / "talks").mkdir(parents=True)
            (folder / "talks" / "talks.yaml").write_text(
                "id: talks\nlanguages:\n  vi:\n    terms:\n    - term: hội đàm\n"
                f"      status: preferred\n  ru:\n    terms:\n    - term: {term}\n"
                "      status: preferred\n",
                encoding="utf-8",
            )
            folders.append(folder)
        return folders[0], folders[1]

    def test_two_folders(self, run, editions: tuple[Path, Path]) -> None:
        """Text for a person, JSON for a program."""
        result = run("--glossary", editions[1], "diff", *editions)
        assert result.exit_code == 0
        assert "hội đàm (talks) [ru]: беседа → переговоры" in result.stdout
        (found,) = json.loads(run("--glossary", editions[1], "diff", *editions, "--json").stdout)
        assert found == {"kind": "renamed", "id": "talks", "head": "hội đàm", "language": "ru",
                         "old": "беседа", "new": "переговоры"}  # fmt: skip

    @pytest.mark.client("git")
    def test_a_revision_against_the_glossary_in_use(
        self, run, editions: tuple[Path, Path], tmp_path: Path
    ) -> None:
        """The working tree is left as it is, changes in it are seen."""
        home = tmp_path / "repository"
        shutil.copytree(editions[0], home / "glossary")
        git = ["git", "-C", str(home), "-c", "user.name=x", "-c", "user.email=x@example.org"]
        for arguments in (["init", "-q"], ["add", "."], ["commit", "-qm", "first"]):
            subprocess.run([*git, *arguments], check=True)
        shutil.copytree(editions[1], home / "glossary", dirs_exist_ok=True)
        result = run("--glossary", home / "glossary", "diff", "HEAD")
        assert "беседа → переговоры" in result.stdout
        assert run("--glossary", home / "glossary", "diff", "HEAD", "HEAD").stdout == ""

    @pytest.mark.parametrize("name", ["nowhere", "--output=x", "HEAD~999"])
    def test_what_is_no_edition_is_exit_2(
        self, run, editions: tuple[Path, Path], name: str
    ) -> None:
        """Said with the name."""
        result = run("--glossary", editions[1], "diff", "--", name)
        assert result.exit_code == 2 and name in result.stderr
