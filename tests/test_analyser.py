"""The analyser gives what underthesea gives: on the articles, on news of all kinds, on any text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
import underthesea
from hypothesis import example, given
from hypothesis import strategies as st

from vnru_terms.lang.crf import parse_model, parse_template
from vnru_terms.lang.vi_analyser import Word, underthesea_analyser
from vnru_terms.lang.vi_segmenter import segmenter
from vnru_terms.lang.vi_tagger import attributes_of
from vnru_terms.text.normalise import DASHES

TAGGER = Path(underthesea.__file__).parent / "pipeline/pos_tag/models/pos_crf_vlsp2013_20230303"
Analyse = Callable[[str], Sequence[Word]]


@pytest.fixture(scope="module")
def library() -> Analyse:
    """The analysis as the library's own functions give it, with places found letter by letter."""
    from underthesea.models.fast_crf_sequence_tagger import FastCRFSequenceTagger

    tagger = FastCRFSequenceTagger()
    tagger.load(str(TAGGER))

    def analyse(sentence: str) -> Sequence[Word]:
        spaced = re.sub(rf"(?<=\w)[{re.escape(DASHES)}](?=\w)", r" \g<0> ", sentence)
        tokens = underthesea.word_tokenize(spaced, use_token_normalize=False)
        tags = tagger.predict([[t] for t in tokens]) if tokens else []
        places = [i for i, letter in enumerate(sentence) if not letter.isspace()]
        letters = [sum(not letter.isspace() for letter in token) for token in tokens]
        if sum(letters) != len(places):
            return tuple(Word(*m.span(), "X") for m in re.finditer(r"\w+|\S", sentence))
        words = []
        at = 0
        for count, tag in zip(letters, tags, strict=True):
            words.append(Word(places[at], places[at + count - 1] + 1, tag.rpartition("-")[2]))
            at += count
        return tuple(words)

    return analyse


def assert_same(texts: Iterator[str], library: Analyse) -> int:
    """Every text analysed as the library does; how many there were."""
    number = 0
    for text in texts:
        assert tuple(underthesea_analyser()(text)) == library(text), text
        number += 1
    return number


def test_articles_are_analysed_as_by_the_library(root: Path, library: Analyse) -> None:
    """Every line of the sample articles, boilerplate too."""
    lines = (
        line
        for path in sorted((root / "seeds").glob("*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
    )
    assert assert_same(lines, library) > 300


def test_news_are_analysed_as_by_the_library(shared: Path, library: Analyse) -> None:
    """Sentences of general news in Vietnamese; every tenth also in its Russian and English."""
    rows = (shared / "eval" / "parallel" / "ntrex_vi_en_ru.tsv").read_text(encoding="utf-8")
    cells = [row.split("\t") for row in rows.splitlines()[1:]]
    assert assert_same((row[3] for row in cells), library) > 500
    assert assert_same((text for row in cells[::10] for text in row[2:]), library) > 100


HARD = (
    "Việt Nam Nga-Liên LB. TASS. v.v. v.v... 12,5% 6/6/2024 -5 +7 2147483648 BOS EOS T[0]=x a=b"
    " https://a.vn/b H'Mông e-mail x@y.vn :D :)) (UNCLOS) “Đối Ủy Uỷ hoà ; . , … – — ĐTCLTD 4K 3x4"
    " Σίς ǅ İ ß ﬁ 越南 Д.А. ё e\u0302 \u200b \n \u00a0 \u2028 # = >> quan hệ chiến lược"
)
PIECES = st.sampled_from(HARD.split(" "))


@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=14).map(" ".join)))
@example("TASS.\n")
@example("TASS.\n\n")
@example("TASS. ")
@example("")
@example("\n")
def test_any_text_is_analysed_as_by_the_library(library: Analyse, text: str) -> None:
    """Marks, other scripts, white space of all kinds, words that look like the model's own."""
    assert tuple(underthesea_analyser()(text)) == library(text)


@given(st.lists(PIECES, max_size=12).map(" ".join))
def test_words_cover_the_text_in_order(text: str) -> None:
    """Words do not overlap, and only white space stands between them."""
    end = 0
    for word in underthesea_analyser()(text):
        assert not text[end : word.start].strip()
        assert word.start < word.end
        end = word.end
    assert not text[end:].strip()


def test_close_decisions_are_left_to_the_library() -> None:
    """A model without weights prefers nothing: the segmenter says so instead of choosing."""
    empty = parse_model(model_file(["B-W", "I-W"], {}))
    assert segmenter(empty, ["T[0]"], set())(["Việt", "Nam"]) is None
    sure = parse_model(model_file(["B-W", "I-W"], {"T[0]=Việt": (0, 3.0), "T[0]=Nam": (1, 2.0)}))
    decode = segmenter(sure, ["T[0]"], set())
    assert decode(["Việt", "Nam"]) == ["Việt Nam"]
    assert decode(["Việt", "Nam", "Việt"]) == ["Việt Nam", "Việt"]
    assert decode(["Σίς"]) is None


def test_attributes_are_those_that_the_model_knows() -> None:
    """In the order of the templates, with the edges of the sentence."""
    names = ["T[-1]", "T[0]", "T[0,1]", "T[0].lower", "T[0].istitle"]
    known = dict.fromkeys(("T[-1]=BOS", "T[0,1]=Hai bên", "T[0].lower=hai", "T[0]=bên"), (0, 1.0))
    attributes = attributes_of(parse_model(model_file(["N"], known)), names)
    assert attributes(["Hai", "bên"]) == [
        ["T[-1]=BOS", "T[0,1]=Hai bên", "T[0].lower=hai"],
        ["T[0]=bên"],
    ]


@pytest.mark.parametrize("name", ["lower", "T[x]", "T[0", "T[0][1]"])
def test_templates_of_another_make_are_refused(name: str) -> None:
    """What cannot be read is no template."""
    with pytest.raises(ValueError, match=re.escape(name)):
        parse_template(name)


@pytest.mark.parametrize(
    "data", [b"", b"lCRF", b"PK\3\4" + bytes(60), b"lCRF\0\0\0\0FOMC" + b"\1" * 60]
)
def test_files_of_another_make_are_refused(data: bytes) -> None:
    """The caller then uses the library itself."""
    with pytest.raises(ValueError, match="model"):
        parse_model(data)


def model_file(labels: Sequence[str], states: dict[str, tuple[int, float]]) -> bytes:
    """The smallest file of a model with these labels and weights of attributes."""
    import struct

    names = list(states)
    rows = [struct.pack("<IIId", 0, names.index(n), y, w) for n, (y, w) in states.items()]
    features = b"FEAT" + struct.pack("<II", 12 + 20 * len(rows), len(rows)) + b"".join(rows)

    def database(strings: Sequence[str]) -> bytes:
        data, places = b"", []
        for number, string in enumerate(strings):
            places.append(24 + len(data))
            key = string.encode() + b"\0"
            data += struct.pack("<II", number, len(key)) + key
        head = struct.pack("<4sIIIII", b"CQDB", 0, 0, 0x62445371, len(places), 24 + len(data))
        return head + data + struct.pack(f"<{len(places)}I", *places)

    labels_at = 48 + len(features)
    attributes_at = labels_at + len(database(labels))
    sizes = (100, len(rows), len(labels), len(names), 48, labels_at, attributes_at, 0, 0)
    return struct.pack("<4sI4s9I", b"lCRF", 0, b"FOMC", *sizes) + b"".join(
        (features, database(labels), database(names))
    )
