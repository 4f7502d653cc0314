"""Sino-Vietnamese formants: the syllables that words of politics and diplomacy are built from.

They stand in for a domain lexicon: a word that nobody listed is still made of them.
"""

from __future__ import annotations

from vnru_terms.lang.word_lists import entries

# Sino-Vietnamese (and some native) formants of politics and diplomacy, each with its gloss. A word
# made of them is likely to be of the domain, whether or not anybody listed it.
FORMANTS = entries("""
bang (state, 邦), bầu (elect), binh (soldiers, 兵), cam (consent, 甘), cáo (announce, 告),
chiến (war, 戰), chiếu (decree, 照), chính (politics, 政), chương (charter, 章), chức (office,
職), cử (elect, 舉), cường (power, 強), cương (frontier, 疆), dân (people, 民), đảng (party,
黨), đàm (talks, 談), điện (wire, 電), đình (halt, 停), đoàn (body, 團), đối (facing, 對), giao
(exchange, 交), hàm (note, 函), hạ (lower, 下), hiến (constitution, 憲), hiệp (concord, 協),
hòa (peace, 和), họp (meet), hội (assembly, 會), hộ (protect, 護), hữu (friend, 友), kiến
(see, 見), kiện (item, 件), kiều (abroad, 僑), ký (sign, 記), kỳ (term, 期), lãnh (lead, 領),
lệnh (order, 令), liên (link, 聯), luật (law, 律), mại (sell, 賣), minh (alliance, 盟), nghị
(deliberate, 議), ngoại (outside, 外), nhậm (take office, 任), nhiệm (duty, 任), ninh (calm,
寧), nội (inside, 內), ước (pact, 約), pháp (law, 法), phán (judge, 判), phạt (punish, 罰), phủ
(government, 府), phương (side, 方), phi (not, 非), phòng (defend, 防), quán (mission, 館),
quân (army, 軍), quốc (country, 國), quyền (power, 權), song (double, 雙), sứ (envoy, 使), tế
(border, 際), tham (take part, 參), tháp (escort), thoại (speech, 話), thỏa (agree, 妥), thổ
(soil, 土), thống (rule, 統), thuận (agree, 順), thư (letter, 書), thương (trade, 商), thượng
(upper, 上), tịch (seat, 席), tiếp (receive, 接), tổng (general, 總), trị (govern, 治), tranh
(contend, 爭), trừng (punish, 懲), trú (reside, 駐), trưởng (head, 長), tuyên (declare, 宣),
tướng (minister, 相), ủy (commission, 委), văn (document, 文), vận (embargo; move, 運), viện
(chamber, 院), viếng (pay respects), vấn (ask, 問), xung (clash, 衝), đột (clash, 突), cấp
(level, 級), cấm (ban, 禁), thăm (visit), khối (bloc), bộ (ministry, 部), ban (board, 班), bí
(secret, 祕), thứ (vice, 次), phó (vice, 副), thủ (head, 首), lễ (ceremony, 禮), phái (send,
派), biên (border, 邊), đảo (island, 島), sách (policy, 策), lược (strategy, 略), miễn (exempt,
免), cư (reside, 居), niệm (commemorate, 念), huân (merit, 勳), khủng (terror, 恐), bố
(proclaim, 佈; terror, 怖), hạt (nucleus), vũ (arms, 武), tòa (court, 座), tội (crime, 罪),
phạm (offend, 犯), ngạch (amount, 額), thuế (tax, 稅), giới (boundary, 界), phê (endorse, 批),
chuẩn (approve, 准), yến (banquet, 宴), thiều (anthem, 韶), triệu (summon, 召), xâm (invade,
侵), phản (against, 反), tụng (lawsuit, 訟), thẩm (try, 審), xá (pardon, 赦), tang (mourning,
喪), điếu (condole, 弔), tước (rank, 爵), vương (king, 王), bãi (dismiss, 罷), phiếu (ballot,
票), tuyển (choose, 選), kháng (resist, 抗), tín (credence, 信), kiêm (concurrently, 兼), tỵ
(shelter, 避), tị (shelter, 避), nhượng (concede, 讓), tán (counsel, 贊), nghênh (welcome, 迎),
bổ (appoint, 補), bồi (compensate, 賠), thường (compensate, 償), tỏa (blockade, 鎖), đế
(emperor, 帝), hoàng (imperial, 皇), mốc (boundary mark)
""")

# Formants that general words are made of as well; they count half.
WEAK_FORMANTS = entries("""
chế (system, 制), chủ (lord, 主), công (public, 公), diễn (act, 演), đặc (special, 特), đại
(great, 大), đáp (reply, 答), đề (raise, 提), điều (article, 條), định (fix, 定), đồng (with,
同), hiệu (call, 號), hợp (unite, 合), khách (guest, 客), lập (stand, 立), sáng (found, 創), thể
(body, 體), thị (see, 視), thông (through, 通), thực (certify), tư (entrust), trợ (aid, 助),
vụ (affairs, 務), quan (office, 官; customs, 關), cơ (organ, 機), nhân (humane, 人; nucleus,
核), tân (guest, 賓), nguyên (head, 元), kinh (economy, 經), hải (sea, 海), quyết (decide, 決),
đa (many, 多), an (safety, 安), bảo (protect, 保), tập (gather, 集), thảo (draft, 草), giải
(solve, 解), lực (force, 力), trụ (pillar, 柱), cột (pillar), nhập (enter, 入), cảnh (border,
境), xuất (exit, 出), tưởng (think, 想), khí (arms, 器), án (case, 案), tác (act, 作), hệ (tie,
係), trường (stance, 場), quy (rule, 規), tự (self, 自), danh (name, 名), dự (honour, 譽), hàng
(navigate, 航), khẩu (gate, 口), toàn (whole, 全), phân (divide, 分), chứng (certify, 證), kết
(tie, 結), bất (not, 不), tài (cut, 裁), nghĩa (duty, 義), trình (present, 呈), vực (region,
域), nhận (recognise, 認), thừa (bear, 承), lưu (stay, 留), tôn (honour, 尊), giềng
(neighbour), láng (neighbour), xã (society, 社), can (meddle, 干), thiệp (meddle, 涉), ly
(leave, 離), viên (member, 員), hành (act, 行), phiên (session, 番), đàn (forum, 壇), chuyến
(journey), trọng (weigh, 重), thành (member, 成), hướng (direction, 向)
""")
