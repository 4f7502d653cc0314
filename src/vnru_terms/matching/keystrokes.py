"""Vietnamese typed without its input method: the keys of Telex and VNI read as letters.

`ddoois tacs` and `d9o61i ta1c` are đối tác. A key counts wherever it stands in the syllable after
its letter, as the usual programs allow. English and Russian words would be damaged (test: tét), so
this is for queries that found nothing as they are. Start at `decodings`.
"""

from __future__ import annotations

from unicodedata import normalize

_VOWELS = "aeiouy"
_TELEX_TONES = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
_VNI_TONES = {"1": "\u0301", "2": "\u0300", "3": "\u0309", "4": "\u0303", "5": "\u0323"}
_CIRCUMFLEX = {"a": "â", "e": "ê", "o": "ô"}
_HORN = {"u": "ư", "o": "ơ"}
_LONGEST = 12


def decodings(words: list[str]) -> list[list[str]]:
    """What the words may stand for, if one at least holds keys; Telex before VNI.

    >>> decodings(["ddoois", "tacs"]), decodings(["d9o61i", "ta1c"])
    ([['đối', 'tác']], [['đối', 'tác']])
    >>> decodings(["thuowng"]), decodings(["dodoi"]), decodings(["boong"]), decodings(["the"])
    ([['thương']], [['đôi']], [['bông']], [])
    >>> decodings(["thuowr"]), decodings(["quyeets"]), decodings(["hoaf", "binhf"])
    ([['thuở']], [['quyết']], [['hòa', 'bình']])
    """
    found = []
    for decode in (telex, vni):
        read = [
            decode(word) if word.isascii() and len(word) <= _LONGEST else word for word in words
        ]
        if read != words and read not in found:
            found.append(read)
    return found


def telex(word: str) -> str:
    """A syllable with the keys of Telex read as marks."""
    letters: list[str] = []
    tone = ""
    for key in word:
        has_vowel = any(map(_is_vowel, letters))
        if has_vowel and key in _TELEX_TONES:
            tone = _TELEX_TONES[key]
        elif has_vowel and key == "z":
            tone = ""
        elif key in _CIRCUMFLEX and key in letters:
            _change(letters, key, _CIRCUMFLEX[key])
        elif key == "d" and "d" in (letters[:1] + letters[-1:]):
            _change(letters, "d", "đ")
        elif key == "w":
            if not _breve_or_horn(letters):
                letters.append("ư")
        else:
            letters.append(key)
    return _composed(letters, tone)


def vni(word: str) -> str:
    """A syllable with the digits of VNI read as marks."""
    letters: list[str] = []
    tone = ""
    for key in word:
        has_vowel = any(map(_is_vowel, letters))
        if has_vowel and key in _VNI_TONES:
            tone = _VNI_TONES[key]
        elif has_vowel and key == "0":
            tone = ""
        elif has_vowel and key == "6":
            any(_change(letters, vowel, mark) for vowel, mark in _CIRCUMFLEX.items())
        elif has_vowel and key == "7":
            _horn(letters)
        elif has_vowel and key == "8":
            _change(letters, "a", "ă")
        elif key == "9" and "d" in letters:
            _change(letters, "d", "đ")
        else:
            letters.append(key)
    return _composed(letters, tone)


def _change(letters: list[str], letter: str, marked: str) -> bool:
    """Mark the last such letter; whether there is one."""
    for i in range(len(letters) - 1, -1, -1):
        if letters[i] == letter:
            letters[i] = marked
            return True
    return False


def _breve_or_horn(letters: list[str]) -> bool:
    """Mark what w means: hoặc and quăng have ă, mưa and thương have ư."""
    last = next((i for i in range(len(letters) - 1, -1, -1) if letters[i] in _VOWELS), 0)
    before = letters[last - 1 : last]
    if letters[last : last + 1] == ["a"] and (before != ["u"] or letters[:1] == ["q"]):
        return _change(letters, "a", "ă")
    return _horn(letters)


def _horn(letters: list[str]) -> bool:
    """Mark o, with the u before it unless that belongs to a consonant (quở), else the last u."""
    for i in range(len(letters) - 1):
        if letters[i : i + 2] == ["u", "o"]:
            letters[i + 1] = "ơ"
            return True
    return any(_change(letters, vowel, _HORN[vowel]) for vowel in "ou")


def _composed(letters: list[str], tone: str) -> str:
    """The syllable with its tone on a vowel; on which one does not matter for a search."""
    for i in range(len(letters) - 2):
        # thương, but thuở: the u has its horn where a letter follows.
        if letters[i : i + 2] == ["u", "ơ"] and letters[i - 1 : i] != ["q"]:
            letters[i] = "ư"
    vowels = [i for i, letter in enumerate(letters) if _is_vowel(letter)]
    if tone and vowels:
        marked = [i for i in vowels if letters[i] not in _VOWELS]
        open_pair = len(vowels) > 1 and vowels[-1] == len(letters) - 1
        at = marked[-1] if marked else vowels[-2 if open_pair else -1]
        letters[at] = normalize("NFC", letters[at] + tone)
    return "".join(letters)


def _is_vowel(letter: str) -> bool:
    return normalize("NFD", letter)[0] in _VOWELS
