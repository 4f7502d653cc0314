"""Counting in shards: one result in whatever parts and order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial, reduce
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnru_terms.lang.vi_analyser import Word
from vnru_terms.lang.vi_mining import MiningLanguage, vietnamese_mining
from vnru_terms.mining.counts import COUNTED, SUMS, Counts, Tally, merge, merge_all
from vnru_terms.mining.mentions import find_mentions
from vnru_terms.mining.shard_tables import (
    COUNT_TABLES,
    PLACES,
    TERMS,
    TEXTS,
    TOTALS,
    counts_as_tables,
    pack_documents,
    pack_lines,
    parts,
    tallies_of,
    tied_keys,
    unpack_articles,
    unpack_documents,
)
from vnru_terms.mining.survey import (
    Article,
    Numbered,
    count_articles,
    find_articles,
    find_repeated,
    fingerprint,
    sentence_prints,
    short_lines,
)
from vnru_terms.store.corpus import STDIN, Unit, document
from vnru_terms.store.shards import ShardStore
from vnru_terms.text.spans import Span
from vnru_terms.workflow.counting import Source, count_all
from vnru_terms.workflow.counting_shards import deal

SENTENCES = [
    "Bộ Ngoại giao hai nước ký Hiệp định Thương mại tự do (FTA) tại Hà Nội vào sáng nay.",
    "Hai bên ra tuyên bố chung về quan hệ đối tác chiến lược toàn diện giữa hai nước.",
    "Thủ tướng Chính phủ hội đàm với đoàn đại biểu cấp cao của nước bạn tại trụ sở.",
    "FTA mở ra giai đoạn mới của quan hệ đối tác chiến lược toàn diện trong khu vực.",
    "Đại sứ trình quốc thư và nhấn mạnh vai trò của quan hệ hữu nghị truyền thống này.",
    "Xem thêm tin khác",
    "Chia sẻ bài viết",
    "",
]
DOCUMENTS = st.lists(
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=7), min_size=1, max_size=6
)


def by_spaces(sentence: str) -> Sequence[Word]:
    """An analyser that takes every piece between spaces for a noun: fast, and enough to count."""
    words, at = [], 0
    for piece in sentence.split(" "):
        bare = piece.rstrip(".,()") or piece
        if bare:
            tag = "Np" if bare[:1].isupper() else "N"
            words.append(Word(at, at + len(bare), tag))
        at += len(piece) + 1
    return words


LANGUAGE: MiningLanguage = replace(vietnamese_mining(), analyser=lambda: by_spaces)


def numbered(texts: list[list[str]]) -> list[Numbered]:
    return [(n, document(f"{n:03d}.txt", lines)) for n, lines in enumerate(texts)]


def dealt(documents: list[Numbered], random: Random) -> list[list[Numbered]]:
    """The documents in some shards, in some order."""
    shuffled = list(documents)
    random.shuffle(shuffled)
    shards: list[list[Numbered]] = []
    while shuffled:
        size = random.randint(1, len(shuffled))
        shards.append(shuffled[:size])
        del shuffled[:size]
    return shards


def counted_in(shards: list[list[Numbered]]) -> list[Counts]:
    """The three passes over shards, each pass knowing of the others only what is repeated."""
    lines = [(n, p) for s in shards for n, d in s for p in short_lines(d).values()]
    repeated = frozenset(find_repeated(lines))
    articles = [list(find_articles(shard, LANGUAGE, repeated)) for shard in shards]
    rows = [
        [(a.number, p) for a in shard for p in sentence_prints(a, LANGUAGE)] for shard in articles
    ]
    first = find_repeated(row for of_shard in rows for row in of_shard)
    counts = []
    for shard, of_shard in zip(articles, rows, strict=True):
        elsewhere = {
            a.number: {p for n, p in of_shard if n == a.number and first.get(p, n) != n}
            for a in shard
        }
        counts.append(merge_all(count_articles(shard, LANGUAGE, elsewhere=elsewhere)))
    return counts


@given(DOCUMENTS, st.randoms(use_true_random=False))
def test_any_sharding_counts_the_same(texts: list[list[str]], random: Random) -> None:
    """Dealt out in any way and merged in any order, documents give the counts of one pass."""
    documents = numbered(texts)
    whole = merge_all(count_all(documents, LANGUAGE))
    counts = counted_in(dealt(documents, random))
    assert merge_all(counts) == whole
    assert reduce(merge, reversed(counts), Counts()) == whole


@settings(max_examples=8)
@given(texts=DOCUMENTS, random=st.randoms(use_true_random=False))
def test_tables_give_the_counts_back(
    tmp_path_factory: pytest.TempPathFactory, texts: list[list[str]], random: Random
) -> None:
    """Counts of shards, kept as Parquet and reduced, are the counts of one pass, tied keys last."""
    documents = numbered(texts)
    whole = merge_all(count_all(documents, LANGUAGE))
    numbers = {d.path: n for n, d in documents}
    store = ShardStore(tmp_path_factory.mktemp("o'work [1]"), threads=1)
    for n, counts in enumerate(counted_in(dealt(documents, random))):
        store.add("count", n, counts_as_tables(counts, numbers), {})
    terms, of_texts, places = (store.reduced("count", t) for t in (TERMS, TEXTS, PLACES))
    tallies = tallies_of(terms, of_texts, places, sorted(numbers))
    tied = tied_keys(store.reduced("count", TEXTS, only=("field", ("acronyms",))))
    found = list(parts(tallies, tied, dict(store.reduced("count", TOTALS))))
    store.remove()
    merged: dict[str, Tally] = {}
    for part in found:
        assert (part.documents, part.sentences) == (whole.documents, whole.sentences)
        assert not merged.keys() & part.tallies.keys()
        assert tied <= part.tallies.keys() or not tied & part.tallies.keys()
        merged.update(part.tallies)
    assert merged == whole.tallies


def test_every_field_of_a_tally_is_in_the_tables() -> None:
    """A field that a Tally counts is one that is merged and kept; none is forgotten."""
    assert {*Tally.__dataclass_fields__} == {"key", "places", *SUMS, *COUNTED}
    assert {name for table in COUNT_TABLES for name in table.types} >= {"key", *SUMS}


@given(DOCUMENTS)
def test_a_sentence_is_known_by_one_key(texts: list[list[str]]) -> None:
    """The survey knows the sentences that the miner finds, by the same keys."""
    for article in find_articles(numbered(texts), LANGUAGE, frozenset()):
        seen: set[str] = set()
        one, lines = article.document, article.lines
        find = partial(find_mentions, language=LANGUAGE, analyser=by_spaces, seen=seen)
        list(find(one.path, one.text, lines))
        assert sentence_prints(article, LANGUAGE) == {fingerprint(key) for key in seen}


@given(st.lists(st.text(max_size=9), min_size=1, max_size=5), st.sampled_from(Unit))
def test_documents_are_packed_whole(lines: list[str], unit: Unit) -> None:
    """A document that was sent to a worker is the document that was read, whatever its letters."""
    one = document("a.txt", lines, range(len(lines)), unit)
    packed = pack_documents([(7, one)])
    assert list(unpack_documents(packed)) == [(7, one)]
    article = Article(7, one, [Span(0, len(lines[0]))])
    assert list(unpack_articles(packed, pack_lines([article]))) == [article]


@given(st.lists(st.integers(0, 900_000), min_size=1, max_size=40), st.integers(0, 40))
def test_shards_cover_the_files(sizes: list[int], at: int) -> None:
    """Every file is in one shard, in order; standard input has one to itself."""
    sources = [Source(f"{n:03d}", f"{n:03d}", size) for n, size in enumerate(sizes)]
    sources.insert(min(at, len(sources)), Source("<stdin>", STDIN))
    shards = deal(sources)
    assert [s for shard in shards for s in shard.sources] == sources
    assert [shard.start for shard in shards] == [sources.index(s.sources[0]) for s in shards]
    assert all(len(s.sources) == 1 for s in shards if STDIN in {x.path for x in s.sources})
