"""Which of the three languages a text is in, told from its letters."""

from __future__ import annotations

import re

_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
# Letters that Vietnamese has and English has not; loan words and names have a few.
_VIETNAMESE = re.compile("[ăâđêôơưĂÂĐÊÔƠƯ\u0300-\u0309\u0323\u1ea0-\u1ef9]")
_SAMPLE = 20_000


def text_language(text: str) -> str:
    """`vi`, `en` or `ru`; of a mixed text the language of most letters.

    >>> text_language("Московский Кремль (Moscow)"), text_language("talks in Hà Nội")
    ('ru', 'en')
    """
    sample = text[:_SAMPLE]
    cyrillic, latin = len(_CYRILLIC.findall(sample)), len(_LATIN.findall(sample))
    if cyrillic > latin:
        return "ru"
    return "vi" if len(_VIETNAMESE.findall(sample)) * 8 > latin else "en"
