### The calendar of days off and worked.
calendar-nav = Lịch nghỉ
calendar-title = Lịch nghỉ và ngày làm bù
calendar-years = Năm
calendar-none = Năm này chưa có ngày nào được quyết định.
calendar-day = Ngày
calendar-kind = Loại
calendar-off = Nghỉ
calendar-worked = Làm bù
calendar-name = Tên ngày
calendar-name-hint = Ví dụ: Nghỉ phòng, chống bão
calendar-name-missing = Nhập tên ngày, tối đa 200 chữ
calendar-source = Căn cứ
calendar-estimated = Tính theo luật, chờ quyết định chính thức
calendar-proposals = Quyết định về ngày nghỉ, ngày làm bù
calendar-proposals-none = Chưa có quyết định nào ngoài lịch ban đầu.
calendar-days = Các ngày
calendar-state = Đề xuất, phê duyệt
calendar-proposed = Người đề xuất
calendar-waits = Chờ phê duyệt.
calendar-propose = Đề xuất quyết định mới
calendar-propose-lead = Người khác phải phê duyệt thì quyết định mới có hiệu lực. Trước đó, cả hai xem được hồ sơ nào đổi ngày hẹn.
calendar-propose-act = Đề xuất và xem thay đổi
calendar-decree = Số, ký hiệu văn bản
calendar-decree-hint = Ví dụ: 1234/QĐ-TTg
calendar-decree-missing = Nhập số, ký hiệu văn bản, tối đa 200 chữ
calendar-issued-by = Cơ quan ban hành
calendar-issued-by-missing = Nhập cơ quan ban hành, tối đa 200 chữ
calendar-days-off = Ngày nghỉ
calendar-days-hint = Mỗi dòng một ngày, ví dụ 3/12/2026
calendar-days-worked = Ngày làm bù
calendar-days-worked-hint = Ngày nghỉ hằng tuần được làm bù. Mỗi dòng một ngày.
calendar-days-missing = Nhập ít nhất một ngày nghỉ hoặc làm bù, nhiều nhất 60 ngày
calendar-difference = Hồ sơ đang giải quyết thay đổi thế nào
calendar-moves-none = Không hồ sơ nào đổi ngày hẹn.
calendar-case = Mã hồ sơ
calendar-due-now = Hẹn trả hiện nay
calendar-due-then = Hẹn trả nếu phê duyệt
calendar-go-on = Tính tiếp các hồ sơ sau
calendar-approve-note = Phê duyệt là áp dụng ngay cho mọi cơ quan.
calendar-approve-note-rest = Hồ sơ đang giải quyết được tính lại ngày hẹn, người nộp được báo và nhận phiếu hẹn mới; ngày hẹn ban đầu vẫn được giữ.
calendar-approve = Phê duyệt
calendar-decline = Không phê duyệt
calendar-take-back = Rút đề xuất
calendar-own-waits = Bạn đã đề xuất nên người khác phải phê duyệt.
calendar-progress-waiting = Quyết định mới đã được phê duyệt. Việc tính lại ngày hẹn bắt đầu trong ít phút.
# $day (String) - in words
calendar-swapped = đổi với ngày { $day }
# $line (String) - in words
calendar-day-unreadable = “{ $line }” không phải là ngày. Viết theo mẫu 3/12/2026.
# $day (String) - in words
calendar-day-twice = Ngày { $day } được ghi hai lần
# $day (String) - in words
calendar-day-too-far = Ngày { $day } quá xa hôm nay. Kiểm tra lại năm.
# $decree (String) - in words
calendar-proposal-title = Quyết định { $decree }
# $count (String) - in words
calendar-progress-done = Đã tính lại xong ngày hẹn của hồ sơ đang giải quyết ({ $count } hồ sơ).
# $count (String) - in words
# $total (String) - in words
calendar-progress-running = Đã tính lại { $count }/{ $total } hồ sơ.
# $name (String) - in words
# $at (String) - in words
calendar-proposed-by = { $name } đề xuất lúc { $at }.
# $name (String) - in words
# $at (String) - in words
calendar-approved-by = { $name } phê duyệt lúc { $at }.
# $name (String) - in words
# $at (String) - in words
calendar-declined-by = { $name } không phê duyệt lúc { $at }.
# $count (String) - in words
# $total (String) - in words
calendar-looked-at = Đã tính { $count } trong { $total } hồ sơ chưa có kết quả.
# $count (String) - in words
# $later (String) - in words
# $earlier (String) - in words
calendar-moves = { $count } hồ sơ đổi ngày hẹn: { $later } hồ sơ muộn hơn, { $earlier } hồ sơ sớm hơn.
