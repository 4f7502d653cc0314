"""What has to be known of all documents before one is counted: repeated lines and sentences.

Short lines that two documents have are menus, not text; a sentence that two documents have counts
in the first of them. Both come from rows (document, fingerprint), which any number of machines may
make (`short_lines`, then `sentence_prints`, which needs the repeated lines); `find_repeated` keeps
the fingerprints of more than one document. Then `count_articles` needs nothing but its articles and
what of them is repeated, so that no sharding, order or engine changes what is counted.
Documents are known by their number in the order of paths.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence, Set
from hashlib import blake2b
from typing import NamedTuple

from vnru_terms.lang.vi_mining import MiningLanguage
from vnru_terms.mining.counts import Counts, count_document
from vnru_terms.mining.mentions import find_mentions, find_sentences
from vnru_terms.store.corpus import Document
from vnru_terms.text.body import Verdict, classify
from vnru_terms.text.spans import Span

# A menu entry is shorter; a paragraph that two papers print is an agency's text.
SHORT_LINE = 20

Numbered = tuple[int, Document]


class Article(NamedTuple):
    """A document with its number and the spans of those of its lines that are article."""

    number: int
    document: Document
    lines: Sequence[Span]


def fingerprint(text: str) -> int:
    """64 bits of the text, the same on every machine.

    Of a hundred million sentences two share one with a chance of 1 in 4,000; one is lost then.
    """
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=True)


def short_lines(document: Document) -> dict[str, int]:
    """The short lines of a document, each with its fingerprint."""
    lines = {line.strip() for line in document.lines}
    return {line: fingerprint(line) for line in lines if 0 < len(line.split()) < SHORT_LINE}


def body_lines(
    document: Document, language: MiningLanguage, repeated: Container[int] = frozenset()
) -> list[Span]:
    """The spans of the lines that are article: title, body and captions.

    `repeated` has the fingerprints of short lines that other documents have too.
    """
    verdicts = judge_lines(document, language, repeated)
    return [
        Span(document.line_start(n), document.line_start(n) + len(line))
        for n, (verdict, line) in enumerate(zip(verdicts, document.lines, strict=True), 1)
        if verdict.is_text
    ]


def judge_lines(
    document: Document, language: MiningLanguage, repeated: Container[int]
) -> list[Verdict]:
    """What each line of a document is, given the fingerprints of repeated short lines."""
    others = frozenset(line for line, print in short_lines(document).items() if print in repeated)
    return classify(document.lines, language.markers, repeated=others)


def repeated_lines(documents: Iterable[Numbered]) -> frozenset[int]:
    """The fingerprints of the short lines that two documents or more have."""
    rows = ((n, print) for n, d in documents for print in short_lines(d).values())
    return frozenset(find_repeated(rows))


def find_articles(
    documents: Iterable[Numbered], language: MiningLanguage, repeated: Container[int]
) -> Iterator[Article]:
    """The documents as articles; telling the lines takes a fifth of mining, so do it once."""
    for number, document in documents:
        yield Article(number, document, body_lines(document, language, repeated))


def sentence_prints(article: Article, language: MiningLanguage) -> frozenset[int]:
    """The fingerprints of the sentences of an article."""
    return frozenset(fingerprint(key) for key in _sentence_keys(article, language))


def find_repeated(rows: Iterable[tuple[int, int]]) -> dict[int, int]:
    """The fingerprints that stand in rows of two documents, each with the first document."""
    first: dict[int, int] = {}
    repeated: set[int] = set()
    for document, print in rows:
        known = first.setdefault(print, document)
        if known != document:
            repeated.add(print)
            first[print] = min(known, document)
    return {print: first[print] for print in repeated}


def count_articles(
    articles: Iterable[Article], language: MiningLanguage, *, elsewhere: Mapping[int, Set[int]]
) -> Iterator[Counts]:
    """The counts of each article, to be merged.

    `elsewhere` has for an article's number the sentences that count in an earlier one.
    """
    analyser = language.analyser()
    for article in articles:
        foreign = elsewhere.get(article.number, frozenset())
        keys = _sentence_keys(article, language) if foreign else ()
        seen = {key for key in keys if fingerprint(key) in foreign}
        mentions = find_mentions(
            article.document.path,
            article.document.text,
            article.lines,
            language=language,
            analyser=analyser,
            seen=seen,
        )
        yield count_document(mentions)


def _sentence_keys(article: Article, language: MiningLanguage) -> Iterator[str]:
    """The keys by which `find_mentions` knows a sentence."""
    text = article.document.text
    for span in find_sentences(text, article.lines, language):
        key = language.key(span.of(text).rstrip())
        if key:
            yield key
