"""Find concepts by a word or phrase typed carelessly in any of the languages.

The ranks are those of `KINDS`, in order: the same letters and marks; the same but for diacritics;
another inflected form; a longer term that begins so; a term that holds the words in any order. Only
where all these found nothing: Vietnamese typed without its input method (`matching.keystrokes`);
the parts of a query that names several concepts (`matching.lookup_parts`); a term with a typo's
difference (`matching.lookup_typos`). A concept is listed once, at its best rank; within a rank
`_closeness` decides. Start at `look_up`. The index answers; nothing here reads a file or imports
what a look-up need not wait for.
"""

from __future__ import annotations

from vnru_terms.matching.lookup_query import Hit, Query
from vnru_terms.text.typed import fold, spelling, words_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from vnru_terms.store.index import Index

# Why a concept was found, best first; the contract's values in JSON.
KINDS = EXACT, FOLDED, LEMMA, KEYSTROKES, PREFIX, WORDS, FUZZY = (
    "exact", "folded", "lemma", "keystrokes", "prefix", "words", "fuzzy",
)  # fmt: skip
# What was found is what was typed; all other kinds are near it.
IDENTITIES = (EXACT, FOLDED, LEMMA, KEYSTROKES)
_MOST_WORDS = 40
# Rows that one question to the index may bring, where the reader wants but a few.
_AT_MOST = 40
# Words of fewer letters that are terms themselves, acronyms above all, are no beginnings of others.
_LEAST_STEM = 4


def look_up(index: Index, query: str, *, from_: str | None = None, limit: int = 10) -> list[Hit]:
    """The concepts that `query` may mean, likeliest first; `from_` is the query's language.

    At most `limit` concepts, all of them where it is 0.
    """
    languages = (from_,) if from_ else ("vi", "en", "ru")
    asked = Query(query, languages, max(_AT_MOST, limit * 4) if limit else -1)
    found: dict[int, Hit] = {}
    if asked.words:
        _plain(index, asked, found, limit)
        if not any(hit.kind in (*IDENTITIES, PREFIX) for hit in found.values()):
            _guesses(index, asked, found)
    return list(found.values())[: limit or None]


def identical(index: Index, asked: Query, words: slice = slice(None)) -> list[Hit]:
    """The terms that are these words of the query but for diacritics, best first."""
    wanted = asked.spelled[words]
    hits = []
    for row in index.same(" ".join(asked.folded[words]), asked.languages):
        same = [*map(spelling, words_of(row.surface))] == wanted
        hits.append(Hit(row, EXACT if same else FOLDED))
    return _sorted(hits, asked)


def inflected(
    index: Index, asked: Query, words: slice = slice(None)
) -> tuple[list[Hit], list[Hit]]:
    """The terms of which these words are a form; and those that hold the words in any order."""
    folded = asked.folded[words]
    if len(folded) > _MOST_WORDS or not all(map(str.isalnum, folded)):
        return [], []
    forms: dict[str, list[list[str]]] = {}
    for code in asked.languages:
        if code in index.inflecting:
            lemmas = index.lemmas(folded, code)
            forms[code] = [lemmas[word] for word in folded]
    either = [
        dict.fromkeys([word, *(form for language in forms.values() for form in language[i])])
        for i, word in enumerate(folded)
    ]
    rows = index.holding(either, asked.languages, asked.at_most)
    same = [Hit(row, LEMMA) for row in index.given(" ".join(folded), asked.languages)]
    others = []
    for row in rows:
        its_words = row.folded.split()
        if row.language in forms and len(its_words) == len(folded):
            known = index.lemmas(its_words, row.language)
            pairs = zip(its_words, forms[row.language], strict=True)
            if all(not set(known[word]).isdisjoint(wanted) for word, wanted in pairs):
                same.append(Hit(row, LEMMA))
                continue
        others.append(Hit(row, WORDS))
    return _sorted(same, asked), _sorted(others, asked)


def _plain(index: Index, asked: Query, found: dict[int, Hit], limit: int) -> None:
    _add(found, identical(index, asked))
    if limit and len(found) >= limit:
        return
    forms, holding = inflected(index, asked)
    _add(found, forms)
    beginnings = _beginning(index, asked)
    key = " ".join(asked.folded)
    if found and len(asked.folded[-1]) < _LEAST_STEM:
        # ВТО was found; второй секретарь only begins alike.
        beginnings = [hit for hit in beginnings if hit.row.folded.startswith(key + " ")]
    _add(found, beginnings)
    if found and asked.words != asked.folded:
        # biển đông was typed with its marks, and found: biện pháp hành động is only noise.
        holding = [
            hit
            for hit in holding
            if hit.row.language in index.inflecting
            or not _misspelt(asked, words_of(hit.row.surface))
        ]
    _add(found, holding)


def _guesses(index: Index, asked: Query, found: dict[int, Hit]) -> None:
    """What helps only where nothing fits as it was typed."""
    # Here and not above: most queries need none of it.
    from vnru_terms.matching.keystrokes import decodings
    from vnru_terms.matching.lookup_parts import parts
    from vnru_terms.matching.lookup_typos import one_typo, some_typos

    if not found and "vi" in asked.languages:
        for words in decodings(asked.words):
            decoded: dict[int, Hit] = {}
            _plain(index, Query(" ".join(words), ("vi",), asked.at_most), decoded, 0)
            for hit in decoded.values():
                # đối tác, if it is no term: what begins so is shown as such, in a line each.
                hit.kind = KEYSTROKES if hit.kind in IDENTITIES else hit.kind
            _add(found, decoded.values())
        if found:
            return
    # The same words in another order are the term itself; with more words they are another's.
    if any(len(hit.row.folded.split()) == len(asked.words) for hit in found.values()):
        return
    likely = _sorted(one_typo(index, asked), asked)
    whole, pieces = (False, []) if likely and asked.words == asked.folded else parts(index, asked)
    if whole:
        others = list(found.values())
        found.clear()
        _add(found, [*pieces, *others])
    _add(found, likely)
    if not found:
        _add(found, _sorted(some_typos(index, asked), asked))
    if not found:
        _add(found, pieces)


def _beginning(index: Index, asked: Query) -> list[Hit]:
    rows = index.beginning(" ".join(asked.folded), asked.languages, asked.at_most)
    return _sorted([Hit(row, PREFIX) for row in rows], asked)


def _add(found: dict[int, Hit], hits: Iterable[Hit]) -> None:
    for hit in hits:
        found.setdefault(hit.row.concept, hit)


def _sorted(hits: list[Hit], asked: Query) -> list[Hit]:
    return sorted(hits, key=lambda hit: _closeness(hit, asked))


def _closeness(hit: Hit, asked: Query) -> tuple[object, ...]:
    """The order within a rank: exact, fewest typos, marks as typed, whole words, status, number.

    The numbers of the index run from the shortest term to the longest.
    """
    row = hit.row
    words = words_of(row.surface)
    return (
        hit.kind != EXACT,
        hit.typos,
        _misspelt(asked, words),
        # посол: `посол доброй воли` before `посольство`.
        hit.kind == PREFIX and asked.folded[-1] not in row.folded.split(),
        row.surface != asked.text,
        row.status,
        row.number,
    )


def _misspelt(asked: Query, words: list[str]) -> int:
    """How many of the query's words the term does not have with the same letters and marks.

    Of a query that was typed without any marks only the letters count.
    """
    if asked.words == asked.folded:
        there = [*map(fold, words)]
        return sum(not any(w.startswith(word) for w in there) for word in asked.words)
    there = [*map(spelling, words)]
    return sum(
        key not in there and not any(w.startswith(word) for w in words)
        for key, word in zip(asked.spelled, asked.words, strict=True)
    )


def edits(a: str, b: str, at_most: int) -> int:
    """Letters put in, left out, changed, or swapped with their neighbour, to make `b` of `a`.

    Optimal string alignment; anything above `at_most` is returned as `at_most + 1`.

    >>> edits("tir", "tri", 2), edits("consultaton", "consultation", 2), edits("bo", "cục", 1)
    (1, 1, 2)
    """
    if abs(len(a) - len(b)) > at_most:
        return at_most + 1
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, letter in enumerate(a, start=1):
        before, last, row = row, before, [i]
        for j, other in enumerate(b, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == other:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > at_most:
            return at_most + 1
    return min(row[-1], at_most + 1)
