"""A termbase of any size for the benchmarks: the glossary, then made-up concepts in its manner.

What decides how many terms meet a text by chance is how they share words. So a made-up term is as
long as the glossary's are; two in three of its words follow the one before as they do somewhere in
the glossary (quốc gia, hợp tác); the others are the glossary's by frequency, or of a stock that
grows with the termbase and is drawn from as Zipf has it: Vietnamese words of two syllables, one in
three of them any that can be spelt, Russian and English ones of the glossary with another first
part. Equal terms are as seldom as in the glossary. A termbase of words drawn one by one is another
thing: of a million such terms thousands are the same two frequent words.

Every tenth made-up concept has a Russian term: making its forms is nine tenths of the work.
"""

from __future__ import annotations

import json
import random
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import islice, pairwise
from pathlib import Path

from vnru_terms.installation import data_root
from vnru_terms.model import ConceptEntry, LanguageSection, Termbase, TermEntry
from vnru_terms.store.entry_json import entry_from_json, entry_to_json
from vnru_terms.store.glossary import read_glossary
from vnru_terms.text.typed import words_of

SEED = 20261122
LANGUAGES = ("vi", "en", "ru")
_FOLLOWS, _STOCK, _EQUAL = 0.65, 0.5, 0.03
_RUSSIAN_EVERY = 10


def _words(text: str) -> list[str]:
    return text.split()


_ONSETS = ["", *_words("b c ch d đ g gh gi h k kh l m n ng nh ph r s t th tr v x")]
_RIMES = _words(
    "a ai am an ang anh ao au ay âm ân âng âu ây em en eo ê êm ên êu i iên iêm iêu inh iu o oa oai "
    "oan oang oi om on ong ô ôi ôm ôn ông ơ ơi ơn u ua ui um un ung uôi uôn uông uy uyên ư ưa ương "
    "ươi ưu at ac ăc ăt âc ât ep êt iêc iêt it oc ôc ôt ơt uc ut uôc ươc ưc"
)
_TONES = ("", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323")
_FIRST_PARTS = {
    "ru": "авиа авто агро аэро био видео вне водо газо гео гидро гипер до еже за зоо изо ин интер "
    "квази кибер кино лесо макро мало межрегио меж мета микро много моно нано нео обще около орто "
    "пан пере по под поли пост пред при прото псевдо психо радио разно рас ре само сверх со социо "
    "спец суб супер теле термо техно транс турбо ультра фито фото хлор цито электро энерго этно",
    "en": "aero agro anti auto bio co counter cross crypto cyber de demi eco electro ethno extra "
    "geo hydro hyper infra inter intra iso macro mega meta micro mid mini mono multi nano neo non "
    "ortho out over pan para petro photo poly post pre proto pseudo psycho quasi radio re semi "
    "socio sub super supra techno tele thermo trans turbo ultra under up vice",
}


class Stock:
    """Words that the glossary has not: as many as a termbase of `count` concepts would have."""

    def __init__(self, code: str, known: list[str], count: int) -> None:
        self.size = int(30 * count**0.5)
        shortest = 2 if code == "vi" else 4
        self._known = [word for word in known if len(word) >= shortest and word.isalpha()]
        self._parts = _FIRST_PARTS.get(code, "").split()
        self._syllables = _syllables() if code == "vi" else []

    def word(self, dice: random.Random) -> str:
        """One of them, the first ones more often."""
        rank = int(self.size ** dice.random())
        # One word a rank, whatever was drawn before.
        place = rank * 2_654_435_761 % (1 << 32)
        if self._syllables:
            return f"{self._syllable(place >> 16)} {self._syllable(place & 0xFFFF)}"
        part, word = divmod(place, len(self._known))
        return self._parts[part % len(self._parts)] + self._known[word]

    def _syllable(self, place: int) -> str:
        """Two in three are syllables of the glossary: a language has few."""
        stock = self._syllables if place % 3 == 0 else self._known
        return stock[place // 3 % len(stock)]


class MadeTerms:
    """Makes terms. Its state is the dice, and the prints of what was made."""

    def __init__(self, termbase: Termbase, count: int, seed: int = SEED) -> None:
        self._dice = random.Random(seed)
        self._made: dict[str, set[int]] = {code: set() for code in LANGUAGES}
        self._lengths: dict[str, list[int]] = {}
        self._words: dict[str, list[str]] = {}
        self._after: dict[str, dict[str, list[str]]] = {}
        self._stocks = {}
        for code in LANGUAGES:
            terms = [words_of(t.surface) for e in termbase.entries for t in e.terms(code)]
            self._lengths[code] = [min(len(words), 9) for words in terms]
            self._words[code] = [word for words in terms for word in words]
            after = self._after[code] = {}
            for one, other in (pair for words in terms for pair in pairwise(words)):
                after.setdefault(one, []).append(other)
            known = [word for word, _n in Counter(self._words[code]).most_common()]
            self._stocks[code] = Stock(code, known, count)

    def term(self, code: str) -> str:
        """A term of a language, seldom one that was made before."""
        made = self._made[code]
        while True:
            term = self._phrase(code)
            print_ = hash(term)
            if print_ not in made or self._dice.random() < _EQUAL:
                made.add(print_)
                return term

    def _phrase(self, code: str) -> str:
        dice, after, words = self._dice, self._after[code], self._words[code]
        wanted = dice.choice(self._lengths[code])
        phrase: list[str] = []
        while len(phrase) < wanted or not phrase:
            following = after.get(phrase[-1]) if phrase else None
            if wanted == 1 or (not phrase and dice.random() < _STOCK):
                phrase += self._stocks[code].word(dice).split()
            elif following and dice.random() < _FOLLOWS:
                phrase.append(dice.choice(following))
            elif dice.random() < _STOCK:
                phrase += self._stocks[code].word(dice).split()
            else:
                phrase.append(dice.choice(words))
        return " ".join(phrase)

    def entries(self, count: int) -> Iterator[ConceptEntry]:
        """Concepts with a term in Vietnamese and English, some in Russian."""
        for number in range(count):
            codes = LANGUAGES if number % _RUSSIAN_EVERY == 0 else LANGUAGES[:2]
            sections = tuple(LanguageSection(code, (TermEntry(self.term(code)),)) for code in codes)
            yield ConceptEntry(f"made-{number:07}", "reference", sections)


def _syllables() -> list[str]:
    """Vietnamese syllables that can be spelt, most with a mark of tone, in an order of chance."""
    found = []
    for onset in _ONSETS:
        for rime in _RIMES:
            hats = [i for i, c in enumerate(rime) if c in "ăâêôơư"]
            vowel = hats[-1] if hats else next(i for i, c in enumerate(rime) if c in "aeiouy")
            for mark in _TONES:
                text = onset + rime[: vowel + 1] + mark + rime[vowel + 1 :]
                found.append(unicodedata.normalize("NFC", text))
    random.Random(SEED).shuffle(found)
    return found


def made_termbase(count: int) -> Iterator[ConceptEntry]:
    """The glossary's concepts, or so many of them, then made-up ones."""
    termbase, _findings = read_glossary(data_root() / "glossary")
    yield from termbase.entries[:count]
    yield from MadeTerms(termbase, count).entries(max(0, count - len(termbase.entries)))


def write_entries(path: Path, count: int) -> None:
    """Put a termbase down, an entry a line: made once, read in a stream."""
    partial = path.with_suffix(".part")
    with partial.open("w", encoding="utf-8") as out:
        for entry in made_termbase(count):
            out.write(json.dumps(entry_to_json(entry), ensure_ascii=False) + "\n")
    partial.replace(path)


def read_entries(path: Path, count: int | None = None) -> Iterator[ConceptEntry]:
    """The entries of such a file, or the first ones."""
    with path.open(encoding="utf-8") as lines:
        for line in islice(lines, count):
            yield entry_from_json(json.loads(line))


if __name__ == "__main__":
    write_entries(Path(sys.argv[1]), int(sys.argv[2]))
