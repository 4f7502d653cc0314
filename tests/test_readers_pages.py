"""Saved pages: their blocks at their lines, and none of their markup does harm."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reader_files import FIRST, SECOND, THIRD, Written, codes, read, text_lines

from vnru_terms.store.corpus import read_document
from vnru_terms.store.readers.html import read_html, scan
from vnru_terms.store.readers.reading import Reading

PAGE = f"""<!DOCTYPE html>
<html><head><title>Tin | Báo</title><script>var p = "<p>không</p>";
</script><style>p {{ }}</style></head>
<body>
<nav><ul><li><a href="/">Trang chủ</a></li><li><a href="/tin">Thời sự</a></li></ul></nav>
<article>
<h1>Ký Bản ghi nhớ</h1>
<!-- chú
thích -->
<p>{FIRST}</p>
<p>{SECOND.replace(" sẽ ", "<b> sẽ</b>" + chr(10))}</p>
<p>&ETH;&acirc;y l&agrave; m&#7897;t &#273;o&#7841;n. {THIRD}</p>
</article>
<footer><a href="https://example.vn">Liên hệ quảng cáo</a></footer>
</body></html>
"""


def test_an_article_at_its_lines() -> None:
    """The paragraphs of a page, at the lines of the source; menus and scripts are left out."""
    reading = read_html(PAGE.encode(), "a")
    shown = [pair for pair in zip(reading.places, reading.lines, strict=True) if pair[1]]
    assert [place for place, _line in shown] == [7, 10, 11, 13]
    assert [line[:14] for _place, line in shown] == [
        "Ký Bản ghi nhớ", FIRST[:14], SECOND[:14], "Ðây là một đoạ",
    ]  # fmt: skip


def test_blocks_of_a_page() -> None:
    """Blocks have the line on which their text begins; inline marks do not break them."""
    _lean, blocks = scan("<p>Một\n<b>hai</b></p>\n\n<ul><li>\n ba</li><li>bốn</li></ul>năm")
    assert [(b.line, b.text, b.apart) for b in blocks] == [
        (1, "Một hai", True), (5, "ba", False), (5, "bốn", False), (5, "năm", True),
    ]  # fmt: skip


@given(st.text(alphabet='<>/!-ab \n"=&;pscriptbody', max_size=80))
def test_scan_keeps_the_line_ends(source: str) -> None:
    """Whatever the mark-up, the lean source has the lines of the source."""
    lean, blocks = scan(source)
    assert lean.count("\n") == source.count("\n")
    assert [b.line for b in blocks] == sorted(b.line for b in blocks)


def test_a_page_100_000_deep(written: Written) -> None:
    """A page nested beyond measure is read all the same, with a warning."""
    deep = "<div>" * 100_000
    path = written("a.html", f"<html><body>{deep}<p>{FIRST}</p>\n<p>{SECOND}".encode())
    found, findings = read_document(path)
    assert found is not None and text_lines(found) == [(1, FIRST), (2, SECOND)]
    assert [f.code for f in findings] == ["W133"]


@pytest.mark.parametrize(
    "source",
    [
        "<" * 200_000,
        "<a" * 200_000,
        "<" + "a" * 500_000,
        "<script" * 100_000,
        "<!--" * 200_000,
        "<p>&" * 10_000,
        "<b>" * 100_000 + "x",
        "<p title='" * 50_000,
        "<table><tr><td>" * 20_000,
        "data:image/png;base64," * 20_000,
    ],
    ids=range(10),
)
def test_hostile_pages_end(source: str) -> None:
    """Pages made to be slow are done with in one pass; the test would not end otherwise."""
    assert isinstance(read_html(f"<html><body>{source}".encode(), "a"), Reading)


def test_entities_of_a_page_open_nothing(tmp_path: Path, written: Written) -> None:
    """An entity that names a file or an address gives nothing of it."""
    (tmp_path / "secret.txt").write_text("BÍ MẬT QUỐC GIA", encoding="utf-8")
    address = (tmp_path / "secret.txt").as_uri()
    page = (
        f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a SYSTEM "{address}">'
        f'<!ENTITY b SYSTEM "http://127.0.0.1:9/b">]><html><body><p>{FIRST} &a; &b;</p>'
        f'<iframe src="{address}"></iframe><object data="{address}"></object></body></html>'
    )
    found = read(written("a.html", page.encode()))
    assert FIRST in found.text and "BÍ MẬT" not in found.text


def test_a_page_of_tags(written: Written) -> None:
    """A page of more tags than the parser is given is read all the same, with a warning."""
    found, findings = read_document(written("a.html", b"<html><body>" + b"<p>x" * 150_000))
    assert found is not None and [f.code for f in findings] == ["W133"]


def test_too_large_a_page(written: Written) -> None:
    """A page of nine megabytes of text is no article; pictures inside it do not count."""
    assert codes(written("a.html", b"<html><p>" + b"a b " * (9 * 2**18))) == ["E127"]
    picture = b'<img src="data:image/png;base64,' + b"A" * (9 * 2**20) + b'">'
    assert read(written("b.html", b"<html><body>" + picture + b"<p>" + FIRST.encode())).lines
