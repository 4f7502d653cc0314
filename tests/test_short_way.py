"""The short way says what the long way says, byte for byte, and leaves to it what it must."""

from __future__ import annotations

import ast
import io
import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnru_terms.cli import vnru_terms
from vnru_terms.messages import INTERFACE_LANGUAGES, _translations, read_catalogue, use_language
from vnru_terms.quick.request import read_arguments
from vnru_terms.quick.way import short_way
from vnru_terms.store.plain_json import parse_json, render_json

DATA = Path(__file__).parent / "data"
_ESCAPED = re.compile(r"\$'((?:[^'\\]|\\.)*)'")
_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "COLUMNS")

Printed = tuple[bytes, bytes, int]


def _lines() -> list[str]:
    text = (DATA / "lookup" / "plain_lines.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _read(line: str) -> tuple[dict[str, str], list[str]]:
    """The variables and the arguments of a line of the table."""
    odd: list[str] = []

    def keep(match: re.Match[str]) -> str:
        odd.append(ast.literal_eval(f"'{match[1]}'"))
        return f"\ue000{len(odd) - 1}"

    words = shlex.split(_ESCAPED.sub(keep, line))
    words = [odd[int(word[1:])] if word.startswith("\ue000") else word for word in words]
    first = next(i for i, word in enumerate(words) if "=" not in word or word.startswith("-"))
    return dict(word.split("=", 1) for word in words[:first]), words[first:]


class _Stream(io.TextIOWrapper):
    """A standard stream that keeps what is written, and may say that it is a terminal."""

    def __init__(self, tty: bool) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", errors="backslashreplace", newline="\n")
        self._tty = tty

    def isatty(self) -> bool:
        return self._tty

    def written(self) -> bytes:
        self.flush()
        return self.buffer.getvalue()  # type: ignore[attr-defined, no-any-return]


@pytest.fixture
def way(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, Callable[[list[str]], int]], Printed]:
    """Run a line of the table one way, in the small glossary, and take what it prints."""
    monkeypatch.chdir(DATA / "small")

    def call(line: str, run: Callable[[list[str]], int]) -> Printed:
        variables, argv = _read(line)
        with monkeypatch.context() as patch:
            for name in _VARIABLES:
                patch.delenv(name, raising=False)
            patch.setenv("LANGUAGE", "en")
            for name, value in variables.items():
                patch.setenv(name, value)
            out, err = _Stream(tty="TTY" in variables), _Stream(tty=False)
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            code = run(argv)
            printed = out.written(), err.written(), code
        use_language("en")
        return printed

    return call


def _long(argv: list[str]) -> int:
    with pytest.raises(SystemExit) as left:
        vnru_terms(argv)
    assert isinstance(left.value.code, int)
    return left.value.code


def _short(argv: list[str]) -> int:
    code = short_way(argv)
    assert code is not None, "the short way did not take it"
    return code


def test_the_table_is_long_enough() -> None:
    """Three languages, every kind of match, every option, odd queries, terminals, locales."""
    assert len(set(_lines())) >= 100


def test_both_ways_print_the_same_bytes(way: Callable[..., Printed]) -> None:
    """stdout, stderr and exit code of every plain line, whichever way answers it."""
    way("lookup hội đàm", _long)
    different = []
    kinds = set()
    for line in _lines():
        long, short = way(line, _long), way(line, _short)
        if long != short:
            different.append((line, long, short))
        if "--json" in line:
            kinds |= {entry["match"] for entry in json.loads(long[0])}
    assert different == []
    assert {"exact", "folded"} <= kinds


UNUSUAL = (
    [],
    ["lookup"],
    ["--help"],
    ["lookup", "--help"],
    ["lookup", "-h"],
    ["lookup", "-"],
    ["lookup", "hội", "--forms"],
    ["lookup", "hội", "--copy"],
    ["lookup", "hội", "--from", "de"],
    ["lookup", "hội", "--from"],
    ["lookup", "hội", "--limit", "-1"],
    ["lookup", "hội", "--limit", "many"],
    ["lookup", "hội", "--format", "xml"],
    ["lookup", "hội", "--on", "1.5.2024"],
    ["lookup", "hội", "--on", "2024-13"],
    ["lookup", "hội", "--unknown"],
    ["lookup", "hội", "-x"],
    ["lookup", "hội", "--json=yes"],
    ["--version"],
    ["--verbose", "lookup", "hội"],
    ["--ui", "de", "lookup", "hội"],
    ["--ui"],
    ["export", "lookup"],
    ["validate", "lookup"],
)


@pytest.mark.parametrize("argv", UNUSUAL, ids=" ".join)
def test_what_is_unusual_is_left_to_click(argv: list[str]) -> None:
    """Help, mistakes, and what needs more than the index."""
    assert read_arguments(argv) is None


def test_the_short_way_leaves_what_is_stale(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """No index, a changed file, a folder passed over: the long way. Errors are told either way."""
    folder = tmp_path / "own" / "glossary"
    concept = folder / "treaties" / "treaty.yaml"
    concept.parent.mkdir(parents=True)
    text = "id: treaty\nlanguages:\n  vi:\n    terms:\n    - term: {}\n      status: preferred\n"
    concept.write_text(text.format("hiệp ước"), encoding="utf-8")
    argv = ["--glossary", str(folder), "lookup", "hiệp ước"]
    assert short_way(argv) is None
    assert _long(argv) == 0
    assert short_way(argv) == 0
    concept.write_text(text.format("hiệp định"), encoding="utf-8")
    assert short_way(argv) is None
    assert _long(argv) == 1
    assert short_way(argv) == 1
    (concept.parent / "broken.yaml").write_text("id: [", encoding="utf-8")
    capsys.readouterr()
    assert _long(argv) == 1
    long = capsys.readouterr()
    assert short_way(argv) == 1
    assert capsys.readouterr() == long
    assert "validate" in long.err
    monkeypatch.chdir(folder.parent)
    assert short_way(["lookup", "hiệp"]) is None
    assert short_way(["--glossary", str(folder / "none"), "lookup", "hiệp"]) is None
    assert "Traceback" not in capsys.readouterr().err


def test_a_damaged_index_is_left_to_the_long_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever lies in the cache, the short way answers right or not at all."""
    monkeypatch.chdir(DATA / "small")
    argv = ["lookup", "hội đàm"]
    _long(argv)
    (index,) = (tmp_path / "cache").rglob("*.sqlite")
    whole = index.read_bytes()
    expected = capsys.readouterr().out
    for damaged in (b"", b"text", whole[: len(whole) // 2], whole[:4096] + b"\xff" * 4096 * 9):
        index.write_bytes(damaged)
        assert short_way(argv) is None
        assert _long(argv) == 0
        assert capsys.readouterr().out == expected
        assert short_way(argv) == 0
        assert capsys.readouterr().out == expected


_SPY = """
import sys
from vnru_terms.quick.way import short_way
code = short_way(sys.argv[1:])
heavy = {"click", "re", "typing", "json", "dataclasses", "enum", "pathlib", "gettext", "locale",
         "shutil", "sqlite3", "hashlib", "platformdirs", "yaml", "pymorphy3", "inspect"}
print(code, *sorted(heavy & set(sys.modules)), file=sys.stderr)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs is asked for the cache")
@pytest.mark.parametrize("query", ["hội đàm", "переговорами", "tham van chinh tir", "kraken"])
def test_the_short_way_imports_nothing_heavy(query: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """No click, no regular expressions, no typing: a look-up must start at once."""
    monkeypatch.chdir(DATA / "small")
    _long(["lookup", "x"])
    command = [sys.executable, "-S", "-c", _SPY, "lookup", query]
    path = os.pathsep.join(p for p in sys.path if p)
    environment = {**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        command, capture_output=True, encoding="utf-8", env=environment, check=True
    )
    assert done.stderr.split()[-1] in ("0", "1"), done.stderr


def test_the_process_goes_the_same_ways(monkeypatch: pytest.MonkeyPatch) -> None:
    """`python -m vnru_terms`: the first look-up builds, the next ones are the short way's."""
    monkeypatch.chdir(DATA / "small")
    results = []
    for query in ("hội đàm", "hội đàm", "kraken", "\udcff", "x" * 10_000):
        done = subprocess.run(
            [sys.executable, "-m", "vnru_terms", "lookup", query],
            capture_output=True,
            check=False,
        )
        results.append((done.returncode, done.stdout))
        assert b"Traceback" not in done.stderr
        assert len(done.stderr) < 500
    assert results[0] == results[1]
    assert [code for code, _out in results] == [0, 0, 1, 1, 1]


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_the_catalogue_is_read_as_gettext_reads_it(language: str, root: Path) -> None:
    """Every message of the interface, with plural forms the first."""
    use_language(language)
    path = root / "locale" / language / "LC_MESSAGES" / "vnru_terms.mo"
    found = read_catalogue(path.read_bytes())
    assert len(found) > 100
    for message, translation in found.items():
        assert translation == _translations().gettext(message)


def test_a_catalogue_of_the_other_byte_order_is_read() -> None:
    """One message of two letters, its translation of three, as a big-endian machine writes it."""
    numbers = (0, 1, 28, 36, 0, 0, 2, 44, 3, 47)
    head = b"\x95\x04\x12\xde" + b"".join(n.to_bytes(4, "big") for n in numbers)
    assert read_catalogue(head + b"ab\0xyz\0") == {"ab": "xyz"}


def test_what_is_no_catalogue_is_refused() -> None:
    """A file of another kind, or cut short."""
    for data in (b"", b"short", b"\xde\x12\x04\x95" + b"\xff" * 40, b"x" * 100):
        with pytest.raises(ValueError):
            read_catalogue(data)


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(codec="utf-8")),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(codec="utf-8")), inner),
    max_leaves=20,
)


@given(value=_json)
def test_json_is_written_and_read_as_json_does(value: object) -> None:
    """The same text, and the same value back."""
    assert render_json(value) == json.dumps(value, ensure_ascii=False, indent=2)
    assert parse_json(json.dumps(value)) == value


@pytest.mark.parametrize("text", ["", "{", "[1,]", "{} {}", "nul", '{"a"}'])
def test_no_json_is_an_error(text: str) -> None:
    """As with json, a ValueError."""
    with pytest.raises(ValueError):
        parse_json(text)
