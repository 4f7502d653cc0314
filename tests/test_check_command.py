"""vnru-terms check: files, formats, exit codes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from vnru_terms.matching.remark import CODES


class TestCommand:
    PO = (
        'msgid ""\nmsgstr "Language: ru\\nX-Source-Language: vi\\n"\n\n'
        'msgid "Hai bên ký 5 văn kiện tại cuộc hội đàm."\n'
        'msgstr "Стороны подписали 6 документов."\n\n'
        'msgid "chưa dịch"\nmsgstr ""\n'
    )

    @pytest.fixture
    def files(self, tmp_path: Path) -> tuple[Path, Path]:
        """A glossary of one concept, and a translation with two faults."""
        home = tmp_path / "glossary" / "talks"
        home.mkdir(parents=True)
        (home / "talks.yaml").write_text(
            "id: talks\nlanguages:\n  vi:\n    terms:\n    - term: cuộc hội đàm\n"
            "      status: preferred\n  ru:\n    terms:\n    - term: переговоры\n"
            "      status: preferred\n      number: plural\n      part_of_speech: noun\n",
            encoding="utf-8",
        )
        po = tmp_path / "a.po"
        po.write_text(self.PO, encoding="utf-8")
        return tmp_path / "glossary", po

    def test_text_says_where_what_and_what_would_do(self, run, files: tuple[Path, Path]) -> None:
        """And counts at the end; an error is exit 1."""
        result = run("--glossary", files[0], "check", files[1])
        assert result.exit_code == 1
        assert f"{files[1]}:5:" in result.stdout and "C104" in result.stdout
        assert "Would do: переговоры." in result.stdout
        assert "1 segment checked, 1 not translated." in result.stdout
        assert "1 error, 1 warning" in result.stderr

    def test_json_has_the_contract_s_keys(self, run, files: tuple[Path, Path]) -> None:
        """And the remark's own."""
        result = run("--glossary", files[0], "check", files[1], "--json")
        found = json.loads(result.stdout)
        keys = {"path", "line", "column", "code", "severity", "message", "hint"}
        assert [f["code"] for f in found] == ["C101", "C104"] and keys <= set(found[0])
        assert found[0]["would_do"] == ["переговоры"] and found[0]["term"] == "cuộc hội đàm"

    def test_sarif_has_the_structure_of_2_1_0(self, run, files: tuple[Path, Path]) -> None:
        """OASIS SARIF 2.1.0, sections 3.13 to 3.30: what is required, and known values."""
        log = json.loads(run("--glossary", files[0], "check", files[1], "--format", "sarif").stdout)
        assert log["version"] == "2.1.0"
        (only,) = log["runs"]
        driver = only["tool"]["driver"]
        assert driver["name"] == "vnru-terms" and only["columnKind"] == "unicodeCodePoints"
        assert [rule["id"] for rule in driver["rules"]] == list(CODES)
        for result in only["results"]:
            assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
            assert result["level"] in ("error", "warning", "note") and result["message"]["text"]
            (location,) = result["locations"]
            physical = location["physicalLocation"]
            assert physical["artifactLocation"]["uri"].startswith("file:///")
            assert physical["region"]["startLine"] == 5
            assert physical["region"].get("startColumn", 1) >= 1
        assert only["invocations"][0]["executionSuccessful"] is True

    def test_github_annotations(self, run, files: tuple[Path, Path]) -> None:
        """One command a line, colons of the path escaped."""
        result = run("--glossary", files[0], "check", files[1], "--format", "github")
        command = re.compile(
            r"::(error|warning|notice) file=[^:,]+,line=5(,col=\d+)?,title=C10\d::.+"
        )
        assert result.stdout and all(map(command.fullmatch, result.stdout.splitlines()))

    def test_strict_counts_warnings(self, run, files: tuple[Path, Path]) -> None:
        """0 without it."""
        files[1].write_text(self.PO.replace("6 документов", "5 документов"), encoding="utf-8")
        assert run("--glossary", files[0], "check", files[1]).exit_code == 0
        assert run("--glossary", files[0], "check", files[1], "--strict").exit_code == 1

    def test_a_bad_file_among_good_ones(self, run, files: tuple[Path, Path]) -> None:
        """The good one is checked, the bad one is told, exit 2."""
        bad = files[1].with_name("b.xlf")
        bad.write_text('<!DOCTYPE x [<!ENTITY a "b">]><xliff>&a;</xliff>')
        result = run("--glossary", files[0], "check", bad, files[1])
        assert result.exit_code == 2
        assert "E127" in result.stderr and "C104" in result.stdout

    def test_standard_input_with_languages(self, run, files: tuple[Path, Path]) -> None:
        """vi-VN and ru-RU will do."""
        pair = "cuộc hội đàm\tпереговоры\n"
        result = run("--glossary", files[0], "check", "-", "--from", "vi-VN", "--to", "ru-RU",
                     input=pair)  # fmt: skip
        assert result.exit_code == 0 and "1 segment checked." in result.stdout

    @pytest.mark.parametrize(
        "arguments",
        [("--from", "de"), ("--on", "soon"), ("--on", "2024-13"), ("--format", "xml"), ()],
    )
    def test_wrong_use_is_exit_2(
        self, run, files: tuple[Path, Path], arguments: tuple[str, ...]
    ) -> None:
        """A language that the glossary has not, a date that is none, no file."""
        more = (files[1],) if arguments else ()
        assert run("--glossary", files[0], "check", *more, *arguments).exit_code == 2

    def test_other_languages_are_told_once(self, run, files: tuple[Path, Path]) -> None:
        """A file from German is not checked."""
        files[1].write_text(self.PO.replace("Language: vi", "Language: de"), encoding="utf-8")
        result = run("--glossary", files[0], "check", files[1])
        assert result.exit_code == 2 and result.stderr.count("E165") == 1
