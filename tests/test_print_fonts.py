"""The fonts of the book have every character that it needs, in every style."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fontTools.pens.recordingPen import RecordingPen
from fontTools.ttLib import TTFont
from print_home import made

from vnru_terms.model import Termbase
from vnru_terms.printing import engine
from vnru_terms.printing.coverage import covered_characters, missing_characters
from vnru_terms.printing.engine import as_json
from vnru_terms.printing.typesetter import font_files

TEMPLATES = sorted(Path(engine.__file__).parent.glob("*.typ"))
_VOWELS = "aăâeêioôơuưy"
_TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
VIETNAMESE = {
    unicodedata.normalize("NFC", vowel + tone)
    for vowel in _VOWELS + _VOWELS.upper()
    for tone in _TONES
} | set("bcdđghklmnpqrstvxBCDĐGHKLMNPQRSTVX")
ENGLISH = {chr(c) for c in (*range(ord("A"), ord("Z") + 1), *range(ord("a"), ord("z") + 1))}
RUSSIAN = {chr(c) for c in range(ord("А"), ord("я") + 1)} | set("Ёё")
MARKS = set("0123456789.,:;!?()[]/-–—…«»“”‘’„№•₫§+=<>@#$*&%\u0301")
# Drawn by the template or nothing but space.
WITHOUT_GLYPH = set("\u00a0≠")


@pytest.fixture(scope="module")
def fonts() -> Iterator[dict[Path, Any]]:
    """The open files of the book's fonts."""
    opened = {path: TTFont(path, lazy=True) for path in font_files()}
    yield opened
    for font in opened.values():
        font.close()


def test_coverage_reads_what_fonttools_reads(fonts: dict[Path, Any]) -> None:
    """The small cmap reader and the library agree on every font of the book."""
    assert len(fonts) == 4
    for path, font in fonts.items():
        assert covered_characters(path) == set(font.getBestCmap())


def test_every_letter_has_a_glyph_of_its_own(fonts: dict[Path, Any]) -> None:
    """Roman and italic, serif and sans: no letter is put together from a base and a mark.

    Where a font lacks ư, the typesetter draws u and a horn apart, and no standard minds.
    """
    wanted = VIETNAMESE | ENGLISH | RUSSIAN | MARKS
    for path, font in fonts.items():
        assert not wanted - set(map(chr, font.getBestCmap())), path.name


def test_every_character_of_the_real_book_has_a_glyph(
    fonts: dict[Path, Any], termbase: Termbase
) -> None:
    """Whatever stands in an entry, an index, the front matter or the sources."""
    printed = {c for c in as_json(made(termbase)).decode("utf-8") if c.isprintable()}
    printed -= WITHOUT_GLYPH
    assert {"ế", "щ", "№"} <= printed
    for path, font in fonts.items():
        assert not printed - set(map(chr, font.getBestCmap())), path.name


def styles() -> Iterator[dict[str, float]]:
    """The weights and widths that the templates ask for, in roman and italic alike."""
    source = "\n".join(path.read_text(encoding="utf-8") for path in TEMPLATES)
    weights = {400.0, *map(float, re.findall(r"\bweight: (\d+)", source))}
    widths = {float(width) for width in re.findall(r"\bstretch: ([\d.]+)%", source)}
    assert len(weights) > 2
    assert widths
    yield from ({"wght": weight, "wdth": width} for weight in weights for width in widths)


def test_no_two_letters_look_alike_in_any_style(fonts: dict[Path, Any]) -> None:
    """An empty glyph, or one drawn like another, would print the wrong word in that style."""
    for path, font in fonts.items():
        axes = {axis.axisTag: (axis.minValue, axis.maxValue) for axis in font["fvar"].axes}
        names = font.getBestCmap()
        for style in styles():
            assert all(axes[tag][0] <= value <= axes[tag][1] for tag, value in style.items())
            glyphs = font.getGlyphSet(location=style)
            for alphabet in (VIETNAMESE, RUSSIAN):
                drawn = {letter: _outline(glyphs, names[ord(letter)]) for letter in alphabet}
                alike = {outline for outline, n in Counter(drawn.values()).items() if n > 1}
                assert not [c for c, outline in drawn.items() if outline in {"[]", *alike}], path


def _outline(glyphs: Any, name: str) -> str:
    pen = RecordingPen()
    glyphs[name].draw(pen)
    return str(pen.value)


def test_a_stress_mark_has_its_place_on_every_russian_vowel(fonts: dict[Path, Any]) -> None:
    """Without an anchor the mark would hang beside the letter."""
    for path, font in fonts.items():
        names = font.getBestCmap()
        stress = names[0x301]
        bases = {
            base
            for lookup in font["GPOS"].table.LookupList.Lookup
            for table in lookup.SubTable
            for table in [getattr(table, "ExtSubTable", table)]
            if table.LookupType == 4 and stress in table.MarkCoverage.glyphs
            for base in table.BaseCoverage.glyphs
        }
        assert not {c for c in "аеиоуыэюяАЕИОУЫЭЮЯ" if names[ord(c)] not in bases}, path.name


@pytest.mark.parametrize(("text", "lacking"), [("≠ and ӝ", ""), ("漢 and ✓✓", "漢✓")])
def test_only_what_cannot_be_drawn_is_lacking(text: str, lacking: str) -> None:
    """A letter composed of glyphs is drawn; each lacking character is named once."""
    assert missing_characters(text, font_files()) == lacking
