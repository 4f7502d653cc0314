"""suggest: a term ▸ what the glossary, the world's names and a parallel text give ▸ equivalents.

`suggestions_for` is the one door, for the command and for both review desks; it writes nothing.
What a termbase gives is prepared on the first question and kept until another termbase is asked of.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from vnru_terms.curation.gaps import Gap, find_gaps
from vnru_terms.curation.suggest_grounds import SOURCE
from vnru_terms.curation.suggest_parallel import Parallel, from_parallel
from vnru_terms.curation.suggest_variants import restored
from vnru_terms.curation.suggestions import TARGETS, Grounds, Suggestion, prepared, suggest
from vnru_terms.model import Termbase
from vnru_terms.text.normalise import normalise, squeeze

# The last termbase asked of, by identity: its entries take longer to compare than to prepare. A
# desk asks of one termbase for every candidate.
_last: list[tuple[Termbase, Grounds]] = []


def suggestions_for(
    term: str,
    termbase: Termbase,
    *,
    to: Collection[str] = TARGETS,
    texts: Parallel | None = None,
    without: Collection[str] = (),
    limit: int = 8,
) -> tuple[Suggestion, ...]:
    """What may be the equivalents of a Vietnamese term, language by language, best first.

    `to` names the target languages, `limit` how many of each at most; `texts` is a parallel text
    to ask too, `without` the ids of concepts to leave aside. An empty tuple where there is nothing
    to say.
    """
    grounds = grounds_for(termbase)
    if without:
        grounds = replace(grounds, without=frozenset(without))
    term = read_as(term, termbase)
    further = from_parallel(term, texts) if texts is not None else ()
    return suggest(term, grounds, to=to, further=further, limit=limit)


def missing_suggestions(
    termbase: Termbase,
    *,
    to: Collection[str] = TARGETS,
    texts: Parallel | None = None,
    limit: int = 8,
) -> Iterator[tuple[Gap, tuple[Suggestion, ...]]]:
    """Every concept that lacks a term in one of the languages `to`, with what may be it."""
    known = {entry.id: entry.preferred(SOURCE) for entry in termbase.entries}
    for gap in find_gaps(termbase, ["term"]):
        term = known[gap.id]
        if term is not None and gap.language in to:
            yield (
                gap,
                suggestions_for(
                    term.surface,
                    termbase,
                    to=[gap.language],
                    texts=texts,
                    without=[gap.id],
                    limit=limit,
                ),
            )


def read_as(term: str, termbase: Termbase) -> str:
    """The term as it is understood: one typed without diacritics gets them, if in one way only."""
    term = squeeze(normalise(term))
    return restored(term, grounds_for(termbase))


def grounds_for(termbase: Termbase) -> Grounds:
    """What suggestions rest on in this termbase."""
    held = _last[0] if _last else None
    if held is None or held[0].entries is not termbase.entries:
        held = termbase, prepared(termbase)
        _last[:] = [held]
    return held[1]
