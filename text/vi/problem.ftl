### When the machine cannot: what is safe, when it will work, whom to call.

problem-incident = Mã sự cố
problem-home = Về trang đầu
# $basis (String) - the text of law
problem-legal-basis = Căn cứ: { $basis }
problem-not-found-title = Không tìm thấy trang này
problem-not-found-body = Địa chỉ có thể đã gõ sai, hoặc trang này chỉ người liên quan mới xem được.
problem-not-found-next = Kiểm tra lại địa chỉ, hoặc tìm thủ tục và hồ sơ từ trang đầu.
problem-sign-in-title = Bạn cần đăng nhập
problem-sign-in-body = Trang này chứa thông tin của riêng bạn.
problem-sign-in-next = Đăng nhập rồi mở lại trang này.
problem-denied-title = Việc này không thuộc nhiệm vụ của bạn
problem-denied-body = Vai trò của bạn không được giao việc này. Chưa có gì thay đổi.
problem-denied-next = Nếu bạn cần làm việc này, hãy hỏi người quản trị của cơ quan.
problem-refused-title = Chưa làm được việc này
problem-changed-title = Hồ sơ vừa được người khác cập nhật
problem-changed-body = Việc bạn vừa làm chưa được ghi, để không đè lên việc của người kia.
problem-changed-next = Mở lại hồ sơ, xem thay đổi rồi làm lại.
problem-unusable-title = Chưa nhận được yêu cầu này
problem-unusable-body = Một phần của yêu cầu còn thiếu, đã cũ hoặc đã dùng rồi. Những gì đã lưu vẫn còn.
problem-unusable-next = Quay lại trang trước, tải lại rồi thử lần nữa.
problem-busy-title = Hệ thống đang bận
problem-busy-body = Yêu cầu của bạn chưa được ghi. Những gì đã lưu vẫn còn.
problem-busy-next = Đợi vài giây rồi thử lại. Thử lại không tạo ra hồ sơ thứ hai.
problem-failed-title = Chưa làm được, do lỗi của hệ thống
problem-failed-body = Những gì bạn đã lưu vẫn còn. Lỗi đã được ghi lại cho người trực.
problem-failed-next = Thử lại sau ít phút. Nếu vẫn lỗi, gọi 1022 và đọc mã sự cố.
