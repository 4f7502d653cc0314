"""How well terms are found in sentences: sets of marked sentences, beside other programs' rules.

    python benchmarks/matching.py [--cases] [--language ru]...

Scored are the sets in `tests/data/matching`: `dev` was read while the rules were written, `held`
was set aside and is only scored; their sentences and terms differ. `--cases` prints what is wrong
in `dev`, never in `held`. The first tables count occurrences (a term found at exactly its place),
by class and in total, with the whole glossary at work, as `annotate` does it. A marked term that is
found inside a longer term of the glossary, which silences it, counts as found.

The last table counts sentences (is the term found in it at all), because some rules give no place.
The peers run over the same sentences in the same process. Called as a library: pymorphy3, the
Snowball stemmers. Restated, because the programs cannot be called: Weblate's check (the term as a
whole word, case ignored), OmegaT's glossary (the stems of all words of the term in the segment, in
any order). Peers with no rule for a language's inflection get what they do have.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from annotated import environment

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from matching_cases import Case, Find, Score, read_cases, score

from vnru_terms.installation import data_root
from vnru_terms.lang import LANGUAGES
from vnru_terms.lang.ru import lemmas
from vnru_terms.matching.matcher import Matcher, find_all, find_occurrences
from vnru_terms.matching.occurrences import Certainty, Occurrence
from vnru_terms.model import ConceptEntry, LanguageSection, Termbase, TermEntry
from vnru_terms.store.glossary import read_glossary

TOTALS = ("several words", "one word", "total")
_WORD = re.compile(r"\w+(?:-\w+)*")
_STEMMERS = {"ru": "russian", "en": "english"}


def main(arguments: Sequence[str]) -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cases", action="store_true", help="print the wrong cases of dev")
    parser.add_argument("--language", action="append", choices=list(LANGUAGES), default=[])
    chosen = parser.parse_args(arguments)
    print(environment(["pymorphy3", "snowballstemmer"]))
    termbase, _findings = read_glossary(data_root() / "glossary")
    for language in chosen.language or ("ru", "en", "vi"):
        sets = {part: read_cases(language, part) for part in ("dev", "held")}
        all_cases = [case for cases in sets.values() for case in cases]
        find, inside = product(termbase, language, all_cases)
        for part, cases in sets.items():
            print(f"\n## {language} {part}: {len(cases)} sentences\n")
            found = score(language, cases, find, inside)
            _print_scores(found)
            if chosen.cases and part == "dev":
                print("\n" + "\n".join(found["total"].errors))
        print(f"\n## {language}: sentences, beside peers\n")
        rules: dict[str, Find] = {"vnru-terms": find, **peers(language)}
        for name, rule in rules.items():
            row = [f"{name:28}"]
            for part, cases in sets.items():
                precision, recall = sentences(language, cases, rule)
                row.append(f"{part} P {precision:.3f} R {recall:.3f}")
            print("  ".join(row))
    return 0


def product(termbase: Termbase, language: str, cases: Iterable[Case]) -> tuple[Find, Find]:
    """The product's rule, and the same inside longer terms.

    At work are the whole glossary and the sets' terms that it has not got.
    """
    have = {term.term for entry in termbase.entries for term in entry.terms(language)}
    more = sorted({case.term for case in cases} - have)
    extra = tuple(
        ConceptEntry(f"case-{n}", "cases", (LanguageSection(language, (TermEntry(term),)),))
        for n, term in enumerate(more)
    )
    whole = replace(termbase, entries=(*termbase.entries, *extra))
    matcher = Matcher.of(whole, [language])
    ids: dict[str, set[tuple[str, str, int]]] = {}
    for entry in whole.entries:
        for position, term in enumerate(entry.terms(language)):
            ids.setdefault(term.term, set()).add((entry.id, language, position))

    def places(term: str, occurrences: Iterable[Occurrence]) -> list[tuple[int, int]]:
        return [
            (found.start, found.end)
            for found in occurrences
            if found.certainty is Certainty.CERTAIN and ids[term] & set(found.concepts)
        ]

    return (
        lambda _code, term, text: places(term, find_occurrences(text, matcher, language)),
        lambda _code, term, text: places(term, find_all(text, matcher, language)),
    )


def sentences(language: str, cases: Iterable[Case], find: Find) -> tuple[float, float]:
    """Precision and recall over sentences: a term found in one that holds it, or in a near miss."""
    right = wrong = missed = 0
    for case in cases:
        found, marked = bool(list(find(language, case.term, case.text))), bool(case.marked)
        right += found and marked
        wrong += found and not marked
        missed += marked and not found
    return right / ((right + wrong) or 1), right / ((right + missed) or 1)


def peers(language: str) -> dict[str, Find]:
    """The rules of other programs for a language."""
    rules: dict[str, Find] = {"Weblate (restated)": _weblate}
    if language in _STEMMERS:
        key = _stemmer(_STEMMERS[language])
        rules["Snowball stems"] = _by_keys(lambda word: {key(word)})
        rules["OmegaT (restated)"] = _any_order(lambda word: {key(word)})
    else:
        rules["OmegaT (restated)"] = _any_order(lambda word: {word})
        rules["same words, case folded"] = _by_keys(lambda word: {word})
    if language == "ru":
        rules["pymorphy3, any lemma"] = _by_keys(lambda word: set(lemmas(word)))
    return rules


def _weblate(_language: str, term: str, text: str) -> list[tuple[int, int]]:
    return [m.span() for m in re.finditer(rf"\b{re.escape(term)}\b", text, re.IGNORECASE)]


@cache
def _stemmer(name: str) -> Callable[[str], str]:
    import snowballstemmer

    stem: Callable[[str], str] = snowballstemmer.stemmer(name).stemWord
    return stem


def _words(text: str) -> list[tuple[str, int, int]]:
    return [
        (m.group().casefold().replace("ё", "е"), m.start(), m.end()) for m in _WORD.finditer(text)
    ]


def _by_keys(keys: Callable[[str], set[str]]) -> Find:
    """Words in a row whose keys meet those of the term's words."""

    def find(_language: str, term: str, text: str) -> list[tuple[int, int]]:
        wanted = [keys(word) for word, _start, _end in _words(term)]
        words = _words(text)
        places = []
        for i in range(len(words) - len(wanted) + 1):
            part = words[i : i + len(wanted)]
            if all(keys(w[0]) & key for w, key in zip(part, wanted, strict=True)):
                places.append((part[0][1], part[-1][2]))
        return places

    return find


def _any_order(keys: Callable[[str], set[str]]) -> Find:
    """All words of the term somewhere in the text."""

    def find(_language: str, term: str, text: str) -> list[tuple[int, int]]:
        there: set[str] = set()
        for word, _start, _end in _words(text):
            there |= keys(word)
        found = all(keys(word) & there for word, _start, _end in _words(term))
        return [(0, len(text))] if found else []

    return find


def _print_scores(scores: dict[str, Score]) -> None:
    order = [*sorted(name for name in scores if name not in TOTALS), *TOTALS]
    print(f"{'class':20} {'cases':>5} {'right':>5} {'wrong':>5} {'missed':>6}     P      R")
    for name in order:
        if name in scores:
            s = scores[name]
            print(
                f"{name:20} {s.cases:5} {s.right:5} {s.wrong:5} {s.missed:6}"
                f"  {s.precision:.3f}  {s.recall:.3f}"
            )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
