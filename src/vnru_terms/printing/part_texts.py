"""The words of the further parts of the book: indexes, appendices, statistics.

As in `book_texts`, they belong to the language of the book and not of the interface.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PartTexts:
    """The words of the further parts in one language.

    `statuses` are keyed by the values of the model's enum, `short_forms` by language; `day` is the
    mark between the parts of a date.
    """

    subjects: str
    inner_words: str
    formulas: str
    abbreviations: str
    renamed: str
    until: str
    now: str
    place_names: str
    names: str
    persons: str
    states: str
    statistics: str
    by_language: str
    by_subject: str
    number: str
    entries: str
    attested: str
    total: str
    short_forms: Mapping[str, str]
    statuses: Mapping[str, str]
    day: str

    def short_date(self, date: str) -> str:
        """An ISO date, whole or partial, in figures, as a narrow column has it.

        >>> PART_TEXTS["vi"].short_date("2025-02-28"), PART_TEXTS["ru"].short_date("2025-02")
        ('28/2/2025', '02.2025')
        """
        parts = reversed(date.split("-"))
        zeros = "0" if self.day == "/" else ""
        return self.day.join(part.lstrip(zeros) if zeros else part for part in parts)


PART_TEXTS: dict[str, PartTexts] = {
    "vi": PartTexts(
        subjects="Bảng tra theo lĩnh vực",
        inner_words="Bảng tra theo từ bên trong",
        formulas="Công thức ngoại giao",
        abbreviations="Chữ viết tắt trong thuật ngữ",
        renamed="Tên cũ và tên mới",
        until="Đến",
        now="nay là",
        place_names="Địa danh",
        names="Nhân danh và địa danh",
        persons="Nhân danh",
        states="Quốc gia và vùng lãnh thổ",
        statistics="Số liệu thống kê",
        by_language="Từ theo ngôn ngữ",
        by_subject="Mục từ theo lĩnh vực",
        number="Số",
        entries="Mục từ",
        attested="Có nguồn",
        total="Tổng cộng",
        short_forms={
            "vi": "Viết tắt tiếng Việt",
            "en": "Viết tắt tiếng Anh",
            "ru": "Viết tắt tiếng Nga",
        },
        statuses={
            "preferred": "Nên dùng",
            "admitted": "Được thừa nhận",
            "deprecated": "Không dùng",
            "superseded": "Tên cũ",
        },
        day="/",
    ),
    "en": PartTexts(
        subjects="Index by subject field",
        inner_words="Index of inner words",
        formulas="Diplomatic formulas",
        abbreviations="Abbreviations of terms",
        renamed="Former and present names",
        until="Until",
        now="now",
        place_names="Places",
        names="Persons and places",
        persons="Persons",
        states="States and territories",
        statistics="Statistics",
        by_language="Terms by language",
        by_subject="Entries by subject field",
        number="No.",
        entries="Entries",
        attested="With a source",
        total="Total",
        short_forms={
            "vi": "Vietnamese short forms",
            "en": "English short forms",
            "ru": "Russian short forms",
        },
        statuses={
            "preferred": "Preferred",
            "admitted": "Admitted",
            "deprecated": "Not to be used",
            "superseded": "Former name",
        },
        day="/",
    ),
    "ru": PartTexts(
        subjects="Указатель по тематике",
        inner_words="Указатель внутренних слов",
        formulas="Дипломатические формулы",
        abbreviations="Сокращения терминов",
        renamed="Прежние и нынешние названия",
        until="До",
        now="ныне",
        place_names="Географические названия",
        names="Имена и географические названия",
        persons="Имена",
        states="Государства и территории",
        statistics="Статистика",
        by_language="Термины по языкам",
        by_subject="Статьи по тематике",
        number="№",
        entries="Статьи",
        attested="С источником",
        total="Всего",
        short_forms={
            "vi": "Вьетнамские сокращения",
            "en": "Английские сокращения",
            "ru": "Русские сокращения",
        },
        statuses={
            "preferred": "Предпочтительные",
            "admitted": "Допустимые",
            "deprecated": "Не употреблять",
            "superseded": "Прежние названия",
        },
        day=".",
    ),
}
