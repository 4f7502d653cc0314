"""suggest: a term ▸ what the glossary and the world's names give ▸ equivalents with reasons.

`suggestions_for` is the one door, for the command and for both review desks; it writes nothing.
What a termbase gives is prepared on the first question and kept until another termbase is asked of.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from vnru_terms.curation.suggestions import TARGETS, Grounds, Suggestion, grounds_of, suggest
from vnru_terms.model import Termbase
from vnru_terms.text.normalise import normalise, squeeze

# The last termbase asked of, by identity: the entries of two thousand concepts take longer to
# compare than to prepare. A desk asks of one termbase for every candidate.
_last: list[tuple[Termbase, Grounds]] = []


def suggestions_for(
    term: str,
    termbase: Termbase,
    *,
    to: Collection[str] = TARGETS,
    further: Iterable[Suggestion] = (),
    limit: int = 8,
) -> tuple[Suggestion, ...]:
    """What may be the equivalents of a Vietnamese term, language by language, best first.

    `to` names the target languages, `limit` how many of each at most; `further` are suggestions
    from elsewhere that are ranked with the others. An empty tuple where there is nothing to say.
    """
    term = squeeze(normalise(term))
    return suggest(term, _grounds(termbase), to=to, further=further, limit=limit)


def _grounds(termbase: Termbase) -> Grounds:
    held = _last[0] if _last else None
    if held is None or held[0].entries is not termbase.entries:
        held = termbase, grounds_of(termbase)
        _last[:] = [held]
    return held[1]
