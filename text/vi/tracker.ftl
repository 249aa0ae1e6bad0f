### Following a case: four answers, steps, log, clock.

tracker-cases-title = Hồ sơ của tôi
tracker-cases-none = Bạn chưa có hồ sơ nào
tracker-cases-none-how = Tìm thủ tục bạn cần rồi nộp hồ sơ, hoặc tra cứu một hồ sơ bằng mã.
tracker-cases-running = Đang giải quyết
tracker-cases-closed = Đã xong
tracker-cases-drafts = Bản nháp
tracker-cases-more = Chỉ hiện 50 hồ sơ mới nhất.
# $at (String) - when it was last saved
tracker-draft-saved = Lưu lần cuối lúc { $at }
tracker-draft-discard = Xoá bản nháp

## Where a case is, in the words of a list

tracker-status-sent = Đã gửi, chờ tiếp nhận
tracker-status-supplement-at-intake = Chờ bạn bổ sung
tracker-status-not-accepted = Không được tiếp nhận
tracker-status-recalled = Bạn đã thu hồi
tracker-status-accepted = Đã tiếp nhận
tracker-status-handed-over = Đã chuyển giải quyết
tracker-status-appraisal = Đang thẩm định
tracker-status-supplement-after-appraisal = Chờ bạn bổ sung
tracker-status-leader-signing = Chờ ký
tracker-status-clerk-issuing = Chờ ban hành
tracker-status-ready = Có kết quả
tracker-status-delivered = Đã trả kết quả
tracker-status-withdrawn = Đã rút
tracker-status-answered = Đã bổ sung, chờ kiểm tra
# $when (String) - until when, "trước 16:00 thứ Tư 25/11"
tracker-line-answer = Một cửa trả lời { $when }
# $on (String) - the day, "thứ Tư 02/12"
# $left (String) - how it stands, "Còn 8 ngày"
tracker-line-due = Hẹn trả { $on } · { $left }
tracker-line-paused = Thời hạn tạm dừng, chờ bổ sung
tracker-line-supplement = Mở hồ sơ để xem cần bổ sung gì
tracker-line-ready = Kết quả đang chờ bạn nhận
# $on (String) - the day it was sent
tracker-line-sent = Nộp ngày { $on }

## The four answers

# $number (String) - the case number
tracker-number = Mã hồ sơ { $number }
# $reference (String) - the reference of the sending
tracker-reference = Mã biên nhận { $reference }
tracker-received-yes = Đã tiếp nhận
# $at (String) - the moment
# $desk (String) - the desk
tracker-received-yes-detail = { $at }, { $desk }
tracker-received-sent = Đã gửi, chưa tiếp nhận
# $at (String) - the moment
# $desk (String) - the desk
tracker-received-sent-detail = { $at }, đến { $desk }
tracker-received-supplement = Chưa tiếp nhận
tracker-received-supplement-detail = Một cửa cần bạn bổ sung trước
tracker-received-no = Không được tiếp nhận
tracker-received-recalled = Bạn đã thu hồi
tracker-holder-applicant = Bạn
tracker-holder-applicant-detail = Hồ sơ chờ bạn bổ sung
tracker-holder-receiving-officer = Cán bộ tiếp nhận
tracker-holder-division-head = Lãnh đạo phòng
tracker-holder-specialist = Chuyên viên thụ lý
tracker-holder-signatory = Người có thẩm quyền ký
tracker-holder-clerk = Văn thư
tracker-holder-returning-officer = Cán bộ trả kết quả
tracker-holder-nobody = Không ai
tracker-holder-nobody-detail = Hồ sơ đã kết thúc
tracker-next-desk-answers = Một cửa trả lời bạn
tracker-next-desk-answers-detail = Tiếp nhận, hoặc hỏi thêm một lần cho đủ
tracker-next-you-complete = Bạn bổ sung
tracker-next-you-complete-detail = Sau đó hồ sơ được giải quyết tiếp
tracker-next-desk-checks-answer = Một cửa kiểm tra phần bổ sung
tracker-next-desk-checks-answer-detail = Bạn không phải làm gì
tracker-next-hand-over = Chuyển đến nơi giải quyết
tracker-next-hand-over-detail = Trong ngày làm việc; nhận sau 15:00 thì đầu ngày làm việc sau
tracker-next-assign = Giao cho chuyên viên
tracker-next-assign-detail = Bạn sẽ thấy tên người giữ hồ sơ
tracker-next-examine = Thẩm định và dự thảo kết quả
tracker-next-examine-detail = Bạn không cần có mặt
tracker-next-sign = Ký kết quả
tracker-next-sign-detail = Người có thẩm quyền xem lần cuối
tracker-next-issue = Cấp số và ban hành
tracker-next-issue-detail = Sau đó kết quả được trả cho bạn
tracker-next-collect = Bạn nhận kết quả
tracker-next-collect-detail = Lúc nào tiện cho bạn
tracker-next-nothing = Không còn bước nào
tracker-next-nothing-detail = Giấy tờ của hồ sơ vẫn xem được ở đây
tracker-when-none = Chưa có ngày hẹn
tracker-when-none-detail = Ngày hẹn trả có khi hồ sơ được tiếp nhận
tracker-when-answer-detail = Một cửa phải trả lời bạn trước lúc này
tracker-when-paused = Thời hạn tạm dừng
tracker-when-paused-detail = Ngày hẹn được tính lại khi nhận đủ bổ sung
# $at (String) - the hour, "17:00"
# $left (String) - how it stands, "Còn 8 ngày"
tracker-when-due-detail = Trước { $at }. { $left }
# $on (String) - the last day by law
tracker-when-promise-detail = Thành phố cam kết. Luật cho đến { $on }
# $late (String) - how late, "1 ngày"
tracker-when-late = Hồ sơ trễ { $late }. Thành phố xin lỗi bạn.
tracker-when-done = Đã xong
# $at (String) - when it was issued
tracker-when-done-on-time = Ban hành { $at }, đúng hạn
# $at (String) - when it was issued
tracker-when-done-late = Ban hành { $at }, trễ hạn. Thành phố xin lỗi bạn.
tracker-when-closed = Đã kết thúc
tracker-when-closed-detail = Hồ sơ không còn thời hạn nào

## Your part

tracker-part-nothing = Bạn không phải làm gì lúc này.
tracker-part-nothing-detail = Khi có việc cần bạn, chúng tôi báo trong Thư báo và qua thư điện tử nếu bạn đã cho địa chỉ.
tracker-part-closed = Bạn không phải làm gì thêm.
# $count (Number) - how many things
tracker-part-supplement = Bạn cần bổ sung { $count } mục.
# $when (String) - until when
tracker-part-supplement-by = Làm { $when }.
tracker-part-supplement-any = Khi chưa nhận đủ bổ sung, hồ sơ chưa được giải quyết tiếp.
tracker-part-supplement-act = Bổ sung hồ sơ
tracker-part-take = Kết quả của bạn đã có.
tracker-part-take-detail = Nhận bản điện tử ngay tại đây.
tracker-part-take-act = Nhận kết quả điện tử
tracker-part-desk = Kết quả của bạn đã có.
# $desk (String) - the desk
tracker-part-desk-detail = Đến nhận tại { $desk }, mang theo căn cước.
tracker-part-rate = Bạn thấy lần giải quyết này thế nào?
tracker-part-rate-detail = Một câu hỏi, không bắt buộc.
tracker-part-rate-act = Đánh giá
tracker-refused = Lý do không được tiếp nhận hoặc không được giải quyết:

## Steps and log

tracker-steps = Hồ sơ đang ở đâu
tracker-step-receive = Tiếp nhận
tracker-step-hand-over = Chuyển giải quyết
tracker-step-examine = Thẩm định
tracker-step-sign = Ký và ban hành
tracker-step-return = Trả kết quả
tracker-step-paused = Tạm dừng để bổ sung hồ sơ
tracker-log = Mọi việc đã diễn ra
tracker-log-you = Bạn
tracker-log-rule = Hệ thống, theo quy định
tracker-event-sent = Bạn gửi hồ sơ
tracker-event-recalled = Bạn thu hồi hồ sơ
tracker-event-accepted = Một cửa tiếp nhận hồ sơ, cấp mã và ngày hẹn trả
tracker-event-number-assigned = Cấp mã hồ sơ
tracker-event-intake-refused = Một cửa không tiếp nhận hồ sơ
tracker-event-supplement-requested = Yêu cầu bổ sung
tracker-event-supplement-answered = Bạn gửi phần bổ sung
tracker-event-supplement-confirmed = Phần bổ sung đã đủ
tracker-event-handed-over = Chuyển hồ sơ đến nơi giải quyết
tracker-event-assigned = Giao cho chuyên viên
tracker-event-examined = Thẩm định xong
tracker-event-outcome-drafted = Dự thảo kết quả, trình ký
tracker-event-sent-back = Người ký trả lại dự thảo
tracker-event-outcome-signed = Đã ký kết quả
tracker-event-outcome-issued = Đã ban hành kết quả
tracker-event-result-returned = Đã trả kết quả
tracker-event-withdrawal-asked = Bạn xin rút hồ sơ
tracker-event-withdrawal-declined = Đề nghị rút không được chấp nhận
tracker-event-withdrawn = Hồ sơ đã rút
tracker-event-calendar-decision-applied = Ngày hẹn tính lại theo lịch nghỉ mới
tracker-event-service-rated = Bạn đánh giá
tracker-role-receiving-officer = cán bộ tiếp nhận
tracker-role-specialist = chuyên viên thụ lý
tracker-role-division-head = lãnh đạo phòng
tracker-role-head = người có thẩm quyền ký
tracker-role-clerk = văn thư
tracker-role-returning-officer = cán bộ trả kết quả
tracker-role-finance = kế toán
tracker-role-centre-director = giám đốc trung tâm
tracker-role-catalogue-admin = quản trị thủ tục
tracker-role-administrator = quản trị kỹ thuật
tracker-role-watcher = trung tâm điều hành

## The clock

tracker-clock = Thời hạn tính thế nào
# $limit (String) - the limit by law
tracker-clock-law = Luật cho phép { $limit }, tính từ khi tiếp nhận.
# $limit (String) - the promise
# $on (String) - the promised day
tracker-clock-promise = Thành phố cam kết { $limit }: { $on }.
# $on (String) - the day it was due at first
tracker-clock-original = Ngày hẹn lúc đầu: { $on }.
# $on (String) - the day it is due now
tracker-clock-current = Ngày hẹn đã báo cho bạn: { $on }.
tracker-clock-days = Xem cách tính từng ngày
tracker-clock-day = Ngày
tracker-clock-what = Tính hay không, vì sao
tracker-clock-today = hôm nay
# $at (String) - the hour
tracker-day-started = Bắt đầu tính từ { $at }; ngày này chưa đếm
# $at (String) - the hour
tracker-day-started-hours = Bắt đầu tính từ { $at }
# $at (String) - the hour
tracker-day-restarted = Tính lại từ đầu, từ { $at }, vì đã nhận đủ bổ sung
# $number (String) - the how manieth
tracker-day-counted = Ngày làm việc thứ { $number }
# $number (String) - the how manieth
tracker-day-counted-swapped = Ngày làm việc thứ { $number } (làm bù)
# $time (String) - how much of the day
tracker-day-used = Tính { $time }
# $why (String) - the reason
tracker-day-skipped = Không tính: { $why }
# $why (String) - the reason
tracker-day-waited = Chưa bắt đầu: { $why }
# $why (String) - the reason
tracker-day-rolled = Hết hạn rơi vào ngày này nhưng được dời: { $why }
# $time (String) - how much
# $why (String) - the ground
tracker-day-excluded = Trừ { $time }: { $why }
# $at (String) - the new moment
tracker-day-extended = Thành phố xin lỗi và hẹn lại: { $at }
# $at (String) - the hour
tracker-day-due = Hết hạn lúc { $at }
tracker-rest-weekly = nghỉ hằng tuần
tracker-rest-half-day = làm nửa ngày, không phải ngày làm việc
# $name (String) - the holiday
tracker-rest-holiday = nghỉ lễ, { $name }
# $name (String) - the holiday
tracker-rest-holiday-estimated = nghỉ lễ, { $name } (lịch dự kiến)
# $name (String) - the occasion
# $with (String) - the day worked instead
tracker-rest-swapped = nghỉ hoán đổi, { $name }, làm bù { $with }
tracker-wait-outside-hours = nhận ngoài giờ làm việc
tracker-wait-after-cut-off = nhận sau 15:00
tracker-ground-supplement-awaited = chờ bạn bổ sung
tracker-ground-financial-duty = chờ thực hiện nghĩa vụ tài chính
tracker-ground-third-party-confirmation = chờ người khác xác nhận
tracker-ground-announced-outage = hệ thống ngừng có thông báo trước
tracker-ground-appraisal-suspended = tạm dừng thẩm định theo luật
tracker-ground-opinion-awaited = chờ ý kiến cơ quan khác
tracker-ground-field-verification = xác minh thực địa
tracker-ground-stopped-by-decision = dừng theo quyết định

## Papers and other acts

tracker-papers = Giấy tờ của hồ sơ
tracker-papers-none = Giấy tờ được lập trong ít phút sau mỗi bước.
tracker-paper-sending-receipt = Xác nhận đã gửi hồ sơ
tracker-paper-form-01 = Giấy tiếp nhận hồ sơ và hẹn trả kết quả
tracker-paper-form-02 = Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ
tracker-paper-form-03 = Phiếu từ chối tiếp nhận giải quyết hồ sơ
tracker-paper-form-06 = Phiếu kiểm soát quá trình giải quyết hồ sơ
tracker-paper-outcome = Kết quả
# $at (String) - when it was made
tracker-paper-detail = PDF, lập { $at }
tracker-other = Việc khác
# $count (String) - how many times
tracker-looks = Ai đã xem dữ liệu của tôi ({ $count } lượt ở hồ sơ này)
tracker-withdraw = Rút hồ sơ
tracker-recall = Thu hồi hồ sơ
# $score (String) - one to five
tracker-rated = Bạn đã đánh giá { $score } trên 5. Cảm ơn bạn.
tracker-withdrawal-waits = Bạn đã xin rút hồ sơ. Cơ quan giải quyết sẽ trả lời bạn.

## Supplement, recall, withdrawal, rating

tracker-supplement-title = Bổ sung hồ sơ
tracker-supplement-lead = Bổ sung từng mục dưới đây rồi gửi một lần. Những phần khác của hồ sơ giữ nguyên.
tracker-supplement-reason = Cán bộ ghi:
# $name (String) - the file's name
tracker-supplement-new-file = Tải lên tệp mới cho { $name }
tracker-supplement-files-hint = Ảnh JPEG, PNG hoặc PDF, mỗi tệp dưới 20 MB. Tệp mới thay cho những tệp đã nộp của giấy này.
# $name (String) - the paper
tracker-supplement-file-missing = Tải lên { $name }
tracker-supplement-send = Gửi phần bổ sung
tracker-supplement-later = Chưa gửi, để sau
tracker-recall-title = Thu hồi hồ sơ này?
tracker-recall-body = Hồ sơ chưa được tiếp nhận, nên bạn thu hồi được ngay. Sau đó một cửa không xem hồ sơ này nữa; muốn làm lại, bạn nộp hồ sơ mới.
tracker-recall-act = Thu hồi hồ sơ
tracker-keep = Giữ hồ sơ
tracker-withdraw-title = Xin rút hồ sơ
tracker-withdraw-body = Hồ sơ đã được tiếp nhận, nên cơ quan giải quyết phải đồng ý. Thời hạn vẫn chạy cho đến khi có trả lời.
tracker-withdraw-reason = Vì sao bạn rút?
tracker-withdraw-act = Gửi đề nghị rút hồ sơ
tracker-rate-title = Bạn thấy lần giải quyết này thế nào?
tracker-rate-hint = Cán bộ không thấy tên bạn bên cạnh điểm này. Kết quả của bạn không phụ thuộc vào đánh giá.
tracker-rate-5 = Rất hài lòng
tracker-rate-4 = Hài lòng
tracker-rate-3 = Bình thường
tracker-rate-2 = Không hài lòng
tracker-rate-1 = Rất không hài lòng
tracker-rate-missing = Chọn một mức đánh giá
tracker-rate-act = Gửi đánh giá

## Progress for everybody who knows a number

tracker-track-title = Tra cứu hồ sơ
tracker-track-lead = Chỉ hiện trạng thái và ngày hẹn, không hiện thông tin cá nhân.
tracker-track-label = Mã hồ sơ hoặc mã biên nhận
tracker-track-hint = Ví dụ GN-7K3MX-92QX4 hoặc H17.20194-261125-0042
tracker-track-act = Xem hồ sơ
tracker-track-empty = Nhập mã hồ sơ hoặc mã biên nhận
tracker-track-unknown = Không có hồ sơ nào mang mã này. Xem lại từng chữ, từng số
tracker-track-yours = Hồ sơ này của bạn? Đăng nhập để xem đầy đủ.
tracker-track-open = Mở hồ sơ
tracker-national-1 = Mới đăng ký
tracker-national-2 = Được tiếp nhận
tracker-national-3 = Không được tiếp nhận
tracker-national-4 = Đang xử lý
tracker-national-5 = Yêu cầu bổ sung giấy tờ
tracker-national-6 = Yêu cầu thực hiện nghĩa vụ tài chính
tracker-national-7 = Công dân yêu cầu rút hồ sơ
tracker-national-8 = Dừng xử lý
tracker-national-9 = Đã xử lý xong
tracker-national-10 = Đã trả kết quả

## Notices

tracker-notices-title = Thư báo
tracker-notices-lead = Chúng tôi báo ở đây khi hồ sơ được tiếp nhận, cần bạn bổ sung hoặc có kết quả.
tracker-notices-none = Chưa có thư báo nào.
tracker-notice-sent = Đã gửi hồ sơ. Một cửa trả lời trong 8 giờ làm việc
tracker-notice-accepted = Hồ sơ đã được tiếp nhận, có mã và ngày hẹn trả
tracker-notice-intake-refused = Hồ sơ không được tiếp nhận, lý do ghi trong hồ sơ
tracker-notice-supplement-at-intake = Cần bạn bổ sung trước khi hồ sơ được tiếp nhận
tracker-notice-supplement-after-appraisal = Cần bạn bổ sung để hồ sơ được giải quyết tiếp
tracker-notice-supplement-confirmed = Phần bổ sung đã đủ, hồ sơ được giải quyết tiếp
tracker-notice-ready = Đã có kết quả, mời bạn nhận
tracker-notice-returned = Đã trả kết quả
tracker-notice-withdrawn = Hồ sơ đã được rút theo đề nghị của bạn
tracker-notice-withdrawal-declined = Đề nghị rút hồ sơ không được chấp nhận
tracker-notice-due-date-moved = Ngày hẹn trả đã tính lại theo lịch nghỉ mới

## The account

tracker-account-title = Tài khoản của bạn
tracker-account-lead = Thông tin này lấy từ tài khoản bạn dùng để đăng nhập. Thấy sai, hãy sửa ở tài khoản đó; cổng này không sửa được.
tracker-account-name = Họ, chữ đệm và tên
tracker-account-number = Số định danh cá nhân
tracker-account-born = Ngày sinh
tracker-account-phone = Điện thoại
tracker-account-email = Thư điện tử
tracker-account-unknown = Chưa có
tracker-account-looks = Ai đã xem dữ liệu của tôi
tracker-account-privacy = Thành phố giữ gì về bạn, và quyền của bạn
tracker-looks-title = Ai đã xem dữ liệu của tôi
tracker-looks-lead = Cán bộ mở hồ sơ hoặc giấy tờ của bạn lần nào, lần đó được ghi lại ở đây. Thấy lượt xem lạ, hãy gọi 1022.
tracker-looks-none = Chưa có ai xem dữ liệu của bạn.
tracker-looks-when = Lúc nào
tracker-looks-who = Ai
tracker-looks-what = Xem gì
tracker-looks-why = Vì sao
tracker-looked-case = Toàn bộ hồ sơ
tracker-looked-paper = Một giấy tờ
tracker-looked-list = Tên trong danh sách
tracker-why-own-case = Hồ sơ của chính bạn
tracker-why-receiving-desk = Nơi tiếp nhận hồ sơ
tracker-why-deciding-agency = Cơ quan giải quyết hồ sơ
tracker-why-holder = Người đang giữ hồ sơ
tracker-why-office = Nhiệm vụ được giao
tracker-why-rule = Theo quy định
