"""annotate: a document with its terms marked, as text, page and JSON."""

from __future__ import annotations

import json
import re
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import docx
import fpdf
import pytest

CONCEPTS = {
    "talks": """
id: talks
languages:
  vi:
    terms:
    - term: hội đàm
      status: preferred
      part_of_speech: noun
    - term: đàm thoại
      status: deprecated
      reason: wrong referent
  en:
    terms:
    - term: talks
      status: preferred
      part_of_speech: noun
      number: plural
  ru:
    terms:
    - term: переговоры
      status: preferred
      part_of_speech: noun
      number: plural
      source: https://example.org/<a>
trap: not <hội kiến>
""",
    "ambassador": """
id: ambassador
distinguish: the head of a mission
languages:
  vi:
    terms:
    - term: đại sứ
      status: preferred
      part_of_speech: noun
  en:
    terms:
    - term: ambassador
      status: preferred
      part_of_speech: noun
  ru:
    terms:
    - term: посол
      status: preferred
      part_of_speech: noun
      gender: masculine
""",
    "envoy": """
id: envoy
distinguish: any envoy
languages:
  vi:
    terms:
    - term: đại sứ
      status: admitted
      part_of_speech: noun
  ru:
    terms:
    - term: посланник
      status: preferred
      part_of_speech: noun
      gender: masculine
""",
}


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A glossary of three concepts, two of them homonyms."""
    folder = tmp_path / "glossary" / "x"
    folder.mkdir(parents=True)
    for name, text in CONCEPTS.items():
        (folder / f"{name}.yaml").write_text(text.lstrip(), encoding="utf-8")
    return tmp_path / "glossary"


@pytest.fixture
def annotate(run, small: Path, tmp_path: Path):
    """The command on a text; gives its result."""

    def call(text: str, *options: str, name: str = "doc.txt"):
        path = tmp_path / name
        path.write_bytes(text.encode("utf-8"))
        return run("--glossary", small, "annotate", path, *options)

    return call


class TestText:
    def test_terms_are_marked_and_listed_once(self, annotate) -> None:
        """A number belongs to a term; the list gives the equivalents with their gender."""
        result = annotate("Đại sứ dự hội đàm. Hội đàm kết thúc.\n")
        assert result.exit_code == 0
        assert "⟦Đại sứ⟧¹ dự ⟦hội đàm⟧². ⟦Hội đàm⟧² kết thúc." in result.stdout
        assert "ru  посол, м." in result.stdout and "ru  посланник, м." in result.stdout
        assert result.stdout.count("переговоры") == 1

    def test_a_deprecated_word_in_the_text_is_told(self, annotate) -> None:
        """It is marked apart, with what to use."""
        result = annotate("Cuộc đàm thoại hôm nay.")
        assert "⟦đàm thoại⟧✗¹" in result.stdout and "deprecated; use: hội đàm" in result.stdout

    def test_the_language_is_told_by_the_letters(self, annotate) -> None:
        """From any of the three languages, in any form."""
        assert "⟦переговорах⟧" in annotate("О переговорах посла.").stdout
        assert "⟦talks⟧" in annotate("After the talks the ambassadors left.").stdout

    def test_nothing_found_is_exit_1(self, annotate) -> None:
        """As with look-up."""
        assert annotate("Trời đẹp quá, mọi người ạ.").exit_code == 1

    def test_out_writes_what_its_suffix_says(self, annotate, tmp_path: Path) -> None:
        """Not on stdout then; a suffix that annotate cannot write is wrong use."""
        text = "Đại sứ dự hội đàm."
        for suffix, option in ((".html", "html"), (".json", "json"), (".txt", "text")):
            out = tmp_path / f"out{suffix}"
            result = annotate(text, "--out", str(out))
            assert (result.exit_code, result.stdout) == (0, "") and out.name in result.stderr
            written = out.read_bytes().decode("utf-8")
            assert written == annotate(text, "--format", option, "--out", "-").stdout
        assert annotate(text, "--out", str(tmp_path / "out.pdf")).exit_code == 2
        assert not (tmp_path / "out.pdf").exists()

    def test_a_file_that_is_not_there_is_exit_2(self, run, small: Path) -> None:
        """A clear word, no traceback."""
        result = run("--glossary", small, "annotate", "none.txt")
        assert result.exit_code == 2 and "none.txt" in result.stderr


class TestJson:
    def test_offsets_are_code_points_of_the_file(self, annotate) -> None:
        """Windows line ends, decomposed letters and soft hyphens count as they stand."""
        text = "\r\nДо\u0301брый день:\r\nперего\u00adворы послов.\r\n"
        rows = json.loads(annotate(text, "--json").stdout)
        assert [text[row["start"] : row["end"]] for row in rows] == ["перего\u00adворы", "послов"]
        assert all(row["text"] == text[row["start"] : row["end"]] for row in rows)

    def test_the_keys_of_the_contract(self, annotate) -> None:
        """Homonyms: the likeliest first, the others with what tells them apart."""
        row = json.loads(annotate("Đại sứ.", "--json", "--to", "ru").stdout)[0]
        assert {"start", "end", "text", "id", "match", "equivalents"} <= set(row)
        assert (row["id"], row["others"][0]["id"]) == ("ambassador", "envoy")
        assert [term["term"] for term in row["equivalents"]["ru"]] == ["посол"]
        assert row["others"][0]["distinguish"] == "any envoy"


class TestPage:
    def test_whatever_comes_in_is_escaped(self, annotate) -> None:
        """Mark-up of the document and of the glossary is text; the text of the page is whole."""
        text = "<script>alert('đại sứ')</script> & hội đàm"
        page = annotate(text, "--format", "html").stdout
        assert page.count("<script>") == 1
        assert "not &lt;hội kiến&gt;" in page and 'href="https://example.org/&lt;a&gt;"' in page
        assert _text_of(page) == text

    def test_every_term_leads_to_its_entry_and_back(self, annotate) -> None:
        """Links inside the page all have a goal; nothing is fetched."""
        page = annotate("Đại sứ dự hội đàm, hội đàm.", "--format", "html").stdout
        goals = set(re.findall(r'id="([eo]\d+)"', page))
        assert goals == set(re.findall(r'href="#([eo]\d+)"', page)) and len(goals) == 5
        assert not re.search(r"(?:src|@import|url\()", page)


def _text_of(page: str) -> str:
    """The letters of the document in a page."""

    class Reader(HTMLParser):
        def __init__(self) -> None:
            super().__init__()
            self.depth, self.text = 0, ""

        def handle_starttag(self, tag: str, attrs) -> None:
            if self.depth or dict(attrs).get("class") == "text":
                self.depth += 1

        def handle_endtag(self, tag: str) -> None:
            self.depth = max(0, self.depth - 1)

        def handle_data(self, data: str) -> None:
            self.text += data if self.depth else ""

    reader = Reader()
    reader.feed(page)
    return reader.text


def test_a_page_is_read_as_a_document(annotate) -> None:
    """.html and .md in: paragraphs, with a blank line between them."""
    page = (
        "<html><body><article><p>Đại sứ dự hội đàm hôm nay tại Hà Nội.</p></article></body></html>"
    )
    assert "⟦hội đàm⟧" in annotate(page, name="page.html").stdout
    assert "⟦hội đàm⟧" in annotate("# Tin\n\nMở đầu hội đàm.\n", name="page.md").stdout


class TestInputs:
    """Word, PDF, Markdown and pages: the terms stand in the paragraph that the reader sees."""

    def marked(self, result) -> list[str]:
        text = result.stdout.partition("————")[0]
        return [line for line in text.splitlines() if line.strip()]

    def test_word_with_a_table_and_a_footnote(self, annotate, run, small, tmp_path: Path) -> None:
        """Cells are paragraphs in their place; notes follow the text."""
        document = docx.Document()
        document.add_paragraph("Mở đầu: hội đàm.")
        table = document.add_table(1, 2)
        table.cell(0, 0).text, table.cell(0, 1).text = "đại sứ", "không"
        document.add_paragraph("Kết thúc.")
        path = tmp_path / "doc.docx"
        document.save(str(path))
        with zipfile.ZipFile(path, "a") as package:
            package.writestr("word/footnotes.xml", _FOOTNOTES)
        lines = self.marked(run("--glossary", small, "annotate", path))
        assert lines == [
            "Mở đầu: ⟦hội đàm⟧¹.", "⟦đại sứ⟧²", "không", "Kết thúc.", "Chú thích: ⟦Hội đàm⟧¹ kín.",
        ]  # fmt: skip

    def test_pdf_of_two_pages(self, run, small, tmp_path: Path) -> None:
        """A term may go over the end of a line, never over that of a paragraph."""
        pdf = fpdf.FPDF()
        pdf.set_font("helvetica", size=12)
        for text in ("The ambassador came to the capital.", "After the talks he left again."):
            pdf.add_page()
            pdf.multi_cell(0, 8, text)
        path = tmp_path / "doc.pdf"
        pdf.output(str(path))
        lines = self.marked(run("--glossary", small, "annotate", path))
        assert "".join(lines).count("⟦") == 2
        assert any("⟦talks⟧" in line and "ambassador" not in line for line in lines)

    @pytest.mark.parametrize(
        ("name", "text", "line"),
        [
            ("a.md", "Xem [Đại sứ dự hội đàm](https://example.org/talks).", "Xem ⟦Đại sứ⟧¹ dự"),
            ("a.md", "Mở `hội đàm`\n", "Mở ⟦hội đàm⟧¹"),
            ("a.md", "Tin[^1].\n\n[^1]: Về hội đàm\n", "Về ⟦hội đàm⟧¹"),
            ("a.html", "<p>Xem <a href='x'>đại <b>sứ</b></a> và&nbsp;<code>hội đàm</code>.</p>",
             "Xem ⟦đại sứ⟧¹ và ⟦hội đàm⟧²."),
            ("a.html", "<table><tr><td>đại sứ</td><td>hội đàm</td></tr></table>", "| ⟦đại sứ⟧¹"),
        ],
    )  # fmt: skip
    def test_mark_up_is_no_text(self, annotate, name: str, text: str, line: str) -> None:
        """Addresses are not annotated; a tag in the middle of a line does not break it."""
        lines = self.marked(annotate(text, name=name))
        assert any(found.startswith(line) for found in lines), lines

    @pytest.mark.parametrize(
        ("name", "data", "word"),
        [
            ("empty.txt", b"", "empty"),
            ("doc.txt", bytes(range(256)) * 9, "binary"),
            ("doc.pdf", "hội đàm".encode(), "damaged"),
            ("doc.docx", b"PK\x03\x04xxxx", "damaged"),
            ("doc.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old Word"),
        ],
    )
    def test_what_cannot_be_read_is_told_in_a_line(
        self, run, small, written, name: str, data: bytes, word: str
    ) -> None:
        """With the file's name and exit code 2."""
        result = run("--glossary", small, "annotate", written(name, data))
        assert result.exit_code == 2 and not result.stdout
        first = result.stderr.splitlines()[0]
        assert name in first and word in first

    @pytest.mark.parametrize(("locked", "word"), [(True, "password"), (False, "no text")])
    def test_a_pdf_with_a_password_or_a_scan(
        self, run, small, tmp_path: Path, locked: bool, word: str
    ) -> None:
        """What to do stands beside it."""
        pdf = fpdf.FPDF()
        pdf.add_page()
        if locked:
            pdf.set_font("helvetica", size=12)
            pdf.cell(text="talks")
            pdf.set_encryption(owner_password="a", user_password="b")
        else:
            pdf.rect(10, 10, 50, 50)
        path = tmp_path / "doc.pdf"
        pdf.output(str(path))
        result = run("--glossary", small, "annotate", path)
        assert result.exit_code == 2 and word in result.stderr and "doc.pdf" in result.stderr


_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FOOTNOTES = f"""<?xml version="1.0"?>
<w:footnotes xmlns:w="{_W}"><w:footnote w:type="separator"><w:p><w:r><w:separator/></w:r></w:p>
</w:footnote><w:footnote w:id="1"><w:p><w:r><w:t>Chú thích: Hội đàm kín.</w:t></w:r></w:p>
</w:footnote></w:footnotes>"""
