"""suggest: equivalents proposed with reasons, and none that is not grammatical."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import Result
from hypothesis import given
from hypothesis import strategies as st

from vnru_terms.curation.suggest_grounds import grounds_of
from vnru_terms.curation.suggest_names import names
from vnru_terms.curation.suggest_parallel import from_parallel, parallel
from vnru_terms.curation.suggestions import SUGGESTERS, TARGETS, prepared
from vnru_terms.lang.phrases import PHRASES
from vnru_terms.mining.alignment import Unit, align, anchors_of, line_by_line
from vnru_terms.model import (
    ConceptEntry,
    Kind,
    LanguageSection,
    PartOfSpeech,
    Status,
    Termbase,
    TermEntry,
)
from vnru_terms.workflow.suggest import missing_suggestions, read_as, suggestions_for
from vnru_terms.workflow.suggest_parallel import read_parallel

Run = Callable[..., Result]
DATA = Path(__file__).parent / "data"


def rows(name: str) -> Iterator[list[str]]:
    for line in (DATA / f"suggest_{name}.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield [cell.strip() for cell in line.split("|")]


def concept(id: str, vi: str, en: str, ru: str, **extra: object) -> ConceptEntry:
    """A concept of preferred terms; of several, parted by a slash, the others are admitted."""
    texts = zip(("vi", "en", "ru"), (vi, en, ru), strict=True)
    sections = tuple(
        LanguageSection(
            code,
            tuple(
                TermEntry(term, Status.ADMITTED if i else Status.PREFERRED)
                for i, term in enumerate(text.split("/"))
            ),
        )
        for code, text in texts
        if text
    )
    return ConceptEntry(id, "visits", sections, **extra)  # type: ignore[arg-type]


SMALL = Termbase(
    (
        concept("cooperation", "hợp tác", "cooperation", "сотрудничество"),
        concept("dialogue", "đối thoại", "dialogue", "диалог"),
        concept("visit", "thăm/chuyến thăm", "visit", "визит"),
        concept("private-visit", "thăm cá nhân/chuyến thăm cá nhân", "private visit",
                "частный визит"),
        concept("consulate", "lãnh sự quán", "consulate", "консульство", kind=Kind.INSTITUTION),
        concept("defence", "quốc phòng", "defence", "оборона"),
        concept("trade", "thương mại", "trade", "торговля"),
        concept("minister", "bộ trưởng quốc phòng", "minister of defence", "министр обороны"),
        concept("defence-cooperation", "hợp tác quốc phòng", "defence cooperation",
                "оборонное сотрудничество"),
    )
)  # fmt: skip


def best(term: str, language: str, termbase: Termbase = SMALL) -> str:
    found = suggestions_for(term, termbase, to=[language])
    return found[0].term if found else ""


# --- the languages


@pytest.mark.parametrize(
    ("language", "part", "whole", "other", "expected"),
    [("ru", *row) for row in rows("russian")] + [("en", *row) for row in rows("english")],
)
def test_a_term_takes_the_place_of_another(
    language: str, part: str, whole: str, other: str, expected: str
) -> None:
    """In its case, number and capitals, with what agrees; or not at all."""
    phrases = PHRASES[language]
    made = [phrases.fill(place, other) for place in phrases.find(part, whole)]
    assert made == [None if expected == "-" else expected]


@pytest.mark.parametrize(("form", "expected"), list(rows("citations")))
def test_a_form_met_in_a_text_is_shown_as_in_a_dictionary(form: str, expected: str) -> None:
    assert expected in PHRASES["ru"].citations(form)


@pytest.mark.parametrize("language", TARGETS)
def test_a_term_in_its_own_place_changes_nothing(termbase: Termbase, language: str) -> None:
    """Over the real glossary: what is found is put back as it stood, letter by letter."""
    phrases = PHRASES[language]
    terms = [t.surface for e in termbase.entries for t in e.terms(language)][::5]
    checked = 0
    for part in terms[:250]:
        for whole in terms:
            for place in phrases.find(part, whole):
                made = phrases.fill(place, part)
                if made is not None:
                    assert made.casefold() == whole.casefold()
                    checked += 1
    assert checked > 20


# --- the suggesters


@pytest.mark.parametrize(
    ("term", "language", "expected"),
    [
        ("đối thoại quốc phòng", "ru", "оборонный диалог"),
        ("đối thoại quốc phòng", "en", "defence dialogue"),
        ("bộ trưởng thương mại", "ru", "министр торговли"),
        ("bộ trưởng thương mại", "en", "minister of trade"),
        ("lãnh sự quán Pháp", "ru", "консульство Франции"),
        ("lãnh sự quán Hà Lan", "en", "consulate of the Netherlands"),
        ("Na Uy", "ru", "Норвегия"),
        ("tiếng Khmer", "ru", "кхмерский язык"),
        ("Mỹ", "ru", "Соединённые Штаты Америки"),
        ("chuyến thăm", "ru", "визит"),
    ],
)
def test_what_is_suggested_first(term: str, language: str, expected: str) -> None:
    assert best(term, language) == expected


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("Thủ tướng Nhật Bản", "Премьер-министр Японии"),
        ("Thủ tướng Đức", "Федеральный канцлер Германии"),
        ("Thủ tướng Nga", "Председатель Правительства России"),
        ("Thứ trưởng Bộ Y tế", "заместитель министра здравоохранения"),
        ("Đại sứ quán Pháp", "посольство Франции"),
    ],
)
def test_of_homonyms_the_one_of_the_country_is_taken(
    termbase: Termbase, term: str, expected: str
) -> None:
    """The glossary says which head of government is whose; a suggestion listens."""
    assert best(term, "ru", termbase) == expected


@pytest.mark.parametrize("term", ["nuôi ong", "quốc phòng nuôi ong", "", "…", "x" * 5000])
def test_where_nothing_is_known_nothing_is_said(term: str) -> None:
    assert suggestions_for(term, SMALL) == ()


def test_a_word_that_may_be_missing_is_learnt_from_the_glossary() -> None:
    """Thăm and chuyến thăm are one concept, so chuyến may stand before other visits too."""
    more = concept("first-visit", "thăm lần đầu", "first visit", "первый визит")
    termbase = Termbase((*SMALL.entries, more))
    assert best("chuyến thăm lần đầu", "ru", termbase) == "первый визит"


def test_a_body_without_its_country_is_another() -> None:
    """A country is not taken for a word that may be missing."""
    entries = [
        concept(f"body-{i}", f"cơ quan {i} Nga/cơ quan {i}", f"body {i}", f"орган {i}")
        for i in range(4)
    ]
    other = concept("navy", "hải quân", "navy", "флот")
    assert best("hải quân Nga", "ru", Termbase((*entries, other))) != "флот"


@pytest.mark.parametrize(
    "typed", ["thăm chính thức", "Thăm chính thức", "tham chinh thuc", "thăm chinh thuc"]
)
def test_a_known_term_gives_its_own_equivalents(termbase: Termbase, typed: str) -> None:
    """What the glossary has comes first, however the term is typed."""
    first = suggestions_for(typed, termbase, to=["ru"])[0]
    assert first.term == "официальный визит" and first.concepts == ("official-visit",)


def test_diacritics_are_put_back_only_in_one_way() -> None:
    other = concept("guest", "khách", "guest", "гость")
    third = concept("other", "khạch", "x", "y")
    assert read_as("doi thoai quoc phong", SMALL) == "đối thoại quốc phòng"
    assert read_as("khach", Termbase((*SMALL.entries, other))) == "khách"
    assert read_as("khach", Termbase((*SMALL.entries, other, third))) == "khach"
    assert read_as("doi thoai zzz", SMALL) == "doi thoai zzz"


def test_a_deprecated_term_leads_to_what_is_said_today() -> None:
    entry = concept("x", "a b c", "right", "верно")
    section = entry.languages[0]
    old = TermEntry("a b d", Status.DEPRECATED)
    changed = LanguageSection("vi", (*section.terms, old))
    termbase = Termbase((ConceptEntry("x", "visits", (changed, *entry.languages[1:])),))
    found = suggestions_for("a b d", termbase, to=["en"])
    assert found[0].term == "right" and "a b c" in found[0].reason


def test_no_verb_is_put_in_a_nouns_place() -> None:
    """An admitted verb among a concept's terms does not stand for its noun."""
    verb = TermEntry("cooperate", Status.ADMITTED, part_of_speech=PartOfSpeech.VERB)
    noun = TermEntry("cooperation", part_of_speech=PartOfSpeech.NOUN)
    mixed = ConceptEntry(
        "cooperation", "visits",
        (LanguageSection("vi", (TermEntry("hợp tác"),)), LanguageSection("en", (noun, verb))),
    )  # fmt: skip
    talks = ConceptEntry(
        "dialogue", "visits",
        (
            LanguageSection("vi", (TermEntry("đối thoại"),)),
            LanguageSection("en", (TermEntry("dialogue", part_of_speech=PartOfSpeech.NOUN),)),
        ),
    )  # fmt: skip
    whole = concept("d", "đối thoại quốc phòng", "defence dialogue", "")
    found = suggestions_for("hợp tác quốc phòng", Termbase((mixed, talks, whole)), to=["en"])
    assert [s.term for s in found] == ["defence cooperation"]


def test_every_suggestion_has_a_reason_and_a_strength(termbase: Termbase) -> None:
    """Over the real glossary, each concept hidden from its own question."""
    seen = 0
    for entry in termbase.entries[::11]:
        term = entry.preferred("vi")
        if term is None:
            continue
        for s in suggestions_for(term.surface, termbase, without=[entry.id]):
            assert s.reason and 0 < s.strength <= 1 and s.language in TARGETS
            assert entry.id not in s.concepts
            assert all(termbase.entry(id) for id in s.concepts)
            seen += 1
    assert seen > 50


def test_the_names_of_countries_are_the_diplomatic_ones() -> None:
    """What CLDR has as a label for a screen is not what a note says."""
    found = {s.entry.id: s.entry for senses in names().values() for s in senses}

    def name(code: str, language: str) -> str:
        preferred = found[f"CLDR {code}"].preferred(language)
        assert preferred is not None
        return preferred.term

    assert name("KP", "en") == "Democratic People's Republic of Korea"
    assert name("KR", "en") == "Republic of Korea"
    assert name("US", "ru") == "Соединённые Штаты Америки"
    assert name("VN", "en") == "Viet Nam"
    assert name("MM", "ru") == "Мьянма"
    assert "CLDR XK" not in found and "CLDR ZZ" not in found
    texts = [t.term for e in found.values() for _language, t in e.all_terms()]
    assert not [text for text in texts if " & " in text or "о-ва " in text]


@given(st.text(max_size=40))
def test_any_text_may_be_asked(term: str) -> None:
    """No text breaks a suggester, and the same question has the same answer."""
    grounds = prepared(SMALL)
    for suggester in SUGGESTERS.values():
        assert list(suggester(term, grounds)) == list(suggester(term, grounds))


def test_a_concept_that_is_left_aside_is_not_there() -> None:
    grounds = grounds_of(SMALL)
    assert grounds.of(("hơp5", "tac4"))
    assert best("hợp tác", "ru") == "сотрудничество"
    assert not suggestions_for("hợp tác", SMALL, without=["cooperation"])


def test_missing_languages_are_a_worklist() -> None:
    gap = concept("gap", "đối thoại quốc phòng", "defence dialogue", "")
    (row,) = missing_suggestions(Termbase((*SMALL.entries, gap)))
    assert (row[0].id, row[0].language) == ("gap", "ru")
    assert row[1][0].term == "оборонный диалог"


# --- parallel texts


def units(*texts: str) -> list[Unit]:
    return [Unit(text, i, anchors_of(text)) for i, text in enumerate(texts, start=1)]


def pairs(source: list[Unit], target: list[Unit]) -> list[tuple[list[int], list[int]]]:
    blocks = align(source, target)
    return [([u.line for u in b.source], [u.line for u in b.target]) for b in blocks]


def test_two_sentences_may_be_one() -> None:
    source = units("a" * 40, "b" * 90, "c" * 40)
    target = units("a" * 41, "b" * 44, "b" * 45, "c" * 40)
    assert pairs(source, target) == [([1], [1]), ([2], [2, 3]), ([3], [4])]


def test_numbers_and_names_hold_the_texts_together() -> None:
    """A sentence that was left out moves no other from its place."""
    source = units("x" * 50, "Gazprom " + "x" * 43, "2019 " + "x" * 45, "x" * 50)
    target = units("x" * 50, "2019 " + "x" * 46, "x" * 51)
    assert ([3], [2]) in pairs(source, target) and ([4], [3]) in pairs(source, target)


@given(st.lists(st.integers(1, 200), max_size=12), st.lists(st.integers(1, 200), max_size=12))
def test_alignment_keeps_the_order_and_uses_no_sentence_twice(a: list[int], b: list[int]) -> None:
    blocks = align(units(*("x" * n for n in a)), units(*("y" * n for n in b)))
    for side in ("source", "target"):
        lines = [unit.line for block in blocks for unit in getattr(block, side)]
        assert lines == sorted(set(lines))
    assert all(block.source and block.target for block in blocks)


def test_lines_that_go_together_need_no_search() -> None:
    source, target = units("a" * 10, "b" * 60, "c" * 30), units("a" * 12, "b" * 66, "c" * 28)
    blocks = line_by_line(source, target)
    assert blocks is not None and [len(b.source) for b in blocks] == [1, 1, 1]
    assert line_by_line(source, units("a" * 60, "b" * 10, "c" * 40)) is None
    assert line_by_line(source, target[:2]) is None


def files(suffix: str = "ru") -> tuple[Path, Path]:
    return DATA / "suggest_parallel_vi.txt", DATA / f"suggest_parallel_{suffix}.txt"


def test_a_parallel_text_gives_the_equivalent_in_the_nominative() -> None:
    """Пчеловодство, пчеловодством, о пчеловодстве are one, shown as in a dictionary."""
    texts = read_parallel(*files(), grounds_of(SMALL)).texts
    found = list(from_parallel("nuôi ong", texts))
    assert found[0].term == "пчеловодство"
    assert "4 " in found[0].reason and "suggest_parallel_ru.txt:" in found[0].reason
    assert suggestions_for("nuôi ong", SMALL, texts=texts)[0].term == "пчеловодство"


def test_the_order_of_the_files_does_not_matter() -> None:
    one = read_parallel(*files(), grounds_of(SMALL)).texts
    other = read_parallel(*files()[::-1], grounds_of(SMALL)).texts
    assert one == other


def test_one_pair_of_sentences_says_nothing() -> None:
    block = line_by_line(units("mùa xuân đến", "a b c d"), units("весна пришла", "э ю я ж"))
    assert block is not None
    assert not list(from_parallel("mùa xuân", parallel(block, "ru", ("a", "b"))))


def test_a_word_that_goes_better_with_another_gives_way() -> None:
    """Name and office stand together; the name on the other side belongs to the name."""
    source = units("ngoại trưởng: Ivanop đến", "ngoại trưởng: Ivanop đi", "ngoại trưởng: Ivanop về",
                   "Ivanop ăn", "bộ trưởng ngủ", "bộ trưởng hát")  # fmt: skip
    target = units("министр: Иванов прибыл", "министр: Иванов уехал", "министр: Иванов вернулся",
                   "Иванов ест", "министр спит", "министр поёт")  # fmt: skip
    blocks = line_by_line(source, target)
    assert blocks is not None
    first = next(from_parallel("ngoại trưởng", parallel(blocks, "ru", ("a", "b"))))
    assert first.term == "министр"


# --- the command


def test_json_is_a_list(run: Run) -> None:
    """A script gets a list of objects, best first."""
    found = json.loads(run("suggest", "thăm", "chính", "thức", "--json", "--to", "en").stdout)
    assert found[0]["term"] == "official visit" and {f["language"] for f in found} == {"en"}
    assert set(found[0]) == {"language", "term", "gender", "strength", "reason", "concepts"}


def test_text_is_grouped_by_language_and_fits_a_terminal(run: Run) -> None:
    result = run("suggest", "hội đàm cấp cao", "--parallel", *files())
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert "English" in lines and "Русский" in lines
    assert all(len(line) <= 80 for line in lines)


def test_the_worklist_of_missing_languages_says_when_it_is_empty(run: Run) -> None:
    result = run("suggest", "--missing")
    assert (result.exit_code, result.stdout) == (1, "") and "No concept lacks" in result.stderr


def test_the_worklist_of_missing_languages(run: Run, tmp_path: Path) -> None:
    """Concept, term, and what may be the equivalent; the concept itself is not asked."""
    folder = tmp_path / "glossary" / "visits"
    folder.mkdir(parents=True)
    for id, vi, en in (("visit", "chuyến thăm", "visit"), ("the-visit", "Chuyến thăm", "")):
        lines = [f"id: {id}", "languages:"]
        for code, term in (("vi", vi), ("en", en), ("ru", "")):
            if term:
                lines += [f"  {code}:", "    terms:", f"    - term: {term}"]
                lines += ["      status: preferred"]
        (folder / f"{id}.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    arguments = ("--glossary", folder.parent, "suggest", "--missing", "--to", "en")
    assert "visits/the-visit: Chuyến thăm\nEnglish\n  visit" in run(*arguments).stdout
    (row,) = json.loads(run(*arguments, "--json").stdout)
    assert (row["concept"], row["suggestions"][0]["term"]) == ("the-visit", "visit")


def test_what_was_typed_without_diacritics_is_said(run: Run) -> None:
    result = run("suggest", "dai su quan Phap", "--to", "ru")
    assert "Đại sứ quán Pháp" in result.stderr and "посольство Франции" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["zzz"], 1, "Nothing to suggest"),
        (["…"], 2, "no word"),
        ([""], 2, "no word"),
        ([], 2, "no word"),
        (["x", "--missing"], 2, "no TERM"),
        (["x", "--parallel", "{vi}", "{vi}"], 2, "Tiếng Việt"),
        (["x", "--parallel", "{ru}", "{ru}"], 2, "Русский"),
        (["x", "--parallel", "{vi}", "{none}"], 2, "no such file"),
        (["x", "--parallel", "{vi}", "{empty}"], 2, "empty"),
        (["zzz", "--parallel", "{vi}", "{ru}"], 1, "0 of"),
        (["nuôi ong", "--parallel", "{vi}", "{long}"], 0, "times as long"),
    ],
)
def test_bad_input_says_what_is_wrong(
    run: Run, tmp_path: Path, arguments: list[str], code: int, says: str
) -> None:
    vi, ru = files()
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "long.txt").write_text(ru.read_text(encoding="utf-8") * 5, encoding="utf-8")
    named = {"vi": vi, "ru": ru, "none": tmp_path / "none.txt"}
    named |= {name: tmp_path / f"{name}.txt" for name in ("empty", "long")}
    result = run("suggest", *(a.format(**named) for a in arguments))
    assert result.exit_code == code and says.lower() in result.stderr.lower()
