### The officers' pages: inbox, case, acts.
office-sign-in-title = Đăng nhập dành cho cán bộ
office-sign-in-how = Dùng khoá truy cập trên máy hoặc điện thoại của bạn. Không có mật khẩu nào phải nhớ.
office-sign-in-button = Đăng nhập bằng khoá truy cập
office-sign-in-lost = Mất máy hoặc chưa có khoá truy cập: xin người quản trị của cơ quan một liên kết mời mới.
office-passkey-failed = Chưa xác nhận được khoá truy cập. Hãy thử lại, hoặc xin một liên kết mời mới.
office-passkey-script = Khoá truy cập cần JavaScript. Hãy bật JavaScript rồi tải lại trang này.
office-invitation-title = Tạo khoá truy cập của bạn
# $name (String) - the member of staff
office-invitation-for = Liên kết này dành cho { $name }.
office-invitation-how = Khoá truy cập nằm trong máy của bạn và thay cho mật khẩu. Liên kết chỉ dùng được một lần.
office-invitation-button = Tạo khoá truy cập
