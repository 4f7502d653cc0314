"""How often suggestions are right: hide each concept and ask for it; ask a parallel text.

    python benchmarks/suggestions.py [--wrong] [--parallel DIR]

Every concept of the glossary is hidden in turn, and its preferred Vietnamese term is asked of the
rest; homonyms, which another concept has too, are left out. A suggestion is right if it is one of
the hidden concept's permitted terms; case, ё, quotes and inflection do not count. For variants one
admitted Vietnamese term is hidden, not the concept, and the concept's terms are right.

DIR holds tables of sentences (`*.tsv`) with columns `vie`, `eng`, `rus`. Asked for are all the
glossary's terms of two syllables or more that stand in four sentences or more; right are the
glossary's permitted terms; terms whose equivalents the translation does not use are left out (none
could be found in 30% of the sentences, or in two). Without the folder that part is skipped.
"""

from __future__ import annotations

import argparse
import csv
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from annotated import ANNOTATIONS

from vnru_terms.curation.neighbours import words_of
from vnru_terms.curation.suggest_grounds import SOURCE, Grounds, Suggestion, equivalents
from vnru_terms.curation.suggest_parallel import Parallel, from_parallel, parallel, runs
from vnru_terms.curation.suggest_parts import holds
from vnru_terms.curation.suggestions import SUGGESTERS, TARGETS, prepared
from vnru_terms.installation import data_root
from vnru_terms.lang import LANGUAGES
from vnru_terms.mining.alignment import Block, Unit, align, anchors_of
from vnru_terms.model import ConceptEntry, Status, Termbase
from vnru_terms.store.glossary import read_glossary

COLUMNS = {"vi": "vie", "en": "eng", "ru": "rus"}
LEAST_SENTENCES, LEAST_SHARE = 4, 0.3
DROPPED_EVERY = 11


@dataclass
class Score:
    """Counts of questions and answers, filled as they come."""

    asked: int = 0
    answered: int = 0
    first: int = 0
    among: int = 0
    seconds: list[float] = field(default_factory=list)
    wrong: list[tuple[float, str, list[str], list[str]]] = field(default_factory=list)

    def add(self, term: str, found: Sequence[Suggestion], right: Sequence[str], best: int) -> None:
        """Count one question; `right` are the answers that are right, `best` how many are read."""
        self.asked += 1
        if not found:
            return
        language = found[0].language
        keys = {_key(text, language) for text in right}
        hits = [_key(s.term, language) in keys for s in found[:best]]
        self.answered += 1
        self.first += hits[0]
        self.among += any(hits)
        if not hits[0]:
            said = [s.term for s in found[:best]]
            self.wrong.append((found[0].strength, term, said, list(right)))

    def row(self, name: str, best: int) -> str:
        """The counts on one line."""
        n = max(1, self.answered)
        slowest = f", slowest {max(self.seconds) * 1000:.0f} ms" if self.seconds else ""
        return (
            f"{name:28} asked {self.asked:5}  answered {self.answered:4}  "
            f"first {self.first:4} ({self.first / n:.2f})  "
            f"in {best} {self.among:4} ({self.among / n:.2f}){slowest}"
        )


def _key(text: str, language: str) -> str:
    record = LANGUAGES[language]
    return record.lemma_key(record.fold(text))


def concepts_hidden(
    termbase: Termbase, names: Sequence[str], language: str, best: int = 3
) -> Score:
    """Each concept hidden in turn, the suggesters `names` asked for it."""
    grounds = prepared(termbase)
    score = Score()
    for entry in termbase.entries:
        term = entry.preferred(SOURCE)
        if term is None or entry.preferred(language) is None or entry.is_name:
            continue
        left = replace(grounds, without=frozenset((entry.id,)))
        if left.of(words_of(term.surface)):
            continue
        start = time.perf_counter()
        found = _ranked(term.surface, names, left, language)
        score.seconds.append(time.perf_counter() - start)
        score.add(term.surface, found, [t.surface for t in equivalents(entry, language)], best)
    return score


def variants_hidden(termbase: Termbase, language: str, best: int = 3) -> Score:
    """Each admitted Vietnamese term hidden in turn from its concept."""
    score = Score()
    for entry in termbase.entries:
        for term in entry.terms(SOURCE):
            if term.status is not Status.ADMITTED or entry.is_name:
                continue
            left = prepared(_without_term(termbase, entry, term.term))
            if not left.of(words_of(term.surface)):
                found = _ranked(term.surface, ["variant"], left, language)
                right = [t.surface for t in equivalents(entry, language)]
                score.add(term.surface, found, right, best)
    return score


def _without_term(termbase: Termbase, entry: ConceptEntry, term: str) -> Termbase:
    sections = tuple(
        replace(s, terms=tuple(t for t in s.terms if s.language != SOURCE or t.term != term))
        for s in entry.languages
    )
    changed = replace(entry, languages=sections)
    return replace(termbase, entries=tuple(changed if e is entry else e for e in termbase.entries))


def _ranked(term: str, names: Iterable[str], grounds: Grounds, language: str) -> list[Suggestion]:
    found = (s for name in names for s in SUGGESTERS[name](term, grounds))
    return sorted((s for s in found if s.language == language), key=lambda s: -s.strength)


def read_table(path: Path) -> list[dict[str, str]]:
    """The rows of a table of sentences."""
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))


def parallel_asked(
    termbase: Termbase, rows: Sequence[dict[str, str]], language: str, best: int = 5
) -> Score:
    """The glossary's terms asked of sentences that are aligned already."""
    texts = parallel(
        [
            Block((Unit(row[COLUMNS[SOURCE]], i),), (Unit(row[COLUMNS[language]], i),))
            for i, row in enumerate(rows, start=1)
        ],
        language,
        ("vi", language),
    )
    score = Score()
    for term, right in _questions(termbase, texts):
        start = time.perf_counter()
        found = list(from_parallel(term, texts))
        score.seconds.append(time.perf_counter() - start)
        score.add(term, found, right, best)
    return score


def _questions(termbase: Termbase, texts: Parallel) -> Iterator[tuple[str, list[str]]]:
    asked: dict[tuple[str, ...], tuple[str, list[str]]] = {}
    for entry in termbase.entries:
        for term in entry.terms(SOURCE):
            words = words_of(term.surface)
            if term.is_permitted and len(words) > 1:
                right = asked.setdefault(words, (term.surface, []))[1]
                right.extend(t.surface for t in equivalents(entry, texts.language))
    for words, (term, right) in asked.items():
        where = texts.holding(words)
        uses = [_uses(text, where, texts) for text in right]
        least = max(2.0, LEAST_SHARE * len(where))
        if len(where) >= LEAST_SENTENCES and max(uses, default=0) >= least:
            yield term, right


def _uses(text: str, where: Sequence[int], texts: Parallel) -> int:
    lemmas = [lemma for run in runs(text, texts.language) for lemma in run.lemmas]
    return sum(any(holds(run.lemmas, lemmas) for run in texts.targets[i]) for i in where)


def aligned(rows: Sequence[dict[str, str]], language: str) -> str:
    """The sentences aligned anew, whole, and with every eleventh left out on either side."""

    def units(column: str, keep: Callable[[int], bool]) -> list[Unit]:
        return [
            Unit(row[column], i, anchors_of(row[column])) for i, row in enumerate(rows) if keep(i)
        ]

    parts = []
    for name, keep_source, keep_target in (
        ("whole", lambda i: True, lambda i: True),
        ("with gaps", lambda i: i % DROPPED_EVERY, lambda i: (i + 5) % DROPPED_EVERY),
    ):
        source = units(COLUMNS[SOURCE], keep_source)
        target = units(COLUMNS[language], keep_target)
        pairs = [
            (s.line, t.line) for b in align(source, target) for s in b.source for t in b.target
        ]
        true = {u.line for u in source} & {u.line for u in target}
        right = sum(a == b for a, b in pairs)
        parts.append(f"{name}: precision {right / len(pairs):.3f}, recall {right / len(true):.3f}")
    return f"{'aligning ' + language:28} {'; '.join(parts)}"


def main() -> None:
    parser = argparse.ArgumentParser(description="How often suggestions are right.")
    parser.add_argument("--parallel", type=Path, default=ANNOTATIONS / "parallel", metavar="DIR")
    parser.add_argument("--wrong", action="store_true", help="list the wrong ones too")
    arguments = parser.parse_args()
    termbase, _findings = read_glossary(data_root() / "glossary")
    for language in TARGETS:
        score = concepts_hidden(termbase, ["analogy"], language)
        _show(score, f"analogy, {language}", 3, arguments.wrong)
        score = concepts_hidden(termbase, list(SUGGESTERS), language)
        _show(score, f"all suggesters, {language}", 3, wrong=False)
    _show(variants_hidden(termbase, "ru"), "variants, ru", 3, arguments.wrong)
    tables = sorted(arguments.parallel.glob("*.tsv")) if arguments.parallel.is_dir() else []
    if not tables:
        print(f"No tables of sentences in {arguments.parallel}: that part is skipped.")
    for path in tables:
        rows = read_table(path)
        for language in TARGETS:
            print(aligned(rows, language))
            score = parallel_asked(termbase, rows, language)
            _show(score, f"{path.stem}, {language}", 5, arguments.wrong)


def _show(score: Score, name: str, best: int, wrong: bool) -> None:
    print(score.row(name, best), flush=True)
    for strength, term, said, right in sorted(score.wrong, reverse=True) if wrong else []:
        print(f"    {strength:.2f} {term}: {' | '.join(said)}; right: {' | '.join(right)}")


if __name__ == "__main__":
    main()
