"""Suggest equivalents by analogy with the glossary's own terms.

As “Bộ trưởng Bộ Quốc phòng” is «министр обороны», so “Bộ trưởng Bộ Y tế” is that with the
equivalent of y tế in the place, and the case, of that of quốc phòng. For every part of the term
that the glossary knows (`suggest_parts`) the models are the terms that differ in that part only and
have another known part there (`_models`). What the languages do with it says lang/phrases.py;
nothing is proposed that they cannot put together grammatically.

Each concept that serves as a model speaks once for what it leads to (`_weight`); several that lead
to the same words raise each other, and what the models agree on is stronger than one of many ways
(`_strengths`). The constants were settled by hiding the glossary's concepts one by one
(benchmarks/suggestions.py); where even the best is weaker than `_LEAST_BEST`, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice, takewhile
from math import prod, sqrt

from vnru_terms.curation.neighbours import words_of
from vnru_terms.curation.suggest_grounds import (
    TARGETS,
    Grounds,
    Sense,
    Suggestion,
    equivalents,
)
from vnru_terms.curation.suggest_names import is_foreign
from vnru_terms.curation.suggest_parts import Part, is_idiom, parts_of
from vnru_terms.curation.suggest_rewrites import Words
from vnru_terms.lang import LANGUAGES
from vnru_terms.lang.keys import words as words_in
from vnru_terms.lang.phrases import PHRASES
from vnru_terms.messages import _
from vnru_terms.model import Kind

# Of a concept's terms in a language so many are tried, preferred first.
_TRIED = 3
_SHORT_WORD = 3
# No single model is believed more; of one in another number half.
_LOUDEST = 0.9
_OF_SHIFTED = 0.5
# Below the first more are wrong than right; below the second hardly any is right.
_LEAST_BEST, _LEAST = 0.4, 0.25
_CALIBRATION, _MOST = 1.2, 0.95


@dataclass(frozen=True, slots=True)
class Model:
    """A term that differs from the asked one in a part only: the concept, and that part's."""

    whole: Sense
    part: Sense


@dataclass
class _Tally:
    """What the models say for one rendering; filled while they are asked."""

    text: str
    model: Model
    part: Part
    shown: str
    best: float = 0.0
    weights: dict[str, float] = field(default_factory=dict)

    @property
    def weight(self) -> float:
        """What all models say together, as if each were right on its own."""
        return 1 - prod(1 - weight for weight in self.weights.values())


def composed(term: str, grounds: Grounds) -> Iterator[Suggestion]:
    """What the glossary's terms give by analogy."""
    words = words_of(term)
    tallies: dict[tuple[str, str], _Tally] = {}
    for part in parts_of(term, grounds):
        for model in _models(words, part, grounds):
            for language in TARGETS:
                for rendering in _renderings(language, part, model, words):
                    _count(tallies, language, part, model, *rendering)
    for language in TARGETS:
        found = [tally for (code, _key), tally in tallies.items() if code == language]
        for tally, strength in _strengths(found):
            yield _suggestion(language, tally, strength)


def _strengths(tallies: Sequence[_Tally]) -> list[tuple[_Tally, float]]:
    """The renderings worth showing, with what speaks for each and its share of all."""
    weights = [tally.weight for tally in tallies]
    together = sum(weights)
    strengths = [min(_MOST, _CALIBRATION * w / sqrt(together)) for w in weights]
    if max(strengths, default=0.0) < _LEAST_BEST:
        return []
    pairs = zip(tallies, strengths, strict=True)
    return [(tally, strength) for tally, strength in pairs if strength >= _LEAST]


def _suggestion(language: str, tally: _Tally, strength: float) -> Suggestion:
    reason = _("as “{model}” ({equivalent}), with “{part}”").format(
        model=tally.model.whole.term.surface,
        equivalent=tally.shown,
        part=tally.part.sense.term.surface,
    )
    used = (tally.model.whole.entry, tally.part.sense.entry)
    concepts = tuple(entry.id for entry in used if not is_foreign(entry))
    return Suggestion(language, tally.text, reason, strength, None, concepts)


def _count(
    tallies: dict[tuple[str, str], _Tally],
    language: str,
    part: Part,
    model: Model,
    text: str,
    shown: str,
    weight: float,
) -> None:
    key = language, LANGUAGES[language].fold(text)
    tally = tallies.setdefault(key, _Tally(text, model, part, shown))
    id = model.whole.entry.id
    tally.weights[id] = max(weight, tally.weights.get(id, 0.0))
    if weight > tally.best:
        tally.text, tally.model, tally.part = text, model, part
        tally.shown, tally.best = shown, weight


def _models(words: Words, part: Part, grounds: Grounds) -> Iterator[Model]:
    """The terms that have another known part where the asked one has this."""
    before, after = words[: part.start], words[part.end :]
    own = part.sense.entry
    for longer in grounds.around(before, after):
        other = longer[part.start : len(longer) - len(after)]
        if other == words[part.start : part.end] or is_idiom(other, longer):
            continue
        for whole in grounds.permitted(longer):
            for inner in grounds.permitted(other):
                same = inner.entry.id in (whole.entry.id, own.id) or whole.entry.id == own.id
                verbs = (inner.entry.kind is Kind.VERB) == (own.kind is Kind.VERB)
                if not same and verbs:
                    yield Model(whole, inner)


def _renderings(
    language: str, part: Part, model: Model, words: Words
) -> Iterator[tuple[str, str, float]]:
    """The model's equivalents with the part's in place: text, the model's own, weight."""
    for i, whole in enumerate(islice(equivalents(model.whole.entry, language), _TRIED)):
        made = (
            *_exchanged(language, whole.surface, model.part, part.sense),
            *_carried_over(language, whole.surface, model.part, part.sense),
        )
        for text, rank in made:
            weight = _weight(part, model, words) * 0.7**i * rank
            yield text, whole.surface, min(_LOUDEST, weight)


def _exchanged(language: str, text: str, old: Sense, new: Sense) -> Iterator[tuple[str, float]]:
    """A text with a term of the new concept for one of the old, and how preferred both are."""
    phrases = PHRASES[language]
    for j, inner in enumerate(equivalents(old.entry, language)):
        for place in phrases.find(inner.surface, text):
            for k, own in enumerate(islice(equivalents(new.entry, language), _TRIED)):
                if own.part_of_speech and inner.part_of_speech not in (own.part_of_speech, None):
                    continue
                result = phrases.fill(place, own.surface)
                if result is not None and not _says_twice(result):
                    yield result, 0.7**j * 0.4**k * (_OF_SHIFTED if place.shifted else 1.0)


def _carried_over(language: str, text: str, old: Sense, new: Sense) -> Iterator[tuple[str, float]]:
    """What the text does to the old term, done to the new one, where both go on alike.

    Министерство | иностранных дел became заместитель министра | иностранных дел, and so
    Министерство | обороны becomes заместитель министра | обороны.
    """
    whole = text.split()
    for j, inner in enumerate(equivalents(old.entry, language)):
        words = inner.surface.split()
        n = _common_end(whole, words)
        begins = " ".join(words[: len(words) - n]) + " "
        for k, own in enumerate(islice(equivalents(new.entry, language), _TRIED)):
            if 0 < n < min(len(whole), len(words)) and own.surface.startswith(begins):
                rest = own.surface[len(begins) :]
                yield " ".join((*whole[: len(whole) - n], rest)), 0.7**j * 0.4**k


def _common_end(one: Sequence[str], other: Sequence[str]) -> int:
    pairs = zip(reversed(one), reversed(other), strict=False)
    return len([*takewhile(lambda pair: pair[0] == pair[1], pairs)])


def _says_twice(text: str) -> bool:
    """Whether a longer word stands there twice: the part had been said by the rest already."""
    said = [word for word in words_in(text.casefold()) if len(word) > _SHORT_WORD]
    return len(said) != len(set(said))


def _weight(part: Part, model: Model, words: Words) -> float:
    """How much one model says, from 0 to 1.

    More, the less of the asked term is put in, and the more that is like what it replaces: in
    kind, subject field, and a syllable.
    """
    one, other = part.sense.entry, model.part.entry
    weight = 0.5 * part.likely * (2 - (part.end - part.start) / len(words))
    weight *= 1.0 if one.kind is other.kind else 0.4
    weight *= 1.0 if one.subject_field == other.subject_field else 0.75
    # A name with capitals is no model for a phrase without: Huân chương Hữu nghị.
    weight *= 0.25 if part.is_plain and _has_capitals(part, model) else 1.0
    shared = set(words[part.start : part.end]) & set(words_of(model.part.term.surface))
    return weight * (1.0 if shared else 0.75)


def _has_capitals(part: Part, model: Model) -> bool:
    """Whether the model has capitals in what it shares with the asked term."""
    shown = model.whole.term.surface.split()
    length = len(words_of(model.part.term.surface))
    shared = [*shown[: part.start], *shown[part.start + length :]]
    return any(word[:1].isupper() for word in shared)
