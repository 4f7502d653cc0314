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
    usable: str
    unusable: str
    by_subject: str
    apart: str
    counting: str
    number: str
    entries: str
    attested: str
    together: str
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
        inner_words="Bảng tra theo từ trong thuật ngữ",
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
        usable="Thuật ngữ được dùng",
        unusable="Thuật ngữ khác",
        by_subject="Thuật ngữ được dùng, theo lĩnh vực",
        apart="Ngoài các mục từ",
        counting="Các cột ngôn ngữ đếm thuật ngữ; thuật ngữ có ở hai mục từ được đếm hai lần. "
        "Một mục từ có thể có nhiều thuật ngữ nên dùng: mỗi bên, mỗi loại văn bản một thuật ngữ.",
        number="Số",
        entries="Mục từ",
        attested="trong đó có nguồn",
        together="Cộng",
        total="Tổng cộng",
        short_forms={
            "vi": "Viết tắt tiếng Việt",
            "en": "Viết tắt tiếng Anh",
            "ru": "Viết tắt tiếng Nga",
        },
        statuses={
            "preferred": "Nên dùng",
            "admitted": "Được chấp nhận",
            "deprecated": "Không dùng",
            "superseded": "Tên cũ",
        },
        day="/",
    ),
    "en": PartTexts(
        subjects="Index by subject field",
        inner_words="Index of words within terms",
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
        usable="Terms that may be used",
        unusable="Other terms",
        by_subject="Terms that may be used, by subject field",
        apart="Apart from the entries",
        counting="The columns of the languages count terms; a term of two entries is counted "
        "twice. An entry may have several preferred terms: one for each side or kind of text.",
        number="No.",
        entries="Entries",
        attested="of these with a source",
        together="All",
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
        subjects="Указатель по предметным областям",
        inner_words="Указатель слов в составе терминов",
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
        usable="Термины, которые можно употреблять",
        unusable="Другие термины",
        by_subject="Термины, которые можно употреблять, по областям",
        apart="Вне статей",
        counting="В столбцах языков подсчитаны термины; термин двух статей посчитан дважды. "
        "В статье может быть несколько предпочтительных терминов: по одному для каждой стороны, "
        "для каждого вида текстов.",
        number="№",
        entries="Статьи",
        attested="из них с источником",
        together="Итого",
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
