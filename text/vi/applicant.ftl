### What the applicant does with a running case beyond the plain path.

# $amount (String) - in đồng
applicant-pay = Nộp phí { $amount } đồng
# $desk (String) - the one-stop centre
applicant-pay-detail = Nộp tại { $desk }. Sau đó hồ sơ được tiếp nhận và có ngày hẹn trả.
# $amount (String) - in đồng
applicant-duty = Nộp { $amount } đồng theo thông báo của cơ quan thuế
# $notice (String) - number of the notice
applicant-duty-detail = Thông báo nộp tiền số { $notice }. Nộp xong, gửi ảnh hoặc bản chụp chứng từ; thời hạn giải quyết tạm dừng đến lúc đó.
applicant-duty-act = Gửi chứng từ nộp tiền
applicant-duty-file = Chứng từ nộp tiền
applicant-duty-missing = Chọn ảnh hoặc tệp chứng từ nộp tiền
applicant-post = Kết quả gửi qua bưu điện
applicant-post-waits = Quầy trả kết quả sẽ gửi và báo bạn mã bưu gửi.
# $number (String) - the carrier's
applicant-post-number = Mã bưu gửi: { $number }
applicant-message = Nhắn người đang giữ hồ sơ
applicant-message-title = Nhắn người đang giữ hồ sơ
applicant-message-body = Tin nhắn được lưu trong hồ sơ. Bạn được báo khi có trả lời.
applicant-message-words = Bạn muốn nhắn gì?
applicant-message-missing = Ghi điều bạn muốn nhắn
applicant-message-act = Gửi tin nhắn
# $desk (String) - the one-stop centre
applicant-pay-result-detail = Nộp tại { $desk } trước khi nhận kết quả.
