"""Numbers in words, by language: how figures are grouped, what multiplies them, what months are.

Data for `matching.numbers`, which compares the figures of a text with those of its translation.
`words` are patterns of whole words in small letters, with their value: cardinal and ordinal, in
every form; a word that may also mean something else (một, one, первый) is there too, for a number
in words is never demanded of a translation, it only accounts for one in figures.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from vnru_terms.lang.word_lists import entries


@dataclass(frozen=True, slots=True)
class Numerals:
    """The numbers of a language.

    `groups` are the marks that part thousands, `points` those before decimals; where a mark may be
    either, a figure is read both ways. `scales` match the words that multiply (triệu, млн), longest
    first. `words` give the value of a numeral. `beginnings` give that of the first part of a
    compound (трёх in трёхдневный), `tens` are words that multiply by ten. Behind a figure
    stand `hours` and `foreign_units`, which a translator may reckon anew (feet, pounds, miles);
    `optional_before` stands before one.
    """

    groups: str
    points: str
    scales: tuple[tuple[re.Pattern[str], Decimal], ...]
    words: Mapping[str, Decimal]
    months: tuple[tuple[re.Pattern[str], int], ...]
    beginnings: tuple[tuple[re.Pattern[str], int], ...] = ()
    hours: re.Pattern[str] = field(default_factory=lambda: re.compile(r"(?!)"))
    foreign_units: re.Pattern[str] = field(default_factory=lambda: re.compile(r"(?!)"))
    tens: frozenset[str] = frozenset()
    optional_before: re.Pattern[str] = field(default_factory=lambda: re.compile(r"(?!)"))


def _scales(rows: str) -> tuple[tuple[re.Pattern[str], Decimal], ...]:
    """Lines of a pattern and a power of ten."""
    found = []
    for row in rows.strip().splitlines():
        pattern, power = row.rsplit(None, 1)
        found.append((re.compile(pattern, re.IGNORECASE), Decimal(10) ** int(power)))
    return tuple(found)


def _words(rows: str) -> dict[str, Decimal]:
    """Lines of a value and its words."""
    found: dict[str, Decimal] = {}
    for row in rows.strip().splitlines():
        value, *words = row.split()
        found.update(dict.fromkeys(words, Decimal(value)))
    return found


def _patterns(rows: str) -> tuple[tuple[re.Pattern[str], int], ...]:
    """Lines of a value and a pattern."""
    found = []
    for row in rows.strip().splitlines():
        value, pattern = row.split(None, 1)
        found.append((re.compile(pattern, re.IGNORECASE), int(value)))
    return tuple(found)


_VIETNAMESE = Numerals(
    groups=".,",
    points=",.",
    scales=_scales(r"""
triệu\s+t[ỷỉ](?!\s*(?:lệ|trọng|số|giá))  15
(?:nghìn|ngàn)\s+t[ỷỉ](?!\s*(?:lệ|trọng|số|giá))  12
trăm\s+(?:nghìn|ngàn)  5
trăm\s+triệu  8
trăm\s+t[ỷỉ]  11
chục\s+(?:nghìn|ngàn)  4
chục\s+triệu  7
chục\s+t[ỷỉ]  10
t[ỷỉ](?!\s*(?:lệ|trọng|số|giá))  9
triệu  6
nghìn|ngàn  3
trăm  2
tr\b  6
k\b  3
"""),
    words=_words("""
0 không
1 một mốt
2 hai đôi nhì
3 ba
4 bốn tư
5 năm lăm
6 sáu
7 bảy bẩy
8 tám
9 chín
10 mười
"""),
    months=_patterns("""
1 tháng\\s+(?:giêng|một)\\b
2 tháng\\s+hai\\b
3 tháng\\s+ba\\b
4 tháng\\s+tư\\b
5 tháng\\s+năm\\b(?!\\s+\\d)
6 tháng\\s+sáu\\b
7 tháng\\s+bảy\\b
8 tháng\\s+tám\\b
9 tháng\\s+chín\\b
10 tháng\\s+mười\\b(?!\\s+(?:một|hai))
11 tháng\\s+mười\\s+một\\b
12 tháng\\s+(?:mười\\s+hai|chạp)\\b
"""),
    hours=re.compile(r"\s*(?:giờ|h\b|h(?=\d)|g(?=\d))", re.IGNORECASE),
    foreign_units=re.compile(
        r"[\s-]*(?:feet|foot|inch|inches|pounds?|miles?|dặm|thước Anh|độ F|gallon)\b"
    ),
    tens=frozenset(("mươi", "chục")),
    # thứ 3 is Tuesday or the third.
    optional_before=re.compile(r"\bthứ\s+$", re.IGNORECASE),
)

_ENGLISH = Numerals(
    groups=",",
    points=".",
    scales=_scales(r"""
hundred\s+thousand\b  5
hundred\s+million\b  8
hundred\s+billion\b  11
trillions?\b|tn\b|trn\b  12
billions?\b|bn\b|bln\b  9
millions?\b|mln\b|mn\b|m\b  6
thousands?\b|k\b  3
hundreds?\b  2
"""),
    words=_words("""
0 zero nil
1 one first once
2 two second twice both couple pair
3 three third thirds thrice
4 four fourth quarter
5 five fifth
6 six sixth
7 seven seventh
8 eight eighth
9 nine ninth
10 ten tenth
11 eleven eleventh
12 twelve twelfth dozen
13 thirteen thirteenth
14 fourteen fourteenth
15 fifteen fifteenth
16 sixteen sixteenth
17 seventeen seventeenth
18 eighteen eighteenth
19 nineteen nineteenth
20 twenty twentieth
30 thirty thirtieth
40 forty fortieth
50 fifty fiftieth
60 sixty sixtieth
70 seventy seventieth
80 eighty eightieth
90 ninety ninetieth
"""),
    months=_patterns(r"""
1 \bjan(?:uary|\.|\b)
2 \bfeb(?:ruary|\.|\b)
3 \bmar(?:ch|\.)|\bmarch
4 \bapr(?:il|\.|\b)
5 \bmay\b
6 \bjune?\b
7 \bjuly?\b
8 \baug(?:ust|\.|\b)
9 \bsept?(?:ember|\.|\b)
10 \boct(?:ober|\.|\b)
11 \bnov(?:ember|\.|\b)
12 \bdec(?:ember|\.|\b)
"""),
    foreign_units=re.compile(
        r"[\s-]*(?:feet|foot|ft|inch|inches|pounds?|lbs?|miles?|mph|yards?|acres?|ounces?|gallons?|°F)\b"
    ),
    hours=re.compile(r"\s*(?:[ap]\.?\s?m\b|o['’]clock|h(?:rs|ours)?\b)", re.IGNORECASE),
)

_ENDINGS = entries("""
ый, ой, ий, ого, ому, ым, ом, ая, ую, ое, ые, ых, ыми, его, ему, им, ем, ья, ьей, ью, ье, ьи, ьих,
ьим, ьими, ьего, ьему
""")


def _russian_words() -> dict[str, Decimal]:
    """Cardinals and ordinals with all their endings."""
    found = _words("""
0 ноль нуль нуля
1.5 полтора полторы полутора
1 один одна одно одного одной одному одним одном одну одни одних одними раз
2 два две двух двум двумя оба обе обоих обеих вдвое дважды пара пару двое двоих
3 три трех трем тремя трое троих втрое трижды треть трети третью третий
4 четыре четырех четырем четырьмя четверо четверых четверть четверти
5 пять пяти пятью пятеро
6 шесть шести шестью шестеро
7 семь семи семью семеро
8 восемь восьми восьмью восемью
9 девять девяти девятью
10 десять десяти десятью десяток десятка десятки
11 одиннадцать одиннадцати
12 двенадцать двенадцати дюжина дюжины
13 тринадцать тринадцати
14 четырнадцать четырнадцати
15 пятнадцать пятнадцати
16 шестнадцать шестнадцати
17 семнадцать семнадцати
18 восемнадцать восемнадцати
19 девятнадцать девятнадцати
20 двадцать двадцати двадцатью
30 тридцать тридцати тридцатью
40 сорок сорока
50 пятьдесят пятидесяти
60 шестьдесят шестидесяти
70 семьдесят семидесяти
80 восемьдесят восьмидесяти
90 девяносто девяноста
100 сто ста сотня сотни сотню
200 двести двухсот двумстам
300 триста трехсот
400 четыреста четырехсот
500 пятьсот пятисот
600 шестьсот шестисот
700 семьсот семисот
800 восемьсот восьмисот
900 девятьсот девятисот
""")
    stems = {
        "перв": 1, "втор": 2, "трет": 3, "четверт": 4, "пят": 5, "шест": 6, "седьм": 7, "восьм": 8,
        "девят": 9, "десят": 10, "одиннадцат": 11, "двенадцат": 12, "тринадцат": 13,
        "четырнадцат": 14, "пятнадцат": 15, "шестнадцат": 16, "семнадцат": 17, "восемнадцат": 18,
        "девятнадцат": 19, "двадцат": 20, "тридцат": 30, "сороков": 40, "пятидесят": 50,
        "шестидесят": 60, "семидесят": 70, "восьмидесят": 80, "девяност": 90, "сот": 100,
    }  # fmt: skip
    for stem, value in stems.items():
        for ending in _ENDINGS:
            found.setdefault(stem + ending, Decimal(value))
    return found


_RUSSIAN = Numerals(
    groups=" .",
    points=",.",
    scales=_scales(r"""
триллион\w*|трлн\b  12
миллиард\w*|млрд\b  9
миллион\w*|млн\b  6
тысяч\w*|тыс\b  3
сот(?:ня|ни|ен|ню|ням)\b  2
"""),
    words=_russian_words(),
    months=_patterns(r"""
1 \bянвар[ьяюе]\w*
2 \bфеврал[ьяюе]\w*
3 \bмарт(?:а|у|ом|е|овск\w+)?\b
4 \bапрел[ьяюе]\w*
5 \bма(?:й|я|ю|ем|е|йск\w+)\b
6 \bиюн[ьяюе]\w*
7 \bиюл[ьяюе]\w*
8 \bавгуст\w*
9 \bсентябр[ьяюе]\w*
10 \bоктябр[ьяюе]\w*
11 \bноябр[ьяюе]\w*
12 \bдекабр[ьяюе]\w*
"""),
    beginnings=_patterns(r"""
500 \bпол(?:у)?тысяч
500000 \bпол(?:у)?миллион
500000000 \bпол(?:у)?миллиард
2 \b(?:двух|дву)(?=[а-я]{3})
3 \b(?:тр[её]х)(?=[а-я]{3})
4 \b(?:четыр[её]х)(?=[а-я]{3})
15 \bпятнадцати(?=[а-я]{3})
12 \bдвенадцати(?=[а-я]{3})
20 \bдвадцати(?=[а-я]{3})
30 \bтридцати(?=[а-я]{3})
40 \bсорока(?=[а-я]{3})
50 \bпятидесяти(?=[а-я]{3})
60 \bшестидесяти(?=[а-я]{3})
70 \bсемидесяти(?=[а-я]{3})
80 \bвосьмидесяти(?=[а-я]{3})
90 \bдевяносто(?=[а-я]{3})
100 \bсто(?=лети|процент)
100 \bстолети
5 \bпяти(?=[а-я]{3})
6 \bшести(?=[а-я]{3})
7 \bсеми(?=[а-я]{3})
8 \bвосьми(?=[а-я]{3})
9 \bдевяти(?=[а-я]{3})
10 \bдесяти(?=[а-я]{3})
"""),
    foreign_units=re.compile(r"[\s-]*(?:фут|дюйм|фунт(?!\w*\s+стерл)|мил[ьией]|ярд|акр|галлон)\w*"),
    hours=re.compile(r"\s*(?:час\w*|ч\b|ч\.|утра|вечера|ночи|дня)", re.IGNORECASE),
)

NUMERALS: dict[str, Numerals] = {"vi": _VIETNAMESE, "en": _ENGLISH, "ru": _RUSSIAN}
