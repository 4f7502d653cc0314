"""Numbers (C104): what the figures of a segment and its translation do not have in common."""

from __future__ import annotations

from collections.abc import Iterator

from vnru_terms.findings import Severity
from vnru_terms.matching.numbers import Number, compare
from vnru_terms.matching.remark import Remark
from vnru_terms.matching.segment import Segment
from vnru_terms.messages import _

# Small numbers come and go in words: a third, both, one of.
_SMALL = 12


def find_number_remarks(segment: Segment) -> Iterator[Remark]:
    """One remark at most: numbers of the source without a counterpart, and of the target."""
    direction = segment.direction
    found = compare(segment.source, segment.target, (direction.source, direction.target))
    if not found.missing and not found.extra:
        return
    there = _quoted(segment.source, found.missing)
    here = _quoted(segment.target, found.extra)
    if found.missing and found.extra:
        severity = Severity.ERROR
        message = _("the numbers differ: {there} there, {here} here.")
        hint = ""
        if any(map(str.isalpha, there)):
            hint = _("nghìn is тысяча, triệu is миллион, tỷ is миллиард, nghìn tỷ is триллион.")
    else:
        values = {value for n in (*found.missing, *found.extra) for value in n.values}
        severity = Severity.WARNING if max(values) > _SMALL else Severity.INFORMATION
        hint = ""
        if found.missing:
            message = _("a number is missing: {there}.")
        else:
            message = _("a number is not in the source: {here}.")
    start = found.extra[0].start if found.extra else 0
    yield Remark(
        segment.place_of(start),
        "C104",
        severity,
        message.format(there=there, here=here),
        hint,
        term=_texts(segment.source, found.missing),
        found=_texts(segment.target, found.extra),
        segment=segment.id,
    )


def _texts(text: str, numbers: tuple[Number, ...]) -> str:
    return ", ".join(text[n.start : n.end].strip() for n in numbers)


def _quoted(text: str, numbers: tuple[Number, ...]) -> str:
    return ", ".join(_("“{text}”").format(text=text[n.start : n.end].strip()) for n in numbers)
