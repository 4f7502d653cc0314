"""Numbers in the three languages, and words of one family."""

from __future__ import annotations

import pytest
from check_cases import rows

from vnru_terms.lang.families import akin, stem
from vnru_terms.matching.numbers import compare, numbers_in


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
