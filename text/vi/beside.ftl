### What goes on beside the steps of a case.

life-heading = Việc đang làm cùng hồ sơ
life-late = trễ
life-opinion = Lấy ý kiến
life-visit = Xác minh thực địa
life-posting = Niêm yết công khai
life-duty = Nghĩa vụ tài chính
life-side-task = Phần việc của
life-task = Việc liên thông
life-apology = Xin lỗi và hẹn lại
life-stop = Dừng giải quyết
life-correction = Đính chính kết quả
life-revocation = Thu hồi kết quả
life-from-applicant = Tin của người nộp
life-from-office = Tin của cơ quan giải quyết
life-end-goes-on = đang thực hiện
life-end-done = đã xong
life-end-agreed = đồng ý
life-end-disagreed = không đồng ý
life-end-silence = không trả lời trong hạn, coi như đồng ý
life-end-waived = giải quyết tiếp không chờ ý kiến
# $due (String) - moment and day
life-new-date = hẹn lại đến { $due }
# $due (String) - moment and day
life-waits-until = đang chờ, đến { $due }
tracker-status-awaiting-fee = Chờ bạn nộp phí
tracker-status-financial-duty = Chờ nghĩa vụ tài chính
tracker-status-division-review = Phòng đang xem xét
tracker-status-correcting = Đang làm lại kết quả
tracker-status-stopped = Đã dừng giải quyết
tracker-why-involved-agency = Cơ quan được hỏi ý kiến hoặc được giao việc trong hồ sơ
tracker-why-colleague = Người cùng xử lý hồ sơ
