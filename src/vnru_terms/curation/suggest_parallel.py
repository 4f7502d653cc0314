"""Suggest equivalents from a text and its translation, aligned sentence by sentence.

For a term that stands in several aligned blocks, every run of words of the other side is weighed by
Dice's coefficient (L. R. Dice, Ecology 26, 1945): of the blocks that hold the one or the other,
the share that hold both. Longer runs get a little more, so that «ядерное оружие» comes before
«оружие». Words are compared by their dictionary forms; what is shown is the form met most often,
put into the nominative. One block alone says nothing: there everything goes with everything.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from vnru_terms.curation.neighbours import words_of
from vnru_terms.curation.suggest_grounds import SOURCE, Grounds, Suggestion
from vnru_terms.curation.suggest_rewrites import Words
from vnru_terms.lang import LANGUAGES
from vnru_terms.lang.keys import holds
from vnru_terms.lang.phrases import PHRASES
from vnru_terms.messages import _
from vnru_terms.mining.alignment import Block

LEAST_BLOCKS = 2
_LONGEST = 6
_LONGEST_RIVAL = 4
_LENGTH_BONUS = 0.12
_LEAST_DICE, _LEAST_SETTLED = 0.25, 0.12
# Taken off every count: what was met twice may be chance, what was met ten times is not.
_DOUBT = 0.5
_MOST = 0.95
# Rows of a frequent term that are read: more change nothing but the time.
_ENOUGH = 400
# Of the best, those that are a piece of a better one, met as often, are left out.
_KEPT = 15
# What is so much weaker than the best is noise.
_WEAKER = 0.4
_SHOWN = 70
_WORD = re.compile(r"\w+(?:[-’']\w+)*")
_MARKS = re.compile(r"[^\w\s’'-]|\s[-’'–—]\s")


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one block that follow each other without a mark between them."""

    words: tuple[str, ...]
    lemmas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Parallel:
    """Aligned blocks, ready to be asked: the words of each side, and where each word stands."""

    language: str
    names: tuple[str, str]
    blocks: tuple[Block, ...]
    sources: tuple[Words, ...]
    targets: tuple[tuple[Run, ...], ...]
    by_word: Mapping[str, frozenset[int]]
    by_lemma: Mapping[str, frozenset[int]]

    def holding(self, words: Words) -> tuple[int, ...]:
        """The blocks whose source holds the syllables, in one piece."""
        found = _all_of(words, self.by_word)
        return tuple(i for i in sorted(found) if holds(self.sources[i], words))


def parallel(blocks: Sequence[Block], language: str, names: tuple[str, str]) -> Parallel:
    """What `from_parallel` needs to know of aligned blocks; `names` are the files'."""
    texts = [block.texts for block in blocks]
    sources = tuple(words_of(source) for source, _target in texts)
    targets = tuple(runs(target, language) for _source, target in texts)
    return Parallel(
        language,
        names,
        tuple(blocks),
        sources,
        targets,
        _places(sources),
        _places([[lemma for run in some for lemma in run.lemmas] for some in targets]),
    )


def runs(text: str, language: str) -> tuple[Run, ...]:
    """The words of a text, cut at marks; a hyphenated word is one."""
    return tuple(_run(stretch, language) for stretch in _MARKS.split(text) if stretch.strip())


def _run(stretch: str, language: str) -> Run:
    record = LANGUAGES[language]
    words = tuple(_WORD.findall(stretch))
    return Run(words, tuple(record.lemmas(record.spelling(w.casefold()))[0] for w in words))


def _places(rows: Sequence[Sequence[str]]) -> Mapping[str, frozenset[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for i, row in enumerate(rows):
        for word in row:
            found[word].add(i)
    return {word: frozenset(some) for word, some in found.items()}


def _all_of(words: Sequence[str], places: Mapping[str, frozenset[int]]) -> frozenset[int]:
    sets = sorted((places.get(word, frozenset()) for word in set(words)), key=len)
    found = sets[0] if sets else frozenset()
    for some in sets[1:]:
        found &= some
    return found


def from_parallel(term: str, texts: Parallel) -> Iterator[Suggestion]:
    """What stands on the other side where the term stands on this, likeliest first."""
    words = words_of(term)
    where = texts.holding(words)[:_ENOUGH]
    if len(where) < LEAST_BLOCKS:
        return
    surfaces, counts = _met(where, len(words), texts)
    enough = max(LEAST_BLOCKS, len(where) * _LEAST_DICE / 2)
    ranked = sorted(
        ((_dice(gram, n, len(where), texts), gram, n) for gram, n in counts.items() if n >= enough),
        reverse=True,
    )
    rivals: dict[Words, frozenset[int]] = {}
    settled = sorted(
        (
            (dice * _unrivalled(gram, words, dice, rivals, texts), gram, n)
            for dice, gram, n in ranked[:_KEPT]
            if dice >= _LEAST_DICE
        ),
        reverse=True,
    )
    shown: list[tuple[tuple[str, ...], int]] = []
    for dice, gram, n in settled:
        if dice < max(_LEAST_SETTLED, _WEAKER * settled[0][0]) or any(
            _is_piece(gram, n, *other) for other in shown
        ):
            continue
        shown.append((gram, n))
        text = _shown(surfaces[gram], texts.language)
        yield Suggestion(
            texts.language,
            text,
            _reason(term, gram, surfaces[gram], where, texts),
            _strength(dice, n),
        )


def _met(
    where: Sequence[int], syllables: int, texts: Parallel
) -> tuple[Mapping[tuple[str, ...], Counter[str]], Counter[tuple[str, ...]]]:
    """The runs of words on the other side: as written, and in how many blocks.

    A term of two syllables is mostly one word, and never more than two but for the small ones.
    """
    small = PHRASES[texts.language].small
    surfaces: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    counts: Counter[tuple[str, ...]] = Counter()
    for i in where:
        here = set()
        for run in texts.targets[i]:
            edges = [_may_be_edge(lemma, small) for lemma in run.lemmas]
            for start in (at for at, may in enumerate(edges) if may):
                said = 0
                for end in range(start + 1, min(len(edges), start + _LONGEST) + 1):
                    said += run.lemmas[end - 1] not in small
                    if said > max(syllables, 2):
                        break
                    if edges[end - 1]:
                        gram = run.lemmas[start:end]
                        surfaces[gram][" ".join(run.words[start:end])] += 1
                        here.add(gram)
        counts.update(here)
    return surfaces, counts


def _may_be_edge(lemma: str, small: frozenset[str]) -> bool:
    return lemma not in small and len(lemma) > 1 and not lemma[0].isdigit()


def _dice(gram: tuple[str, ...], both: int, here: int, texts: Parallel) -> float:
    """Dice's coefficient with the bonus for length; above 1 for a long perfect match."""
    dice = 2 * (both - _DOUBT) / (here + max(both, len(_holding(gram, texts))))
    return dice * (1 + _LENGTH_BONUS * (len(gram) - 1) * both / here)


def _holding(gram: tuple[str, ...], texts: Parallel) -> frozenset[int]:
    """The blocks whose other side holds the run."""
    found = _all_of(gram, texts.by_lemma)
    if len(gram) == 1:
        return found
    return frozenset(i for i in found if any(holds(r.lemmas, gram) for r in texts.targets[i]))


def _unrivalled(
    gram: tuple[str, ...],
    words: Words,
    dice: float,
    rivals: dict[Words, frozenset[int]],
    texts: Parallel,
) -> float:
    """From 0 to 1: less, where the words on the other side go better with others on this.

    Помпео stands with ngoại trưởng only because he stands with Pompeo (after I. D. Melamed's
    competitive linking, Computational Linguistics 26, 2000).
    """
    here = _holding(gram, texts)
    counts: Counter[Words] = Counter()
    for i in here:
        source = texts.sources[i]
        counts.update(
            {
                source[start:end]
                for start in range(len(source))
                for end in range(start + 1, min(len(source), start + _LONGEST_RIVAL) + 1)
            }
        )
    best = dice
    for rival, n in counts.items():
        if 2 * n <= len(here) or holds(words, rival) or holds(rival, words):
            continue
        if rival not in rivals:
            rivals[rival] = frozenset(texts.holding(rival))
        best = max(best, 2 * (n - _DOUBT) / (len(here) + len(rivals[rival])))
    return dice / best


def _is_piece(gram: tuple[str, ...], n: int, other: tuple[str, ...], m: int) -> bool:
    """Whether a run says no more than one that was shown: a piece of it, or it with more."""
    return (holds(other, gram) and n <= m * 1.5) or (holds(gram, other) and n <= m)


def _strength(dice: float, n: int) -> float:
    return min(_MOST, dice * (1 - 1 / (n + 1)))


def _shown(surfaces: Counter[str], language: str) -> str:
    """The dictionary form that goes with most of the forms met; without one, the commonest."""
    possible: Counter[str] = Counter()
    for surface, n in surfaces.most_common():
        for citation in PHRASES[language].citations(surface):
            possible[citation] += n
    return (possible or surfaces).most_common(1)[0][0]


def _reason(
    term: str,
    gram: tuple[str, ...],
    surfaces: Counter[str],
    where: Sequence[int],
    texts: Parallel,
) -> str:
    """In how many pairs of sentences, and where to read the shortest."""
    both = [i for i in where if any(holds(run.lemmas, gram) for run in texts.targets[i])]
    block = min((texts.blocks[i] for i in both), key=lambda b: sum(map(len, b.texts)))
    source, target = block.texts
    return _(
        "in {n} of {all} pairs of sentences with it: {file}:{line} “{source}”, "
        "{other}:{other_line} “{target}”"
    ).format(
        n=len(both),
        all=len(where),
        file=texts.names[0],
        line=block.source[0].line,
        source=_around(source, term),
        other=texts.names[1],
        other_line=block.target[0].line,
        target=_around(target, _first_form(gram, surfaces, target)),
    )


def _first_form(gram: tuple[str, ...], surfaces: Counter[str], text: str) -> str:
    return next((surface for surface in surfaces if surface in text), gram[0])


def _around(text: str, word: str) -> str:
    """So much of a sentence as fits a line, with the word in the middle."""
    at = max(0, text.casefold().find(word.casefold()))
    start = max(0, min(at + len(word) // 2 - _SHOWN // 2, len(text) - _SHOWN))
    start = text.rfind(" ", 0, start) + 1 if start else 0
    end = start + _SHOWN
    end = text.rfind(" ", at + len(word), end) if end < len(text) else len(text)
    end = end if end > start else start + _SHOWN
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"


def glossary_anchors(
    texts: Sequence[str], language: str, grounds: Grounds
) -> Iterator[frozenset[str]]:
    """For each text the concepts that it names, as anchors for the alignment."""
    known: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for entry in grounds.termbase.entries:
        for term in entry.terms(language):
            known[_key(term.surface, language)].add(f"#{entry.id}")
    for text in texts:
        key = _key(text, language)
        stretches = (
            key[start:end]
            for start in range(len(key))
            for end in range(start + 1, min(len(key), start + _LONGEST) + 1)
        )
        yield frozenset(id for stretch in stretches for id in known.get(stretch, ()))


def _key(text: str, language: str) -> tuple[str, ...]:
    if language == SOURCE:
        return words_of(text)
    return tuple(lemma for run in runs(text, language) for lemma in run.lemmas)
