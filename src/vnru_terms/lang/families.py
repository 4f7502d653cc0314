"""Words of one family: подписать, подписание; Китай, китайский; to ratify, ratification.

A translator may turn a verb into its noun, or a country into its adjective; such a word is not the
equivalent, but neither is it a wrong one. Two words are of one family where their stems, bared of
endings and of the suffixes of derivation, are alike but for the last consonant's alternation. The
rule is wide on purpose: it only softens what the check says, it never finds a term.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from vnru_terms.lang.word_lists import entries

# A stem shorter than this says too little.
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Family:
    """What is taken off the ends of a language's words, and what alternates."""

    endings: frozenset[str]
    alternations: tuple[tuple[str, str], ...] = ()


_RUSSIAN = Family(
    entries("""
ированием, ирования, ированию, ировании, ирование, ировать, ировал, ировала, ировали, ирован,
ированный, ированных, ирует, ируют, ационный, ационная, ационного, ационной, ационных, ация, ации,
ацию, ацией, яция, ция, ции, цию, цией, ательный, ательная, ательного, ательной, ательных, тель,
теля, телей, телям, телями, ование, ования, ованию, овать, овал, овала, овали, ует, уют, уется,
уются, ённый, енный, енных, енная, енной, енного, енные, ением, ения, ению, ении, ение, ений,
анием, ания, анию, ании, ание, ский, ского, скому, ским, ском, ская, ской, скую, ское, ские, ских,
скими, ческий, ческого, ческой, ческих, ный, ного, ному, ным, ном, ная, ной, ную, ное, ные, ных,
ными, ность, ности, ностью, ость, ости, остью, ство, ства, ству, ством, стве, ать, ять, ить, еть,
уть, ал, ала, ало, али, ял, яла, яли, ил, ила, ило, или, ел, ела, ели, ает, ают, яет, яют, ит, ят,
ишь, ешь, ет, ут, ют, ться, тся, лся, лась, лось, лись, ся, сь, ия, ии, ию, ией, ие, ий, ям, ями,
ях, ам, ами, ах, ом, ем, ов, ев, ей, ой, ый, ая, яя, ое, ее, ые, ую, ым, ых, а, я, о, е, ы, и, у,
ю, ь
"""),
    (("щ", "т"), ("жд", "д"), ("ж", "д"), ("ш", "с"), ("ч", "т"), ("ц", "к"), ("вл", "в"),
     ("пл", "п"), ("бл", "б"), ("мл", "м")),
)  # fmt: skip
_ENGLISH = Family(
    entries("""
ification, ifications, ifying, ified, ifies, ify, isation, isations, ising, ised, ises, ise,
ization, izing, ized, izes, ize, ation, ations, ating, ated, ates, ate, ition, itions, tion, tions,
sion, sions, ion, ions, ment, ments, mental, ance, ence, ancy, ency, ity, al, ial, ical, ically,
ally, ic, ics, ive, ively, or, ors, er, ers, ian, ians, ean, an, ans, ese, ish, ing, ings, ed, es,
s, e, ly, y, ies, ied, a
"""),
    (("v", "f"), ("d", "s"), ("c", "t")),
)  # fmt: skip
FAMILIES: dict[str, Family] = {"ru": _RUSSIAN, "en": _ENGLISH}
_LONGEST = {code: max(map(len, family.endings)) for code, family in FAMILIES.items()}
_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=1 << 16)
def stem(word: str, language: str) -> str:
    """The bare stem of a word, or the word itself where its language derives nothing.

    >>> stem("китайской", "ru") == stem("Китай", "ru"), stem("ratification", "en")
    (True, 'ratif')
    """
    family = FAMILIES.get(language)
    bare = word.casefold().replace("ё", "е")
    if family is None:
        return bare
    longest, least = _LONGEST[language], _SHORTEST
    while found := _ending(bare, family.endings, min(longest, len(bare) - least)):
        bare, least = bare.removesuffix(found), _SHORTEST + 1
    for old, new in family.alternations:
        if bare.endswith(old) and len(bare) - len(old) + len(new) >= _SHORTEST:
            return bare.removesuffix(old) + new
    return bare


def _ending(word: str, endings: frozenset[str], at_most: int) -> str:
    """The longest of the endings that a word has, of so many letters at most, or ""."""
    for length in range(at_most, 0, -1):
        if word[-length:] in endings:
            return word[-length:]
    return ""


def akin(one: str, other: str) -> bool:
    """Whether two stems are of one family: equal, or one is the other with little behind it.

    >>> akin(stem("голосовать", "ru"), stem("голосование", "ru"))
    True
    >>> akin(stem("договор", "ru"), stem("довод", "ru"))
    False
    """
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    return len(short) >= _SHORTEST and long.startswith(short) and len(long) - len(short) < 3


def stems_in(text: str, language: str) -> frozenset[str]:
    """The stems of a text's words of four letters and more; none where nothing is derived."""
    if language not in FAMILIES:
        return frozenset()
    return frozenset(stem(word, language) for word in _WORD.findall(text) if len(word) >= _SHORTEST)
