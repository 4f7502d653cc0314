"""The passes over one shard, as pure functions: what is called in other processes and machines.

They take and give bytes and plain values; `program_version` says whether two machines would give
the same. The passes are described in `counting_shards`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed_version
from pathlib import Path

import vnru_terms
from vnru_terms.findings import Finding, Place, Severity
from vnru_terms.lang.vi_mining import vietnamese_mining
from vnru_terms.mining.counts import merge_all
from vnru_terms.mining.shard_tables import (
    LINES,
    SENTENCES,
    counts_as_tables,
    pack_documents,
    pack_lines,
    unpack_articles,
    unpack_documents,
)
from vnru_terms.mining.survey import (
    Numbered,
    count_articles,
    find_articles,
    sentence_prints,
    short_lines,
)
from vnru_terms.store.corpus import read_document
from vnru_terms.store.shards import Table, render_table

DOCUMENTS, ARTICLE_LINES, FINDINGS = "documents.json.gz", "lines.json.gz", "findings.json"

# What a pass makes of a shard: tables, and files.
Made = tuple[dict[Table, bytes], dict[str, bytes]]


def read_shard(files: Sequence[tuple[int, str]]) -> Made:
    """Read the files of a shard, given with their numbers."""
    documents: list[Numbered] = []
    findings: list[Finding] = []
    for number, path in files:
        found, problems = read_document(path)
        findings.extend(problems)
        if found is not None:
            documents.append((number, found))
    return documents_made(documents, findings)


def documents_made(documents: Sequence[Numbered], findings: Sequence[Finding]) -> Made:
    """What the first pass keeps of documents."""
    rows = sorted((n, print) for n, d in documents for print in short_lines(d).values())
    said = json.dumps([finding.as_json() for finding in findings]).encode()
    return {LINES: render_table(LINES, rows)}, {
        DOCUMENTS: pack_documents(documents),
        FINDINGS: said,
    }


def survey_shard(documents: bytes, repeated: frozenset[int]) -> Made:
    """The lines that are article in packed documents, and the fingerprints of their sentences."""
    language = vietnamese_mining()
    articles = list(find_articles(unpack_documents(documents), language, repeated))
    rows = sorted((a.number, print) for a in articles for print in sentence_prints(a, language))
    return {SENTENCES: render_table(SENTENCES, rows)}, {ARTICLE_LINES: pack_lines(articles)}


def count_shard(documents: bytes, lines: bytes, elsewhere: Mapping[int, frozenset[int]]) -> Made:
    """The tables of counts of packed documents."""
    articles = list(unpack_articles(documents, lines))
    numbers = {a.document.path: a.number for a in articles}
    counts = merge_all(count_articles(articles, vietnamese_mining(), elsewhere=elsewhere))
    return counts_as_tables(counts, numbers), {}


def program_version() -> str:
    """The version of everything that counts: this program's code, byte by byte, and the analyser.

    An edited checkout is another version than the one that it was.
    """
    digest = hashlib.sha256()
    package = Path(vnru_terms.__file__).parent
    for part in ("text", "lang", "store", "mining", "workflow"):
        for path in sorted((package / part).rglob("*.py")):
            digest.update(path.read_bytes())
    try:
        analyser = installed_version("underthesea")
    except PackageNotFoundError:
        analyser = "-"
    return f"{vnru_terms.__version__}+{digest.hexdigest()[:12]}/{analyser}"


def parse_findings(data: bytes) -> Iterator[Finding]:
    """The findings of the first pass, from their file."""
    for said in json.loads(data):
        place = Place(said["path"], said["line"], said["column"])
        severity = Severity(said["severity"])
        yield Finding(place, said["code"], said["message"], said["hint"], severity)
