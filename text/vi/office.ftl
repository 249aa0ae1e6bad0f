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

## The frame

office-nav-desk = Bàn làm việc
office-nav-staff = Cán bộ
office-nav-catalogue = Chờ xác nhận
office-problem-home = Về bàn làm việc
office-problem-case = Mở lại hồ sơ

## The inbox

office-rail = Hàng việc
office-rail-time = Theo thời hạn
office-rail-step = Theo bước
office-queue-mine = Việc của tôi
office-queue-agency = Cả cơ quan
office-queue-unassigned = Chưa ai nhận
office-queue-late = Đã trễ
office-queue-today = Hạn hôm nay
office-queue-within-24-hours = Trong 24 giờ
office-queue-paused = Tạm dừng
office-queue-intake = Tiếp nhận
office-queue-appraisal = Thẩm định
office-queue-signing = Trình ký
office-queue-issuing = Ban hành
office-queue-ready = Chờ trả kết quả
office-queue-answered = Dân đã bổ sung
office-queue-withdrawal = Xin rút
office-queue-applicant = Chờ dân bổ sung
# $queue (String) - the name of the queue
office-inbox-caption = { $queue }, hạn gần nhất trước
office-inbox-none = Không có hồ sơ nào ở hàng này.
office-inbox-none-mine = Không còn việc nào chờ bạn.
office-inbox-none-late = Không có hồ sơ nào trễ.
office-column-left = Còn lại
office-column-number = Mã hồ sơ
office-column-applicant = Người nộp
office-column-procedure = Thủ tục
office-column-step = Bước
office-column-channel = Kênh
office-column-desk = Nơi nộp
office-column-sent = Nộp
office-no-deadline = Không có hạn
# $shown (String) - how many cases this page shows
office-pager-shown = { $shown } hồ sơ ở trang này
# $typed (String) - what was typed into the search field
office-search-none = Không có hồ sơ nào mang mã “{ $typed }” trong phạm vi của bạn.
office-search-none-next = Kiểm tra từng chữ số, hoặc gõ mã gửi bắt đầu bằng GN.
office-select-acts = Với các hồ sơ đã chọn
office-select-none = Hãy chọn ít nhất một hồ sơ.
# $done (String) - how many were done
# $asked (String) - how many were chosen
office-select-done = Đã làm { $done } trên { $asked } hồ sơ đã chọn.
office-select-rest = Hồ sơ còn lại chưa làm được việc này; mở từng hồ sơ để biết vì sao.
office-hand-over-selected = Chuyển hồ sơ đã chọn
office-assign-selected = Giao hồ sơ đã chọn

## Keys

office-keys-move = xuống, lên
office-keys-open = mở
office-keys-select = chọn
office-keys-search = tìm
office-keys-all = mọi phím tắt
office-keys-off = tắt phím tắt
office-keys-on = bật phím tắt
office-keys-next = hồ sơ kế
office-keys-back = về hàng việc
office-keys-papers = giấy tờ
office-keys-accept = đồng ý
office-keys-supplement = yêu cầu bổ sung
office-keys-forward = chuyển, giao
office-keys-refuse = từ chối, trả lại
office-keys-title = Mọi phím tắt
office-keys-note = Phím một chữ không chạy khi bạn đang gõ trong ô. Tắt hoặc bật ở hàng cuối trang.
office-keys-in-list = Trong hàng việc
office-keys-in-case = Trong hồ sơ

## Steps and events

office-step-sent = Tiếp nhận
office-step-supplement-at-intake = Chờ dân
office-step-not-accepted = Không tiếp nhận
office-step-recalled = Người nộp thu hồi
office-step-accepted = Chờ chuyển
office-step-handed-over = Phân công
office-step-appraisal = Thẩm định
office-step-supplement-after-appraisal = Chờ dân
office-step-leader-signing = Trình ký
office-step-clerk-issuing = Ban hành
office-step-ready = Chờ trả
office-step-delivered = Đã trả
office-step-withdrawn = Đã rút
office-step-answered = Dân đã bổ sung
office-event-sent = Nộp hồ sơ
office-event-recalled = Người nộp thu hồi
office-event-accepted = Tiếp nhận
office-event-number-assigned = Cấp mã hồ sơ
office-event-intake-refused = Từ chối tiếp nhận
office-event-supplement-requested = Yêu cầu bổ sung
office-event-supplement-answered = Người nộp bổ sung
office-event-supplement-confirmed = Xác nhận đã bổ sung đủ
office-event-handed-over = Chuyển hồ sơ
office-event-assigned = Phân công
office-event-examined = Thẩm định
office-event-outcome-drafted = Trình dự thảo kết quả
office-event-sent-back = Trả lại dự thảo
office-event-outcome-signed = Ký kết quả
office-event-outcome-issued = Ban hành kết quả
office-event-result-returned = Trả kết quả
office-event-withdrawal-asked = Người nộp xin rút
office-event-withdrawal-declined = Không đồng ý cho rút
office-event-withdrawn = Cho rút hồ sơ
office-event-calendar-decision-applied = Tính lại hạn theo lịch nghỉ mới
office-event-service-rated = Người nộp đánh giá
office-by-applicant = người nộp
office-by-rule = hệ thống
# $person (String) - the member of staff
# $role (String) - in which office
office-by = { $person } · { $role }
office-role-receiving-officer = Cán bộ tiếp nhận
office-role-specialist = Chuyên viên thụ lý
office-role-division-head = Lãnh đạo phòng
office-role-head = Thủ trưởng cơ quan
office-role-clerk = Văn thư
office-role-returning-officer = Cán bộ trả kết quả
office-role-finance = Kế toán
office-role-centre-director = Giám đốc Trung tâm
office-role-catalogue-admin = Quản trị nghiệp vụ
office-role-administrator = Quản trị kỹ thuật
office-role-watcher = Trung tâm điều hành
office-role-self = Tự đăng ký

## The case

office-case-applicant = Người nộp
office-case-name = Họ tên
office-case-personal-number = Số định danh
office-case-phone = Điện thoại
office-case-holder = Người thụ lý
office-case-step = Bước
office-case-log = Diễn biến
# $due (String) - the moment by which the desk must answer
office-case-intake-due = Trả lời tiếp nhận { $due }
# $due (String) - the moment by which it must be handed over
office-case-handover-by = Chuyển hồ sơ { $due }
# $due (String) - the moment by which it is due
office-case-due = Hẹn trả { $due }
office-case-next = Hồ sơ kế
office-case-papers = Giấy tờ đã nộp
# $number (Number) - which file of this kind it is
office-case-paper-of = tệp { $number }
# $label (String) - what the paper is
# $page (Number) - which page
office-case-page-alt = { $label }, trang { $page }
office-case-no-papers = Hồ sơ này không có giấy tờ đính kèm.
office-case-no-image = Tệp này không xem được trên trang. Hãy tải bản gốc.
office-case-original = Tải bản gốc
office-case-conditions = Điều kiện
office-case-no-conditions = Thủ tục này không có điều kiện phải ghi riêng.
office-case-condition-met = Đạt
office-case-condition-unmet = Không đạt
office-case-condition-open = Chưa thẩm định
office-case-decide = Quyết định
office-case-nothing = Bạn không phải làm gì với hồ sơ này lúc này.
office-case-not-yours = Hồ sơ này thuộc cán bộ hoặc cơ quan khác.
office-case-more = Việc khác của vai trò bạn, chưa làm được lúc này
office-case-draft-granted = Dự thảo: đồng ý giải quyết
office-case-draft-refused = Dự thảo: từ chối giải quyết
office-case-result-granted = Kết quả: đồng ý giải quyết
office-case-result-refused = Kết quả: từ chối giải quyết
office-case-sent-back = Dự thảo bị trả lại. Điều phải sửa:
office-case-withdrawal = Người nộp xin rút hồ sơ
office-case-withdrawal-no-reason = Không nêu lý do.
office-case-supplements = Đã yêu cầu bổ sung
# $at (String) - when it was asked
office-case-supplement-asked = Yêu cầu { $at }
# $at (String) - when it was answered
office-case-supplement-answered = trả lời { $at }
office-case-supplement-waiting = chưa trả lời
office-case-legal-papers = Giấy tờ của hồ sơ
office-case-clock = Cách tính thời hạn
office-case-clock-limit = Luật cho
office-case-clock-promise = Thành phố cam kết
office-case-clock-original = Hạn ban đầu
office-case-clock-current = Hạn hiện nay
office-ground-supplement-awaited = chờ người nộp bổ sung

## The acts

office-act-accept = Tiếp nhận
office-act-refuse-intake = Từ chối tiếp nhận
office-act-request-supplement = Yêu cầu bổ sung
office-act-confirm-supplement = Xác nhận đã bổ sung đủ
office-act-hand-over = Chuyển hồ sơ
office-act-assign = Giao hồ sơ
office-act-examine = Ghi kết quả thẩm định
office-act-grant = Đủ điều kiện, trình ký
office-act-grant-examined = Trình ký đồng ý
office-act-decline = Trình ký từ chối
office-act-draft-outcome = Trình dự thảo kết quả
office-act-send-back = Trả lại dự thảo
office-act-sign-outcome = Ký kết quả
office-act-issue-outcome = Vào sổ và ban hành
office-act-return-result = Trả kết quả
office-act-decide-withdrawal = Quyết định việc xin rút
office-act-assign-to = Giao cho
office-act-examine-hint = Ghi từng điều kiện. “Đủ điều kiện, trình ký” ghi là đạt mọi điều kiện chưa chọn.
office-act-next = Xong việc này, hồ sơ kế mở ra.
office-act-check-identity = Đã đối chiếu giấy tờ tuỳ thân của người nhận
office-act-check-right = Đã kiểm tra quyền nhận kết quả

## Pages of acts that need words

office-reason = Lý do
office-reason-hint = Người nộp đọc lý do này. Nêu căn cứ và việc họ có thể làm.
office-reason-missing = Nhập lý do
office-refuse-title = Từ chối tiếp nhận hồ sơ này?
office-refuse-note = Người nộp nhận phiếu từ chối (mẫu 03) với lý do dưới đây. Việc này không hoàn tác được.
office-decline-title = Trình ký từ chối giải quyết?
office-decline-note = Người ký đọc lý do này; khi ban hành, người nộp nhận văn bản từ chối.
office-send-back-title = Trả lại dự thảo cho chuyên viên?
office-send-back-hint = Chuyên viên đọc lý do này. Nêu điều phải sửa.
office-withdrawal-title = Người nộp xin rút hồ sơ
office-withdrawal-grant = Cho rút, dừng giải quyết
office-withdrawal-decline = Không cho rút, giải quyết tiếp
office-withdrawal-choice = Quyết định của bạn
office-withdrawal-choice-missing = Chọn một trong hai
office-withdrawal-reason-hint = Cần khi không cho rút. Người nộp đọc lý do này.
office-withdrawal-save = Ghi quyết định
office-supplement-title = Người nộp phải bổ sung gì?
office-supplement-once = Một phiếu, nêu đủ mọi điều. Theo luật, hồ sơ chỉ được yêu cầu bổ sung một lần trong mỗi giai đoạn.
office-supplement-papers = Giấy tờ
office-supplement-answers = Câu trả lời
# $label (String) - what is asked for
office-supplement-reason = Lý do và cách sửa: { $label }
office-supplement-none = Chọn ít nhất một điều phải bổ sung
# $label (String) - what is asked for
office-supplement-reason-missing = Nhập lý do cho “{ $label }”
# $label (String) - what is asked for
office-supplement-not-chosen = Đánh dấu “{ $label }”, hoặc xoá lý do
office-supplement-ground = Căn cứ cho yêu cầu bổ sung thêm
office-supplement-ground-hint = Chỉ điền khi luật chuyên ngành cho bổ sung thêm lần nữa hoặc sau hạn; nêu văn bản và điều.
office-supplement-send = Gửi phiếu yêu cầu bổ sung

## What has been done

# $case (String) - the case
office-done-accept = Đã tiếp nhận hồ sơ { $case }.
# $case (String) - the case
office-done-refuse-intake = Đã từ chối tiếp nhận hồ sơ { $case }.
# $case (String) - the case
office-done-request-supplement = Đã yêu cầu bổ sung hồ sơ { $case }.
# $case (String) - the case
office-done-confirm-supplement = Đã xác nhận hồ sơ { $case } bổ sung đủ.
# $case (String) - the case
office-done-hand-over = Đã chuyển hồ sơ { $case }.
# $case (String) - the case
office-done-assign = Đã giao hồ sơ { $case }.
# $case (String) - the case
office-done-examine = Đã ghi kết quả thẩm định hồ sơ { $case }.
# $case (String) - the case
office-done-draft-outcome = Đã trình ký hồ sơ { $case }.
# $case (String) - the case
office-done-send-back = Đã trả lại dự thảo của hồ sơ { $case }.
# $case (String) - the case
office-done-sign-outcome = Đã ký kết quả của hồ sơ { $case }.
# $case (String) - the case
office-done-issue-outcome = Đã ban hành kết quả của hồ sơ { $case }.
# $case (String) - the case
office-done-return-result = Đã trả kết quả của hồ sơ { $case }.
# $case (String) - the case
office-done-decide-withdrawal = Đã ghi quyết định về việc xin rút hồ sơ { $case }.
office-done-look = Xem lại hồ sơ đó

## Accounts

office-staff-title = Cán bộ của cơ quan
office-staff-name = Họ và tên
office-staff-unit = Đơn vị
office-staff-roles = Vai trò
office-staff-invite = Tạo liên kết mời
office-staff-add = Thêm cán bộ
office-staff-none = Chưa có cán bộ nào ở cơ quan này.
office-staff-agency = Cơ quan
office-staff-show = Xem
office-staff-name-missing = Nhập họ và tên
office-staff-unit-missing = Chọn đơn vị
office-staff-roles-missing = Chọn ít nhất một vai trò
# $name (String) - the member of staff
office-staff-link-title = Liên kết mời của { $name }
office-staff-link-how = Đưa liên kết này tận tay người được mời. Liên kết chỉ hiện lần này, dùng được một lần, trong ba ngày.
office-staff-link-label = Liên kết

## The catalogue

office-catalogue-title = Điều chờ người xác nhận
office-catalogue-lead = Máy đọc được những điều này trong danh mục quốc gia nhưng không tự quyết định. Mỗi điều giữ nguyên văn của bản ghi.
office-catalogue-code = Mã thủ tục
office-catalogue-trap = Điều chưa rõ
office-catalogue-raw = Nguyên văn
office-catalogue-reason = Vì sao
office-catalogue-none = Không còn điều nào chờ xác nhận.
