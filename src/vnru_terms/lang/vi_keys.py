"""Vietnamese: the spellings of a term in a running text.

Nothing inflects. A dash may be missing between the syllables of a loan word or a compound (vắc-xin,
vắc xin), and some nouns that only introduce (cuộc, chuyến, sự, mối) come and go before the term;
they are no part of it.
"""

from __future__ import annotations

from vnru_terms.lang.recipe import Phrase, Recipe, fixed_recipes


def vietnamese_recipes(phrase: Phrase) -> tuple[Recipe, ...]:
    """The term, and the spellings given for it."""
    return fixed_recipes(phrase)
