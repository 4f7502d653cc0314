"""Russian: which words of a noun phrase inflect, and how.

The head is the first noun whose nominative agrees with the adjectives before it; these follow it,
and so do a participle after a comma behind it (курс, направленный на) and an adjective that ends
the term (Папа Римский). Heads joined by a conjunction or a comma inflect together, each with its
own adjectives; if they differ in number, each keeps its own (наука и технологии). What stands
behind a head (a genitive, a prepositional phrase) stays as it is.

Start at `noun_phrase`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from vnru_terms.lang.recipe import Inflected, Phrase, Recipe, Token
from vnru_terms.lang.ru_grammar import readings
from vnru_terms.lang.ru_paradigm import (
    Cells,
    Noun,
    adjective,
    agreeing_cells,
    beside,
    noun,
    substantive,
)
from vnru_terms.lang.word_lists import entries
from vnru_terms.text.normalise import DASHES

# A value of `Phrase.number`: also the number that the citation form is not in (переговоры alone).
BOTH = "both"
JOINING = frozenset(("и", "или", "либо", ",", "/", *DASHES))
# Possessives without endings, before a noun: Его Превосходительство.
_THEIR = entries("его, ее, её, их")


@dataclass(slots=True)
class _Group:
    """A noun with the modifiers before it: places in the phrase."""

    head: Noun
    at: int
    modifiers: list[int] = field(default_factory=list)
    plural: bool = False


def noun_phrase(phrase: Phrase, tokens: Sequence[str]) -> Recipe | None:
    """The forms of a term whose head is a noun, or an adjective used as one; None without one."""
    asked = "" if phrase.number == BOTH else phrase.number
    first = _group(tokens, 0, phrase.gender, asked, phrase)
    if first is None:
        return None
    groups = [first, *_coordinated(tokens, first)]
    same = len({group.plural for group in groups}) == 1
    words: list[Token] = list(tokens)
    for group in groups:
        head = _cells_of(group, phrase.number, together=same)
        if not (phrase.indeclinable and group is first):
            words[group.at] = Inflected(head)
        for at in group.modifiers:
            cells = agreeing_cells(tokens[at], group.head)
            if cells:
                words[at] = Inflected(_narrowed(cells, group, phrase.number, together=same))
    _agreeing_behind(tokens, words, groups[-1], phrase.number, together=same)
    return Recipe(phrase.text, tuple(words), "noun")


def _cells_of(group: _Group, number: str, *, together: bool) -> Cells:
    """The head's cells as far as the term's number lets it use them."""
    return _narrowed(group.head.cells, group, number, together=together)


def _narrowed(cells: Cells, group: _Group, number: str, *, together: bool) -> Cells:
    singular, plural, none = cells[:6], cells[6:12], ((),) * 6
    if not together:
        # Heads of different number keep theirs; all stand in the first six cells.
        return (*(plural if group.plural else singular), *none, ())
    if number == BOTH:
        return cells
    if number == "plural" or group.plural:
        return (*none, *plural, ())
    if number == "singular":
        return (*singular, *none, ())
    return cells


def _group(
    tokens: Sequence[str], start: int, gender: str, number: str, phrase: Phrase
) -> _Group | None:
    """The noun that begins at a place, adjectives and small words first; None if there is none."""
    modifiers: list[int] = []
    for i in range(start, len(tokens)):
        word = tokens[i]
        modifies = is_modifier(word)
        if not modifies or not _noun_follows(tokens, i, gender, number):
            if phrase.indeclinable and not modifies and word not in JOINING:
                return _fixed_head(tokens, i, modifiers, phrase)
            head = _head_noun(word, tokens, modifiers, gender, number, person=phrase.title)
            if head is not None:
                plural = number == "plural" or _stands_in_plural(word, head)
                return _Group(head, i, modifiers, plural)
        if modifies:
            modifiers.append(i)
        elif not (is_small(word) or (modifiers and word in (",", "и"))):
            break
    if modifiers and phrase.part_of_speech != "other":
        # No noun behind: the last adjective is the noun.
        at = modifiers.pop()
        head = substantive(tokens[at], gender, number)
        if head is not None:
            return _Group(head, at, modifiers, number == "plural")
    return None


def _fixed_head(
    tokens: Sequence[str], at: int, modifiers: list[int], phrase: Phrase
) -> _Group | None:
    genders = {"masculine": "masc", "feminine": "femn", "neuter": "neut"}
    cells: Cells = ((tokens[at],),) * 13
    plural = phrase.number == "plural"
    known = noun(tokens[at], phrase.gender, person=phrase.title)
    animate = phrase.title if known is None else known.animate
    head = Noun(cells, genders.get(phrase.gender, "masc"), animate, plural)
    return _Group(head, at, modifiers, plural)


def _head_noun(
    word: str,
    tokens: Sequence[str],
    modifiers: Sequence[int],
    gender: str,
    number: str,
    *,
    person: bool = False,
) -> Noun | None:
    """The word as the head, if its nominative agrees with the adjectives before it."""
    if not word[0].isalnum() or (len(word) > 1 and word.isupper() and not modifiers):
        return None
    if any(r.part_of_speech in ("PREP", "CONJ") for r in readings(word)[:1]):
        return None
    numbers = [number] if number else ["singular", "plural"]
    for wanted in numbers:
        found = noun(word, gender, wanted, person=person)
        if found is None:
            continue
        if word.lower() not in found.cells[6 if wanted == "plural" else 0] and "-" not in word:
            continue
        if all(_agrees(tokens[m], found, plural=wanted == "plural") for m in modifiers):
            return found
    return None


def _agrees(word: str, head: Noun, *, plural: bool) -> bool:
    found = adjective(word) or {}
    label = "nomn plur" if plural or not head.gender else f"nomn {head.gender}"
    return word.lower() in found.get(label, ())


def _noun_follows(tokens: Sequence[str], at: int, gender: str, number: str) -> bool:
    """Whether behind an adjective and its like comes a noun that agrees with it."""
    for i in range(at + 1, len(tokens)):
        word = tokens[i]
        if word[0].isalpha() and _head_noun(word, tokens, [at], gender if at == 0 else "", number):
            return True
        if not (is_modifier(word) or is_small(word) or word in (",", "и", "или")):
            return False
    return False


def _stands_in_plural(word: str, head: Noun) -> bool:
    return head.plural_only or (word.lower() not in head.cells[0] and word.lower() in head.cells[6])


def is_modifier(word: str) -> bool:
    found = adjective(word) if word[0].isalpha() else None
    if not found:
        return False
    lower = word.lower()
    return any(lower in found.get(f"nomn {g}", ()) for g in ("masc", "femn", "neut", "plur"))


def is_small(word: str) -> bool:
    """Whether a word may stand among the adjectives before a noun: социалистически, особо."""
    if word.lower() in _THEIR:
        return True
    return any(r.part_of_speech in ("ADVB", "PRCL") for r in readings(word)[:1])


def _coordinated(tokens: Sequence[str], first: _Group) -> list[_Group]:
    """The further heads: right behind a conjunction, or, after a genitive, only if nominative."""
    groups = []
    blank = Phrase("")
    at, direct = first.at + 1, True
    while at < len(tokens) - 1:
        word = tokens[at].lower()
        if word in JOINING and (word not in DASHES or (direct and _common(tokens, at))):
            group = _group(tokens, at + 1, "", "", blank)
            if group is not None and word == "," and is_modifier(tokens[group.at]):
                # A participle behind its noun, no second head: вьетнамцы, проживающие за рубежом.
                group = None
            if group is not None and (direct or _only_nominative(tokens[group.at])):
                if word in DASHES:
                    head = group.head
                    cells = beside(first.head, head)
                    group.head = Noun(cells, head.gender, head.animate, head.plural_only)
                groups.append(group)
                at, direct = group.at + 1, True
                continue
            direct = False
        elif any(r.part_of_speech == "PREP" for r in readings(word)[:1]):
            break
        else:
            direct = False
        at += 1
    return groups


def _common(tokens: Sequence[str], dash: int) -> bool:
    """Whether a common noun stands behind a dash (государства — члены), not a name."""
    return tokens[dash + 1][:1].islower()


def _only_nominative(word: str) -> bool:
    """Whether a noun cannot be a genitive: among genitives it would be one of them."""
    cases = {r.case for r in readings(word) if r.part_of_speech == "NOUN"}
    return bool(cases) and not cases & {"gent", "gen2"}


def _agreeing_behind(
    tokens: Sequence[str], words: list[Token], group: _Group, number: str, *, together: bool
) -> None:
    """What agrees with the head behind it: after a comma (курс, направленный на), or at the end."""
    for i in range(group.at + 1, len(tokens)):
        ends = i == group.at + 1 == len(tokens) - 1
        if not (ends or tokens[i - 1] == ",") or not isinstance(words[i], str):
            continue
        if is_modifier(tokens[i]) and _agrees(
            tokens[i], group.head, plural=group.plural or number == "plural"
        ):
            cells = agreeing_cells(tokens[i], group.head)
            if cells:
                words[i] = Inflected(_narrowed(cells, group, number, together=together))
