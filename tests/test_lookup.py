"""Look-up: ranks, order, and what a query may look like."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnru_terms.matching import lookup
from vnru_terms.matching.lookup import edits
from vnru_terms.matching.match import Match, MatchKind, match_of
from vnru_terms.model import (
    ConceptEntry,
    Kind,
    LanguageSection,
    PartOfSpeech,
    Status,
    Termbase,
    TermEntry,
)
from vnru_terms.store.index import Index, deletions
from vnru_terms.store.index_build import index_in_memory, source_of
from vnru_terms.text.normalise import strip_marks

DATA = Path(__file__).parent / "data" / "lookup"
FINDS_ITSELF = (MatchKind.EXACT, MatchKind.FOLDED)

FORMS: dict[str, Callable[[str], str]] = {
    "as is": str,
    "upper": str.upper,
    "without diacritics": strip_marks,
    "without ё": lambda text: text.replace("ё", "е").replace("Ё", "Е"),
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "with spaces": lambda text: f"  {text.replace(' ', '   ')}\t",
    "in quotes": lambda text: f"«{text}»",
}


def rows(name: str) -> list[list[str]]:
    """The rows of a data table, without its comments."""
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def termbase_of(*terms: tuple[str, str, str, str]) -> Termbase:
    """A termbase from rows: concept, language, status, term."""
    found: dict[str, dict[str, list[TermEntry]]] = {}
    for id, language, status, term in terms:
        sections = found.setdefault(id, {})
        sections.setdefault(language, []).append(TermEntry(term, Status(status)))
    entries = (
        ConceptEntry(id, "field", tuple(LanguageSection(c, tuple(t)) for c, t in sections.items()))
        for id, sections in found.items()
    )
    return Termbase(tuple(entries))


def look_up(index: Index, query: str, **options: Any) -> tuple[Match, ...]:
    """What the query finds, with whole entries."""
    return tuple(match_of(index, hit) for hit in lookup.look_up(index, query, **options))


@pytest.fixture(scope="module")
def index() -> Iterator[Index]:
    """The index of the small termbase."""
    terms = [(id, language, status, term) for id, language, status, term in rows("terms.tsv")]
    with index_in_memory(source_of(termbase_of(*terms))) as found:
        yield found


@pytest.fixture(scope="module")
def real_index(termbase: Termbase) -> Iterator[Index]:
    """The index of the real glossary."""
    with index_in_memory(source_of(termbase)) as found:
        yield found


def ids(matches: tuple[Match, ...]) -> list[str]:
    return [match.entry.id for match in matches]


@pytest.mark.parametrize(("query", "kind", "id"), rows("queries.tsv"))
def test_a_query_finds_its_concept_first(index: Index, query: str, kind: str, id: str) -> None:
    """Each query of the table finds that concept first, for that reason."""
    found = look_up(index, query)
    first = (found[0].match.value, found[0].entry.id) if found else ("-", "-")
    assert first == (kind, id)


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_every_term_of_the_glossary_finds_itself(
    termbase: Termbase, real_index: Index, data: st.DataObject
) -> None:
    """Any term of the glossary, in any careless form, finds its concept as exact or folded."""
    terms = [(e.id, code, term) for e in termbase.entries for code, term in e.all_terms()]
    id, language, term = data.draw(st.sampled_from(terms))
    form = data.draw(st.sampled_from(sorted(FORMS)))
    found = look_up(real_index, FORMS[form](term.surface), from_=language, limit=0)
    assert [m.match in FINDS_ITSELF for m in found if m.entry.id == id] == [True]


_LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạếềểễệốồổỗộứừửữựíìỉĩị"
_CYRILLIC = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_MARKS = " -–'\"«»().,/&0123456789№"
written = st.one_of(
    st.text(letters + letters.upper() + _MARKS, min_size=1, max_size=40)
    for letters in (_LETTERS, _CYRILLIC, _LATIN)
).filter(lambda text: any(character.isalnum() for character in text))


@settings(max_examples=100, deadline=None)
@given(terms=st.lists(written, min_size=1, max_size=5), code=st.sampled_from(["vi", "en", "ru"]))
def test_any_term_finds_itself(terms: list[str], code: str) -> None:
    """Whatever letters, digits and marks a term is of, it finds its concept."""
    base = termbase_of(*((f"c{i}", code, "preferred", term) for i, term in enumerate(terms)))
    with index_in_memory(source_of(base)) as built:
        for i, term in enumerate(terms):
            for name, form in FORMS.items():
                found = look_up(built, form(term), limit=0)
                kinds = [m.match for m in found if m.entry.id == f"c{i}"]
                assert kinds, (name, term)
                assert kinds[0] in FINDS_ITSELF, (name, term)


@settings(max_examples=200, deadline=None)
@given(query=st.text(max_size=80))
def test_any_text_may_be_asked(index: Index, query: str) -> None:
    """No text, control characters and lone surrogates among them, is too odd to ask."""
    found = look_up(index, query)
    assert len(set(ids(found))) == len(found)


def test_longer_terms_follow_the_term_itself(index: Index) -> None:
    """A translator who asks for the short term sees it first, then the longer one."""
    found = look_up(index, "doi tac chien luoc")
    assert [(m.entry.id, m.match) for m in found] == [
        ("strategic-partnership", MatchKind.FOLDED),
        ("comprehensive-strategic-partnership", MatchKind.PREFIX),
    ]


def test_marks_as_typed_come_first(index: Index) -> None:
    """Of three words that differ by tone the one that was typed is exact, the others follow."""
    found = look_up(index, "bàn")
    assert found[0].entry.id == "table"
    assert found[0].match is MatchKind.EXACT
    assert {(m.entry.id, m.match) for m in found[1:3]} == {
        ("friend", MatchKind.FOLDED),
        ("sell", MatchKind.FOLDED),
    }


def test_preferred_before_deprecated_then_shorter() -> None:
    """Within a rank status decides before length, and length before the dictionary's order."""
    base = termbase_of(
        ("c-old", "vi", "deprecated", "hội đàm A"),
        ("c-long", "vi", "preferred", "hội đàm cấp cao"),
        ("c-b", "vi", "preferred", "hội đàm B"),
        ("c-a", "vi", "preferred", "hội đàm Ă"),
        ("c-admitted", "vi", "admitted", "hội đàm C"),
    )
    with index_in_memory(source_of(base)) as built:
        assert ids(look_up(built, "hội đàm")) == ["c-a", "c-b", "c-long", "c-admitted", "c-old"]


def test_no_guess_where_something_fits(index: Index) -> None:
    """A typo's neighbour is not listed beside a term that fits: bạn, but not bán's relations."""
    assert all(m.match is not MatchKind.FUZZY for m in look_up(index, "treaty"))


def test_a_short_syllable_alone_is_not_guessed(index: Index) -> None:
    """Two letters are too few to guess from."""
    assert look_up(index, "xz") == ()


def test_the_language_of_the_query_can_be_told(index: Index) -> None:
    """`from_` keeps the other languages out."""
    assert ids(look_up(index, "treaty", from_="en")) == ["treaty"]
    assert look_up(index, "treaty", from_="vi") == ()


def test_limit(index: Index) -> None:
    """At most `limit` entries come, all where it is 0."""
    assert len(look_up(index, "ban", limit=2)) == 2
    assert len(look_up(index, "ban", limit=0)) == 3


def test_a_deprecated_term_leads_to_its_concept(index: Index) -> None:
    """What must not be used is found, and says so."""
    match = look_up(index, "полное стратегическое партнерство")[0]
    assert match.entry.id == "comprehensive-strategic-partnership"
    assert match.matched.status is Status.DEPRECATED


def test_ten_thousand_characters_are_answered(real_index: Index) -> None:
    """A pasted page is cut, so that the work is bounded; the answer is “nothing”."""
    for query in ("tham vấn chính trị " * 600, "я" * 10_000, "a " * 5_000, "(" * 10_000):
        assert look_up(real_index, query) == ()


def test_whole_words_before_words_that_begin_so() -> None:
    """посол: a longer term with that word comes before посольство."""
    base = termbase_of(
        ("embassy", "ru", "preferred", "посольство"),
        ("goodwill", "ru", "preferred", "посол доброй воли"),
    )
    with index_in_memory(source_of(base)) as built:
        assert ids(look_up(built, "посол")) == ["goodwill", "embassy"]


def test_a_short_term_is_no_beginning_of_other_words() -> None:
    """ВТО is found, so второй секретарь is not meant; втор may be its beginning."""
    base = termbase_of(
        ("trade", "ru", "preferred", "ВТО"),
        ("rules", "ru", "preferred", "ВТО в мире"),
        ("secretary", "ru", "preferred", "второй секретарь"),
    )
    with index_in_memory(source_of(base)) as built:
        assert ids(look_up(built, "вто")) == ["trade", "rules"]
        assert ids(look_up(built, "втор")) == ["secretary"]


def test_marks_that_were_typed_keep_noise_out() -> None:
    """biển đông is no part of biện pháp hành động; typed without marks it may be."""
    base = termbase_of(
        ("sea", "vi", "preferred", "Biển Đông"),
        ("code", "vi", "preferred", "ứng xử ở Biển Đông"),
        ("measures", "vi", "preferred", "hành động và biện pháp"),
    )
    with index_in_memory(source_of(base)) as built:
        assert ids(look_up(built, "biển đông")) == ["sea", "code"]
        assert ids(look_up(built, "bien dong")) == ["sea", "code", "measures"]


def test_the_forms_that_an_entry_gives_lead_to_it() -> None:
    """`forms:` overrides what no analyser knows; each spelling of a cell is found."""
    term = TermEntry("Там Кук", forms=("Там Кук", "Там Кука / Тама Кука", "Там Куку"))
    base = Termbase((ConceptEntry("name", "names", (LanguageSection("ru", (term,)),)),))
    with index_in_memory(source_of(base)) as built:
        for query in ("Там Кука", "тама кука", "Там Куку"):
            assert [(m.entry.id, m.match) for m in look_up(built, query)] == [
                ("name", MatchKind.LEMMA)
            ], query


def test_verbs_are_found_by_their_forms() -> None:
    """English and Russian verbs, in the forms that stand in a text."""
    verb = PartOfSpeech.VERB
    base = Termbase(
        (
            ConceptEntry(
                "sign",
                "treaties",
                (
                    LanguageSection("en", (TermEntry("sign", part_of_speech=verb),)),
                    LanguageSection(
                        "ru", (TermEntry("подписать", part_of_speech=verb, pair="подписывать"),)
                    ),
                ),
                Kind.VERB,
            ),
        )
    )
    with index_in_memory(source_of(base)) as built:
        for query in ("signed", "signing", "подписали", "подпишет"):
            assert [m.match for m in look_up(built, query)] == [MatchKind.LEMMA], query


LONG = st.text("abcdefgh", min_size=8, max_size=14)


@given(word=LONG, data=st.data())
def test_two_typos_in_a_long_word_meet_in_the_index(word: str, data: st.DataObject) -> None:
    """Two long words at most two edits apart share a deletion, so that the index can see it."""
    typed = word
    for _ in range(2):
        at = data.draw(st.integers(0, len(typed) - 2))
        typed = data.draw(
            st.sampled_from(
                [
                    typed[:at] + typed[at + 1 :],
                    typed[:at] + "x" + typed[at:],
                    typed[:at] + "x" + typed[at + 1 :],
                    typed[:at] + typed[at + 1] + typed[at] + typed[at + 2 :],
                ]
            )
        )
    if min(len(typed), len(word)) >= 7 and edits(word, typed, 2) <= 2:
        assert deletions(word) & deletions(typed)


@given(a=st.text("abc", max_size=7), b=st.text("abc", max_size=7))
def test_edits_are_symmetric_and_bounded(a: str, b: str) -> None:
    """The count does not depend on the direction, is 0 for equals, and at most the longer word."""
    assert edits(a, b, 9) == edits(b, a, 9) <= max(len(a), len(b))
    assert (edits(a, b, 9) == 0) == (a == b)
    assert edits(a, b, 1) == min(edits(a, b, 9), 2)
