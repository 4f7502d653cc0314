"""Common Vietnamese words of two syllables, to see whether a match tears one apart.

Written without spaces between words, `Trung Quốc hội đàm` holds the syllables of Quốc hội, and
`điều kiện` those of điều. A match is torn out where a word of this list reaches across its edge and
what is left beside it cannot stand alone. The list is of general words of news and papers, by the
first syllable; terms themselves need not stand in it. `ALONE` are syllables that are words.

None of this segments a text: that would need a model. It is asked only where a term matched.
"""

from __future__ import annotations

from vnru_terms.lang.homographs import CERTAIN, NOT, Sight
from vnru_terms.lang.token_keys import vietnamese_key
from vnru_terms.lang.word_lists import entries

_WORDS = """
an ninh, an sinh, an tâm, an toàn, anh hùng, ảnh hưởng, áp dụng, áp lực, áp thuế, ba lần, ban đầu,
ban hành, bàn bạc, bàn giao, bàn luận, bàn thảo, bản chất, bản đồ, bản lĩnh, bản ngữ, bản quyền, bản
sắc, bản thân, bản tin, bạn bè, bạn đọc, bạn hàng, bảo đảm, bảo hiểm, bảo hộ, bảo mật, bảo tàng, bảo
tồn, bảo trợ, bảo vệ, bao giờ, bao gồm, bao phủ, bao quát, bao vây, báo cáo, báo chí, báo động, báo
hiệu, báo mạng, báo tin, báo trước, bày tỏ, bắt buộc, bắt đầu, bắt giữ, bắt nguồn, bằng cách, bằng
chứng, bên cạnh, bên ngoài, bên trong, bền chặt, bền vững, bệnh nhân, bệnh viện, bí mật, bí thư, bị
cáo, biến chuyển, biến đổi, biến động, biên chế, biên giới, biên phòng, biên soạn, biện chứng, biện
hộ, biện pháp, biển đảo, biểu dương, biểu diễn, biểu hiện, biểu quyết, biểu thị, biểu tình, biểu
tượng, bình đẳng, bình luận, bình ổn, bình quân, bình thường, binh lính, binh sĩ, bồi thường, bổ
nhiệm, bổ sung, bộ đội, bộ máy, bộ môn, bộ ngành, bộ phận, bối cảnh, bùng nổ, bưu điện, bước đầu,
bước đi, bước ngoặt, bước tiến, buôn bán, buổi lễ, buổi tiếp, buộc tội, ca ngợi, cá nhân, cách biệt,
cách mạng, cách nhìn, cách thức, cai trị, cải cách, cải thiện, cải tiến, cam kết, cảm nhận, cảm ơn,
cảm xúc, can thiệp, cán bộ, cán cân, căn cứ, căng thẳng, cảnh báo, cảnh sát, cạnh tranh, cao cấp,
cao điểm, cao nguyên, cao tốc, cáo buộc, cắt giảm, cấm vận, cân bằng, cân nhắc, cần thiết, cấp bách,
cấp cao, cấp giấy, cấp phép, cấp thiết, cấu thành, cấu trúc, cầu nối, chấm dứt, chân thành, chấp
hành, chấp nhận, chấp thuận, chất lượng, chất vấn, châu lục, chế biến, chế độ, chế tạo, chi nhánh,
chi phí, chi tiết, chỉ đạo, chỉ định, chỉ huy, chỉ số, chỉ thị, chỉ tiêu, chia sẻ, chia tay, chiếm
đóng, chiến dịch, chiến đấu, chiến lược, chiến sĩ, chiến sự, chiến thắng, chiến trường, chiến tranh,
chiều sâu, chính đáng, chính phủ, chính quyền, chính quy, chính sách, chính thức, chính trị, chính
xác, chỉnh sửa, chú trọng, chú ý, chủ đạo, chủ đề, chủ động, chủ nghĩa, chủ nhiệm, chủ nhà, chủ
quyền, chủ tịch, chủ tọa, chủ trì, chủ trương, chủ yếu, chuẩn bị, chuẩn mực, chúc mừng, chúc tụng,
chung tay, chúng ta, chúng tôi, chứng khoán, chứng kiến, chứng minh, chứng nhận, chứng từ, chức
danh, chức năng, chức vụ, chương mục, chương trình, chuyên cơ, chuyên đề, chuyên gia, chuyên môn,
chuyên ngành, chuyến bay, chuyến đi, chuyến thăm, chuyển đổi, chuyển giao, chuyển tải, có thể, cố
định, cố gắng, cố vấn, công an, công bằng, công bố, công chức, công chúng, công cộng, công cụ, công
cuộc, công dân, công đoàn, công hàm, công khai, công nghệ, công nghiệp, công nhân, công nhận, công
pháp, công suất, công sứ, công tác, công tố, công trình, công ty, công ước, công việc, cộng đồng,
cộng hòa, cộng sản, cơ bản, cơ cấu, cơ chế, cơ hội, cơ quan, cơ sở, củng cố, cung cấp, cung ứng,
cùng nhau, cuộc họp, cuộc sống, cứ điểm, cử tri, cư dân, cư trú, cửa khẩu, cực kỳ, cương lĩnh, cương
quyết, cương vị, cường độ, cường quốc, cưỡng chế, cứu hộ, cứu nạn, cứu trợ, dàn xếp, danh dự, danh
hiệu, danh mục, danh sách, dao động, dân chủ, dân cư, dân quân, dân số, dân sự, dân tộc, dân vận,
dẫn chứng, dẫn đầu, dẫn độ, dầu khí, dầu mỏ, di chuyển, di cư, di dân, di sản, di tích, dịch bệnh,
dịch vụ, diễn biến, diễn đàn, diễn giả, diễn ra, diễn tập, diễn văn, diện tích, dinh dưỡng, doanh
nghiệp, doanh nhân, doanh thu, dọa nạt, du học, du khách, du lịch, dự án, dự báo, dự định, dự họp,
dự kiến, dự luật, dự lễ, dự thảo, dự toán, dự trữ, dứt điểm, dựa trên, dựng nước, duy nhất, duy trì,
dư luận, dược phẩm, đa dạng, đa phương, đa số, đại biểu, đại dịch, đại diện, đại dương, đại học, đại
hội, đại lễ, đại lộ, đại lý, đại sứ, đại tá, đại tướng, đàm phán, đàn áp, đánh bắt, đánh dấu, đánh
giá, đào tạo, đảm bảo, đảm đương, đảm nhận, đảm nhiệm, đảng bộ, đảng phái, đảng ủy, đảng viên, đáp
ứng, đáp từ, đạt được, đăng cai, đăng ký, đăng tải, đặc biệt, đặc điểm, đặc khu, đặc phái, đặc
quyền, đặc sắc, đặc thù, đặc trưng, đất đai, đất liền, đất nước, đầu mối, đầu tiên, đầu tư, đấu giá,
đấu thầu, đấu tranh, đẩy mạnh, đẩy nhanh, đem lại, đề án, đề cao, đề cập, đề cử, đề nghị, đề tài, đề
xuất, đi đôi, đi lại, địa bàn, địa chỉ, địa chính, địa điểm, địa lý, địa phương, địa vị, điểm cầu,
điểm đến, điểm nhấn, điểm nóng, điểm sáng, điểm tựa, điểm yếu, điều chỉnh, điều động, điều hành,
điều hòa, điều khiển, điều khoản, điều kiện, điều lệ, điều phối, điều tiết, điều tra, điều trần,
điều trị, điều ước, điều luật, điện ảnh, điện đàm, điện lực, điện mừng, điện tử, định cư, định
hướng, định kỳ, định nghĩa, đình chiến, đình chỉ, đoàn kết, đoàn thể, đoàn tụ, đoàn viên, đóng góp,
đóng quân, đóng vai, độc lập, độc giả, độc quyền, đội hình, đội ngũ, đối diện, đối đầu, đối kháng,
đối lập, đối mặt, đối ngoại, đối phó, đối phương, đối tác, đối thoại, đối thủ, đối tượng, đối với,
đối xử, đổi mới, đột phá, đột xuất, động đất, động lực, động thái, động viên, động vật, đồng bào,
đồng bằng, đồng chí, đồng hành, đồng minh, đồng thời, đồng thuận, đồng tình, đồng ý, đơn giản, đơn
phương, đơn vị, đưa ra, đường biên, đường bay, đường bộ, đường lối, đường sắt, đường sông, đường
thủy, được biết, đương nhiên, đương nhiệm, e ngại, gặp gỡ, gặp mặt, gắn bó, gắn kết, gắn liền, gây
dựng, ghi nhận, gia đình, gia hạn, gia nhập, gia tăng, giá cả, giá trị, giá thành, giả định, giai
cấp, giai đoạn, giải đáp, giải pháp, giải phóng, giải quyết, giải tán, giải thích, giải thưởng, giải
trình, giải trừ, giám đốc, giám định, giám sát, giảm nghèo, giảm sút, giảm thiểu, giảng dạy, giảng
viên, giáo dục, giáo sư, giáo viên, giao dịch, giao lưu, giao thông, giao thương, giao tiếp, giàu
mạnh, giấy phép, giấy tờ, gián điệp, gián đoạn, gián tiếp, giới hạn, giới thiệu, giới trẻ, giúp đỡ,
giữ gìn, giữ vững, góp phần, góp ý, gửi gắm, hà khắc, hạ cánh, hạ tầng, hạ viện, hải cảng, hải đảo,
hải lý, hải quan, hải quân, hải sản, hai bên, hai nước, ham muốn, hành chính, hành động, hành khách,
hành lang, hành pháp, hành trình, hành vi, hàng đầu, hàng hải, hàng hóa, hàng không, hàng năm, hạn
chế, hạn ngạch, hạt nhân, hậu cần, hậu quả, hân hạnh, hấp dẫn, hệ quả, hệ thống, hết sức, hi sinh,
hiến pháp, hiển nhiên, hiện đại, hiện diện, hiện hành, hiện nay, hiện tại, hiện tượng, hiện trạng,
hiệp định, hiệp hội, hiệp thương, hiệp ước, hiệp đồng, hiểu biết, hiệu lực, hiệu quả, hiệu trưởng,
hình ảnh, hình sự, hình thành, hình thức, hòa bình, hòa giải, hòa hợp, hòa nhập, hoa tươi, hoài
nghi, hoan nghênh, hoàn cảnh, hoàn chỉnh, hoàn tất, hoàn thành, hoàn thiện, hoàn toàn, hoạch định,
hoạt động, học bổng, học giả, học sinh, học tập, học thuật, học viên, học viện, hỏi đáp, họp báo,
họp mặt, hồ sơ, hỗ trợ, hối đoái, hội đàm, hội đồng, hội kiến, hội nghị, hội nhập, hội thảo, hội
trường, hội viên, hồi hương, hồi phục, hôm nay, hôn nhân, hợp đồng, hợp lực, hợp lý, hợp nhất, hợp
pháp, hợp tác, hợp thành, hợp tuyển, hùng mạnh, hủy bỏ, huy chương, huy động, huy hiệu, hưởng ứng,
hưởng lợi, hướng dẫn, hướng tới, hữu hiệu, hữu nghị, hữu quan, hứa hẹn, hy sinh, hy vọng, ít nhất,
kế hoạch, kế thừa, kế tiếp, kế toán, kết cấu, kết hôn, kết hợp, kết luận, kết nạp, kết nghĩa, kết
nối, kết quả, kết thúc, kết tinh, kêu gọi, kéo dài, khác biệt, khách mời, khách quan, khai giảng,
khai mạc, khai thác, khai trương, khái niệm, khám phá, khả năng, khả thi, khát vọng, kháng chiến,
kháng nghị, khánh thành, khảo sát, khắc phục, khắc sâu, khẳng định, khẩn cấp, khẩn trương, khen
thưởng, khép kín, khi đó, khiếu nại, kho tàng, khó khăn, khoa học, khoan dung, khoáng sản, khoảng
cách, khởi công, khởi động, khởi hành, khởi tố, khởi xướng, khôi phục, không gian, không khí, không
quân, không phận, không ngừng, khu vực, khuôn khổ, khủng bố, khủng hoảng, khuyến khích, khuyến nghị,
kiểm kê, kiểm điểm, kiểm nghiệm, kiểm soát, kiểm sát, kiểm tra, kiểm toán, kiên định, kiên quyết,
kiên trì, kiến nghị, kiến tạo, kiến thiết, kiến thức, kiến trúc, kiều bào, kiều hối, kim ngạch, kinh
doanh, kinh nghiệm, kinh phí, kinh tế, kính chúc, kính gửi, ký hiệu, ký kết, ký giả, ký họa, ký
nhận, ký quỹ, ký sự, ký tắt, ký thác, ký tự, ký túc, ký ức, kỳ họp, kỳ vọng, kỷ luật, kỷ lục, kỷ
niệm, kỷ nguyên, kỹ năng, kỹ sư, kỹ thuật, lạc hậu, lạm phát, lãnh đạo, lãnh hải, lãnh sự, lãnh thổ,
lao động, láng giềng, lâm nghiệp, lâm thời, lần đầu, lập dị, lập hiến, lập luận, lập pháp, lập
trường, lệnh cấm, lễ hội, lễ nghi, lễ tân, lịch sử, lịch trình, liên bang, liên doanh, liên hệ, liên
hợp, liên kết, liên lạc, liên minh, liên quan, liên tục, linh hoạt, lĩnh vực, lo ngại, loại bỏ, loại
hình, lợi ích, lợi nhuận, lợi thế, lời mời, lớn mạnh, luân phiên, luật pháp, luật sư, luật gia, luận
điểm, lực lượng, lưu chiểu, lưu niệm, lưu thông, lưu trữ, lựa chọn, lương thực, lượng khách, mạng
lưới, mạnh mẽ, mang lại, máy bay, mặt hàng, mặt trận, mâu thuẫn, mậu dịch, mong đợi, mong muốn, mô
hình, môi giới, môi trường, mời gọi, mới đây, mua bán, mục đích, mục tiêu, mức độ, mưu đồ, mừng thọ,
nạn nhân, năm nay, năng động, năng lực, năng lượng, năng suất, nâng cao, nâng cấp, nền tảng, ngành
nghề, ngày càng, ngày nay, ngăn chặn, ngăn ngừa, ngắn hạn, ngân hàng, ngân sách, nghệ sĩ, nghệ
thuật, nghi lễ, nghi thức, nghị định, nghị quyết, nghị sĩ, nghị sự, nghị viện, nghĩa trang, nghĩa
vụ, nghiên cứu, nghiêm túc, nghiêm trọng, nghiệp vụ, nguy cơ, nguy hiểm, nguyên đơn, nguyên liệu,
nguyên nhân, nguyên tắc, nguyên thủ, nguyên tử, nguyên vẹn, nguồn gốc, nguồn lực, nguyện vọng, người
dân, ngoài ra, ngoại bang, ngoại giao, ngoại hối, ngoại ngữ, ngoại khối, ngoại lệ, ngoại ô, ngoại
tệ, ngoại thương, ngoại trưởng, ngoại vi, ngôn ngữ, ngư dân, ngư trường, ngừng bắn, nhà báo, nhà
máy, nhà nước, nhà trường, nhạy cảm, nhanh chóng, nhân chứng, nhân công, nhân dân, nhân dịp, nhân
đạo, nhân lực, nhân loại, nhân phẩm, nhân quyền, nhân sự, nhân tài, nhân tố, nhân viên, nhân văn,
nhấn mạnh, nhận định, nhận thức, nhận xét, nhập cảnh, nhập cư, nhập khẩu, nhập siêu, nhất định, nhất
quán, nhất trí, nhật ký, nhiên liệu, nhiệm kỳ, nhiệm vụ, nhiệt đới, nhiệt liệt, nhiệt tình, nhu cầu,
nhượng bộ, như vậy, những năm, niềm tin, nội bộ, nội các, nội dung, nội địa, nội lực, nội vụ, nổi
bật, nông dân, nông nghiệp, nông sản, nông thôn, nỗ lực, nước ngoài, ổn định, ô nhiễm, phá bỏ, phá
hoại, phá sản, phạm nhân, phạm vi, phán đoán, phán quyết, phán xét, phản ánh, phản bác, phản biện,
phản đối, phản ứng, phát biểu, phát động, phát hành, phát hiện, phát huy, phát minh, phát ngôn, phát
thanh, phát triển, phân biệt, phân bổ, phân công, phân giới, phân loại, phân tích, phân bón, phấn
đấu, phẩm chất, phần lớn, phần mềm, phê bình, phê chuẩn, phê duyệt, phê phán, phi pháp, phía bắc,
phiên bản, phiên dịch, phiên họp, phiên tòa, phong phú, phong tặng, phong tỏa, phong trào, phòng
chống, phòng khách, phòng ngừa, phòng thủ, phòng vệ, phóng sự, phóng viên, phối hợp, phổ biến, phổ
cập, phụ lục, phụ nữ, phụ thuộc, phụ trách, phúc lợi, phục hồi, phục vụ, phương án, phương diện,
phương hướng, phương pháp, phương thức, phương tiện, phương tây, quá cảnh, quá khứ, quá trình, quan
chức, quan điểm, quan hệ, quan ngại, quan sát, quan tâm, quan trọng, quán triệt, quản lý, quản trị,
quảng bá, quảng cáo, quảng trường, quân đội, quân nhân, quân sự, quân y, quần chúng, quần đảo, quân
khu, quốc ca, quốc doanh, quốc gia, quốc hiệu, quốc hội, quốc kỳ, quốc khánh, quốc phòng, quốc sách,
quốc tang, quốc tế, quốc tịch, quốc vương, quy chế, quy định, quy hoạch, quy mô, quy tắc, quy trình,
quy ước, quý báu, quý khách, quý vị, quyền hạn, quyền lợi, quyền lực, quyết định, quyết đoán, quyết
liệt, quyết nghị, quyết sách, quyết tâm, quyết toán, ra đời, ra mắt, rõ ràng, rõ rệt, rà soát, ràng
buộc, rộng rãi, rủi ro, rút khỏi, rút quân, sa thải, sách báo, sách lược, sai lầm, sáng kiến, sáng
lập, sáng tạo, sản lượng, sản phẩm, sản xuất, sau khi, sâu rộng, sâu sắc, sân bay, sẵn sàng, sắp
xếp, sắp tới, sinh hoạt, sinh học, sinh sống, sinh viên, so sánh, sôi nổi, song hành, song phương,
song song, số lượng, số liệu, sông ngòi, sơ bộ, sơ kết, sơ tán, sở hữu, sở tại, sĩ quan, sự cố, sự
kiện, sự nghiệp, sự thật, suy giảm, suy thoái, sửa chữa, sửa đổi, sức khỏe, sức mạnh, sử dụng, tác
chiến, tác động, tác giả, tác phẩm, tác phong, tái bản, tái thiết, tai nạn, tài chính, tài khoản,
tài liệu, tài nguyên, tài sản, tài trợ, tạm thời, tan băng, tán thành, tạo dựng, tập đoàn, tập hợp,
tập huấn, tập quán, tập thể, tập trung, tăng cường, tăng tốc, tăng trưởng, tặng thưởng, tầm nhìn,
tầm vóc, tâm tư, tấn công, tất cả, tận dụng, tận tâm, tây bắc, tham chiến, tham dự, tham gia, tham
khảo, tham mưu, tham nhũng, tham quan, tham tán, tham vấn, thảm họa, thanh khoản, thanh niên, thanh
sát, thanh toán, thanh tra, thành công, thành lập, thành phần, thành phố, thành quả, thành thật,
thành tích, thành tố, thành tựu, thành viên, thảo luận, thảo nguyên, thay đổi, thay mặt, thay thế,
thăm dò, thăm hỏi, thắng lợi, thăng trầm, thắt chặt, thẩm định, thẩm phán, thẩm quyền, thẩm tra,
thân hữu, thân mật, thân nhân, thân thiện, thân thiết, thận trọng, thất bại, thất nghiệp, thế chiến,
thế giới, thế hệ, thế kỷ, thế lực, thể chế, thể hiện, thể lệ, thể thao, theo dõi, theo đuổi, thị
sát, thị thực, thị trấn, thị trường, thị xã, thi đua, thi hành, thí điểm, thí nghiệm, thích đáng,
thích hợp, thích ứng, thiên nhiên, thiên tai, thiện chí, thiết bị, thiết lập, thiết thực, thiết yếu,
thiệt hại, thiểu số, thiếu hụt, thỏa đáng, thỏa thuận, thoái vốn, thông báo, thông cáo, thông điệp,
thông lệ, thông minh, thông qua, thông thạo, thông suốt, thông tin, thông thoáng, thông thường,
thông tấn, thông tư, thông hiểu, thống kê, thống nhất, thống đốc, thời điểm, thời đại, thời gian,
thời hạn, thời kỳ, thời sự, thời tiết, thời vụ, thu hoạch, thu hút, thu hồi, thu nhập, thu thập, thủ
đô, thủ lĩnh, thủ phủ, thủ tục, thủ tướng, thủy điện, thủy lợi, thủy sản, thuận lợi, thuế quan, thúc
đẩy, thúc giục, thuộc địa, thuyết phục, thư ký, thư tịch, thư tín, thư từ, thư viện, thử nghiệm, thử
thách, thực chất, thực dân, thực hiện, thực hành, thực phẩm, thực tế, thực thi, thực tiễn, thực
trạng, thực vật, thường kỳ, thường niên, thường trú, thường trực, thường vụ, thường xuyên, thượng
đỉnh, thượng tá, thượng tướng, thượng viện, thương binh, thương hiệu, thương lượng, thương mại,
thương nhân, thương tích, thương vong, thương vụ, tiềm lực, tiềm năng, tiên phong, tiên tiến, tiên
quyết, tiến bộ, tiến độ, tiến hành, tiến trình, tiến triển, tiền đề, tiền lệ, tiền tệ, tiếng nói,
tiếng Nga, tiếp cận, tiếp diễn, tiếp đón, tiếp giáp, tiếp kiến, tiếp khách, tiếp nhận, tiếp nối,
tiếp quản, tiếp sức, tiếp tân, tiếp theo, tiếp thị, tiếp thu, tiếp tế, tiếp tục, tiếp tuyến, tiếp
viện, tiếp viên, tiếp xúc, tiết kiệm, tiêu biểu, tiêu chí, tiêu chuẩn, tiêu cực, tiêu đề, tiêu diệt,
tiêu dùng, tiêu hủy, tiêu thụ, tiểu ban, tìm hiểu, tìm kiếm, tin cậy, tin học, tin tức, tin tưởng,
tỉnh bơ, tỉnh dậy, tỉnh giấc, tỉnh ngộ, tỉnh táo, tỉnh thành, tỉnh ủy, tình báo, tình cảm, tình
hình, tình huống, tình nguyện, tình trạng, tính chất, tính mạng, tính toán, toàn bộ, toàn cầu, toàn
cảnh, toàn dân, toàn diện, toàn quốc, toàn thể, toàn văn, toàn vẹn, tòa án, tòa nhà, tóm tắt, tổ
chức, tổ hợp, tổ quốc, tồn tại, tổn thất, tội ác, tội phạm, tôn giáo, tôn trọng, tốc độ, tối đa, tối
hậu, tối thiểu, tối ưu, tổng cục, tổng hợp, tổng kết, tổng quan, tổng số, tổng thể, tổng thống, trả
lời, trách nhiệm, tranh cãi, tranh cử, tranh chấp, tranh luận, tránh khỏi, trang bị, trang trọng,
trang web, trái phép, trao đổi, trao giải, trao tặng, trang nghiêm, trạng thái, trận đánh, trật tự,
triển khai, triển lãm, triển vọng, triệt để, triều đình, triệu tập, trình bày, trình diễn, trình độ,
trong khi, trong nước, trọng âm, trọng dụng, trọng điểm, trọng đại, trọng tài, trọng tâm, trọng thể,
trợ cấp, trợ giúp, trợ lý, trở lại, trở ngại, trở thành, truy cập, truy cứu, truy nã, truy tố,
truyền hình, truyền thanh, truyền thống, truyền thông, trú đóng, trụ cột, trụ sở, trúng cử, trung
bình, trung đoàn, trung gian, trung lập, trung tâm, trung tướng, trung ương, trung thành, trung
thực, trường hợp, trường kỳ, trường phái, trưởng ban, trưởng đoàn, trưởng thành, trực thuộc, trực
tiếp, trực tuyến, trừng phạt, trước mắt, trước hết, trữ lượng, tù binh, tu nghiệp, tuân thủ, tuần
lễ, tuần tra, tuyên án, tuyên bố, tuyên dương, tuyên ngôn, tuyên thệ, tuyên truyền, tuyển chọn,
tuyển cử, tuyển dụng, tuyển sinh, tuyệt đối, tuyến đường, tư cách, tư duy, tư lệnh, tư liệu, tư
nhân, tư pháp, tư tưởng, tư vấn, tứ giác, từ bỏ, từ chối, từ chức, từ thiện, tự chủ, tự do, tự hào,
tự nguyện, tự nhiên, tự quyết, tự vệ, tướng lĩnh, tường thuật, tương đồng, tương đương, tương lai,
tương trợ, tương xứng, tưởng niệm, tượng đài, tỷ giá, tỷ lệ, ủng hộ, ứng cử, ứng dụng, ứng phó, ứng
viên, ưu đãi, ưu tiên, ước mơ, ước tính, ủy ban, ủy nhiệm, ủy quyền, ủy thác, ủy viên, uy tín, vai
trò, vấn đề, vận chuyển, vận động, vận hành, vận tải, vận mệnh, văn bản, văn hóa, văn học, văn kiện,
văn minh, văn nghệ, văn phòng, vắng mặt, vật chất, vật liệu, vật tư, vi phạm, vị thế, vị trí, việc
làm, viện dẫn, viện sĩ, viện trợ, viếng thăm, viếng mộ, viễn cảnh, viễn thông, vĩ đại, vĩnh viễn, vô
hiệu, vô cùng, vốn vay, vũ khí, vũ trang, vũ trụ, vụ lợi, vụ mùa, vụ trưởng, vùng biển, vùng cao,
vùng đất, vùng lên, vùng miền, vùng trời, vùng vẫy, vương quốc, vững chắc, vững mạnh, vượt qua, xã
hội, xã luận, xác định, xác lập, xác minh, xác nhận, xác thực, xâm hại, xâm lược, xâm nhập, xâm
phạm, xây dựng, xem xét, xếp hạng, xét duyệt, xét xử, xóa bỏ, xóa đói, xúc tiến, xung đột, xung
quanh, xử lý, xử phạt, xứng đáng, xứng tầm, xuất bản, xuất cảnh, xuất hiện, xuất khẩu, xuất phát,
xuất siêu, xuất sắc, xuất xứ, xu hướng, xu thế, yêu cầu, yêu chuộng, yêu nước, yếu tố, y tế, ý chí,
ý định, ý kiến, ý nghĩa, ý thức
"""
# Words that end in a syllable that is a term of its own: thời điểm, thư ký, nhiệm vụ.
_ENDINGS = """
bất tỉnh, bút ký, cao điểm, chấm điểm, chìa khóa, chữ ký, chức vụ, công vụ, cứ điểm, dịch vụ, du ký,
đặc vụ, đăng ký, địa điểm, đỉnh điểm, đón tiếp, ghi điểm, gián tiếp, giao điểm, giao tiếp, giáo vụ,
hạt điều, hồi ký, kế tiếp, khuyết điểm, kiểm điểm, liên tiếp, mùa vụ, nghĩa vụ, nghiệp vụ, nhật ký,
nhiệm vụ, nhược điểm, nội vụ, nối tiếp, ổ khóa, pháp vụ, phục vụ, quan điểm, sự vụ, tài khoản, tài
vụ, tạp vụ, tâm điểm, thanh khoản, thăm viếng, thí điểm, thời điểm, thời vụ, thức tỉnh, thư ký,
thường vụ, thương vụ, tiếp điểm, tốc ký, trang điểm, trọng điểm, trực tiếp, từ khóa, ưu điểm, yếu
điểm
"""
_ALONE = """
ai, anh, ảnh, ăn, bà, bác, bài, bạn, ban, bán, bàn, bản, báo, bay, bảy, bên, bị, biển, biết, bốn,
bộ, bởi, cả, các, cách, cao, cần, cấp, cây, cầm, chỉ, chín, cho, chỗ, chống, chủ, chưa, chung,
chuyến, chuyện, có, con, còn, cô, công, cơ, cũ, của, cùng, cũng, cuộc, cuối, cứ, cử, cửa, dài, dân,
dành, do, dù, dự, dưới, đã, đài, đang, đảng, đảo, đạt, đất, đâu, đầu, đây, đẩy, để, đề, đến, đều,
đi, điện, đó, đoàn, đòi, đọc, đón, đóng, đô, đổi, đội, đợt, đủ, đúng, đưa, đứng, được, đường, gắn,
gặp, gần, ghi, giá, giảm, giao, giờ, giới, giúp, giữ, giữa, gồm, gọi, gửi, hai, hàng, hãng, hay,
hãy, hết, hiện, họ, học, hỏi, họp, hội, hơn, hứa, ít, kể, kéo, khác, khách, khi, khó, khối, không,
khu, kia, ký, kỳ, là, làm, lại, lãi, lần, lập, lên, lễ, lo, loại, lớn, lợi, lời, luật, lúc, luôn,
lưu, mà, mang, mạnh, mặt, máy, mấy, mẹ, miền, mình, mở, mỗi, mọi, mời, mới, một, mua, mùa, mười,
mức, muốn, này, nào, nay, năm, nằm, nên, nền, nếu, ngài, ngành, ngay, ngày, nghe, nghĩ, nghìn,
ngoài, ngồi, người, nguồn, nhà, nhau, nhằm, nhận, nhất, nhiều, nhìn, nhỏ, nhóm, như, nhưng, những,
nói, nơi, nữa, nửa, nước, ông, ở, phải, phần, phía, phiên, phó, phòng, phố, qua, quá, quanh, quân,
quận, quốc, quỹ, ra, rằng, rất, riêng, rõ, rồi, rộng, sách, sang, sáng, sáu, sau, sâu, sẽ, số, sông,
sống, sở, sớm, suốt, sự, sửa, sức, ta, tại, tạo, tám, tay, tăng, tặng, tầm, tập, tất, tên, thả, thì,
theo, thêm, thế, thi, thiếu, thôi, thời, thuê, thuộc, thư, thứ, thăm, thấy, thay, tháng, thắng,
thân, thật, tiền, tiếng, tiếp, tin, tìm, tính, tỉnh, tình, to, tòa, toàn, tổ, tốt, tới, trao, trả,
trái, tránh, trăm, trẻ, trên, trình, triệu, trong, trước, trưa, tròn, trọn, trú, trường, trưởng,
tuần, tuy, từ, từng, tự, tỷ, vài, vào, vẫn, văn, vấn, vậy, về, vì, việc, viết, viện, vị, với, vốn,
vòng, vụ, vùng, vừa, vững, vượt, xa, xã, xây, xe, xem, xin, xong, xuống, xử, ý, yêu
"""
# Before a name: công viên Thống Nhất, vệ tinh Sputnik.
_NAMED = """
bến, cầu, chợ, công viên, đại lộ, đường, ga, giải, khách sạn, làng, nhà hàng, nhà hát, nhà xuất bản,
phố, phường, quán, quận, quảng trường, rạp, sân, sân vận động, tàu, thôn, trạm, trường, tuyến, vệ
tinh, vườn, xóm, siêu thị, ngõ, xí nghiệp, tên lửa, nhóm nhạc, ban nhạc
"""


def _pairs(table: str) -> frozenset[tuple[str, ...]]:
    return frozenset(
        tuple(map(vietnamese_key, word.split())) for word in entries(table) if word.count(" ") == 1
    )


WORDS = _pairs(_WORDS) | _pairs(_ENDINGS)
ALONE = frozenset(map(vietnamese_key, entries(_ALONE)))
_NAMING = frozenset(tuple(map(vietnamese_key, word.split())) for word in entries(_NAMED))


def weigh(sight: Sight) -> int:
    """See `lang.homographs`: `NOT` where the match is torn out of other words or is a name."""
    keys, start, end = sight.keys, sight.start, sight.end
    before, first, last, after = sight.before(), keys[start], keys[end - 1], sight.after()
    left = (before, first) in WORDS
    right = (last, after) in WORDS
    if end - start == 1:
        return NOT if left or right else _named(sight)
    if end - start > 3:
        return CERTAIN
    beyond = not before or before in ALONE or (sight.before(2), before) in WORDS
    behind = not after or after in ALONE or (after, sight.after(1)) in WORDS
    if left and right:
        return NOT
    if end - start == 3:
        # hai bên | ký kết
        if (left and (keys[start + 1], last) in WORDS) or (
            right and (first, keys[start + 1]) in WORDS
        ):
            return NOT
        return _named(sight)
    if left and not beyond:
        return NOT
    if right and not behind:
        return NOT
    return _named(sight)


def _named(sight: Sight) -> int:
    """`NOT` for a name of a street or a ship: capitals behind a word that is followed by names."""
    written = [sight.surface(i) for i in range(sight.start, sight.end)]
    if not all(word[:1].isupper() for word in written):
        return CERTAIN
    ways = ((sight.before(),), (sight.before(2), sight.before()))
    three = (sight.before(3), *ways[1])
    return NOT if any(way in _NAMING for way in (*ways, three)) else CERTAIN
