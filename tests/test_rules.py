"""Every rule finds its smallest bad glossary and is silent on its smallest good one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from vnru_terms.findings import Severity
from vnru_terms.lang.en import british_spelling
from vnru_terms.lang.ru_grammar import are_aspect_pair, is_indeclinable, possible_genders
from vnru_terms.model import Termbase
from vnru_terms.rules import RULES, find_problems
from vnru_terms.rules.idioms import IDIOMS
from vnru_terms.rules.wording import best_heard
from vnru_terms.store.glossary import read_glossary
from vnru_terms.workflow.fix import fix

DATA = Path(__file__).parent / "data" / "rules"


def lay_out(rule: str, verdict: str, folder: Path) -> Path:
    """Write the files of an example (`== good`, `-- path --`) and return the glossary."""
    text = (DATA / f"{rule}.txt").read_text(encoding="utf-8")
    part = text.split(f"== {verdict}\n")[1].split("\n== ")[0]
    pieces = re.split(r"^-- (.+) --\n", part, flags=re.MULTILINE)[1:]
    for name, content in zip(pieces[::2], pieces[1::2], strict=True):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content.rstrip("\n") + "\n", encoding="utf-8", newline="\n")
    return folder / "glossary"


@pytest.mark.parametrize(("code", "rule"), RULES.items(), ids=lambda v: getattr(v, "__name__", v))
class TestRule:
    def test_is_silent_on_its_good_example(self, code: str, rule, tmp_path: Path) -> None:
        """No rule at all speaks on the good example, and the reader neither."""
        termbase, findings = read_glossary(lay_out(rule.__name__, "good", tmp_path))
        assert termbase.entries
        assert findings + find_problems(termbase) == []

    def test_finds_its_bad_example(self, code: str, rule, tmp_path: Path) -> None:
        """The rule finds the bad one under its own code, at a line, with a word on what to do."""
        termbase, findings = read_glossary(lay_out(rule.__name__, "bad", tmp_path))
        found = list(rule(termbase))
        assert not findings
        assert {f.code for f in found} == {code}
        expected = Severity.ERROR if code.startswith("E") else Severity.WARNING
        for finding in found:
            assert finding.severity is expected
            assert finding.place.line > 0
            assert finding.hint

    def test_has_a_page_in_the_manual(self, code: str, rule, tmp_path: Path) -> None:
        """The docstring is the manual: a rule without one is not a rule."""
        assert rule.__doc__ and rule.__doc__.strip().endswith(".")


def test_every_example_belongs_to_a_rule() -> None:
    """No example is left over from a rule that is gone."""
    assert {p.stem for p in DATA.glob("*.txt")} == {rule.__name__ for rule in RULES.values()}


def test_the_glossary_has_no_errors(termbase: Termbase) -> None:
    """The real glossary obeys every rule of weight; warnings wait for a person."""
    errors = [f for f in find_problems(termbase) if f.severity is Severity.ERROR]
    assert [str(f) for f in errors] == []


def test_nothing_in_the_glossary_is_left_for_a_machine(root: Path) -> None:
    """`validate --fix` would change no byte of the real glossary."""
    fixed = fix(root / "glossary", write=False)
    assert [str(change) for file in fixed.files for change in file.changes] == []
    assert not fixed.files and not fixed.findings


def test_idioms_name_their_part_and_say_why() -> None:
    """Each row's whole holds its part, and no row stands twice."""
    assert all(f" {part} " in f" {whole} " and reason for part, whole, reason in IDIOMS)
    assert len({(part, whole) for part, whole, _reason in IDIOMS}) == len(IDIOMS)


class TestComponents:
    def test_half_of_a_derived_equivalent_will_do(self) -> None:
        """торговля is heard in торгово-экономический, партнёрство in its genitive."""
        assert best_heard(["торговля"], ["торгово-экономическое сотрудничество"], "ru") == 1
        assert best_heard(["Совет Безопасности ООН"], ["член Совета Безопасности"], "ru") > 0.5
        assert best_heard(["дипломатия"], ["Министерство иностранных дел"], "ru") == 0

    def test_a_language_without_endings_is_compared_word_by_word(self) -> None:
        """hội is not heard in hợp; tone placement does not matter."""
        assert best_heard(["hội"], ["hợp tác"], "vi") == 0
        assert best_heard(["uỷ ban"], ["Ủy ban Nhân dân"], "vi") == 1


# What pymorphy3 says of the head noun: term, genders possible (none: cannot say), indeclinable.
HEADS = (
    ("всеобъемлющее стратегическое партнёрство", {"neuter"}, False),
    ("рабочий визит", {"masculine"}, False),
    ("активный и ответственный член", {"masculine"}, False),
    ("Чрезвычайный и Полномочный Посол", {"masculine"}, False),
    ("временный поверенный в делах", {"masculine"}, False),
    ("исполняющий обязанности министра", {"masculine"}, False),
    ("заведующий Отделом ЦК КПВ", {"masculine"}, False),
    ("глава государства", {"masculine", "feminine"}, False),
    ("активное сальдо", {"neuter"}, True),
    ("первая леди", {"feminine"}, True),
    ("российско-вьетнамский форум", {"masculine"}, False),
    ("переговоры", set(), False),
    ("советник-посланник", set(), False),
    ("при посредничестве", set(), False),
    ("", set(), False),
)


@pytest.mark.parametrize(
    ("term", "genders", "indeclinable"), HEADS, ids=lambda v: v if isinstance(v, str) else None
)
def test_the_head_noun_is_found(term: str, genders: set[str], indeclinable: bool) -> None:
    """Gender and endings are those of the head noun, whatever stands before it."""
    assert possible_genders(term) == genders
    assert is_indeclinable(term) is indeclinable


# A verb, what is given as its pair, and whether it may be.
PAIRS = (
    ("подписать", "подписывать", True),
    ("внести изменения", "вносить изменения", True),
    ("дать интервью", "давать", True),
    ("провести переговоры", "проводить переговоры", True),
    ("пойти на уступки", "идти на уступки", True),
    ("подписать", "утверждать", False),
    ("подписать", "подписать", False),
    ("внести изменения", "вносить дополнения", False),
    ("подписывать", "подписываться", False),
)


@pytest.mark.parametrize(("verb", "pair", "right"), PAIRS)
def test_a_pair_is_the_same_verb_s_other_aspect(verb: str, pair: str, right: bool) -> None:
    """Another verb, the same aspect or another object is none."""
    assert are_aspect_pair(verb, pair) is right


# American, British; and words that only look American.
SPELLINGS = (
    ("organization", "organisation"), ("normalized", "normalised"), ("defense", "defence"),
    ("centers", "centres"), ("honor", "honour"), ("program", "programme"),
    ("counselor", "counsellor"), ("analyze", "analyse"),
    ("size", "size"), ("prize", "prize"), ("seize", "seize"), ("capsize", "capsize"),
    ("expense", "expense"), ("sense", "sense"), ("honorary", "honorary"),
    ("programme", "programme"), ("centre", "centre"),
    ("laboratory", "laboratory"), ("author", "author"),
)  # fmt: skip


@pytest.mark.parametrize(("word", "british"), SPELLINGS)
def test_only_american_spelling_is_american(word: str, british: str) -> None:
    """The policy names a better spelling, and leaves alone what the British write too."""
    assert british_spelling(word) == british
