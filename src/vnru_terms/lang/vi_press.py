"""What the Vietnamese press prints around an article: menus, players, bylines, boxes, imprints.

`MARKERS` is what `text/body.py` is given. The tables below hold lower-case phrases as they stand
on pages; a line is compared in the new placement of tones (`Tòa soạn`, also where the page has
`Toà soạn`), without markdown. Most tables are lists of whole lines or of the only words of a line,
so that a sentence which merely begins with one of them is never taken for it.
"""

from __future__ import annotations

import re

from vnru_terms.lang.vi import new_placement
from vnru_terms.text.page import BodyMarkers

# Sections of a paper, as menus and breadcrumbs name them.
_SECTIONS = """
trang chủ, trang nhất, home, thời sự, chính trị, xã hội, thế giới, quốc tế, kinh tế,
kinh doanh, tài chính, ngân hàng, chứng khoán, bất động sản, doanh nghiệp, doanh nhân,
thị trường, thương mại, khởi nghiệp, công thương, đối ngoại, đối nội, ngoại giao, biển đảo,
biển đông, biên giới, biên cương, quốc phòng, an ninh, quân sự, pháp luật, pháp đình,
công nghệ, khoa học, số hóa, sức khỏe, y tế, giáo dục, tuyển sinh, du học, du lịch, văn hóa,
giải trí, thể thao, bóng đá, đời sống, giới trẻ, gia đình, ẩm thực, làm đẹp, thời trang, xe,
ô tô, nhà đất, môi trường, nông nghiệp, nông thôn, giao thông, đô thị, địa phương, hà nội,
tp hcm, tp.hcm, người việt, kiều bào, việt kiều, người việt năm châu, lãnh sự, bảo hộ công dân,
hội nhập, hội nhập quốc tế, xây dựng đảng, đảng, quốc hội, chính phủ, nhân sự, dân sinh,
dân tộc, tôn giáo, lao động, việc làm, bạn đọc, nhịp sống, nhịp sống số, góc nhìn, quan điểm,
bình luận, phân tích, chuyên gia, ý kiến, tâm sự, hồ sơ, sự kiện, tin tức, tin mới, tin nóng,
mới nhất, đọc nhiều, xem nhiều, nổi bật, tiêu điểm, tin, tin trong nước, tin quốc tế,
tin hoạt động, hoạt động, trong nước, giới thiệu, cơ cấu tổ chức, thủ tục hành chính, văn bản,
văn bản pháp luật, công báo, thông báo, thông cáo, phát ngôn, họp báo, liên hệ, hỏi đáp, sơ đồ,
sơ đồ cổng, sơ đồ website, thư viện, thư viện ảnh, ảnh, video, clip, audio, podcast, podcasts,
infographic, infographics, emagazine, e-magazine, magazine, longform, multimedia, media,
đa phương tiện, truyền hình, phát thanh, trực tuyến, tv, live, spotlight, báo in, báo giấy,
e-paper, rss, english, tiếng việt, tiếng anh, русский, 中文, français, español, vietnamese,
chinese, russian, liên kết website, châu á, châu âu, châu mỹ, châu phi, trung đông, chuyên mục,
chuyên đề, đại biểu nhân dân, chuyện ngoại giao, đời sống đối ngoại, bờ cõi biển đảo, hộ chiếu,
visa, đồng hành, nghị trường, cộng đồng, giao lưu, hợp tác, đầu tư, cuộc sống, chuyện lạ,
muôn màu, cười, thư giãn, rao vặt, tất cả, khác
"""
# Buttons and their counters.
_BUTTONS = """
chia sẻ, chia sẻ bài viết, chia sẻ facebook, chia sẻ zalo, share, tweet, facebook, zalo,
twitter, messenger, telegram, linkedin, pinterest, youtube, tiktok, instagram, whatsapp, viber,
fanpage, link, copy link, copy, sao chép, sao chép liên kết, sao chép link, thành công, in,
in bài, in bài viết, in trang, in trang này, bản in, print, email, gửi email, gửi mail,
gửi bài viết, gửi cho bạn bè, gửi bạn bè, gửi bài, lưu, lưu bài, lưu bài viết, lưu tin, đã lưu,
bookmark, quay lại, trở lại, trở lại thời sự, trở lại thế giới, trở về, về trang chủ,
lên đầu trang, về đầu trang, đầu trang, top, back to top, thích, like, không thích, quan tâm,
theo dõi, bỏ theo dõi, đăng ký, đăng nhập, đăng xuất, tài khoản, tìm kiếm, tìm kiếm nâng cao,
nâng cao, search, menu, đóng, close, bỏ qua, hủy, gửi, reply, báo xấu, báo cáo,
cảm xúc, xem ảnh lớn, phóng to, thu gọn, mở rộng, xem thêm, đọc tiếp, tiếp theo, trước,
trang sau, trang trước, tắt, bật, tải về, tải app, download, cỡ chữ, xem với cỡ chữ, a, aa,
giảm cỡ chữ, tăng cỡ chữ, chế độ tối, chế độ đọc, tương phản, đọc bài, nghe, nghe bài,
nghe bài viết, nghe đọc bài, nghe audio, nghe audio bài viết, nhấn để nghe, bấm để nghe,
nghe tin, nghe nội dung, giọng đọc, giọng nam, giọng nữ, nam, nữ, miền bắc, miền nam,
miền trung, nam miền bắc, nam miền nam, nữ miền bắc, nữ miền nam, tốc độ, tốc độ đọc, tự động,
bình thường, nhanh, chậm, play, pause, mute, unmute, volume, fullscreen, toàn màn hình, loaded,
current time, duration, remaining time, stream type, x, đăng ký nhận tin, ý kiến bạn đọc,
google news, google, tin bài, lượt xem, lượt đọc, lượt thích, views, view, xem, phút đọc,
bình luận, ý kiến, thảo luận, chia, điểm, đánh giá, bình chọn, sắp xếp, thời gian,
số người thích, số trang, trang, quảng cáo, advertisement, ads, tài trợ, pr, hết, giây,
điện thoại
"""
# The words of a date line.
_STAMP_WORDS = r"""
thứ|hai|ba|tư|năm|sáu|bảy|chủ nhật|cn|ngày|tháng|giờ|phút|lúc|vào|cập nhật|cập nhật lần cuối
ngày đăng|ngày xuất bản|ngày cập nhật|đăng|đăng lúc|đăng ngày|xuất bản|đăng tải|sửa
thời gian|gmt|utc|ict|am|pm|sa|ch|[hg]|trước|qua|hôm nay|hôm qua|published|updated|posted|on
at|date|giêng|một|bốn|bẩy|tám|chín|mười|mười một|mười hai|chạp|t[2-7]|jan(?:uary)?
feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?
oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day
"""
# Whole lines of the page itself.
_TOOLS = r"""
theo dõi .{0,60}\b(?:trên|tại|qua)(?:\W*$| (?:google|facebook|zalo|youtube|tiktok|telegram|kênh
    |fanpage|ứng dụng|app|mạng xã hội|trang)\b.{0,60})
theo dõi (?:báo|tạp chí|kênh|fanpage|chúng tôi)\b.{0,60}
(?:kính )?mời (?:quý|bạn|các bạn|độc giả|khán giả).{0,60}(?:theo dõi|truy cập|tải app
    |đăng ký|đón xem|bấm
    |click)\b.{0,120}
(?:đón đọc|đón xem|tải ứng dụng|tải app|cài đặt ứng dụng|quét mã qr|bấm vào|nhấn vào
    |click)\b.{0,120}
(?:đăng ký|đăng nhập|nhận) (?:nhận|để|kênh|theo dõi|bản tin|thông báo|qua|bằng
    |tài khoản)\b.{0,100}
(?:nghe|nhấn để nghe|bấm để nghe)(?: (?:đọc|audio|podcast|nội dung))*(?: bài
    | tin)?(?: viết)?\W*(?:\d.{0,60})?
(?:trình duyệt|your browser|thiết bị của bạn)\b.{0,120}
(?:error loading|file could not|rewind \d|video player|audio player
    |this is a modal)\b.{0,80}
(?:hãy là người đầu tiên|bạn có thể gửi|bạn cần đăng nhập
    |(?:xin )?vui lòng (?:nhập|đăng nhập|điền|chọn|bật|tải|thử|không)
    |chưa có bình luận|ý kiến của bạn|nhập (?:nội dung|họ tên|email|mã)|họ (?:và )?tên
    |mã xác nhận|nội dung bình luận|gửi (?:bài|tin|ý kiến|phản hồi|bình luận)(?: cho| của
    | về)? )(?!.{0,80}[,.]\s\w).{0,100}
(?:gửi )?(?:góp ý|báo lỗi|phản hồi|bài)(?: (?:bài viết|cho tòa soạn|tòa soạn|của bạn))?\W*
(?:liên hệ quảng cáo|đặt báo|mua báo)\b.{0,60}
(?:bật|tắt|xem|nhận) (?:thông báo|bản tin|phụ đề).{0,60}
(?:copy link|sao chép liên kết|đã sao chép|link bài viết|link gốc).{0,60}
(?:thăm dò ý kiến|bình chọn|biểu quyết|xem kết quả|khảo sát)\W*
(?:dự báo )?thời tiết(?: hôm nay)?\W*|(?:giá vàng|tỷ giá|tỉ giá)(?: hôm nay)?\W*
.{0,60}\d+\s*°\s*c\b.{0,40}|(?:sjc|pnj|doji|usd|eur|vn-?index|hnx|btc)\b[^a-zà-ỹ]{0,80}
[\[(](?:video|infographics?|photo|ảnh|audio|clip|podcast|trực tiếp|emagazine
    |megastory)[\])].{0,160}
(?:video|infographics?|audio|clip|podcast|emagazine|megastory)\s*[:|].{0,160}
(?:lượt xem|số lượt xem|xem|views?)\s*:\s*[\d.,k]+
[\d.,]+k? (?:lượt xem|lượt đọc|bình luận|chia sẻ|phút đọc|views?|comments?|ý kiến)
\d+ (?:giây|phút|giờ|ngày|tuần|tháng|năm) trước|(?:tăng|giảm) cỡ chữ.{0,40}|cỡ chữ.{0,30}
a\s*[-+](?:\s*a\s*[-+]?)?|(?:đóng|mở) (?:menu|quảng cáo|lại)\W*|hiển thị thêm\W*|tải thêm\W*
xem toàn màn hình\W*|chọn (?:cỡ chữ|giọng|ngôn ngữ|chuyên mục).{0,40}
.{0,400}\b\d* ?thích\W{1,5}trả lời\b.{0,40}
(?:hãy )?(?:nhận )?(?:thư tin|bản tin (?:email|thư điện tử|hằng ngày|hàng ngày))\b.{0,160}
bỏ qua .{0,40}(?:đọc|nội dung)\b.{0,20}
bạn đang (?:đọc|xem|nghe|ở)\b.{0,120}
"""
# Whole lines that name the author or the source; the case of a source's words is asked too.
_AUTHORS = r"""
(?:tác giả|bài|bài và ảnh|bài, ảnh|tin, ảnh|tin và ảnh|tin|thực hiện|biên tập|biên soạn
    |biên dịch|lược dịch|người viết|phóng viên|nhóm pv|nhóm phóng viên|đồ họa|thiết kế|kỹ thuật
    |trình bày|by|author)\s*[:|]\s*.{0,70}
\(?(?:nguồn|nguồn tin|nguôn tin|dẫn nguồn|source|xem bản gốc)\s*:(?!.{0,60}[,.;]\s\w).{0,90}
nguồn\W*
.{2,50}\((?:tổng hợp|lược dịch|lược thuật|biên dịch|thực hiện|ghi|dịch|theo .{2,40}
    |ttxvn.{0,14}|vietnam\+|t/h|th)\)
(?:[^\W\d_]+[ ,-]{1,3}){1,4}(?:tổng hợp|lược ghi|lược dịch)
\(?(?:pv|p\.v|nhóm pv|nhóm phóng viên|ttxvn|ttxvn/vietnam\+|vietnam\+|bt|bbt|ban biên tập
    |tổng hợp|vgp|vov|tto|tpo)\)?\.?
[^,.;:]{2,40}/\s?(?:vov|ttxvn|vgp|vtv|tpo|tto|vnews|báo|tạp chí|vietnam\+|tg&vn
    |vna)[^,;:]{0,30}
"""
# `Theo TTXVN`, `Theo Báo Nhân Dân`: the words of a source are capitalised, or these.
_SOURCE_OPENS = r"\(?(?:theo|dẫn theo|trích)\b\s*:?\s*"
_SOURCE_WORDS = (
    "báo tạp chí đài trang cổng thông tin điện tử bản và của the of pv phóng viên thông tấn xã hãng"
    " giao phủ dân ninh online biên tập truyền hình tiếng nói"
)
_METADATA = r"""
(?:title|tiêu đề|url|link|date|ngày|ngày đăng|ngày tháng|author|authors|tác giả|source
    |nguồn|tags?|category|categories|section|chuyên mục|chuyên trang|description|summary|mô tả
    |keywords|từ khóa|lang|language|sitename|hostname|image|published|publish_date|crawled
    |accessed|id|fingerprint|publisher|báo|số|layout|slug
    |draft)\s*[:=]\s*(?!.{0,200}[.!?]\s).{0,300}
"""
_SITE = r"""
(?:cổng thông tin điện tử|trang thông tin điện tử|trang tin điện tử|báo điện tử|báo|tạp chí
    |cơ quan(?: ngôn luận)?(?: của)?|tiếng nói của|kênh thông tin|chuyên trang|ấn phẩm
    |thông tấn xã|đài (?:tiếng nói|truyền hình|phát thanh))\b[^,.:;]{0,70}
"""
_FOOTER = r"""
(?:©|\(c\)|®|copyright|all rights reserved|bản quyền (?:thuộc|©|của báo)|issn|powered by).{0,400}
(?:(?:phó |quyền )?tổng biên tập|cơ quan chủ quản|chịu trách nhiệm[^:]{0,40}|thư ký tòa soạn
    |(?:địa chỉ |thông tin |giới thiệu )?tòa soạn|trụ sở(?: chính| tòa soạn)?|giấy phép[^:]{0,60}
    |quảng cáo|phát hành|ban biên tập)\s*:.{0,400}
(?:phó |quyền )?tổng biên tập\W{0,3}(?:[^\W\d_]+\W{0,2}){2,5}
(?:số )?(?:giấy phép|gpxb|gp)\b.{0,80}(?:\d/|\bgp\b|cấp ngày|btttt).{0,300}
cơ quan (?:của|ngôn luận|chủ quản)\b[^,.:;]{0,80}
(?:vui lòng |đề nghị |yêu cầu )?ghi rõ (?:nguồn|xuất xứ)\b.{0,200}
(?:cấm|nghiêm cấm|không(?: được)?) sao chép\b.{0,200}|mọi hành động sử dụng\b.{0,200}
(?:chính sách bảo mật|điều khoản sử dụng|phiên bản di động|liên hệ quảng cáo|thông tin tòa soạn
    |giới thiệu tòa soạn|đặt báo)\b.{0,60}
(?:phát triển|thiết kế|vận hành|designed|hosted|developed) (?:bởi|by)\b.{0,60}
"""
# Headings of boxes with other news; whole lines, or the opening of a line of headlines.
_BOXES = r"""
(?:đọc|xem) (?:thêm|nhiều|tiếp)(?: (?:tin|bài).{0,30})?
(?:tin |bài )?(?:mới (?:nhất|cập nhật|đăng)|nổi bật|nóng|xem nhiều|đọc nhiều)(?: nhất)?
tiêu điểm|tin tiêu điểm|tâm điểm|đáng chú ý|tin nổi bật|tin hot|multimedia|video|media
podcast|infographics?|e-?magazine|longform|ảnh|photo
(?:các |những )?tin(?: tức)?(?:,? bài)?(?: viết)? (?:liên quan|khác|mới|mới nhất|mới hơn
    |cũ hơn|cũ|nóng|đọc nhiều|đã đưa|đã đăng|cùng chuyên mục|cùng loại|tiếp theo|trước đó
    |cùng chủ đề)
(?:các )?bài(?: viết| báo)? (?:liên quan|khác|mới|mới nhất|cùng chuyên mục|đọc nhiều
    |cùng tác giả|trước|tiếp theo|đã đăng|cũ hơn|mới hơn|hay|nổi bật|cùng chủ đề)
(?:»\s*)?cùng (?:chuyên mục|chủ đề|tác giả|sự kiện)|liên quan|sự kiện liên quan|dòng sự kiện
có thể bạn (?:quan tâm|thích|chưa biết|cần)|bạn có thể (?:quan tâm|thích)|bạn nên đọc
dành cho bạn|đề xuất cho bạn|gợi ý cho bạn|khám phá thêm|tin tài trợ|tin đối tác
bạn đọc quan tâm|xem trên|mời xem|mời đọc|tin bài khác|tin cũ hơn|trong (?:cùng )?chuyên mục
tin chính|góc nhìn khác|related(?: news| articles| posts)?|read more|more|trending|most read
latest news
"""
_ENDS = r"""
từ khóa|tags?|chủ đề|thẻ
(?:gửi |viết |bạn đọc |\d+ )?(?:bình luận|ý kiến)(?: (?:bạn đọc|của bạn|\(?\d+\)?))?
ý kiến bạn đọc|ý kiến độc giả|phản hồi|comments?|leave a (?:reply|comment)
chia sẻ bài viết|đánh giá bài viết|bản quyền thuộc về|liên hệ quảng cáo|phiên bản di động
lịch vạn niên|thăm dò ý kiến|liên kết website|thống kê truy cập|đang truy cập
tổng truy cập|số lượt truy cập
"""
_TEASER = r"""
(?:>>+|»+|→|➡|▶|►|⇒|=>|\+\+)\s*\S.{0,220}$
(?:(?:đọc|xem|mời (?:bạn )?(?:đọc|xem)) (?:thêm|tiếp|ngay|bài)|(?:các )?(?:tin|bài)(?: tin
    | bài)?(?: viết)? (?:liên quan|khác)|liên quan|cùng chuyên mục|có thể bạn quan tâm
    |xem (?:clip|video))\s*[:>»|]\s*\S.{0,300}$
"""
# Places that stand alone as subheads and look like an author's name.
_PLACES = r"""
việt nam|trung quốc|hoa kỳ|nhật bản|hàn quốc|triều tiên|ấn độ|thái lan|biển đông|châu [áâuphimỹ]+
đông nam á|đông bắc á|trung đông|đài loan|thụy sĩ|thụy điển|phần lan|hà lan|ba lan|na uy|tây ban nha
bồ đào nha|hy lạp|ai cập|mỹ la-?tinh|úc|liên hợp quốc|hà nội|hoàng sa|trường sa
"""
_CREDITS = r"""
^(?:nguồn|chụp lại) hình ảnh,
(?<!\w)(?:ảnh|nguồn ảnh|photo|đồ họa|ảnh tư liệu|ảnh minh họa|ảnh chụp màn hình)\s*:
[(\[]\s*(?:ảnh\b(?! hưởng)|minh họa\b|(?:nguồn|nguồn ảnh|photo|source|đồ họa|hình)\s*:)
(?<![.!?/] )[(\[][^()\[\]]{0,30}\b(?:ttxvn|vna|afp|reuters|ap|getty images|tass
    |tân hoa xã) ?(?:phát)?[)\]]\W*$
\bảnh (?:minh họa|tư liệu|ttxvn|vgp|afp|reuters|ap|getty)\b[^.]{0,30}$
©\s*\S.{0,60}$
"""
_LETTERS = "ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
_OWN_WORDS = (
    "và của các với trong là đã cho những được về tại này có không khi từ ngày đến theo trên cũng"
    " một người nước hai bên năm ông bà"
)
_FOREIGN_WORDS = (
    "the of and with for from that was were is are has have which at by been will their its this"
    " les des une dans pour avec est aux par der die das und mit von el los las para"
)


def _any(table: str) -> str:
    """The patterns of a table as one: a line has alternatives, an indented line goes on."""
    return "|".join(re.sub(r"\n +", "", table).strip("\n").split("\n"))


def _whole(table: str, tail: str = "$") -> re.Pattern[str]:
    """A pattern that matches whole lines."""
    return re.compile(rf"(?:{_any(table)}){tail}", re.IGNORECASE)


def _phrases(table: str) -> frozenset[str]:
    return frozenset(phrase.strip() for phrase in table.replace("\n", " ").split(",")) - {""}


_HEADING_TAIL = r"\W{0,12}(?:\(\d+\)|xem thêm|xem tất cả)?\W{0,4}$"

MARKERS = BodyMarkers(
    fold=new_placement,
    sections=_phrases(_SECTIONS + "," + _BUTTONS),
    buttons=_phrases(_BUTTONS),
    stamp=re.compile(rf"(?<![^\W\d_])(?:{_any(_STAMP_WORDS)})(?![^\W\d_])", re.IGNORECASE),
    tools=_whole(_TOOLS),
    sign_off=_whole(_AUTHORS),
    source_opens=re.compile(_SOURCE_OPENS, re.IGNORECASE),
    source_words=frozenset(_SOURCE_WORDS.split()),
    metadata=_whole(_METADATA),
    title_key=re.compile(r"(?:title|tiêu đề)\s*[:=]\s*(?=\S)", re.IGNORECASE),
    site=_whole(_SITE),
    footer=_whole(_FOOTER),
    places=_whole(_PLACES),
    box=_whole(_BOXES, _HEADING_TAIL),
    end=_whole(_ENDS, rf"(?:{_HEADING_TAIL})|(?:từ khóa|tags?|chủ đề|thẻ)\s*:.*$"),
    teaser=_whole(_TEASER),
    caption=re.compile(_any(_CREDITS), re.IGNORECASE),
    letters=re.compile(rf"[{_LETTERS}{_LETTERS.upper()}]\S*"),
    own_words=frozenset(_OWN_WORDS.split()),
    foreign_words=frozenset(_FOREIGN_WORDS.split()),
)
