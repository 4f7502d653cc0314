"""underthesea's word segmenter, decoded here: the same words, ten times as fast.

The segmenter is a conditional random field over syllables with two labels, B-W (a word begins) and
I-W (it goes on). Asked through Python it builds 43 strings a syllable, most of which the model has
never seen. Here the model's weights are put by what they look at (a syllable, two, or three) as
the difference I-W less B-W, so that a syllable costs three look-ups and a dozen additions; the
decoder is Viterbi's, on that difference alone.

The sums are the library's in another order, so they differ in the last digits. Where a decision is
that close, or a letter is one whose case the two languages might see differently, `segment` gives
None and the caller asks the library: what is given is always what the library would give.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import lru_cache
from itertools import pairwise, product

from vnru_terms.lang.crf import CrfModel, Template, parse_template

Segment = Callable[[Sequence[str]], "list[str] | None"]
Gains = tuple[float, ...]

# Far above the rounding of sums over this many syllables, far below what weights decide.
_CLOSE = 1e-6
_MAX_SYLLABLES = 10_000
_CACHED = 1 << 15
# Letters and marks of Vietnamese, European and Russian text; their case is settled for good.
_COMMON = re.compile(
    "[\0-\u024f\u0300-\u036f\u0400-\u045f\u1e00-\u1eff\u2000-\u206f\u20a0-\u20bf ]*"
)
_INTEGER = re.compile(r"[+-]?[0-9]+")
_FUNCTIONS = frozenset({"", "lower", "isdigit", "istitle", "is_in_dict"})
_REACH = {1: (-2, 2), 2: (-2, 1), 3: (-2, 0)}


def segmenter(model: CrfModel, templates: Iterable[str], dictionary: Collection[str]) -> Segment:
    """A function from syllables to words, None where the library has to be asked.

    ValueError where the model is not of the kind that this module decodes.
    """
    asked = [parse_template(name) for name in templates]
    if model.labels != ("B-W", "I-W"):
        raise ValueError(f"labels {model.labels}")
    for template in asked:
        low, high = _REACH.get(template.width, (1, 0))
        if not low <= template.first <= high or template.function not in _FUNCTIONS:
            raise ValueError(template.name)
    weigh = {width: _weigher(model, asked, width, dictionary) for width in _REACH}
    ones, twos, threes = weigh[1], weigh[2], weigh[3]
    begin = [weigh[width]("BOS", edge=True) for width in (1, 2, 3)]
    end = [weigh[width]("EOS", edge=True) for width in (1, 2, 3)]
    (bb, bi), (ib, ii) = model.transitions

    def segment(syllables: Sequence[str]) -> list[str] | None:
        n = len(syllables)
        if n > _MAX_SYLLABLES or not is_common(syllables):
            return None
        one = [begin[0]] * 2 + [ones(s) for s in syllables] + [end[0]] * 2
        two = [begin[1]] * 2
        two += [twos(f"{a} {b}") for a, b in pairwise(syllables)]
        two += [end[1]] * 2
        three = [begin[2]] * 2
        three += [
            threes(f"{a} {b} {c}")
            for a, b, c in zip(syllables, syllables[1:], syllables[2:], strict=False)
        ]
        three += [end[2]] * (n + 2 - len(three))
        leads = []
        lead = 0.0
        for i in range(n):
            gain = (
                one[i][0] + one[i + 1][1] + one[i + 2][2] + one[i + 3][3] + one[i + 4][4]
                + two[i][0] + two[i + 1][1] + two[i + 2][2] + two[i + 3][3]
                + three[i][0] + three[i + 1][1] + three[i + 2][2]
            )  # fmt: skip
            lead = gain + max(bi, lead + ii) - max(bb, lead + ib) if i else gain
            leads.append(lead)
        return _words(syllables, leads, after_begin=bb - ib, after_inside=bi - ii)

    return segment


def undecided(syllables: Sequence[str]) -> list[str] | None:
    """The segmenter that leaves everything to the library."""
    return None


def _words(
    syllables: Sequence[str], leads: Sequence[float], *, after_begin: float, after_inside: float
) -> list[str] | None:
    """The words of the best path, traced back from the end; None where a decision is close.

    `leads` say by how much the best path that ends in I-W is ahead of the one that ends in B-W;
    it is I-W before a B-W where the lead is over `after_begin`, before an I-W `after_inside`.
    """
    words: list[str] = []
    word: list[str] = []
    needed = 0.0
    for i in range(len(syllables) - 1, -1, -1):
        margin = leads[i] - needed
        if -_CLOSE < margin < _CLOSE:
            return None
        word.append(syllables[i])
        # A word that goes on at the very beginning of the text begins there.
        if margin > 0 and i:
            needed = after_inside
        else:
            words.append(" ".join(reversed(word)))
            word = []
            needed = after_begin
    words.reverse()
    return words


def _weigher(
    model: CrfModel, templates: Sequence[Template], width: int, dictionary: Collection[str]
) -> Callable[..., Gains]:
    """A function from joined syllables to what they add to the lead of each one in their reach.

    Place k is for the templates whose first token is k - 2 from the one that gains. `edge` asks
    for what the beginning (BOS) or the end of the text (EOS) adds.
    """
    low, high = _REACH[width]
    none = (0.0,) * (high - low + 1)
    tables = _gains(model, [t for t in templates if t.width == width], low, none)
    plain, lower = tables.get("", {}), tables.get("lower", {})
    # What the yes-or-no functions add, by their answers: most texts are in no other table.
    asked = [tables.get(name, {}) for name in ("isdigit", "istitle", "is_in_dict")]
    shapes = {
        answers: _total([t.get(str(a), none) for t, a in zip(asked, answers, strict=True)])
        for answers in product((False, True), repeat=3)
    }
    has_digits = bool(asked[0])

    @lru_cache(maxsize=_CACHED)
    def weigh(text: str, *, edge: bool = False) -> Gains:
        if edge:
            return _total([none, *(table.get(text, none) for table in tables.values())])
        folded = text.lower()
        shape = shapes[has_digits and is_integer(text), is_title(text), folded in dictionary]
        if text in plain or folded in lower:
            return _total([plain.get(text, none), lower.get(folded, none), shape])
        return shape

    return weigh


def _gains(
    model: CrfModel, templates: Sequence[Template], low: int, none: Gains
) -> dict[str, dict[str, Gains]]:
    """By function and value: what an attribute adds to I-W less what it adds to B-W."""
    wanted = {t.name: t for t in templates}
    gains: dict[str, dict[str, Gains]] = {t.function: {} for t in templates}
    for attribute, weights in model.states.items():
        name, _equals, value = attribute.partition("=")
        template = wanted.get(name)
        if template is not None:
            table = gains[template.function]
            row = list(table.get(value, none))
            row[template.first - low] += weights.get(1, 0.0) - weights.get(0, 0.0)
            table[value] = tuple(row)
    return gains


def _total(rows: Sequence[Gains]) -> Gains:
    return tuple(map(sum, zip(*rows, strict=True)))


def is_common(tokens: Sequence[str]) -> bool:
    """Whether all letters are ones whose case this program and the library agree on."""
    return _COMMON.fullmatch("".join(tokens)) is not None


def is_title(text: str) -> bool:
    """Whether every part begins with a letter that upper case leaves as it is; a digit does."""
    return all(part[0] == part[0].upper() for part in text.split(" "))


def is_integer(text: str) -> bool:
    """Whether the text is a whole number of 32 bits."""
    return bool(_INTEGER.fullmatch(text)) and -(2**31) <= int(text) < 2**31
