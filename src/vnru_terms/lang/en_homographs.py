"""English: whether a match is the term in its sentence, from its neighbours.

Capitals in the middle of a sentence make names of common words (State Street, Henry Chancellor),
but titles of offices have them too (the German Chancellor); a few plurals are words of their own
(customs).
"""

from __future__ import annotations

from vnru_terms.lang.homographs import CERTAIN, DOUBTFUL, Sight
from vnru_terms.lang.word_lists import entries

# Plurals that are mostly words of their own: customs rules are no custom.
_OTHER_PLURALS = {"custom": "customs"}
# In small letters no title: general, head, major.
_COMMON = entries("general, governor, head, king, major, master, platform, private, quad, state")
_ADDRESSES = entries("""
avenue, boulevard, building, college, drive, hill, hotel, island, islands, lane, library, mountain,
museum, park, road, square, station, street, tower, valley
""")
_LOCAL = entries("in, at, near, from, of, to, around, outside")
# Adjectives of nations and what else stands with a capital before an office.
_NATIONAL_ENDINGS = ("an", "ish", "ese", "ch", "i", "ic", "al", "dutch")
_BEFORE_OFFICE = entries("""
acting, army, chief, deputy, first, foreign, former, general, party, police, prime, state, then,
vice
""")


def weigh(sight: Sight) -> int:
    """See `lang.homographs`."""
    last = sight.keys[sight.end - 1]
    if any(last == plural and sight.term.endswith(one) for one, plural in _OTHER_PLURALS.items()):
        return DOUBTFUL
    if sight.end - sight.start > 1:
        return CERTAIN
    word = sight.surface(sight.start)
    if sight.term[:1].isupper() and word.lower() in _COMMON and word.islower():
        return DOUBTFUL
    if not word[:1].isupper() or word.isupper() or sight.start == 0:
        return CERTAIN
    return DOUBTFUL if _is_in_a_name(sight) else CERTAIN


def _is_in_a_name(sight: Sight) -> bool:
    before, after = sight.before(), sight.after()
    follows = sight.surface(sight.end)[:1].isupper() if after else False
    if follows and after in _ADDRESSES:
        return True
    if sight.term[:1].islower() and before in _LOCAL:
        # in Summit, New Jersey
        return True
    previous = sight.surface(sight.start - 1)
    if not previous[:1].isupper() or previous.isupper() or follows or len(previous) < 3:
        return False
    return not (
        before.endswith(_NATIONAL_ENDINGS)
        or before in _BEFORE_OFFICE
        or sight.start < 2
        or not sight.before(2)[:1].isalnum()
    )
