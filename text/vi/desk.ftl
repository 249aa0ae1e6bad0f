### The officers' desk: what is next, what went wrong at a form, what was done.
# $name (String) - the member of staff
desk-staff-added = Đã thêm { $name }.
desk-staff-added-next = Người này chưa đăng nhập được. Việc tiếp theo: tạo liên kết mời và đưa tận tay; họ mở liên kết trên máy của mình để tạo khoá truy cập.
desk-invitation-own-title = Bạn không dùng được liên kết mời do chính mình tạo
desk-invitation-own-body = Tài khoản phải qua tay hai người: người quản trị tạo liên kết, người được mời tự mở. Lần mở này đã được ghi lại; liên kết vẫn còn dùng được.
desk-invitation-own-next = Đưa liên kết cho người được mời. Họ mở trên máy của mình.
# $condition (String) - the condition
desk-condition-missing = Chọn Đạt hoặc Không đạt: { $condition }
# $days (String) - how many days, in words
desk-case-late-by = Ban hành trễ { $days }
desk-case-before = trước
desk-case-after = sau
desk-next-work = Việc kế tiếp
desk-keys-beside = hồ sơ sau, trước
desk-keys-give = chọn người được giao

## The inbox

desk-views = Bộ lọc đã lưu
desk-filter = Lọc
desk-filter-clear = Bỏ lọc
desk-filter-procedure = Mọi thủ tục
desk-filter-channel = Mọi kênh nộp
desk-filter-desk = Mọi nơi nộp
desk-view-keep = Lưu bộ lọc
desk-view-change = Sửa bộ lọc này
desk-view-name = Tên bộ lọc
desk-view-hint = Chỉ bạn thấy bộ lọc này.
desk-view-name-missing = Nhập tên bộ lọc, tối đa 60 chữ
desk-view-name-taken = Tên này đã có, hoặc bộ lọc vừa được sửa ở cửa sổ khác. Chọn tên khác.
desk-view-too-many = Bạn đã có 20 bộ lọc. Xoá một bộ lọc cũ trước.
# $name (String) - the view
desk-view-discard = Xoá bộ lọc “{ $name }”
# $typed (String) - what was looked for
desk-found-title = Hồ sơ của “{ $typed }”
# $count (String) - how many cases, in words
desk-found-lead = { $count } trong phạm vi của bạn. Lần tìm này đã được ghi vào nhật ký truy cập của người nộp.
# $typed (String) - what was looked for
# $most (String) - how many cases a search shows
desk-found-too-many = Có hơn { $most } hồ sơ hoặc quá nhiều người khớp với “{ $typed }”, nên không hiện hồ sơ nào.
desk-found-too-many-next = Gõ đủ họ và tên, hoặc số định danh 12 chữ số.
# $typed (String) - what was looked for
desk-found-too-little = “{ $typed }” chưa đủ để tìm.
desk-found-too-little-next = Gõ mã hồ sơ, ít nhất hai chữ của họ tên, hoặc số định danh 12 chữ số.

## The case

desk-note = Ghi chú riêng của bạn
desk-note-hint = Chỉ bạn đọc được. Không vào hồ sơ, không vào nhật ký.
desk-note-keep = Lưu ghi chú
# $most (String) - the longest note, in letters
desk-note-too-long = Rút ghi chú còn { $most } chữ cái trở xuống
# $stands (String) - the note as it is kept now
desk-note-changed = Ghi chú vừa được sửa ở cửa sổ khác, nay là: “{ $stands }”. Lưu lần nữa để thay bằng lời dưới đây.
desk-case-filed-again = Người này còn hồ sơ khác cùng thủ tục
# $case (String) - the case
# $step (String) - where it is
# $day (String) - the day it was sent
desk-case-filed-again-line = { $case } · { $step } · nộp { $day }
desk-case-time-open = Thời gian mở hồ sơ
# $minutes (String) - how many minutes, in words
# $times (Number) - how often it was opened
desk-case-time-open-value = { $minutes } qua { $times } lần mở; mỗi lần tính tối đa 15 phút. Chỉ thủ trưởng thấy con số này.

## Before a resident sends

desk-filed-already = Bạn đã nộp hồ sơ cùng thủ tục này.
desk-filed-already-next = Nếu là cùng một việc, bạn không cần nộp lại; hãy xem hồ sơ đã nộp.
# $case (String) - the case
# $day (String) - the day it was sent
desk-filed-already-line = { $case }, nộp { $day }
