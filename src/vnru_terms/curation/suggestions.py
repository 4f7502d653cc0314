"""Equivalents proposed for a Vietnamese term, each with its reason; a person decides.

`SUGGESTERS` is the table: each takes the term and the `Grounds` of a termbase and gives
`Suggestion`s. `suggest` asks them all, keeps of equal terms the strongest, and puts the best first.
Nothing here reads or writes.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace

from vnru_terms.curation.suggest_compose import composed
from vnru_terms.curation.suggest_countries import of_country
from vnru_terms.curation.suggest_grounds import (
    TARGETS,
    Grounds,
    Suggestion,
    grounds_of,
    with_gender,
)
from vnru_terms.curation.suggest_names import folded_names, named, names
from vnru_terms.curation.suggest_variants import same_or_near
from vnru_terms.lang import LANGUAGES
from vnru_terms.model import Termbase

__all__ = ["SUGGESTERS", "TARGETS", "Grounds", "Suggestion", "prepared", "suggest"]

Suggester = Callable[[str, Grounds], Iterator[Suggestion]]

SUGGESTERS: dict[str, Suggester] = {
    "variant": same_or_near,
    "analogy": composed,
    "country": of_country,
    "name": named,
}


def prepared(termbase: Termbase) -> Grounds:
    """What the suggesters need to know of a termbase, and the names that it has not got."""
    return replace(grounds_of(termbase), names=names(), folded_names=folded_names())


def suggest(
    term: str,
    grounds: Grounds,
    *,
    to: Collection[str] = TARGETS,
    further: Iterable[Suggestion] = (),
    limit: int = 8,
) -> tuple[Suggestion, ...]:
    """What may be the term's equivalents, language by language, best first.

    At most `limit` a language; `further` are suggestions from elsewhere (a parallel text).
    """
    best: dict[tuple[str, str], Suggestion] = {}
    asked = (s for suggester in SUGGESTERS.values() for s in suggester(term, grounds))
    for suggestion in (*asked, *further):
        key = suggestion.language, LANGUAGES[suggestion.language].fold(suggestion.term)
        held = best.get(key)
        if suggestion.language in to and (held is None or held.strength < suggestion.strength):
            best[key] = suggestion
    ordered = sorted(best.values(), key=lambda s: -s.strength)
    return tuple(
        with_gender(suggestion)
        for language in TARGETS
        for suggestion in [s for s in ordered if s.language == language][:limit]
    )
