### The frame of every page and the components: header, navigation, footer, forms, tables.

common-city = Một cửa Đà Nẵng
common-city-sub = Dịch vụ công của thành phố
common-brand-short = Một cửa
common-demo = BẢN TRÌNH DIỄN · DEMO
common-demo-note = Thành phố, người và hồ sơ ở đây đều là giả định. Không nộp giấy tờ thật.
common-skip = Đến nội dung chính
# $title (String) - the title of the page
common-title = { $title } – Một cửa Đà Nẵng
# $title (String) - the title of the page
common-title-error = Lỗi: { $title } – Một cửa Đà Nẵng
common-language-other = English

## Navigation

common-nav-main = Chính
common-nav-tabs = Lối đi chính
common-nav-crumbs = Bạn đang ở
common-nav-procedures = Thủ tục
common-nav-cases = Hồ sơ của tôi
common-nav-notices = Thư báo
common-tab-home = Trang chủ
common-tab-procedures = Thủ tục
common-tab-cases = Hồ sơ
common-tab-notices = Thư báo
common-office-search = Tìm mã hồ sơ, tên, số giấy
common-sign-in = Đăng nhập
common-sign-out = Đăng xuất
# $name (String) - the person who has signed in
common-account = Tài khoản: { $name }
common-back = Quay lại

## Footer

common-footer-run-by = Cơ quan chủ quản: Uỷ ban nhân dân thành phố Đà Nẵng.
common-footer-help = Cần người giúp?
common-footer-help-call = Gọi
common-footer-help-hours = 24 giờ mỗi ngày
common-footer-desks = Nộp tại bộ phận một cửa
common-footer-accessibility = Trợ năng và góp ý
common-footer-privacy = Dữ liệu cá nhân của bạn

## Forms

common-continue = Tiếp tục
common-save-later = Lưu lại, làm sau
common-change = Thay đổi
common-cancel = Thôi
common-search = Tìm
common-optional = không bắt buộc
common-error-prefix = Lỗi:
# $count (Number) - how many places must be mended
common-errors = Có { $count } chỗ cần sửa
common-errors-one = Có một chỗ cần sửa
common-day = Ngày
common-month = Tháng
common-year = Năm
# $at (Number) - which question this is
# $of (Number) - how many there are
common-question-of = Câu { $at } trên { $of }
common-file-remove = Bỏ tệp này
common-not-yet = Chưa làm được
common-from-register = Lấy từ

## Case, clock and steps

common-answer-received = Đã nhận chưa?
common-answer-holder = Ai đang giữ?
common-answer-next = Bước tiếp theo?
common-answer-when = Khi nào xong?
common-step-done = Đã xong.
common-step-now = Bước hiện tại.
common-step-later = Sắp tới.
common-task-done = Xong
common-task-yours = Cần bạn
common-task-runs = Tự chạy
# $late (String) - how long, "1 ngày"
common-days-left-late = Trễ { $late }
# $time (String) - by when, "15:00"
common-days-left-today = Hôm nay { $time }
# $left (String) - how long, "8 ngày"
common-days-left = Còn { $left }
common-days-left-paused = Tạm dừng
# $used (String) - the days used, "3 ngày"
# $promised (String) - the days that the city promised
# $legal (String) - the days that the law allows
common-day-strip = Đã dùng { $used }, thành phố cam kết { $promised }, luật cho { $legal }.
# $used (String) - the days used, "3 ngày"
# $legal (String) - the days that the law allows
common-day-strip-legal = Đã dùng { $used } trong { $legal } luật cho.
# $days (Number) - how many days one arch of the drawing stands for
common-day-strip-arch = Mỗi vòm là { $days } ngày.
# $used (String) - the days used, "3 ngày"
common-day-strip-used = đã dùng { $used }
# $on (String) - the promised day, "02/12"
common-day-strip-promised = { $on } cam kết
# $on (String) - the last day that the law allows, "07/12"
common-day-strip-legal-end = { $on } luật
common-scan-to-track = Quét để theo dõi
common-qr-label = Mã QR dẫn đến trang theo dõi hồ sơ

## Tables and lists

common-pager = Các trang
common-pager-previous = Trang trước
common-pager-next = Trang sau
# $count (String) - how many cases
common-count-cases = { $count } hồ sơ
# $name (String) - what the row is about
common-select-row = Chọn { $name }

## Undo

common-undo = Hoàn tác
# $seconds (Number) - how long undoing is still possible
common-undo-left = còn { $seconds } giây
common-undo-over = hết thời gian hoàn tác

## Pages to which every footer leads

common-about-help = Cần người giúp?
common-about-help-lead = Bạn không phải tự làm một mình. Gọi, đến tận nơi hoặc nhờ người điền giúp đều được, và hồ sơ vẫn là của bạn.
common-about-help-call = Gọi 1022
common-about-help-call-body = Tổng đài trả lời 24 giờ mỗi ngày về thủ tục, hồ sơ đang giải quyết và cách dùng cổng này. Đọc mã hồ sơ hoặc mã biên nhận để được trả lời nhanh.
common-about-help-desk = Đến bộ phận một cửa
common-about-help-desk-body = Đến trung tâm phục vụ hành chính công của phường, xã, và mang theo căn cước. Phần lớn thủ tục nộp được ở bất kỳ phường, xã nào của thành phố; gọi 1022 để hỏi nơi gần bạn. Cán bộ tiếp nhận giúp bạn điền.
common-about-help-assist = Nhờ người điền giúp
common-about-help-assist-body = Người giúp chỉ điền, không ký thay bạn. Đừng đưa ai mật khẩu hoặc mã xác nhận của bạn; cán bộ không bao giờ hỏi những thứ đó.
common-about-accessibility = Trợ năng và góp ý
common-about-accessibility-lead = Cổng này được làm để ai cũng dùng được: bằng bàn phím, bằng trình đọc màn hình, trên điện thoại nhỏ, khi phóng to chữ hoặc khi tắt JavaScript.
common-about-accessibility-can = Đã làm được
common-about-accessibility-can-body = Mọi việc làm được chỉ bằng bàn phím. Trang co vừa màn hình rộng 320 pixel, chữ phóng to gấp đôi không bị cắt. Màu không bao giờ là cách duy nhất để báo tin. Mỗi lỗi nói rõ phải sửa gì.
common-about-accessibility-cannot = Chưa chắc chắn
common-about-accessibility-cannot-body = Chúng tôi kiểm tra bằng máy theo WCAG 2.2 mức AA ở mỗi lần sửa đổi. Chưa có người khuyết tật nào thử cổng này; máy không tìm ra mọi vướng mắc.
common-about-accessibility-tell = Báo cho chúng tôi
common-about-accessibility-tell-body = Nếu có chỗ nào không dùng được, gọi 1022 và nói tên trang. Bạn vẫn nộp hồ sơ được tại bộ phận một cửa trong lúc chúng tôi sửa.
common-about-privacy = Dữ liệu cá nhân của bạn
common-about-privacy-lead = Thành phố chỉ giữ những gì thủ tục của bạn cần, và ghi lại mỗi lần có người mở ra xem.
common-about-privacy-held = Chúng tôi giữ gì
common-about-privacy-held-body = Câu trả lời và giấy tờ bạn nộp, diễn biến của hồ sơ, kết quả. Thông tin lấy từ cơ sở dữ liệu nhà nước được ghi rõ nguồn ngay bên cạnh. Không có quảng cáo, không có mã theo dõi.
common-about-privacy-seen = Ai được xem
common-about-privacy-seen-body = Bạn, và những cán bộ đang giải quyết hồ sơ của bạn. Mỗi lần xem đều được ghi lại: ai, lúc nào, để làm gì.
common-about-privacy-ask = Quyền của bạn
common-about-privacy-ask-body = Bạn có quyền xem, yêu cầu sửa và biết ai đã xem dữ liệu của mình, theo Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15. Gọi 1022 hoặc đến bộ phận một cửa để yêu cầu.
# $hours (String) - how many hours round the clock
common-limit-hours = { $hours } giờ
common-limit-same-day = Trong ngày
common-limit-unsettled = Chưa xác nhận
common-fee-unsettled = Chưa xác nhận
common-fee-none = Miễn phí
common-channel-online = Trực tuyến
common-channel-counter = Tại quầy
common-channel-public-post = Bưu chính công ích
common-channel-post-agent = Đại lý bưu điện
common-channel-community-team = Tổ công nghệ số cộng đồng
common-channel-weekend-event = Ngày hội gần dân
common-channel-kiosk = Ki-ốt
common-channel-phone = Điện thoại 1022
