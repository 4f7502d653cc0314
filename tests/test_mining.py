"""Mining: patterns find, counts merge, scorers only count, the glossary changes nothing."""

from __future__ import annotations

import ast
import json
import math
import subprocess
import sys
import tempfile
from functools import reduce
from pathlib import Path
from types import ModuleType

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from vnru_terms.findings import UnreadableInputError
from vnru_terms.lang.vi_mining import fold_variants, vietnamese_mining
from vnru_terms.mining import features, scores
from vnru_terms.mining.concordance import kwic_line
from vnru_terms.mining.counts import Counts, Mention, count_document, merge
from vnru_terms.mining.evidence import weigh
from vnru_terms.mining.marking import mark
from vnru_terms.mining.match import Match
from vnru_terms.mining.patterns import PATTERNS, find_matches
from vnru_terms.mining.scores import EVEN, SCORERS
from vnru_terms.mining.tokens import Mark, Token
from vnru_terms.model import (
    ConceptEntry,
    Kind,
    LanguageSection,
    Rejection,
    Termbase,
    TermEntry,
)
from vnru_terms.store.corpus import read_corpus
from vnru_terms.store.worklist import parse_worklist, read_worklist, render_worklist, write_worklist
from vnru_terms.text.spans import Span
from vnru_terms.workflow.mine import Mined, explain, mine

DATA = Path(__file__).parent / "data"
ANNOTATIONS = ROOT.parent / "shared" / "eval"


def cases() -> list[tuple[str, list[str]]]:
    """The sentences of `mining_cases.txt`, each with its expectations."""
    text = (DATA / "mining_cases.txt").read_text(encoding="utf-8")
    blocks = [[r for r in b.split("\n") if r and r[0] != "#"] for b in text.split("\n\n")]
    return [(b[0], b[1:]) for b in blocks if b]


def marked(sentence: str) -> tuple[Token, ...]:
    language = vietnamese_mining()
    return mark(sentence, language.analyser()(sentence), language)


def matches_in(sentence: str) -> list[Match]:
    return find_matches(sentence, marked(sentence), vietnamese_mining())


def found_in(sentence: str) -> set[str]:
    tokens = marked(sentence)
    matches = find_matches(sentence, tokens, vietnamese_mining())
    return {sentence[tokens[m.start].start : tokens[m.end - 1].end] for m in matches}


@pytest.fixture(scope="module")
def seeds() -> Mined:
    """The sample articles, mined without a glossary."""
    return mine([ROOT / "seeds"], Termbase())


@pytest.mark.parametrize(("sentence", "expected"), cases(), ids=[s[:30] for s, _e in cases()])
def test_patterns(sentence: str, expected: list[str]) -> None:
    """Each sample sentence yields the candidates marked +, and none of those marked -."""
    found = found_in(sentence)
    for line in expected:
        assert (line[2:] in found) == (line[0] == "+"), (line, sorted(found))


def test_patterns_explain_themselves() -> None:
    """Every pattern has a docstring; they are listed once each."""
    assert all(pattern.__doc__ for pattern in PATTERNS)
    assert len(set(PATTERNS)) == len(PATTERNS)


@pytest.mark.parametrize(
    ("sentence", "marked", "expected"),
    [
        ("Ông Trần Văn Nam đến Cuba.", "Trần Văn Nam", Mark.PERSON),
        ("Ông Trần Văn Nam đến Cuba.", "Cuba", Mark.COUNTRY),
        ("Tổng thống Mexico Claudia Sheinbaum phát biểu.", "Claudia Sheinbaum", Mark.PERSON),
        ("Vùng biển Thái Bình Dương rộng lớn.", "Thái Bình Dương", Mark.WORD),
        ("Đại sứ quán tại LB. Đức.", "LB. Đức", Mark.COUNTRY),
        ("Đại diện của EU và UNESCO có mặt.", "UNESCO", Mark.ACRONYM),
    ],
)
def test_marks(sentence: str, marked: str, expected: Mark) -> None:
    """Persons, countries and abbreviations are told from words."""
    language = vietnamese_mining()
    tokens = mark(sentence, language.analyser()(sentence), language)
    start = sentence.index(marked)
    inside = [t for t in tokens if start <= t.start and t.end <= start + len(marked)]
    assert inside and {t.mark for t in inside} == {expected}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Uỷ ban", "ủy ban"),
        ("hoà giải", "hòa giải"),
        ("LB. Đức", "Liên bang Đức"),
        ("LB Đức", "Liên bang Đức"),
        ("Á – Âu", "Á-Âu"),
        ("CHDCND Lào", "Cộng hòa Dân chủ Nhân dân Lào"),
    ],
)
def test_variants_fold(one: str, other: str) -> None:
    """Spellings of one term have one key."""
    assert fold_variants(one) == fold_variants(other)


def test_analyser_keeps_places() -> None:
    """Words stand where they are found, though the segmenter rewrites them."""
    sentence = "Uỷ viên  Bộ Chính trị hoà giải kinh tế-thương mại."
    words = vietnamese_mining().analyser()(sentence)
    assert "".join(sentence[w.start : w.end] for w in words).replace(" ", "") == (
        "".join(sentence.split())
    )


MENTIONS = st.builds(
    lambda path, start, length, key, left: Mention(
        path, start, start + length, key, key.upper(), "phrase", left, True, "", None
    ),
    st.sampled_from(["a", "b", "c"]),
    st.integers(0, 30),
    st.integers(1, 9),
    st.sampled_from(["hội đàm", "quốc hội", "ký"]),
    st.booleans(),
)


@given(st.lists(st.lists(MENTIONS, max_size=5), max_size=5), st.randoms())
def test_counts_merge_in_any_order(documents: list[list[Mention]], random: object) -> None:
    """Merging the counts of documents gives one result in every order."""
    counted = [count_document([mentions]) for mentions in documents]
    shuffled = list(counted)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert reduce(merge, counted, Counts()) == reduce(merge, shuffled, Counts())


@pytest.mark.parametrize("module", [scores, features])
def test_scorers_only_count(module: ModuleType) -> None:
    """Scorers and features import nothing that reads files or analyses text."""
    tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
    imported = {
        node.module if isinstance(node, ast.ImportFrom) else alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }
    allowed = {"__future__", "math", "collections.abc", "vnru_terms.messages"}
    allowed |= {f"vnru_terms.mining.{name}" for name in ("counts", "evidence", "features")}
    assert imported <= allowed


def test_scores_are_sums_of_named_parts(seeds: Mined) -> None:
    """Each feature has a weight, and its parts and the intercept add up to the score."""
    named = {name for name, _feature in features.FEATURES}
    assert named == {name for name in scores.WEIGHTS if not name.startswith("pattern ")}
    for candidate in (seeds.candidates[0], seeds.candidates[40], seeds.candidates[-1]):
        found = explain([ROOT / "seeds"], candidate.term)
        assert found is not None
        parts = scores.parts(found[1].tally, found[1].evidence)
        together = scores.INTERCEPT + sum(part for _name, _value, part in parts)
        assert together == pytest.approx(candidate.score, abs=1e-4)


def test_every_pattern_that_finds_something_has_a_weight(seeds: Mined) -> None:
    """No pattern stands outside the table of weights."""
    known = {name.removeprefix("pattern ") for name in scores.WEIGHTS}
    found = {match.pattern for sentence, _lines in cases() for match in matches_in(sentence)}
    assert {p for pattern in found for p in (pattern, pattern.partition(":")[0])} <= known


@pytest.mark.parametrize("name", SCORERS)
def test_scorers_prefer_what_is_found_more(name: str) -> None:
    """Every scorer gives a finite score, and no less for the same term found more often."""
    language = vietnamese_mining()

    def counted(times: int) -> float:
        mentions = [
            Mention("a", 50 * i, 50 * i + 8, "hội đàm", "hội đàm", "word", True, True, "", False)
            for i in range(times)
        ]
        counts = count_document([mentions])
        tally = counts.tallies["hội đàm"]
        return SCORERS[name](counts, tally, weigh(tally, language))

    values = [counted(n) for n in (1, 2, 5)]
    assert all(math.isfinite(v) for v in values)
    assert values == sorted(values) and values[0] < values[-1]


def test_glossary_changes_no_order(seeds: Mined) -> None:
    """What the glossary knows or rejected is marked; candidates, scores and order stay."""
    known, rejected = seeds.candidates[3], seeds.candidates[5]
    term = TermEntry(f"  {known.term.upper()}")
    entry = ConceptEntry("a-concept", "x", (LanguageSection("vi", (term,)),))
    termbase = Termbase(entries=(entry,), rejections=(Rejection(rejected.term),))
    again = mine([ROOT / "seeds"], termbase)
    assert [(c.term, c.score) for c in again.candidates] == [
        (c.term, c.score) for c in seeds.candidates
    ]
    assert again.candidates[3].known == "a-concept"
    assert again.candidates[5].rejected
    fresh = mine([ROOT / "seeds"], termbase, new=True, top=10)
    assert known.term not in [c.term for c in fresh.candidates]
    assert rejected.term not in [c.term for c in fresh.candidates]
    assert len(fresh.candidates) == 10
    likely = mine([ROOT / "seeds"], termbase, new=True, least=EVEN).candidates
    assert likely[:10] == fresh.candidates and likely[-1].score >= EVEN
    assert len(likely) < len(mine([ROOT / "seeds"], termbase, new=True).candidates)


def test_a_candidate_is_explained(seeds: Mined) -> None:
    """A candidate's explanation has its rank, its counts and its score; a stranger has none."""
    wanted = seeds.candidates[7]
    found = explain([ROOT / "seeds"], wanted.variants[0] if wanted.variants else wanted.term)
    assert found is not None
    number, ranked = found
    assert (number, ranked.score) == (8, wanted.score)
    assert (ranked.tally.frequency, ranked.evidence.kind) == (wanted.frequency, wanted.kind)
    assert explain([ROOT / "seeds"], "không có cụm từ này") is None


def test_terms_are_written_out(seeds: Mined) -> None:
    """Of a term's spellings the one shown is no abbreviation, where the texts have another."""
    for candidate in seeds.candidates:
        full = [s for s in candidate.variants if not s.startswith(("LB ", "LB. "))]
        assert not (candidate.term.startswith("LB") and full)


def test_mining_is_deterministic(seeds: Mined) -> None:
    """The same articles in another order give the same bytes."""
    paths = sorted((ROOT / "seeds").glob("*.txt"), reverse=True)
    again = mine(paths, Termbase())
    assert [c.term for c in again.candidates] == [c.term for c in seeds.candidates]


def test_contexts_are_in_the_files(seeds: Mined) -> None:
    """Every context names a file and a line that has its node."""
    lines = {d.path: d.lines for d in read_corpus([ROOT / "seeds"])[0]}
    for candidate in seeds.candidates:
        assert candidate.contexts
        for context in candidate.contexts:
            line = lines[context.file][context.line - 1]
            assert context.node in line
            assert f"{context.left.removeprefix('… ')}" in line


@given(st.text(alphabet="ab c", min_size=1, max_size=60), st.data())
def test_kwic_is_cut_from_its_line(text: str, data: st.DataObject) -> None:
    """Left, node and right are pieces of the line, the node untouched."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    line = kwic_line("a", 1, text, Span(start, end), width=10)
    assert line.node == text[start:end]
    assert line.left.strip("… ") in text and line.right.strip("… ") in text


def test_worklist_round_trip(seeds: Mined, tmp_path: Path) -> None:
    """A worklist written and read is the same, and its rows have the contract's keys."""
    path = tmp_path / "candidates.jsonl"
    write_worklist(path, seeds.candidates)
    assert read_worklist(path) == (seeds.candidates, [])
    row = json.loads(path.read_text(encoding="utf-8").split("\n")[0])
    assert list(row) == [
        "rank", "term", "kind", "score", "frequency", "documents", "variants", "known",
        "rejected", "contexts",
    ]  # fmt: skip
    assert list(row["contexts"][0]) == ["file", "line", "left", "node", "right"]


@pytest.mark.parametrize("row", ["{", "[]", "{}", '{"term": 1}', '{"term": "a", "kind": "x"}'])
def test_broken_worklist_rows(seeds: Mined, row: str) -> None:
    """A row that is no candidate is found with its line; the others are read."""
    text = render_worklist(seeds.candidates[:1]) + row + "\n"
    candidates, findings = parse_worklist(text, "w.jsonl")
    assert candidates == seeds.candidates[:1]
    assert [(f.code, f.place.line) for f in findings] == [("E126", 2)]


def test_missing_worklist(tmp_path: Path) -> None:
    """A worklist that is not there is wrong input and says how to make one."""
    with pytest.raises(UnreadableInputError, match="vnru-terms mine"):
        read_worklist(tmp_path / "none.jsonl")


def test_kinds(seeds: Mined) -> None:
    """Guessed kinds: what heads a name, an office or a formula decides."""
    kinds = {c.kind for c in seeds.candidates[:100]}
    assert {Kind.TERM, Kind.INSTITUTION, Kind.TITLE, Kind.DOCUMENT, Kind.EVENT} <= kinds


@pytest.mark.skipif(
    not (ANNOTATIONS / "score.py").is_file(), reason="no annotations beside the checkout"
)
def test_precision_on_the_samples(seeds: Mined, tmp_path: Path) -> None:
    """On the sample articles at least 42 of the first 50 candidates are annotated terms."""
    write_worklist(tmp_path / "c.jsonl", seeds.candidates)
    command = [sys.executable, str(ANNOTATIONS / "score.py"), "--json", str(tmp_path / "c.jsonl")]
    command += ["--gold", str(ANNOTATIONS / "seeds_gold.tsv"), "--docs", str(ROOT / "seeds")]
    command += ["--body", str(ANNOTATIONS / "seeds_body.tsv")]
    done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
    figures = json.loads(done.stdout)
    assert figures["P@50"] >= 0.84
    assert figures["recall_A@200"] >= 0.7
    assert figures["boilerplate_only@200"] == 0


@pytest.mark.parametrize(
    ("sentence", "long_form", "acronym"),
    [
        ("Ông thăm Quỹ Phát triển Hạ tầng (QPH) tuần trước.", "Quỹ Phát triển Hạ tầng", "QPH"),
        ("Công ước Liên hợp quốc về Luật Biển năm 1982 (UNCLOS 1982) là cơ sở.",
         "Công ước Liên hợp quốc về Luật Biển", "UNCLOS 1982"),
    ],
)  # fmt: skip
def test_acronyms_are_tied(sentence: str, long_form: str, acronym: str) -> None:
    """An acronym in brackets is counted with the name before it, and explained by either."""
    language = vietnamese_mining()
    mined = mine_text(f"{sentence}\n\nHai bên nhắc lại {acronym} và các nội dung khác của hội đàm.")
    (found,) = [c for c in mined.candidates if long_form in (c.term, *c.variants)]
    assert acronym in (found.term, *found.variants)
    assert any(acronym in line.node for line in found.contexts)
    assert not [c for c in mined.candidates if c is not found and c.term == acronym]
    assert found.term == long_form
    assert language.key(acronym) not in {language.key(c.term) for c in mined.candidates}


def test_an_acronym_of_itself_is_not_lost() -> None:
    """`Liên hợp quốc (LHQ)`: both fold to one key, which stays a candidate."""
    mined = mine_text("Hai bên trao đổi về vai trò của Liên hợp quốc (LHQ) trong khu vực hiện nay.")
    assert [c.term for c in mined.candidates if "LHQ" in (c.term, *c.variants)] == ["Liên hợp quốc"]


def test_sentences_in_other_languages_are_not_mined() -> None:
    """A Russian or English sentence inside a Vietnamese paragraph gives no candidate."""
    mined = mine_text(
        "Hai bên ra tuyên bố chung sau cuộc hội đàm tại Hà Nội chiều nay. "
        "The Prime Minister and the President of the State Council signed a memorandum today. "
        "Стороны подписали меморандум о сотрудничестве. Lễ ký diễn ra sau đó tại Phủ Chủ tịch."
    )
    terms = " ".join(c.term for c in mined.candidates)
    assert "tuyên bố chung" in terms and "Phủ Chủ tịch" in terms
    assert not any(word in terms for word in ("Prime", "State", "memorandum", "Сторон"))


def test_endless_sentences_are_cut() -> None:
    """A row of 600 names without a full stop is mined in pieces, and each piece is."""
    text = "các bên gồm " + ", ".join(f"Hiệp hội Hữu nghị số {n}" for n in range(600))
    mined = mine_text(text + ", và cuối cùng là Hội đồng Hòa giải Trung ương.")
    assert mined.sentences > 5
    assert any("Hội đồng Hòa giải Trung ương" in c.term for c in mined.candidates)


def mine_text(text: str) -> Mined:
    """What is mined of an article with this text as its body."""
    title = "Hai nước tăng cường quan hệ hợp tác"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bai.txt"
        path.write_text(f"{title}\n\n{text}\n", encoding="utf-8")
        return mine([path], Termbase())
