"""Terms that differ from the query by a typo, or by few of them.

First one typo in the whole term: all words but one are right, so they lead to few terms of about
the query's length, which the index keeps together; the typo may also have hit a space. Where that
finds nothing, every word may have its typos, and the query may be a piece of a longer term.
"""

from __future__ import annotations

from vnru_terms.matching.lookup import FUZZY, edits
from vnru_terms.matching.lookup_query import Hit
from vnru_terms.store.index import LONG_WORD

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from vnru_terms.matching.lookup_query import Query
    from vnru_terms.store.index import Index, TermRow

_MOST_WORDS = 40
_LONGEST_WORD = 64
_AT_MOST = 300


def one_typo(index: Index, asked: Query) -> list[Hit]:
    """The terms of which the whole query differs by one typo."""
    words = asked.folded
    if not _may_be_asked(words):
        return []
    whole = " ".join(words)
    found: dict[int, Hit] = {}

    def keep(rows: Iterable[TermRow]) -> None:
        for row in rows:
            if is_one_typo(whole, row.folded):
                found.setdefault(row.number, Hit(row, FUZZY, 1))

    joined = "".join(words)
    # A space too many or too few; or another letter in the place of a space.
    spaces = index.joined([joined], asked.languages, _AT_MOST)
    found.update((row.number, Hit(row, FUZZY, 1)) for row in spaces)
    if len(words) > 1 or len(joined) > 3:
        shorter = dict.fromkeys(joined[:i] + joined[i + 1 :] for i in range(len(joined)))
        keep(index.joined(shorter, asked.languages, _AT_MOST))
    unknown = [i for i, word in enumerate(words) if not index.knows(word)]
    if len(unknown) < 2:
        for i in unknown or range(len(words)):
            keep(_with_one_near(index, asked, words, i))
    if not found:
        # A space in the place of a letter: both pieces were one word.
        for i in range(len(words) - 1):
            if all(at in (i, i + 1) for at in unknown):
                glued = [*words[:i], words[i] + words[i + 1], *words[i + 2 :]]
                keep(_with_one_near(index, asked, glued, i))
    return list(found.values())


def _with_one_near(index: Index, asked: Query, words: list[str], i: int) -> list[TermRow]:
    """Terms of the query's length that hold the words, for word `i` perhaps one near to it.

    Mostly the other words lead to few enough terms to compare them all.
    """
    length = sum(map(len, asked.folded)) + len(asked.folded) - 1
    lengths = (length - 1, length + 1)
    others: list[Sequence[str]] = [[word] for j, word in enumerate(words) if j != i]
    if len(others) > 1:
        rows = index.holding(others, asked.languages, _AT_MOST, lengths)
        if len(rows) < _AT_MOST:
            return rows
    near = [word for word in index.near(words[i], 1) if is_one_typo(words[i], word)]
    if not near or (not others and len(words[0]) < 3):
        return []
    return index.holding([*others, near], asked.languages, _AT_MOST, lengths)


def some_typos(index: Index, asked: Query) -> list[Hit]:
    """The terms that the query may be, or be a piece of, each of its words with its typos."""
    words = asked.folded
    if not _may_be_asked(words):
        return []
    near = [_neighbours(index, word, alone=len(words) == 1) for word in words]
    if not all(near):
        return []
    forgiven = 1 + sum(map(len, words)) // 8
    hits = []
    for row in index.holding(near, asked.languages, _AT_MOST):
        count = _typos_in_order(near, row.folded.split())
        if count <= forgiven:
            hits.append(Hit(row, FUZZY, count))
    return hits


def _typos_in_order(near: list[dict[str, int]], words: list[str]) -> int:
    """The fewest typos with which the query stands in one piece in the term.

    In any order, short syllables would meet by chance: biển đông in Hội đồng Liên bang.
    """
    none = sum(map(len, words)) + 1
    windows = (words[i : i + len(near)] for i in range(len(words) - len(near) + 1))
    return min(
        (
            sum(found.get(word, none) for found, word in zip(near, window, strict=True))
            for window in windows
        ),
        default=none,
    )


def _neighbours(index: Index, word: str, *, alone: bool) -> dict[str, int]:
    """The words of the index that the typist may have meant, with the number of typos."""
    found = {}
    for other in index.near(word):
        shorter = min(len(word), len(other))
        forgiven = 2 if shorter >= LONG_WORD else 1 if shorter > 2 or not alone else 0
        count = edits(word, other, forgiven)
        if count <= forgiven:
            found[other] = count
    return found


def _may_be_asked(words: list[str]) -> bool:
    short = len(words) <= _MOST_WORDS and max(map(len, words)) <= _LONGEST_WORD
    return short and all(map(str.isalnum, words))


def is_one_typo(a: str, b: str) -> bool:
    """Whether one letter put in, left out, changed, or swapped with its neighbour makes b of a.

    >>> is_one_typo("tir", "tri"), is_one_typo("tri", "tri"), is_one_typo("hoi dam", "hoidam")
    (True, False, True)
    """
    if a == b or abs(len(a) - len(b)) > 1:
        return False
    i = 0
    for one, other in zip(a, b, strict=False):
        if one != other:
            break
        i += 1
    if len(a) == len(b):
        swapped = a[i : i + 2] == b[i : i + 2][::-1] and a[i + 2 :] == b[i + 2 :]
        return a[i + 1 :] == b[i + 1 :] or swapped
    return a[i + 1 :] == b[i:] if len(a) > len(b) else a[i:] == b[i + 1 :]
