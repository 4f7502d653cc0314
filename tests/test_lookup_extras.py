"""What look-up offers besides the entry: forms, the clipboard, the prompt, keystrokes, parts."""

from __future__ import annotations

import base64
import io
import json
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import Result

from vnru_terms.cli import clipboard, lookup_prompt, vnru_terms
from vnru_terms.cli.lookup_forms import forms_lines
from vnru_terms.cli.lookup_prompt import offers
from vnru_terms.findings import MissingExtraError
from vnru_terms.lang import LANGUAGES
from vnru_terms.lang.paradigm import spelled
from vnru_terms.lang.recipe import Inflected, Recipe
from vnru_terms.matching.keystrokes import decodings, telex, vni
from vnru_terms.matching.lookup import look_up
from vnru_terms.model import (
    ConceptEntry,
    Gender,
    Kind,
    LanguageSection,
    PartOfSpeech,
    Termbase,
    TermEntry,
)
from vnru_terms.quick.entry_text import Page
from vnru_terms.store.glossary import read_glossary
from vnru_terms.store.index import Index
from vnru_terms.store.index_build import index_in_memory, source_of
from vnru_terms.store.term_phrases import phrase_of
from vnru_terms.store.term_table import concept_recipes
from vnru_terms.text.typed import spelling, words_of

DATA = Path(__file__).parent / "data"


def entry(id: str, **terms: str) -> ConceptEntry:
    """A concept with one term in each of the languages named."""
    sections = (LanguageSection(code, (TermEntry(term),)) for code, term in terms.items())
    return ConceptEntry(id, "field", tuple(sections))


@pytest.fixture(scope="module")
def index() -> Iterator[Index]:
    """A few concepts that queries name together."""
    base = Termbase(
        (
            entry("prime-minister", vi="Thủ tướng", ru="Премьер-министр"),
            entry("russia", vi="Nga", ru="Россия"),
            entry("talks", vi="hội đàm", en="talks", ru="переговоры"),
            entry("deputy", vi="Phó Thủ tướng thứ nhất Nga", ru="первый заместитель"),
            entry("treaty", vi="hiệp ước", en="treaty", ru="договор"),
            entry("partner", vi="đối tác", en="partner", ru="партнёр"),
        )
    )
    with index_in_memory(source_of(base)) as found:
        yield found


def rows(index: Index, query: str) -> list[tuple[str, str, str]]:
    """Matched term, kind and part of what a query finds."""
    return [(hit.row.surface, hit.kind, hit.part) for hit in look_up(index, query)]


def test_a_query_of_several_concepts_is_its_parts(index: Index) -> None:
    """The longest part first, each saying which words it answers; then longer terms with them."""
    assert rows(index, "Thủ tướng Nga") == [
        ("Thủ tướng", "exact", "thủ tướng"),
        ("Nga", "exact", "nga"),
        ("Phó Thủ tướng thứ nhất Nga", "words", ""),
    ]


def test_parts_may_be_inflected_or_bare(index: Index) -> None:
    """Russian cases, and a query without any diacritics."""
    assert rows(index, "переговоров премьер-министра") == [
        ("Премьер-министр", "lemma", "премьер министра"),
        ("переговоры", "lemma", "переговоров"),
    ]
    assert [part for _term, _kind, part in rows(index, "hoi dam nga")] == ["hoi dam", "nga"]


def test_a_typo_is_tried_before_parts_that_leave_words_over(index: Index) -> None:
    """hội đàmm is a typo of a term; hội đàm Mishustin is a term and a name that is not there."""
    assert rows(index, "hoi damm")[0][:2] == ("hội đàm", "fuzzy")
    assert rows(index, "hội đàm Mishustin") == [("hội đàm", "exact", "hội đàm")]


KEYS = {"\u0301": "s1", "\u0300": "f2", "\u0309": "r3", "\u0303": "x4", "\u0323": "j5"}
SHAPES = {"\u0302": ("", "6"), "\u031b": ("w", "7"), "\u0306": ("w", "8")}


def typed(syllable: str, method: int, *, last: bool) -> str:
    """A syllable as the keys of Telex (0) or VNI (1); the tone's key last, or after its vowel."""
    keys = tone = ""
    for letter in syllable:
        base, *marks = unicodedata.normalize("NFD", letter)
        keys += {"đ": ("dd", "d9")[method]}.get(letter, base)
        for mark in marks:
            if mark in SHAPES:
                keys += SHAPES[mark][method] or base
        for mark in marks:
            if mark in KEYS and last:
                tone = KEYS[mark][method]
            elif mark in KEYS:
                keys += KEYS[mark][method]
    return keys + tone


@pytest.mark.parametrize("last", [True, False])
@pytest.mark.parametrize("method", [0, 1])
def test_every_syllable_of_the_glossary_can_be_typed(
    termbase: Termbase, method: int, last: bool
) -> None:
    """Each Vietnamese syllable with marks, as the keys of both methods, is read as itself."""
    decode = (telex, vni)[method]
    syllables = {
        word
        for e in termbase.entries
        for term in e.terms("vi")
        for word in words_of(term.surface)
        if word.isalpha() and not word.isascii() and len(word) < 8
    }
    assert len(syllables) > 900
    wrong = {
        word
        for word in syllables
        if spelling(decode(typed(word, method, last=last))) != spelling(word)
    }
    # Foreign words, and a syllable with two o, which the methods take for ô.
    assert wrong <= {"agrément", "antónio", "díaz", "genève", "josé", "oóc"}, wrong


@pytest.mark.parametrize(
    "word", ["the", "12", "hoi", "переговоры", "2025", "hội", "a" * 50, "", "z", "g20"]
)
def test_what_holds_no_keys_is_left(word: str) -> None:
    """A word that neither method changes is not read at all."""
    assert decodings([word]) == []


def test_keystrokes_are_tried_only_where_nothing_fits(index: Index) -> None:
    """Telex and VNI, inflected order too; an English word that is there is not damaged."""
    assert rows(index, "ddoois tacs") == [("đối tác", "keystrokes", "")]
    assert rows(index, "d9o61i ta1c") == [("đối tác", "keystrokes", "")]
    assert rows(index, "hieepj uowcs")[0] == ("hiệp ước", "keystrokes", "")
    assert rows(index, "partner")[0][1] == "exact"


def test_completion_offers_terms_as_one_types(index: Index) -> None:
    """In any language, diacritics or not, what is typed whole first; nothing for nothing."""
    assert offers(index, "thu") == ["Thủ tướng"]
    assert offers(index, "hội đ") == ["hội đàm"]
    assert offers(index, "ПЕР")[0] == "переговоры"
    assert offers(index, "tr", from_="en") == ["treaty"]
    assert offers(index, "") == offers(index, "  ...") == []


class Terminal(io.StringIO):
    """Standard input that somebody sits at."""

    def isatty(self) -> bool:
        return True


def test_the_prompt_asks_until_an_empty_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A plain prompt where prompt_toolkit is missing: each line is answered, Ctrl-C clears one.

    The options of the command hold for every answer.
    """

    def missing(*_names: str) -> None:
        raise MissingExtraError("not installed")

    said: list[object] = ["hội đàm", KeyboardInterrupt(), "kraken", ""]

    def type_line(_sign: str) -> str:
        line = said.pop(0)
        if isinstance(line, BaseException):
            raise line
        return str(line)

    monkeypatch.chdir(DATA / "small")
    monkeypatch.setattr(lookup_prompt, "need", missing)
    monkeypatch.setattr("builtins.input", type_line)
    monkeypatch.setattr("sys.stdin", Terminal())
    with pytest.raises(SystemExit):
        vnru_terms(["lookup", "--forms"])
    printed = capsys.readouterr()
    assert "переговоры" in printed.out and "переговорами" in printed.out
    assert "Nothing found for “kraken”" in printed.err
    assert said == []


def test_no_words_and_no_terminal_is_wrong_use(run: Callable[..., Result]) -> None:
    """A script that forgot its words must not wait for somebody to type."""
    assert run("lookup").exit_code == 2


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[tuple[list[str], bytes]]:
    """What the system's tools are given, instead of running them."""
    given: list[tuple[list[str], bytes]] = []

    def take(command: list[str], **options: object) -> subprocess.CompletedProcess[bytes]:
        given.append((command, bytes(options["input"])))  # type: ignore[call-overload]
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(clipboard.subprocess, "run", take)
    return given


@pytest.mark.parametrize(
    ("there", "variables", "command", "encoding"),
    [
        ("pbcopy", {}, ["pbcopy"], "utf-8"),
        ("clip.exe", {}, ["clip.exe"], "utf-16"),
        ("wl-copy", {"WAYLAND_DISPLAY": "wayland-0"}, ["wl-copy"], "utf-8"),
        ("xclip", {"DISPLAY": ":0"}, ["xclip", "-selection", "clipboard"], "utf-8"),
        ("xsel", {"DISPLAY": ":0"}, ["xsel", "--input", "--clipboard"], "utf-8"),
    ],
)
def test_the_systems_tool_gets_the_term(
    told: list[tuple[list[str], bytes]],
    monkeypatch: pytest.MonkeyPatch,
    there: str,
    variables: dict[str, str],
    command: list[str],
    encoding: str,
) -> None:
    """Each system's own, in the encoding that it reads."""
    monkeypatch.setattr(clipboard.shutil, "which", lambda name: name if name == there else None)
    assert clipboard.copy("переговоры", variables)
    assert told == [(command, "переговоры".encode(encoding))]


def test_without_a_tool_the_terminal_is_asked(
    told: list[tuple[list[str], bytes]], monkeypatch: pytest.MonkeyPatch, capsys
) -> None:
    """OSC 52; over ssh even where there are tools, which would fill the far machine's clipboard."""
    monkeypatch.setattr(clipboard.shutil, "which", lambda name: None)
    assert not clipboard.copy("hội đàm", {"TERM": "xterm"})
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    assert clipboard.copy("hội đàm", {"TERM": "xterm"})
    code = base64.b64encode("hội đàm".encode()).decode()
    assert capsys.readouterr().err == f"\x1b]52;c;{code}\x07"
    monkeypatch.setattr(clipboard.shutil, "which", lambda name: name)
    assert clipboard.copy("x", {"TERM": "xterm", "SSH_TTY": "/dev/pts/1", "DISPLAY": ":0"})
    assert told == []


def test_copy_says_what_it_copied(
    run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first equivalent shown; --to chooses it. Where there is no clipboard, a word on that."""
    copied: list[str] = []
    monkeypatch.chdir(DATA / "small")
    monkeypatch.setattr(clipboard, "copy", lambda text, _environ: copied.append(text) or True)
    assert "Copied: talks" in run("lookup", "hội đàm", "--copy").stderr
    run("lookup", "hội đàm", "--copy", "--to", "ru")
    assert copied == ["talks", "переговоры"]
    monkeypatch.setattr(clipboard, "copy", lambda _text, _environ: False)
    result = run("lookup", "hội đàm", "--copy")
    assert result.exit_code == 0
    assert "clipboard" in result.stderr


def test_an_entry_without_equivalents_has_nothing_to_copy() -> None:
    """A concept in one language alone."""
    values = {"id": "x", "languages": [{"language": "vi", "terms": [{"term": "hội đàm"}]}]}
    page = Page(values, kind="exact", language="vi", position=0, languages=("vi", "en", "ru"))
    assert clipboard.first_equivalent(page) == ""


def test_forms_show_the_whole_paradigm(
    run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Six cases of both numbers, case by case; in JSON a list by language and term."""
    monkeypatch.chdir(DATA / "small")
    text = run("lookup", "всеобъемлющее стратегическое партнёрство", "--forms").stdout
    assert "тв.    всеобъемлющим стратегическим партнёрством" in text
    assert "мн. им.    всеобъемлющие" in text
    found = json.loads(run("lookup", "политические консультации", "--forms", "--json").stdout)[0]
    forms = found["forms"]["ru"]["политические консультации"]
    assert "политическими консультациями" in forms
    assert "vi" not in found["forms"]
    assert "forms" not in json.loads(run("lookup", "политические консультации", "--json").stdout)[0]


def test_stress_is_shown_if_asked_for(run: Callable[..., Result], tmp_path: Path) -> None:
    """In place of the term, so that nobody copies it unawares; JSON always has both."""
    folder = tmp_path / "glossary" / "visits"
    folder.mkdir(parents=True)
    (folder.parent / "glossary.yaml").write_bytes(
        (DATA / "small" / "glossary" / "glossary.yaml").read_bytes()
    )
    (folder / "sign.yaml").write_text(
        "id: sign\nkind: term\nlanguages:\n  ru:\n    terms:\n    - term: подписать\n"
        "      status: preferred\n      part_of_speech: verb\n      pair: подписывать\n"
        "      stressed: подписа\u0301ть / подпи\u0301сывать\n",
        encoding="utf-8",
    )
    look = ("--glossary", str(folder.parent), "lookup", "подписать")
    assert "\u0301" not in run(*look).stdout
    shown = run(*look, "--stress").stdout
    assert "подписа\u0301ть / подпи\u0301сывать" in shown
    assert "подписывать" not in shown
    (term,) = json.loads(run(*look, "--json").stdout)[0]["terms"]["ru"]
    assert (term["term"], term["pair"]) == ("подписать", "подписывать")
    assert term["stressed"] == "подписа\u0301ть / подпи\u0301сывать"


@pytest.mark.parametrize(
    ("term", "kind", "rows"),
    [
        (
            TermEntry("Отдел печати", gender=Gender.MASCULINE),
            Kind.INSTITUTION,
            {0: "им.    Отдел печати", 1: "род.   Отдела печати", -1: "предл. Отделе печати"},
        ),
        (
            TermEntry("отдел печати", gender=Gender.MASCULINE),
            Kind.INSTITUTION,
            {0: "ед. им.    отдел печати", -1: "    предл. отделах печати"},
        ),
        (TermEntry("эмбарго", indeclinable=True), Kind.TERM, {0: "эмбарго нескл."}),
        (
            TermEntry("взаимовыгодный", part_of_speech=PartOfSpeech.ADJECTIVE),
            Kind.TERM,
            {3: "вин.   взаимовыгодный / взаимовыгодного, взаимовыгодную, взаимовыгодное, "
                "взаимовыгодные / взаимовыгодных"},
        ),
        (
            TermEntry("тесно взаимодействовать с Х", part_of_speech=PartOfSpeech.VERB),
            Kind.VERB,
            {0: "инф.     тесно взаимодействовать с Х", -2: "дееприч. взаимодействуя"},
        ),
    ],
)  # fmt: skip
def test_the_rows_of_a_paradigm(term: TermEntry, kind: Kind, rows: dict[int, str]) -> None:
    """By case, by gender, by tense; a proper name without its plural."""
    values = {
        "id": "x",
        "kind": kind.value,
        "languages": [
            {"language": "ru", "terms": [{"term": term.term, "indeclinable": term.indeclinable}]}
        ],
    }
    page = Page(values, kind="exact", language="ru", position=0, languages=("ru",), width=200)
    recipes = {("ru", 0): LANGUAGES["ru"].recipes(phrase_of(term, kind))}
    found = [line[6:] for line in forms_lines(page, recipes)]
    assert {n: found[n] for n in rows} == rows


def test_the_index_keeps_the_forms_as_the_languages_make_them() -> None:
    """Every term's recipes, of every language, come back from the index equal."""
    base, _findings = read_glossary(DATA / "small" / "glossary")
    compared = 0
    with index_in_memory(source_of(base)) as index:
        for number, concept in enumerate(base.entries, start=1):
            kept = concept_recipes(index.connection, number)
            for section in concept.languages:
                for position, term in enumerate(section.terms):
                    made = LANGUAGES[section.language].recipes(phrase_of(term, concept.kind))
                    assert kept.get((section.language, position), ()) == made
                    compared += len(made)
    assert compared > 30


def test_forms_keep_the_terms_capitals_and_marks() -> None:
    """A form stands in the place of the citation form, with its capitals and quotation marks."""
    inflected = Inflected((("посол",), ("посла", "послу")))
    recipe = Recipe("Чрезвычайный Посол «Мира»", ("чрезвычайный", inflected, "мира"), "noun")
    assert list(spelled(recipe)) == [
        (0, "Чрезвычайный Посол «Мира»"),
        (1, "Чрезвычайный Посла «Мира»"),
    ]


def test_what_was_in_force_comes_first(run: Callable[..., Result], tmp_path: Path) -> None:
    """--on puts the concept of that date before its successor or predecessor of the same name."""
    folder = tmp_path / "own"
    for id, valid, ru in (
        ("a-new", "  from: '2025-03-01'", "Министерство нового"),
        ("z-old", "  to: 2025-02\n  successor: a-new", "Министерство старого"),
    ):
        path = folder / "field" / f"{id}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            f"id: {id}\ndistinguish: {id}\nvalid:\n{valid}\nlanguages:\n  vi:\n    terms:\n"
            "    - term: Bộ Môi trường\n      status: preferred\n  ru:\n    terms:\n"
            f"    - term: {ru}\n      status: preferred\n",
            encoding="utf-8",
        )

    def order(*options: str) -> list[tuple[str, object]]:
        found = json.loads(
            run("--glossary", folder, "lookup", "Bộ Môi trường", "--json", *options).stdout
        )
        return [(one["id"], one.get("in_force")) for one in found]

    assert order() == [("a-new", None), ("z-old", None)]
    assert order("--on", "2024-05-01") == [("z-old", True), ("a-new", False)]
    assert order("--on", "2025-03-01") == [("a-new", True), ("z-old", False)]
    assert order("--on", "2025") == [("a-new", True), ("z-old", True)]
    result = run("--glossary", folder, "lookup", "bo moi truong", "--on", "01.05.2024")
    assert result.exit_code == 2 and "2025-02-28" in result.stderr
