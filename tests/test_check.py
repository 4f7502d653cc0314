"""The check of a translation: what it reports, how surely, and in which forms it says so."""

from __future__ import annotations

import click
import pytest
from check_cases import entry, remarks, small, told

from vnru_terms.cli.check_text import report_lines
from vnru_terms.findings import Place, Severity
from vnru_terms.matching.check import DocumentCheck, check_segment
from vnru_terms.matching.remark import Remark
from vnru_terms.matching.segment import Direction, State, make_segment
from vnru_terms.model import (
    ConceptEntry,
    Kind,
    Reason,
    Status,
    TermEntry,
    Usage,
    Validity,
)
from vnru_terms.workflow.check import CheckedFile

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
