"""Common Vietnamese words for mining: closed classes and general words, one table a purpose.

None of these names a term to be found. They are function words (the closed classes of the
grammars) and words of any news text that are too general to begin, to end or to be a term. Some
bar a span, others only count against it (RARELY_FIRST, RARELY_LAST, EVALUATIVE): a list that bars
must be short, because on texts of another year its words do stand in terms.
"""

from __future__ import annotations

from vnru_terms.lang.word_lists import entries

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
sau, theo hướng, kèm, xin, bên lề, hậu, cùng, chung tay, tự, do vậy, lần thứ, lần đầu, hôm
nay, hôm qua, ngày mai, sáng nay, chiều nay, tối nay, trưa nay, sáng qua, chiều qua, tối qua
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

# Nouns before an act that make it one event: a form of the term, not another term. Others (tình
# hữu nghị, lễ ký) make a word of their own.
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
qua, phát hành, hạ cánh, lưu ý, ủng hộ, khuyến cáo, kêu gọi, lên án, cử, bổ nhiệm, miễn nhiệm,
điều động, thăm, đến, tới, tiếp, dẫn đầu, họp, nhóm họp, gồm, nhóm, thành lập, kiểm tra, giám sát,
chỉ đạo, nghe, phối hợp, đăng, đăng tải, dẫn, đưa tin, cáo buộc, tố cáo, tấn công, bắt giữ, triệu
tập, trục xuất, xuất hiện, rời, trở về, lên đường, phát biểu, chúc, chúc mừng, chia buồn, cám ơn,
viết, trao tặng, tặng, nhậm chức, tuyên thệ, từ chức, qua đời, kế nhiệm, đắc cử, giữ chức, đảm
nhiệm, kiêm nhiệm, nhắc, cảnh báo, đe dọa, bác bỏ, phủ nhận, chỉ trích, ca ngợi, khen ngợi, đồng
ý, từ chối, chấp thuận, cho hay, tuyên bố, công nhận, hiểu, biết, tin, mong, cam kết, phản đối,
hoan nghênh, ngồi, bàn giao, đón tiếp, chiêu đãi, mời, tháp tùng, cùng, quán triệt, đơn giản hóa,
thường xuyên, liên tục
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
quan trọng, tích cực, mạnh mẽ, tốt đẹp, hiệu quả, sâu sắc, to lớn, lớn, mới, nhiều, hàng đầu,
thiết thực, cụ thể, bền chặt, gắn bó, rõ ràng, vững chắc, nổi bật, thành công, khó khăn, đáng kể,
trọng đại, thường xuyên, nhất, hơn, khác, nhanh, nhanh chóng, năng động, phong phú, thiêng liêng,
tiềm năng, sôi nổi, ý nghĩa, sẵn sàng, thuận lợi, kịp thời, chặt chẽ, nghiêm túc, đầy, quý báu,
sâu rộng, gần gũi, lâu đời, hết sức, dày đặc, sinh động, tươi sáng, rộng mở, thực tế, cũ, dễ dàng,
trẻ, thực chất, thân tình, trọng thị, nhất quán, lâu dài, chính đáng, phức tạp, cần thiết, đầy đủ,
nồng nhiệt, đa dạng, lẫn, đúng
""")
