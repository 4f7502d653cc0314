"""Other tools' rules for a term in a translation, restated: none of them is a library.

Weblate (weblate/checks/glossary.py): every term of the source, those inside longer ones too, wants
one of its targets as written, between word boundaries, whatever its case; a forbidden target must
not stand there. OmegaT (its glossary matches with a stemming tokenizer): every word of the term has
its stem in the text, next to each other; Snowball stems stand for the stemmer. Neither knows the
longest match, homonyms by concept, е for ё, numbers or names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

import snowballstemmer

from vnru_terms.model import ConceptEntry, Status

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_STEMMERS = {"ru": "russian", "en": "english"}


@dataclass(frozen=True)
class Rule:
    """A rule: how a term is found in a text."""

    name: str
    stems: bool

    def keys(self, text: str, language: str) -> str:
        """The text as the rule compares it, a space at both ends."""
        words = [word.lower() for word in _WORD.findall(text)]
        if self.stems and language in _STEMMERS:
            words = snowballstemmer.stemmer(_STEMMERS[language]).stemWords(words)
        return f" {' '.join(words)} "


WEBLATE = Rule("Weblate", stems=False)
OMEGAT = Rule("OmegaT", stems=True)


class Peer:
    """A rule over a glossary: its terms by language, as the rule compares them."""

    def __init__(self, rule: Rule, entries: Iterable[ConceptEntry]) -> None:
        self.rule = rule
        self.entries = list(entries)
        self._sources: dict[tuple[str, str], dict[str, set[str]]] = {}

    def missing(self, source: str, target: str, pair: tuple[str, str]) -> set[str]:
        """The concepts that stand in the source and by the rule not in the target."""
        there, here = (self.rule.keys(t, c) for t, c in zip((source, target), pair, strict=True))
        found = set()
        for term, concepts in self._terms(pair).items():
            if term not in there:
                continue
            if not any(target in here for c in concepts for target in self._targets(c, pair[1])):
                found |= concepts
        return found

    def held(self, source: str, pair: tuple[str, str]) -> bool:
        """Whether a source holds a term at all."""
        there = self.rule.keys(source, pair[0])
        return any(term in there for term in self._terms(pair))

    def forbidden(self, target: str, language: str, term: str) -> bool:
        """Whether the rule sees a forbidden term in a target."""
        return self.rule.keys(term, language) in self.rule.keys(target, language)

    def _terms(self, pair: tuple[str, str]) -> dict[str, set[str]]:
        if pair not in self._sources:
            self._by_id = {entry.id: entry for entry in self.entries}
            table: dict[str, set[str]] = {}
            for entry in self.entries:
                if any(t.is_permitted for t in entry.terms(pair[1])):
                    for term in entry.terms(pair[0]):
                        if term.is_permitted:
                            key = self.rule.keys(term.surface, pair[0])
                            table.setdefault(key, set()).add(entry.id)
            self._sources[pair] = table
            self._cached: dict[tuple[str, str], list[str]] = {}
        return self._sources[pair]

    def _targets(self, concept: str, language: str) -> list[str]:
        key = (concept, language)
        if key not in self._cached:
            terms = self._by_id[concept].terms(language)
            self._cached[key] = [
                self.rule.keys(t.surface, language)
                for t in terms
                if t.status in (Status.PREFERRED, Status.ADMITTED)
            ]
        return self._cached[key]
