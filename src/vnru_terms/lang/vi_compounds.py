"""Common Vietnamese words of two syllables, to see whether a match tears one apart.

Written without spaces between words, `Trung Quốc hội đàm` holds the syllables of Quốc hội, and
`điều kiện` those of điều. A match is torn out where a word of this list reaches across its edge and
what is left beside it cannot stand alone. The list is of general words of news and papers, by the
first syllable; terms themselves need not stand in it. `ALONE` are syllables that are words.

None of this segments a text: that would need a model. It is asked only where a term matched.
"""

from __future__ import annotations

from functools import lru_cache

from vnru_terms.lang.homographs import CERTAIN, DOUBTFUL, NOT, Sight
from vnru_terms.lang.token_keys import vietnamese_key
from vnru_terms.lang.word_lists import entries

_WORDS = """
an ninh, an sinh, an toàn, an tâm, anh hùng, Anh Quốc, ba lần, ban hành, ban đầu, bao giờ, bao gồm,
bao phủ, bao quát, bao vây, bi quan, binh chủng, binh lính, binh sĩ, biên chế, biên dịch, biên giới,
biên phòng, biên soạn, biến chuyển, biến đổi, biến động, biển đảo, biểu diễn, biểu dương, biểu hiện,
biểu quyết, biểu thị, biểu tình, biểu tượng, biện chứng, biện hộ, biện minh, biện pháp, biệt lập,
buôn bán, buổi lễ, buổi tiếp, buộc tội, bàn bạc, bàn giao, bàn luận, bàn thảo, bày tỏ, bá chủ, bái
kiến, báo chí, báo cáo, báo danh, báo giá, báo hiệu, báo hại, báo hỏng, báo mạng, báo oán, báo thù,
báo tin, báo trước, báo ân, báo đáp, báo động, bão hòa, bên cạnh, bên ngoài, bên trong, bình an,
bình bầu, bình luận, bình quân, bình thường, bình đẳng, bình ổn, bí mật, bí thư, bùng nổ, bưu chính,
bưu phẩm, bưu điện, bước ngoặt, bước tiến, bước đi, bước đầu, bạn bè, bạn hàng, bạn đọc, bản chất,
bản ghi, bản lĩnh, bản ngữ, bản quyền, bản sắc, bản thân, bản thảo, bản tin, bản đồ, bảo hiểm, bảo
hộ, bảo mật, bảo trợ, bảo tàng, bảo tồn, bảo vệ, bảo đảm, bất an, bầu cử, bắc bộ, bắn phá, bắt buộc,
bắt giữ, bắt nguồn, bắt đầu, bằng chứng, bằng cách, bền chặt, bền vững, bệnh nhân, bệnh viện, bị
cáo, bỏ lỡ, bỏ phiếu, bỏ qua, bố cáo, bố cục, bố trí, bối cảnh, bồi thường, bổ nhiệm, bổ sung, bộ
máy, bộ môn, bộ ngành, bộ phận, bộ đội, ca khúc, ca ngợi, ca sĩ, cai quản, cai trị, cam kết, can dự,
can thiệp, cao cấp, cao nguyên, cao thượng, cao tốc, cao điểm, chi nhánh, chi phí, chi tiết, chia
sẻ, chia tay, chiếm đóng, chiến dịch, chiến lược, chiến sĩ, chiến sự, chiến thắng, chiến tranh,
chiến trường, chiến đấu, chiếu cố, chiếu phim, chiếu theo, chiều sâu, chung tay, chuyên cơ, chuyên
gia, chuyên môn, chuyên ngành, chuyên đề, chuyến bay, chuyến thăm, chuyến đi, chuyển giao, chuyển
nhượng, chuyển tải, chuyển đổi, chuẩn bị, chuẩn mực, chân chính, chân thành, chân thực, châu lục,
chính kiến, chính phủ, chính quy, chính quyền, chính sách, chính thức, chính trường, chính trị,
chính xác, chính đáng, chính đảng, chú giải, chú trọng, chú ý, chúc mừng, chúc tụng, chúng ta, chúng
tôi, chương mục, chương trình, chấm dứt, chấp hành, chấp nhận, chấp thuận, chất lượng, chất vấn, chế
biến, chế tạo, chế độ, chỉ dẫn, chỉ huy, chỉ số, chỉ thị, chỉ tiêu, chỉ đạo, chỉ định, chỉnh sửa,
chủ chốt, chủ lực, chủ nghĩa, chủ nhiệm, chủ nhà, chủ nhân, chủ quan, chủ quyền, chủ thể, chủ trì,
chủ trương, chủ tịch, chủ tọa, chủ yếu, chủ đạo, chủ đề, chủ động, chủng loại, chức danh, chức năng,
chức vụ, chứng chỉ, chứng khoán, chứng kiến, chứng minh, chứng nhận, chứng từ, chữa trị, con người,
con số, con đường, cung cấp, cung ứng, cuối cùng, cuộc họp, cuộc sống, cà phê, cá nhân, cách biệt,
cách mạng, cách nhìn, cách thức, cán bộ, cán cân, cáo biệt, cáo buộc, cân bằng, cân nhắc, cân đối,
có hạn, có thể, cô lập, công an, công bằng, công bố, công chúng, công chức, công cuộc, công cộng,
công cụ, công dân, công hàm, công khai, công lập, công nghiệp, công nghệ, công nhân, công nhận, công
pháp, công suất, công sứ, công trình, công trường, công ty, công tác, công tư, công tố, công việc,
công đoàn, công ước, cùng nhau, căn cứ, căng thẳng, cơ bản, cơ chế, cơ cấu, cơ hội, cơ quan, cơ sở,
cư dân, cư trú, cương lĩnh, cương quyết, cương vị, cường quốc, cường độ, cưỡng chế, cạnh tranh, cải
chính, cải cách, cải thiện, cải tiến, cảm nhận, cảm thông, cảm xúc, cảm ơn, cảnh báo, cảnh quan,
cảnh sát, cấm vận, cấp bách, cấp báo, cấp cao, cấp giấy, cấp phép, cấp thiết, cấu thành, cấu trúc,
cần thiết, cầu nối, cận thị, cắt giảm, cố gắng, cố vấn, cố định, cống hiến, cộng hòa, cộng sản, cộng
đồng, cột mốc, cục bộ, cục diện, cục máu, củng cố, cứ điểm, cứu hộ, cứu nạn, cứu trợ, cử tri, cửa
khẩu, cực kỳ, danh dự, danh hiệu, danh mục, danh sách, dao động, di chuyển, di cư, di dân, di sản,
di tích, dinh dưỡng, diễn biến, diễn giả, diễn ra, diễn tập, diễn văn, diễn đàn, diện tích, do dự,
doanh nghiệp, doanh nhân, doanh thu, du học, du khách, du lịch, du nhập, duy nhất, duy trì, duyên
hải, dài hạn, dàn xếp, dân chủ, dân cư, dân lập, dân quân, dân số, dân sự, dân tộc, dân vận, dư
luận, dược phẩm, dầu khí, dầu mỏ, dẫn chứng, dẫn đầu, dẫn độ, dị ứng, dịch bệnh, dịch vụ, dọa nạt,
dứt điểm, dự báo, dự họp, dự kiến, dự luật, dự lễ, dự thảo, dự toán, dự trữ, dự án, dự định, dựa
trên, dựng nước, e ngại, ghi nhận, gia chủ, gia công, gia cầm, gia cố, gia dụng, gia hạn, gia nhập,
gia súc, gia truyền, gia tài, gia tăng, gia đình, giai cấp, giai đoạn, giao dịch, giao lưu, giao
thông, giao thương, giao tiếp, giàu mạnh, giá cả, giá thành, giá trị, giác quan, giám sát, giám thị,
giám định, giám đốc, gián tiếp, gián điệp, gián đoạn, giáo dục, giáo hội, giáo sư, giáo viên, giúp
đỡ, giả định, giải pháp, giải phóng, giải quyết, giải thích, giải thưởng, giải trình, giải trừ, giải
tán, giải đáp, giảm nghèo, giảm sút, giảm thiểu, giảng dạy, giảng viên, giấy phép, giấy tờ, giới
hạn, giới thiệu, giới trẻ, giữ gìn, giữ vững, gây dựng, góp phần, góp ý, gắn bó, gắn kết, gắn liền,
gặp gỡ, gặp mặt, gửi gắm, hai bên, hai nước, ham muốn, hi sinh, hiến pháp, hiển nhiên, hiểu biết,
hiện diện, hiện hành, hiện nay, hiện thực, hiện trường, hiện trạng, hiện tượng, hiện tại, hiện đại,
hiệp hội, hiệp thương, hiệp định, hiệp đồng, hiệp ước, hiệu lực, hiệu quả, hiệu trưởng, hiệu ứng,
hoa kiều, hoa tươi, hoan nghênh, hoài nghi, hoàn chỉnh, hoàn cảnh, hoàn thiện, hoàn thành, hoàn
toàn, hoàn tất, hoạch định, hoạt động, huy chương, huy hiệu, huy động, huyền bí, hy sinh, hy vọng,
hà khắc, hài hòa, hàm ý, Hàn Quốc, hàng hóa, hàng hải, hàng không, hàng năm, hàng đầu, hành chính,
hành khách, hành lang, hành pháp, hành quân, hành trình, hành vi, hành động, hân hạnh, hé lộ, hình
sự, hình thành, hình thức, hình ảnh, hòa bình, hòa giải, hòa hợp, hòa nhập, hôm nay, hôn nhân, hùng
mạnh, hướng dẫn, hướng tới, hưởng lợi, hưởng ứng, hạ cánh, hạ tầng, hạ viện, hạn chế, hạn hán, hạn
mức, hạn ngạch, hạt nhân, hải cảng, hải lý, hải ngoại, hải quan, hải quân, hải sản, hải đảo, hấp
dẫn, hậu cần, hậu quả, hết sức, hệ quả, hệ thống, học bổng, học giả, học sinh, học thuật, học tập,
học viên, học viện, họp báo, họp mặt, hỏi đáp, hối đoái, hồ sơ, hồi hương, hồi phục, hỗ trợ, hội
chợ, hội chứng, hội diễn, hội hè, hội họa, hội họp, hội kiến, hội nghị, hội nhập, hội thao, hội thi,
hội thảo, hội trường, hội trưởng, hội trại, hội tụ, hội viên, hội ý, hội đàm, hội đồng, hợp lý, hợp
lực, hợp nhất, hợp pháp, hợp thành, hợp tuyển, hợp tác, hợp đồng, hủy bỏ, hủy diệt, hứa hẹn, hữu
hiệu, hữu hạn, hữu nghị, hữu quan, khai giảng, khai mạc, khai thác, khai trương, khen thưởng, khi
đó, khiếu nại, kho tàng, khoa học, khoan dung, khoáng sản, khoảng cách, khu vực, khuyến khích,
khuyến nghị, khuôn khổ, khác biệt, khách mời, khách quan, khái niệm, khám phá, kháng chiến, kháng
nghị, khánh kiệt, khánh thành, khánh tiết, khát vọng, khép kín, khí hậu, khí thải, khí tượng, khí
đốt, khó khăn, khóa cửa, khóa luận, khôi phục, không gian, không khí, không ngừng, không phận, không
quân, khả năng, khả thi, khảo sát, khẩn cấp, khẩn trương, khẩu hiệu, khắc phục, khắc sâu, khẳng
định, khởi công, khởi hành, khởi thảo, khởi tố, khởi xướng, khởi động, khủng bố, khủng hoảng, kim
ngạch, kinh doanh, kinh nghiệm, kinh phí, kinh tế, kiên quyết, kiên trì, kiên định, kiến giải, kiến
nghị, kiến thiết, kiến thức, kiến trúc, kiến tạo, kiều bào, kiều hối, kiểm duyệt, kiểm kê, kiểm
nghiệm, kiểm soát, kiểm sát, kiểm toán, kiểm tra, kiểm điểm, kiện toàn, kiện tụng, kéo dài, kêu gọi,
kín đáo, kính chúc, kính gửi, ký giả, ký gửi, ký hiệu, ký họa, ký ninh, ký quỹ, ký sự, ký thác, ký
túc, ký tự, ký ức, kế hoạch, kế thừa, kế tiếp, kế toán, kết cấu, kết cục, kết duyên, kết dư, kết
hôn, kết hợp, kết liễu, kết luận, kết nghĩa, kết nạp, kết nối, kết quả, kết thân, kết thúc, kết
tinh, kết tội, kết án, kết đoàn, kỳ hạn, kỳ họp, kỳ vọng, kỷ cương, kỷ luật, kỷ lục, kỷ nguyên, kỷ
niệm, kỹ năng, kỹ sư, kỹ thuật, lao động, linh hoạt, liêm chính, liên bang, liên doanh, liên hệ,
liên hợp, liên kết, liên lạc, liên minh, liên quan, liên tục, lo ngại, loại bỏ, loại hình, luân
phiên, luận điểm, luật gia, luật pháp, luật sư, làm chủ, láng giềng, lâm nghiệp, lâm thời, lâm
trường, lãnh hải, lãnh sự, lãnh thổ, lãnh đạo, lý do, lý giải, lý luận, lý thuyết, lý tưởng, lĩnh
vực, lưu chiểu, lưu niệm, lưu thông, lưu trữ, lương thực, lượng khách, lạc hậu, lạc quan, lạm phát,
lần đầu, lập công, lập dị, lập hiến, lập luận, lập pháp, lập trường, lập tức, lễ hội, lễ nghi, lễ
tân, lệnh cấm, lịch sử, lịch trình, lớn mạnh, lời giải, lời mời, lợi nhuận, lợi thế, lợi ích, lữ
đoàn, lựa chọn, lực lượng, mang lại, miền trung, mong muốn, mong đợi, mua bán, máy bay, máy móc, máy
tính, mâu thuẫn, mô hình, môi giới, môi trường, mưu đồ, mạng lưới, mạnh mẽ, mật báo, mậu dịch, mặt
hàng, mặt trận, mới đây, mời gọi, mở cửa, mục tiêu, mục đích, mức độ, mừng thọ, nam bộ, nghi lễ,
nghi thức, nghiêm cấm, nghiêm trọng, nghiêm túc, nghiên cứu, nghiệp vụ, nghĩa trang, nghĩa vụ, nghề
cá, nghề nghiệp, nghệ sĩ, nghệ thuật, nghị quyết, nghị sĩ, nghị sự, nghị viện, nghị định, ngoài ra,
ngoại bang, ngoại cảnh, ngoại giao, ngoại hình, ngoại hạng, ngoại hối, ngoại khoa, ngoại khối, ngoại
kiều, ngoại lai, ngoại lệ, ngoại ngữ, ngoại nhập, ngoại quốc, ngoại thành, ngoại thương, ngoại
trưởng, ngoại tình, ngoại tệ, ngoại tỉnh, ngoại vi, ngoại xâm, ngoại ô, ngoại đạo, nguy cơ, nguy
hiểm, nguyên liệu, nguyên nhân, nguyên thủ, nguyên tắc, nguyên tử, nguyên vẹn, nguyên đơn, nguyện
vọng, nguồn gốc, nguồn lực, ngành nghề, ngày càng, ngày nay, ngân hàng, ngân sách, ngôn ngữ, ngôn
từ, ngăn chặn, ngăn cấm, ngăn ngừa, ngư dân, ngư trường, người dân, ngắn hạn, ngừng bắn, nhanh
chóng, nhiên liệu, nhiệm kỳ, nhiệm vụ, nhiệt liệt, nhiệt tình, nhiệt đới, nhu cầu, nhà báo, nhà ga,
nhà máy, nhà nước, nhà trường, nhân chứng, nhân công, nhân dân, nhân dịp, nhân loại, nhân lực, nhân
nghĩa, nhân nhượng, nhân phẩm, nhân quyền, nhân sự, nhân tài, nhân tố, nhân viên, nhân văn, nhân
đạo, nhìn chung, nhìn lại, nhìn nhận, như vậy, nhượng bộ, nhạy cảm, nhấn mạnh, nhất quyết, nhất
quán, nhất trí, nhất định, nhận thức, nhận xét, nhận định, nhập cuộc, nhập cư, nhập cảnh, nhập hàng,
nhập học, nhập kho, nhập khẩu, nhập ngũ, nhập siêu, nhập tịch, nhập vai, nhập viện, nhật ký, những
năm, niềm tin, nâng cao, nâng cấp, nóng bỏng, nông dân, nông nghiệp, nông sản, nông thôn, nông
trường, năm nay, năng lượng, năng lực, năng suất, năng động, nước ngoài, nạn nhân, nền tảng, nổi
bật, nỗ lực, nội bộ, nội các, nội dung, nội khối, nội lực, nội ngoại, nội trị, nội vụ, nội địa, phi
pháp, phi trường, phiên bản, phiên dịch, phiên họp, phiên tòa, phong kiến, phong phú, phong trào,
phong tặng, phong tỏa, phá bỏ, phá hoại, phá sản, phác thảo, phán quyết, phán truyền, phán xét, phán
xử, phán đoán, pháp luật, phát biểu, phát hiện, phát huy, phát hành, phát kiến, phát minh, phát
ngôn, phát thanh, phát triển, phát động, phân biệt, phân bón, phân bổ, phân công, phân giới, phân
loại, phân tích, phê bình, phê chuẩn, phê duyệt, phê phán, phía bắc, phòng chống, phòng khách, phòng
ngừa, phòng thủ, phòng vệ, phóng sự, phóng viên, phú cường, phúc lợi, phương diện, phương hướng,
phương pháp, phương thức, phương tiện, phương tây, phương án, phường hội, phạm nhân, phạm vi, phạt
tiền, phản biện, phản bác, phản công, phản ánh, phản đối, phản ứng, phấn đấu, phần lớn, phần mềm,
phẩm chất, Phật giáo, phối hợp, phổ biến, phổ cập, phổ thông, phụ lục, phụ nữ, phụ thuộc, phụ trách,
phục hồi, phục vụ, phủ nhận, phủ quyết, quan chức, quan hệ, quan khách, quan ngại, quan niệm, quan
sát, quan trường, quan trọng, quan tâm, quan điểm, quy chế, quy hoạch, quy luật, quy mô, quy trình,
quy tắc, quy định, quy ước, quyết chiến, quyết liệt, quyết nghị, quyết sách, quyết thắng, quyết
toán, quyết tâm, quyết tử, quyết đoán, quyết định, quyền hạn, quyền lợi, quyền lực, quá cảnh, quá
hạn, quá khứ, quá trình, quán triệt, quân chủ, quân chủng, quân khu, quân lính, quân nhân, quân
phục, quân sự, quân trang, quân y, quân đoàn, quân đội, quý bà, quý báu, quý khách, quý vị, quản lý,
quản trị, quảng bá, quảng cáo, quảng trường, quần chúng, quần đảo, quốc ca, quốc doanh, quốc gia,
quốc hiệu, quốc hội, quốc khánh, quốc kỳ, quốc phòng, quốc sách, quốc tang, quốc tế, quốc tịch, quốc
vương, ra mắt, ra đời, rao bán, riêng biệt, riêng tư, rà soát, ràng buộc, rõ ràng, rõ rệt, rút khỏi,
rút quân, rộng rãi, rủi ro, sa thải, sai lầm, sau khi, sinh hoạt, sinh học, sinh nhật, sinh sống,
sinh trưởng, sinh viên, siêu cường, siêu thị, so sánh, song hành, song phương, song song, soạn thảo,
suy giảm, suy thoái, sách báo, sách lược, sáng kiến, sáng lập, sáng tạo, sáp nhập, sân bay, sâu
rộng, sâu sắc, sôi nổi, sông ngòi, sĩ quan, sơ bộ, sơ kết, sơ tán, sư đoàn, sưu tầm, sản lượng, sản
phẩm, sản xuất, sắp tới, sắp xếp, sẵn sàng, số liệu, số lượng, sở hữu, sở tại, sứ giả, sứ mệnh, sứ
quán, sức khỏe, sức mạnh, sử dụng, sửa chữa, sửa đổi, sự cố, sự kiện, sự nghiệp, sự thật, sự thực,
tai nạn, tan băng, tang lễ, tang vật, tham chiến, tham dự, tham gia, tham khảo, tham mưu, tham
nhũng, tham quan, tham tán, tham vấn, thanh khoản, thanh niên, thanh sát, thanh toán, thanh tra,
thay mặt, thay thế, thay đổi, theo dõi, theo đuổi, thi công, thi hành, thi đua, thiên nhiên, thiên
tai, thiết bị, thiết lập, thiết thực, thiết yếu, thiếu hụt, thiểu số, thiện chí, thiệt hại, thoái
vốn, thu hoạch, thu hút, thu hồi, thu nhập, thu thập, thuyết phục, thuận lợi, thuế quan, thuộc địa,
thành công, thành kiến, thành lập, thành phần, thành phố, thành quả, thành thật, thành thị, thành
tích, thành tố, thành tựu, thành viên, thâm nhập, thân hữu, thân mật, thân nhân, thân thiết, thân
thiện, thí nghiệm, thí điểm, thích hợp, thích đáng, thích ứng, thông báo, thông cáo, thông dịch,
thông hiểu, thông lệ, thông minh, thông qua, thông suốt, thông thoáng, thông thường, thông thạo,
thông tin, thông tư, thông tấn, thông điệp, thúc giục, thúc đẩy, thăm dò, thăm hỏi, thăng trầm, thư
ký, thư tín, thư tịch, thư từ, thư viện, thương binh, thương hiệu, thương lượng, thương mại, thương
nhân, thương trường, thương tích, thương vong, thương vụ, thường kỳ, thường niên, thường trú, thường
trực, thường vụ, thường xuyên, thượng tá, thượng tướng, thượng viện, thượng đỉnh, thảm họa, thảo
dược, thảo luận, thảo mộc, thảo nguyên, thất bại, thất nghiệp, thần bí, thần thông, thẩm phán, thẩm
quyền, thẩm tra, thẩm định, thận trọng, thắng lợi, thắt chặt, thẳng thắn, thế chiến, thế giới, thế
hệ, thế kỷ, thế lực, thể chế, thể hiện, thể lệ, thể thao, thị giác, thị hiếu, thị lực, thị sát, thị
thực, thị trường, thị trấn, thị xã, thỏa thuận, thỏa đáng, thống kê, thống nhất, thống đốc, thời
gian, thời hạn, thời kỳ, thời sự, thời tiết, thời vụ, thời điểm, thời đại, thủ lĩnh, thủ phủ, thủ
tướng, thủ tục, thủ đô, thủy lợi, thủy sản, thủy điện, thứ ba, thứ hai, thứ nhất, thứ trưởng, thứ
tư, thử nghiệm, thử thách, thực chất, thực dân, thực hiện, thực hành, thực phẩm, thực thi, thực
tiễn, thực trạng, thực tế, thực vật, thực đơn, tin cậy, tin học, tin tưởng, tin tức, tiên phong,
tiên quyết, tiên tiến, tiêu biểu, tiêu chuẩn, tiêu chí, tiêu cực, tiêu diệt, tiêu dùng, tiêu hủy,
tiêu thụ, tiêu đề, tiến bộ, tiến công, tiến hành, tiến quân, tiến triển, tiến trình, tiến độ, tiếng
Anh, tiếng Nga, tiếng nói, tiếng Việt, tiếp cận, tiếp diễn, tiếp giáp, tiếp khách, tiếp kiến, tiếp
nhận, tiếp nối, tiếp quản, tiếp sức, tiếp theo, tiếp thu, tiếp thị, tiếp tuyến, tiếp tân, tiếp tế,
tiếp tục, tiếp viên, tiếp viện, tiếp xúc, tiếp đón, tiết kiệm, tiết lộ, tiềm lực, tiềm năng, tiền
lệ, tiền tệ, tiền đề, tiểu ban, tiểu đoàn, tiễn đưa, toàn bộ, toàn cảnh, toàn cầu, toàn cục, toàn
diện, toàn dân, toàn quốc, toàn thể, toàn văn, toàn vẹn, trang bị, trang nghiêm, trang trọng, trang
web, tranh chấp, tranh cãi, tranh cử, tranh luận, trao giải, trao tặng, trao đổi, tri thức, tri ân,
triều đình, triển khai, triển lãm, triển vọng, triệt để, triệu tập, trong khi, trong nước, trung
bình, trung bộ, trung gian, trung hạn, trung lập, Trung Quốc, trung thành, trung thực, trung tâm,
trung tướng, trung đoàn, trung ương, truy cập, truy cứu, truy hồi, truy nã, truy tố, truyền hình,
truyền thanh, truyền thông, truyền thống, trách nhiệm, trái phép, tránh khỏi, trì hoãn, trì trệ,
trình bày, trình diễn, trình độ, trí thức, trí tuệ, trú đóng, trúng cử, trước hết, trước mắt, trường
học, trường hợp, trường kỳ, trường phái, trường tồn, trưởng ban, trưởng phòng, trưởng thành, trưởng
thôn, trưởng đoàn, trạng thái, trả lời, trận đánh, trật tự, trị an, trọng dụng, trọng thể, trọng
tài, trọng tâm, trọng âm, trọng điểm, trọng đại, trở lại, trở ngại, trở thành, trợ cấp, trợ giúp,
trợ lý, trụ cột, trụ sở, trừng phạt, trữ lượng, trực thuộc, trực tiếp, trực tuyến, tu nghiệp, tuyên
bố, tuyên dương, tuyên ngôn, tuyên thệ, tuyên truyền, tuyên án, tuyến đường, tuyển chọn, tuyển cử,
tuyển dụng, tuyển sinh, tuyệt đối, tuân thủ, tuần lễ, tuần tra, tài chính, tài khoản, tài liệu, tài
nguyên, tài sản, tài trợ, tàu thủy, tác chiến, tác giả, tác phong, tác phẩm, tác động, tái bản, tái
thiết, tán dương, tán thành, tán đồng, tâm tư, tân binh, tây bắc, tìm hiểu, tìm kiếm, tình báo, tình
cảm, tình huống, tình hình, tình nguyện, tình trạng, tín hiệu, tính chất, tính mạng, tính toán, tòa
nhà, tòa án, tóm tắt, tôn chỉ, tôn giáo, tôn trọng, tù binh, tăng cường, tăng trưởng, tăng tốc, tư
bản, tư cách, tư duy, tư hữu, tư liệu, tư lệnh, tư lợi, tư nhân, tư pháp, tư thù, tư thế, tư tình,
tư tưởng, tư vấn, tương lai, tương trợ, tương xứng, tương đương, tương đối, tương đồng, tương ứng,
tướng lĩnh, tường thuật, tưởng niệm, tượng đài, tạm thời, tạo dựng, tạo lập, tấn công, tất cả, tầm
nhìn, tầm vóc, tẩy rửa, tận dụng, tận tâm, tập huấn, tập hợp, tập quán, tập thể, tập trung, tập
đoàn, tắc nghẽn, tặng thưởng, tế nhị, tỉnh bơ, tỉnh dậy, tỉnh giấc, tỉnh lẻ, tỉnh lỵ, tỉnh ngộ, tỉnh
thành, tỉnh táo, tỉnh đoàn, tỉnh ủy, tịch thu, tốc độ, tối hậu, tối thiểu, tối đa, tối ưu, tồn tại,
tổ chức, tổ hợp, tổ quốc, tổn thất, tổng cục, tổng hợp, tổng kết, tổng quan, tổng số, tổng thể, tổng
thống, tội phạm, tội ác, tứ giác, từ bỏ, từ chối, từ chức, từ thiện, tự chủ, tự cường, tự do, tự
hào, tự lập, tự nguyện, tự nhiên, tự quyết, tự trị, tự vệ, tỷ giá, tỷ lệ, uy tín, vai trò, vi phạm,
viên chức, viếng cảnh, viếng mộ, viếng thăm, viễn cảnh, viễn thông, việc làm, viện dẫn, viện sĩ,
viện trợ, Việt kiều, vô cùng, vô hiệu, vô hạn, vô tư, vùng biển, vùng cao, vùng lên, vùng miền, vùng
trời, vùng vẫy, vùng vằng, vùng đất, văn bản, văn hóa, văn học, văn kiện, văn minh, văn nghệ, văn
phòng, vĩ đại, vĩnh viễn, vũ khí, vũ trang, vũ trường, vũ trụ, vương quốc, vượt qua, vấn đề, vận
chuyển, vận hành, vận mệnh, vận tải, vận động, vật chất, vật liệu, vật tư, vắng mặt, vị thế, vị trí,
vốn vay, vụ lợi, vụ mùa, vụ trưởng, vững chắc, vững mạnh, xem xét, xu hướng, xu thế, xung quanh,
xung đột, xuất bản, xuất cảnh, xuất hiện, xuất khẩu, xuất phát, xuất siêu, xuất sắc, xuất xứ, xác
lập, xác minh, xác nhận, xác thực, xác định, xâm chiếm, xâm hại, xâm lược, xâm nhập, xâm phạm, xây
dựng, xã hội, xã luận, xét duyệt, xét xử, xóa bỏ, xóa đói, xúc tiến, xăng dầu, xếp hạng, xếp đặt,
xứng tầm, xứng đáng, xử lý, xử phạt, y tế, yêu chuộng, yêu cầu, yêu nước, yết kiến, yếu tố, ái quốc,
án lệ, án phạt, án tù, áp dụng, áp lực, áp thuế, ít nhất, ô nhiễm, ôn hòa, ông bà, ý chí, ý kiến, ý
nghĩa, ý thức, ý định, ý đồ, đa dạng, đa phương, đa số, đem lại, đi bộ, đi lại, đi đôi, điều chỉnh,
điều hành, điều hòa, điều khiển, điều khoản, điều kiện, điều luật, điều lệ, điều phối, điều tiết,
điều tra, điều trần, điều trị, điều động, điều ước, điểm cầu, điểm danh, điểm dừng, điểm mạnh, điểm
nghẽn, điểm nhấn, điểm nóng, điểm sáng, điểm số, điểm thi, điểm tin, điểm tựa, điểm yếu, điểm đến,
điện báo, điện lực, điện mừng, điện tử, điện đàm, điện ảnh, điệp viên, đoàn kết, đoàn thể, đoàn tụ,
đoàn viên, đàm phán, đàn bà, đàn áp, đào tạo, đánh bắt, đánh chiếm, đánh dấu, đánh giá, đáo hạn, đáp
từ, đáp ứng, đãi ngộ, đình chiến, đình chỉ, đón chào, đón nhận, đóng cửa, đóng góp, đóng quân, đóng
vai, đô thị, đúc kết, đăng cai, đăng ký, đăng tải, đơn giản, đơn phương, đơn vị, đưa ra, đương
nhiên, đương nhiệm, đường bay, đường biên, đường bộ, đường lối, đường sông, đường sắt, đường thủy,
được biết, đại biểu, đại diện, đại dương, đại dịch, đại học, đại hội, đại lý, đại lễ, đại lộ, đại
sứ, đại tá, đại tướng, đạo luật, đạo đức, đạt được, đảm bảo, đảm nhiệm, đảm nhận, đảm đương, đảng
bộ, đảng phái, đảng viên, đảng ủy, đất liền, đất nước, đất đai, đấu giá, đấu thầu, đấu tranh, đầu
mối, đầu tiên, đầu tư, đẩy mạnh, đẩy nhanh, đắc cử, đặc biệt, đặc khu, đặc phái, đặc quyền, đặc sắc,
đặc thù, đặc trưng, đặc điểm, đế quốc, đề cao, đề cương, đề cập, đề cử, đề nghị, đề tài, đề xuất, đề
án, đỉnh cao, địa bàn, địa chính, địa chỉ, địa chủ, địa cầu, địa lý, địa phương, địa vị, địa điểm,
định cư, định hướng, định kiến, định kỳ, định nghĩa, đốc thúc, đối chiếu, đối diện, đối kháng, đối
lập, đối mặt, đối ngoại, đối nội, đối phó, đối phương, đối sách, đối thoại, đối thủ, đối tác, đối
tượng, đối với, đối xứng, đối xử, đối đáp, đối đầu, đối ứng, đồng bào, đồng bằng, đồng bộ, đồng chí,
đồng hành, đồng minh, đồng thuận, đồng thời, đồng tình, đồng ý, đổi mới, độc giả, độc lập, độc
quyền, đội hình, đội ngũ, động lực, động thái, động viên, động vật, động đất, đột phá, đột xuất, ưu
tiên, ưu đãi, ước mơ, ước tính, ảnh hưởng, ẩm thực, ổn định, ủng hộ, ủy ban, ủy nhiệm, ủy quyền, ủy
thác, ủy viên, ứng cử, ứng dụng, ứng phó, ứng viên, ứng đối
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


# Two thousand words have nine hundred syllables.
_key = lru_cache(maxsize=None)(vietnamese_key)


def _pairs(table: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(map(_key, word.split())) for word in entries(table) if " " in word)


WORDS = _pairs(_WORDS) | _pairs(_ENDINGS)
ALONE = frozenset(map(_key, entries(_ALONE)))
# Parts of a treaty, which have numbers or letters: Điều 7, khoản 2, điểm a.
_NUMBERED = frozenset(map(_key, entries("điều, khoản, điểm")))
_NAMING = frozenset(tuple(map(_key, word.split())) for word in entries(_NAMED))


def weigh(sight: Sight) -> int:
    """See `lang.homographs`: `NOT` where the match is torn out of other words or is a name."""
    keys, start, end = sight.keys, sight.start, sight.end
    before, first, last, after = sight.before(), keys[start], keys[end - 1], sight.after()
    left = (before, first) in WORDS
    right = (last, after) in WORDS
    if before == "tiếng" and sight.before(2) != "lên" and sight.surface(start)[:1].isupper():
        # A language, not its country: tiếng Pháp.
        return DOUBTFUL
    if end - start == 1:
        if left or right:
            return NOT
        if first in _NUMBERED and not _is_number(after):
            # điều is a thing, an article only with its number.
            return DOUBTFUL
        return _named(sight)
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


def _is_number(key: str) -> bool:
    return key[:1].isdigit() or (len(key) < 3 and key[:1].isalpha())


def _named(sight: Sight) -> int:
    """`NOT` for a name of a street or a ship: capitals behind a word that is followed by names."""
    written = [sight.surface(i) for i in range(sight.start, sight.end)]
    if not all(word[:1].isupper() for word in written):
        return CERTAIN
    ways = ((sight.before(),), (sight.before(2), sight.before()))
    three = (sight.before(3), *ways[1])
    return NOT if any(way in _NAMING for way in (*ways, three)) else CERTAIN
