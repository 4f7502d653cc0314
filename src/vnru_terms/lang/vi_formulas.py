"""Set formulas of communiqués, as patterns of general Vietnamese words.

A pattern describes how such phrases are made (an invitation followed, what both sides are
interested in, reciprocity), not one phrase.
"""

from __future__ import annotations

import re

FORMULAS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # an invitation followed or accepted
        r"\b(?:theo|nhận|đáp)(?: lại)? lời mời(?: chính thức)? của\b",
        # what both sides are interested in
        r"\bvấn đề [^,.;]{0,30}\bcùng quan tâm\b",
        # reciprocity: a verb or adjective of two syllables and `lẫn nhau`
        r"\b(?!(?:và|với|cho|ủng hộ và) )[^\W\d_]+ [^\W\d_]+ lẫn nhau\b",
        # in the capacity of
        r"\b(?:trên|với) (?:cương vị|tư cách)\b",
        # a spirit or an atmosphere of talks
        r"(?<=\btrong không khí )[^,.;]+, [^,.;]+? và (?:[^\W\d_]+ ){0,1}[^\W\d_]+\b",
        r"(?<=\btrên tinh thần )[^,.;]+, [^,.;]+? và (?:[^\W\d_]+ ){0,1}[^\W\d_]+\b",
        # what is mutual, and which parties are meant
        r"\bcùng có [^\W\d_]+\b",
        r"\bcác bên (?!đã|sẽ|đều|cùng|cần)[^\W\d_]+ [^\W\d_]+(?=[.,;]|$)",
        # to take one thing as the measure of another
        r"\blấy (?:[^\W\d_]+ ){1,3}làm [^\W\d_]+ [^\W\d_]+\b",
    )
)
