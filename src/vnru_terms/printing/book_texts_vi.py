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
        "short": ("Dạng viết tắt", " được thừa nhận."),
        "subject": ("Lĩnh vực", "; xem bảng lĩnh vực."),
        "number": ("Số mục từ", ", dùng trong các bảng tra."),
        "variant": ("Cách gọi khác", " được thừa nhận."),
        "sense": ("Phân biệt", " với khái niệm có cùng tên; đọc trước khi chọn từ tương đương."),
        "validity": ("Thời hạn", " của tên gọi, tổ chức hoặc văn kiện."),
        "term": ("Từ tương đương", "; từ nên dùng đứng đầu, từ cũng được chấp nhận đứng sau."),
        "grammar": ("Ngữ pháp", ": giống, số của danh từ; thể của động từ."),
        "government": ("Giới từ và cách", " đi sau."),
        "usage": ("Phạm vi sử dụng", " của từ đứng sau: bên nào dùng, ở loại văn bản nào."),
        "remark": ("Chú thích", " cho từ đứng trước."),
        "source": ("Nguồn", ", liệt kê cuối sách; từ không có số là từ chưa ghi nguồn."),
        "avoid": ("Từ không dùng", ", kèm lý do."),
        "language": ("Ngôn ngữ", " của định nghĩa."),
        "definition": ("Định nghĩa.", ""),
        "context": ("Ngữ cảnh", " trích nguyên văn."),
        "place": ("Nơi trích", ": số bài báo và dòng, hoặc văn bản."),
        "phrase": ("Kết hợp từ", " thường gặp."),
        "caution": ("Lưu ý", " về lỗi hay gặp và cách dùng."),
        "reference": ("Chuyển chú", ": x. xem, ss. so sánh, kèm số mục từ."),
    },
    counts={
        "entries": ("mục từ",),
        "references": ("mục chuyển chú",),
        "vi": ("từ tiếng Việt",),
        "en": ("từ tiếng Anh",),
        "ru": ("từ tiếng Nga",),
    },
    thousands=".",
    edition="Ấn bản {edition}",
    dates=("{day}/{month}/{year}", "{month}/{year}", "{year}"),
    months=("",) * 12,
    contact="Liên hệ: {contact}",
    production="Chữ Noto Serif và Noto Sans. Bảng thuật ngữ và sách do chương trình vnru-terms "
    "dàn từ dữ liệu nguồn mở.",
    imprint="Bảng thuật ngữ được phát hành theo giấy phép {licence}. Các câu trích làm ngữ cảnh "
    "thuộc quyền của cơ quan báo chí đã đăng. Chưa có bộ, ngành nào phê duyệt bảng thuật ngữ này. "
    "Thuật ngữ kèm số trong ngoặc vuông hoặc kèm ngữ cảnh là thuật ngữ đã gặp ở nguồn nêu đó. "
    "Thuật ngữ không kèm nguồn do người biên soạn tự chọn, cần kiểm tra lại trước khi dùng.",
    intro="Phần chính xếp theo thuật ngữ tiếng Việt; các bảng tra theo sau dẫn từ {names} về "
    "số mục từ. Mục từ mẫu:",
    stress="Trọng âm của thuật ngữ tiếng Nga, nếu đã ghi trong dữ liệu, được đánh bằng dấu sắc "
    "trên nguyên âm; các bảng tra không đánh dấu.",
    stress_edition="Bản cho phiên dịch viên, có đánh trọng âm tiếng Nga",
    volume="Tập {number}: {span}",
    help_heading="Cách tra cứu",
    help="Tra thuật ngữ ở phần {part}, hoặc tìm số mục từ trong bảng tra {index}. Từ nên dùng đứng "
    "đầu, từ cũng được chấp nhận đứng sau; không dùng những từ đứng sau “{avoid}”. Dòng ngay dưới "
    "mục từ phân biệt khái niệm với các khái niệm cùng tên. Số trong ngoặc vuông chỉ nguồn, liệt "
    "kê ở cuối sách.",
)
