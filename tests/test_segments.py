"""Bilingual files become segments: texts without codes, with places, languages, states."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnru_terms.findings import Finding
from vnru_terms.formats.segments import SEGMENT_READERS, read_segments, reader_for
from vnru_terms.formats.segments_po import PO, unescaped
from vnru_terms.matching.segment import Direction, Segment, State, ignored_in

ANY = Direction()

PO_TEXT = """\
msgid ""
msgstr ""
"Language: ru\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"X-Source-Language: vi\\n"

#. translate-ignore: hội kiến; C104
#: glossary/x.yaml
msgctxt "a"
msgid "Tuyên bố chung"
msgstr ""
"Совместное "
"заявление"

#, fuzzy
msgid "hội đàm"
msgstr "переговоры"

#, translate-ignore
msgid "Điều 1"
msgstr "Статья 1"

msgid "chưa dịch"
msgstr ""

msgid "ASEAN"
msgstr "ASEAN"

msgid "%d nước"
msgid_plural "%d nước"
msgstr[0] "%d страна"
msgstr[1] "%d страны"
"""

XLIFF_12 = """\
<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
 <file original="a" source-language="vi-VN" target-language="ru-RU" datatype="plaintext"><body>
  <trans-unit id="1"><source>Tuyên bố <g id="1">chung</g></source>
   <target><bpt id="1">&lt;b&gt;</bpt>Совместное<ept id="1">&lt;/b&gt;</ept>
 <g id="1">заявление</g></target>
   <note>translate-ignore: C104</note>
   <alt-trans><target>общее заявление</target></alt-trans></trans-unit>
  <trans-unit id="2" translate="no"><source>ASEAN</source><target>АСЕАН</target></trans-unit>
  <trans-unit id="3"><source>hội đàm</source></trans-unit>
  <trans-unit id="4"><source>hội đàm</source>
   <target state="needs-translation">беседа</target></trans-unit>
 </body></file></xliff>
"""

XLIFF_20 = """\
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="vi" trgLang="en"
 xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0">
 <file id="f"><unit id="u"><mtc:matches><mtc:match ref="#1"><source>x</source><target>y</target>
 </mtc:match></mtc:matches><notes><note>n</note></notes>
 <segment id="s1" state="final"><source>hội <pc id="1">đàm</pc></source>
  <target>talks<ph id="2"/></target></segment>
 <ignorable><source> </source></ignorable>
 <segment state="initial"><source>a b</source><target>c d</target></segment>
 </unit></file></xliff>
"""

TMX = """\
<?xml version="1.0"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header srclang="vi" datatype="plaintext"/><body>
<tu tuid="7"><note>translate-ignore: visit</note>
<tuv xml:lang="vi-VN"><seg>chuyến <hi>thăm</hi></seg></tuv>
<tuv xml:lang="ru"><seg>визит<ph>{1}</ph></seg></tuv>
<tuv xml:lang="en-GB"><seg>visit</seg></tuv>
<tuv xml:lang="de"><seg>Besuch</seg></tuv></tu></body></tmx>
"""


def read(path: Path, text: str | bytes, wanted: Direction = ANY) -> list[Segment | Finding]:
    path.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
    return list(read_segments(path, wanted))


def segments(items: list[Segment | Finding]) -> list[Segment]:
    assert not [item for item in items if isinstance(item, Finding)]
    return [item for item in items if isinstance(item, Segment)]


def codes(items: list[Segment | Finding]) -> list[tuple[str, int]]:
    return [(item.code, item.place.line) for item in items if isinstance(item, Finding)]


class TestPo:
    def test_messages_with_states_places_and_languages(self, tmp_path: Path) -> None:
        """fuzzy, exempt, untranslated, copied; the header names the languages."""
        found = segments(read(tmp_path / "a.po", PO_TEXT))
        assert [(s.source, s.state) for s in found] == [
            ("Tuyên bố chung", State.TRANSLATED),
            ("hội đàm", State.UNSURE),
            ("Điều 1", State.EXEMPT),
            ("chưa dịch", State.UNTRANSLATED),
            ("ASEAN", State.COPIED),
            ("%d nước", State.TRANSLATED),
            ("%d nước", State.TRANSLATED),
        ]
        assert {s.direction for s in found} == {Direction("vi", "ru")}
        assert found[0].ignored == {"hội kiến", "c104"} and found[0].id == "a"

    def test_a_word_in_the_second_line_has_its_place(self, tmp_path: Path) -> None:
        """The msgstr is two lines; «заявление» stands in the second."""
        first = segments(read(tmp_path / "a.po", PO_TEXT))[0]
        assert first.target == "Совместное заявление"
        place = first.place_of(first.target.index("заявление"))
        assert PO_TEXT.splitlines()[place.line - 1][place.column - 1 :].startswith("заявление")

    @pytest.mark.parametrize(
        ("text", "line"),
        [
            ('msgid "a"\nmsgstr "b\n\nmsgid "c"\nmsgstr "d"\n', 2),
            ('msgid "a"\nmsgid "b"\nmsgstr "c"\n', 1),
            ('msgid "a"\nrubbish\nmsgstr "b"\n\nmsgid "c"\nmsgstr "d"\n', 2),
            ('msgid "a"\nmsgstr "b"\nmsgstr "c"\n', 3),
            ('msgid "only"\n', 1),
        ],
    )
    def test_an_error_names_its_line_and_the_rest_is_read(
        self, tmp_path: Path, text: str, line: int
    ) -> None:
        """A broken message is one finding; the others are segments."""
        found = read(tmp_path / "a.po", text, Direction("vi", "ru"))
        assert codes(found) == [("E161", line)]
        if 'msgid "c"' in text:
            assert [s.target for s in found if isinstance(s, Segment)] == ["d"]

    def test_the_charset_of_the_header_is_obeyed(self, tmp_path: Path) -> None:
        """KOI8-R, as old catalogues are."""
        text = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=KOI8-R\\n"\n\n'
        data = text.encode() + 'msgid "x y"\nmsgstr "визит"\n'.encode("koi8-r")
        found = read(tmp_path / "a.po", data, Direction("en", "ru"))
        assert segments(found)[0].target == "визит"

    @given(st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=40))
    def test_what_is_escaped_comes_back(self, text: str) -> None:
        """Quotes, backslashes, tabs and line ends."""
        escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        assert unescaped(escaped) == text

    @given(st.binary(max_size=300))
    def test_no_bytes_break_the_reader(self, data: bytes) -> None:
        """Segments or findings, never an exception."""
        assert all(
            isinstance(item, Segment | Finding) for item in PO.read(io.BytesIO(data), "x", ANY)
        )


class TestXml:
    def test_xliff_12(self, tmp_path: Path) -> None:
        """Codes are left out, what they hold together stays; suggestions are no translation."""
        found = segments(read(tmp_path / "a.xlf", XLIFF_12))
        assert [(s.source, s.target, s.state) for s in found] == [
            ("Tuyên bố chung", "Совместное\n заявление", State.TRANSLATED),
            ("ASEAN", "АСЕАН", State.EXEMPT),
            ("hội đàm", "", State.UNTRANSLATED),
            ("hội đàm", "беседа", State.UNSURE),
        ]
        assert found[0].direction == Direction("vi", "ru") and found[0].ignored == {"c104"}
        assert found[0].place.line == 5

    def test_a_word_behind_codes_has_its_place(self, tmp_path: Path) -> None:
        """Dropped tags do not shift the place."""
        first = segments(read(tmp_path / "a.xlf", XLIFF_12))[0]
        place = first.place_of(first.target.index("заявление"))
        assert XLIFF_12.splitlines()[place.line - 1][place.column - 1 :].startswith("заявление")

    def test_xliff_20(self, tmp_path: Path) -> None:
        """Every segment of a unit; modules and ignorable pieces are passed over."""
        found = segments(read(tmp_path / "a.xliff", XLIFF_20))
        assert [(s.source, s.target, s.state) for s in found] == [
            ("hội đàm", "talks", State.TRANSLATED),
            ("a b", "c d", State.UNSURE),
        ]

    def test_tmx_gives_every_pair_or_the_one_asked_for(self, tmp_path: Path) -> None:
        """From srclang into all known languages; --from and --to choose."""
        path = tmp_path / "a.tmx"
        pairs = {(s.source, s.target) for s in segments(read(path, TMX))}
        assert pairs == {("chuyến thăm", "визит"), ("chuyến thăm", "visit")}
        (chosen,) = segments(read(path, TMX, Direction("ru", "vi")))
        assert (chosen.source, chosen.target) == ("визит", "chuyến thăm")
        assert chosen.ignored == {"visit"}

    @pytest.mark.parametrize("suffix", [".xlf", ".tmx"])
    @pytest.mark.parametrize(
        "subset",
        [
            '<!ENTITY a "x">',
            '<!ENTITY a SYSTEM "file:///etc/passwd">',
            '<!ENTITY % a SYSTEM "http://localhost/x">%a;',
        ],
    )
    def test_entities_are_refused(self, tmp_path: Path, suffix: str, subset: str) -> None:
        """With the line, and nothing of them is read."""
        root = {".xlf": "xliff", ".tmx": "tmx"}[suffix]
        text = f'<?xml version="1.0"?>\n<!DOCTYPE {root} [{subset}]>\n<{root}>&a;</{root}>'
        found = read(tmp_path / f"a{suffix}", text)
        assert codes(found) == [("E127", 2)]

    def test_broken_xml_names_its_line_and_keeps_what_was_read(self, tmp_path: Path) -> None:
        """The first unit is a segment, then comes the finding."""
        text = XLIFF_12.replace('<trans-unit id="3">', "<trans-unit id=3>")
        found = read(tmp_path / "a.xlf", text)
        assert [s.id for s in found if isinstance(s, Segment)] == ["1", "2"]
        assert codes(found) == [("E162", 10)]

    def test_depth_is_limited(self, tmp_path: Path) -> None:
        """A thousand elements in one another are no translation."""
        text = '<xliff version="1.2">' + "<g>" * 1000 + "</g>" * 1000 + "</xliff>"
        assert codes(read(tmp_path / "a.xlf", text)) == [("E127", 1)]


class TestTables:
    @pytest.mark.parametrize(
        ("name", "text"),
        [
            ("a.tsv", "Tuyên bố chung\tСовместное заявление\n"),
            ("a.tsv", "vi\tru\nTuyên bố chung\tСовместное заявление\n"),
            ("a.tsv", "ru-RU\tvi-VN\nСовместное заявление\tTuyên bố chung\n"),
            ("a.csv", 'vi,ru\n"Tuyên bố chung",Совместное заявление\n'),
            ("a.csv", "Tiếng Việt;Русский\nTuyên bố chung;Совместное заявление\n"),
        ],
    )
    def test_columns_by_head_or_by_order(self, tmp_path: Path, name: str, text: str) -> None:
        """Languages from the head row, else from the letters."""
        (found,) = segments(read(tmp_path / name, text))
        pair = {found.direction.source: found.source, found.direction.target: found.target}
        assert pair == {"vi": "Tuyên bố chung", "ru": "Совместное заявление"}

    def test_three_languages_and_a_note(self, tmp_path: Path) -> None:
        """The pair is chosen; the note column frees a term."""
        text = "id\tvi\ten\tru\tnote\n5\tthăm\tvisit\tвизит\ttranslate-ignore: thăm\n"
        (found,) = segments(read(tmp_path / "a.tsv", text, Direction("en", "ru")))
        assert (found.source, found.target, found.id) == ("visit", "визит", "5")
        assert found.ignored == {"thăm"}

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
    def test_encodings_with_a_mark(self, tmp_path: Path, encoding: str) -> None:
        """As Excel saves them."""
        found = segments(read(tmp_path / "a.tsv", "x\tвизит\n\ny\tпосол\n".encode(encoding)))
        assert [(s.source, s.target, s.place.line) for s in found] == [
            ("x", "визит", 1), ("y", "посол", 3),
        ]  # fmt: skip

    @pytest.mark.parametrize("name", ["a.tsv", "a.csv"])
    def test_a_line_that_is_not_utf_8_is_named(self, tmp_path: Path, name: str) -> None:
        """The others are read."""
        mark = "\t" if name == "a.tsv" else ","
        data = f"x{mark}визит\n".encode() + f"y{mark}посол\n".encode("cp1251")
        found = read(tmp_path / name, data + f"z{mark}мир\n".encode())
        assert codes(found) == [("E102", 2)]
        assert [s.source for s in found if isinstance(s, Segment)] == ["x", "z"]

    def test_a_short_row_is_a_finding(self, tmp_path: Path) -> None:
        """With its line; the others are read."""
        found = read(tmp_path / "a.tsv", "một\tодин\nhai\nba\tтри\n")
        assert codes(found) == [("E163", 2)] and len(found) == 3

    def test_xlsx_names_the_cell(self, tmp_path: Path) -> None:
        """Sheet!B2, row and column in the place."""
        import openpyxl

        book = openpyxl.Workbook()
        book.active.title = "Bài"
        for row in (["vi", "ru"], ["hội đàm", "переговоры"]):
            book.active.append(row)
        path = tmp_path / "a.xlsx"
        book.save(path)
        (found,) = segments(list(read_segments(path, ANY)))
        assert (found.id, found.place.line, found.place.column) == ("Bài!B2", 2, 2)
        assert found.direction == Direction("vi", "ru")

    def test_a_zip_that_is_no_workbook(self, tmp_path: Path) -> None:
        """Is a finding."""
        path = tmp_path / "a.xlsx"
        with zipfile.ZipFile(path, "w") as package:
            package.writestr("x", "y")
        assert codes(list(read_segments(path, ANY))) == [("E163", 0)]


class TestFiles:
    @pytest.mark.parametrize(
        ("name", "data", "code"),
        [
            ("a.po", b"", "E103"),
            ("a.tsv", b" \n", "E103"),
            ("a.bin", b"\x00\x01\x02", "E160"),
            ("a.tsv", "визит\tвизит".encode("cp1251"), "E102"),
            ("a.tmx", b"<tmx><body/></tmx>", "E164"),
        ],
    )
    def test_what_cannot_be_read_says_why(
        self, tmp_path: Path, name: str, data: bytes, code: str
    ) -> None:
        """One finding, no exception."""
        assert [c for c, _line in codes(read(tmp_path / name, data))] == [code]

    def test_a_missing_file(self, tmp_path: Path) -> None:
        """Is a finding too."""
        assert [c for c, _ in codes(list(read_segments(tmp_path / "no.po", ANY)))] == ["E121"]

    def test_content_goes_before_a_plain_suffix(self) -> None:
        """An XLIFF called .txt is read as one; a .po is always a PO."""
        assert reader_for(XLIFF_12.encode(), ".txt") is SEGMENT_READERS["xliff"]
        assert reader_for(b'msgid "a"\nmsgstr "b"', "") is SEGMENT_READERS["po"]
        assert reader_for(b"a\tb", ".po") is SEGMENT_READERS["po"]

    @pytest.mark.parametrize("name", SEGMENT_READERS)
    def test_every_reader_bears_rubbish(self, name: str) -> None:
        """Contract over the table: segments or findings, whatever the bytes."""
        reader = SEGMENT_READERS[name]
        for data in (b"\xff\xfe\x00", b"<a", b'"', b"\t\t\n\t", 'я,"'.encode(), b"PK\x03\x04"):
            try:
                items = list(reader.read(io.BufferedReader(io.BytesIO(data)), "x", ANY))
            except UnicodeDecodeError:
                continue
            assert all(isinstance(item, Segment | Finding) for item in items)


@pytest.mark.parametrize(
    ("note", "ignored", "whole"),
    [
        ("translate-ignore", set(), True),
        ("# translate-ignore: Biển Đông, C101", {"biển đông", "c101"}, False),
        ("nothing of it", set(), False),
        ("translate-ignored: x", set(), False),
    ],
)
def test_notes_that_free_from_the_check(note: str, ignored: set[str], whole: bool) -> None:
    """Alone on a line, for all; behind a colon, terms, ids or codes."""
    assert ignored_in([note]) == (ignored, whole)
