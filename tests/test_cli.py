"""The command line end to end: what a user types, what comes out, with which exit code."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

GOOD = (
    "id: {id}\nkind: term\nlanguages:\n  vi:\n    terms:\n"
    "    - term: {vi}\n      status: preferred\n"
)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A small glossary of one's own, made from files of the real one."""
    root = Path(__file__).resolve().parent.parent
    glossary = tmp_path / "glossary"
    for name in ("talks-and-conferences/political-consultations", "visits-and-protocol/visit"):
        target = glossary / f"{name}.yaml"
        target.parent.mkdir(parents=True, exist_ok=True)
        text = (root / "glossary" / f"{name}.yaml").read_text(encoding="utf-8")
        lines = [line for line in text.splitlines() if not line.startswith(("related", "compare"))]
        target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    shutil.copy(root / "glossary" / "glossary.yaml", glossary)
    return glossary


class TestValidate:
    def test_a_sound_glossary_is_exit_0(self, run, own: Path) -> None:
        """Nothing on stdout, a word on stderr."""
        result = run("--glossary", own, "validate")
        assert (result.exit_code, result.stdout) == (0, "")
        assert "2 concepts: all sound" in result.stderr

    def test_names_are_counted_beside_the_concepts(self, run, own: Path) -> None:
        """By validate and export; persons and places are no terms."""
        (own / "names").mkdir()
        source = Path(__file__).resolve().parent.parent / "glossary" / "names" / "hai-phong.yaml"
        lines = source.read_text(encoding="utf-8").splitlines()
        kept = [line for line in lines if not line.startswith(("related", "compare"))]
        (own / "names" / source.name).write_text("\n".join(kept) + "\n", encoding="utf-8")
        assert "2 concepts, 1 name: all sound" in run("--glossary", own, "validate").stderr
        out = ("--out", own.parent / "out")
        assert "2 concepts, 1 name." in run("--glossary", own, "export", "tsv", *out).stderr

    def test_an_error_is_exit_1_with_its_place(self, run, own: Path) -> None:
        """path:line:column: code."""
        path = own / "visits-and-protocol" / "visit.yaml"
        path.write_text(path.read_text().replace("gender: masculine", "gender: male"))
        result = run("--glossary", own, "validate")
        assert result.exit_code == 1
        assert "visit.yaml:" in result.stdout and "E107" in result.stdout

    def test_json_has_the_keys_of_the_contract(self, run, own: Path) -> None:
        """{path, line, column, code, severity, message, hint}."""
        (own / "visits-and-protocol" / "x.yaml").write_text("id: x\n")
        result = run("--glossary", own, "validate", "--json")
        found = json.loads(result.stdout)
        keys = {"path", "line", "column", "code", "severity", "message", "hint"}
        assert found and all(set(finding) == keys for finding in found)

    def test_strict_makes_warnings_count(self, run, own: Path) -> None:
        """A language still to be found is a warning: 0 without --strict, 1 with it."""
        (own / "visits-and-protocol" / "x.yaml").write_text(
            GOOD.format(id="x", vi="hội") + "      part_of_speech: noun\n"
        )
        assert run("--glossary", own, "validate").exit_code == 0
        assert run("--glossary", own, "validate", "--strict").exit_code == 1

    def test_a_path_limits_what_is_shown(self, run, own: Path) -> None:
        """Findings elsewhere are not this path's."""
        (own / "visits-and-protocol" / "x.yaml").write_text("id: x\n")
        result = run("--glossary", own, "validate", own / "talks-and-conferences")
        assert (result.exit_code, result.stdout) == (0, "")

    def test_no_such_folder_is_exit_2(self, run, tmp_path: Path) -> None:
        """A clear word, no traceback."""
        result = run("--glossary", tmp_path / "nowhere", "validate")
        assert result.exit_code == 2
        assert "no such glossary" in result.stderr

    def test_a_folder_without_concepts_is_exit_2(self, run, tmp_path: Path) -> None:
        """An empty folder is not a sound glossary."""
        assert run("--glossary", tmp_path, "validate").exit_code == 2

    def test_two_concepts_with_one_id(self, run, own: Path) -> None:
        """Both places are named."""
        shutil.copy(own / "visits-and-protocol" / "visit.yaml", own / "talks-and-conferences")
        result = run("--glossary", own, "validate")
        assert result.exit_code == 1
        line = next(text for text in result.stdout.splitlines() if "E202" in text)
        assert "talks-and-conferences/visit.yaml" in line
        assert "visits-and-protocol/visit.yaml" in line


class TestTidy:
    def test_rewrites_once_and_then_never(self, run, own: Path) -> None:
        """Canonical after one run; the second changes nothing."""
        path = own / "visits-and-protocol" / "visit.yaml"
        canonical = path.read_bytes()
        path.write_bytes(canonical.replace(b"kind: term", b"kind:   'term'"))
        assert run("--glossary", own, "tidy", "--check").exit_code == 1
        assert path.read_bytes() != canonical
        assert run("--glossary", own, "tidy").exit_code == 0
        assert path.read_bytes() == canonical
        assert run("--glossary", own, "tidy", "--check").exit_code == 0

    def test_comments_are_never_lost(self, run, own: Path) -> None:
        """A file with a comment stays as it is, and that is said."""
        path = own / "visits-and-protocol" / "visit.yaml"
        path.write_text("# mine\n" + path.read_text())
        before = path.read_bytes()
        result = run("--glossary", own, "tidy")
        assert path.read_bytes() == before
        assert "W112" in result.stdout

    def test_a_file_it_cannot_read_whole_is_left_alone(self, run, own: Path) -> None:
        """A key that it does not know would be lost; so nothing is written."""
        path = own / "visits-and-protocol" / "visit.yaml"
        path.write_text("mystery: 1\n" + path.read_text())
        before = path.read_bytes()
        result = run("--glossary", own, "tidy")
        assert (result.exit_code, path.read_bytes()) == (1, before)

    def test_line_ends_and_decomposed_letters_are_mended(self, run, own: Path) -> None:
        """CRLF and NFD come back as LF and NFC."""
        import unicodedata

        path = own / "visits-and-protocol" / "visit.yaml"
        canonical = path.read_bytes()
        text = unicodedata.normalize("NFD", canonical.decode()).replace("\n", "\r\n")
        path.write_bytes(b"\xef\xbb\xbf" + text.encode())
        assert run("--glossary", own, "tidy").exit_code == 0
        assert path.read_bytes() == canonical


class TestExport:
    def test_an_unsound_glossary_is_not_exported(self, run, own: Path, tmp_path: Path) -> None:
        """Exit 1, the findings, and nothing overwritten."""
        (own / "visits-and-protocol" / "x.yaml").write_text("id: x\n")
        out = tmp_path / "out"
        result = run("--glossary", own, "export", "po", "--out", out)
        assert result.exit_code == 1
        assert "E108" in result.stderr
        assert not out.exists()

    def test_po_goes_to_locale_beside_the_glossary(self, run, own: Path) -> None:
        """Without --out."""
        result = run("--glossary", own, "export", "po")
        assert result.exit_code == 0
        names = {p.relative_to(own.parent).as_posix() for p in own.parent.rglob("*.po")}
        assert names == {
            "locale/en/LC_MESSAGES/glossary.po",
            "locale/ru/LC_MESSAGES/glossary.po",
        }
        assert "cannot carry" in result.stderr

    def test_one_language_to_a_file_or_to_stdout(self, run, own: Path, tmp_path: Path) -> None:
        """--to ru --out FILE writes that file; --out - prints it."""
        out = tmp_path / "my.po"
        assert run("--glossary", own, "export", "po", "--to", "ru", "--out", out).exit_code == 0
        printed = run("--glossary", own, "export", "po", "--to", "ru", "--out", "-")
        assert out.read_text(encoding="utf-8") == printed.stdout
        assert run("--glossary", own, "export", "po", "--out", tmp_path / "b.po").exit_code == 2

    def test_other_directions(self, run, own: Path) -> None:
        """From Russian into Vietnamese."""
        result = run(
            "--glossary", own, "export", "po", "--from", "ru", "--to", "vi", "--out", "-"
        )  # fmt: skip
        assert 'msgid "политические консультации"' in result.stdout
        assert run("--glossary", own, "export", "po", "--from", "ru", "--to", "ru").exit_code == 2

    def test_a_wrong_subject_field_is_told(self, run, own: Path) -> None:
        """With those that there are."""
        result = run("--glossary", own, "export", "csv", "--subject", "vists", "--out", "-")
        assert result.exit_code == 2
        assert "visits-and-protocol" in result.stderr

    def test_no_permission_is_exit_2(self, run, own: Path, monkeypatch) -> None:
        """A folder that may not be written: a clear error, no traceback."""
        import vnru_terms.store.atomic as atomic

        def refuse(*_args: object, **_kwargs: object) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(atomic.tempfile, "mkstemp", refuse)
        result = run("--glossary", own, "export", "csv")
        assert result.exit_code == 2
        assert "no permission" in result.stderr
        assert "Choose a place" in result.stderr


class TestInit:
    def test_a_new_glossary_is_sound(self, run, tmp_path: Path) -> None:
        """What init makes passes validate, and look-up works in it."""
        assert run("init", tmp_path / "mine").exit_code == 0
        folder = tmp_path / "mine" / "glossary"
        assert run("--glossary", folder, "validate").exit_code == 0
        assert run("--glossary", folder, "lookup", "tham vấn").exit_code == 0

    def test_copy_takes_the_bundled_one_along(self, run, tmp_path: Path, root: Path) -> None:
        """Byte for byte."""
        assert run("init", tmp_path / "mine", "--copy").exit_code == 0
        name = "glossary/visits-and-protocol/visit.yaml"
        assert (tmp_path / "mine" / name).read_bytes() == (root / name).read_bytes()

    def test_nothing_is_overwritten(self, run, tmp_path: Path) -> None:
        """A second init in the same place is refused."""
        assert run("init", tmp_path).exit_code == 0
        (tmp_path / "glossary" / "glossary.yaml").write_text("mine")
        assert run("init", tmp_path).exit_code == 2
        assert (tmp_path / "glossary" / "glossary.yaml").read_text() == "mine"


class TestBuild:
    def test_an_unsound_glossary_stops_the_main_job(self, run, own: Path) -> None:
        """Exit 1 with findings; no file is made."""
        (own / "visits-and-protocol" / "x.yaml").write_text("id: x\n")
        before = sorted(p for p in own.parent.rglob("*") if "cache" not in p.parts)
        result = run("--glossary", own, "build")
        assert result.exit_code == 1
        assert "E108" in result.stderr and "nothing was written" in result.stderr
        assert sorted(p for p in own.parent.rglob("*") if "cache" not in p.parts) == before

    def test_the_whole_job(self, run, own: Path, root: Path) -> None:
        """Two articles in: candidates, catalogues, table and book out, and a summary."""
        seeds = own.parent / "seeds"
        seeds.mkdir()
        for name in ("003_cecf0f19a6c46518.txt", "004_332d4b088eeceaf5.txt"):
            shutil.copy(root / "seeds" / name, seeds)
        for path in own.rglob("*.yaml"):
            text = path.read_text(encoding="utf-8")
            lines = [li for li in text.splitlines() if "source: seeds/" not in li]
            path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        result = run("--glossary", own, "build")
        assert result.exit_code == 0, result.stderr
        made = {p.relative_to(own.parent).as_posix() for p in own.parent.rglob("*") if p.is_file()}
        assert {
            "build/candidates.jsonl",
            "build/glossary.csv",
            "build/vnru-terms-glossary.pdf",
            "locale/glossary.pot",
            "locale/ru/LC_MESSAGES/glossary.po",
        } <= made
        assert (own.parent / "build" / "vnru-terms-glossary.pdf").read_bytes()[:5] == b"%PDF-"
        rows = (own.parent / "build" / "candidates.jsonl").read_text(encoding="utf-8")
        first = json.loads(rows.splitlines()[0])
        assert first["rank"] == 1 and first["contexts"]
        assert first["contexts"][0]["file"].startswith("seeds/00")
        assert "2 articles" in result.stdout


def test_stats_count_the_real_glossary(run) -> None:
    """At least 150 concepts, each language in every one of them."""
    found = json.loads(run("stats", "--json").stdout)
    assert found["concepts"] >= 150
    assert all(c["concepts"] == found["concepts"] for c in found["languages"].values())
    assert sum(f["concepts"] for f in found["subject_fields"].values()) == found["concepts"]


def test_version_says_which_glossary_is_used(run, root: Path) -> None:
    """--version -v names the folder."""
    result = run("--version", "-v")
    assert result.exit_code == 0 and str(root / "glossary") in result.stdout


def test_a_wrong_command_is_exit_2(run) -> None:
    """Wrong use."""
    assert run("glossarise").exit_code == 2
    assert run("export", "docx").exit_code == 2


def test_an_interrupt_is_exit_130(run, monkeypatch) -> None:
    """Ctrl-C."""
    import vnru_terms.cli.stats as stats

    def interrupt(_folder: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(stats, "read_glossary", interrupt)
    assert run("stats").exit_code == 130


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts_name_the_program(run, shell: str) -> None:
    """A script for each shell."""
    result = run("completion", shell)
    assert result.exit_code == 0 and "_VNRU_TERMS_COMPLETE" in result.stdout
