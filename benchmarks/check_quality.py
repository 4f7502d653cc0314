"""How often the check of a translation is wrong, and how often it is right, beside two other rules.

Three questions, each over correct translations by people (`--parallel FOLDER`, not part of the
project: general news, made from English without this glossary) and over our own sentences on
diplomacy (`tests/data/check/correct.tsv`):

- false alarms: of the segments that hold a term, in how many is one reported, by severity;
- swaps: every equivalent that is there is put out for a term of another concept of the same subject
  field, one at a time; how many are reported;
- deprecated terms: every form of every deprecated Russian and English term, in a segment with the
  term that it stands for; how many are reported.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from check_peers import OMEGAT, WEBLATE, Peer

from vnru_terms.findings import Place, Severity
from vnru_terms.lang import LANGUAGES
from vnru_terms.lang.families import akin, stem
from vnru_terms.lang.recipe import split_phrase
from vnru_terms.matching.check import DocumentCheck, check_segment
from vnru_terms.matching.check_sides import Checker, concepts_of, is_certain, sides_of
from vnru_terms.matching.check_weights import LEVELS, is_long
from vnru_terms.matching.matcher import Matcher
from vnru_terms.matching.segment import Direction, Segment, make_segment
from vnru_terms.model import ConceptEntry, Kind, Status
from vnru_terms.store.glossary import read_glossary
from vnru_terms.store.term_phrases import phrase_of

ROOT = Path(__file__).resolve().parent.parent
TERM_CODES = frozenset(("C101", "C102", "C105"))
PAIRS = (("vi", "ru"), ("vi", "en"), ("en", "ru"), ("ru", "vi"), ("ru", "en"), ("en", "vi"))
_COLUMNS = {"vi": "vie", "en": "eng", "ru": "rus"}
Document = list[Segment]


def parallel_documents(folder: Path, pair: tuple[str, str]) -> list[Document]:
    """The articles of the parallel texts, as segments of a direction."""
    documents: dict[str, Document] = {}
    for path in sorted(folder.glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                texts = [row[_COLUMNS[code]] for code in pair]
                place = Place(row["doc"], int(row["n"]))
                segment = make_segment(texts[0], texts[1], Direction(*pair), place)
                documents.setdefault(row["doc"], []).append(segment)
    return list(documents.values())


def own_documents(pair: tuple[str, str]) -> list[Document]:
    """Our own sentences of a direction, as one document."""
    path = ROOT / "tests" / "data" / "check" / "correct.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    found = [
        make_segment(row["source"], row["target"], Direction(*pair), Place("own", number))
        for number, row in enumerate(rows, start=2)
        if (row["from"], row["to"]) == pair
    ]
    return [found] if found else []


def alarms(documents: Sequence[Document], checker: Checker, peers: Sequence[Peer]) -> None:
    """Print how many segments have a remark on a term, by its severity."""
    held: Counter[str] = Counter()
    alarmed: Counter[str] = Counter()
    for document in documents:
        check = DocumentCheck()
        for segment in document:
            check.check(segment, checker)
        by_place: dict[int, set[Severity]] = {}
        for remark in check.finish():
            if remark.code in TERM_CODES:
                by_place.setdefault(remark.place.line, set()).add(remark.severity)
        for segment in document:
            held["ours"] += _holds(segment, checker)
            for severity in by_place.get(segment.place.line, ()):
                alarmed[severity.value] += 1
            pair = (segment.direction.source, segment.direction.target)
            for peer in peers:
                held[peer.rule.name] += peer.held(segment.source, pair)
                alarmed[peer.rule.name] += bool(peer.missing(segment.source, segment.target, pair))
    n = held["ours"]
    ours = ", ".join(f"{s.value} {_share(alarmed[s.value], n)}" for s in reversed(LEVELS))
    others = ", ".join(
        f"{p.rule.name} {_share(alarmed[p.rule.name], held[p.rule.name])}" for p in peers
    )
    print(f"  alarms in {n} segments with a term: {ours} | {others}")


def _holds(segment: Segment, checker: Checker) -> bool:
    language = segment.direction.target
    return any(
        checker.entry(id).terms(language)
        for demand in sides_of(segment, checker).demands
        for id in concepts_of(demand)
    )


def swaps(documents: Sequence[Document], checker: Checker, base: Base, peers: list[Peer]) -> None:
    """Print how many equivalents that were put out for wrong ones are reported."""
    total: Counter[str] = Counter()
    found: Counter[tuple[str, str]] = Counter()
    for document in documents:
        check = DocumentCheck()
        for segment in document:
            check.check(segment, checker)
        for segment in document:
            for concepts, swapped, kind in _swapped(segment, checker, base):
                total[kind] += 1
                remarks = [
                    remark.in_text(of_field=check.is_of_field)
                    for remark in check_segment(swapped, checker)
                    if remark.code in TERM_CODES and remark.concept in concepts
                ]
                if remarks:
                    found[kind, "any"] += 1
                if any(r.severity is not Severity.INFORMATION for r in remarks):
                    found[kind, "warning"] += 1
                pair = (segment.direction.source, segment.direction.target)
                for peer in peers:
                    missing = peer.missing(swapped.source, swapped.target, pair)
                    found[kind, peer.rule.name] += bool(missing & set(concepts))
    for kind, n in sorted(total.items()):
        others = ", ".join(f"{p.rule.name} {_share(found[kind, p.rule.name], n)}" for p in peers)
        ours = f"reported {_share(found[kind, 'any'], n)}"
        ours += f", as warning or error {_share(found[kind, 'warning'], n)}"
        print(f"  swaps, {kind} ({n}): {ours} | {others}")


def _swapped(
    segment: Segment, checker: Checker, base: Base
) -> Iterator[tuple[tuple[str, ...], Segment, str]]:
    """The segment with every rendering of one demand replaced by a term of another concept."""
    sides = sides_of(segment, checker)
    language = segment.direction.target
    for demand in sides.demands:
        concepts = concepts_of(demand)
        hits = [h.occurrence for h in sides.hits if h.permitted & set(concepts)]
        if not hits or not is_certain(demand) or not all(map(is_certain, hits)):
            continue
        text = segment.target
        wrong = _wrong_term(concepts, sides.licensed, base, language)
        end = len(text)
        for hit in sorted(hits, key=lambda o: (-o.start, -(o.end - o.start))):
            if hit.end <= end:
                text = text[: hit.start] + wrong + text[hit.end :]
                end = hit.start
        entry = checker.entry(concepts[0])
        kind = "names" if entry.is_name else "verbs" if entry.kind is Kind.VERB else "short terms"
        if kind == "short terms" and is_long(demand, segment.direction.source):
            kind = "long terms"
        yield concepts, replace(segment, target=text, marks=()), kind


def _wrong_term(
    concepts: tuple[str, ...], licensed: frozenset[str], base: Base, language: str
) -> str:
    """The preferred term of the next concept of the subject field, of wholly other words."""
    entries = base.by_field[base.by_id[concepts[0]].subject_field]
    at = next(i for i, entry in enumerate(entries) if entry.id == concepts[0])
    right = {
        word
        for id in concepts
        for term in base.by_id[id].terms(language)
        for word in _stems(term.surface, language)
    }
    for entry in [*entries[at + 1 :], *entries[:at]]:
        term = entry.preferred(language)
        words = _stems(term.surface, language) if term else set()
        if entry.id not in licensed and not any(akin(a, b) for a in words for b in right) and term:
            return term.surface
    raise LookupError(concepts[0])


def _stems(text: str, language: str) -> set[str]:
    return {stem(word, language) for word in text.casefold().split() if len(word) > 1}


class Base:
    """A glossary's entries by id and by subject field."""

    def __init__(self, entries: Sequence[ConceptEntry]) -> None:
        self.entries = entries
        self.by_id = {entry.id: entry for entry in entries}
        self.by_field: dict[str, list[ConceptEntry]] = {}
        for entry in entries:
            self.by_field.setdefault(entry.subject_field, []).append(entry)


def deprecated(checker: Checker, base: Base, peers: Sequence[Peer], language: str) -> None:
    """Print how many forms of deprecated terms are reported, each beside the term it stands for."""
    total = found = errors = 0
    others: Counter[str] = Counter()
    for entry in base.entries:
        source = entry.preferred("vi")
        permitted = {t.term.casefold() for t in entry.terms(language) if t.is_permitted}
        for term in entry.terms(language):
            if term.status is not Status.DEPRECATED or source is None:
                continue
            forms = {
                " ".join(tokens)
                for recipe in LANGUAGES[language].recipes(phrase_of(term, entry.kind))
                for _cell, tokens in recipe.spellings()
            }
            for form in sorted(forms):
                if form.casefold() in permitted or "{" in form:
                    continue
                segments = [
                    make_segment(
                        f"Bên này: {source.surface}.", text, Direction("vi", language), Place("")
                    )
                    # A prepositional case wants its preposition, a counted noun its number.
                    for text in (f"— {form}.", f"Речь о {form}.", f"Есть три {form}.")
                ]
                if _is_right_for_a_homonym(segments[0], checker):
                    continue
                total += 1
                remarks = [
                    remark
                    for segment in segments
                    for remark in check_segment(segment, checker)
                    if remark.concept == entry.id and remark.code in ("C102", "C105")
                ]
                remarks = [remark for remark in remarks if remark.found]
                found += bool(remarks)
                errors += any(r.severity is not Severity.INFORMATION for r in remarks)
                for peer in peers:
                    cited = " ".join(split_phrase(term.surface))
                    others[peer.rule.name] += peer.forbidden(form, language, cited)
    shares = ", ".join(f"{p.rule.name} {_share(others[p.rule.name], total)}" for p in peers)
    print(
        f"deprecated, {language} ({total} forms): reported {_share(found, total)}, "
        f"as warning or error {_share(errors, total)} | {shares}"
    )


def _is_right_for_a_homonym(segment: Segment, checker: Checker) -> bool:
    sides = sides_of(segment, checker)
    return any(hit.permitted & sides.licensed for hit in sides.hits)


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "-"


def main() -> None:
    """Print every figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--parallel", type=Path, default=ROOT.parent / "shared/eval/parallel")
    parser.add_argument("--glossary", type=Path, default=ROOT / "glossary")
    options = parser.parse_args()
    termbase, _findings = read_glossary(options.glossary)
    checker = Checker.of(termbase, Matcher.of(termbase))
    base = Base(termbase.entries)
    peers = [Peer(WEBLATE, base.entries), Peer(OMEGAT, base.entries)]
    for name, documents_of in (
        ("our sentences (diplomacy)", own_documents),
        ("parallel texts (general news)", lambda pair: parallel_documents(options.parallel, pair)),
    ):
        print(name)
        for pair in PAIRS:
            documents = documents_of(pair)
            if documents:
                print(f" {pair[0]} to {pair[1]}: {sum(map(len, documents))} segments")
                alarms(documents, checker, peers)
                swaps(documents, checker, base, peers)
    for language in ("ru", "en"):
        deprecated(checker, base, peers, language)


if __name__ == "__main__":
    main()
