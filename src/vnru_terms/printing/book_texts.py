"""The book's own words: headings, abbreviations, front matter.

They belong to the language of the book, not of the interface, and so are no gettext messages: a
Vietnamese book printed by a Russian user is the same Vietnamese book. `BOOK_TEXTS` has one record
a book language; what the front matter says in all three languages is a table of rows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BookTexts:
    """The words of a book in one language; dicts are keyed by the values of the model's enums.

    `roles` explains, for the specimen entry, what a numbered part is.
    """

    language: str
    default_title: str
    sections: Mapping[str, str]
    parts: Mapping[str, str]
    parts_of_speech: Mapping[str, str]
    usages: Mapping[str, str]
    reasons: Mapping[str, str]
    labels: Mapping[str, str]
    roles: Mapping[str, tuple[str, str]]
    counts: str
    edition: str
    date: str
    contact: str
    production: str
    intro: tuple[str, ...]


VIETNAMESE_BOOK = BookTexts(
    language="vi",
    default_title="Bảng thuật ngữ Việt – Anh – Nga",
    sections={
        "contents": "Mục lục",
        "how": "Cách tra cứu",
        "abbreviations": "Chữ viết tắt",
        "abbreviation": "Viết tắt",
        "subjects": "Lĩnh vực",
        "sources": "Nguồn",
        "articles": "Bài báo trích làm ngữ cảnh",
        "addresses": "Nguồn của từ tương đương",
    },
    parts={
        "vi": "Việt – Anh – Nga",
        "en": "Bảng tra Anh – Việt",
        "ru": "Bảng tra Nga – Việt",
    },
    parts_of_speech={
        "noun": "dt.",
        "verb": "đgt.",
        "adjective": "tt.",
        "adverb": "pht.",
        "other": "ngữ",
    },
    usages={
        "vn-side": "phía VN",
        "ru-side": "phía Nga",
        "official": "chính thức",
        "press": "báo chí",
    },
    reasons={
        "calque": "dịch sát từng chữ",
        "wrong referent": "chỉ đối tượng khác",
        "spelling": "sai chính tả",
        "outdated": "lỗi thời",
    },
    labels={
        "also": "cg.",
        "former": "cũ:",
        "deprecated": "không dùng:",
        "caution": "Lưu ý",
        "see": "x.",
        "see also": "x. thêm",
        "compare": "ss.",
        "from": "từ",
        "to": "đến",
        "successor": "nay là",
    },
    roles={
        "head": (
            "Mục từ",
            (
                ", xếp theo từng âm tiết: chữ cái trước, thanh điệu sau "
                "(ngang, huyền, hỏi, ngã, sắc, nặng)."
            ),
        ),
        "speech": ("Từ loại.", ""),
        "short": ("Dạng viết tắt", " được thừa nhận."),
        "subject": ("Lĩnh vực", "; xem bảng lĩnh vực."),
        "number": ("Số mục từ", ", dùng trong hai bảng tra ngược."),
        "variant": ("Cách gọi khác", " được thừa nhận."),
        "sense": ("Phân biệt", " với khái niệm có cùng tên; đọc trước khi chọn từ tương đương."),
        "validity": ("Thời hạn", " của tên gọi, tổ chức hoặc văn kiện."),
        "term": ("Từ tương đương", "; từ nên dùng đứng đầu, từ cũng được chấp nhận đứng sau."),
        "grammar": ("Giống, số", " của danh từ tiếng Nga."),
        "government": ("Giới từ và cách", " đi sau."),
        "usage": ("Phạm vi sử dụng.", ""),
        "remark": ("Chú thích", " cho từ đứng trước."),
        "source": ("Nguồn", ", liệt kê cuối sách; từ không có số là từ chưa ghi nguồn."),
        "avoid": ("Từ không dùng", ", kèm lý do."),
        "definition": ("Định nghĩa.", ""),
        "context": ("Ngữ cảnh", " trích nguyên văn."),
        "place": ("Bài báo và dòng", " của ngữ cảnh."),
        "phrase": ("Kết hợp từ", " thường gặp."),
        "caution": ("Lưu ý", " về lỗi hay gặp và cách dùng."),
        "reference": ("Chuyển chú", ": x. xem, ss. so sánh, kèm số mục từ."),
    },
    counts="{entries} mục từ · {references} mục chuyển chú · "
    "{english} từ tiếng Anh · {russian} từ tiếng Nga",
    edition="Ấn bản {edition}",
    date="{day}/{month}/{year}",
    contact="Liên hệ: {contact}",
    production="Chữ Noto Serif và Noto Sans. Bảng thuật ngữ và sách do chương trình vnru-terms "
    "dàn từ dữ liệu nguồn mở.",
    intro=(
        (
            "Phần chính xếp theo thuật ngữ tiếng Việt; hai bảng tra ngược dẫn từ tiếng Anh và "
            "tiếng Nga về số mục từ. Mục từ mẫu:"
        ),
    ),
)

BOOK_TEXTS: dict[str, BookTexts] = {book.language: book for book in (VIETNAMESE_BOOK,)}

# A paragraph a language: the rights in the book, and what it is not.
IMPRINT: tuple[tuple[str, str], ...] = (
    (
        "vi",
        (
            "Bảng thuật ngữ được phát hành theo giấy phép {licence}. Các câu trích làm ngữ cảnh "
            "thuộc quyền của cơ quan báo chí đã đăng. Chưa có bộ, ngành nào phê duyệt bảng "
            "thuật ngữ này."
        ),
    ),
    (
        "en",
        (
            "The glossary is published under {licence}. Sentences quoted as contexts remain the "
            "property of their publishers. No ministry has approved this glossary."
        ),
    ),
    (
        "ru",
        (
            "Глоссарий распространяется на условиях {licence}. Права на цитаты, приведённые как "
            "контексты, принадлежат их издателям. Ни одно министерство этот глоссарий "
            "не утверждало."
        ),
    ),
)

DEFAULT_LICENCE = "CC BY 4.0"

# What a reader who does not read the book's language needs to know.
HOW_TO_USE: tuple[tuple[str, str, str], ...] = (
    (
        "en",
        "How to use",
        (
            "Look a term up in the Vietnamese part, or find its number in the English or Russian "
            "index. The preferred equivalent comes first, admitted ones follow; what stands after "
            "“không dùng” is not to be used. The line under the head tells a concept from its "
            "namesakes. Numbers in square brackets refer to the sources at the end."
        ),
    ),
    (
        "ru",
        "Как пользоваться",
        (
            "Ищите термин во вьетнамской части или его номер — в английском или русском указателе. "
            "Сначала дан предпочтительный эквивалент, затем допустимые; то, что стоит после "
            "«không dùng», не употребляется. Строка под заголовком отличает понятие от "
            "одноимённых. Номера в квадратных скобках отсылают к источникам в конце книги."
        ),
    ),
)

# Abbreviation, and what it stands for in the three languages.
ABBREVIATIONS: tuple[tuple[str, str, str, str], ...] = (
    ("dt.", "danh từ", "noun", "существительное"),
    ("đgt.", "động từ", "verb", "глагол"),
    ("tt.", "tính từ", "adjective", "прилагательное"),
    ("pht.", "phó từ", "adverb", "наречие"),
    ("ngữ", "cụm từ, công thức", "phrase, formula", "словосочетание, формула"),
    ("м., ж., с.", "giống đực, cái, trung", "masc., fem., neuter", "муж., жен., сред. род"),
    ("мн., pl.", "số nhiều", "plural", "множественное число"),
    ("ед., sing.", "số ít", "singular", "единственное число"),
    ("нескл.", "không biến cách", "indeclinable", "несклоняемое"),
    ("им., род., дат., вин.", "cách 1, 2, 3, 4", "nomin., genitive, dative, accus.", "падежи"),
    ("тв., предл.", "cách 5, 6", "instrumental, prepos.", "падежи"),
    ("…", "chỗ điền tên, từ", "gap to be filled", "место для подстановки"),
    ("cg.", "cũng gọi", "also", "также"),
    ("cũ", "tên cũ", "former name", "прежнее название"),
    ("không dùng", "từ không nên dùng", "not to be used", "не употреблять"),
    ("x., x. thêm", "xem, xem thêm", "see, see also", "см., см. также"),
    ("ss.", "so sánh", "compare", "ср."),
    ("phía VN, phía Nga", "cách nói của mỗi bên", "used by that side", "так говорит эта сторона"),
    ("[1]", "nguồn số 1", "source number 1", "источник № 1"),
    ("002:39", "bài báo 002, dòng 39", "article 002, line 39", "статья 002, строка 39"),
)
