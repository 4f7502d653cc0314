"""Mine: files ▸ documents ▸ body ▸ sentences ▸ tokens ▸ candidates ▸ counts ▸ scores ▸ ranked.

What the termbase knows and what a curator rejected is marked afterwards; it changes no candidate,
no score and no order. How a collection is counted, here or shard by shard, is in `counting`; this
module sees the same parts of the vocabulary either way, and holds no more than the best of them.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from heapq import merge
from pathlib import Path

from vnru_terms.findings import Finding
from vnru_terms.lang.vi_mining import MiningLanguage, vietnamese_mining
from vnru_terms.mining.concordance import kwic_line
from vnru_terms.mining.counts import Where
from vnru_terms.mining.mentions import candidate_key
from vnru_terms.mining.ranking import Ranked, candidate, rank
from vnru_terms.mining.survey import judge_lines, repeated_lines
from vnru_terms.model import Candidate, KwicLine, Termbase
from vnru_terms.store.corpus import Document, read_corpus
from vnru_terms.text.body import Verdict
from vnru_terms.text.spans import Span
from vnru_terms.workflow.counting import Counted, Plan, Progress, count, silent

DEFAULT = Plan()
_Marked = tuple[Ranked, Candidate]


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
    least: float = -math.inf,
    plan: Plan = DEFAULT,
    reading: Progress = silent,
    progress: Progress = silent,
) -> Mined:
    """The candidates of the articles under `paths`, best first.

    `new` leaves out what the termbase holds or a curator rejected; `top` keeps that many (0 all),
    `least` those of at least this score.
    `reading` and `progress` are called with the number of documents read or counted, and of all.
    """
    language = vietnamese_mining()
    with count(paths, language, plan=plan, reading=reading, progress=progress) as counted:
        best: list[_Marked] = []
        for part in counted.parts():
            ranked = [r for r in rank(part, language) if r.score >= least]
            found = _marked(ranked, termbase, language, new=new, top=top)
            best = list(merge(best, found, key=_order))
            del best[top or len(best) :]
        contexts = _contexts([r for r, _candidate in best], counted)
    chosen = (replace(c, contexts=contexts[r.tally.key]) for r, c in best)
    return Mined(tuple(chosen), counted.findings, counted.documents, counted.sentences)


def _marked(
    ranked: Sequence[Ranked],
    termbase: Termbase,
    language: MiningLanguage,
    *,
    new: bool,
    top: int,
) -> list[_Marked]:
    kept = ranked if new or not top else ranked[:top]
    marked = mark_known((candidate(r, {}) for r in kept), termbase, language)
    pairs = list(zip(kept, marked, strict=True))
    if new:
        pairs = [(r, c) for r, c in pairs if c.known is None and not c.rejected]
    return pairs[:top] if top else pairs


def _order(pair: _Marked) -> tuple[float, str]:
    """The order of `rank`."""
    return -pair[0].score, pair[0].tally.key


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
        is_rejected = not rejected.isdisjoint(keys)
        if (found.known, found.rejected) != (concept, is_rejected):
            found = replace(found, known=concept, rejected=is_rejected)
        marked.append(found)
    return marked


def explain(
    paths: Sequence[str | Path], term: str, *, plan: Plan = DEFAULT
) -> tuple[int, Ranked] | None:
    """The rank of one candidate with its tally and evidence, or None where it is none.

    `term` is any of its spellings. What its score is made of, `scores.parts` says.
    """
    language = vietnamese_mining()
    key = candidate_key(term, language)
    wanted: Ranked | None = None
    order: list[tuple[float, str]] = []
    with count(paths, language, plan=plan) as counted:
        for part in counted.parts():
            for ranked in rank(part, language):
                order.append((-ranked.score, ranked.tally.key))
                if key in (candidate_key(s, language) for s in ranked.tally.surfaces):
                    wanted = ranked
    if wanted is None:
        return None
    place = (-wanted.score, wanted.tally.key)
    return sum(other <= place for other in order), wanted


def explain_lines(paths: Sequence[str | Path]) -> list[tuple[str, int, Verdict, str]]:
    """Every line of every file with what it was taken for, and the rule that said so."""
    language = vietnamese_mining()
    documents, _findings = read_corpus(paths)
    repeated = repeated_lines(enumerate(documents))
    explained = []
    for document in documents:
        verdicts = judge_lines(document, language, repeated)
        for number, verdict in enumerate(verdicts, 1):
            explained.append((document.path, number, verdict, document.lines[number - 1]))
    return explained


def _contexts(chosen: Sequence[Ranked], counted: Counted) -> dict[str, tuple[KwicLine, ...]]:
    """The concordance lines of the chosen candidates, in the order of their places."""
    users: dict[str, list[tuple[str, Where]]] = {}
    for one in chosen:
        for place in one.tally.places:
            users.setdefault(place.path, []).append((one.tally.key, place))
    found: dict[str, list[tuple[Where, KwicLine]]] = {one.tally.key: [] for one in chosen}
    for document in counted.read(users):
        for key, place in users[document.path]:
            found[key].append((place, _kwic_line(document, place)))
    return {key: tuple(line for _place, line in sorted(lines)) for key, lines in found.items()}


def _kwic_line(document: Document, place: Where) -> KwicLine:
    number = document.line_at(place.start)
    span = Span(place.start, place.end).shifted(-document.line_start(number))
    line = document.lines[number - 1]
    return kwic_line(place.path, document.place_of(number), line, span)
