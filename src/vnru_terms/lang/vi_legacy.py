"""Vietnamese from before Unicode: text typed in TCVN3 (ABC) or VNI fonts, made readable.

Both put Vietnamese letters where Western European ones stand, so that `Việt Nam` is stored as
`ViÖt Nam` (TCVN3) or `Vieät Nam` (VNI) and looks right only in its font. The same text is found
as bytes of old files and, pasted, inside Word and PDF files. `repair` is sure before it changes
anything: what it gives must be spelt as Vietnamese nearly throughout, and what stood there not.
Capitals in the `H` fonts of TCVN3 (`.VnTimeH`) are stored as small letters and stay small.
Tables: TCVN 5712:1993 (VN3) as iconv has it, and VNI as its fonts draw it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from vnru_terms.lang.vi_syllables import is_native_syllable

# Letters at 0xA1 … 0xFF.
_TCVN3 = (
    "ĂÂÊÔƠƯĐăâêôơưđẶ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờ"
    "ởỡớợùỖủũúụừửữứựỳỷỹýỵỐ"
)
_FROM_TCVN3 = {0xA1 + i: letter for i, letter in enumerate(_TCVN3)}

# VNI writes a letter and after it its marks: `aù` is á, `eä` is ệ; ơ and ư are `ô` and `ö`.
_TONES = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_WITH_MARKS = {
    "âáàåãä": ("aeo", "\u0302", ("", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323")),
    "êéèúüë": ("a", "\u0306", ("", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323")),
}
_ALONE = dict(zip("íìæóòôöñî", "íìỉĩịơưđỵ", strict=True))


def _vni_table() -> dict[str, str]:
    table = {}
    for letter, stands_for in [*zip("aeouy", "aeouy", strict=True), ("ô", "ơ"), ("ö", "ư")]:
        for mark, tone in _TONES.items():
            table[letter + mark] = stands_for + tone
    for marks, (letters, shape, tones) in _WITH_MARKS.items():
        for letter in letters:
            for mark, tone in zip(marks, tones, strict=True):
                table[letter + mark] = letter + shape + tone
    table.update(_ALONE)
    small = {key: unicodedata.normalize("NFC", value) for key, value in table.items()}
    capital = {key.upper(): value.upper() for key, value in small.items()}
    mixed = {k[0].upper() + k[1]: small[k].upper() for k in small if len(k) == 2}
    return small | mixed | capital


_FROM_VNI = _vni_table()
_VNI_SIGNS = re.compile("|".join(sorted(_FROM_VNI, key=len, reverse=True)))


def from_tcvn3(text: str) -> str:
    """Text typed in a TCVN3 font, its bytes read as Latin 1.

    >>> from_tcvn3("ViÖt Nam")
    'Việt Nam'
    """
    return text.translate(_FROM_TCVN3)


def from_vni(text: str) -> str:
    """Text typed in a VNI font, its bytes read as Latin 1.

    >>> from_vni("Vieät Nam, öùng duïng")
    'Việt Nam, ứng dụng'
    """
    return _VNI_SIGNS.sub(lambda found: _FROM_VNI[found[0]], text)


@dataclass(frozen=True, slots=True)
class Repair:
    """Lines made readable, the name of what they were in, and the numbers of the changed ones."""

    name: str
    lines: tuple[str, ...]
    changed: tuple[int, ...]


REPAIRS: tuple[tuple[str, Callable[[str], str]], ...] = (("TCVN3", from_tcvn3), ("VNI", from_vni))

# Letters of Western Europe and signs that the old fonts draw as Vietnamese letters.
_SUSPECT = re.compile("[\u00a1-\u00ff]")
# Letters that only Unicode has; a line with one of them was not typed in an old font.
_UNICODE = re.compile("[\u0100-\u02af\u0370-\u1fff]")
_WORD = re.compile(r"[^\W\d_]+")
ENOUGH_WORDS = 10
SAMPLE = 2_000


def repair(lines: Iterable[str]) -> Repair | None:
    """The lines with those typed in an old font made readable; None where none surely was.

    Sure means: of ten or more words with marks, nine in ten are spelt as Vietnamese afterwards,
    and not half were before.
    """
    lines = tuple(lines)
    suspects = [
        n for n, line in enumerate(lines) if _SUSPECT.search(line) and not _UNICODE.search(line)
    ]
    sample = "\n".join(lines[n][:20_000] for n in suspects[:SAMPLE])
    count, before = native_share(sample)
    if count < ENOUGH_WORDS or before >= 0.5:
        return None
    for name, convert in REPAIRS:
        count, after = native_share(convert(sample))
        if count >= ENOUGH_WORDS and after >= 0.9:
            changed = {n: convert(lines[n]) for n in suspects}
            changed = {
                n: line
                for n, line in changed.items()
                if native_share(line)[1] > native_share(lines[n])[1]
            }
            made = tuple(changed.get(n, line) for n, line in enumerate(lines))
            return Repair(name, made, tuple(n + 1 for n in changed))
    return None


def native_share(text: str) -> tuple[int, float]:
    """How many of the first words have marks, and which share of those is spelt as Vietnamese."""
    words = [word for word in _WORD.findall(text[:200_000]) if not word.isascii()][:SAMPLE]
    known = {word: is_native_syllable(word) for word in set(words)}
    return len(words), sum(known[word] for word in words) / max(len(words), 1)
