"""Counts as tables and back: what the shards of a large collection are kept and sent as.

The columns come from `SUMMED` and `COUNTED` in `counts`; nothing here knows a field of a Tally by
name. Reduced tables are read side by side in order of their keys and give one Tally after another,
so that ranking needs no more memory than one part (`parts`) of the vocabulary.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby, islice
from typing import Any

from vnru_terms.mining.counts import COUNTED, KEPT_CONTEXTS, SUMS, TIED, Counts, Tally, Where
from vnru_terms.mining.survey import Article, Numbered
from vnru_terms.store.corpus import Unit, document
from vnru_terms.store.shards import Table, render_table
from vnru_terms.text.spans import Span

_DOCUMENT_PRINT = (("document", "BIGINT"), ("print", "BIGINT"))
_KEY = ("key", "VARCHAR")

LINES = Table("lines", _DOCUMENT_PRINT)
SENTENCES = Table("sentences", _DOCUMENT_PRINT)
TERMS = Table("terms", (_KEY,), sums=SUMS)
TEXTS = Table("texts", (_KEY, ("field", "VARCHAR"), ("text", "VARCHAR")), sums=("n",))
PLACES = Table(
    "places",
    (_KEY, ("document", "BIGINT"), ("start", "BIGINT"), ("stop", "BIGINT")),
    first=KEPT_CONTEXTS,
)
TOTALS = Table("totals", (("total", "VARCHAR"),), sums=("n",))
COUNT_TABLES = (TERMS, TEXTS, PLACES, TOTALS)

# How many tallies are ranked at a time.
PART = 20_000

Row = tuple[Any, ...]


def counts_as_tables(counts: Counts, numbers: Mapping[str, int]) -> dict[Table, bytes]:
    """The counts of a shard as its tables; `numbers` gives for a path the document's number."""
    tallies = [counts.tallies[key] for key in sorted(counts.tallies)]
    rows: dict[Table, list[Row]] = {
        TERMS: [(t.key, *(getattr(t, name) for name in SUMS)) for t in tallies],
        TEXTS: [
            (t.key, name, text, n)
            for t in tallies
            for name in COUNTED
            for text, n in sorted(getattr(t, name).items())
        ],
        PLACES: [(t.key, numbers[p.path], p.start, p.end) for t in tallies for p in t.places],
        TOTALS: [("documents", counts.documents), ("sentences", counts.sentences)],
    }
    return {table: render_table(table, rows[table]) for table in COUNT_TABLES}


def tallies_of(
    terms: Iterable[Row], texts: Iterable[Row], places: Iterable[Row], paths: Sequence[str]
) -> Iterator[Tally]:
    """One tally after another, from the reduced tables, each in order of its keys.

    A tally has a spelling and a place at least, so every table has every key.
    """
    side_by_side = zip(terms, groupby(texts, _key), groupby(places, _key), strict=True)
    for (key, *sums), (_text_key, text_rows), (_place_key, place_rows) in side_by_side:
        counted: dict[str, dict[str, int]] = {name: {} for name in COUNTED}
        for _same, name, text, n in text_rows:
            counted[name][text] = n
        kept = tuple(Where(paths[d], start, stop) for _same, d, start, stop in place_rows)
        values: dict[str, Any] = {**dict(zip(SUMS, sums, strict=True)), **counted}
        yield Tally(key=key, places=kept, **values)


def parts(tallies: Iterable[Tally], tied: set[str], totals: Mapping[str, int]) -> Iterator[Counts]:
    """The counts in parts of the vocabulary; the keys in `tied` come together, in the last."""
    documents, sentences = totals["documents"], totals["sentences"]
    together: dict[str, Tally] = {}

    def others() -> Iterator[Tally]:
        for tally in tallies:
            if tally.key in tied:
                together[tally.key] = tally
            else:
                yield tally

    stream = others()
    for first in stream:
        part = {t.key: t for t in chain((first,), islice(stream, PART - 1))}
        yield Counts(part, documents, sentences)
    if together:
        yield Counts(together, documents, sentences)


def tied_keys(texts: Iterable[Row]) -> set[str]:
    """The keys that have to be ranked together, from the rows of `TEXTS`."""
    return {part for key, name, text, _n in texts if name in TIED for part in (key, text)}


def pack_documents(documents: Iterable[Numbered]) -> bytes:
    """Documents as bytes: gzipped JSON, one a line."""
    lines = [
        json.dumps([number, d.path, d.lines, d.places, d.unit.value], ensure_ascii=False) + "\n"
        for number, d in documents
    ]
    return gzip.compress("".join(lines).encode("utf-8", "surrogatepass"), 1, mtime=0)


def unpack_documents(data: bytes) -> Iterator[Numbered]:
    """The documents that were packed."""
    for line in gzip.decompress(data).decode("utf-8", "surrogatepass").split("\n")[:-1]:
        number, path, lines, places, unit = json.loads(line)
        yield number, document(path, lines, places, Unit(unit))


def pack_lines(articles: Iterable[Article]) -> bytes:
    """The lines of articles as bytes; the documents are packed already."""
    return gzip.compress(json.dumps([a.lines for a in articles]).encode(), 1, mtime=0)


def unpack_articles(documents: bytes, lines: bytes) -> Iterator[Article]:
    """The articles of packed documents and lines."""
    spans = json.loads(gzip.decompress(lines))
    for (number, one), its in zip(unpack_documents(documents), spans, strict=True):
        yield Article(number, one, [Span(*span) for span in its])


def _key(row: Row) -> str:
    return str(row[0])
