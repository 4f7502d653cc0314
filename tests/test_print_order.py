"""The order of the book, held against ICU: letters and tones, words and syllables, case last.

ICU compares whole strings, so its Vietnamese order serves syllable by syllable.
"""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import Any

import pytest

from vnru_terms.lang import LANGUAGES

pytestmark = pytest.mark.package("icu")


def _words(text: str) -> list[str]:
    return text.split(" ")


ONSETS = _words(" b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x")
RIMES = _words(
    "a ai am an ang anh ao au ay ăm ăn ăng âm ân âng âu ây e em en eng eo ê êm ên ênh êu i ia im "
    "in inh iu iêm iên iêng iêu o oa oai oan oang oay oe oi om on ong oong ô ôi ôm ôn ông ơ ơi ơm "
    "ơn u ua uân uê ui um un ung uy uya uyên uynh uôi uôm uôn uông ư ưa ưi ưng ưu ươi ươm ươn ương "
    "ươu y yêm yên yêu ac ach ap at ăc ăp ăt âc âp ât ec ep et êch êp êt ich iêc iêp iêt ip it oac "
    "oat oăt oc op ot ôc ôp ôt ơp ơt uc up ut uât uêch uyêt uôc uôt ưc ưt ươc ươp ươt"
)
ALL_TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
STOPPED = ALL_TONES[4:]


def syllables() -> list[str]:
    """Every onset with every rime in every tone that it can have, known to the language or not."""
    made = set()
    for onset in ONSETS:
        # As gi and a: gìa beside già would be one syllable in two spellings.
        for rime in [rime for rime in RIMES if not (onset == "g" and rime.startswith("i"))]:
            for tone in STOPPED if rime.endswith(("c", "ch", "p", "t")) else ALL_TONES:
                at = _tone_place(rime)
                spelt = f"{onset}{rime[: at + 1]}{tone}{rime[at + 1 :]}"
                made.add(unicodedata.normalize("NFC", spelt))
    return sorted(made)


def _tone_place(rime: str) -> int:
    """The letter that bears the tone: the last marked one, else by whether the rime is closed."""
    marked = [i for i, letter in enumerate(rime) if letter in "ăâêôơư"]
    vowels = [i for i, letter in enumerate(rime) if letter in "aăâeêioôơuưy"]
    closed = vowels[-1] < len(rime) - 1
    return marked[-1] if marked else vowels[-1] if closed or len(vowels) == 1 else vowels[-2]


def collation(language: str) -> Callable[[str], bytes]:
    """ICU's sort key for a language."""
    import icu

    collator: Any = icu.Collator.createInstance(icu.Locale(language))
    key: Callable[[str], bytes] = collator.getSortKey
    return key


def misplaced(
    language: str, texts: Iterable[str], oracle: Callable[[str], object]
) -> list[tuple[str, str]]:
    """The neighbours in our order that the oracle has the other way round."""
    ours = sorted(texts, key=LANGUAGES[language].sort_key)  # type: ignore[arg-type]
    keys = [oracle(text) for text in ours]
    pairs = zip(pairwise(ours), pairwise(keys), strict=True)
    return [words for words, (a, b) in pairs if a > b]  # type: ignore[operator]


def made_strings(letters: str, count: int) -> set[str]:
    """Short strings that share most of their letters, so that every level decides somewhere."""
    dice = random.Random(7)
    return {
        " ".join("".join(dice.choices(letters, k=dice.randint(1, 4))) for _ in range(words)).strip()
        for words in (1, 2, 3)
        for _ in range(count)
    }


def test_syllables_are_ordered_as_icu_orders_them() -> None:
    """A ă â …, and in a syllable the tones ngang, huyền, hỏi, ngã, sắc, nặng."""
    made = syllables()
    assert len(made) > 17_000
    assert not misplaced("vi", made, collation("vi"))


def test_phrases_are_ordered_syllable_by_syllable() -> None:
    """The tone of the first syllable comes before the letters of the second."""
    dice = random.Random(7)
    stock = dice.sample(syllables(), 150)
    phrases = {" ".join(dice.choices(stock, k=dice.randint(1, 4))) for _ in range(20_000)}
    key = collation("vi")
    assert not misplaced("vi", phrases, lambda text: [key(part) for part in text.split()])
    # Whole strings go another way: the oracle is not asked the question that it would get wrong.
    assert misplaced("vi", phrases, key)


@pytest.mark.parametrize(
    ("language", "letters"), [("ru", "еёЕЁийжяЯъь"), ("en", "aAeéÉEzZ"), ("en", "xyzXYZ")]
)
def test_words_are_ordered_as_icu_orders_them(language: str, letters: str) -> None:
    """Ё with е and é with e, unless nothing else differs; then small letters first."""
    texts = made_strings(letters, 8_000)
    assert len(texts) > 10_000
    assert not misplaced(language, texts, collation(language))
