"""Files that go wrong in practice: the command understands them, or refuses with place and advice.

A row of a table is a file, and the words that a curator must read of it.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from import_home import glossary, tree
from table_files import TABLE, as_windows_1258
from test_import_termbases import HEADED, martif, term_entry

__all__ = ["glossary"]

TALKS = {"vi": "hội đàm", "en": "talks", "ru": "переговоры"}
GOOD = martif(term_entry("c", **TALKS))
NAMED = GOOD.replace("talks", "&t;")
CATALOGUE = 'msgctxt "c"\nmsgid "hội đàm"\nmsgstr "talks"\n\n'
SHEET = "Tiếng Việt;English\nhội đàm;talks\n"
LAUGHS = "".join(
    f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
CARDS = '#NAME "X"\n#INDEX_LANGUAGE "Vietnamese"\n\nhội đàm\n\t[m1]talks[/m]\n'


def workbook(*rows: tuple[object, ...], merged: str = "") -> bytes:
    """A workbook of these rows."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    if merged:
        book.active.merge_cells(merged)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


HEADINGS = ("Tiếng Việt", "English")

REFUSED: dict[str, tuple[str | bytes, tuple[str, ...]]] = {
    "entities": (
        NAMED.replace("<martif ", '<!DOCTYPE martif [<!ENTITY t "talks">]><martif '),
        ("file:2: E127", "nothing that it declares was read"),
    ),
    "external DTD that is needed": (
        NAMED.replace("<martif ", '<!DOCTYPE martif SYSTEM "x.dtd"><martif '),
        ("file:3: E127", "&t;"),
    ),
    "external parameter entity": (
        GOOD.replace("<martif ", '<!DOCTYPE martif [<!ENTITY % p SYSTEM "x.dtd">%p;]><martif '),
        ("file:2: E127",),
    ),
    "billion laughs": (
        NAMED.replace("<martif ", f'<!DOCTYPE martif [<!ENTITY a "ha">{LAUGHS}]><martif '),
        ("file:2: E127",),
    ),
    "workbook without headings": (
        workbook(("hội đàm", "talks")),
        ("file: E143", "Head the columns"),
    ),
    "UTF-16 without a mark": (SHEET.encode("utf-16-le"), ("file:1", "E102", "UTF-16LE", "iconv")),
    "Windows-1258, too short to be sure": (
        as_windows_1258(SHEET),
        ("file:1", "E102", "WINDOWS-1258", "save it as UTF-8"),
    ),
    "Lingvo in UTF-8": (CARDS, ("file: E160", "Lingvo", "Make a table of two columns")),
    "Lingvo in UTF-16": (CARDS.encode("utf-16"), ("file: E160", "Lingvo")),
}
# Each with a second concept or row, which is sound.
REFUSED_IN_PART: dict[str, tuple[str | bytes, tuple[str, ...]]] = {
    "language missing": (
        martif(term_entry("x", vi="a").replace(' xml:lang="vi"', ""), term_entry("c", **TALKS)),
        ("file:3: refused", "which language", 'xml:lang="vi"'),
    ),
    "Vietnamese missing": (
        martif(term_entry("x", en="a word", fr="un mot"), term_entry("c", **TALKS)),
        ("file:3: refused", "needs a Vietnamese term"),
    ),
    "read in a wrong encoding": (
        martif(term_entry("x", vi="Tiáº¿ng Viá»‡t", en="x"), term_entry("c", **TALKS)),
        ("file:3: refused", "wrong encoding", "UTF-8"),
    ),
    "msgctxt twice": (
        HEADED + CATALOGUE + 2 * CATALOGUE.replace("hội đàm", "đàm phán"),
        ("file:12: refused", "same msgctxt and msgid stand in line 8"),
    ),
    "formula": (
        workbook(HEADINGS, ("đàm phán", "=A1"), ("hội đàm", "talks")),
        ("Sheet!B2: refused", "formula", "Paste Special"),
    ),
    "merged cells": (
        workbook(HEADINGS, ("đàm phán", "x"), ("hội đàm", "talks"), merged="A2:B2"),
        ("Sheet!A2: refused", "A2:B2", "Undo the merging"),
    ),
    "date for a text": (
        workbook(HEADINGS, ("đàm phán", date(2025, 5, 1)), ("hội đàm", "talks")),
        ("Sheet!B2: refused", "(2025-05-01)", "Format the cell as text"),
    ),
}
TAKEN: dict[str, tuple[str | bytes, tuple[str, ...]]] = {
    "external DTD": (GOOD.replace("<martif ", '<!DOCTYPE martif SYSTEM "x.dtd"><martif '), ()),
    "wrong namespace": (
        GOOD.replace("<martif ", '<martif xmlns="http://example.org/x" '),
        ("W149", "example.org"),
    ),
    "ids twice": (
        martif(term_entry("c", vi="chuyến thăm", ru="официальный визит"), term_entry("c", **TALKS)),
        ("file:4", "W150", "stands in file:3 already"),
    ),
    "semicolons": (SHEET, ()),
    "UTF-16": (SHEET.encode("utf-16"), ()),
    "Windows-1258": (
        as_windows_1258(TABLE.replace("hội đàm cấp cao,high-level talks", "hội đàm,talks")),
        ("W131", "windows-1258"),
    ),
}


@pytest.fixture
def take(
    run: Callable, glossary: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable:
    """`import file` as a curator types it: its exit code, what it says, the files it changed."""

    def taken(data: str | bytes) -> tuple[int, str, list[str]]:
        monkeypatch.chdir(tmp_path)
        Path("file").write_bytes(data.encode() if isinstance(data, str) else data)
        before = tree(glossary)
        result = run("--glossary", glossary, "import", "file", "--subject", "talks")
        after = tree(glossary)
        return (
            result.exit_code,
            result.output,
            sorted(n for n in after if after[n] != before.get(n)),
        )

    return taken


@pytest.mark.parametrize(("data", "words"), REFUSED.values(), ids=REFUSED)
def test_a_file_is_refused(take: Callable, data: str | bytes, words: tuple[str, ...]) -> None:
    """With its place and what to do; nothing is written."""
    code, said, changed = take(data)
    assert code == 2 and changed == []
    assert [word for word in words if word not in said] == []


@pytest.mark.parametrize(("data", "words"), REFUSED_IN_PART.values(), ids=REFUSED_IN_PART)
def test_a_concept_is_refused(take: Callable, data: str | bytes, words: tuple[str, ...]) -> None:
    """With its place and what to do; of it nothing is written, the sound one is taken."""
    code, said, changed = take(data)
    assert code == 1 and changed == ["talks/talks.yaml"], said
    assert [word for word in words if word not in said] == []


@pytest.mark.parametrize(("data", "words"), TAKEN.values(), ids=TAKEN)
def test_a_file_is_understood(take: Callable, data: str | bytes, words: tuple[str, ...]) -> None:
    """With a word where something was odd."""
    code, said, changed = take(data)
    assert code == 0 and "talks/talks.yaml" in changed, said
    assert [word for word in words if word not in said] == []
