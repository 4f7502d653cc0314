"""suggest: equivalents proposed with reasons, and none that is not grammatical."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from suggest_cases import SMALL, Run, concept, files, rows

from vnru_terms.curation.suggest_grounds import grounds_of
from vnru_terms.curation.suggest_names import names
from vnru_terms.curation.suggestions import SUGGESTERS, TARGETS, prepared
from vnru_terms.lang.phrases import PHRASES
from vnru_terms.model import (
    ConceptEntry,
    LanguageSection,
    PartOfSpeech,
    Status,
    Termbase,
    TermEntry,
)
from vnru_terms.workflow.suggest import missing_suggestions, read_as, suggestions_for


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
