"""Readers: every format gives lines with true places, and no file, however bad, does harm."""

from __future__ import annotations

import io
import os
import pickle
import random
import struct
import threading
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from fpdf import FPDF
from hypothesis import given
from hypothesis import strategies as st

from vnru_terms.findings import Severity
from vnru_terms.lang.vi_legacy import repair
from vnru_terms.store import corpus
from vnru_terms.store.corpus import Document, Unit, find_files, read_corpus, read_document
from vnru_terms.store.readers import READERS, reader_for
from vnru_terms.store.readers import docx as docx_reader
from vnru_terms.store.readers import lines as line_reader
from vnru_terms.store.readers import pdf as pdf_reader
from vnru_terms.store.readers.html import read_html, scan
from vnru_terms.store.readers.lines import LONGEST_LINE, cut_line, readable
from vnru_terms.store.readers.markdown import markdown_lines
from vnru_terms.store.readers.paragraphs import join_pages
from vnru_terms.store.readers.reading import LARGEST_FILE, Reading
from vnru_terms.store.readers.time_limit import within

DATA = Path(__file__).parent / "data" / "readers"

FIRST = "Ngày 5/3, hai bên đã ký Bản ghi nhớ về hợp tác trong lĩnh vực đào tạo cán bộ ngoại giao."
SECOND = "Theo lời mời của Chủ tịch, đoàn đại biểu cấp cao sẽ thăm chính thức vào cuối năm nay."
THIRD = "Đại sứ bày tỏ tin tưởng rằng quan hệ giữa hai nước sẽ tiếp tục được củng cố và mở rộng."

Written = Callable[[str, bytes], Path]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """Write a file of the test's folder."""

    def write(name: str, data: bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return write


def codes(path: Path) -> list[str]:
    """The codes of a file that must not be read."""
    found, findings = read_document(path)
    assert found is None
    return [f.code for f in findings]


def read(path: Path) -> Document:
    """A file that must be read."""
    found, findings = read_document(path)
    assert found is not None, findings
    return found


def text_lines(found: Document) -> list[tuple[int, str]]:
    """Place and text of each line that has any."""
    return [(found.place_of(n), line) for n, line in enumerate(found.lines, 1) if line]


def word_file(*paragraphs: str) -> bytes:
    """A Word file as python-docx writes it."""
    made = docx.Document()
    for paragraph in paragraphs:
        made.add_paragraph(paragraph)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def package(body: str | bytes, *, prolog: str = "", **others: bytes) -> bytes:
    """A zip with a document part only, for what no Word would write."""
    if isinstance(body, str):
        body = f"{prolog}<w:document {W}><w:body>{body}</w:body></w:document>".encode()
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("word/document.xml", body)
        for name, data in others.items():
            made.writestr(name, data)
    return stream.getvalue()


def w_p(inside: str) -> str:
    """A paragraph of WordprocessingML."""
    return f"<w:p>{inside}</w:p>"


def w_t(text: str) -> str:
    """A run with text of WordprocessingML."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def pdf_file(*pages: list[str]) -> bytes:
    """A PDF with one line of print for each string (Latin 1: a font of the format itself)."""
    made = FPDF()
    made.set_font("helvetica", size=10)
    for page in pages:
        made.add_page()
        for number, line in enumerate(page):
            made.text(20, 20 + 6 * number, line)
    return bytes(made.output())


# --- every reader ---------------------------------------------------------------------------------

SAMPLES = {
    ".txt": f"{FIRST}\n\n{SECOND}\n".encode(),
    ".md": f"# Tin\n\n**{FIRST}**\n\n[{SECOND}](https://example.vn)\n".encode(),
    ".html": f"<html><body><main><p>{FIRST}</p>\n<p>{SECOND}</p></main></body></html>".encode(),
    ".htm": f"<html><body><p>{FIRST}</p>\n<p>{SECOND}</p></body></html>".encode(),
    ".docx": word_file(FIRST, SECOND),
    ".pdf": pdf_file(["Hai ben ra Tuyen bo chung ve hop tac."], ["Doan dai bieu tham Ha Noi."]),
}


@pytest.mark.parametrize("suffix", READERS)
def test_every_reader_keeps_the_contract(written: Written, suffix: str) -> None:
    """Of every format: text, one place a line that never goes back, offsets, and it pickles."""
    found = read(written(f"a{suffix}", SAMPLES[suffix]))
    assert len([line for line in found.lines if line]) >= 2
    places = [found.place_of(n) for n in range(1, len(found.lines) + 1)]
    assert places == sorted(places) and places[0] >= 1
    for number, line in enumerate(found.lines, 1):
        start = found.line_start(number)
        assert found.text[start : start + len(line)] == line
        assert "\n" not in line
    assert pickle.loads(pickle.dumps(found)) == found


@pytest.mark.parametrize("suffix", READERS)
@given(data=st.binary(max_size=300))
def test_no_bytes_make_a_reader_raise(suffix: str, data: bytes) -> None:
    """Whatever the bytes: a reading, whose lines each have a place, and findings about the file."""
    reading = READERS[suffix](data, "a")
    assert all(f.place.path == "a" for f in reading.findings)
    assert not reading.places or len(reading.places) == len(reading.lines)


@pytest.mark.parametrize("suffix", [".docx", ".pdf", ".html"])
@given(seed=st.integers(0, 10_000))
def test_no_damage_makes_a_reader_raise(suffix: str, seed: int) -> None:
    """A good file with some bytes changed or the end cut off is read or reported."""
    chance = random.Random(seed)
    data = bytearray(SAMPLES[suffix])
    for _time in range(chance.randrange(1, 8)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    del data[chance.randrange(len(data) // 2, len(data)) :]
    reading = READERS[suffix](bytes(data), "a")
    assert all(f.place.path == "a" for f in reading.findings)


@pytest.mark.parametrize(
    ("suffix", "data", "reader"),
    [
        ("", SAMPLES[".pdf"], ".pdf"),
        (".txt", SAMPLES[".docx"], ".docx"),
        ("", SAMPLES[".html"], ".html"),
        ("", b"\xef\xbb\xbf<!-- saved -->\n<!DOCTYPE html><p>", ".html"),
        (".txt", SAMPLES[".html"], ".txt"),
        ("", SAMPLES[".txt"], ".txt"),
        (".news", SAMPLES[".txt"], ".txt"),
    ],
)
def test_first_bytes_go_before_the_name(suffix: str, data: bytes, reader: str) -> None:
    """A PDF or Word file is known whatever its name; a page only where the name says nothing."""
    assert reader_for(data, suffix) is READERS[reader]


# --- Markdown and text ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        row.split("\t")
        for row in (DATA / "markdown.tsv").read_text(encoding="utf-8").splitlines()
        if row and not row.startswith("#\t")
    ],
)
def test_markdown_lines(line: str, shown: str) -> None:
    """Mark-up becomes text; the table has a line and what a reader sees."""
    assert markdown_lines(f"\n{line}\n") == ("", shown.replace("␣", " "), "")


def test_front_matter_leaves_the_title() -> None:
    """Front matter is blanked line by line, but for the title; a rule in the text is none."""
    text = '---\ntitle: "Tin mới"\ntags:\n- ngoại giao\n---\nNội dung'
    assert markdown_lines(text) == ("", "Tin mới", "", "", "", "Nội dung")
    assert markdown_lines("---\nMột đoạn văn\n---") == ("", "Một đoạn văn", "")


def test_comments_are_blanked_over_lines() -> None:
    """A comment of several lines leaves as many empty ones."""
    assert markdown_lines("a <!-- x\ny\nz --> b") == ("a ", "", " b")


@given(st.text(alphabet="ab[]()!*_`#>-~<\\ \n/:.=|", max_size=60))
def test_markdown_keeps_the_lines(text: str) -> None:
    """Whatever the mark-up, as many lines come out as went in."""
    assert len(markdown_lines(text)) == text.count("\n") + 1


def test_links_in_text(written: Written) -> None:
    """Copied links lose their address; the sign of an image stays for the rules on lines."""
    path = written("a.txt", "[Hội đàm](https://a.vn/b_(c)) và [1] (xem)\n![]() Ảnh".encode())
    assert read(path).lines == ("Hội đàm và [1] (xem)", "![]() Ảnh")


# --- encodings ------------------------------------------------------------------------------------

TCVN3 = (
    "Hai n­íc nhÊt trÝ t¨ng c­êng quan hÖ hîp t¸c trªn mäi lÜnh vùc. "
    "§oµn ®¹i biÓu cÊp cao ViÖt Nam th¨m chÝnh thøc."
)
VNI = (
    "Hai nöôùc nhaát trí taêng cöôøng quan heä hôïp taùc treân moïi lónh vöïc. "
    "Ñoaøn ñaïi bieåu caáp cao Vieät Nam thaêm chính thöùc."
)
UNICODE = (
    "Hai nước nhất trí tăng cường quan hệ hợp tác trên mọi lĩnh vực. "
    "Đoàn đại biểu cấp cao Việt Nam thăm chính thức."
)
# windows-1258 writes tones apart: letters with â, ă, ê, ô, ơ, ư whole, their tones after them.
CP1258 = (
    UNICODE.replace("ướ", "ươ\u0301").replace("ấ", "â\u0301").replace("ườ", "ươ\u0300")
    .replace("ệ", "ê\u0323").replace("ợ", "ơ\u0323").replace("ọ", "o\u0323").replace("ĩ", "i\u0303")
    .replace("ự", "ư\u0323").replace("ạ", "a\u0323").replace("ể", "ê\u0309").replace("ứ", "ư\u0301")
    .replace("í", "i\u0301").encode("cp1258")
)  # fmt: skip


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        (UNICODE.encode("utf-16"), []),
        (b"\xfe\xff" + UNICODE.encode("utf-16-be"), []),
        (UNICODE.encode("utf-8-sig"), []),
        (UNICODE.encode("utf-32"), []),
        (CP1258, ["W131"]),
        (TCVN3.encode("latin-1"), ["W131"]),
        (VNI.encode("latin-1"), ["W131"]),
        (TCVN3.encode(), ["W131"]),
        (VNI.encode(), ["W131"]),
    ],
    ids=["utf-16", "utf-16-be", "bom", "utf-32", "1258", "tcvn3", "vni", "tcvn3-utf8", "vni-utf8"],
)
def test_encodings(written: Written, data: bytes, codes: list[str]) -> None:
    """The same text out of every encoding; an old one is read with a warning."""
    found, findings = read_document(written("a.txt", data))
    assert found is not None and found.text == UNICODE
    assert [f.code for f in findings] == codes


@pytest.mark.parametrize("name", ["tcvn3.docx", "vni.docx"])
def test_old_fonts_in_word_files(written: Written, name: str) -> None:
    """A Word file typed in an old font holds Western letters; they are read as Vietnamese."""
    old = TCVN3 if name.startswith("tcvn3") else VNI
    found, findings = read_document(written(name, word_file(THIRD, old)))
    assert found is not None and text_lines(found) == [(1, THIRD), (2, UNICODE)]
    assert [(f.code, f.place.line) for f in findings] == [("W131", 2)]


@pytest.mark.parametrize(
    "text",
    [
        UNICODE,
        "Très bientôt, après des négociations menées à Genève, où l’été était déjà arrivé.",
        "Für künftige Verträge müssen mögliche Änderungen geprüft, später erklärt werden; Grüße.",
        "Và là đó có thì mà bà má ba hà nà cá cà đá.",
        "©®™ §1 §2 §3 §4 §5 §6 §7 §8 §9 §10 ±5 ±6 ±7",
    ],
)
def test_other_text_is_left_alone(text: str) -> None:
    """Good Vietnamese, French or German is never taken for an old font."""
    assert repair([text]) is None


@given(
    st.lists(st.text(alphabet="aeiouyn \u00e0\u00b5\u00d6\u00f6\u00f4\u01b0\u1ec7", max_size=30))
)
def test_repair_keeps_the_lines(lines: list[str]) -> None:
    """A repair never changes how many lines there are."""
    made = repair(lines)
    assert made is None or len(made.lines) == len(lines)


@pytest.mark.parametrize(
    ("declared", "encoded"), [("windows-1258", "cp1258"), ("windows-1251", "cp1251")]
)
def test_a_page_says_its_encoding(written: Written, declared: str, encoded: str) -> None:
    """The charset that a page declares is believed where its bytes are not UTF-8."""
    text = "Đăng tải trên báo" if encoded == "cp1258" else "Министерство иностранных дел"
    text = text.replace("ả", "a\u0309")
    page = f'<html><head><meta charset="{declared}"></head><body><p>{text}</p></body></html>'
    assert text_lines(read(written("a.html", page.encode(encoded))))[0][1].startswith(text[:5])


def test_a_page_may_not_choose_any_codec(written: Written) -> None:
    """A charset that is no encoding of pages is not asked for."""
    page = b'<html><meta charset="unicode_escape"><p>\xff\xfe\x80</p></html>'
    assert codes(written("a.html", page)) == ["E102"]


# --- pages ----------------------------------------------------------------------------------------

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


# --- Word -----------------------------------------------------------------------------------------


def test_word_paragraphs_have_numbers(written: Written) -> None:
    """Paragraphs with text are counted; a blank line keeps them apart."""
    found = read(written("a.docx", word_file(FIRST, "", SECOND)))
    assert (found.lines, found.unit) == ((FIRST, "", SECOND), Unit.PARAGRAPH)
    assert text_lines(found) == [(1, FIRST), (2, SECOND)]
    assert found.place_of(found.line_at(found.text.index("Theo"))) == 2


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (w_p(w_t("Một ") + w_t("hai")), ["Một hai"]),
        (w_p(f"<w:ins>{w_t('thêm')}</w:ins><w:del>{w_t('bớt')}</w:del>"), ["thêm"]),
        (w_p(f"<w:hyperlink>{w_t('Hội đàm')}</w:hyperlink>"), ["Hội đàm"]),
        (f"<w:sdt><w:sdtContent>{w_p(w_t('khung'))}</w:sdtContent></w:sdt>", ["khung"]),
        (w_p("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>"), ["a", "b"]),
        (w_p("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/></w:r>"), ["a b-"]),
        (w_p("<w:r><w:instrText>PAGE</w:instrText></w:r>" + w_t("a")), ["a"]),
        (
            "<w:tbl><w:tr><w:tc>" + w_p(w_t("ô 1")) + "</w:tc><w:tc>" + w_p(w_t("ô 2"))
            + "</w:tc></w:tr></w:tbl>",
            ["ô 1", "ô 2"],
        ),
        (w_p(w_t("ngoài") + f"<w:r><w:txbxContent>{w_p(w_t('hộp'))}</w:txbxContent></w:r>"),
         ["hộp", "ngoài"]),
    ],
)  # fmt: skip
def test_word_markup(written: Written, body: str, lines: list[str]) -> None:
    """Inserted text, links, controls, tables and boxes are read; deleted text and codes are not."""
    found = read(written("a.docx", package(body)))
    assert [line for line in found.lines if line] == lines


@pytest.mark.parametrize(
    ("prolog", "text"),
    [
        ('<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>', "&b;"),
        ('<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>', "&a;"),
        ('<!DOCTYPE d [<!ENTITY a SYSTEM "http://127.0.0.1:9/a">]>', "&a;"),
        ('<!DOCTYPE d SYSTEM "http://127.0.0.1:9/a.dtd">', ""),
    ],
)
def test_entities_in_a_word_file(written: Written, prolog: str, text: str) -> None:
    """A Word file that declares entities is refused before one of them is looked at."""
    data = package(w_p(w_t(text or "a")), prolog=prolog)
    found, findings = read_document(written("a.docx", data))
    assert found is None and [f.code for f in findings] == ["E127"]
    assert "document type declaration" in findings[0].message


def test_external_template_is_not_followed(written: Written) -> None:
    """Relations to addresses and files stay what they are: words in the package."""
    relations = (
        b'<Relationships><Relationship Id="r" TargetMode="External" '
        b'Type="http://x/attachedTemplate" Target="http://127.0.0.1:9/t.dotm"/>'
        b'<Relationship Id="s" Type="http://x/officeDocument" Target="file:///etc/passwd"/>'
        b"</Relationships>"
    )
    data = package(w_p(w_t(FIRST)), **{"_rels/.rels": relations})
    assert read(written("a.docx", data)).lines == (FIRST,)


def bomb(size: int, *, declared: int | None = None) -> bytes:
    """A Word file whose document unfolds to `size` bytes and may say that it has fewer."""
    data = bytearray(package(b"<a>" + b" " * size + b"</a>"))
    if declared is not None:
        for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
            struct.pack_into("<I", data, data.index(mark) + offset, declared)
    return bytes(data)


@pytest.mark.parametrize(
    "data",
    [
        bomb(LARGEST_FILE + 1),
        bomb(30 * 2**20),
        package("<w:p>" * 200_000),
    ],
    ids=["declared", "ratio", "depth"],
)
def test_bombs(written: Written, data: bytes) -> None:
    """What unfolds to too much, from too little, or too deep, is refused with one letter."""
    assert codes(written("a.docx", data)) == ["E127"]


def test_a_bomb_that_lies(written: Written) -> None:
    """A size that the zip declares falsely does not get more than that out of it."""
    assert codes(written("a.docx", bomb(30 * 2**20, declared=1000)))[0] in ("E127", "E128")


def test_a_directory_without_end(written: Written) -> None:
    """A zip with a hundred thousand members is refused before they are listed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        for number in range(60_000):
            made.writestr(f"word/{number:020}.xml", b"")
    assert codes(written("a.docx", stream.getvalue())) == ["E127"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"PK\x03\x04", "E128"),
        (SAMPLES[".docx"][:2000], "E128"),
        (package(b"<w:document><w:p>"), "E128"),
        (package(b""), "E128"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "E129"),
        (b"{\\rtf1 Tin}", "E122"),
    ],
    ids=["head", "cut", "xml", "empty", "old", "rtf"],
)
def test_files_that_are_no_word_files(written: Written, data: bytes, code: str) -> None:
    """Each kind of wrong file has its own letter."""
    found, findings = read_document(written("a.docx", data))
    assert found is None and [f.code for f in findings] == [code]
    assert findings[0].hint


def test_a_zip_of_something_else(written: Written) -> None:
    """A spreadsheet or a plain zip is named as such."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        made.writestr("xl/workbook.xml", "<a/>")
    assert codes(written("a.docx", stream.getvalue())) == ["E122"]


# --- PDF ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", sorted(DATA.glob("pages_*.txt")), ids=lambda p: p.stem)
def test_paragraphs_of_pages(path: Path) -> None:
    """Pages (parted by ===) become the paragraphs below the line of +++, with their pages."""
    given_pages, _mark, wanted = path.read_text(encoding="utf-8").partition("+++\n")
    made = join_pages(given_pages.split("===\n"))
    assert [f"{page} {text}" for page, text in made] == wanted.splitlines()


@given(
    st.lists(
        st.lists(st.sampled_from(["Một đoạn.", "hai", "BA", "- 4 -", "", "x-"]), max_size=8),
        max_size=5,
    )
)
def test_joining_keeps_the_words(pages: list[list[str]]) -> None:
    """Joining changes spaces and hyphens; letters go only with heads and page numbers."""
    made = join_pages(["\n".join(page) for page in pages])
    assert [page for page, _text in made] == sorted(page for page, _text in made)
    words = {word for page in pages for line in page for word in line.replace("-", " ").split()}
    for _page, text in made:
        assert text.strip() == text != ""
        assert all(
            word.strip("x") in words or "x" in word for word in text.replace("-", " ").split()
        )


def test_a_pdf_has_pages(written: Written) -> None:
    """The place of a PDF's paragraph is its page; broken lines are whole again."""
    pages = [["Hai ben ra Tuyen bo chung ve", "hop tac song phuong."], ["Trang hai co mot doan."]]
    found = read(written("a.pdf", pdf_file(*pages)))
    assert found.unit is Unit.PAGE
    assert text_lines(found) == [
        (1, "Hai ben ra Tuyen bo chung ve hop tac song phuong."),
        (2, "Trang hai co mot doan."),
    ]


def test_a_scan_is_told_from_a_text(written: Written) -> None:
    """Pages without text are named: all of them E130 with the word OCR, some of them W133."""
    found, findings = read_document(written("a.pdf", pdf_file([], [])))
    assert found is None and [f.code for f in findings] == ["E130"]
    assert "OCR" in findings[0].hint
    page = ["Doan dai bieu cap cao tham chinh thuc Ha Noi."]
    found, findings = read_document(written("b.pdf", pdf_file(page, [])))
    assert found is not None and [(f.code, f.place.line) for f in findings] == [("W133", 2)]


@pytest.mark.parametrize(("password", "code"), [("secret", "E129"), ("", None)])
def test_a_locked_pdf(written: Written, password: str, code: str | None) -> None:
    """A password to open it is asked about; a lock against changes is none of ours."""
    made = FPDF()
    made.set_encryption(owner_password="owner", user_password=password)
    made.add_page()
    made.set_font("helvetica", size=10)
    made.text(20, 20, "Doan dai bieu cap cao tham chinh thuc Ha Noi.")
    found, findings = read_document(written("a.pdf", bytes(made.output())))
    assert [f.code for f in findings] == ([code] if code else [])
    assert (found is None) == bool(code)


def by_hand(*objects: bytes) -> bytes:
    """A PDF of these objects, numbered from 1, without a table of them: readers must search."""
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % pair for pair in enumerate(objects, 1))
    return b"%PDF-1.4\n" + body + b"trailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n"


CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.4",
        b"%PDF-1.4\n" + b"\0" * 5000,
        b"%PDF-1.4\nstartxref\n9\n%%EOF",
        by_hand(CATALOG, b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"),
        by_hand(CATALOG, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                b"<< /Type /Page /Parent 2 0 R /Contents 3 0 R /Resources 3 0 R >>"),
        by_hand(CATALOG, b"[" * 50_000),
        by_hand(b"<< /Type /Catalog /Pages 1 0 R >>"),
        SAMPLES[".pdf"][: len(SAMPLES[".pdf"]) // 2],
    ],
    ids=["head", "zeros", "xref", "kids", "self", "nested", "root", "cut"],
)  # fmt: skip
def test_broken_pdfs(written: Written, data: bytes) -> None:
    """A PDF that is cut, loops or nests is reported and lets go."""
    assert codes(written("a.pdf", data))[0] in ("E128", "E130", "E103")


def test_too_many_pages(written: Written, monkeypatch: pytest.MonkeyPatch) -> None:
    """More pages than the limit are refused; more than the time allows are left out with a word."""
    data = pdf_file(*(["Doan dai bieu cap cao tham chinh thuc Ha Noi."] for _n in range(4)))
    monkeypatch.setattr(pdf_reader, "SECONDS", -1)
    found, findings = read_document(written("a.pdf", data))
    assert found is not None and [f.code for f in findings] == ["W133"]
    assert "1 of 4" in findings[0].message
    monkeypatch.setattr(pdf_reader, "MOST_PAGES", 3)
    assert codes(written("b.pdf", data)) == ["E127"]


# --- lines ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("Hội\u200b đàm\u200e\u2066", "Hội đàm"),
        ("ngoại\u00adgiao\ufe0f\U000e0041", "ngoạigiao"),
        ("\uf0b7 Hội đàm", "Hội đàm"),
        ("Hội đàm \ufffd cấp cao", "Hội đàm cấp cao"),
        ("a\x00\x07b\x0c", "ab "),
        ("Hội\u00a0đàm", "Hội đàm"),
        ("h\ue001i \ue002àm c\ue003p cao", ""),
    ],
)
def test_characters_nobody_sees(line: str, shown: str) -> None:
    """Zero-width characters go, a lone bullet goes, a line of broken words is passed over."""
    assert readable(Reading((line,)), "a").lines == (shown,)


def test_a_line_of_broken_words_is_told() -> None:
    """Lines with private-use characters inside words are counted in one finding."""
    reading = readable(Reading(("h\ue001i", FIRST, "\ue002àm")), "a")
    assert [(f.code, f.place.line, f.message[:7]) for f in reading.findings] == [
        ("W132", 1, "2 lines")
    ]


def test_marks_without_end() -> None:
    """A letter under a hundred thousand marks, in the order that is slow to sort, is cut down."""
    marks = "\u0301\u0323" * 200_000
    (line,) = readable(Reading((f"a{marks} b",)), "a").lines
    assert len(line) < 50 and line.endswith(" b")


def test_a_long_line_is_cut_at_sentences(written: Written) -> None:
    """A million characters with sentences are mined in pieces, all at the same line."""
    sentence = f"{FIRST} "
    path = written("a.txt", f"Tin\n{sentence * 12_000}\nHết".encode())
    found, findings = read_document(path)
    assert found is not None
    assert {found.place_of(n) for n in range(2, len(found.lines))} == {2}
    assert found.place_of(len(found.lines)) == 3
    assert all(len(line) <= LONGEST_LINE and line.endswith(".") for line in found.lines[1:-1])
    assert " ".join(found.lines[1:-1]) == (sentence * 12_000).strip()
    assert [(f.code, f.place.line, f.severity) for f in findings] == [("W125", 2, Severity.WARNING)]


def test_one_line_bodies_stay_whole(written: Written) -> None:
    """An article on one line of fifteen thousand characters is left as it is."""
    body = (f"{FIRST} " * 200)[:15_000].strip()
    found, findings = read_document(written("a.txt", body.encode()))
    assert found is not None and found.lines == (body,) and not findings


@given(st.lists(st.sampled_from(["một.", "hai ", "x" * 9, "? ", "…” ", "ba"]), max_size=30))
def test_cutting_loses_no_sentence(words: list[str]) -> None:
    """Pieces are within the limit, in order, and hold every sentence that is."""
    line = "".join(words)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(line_reader, "LONGEST_LINE", 25)
        pieces = cut_line(line)
    assert pieces and all(len(piece) <= 25 for piece in pieces)
    at = 0
    for piece in pieces:
        at = line.index(piece, at) + len(piece)
    if len(line) <= 25:
        assert pieces == [line]


@given(st.lists(st.text(alphabet="ab.\u0301\u200b\ue000 \u00a0\t", max_size=12), max_size=8))
def test_lines_are_kept_in_number(lines: list[str]) -> None:
    """No line is lost or added below the limit, and what is readable stays as it is."""
    once = readable(Reading(tuple(lines)), "a") if lines else Reading()
    assert len(once.lines) == len(lines) and not once.places
    assert not once.lines or readable(Reading(once.lines), "a").lines == once.lines


# --- files and folders ----------------------------------------------------------------------------


def test_files_are_listed_in_order(tmp_path: Path) -> None:
    """Known suffixes only, hidden ones left out, once each, nothing opened."""
    for name in ("b.md", "a/c.PDF", "a.txt", ".git/x.txt", "a/.y.txt", "d.png", "e.docx"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"")
    files, findings = find_files([tmp_path, tmp_path / "a.txt", tmp_path / "missing.txt"])
    assert [Path(f).relative_to(tmp_path).as_posix() for f in files] == [
        "a.txt", "a/c.PDF", "b.md", "e.docx",
    ]  # fmt: skip
    assert [f.code for f in findings] == ["E124"]


def test_links_in_circles(tmp_path: Path) -> None:
    """A link to a folder above, a link to itself and two links to one file do no harm."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(FIRST, encoding="utf-8")
    try:
        (tmp_path / "in" / "up").symlink_to(tmp_path, target_is_directory=True)
        (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
        (tmp_path / "z.txt").symlink_to(tmp_path / "in" / "a.txt")
    except OSError:
        pytest.skip("this system lets us make no links")
    documents, findings = read_corpus([tmp_path])
    assert [d.lines for d in documents] == [(FIRST,)]
    assert [f.code for f in findings] == ["E121"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_among_the_articles(tmp_path: Path) -> None:
    """A pipe in a folder is not waited for."""
    os.mkfifo(tmp_path / "a.txt")
    files, findings = find_files([tmp_path])
    assert not files and [f.code for f in findings] == ["E123"]


def test_an_unreadable_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that may not be opened is reported, and the others are read."""
    (tmp_path / "a.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "shut").mkdir()
    scandir = os.scandir

    def guarded(path: str) -> object:
        if str(path).endswith("shut"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)
    documents, findings = read_corpus([tmp_path])
    assert len(documents) == 1
    assert [(f.code, Path(f.place.path).name) for f in findings] == [("E121", "shut")]


def test_a_file_that_vanishes(tmp_path: Path) -> None:
    """A file that is gone when it is its turn is reported."""
    (tmp_path / "a.txt").write_text(FIRST, encoding="utf-8")
    (file,), _findings = find_files([tmp_path])
    Path(file).unlink()
    assert codes(Path(file)) == ["E121"]


def test_a_file_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No more than the limit is read of any file, and then it is refused."""
    monkeypatch.setattr(corpus, "LARGEST_FILE", 1000)
    (tmp_path / "a.txt").write_bytes(b"a " * 600)
    assert codes(tmp_path / "a.txt") == ["E127"]


def test_bad_files_leave_the_others(tmp_path: Path) -> None:
    """One letter for each bad file; the good ones are all there."""
    for number, data in enumerate(SAMPLES.values()):
        (tmp_path / f"good{number}{list(SAMPLES)[number]}").write_bytes(data)
    (tmp_path / "bad1.docx").write_bytes(bomb(30 * 2**20))
    (tmp_path / "bad2.pdf").write_bytes(b"%PDF-1.4")
    (tmp_path / "bad3.html").write_bytes(b"\xff\xff\xff")
    (tmp_path / "bad4.txt").write_bytes(b"\0\1\2")
    documents, findings = read_corpus([tmp_path])
    assert len(documents) == len(SAMPLES)
    assert [f.code for f in findings] == ["E127", "E128", "E102", "E122"]
    assert all(f.place.path.endswith((".docx", ".pdf", ".html", ".txt")) for f in findings)


# --- time -----------------------------------------------------------------------------------------


def test_within_gives_what_is_done() -> None:
    """What is done in time is given, and nothing strikes afterwards; its errors are its own."""
    assert within(60, lambda: 1 + 1) == 2
    with pytest.raises(ZeroDivisionError):
        within(60, lambda: 1 // 0)


@pytest.mark.parametrize("in_thread", [False, True])
def test_within_stops_what_is_not(in_thread: bool) -> None:
    """A loop that swallows every Exception is stopped, in any thread."""
    outcome: list[str] = []

    def endless() -> None:
        while True:
            try:
                time.sleep(0.001)
            except Exception:
                continue

    def guarded() -> None:
        try:
            within(0.05, endless)
        except TimeoutError:
            outcome.append("stopped")

    if in_thread:
        thread = threading.Thread(target=guarded)
        thread.start()
        thread.join()
    else:
        guarded()
    assert outcome == ["stopped"]


def test_a_slow_file_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that takes too long gets a finding of its own."""

    def slow(_data: bytes, _name: str) -> Reading:
        while True:
            time.sleep(0.001)

    monkeypatch.setattr(corpus, "SECONDS", 0.05)
    monkeypatch.setitem(READERS, ".txt", slow)
    (tmp_path / "a.txt").write_text(FIRST, encoding="utf-8")
    assert codes(tmp_path / "a.txt") == ["E127"]


def test_word_reader_limits_are_sane() -> None:
    """A real Word file of repeated text stays below the ratio that makes a bomb."""
    data = word_file(*[f"{n} {FIRST}" for n in range(3_000)])
    assert docx_reader.read_docx(data, "a").lines
