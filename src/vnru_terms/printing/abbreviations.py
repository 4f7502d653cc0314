"""The table of abbreviations: what the book's labels stand for, in each of its languages.

The labels are those of the book (`book_texts`), the marks of grammar those of its terms
(`Language.marks`), so that the table cannot fall behind them; only the meanings are written here.
"""

from __future__ import annotations

from collections.abc import Iterator

from vnru_terms.lang import LANGUAGES
from vnru_terms.printing.book_words import BookTexts

# Vietnamese, English, Russian.
_SPEECH = {
    "noun": ("danh từ", "noun", "существительное"),
    "verb": ("động từ", "verb", "глагол"),
    "adjective": ("tính từ", "adjective", "прилагательное"),
    "adverb": ("phó từ", "adverb", "наречие"),
    "other": ("cụm từ, công thức", "phrase, formula", "выражение, формула"),
}
# Marks that stand in one row, and what they mean.
_MARKS = (
    (
        ("masculine", "feminine", "neuter"),
        ("giống đực, cái, trung", "masc., fem., neuter", "муж., жен., сред. род"),
    ),
    (("plural",), ("số nhiều", "plural", "множественное число")),
    (("singular",), ("số ít", "singular", "единственное число")),
    (("indeclinable",), ("không biến cách", "indeclinable", "несклоняемое")),
    (
        ("perfective", "imperfective"),
        (
            "hoàn thành, chưa hoàn thành",
            "perfective, imperfective",
            "соверш., несоверш. вид",
        ),
    ),
    (
        ("nom", "gen", "dat", "acc"),
        (
            "cách 1, 2, 3, 4",
            "nominative, genitive, dative, accusative",
            "именит., родит., дат., винит. падеж",
        ),
    ),
    (
        ("ins", "prep"),
        ("cách 5, 6", "instrumental, prepositional", "творит., предл. падеж"),
    ),
)
_SLOT = ("chỗ điền tên, từ", "gap to be filled", "место для подстановки")
_TILDE = (
    "thay cho từ đứng đầu dòng",
    "stands for the word that heads the line",
    "заменяет слово в начале строки",
)
_LABELS = (
    (("also",), ("tên gọi khác", "another name", "другое название")),
    (("former",), ("tên cũ", "former name", "прежнее название")),
    (("deprecated",), ("từ không nên dùng", "not to be used", "не употреблять")),
    (("see", "see also"), ("xem, xem thêm", "look under", "смотри, смотри также")),
    (("compare",), ("so sánh", "compare", "сравни")),
    (("definition",), ("định nghĩa", "definition", "определение")),
    (("caution",), ("điều cần lưu ý", "note on usage", "примечание")),
)
_USAGES = (
    (
        ("vn-side", "ru-side"),
        (
            "phía VN, phía Nga nói",
            "said by that side",
            "так говорит эта сторона",
        ),
    ),
    (
        ("official", "press"),
        (
            "văn bản chính thức, báo chí",
            "official texts, press",
            "официальные тексты, печать",
        ),
    ),
)
_REASONS = {
    "calque": ("dịch từng chữ", "word for word", "пословный перевод"),
    "wrong referent": ("khái niệm khác", "another concept", "другое понятие"),
    "spelling": ("viết sai", "wrongly spelt", "написано с ошибкой"),
    "outdated": ("nay không dùng", "no longer used", "вышло из употребления"),
}
_REFERENCES = (
    ("[1]", ("nguồn số 1", "source number 1", "источник № 1")),
    ("002:39", ("bài 002, dòng 39", "article 002, line 39", "статья 002, строка 39")),
)

Meaning = tuple[str, str, str]


def abbreviation_rows(
    texts: BookTexts, languages: tuple[str, ...]
) -> Iterator[tuple[str, Meaning]]:
    """What the book prints for short, and its meaning in Vietnamese, English and Russian.

    `languages` are those of the book's terms; the marks of a grammar that none has are left out.
    """
    for speech, meaning in _SPEECH.items():
        yield texts.parts_of_speech[speech], meaning
    for keys, meaning in _MARKS:
        shown = [m for code in languages for m in _marks_of(code, keys, texts)]
        if shown:
            yield ", ".join(dict.fromkeys(shown)), meaning
    yield "…", _SLOT
    yield "~", _TILDE
    for keys, meaning in _LABELS:
        yield ", ".join(texts.labels[key].rstrip(":") for key in keys), meaning
    for keys, meaning in _USAGES:
        yield ", ".join(texts.usages[key] for key in keys), meaning
    for reason, meaning in _REASONS.items():
        yield texts.reasons[reason], meaning
    yield from _REFERENCES


def _marks_of(language: str, keys: tuple[str, ...], texts: BookTexts) -> list[str]:
    marks = LANGUAGES[language].marks
    return [texts.marks.get(key, marks[key]) for key in keys if key in marks]
