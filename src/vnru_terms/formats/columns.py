"""The columns of a table of terms: what they hold, how they are headed, in three languages.

`heading` gives the words over a column, `column_of` knows them again: a sheet may come back from
somebody whose program speaks another language, and a sheet of somebody's own is headed as people
head them (“Русский”, “English term”, “Trạng thái (tiếng Nga)”). The machine's own names (`ru`,
`ru_status`) are known too. `value_label` and `value_of` do the same for closed lists.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from vnru_terms.lang import LANGUAGES
from vnru_terms.lang.keys import folded_key
from vnru_terms.model import (
    LANGUAGE_ORDER,
    NAMES_FOLDER,
    NAMES_LABEL,
    Gender,
    Kind,
    Number,
    PartOfSpeech,
    Reason,
    Settings,
    Status,
    TermType,
    Usage,
)

# Fields of a row as a whole; those of a language may stand under a heading without one as well.
ROW_FIELDS = ("id", "subject_field", "kind", "distinguish", "trap", "note", "fingerprint")
TERM = "term"


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds: a field, of a language or ('') of the row or of an unnamed language."""

    field: str
    language: str = ""

    @property
    def key(self) -> str:
        """The machine's own heading: `ru` for its terms, `ru_status`, `kind`."""
        if not self.language:
            return self.field
        return self.language if self.field == TERM else f"{self.language}_{self.field}"


# How languages are called: first the heading, then other words for it. Folded when compared.
_LANGUAGES: dict[str, dict[str, tuple[str, ...]]] = {
    "vi": {
        "vi": ("Tiếng Việt", "Việt", "Việt ngữ"),
        "en": ("Tiếng Anh", "Anh", "Anh ngữ"),
        "ru": ("Tiếng Nga", "Nga", "Nga ngữ"),
    },
    "en": {
        "vi": ("Vietnamese", "vi", "vie", "vn", "vi-vn"),
        "en": ("English", "en", "eng", "en-gb", "en-us"),
        "ru": ("Russian", "ru", "rus", "ru-ru"),
    },
    "ru": {
        "vi": ("Вьетнамский", "вьетнамский язык", "вьетнамском", "вьет", "вьетн"),
        "en": ("Английский", "английский язык", "английском", "англ"),
        "ru": ("Русский", "русский язык", "русском", "рус", "русск"),
    },
}
# How fields are called in Vietnamese, English and Russian: heading, then other words for it.
_FIELDS: dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {
    "id": (("mã khái niệm", "mã"), ("concept id", "id", "concept"), ("код понятия", "код")),
    "subject_field": (
        ("lĩnh vực", "chuyên ngành"),
        ("subject field", "subject", "field", "domain"),
        ("предметная область", "область", "сфера", "тематика"),
    ),
    "kind": (("loại khái niệm", "loại"), ("kind",), ("вид понятия", "вид")),
    "distinguish": (("phân biệt",), ("distinguish", "not to be confused"), ("отличие", "отличать")),
    "trap": (("dễ nhầm",), ("trap",), ("ловушка", "осторожно")),
    "note": (
        ("ghi chú", "chú thích"),
        ("note", "notes", "remark", "remarks", "comment", "comments"),
        ("примечание", "примечания", "комментарий", "комментарии"),
    ),
    "fingerprint": (("dấu vân (không sửa)",), ("fingerprint",), ("отпечаток (не менять)",)),
    TERM: (
        ("thuật ngữ", "từ", "tương đương", "bản dịch", "từ tương đương"),
        ("term", "terms", "equivalent", "equivalents", "translation", "word"),
        ("термин", "термины", "эквивалент", "эквиваленты", "перевод", "соответствие", "слово"),
    ),
    "status": (("trạng thái", "tình trạng"), ("status",), ("статус",)),
    "part_of_speech": (("từ loại",), ("part of speech", "pos"), ("часть речи",)),
    "type": (("dạng",), ("form", "type", "term type"), ("форма", "тип", "тип термина")),
    "gender": (("giống",), ("gender",), ("род",)),
    "number": (("số",), ("number",), ("число",)),
    "usage": (("cách dùng",), ("usage",), ("употребление",)),
    "government": (("chi phối",), ("government",), ("управление",)),
    "reason": (
        ("lý do không dùng", "lý do"),
        ("why not to be used", "reason"),
        ("почему не употреблять", "причина"),
    ),
    "term_note": (("ghi chú thuật ngữ",), ("term note",), ("примечание к термину",)),
    "source": (("nguồn",), ("source", "sources", "reference"), ("источник", "источники")),
    "context": (
        ("ngữ cảnh", "ví dụ"),
        ("context", "example", "usage example"),
        ("контекст", "пример", "примеры"),
    ),
    "context_source": (("nguồn ngữ cảnh",), ("context source",), ("источник контекста",)),
    "definition": (("định nghĩa",), ("definition", "meaning"), ("определение", "значение")),
    "definition_source": (
        ("nguồn định nghĩa",),
        ("definition source",),
        ("источник определения",),
    ),
    "grammar": (("ngữ pháp",), ("grammar",), ("грамматика",)),
    "admitted": (
        ("thuật ngữ chấp nhận", "từ đồng nghĩa"),
        ("admitted", "synonyms", "variants"),
        ("допустимые", "синонимы", "варианты"),
    ),
    "not_to_be_used": (
        ("thuật ngữ không dùng",),
        ("not to be used", "deprecated"),
        ("не употреблять", "нерекомендуемые"),
    ),
}
_ORDER = ("vi", "en", "ru")

_VALUES: dict[Enum, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {
    Status.PREFERRED: (("ưu tiên",), ("preferred", "approved"), ("предпочтительный", "предпочт")),
    Status.ADMITTED: (
        ("chấp nhận",),
        ("admitted", "acceptable", "allowed"),
        ("допустимый", "допуст", "допускается"),
    ),
    Status.DEPRECATED: (
        ("không dùng",),
        ("deprecated", "not to be used", "forbidden"),
        ("нерекомендуемый", "нереком", "не употреблять", "запрещённый"),
    ),
    Status.SUPERSEDED: (
        ("đã thay thế",),
        ("superseded", "obsolete"),
        ("устаревший", "устар", "устарел"),
    ),
    PartOfSpeech.NOUN: (("danh từ", "dt"), ("noun", "n"), ("существительное", "сущ")),
    PartOfSpeech.VERB: (("động từ", "đgt"), ("verb", "v"), ("глагол", "гл")),
    PartOfSpeech.ADJECTIVE: (("tính từ", "tt"), ("adjective", "adj"), ("прилагательное", "прил")),
    PartOfSpeech.ADVERB: (("trạng từ", "phó từ"), ("adverb", "adv"), ("наречие", "нареч")),
    PartOfSpeech.OTHER: (("khác",), ("other",), ("другое", "прочее")),
    Gender.MASCULINE: (
        ("giống đực", "đực"),
        ("masculine", "m", "masc"),
        ("мужской", "м", "муж", "м. р", "муж. род", "мужской род"),
    ),
    Gender.FEMININE: (
        ("giống cái", "cái"),
        ("feminine", "f", "fem"),
        ("женский", "ж", "жен", "ж. р", "жен. род", "женский род"),
    ),
    Gender.NEUTER: (
        ("giống trung", "trung"),
        ("neuter", "neut"),
        ("средний", "с", "ср", "с. р", "ср. р", "ср. род", "средний род"),
    ),
    Number.SINGULAR: (
        ("số ít",),
        ("singular", "sg", "sing"),
        ("единственное", "ед", "ед. ч", "ед. число"),
    ),
    Number.PLURAL: (
        ("số nhiều",),
        ("plural", "pl"),
        ("множественное", "мн", "мн. ч", "мн. число"),
    ),
    TermType.FULL_FORM: (("dạng đầy đủ",), ("full form",), ("полная форма",)),
    TermType.ACRONYM: (("chữ viết tắt",), ("acronym",), ("аббревиатура", "аббр")),
    TermType.ABBREVIATION: (("viết tắt",), ("abbreviation", "abbr"), ("сокращение", "сокр")),
    TermType.SHORT_FORM: (("dạng rút gọn",), ("short form",), ("краткая форма",)),
    TermType.VARIANT: (("biến thể",), ("variant",), ("вариант",)),
    TermType.PHRASE: (("cụm từ",), ("phrase",), ("словосочетание",)),
    Reason.CALQUE: (("dịch từng chữ",), ("calque",), ("калька",)),
    Reason.WRONG_REFERENT: (
        ("chỉ đối tượng khác",),
        ("wrong referent",),
        ("другой предмет",),
    ),
    Reason.SPELLING: (("chính tả",), ("spelling",), ("написание",)),
    Reason.OUTDATED: (("lỗi thời",), ("outdated",), ("вышло из употребления",)),
    Usage.VN_SIDE: (("phía Việt Nam",), ("Vietnamese side",), ("вьетнамская сторона",)),
    Usage.RU_SIDE: (("phía Nga",), ("Russian side",), ("российская сторона",)),
    Usage.OFFICIAL: (("chính thức",), ("official",), ("официально",)),
    Usage.PRESS: (("báo chí",), ("press",), ("пресса",)),
    Kind.TERM: (("thuật ngữ",), ("term",), ("термин",)),
    Kind.INSTITUTION: (("cơ quan, tổ chức",), ("institution",), ("учреждение",)),
    Kind.TITLE: (("chức danh",), ("title",), ("должность",)),
    Kind.DOCUMENT: (("văn kiện",), ("document",), ("документ",)),
    Kind.EVENT: (("sự kiện",), ("event",), ("событие",)),
    Kind.FORMULA: (("công thức",), ("formula",), ("формула",)),
    Kind.VERB: (("động từ",), ("verb",), ("глагол",)),
    Kind.NAME: (("tên riêng",), ("name",), ("имя собственное",)),
}

_PIECES = re.compile(r"[:()\[\]/,;|–—]+|\s-\s|(?<=[a-z])_(?=[a-z])")


def heading(column: Column, ui: str) -> str:
    """The words over a column, in the interface's language.

    >>> heading(Column("status", "ru"), "ru"), heading(Column("term", "ru"), "vi")
    ('Русский: статус', 'Tiếng Nga')
    """
    language = _LANGUAGES[ui][column.language][0] if column.language else ""
    if column.field == TERM:
        return language
    label = _FIELDS[column.field][_ORDER.index(ui)][0]
    return f"{language}: {label}" if language else label[:1].upper() + label[1:]


@lru_cache(maxsize=4096)
def column_of(text: str) -> Column | None:
    """The column that a heading names, or None.

    >>> column_of("Русский термин"), column_of("Статус (английский)")
    (Column(field='term', language='ru'), Column(field='status', language='en'))
    >>> column_of("ru_part_of_speech"), column_of("Số trang")
    (Column(field='part_of_speech', language='ru'), None)
    """
    key = text.strip().casefold()
    language, _underscore, field = key.partition("_")
    if language in LANGUAGE_ORDER and (field in _FIELDS or not field):
        return Column(field or TERM, language)
    if key in _FIELDS:
        return Column(key)
    folded = _folded(text)
    if folded in _known_languages():
        return Column(TERM, _known_languages()[folded])
    if folded in _known_fields():
        return Column(_known_fields()[folded])
    return _of_two(text) or _run_together(folded) or _somewhere(folded)


def _of_two(text: str) -> Column | None:
    """A heading of two pieces, one of them a language: “source (English)”, “Русский: род”."""
    pieces = [_folded(piece) for piece in _PIECES.split(text) if _folded(piece)]
    if len(pieces) != 2:
        return None
    for one, other in (pieces, pieces[::-1]):
        if one in _known_languages():
            field = _known_fields().get(other)
            if other in _known_languages():
                # The same language named twice: “Русский / Russian”.
                same = _known_languages()[one] == _known_languages()[other]
                return Column(TERM, _known_languages()[one]) if same else None
            return _in(_known_languages()[one], field)
    return None


def _run_together(folded: str) -> Column | None:
    """A language and a field in a row of words: “English term”, “thuat ngu tieng nga”."""
    for name, language in _known_languages().items():
        if len(name) > 2 and folded.startswith(f"{name} "):
            return _in(language, _known_fields().get(folded.removeprefix(f"{name} ")))
        if len(name) > 2 and folded.endswith(f" {name}"):
            return _in(language, _known_fields().get(folded.removesuffix(f" {name}")))
    return None


def _somewhere(folded: str) -> Column | None:
    """One language and a word for “term” anywhere: “перевод на русский”, “term in Vietnamese”."""
    found = folded.split()
    languages = {_known_languages()[word] for word in found if word in _known_languages()}
    is_term = any(_known_fields().get(word) == TERM for word in found)
    return Column(TERM, languages.pop()) if is_term and len(languages) == 1 else None


def _in(language: str, field: str | None) -> Column | None:
    if field is None or (field in ROW_FIELDS and field != "note"):
        return None
    return Column("term_note" if field == "note" else field, language)


@lru_cache(maxsize=8192)
def _folded(text: str) -> str:
    return folded_key(text.replace(".", " ")).strip(" :*")


@lru_cache(maxsize=1)
def _known_languages() -> dict[str, str]:
    names = {code: code for code in LANGUAGE_ORDER}
    for by_code in _LANGUAGES.values():
        for code, words in by_code.items():
            names |= {_folded(word): code for word in words}
    names |= {_folded(language.endonym): code for code, language in LANGUAGES.items()}
    # Longest first, so that “russkij jazyk” is not taken for “russkij” and a field “jazyk”.
    return dict(sorted(names.items(), key=lambda item: -len(item[0])))


@lru_cache(maxsize=1)
def _known_fields() -> dict[str, str]:
    known: dict[str, str] = {}
    for field, by_language in _FIELDS.items():
        for words in by_language:
            for word in words:
                known.setdefault(_folded(word), field)
    return known


def value_label(value: Enum, ui: str) -> str:
    """A value of a closed list in the interface's language."""
    return _VALUES[value][_ORDER.index(ui)][0]


def value_of(text: str, kind: type[Enum]) -> str | None:
    """The value that a cell means, as the glossary's files spell it; None where it means none.

    >>> value_of("Предпочтительный", Status), value_of("m.", Gender), value_of("x", Gender)
    ('preferred', 'masculine', None)
    """
    return _known_values(kind).get(_folded(text))


@lru_cache(maxsize=16)
def _known_values(kind: type[Enum]) -> dict[str, str]:
    known: dict[str, str] = {}
    for member in kind:
        for words in (((str(member.value), member.name),), _VALUES[member]):
            for group in words:
                for word in group:
                    known.setdefault(_folded(word), str(member.value))
    return known


def subject_of(text: str, settings: Settings) -> str | None:
    """The subject field that a cell names by its folder, its label or its abbreviation.

    The first words of one label alone will do: “Культура” of “Культура, СМИ и дружба народов”.
    """
    wanted = _folded(text)
    if wanted in map(_folded, (NAMES_FOLDER, *NAMES_LABEL.values())):
        return NAMES_FOLDER
    for subject in settings.subject_fields:
        words = (subject.slug, *subject.label.values(), *subject.abbreviation.values())
        if wanted in map(_folded, words):
            return subject.slug
    begun = {
        subject.slug
        for subject in settings.subject_fields
        for label in subject.label.values()
        if wanted and re.match(rf"{re.escape(wanted)}\b", _folded(label))
    }
    return begun.pop() if len(begun) == 1 else None
