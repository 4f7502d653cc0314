"""Text for mining: spans cover it, the article is told from its page, bad files are found."""

from __future__ import annotations

import io
import sys
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnru_terms.findings import Severity, UnreadableInputError
from vnru_terms.lang.vi_mining import vietnamese_mining
from vnru_terms.lang.vi_syllables import is_native_syllable
from vnru_terms.store.corpus import LONGEST_LINE, document, read_corpus, read_document
from vnru_terms.text.spans import sentences, tokens

TEXTS = st.text(alphabet='aĐố Tv.!?…"”\n 12,-“', max_size=80)


@given(TEXTS)
def test_sentences_cover_the_text(text: str) -> None:
    """Joining the sentences gives the text back."""
    assert "".join(s.of(text) for s in sentences(text, ["LB"])) == text


@given(TEXTS)
def test_only_white_space_between_tokens(text: str) -> None:
    """Tokens come in order, and what they leave out is white space."""
    found = tokens(text)
    assert "".join(s.of(text) for s in found) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Tổng thống V. Putin đã đến. Ông ở lại.", 2),
        ("Đại sứ LB. Nga đến TP. Huế.", 1),
        ("Kim ngạch đạt 2.6 tỷ. 12 nước tham gia.", 2),
        ("Ông hỏi: “Ai đến?” Họ đáp.", 2),
        ("Văn hóa, du lịch… được chú trọng.", 1),
        ("Một dòng\nHai dòng", 2),
        ("Hai bên hợp tác trong khu vực.Tại Hà Nội, ông gặp St.Clair của bao.vn và TP.Huế.", 2),
        ("Chương một " + "." * 200_000 + "5", 1),
    ],
)
def test_sentence_ends(text: str, count: int) -> None:
    """Initials and abbreviations end no sentence; line ends do."""
    assert len(sentences(text, vietnamese_mining().abbreviations)) == count


@pytest.mark.parametrize("syllable", ["Nghiêng", "quốc", "Uỷ", "hoà", "yêu", "giữa", "khuya"])
def test_native_syllables(syllable: str) -> None:
    """A Vietnamese syllable is known in both placements of its tone."""
    assert is_native_syllable(syllable)


@pytest.mark.parametrize("syllable", ["Putin", "Sergey", "BRICS", "Duma", "Fidel", "Lavrov"])
def test_foreign_syllables(syllable: str) -> None:
    """A foreign name is not taken for Vietnamese syllables."""
    assert not is_native_syllable(syllable)


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (b"", "E103", "empty"),
        (b" \r\n\n", "E103", "empty"),
        (b"\xff\xfe" + "Việt".encode("utf-16-le") + b"\0", "E102", "UTF-16"),
        ("Việt Nam".encode("utf-16-le"), "E102", "UTF-16LE"),
        ("Đảng".encode("windows-1258", "replace"), "E102", "WINDOWS-1258"),
        (b"abc\0\0def", "E122", "binary"),
        (bytes(range(256)) * 4, "E122", "binary"),
    ],
)
def test_unreadable_files(tmp_path: Path, data: bytes, code: str, words: str) -> None:
    """A file that is no text is found, with what it looks like; it does not raise."""
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    found, findings = read_document(path)
    assert found is None
    assert [f.code for f in findings] == [code]
    assert words in f"{findings[0].message} {findings[0].hint}"


def test_place_of_a_bad_byte(tmp_path: Path) -> None:
    """The finding names the line and the byte at which UTF-8 ends."""
    path = tmp_path / "a.txt"
    path.write_bytes("Dòng một\nHai ".encode() + b"\xf0\n")
    _found, findings = read_document(path)
    assert (findings[0].place.line, findings[0].place.column) == (2, 5)
    assert "0xF0" in findings[0].message


def test_one_broken_file_among_others(tmp_path: Path) -> None:
    """A broken file is reported and skipped; the others are read."""
    (tmp_path / "a.txt").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "b.md").write_text("\ufeffViệt Nam\r\nHà Nội\r\n", encoding="utf-8")
    (tmp_path / "c.png").write_bytes(b"\x89PNG")
    documents, findings = read_corpus([tmp_path])
    assert [d.lines for d in documents] == [("Việt Nam", "Hà Nội", "")]
    assert [f.code for f in findings] == ["E102"]


@pytest.mark.parametrize("what", ["missing.txt", "empty"])
def test_nothing_left_is_an_error(tmp_path: Path, what: str) -> None:
    """No such path, or a folder without articles, is wrong input: exit code 2."""
    (tmp_path / "empty").mkdir()
    with pytest.raises(UnreadableInputError) as raised:
        read_corpus([tmp_path / what])
    assert raised.value.exit_code == 2


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dash reads standard input."""
    stdin = io.TextIOWrapper(io.BytesIO("Hiệp ước".encode()))
    monkeypatch.setattr(sys, "stdin", stdin)
    documents, _findings = read_corpus(["-"])
    assert documents[0].lines == ("Hiệp ước",)


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    """A file named beside its folder counts once."""
    (tmp_path / "a.txt").write_text("Hiệp ước", encoding="utf-8")
    documents, _findings = read_corpus([tmp_path, tmp_path / "a.txt"])
    assert len(documents) == 1


def test_decomposed_text_keeps_its_lines(tmp_path: Path) -> None:
    """NFD text is composed; its lines stay where they are."""
    path = tmp_path / "a.txt"
    path.write_text(unicodedata.normalize("NFD", "Một\n\nHiệp ước"), encoding="utf-8")
    found, _findings = read_document(path)
    assert found is not None
    assert found.lines == ("Một", "", "Hiệp ước")
    assert found.line_at(found.text.index("Hiệp")) == 3


def test_endless_line_is_passed_over(tmp_path: Path) -> None:
    """A line of 50 MB costs a warning and little time, and the rest is read."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"a" * 50_000_000 + "\nHiệp ước".encode())
    found, findings = read_document(path)
    assert found is not None and found.lines == ("", "Hiệp ước")
    assert [(f.code, f.place.line, f.severity) for f in findings] == [("W125", 1, Severity.WARNING)]
    assert str(LONGEST_LINE) in findings[0].hint


@given(st.lists(st.text(alphabet="ab ", max_size=5), min_size=1, max_size=8))
def test_offsets_and_lines_agree(lines: list[str]) -> None:
    """An offset of the text lies in the line that `line_at` names."""
    made = document("a", lines)
    for offset, character in enumerate(made.text):
        line = made.line_at(offset)
        inside = offset - made.line_start(line)
        assert character == (made.lines[line - 1] + "\n")[inside]
