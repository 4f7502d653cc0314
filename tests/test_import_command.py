"""The import's last step, the files, and its command."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from import_home import TALKS, VISIT, Sheet, glossary, import_sheet, own_table, tree

from vnru_terms.workflow import import_

__all__ = ["glossary"]


class TestWriting:
    def test_a_dry_run_says_what_a_real_one_does_and_writes_nothing(self, glossary: Path) -> None:
        """Line by line, file by file."""
        sheet = Sheet(glossary).put("visit", "note", "x").put("visit", "ru", "поездка")
        data = sheet.add(vi="đàm phán", ru="переговоры", subject_field="Talks").bytes()
        before = tree(glossary)
        dry = import_sheet(glossary, data, "a.xlsx", write=False)
        assert tree(glossary) == before and not (glossary.parent / ".vnru-terms").exists()
        assert import_sheet(glossary, data, "a.xlsx") == dry
        assert set(tree(glossary)) - set(before) == {"talks/dam-phan.yaml"}

    def test_all_files_are_written_or_none(self, glossary: Path, monkeypatch) -> None:
        """A full disk leaves every file as it was."""
        data = Sheet(glossary).put("visit", "note", "x").put("talks", "note", "y").bytes()
        before = tree(glossary)

        def full(*_args: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr("vnru_terms.store.atomic.os.fsync", full)
        with pytest.raises(Exception, match="the disk is full"):
            import_sheet(glossary, data, "a.xlsx")
        assert tree(glossary) == before

    def test_a_file_changed_meanwhile_is_not_overwritten(self, glossary: Path, monkeypatch) -> None:
        """Between the rules and the writing."""
        data = Sheet(glossary).put("visit", "note", "x").bytes()
        path = glossary / "visits" / "visit.yaml"
        asked = import_.judged

        def slow(*args: object):
            path.write_text(VISIT + "# by hand\n", encoding="utf-8")
            return asked(*args)

        monkeypatch.setattr(import_, "judged", slow)
        with pytest.raises(Exception, match="changed meanwhile"):
            import_sheet(glossary, data, "a.xlsx")
        assert path.read_text(encoding="utf-8").endswith("# by hand\n")

    def test_windows_line_ends_and_a_mark_stay(self, glossary: Path) -> None:
        """Byte for byte but for the change."""
        path = glossary / "talks" / "talks.yaml"
        path.write_bytes(b"\xef\xbb\xbf" + TALKS.replace("\n", "\r\n").encode())
        import_sheet(glossary, own_table("hội đàm\tпереговоры; беседа\t"), "a.tsv")
        after = path.read_bytes()
        assert after.startswith(b"\xef\xbb\xbf") and after.count(b"\n") == after.count(b"\r\n")
        assert "беседа".encode() in after


class TestCommand:
    def test_text_counts_and_exit_code(self, run: Callable, glossary: Path, tmp_path: Path) -> None:
        """The report on stdout, the counts on stderr, 1 where something stays open."""
        path = tmp_path / "sheet.tsv"
        path.write_bytes(own_table("hội đàm\tпереговоры\ttalks", "chuyến thăm\tпоездка\t"))
        result = run("--glossary", glossary, "import", path, "--dry-run")
        assert result.exit_code == 1
        assert "sheet.tsv:2: changed talks: English: + “talks” (preferred)" in result.stdout
        assert "sheet.tsv:3: conflict visit: Russian: “официальный визит” → " in result.stdout
        assert "1 changed, 1 in conflict" in result.stderr
        accepted = run("--glossary", glossary, "import", path, "--accept-changes")
        assert accepted.exit_code == 0 and "2 files rewritten" in accepted.stderr

    def test_json(self, run: Callable, glossary: Path, tmp_path: Path) -> None:
        """Counts, lines, remarks, files; the workbook's address in each line."""
        path = tmp_path / "back.xlsx"
        path.write_bytes(Sheet(glossary).put("visit", "note", "x").bytes())
        result = run("--glossary", glossary, "import", path, "--json")
        found = json.loads(result.stdout)
        assert result.exit_code == 0 and found["counts"]["changed"] == 1
        assert found["items"][0]["address"].startswith("Terms!")
        assert found["items"][0]["line"] == 3 and len(found["files"]) == 1
        assert found["dry_run"] is False

    def test_standard_input(self, run: Callable, glossary: Path) -> None:
        """A dash."""
        table = own_table("hội đàm\tпереговоры\ttalks")
        result = run("--glossary", glossary, "import", "-", "--dry-run", input=table)
        assert result.exit_code == 0 and "-:2: changed talks" in result.stdout

    @pytest.mark.parametrize(
        ("data", "arguments"),
        [(b"nothing\n", []), (None, []), (own_table("a\tb\tc"), ["--subject", "nowhere"])],
        ids=["no table", "no file", "no such subject field"],
    )
    def test_what_cannot_be_done_is_exit_2(
        self, run: Callable, glossary: Path, tmp_path: Path, data, arguments
    ) -> None:
        """One line on stderr, nothing written."""
        path = tmp_path / "a.csv"
        if data is not None:
            path.write_bytes(data)
        before = tree(glossary)
        result = run("--glossary", glossary, "import", path, *arguments)
        assert result.exit_code == 2 and result.stderr.startswith("vnru-terms: ")
        assert tree(glossary) == before

    def test_the_programs_own_glossary_is_not_changed(
        self, run: Callable, monkeypatch, tmp_path: Path
    ) -> None:
        """Whoever wants to change it copies it first."""
        path = tmp_path / "a.tsv"
        path.write_bytes(own_table("hội đàm\tпереговоры\ttalks"))
        monkeypatch.chdir(tmp_path)
        assert run("import", path).exit_code == 2
        assert run("import", path, "--dry-run").exit_code == 0
