"""Quotation marks, dashes and apostrophes as each language prints them.

`typeset` gives a term's text with them mended. Nothing is guessed: quotation marks are changed only
where they open and close in turn, a dash only where it stands between spaces. One apostrophe is
used, the straight one of the keyboard, because a CAT tool finds no “People’s” for “People's”.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from vnru_terms.text.normalise import DASHES


@dataclass(frozen=True, slots=True)
class Typography:
    """A language's outer quotation marks, and its dash between words (with its spaces).

    `dash` is empty where both a hyphen and a dash are seen between names (Viet Nam - Russia,
    Viet Nam–Russia) and bodies choose for themselves.
    """

    opening: str
    closing: str
    dash: str = ""


TYPOGRAPHY: dict[str, Typography] = {
    # Á - Âu, châu Á - Thái Bình Dương: a hyphen between spaces (Nghị định 30/2020/NĐ-CP).
    "vi": Typography("“", "”", " - "),
    "en": Typography("“", "”"),
    # Государство — член АСЕАН: тире (Мильчин); „лапки“ stand inside «ёлочки».
    "ru": Typography("«", "»", " — "),
}

_SPACED_DASH = re.compile(rf" [{re.escape(DASHES)}] ")
# Hyphen and non-breaking hyphen of Unicode, figure dash, horizontal bar, minus: no keyboard's.
_ODD_DASH = re.compile("[\u2010\u2011\u2012\u2015\u2212]")
_APOSTROPHE = re.compile(r"(?<=\w)[’ʼ‘`](?=\w)|(?<=s)’(?= |\Z)")
_DOUBLE = re.compile('["“”„‟«»]')
_ONLY_OPENING, _ONLY_CLOSING = frozenset("„«"), frozenset("”»")


def typeset(text: str, language: str) -> str:
    """The text with the quotation marks, dashes and apostrophes of its language.

    >>> typeset('политика "Действуй на Востоке"', "ru")
    'политика «Действуй на Востоке»'
    >>> typeset("государства - члены", "ru"), typeset("Á – Âu", "vi"), typeset("People’s", "en")
    ('государства — члены', 'Á - Âu', "People's")
    """
    style = TYPOGRAPHY[language]
    text = _APOSTROPHE.sub("'", _ODD_DASH.sub("-", text))
    if style.dash:
        text = _SPACED_DASH.sub(style.dash, text)
    return _quoted(text, style)


def _quoted(text: str, style: Typography) -> str:
    """Quotation marks that open and close in turn, in the language's form; others as they are."""
    marks = _DOUBLE.findall(text)
    nested = _ONLY_CLOSING.intersection(marks[::2]) or _ONLY_OPENING.intersection(marks[1::2])
    if len(marks) % 2 or nested:
        return text
    turn = iter(range(len(marks)))
    return _DOUBLE.sub(lambda _m: style.closing if next(turn) % 2 else style.opening, text)
