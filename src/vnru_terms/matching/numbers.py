"""The numbers of a text, as values that can be compared with those of its translation.

A figure is read as its language groups it (1.200 in Vietnamese, 1,200 in English, 1 200 in
Russian), multiplied by what follows it (tỷ = миллиард, nghìn tỷ = триллион), and read both ways
where it may mean two things. A date gives its day, its month and its year, whatever its order; the
name of a month is its number. 75-летие, 75th and 1990s are 75 and 1990. What is written in words,
Roman numerals and figures inside a name (Су-35, COVID-19) are optional: they may account for a
number on the other side, but are never missed themselves.

Start at `compare`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from vnru_terms.lang.numerals import NUMERALS, Numerals
from vnru_terms.text.normalise import DASHES

_SPACE = "\u0020\u00a0\u2009\u202f\u2007"
_D = re.escape(DASHES)
_DIGIT = re.compile(r"\d")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_SPACED = re.compile(rf"(?<![\d.,])\d{{1,3}}(?:[{_SPACE}]\d{{3}})+(?:,\d+)?(?!\d)")
_DATE = re.compile(rf"(?<!\d)(\d{{1,4}})([./]|[{_D}])(\d{{1,2}})\2(\d{{2,4}})(?!\d)")
_DAY_MONTH = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,4})(?![\d/])")
_CLOCK = re.compile(r"(?<![\d:.,])(\d{1,2})(?::|[hg]|\s*giờ\s*)([0-5]\d)(?![\d:])", re.IGNORECASE)
_DOTTED_CLOCK = re.compile(r"(?<![\d:.,])([01]?\d|2[0-3])\.([0-5]\d)(?![\d.,])")
_DECADE = re.compile(rf"(?:['’]?s\b|[{_D}][а-яё]{{1,2}}\b)")
_ROMAN = re.compile(r"(?<![\w-])[IVXLCDMХІ]+(?![\w])")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_WORD = re.compile(r"[^\W\d_]+")
_PERCENT_OR_SPACE = re.compile(rf"[{_SPACE}{_D}]*")
_RANGE = re.compile(rf"[{_SPACE}]*(?:[{_D}]|đến|tới|to|до|and|и|và)[{_SPACE}]*(?=\d)")
_LATIN_FOR_CYRILLIC = str.maketrans("ХІ", "XI")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: `text[start:end]`, and the values that it may have.

    An optional one accounts for a number on the other side, and is itself never missed.
    """

    start: int
    end: int
    values: frozenset[Decimal]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class NumberDifference:
    """Numbers of the source without a counterpart, and of the target likewise."""

    missing: tuple[Number, ...]
    extra: tuple[Number, ...]


def compare(source: str, target: str, languages: tuple[str, str]) -> NumberDifference:
    """What the numbers of a source and its target do not have in common.

    >>> compare("8 tỷ USD", "8 млрд долл.", ("vi", "ru"))
    NumberDifference(missing=(), extra=())
    >>> [n.values for n in compare("8 tỷ USD", "8 млн долл.", ("vi", "ru")).missing]
    [frozenset({Decimal('8000000000')})]
    """
    sides = [
        _figures_of(text, code) for text, code in zip((source, target), languages, strict=True)
    ]
    missing, extra = _without(*sides), _without(*reversed(sides))
    if missing:
        missing = _without(missing, numbers_in(target, languages[1]))
    if extra:
        extra = _without(extra, numbers_in(source, languages[0]))
    return NumberDifference(missing, extra)


def _without(numbers: Sequence[Number], others: Sequence[Number]) -> tuple[Number, ...]:
    """The numbers that are demanded and that none of the others accounts for."""
    values = {value for other in others for value in other.values}
    return tuple(n for n in numbers if not n.optional and not n.values & values)


def numbers_in(text: str, language: str) -> tuple[Number, ...]:
    """The numbers of a text, in order; those of a date one by one."""
    numerals = NUMERALS.get(language)
    if numerals is None:
        return ()
    found = list(_figures_of(text, language))
    taken = [(n.start, n.end) for n in found]
    found += [
        n
        for n in _in_words(text, numerals)
        if not any(start < n.end and n.start < end for start, end in taken)
    ]
    return tuple(sorted(found, key=lambda n: (n.start, n.end)))


def _figures_of(text: str, language: str) -> tuple[Number, ...]:
    """The numbers written in figures; most texts need no other."""
    numerals = NUMERALS.get(language)
    if numerals is None or not _DIGIT.search(text):
        return ()
    return tuple(_figures(text, numerals))


# --- figures


def _figures(text: str, numerals: Numerals) -> Iterator[Number]:
    at = 0
    for match in _DIGIT.finditer(text):
        if match.start() < at:
            continue
        for numbers, end in _one_figure(text, match.start(), numerals):
            yield from numbers
            at = end


def _one_figure(text: str, at: int, numerals: Numerals) -> Iterator[tuple[list[Number], int]]:
    for pattern in (_DATE, _CLOCK, _DAY_MONTH, _DOTTED_CLOCK):
        match = pattern.match(text, at)
        if match and pattern is _DOTTED_CLOCK and not numerals.hours.match(text, match.end()):
            continue
        parts = _parts(match, pattern) if match else None
        if match and parts:
            yield parts, match.end()
            return
    spaced = _SPACED.match(text, at) if " " in numerals.groups else None
    match = spaced or _FIGURE.match(text, at)
    if match is None:
        # A digit of another script.
        yield [], at + 1
        return
    figure = match.group()
    values = _values("".join(figure.split()) if spaced else figure, numerals, grouped=bool(spaced))
    end = match.end()
    scaled, scaled_end = _scaled(text, end, values, numerals)
    if _is_in_name(text, at):
        yield [Number(at, end, frozenset(values | scaled), True)], end
        return
    values, end = (scaled, scaled_end) if scaled else (values, end)
    values |= _other_readings(text, match, values, numerals)
    # Feet become metres; thứ 3 is a day of the week; nothing is 0.
    optional = bool(
        numerals.optional_before.search(text[max(0, at - 12) : at])
        or numerals.foreign_units.match(text, end)
        or values == {Decimal(0)}
    )
    yield [Number(at, end, frozenset(values), optional)], end


def _parts(match: re.Match[str], pattern: re.Pattern[str]) -> list[Number] | None:
    """The numbers of a date or a clock; None where it cannot be one."""
    groups = [1, 3, 4] if pattern is _DATE else [1, 2]
    values = [int(match[g]) for g in groups]
    if pattern is _DATE and not _is_date(values):
        return None
    if pattern is _DAY_MONTH and not (values[0] <= 31 and (values[1] <= 12 or values[1] > 1900)):
        return None
    numbers = []
    for group, value in zip(groups, values, strict=True):
        readings = {Decimal(value)}
        optional = False
        if pattern in (_CLOCK, _DOTTED_CLOCK):
            readings |= {Decimal(value + 12), Decimal(value - 12)} if group == 1 else set()
            optional = value == 0
        if pattern is _DATE and value < 100 and group in (1, 4):
            readings |= {Decimal(2000 + value), Decimal(1900 + value)}
        numbers.append(Number(match.start(group), match.end(group), frozenset(readings), optional))
    return numbers


def _is_date(values: Sequence[int]) -> bool:
    first, middle, last = values
    if first > 31:
        return middle <= 12 and last <= 31
    return (middle <= 12 or first <= 12) and middle <= 31 and (last > 31 or last < 100)


def _values(figure: str, numerals: Numerals, *, grouped: bool) -> set[Decimal]:
    """What a figure may mean: its marks part thousands, or the last stands before decimals."""
    if figure.isdigit():
        return {Decimal(figure)}
    found = set()
    marks = [c for c in figure if not c.isdigit()]
    groups = re.split(r"[.,]", figure)
    same = len(set(marks)) == 1
    if same and marks[0] in numerals.groups and _are_groups(groups):
        found.add(Decimal("".join(groups)))
    if len(marks) == 1 and (marks[0] in numerals.points or not found):
        found.add(_decimal("".join(groups[:-1]), groups[-1]))
    if not same and _are_groups(groups[:-1]) and marks[-1] != marks[0]:
        found.add(_decimal("".join(groups[:-1]), groups[-1]))
    if not found:
        # 3.2.1, the number of a section: its parts.
        found = {Decimal(group) for group in groups} | {Decimal("".join(groups))}
    return found


def _are_groups(groups: Sequence[str]) -> bool:
    first, *others = groups
    return 0 < len(first) <= 3 and all(len(group) == 3 for group in others)


def _decimal(whole: str, part: str) -> Decimal:
    try:
        return Decimal(f"{whole}.{part}").normalize() + 0
    except InvalidOperation:
        return Decimal(0)


def _scaled(
    text: str, end: int, values: set[Decimal], numerals: Numerals
) -> tuple[set[Decimal], int]:
    """The values times the word behind the figure, and where that word ends."""
    space = _PERCENT_OR_SPACE.match(text, end)
    at = space.end() if space else end
    for pattern, factor in numerals.scales:
        match = pattern.match(text, at)
        if match and not text[match.end() : match.end() + 1].isalpha():
            scaled = {value * factor for value in values}
            if len(match.group()) == 1:
                # 12 m may be metres.
                scaled |= values
            return scaled, match.end()
    return set(), end


def _other_readings(
    text: str, match: re.Match[str], values: set[Decimal], numerals: Numerals
) -> set[Decimal]:
    """Further values: of a decade, of an hour, of the first number of a range."""
    found: set[Decimal] = set()
    end = match.end()
    decade = _DECADE.match(text, end)
    for value in values:
        if decade and value % 10 == 0 and value < 100:
            found.add(1900 + value)
        elif decade and 1900 <= value < 2000 and value % 10 == 0:
            found.add(value - 1900)
        if value <= 24 and numerals.hours.match(text, end):
            found |= {value + 12, value - 12} if value <= 12 else {value - 12}
    spread = _RANGE.match(text, end)
    if spread:
        other = _SPACED.match(text, spread.end()) or _FIGURE.match(text, spread.end())
        if other:
            found |= _scaled(text, other.end(), values, numerals)[0]
    return found


def _is_in_name(text: str, at: int) -> bool:
    """Whether a figure is a part of a name or of a placeholder: G20, Су-35, COVID-19, {0}, %1$s."""
    before = text[max(0, at - 2) : at]
    if before[-1:].isalpha() or before[-1:] in ("%", "{") or before == "&#":
        return True
    return len(before) == 2 and before[1] in DASHES and before[0].isalpha()


# --- words


def _in_words(text: str, numerals: Numerals) -> Iterator[Number]:
    folded = text.casefold().replace("ё", "е")
    if len(folded) != len(text):
        folded = text.lower()
        folded = folded if len(folded) == len(text) else text
    for pattern, value in (*numerals.months, *numerals.beginnings):
        for match in pattern.finditer(folded):
            yield Number(match.start(), match.end(), frozenset({Decimal(value)}), True)
    for scale, factor in numerals.scales:
        for match in scale.finditer(folded):
            yield Number(match.start(), match.end(), frozenset({factor}), True)
    yield from _spelt(folded, numerals)
    for match in _ROMAN.finditer(text):
        roman = _roman(match.group().translate(_LATIN_FOR_CYRILLIC))
        if roman:
            yield Number(match.start(), match.end(), frozenset({Decimal(roman)}), True)


def _spelt(folded: str, numerals: Numerals) -> Iterator[Number]:
    """Numerals in words; of a row of them the sums, every member and the product with a scale."""
    row: list[tuple[re.Match[str], Decimal | None]] = []
    for match in _WORD.finditer(folded):
        word = match.group()
        value = numerals.words.get(word)
        is_numeral = value is not None or word in numerals.tens
        if row and (not is_numeral or match.start() - row[-1][0].end() > 5):
            yield _sum(folded, row, numerals)
            row = []
        if is_numeral:
            row.append((match, value))
    if row:
        yield _sum(folded, row, numerals)


def _sum(
    folded: str, row: Sequence[tuple[re.Match[str], Decimal | None]], numerals: Numerals
) -> Number:
    """hai mươi lăm năm: 2, 20, 25 and 30, for năm may be five or the year."""
    values: set[Decimal] = set()
    total = Decimal(0)
    for _match, value in row:
        if value is None:
            total = (total or Decimal(1)) * 10
        else:
            total += value
            values.add(value)
        values.add(total)
    start, end = row[0][0].start(), row[-1][0].end()
    scaled, end = _scaled(folded, end, set(values), numerals)
    return Number(start, end, frozenset(values | scaled), True)


def _roman(text: str) -> int:
    total = 0
    for letter, following in zip(text, [*text[1:], ""], strict=True):
        value = _ROMAN_VALUES.get(letter, 0)
        total += -value if value < _ROMAN_VALUES.get(following, 0) else value
    return total if 0 < total < 4000 else 0
