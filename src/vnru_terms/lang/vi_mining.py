"""What mining has to know of Vietnamese: the record that the miner gets as an argument.

`vietnamese_mining` makes the frozen `MiningLanguage` of the word lists (`vi_words`, `vi_heads`,
`vi_formants`), the formulas (`vi_formulas`), the press's markers (`vi_press`) and the analyser
(`vi_analyser`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

from vnru_terms.lang import vi_formants, vi_heads, vi_words
from vnru_terms.lang.vi import tone_key
from vnru_terms.lang.vi_analyser import Analyser, underthesea_analyser
from vnru_terms.lang.vi_formulas import FORMULAS, Formula
from vnru_terms.lang.vi_press import MARKERS
from vnru_terms.lang.vi_syllables import is_native_syllable, is_running_text
from vnru_terms.text.body import BodyMarkers


@dataclass(frozen=True, slots=True, eq=False)
class MiningLanguage:
    """A language as the miner sees it; the word lists are folded by `key`.

    Equal to itself alone, so that what follows from its lists can be remembered by it.
    """

    code: str
    key: Callable[[str], str]
    analyser: Callable[[], Analyser]
    markers: BodyMarkers
    abbreviations: dict[str, str]
    function_words: frozenset[str]
    links: frozenset[str]
    determiners: frozenset[str]
    classifiers: frozenset[str]
    not_first: frozenset[str]
    not_last: frozenset[str]
    rarely_first: frozenset[str]
    rarely_last: frozenset[str]
    not_alone: frozenset[str]
    light_verbs: frozenset[str]
    tails: frozenset[str]
    need_complement: frozenset[str]
    strong_heads: frozenset[str]
    is_formed: Callable[[str], bool]
    predicates: frozenset[str]
    evaluative: frozenset[str]
    proper_institutions: frozenset[str]
    institutions: frozenset[str]
    documents: frozenset[str]
    events: frozenset[str]
    places: frozenset[str]
    offices: frozenset[str]
    addresses: frozenset[str]
    speakers: frozenset[str]
    surnames: frozenset[str]
    countries: frozenset[str]
    country_bearers: frozenset[str]
    units: frozenset[str]
    formants: frozenset[str]
    weak_formants: frozenset[str]
    weak_first: frozenset[str]
    state_forms: frozenset[str]
    levels: frozenset[str]
    name_tails: frozenset[str]
    name_stops: frozenset[str]
    transparent: frozenset[str]
    event_classifiers: frozenset[str]
    bare_classifiers: frozenset[str]
    suffixes: frozenset[str]
    office_complements: frozenset[str]
    complete_institutions: frozenset[str]
    is_native_syllable: Callable[[str], bool]
    is_running_text: Callable[[str], bool]
    set_words: frozenset[str]
    regions: frozenset[str]
    continents: frozenset[str]
    formulas: tuple[Formula, ...]
    fold_variants: Callable[[str], str]


# Longer texts are sentences, which do not come again.
LONGEST_WORD = 64
_ABBREVIATION = re.compile(
    r"(?<!\w)(?:"
    + "|".join(sorted(vi_heads.ABBREVIATIONS, key=len, reverse=True))
    + r")\b\.?(?= )",
    re.IGNORECASE,
)


@lru_cache(maxsize=65536)
def fold_variants(text: str) -> str:
    """The key under which the variants of a term are counted together.

    Case, tone placement and dashes are folded, abbreviations written out:

    >>> fold_variants("LB. Nga") == fold_variants("Liên bang Nga")
    True
    """
    written_out = _ABBREVIATION.sub(
        lambda m: vi_heads.ABBREVIATIONS[m.group().rstrip(".").lower()], text
    )
    return tone_key(written_out)


@lru_cache(maxsize=65536)
def _word_key(text: str) -> str:
    return tone_key(text)


def _key(text: str) -> str:
    """`tone_key`, remembered for words: the miner asks for the same ones over and over."""
    return _word_key(text) if len(text) < LONGEST_WORD else tone_key(text)


@cache
def _countries() -> frozenset[str]:
    """Short names of countries and cities: CLDR's territories, and our own short forms.

    CLDR lists Liên hợp quốc and Liên Minh Châu Âu as territories; they are institutions.
    """
    from babel import Locale

    names = {
        re.sub(r"\s*\(.*\)", "", str(name))
        for code, name in Locale("vi").territories.items()
        if len(code) == 2 and code not in {"UN", "EU", "EZ", "XA", "XB", "ZZ", "QO"}
    }
    return _folded(frozenset(names) | vi_heads.COUNTRY_SHORT_FORMS | vi_heads.CITIES)


@cache
def _formants() -> frozenset[str]:
    return _folded(vi_formants.FORMANTS)


def _is_formed(key: str) -> bool:
    """Whether a word is made of formants of the domain."""
    return any(syllable in _formants() for syllable in key.split())


def _folded(words: frozenset[str]) -> frozenset[str]:
    return frozenset(tone_key(w) for w in words)


@cache
def vietnamese_mining() -> MiningLanguage:
    """The record for Vietnamese; made on first use, because CLDR takes a moment to load."""
    return MiningLanguage(
        code="vi",
        key=_key,
        analyser=underthesea_analyser,
        markers=MARKERS,
        abbreviations=dict(vi_heads.ABBREVIATIONS),
        function_words=_folded(vi_words.FUNCTION_WORDS),
        links=_folded(vi_words.LINKS),
        determiners=_folded(vi_words.DETERMINERS),
        classifiers=_folded(vi_words.FOLDED_CLASSIFIERS),
        not_first=_folded(vi_words.NOT_FIRST),
        not_last=_folded(vi_words.NOT_LAST),
        rarely_first=_folded(vi_words.RARELY_FIRST),
        rarely_last=_folded(vi_words.RARELY_LAST),
        not_alone=_folded(vi_words.NOT_ALONE),
        light_verbs=_folded(vi_words.LIGHT_VERBS),
        tails=_folded(vi_words.TAILS),
        need_complement=_folded(vi_heads.NEED_COMPLEMENT),
        strong_heads=_folded(vi_heads.STRONG_HEADS),
        is_formed=_is_formed,
        predicates=_folded(vi_words.PREDICATES),
        evaluative=_folded(vi_words.EVALUATIVE),
        proper_institutions=_folded(vi_heads.PROPER_INSTITUTIONS),
        institutions=_folded(vi_heads.INSTITUTIONS),
        documents=_folded(vi_heads.DOCUMENTS),
        events=_folded(vi_heads.EVENTS),
        places=_folded(vi_heads.PLACES),
        offices=_folded(vi_heads.OFFICES),
        addresses=_folded(vi_heads.ADDRESSES),
        speakers=_folded(vi_heads.SPEAKERS),
        surnames=_folded(vi_heads.SURNAMES),
        countries=_countries(),
        country_bearers=_folded(vi_heads.COUNTRY_BEARERS),
        units=_folded(vi_heads.UNITS),
        formants=_folded(vi_formants.FORMANTS),
        weak_formants=_folded(vi_formants.WEAK_FORMANTS),
        weak_first=_folded(vi_heads.WEAK_FIRST),
        state_forms=_folded(vi_heads.STATE_FORMS),
        levels=_folded(vi_heads.LEVELS),
        name_tails=_folded(vi_heads.NAME_TAILS),
        name_stops=_folded(vi_heads.NAME_STOPS),
        transparent=_folded(vi_words.TRANSPARENT),
        event_classifiers=_folded(vi_words.EVENT_CLASSIFIERS),
        bare_classifiers=_folded(vi_words.BARE_CLASSIFIERS),
        suffixes=_folded(vi_heads.SUFFIXES),
        office_complements=_folded(vi_heads.OFFICE_COMPLEMENTS),
        complete_institutions=_folded(vi_heads.COMPLETE_INSTITUTIONS),
        is_native_syllable=is_native_syllable,
        is_running_text=is_running_text,
        set_words=_folded(vi_heads.SET_WORDS),
        regions=_folded(vi_heads.REGIONS),
        continents=_folded(vi_heads.CONTINENTS),
        formulas=FORMULAS,
        fold_variants=fold_variants,
    )
