### The head's desk, the report of a period with the rule of each figure, and the register (Form 07).
report-nav-head = Bàn lãnh đạo
report-nav-register = Sổ theo dõi
report-head-title = Bàn lãnh đạo
report-head-none = Hôm nay không có việc cần quyết
# $count (String) - how many things
report-head-lead = Hôm nay cần quyết { $count } việc
# $day (String) - the day
# $time (String) - the time
report-counted-at = { $day } · số liệu lúc { $time }
# $count (String) - how many cases
report-matter-late = { $count } hồ sơ đang trễ
# $unit (String) - the unit
# $count (String) - how many cases
report-matter-late-lead = { $unit }: { $count } hồ sơ trễ hạn
# $count (String) - how many cases
report-matter-late-body = { $count } hồ sơ nữa của đơn vị này đến hạn trong 2 ngày làm việc.
report-matter-late-act = Xem hồ sơ trễ
# $count (String) - how many cases
report-matter-soon = { $count } hồ sơ sắp đến hạn
# $unit (String) - the unit
# $count (String) - how many cases
report-matter-soon-lead = { $unit }: { $count } hồ sơ đến hạn trong 2 ngày làm việc
# $count (String) - how many cases
report-matter-soon-body = Trong đó { $count } hồ sơ đến hạn trong 24 giờ. Nếu không kịp, văn bản xin lỗi và hẹn lại phải có chậm nhất một ngày trước hạn.
report-matter-soon-act = Xem hồ sơ sắp đến hạn
# $count (String) - how many cases
report-matter-sign = { $count } chờ ký
# $count (String) - how many cases
report-matter-sign-lead = { $count } kết quả có thể ký cùng lúc
# $count (String) - how many cases
report-matter-sign-body = Đủ mọi điều kiện, không có ý kiến trái. Phải mở riêng: { $count } hồ sơ.
report-matter-sign-act = Đến phần ký
report-risks = Trễ hạn và sắp đến hạn theo đơn vị
report-risks-none = Không có hồ sơ nào đang giải quyết.
report-unit = Đơn vị
report-nobody = Chưa giao người thụ lý
report-risk-late = Trễ
report-risk-day = Trong 24 giờ
report-risk-days = Trong 2 ngày làm việc
report-risk-open = Đang mở
report-cases-late = Hồ sơ trễ hạn
report-cases-day = Hồ sơ đến hạn trong 24 giờ
report-cases-days = Hồ sơ đến hạn trong 2 ngày làm việc
report-cases-none = Không có hồ sơ nào bạn được xem trong danh sách này.
report-back = Về bàn lãnh đạo
report-sign = Chờ ký
report-sign-none = Không có dự thảo nào chờ bạn ký.
report-sign-outcome = Kết quả
report-sign-kind = Loại kết quả
report-sign-due = Hạn
report-sign-drafted = Người thẩm định
report-sign-open = Xem dự thảo
report-sign-unanimous = Đủ điều kiện, không có ý kiến trái
report-sign-alone = Phải mở và ký riêng: từ chối, có điều kiện không đạt hoặc có ý kiến trái
report-sign-look-act = Xem lại trước khi ký
# $count (String) - how many results
report-sign-look = Xem lại { $count } kết quả trước khi ký
report-sign-look-lead = Bạn ký từng kết quả trong danh sách này. Kết quả vừa thay đổi sẽ không được ký.
# $count (String) - how many results
report-sign-act = Ký { $count } kết quả
# $count (String) - how many were signed
# $asked (String) - how many were chosen
report-sign-result = Đã ký { $count } trên { $asked } kết quả
report-sign-done = Đã ký, chuyển văn thư ban hành.
report-sign-not-yours = Không ký: hồ sơ này không thuộc thẩm quyền ký của bạn.
report-sign-not-done = Chưa ký: hồ sơ vừa thay đổi. Mở hồ sơ để xem lại.
report-title = Báo cáo tình hình giải quyết hồ sơ
# $from (String) - the first day
# $to (String) - the last day
report-period = Từ ngày { $from } đến hết ngày { $to }
# $moment (String) - the moment
report-closed-at = Chốt số liệu: { $moment }
report-from = Từ ngày
report-to = Đến ngày
report-show = Xem
report-csv = Tải CSV
report-xlsx = Tải XLSX
report-cut = Theo
report-name = Tên
report-sum = Tổng cộng
report-by-agency = Theo cơ quan
report-by-procedure = Theo thủ tục
report-by-channel = Theo kênh nộp
report-total = Tổng phải giải quyết
report-total-rule = Kỳ trước chuyển qua cộng tiếp nhận trong kỳ; luôn bằng đã giải quyết cộng rút, dừng và đang giải quyết.
report-carried-over = Kỳ trước chuyển qua
report-received = Tiếp nhận trong kỳ
report-received-rule = Tính theo lúc tiếp nhận và cấp mã hồ sơ; hồ sơ mới gửi chưa tính.
report-resolved = Đã giải quyết
report-on-time = Đúng hạn
report-on-time-rule = Ban hành kết quả đầu tiên không muộn hơn hạn theo pháp luật. Hạn chỉ lùi theo thời gian pháp luật không tính. Từ chối có lý do cũng là kết quả (Nghị định 61, Điều 19.8).
report-late = Trễ hạn, đã xong
report-late-rule = Ban hành sau hạn, hoặc đã phải xin lỗi và hẹn lại: hồ sơ hẹn lại vẫn là trễ dù đạt ngày hẹn mới (Nghị định 61, Điều 19.9).
report-share = Tỷ lệ đúng hạn
report-share-rule = Đúng hạn chia cho đã giải quyết. Hồ sơ đang mở không tính, kể cả khi chưa đến hạn.
report-share-none = –
# $whole (String) - the whole part
# $tenth (String) - the tenth
report-percent = { $whole },{ $tenth }%
report-open = Đang giải quyết
report-open-in-time = Chưa đến hạn
report-open-in-time-rule = Còn mở khi chốt số liệu, hạn còn ở phía trước; chưa ai biết có đúng hạn hay không.
report-open-late = Trễ hạn, đang mở
report-open-late-rule = Còn mở khi chốt số liệu và đã qua hạn, hoặc đã phải hẹn lại; tách khỏi hồ sơ trễ đã xong. Hạn và việc tạm dừng lấy theo hiện nay.
report-paused = Tạm dừng
report-paused-rule = Thời hạn đang dừng theo quy định: chờ bổ sung, chờ nghĩa vụ tài chính, hoặc tạm dừng theo quyết định.
report-withdrawn = Rút
report-stopped = Dừng
report-stopped-rule = Dừng hẳn theo quyết định; rút là theo yêu cầu của người nộp. Cả hai không tính là đã giải quyết.
report-turned-away = Không tiếp nhận
report-turned-away-rule = Từ chối tiếp nhận hoặc người nộp rút trước khi tiếp nhận, trong kỳ. Đứng ngoài phép cân đối vì chưa từng được tiếp nhận.
report-rules = Cách tính
report-register-title = Sổ theo dõi hồ sơ (Mẫu số 07)
report-register-every-desk = Mọi nơi tiếp nhận
# $most (String) - how many lines
report-register-hint = Tệp tải về có tối đa { $most } dòng, tính từ trang đang xem; địa chỉ của phần còn lại ở đầu tệp. Mỗi lần xem hoặc tải đều được ghi vào nhật ký truy cập.
report-register-none = Không có hồ sơ nào được tiếp nhận trong khoảng này trong phạm vi của bạn.
# $address (String) - the address
report-export-rest = Còn hồ sơ chưa có trong tệp này. Mở phần tiếp theo: { $address }
report-register-number = Mã hồ sơ
report-register-applicant = Người nộp
report-register-procedure = Thủ tục
report-register-desk = Nơi tiếp nhận
report-register-received = Tiếp nhận
report-register-due = Hẹn trả
report-register-result = Kết quả
report-register-ended = Ngày có kết quả
report-register-returned = Ngày trả
report-register-signature = Ký nhận
report-register-granted = Đồng ý
report-register-refused = Từ chối có lý do
report-register-late = trễ hạn
