"""Where a Vietnamese term inside a longer one is rendered otherwise: part, whole, reason.

The whole may be a piece of a longer term: bộ ngoại giao excuses bộ trưởng bộ ngoại giao too. Each
row was a warning of `component_has_its_equivalent` that was wrong.
"""

from __future__ import annotations

IDIOMS: tuple[tuple[str, str, str], ...] = (
    # Offices and bodies with names of their own.
    ("ngoại giao", "bộ ngoại giao", "Ministry of Foreign Affairs, иностранных дел"),
    ("ngoại giao", "bộ trưởng ngoại giao", "Foreign Minister, министр иностранных дел"),
    ("ngoại giao", "thứ trưởng ngoại giao", "Deputy Foreign Minister"),
    ("chính phủ", "thủ tướng chính phủ", "Prime Minister alone"),
    ("chính phủ", "phó thủ tướng thường trực chính phủ", "Deputy Prime Minister alone"),
    ("chính phủ", "phó thủ tướng chính phủ", "Deputy Prime Minister alone"),
    ("phê chuẩn", "phê chuẩn việc bổ nhiệm", "of a person утвердить, of a treaty ратифицировать"),
    ("đại sứ", "đại sứ quán", "an embassy, посольство: another word than the ambassador"),
    ("đại sứ", "chấp thuận đại sứ", "agrément, агреман"),
    ("lãnh sự", "giấy chấp nhận lãnh sự", "exequatur, экзекватура"),
    ("phái đoàn", "phái đoàn thường trực", "a permanent mission, постоянное представительство"),
    ("viện sĩ", "viện sĩ thông tấn", "a corresponding member, член-корреспондент"),
    ("nhà vua", "nhà vua nhật bản", "the Emperor, император"),
    ("nhà lãnh đạo", "hội nghị các nhà lãnh đạo", "a meeting of leaders is a summit, саммит"),
    ("tuần lễ cấp cao", "tuần lễ cấp cao apec", "APEC has Leaders' Week, the UN high-level week"),
    ("liên bang nga", "chính phủ liên bang nga", "of Russia, or left out in English"),
    ("cấp cao", "quan chức cấp cao", "senior officials, старшие должностные лица"),
    ("cấp cao", "thảo luận chung cấp cao", "the general debate, общие прения"),
    ("quan điểm", "quan điểm của asean", "the document is ASEAN Outlook"),
    ("quan điểm", "chia sẻ quan điểm", "to share an opinion, разделять мнение"),
    ("diễn đàn", "diễn đàn hợp tác á - âu", "the Asia-Europe Meeting in English"),
    ("ngoại giao", "ngôi thứ ngoại giao", "order of precedence alone in English"),
    # One word in Vietnamese, of which the part is no part.
    ("hội đồng", "đại hội đồng", "an assembly, not a great council"),
    ("toàn quyền", "đặc mệnh toàn quyền", "plenipotentiary, not a governor-general"),
    ("toàn quyền", "đại diện toàn quyền", "plenipotentiary, not a governor-general"),
    ("đổi mới", "đổi mới sáng tạo", "innovation; the policy of Đổi mới is another thing"),
    ("quy định", "không theo quy định", "unregulated, нерегулируемый"),
    # Fixed expressions of law and of the chanceries.
    ("lãnh hải", "vùng tiếp giáp lãnh hải", "the contiguous zone, прилежащая зона"),
    ("phê chuẩn", "phê chuẩn bổ nhiệm", "an appointment is confirmed, a treaty ratified"),
    ("quốc tịch", "không quốc tịch", "stateless, апатрид"),
    ("hiệu lực", "chấm dứt hiệu lực", "termination, прекращение действия"),
    ("cam kết", "tận tâm thực hiện cam kết", "pacta sunt servanda"),
    ("nhà nước", "lễ đón cấp nhà nước", "the official welcome, церемония встречи"),
    ("nhân dịp", "nhân dịp này xin gửi tới", "avails itself of this opportunity"),
    ("điện hạt nhân", "dự án điện hạt nhân", "the project of a plant, АЭС"),
)
