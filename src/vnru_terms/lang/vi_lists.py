"""Vietnamese word lists for mining: closed classes and general words, one table a purpose.

None of these names a term to be found. They are: function words (the grammars' closed classes);
words too general to begin, end or be a term; nouns that head the names of institutions, documents
and events (as in Decree 30/2020/NĐ-CP, annex II, on capitals in official writing, and in the
names of bodies of state); offices and forms of address that stand before a person's name;
surnames (the most frequent of the Kinh, Lê Trung Hoa, «Họ và tên người Việt Nam»); and Sino-
Vietnamese formants, the syllables that words of politics and diplomacy are built from, with a
gloss each. A list is a string of entries parted by commas, read once by `entries`.
"""

from __future__ import annotations

import re


def entries(table: str) -> frozenset[str]:
    """The entries of a table, without comments in brackets."""
    bare = re.sub(r"\([^)]*\)", "", table)
    return frozenset(" ".join(cell.split()) for cell in bare.split(",")) - {""}


# Prepositions, conjunctions, particles, pronouns, adverbs: a term neither holds nor touches them.
# Kept out of here: `về`, `của`, `và`, `tại`, … which names of institutions may hold (LINKS).
FUNCTION_WORDS = entries("""
ai, ấy, bằng, bất chấp, bị, bởi, bởi vì, bên cạnh, bên cạnh đó, biết, cả, càng, cách, cách đây,
chẳng, chỉ, cho, cho biết, cho rằng, chính là, chứ, chưa, có, có thể, còn, cũng, cũng như, cùng
với, cùng nhau, cần, cứ, dành, do, do đó, dù, dưới, đang, đã, đặc biệt là, đây, đấy, để, đến, đều,
đó, đối với, được, đồng thời, gì, giờ, hãy, hay, hầu hết, hết, hết sức, hiện, hiện nay, hơn, hơn
nữa, họ, hoặc, hoàn toàn, hiện có, kể cả, kể từ, kể từ khi, khi, không, khá, không chỉ, là, lại,
lên, liệu, luôn, luôn luôn, lúc, mà, mà còn, mặc dù, mình, một số, mới đây, nay, này, nào, nên,
nếu, ngay, ngay cả, ngay khi, ngay sau, ngay trước, ngoài, ngoài ra, ngày càng, ngày nay, nhằm,
nhân dịp, nhất là, nhiều, như, như vậy, nhưng, những gì, nhờ, nữa, ở, phải, qua, qua đó, quá, ra,
rằng, rất, rồi, rõ, sang, sau, sau khi, sắp, sắp tới, sẽ, sự, sở dĩ, suốt, tất cả, tất, tận, ta,
tại đây, tại sao, theo đó, thậm chí, thế, thế nào, thì, thông qua, theo, thật, thực sự, tiếp, tiếp
theo, tôi, chúng tôi, chúng ta, trên, tới, trong, trong khi, trong đó, trong số, trước, trước khi,
trước đây, trước đó, tuy nhiên, tuy, từ, từng, từ khi, vẫn, vào, vì, vì vậy, việc, với, vừa, vừa
qua, vậy, xuống, xung quanh, hồi, gần, gần đây, lần, thứ, hàng, mỗi, mọi, bao giờ, bấy giờ, khắp,
không ngừng, cực kỳ, đều đặn, lẽ, nhau, ông, bà, anh, chị, em, ngài, nhằm mục đích, trong bối
cảnh, trên cơ sở, trên tinh thần, trong khuôn khổ, trước thềm, liên quan đến, bao gồm, gồm, như
sau, theo hướng, kèm, xin, bên lề, hậu, cùng, chung tay, tự, do vậy, lần thứ, lần đầu
""")

# What a long official name may hold between its words.
LINKS = entries("""
về, của, và, tại, ở, giữa, vì, cho, với, trong, các, những, đến, trên, chống, &
""")

# Counting and plural words: they stand before a noun phrase and are no part of a term.
DETERMINERS = entries("""
các, những, một, hai, ba, bốn, năm, sáu, bảy, tám, chín, mười, mấy, vài, đôi, dăm, nhiều, mọi,
mỗi, từng, toàn bộ, cả, hàng, trăm, nghìn, ngàn, triệu, tỷ, tỉ, khoảng, hơn, gần, số, nửa
""")

# Nouns before an act that make it one event: a form of the term, not another term.
CLASSIFIERS = entries("""
cuộc, chuyến, buổi, sự, mối, nền, tình, bản, bài, lễ, việc, phiên, đợt
""")
# Those of them that fold away; the others (tình hữu nghị, lễ ký) make a word of their own.
FOLDED_CLASSIFIERS = entries("cuộc, chuyến, buổi, sự, mối, nền")

# Those that make an event even of a general act: cuộc gặp gỡ, buổi tiếp.
EVENT_CLASSIFIERS = entries("cuộc, chuyến, buổi")
# Those that only count or make a noun, and are never part of a term.
BARE_CLASSIFIERS = entries("sự, mối, nền, việc")
# Heads behind which the rest may stand alone: quan hệ | đối tác chiến lược.
TRANSPARENT = entries("""
quan hệ, mối quan hệ, tình, cấp, kế hoạch, chuyến, văn kiện, thỏa thuận, chế độ, ngành
""")

# Words that a term does not begin with: too general, evaluative, or of time and measure.
NOT_FIRST = entries("""
ấn tượng, bối cảnh, bước, bước đi, bước ngoặt, bước tiến, cách thức, chặng đường, chiều, chiều
sâu, chiều rộng, cao, cơ hội, con đường, cuối, cũ, dấu ấn, dấu mốc, dịp, đà, đầu, đầu tiên, đặc
biệt, điều, đoạn, giữa, gắn, hàng đầu, hai, hiện tại, hiệu quả, hôm nay, hướng, khía cạnh, khó
khăn, khoảng, kỳ vọng, lớn, loại, lợi thế, lúc, lượng, mặt, mong muốn, mong mỏi, mốc, mốc son,
mới, mức, mục đích, nét, năm, năm nay, ngày, nghĩa, nguyên nhân, những năm, niềm, nỗ lực, phần,
phương diện, quá khứ, quyết tâm, sau, sâu rộng, số, tầm, tháng, thành công, thành quả, thế hệ,
thời điểm, thời gian, thời khắc, thời kỳ, thực tế, tiềm năng, tiền đề, tiến độ, tích cực, tinh
thần, tốc độ, tốt, tốt đẹp, toàn, tương lai, triển vọng, trong nước, tuần, từ khóa, xu hướng, ý
nghĩa, yếu tố, nhân tố, minh chứng, lịch trình, hình ảnh, bạn, bạn bè, sự việc, hai bên, hai nước,
phong phú, sinh động, trình độ, đa số, đất, chủ đề, nhịp sống, xứ sở, lần đầu, kể, tượng trưng,
lời, cùng, thể hiện, biểu hiện, biểu tượng, bà con, công việc, cuộc sống, cảm ơn, cơn, bão, lũ,
phóng viên, nhà báo, nhà thơ, nhà văn, độc giả, tin, bài viết, tác giả, ảnh, đường hướng, nhận
định, hy vọng, thuận lợi, đặc thù, liên quan, ngành nghề, dịch bệnh, sinh phẩm, trang, đa dạng,
hợp pháp, thường niên, cương vị, bình thường, tối đa, học tập, chuỗi, hóa, nhân, sinh, theo, nhất
quán, sự quan tâm, thực chất, bình diện, tính chất, ban hành, tầm quan trọng, bố cục, lợi, cá,
chìa khóa, hòa nhạc, đăng cai, đồng cam cộng khổ, điều trị, uy tín, trọng tâm, động thái, bức
tranh, hàm ý
""")

# Words that seldom begin one: they head general phrases far more often than terms.
RARELY_FIRST = entries("""
điều kiện, đất nước, đóng góp, giai đoạn, hình thức, kết quả, kinh nghiệm, lĩnh vực, mục tiêu, nội
dung, nhiệm vụ, nhu cầu, nhận thức, quá trình, quan điểm, tầm nhìn, thách thức, vai trò, vị thế,
vị trí, xu thế, lợi ích, động lực, cơ sở, không khí, nguồn, người dân, nhân dân, tính, trách
nhiệm, tác động, giá, dư luận, khu vực, thế giới, thủ đô, thành phố, tỉnh, địa phương, đồng bào,
sinh viên, học sinh, doanh nghiệp, đời sống, gia đình, nghiên cứu, biện pháp, phương hướng, đại
biểu, tập thể, cá nhân, xã hội, phát triển, giáo dục, sản xuất, phối hợp, hỗ trợ, phục vụ, bảo vệ,
nước, bên, người, thuốc, giao thông, đào tạo, nguồn lực, tư tưởng, thực thể, vật tư, thiết bị,
hiểu biết, tài nguyên, nông sản, văn minh, ủng hộ, thúc đẩy, tăng trưởng, khuyến cáo, công cụ,
lòng, kỷ niệm, khả năng, nền tảng, niềm tin, yêu cầu, câu hỏi, sự kiện, thành tựu, ý kiến, trụ sở,
phía, vấn đề
""")

# Words that a term does not end with: degree, evaluation, time, vague nouns.
NOT_LAST = entries("""
bền chặt, bền vững hơn, cao, cao độ, chặt chẽ, cụ thể, cùng, dài, dày đặc, đáng kể, đáng chú ý,
đầu, đầu tiên, đầy đủ, đúng, đúng đắn, giữa, gần gũi, gắn bó, hai, hàng đầu, hiện, hiện nay, hiệu
quả, hơn, kịp thời, khác, khăng khít, khó khăn, lâu, lâu đời, liên quan, lớn, lớn lao, mạnh, mạnh
mẽ, mật thiết, mới, nay, năng động, nêu, nghiêm túc, ngày, nhanh, nhanh chóng, nhất, nhất định,
nhiều, nhỏ, nổi bật, phong phú, phù hợp, quan trọng, quý báu, ra, rõ, rõ nét, rõ ràng, rộng, rộng
rãi, rộng mở, sau, sâu, sâu đậm, sâu sắc, sẵn có, sôi nổi, sớm, sắp tới, tăng, tất yếu, thành
công, thiết thực, thiêng liêng, thuận lợi, thực chất, thứ, tích cực, tiếp tục, tiêu biểu, to lớn,
tốt, tốt đẹp, tối đa, tối ưu, trọng đại, trong, trước, trước mắt, tương xứng, tuyệt vời, ưu việt,
vô, vững chắc, vững vàng, xa, xứng đáng, ý nghĩa, đặc sắc, độc đáo, chân thành, vui mừng, năm,
tháng, lần, phía, khi, các, những, và, của, về, với, tại, trong, khả thi, kể, sinh động, nữa, như,
có, là, được, đạt được, tươi sáng, cần thiết, chu đáo, nhịp nhàng, duy nhất, vẹn nguyên, việc, sự,
đời, nay, thân tình, trân trọng, nồng nhiệt, mẫu mực, hết sức, vừa qua, gần đây, hữu hiệu, tạo,
mang, góp phần, nhằm, hướng, mong muốn, phát đi, hóa, bộ, tình, quan, đối với, cơ, nhiệm kỳ, xứng
tầm, cấp
""")

# Words that seldom end one.
RARELY_LAST = entries("""
khuôn khổ, người, nhà, ủng hộ, hỗ trợ, phối hợp, phục vụ, bảo vệ, tổ chức, kỷ niệm, cấp, ưu tiên,
đất nước, tình hình, vai trò, vấn đề, bối cảnh, tăng trưởng, chung, quan tâm, nước, bên, đặc biệt,
sâu rộng, tiếp, ngành, thúc đẩy, ổn định hơn, khẳng định, đánh giá, tăng cường, nhất trí, hiện
tại, thường xuyên
""")

# General verbs before a noun phrase: they govern a term and do not belong to it.
LIGHT_VERBS = entries("""
áp dụng, bàn, bàn về, bảo đảm, bắt đầu, bày tỏ, báo cáo, biểu dương, bổ sung, cảm ơn, cải thiện,
chào đón, chào mừng, chia sẻ, chỉ đạo, chú trọng, chúc mừng, chứng kiến, chuẩn bị, chuyển, chuyển
tải, coi, coi trọng, công bố, cung cấp, củng cố, cho thấy, cho phép, dẫn đầu, dành, diễn ra, dự,
duy trì, đáp ứng, đánh dấu, đánh giá, đánh giá cao, đạt, đặt, đẩy mạnh, đẩy nhanh, đề cao, đề cập,
đề nghị, đề xuất, đến, đi, đi lại, đi vào, điểm lại, điều chỉnh, định hình, đóng góp, đón, đón
nhận, đưa, đứng, gặp, gặp gỡ, gặt hái, gắn liền, ghi nhận, giải quyết, giành, giảm, giới thiệu,
giúp, giúp đỡ, giữ, giữ gìn, gìn giữ, góp phần, gửi, hiện thực hóa, hiểu, hình thành, hoan nghênh,
hoàn thành, hoàn thiện, huy động, hướng, hướng đến, hướng tới, kết thúc, kêu gọi, khai thác, khẳng
định, khắc phục, khởi đầu, khôi phục, khuyến khích, kỷ niệm, làm, làm sâu sắc, làm việc, làm rõ,
lấy, lồng ghép, lắng nghe, lên, mang, mang lại, mở, mở đầu, mở ra, mở rộng, mời, mong, mong muốn,
muốn, nâng, nâng cao, nâng cấp, nêu, nêu bật, nêu rõ, nhắc, nhắc lại, nhấn mạnh, nhận, nhận định,
nhận được, nhận thấy, nhất trí, nhìn lại, nói, nỗ lực, phản ánh, phát huy, phát đi, quan tâm, rà
soát, sẵn sàng, sống, sinh sống, tạo, tạo điều kiện, tạo dựng, tạo ra, tạo thuận lợi, tăng, tăng
cường, tận dụng, tập trung, tham dự, tham gia, thành lập, tháo gỡ, thảo luận, theo dõi, thể hiện,
theo học, thông báo, thống nhất, thúc đẩy, thực hiện, thực thi, tiếp cận, tiếp nhận, tiếp nối,
tiếp tục, tiến, tiến hành, tìm, tìm hiểu, tìm kiếm, tìm ra, tin, tin tưởng, tôn vinh, trả lời, trả
lời phỏng vấn, trải qua, triển khai, trở thành, trở lại, tuân thủ, ứng phó, vun đắp, vượt, vượt
qua, xác định, xác nhận, xây dựng, xem, xem xét, xử lý, yêu cầu, yêu quý, nhằm, bước, bước vào,
thu hút, xin, tặng, trao, bầu, dựa, nắm, nhập, nổi, hưởng, chịu, ra, xuất phát, mừng, kết nối,
quyên góp, phê duyệt, biến, chứng tỏ, cho, thấy, kỳ vọng, hy vọng, hỏi, đọc, viết, chấp nhận, chấp
thuận, quyết tâm, lồng, khiến, dẫn, gây, kéo dài, tái khẳng định, khuyến nghị, bàn thảo, điều
phối, ghi, gửi gắm, làm ăn, lo ngại, quan ngại, ký, vui mừng, cam kết thực hiện, hướng về, nối
lại, tiến tới, được bầu, chọn, dẫn dắt, giải thích, đi thăm, đến thăm, hoàn tất, tiếp đón, trình,
in, nỗ, chuyển lời, tán thành, chia, phát biểu, cân nhắc
""")

# A preposition and the place that it always has: the two end a term as one word does.
TAILS = entries("""
trên biển, trên đất liền, trên bộ, trên không, trên thực địa, trên mạng, ở nước ngoài, tại nước
ngoài, trong nước, ở nước sở tại, tại chỗ
""")

# Verbs that in lower case after the name of a body or an office are its predicate: they are not
# light everywhere (hợp tác, hỗ trợ and bảo vệ, which names hold, are not here).
PREDICATES = entries("""
tổ chức, chủ trì, đồng chủ trì, phụ trách, ban hành, quyết định, ủy quyền, giao, phê chuẩn, thông
qua, phát hành, hạ cánh, lưu ý, ủng hộ, khuyến cáo, kêu gọi, lên án, cử, bổ nhiệm, miễn nhiệm, điều
động, thăm, đến, tới, tiếp, dẫn đầu, họp, nhóm họp, gồm, nhóm, thành lập, kiểm tra, giám sát, chỉ
đạo, nghe, phối hợp, đăng, đăng tải, dẫn, đưa tin, cáo buộc, tố cáo, tấn công, bắt giữ, triệu tập,
trục xuất, xuất hiện, rời, trở về, lên đường, phát biểu, chúc, chúc mừng, chia buồn, cám ơn, viết,
trao tặng, tặng, nhậm chức, tuyên thệ, từ chức, qua đời, kế nhiệm, đắc cử, giữ chức, đảm nhiệm, kiêm
nhiệm, nhắc, cảnh báo, đe dọa, bác bỏ, phủ nhận, chỉ trích, ca ngợi, khen ngợi, đồng ý, từ chối, chấp
thuận, cho hay, tuyên bố, công nhận, hiểu, biết, tin, mong, cam kết, phản đối, hoan nghênh, ngồi, bàn
giao, đón tiếp, chiêu đãi, mời, tháp tùng, cùng, quán triệt, đơn giản hóa, thường xuyên, liên tục
""")

# Words that are no term alone: the general vocabulary of any news text.
NOT_ALONE = entries("""
quan hệ, hợp tác, phát triển, đối tác, chiến lược, toàn diện, khu vực, lĩnh vực, thế giới, quốc
gia, quốc tế, hữu nghị, truyền thống, hòa bình, ổn định, kinh tế, văn hóa, xã hội, giáo dục, khoa
học, công nghệ, du lịch, đầu tư, thương mại, chính trị, an ninh, quốc phòng, năng lượng, môi
trường, lãnh đạo, nhân dân, trao đổi, giao lưu, tiếp xúc, gặp gỡ, hoạt động, công tác, tổ chức, cơ
quan, cơ chế, chương trình, dự án, kế hoạch, chính sách, chủ trương, vai trò, ý nghĩa, thành tựu,
kết quả, nguyên tắc, biện pháp, phương hướng, trung tâm, thành viên, đại diện, đại biểu, cộng
đồng, người dân, đất nước, tình hình, thực tiễn, doanh nghiệp, thị trường, tài nguyên, nông
nghiệp, công nghiệp, đồng bào, sinh viên, nhà văn, nhà thơ, phóng viên, báo chí, truyền thông,
thông tin, phỏng vấn, lợi ích, trách nhiệm, tiềm năng, song song, chân thành, tin cậy, cởi mở,
bình đẳng, tôn trọng, hiểu biết, đoàn kết, địa phương, nhà nước, đồng chí, lịch sử, tăng trưởng,
thịnh vượng, phồn vinh, tiến bộ, nhân văn, con người, cá nhân, cuộc sống, thời đại, nền tảng,
khuôn khổ, hiệu quả, thành công, quá trình, giai đoạn, mục tiêu, định hướng, nội dung, vấn đề,
thời gian, cơ hội, thách thức, y tế, thể thao, nghệ thuật, văn học, dân tộc, gia đình, trẻ em, lao
động, đào tạo, nghiên cứu, sản xuất, dịch bệnh, khách quốc tế, đường sắt, hàng không, dầu khí, du
khách, khẳng định, nhận định, quyết định, chỉ định, ấn định, xác định, thông báo, thông qua, thống
nhất, tuyên truyền, chính xác, chính thức, chính nghĩa, chung, riêng, quyền lợi, quan điểm, học
tập, phối hợp, hỗ trợ, phục vụ, bảo vệ, ủng hộ, ưu tiên, giải pháp, quan tâm, thực chất, thường
trực, tự do, bối cảnh, diễn ra, thường niên, nhất quán, tự chủ, độc lập, đường lối, quân sự, kỹ
thuật, trung gian, bền vững, hợp pháp, chuyên gia, thủ đô, trụ sở, cơ sở, kết nối, tư tưởng, quản
lý, điều hành, trân trọng, chúc mừng, cảm ơn, đầu tiên, cuối cùng, thường xuyên, hàng hải, an
toàn, lòng tin, giá trị, tài liệu, mục đích, kinh nghiệm, hiện đại, dân chủ, văn minh, giá vàng,
thời tiết, con đường, niềm tin, tinh thần, cần thiết, sự cố, căng thẳng, phức tạp, phương châm,
năng lực, nguồn lực, động lực, thành phố, tình cảm, trải nghiệm, cơ bản, cầu, ngành, liên quan,
chính đáng, nhận thức, xuyên suốt, thiết lập, liên hệ, tổng thể, hòa nhạc, điều trị, ghi nhớ, dữ
liệu, thúc đẩy, các cấp, trường hợp, phù hợp, thủ tục, cán bộ, nội bộ, hiệu lực, thông minh, tài
chính, liên tục, lưu trú, cục bộ, bộ phận, bộ máy, hội trường, hội họa, công bố, phân bố, phổ
biến, sự kiện, phụ kiện, linh kiện, kiến thức, kiến trúc, ý kiến, chứng kiến, dự kiến, kiến nghị,
đề nghị, quyền lực, thẩm quyền, bản quyền, phương tiện, phương pháp, phương án, phương thức, đối
tượng, đối thủ, đối diện, đối mặt, tuyệt đối, tương đối, ngoại hình, ngoại ngữ, nội địa, minh
bạch, chứng minh, bình minh, công văn, phòng ngừa, phòng chống, phòng thủ, dân cư, dân số, nông
dân, dân gian, thư viện, bệnh viện, nhân viên, tổng hợp, tổng cộng, tổng kết, tổng số, trị giá,
quản trị, kết hợp, hợp lý, tổ hợp, tập hợp, ký ức, nhật ký, đăng ký, ký hiệu, học kỳ, thời kỳ,
định kỳ, chu kỳ, kỷ luật, quy luật, thể chế, hạn chế, khống chế, chế biến, chế tạo, chế độ, thương
hiệu, thương nhân, bị thương, tuyên dương, tham quan, tham khảo, tham luận, thượng nguồn, hạ tầng,
hạ nguồn, điện thoại, điện ảnh, điện tử, điện lực, thuận tiện, lý thuyết, thống kê, hệ thống, xuất
hiện, xuất sắc, quan sát, cảnh quan, công nhân, công suất, tấn công, công bằng, chủ động, chủ yếu,
chủ thể, chủ nhật, đặc điểm, đặc trưng, đồng hồ, đồng loạt, đồng tiền, đồng hành, khách hàng, hành
khách, khách sạn, lập tức, sáng tạo, sáng suốt, thể lực, thị xã, thị phần, đô thị, thông thường,
lưu thông, thực phẩm, thực hành, vật tư, tư nhân, tư liệu, tư duy, trợ giúp, dịch vụ, vụ việc,
nhân vật, nhân lực, tân tiến, nguyên nhân, nguyên liệu, kinh phí, kinh doanh, hải sản, quyết liệt,
đa số, an sinh, bảo tồn, bảo tàng, tập quán, bài tập, giải trí, lực lượng, thu nhập, nhập viện,
hoàn cảnh, ấn tượng, khí hậu, khí thế, án mạng, luật sư, quan niệm, hữu ích, hữu hạn, chiến thắng,
chiến sĩ, thư từ, bức thư, thành tích, diện tích, phân tích, di tích, tích hợp, hội viên, ngoại
thành, nội thành, quân nhân, phủ sóng, chính chủ, chính diện, phương trình, lệnh cấm, thủ công,
thủ phạm, chức năng, công chức, viên chức, kiều diễm, kỳ diệu, kỳ nghỉ, lễ phục, luật chơi, nội
thất, phòng ốc, quốc lộ, thương tích, tịch thu, tiếp thu, tiếp thị, gián tiếp, trực tiếp, vận tải,
vận động, vận hành, vận chuyển, văn phong, vấn nạn, vướng mắc, chính vụ, bao bì, dân sinh, dân sự,
binh đoàn, đoàn viên, sự vụ, sư đoàn, mức phạt, thuế suất, giao dịch, giao hàng, giao nhận, giao
thông, giao thương, liên lạc, liên kết, điện năng, quy ước, ước tính, ước mơ, kiện toàn, điều
chỉnh
""")

# Evaluative words inside a span: a span that holds one is rarely a term.
EVALUATIVE = entries("""
quan trọng, tích cực, mạnh mẽ, tốt đẹp, hiệu quả, sâu sắc, to lớn, lớn, mới, nhiều, hàng đầu, thiết thực, cụ thể, bền chặt, gắn bó, rõ ràng, vững chắc, nổi bật, thành công, khó khăn,
đáng kể, trọng đại, thường xuyên, nhất, hơn, khác, nhanh, nhanh chóng, năng động, phong phú,
thiêng liêng, tiềm năng, sôi nổi, ý nghĩa, sẵn sàng, thuận lợi, kịp thời, chặt chẽ, nghiêm túc,
đầy, quý báu, sâu rộng, gần gũi, lâu đời, hết sức, dày đặc, sinh động, tươi sáng, rộng mở, thực
tế, cũ, dễ dàng, trẻ, thực chất, thân tình, trọng thị, nhất quán, lâu dài, chính đáng, phức tạp,
cần thiết, đầy đủ, nồng nhiệt, đa dạng, lẫn, đúng
""")

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
# Ranks before an office that make another office of it.
OFFICE_PREFIXES = entries("phó, tổng, cựu, nguyên, quyền, tân, đồng")

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
ca-na-đa, mê-hi-cô, bra-xin, ác-hen-ti-na, chi-lê, pê-ru, vê-nê-xu-ê-la, cu-ba, i-ta-li-a, u-crai-na,
bê-la-rút, ca-dắc-xtan, ka-dắc-xtan, u-dơ-bê-ki-xtan, tuốc-mê-ni-xtan, ác-mê-ni-a, a-déc-bai-dan,
gru-di-a, môn-đô-va, ru-ma-ni, bun-ga-ri, hung-ga-ri, xlô-va-ki-a, xlô-ven-ni-a, crô-a-ti-a, xéc-bi,
an-ba-ni, e-xtô-ni-a, lát-vi-a, lít-va, xri lan-ca, băng-la-đét, pa-ki-xtan, áp-ga-ni-xtan, nê-pan,
i-ran, i-rắc, i-xra-en, pa-le-xtin, xi-ri, gioóc-đa-ni, cô-oét, ca-ta, ô-man, y-ê-men, a-rập xê-út,
li-bi, tuy-ni-di, an-giê-ri, xu-đăng, ê-ti-ô-pi-a, kê-ni-a, tan-da-ni-a, mô-dăm-bích, ăng-gô-la,
ni-giê-ri-a, ga-na, công-gô, xê-nê-gan, úc-rai-na, thụy điển, phần lan, na uy, đan mạch
""")
CITIES = entries("""
hà nội, tp hồ chí minh, tp. hồ chí minh, thành phố hồ chí minh, tphcm, sài gòn, đà nẵng, huế, hải
phòng, cần thơ, nha trang, hạ long, quảng ninh, lào cai, lạng sơn, cao bằng, hà giang, nghệ an,
thanh hóa, quảng trị, quảng nam, khánh hòa, bình dương, đồng nai, vũng tàu, bà rịa - vũng tàu,
ninh bình, phú quốc, đà lạt, lâm đồng, đắk lắk, gia lai, an giang, cà mau, hà tĩnh, nam định, thái
nguyên, bắc ninh, bắc giang, hưng yên, hải dương, vĩnh phúc, phú thọ, tuyên quang, điện biên, sơn
la, lai châu, hòa bình (tỉnh), moskva, moscow, mát-xcơ-va, matxcơva, mátxcơva, saint petersburg,
saint peterburg, xanh pê-téc-bua, vladivostok, sochi, kazan, bắc kinh, thượng hải, quảng châu, nam
ninh, côn minh, trùng khánh, tokyo, osaka, seoul, mát-xcơ-va, oa-sinh-tơn, niu oóc, pa-ri, luân đôn, bình nhưỡng, viêng chăn, vientiane, phnom penh,
bangkok, băng cốc, jakarta, manila, kuala lumpur, singapore, new delhi, washington, new york,
paris, london, berlin, geneva, brussels, rome, vienna, kiev, kyiv, minsk, astana, tehran, ankara,
istanbul, cairo, amman, johannesburg, la habana, havana, canberra, sydney, wellington, ottawa,
brasilia, davos
""")
# Words after which a country belongs to the term (công dân Việt Nam), and that make a formal name.
COUNTRY_BEARERS = entries("""
người, công dân
""")

# Heads that name no concept without what follows them.
NEED_COMPLEMENT = entries("""
chủ tịch, phó chủ tịch, ủy viên, ủy ban, hội đồng, ban, cơ quan, cộng đồng, liên hiệp, hiệp hội, quỹ,
nhóm, trung tâm, viện, vụ, cục, sở, tổng cục, liên hội, liên đoàn, tuyên bố, hội nghị, đại hội,
chiến lược, kế hoạch, tổ chức, tập đoàn, công ty, hội, đoàn, chủ nhiệm, giám đốc, trưởng ban, phó
trưởng ban, đại diện, lãnh đạo, công viên, quần đảo, đảo, vịnh, sông, cảng, vùng, trường, bộ quy tắc,
chương trình, sáng kiến, giải thưởng, triển lãm, lễ hội, năm, ngày, tuần lễ, vòng, hiến chương,
trung ương, tiểu ban, văn phòng, học viện, trường đại học, đại học, mặt trận, khối, ngân hàng,
quảng trường, diễn đàn doanh nghiệp, phòng, đài, điện, dinh, phủ, lăng, luật
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
chính phủ, quốc hội, hạ viện, thượng viện, nghị viện, nội các, hoàng gia, đại hội đồng, trung ương
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
châu á, châu âu, châu phi, châu mỹ, châu đại dương, á, âu, bắc bộ, nam bộ, trung bộ, hoàng sa, trường
sa, thái bình dương, ấn độ dương, đại tây dương, bắc mỹ, nam mỹ, đông âu, tây âu, bắc phi, nam á, tây á
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

# Sino-Vietnamese (and some native) formants of politics and diplomacy, each with its gloss. A word
# made of them is likely to be of the domain, whether or not anybody listed it.
FORMANTS = entries("""
bang (state, 邦), bầu (elect), binh (soldiers, 兵), cam (consent, 甘), cáo (announce,
告), chiến (war, 戰), chiếu (decree, 照), chính (politics, 政), chương (charter, 章),
chức (office, 職), cử (elect, 舉), cường (power, 強), cương (frontier, 疆), dân (people,
民), đảng (party, 黨), đàm (talks, 談), điện (wire, 電), đình (halt, 停), đoàn (body, 團),
đối (facing, 對), giao (exchange, 交), hàm (note, 函), hạ (lower, 下), hiến
(constitution, 憲), hiệp (concord, 協), hòa (peace, 和), họp (meet), hội (assembly, 會),
hộ (protect, 護), hữu (friend, 友), kiến (see, 見), kiện (item, 件), kiều (abroad, 僑),
ký (sign, 記), kỳ (term, 期), lãnh (lead, 領), lệnh (order, 令), liên (link, 聯), luật
(law, 律), mại (sell, 賣), minh (alliance, 盟), nghị (deliberate, 議), ngoại (outside,
外), nhậm (take office, 任), nhiệm (duty, 任), ninh (calm, 寧), nội (inside, 內), ước
(pact, 約), pháp (law, 法), phán (judge, 判), phạt (punish, 罰), phủ (government, 府),
phương (side, 方), phi (not, 非), phòng (defend, 防), quán (mission, 館), quân (army,
軍), quốc (country, 國), quyền (power, 權), song (double, 雙), sứ (envoy, 使), tế
(border, 際), tham (take part, 參), tháp (escort), thoại (speech, 話), thỏa (agree, 妥),
thổ (soil, 土), thống (rule, 統), thuận (agree, 順), thư (letter, 書), thương (trade,
商), thượng (upper, 上), tịch (seat, 席), tiếp (receive, 接), tổng (general, 總), trị
(govern, 治), tranh (contend, 爭), trừng (punish, 懲), trú (reside, 駐), trưởng (head,
長), tuyên (declare, 宣), tướng (minister, 相), ủy (commission, 委), văn (document, 文),
vận (embargo; move, 運), viện (chamber, 院), viếng (pay respects), vấn (ask, 問), xung
(clash, 衝), đột (clash, 突), cấp (level, 級), cấm (ban, 禁), thăm (visit), khối (bloc),
bộ (ministry, 部), ban (board, 班), bí (secret, 祕), thứ (vice, 次), phó (vice, 副), thủ
(head, 首), lễ (ceremony, 禮), phái (send, 派), biên (border, 邊), đảo (island, 島), sách
(policy, 策), lược (strategy, 略), miễn (exempt, 免), cư (reside, 居), niệm
(commemorate, 念), huân (merit, 勳), khủng (terror, 恐), bố (proclaim, 佈; terror, 怖),
hạt (nucleus), vũ (arms, 武), tòa (court, 座), tội (crime, 罪), phạm (offend, 犯), ngạch
(amount, 額), thuế (tax, 稅)
""")

# Formants that general words are made of as well; they count half.
WEAK_FORMANTS = entries("""
chế (system, 制), chủ (lord, 主), công (public, 公), diễn (act, 演), đặc (special, 特),
đại (great, 大), đáp (reply, 答), đề (raise, 提), điều (article, 條), định (fix, 定),
đồng (with, 同), hiệu (call, 號), hợp (unite, 合), khách (guest, 客), lập (stand, 立),
sáng (found, 創), thể (body, 體), thị (see, 視), thông (through, 通), thực (certify), tư
(entrust), trợ (aid, 助), vụ (affairs, 務), quan (office, 官; customs, 關), cơ (organ,
機), nhân (humane, 人; nucleus, 核), tân (guest, 賓), nguyên (head, 元), kinh (economy,
經), hải (sea, 海), quyết (decide, 決), đa (many, 多), an (safety, 安), bảo (protect, 保),
tập (gather, 集), thảo (draft, 草), giải (solve, 解), lực (force, 力), trụ (pillar, 柱),
cột (pillar), nhập (enter, 入), cảnh (border, 境), xuất (exit, 出), tưởng (think, 想),
khí (arms, 器), án (case, 案)
""")
