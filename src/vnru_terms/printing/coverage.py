"""Which characters a TrueType font can print, read from its `cmap` table.

Enough of the OpenType specification for that one question: the table directory, and subtables of
format 4 (segments of the basic plane) and 12 (groups of all planes). A character that a font lacks
is found here, before typesetting, where the concept that has it is still known.
"""

from __future__ import annotations

import struct
import unicodedata
from functools import cache
from pathlib import Path

# What the typesetter draws without a glyph of its own: spaces, and ≠, which is = struck through.
_DRAWN_WITHOUT_GLYPH = frozenset(" \u00a0≠")
# What has a glyph in many fonts and yet prints nothing of its own: marks that turn the direction of
# the text about it, controls, and the mark of a letter that was lost.
_NEVER_DRAWN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs"})
_LOST = "\ufffd"


def missing_characters(text: str, fonts: tuple[Path, ...]) -> str:
    """The characters of the text that at least one of the fonts lacks, each once, in order."""
    covered = _covered_by_all(fonts)
    return "".join(c for c in dict.fromkeys(text) if not _is_drawn(c, covered))


def _is_drawn(character: str, covered: frozenset[int]) -> bool:
    """Whether it has a glyph that says something, needs none, or is a letter composed of glyphs."""
    if character == _LOST or unicodedata.category(character) in _NEVER_DRAWN:
        return False
    if character in _DRAWN_WITHOUT_GLYPH or ord(character) in covered:
        return True
    parts = unicodedata.normalize("NFD", character)
    return character.isalpha() and all(ord(part) in covered for part in parts)


@cache
def _covered_by_all(fonts: tuple[Path, ...]) -> frozenset[int]:
    return frozenset.intersection(*(covered_characters(path) for path in fonts))


@cache
def covered_characters(path: Path) -> frozenset[int]:
    """The code points that a TrueType font maps to a glyph."""
    data = path.read_bytes()
    start = _table(data, b"cmap")
    covered: set[int] = set()
    for i in range(_u16(data, start + 2)):
        _platform, _encoding, offset = struct.unpack_from(">HHI", data, start + 4 + 8 * i)
        subtable = start + offset
        reader = {4: _segments, 12: _groups}.get(_u16(data, subtable))
        if reader:
            covered |= reader(data, subtable)
    return frozenset(covered)


def _u16(data: bytes, at: int) -> int:
    return int(struct.unpack_from(">H", data, at)[0])


def _table(data: bytes, tag: bytes) -> int:
    for i in range(_u16(data, 4)):
        name, _checksum, offset, _length = struct.unpack_from(">4sIII", data, 12 + 16 * i)
        if name == tag:
            return int(offset)
    raise ValueError(f"no {tag!r} table")


def _segments(data: bytes, at: int) -> set[int]:
    """Format 4: parallel arrays of segment ends, starts, deltas and range offsets."""
    count = _u16(data, at + 6) // 2
    ends = struct.unpack_from(f">{count}H", data, at + 14)
    starts = struct.unpack_from(f">{count}H", data, at + 16 + 2 * count)
    deltas = struct.unpack_from(f">{count}H", data, at + 16 + 4 * count)
    ranges_at = at + 16 + 6 * count
    ranges = struct.unpack_from(f">{count}H", data, ranges_at)
    covered = set()
    for i, (first, last) in enumerate(zip(starts, ends, strict=True)):
        for code in range(first, last + 1):
            glyph = code
            if ranges[i]:
                glyph = _u16(data, ranges_at + 2 * i + ranges[i] + 2 * (code - first))
            if (glyph + deltas[i]) & 0xFFFF if glyph or not ranges[i] else 0:
                covered.add(code)
    covered.discard(0xFFFF)
    return covered


def _groups(data: bytes, at: int) -> set[int]:
    """Format 12: groups of a first and a last code point and a first glyph."""
    covered: set[int] = set()
    for i in range(struct.unpack_from(">I", data, at + 12)[0]):
        first, last, glyph = struct.unpack_from(">III", data, at + 16 + 12 * i)
        covered.update(range(first if glyph else first + 1, last + 1))
    return covered
