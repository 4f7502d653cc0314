"""What the Vietnamese press prints around an article, as patterns of whole lines.

`MARKERS` is what `text/body.py` is given: headings of related news, menus and bylines, captions,
and the letters that running text in Vietnamese always has some of.
"""

from __future__ import annotations

import re

from vnru_terms.text.body import BodyMarkers

# Headings that open related news, comments or other parts of the page; whole lines.
_END_HEADINGS = (
    r"(?:đọc|xem) (?:thêm|nhiều|tiếp)",
    r"mới (?:nhất|cập nhật)",
    r"nổi bật",
    r"multimedia",
    r"video",
    r"(?:các )?tin(?: tức)?(?: bài)? (?:liên quan|khác|mới|mới nhất|nóng|đọc nhiều)",
    r"tin cùng chuyên mục",
    r"(?:các )?bài(?: viết)? (?:liên quan|khác|mới|cùng chuyên mục|đọc nhiều)",
    r"cùng chuyên mục",
    r"chủ đề",
    r"từ khóa",
    r"tags?",
    r"bình luận",
    r"ý kiến bạn đọc",
    r"gửi bình luận",
    r"có thể bạn quan tâm",
    r"chia sẻ bài viết",
    r"bản quyền thuộc về",
    r"liên hệ quảng cáo",
    r"phiên bản di động",
)
_END = re.compile(
    rf"^(?:{'|'.join(_END_HEADINGS)})\s*[:.…>»]*(?:\s*\(\d+\))?$|^(?:từ khóa|tags?|chủ đề)\s*:",
    re.IGNORECASE,
)
# Menus, follow-us lines, sources and signatures of agencies; whole lines.
_AROUND_LINES = (
    r"trang chủ\b.*",
    r"theo dõi .{0,60} trên.*",
    r"\(?(?:theo|nguồn\s*:)\s*(?!.*[,.;]\s).{0,50}",
    r"tác giả\s*:.{0,60}",
    r"(?:bài|ảnh|bài và ảnh|thực hiện|biên tập|clip|video)\s*:.{0,60}",
    r"(?:\w+ ){1,3}\w+ \(tổng hợp\)",
    r"pv|\(?ttxvn\)?",
    r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)\s*,.{0,40}\d{4}.*",
    r"(?:đăng nhập|google news|in bài|lưu bài|cỡ chữ|nghe (?:đọc )?bài).*",
    r"chia sẻ(?: bài viết| facebook| zalo)?",
    r"a[-+](?: a[-+])?",
    r"(?:©|copyright|giấy phép (?:số|xuất bản)|số giấy phép|tổng biên tập|hotline|email\s*:).*",
)
_AROUND = re.compile(rf"^(?:{'|'.join(_AROUND_LINES)})$", re.IGNORECASE)
_CAPTION = re.compile(
    r"[(\[]\s*(?:ảnh|nguồn|nguồn ảnh|minh họa|photo|source)\b|(?:^|\s)ảnh\s*:", re.IGNORECASE
)
_LETTERS = re.compile(
    "[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.IGNORECASE
)

MARKERS = BodyMarkers(_END, _AROUND, _CAPTION, _LETTERS)
