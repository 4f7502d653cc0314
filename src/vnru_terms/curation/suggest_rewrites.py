"""How a glossary varies its own terms: what may stand for what, and how far to believe it.

Two terms of one concept that differ in one place give a rewriting, both ways: chuyến thăm cá nhân
beside thăm cá nhân says that chuyến may be missing. Of all pairs of terms that differ by it, the
share that stand for one concept is its trust; a concept's own habit (Hải quân for Hải quân Nga) is
soon contradicted by others.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from itertools import combinations

Words = tuple[str, ...]
Rewrite = tuple[Words, Words]
# What may stand for a stretch of syllables, with the trust of each.
Rewrites = Mapping[Words, Mapping[Words, float]]

_LONGEST = 4
# One pair and none against it: 1 of 2, with one against it that may still come.
_LEAST_TRUST = 0.5


def learn(concepts: Mapping[Words, Collection[str]]) -> Rewrites:
    """The rewritings that a glossary's terms bear out; `concepts` are the ids of every term."""
    for_one = _within_concepts(concepts)
    by_left: dict[Words, dict[Words, float]] = defaultdict(dict)
    for left, right in for_one:
        # Each pair of terms is met once: by what is longer, or comes first.
        if (len(left), left) > (len(right), right):
            by_left[left][right] = 1.0
    for_others: Counter[Rewrite] = Counter()
    for key, ids in concepts.items():
        for (left, right), result, _trust in applied(key, by_left):
            others = concepts.get(result)
            if others and not set(ids) & set(others):
                for_others[left, right] += 1
                for_others[right, left] += 1
    found: dict[Words, dict[Words, float]] = defaultdict(dict)
    for (left, right), n in for_one.items():
        trust = n / (n + for_others[left, right] + 1)
        if trust >= _LEAST_TRUST:
            found[left][right] = trust
    return found


def applied(key: Words, rewrites: Rewrites) -> Iterator[tuple[Rewrite, Words, float]]:
    """Every way to rewrite one stretch of a term; what is only added may stand anywhere."""
    for start in range(len(key) + 1):
        for end in range(start, min(len(key), start + _LONGEST) + 1):
            left = key[start:end]
            for right, trust in rewrites.get(left, {}).items():
                yield (left, right), key[:start] + right + key[end:], trust


def _within_concepts(concepts: Mapping[Words, Collection[str]]) -> Counter[Rewrite]:
    by_concept: dict[str, list[Words]] = defaultdict(list)
    for key, ids in concepts.items():
        for id in set(ids):
            by_concept[id].append(key)
    counts: Counter[Rewrite] = Counter()
    for keys in by_concept.values():
        for one, other in combinations(keys, 2):
            left, right = _difference(one, other)
            if left or right:
                counts[left, right] += 1
                counts[right, left] += 1
    return counts


def _difference(one: Words, other: Words) -> Rewrite:
    """What stands in one where the other has something else; nothing if they share no end."""
    shorter = min(len(one), len(other))
    start = 0
    while start < shorter and one[start] == other[start]:
        start += 1
    end = 0
    while end < shorter - start and one[-1 - end] == other[-1 - end]:
        end += 1
    left, right = one[start : len(one) - end], other[start : len(other) - end]
    if not (start or end) or max(len(left), len(right)) > _LONGEST:
        return (), ()
    return left, right
