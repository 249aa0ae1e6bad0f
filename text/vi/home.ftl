### The portal's first page and the search.

home-title = Bạn cần làm gì?
home-hint = Gõ theo cách bạn vẫn nói, có dấu hay không dấu đều được.
home-placeholder = vd. lam khai sinh
home-often = Nhiều người tìm:
home-often-1 = khai sinh
home-often-2 = hộ kinh doanh
home-often-3 = kết hôn
home-often-4 = tạm trú
home-mine = Hồ sơ của bạn
# $count (String) - how many cases the person has
home-mine-all = Xem tất cả ({ $count })
home-drafts = Bản nháp đang làm dở
# $count (String) - how many drafts
home-drafts-count = { $count } bản nháp, bạn làm tiếp lúc nào cũng được
home-track = Tra cứu hồ sơ
home-track-hint = Có mã hồ sơ hoặc mã biên nhận là xem được hồ sơ đang ở đâu, không cần đăng nhập.
home-popular = Thủ tục hay làm
# $count (String) - how many procedures can be found
home-popular-all = Tìm trong { $count } thủ tục
home-people = Không tiện làm trên mạng?
home-people-desk = Đến bộ phận một cửa
# $count (String) - how many wards, communes and special zones
home-people-desk-body = Có ở { $count } phường, xã; phần lớn thủ tục nộp ở đâu cũng được
home-people-call = Gọi 1022
home-people-call-body = 24 giờ mỗi ngày
home-people-assist = Nhờ người điền giúp
home-people-assist-body = Người giúp chỉ điền, bạn vẫn là người nộp
home-people-track = Tra cứu hồ sơ
home-people-track-body = Chỉ cần mã hồ sơ hoặc mã biên nhận

## Search

home-search-title = Tìm thủ tục
# $text (String) - what was asked
home-search-for = Kết quả cho “{ $text }”
# $text (String) - the text as it was read
home-search-read-as = Chúng tôi hiểu là “{ $text }”.
home-search-list = Những thủ tục nhiều người làm, xếp theo mức cần dùng.
home-search-none = Không tìm thấy thủ tục nào
home-search-none-how = Thử dùng ít chữ hơn, hoặc gọi tên giấy tờ bạn muốn có: “giấy khai sinh”, “giấy phép xây dựng”.
home-search-meant = Có thể bạn muốn tìm:
home-search-here = Nộp được trên cổng này
home-search-unconfirmed = Số liệu chờ xác nhận
# $code (String) - the national code of the procedure
# $field (String) - its field
home-search-code = Mã { $code } · { $field }
# $code (String) - the national code of the procedure
home-search-code-only = Mã { $code }
home-search-fields = Chỉ xem lĩnh vực:
# $field (String) - the field that the list is limited to
home-search-in-field = Chỉ lĩnh vực { $field }.
home-search-all-fields = Bỏ giới hạn lĩnh vực
# $from (String) - the place of the first one shown
# $to (String) - the place of the last one shown
home-search-range = Kết quả { $from }–{ $to }
