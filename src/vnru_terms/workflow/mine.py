"""Mine: files ▸ documents ▸ body ▸ sentences ▸ tokens ▸ candidates ▸ counts ▸ scores ▸ ranked.

What the termbase knows and what a curator rejected is marked afterwards; it changes no candidate,
no score and no order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from vnru_terms.findings import Finding
from vnru_terms.lang.vi_mining import MiningLanguage, vietnamese_mining
from vnru_terms.mining.concordance import kwic_line
from vnru_terms.mining.counts import Counts, count_document, merge
from vnru_terms.mining.mentions import candidate_key, find_mentions
from vnru_terms.mining.ranking import Ranked, candidate, rank
from vnru_terms.model import Candidate, KwicLine, Termbase
from vnru_terms.store.corpus import Document, read_corpus
from vnru_terms.text.body import Verdict, classify
from vnru_terms.text.spans import Span

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Mined:
    """What mining gave: ranked candidates, findings of the readers, and how much was read."""

    candidates: tuple[Candidate, ...]
    findings: tuple[Finding, ...]
    documents: int
    sentences: int


def mine(
    paths: Sequence[str | Path],
    termbase: Termbase,
    *,
    new: bool = False,
    top: int = 0,
    progress: Progress | None = None,
) -> Mined:
    """The candidates of the articles under `paths`, best first.

    `new` leaves out what the termbase holds or a curator rejected; `top` keeps that many (0 all).
    `progress` is called with the number of documents done and of all.
    """
    language = vietnamese_mining()
    documents, findings = read_corpus(paths)
    counts = count(documents, language, progress=progress)
    ranked = rank(counts, language)
    contexts = _contexts(ranked, documents)
    candidates = mark_known((candidate(r, contexts) for r in ranked), termbase, language)
    if new:
        candidates = [c for c in candidates if c.known is None and not c.rejected]
    chosen = candidates[:top] if top > 0 else candidates
    return Mined(tuple(chosen), tuple(findings), counts.documents, counts.sentences)


def count(
    documents: Sequence[Document], language: MiningLanguage, *, progress: Progress | None = None
) -> Counts:
    """The merged counts of the documents; a sentence counts once, where it comes first."""
    analyser = language.analyser()
    repeated = repeated_lines(documents)
    seen: set[str] = set()
    counts = Counts()
    for done, document in enumerate(documents, 1):
        lines = body_lines(document, language, repeated)
        mentions = find_mentions(
            document.path, document.text, lines, language=language, analyser=analyser, seen=seen
        )
        counts = merge(counts, count_document(mentions))
        if progress is not None:
            progress(done, len(documents))
    return counts


def mark_known(
    candidates: Iterable[Candidate], termbase: Termbase, language: MiningLanguage
) -> list[Candidate]:
    """The candidates, each with the concept that has its term and whether it was rejected."""
    known: dict[str, str] = {}
    # A homonym is taken for the better attested concept.
    for entry in sorted(termbase.entries, key=lambda entry: -entry.evidence):
        for term in entry.terms(language.code):
            known.setdefault(language.key(term.surface), entry.id)
    rejected = {language.key(r.term) for r in termbase.rejections}
    marked = []
    for found in candidates:
        keys = [language.key(s) for s in (found.term, *found.variants)]
        concept = next((known[k] for k in keys if k in known), None)
        marked.append(replace(found, known=concept, rejected=any(k in rejected for k in keys)))
    return marked


def explain(paths: Sequence[str | Path], term: str) -> tuple[int, Ranked] | None:
    """The rank of one candidate with its tally and evidence, or None where it is none.

    The tally says which patterns found it and how often it stood alone; the evidence, what the
    scorer read from its words and shape.
    """
    language = vietnamese_mining()
    documents, _findings = read_corpus(paths)
    key = candidate_key(term, language)
    for number, ranked in enumerate(rank(count(documents, language), language), 1):
        if ranked.tally.key == key:
            return number, ranked
    return None


def explain_lines(paths: Sequence[str | Path]) -> list[tuple[str, int, Verdict, str]]:
    """Every line of every file with what it was taken for, and the rule that said so."""
    language = vietnamese_mining()
    documents, _findings = read_corpus(paths)
    repeated = repeated_lines(documents)
    explained = []
    for document in documents:
        verdicts = classify(document.lines, language.markers, repeated=repeated)
        for number, verdict in enumerate(verdicts, 1):
            explained.append((document.path, number, verdict, document.lines[number - 1]))
    return explained


def body_lines(
    document: Document, language: MiningLanguage, repeated: frozenset[str] = frozenset()
) -> list[Span]:
    """The spans of the lines that are article: title, body and captions."""
    verdicts = classify(document.lines, language.markers, repeated=repeated)
    return [
        Span(document.line_start(n), document.line_start(n) + len(line))
        for n, (verdict, line) in enumerate(zip(verdicts, document.lines, strict=True), 1)
        if verdict.is_text
    ]


def repeated_lines(documents: Iterable[Document]) -> frozenset[str]:
    """Short lines that two documents or more have: menus and teasers, not text."""
    lines = Counter(
        line
        for document in documents
        for line in {text.strip() for text in document.lines}
        if 0 < len(line.split()) < 20
    )
    return frozenset(line for line, documents_with_it in lines.items() if documents_with_it > 1)


def _contexts(
    ranked: Iterable[Ranked], documents: Iterable[Document]
) -> dict[str, tuple[KwicLine, ...]]:
    by_path = {document.path: document for document in documents}
    contexts = {}
    for one in ranked:
        lines = []
        for place in one.tally.places:
            document = by_path[place.path]
            number = document.line_at(place.start)
            start = document.line_start(number)
            span = Span(place.start, place.end).shifted(-start)
            lines.append(
                kwic_line(place.path, document.place_of(number), document.lines[number - 1], span)
            )
        contexts[one.tally.key] = tuple(lines)
    return contexts
