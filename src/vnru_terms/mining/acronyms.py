"""Acronyms and what they stand for: `Quỹ Đầu tư trực tiếp Nga (RDIF)`.

`find_definitions` sees in one sentence which match an acronym in brackets belongs to;
`tie_acronyms` puts the counts of the acronym and of its long form together once all documents are
counted. The long form is the name that ends before the bracket, or a phrase with the acronym's
initials (Schwartz and Hearst 2003); foreign acronyms do not share the initials of a Vietnamese
name, so for names nothing more is asked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from vnru_terms.lang.vi_mining import MiningLanguage
from vnru_terms.mining.counts import Tally, add
from vnru_terms.mining.match import Match
from vnru_terms.mining.tokens import Mark, Token


def find_definitions(
    tokens: Sequence[Token], matches: Sequence[Match], language: MiningLanguage
) -> dict[Match, str]:
    """The matches that an acronym in brackets follows, each with the acronym's key."""
    found: dict[Match, str] = {}
    for i, token in enumerate(tokens):
        acronym = _in_brackets(tokens, i) if token.text == "(" else ""
        if not acronym:
            continue
        ends = {i, i - 1, i - 2} if i and tokens[i - 1].mark is Mark.NUMBER else {i}
        before = [m for m in matches if m.end in ends and _syllables(tokens, m) > 1]
        named = [m for m in before if m.pattern.startswith(("name", "office"))]
        same = [m for m in before if _initials(tokens, m) == acronym.split()[0]]
        long_form = min(same or named, key=lambda m: m.start, default=None)
        if long_form is None:
            continue
        key = language.fold_variants(acronym)
        surface = " ".join(t.key for t in tokens[long_form.start : long_form.end])
        if key != surface:
            found[long_form] = key
    return found


def tie_acronyms(tallies: Mapping[str, Tally]) -> Mapping[str, Tally]:
    """The tallies, an acronym's added to that of the long form that it most often stands behind."""
    behind: dict[str, dict[str, int]] = {}
    for tally in tallies.values():
        for acronym, times in tally.acronyms.items():
            behind.setdefault(acronym, {})[tally.key] = times
    tied = dict(tallies)
    for acronym, forms in sorted(behind.items()):
        if acronym in forms:
            continue
        long_form = min(forms, key=lambda key: (-forms[key], key))
        short = tied.pop(acronym, None)
        if short is not None and long_form in tied:
            tied[long_form] = add(tied[long_form], short)
    return tied


def _in_brackets(tokens: Sequence[Token], i: int) -> str:
    """The acronym, with its year if it has one, that the bracket at `i` opens, or nothing."""
    inside = []
    for token in tokens[i + 1 : i + 4]:
        if token.text in (")", ",", ";"):
            break
        inside.append(token)
    else:
        return ""
    is_short = inside and inside[0].mark is Mark.ACRONYM and len(inside) <= 2
    is_dated = len(inside) == 1 or (inside[1:] and inside[1].text.isdigit())
    return " ".join(t.text for t in inside) if is_short and is_dated else ""


def _syllables(tokens: Sequence[Token], match: Match) -> int:
    return sum(t.syllables for t in tokens[match.start : match.end])


def _initials(tokens: Sequence[Token], match: Match) -> str:
    words = (t for t in tokens[match.start : match.end] if t.mark is not Mark.DASH)
    return "".join(s[0] for t in words for s in t.text.split()).upper()
