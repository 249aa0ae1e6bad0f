### The places where one can walk in: addresses, hours, open now or not.

offices-title = Bộ phận một cửa ở đâu, mở cửa lúc nào
offices-lead = Phần lớn thủ tục nộp được ở bất kỳ phường, xã nào của thành phố. Mang theo căn cước; cán bộ tiếp nhận giúp bạn điền.
offices-search = Tên phường, xã, sở hoặc tên đường
offices-search-hint = Có dấu hay không dấu đều được, ví dụ “hai chau” hoặc “Núi Thành”
offices-search-act = Tìm nơi nộp
offices-all = Xem tất cả
offices-none = Không có nơi nào khớp với từ bạn tìm.
# $count (String) - how many are shown
# $all (String) - how many there are
offices-count = { $count } trên { $all } nơi
# $count (String) - how many there are
offices-count-all = { $count } nơi trong thành phố
offices-hours = Giờ làm việc
# $from (String) - the first weekday
# $to (String) - the last weekday
offices-days = { $from } đến { $to }
# $from (String) - from this hour
# $to (String) - to this hour
offices-interval = { $from } đến { $to }
offices-closed = nghỉ
offices-hours-unconfirmed = Giờ theo lịch chung, chờ thành phố xác nhận. Trước khi đi xa, gọi 1022.
# $day (String) - the day
# $name (String) - the holiday
offices-shut = { $day } nghỉ: { $name }
# $at (String) - until when
offices-open-until = Đang mở cửa, đến { $at }
# $at (String) - when, "07:00 thứ Tư 25/11"
offices-opens-at = Đang đóng cửa, mở lại { $at }
# $time (String) - the hour
# $day (String) - the day
offices-moment = { $time } { $day }
offices-no-desk = Không có bộ phận một cửa. Hồ sơ nộp trực tuyến, hoặc tại trung tâm của thành phố.
offices-takes-for = Nhận hồ sơ của những sở nào
offices-table = Các nơi tiếp nhận
offices-name = Nơi tiếp nhận
offices-address = Địa chỉ
offices-now = Bây giờ
offices-address-unknown = Gọi 1022 để hỏi địa chỉ
offices-link = Địa chỉ và giờ làm việc của các bộ phận một cửa
# $from (String) - the first weekday
# $to (String) - the last weekday
offices-two-days = { $from } và { $to }
