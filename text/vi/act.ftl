### Acts of the office, its steps and what happened, beyond the plain path.

office-act-receive = Tiếp nhận tại quầy
office-act-ask-fee = Yêu cầu nộp phí trước
office-act-record-retrieval-failure = Ghi nhận không khai thác được dữ liệu
office-act-take-over = Nhận hồ sơ chuyển đến
office-act-take-back = Thu hồi phân công
office-act-give-back = Trả lại người phân công
office-act-return-to-desk = Trả lại bộ phận một cửa
office-act-forward = Chuyển song song
office-act-finish-forward = Hoàn thành phần việc
office-act-undo-move = Hoàn tác
office-act-ask-opinion = Lấy ý kiến
office-act-give-opinion = Cho ý kiến
office-act-take-silence = Ghi nhận im lặng là đồng ý
office-act-proceed-without-opinion = Tiếp tục không chờ ý kiến
office-act-plan-visit = Hẹn xác minh thực địa
office-act-record-visit = Ghi biên bản xác minh
office-act-post-publicly = Niêm yết công khai
office-act-end-posting = Kết thúc niêm yết
office-act-ask-financial-duty = Chuyển thông tin nghĩa vụ tài chính
office-act-notify-duty = Ghi thông báo nộp tiền
office-act-confirm-duty = Xác nhận đã nộp tiền
office-act-initial = Ký nháy, trình lãnh đạo
office-act-give-immediately = Trả kết quả ngay
office-act-dispatch = Gửi bưu điện
office-act-propose-apology = Đề xuất xin lỗi, gia hạn
office-act-apologise = Xin lỗi và hẹn lại
office-act-stop = Dừng giải quyết
office-act-resume = Tiếp tục giải quyết
office-act-ask-withdrawal = Ghi nhận đề nghị rút hồ sơ
office-act-open-correction = Đính chính, cấp lại kết quả
office-act-revoke-outcome = Thu hồi kết quả
office-act-archive = Lưu trữ
office-act-write-message = Gửi trao đổi
office-act-open-tasks = Giao việc liên thông
office-act-finish-task = Hoàn thành việc liên thông
office-act-apologise-task = Xin lỗi phần việc chậm
office-act-take-payment = Thu tiền
office-act-relieve-charge = Miễn, giảm
office-act-ask-refund = Đề nghị hoàn tiền
office-act-decide-refund = Quyết định hoàn tiền
office-act-reconcile = Đối soát
# $case (String) - the case
office-done-receive = Đã tiếp nhận tại quầy hồ sơ { $case }.
# $case (String) - the case
office-done-ask-fee = Đã yêu cầu nộp phí cho hồ sơ { $case }.
# $case (String) - the case
office-done-record-retrieval-failure = Đã ghi nhận không khai thác được dữ liệu cho hồ sơ { $case }.
# $case (String) - the case
office-done-take-over = Đã nhận hồ sơ { $case } chuyển đến.
# $case (String) - the case
office-done-take-back = Đã thu hồi phân công hồ sơ { $case }.
# $case (String) - the case
office-done-give-back = Đã trả lại hồ sơ { $case } cho người phân công.
# $case (String) - the case
office-done-return-to-desk = Đã trả lại hồ sơ { $case } cho bộ phận một cửa.
# $case (String) - the case
office-done-forward = Đã chuyển song song hồ sơ { $case }.
# $case (String) - the case
office-done-finish-forward = Đã hoàn thành phần việc trong hồ sơ { $case }.
# $case (String) - the case
office-done-undo-move = Đã hoàn tác việc vừa làm với hồ sơ { $case }.
# $case (String) - the case
office-done-ask-opinion = Đã gửi phiếu lấy ý kiến của hồ sơ { $case }.
# $case (String) - the case
office-done-give-opinion = Đã gửi ý kiến về hồ sơ { $case }.
# $case (String) - the case
office-done-take-silence = Đã ghi nhận im lặng là đồng ý trong hồ sơ { $case }.
# $case (String) - the case
office-done-proceed-without-opinion = Đã tiếp tục hồ sơ { $case } không chờ ý kiến.
# $case (String) - the case
office-done-plan-visit = Đã hẹn xác minh thực địa cho hồ sơ { $case }.
# $case (String) - the case
office-done-record-visit = Đã ghi biên bản xác minh của hồ sơ { $case }.
# $case (String) - the case
office-done-post-publicly = Đã niêm yết hồ sơ { $case }.
# $case (String) - the case
office-done-end-posting = Đã kết thúc niêm yết hồ sơ { $case }.
# $case (String) - the case
office-done-ask-financial-duty = Đã gửi phiếu chuyển thông tin của hồ sơ { $case }.
# $case (String) - the case
office-done-notify-duty = Đã ghi thông báo nộp tiền của hồ sơ { $case }.
# $case (String) - the case
office-done-confirm-duty = Đã xác nhận nghĩa vụ tài chính của hồ sơ { $case }.
# $case (String) - the case
office-done-initial = Đã ký nháy hồ sơ { $case }.
# $case (String) - the case
office-done-give-immediately = Đã trả kết quả ngay cho hồ sơ { $case }.
# $case (String) - the case
office-done-dispatch = Đã gửi bưu điện kết quả hồ sơ { $case }.
# $case (String) - the case
office-done-propose-apology = Đã đề xuất xin lỗi, gia hạn hồ sơ { $case }.
# $case (String) - the case
office-done-apologise = Đã xin lỗi và hẹn lại hồ sơ { $case }.
# $case (String) - the case
office-done-stop = Đã dừng giải quyết hồ sơ { $case }.
# $case (String) - the case
office-done-resume = Hồ sơ { $case } được giải quyết tiếp.
# $case (String) - the case
office-done-ask-withdrawal = Đã ghi nhận đề nghị rút hồ sơ { $case }.
# $case (String) - the case
office-done-open-correction = Đã mở đính chính kết quả hồ sơ { $case }.
# $case (String) - the case
office-done-revoke-outcome = Đã thu hồi kết quả hồ sơ { $case }.
# $case (String) - the case
office-done-archive = Đã lưu trữ hồ sơ { $case }.
# $case (String) - the case
office-done-write-message = Đã gửi trao đổi trong hồ sơ { $case }.
# $case (String) - the case
office-done-open-tasks = Đã giao việc liên thông của hồ sơ { $case }.
# $case (String) - the case
office-done-finish-task = Đã hoàn thành việc liên thông của hồ sơ { $case }.
# $case (String) - the case
office-done-apologise-task = Đã xin lỗi phần việc chậm của hồ sơ { $case }.
# $case (String) - the case
office-done-take-payment = Đã thu tiền hồ sơ { $case }.
# $case (String) - the case
office-done-relieve-charge = Đã miễn, giảm cho hồ sơ { $case }.
# $case (String) - the case
office-done-ask-refund = Đã đề nghị hoàn tiền hồ sơ { $case }.
# $case (String) - the case
office-done-decide-refund = Đã quyết định việc hoàn tiền hồ sơ { $case }.
# $case (String) - the case
office-done-reconcile = Đã đối soát khoản thu của hồ sơ { $case }.
office-step-awaiting-fee = Chờ nộp phí
office-step-financial-duty = Nghĩa vụ tài chính
office-step-division-review = Phòng xem xét
office-step-correcting = Đính chính
office-step-stopped = Đã dừng
office-event-fee-asked = Yêu cầu nộp phí trước khi tiếp nhận
office-event-retrieval-failed = Không khai thác được dữ liệu
office-event-taken-over = Nơi có thẩm quyền nhận hồ sơ
office-event-taken-back = Thu hồi phân công
office-event-given-back = Trả lại người phân công
office-event-returned-to-desk = Trả lại bộ phận một cửa
office-event-forwarded = Chuyển song song
office-event-forward-finished = Hoàn thành phần việc
office-event-move-undone = Hoàn tác
office-event-opinion-asked = Lấy ý kiến
office-event-opinion-given = Có ý kiến
office-event-silence-taken = Im lặng là đồng ý
office-event-opinion-waived = Tiếp tục không chờ ý kiến
office-event-visit-planned = Hẹn xác minh thực địa
office-event-visit-recorded = Biên bản xác minh thực địa
office-event-posting-begun = Niêm yết công khai
office-event-posting-ended = Kết thúc niêm yết
office-event-financial-duty-asked = Chuyển thông tin nghĩa vụ tài chính
office-event-duty-notified = Thông báo nộp tiền
office-event-duty-proved = Người nộp gửi chứng từ nộp tiền
office-event-duty-met = Hoàn thành nghĩa vụ tài chính
office-event-outcome-initialled = Ký nháy
office-event-result-dispatched = Gửi bưu điện
office-event-delivery-reported = Bưu điện báo
office-event-apology-proposed = Đề xuất xin lỗi, gia hạn
office-event-apologised = Xin lỗi và hẹn lại
office-event-stopped = Dừng giải quyết
office-event-resumed = Tiếp tục giải quyết
office-event-correction-opened = Mở đính chính kết quả
office-event-outcome-revoked = Thu hồi kết quả
office-event-archived = Lưu trữ
office-event-message-written = Trao đổi
office-event-tasks-opened = Giao việc liên thông
office-event-task-started = Bắt đầu việc liên thông
office-event-task-finished = Hoàn thành việc liên thông
office-event-task-apologised = Xin lỗi phần việc chậm
office-event-payment-started = Người nộp bắt đầu thanh toán
office-event-payment-failed = Thanh toán không thành công
office-event-payment-unclear = Chưa rõ kết quả thanh toán
office-event-payment-taken = Đã thu tiền
office-event-payment-doubled = Thu trùng, phải hoàn
office-event-charge-relieved = Miễn, giảm
office-event-refund-asked = Đề nghị hoàn tiền
office-event-refund-decided = Quyết định hoàn tiền
office-event-payment-reconciled = Đối soát
office-event-exchange-reported = Trao đổi với cơ quan ngoài
