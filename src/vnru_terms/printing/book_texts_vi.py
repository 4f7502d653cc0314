"""The words of the book in Vietnamese: the glossary's own book, with Vietnamese heads."""

from __future__ import annotations

from vnru_terms.printing.book_words import BookTexts, Naming

_SHORT = {"vi": "Việt", "en": "Anh", "ru": "Nga"}
_LONG = {"vi": "tiếng Việt", "en": "tiếng Anh", "ru": "tiếng Nga"}

VIETNAMESE_BOOK = BookTexts(
    language="vi",
    naming=Naming(
        first=_SHORT,
        last=_SHORT,
        dash=" – ",
        ending="",
        terms=_LONG,
        part=_LONG,
        index=_LONG,
        both="và",
        either="hoặc",
    ),
    default_title="Bảng thuật ngữ {direction}",
    main_title="{direction}",
    index_title="Bảng tra {direction}",
    sections={
        "contents": "Mục lục",
        "how": "Cách tra cứu",
        "abbreviations": "Chữ viết tắt",
        "abbreviation": "Viết tắt",
        "subjects": "Lĩnh vực",
        "sources": "Nguồn",
        "articles": "Bài báo trích làm ngữ cảnh",
        "addresses": "Nguồn của thuật ngữ",
    },
    parts_of_speech={
        "noun": "dt.",
        "verb": "đgt.",
        "adjective": "tt.",
        "adverb": "pht.",
        "other": "ngữ",
    },
    marks={},
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
        "see instead": "không dùng: x.",
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
        "short": ("Dạng viết tắt", " được chấp nhận."),
        "subject": ("Lĩnh vực", "; xem bảng lĩnh vực."),
        "number": ("Số mục từ", ", dùng khi tìm từ bảng tra."),
        "variant": ("Cách gọi khác", " được chấp nhận."),
        "sense": ("Phân biệt", " với khái niệm cùng tên; nên đọc trước khi chọn thuật ngữ."),
        "validity": ("Thời gian", " tồn tại hoặc có hiệu lực của tổ chức, tên gọi, văn kiện."),
        "term": (
            "Thuật ngữ tương đương",
            ": thuật ngữ nên dùng đứng đầu, thuật ngữ được chấp nhận đứng sau.",
        ),
        "grammar": ("Ngữ pháp", ": giống, số của danh từ; thể của động từ."),
        "government": ("Giới từ và cách", " đi sau."),
        "usage": (
            "Phạm vi sử dụng",
            " của thuật ngữ đứng sau: bên nào dùng, trong loại văn bản nào.",
        ),
        "remark": ("Chú thích", " cho thuật ngữ đứng trước."),
        "source": (
            "Nguồn",
            ", liệt kê ở cuối sách; thuật ngữ không có số là thuật ngữ chưa ghi nguồn.",
        ),
        "avoid": ("Thuật ngữ không dùng", ", kèm lý do."),
        "language": ("Ngôn ngữ", " của định nghĩa, chú thích hoặc lưu ý đứng sau."),
        "definition": ("Định nghĩa.", ""),
        "context": ("Ngữ cảnh", " trích nguyên văn."),
        "place": ("Nơi trích", ": số bài báo và dòng, hoặc văn bản."),
        "phrase": ("Kết hợp từ", " thường gặp."),
        "caution": ("Lưu ý", " về lỗi hay gặp và cách dùng."),
        "reference": ("Chuyển chú", ": x. xem, ss. so sánh, kèm số mục từ."),
    },
    counts={
        "entries": ("mục từ",),
        "vi": ("thuật ngữ tiếng Việt",),
        "en": ("thuật ngữ tiếng Anh",),
        "ru": ("thuật ngữ tiếng Nga",),
    },
    thousands=".",
    edition="Ấn bản {edition}",
    dates=("{day}/{month}/{year}", "{month}/{year}", "{year}"),
    months=("",) * 12,
    contact="Liên hệ: {contact}",
    production="Phông chữ: Noto Serif và Noto Sans. Sách được dàn trang bằng vnru-terms.",
    licence="Giấy phép: {licence}.",
    quoted="Quyền đối với các câu trích làm ngữ cảnh thuộc về đơn vị đã công bố các câu đó.",
    evidence="Thuật ngữ có số trong ngoặc vuông hoặc có ngữ cảnh kèm theo là thuật ngữ đã gặp ở "
    "nguồn được nêu; thuật ngữ không có cả hai là thuật ngữ chưa ghi nguồn.",
    intro="Phần chính xếp theo thuật ngữ tiếng Việt; {index_leads} từ thuật ngữ {names} "
    "đến số mục từ.",
    index_leads=("bảng tra ở sau dẫn", "các bảng tra ở sau dẫn"),
    inner_words="“{title}” dành cho người nhớ một từ không đứng đầu thuật ngữ.",
    notes="Chú thích và lưu ý được in nguyên văn; những gì không viết bằng tiếng Việt, kể cả định "
    "nghĩa, có ký hiệu ngôn ngữ đứng trước ({marks}).",
    stress="Trọng âm của thuật ngữ tiếng Nga được đánh bằng dấu sắc trên nguyên âm trong mục từ "
    "và các bảng cuối sách; bảng tra không đánh dấu.",
    partly_stressed="Trong {all} thuật ngữ tiếng Nga cần dấu trọng âm, {done} thuật ngữ đã có dấu.",
    stress_edition="Bản cho phiên dịch viên, có đánh trọng âm tiếng Nga",
    specimen="Mục từ mẫu:",
    volume="Tập {number}: {span}",
    volume_entries="Số mục từ trong tập này: {own}",
    all_volumes="Toàn bộ các tập: {counts}",
    other_volumes="Các tập khác",
    help_heading="Cách tra cứu",
    help="Tra thuật ngữ ở phần {part}, hoặc tìm số mục từ trong bảng tra {index}. Thuật ngữ nên "
    "dùng đứng đầu, thuật ngữ được chấp nhận đứng sau; không dùng những gì đứng sau “{avoid}”. "
    "Dòng ngay dưới mục từ cho biết khái niệm khác với các khái niệm cùng tên ở chỗ nào. Số trong "
    "ngoặc vuông chỉ nguồn, liệt kê ở cuối sách.",
)
