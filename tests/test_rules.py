"""Every rule finds its smallest bad glossary and is silent on its smallest good one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from vnru_terms.findings import Severity
from vnru_terms.model import Termbase
from vnru_terms.rules import RULES, find_problems
from vnru_terms.store.glossary import read_glossary

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


def test_the_glossary_is_sound(termbase: Termbase) -> None:
    """The real glossary obeys every rule."""
    assert [str(f) for f in find_problems(termbase)] == []
