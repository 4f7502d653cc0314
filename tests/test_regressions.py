"""What readers and users once found wrong, each with the smallest case that shows it."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from vnru_terms.store.concept_file import parse_entry
from vnru_terms.store.glossary import read_glossary
from vnru_terms.store.yaml_text import has_comments
from vnru_terms.workflow.tidy import tidy

ENTRY = (
    "id: visit\nkind: term\nlanguages:\n  vi:\n    terms:\n    - term: chuyến thăm\n"
    "      status: preferred\n      part_of_speech: noun\n"
)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A copy of the small glossary."""
    return Path(
        shutil.copytree(
            Path(__file__).parent / "data" / "small" / "glossary", tmp_path / "glossary"
        )
    )


def write(folder: Path, text: str, name: str = "visit.yaml") -> Path:
    path = folder / "visits-and-protocol" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_deep_nesting_is_a_finding_and_not_a_crash(opening: str) -> None:
    """Composing it would overflow the C stack of the process."""
    _entry, findings = parse_entry("note: " * (opening != "- ") + opening * 100_000, "x.yaml", "f")
    assert [f.code for f in findings] == ["E101"]


def test_a_comment_behind_a_block_scalar_s_header_is_a_comment() -> None:
    """`|` may have one on its own line; the text below may hold hashes."""
    assert has_comments("note: | # why\n  text\n")
    assert not has_comments("note: |\n  # text\nid: a\n")


@pytest.mark.parametrize(
    "text",
    [
        ENTRY.replace("      part", "      indeclinable: yes\n      part"),
        ENTRY + "  en:\n    terms: []\n",
        ENTRY + "note: | # why\n  text\n",
    ],
)
def test_tidy_never_drops_what_it_does_not_understand(small: Path, text: str) -> None:
    """A value that the canonical form would lose leaves the file as it is, and is told."""
    path = write(small, text)
    tidied = tidy(small, [path])
    assert path.read_text(encoding="utf-8") == text
    assert tidied.findings and not tidied.changed


def test_one_file_that_cannot_be_written_does_not_stop_tidy(small: Path, monkeypatch) -> None:
    """The others are rewritten and listed; the one is a finding."""
    from vnru_terms.findings import UnwritableOutputError
    from vnru_terms.workflow import tidy as module

    bad, good = write(small, ENTRY + "\n", "bad.yaml"), write(small, ENTRY + "\n", "good.yaml")
    real = module.write_text

    def refuse(path: Path, text: str) -> None:
        if path == bad:
            raise UnwritableOutputError("no")
        real(path, text)

    monkeypatch.setattr(module, "write_text", refuse)
    tidied = tidy(small, [bad, good])
    assert tidied.changed == (good,)
    assert [f.code for f in tidied.findings] == ["E114"]


@pytest.mark.parametrize(
    "source", ["/etc/hostname:1", "../secret/x:1", "seeds/x.txt:²", '"seeds/\\0x:1"']
)
def test_a_cited_source_is_read_below_the_glossary_s_home_only(small: Path, source: str) -> None:
    """No absolute path, no way up, no number that is none."""
    (small.parent.parent / "secret").mkdir(exist_ok=True)
    context = f"      context:\n        text: chuyến thăm\n        source: {source}\n"
    write(small, ENTRY + context)
    termbase, _findings = read_glossary(small)
    assert source not in termbase.cited


def test_editors_locks_and_odd_folders_do_not_stop_a_look_up(small: Path, run) -> None:
    """A dangling lock file, a folder named like a concept."""
    (small / "visits-and-protocol").mkdir(exist_ok=True)
    (small / "visits-and-protocol" / ".#visit.yaml").symlink_to("lan@host.123")
    (small / "visits-and-protocol" / "odd.yaml").mkdir()
    assert run("--glossary", small, "lookup", "tham vấn chính trị").exit_code == 0
    result = run("--glossary", small, "validate")
    assert result.exit_code == 0 and "W111" in result.stdout


def test_validate_takes_any_way_to_name_a_path(small: Path, run, monkeypatch) -> None:
    """`validate .` and an absolute path find what `validate` finds; another folder is refused."""
    path = write(small, ENTRY.replace("preferred", "prefered"))
    monkeypatch.chdir(small.parent)
    for where in (".", small, path, "glossary/visits-and-protocol"):
        assert run("--glossary", "glossary", "validate", where).exit_code == 1
    (small.parent / "other").mkdir()
    assert run("--glossary", "glossary", "validate", "other").exit_code == 2


def test_the_folder_above_and_the_folder_below_are_told(small: Path, run) -> None:
    """With the folder to give instead."""
    for wrong in (small.parent, small / "talks-and-conferences"):
        result = run("--glossary", wrong, "validate")
        assert result.exit_code == 2
        assert f"--glossary {small}" in result.stderr


def test_a_glossary_folder_without_settings_is_not_passed_over_silently(
    small: Path, run, monkeypatch
) -> None:
    """The word on stderr names it."""
    (small / "glossary.yaml").unlink()
    monkeypatch.chdir(small.parent)
    assert str(small) in run("stats").stderr


def test_the_bundled_glossary_s_exports_never_go_to_the_program(
    tmp_path: Path, run, monkeypatch, root: Path
) -> None:
    """From a folder without a glossary, a checkout behaves as a wheel does."""
    monkeypatch.chdir(tmp_path)
    assert run("export", "csv").exit_code == 0
    assert (tmp_path / "build" / "glossary.csv").is_file()
    assert run("tidy").exit_code == 2


def test_contexts_in_mined_csv_stand_in_the_article(tmp_path: Path, run, root: Path) -> None:
    """Left, node and right joined are a piece of a line: no space lost, none put in."""
    article = (root / "seeds" / "004_332d4b088eeceaf5.txt").read_text(encoding="utf-8")
    (tmp_path / "a.txt").write_text(article, encoding="utf-8")
    result = run("mine", tmp_path / "a.txt", "--format", "csv", "--top", "20")
    rows = list(csv.DictReader(io.StringIO(result.stdout.lstrip("\ufeff"))))
    text = " ".join(article.split())
    assert len(rows) == 20
    for row in rows:
        assert " ".join(row["context"].strip("… ").split()) in text


def test_explain_lines_covers_every_article(run) -> None:
    """Each line of each file; as a table under the file's name, in 80 columns, with a legend."""
    rows = run("mine", "seeds", "--explain-lines", "--json").stdout.splitlines()
    found = [json.loads(row) for row in rows]
    assert len({row["file"] for row in found}) == 5
    assert set(found[0]) == {"file", "line", "kind", "rule", "text"}
    table = run("mine", "seeds", "--explain-lines").stdout.splitlines()
    assert max(len(line) for line in table) <= 80
    assert len([line for line in table if line.endswith(".txt")]) == 5
    legend = table[table.index("") + 1 :]
    assert {row["rule"] for row in found} - {"blank"} == {
        line.split()[0] for line in legend if not line.startswith(" ")
    }


def test_a_broken_article_is_exit_1_in_the_main_job_too(small: Path, run) -> None:
    """The others are mined all the same."""
    seeds = small.parent / "seeds"
    seeds.mkdir()
    (seeds / "bad.txt").write_bytes(b"Vi\xe9t Nam \xff\n" * 20)
    root = Path(__file__).resolve().parent.parent
    for name in ("000_914252faf773c0c0", "002_dc16f5a4a381ed18", "003_cecf0f19a6c46518"):
        shutil.copy(root / "seeds" / f"{name}.txt", seeds)
    for name in ("001_7ce85907568642fa", "004_332d4b088eeceaf5"):
        shutil.copy(root / "seeds" / f"{name}.txt", seeds)
    result = run("--glossary", small, "build")
    assert result.exit_code == 1 and "E102" in result.stdout
    assert (small.parent / "build" / "candidates.jsonl").is_file()


def call(*arguments: str, **options) -> subprocess.CompletedProcess[bytes]:
    """The program as a process of its own."""
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "vnru_terms", *arguments]
    return subprocess.run(command, check=False, env=environment, **options)


@pytest.mark.skipif(os.name == "nt", reason="pipes and closed streams are told otherwise there")
class TestStreams:
    def test_a_reader_that_goes_away_is_no_error(self) -> None:
        """`lookup … | head -1` is exit 0, silently."""
        reader, writer = os.pipe()
        os.close(reader)
        done = call("stats", stdout=writer, stderr=subprocess.PIPE)
        os.close(writer)
        assert (done.returncode, done.stderr) == (0, b"")

    def test_a_closed_stdout_is_no_traceback(self) -> None:
        """`>&-`."""
        command = f"{sys.executable} -m vnru_terms stats >&-"
        done = subprocess.run(command, shell=True, capture_output=True, check=False)
        assert b"Traceback" not in done.stderr

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
    def test_a_full_disk_behind_stdout_is_exit_2(self) -> None:
        """With a word, not a traceback."""
        with Path("/dev/full").open("wb") as full:
            done = call("stats", stdout=full, stderr=subprocess.PIPE)
        assert done.returncode == 2
        assert b"Traceback" not in done.stderr and b"written" in done.stderr


def test_a_query_may_come_from_standard_input(run) -> None:
    """`lookup -`."""
    result = run("lookup", "-", "--limit", "1", input="tham vấn\nchính trị\n")
    assert result.exit_code == 0 and "политические консультации" in result.stdout


def test_a_word_where_a_command_should_be_gets_a_hint(run) -> None:
    """`vnru-terms посол` names lookup."""
    result = run("посол")
    assert result.exit_code == 2 and "lookup посол" in result.stderr


def test_a_subject_field_alone_is_exported(small: Path, run) -> None:
    """--subject leaves the others out."""
    result = run(
        "--glossary", small, "export", "csv", "--subject", "talks-and-conferences", "--out", "-"
    )
    ids = [row["id"] for row in csv.DictReader(io.StringIO(result.stdout.lstrip("\ufeff")))]
    assert ids == ["political-consultations", "talks"]
