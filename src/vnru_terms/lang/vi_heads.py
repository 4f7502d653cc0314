"""Vietnamese words that names are made of: heads of institutions and documents, offices, places.

Nouns that head the names of institutions, documents and events (as in Decree 30/2020/NĐ-CP, annex
II, on capitals in official writing, and in the names of bodies of state); offices and forms of
address that stand before a person's name; surnames (the most frequent of the Kinh, Lê Trung Hoa,
«Họ và tên người Việt Nam»); countries and cities as the press spells them.
"""

from __future__ import annotations

from vnru_terms.lang.word_lists import entries

# Heads of the names of standing bodies. `proper`: the country belongs to the name (Quỹ Đầu tư trực
# tiếp Nga); the other bodies drop it (Bộ Ngoại giao Nga is that country's Bộ Ngoại giao).
PROPER_INSTITUTIONS = entries("""
bảo tàng, câu lạc bộ, công ty, đài, đảng, đại học, đại sứ quán, điện, hãng, hãng thông tấn, hiệp
hội, học viện, hội, hội hữu nghị, khối, liên doanh, liên đoàn, liên hiệp, liên hiệp hội, liên hội,
liên minh, lãnh sự quán, mặt trận, ngân hàng, nhà hát, nhà máy, nhà xuất bản, nhóm, phòng thương
mại, quỹ, tạp chí, tập đoàn, tổng công ty, tổng lãnh sự quán, tổ chức, trung tâm, trường, trường
đại học, viện, viện hàn lâm, báo, thông tấn xã, tòa án, cộng đồng, diễn đàn doanh nghiệp, phái
đoàn, cơ quan đại diện, công viên, vườn
""")
INSTITUTIONS = entries("""
ban, ban bí thư, ban chấp hành, ban chỉ đạo, bộ, bộ chỉ huy, bộ tư lệnh, chính phủ, chi cục, cơ
quan, cục, duma, đoàn chủ tịch, đại hội đồng, hạ viện, hội đồng, nghị viện, quốc hội, quốc vụ
viện, sở, tham mưu, thanh tra, thượng viện, tổng cục, tổng tham mưu, tiểu ban, tòa án nhân dân, ủy
ban, ủy hội, văn phòng, viện kiểm sát, vụ, ban thư ký, tổ công tác, nội các, hoàng gia, tổng thư
ký, trung ương
""")
DOCUMENTS = entries("""
bản ghi nhớ, biên bản, biên bản ghi nhớ, công điện, công hàm, công ước, công thư, chỉ thị, chương
trình hành động, chương trình hợp tác, dự thảo, điều lệ, điều ước, giấy phép, hiến chương, hiến
pháp, hiệp định, hiệp nghị, hiệp ước, hợp đồng, kế hoạch, kế hoạch hành động, lộ trình, luật, nghị
định, nghị định thư, nghị quyết, pháp lệnh, phụ lục, quy chế, quyết định, sách trắng, sáng kiến,
sắc lệnh, thỏa thuận, thỏa thuận khung, thông cáo, thông cáo báo chí, thông cáo chung, thông điệp,
thư mừng, thư ủy nhiệm, tuyên bố, tuyên bố chung, tuyên ngôn, tuyên cáo, văn kiện, văn bản, ý định
thư, tối hậu thư, quốc thư, hộ chiếu, thị thực, điện mừng, điện chia buồn, giác thư, đề án, chiến
lược
""")
EVENTS = entries("""
bầu cử, diễn đàn, duyệt binh, đại hội, đại hội đảng, đàm phán, điện đàm, đối thoại, hội chợ, hội
đàm, hội kiến, hội nghị, hội nghị cấp cao, hội nghị thượng đỉnh, hội thảo, họp báo, khóa họp, kỳ
họp, lễ đón, lễ ký, lễ kỷ niệm, lễ tân, lễ tiếp đón, lễ trao, lễ hội, liên hoan, mít tinh, ngày,
giải thưởng, phiên họp, quốc khánh, quốc tang, tập trận, tham vấn, thượng đỉnh, tiếp kiến, tọa
đàm, triển lãm, tuần lễ, tuần văn hóa, vòng đàm phán, năm hữu nghị, chuyến thăm, thăm, xung đột,
chiến tranh, chiến dịch, khủng hoảng, đảo chính
""")
PLACES = entries("""
công viên, đài tưởng niệm, đảo, eo biển, lăng, nghĩa trang, quảng trường, quần đảo, tượng đài,
vịnh, vùng, cảng, cửa khẩu, sông, bán đảo, đại lễ đường, dinh, phủ
""")

# Offices: a person's name may follow, and the name of a body may be part of them.
OFFICES = entries("""
bộ trưởng, bí thư, chánh án, chánh văn phòng, chủ nhiệm, chủ tịch, chủ tịch nước, công sứ, cố vấn,
cục trưởng, đại biểu, đại diện, đại diện thường trực, đại sứ, đại tá, đại tướng, đặc phái viên,
đặc sứ, đô đốc, đệ nhất phu nhân, giám đốc, hiệu trưởng, hoàng tử, hoàng thái tử, hoàng hậu, lãnh
sự, lãnh tụ, nghị sĩ, ngoại trưởng, nguyên soái, nguyên thủ, nhà vua, nữ hoàng, người phát ngôn,
phát ngôn viên, phó bí thư, phó chủ nhiệm, phó chủ tịch, phó chủ tịch nước, phó đại sứ, phó giám
đốc, phó thủ tướng, phó tổng thống, phó trưởng ban, phó trưởng đoàn, phó vụ trưởng, phu nhân, quốc
vương, quốc vụ khanh, quốc trưởng, sứ thần, tham tán, tham tán công sứ, thái tử, thiếu tướng,
thống đốc, thủ hiến, thủ lĩnh, thủ tướng, thủ tướng chính phủ, thư ký, thứ trưởng, thượng nghị sĩ,
thượng tướng, tổng bí thư, tổng đốc, tổng giám đốc, tổng lãnh sự, tổng thanh tra, tổng thống, tổng
thư ký, tổng tư lệnh, tổng tham mưu trưởng, tổng biên tập, trợ lý, trung tướng, trưởng ban, trưởng
đoàn, trưởng đại diện, tùy viên, tư lệnh, ủy viên, viện trưởng, vụ trưởng, giáo hoàng, hồng y, cao
ủy, ủy viên bộ chính trị, tổng trưởng, nhà lãnh đạo, người đứng đầu, lãnh đạo, nhà ngoại giao, bí
thư thứ nhất, tỉnh trưởng, thị trưởng, đồng chủ tịch
""")
# Forms of address and callings: a person's name follows; no part of a term.
ADDRESSES = entries("""
ông, bà, anh, chị, ngài, cụ, bác, đồng chí, tiến sĩ, giáo sư, phó giáo sư, chuyên gia, nhà văn,
nhà thơ, nhà báo, nhà nghiên cứu, học giả, nghệ sĩ, luật sư, bác sĩ, phóng viên, nhạc sĩ, họa sĩ,
nhà sử học, nhà khoa học, cựu binh, ts, pgs, gs, th.s, hlv, mc
""")
# Who speaks for a body: `đại diện Bộ Công an` is nobody's title.
SPEAKERS = entries("đại diện, lãnh đạo, nhà lãnh đạo, người đứng đầu, cán bộ, quan chức, phu nhân")

SURNAMES = entries("""
an, âu, bạch, bành, bế, biện, bùi, cái, cao, chu, châu, cù, cung, dư, dương, đàm, đào, đặng, đậu,
điền, đinh, đoàn, đỗ, đổng, đồng, đường, giang, giáp, hà, hàn, hầu, hình, hoa, hoàng, hồ, hồng,
hứa, huỳnh, khổng, khuất, khúc, kiều, kim, lã, la, lại, lâm, lê, liêu, lò, lương, lưu, lữ, lý, ma,
mạc, mã, mạch, mai, nghiêm, ngô, nguyễn, nhâm, nhữ, ninh, nông, ông, phạm, phan, phí, phó, phùng,
phương, quách, quan, quản, sầm, tạ, tăng, tập, thạch, thái, thang, thân, thi, tiêu, tô, tôn, tống,
trà, trần, triệu, trịnh, trương, từ, uông, ung, văn, vi, viên, võ, vũ, vương, mao, đới, đồ, doãn,
vân
""")

# Countries as headlines shorten them, and older names that CLDR does not hold.
COUNTRY_SHORT_FORMS = entries("""
việt, nga, mỹ, trung, anh, pháp, đức, ấn, nhật, hàn, triều, lào, thái, úc, ý, áo, bỉ, séc, hoa kỳ,
vn, liên xô, ukraine, ukraina, hàn quốc, campuchia, myanmar, saudi arabia, ả rập xê út, ả-rập
xê-út, uae, belarus, xô viết, việt nam, chdcnd triều tiên, tiệp khắc, nam tư, cộng hòa séc,
vatican, palestine, đài loan (trung quốc), macao, hồng kông, miến điện, nga xô viết, timor leste,
trung hoa, hoa kì, hy lạp, thổ nhĩ kỳ, ba tư, sudan, kyrgyzstan, kosovo, ma-rốc, maroc, lebanon,
li băng, úc châu, phi châu, âu châu, cam-pu-chia, ma-lai-xi-a, in-đô-nê-xi-a, xin-ga-po,
xinh-ga-po, phi-líp-pin, mi-an-ma, bru-nây, ti-mo lét-xtê, đông ti-mo, ô-xtrây-li-a, niu di-lân,
ca-na-đa, mê-hi-cô, bra-xin, ác-hen-ti-na, chi-lê, pê-ru, vê-nê-xu-ê-la, cu-ba, i-ta-li-a,
u-crai-na, bê-la-rút, ca-dắc-xtan, ka-dắc-xtan, u-dơ-bê-ki-xtan, tuốc-mê-ni-xtan, ác-mê-ni-a,
a-déc-bai-dan, gru-di-a, môn-đô-va, ru-ma-ni, bun-ga-ri, hung-ga-ri, xlô-va-ki-a, xlô-ven-ni-a,
crô-a-ti-a, xéc-bi, an-ba-ni, e-xtô-ni-a, lát-vi-a, lít-va, xri lan-ca, băng-la-đét, pa-ki-xtan,
áp-ga-ni-xtan, nê-pan, i-ran, i-rắc, i-xra-en, pa-le-xtin, xi-ri, gioóc-đa-ni, cô-oét, ca-ta,
ô-man, y-ê-men, a-rập xê-út, li-bi, tuy-ni-di, an-giê-ri, xu-đăng, ê-ti-ô-pi-a, kê-ni-a,
tan-da-ni-a, mô-dăm-bích, ăng-gô-la, ni-giê-ri-a, ga-na, công-gô, xê-nê-gan, úc-rai-na, thụy điển,
phần lan, na uy, đan mạch
""")
CITIES = entries("""
hà nội, tp hồ chí minh, tp. hồ chí minh, thành phố hồ chí minh, tphcm, sài gòn, đà nẵng, huế, hải
phòng, cần thơ, nha trang, hạ long, quảng ninh, lào cai, lạng sơn, cao bằng, hà giang, nghệ an,
thanh hóa, quảng trị, quảng nam, khánh hòa, bình dương, đồng nai, vũng tàu, bà rịa - vũng tàu,
ninh bình, phú quốc, đà lạt, lâm đồng, đắk lắk, gia lai, an giang, cà mau, hà tĩnh, nam định, thái
nguyên, bắc ninh, bắc giang, hưng yên, hải dương, vĩnh phúc, phú thọ, tuyên quang, điện biên, sơn
la, lai châu, hòa bình (tỉnh), moskva, moscow, mát-xcơ-va, matxcơva, mátxcơva, saint petersburg,
saint peterburg, xanh pê-téc-bua, vladivostok, sochi, kazan, bắc kinh, thượng hải, quảng châu, nam
ninh, côn minh, trùng khánh, tokyo, osaka, seoul, mát-xcơ-va, oa-sinh-tơn, niu oóc, pa-ri, luân
đôn, bình nhưỡng, viêng chăn, vientiane, phnom penh, bangkok, băng cốc, jakarta, manila, kuala
lumpur, singapore, new delhi, washington, new york, paris, london, berlin, geneva, brussels, rome,
vienna, kiev, kyiv, minsk, astana, tehran, ankara, istanbul, cairo, amman, johannesburg, la
habana, havana, canberra, sydney, wellington, ottawa, brasilia, davos
""")
# Words after which a country belongs to the term (công dân Việt Nam), and that make a formal name.
COUNTRY_BEARERS = entries("""
người, công dân
""")

# Heads that name no concept without what follows them.
NEED_COMPLEMENT = entries("""
chủ tịch, phó chủ tịch, ủy viên, ủy ban, hội đồng, ban, cơ quan, cộng đồng, liên hiệp, hiệp hội,
quỹ, nhóm, trung tâm, viện, vụ, cục, sở, tổng cục, liên hội, liên đoàn, tuyên bố, hội nghị, đại
hội, chiến lược, kế hoạch, tổ chức, tập đoàn, công ty, hội, đoàn, chủ nhiệm, giám đốc, trưởng ban,
phó trưởng ban, đại diện, lãnh đạo, công viên, quần đảo, đảo, vịnh, sông, cảng, vùng, trường, bộ
quy tắc, chương trình, sáng kiến, giải thưởng, triển lãm, lễ hội, năm, ngày, tuần lễ, vòng, hiến
chương, trung ương, tiểu ban, văn phòng, học viện, trường đại học, đại học, mặt trận, khối, ngân
hàng, quảng trường, diễn đàn doanh nghiệp, phòng, đài, điện, dinh, phủ, lăng, luật
""")
# Heads of one syllable that are split from a word before them: Trung ương | Đảng.
STRONG_HEADS = entries("đảng, bộ, phủ")

# Words that make a country's name its formal one, and bodies that need no complement before it.
STATE_FORMS = entries("""
liên bang, lb, cộng hòa, ch, cộng hòa xã hội chủ nghĩa, chxhcn, cộng hòa dân chủ nhân dân, chdcnd,
cộng hòa nhân dân, chnd, cộng hòa hồi giáo, cộng hòa liên bang, vương quốc, đại công quốc, công
quốc, hợp chúng quốc, hợp chủng quốc, liên hiệp vương quốc
""")

# Bodies whose name is whole without a complement; Hội đồng, Ủy ban and Bộ need one.
COMPLETE_INSTITUTIONS = entries("""
chính phủ, quốc hội, hạ viện, thượng viện, nghị viện, nội các, hoàng gia, đại hội đồng, trung
ương, liên hợp quốc
""")
# `cấp Thứ trưởng`: an office after a word of level says whose level, not who.
LEVELS = entries("cấp, hàm, các, giữa")
# What makes a verb of the word before it: đa phương hóa.
SUFFIXES = entries("hóa")
# Common words that belong to an office they follow: Thứ trưởng thường trực, Chủ tịch nước.
OFFICE_COMPLEMENTS = entries("""
thường trực, nước, danh dự, lâm thời, điều hành, thường vụ, toàn quyền, không thường trực, đặc
mệnh toàn quyền
""")

# General verbs that end the name of a meeting: Hội nghị … mở rộng.
NAME_TAILS = entries("mở rộng, thường niên, hỗn hợp")
# Words that end a name before them: what they add is of the one occasion.
NAME_STOPS = entries("nhiệm kỳ, lần, năm, ngày, khóa, do")

# Heads so general that a long phrase behind them is usually the term without them.
WEAK_FIRST = entries("""
hoạt động, công tác, cơ chế, dự án, khuôn khổ, đoàn, công cuộc, sự nghiệp, tiến trình, chương
trình, lĩnh vực, nguyên tắc, bầu không khí, cơ quan, tổ chức, kênh, giải pháp, tình trạng, chủ
trương
""")

# Words that look like a number or a function word and a noun, and are one word inside terms.
SET_WORDS = entries("""
hai chiều, ba bên, bốn bên, cấp cao, các cấp, đa phương, song phương, đơn phương, chất lượng cao,
công nghệ cao, hai bờ, niềm tin, sáu bên, năm bên, không thường trực, không liên kết, không chính
thức, không phổ biến, hướng đông, hướng tây, hướng nam, hướng bắc, không can thiệp, không tách
rời, không hoàn lại, không quân sự, cùng phát triển, cùng có lợi, lòng tin
""")

# Parts of the world: they stand inside terms, unlike countries.
REGIONS = entries("""
châu á, châu âu, châu phi, châu mỹ, châu đại dương, đông nam á, đông bắc á, đông á, nam á, trung
á, tây á, bắc á, đông âu, tây âu, bắc âu, trung đông, mỹ latinh, mỹ la-tinh, thái bình dương, ấn
độ dương, đại tây dương, bắc băng dương, ấn độ - thái bình dương, bắc phi, nam cực, bắc cực, biển
đông, á, âu, bắc mỹ, nam mỹ, vùng vịnh, cận đông, viễn đông, đông dương, mê công, mekong, địa
trung hải, đại hàn dân quốc, bắc bộ, nam bộ, trung bộ, hoàng sa, trường sa
""")

# Those of them that are no more than geography.
CONTINENTS = entries("""
châu á, châu âu, châu phi, châu mỹ, châu đại dương, á, âu, bắc bộ, nam bộ, trung bộ, hoàng sa,
trường sa, thái bình dương, ấn độ dương, đại tây dương, bắc mỹ, nam mỹ, đông âu, tây âu, bắc phi,
nam á, tây á
""")

UNITS = entries("""
usd, đồng, euro, rúp, rub, tấn, kg, km, km2, m2, ha, %, phần trăm, giờ, phút, năm, tháng, ngày,
tuổi, triệu, tỷ
""")

# Abbreviations of press and office, with what they stand for; a full stop after one ends nothing.
ABBREVIATIONS = {
    "lb": "liên bang",
    "ch": "cộng hòa",
    "chxhcn": "cộng hòa xã hội chủ nghĩa",
    "chdcnd": "cộng hòa dân chủ nhân dân",
    "chnd": "cộng hòa nhân dân",
    "lhq": "liên hợp quốc",
    "liên hiệp quốc": "liên hợp quốc",
    "tp": "thành phố",
    "ubnd": "ủy ban nhân dân",
    "hđnd": "hội đồng nhân dân",
    "bcđ": "ban chỉ đạo",
    "bch": "ban chấp hành",
    "tw": "trung ương",
    "tư": "tư",
    "ts": "tiến sĩ",
    "gs": "giáo sư",
    "pgs": "phó giáo sư",
    "ths": "thạc sĩ",
    "st": "saint",
}
