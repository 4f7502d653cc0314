"""Readers: every format gives lines with true places, and no file, however bad, does harm."""

from __future__ import annotations

import pickle
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reader_files import FIRST, SAMPLES, THIRD, Written, codes, read, text_lines, word_file

from vnru_terms.findings import Severity
from vnru_terms.lang.vi_legacy import repair
from vnru_terms.store.corpus import read_document
from vnru_terms.store.readers import READERS, reader_for
from vnru_terms.store.readers import lines as line_reader
from vnru_terms.store.readers.lines import LONGEST_LINE, cut_line, readable
from vnru_terms.store.readers.markdown import markdown_lines
from vnru_terms.store.readers.reading import Reading

DATA = Path(__file__).parent / "data" / "readers"


# --- every reader ---------------------------------------------------------------------------------


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
