"""The sets of marked sentences for matching: read, matched, scored.

A case is a term and a text in which its occurrences stand in ⟦brackets⟧; a text without brackets is
a near miss. Escapes (`\\u00ad`, `\\n`) stand for what a reader could not see. Scored are
occurrences: right where the range is that of a pair of brackets, quotation marks at its ends aside.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "data" / "matching"
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|([nrt\\]))")
_PLAIN = {"n": "\n", "r": "\r", "t": "\t", "\\": "\\"}
_AROUND = " \n\"'«»“”„‟‘’"

Range = tuple[int, int]
# From a language, a term and a text to the ranges where the term is found.
Find = Callable[[str, str, str], Iterable[Range]]


@dataclass(frozen=True)
class Case:
    """A sentence: the text without brackets, and the ranges that were in them."""

    number: str
    kind: str
    term: str
    text: str
    marked: tuple[Range, ...]


@dataclass
class Score:
    """Occurrences counted: found and marked, found only, marked only."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    cases: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        found = self.right + self.wrong
        return self.right / found if found else 1.0

    @property
    def recall(self) -> float:
        marked = self.right + self.missed
        return self.right / marked if marked else 1.0


def read_cases(language: str, part: str) -> list[Case]:
    """The cases of a language; `part` is dev or held."""
    path = FOLDER / f"{language}_{part}.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [case(row["case"], row["class"], row["term"], row["text"]) for row in rows]


def case(number: str, kind: str, term: str, marked_text: str) -> Case:
    """A case from its cells."""
    text, start = "", 0
    marked = []
    for piece in re.split("([⟦⟧])", _unescaped(marked_text)):
        if piece == "⟦":
            start = len(text)
        elif piece == "⟧":
            marked.append((start, len(text)))
        else:
            text += piece
    return Case(number, kind, _unescaped(term), text, tuple(marked))


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda m: chr(int(m[1], 16)) if m[1] else _PLAIN[m[2]], text)


def score(
    language: str, cases: Iterable[Case], find: Find, inside: Find | None = None
) -> dict[str, Score]:
    """The scores by class, and all together under "total"; `errors` name the wrong cases.

    `inside` gives places inside longer terms, which silence them: marked, they count as found.
    """
    scores: dict[str, Score] = {}
    for one in cases:
        found = {_bare(one.text, r) for r in find(language, one.term, one.text)}
        marked = {_bare(one.text, r) for r in one.marked}
        if inside is not None and marked - found:
            found |= marked & {_bare(one.text, r) for r in inside(language, one.term, one.text)}
        for name in (one.kind, "total", "one word" if " " not in one.term else "several words"):
            into = scores.setdefault(name, Score())
            into.right += len(found & marked)
            into.wrong += len(found - marked)
            into.missed += len(marked - found)
            into.cases += 1
            if found != marked:
                wrong = [one.text[a:b] for a, b in sorted(found - marked)]
                missed = [one.text[a:b] for a, b in sorted(marked - found)]
                into.errors.append(
                    f"{one.number} {one.kind} «{one.term}» wrong {wrong} missed {missed}: "
                    f"{one.text!r}"
                )
    return scores


def _bare(text: str, place: Range) -> Range:
    start, end = place
    while start < end and text[start] in _AROUND:
        start += 1
    while end > start and text[end - 1] in _AROUND:
        end -= 1
    return start, end
