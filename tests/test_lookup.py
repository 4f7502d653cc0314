"""Look-up: ranks, order, and what a query may look like."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest
from click.testing import Result
from hypothesis import given, settings
from hypothesis import strategies as st

from vnru_terms.cli.entry_text import render_match
from vnru_terms.cli.output import display_width
from vnru_terms.matching.lookup import Match, MatchKind, edits, look_up
from vnru_terms.model import (
    Collocation,
    ConceptEntry,
    Context,
    Definition,
    Gender,
    LanguageSection,
    Number,
    Reason,
    Status,
    Termbase,
    TermEntry,
    TermType,
    Usage,
    Validity,
)
from vnru_terms.store.index import Index, deletions, index_in_memory
from vnru_terms.text.normalise import strip_marks
from vnru_terms.workflow.look_up import LookUp

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


@pytest.fixture(scope="module")
def index() -> Iterator[Index]:
    """The index of the small termbase."""
    terms = [(id, language, status, term) for id, language, status, term in rows("terms.tsv")]
    with index_in_memory(termbase_of(*terms)) as found:
        yield found


@pytest.fixture(scope="module")
def real_index(termbase: Termbase) -> Iterator[Index]:
    """The index of the real glossary."""
    with index_in_memory(termbase) as found:
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
    with index_in_memory(base) as built:
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
    with index_in_memory(base) as built:
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
    with index_in_memory(base) as built:
        assert ids(look_up(built, "посол")) == ["goodwill", "embassy"]


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


# The entry as text and as JSON.

FULL = ConceptEntry(
    id="full",
    subject_field="talks",
    distinguish="what tells it from its homonym",
    valid=Validity("2008", "2025-02-28", "next"),
    trap="a known mistake",
    related=("next",),
    note="a remark",
    languages=(
        LanguageSection(
            "vi",
            (
                TermEntry(
                    "hội đàm",
                    context=Context("một câu có hội đàm " * 8 + "kết thúc", "seeds/a.txt:1"),
                    collocations=(Collocation("tiến hành hội đàm", "hold talks", "провести"),),
                ),
                TermEntry("HĐ", Status.ADMITTED, TermType.ABBREVIATION),
            ),
            Definition("một định nghĩa", "Luật"),
        ),
        LanguageSection("en", (TermEntry("talks", number=Number.PLURAL),)),
        LanguageSection(
            "ru",
            (
                TermEntry(
                    "беседа",
                    gender=Gender.FEMININE,
                    government="с + твор.",
                    usage=(Usage.RU_SIDE,),
                    source=("https://example.org/" + "x" * 90,),
                ),
                TermEntry("разговор", Status.DEPRECATED, reason=Reason.CALQUE),
            ),
        ),
    ),
)


def shown(match: MatchKind, matched: TermEntry, code: str, *languages: str) -> list[str]:
    found = LookUp((), {"next": "hội nghị"}, {"talks": "Talks"})
    lines = render_match(found, Match(FULL, match, matched, code), languages=languages)
    return [click.unstyle(line) for line in lines]


def test_an_entry_reads_in_the_translators_order() -> None:
    """Distinction, equivalents, trap, collocations, definition, context, relations, evidence."""
    text = "\n".join(shown(MatchKind.EXACT, FULL.terms("vi")[0], "vi", "vi", "en", "ru"))
    expected = [
        "hội đàm", "Talks",
        "(what tells it", "from 2008, to 2025-02-28, now: hội nghị",
        "vi  also: HĐ (abbreviation)",
        "en  talks, pl.",
        "ru  беседа, ж. (с + твор.) (Russian side)",
        "do not use: разговор (calque)",
        "Trap: a known mistake",
        "tiến hành hội đàm — hold talks — провести",
        "Definition (vi): một định nghĩa [Luật]",
        "Context (vi): “một câu", "[seeds/a.txt:1]",
        "See also: hội nghị",
        "Note: a remark",
        "full · attested: ru · partly: vi · unsourced: en",
    ]  # fmt: skip
    places = [text.find(piece) for piece in expected]
    assert -1 not in places, expected[places.index(-1)]
    assert places == sorted(places)
    assert "Found:" not in text


def test_lines_keep_to_eighty_columns() -> None:
    """No line is wider than 80 columns, and a continued line is indented."""
    lines = shown(MatchKind.WORDS, FULL.terms("vi")[1], "vi", "vi", "en", "ru")
    assert max(map(display_width, lines)) <= 80
    context = next(i for i, line in enumerate(lines) if "Context" in line)
    assert lines[context + 1].startswith("      ")


def test_the_real_glossary_keeps_to_eighty_columns(termbase: Termbase) -> None:
    """Only a line of one unbreakable word, an address, may stick out."""
    for entry in termbase.entries:
        code, term = next(entry.all_terms())
        match = Match(entry, MatchKind.WORDS, term, code)
        for line in render_match(LookUp((), {}, {}), match, languages=("vi", "en", "ru")):
            plain = click.unstyle(line).strip()
            # A single word, such as a long id, cannot be broken.
            assert display_width(plain) <= 80 or " " not in plain.split(": ")[-1], plain


def test_a_deprecated_hit_says_what_to_use() -> None:
    """Before anything else the wording that was typed is turned down."""
    lines = shown(MatchKind.EXACT, FULL.terms("ru")[1], "ru", "vi", "ru")
    assert lines[1].strip() == "! “разговор” is not to be used. Use: беседа"


def test_why_it_was_found_is_said_when_not_exact() -> None:
    """The term that matched is named where it is not the head, with the reason."""
    lines = shown(MatchKind.LEMMA, FULL.terms("ru")[0], "ru", "vi", "ru")
    assert lines[1].strip() == "Found: беседа (another form of it)"


# The command.


@pytest.fixture
def glossary(tmp_path: Path) -> Path:
    """A glossary folder with one concept."""
    folder = tmp_path / "own" / "treaties"
    folder.mkdir(parents=True)
    text = (
        "id: treaty\nkind: term\nlanguages:\n  vi:\n    terms:\n    - term: hiệp ước\n"
        "      status: preferred\n      part_of_speech: noun\n  ru:\n    terms:\n"
        "    - term: договор\n      status: preferred\n      part_of_speech: noun\n"
        "      gender: masculine\n      source: https://example.org/\n"
    )
    (folder / "treaty.yaml").write_text(text, encoding="utf-8")
    return folder.parent


def test_json_keeps_the_contract(run: Callable[..., Result], glossary: Path) -> None:
    """An array of entries; every term has the contract's six keys."""
    result = run("--glossary", glossary, "lookup", "hiep", "uoc", "--json")
    assert result.exit_code == 0
    (entry,) = json.loads(result.stdout)
    assert (entry["id"], entry["subject_field"]) == ("treaty", "treaties")
    assert (entry["match"], entry["matched"]) == ("folded", "hiệp ước")
    assert list(entry["terms"]) == ["vi", "en", "ru"]
    assert entry["terms"]["en"] == []
    assert entry["terms"]["ru"] == [
        {
            "term": "договор",
            "status": "preferred",
            "type": None,
            "part_of_speech": "noun",
            "gender": "masculine",
            "source": ["https://example.org/"],
            "attested": True,
        }
    ]


def test_to_limits_what_is_shown(run: Callable[..., Result], glossary: Path) -> None:
    """`--to` keeps the languages asked for and the one that matched."""
    result = run("--glossary", glossary, "lookup", "hiệp ước", "--to", "en", "--json")
    assert list(json.loads(result.stdout)[0]["terms"]) == ["vi", "en"]
    result = run("--glossary", glossary, "lookup", "hiệp ước", "--to", "en")
    assert "договор" not in result.stdout


def test_nothing_found_is_exit_1_with_a_word(run: Callable[..., Result], glossary: Path) -> None:
    """stdout stays empty (or an empty array); stderr says what was tried."""
    result = run("--glossary", glossary, "lookup", "kraken", "--from", "vi")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "kraken" in result.stderr
    assert "Tiếng Việt" in result.stderr
    result = run("--glossary", glossary, "lookup", "kraken", "--json")
    assert (result.exit_code, result.stdout) == (1, "[]\n")


@pytest.mark.parametrize("query", ["", " ", "...", "\x1b[31m", "\x00", "\udc80", "x" * 10_000])
def test_odd_queries_end_in_order(run: Callable[..., Result], glossary: Path, query: str) -> None:
    """Empty, only marks, control characters, broken bytes, too long: exit 1 and a short word."""
    result = run("--glossary", glossary, "lookup", query)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "Nothing found" in result.stderr
    assert len(result.stderr) < 400
    assert "\x1b" not in result.stderr


def test_no_words_is_wrong_use(run: Callable[..., Result]) -> None:
    """Without a word there is nothing to look up: exit 2."""
    assert run("lookup").exit_code == 2


def test_a_missing_folder_is_exit_2(run: Callable[..., Result], tmp_path: Path) -> None:
    """A glossary that is not there cannot be read."""
    result = run("--glossary", tmp_path / "none", "lookup", "x")
    assert result.exit_code == 2
    assert "none" in result.stderr


def test_more_entries_are_announced(run: Callable[..., Result], glossary: Path) -> None:
    """Where the limit keeps entries back, stderr says so; where not, it is silent."""
    field = glossary / "treaties"
    text = (field / "treaty.yaml").read_text(encoding="utf-8")
    (field / "treaty2.yaml").write_text(text.replace("id: treaty", "id: treaty2"), encoding="utf-8")
    assert run("--glossary", glossary, "lookup", "hiệp ước").stderr == ""
    assert "--limit" in run("--glossary", glossary, "lookup", "hiệp ước", "--limit", "1").stderr


def test_errors_in_the_glossary_are_told(run: Callable[..., Result], glossary: Path) -> None:
    """An entry that cannot be read does not stop the look-up, nor is it kept quiet."""
    (glossary / "treaties" / "broken.yaml").write_text("id: [", encoding="utf-8")
    for _again in range(2):
        result = run("--glossary", glossary, "lookup", "hiệp ước")
        assert result.exit_code == 0
        assert "validate" in result.stderr
