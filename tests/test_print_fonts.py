"""The fonts of the book have every character that it needs, in every style."""

from __future__ import annotations

import unicodedata

import pytest

from vnru_terms.printing.coverage import covered_characters, missing_characters
from vnru_terms.printing.engine import font_files


def test_coverage_reads_what_fonttools_reads() -> None:
    """The small cmap reader and the library agree on every font of the book."""
    from fontTools.ttLib import TTFont

    fonts = font_files()
    assert len(fonts) == 4
    for path in fonts:
        with TTFont(path) as font:
            assert covered_characters(path) == set(font.getBestCmap())


def test_every_letter_of_the_three_languages_can_be_printed() -> None:
    """In every style: roman, italic and sans; with Russian stress marks."""
    vowels = "aăâeêioôơuưy"
    vietnamese = {
        unicodedata.normalize("NFC", v + tone)
        for v in vowels + vowels.upper()
        for tone in ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
    }
    russian = "".join(chr(c) for c in range(ord("А"), ord("я") + 1)) + "Ёё\u0301№«»—…"
    assert not missing_characters("".join(sorted(vietnamese)) + "đĐ₫" + russian, font_files())


@pytest.mark.parametrize(("text", "lacking"), [("≠ and ӝ", ""), ("漢 and ✓✓", "漢✓")])
def test_only_what_cannot_be_drawn_is_lacking(text: str, lacking: str) -> None:
    """A letter composed of glyphs is drawn; each lacking character is named once."""
    assert missing_characters(text, font_files()) == lacking
