"""Which sentences of a text and of its translation belong together.

W. A. Gale and K. W. Church, «A program for aligning sentences in bilingual corpora», Computational
Linguistics 19 (1993): a translation is about as long as its source, so of all ways to pair the
sentences in order, one with one, one with none, one with two, the one whose lengths fit best is
taken. `align` adds what they share: numbers, names in Latin letters, and the pairs of words that
the caller knows to be equivalents (`anchors`).

What stands once in each text, in the same order, parts them first (`_fixed`); between such points
the search is whole where it is small and keeps near the diagonal where it is not. Texts of one
line a sentence on both sides need no search: see `line_by_line`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import erfc, log, sqrt

# Gale and Church's variance of the length in characters, and how often each kind of bead is met.
_VARIANCE = 6.8
_BEADS: tuple[tuple[int, int, float], ...] = (
    (1, 1, 0.89), (1, 0, 0.005), (0, 1, 0.005), (2, 1, 0.0445), (1, 2, 0.0445), (2, 2, 0.011),
)  # fmt: skip
# What a shared anchor is worth, in the same unit: minus the logarithm of a probability.
_ANCHOR = 2.5
_MOST_ANCHORS = 4
# A search of so many cells is whole; beyond, so many sentences either side of the diagonal.
_WHOLE = 90_000
_BAND = 60
# Lengths of lines that are translations of each other: so alike, at least.
_LEAST_ALIKE = 0.75
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_LATIN = re.compile(r"(?<!\w)[A-Z][A-Za-z]{2,}(?!\w)")
_INFINITE = float("inf")


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence: its text, where it stands, and the anchors known of it."""

    text: str
    line: int
    anchors: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Block:
    """Sentences of the two texts that belong together."""

    source: tuple[Unit, ...]
    target: tuple[Unit, ...]

    @property
    def texts(self) -> tuple[str, str]:
        """The two sides, each in one piece."""
        return " ".join(u.text for u in self.source), " ".join(u.text for u in self.target)


def anchors_of(text: str) -> frozenset[str]:
    """The numbers and the names in Latin letters; 1.000 and 1,000 are one.

    >>> sorted(anchors_of("Ngày 15/1, Gazprom: 1.000 tấn"))
    ['1', '1000', '15', 'Gazprom']
    """
    numbers = {re.sub("[.,](?=\\d{3}(?!\\d))", "", n) for n in _NUMBER.findall(text)}
    return frozenset(numbers | set(_LATIN.findall(text)))


def line_by_line(source: Sequence[Unit], target: Sequence[Unit]) -> list[Block] | None:
    """Line with line, where both texts have as many and their lengths go together; else None."""
    if len(source) != len(target) or len(source) < 2:
        return None
    lengths = [(len(s.text), len(t.text)) for s, t in zip(source, target, strict=True)]
    if _correlation(lengths) < _LEAST_ALIKE:
        return None
    return [Block((s,), (t,)) for s, t in zip(source, target, strict=True)]


def _correlation(pairs: Sequence[tuple[int, int]]) -> float:
    n = len(pairs)
    mean_a, mean_b = sum(a for a, _b in pairs) / n, sum(b for _a, b in pairs) / n
    both = sum((a - mean_a) * (b - mean_b) for a, b in pairs)
    one = sum((a - mean_a) ** 2 for a, _b in pairs)
    other = sum((b - mean_b) ** 2 for _a, b in pairs)
    return both / sqrt(one * other) if one and other else float(one == other)


def align(source: Sequence[Unit], target: Sequence[Unit]) -> list[Block]:
    """The sentences that belong together, in order; what has no partner is left out."""
    if not source or not target:
        return []
    ratio = max(1, sum(len(u.text) for u in target)) / max(1, sum(len(u.text) for u in source))
    blocks: list[Block] = []
    start_s = start_t = 0
    for end_s, end_t in [*_fixed(source, target), (len(source), len(target))]:
        between = _search(source[start_s:end_s], target[start_t:end_t], ratio)
        blocks.extend(between)
        start_s, start_t = end_s, end_t
    return blocks


def _fixed(source: Sequence[Unit], target: Sequence[Unit]) -> list[tuple[int, int]]:
    """Pairs of sentences that share what stands once only in each text, in order.

    One such anchor may mislead: two are asked for, or one near the place where it must stand.
    """
    once_s, once_t = _met_once(source), _met_once(target)
    votes = Counter((once_s[a], once_t[a]) for a in once_s.keys() & once_t.keys())
    slope = len(target) / len(source)
    tolerance = max(5.0, 0.05 * len(target))
    sure = sorted(
        pair for pair, n in votes.items() if n > 1 or abs(pair[0] * slope - pair[1]) <= tolerance
    )
    return _rising(sure)


def _met_once(units: Sequence[Unit]) -> dict[str, int]:
    counts = Counter(anchor for unit in units for anchor in unit.anchors)
    return {
        anchor: i for i, unit in enumerate(units) for anchor in unit.anchors if counts[anchor] == 1
    }


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs that rises on both sides (patience sorting)."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    # Of pairs with one source the later targets come first, so that one is taken only.
    ordered = sorted(pairs, key=lambda p: (p[0], -p[1]))
    for i, (_s, t) in enumerate(ordered):
        at = bisect_left(tails, t)
        before.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(t)
            ends.append(i)
        else:
            tails[at], ends[at] = t, i
    found: list[tuple[int, int]] = []
    i = ends[-1] if ends else -1
    while i >= 0:
        found.append(ordered[i])
        i = before[i]
    return found[::-1]


def _search(source: Sequence[Unit], target: Sequence[Unit], ratio: float) -> Iterator[Block]:
    """The cheapest way through a stretch, by dynamic programming over the beads."""
    n, m = len(source), len(target)
    whole = n * m <= _WHOLE
    band = max(_BAND, abs(n - m) if n * abs(n - m) <= 20 * _WHOLE else _BAND)
    best: dict[tuple[int, int], tuple[float, int, int]] = {(0, 0): (0.0, 0, 0)}
    for i in range(n + 1):
        middle = round(i * m / n) if n else 0
        low, high = (0, m) if whole else (max(0, middle - band), min(m, middle + band))
        for j in range(low, high + 1):
            if i == j == 0:
                continue
            cheapest = (_INFINITE, 0, 0)
            for di, dj, share in _BEADS:
                reached = best.get((i - di, j - dj))
                if reached is None or i < di or j < dj:
                    continue
                cost = reached[0] + _cost(source[i - di : i], target[j - dj : j], ratio, share)
                if cost < cheapest[0]:
                    cheapest = (cost, di, dj)
            if cheapest[0] < _INFINITE:
                best[i, j] = cheapest
    return iter(_traced(best, source, target))


def _traced(
    best: dict[tuple[int, int], tuple[float, int, int]],
    source: Sequence[Unit],
    target: Sequence[Unit],
) -> list[Block]:
    i, j = len(source), len(target)
    found: list[Block] = []
    while (i, j) in best and (i or j):
        _cost, di, dj = best[i, j]
        if di and dj:
            found.append(Block(tuple(source[i - di : i]), tuple(target[j - dj : j])))
        i, j = i - di, j - dj
    return found[::-1]


def _cost(source: Sequence[Unit], target: Sequence[Unit], ratio: float, share: float) -> float:
    """What a bead costs: the chance of such lengths, how often it is met, what it shares."""
    one, other = sum(len(u.text) for u in source), sum(len(u.text) for u in target)
    cost = -log(share)
    if not one or not other:
        return cost + 1.0
    mean = (one + other / ratio) / 2
    delta = abs(other - one * ratio) / sqrt(_VARIANCE * mean)
    cost -= log(max(erfc(delta / sqrt(2)), 1e-12))
    shared = {a for u in source for a in u.anchors} & {a for u in target for a in u.anchors}
    return cost - _ANCHOR * min(len(shared), _MOST_ANCHORS)
