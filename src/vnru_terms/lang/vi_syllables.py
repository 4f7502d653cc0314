"""How Vietnamese syllables are spelt."""

from __future__ import annotations

import re
from functools import cache

from vnru_terms.lang.vi import tone_key

# A Vietnamese syllable without its tone: onset, then a nucleus of one to three vowels, then a coda.
_ONSET = "ngh|ng|gh|gi|kh|nh|ph|th|tr|ch|qu|[bcdđghklmnprstvx]"
_NUCLEUS = (
    "uyê|uya|uyu|oai|oay|oeo|uây|uôi|ươi|ươu|iêu|yêu|iê|yê|ươ|uô|uâ|uê|uy|uơ|oa|oă|oe|ai|ao|au|ay|âu"
    "|ây|eo|êu|ia|iu|oi|ôi|ơi|ua|ui|ưa|ưi|ưu|[aăâeêioôơuưy]"
)
_SYLLABLE = re.compile(rf"^(?:{_ONSET})?(?:{_NUCLEUS})(?:ng|nh|ch|[cmnpt])?$")


@cache
def is_native_syllable(syllable: str) -> bool:
    """Whether a syllable is spelt as Vietnamese ones are; `Putin` and `BRICS` are not.

    >>> is_native_syllable("Nghiêng"), is_native_syllable("Sergey")
    (True, False)
    """
    bare = re.sub(r"\d+$", "", tone_key(syllable))
    return bool(_SYLLABLE.match(bare))
