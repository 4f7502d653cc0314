"""Set formulas of communiqués, as patterns of general Vietnamese words.

A pattern describes how such phrases are made (an invitation followed, what both sides are
interested in, reciprocity), not one phrase.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Formula(NamedTuple):
    """A pattern, and the words in small letters without which it is nowhere: a quick no."""

    needle: str
    pattern: re.Pattern[str]


# What a pattern needs, and the pattern.
_TABLE = (
    # an invitation followed or accepted
    ("lời mời", r"\b(?:theo|nhận|đáp)(?: lại)? lời mời(?: chính thức)? của\b"),
    # what both sides are interested in
    ("cùng quan tâm", r"\bvấn đề [^,.;]{0,30}\bcùng quan tâm\b"),
    # reciprocity: a verb or adjective of two syllables and `lẫn nhau`
    ("lẫn nhau", r"\b(?!(?:và|với|cho|ủng hộ và) )[^\W\d_]+ [^\W\d_]+ lẫn nhau\b"),
    # in the capacity of
    ("cương vị", r"\b(?:trên|với) cương vị\b"),
    ("tư cách", r"\b(?:trên|với) tư cách\b"),
    # a spirit or an atmosphere of talks
    (
        "trong không khí",
        r"(?<=\btrong không khí )[^,.;]+, [^,.;]+? và (?:[^\W\d_]+ ){0,1}[^\W\d_]+\b",
    ),
    (
        "trên tinh thần",
        r"(?<=\btrên tinh thần )[^,.;]+, [^,.;]+? và (?:[^\W\d_]+ ){0,1}[^\W\d_]+\b",
    ),
    # what is mutual, and which parties are meant
    ("cùng có", r"\bcùng có [^\W\d_]+\b"),
    ("các bên", r"\bcác bên (?!đã|sẽ|đều|cùng|cần)[^\W\d_]+ [^\W\d_]+(?=[.,;]|$)"),
    # to take one thing as the measure of another
    ("lấy", r"\blấy (?:[^\W\d_]+ ){1,3}làm [^\W\d_]+ [^\W\d_]+\b"),
)
FORMULAS = tuple(Formula(needle, re.compile(regex, re.IGNORECASE)) for needle, regex in _TABLE)
