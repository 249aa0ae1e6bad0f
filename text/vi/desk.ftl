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
