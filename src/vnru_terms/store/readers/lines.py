"""The last step of every reader: lines that can be mined, whatever the file held.

In order: text typed in old Vietnamese fonts is made readable, lines are normalised, control and
zero-width characters dropped, lines with characters that no font but one can draw passed over, and
endless lines cut at their sentence ends. No line moves: a line passed over becomes an empty one,
and the pieces of a cut one keep its place.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from vnru_terms.findings import Finding
from vnru_terms.lang.vi_legacy import repair
from vnru_terms.messages import _, ngettext
from vnru_terms.store.readers.encoding import was_in
from vnru_terms.store.readers.reading import Reading, warning
from vnru_terms.text.normalise import normalise

# A paragraph of an article has some thousand characters; a line of this length is data, not text,
# or a whole book without line ends.
LONGEST_LINE = 20_000
# Of the characters of a line, one in so many may be unknown; with more, its words are broken.
UNKNOWN_ONE_IN = 50
# Unicode's Stream-Safe Text Format allows 30 marks on a letter; sorting thousands takes hours.
MOST_MARKS = 30

_ZERO_WIDTH = (
    "\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufff0-\ufffb\U000e0000-\U000e0fff"
)
_DROPPED = re.compile(f"[{_ZERO_WIDTH}]")
# Private use, the sign for what could not be decoded, and code points that are no characters.
_UNKNOWN = re.compile("[\ue000-\uf8ff\ufffc-\uffff\U000f0000-\U0010ffff\ud800-\udfff\ufdd0-\ufdef]")
_MARKS = re.compile(rf"[^\w\s]{{{MOST_MARKS + 1},}}")
# Dots, question marks, with quotes after them, then a space.
_SENTENCE_END = re.compile(r"[.!?…;][\"”»’')\]]*\s")


def readable(reading: Reading, name: str) -> Reading:
    """The reading with lines fit for mining, and a finding for each kind of line that was not."""
    lines, findings = list(reading.lines), list(reading.findings)
    places = list(reading.places) or list(range(1, len(lines) + 1))
    repaired = repair(lines)
    if repaired is not None:
        lines = list(repaired.lines)
        findings.append(was_in(name, repaired.name, places[repaired.changed[0] - 1]))
    lines = _normalised(lines)
    lines, broken = _without_unknown(lines)
    if broken:
        findings.append(_unknown_letter(name, [places[n] for n in broken]))
    long = [n for n, line in enumerate(lines) if len(line) > LONGEST_LINE]
    if long:
        findings += _long_lines(name, [(places[n], lines[n]) for n in long])
        cut = [(n, piece) for n, line in enumerate(lines) for piece in cut_line(line)]
        lines, places = [piece for _n, piece in cut], [places[n] for n, _piece in cut]
    # The usual case, lines that are the file's own, needs no table of places.
    own = places == list(range(1, len(lines) + 1))
    return replace(
        reading,
        lines=tuple(lines),
        places=() if own else tuple(places),
        findings=tuple(findings),
    )


def cut_line(line: str) -> list[str]:
    """A line in pieces of at most `LONGEST_LINE` characters that end with a sentence.

    A piece without an end of sentence so far is passed over; at least one, maybe empty, is given.
    """
    if len(line) <= LONGEST_LINE:
        return [line]
    pieces: list[str] = []
    start = last = 0
    for end in [match.end() for match in _SENTENCE_END.finditer(line)] + [len(line)]:
        if end - start > LONGEST_LINE:
            pieces.append(line[start:last])
            start = last
        last = end
        if end - start > LONGEST_LINE:
            start = end
    pieces.append(line[start:])
    return [piece.strip() for piece in pieces if piece.strip()] or [""]


def _normalised(lines: Sequence[str]) -> list[str]:
    text = _DROPPED.sub("", "\n".join(line.replace("\n", " ") for line in lines))
    return normalise(_MARKS.sub(lambda run: _few_marks(run[0]), text)).split("\n")


def _few_marks(run: str) -> str:
    kept, marks = [], 0
    for character in run:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= MOST_MARKS:
            kept.append(character)
    return "".join(kept)


def _without_unknown(lines: Sequence[str]) -> tuple[list[str], list[int]]:
    """Lines with a space for each unknown character, and the indices of those passed over."""
    kept, broken = [], []
    for n, line in enumerate(lines):
        if not _UNKNOWN.search(line):
            kept.append(line)
            continue
        # A lone one is the bullet of a list or a sign of a symbol font.
        inside = len(re.findall(rf"(?<=\w){_UNKNOWN.pattern}|{_UNKNOWN.pattern}(?=\w)", line))
        if inside * UNKNOWN_ONE_IN > len(line):
            broken.append(n)
            kept.append("")
        else:
            kept.append(normalise(_UNKNOWN.sub(" ", line)).strip())
    return kept, broken


def _unknown_letter(name: str, places: Sequence[int]) -> Finding:
    return warning(
        name,
        "W132",
        ngettext(
            "{count} line has characters that only its own font can draw; it was passed over.",
            "{count} lines have characters that only their own font can draw; "
            "they were passed over.",
            len(places),
        ).format(count=len(places)),
        _("Copy the text anew from where it can be read, or run OCR."),
        place=places[0],
    )


def _long_lines(name: str, lines: Sequence[tuple[int, str]]) -> list[Finding]:
    """One finding for lines that were cut and one for lines passed over, at the first of each."""
    whole = [(place, len(line)) for place, line in lines if cut_line(line) == [""]]
    cut = [(place, len(line)) for place, line in lines if cut_line(line) != [""]]
    hint = _("Articles have paragraphs of at most {limit}.").format(limit=LONGEST_LINE)
    findings = []
    if whole:
        message = _("the line has {length} characters; it was passed over.")
        findings.append((whole, message))
    if cut:
        message = _("the line has {length} characters; it was cut at its sentence ends.")
        findings.append((cut, message))
    more = _("So it is with {count} more lines.")
    return [
        warning(
            name,
            "W125",
            message.format(length=found[0][1]),
            hint if len(found) == 1 else f"{hint} {more.format(count=len(found) - 1)}",
            place=found[0][0],
        )
        for found, message in findings
    ]
