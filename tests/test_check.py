"""The check of a translation: what it reports, how surely, and in which forms it says so."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from vnru_terms.cli.check_text import report_lines
from vnru_terms.findings import Place, Severity
from vnru_terms.lang.families import akin, stem
from vnru_terms.matching.check import DocumentCheck, check_segment
from vnru_terms.matching.check_sides import Checker, concepts_of, sides_of
from vnru_terms.matching.matcher import Matcher
from vnru_terms.matching.numbers import compare, numbers_in
from vnru_terms.matching.remark import CODES, Remark
from vnru_terms.matching.segment import Direction, Segment, State, make_segment
from vnru_terms.model import (
    ConceptEntry,
    Kind,
    LanguageSection,
    Reason,
    Status,
    Termbase,
    TermEntry,
    Usage,
    Validity,
)
from vnru_terms.workflow.check import CheckedFile

DATA = Path(__file__).parent / "data" / "check"
TERM_CODES = ("C101", "C102", "C105")


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def segment(row: dict[str, str], **more: object) -> Segment:
    direction = Direction(row["from"], row["to"])
    return make_segment(row["source"], row["target"], direction, Place("a.tsv", 1), **more)


@pytest.fixture(scope="session")
def checker(termbase: Termbase) -> Checker:
    """The real glossary, ready to check against."""
    return Checker.of(termbase, Matcher.of(termbase))


def entry(id: str, *, kind: Kind = Kind.TERM, related: tuple[str, ...] = (), field: str = "f",
          valid: Validity | None = None, **terms: object) -> ConceptEntry:  # fmt: skip
    """A concept from its terms by language: a string, or TermEntries."""
    sections = tuple(
        LanguageSection(
            code,
            tuple(t if isinstance(t, TermEntry) else TermEntry(str(t)) for t in given)
            if isinstance(given, list)
            else (TermEntry(str(given)),),
        )
        for code, given in terms.items()
    )
    return ConceptEntry(id, field, sections, kind=kind, related=related, valid=valid)


def small(*entries: ConceptEntry, on: str = "") -> Checker:
    base = Termbase(tuple(entries))
    return Checker.of(base, Matcher.of(base), on)


def remarks(source: str, target: str, checker: Checker, **more: object) -> list[Remark]:
    found = make_segment(source, target, Direction("vi", "ru"), Place("a", 1), **more)
    return check_segment(found, checker)


def told(found: list[Remark]) -> list[tuple[str, str]]:
    return [(remark.code, remark.severity.value) for remark in found]


PARTNERSHIP = entry(
    "partnership",
    vi="đối tác chiến lược toàn diện",
    ru=[
        TermEntry("всеобъемлющее стратегическое партнёрство"),
        TermEntry("ВСП", Status.ADMITTED),
        TermEntry("полное стратегическое партнёрство", Status.DEPRECATED, reason=Reason.CALQUE),
    ],
)
STRATEGIC = entry("strategic", vi="đối tác chiến lược", ru="стратегическое партнёрство")
TALKS = entry("talks", vi="cuộc hội đàm", ru="переговоры", related=("audience",))
AUDIENCE = entry("audience", vi="cuộc hội kiến", ru="аудиенция")
SIGN = entry(
    "sign",
    kind=Kind.VERB,
    vi="ký kết",
    ru=[TermEntry("подписать", pair="подписывать"), TermEntry("подписание", Status.ADMITTED)],
)
SEA = entry(
    "sea",
    vi="Biển Đông",
    ru=[
        TermEntry("Восточное море", usage=(Usage.VN_SIDE,)),
        TermEntry("Южно-Китайское море", usage=(Usage.RU_SIDE,)),
    ],
)
MINISTRY = entry(
    "ministry",
    kind=Kind.INSTITUTION,
    vi="Bộ Tài nguyên và Môi trường",
    ru="Министерство природных ресурсов и окружающей среды",
    valid=Validity(to="2025-02"),
)


class TestTerms:
    @pytest.mark.parametrize(
        "target",
        [
            "Отношения всеобъемлющего стратегического партнёрства крепнут.",
            "Отношения всеобъемлющего стратегического партнерства крепнут.",
            "О ВСЕОБЪЕМЛЮЩЕМ СТРАТЕГИЧЕСКОМ ПАРТНЁРСТВЕ",
            "Отношения ВСП крепнут.",
        ],
    )
    def test_any_form_of_any_permitted_term_will_do(self, target: str) -> None:
        """Cases, е for ё, capitals, an admitted variant."""
        source = "Quan hệ Đối tác chiến lược toàn diện phát triển."
        assert not remarks(source, target, small(PARTNERSHIP, STRATEGIC))

    def test_the_longest_match_silences_what_is_inside(self) -> None:
        """Not also «стратегическое партнёрство» is demanded."""
        source = "Quan hệ Đối tác chiến lược toàn diện phát triển."
        found = remarks(source, "Отношения крепнут.", small(PARTNERSHIP, STRATEGIC))
        assert [remark.concept for remark in found] == ["partnership"]

    @pytest.mark.parametrize(
        "form", ["полное стратегическое партнёрство", "полного стратегического партнёрства",
                 "полному стратегическому партнерству", "полным стратегическим партнёрством"],
    )  # fmt: skip
    def test_a_deprecated_term_is_found_in_every_form(self, form: str) -> None:
        """And only it is told, with what to use; a missing equivalent would say it twice."""
        source = "Quan hệ Đối tác chiến lược toàn diện."
        (found,) = remarks(source, f"— {form}.", small(PARTNERSHIP, STRATEGIC))
        assert (found.code, found.severity, found.found) == ("C102", Severity.ERROR, form)
        assert found.would_do[0] == "всеобъемлющее стратегическое партнёрство"

    @pytest.mark.parametrize(
        "target",
        ["Договор подписан? Его подписывают.", "Они подписали его.", "Подписание договора."],
    )
    def test_a_verb_is_met_by_its_other_aspect_and_its_noun(self, target: str) -> None:
        """The entry lists both."""
        assert not remarks("Hai bên ký kết văn kiện.", target, small(SIGN))

    def test_a_neighbour_in_its_place_is_named(self) -> None:
        """«аудиенция» is another concept, and said to be."""
        (found,) = remarks(
            "Cuộc hội đàm kết thúc.", "Аудиенция завершилась.", small(TALKS, AUDIENCE)
        )
        assert (found.code, found.severity, found.found) == ("C101", Severity.ERROR, "Аудиенция")
        assert "cuộc hội kiến" in found.message

    @pytest.mark.parametrize(
        ("target", "elsewhere"),
        [
            ("Устав вступил в силу.", "warning"),
            ("Вступил в силу наконец и после долгих лет ожидания новый устав.", "information"),
            ("Он вступил в силу.", "information"),
        ],
    )
    def test_a_term_of_the_field_in_its_place_is_shown_in_any_text(
        self, target: str, elsewhere: str
    ) -> None:
        """At the same place of the sentence, not at its other end."""
        treaty = entry("treaty", vi="hiệp ước", ru="договор")
        charter = entry("charter", vi="hiến chương", ru="устав")
        (found,) = remarks("Hiệp ước có hiệu lực.", target, small(treaty, charter))
        assert found.in_text(of_field=False).severity.value == elsewhere
        assert found.in_text(of_field=True) is found

    def test_a_name_cut_short_is_no_other(self) -> None:
        """The minister, after the minister of foreign affairs; a deputy is another person."""
        foreign = entry("foreign", kind=Kind.TITLE, vi="ngoại trưởng", ru="министр иностранных дел",
                        related=("minister", "deputy"))  # fmt: skip
        minister = entry("minister", kind=Kind.TITLE, vi="bộ trưởng", ru="министр")
        deputy = entry("deputy", kind=Kind.TITLE, vi="thứ trưởng", ru="заместитель министра")
        check = small(foreign, minister, deputy)
        (short,) = remarks("Ngoại trưởng phát biểu.", "Министр выступил.", check)
        (other,) = remarks("Ngoại trưởng phát biểu.", "Заместитель министра выступил.", check)
        assert (short.severity, other.severity) == (Severity.INFORMATION, Severity.ERROR)

    def test_acronyms_are_told_with_their_dots(self) -> None:
        """As the text has them."""
        council = entry("council", vi="hội đồng an ninh", en="UN Council", ru="Совет ООН")
        own = make_segment(
            "The U.N. Council met.", "Заседание.", Direction("en", "ru"), Place("a", 1)
        )
        (found,) = check_segment(own, small(council))
        assert found.term == "U.N. Council"

    def test_homonyms_are_met_by_any_of_them(self) -> None:
        """quốc hội may be of Viet Nam or of another country."""
        ours = entry("a", vi="cơ quan lập pháp", ru="Национальное собрание")
        theirs = entry("b", vi="cơ quan lập pháp", ru="парламент страны")
        check = small(ours, theirs)
        for target in ("Национальное собрание заседает.", "Парламент страны заседает."):
            assert not remarks("Cơ quan lập pháp họp.", target, check)

    def test_equivalents_are_shown_with_their_side(self) -> None:
        """Neither name of the sea is preferred over the other."""
        (found,) = remarks("Tình hình Biển Đông.", "Положение в регионе.", small(SEA))
        assert found.would_do == (
            "Восточное море (Vietnamese side)",
            "Южно-Китайское море (Russian side)",
        )

    def test_a_word_of_the_family_is_only_information(self) -> None:
        """голосовать for голосование."""
        vote = entry("vote", vi="bỏ phiếu kín", ru="голосование")
        (found,) = remarks("Hội nghị bỏ phiếu kín.", "Делегаты голосовали.", small(vote))
        assert found.severity is Severity.INFORMATION

    def test_a_concept_without_equivalents_demands_nothing(self) -> None:
        """It is still to be found."""
        assert not remarks("Cuộc họp kín.", "Встреча.", small(entry("x", vi="cuộc họp kín")))

    def test_the_date_of_the_text_decides_on_renamed_bodies(self) -> None:
        """In a text of 2024 the old ministry is right; in one of 2026 it is worth a word."""
        pair = ("Bộ Tài nguyên và Môi trường", "Министерство природных ресурсов и окружающей среды")
        assert not remarks(*pair, small(MINISTRY, on="2024-06"))
        assert not remarks(*pair, small(MINISTRY))
        assert told(remarks(*pair, small(MINISTRY, on="2026"))) == [("C106", "information")]


class TestExemptions:
    SOURCE, TARGET = "Cuộc hội đàm kết thúc lúc 15 giờ.", "Беседа завершилась."

    @pytest.mark.parametrize(
        ("note", "codes"),
        [
            ("", ["C101", "C104"]),
            ("translate-ignore: cuộc hội đàm", ["C104"]),
            ("translate-ignore: talks", ["C104"]),
            ("translate-ignore: C104", ["C101"]),
            ("translate-ignore", []),
        ],
    )
    def test_a_note_frees_a_term_a_concept_a_code_or_all(self, note: str, codes: list[str]) -> None:
        """As a PO comment, an XLIFF note, a cell."""
        found = remarks(self.SOURCE, self.TARGET, small(TALKS), notes=[note])
        assert [remark.code for remark in found] == codes

    @pytest.mark.parametrize(
        ("source", "target", "unsure", "state"),
        [
            (SOURCE, "", False, State.UNTRANSLATED),
            (SOURCE, SOURCE, False, State.COPIED),
            (SOURCE, TARGET, True, State.UNSURE),
        ],
    )
    def test_what_is_not_translated_is_counted_not_checked(
        self, source: str, target: str, unsure: bool, state: State
    ) -> None:
        """Once, as a number."""
        document = DocumentCheck()
        found = make_segment(source, target, Direction("vi", "ru"), Place("a", 1), unsure=unsure)
        assert not document.check(found, small(TALKS)) and not document.finish()
        assert document.states == {state: 1}


class TestNames:
    KOREA = entry(
        "korea", kind=Kind.NAME, vi="Bắc Triều Tiên", en="North Korea", ru="Северная Корея"
    )

    @pytest.mark.parametrize(
        ("target", "severity"),
        [("The North Korean minister spoke.", None), ("North Koria spoke.", "error"),
         ("The minister spoke.", "information")],
    )  # fmt: skip
    def test_a_country_is_asked_for_its_spelling(self, target: str, severity: str | None) -> None:
        """Its adjective will do, left out it is information."""
        own = make_segment("Bắc Triều Tiên.", target, Direction("vi", "en"), Place("a", 1))
        found = [remark.severity.value for remark in check_segment(own, small(self.KOREA))]
        assert found == ([severity] if severity else [])

    def test_of_a_full_name_the_family_name_will_do(self) -> None:
        """However short."""
        person = entry("kim", field="names", kind=Kind.NAME, vi="Kim Song Il", ru="Ким Сон Иль")
        found = remarks("Ông Kim Song Il phát biểu.", "Выступил господин Ким.", small(person))
        assert [remark.severity for remark in found] == [Severity.INFORMATION]


class TestDocument:
    def both(self, first: str, second: str, *entries: ConceptEntry) -> list[Remark]:
        document, check = DocumentCheck(), small(*entries)
        for line, target in enumerate((first, first, second), start=1):
            row = make_segment(
                "Bản ghi nhớ hợp tác.", target, Direction("vi", "ru"), Place("a", line)
            )
            document.check(row, check)
        return [remark for remark in document.finish() if remark.code == "C103"]

    def test_one_term_in_two_ways_is_told_at_the_rarer_one(self) -> None:
        """With the place of the other."""
        memo = entry("memo", vi="bản ghi nhớ hợp tác", ru=["меморандум о сотрудничестве",
                     TermEntry("памятная записка", Status.ADMITTED)])  # fmt: skip
        (found,) = self.both("Меморандум о сотрудничестве.", "Памятная записка.", memo)
        assert (found.place.line, found.severity) == (3, Severity.WARNING)
        assert "at 1 (2 times)" in found.message

    def test_a_verb_beside_its_noun_is_not_two_ways(self) -> None:
        """Nor is one term in two forms."""
        memo = entry("memo", vi="bản ghi nhớ hợp tác", ru="меморандум о сотрудничестве")
        assert not self.both(
            "Меморандум о сотрудничестве.", "В меморандуме о сотрудничестве.", memo
        )

    def test_in_a_text_of_no_field_a_missing_term_weighs_less(self) -> None:
        """One long term among a hundred words of football."""
        document, check = DocumentCheck(), small(PARTNERSHIP)
        words = "bóng đá " * 60
        found = make_segment(
            f"{words} đối tác chiến lược toàn diện", "футбол", Direction("vi", "ru"), Place("a", 1)
        )
        assert told(check_segment(found, check)) == [("C101", "warning")]
        document.check(found, check)
        assert not document.is_of_field and told(document.finish()) == [("C101", "information")]


class TestReport:
    def test_the_same_remark_is_told_once_with_all_its_places(self) -> None:
        """A term that misses in fifty segments is one remark; no equivalent is proposed twice."""
        twice = entry("talks", vi="cuộc hội đàm", ru="переговоры")
        again = entry("again", vi="cuộc hội đàm", ru="переговоры")
        check = small(twice, again)
        found = [
            remark
            for line in (3, 8, 9)
            for remark in check_segment(
                make_segment(
                    "Cuộc hội đàm dài.", "Долго.", Direction("vi", "ru"), Place("a.tsv", line)
                ),
                check,
            )
        ]
        report = report_lines(CheckedFile("a.tsv", tuple(found)), everything=True)
        lines = [click.unstyle(line) for line in report]
        assert lines[0].startswith("a.tsv:3: ") and lines[3].strip() == "The same at 8, 9."
        assert lines[2].strip() == "Would do: переговоры." and len(found) == 3


class TestRealGlossary:
    def test_correct_translations_raise_no_error(self, checker: Checker) -> None:
        """62 sentences of our own on diplomacy in six directions; at most 3 of 100 a warning."""
        cases = rows("correct.tsv")
        found = {(n, r.code, r.severity, r.message) for n, row in enumerate(cases)
                 for r in check_segment(segment(row), checker)}  # fmt: skip
        assert not [remark for remark in found if remark[2] is Severity.ERROR]
        warned = {remark[0] for remark in found if remark[2] is Severity.WARNING}
        assert len(warned) * 100 <= 3 * len(cases), [r for r in found if r[0] in warned]

    @pytest.mark.parametrize("row", rows("wrong.tsv"), ids=lambda row: row["target"][:40])
    def test_wrong_translations_are_found(self, checker: Checker, row: dict[str, str]) -> None:
        """The code, at least the severity, and the very words."""
        levels = [severity.value for severity in Severity]
        found = [r for r in check_segment(segment(row), checker) if r.code == row["code"]]
        assert found, "nothing is reported"
        best = min(found, key=lambda remark: levels.index(remark.severity.value))
        assert levels.index(best.severity.value) <= levels.index(row["severity"])
        assert row["found"] in best.found

    def test_a_swapped_equivalent_is_reported(self, checker: Checker) -> None:
        """Every equivalent of the correct sentences put out for words that are none."""
        missed, total = [], 0
        for row in rows("correct.tsv"):
            own = segment(row)
            for swapped, concepts in _without_equivalents(own, checker):
                total += 1
                found = check_segment(swapped, checker)
                if not any(r.concept in concepts and r.code in TERM_CODES for r in found):
                    missed.append((swapped.target, concepts))
        assert total > 100 and len(missed) <= total // 50, missed

    def test_false_alarms_on_parallel_texts(self, checker: Checker, shared: Path) -> None:
        """Errors on terms in at most 2 of 100 segments that hold one; general news."""
        path = shared / "eval" / "parallel" / "ntrex_vi_en_ru.tsv"
        with path.open(encoding="utf-8", newline="") as file:
            cases = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
        documents: dict[str, DocumentCheck] = {}
        held = 0
        for row in cases:
            own = make_segment(
                row["vie"], row["rus"], Direction("vi", "ru"), Place(row["doc"], int(row["n"]))
            )
            documents.setdefault(row["doc"], DocumentCheck()).check(own, checker)
            held += bool(sides_of(own, checker).demands)
        alarmed = {
            remark.place
            for document in documents.values()
            for remark in document.finish()
            if remark.code in TERM_CODES and remark.severity is Severity.ERROR
        }
        assert len(alarmed) * 50 <= held

    def test_few_warnings_on_general_news(self, checker: Checker, shared: Path) -> None:
        """Warnings in at most 2 of 100 segments of general news that hold a term."""
        path = shared / "eval" / "parallel" / "ntrex_vi_en_ru.tsv"
        with path.open(encoding="utf-8", newline="") as file:
            cases = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
        held = alarmed = 0
        for row in cases:
            own = make_segment(row["eng"], row["rus"], Direction("en", "ru"), Place("a", 1))
            held += bool(sides_of(own, checker).demands)
            alarmed += any(
                remark.in_text(of_field=False).severity is not Severity.INFORMATION
                for remark in check_segment(own, checker)
                if remark.code in TERM_CODES
            )
        assert alarmed * 50 <= held


def _without_equivalents(
    own: Segment, checker: Checker
) -> Iterator[tuple[Segment, tuple[str, ...]]]:
    sides = sides_of(own, checker)
    for demand in sides.demands:
        concepts = concepts_of(demand)
        hits = [hit.occurrence for hit in sides.hits if hit.permitted & set(concepts)]
        if hits:
            text = own.target
            for hit in sorted(hits, key=lambda o: -o.start):
                text = text[: hit.start] + "xyz" + text[max(hit.end, hit.start) :]
            yield make_segment(own.source, text, own.direction, own.place), concepts


class TestNumbers:
    @pytest.mark.parametrize(
        "row", rows("numbers.tsv"), ids=lambda r: f"{r['source']}-{r['target']}"
    )
    def test_numbers_that_are_equal_and_that_are_not(self, row: dict[str, str]) -> None:
        """The table says which differ, source before target."""
        found = compare(row["source"], row["target"], (row["from"], row["to"]))
        there = [row["source"][n.start : n.end] for n in found.missing]
        here = [row["target"][n.start : n.end] for n in found.extra]
        assert "|".join([*there, *here]) == row["differ"]

    @pytest.mark.parametrize("language", ["vi", "en", "ru"])
    def test_a_text_agrees_with_itself(self, language: str) -> None:
        """Whatever is read in it."""
        for row in [*rows("numbers.tsv"), *rows("correct.tsv")]:
            for text in (row["source"], row["target"]):
                found = compare(text, text, (language, language))
                assert not found.missing and not found.extra
                assert all(text[n.start : n.end].strip() for n in numbers_in(text, language))


@pytest.mark.parametrize(
    ("one", "other", "are"),
    [
        ("подписать", "подписание", True), ("посетить", "посещение", True),
        ("утвердить", "утверждение", True), ("китайский", "Китай", True),
        ("российских", "Россия", True), ("ратифицировать", "ратификация", True),
        ("визит", "встреча", False), ("договор", "переговоры", False), ("посол", "полсла", False),
    ],
)  # fmt: skip
def test_families(one: str, other: str, are: bool) -> None:
    """A verb and its noun, a country and its adjective."""
    assert akin(stem(one, "ru"), stem(other, "ru")) is are


class TestCommand:
    PO = (
        'msgid ""\nmsgstr "Language: ru\\nX-Source-Language: vi\\n"\n\n'
        'msgid "Hai bên ký 5 văn kiện tại cuộc hội đàm."\n'
        'msgstr "Стороны подписали 6 документов."\n\n'
        'msgid "chưa dịch"\nmsgstr ""\n'
    )

    @pytest.fixture
    def files(self, tmp_path: Path) -> tuple[Path, Path]:
        """A glossary of one concept, and a translation with two faults."""
        home = tmp_path / "glossary" / "talks"
        home.mkdir(parents=True)
        (home / "talks.yaml").write_text(
            "id: talks\nlanguages:\n  vi:\n    terms:\n    - term: cuộc hội đàm\n"
            "      status: preferred\n  ru:\n    terms:\n    - term: переговоры\n"
            "      status: preferred\n      number: plural\n      part_of_speech: noun\n",
            encoding="utf-8",
        )
        po = tmp_path / "a.po"
        po.write_text(self.PO, encoding="utf-8")
        return tmp_path / "glossary", po

    def test_text_says_where_what_and_what_would_do(self, run, files: tuple[Path, Path]) -> None:
        """And counts at the end; an error is exit 1."""
        result = run("--glossary", files[0], "check", files[1])
        assert result.exit_code == 1
        assert f"{files[1]}:5:" in result.stdout and "C104" in result.stdout
        assert "Would do: переговоры." in result.stdout
        assert "1 segment checked, 1 not translated." in result.stdout
        assert "1 error, 1 warning" in result.stderr

    def test_json_has_the_contract_s_keys(self, run, files: tuple[Path, Path]) -> None:
        """And the remark's own."""
        result = run("--glossary", files[0], "check", files[1], "--json")
        found = json.loads(result.stdout)
        keys = {"path", "line", "column", "code", "severity", "message", "hint"}
        assert [f["code"] for f in found] == ["C101", "C104"] and keys <= set(found[0])
        assert found[0]["would_do"] == ["переговоры"] and found[0]["term"] == "cuộc hội đàm"

    def test_sarif_has_the_structure_of_2_1_0(self, run, files: tuple[Path, Path]) -> None:
        """OASIS SARIF 2.1.0, sections 3.13 to 3.30: what is required, and known values."""
        log = json.loads(run("--glossary", files[0], "check", files[1], "--format", "sarif").stdout)
        assert log["version"] == "2.1.0"
        (only,) = log["runs"]
        driver = only["tool"]["driver"]
        assert driver["name"] == "vnru-terms" and only["columnKind"] == "unicodeCodePoints"
        assert [rule["id"] for rule in driver["rules"]] == list(CODES)
        for result in only["results"]:
            assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
            assert result["level"] in ("error", "warning", "note") and result["message"]["text"]
            (location,) = result["locations"]
            physical = location["physicalLocation"]
            assert physical["artifactLocation"]["uri"].startswith("file:///")
            assert physical["region"]["startLine"] == 5
            assert physical["region"].get("startColumn", 1) >= 1
        assert only["invocations"][0]["executionSuccessful"] is True

    def test_github_annotations(self, run, files: tuple[Path, Path]) -> None:
        """One command a line, colons of the path escaped."""
        result = run("--glossary", files[0], "check", files[1], "--format", "github")
        command = re.compile(
            r"::(error|warning|notice) file=[^:,]+,line=5(,col=\d+)?,title=C10\d::.+"
        )
        assert result.stdout and all(map(command.fullmatch, result.stdout.splitlines()))

    def test_strict_counts_warnings(self, run, files: tuple[Path, Path]) -> None:
        """0 without it."""
        files[1].write_text(self.PO.replace("6 документов", "5 документов"), encoding="utf-8")
        assert run("--glossary", files[0], "check", files[1]).exit_code == 0
        assert run("--glossary", files[0], "check", files[1], "--strict").exit_code == 1

    def test_a_bad_file_among_good_ones(self, run, files: tuple[Path, Path]) -> None:
        """The good one is checked, the bad one is told, exit 2."""
        bad = files[1].with_name("b.xlf")
        bad.write_text('<!DOCTYPE x [<!ENTITY a "b">]><xliff>&a;</xliff>')
        result = run("--glossary", files[0], "check", bad, files[1])
        assert result.exit_code == 2
        assert "E127" in result.stderr and "C104" in result.stdout

    def test_standard_input_with_languages(self, run, files: tuple[Path, Path]) -> None:
        """vi-VN and ru-RU will do."""
        pair = "cuộc hội đàm\tпереговоры\n"
        result = run("--glossary", files[0], "check", "-", "--from", "vi-VN", "--to", "ru-RU",
                     input=pair)  # fmt: skip
        assert result.exit_code == 0 and "1 segment checked." in result.stdout

    @pytest.mark.parametrize(
        "arguments",
        [("--from", "de"), ("--on", "soon"), ("--on", "2024-13"), ("--format", "xml"), ()],
    )
    def test_wrong_use_is_exit_2(
        self, run, files: tuple[Path, Path], arguments: tuple[str, ...]
    ) -> None:
        """A language that the glossary has not, a date that is none, no file."""
        more = (files[1],) if arguments else ()
        assert run("--glossary", files[0], "check", *more, *arguments).exit_code == 2

    def test_other_languages_are_told_once(self, run, files: tuple[Path, Path]) -> None:
        """A file from German is not checked."""
        files[1].write_text(self.PO.replace("Language: vi", "Language: de"), encoding="utf-8")
        result = run("--glossary", files[0], "check", files[1])
        assert result.exit_code == 2 and result.stderr.count("E165") == 1
