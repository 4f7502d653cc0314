"""Languages as data: keys fold what careless typing changes, and the order is a dictionary's."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnru_terms.lang import LANGUAGES
from vnru_terms.lang.keys import exact_key, folded_key
from vnru_terms.lang.ru import parses_of
from vnru_terms.lang.token_keys import russian_key, split_tone, vietnamese_key
from vnru_terms.lang.vi import tone_key
from vnru_terms.text.normalise import STEPS, normalise

ORDER = Path(__file__).parent / "data" / "dictionary_order.txt"
LISTS = [
    [line for line in block.splitlines() if not line.startswith("#")]
    for block in ORDER.read_text(encoding="utf-8").strip().split("\n\n")
]
VIETNAMESE = (
    "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđbcdghklmnpqrstvx"
)

anything = st.text(max_size=60)
vietnamese = st.text(VIETNAMESE + VIETNAMESE.upper() + " -–", min_size=1, max_size=30)
russian = st.text("абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁ -", min_size=1, max_size=30)


@pytest.mark.parametrize("rows", LISTS, ids=lambda rows: rows[0])
def test_the_order_is_the_dictionary_s(rows: list[str]) -> None:
    """Each list stands in order already."""
    code, *expected = rows
    assert sorted(expected, key=LANGUAGES[code].sort_key) == expected


@given(anything)
def test_normalising_twice_is_normalising_once(text: str) -> None:
    """What may be stored needs no second repair."""
    assert normalise(normalise(text)) == normalise(text)
    assert unicodedata.is_normalized("NFC", normalise(text))


@pytest.mark.parametrize(("name", "step"), STEPS, ids=[name for name, _step in STEPS])
@given(text=anything)
def test_each_step_is_idempotent(name: str, step, text: str) -> None:
    """A named step does its work at once."""
    assert step(step(text)) == step(text)


@given(anything)
def test_a_key_is_its_own_key(text: str) -> None:
    """Folding a folded string changes nothing."""
    assert exact_key(exact_key(text)) == exact_key(text)
    assert folded_key(folded_key(text)) == folded_key(text)


@given(vietnamese)
def test_case_and_composition_do_not_change_a_key(text: str) -> None:
    """NFD and capitals fold away."""
    assert folded_key(unicodedata.normalize("NFD", text)) == folded_key(text)
    assert folded_key(text.upper()) == folded_key(text)
    assert tone_key(unicodedata.normalize("NFD", text)) == tone_key(text)


@given(vietnamese, russian)
def test_the_key_of_a_plain_word_is_that_of_an_odd_one(one: str, other: str) -> None:
    """Decomposed, in capitals or with a soft hyphen inside, a word has the key it has without."""
    for word in one.replace("–", " ").replace("-", " ").split():
        assert vietnamese_key(unicodedata.normalize("NFD", word)) == vietnamese_key(word)
        assert vietnamese_key(word.upper() + "\u00ad") == vietnamese_key(word)
    for word in other.replace("–", " ").replace("-", " ").split():
        assert russian_key("\u00ad" + word) == russian_key(word)
        assert russian_key(word.upper()) == russian_key(word)


@given(vietnamese)
def test_taking_the_tone_out_loses_nothing_else(text: str) -> None:
    """The letters without tone are a subset of the folding's input: same folded key."""
    for syllable in text.replace("–", " ").replace("-", " ").split():
        bare, tone = split_tone(syllable)
        assert 0 <= tone <= 5
        assert folded_key(bare) == folded_key(syllable)


@given(st.lists(st.one_of(vietnamese, russian), max_size=8), st.sampled_from(list(LANGUAGES)))
def test_an_order_is_total(texts: list[str], code: str) -> None:
    """Whatever the input order, the sorted list is the same up to equal keys."""
    key = LANGUAGES[code].sort_key
    assert [key(t) for t in sorted(texts, key=key)] == sorted(key(t) for t in texts)


@given(russian)
def test_yo_and_ye_are_one_key(text: str) -> None:
    """ё folds to е."""
    assert folded_key(text.replace("ё", "е").replace("Ё", "Е")) == folded_key(text)


@given(russian)
def test_binding_short_words_changes_spaces_only(text: str) -> None:
    """A no-break space for a space, nothing else."""
    assert LANGUAGES["ru"].bind(text).replace("\u00a0", " ") == text


@pytest.mark.parametrize(
    ("form", "term"),
    [
        ("всеобъемлющего стратегического партнерства", "всеобъемлющее стратегическое партнёрство"),
        ("политических консультациях", "политические консультации"),
        ("Заместителем министра иностранных дел", "заместитель министра иностранных дел"),
    ],
)
def test_inflected_forms_have_one_lemma_key(form: str, term: str) -> None:
    """All forms of a Russian term meet in one key."""
    assert LANGUAGES["ru"].lemma_key(form) == LANGUAGES["ru"].lemma_key(term)


@pytest.mark.parametrize("word", ["𗀀", "а𗀀", "\ue000б", "👍а"])
def test_a_letter_without_a_name_does_not_stop_the_analyser(word: str) -> None:
    """Tangut, private use, emoji: whatever stands in a text, some reading comes back."""
    assert parses_of(word)
