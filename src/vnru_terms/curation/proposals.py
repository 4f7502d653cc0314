"""What the desk proposes for a new concept; a person sees every one of it before it is written.

The id comes from the English term, the subject field from the near neighbours that share the head
word or most of the words, the part of speech from the kind, gender and number from the head noun
of the Russian term. Where there is doubt, nothing is proposed: of acronyms and indeclinable nouns
the dictionary's gender is too often the wrong one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence

from vnru_terms.curation.desk import key_of
from vnru_terms.curation.neighbours import Neighbour
from vnru_terms.lang.keys import words
from vnru_terms.lang.ru_grammar import gender_of, head, is_indeclinable
from vnru_terms.model import Candidate, Gender, Kind, Number, PartOfSpeech, TermEntry, TermType
from vnru_terms.text.normalise import strip_marks

# The head word says more of the subject field than any other word.
HEAD_BONUS = 0.5
_ARTICLES = frozenset(("a", "an", "the"))
# Names of devices: Windows cannot check such a file out.
_NO_FILE_NAMES = frozenset(("con", "nul", "aux", "prn"))
_NOT_IN_IDS = re.compile(r"[^a-z0-9]+")
_PARTS_OF_SPEECH = {Kind.VERB: PartOfSpeech.VERB, Kind.FORMULA: PartOfSpeech.OTHER}


def propose_id(english: str, taken: Collection[str]) -> str:
    """An id made of an English term, with a number where it is taken; '' where nothing is left.

    >>> propose_id("the Treaty of Friendship", ()), propose_id("visit", {"visit", "visit-2"})
    ('treaty-of-friendship', 'visit-3')
    """
    bare = strip_marks(english.replace("'", "").replace("’", "")).lower()
    parts = [part for part in _NOT_IN_IDS.split(bare) if part]
    if parts and parts[0] in _ARTICLES:
        parts = parts[1:]
    # An id begins with a letter: 75th-anniversary would be none.
    first = next((i for i, part in enumerate(parts) if part[0].isalpha()), len(parts))
    if first == len(parts):
        return ""
    id = "-".join([*parts[first:], *parts[:first]])
    numbers = (f"{id}-{n}" for n in range(2, len(taken) + 3))
    free = (one for one in (id, *numbers) if one not in taken and one not in _NO_FILE_NAMES)
    return next(free, "")


def propose_subject_field(candidate: Candidate, neighbours: Sequence[Neighbour]) -> str:
    """The subject field of most neighbours, nearer ones weighing more; '' without any."""
    votes: dict[str, float] = defaultdict(float)
    first = key_of(candidate.term).split()[:1]
    for neighbour in neighbours:
        same_head = key_of(neighbour.term.surface).split()[:1] == first
        votes[neighbour.entry.subject_field] += neighbour.nearness + HEAD_BONUS * same_head
    return max(sorted(votes), key=lambda slug: votes[slug]) if votes else ""


def propose_part_of_speech(kind: Kind) -> PartOfSpeech:
    """A noun, but for verbs and formulas."""
    return _PARTS_OF_SPEECH.get(kind, PartOfSpeech.NOUN)


def propose_type(term: str) -> TermType | None:
    """An acronym where one word is all capitals (ЕАЭС, ASEAN, ĐTCLTD)."""
    is_one_word = len(term) > 1 and term.isalpha()
    return TermType.ACRONYM if is_one_word and term.isupper() else None


def propose_gender(russian: str) -> Gender | None:
    """The gender of the head noun, where the dictionary leaves no doubt.

    >>> propose_gender("всеобъемлющее стратегическое партнёрство")
    <Gender.NEUTER: 'neuter'>
    >>> propose_gender("ЕАЭС"), propose_gender("совместное коммюнике")
    (None, None)
    """
    if any(propose_type(word) for word in words(russian)[:1]) or is_indeclinable(russian):
        return None
    gender = gender_of(russian)
    return Gender(gender) if gender else None


def propose_indeclinable(russian: TermEntry) -> bool:
    """Whether a noun is to be marked indeclinable; of an acronym its type says enough."""
    return russian.type is not TermType.ACRONYM and is_indeclinable(russian.term)


def propose_number(russian: str) -> Number | None:
    """The plural where the head noun stands in it (переговоры, верительные грамоты), else None."""
    _word, readings = head(russian)
    plural = bool(readings) and all(r.number == "plural" for r in readings)
    return Number.PLURAL if plural else None
