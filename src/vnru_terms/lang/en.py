"""English: keys, dictionary order, singulars of nouns."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from vnru_terms.lang.homographs import Sight
from vnru_terms.lang.keys import bare_words, bind_figures, exact_key, folded_key
from vnru_terms.lang.language import Language
from vnru_terms.lang.recipe import Phrase, Recipe
from vnru_terms.lang.token_keys import english_key

# Ending of a plural, ending of the singular; of the first rule that fits, all results are plausible
# (houses: house or hous; processes: process or processe). After D. Harman, «How effective is
# suffixing?», JASIS 42 (1991): the S-stemmer, with the sibilants added.
_PLURALS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (re.compile(r"(?<=[^aeio])ies$"), ("y",)),  # treaties, not ties
    (re.compile(r"(?<=ss|ch|sh)es$|(?<=x)es$"), ("", "e")),  # processes, boxes, axes
    (re.compile(r"(?<=[sz])es$"), ("e", "")),  # houses, buses
    (re.compile(r"(?<=[^us])s$(?<!is)"), ("",)),  # talks, not status, process, crisis
)
_IRREGULAR = {
    "analyses": "analysis",
    "axes": "axis",
    "bases": "basis",
    "children": "child",
    "crises": "crisis",
    "criteria": "criterion",
    "feet": "foot",
    "halves": "half",
    "leaves": "leaf",
    "lives": "life",
    "media": "medium",
    "memoranda": "memorandum",
    "men": "man",
    "news": "news",
    "people": "people",
    "peoples": "people",
    "phenomena": "phenomenon",
    "selves": "self",
    "series": "series",
    "shelves": "shelf",
    "species": "species",
    "theses": "thesis",
    "wives": "wife",
    "wolves": "wolf",
    "women": "woman",
}
IRREGULAR_PLURALS = {
    singular: plural for plural, singular in _IRREGULAR.items() if singular != plural
}
# Irregular in compounds too: statesmen, servicewomen.
_MEN = re.compile(r"(?<=\w)men$")
# American endings as the British write them: organization, center, defense, labor.
_BRITISH: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"iz(?=e$|ed$|ing$|ation$|ational$)"), "is"),
    (re.compile(r"(?<=\w\w)ense$"), "ence"),
    (re.compile(r"^(cent|met|theat)er$"), r"\1re"),
    (re.compile(r"^(neighb|lab|hon|fav|col|behavi|harb|end?eav)or$"), r"\1our"),
    (re.compile(r"^program$"), "programme"),
)

# What the policy of spelling is held to: only endings that are American beyond doubt.
_AMERICAN: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?<=\w{3})(?<!aps|wns|res|ers)iz(?=(?:e[drs]?|ing|ations?|ational)$)"), "is"),
    (re.compile(r"yz(?=(?:e[ds]?|ing)$)"), "ys"),
    (re.compile(r"^(def|off|pret)ense(?=(?:s|less)?$)"), r"\1ence"),
    (re.compile(r"^(cent|theat)er(?=s?$)"), r"\1re"),
    (
        re.compile(
            r"^(neighb|lab|hon|fav|col|behavi|harb|endeav|rum|arm)or"
            r"(?=(?:s|ed|ing|er|al|able|ably|ite|ful|hood|less|ly|y)?$)"
        ),
        r"\1our",
    ),
    (re.compile(r"^program(?=s?$)"), "programme"),
    (re.compile(r"^(counsel|travel|cancel)(?=(?:ed|ing|[eo]rs?)$)"), r"\1l"),
    (re.compile(r"^(fulfil|enrol)l(?=(?:s|ment)?$)"), r"\1"),
)


def british_spelling(word: str) -> str:
    """A word of American spelling as the British write it, any other as it is.

    Stricter than what `lemmas` folds for matching: size, prize and capsize stay.

    >>> british_spelling("normalization"), british_spelling("program"), british_spelling("size")
    ('normalisation', 'programme', 'size')
    """
    for american, ending in _AMERICAN:
        word = american.sub(ending, word)
    return word


def lemmas(word: str) -> tuple[str, ...]:
    """The singulars that a word may have, likeliest first, in British spelling.

    >>> lemmas("treaties"), lemmas("houses"), lemmas("consultation"), lemmas("organizations")
    (('treaty',), ('house', 'hous'), ('consultation',), ('organisation',))
    """
    word = word.lower()
    singulars = [_IRREGULAR.get(word) or _MEN.sub("man", word)]
    if singulars == [word] and word not in _IRREGULAR and len(word) > 3:
        for plural, endings in _PLURALS:
            if plural.search(word):
                singulars = [plural.sub(ending, word) for ending in endings]
                break
    return tuple(dict.fromkeys(_british(singular) for singular in singulars))


def lemma_key(text: str) -> str:
    """The likeliest singular of every word, joined.

    >>> lemma_key("Political Consultations") == lemma_key("political consultation")
    True
    """
    return " ".join(lemmas(word)[0] for word in bare_words(text))


def _british(word: str) -> str:
    for american, ending in _BRITISH:
        word = american.sub(ending, word)
    return word


def sort_key(text: str) -> tuple[object, ...]:
    """Word by word; a hyphen counts as a space.

    Of words that are equal so, those without diacritics come first, then those in small letters.
    """
    folded, exact = folded_key(text).replace("-", " "), exact_key(text)
    return (tuple(folded.split()), exact.casefold(), exact.swapcase())


def section(text: str) -> str:
    """The heading letter, or `#`."""
    first = folded_key(text)[:1].upper()
    return first if "A" <= first <= "Z" else "#"


def recipes(phrase: Phrase) -> tuple[Recipe, ...]:
    """The forms of a term in a running text; see `en_forms`."""
    # Here and not above: look-up does without.
    from vnru_terms.lang.en_forms import english_recipes

    return english_recipes(phrase)


def weigh(sight: Sight) -> int:
    """Whether a match is the term in its sentence; see `en_homographs`."""
    return _weigher()(sight)


@cache
def _weigher() -> Callable[[Sight], int]:
    # Here and not above: look-up does without.
    from vnru_terms.lang import en_homographs

    return en_homographs.weigh


ENGLISH = Language(
    code="en",
    endonym="English",
    plural_forms="nplurals=2; plural=(n != 1);",
    fold=folded_key,
    lemma_key=lemma_key,
    sort_key=sort_key,
    section=section,
    bind=bind_figures,
    lemmas=lemmas,
    marks={"singular": "sing.", "plural": "pl."},
    token_key=english_key,
    recipes=recipes,
    compounds="words",
    weigh=weigh,
    after_word=re.compile(r"['’ʼ‘`´′＇]s?\Z"),
)
