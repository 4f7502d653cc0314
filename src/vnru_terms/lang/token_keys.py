"""The key of one word of a running text, by language: equal for spellings that are one word.

Not the key of look-up: diacritics stay (a translator's text has them), and a key belongs to one
word. What is folded: case, invisible characters, decomposed letters; ё and stress marks in Russian;
the place of the tone mark and i for y in Vietnamese; the possessive, diacritics of loan words and
American endings in English. Inflection is not folded here: `Recipe` lists the forms of a term.
"""

from __future__ import annotations

import re
import unicodedata

from vnru_terms.text.normalise import compose, drop_invisible, drop_stress, plain_eth, strip_marks

_SUPERSCRIPT = re.compile("(?<=[^\\W\\d_])[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+$")
# The apostrophes of keyboards, typesetters and careless typists.
_APOSTROPHES = str.maketrans(dict.fromkeys("’ʼ‘`´′＇", "'"))
_POSSESSIVE = re.compile("'s?$")
# Latin letters that an eye takes for Cyrillic ones, typed without changing the keyboard: США.
_LOOKALIKES = str.maketrans("aceopxykmhtb", "асеорхукмнтв")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LATIN = re.compile("[a-z]")
_RUSSIAN = re.compile("[а-яё]+")
# lý or lí, kỹ or kĩ, Mỹ or Mĩ, quý or quí: a syllable of one vowel after these consonants.
_FINAL_Y = re.compile(r"^([hklmstv]|qu)y(\d?)$")
# Combining marks of the Vietnamese tones in dictionary order; ngang, without a mark, is 0.
TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_TONED = {
    unicodedata.normalize("NFC", vowel + mark): (vowel, tone)
    for vowel in "aăâeêioôơuưy"
    for mark, tone in TONES.items()
}
_WITHOUT_TONE = {ord(letter): vowel for letter, (vowel, _tone) in _TONED.items()}
_TONE_OF = {letter: tone for letter, (_vowel, tone) in _TONED.items()}
_VIETNAMESE = re.compile("[a-zăâđêôơư" + "".join(_TONED) + "]+")


def plain_key(word: str) -> str:
    """Case, invisible characters and note marks folded; what all languages have in common."""
    bare = _SUPERSCRIPT.sub("", compose(drop_invisible(word)))
    return bare.casefold().translate(_APOSTROPHES)


def russian_key(word: str) -> str:
    """As `plain_key`, without stress marks, ё as е, lookalike Latin letters as Cyrillic.

    >>> russian_key("Партнё\u0301рство"), russian_key("CШA")
    ('партнерство', 'сша')
    """
    small = word.lower()
    if _RUSSIAN.fullmatch(small):
        # Nearly every word.
        return small.replace("ё", "е")
    key = plain_key(drop_stress(drop_invisible(word))).replace("ё", "е")
    if _LATIN.search(key) and _CYRILLIC.search(key):
        key = key.translate(_LOOKALIKES)
    return key


def english_key(word: str) -> str:
    """As `plain_key`, without the possessive and diacritics, in British spelling.

    >>> english_key("Organization’s"), english_key("communiqué")
    ('organisation', 'communique')
    """
    from vnru_terms.lang.en_forms import one_spelling

    return one_spelling(strip_marks(_POSSESSIVE.sub("", plain_key(word))))


def vietnamese_key(word: str) -> str:
    """As `plain_key`, with the tone at the end, final y of some syllables as i.

    >>> vietnamese_key("Hoà") == vietnamese_key("hòa"), vietnamese_key("lý") == vietnamese_key("lí")
    (True, True)
    """
    small = word.lower()
    if _VIETNAMESE.fullmatch(small):
        # Nearly every word: the same as below, in a fifth of the time.
        bare = small.translate(_WITHOUT_TONE)
        found = [_TONE_OF[c] for c in small if c in _TONE_OF] if bare != small else []
        key = f"{bare}{found[-1]}" if found else bare
    else:
        bare, tone = split_tone(plain_key(plain_eth(drop_invisible(word))))
        key = f"{bare}{tone or ''}"
    return _FINAL_Y.sub(r"\1i\2", key)


def split_tone(syllable: str) -> tuple[str, int]:
    """A syllable without its tone mark, and the tone's rank from 0 (ngang) to 5 (nặng).

    Old and new placement give the same pair:

    >>> split_tone("hòa") == split_tone("hoà") == ("hoa", 1)
    True
    """
    tone = 0
    bare = []
    for character in unicodedata.normalize("NFD", syllable):
        if character in TONES:
            tone = TONES[character]
        else:
            bare.append(character)
    return unicodedata.normalize("NFC", "".join(bare)), tone
