"""What the dictionary of Russian knows of a term's words: gender, number, aspect, ё.

Words that the dictionary (pymorphy3, OpenCorpora) does not hold have no readings here: what it
guesses of them is no ground to correct a person. `head` finds the noun that a term's gender goes
by; `gender_of`, `is_indeclinable` and `aspect_of` say what can be said of it without doubt, and
`with_yo` gives the spelling with ё where the dictionary has no other.

All share the analyser of `lang/ru.py`, and every word is looked up once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from vnru_terms.lang.keys import words
from vnru_terms.lang.ru import analyser, parses_of

_GENDERS = {"masc": "masculine", "femn": "feminine", "neut": "neuter"}
_NUMBERS = {"sing": "singular", "plur": "plural"}
_ASPECTS = {"perf": "perfective", "impf": "imperfective"}
_MODIFIERS = frozenset(("ADJF", "PRTF"))
_SMALL_WORDS = frozenset(("ADVB", "CONJ", "PRCL", "NUMR", "ADJF", "PRTF"))
_VERBS = frozenset(("INFN",))


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a word; part of speech and case as OpenCorpora names them.

    `common` is a noun of both genders (глава, сирота); `fixed` is a word without endings.
    """

    part_of_speech: str
    gender: str = ""
    number: str = ""
    case: str = ""
    aspect: str = ""
    common: bool = False
    fixed: bool = False

    @property
    def genders(self) -> frozenset[str]:
        """The genders in which the word may stand; none where it has no singular."""
        both = ("masculine", "feminine") if self.common else ()
        return frozenset((*both, self.gender)) - {""}


@lru_cache(maxsize=65536)
def readings(word: str) -> tuple[Reading, ...]:
    """The readings that the dictionary has of a word, likeliest first; none if it has not got it.

    >>> readings("партнёрство")[0].gender, readings("зынг")
    ('neuter', ())
    """
    morph = analyser()
    word = word.lower()
    if not morph.word_is_known(word):
        return ()
    return tuple(_reading(parse.tag) for parse in parses_of(word))


def _reading(tag: object) -> Reading:
    grammemes: frozenset[str] = getattr(tag, "grammemes", frozenset())

    def one(names: dict[str, str]) -> str:
        return next((name for code, name in names.items() if code in grammemes), "")

    return Reading(
        part_of_speech=str(getattr(tag, "POS", "") or ""),
        gender=one(_GENDERS),
        number=one(_NUMBERS),
        case=str(getattr(tag, "case", "") or ""),
        aspect=one(_ASPECTS),
        common="ms-f" in grammemes or "Ms-f" in grammemes,
        fixed="Fixd" in grammemes,
    )


def _nouns(word: str) -> list[Reading]:
    """Nominative readings as a noun; one letter (и, в) is never the noun that its name is."""
    found = readings(word) if len(word) > 1 else ()
    return [r for r in found if r.case == "nomn" and r.part_of_speech == "NOUN"]


@lru_cache(maxsize=4096)
def _modifiers(word: str) -> tuple[Reading, ...]:
    """Nominative readings as an adjective or participle; of unknown words too.

    Endings give adjectives away, and the dictionary lacks вьетнамско-российский.
    """
    found = readings(word)
    if not found and not word.isupper():
        likeliest = sorted(parses_of(word.lower()), key=lambda parse: -parse.score)
        found = tuple(_reading(p.tag) for p in likeliest if "nomn" in p.tag)[:1]
    return tuple(r for r in found if r.case == "nomn" and r.part_of_speech in _MODIFIERS)


@lru_cache(maxsize=4096)
def head(term: str) -> tuple[str, tuple[Reading, ...]]:
    """The head noun of a term and its nominative readings; ("", ()) where there is doubt.

    It is the first noun in the nominative; adjectives that agree with it may stand before it. An
    adjective with no noun behind it that agrees is a noun itself (поверенный в делах).

    >>> head("всеобъемлющее стратегическое партнёрство")[0], head("рабочий визит")[0]
    ('партнёрство', 'визит')
    >>> head("временный поверенный в делах")[0], head("Вьетнамско-российский форум")[0]
    ('поверенный', 'форум')
    """
    found = words(term)
    for i, word in enumerate(found):
        nouns, modifiers = _nouns(word), _modifiers(word)
        if modifiers:
            return _modified(modifiers, found[i + 1 :]) or (word, tuple(nouns or modifiers))
        if nouns:
            return word, tuple(nouns)
        if not _is_small_word(word):
            break
    return "", ()


def _modified(
    modifiers: Sequence[Reading], rest: Sequence[str]
) -> tuple[str, tuple[Reading, ...]] | None:
    """The noun that an adjective belongs to, and its readings that agree.

    Between them stand other adjectives that agree and small words, nothing else; the last of the
    adjectives is the noun where no other follows (временный поверенный).
    """
    last: tuple[str, tuple[Reading, ...]] | None = None
    for i, word in enumerate(rest):
        nouns = tuple(n for n in _nouns(word) if any(_agree(m, n) for m in modifiers))
        further = tuple(f for f in _modifiers(word) if any(_agree(m, f) for m in modifiers))
        if nouns:
            # The noun of международное частное право is not частное.
            return (_modified(further, rest[i + 1 :]) if further else None) or (word, nouns)
        if further:
            last = word, further
        elif not _is_small_word(word):
            break
    return last


def _agree(modifier: Reading, noun: Reading) -> bool:
    if modifier.number == "plural" or noun.number == "plural":
        return modifier.number == noun.number
    return modifier.gender in noun.genders or not noun.genders


def _is_small_word(word: str) -> bool:
    """Whether a word may stand among the adjectives before a noun: и, социалистически, самый."""
    return any(r.part_of_speech in _SMALL_WORDS for r in readings(word))


def possible_genders(term: str) -> frozenset[str]:
    """The genders that the head noun may have; empty where the dictionary cannot say."""
    _word, found = head(term)
    if not found or any(r.number != "singular" or not r.genders for r in found):
        return frozenset()
    return frozenset(gender for r in found for gender in r.genders)


def gender_of(term: str) -> str:
    """The gender of the head noun where there is one only, else ''.

    >>> gender_of("временный поверенный в делах"), gender_of("глава государства")
    ('masculine', '')
    """
    genders = possible_genders(term)
    return next(iter(genders)) if len(genders) == 1 else ""


def is_indeclinable(term: str) -> bool:
    """Whether the dictionary has the head noun without endings in every reading.

    >>> is_indeclinable("совместное коммюнике"), is_indeclinable("посол")
    (True, False)
    """
    _word, found = head(term)
    return bool(found) and all(r.fixed for r in found)


def aspects_of(term: str) -> frozenset[str]:
    """The aspects of the first infinitive; both where one form serves both (ратифицировать).

    Homonyms count: проводить is imperfective to провести and perfective to провожать.

    >>> sorted(aspects_of("подписать договор"))
    ['perfective']
    """
    for word in words(term):
        verbs = [r for r in readings(word) if r.part_of_speech in _VERBS]
        if verbs:
            return frozenset(r.aspect for r in verbs)
    return frozenset()


@lru_cache(maxsize=65536)
def with_yo(word: str) -> str:
    """The word with ё where the dictionary has it so and not with е, else the word as it is.

    >>> with_yo("партнерство"), with_yo("Все"), with_yo("посол")
    ('партнёрство', 'Все', 'посол')
    """
    if "е" not in word.lower() or word.isupper():
        return word
    morph = analyser()
    lower = word.lower()
    spellings = morph.dictionary.words.similar_keys(lower, morph.char_substitutes)
    if len(spellings) != 1 or spellings[0] == lower or len(spellings[0]) != len(lower):
        return word
    return "".join(
        ("Ё" if old.isupper() else "ё") if new == "ё" else old
        for old, new in zip(word, spellings[0], strict=True)
    )


# Pairs of aspect that are two words.
_SUPPLETIVE = (
    frozenset(("взять", "брать")),
    frozenset(("говорить", "сказать")),
    frozenset(("положить", "класть")),
    frozenset(("поймать", "ловить")),
    frozenset(("пойти", "идти")),
)


def are_aspect_pair(one: str, other: str) -> bool:
    """Whether two verbs may be the two aspects of one; True where the dictionary cannot say.

    The dictionary knows aspects, not pairs: a pair begins alike (внести, вносить) or differs by a
    prefix only (почтить, чтить).

    >>> are_aspect_pair("подписать договор", "подписывать договор")
    True
    >>> are_aspect_pair("подписать", "утверждать"), are_aspect_pair("подписать", "подписал")
    (False, False)
    """
    aspects, others = aspects_of(one), aspects_of(other)
    if not aspects or not others:
        return not (readings(_first(one)) and readings(_first(other)))
    first, second = _verb(one), _verb(other)
    akin = (
        first[0] == second[0]
        or first.endswith(second[-4:])
        or second.endswith(first[-4:])
        or frozenset((first, second)) in _SUPPLETIVE
    )
    rest = set(words(other)) - {second} <= set(words(one)) - {first}
    return akin and rest and first != second and len(aspects | others) == 2


def _first(text: str) -> str:
    return next(iter(words(text)), "")


def _verb(text: str) -> str:
    found = (w for w in words(text) if any(r.part_of_speech in _VERBS for r in readings(w)))
    return next(found, "").lower()
