"""How Vietnamese is spelt: is a syllable one of its own, is a sentence running Vietnamese text.

Apart from the record for the miner, because the readers of files ask it too, and every command that
reads one would have to wait for all that mining knows.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from vnru_terms.lang.vi import tone_key

# A Vietnamese syllable without its tone: onset, then a nucleus of one to three vowels, then a coda.
_ONSET = "ngh|ng|gh|gi|kh|nh|ph|th|tr|ch|qu|[bcdđghklmnprstvx]"
_NUCLEUS = (
    "uyê|uya|uyu|oai|oay|oeo|uây|uôi|ươi|ươu|iêu|yêu|iê|yê|ươ|uô|uâ|uê|uy|uơ|oa|oă|oe|ai|ao|au|ay|âu"
    "|ây|eo|êu|ia|iu|oi|ôi|ơi|ua|ui|ưa|ưi|ưu|[aăâeêioôơuưy]"
)
_SYLLABLE = re.compile(rf"^(?:{_ONSET})?(?:{_NUCLEUS})(?:ng|nh|ch|[cmnpt])?$")
_MARKED = re.compile("[ăâđêôơư\u1ea0-\u1ef9áàãéèíìóòõúùũý]", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")


@cache
def is_native_syllable(syllable: str) -> bool:
    """Whether a syllable is spelt as Vietnamese ones are; `Putin` and `BRICS` are not.

    >>> is_native_syllable("Nghiêng"), is_native_syllable("Sergey")
    (True, False)
    """
    bare = re.sub(r"\d+$", "", tone_key(syllable))
    return bool(_SYLLABLE.match(bare))


@lru_cache(maxsize=4096)
def is_running_text(sentence: str) -> bool:
    """Whether a sentence is Vietnamese: half its words are spelt so, and some have their marks.

    >>> is_running_text("Hai bên ra Tuyên bố chung."), is_running_text("The two sides met today.")
    (True, False)
    """
    words = _WORD.findall(sentence)
    native = sum(map(is_native_syllable, words))
    marked = sum(map(_is_marked, words))
    return 2 * native >= len(words) and 6 * marked >= len(words)


@lru_cache(maxsize=1 << 16)
def _is_marked(word: str) -> bool:
    return _MARKED.search(word) is not None
