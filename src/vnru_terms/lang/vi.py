"""Vietnamese: keys and dictionary order.

The order is that of Vietnamese dictionaries (Vũ Xuân Lương, Vietlex, «Quy tắc sắp xếp đơn vị từ
vựng trong từ điển tiếng Việt»): syllable by syllable, in each the letters first (a ă â b c d đ …),
then its tone (ngang, huyền, hỏi, ngã, sắc, nặng), then the next syllable; lower case before upper.
CLDR has the same letters and tones but compares whole strings, which would tear `ba, ba ba, bà`
apart.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache

from vnru_terms.lang.homographs import Sight
from vnru_terms.lang.keys import bind_figures, exact_key, folded_key, no_lemma
from vnru_terms.lang.language import Language
from vnru_terms.lang.recipe import Phrase, Recipe
from vnru_terms.lang.token_keys import split_tone, vietnamese_key

ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"

_RANK = {letter: i for i, letter in enumerate(ALPHABET, start=1)}


def tone_key(text: str) -> str:
    """Case, dashes and tone placement folded, diacritics kept: `Hoà` and `hòa` are one.

    >>> tone_key("Ủy ban Á – Âu") == tone_key("uỷ ban á-âu")
    True
    """
    return " ".join(map(_syllable_key, exact_key(text).casefold().replace("-", " ").split(" ")))


@lru_cache(maxsize=1 << 14)
def _syllable_key(syllable: str) -> str:
    bare, tone = split_tone(syllable)
    return f"{bare}{tone or ''}"


def sort_key(text: str) -> tuple[object, ...]:
    """The order of a Vietnamese dictionary; see the module's head."""
    key = []
    for syllable in exact_key(text).replace("-", " ").split():
        bare, tone = split_tone(syllable)
        letters = tuple(_RANK.get(c, 0) or ord(c) + 100 for c in bare.lower())
        key.append((letters, tone, bare.swapcase()))
    return (tuple((letters, tone) for letters, tone, _case in key), tuple(c for *_x, c in key))


def section(text: str) -> str:
    """The heading letter: the first letter with its vowel mark, without its tone; else `#`.

    >>> section("ủy ban"), section("Ưu tiên"), section("75 năm")
    ('U', 'Ư', '#')
    """
    bare, _tone = split_tone(text[:1])
    return bare.upper() if bare.lower() in _RANK else "#"


# Open syllables whose tone the new orthography puts on the first vowel of the pair: hòa, not hoà
# (Quyết định 1989/QĐ-BGDĐT of 2018). After q the u is part of the consonant: quý.
_OLD_PLACEMENT = re.compile(
    r"(?<!q)(o)([àảãáạèẻẽéẹ])(?!\w)|(?<!q)(u)([ỳỷỹýỵ])(?!\w)", re.IGNORECASE
)

# A quick no to texts without such a pair.
_OPEN_PAIR = re.compile("[oO][àảãáạèẻẽéẹÀẢÃÁẠÈẺẼÉẸ]|[uU][ỳỷỹýỵỲỶỸÝỴ]")


def misplaced_tone(text: str) -> list[tuple[str, str]]:
    """The words with the old tone placement, each with the new one.

    >>> misplaced_tone("Uỷ ban hoà giải của quý vị")
    [('Uỷ', 'Ủy'), ('hoà', 'hòa')]
    """
    found = []
    for word in exact_key(text).replace("-", " ").split():
        better = _OLD_PLACEMENT.sub(_move_tone, word)
        if better != word:
            found.append((word, better))
    return found


def new_placement(text: str) -> str:
    """The text with every tone where the new orthography puts it.

    >>> new_placement("Toà soạn: chia sẻ của quý vị")
    'Tòa soạn: chia sẻ của quý vị'
    """
    return _OLD_PLACEMENT.sub(_move_tone, text) if _OPEN_PAIR.search(text) else text


def _move_tone(match: re.Match[str]) -> str:
    first, second = match[1] or match[3], match[2] or match[4]
    decomposed = unicodedata.normalize("NFD", second)
    return unicodedata.normalize("NFC", first + decomposed[1:]) + decomposed[0]


def recipes(phrase: Phrase) -> tuple[Recipe, ...]:
    """The forms of a term in a running text; see `vi_keys`."""
    # Here and not above: look-up does without.
    from vnru_terms.lang.vi_keys import vietnamese_recipes

    return vietnamese_recipes(phrase)


def weigh(sight: Sight) -> int:
    """Whether a match is the term in its sentence; see `vi_compounds`."""
    return _weigher()(sight)


@cache
def _weigher() -> Callable[[Sight], int]:
    # Here and not above: look-up does without.
    from vnru_terms.lang import vi_compounds

    return vi_compounds.weigh


VIETNAMESE = Language(
    code="vi",
    endonym="Tiếng Việt",
    plural_forms="nplurals=1; plural=0;",
    fold=folded_key,
    lemma_key=no_lemma,
    sort_key=sort_key,
    section=section,
    bind=bind_figures,
    spelling=tone_key,
    token_key=vietnamese_key,
    recipes=recipes,
    compounds="dashes",
    weigh=weigh,
)
