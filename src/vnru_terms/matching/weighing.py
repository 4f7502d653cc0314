"""Whether a match is meant: capitals, names, the inside of a compound; then the language is asked.

Case is no difference but in three ways. An acronym wants capitals in the text (СЕ is not се), and
in a line that is all capitals it is believed only where it is no common word. A term of one word
that begins with a capital is not the same word in small letters (Mỹ, mỹ). A word in small letters
with a capital in the middle of a sentence, behind a name or in quotation marks, is a name
(М. Король, теплоход «Консул»).
"""

from __future__ import annotations

from collections.abc import Sequence

from vnru_terms.lang import Language
from vnru_terms.lang.homographs import CERTAIN, DOUBTFUL, NOT, Sight
from vnru_terms.matching.terms import Form
from vnru_terms.matching.tokens import Tokens

_OPENING = "«\"“„‘'‹"
_CLOSING = "»\"”“’'›"


def weigh_form(tokens: Tokens, start: int, end: int, form: Form, language: Language) -> int:
    """`CERTAIN`, `DOUBTFUL` or `NOT`: whether tokens `start` to `end` are this term."""
    term = form.term
    if term.capitals and not _has_capitals(tokens, start, end, form):
        return NOT
    if tokens.glued and not _may_cut_compound(tokens, start, end, language):
        return NOT
    # A formula of one word before its slot (as {X}) is any such word.
    weight = DOUBTFUL if end - start == 1 and "{" in term.text else CERTAIN
    if end - start == 1:
        surface = surface_of(tokens, start)
        common = surface[:1].islower()
        if (common and term.proper) or (
            not common and term.text[:1].islower() and _is_name(tokens, start)
        ):
            weight = DOUBTFUL
    # A name with its capital is no other word: Доминика.
    rival = None if term.proper and surface_of(tokens, start)[:1].isupper() else form.rival
    sight = Sight(
        tokens.keys,
        start,
        end,
        lambda i: surface_of(tokens, i),
        term.text,
        form.kind,
        form.cells,
        term.gender,
        rival,
    )
    return min(weight, language.weigh(sight))


def surface_of(tokens: Tokens, i: int) -> str:
    """A token as it is written."""
    return tokens.text[tokens.starts[i] : tokens.ends[i]]


def _has_capitals(tokens: Tokens, start: int, end: int, form: Form) -> bool:
    wanted = form.term.capitals
    for i in range(start, end):
        key = tokens.keys[i]
        if key in wanted or any(key.startswith(w) and len(key) - len(w) < 3 for w in wanted):
            surface = surface_of(tokens, i)
            if sum(map(str.isupper, surface)) < 2:
                return False
    return True


def _is_name(tokens: Tokens, at: int) -> bool:
    """Whether a capital is that of a name: behind an initial or a name, or alone in quotes."""
    start, stop = tokens.starts[at], tokens.ends[at]
    text = tokens.text
    if surface_of(tokens, at).isupper():
        return False
    before, behind = text[start - 1 : start] if start else "", text[stop : stop + 1]
    if before and before in _OPENING and behind and behind in _CLOSING:
        return True
    if at == 0:
        return False
    previous = surface_of(tokens, at - 1)
    if previous == "." and at > 1:
        initial = surface_of(tokens, at - 2)
        return len(initial) == 1 and initial.isupper()
    between = text[tokens.ends[at - 1] : start]
    return (
        previous[:1].isupper()
        and not previous.isupper()
        and len(previous) > 1
        and between == " "
        and not _begins_sentence(tokens, at - 1)
    )


def _begins_sentence(tokens: Tokens, at: int) -> bool:
    return at == 0 or surface_of(tokens, at - 1) in (".", "!", "?", "…", ":", "—", "–", "-", "(")


def _may_cut_compound(tokens: Tokens, start: int, end: int, language: Language) -> bool:
    """Whether a match may begin or end inside a hyphenated compound of the text."""
    if start in tokens.glued and not _stands_alone(tokens, start - 1, start):
        return False
    return end not in tokens.glued or _stands_alone(tokens, end, end - 1)


def _stands_alone(tokens: Tokens, other: int, own: int) -> bool:
    """Whether a compound's parts are two names, or an acronym and a word: ASEAN-led."""
    if tokens.keys[other] == "-":
        other += 1 if other > own else -1
    return surface_of(tokens, own)[:1].isupper() and (
        surface_of(tokens, other)[:1].isupper() or surface_of(tokens, own)[1:2].isupper()
    )


def range_of(
    tokens: Tokens, start: int, end: int, terms: Sequence[str], language: Language
) -> tuple[int, int]:
    """The range of a match in its text: no possessive, but the term's own quotation marks."""
    first, last = tokens.starts[start], tokens.ends[end - 1]
    text = tokens.text
    if language.after_word and not any(map(language.after_word.search, terms)):
        behind = language.after_word.search(text, tokens.starts[end - 1], last)
        if behind:
            last = behind.start()
    if any(term[:1] in _OPENING for term in terms) and first and text[first - 1] in _OPENING:
        first -= 1
    if (
        any(term[-1:] in _CLOSING for term in terms)
        and text[last : last + 1]
        and text[last] in _CLOSING
    ):
        last += 1
    return first, last
