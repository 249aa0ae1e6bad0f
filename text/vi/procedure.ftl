### The page of one procedure (thủ tục).

procedure-time = Thời gian
# $limit (String) - the limit by law
procedure-time-law = Luật cho phép { $limit }; nộp trực tuyến được thành phố cam kết sớm hơn
procedure-time-only = Theo luật, tính từ khi hồ sơ được tiếp nhận
procedure-fee = Phí
# $fee (String) - what it costs
procedure-fee-online = { $fee } trực tuyến
# $fee (String) - what it costs at the counter
procedure-fee-counter = Tại quầy: { $fee }
procedure-fee-same = Các cách nộp như nhau
procedure-questions = Bạn trả lời
procedure-unconfirmed = Chờ xác nhận
procedure-unconfirmed-lead = Số liệu trên trang này chờ xác nhận.
procedure-unconfirmed-rest = Chúng lấy nguyên từ cơ sở dữ liệu quốc gia về thủ tục hành chính; có chỗ nguồn ghi chưa rõ. Hỏi 1022 trước khi dựa vào.
# $words (String) - a figure from the national record
procedure-figure-unconfirmed = { $words } (chờ xác nhận)
procedure-start = Bắt đầu
procedure-start-signed-in = Bạn đang đăng nhập:
procedure-start-button = Nộp hồ sơ trực tuyến
procedure-start-sign-in = Đăng nhập để nộp hồ sơ
procedure-start-why = Đăng nhập để bạn không phải khai lại những gì Nhà nước đã có.
procedure-start-answer = Bộ phận một cửa trả lời trong 8 giờ làm việc sau khi bạn gửi.
procedure-start-not-here = Chưa nộp được trên cổng này
procedure-start-where = Nơi giải quyết:
procedure-need = Bạn cần có
procedure-need-none = Thủ tục này không đòi giấy tờ nào.
procedure-need-if = Chỉ khi trường hợp của bạn cần
procedure-need-photo = Chụp bằng điện thoại là đủ
# $originals (String) - how many originals
procedure-need-originals = { $originals } bản chính
# $copies (String) - how many copies
procedure-need-copies = { $copies } bản sao
procedure-ways = So sánh các cách nộp
procedure-way = Cách nộp
procedure-promise = Thành phố cam kết
procedure-law = Luật cho phép
procedure-online-fee = Phí trực tuyến
procedure-counter-fee = Phí tại quầy
procedure-column = Thủ tục
procedure-steps = Hồ sơ đi qua những bước nào
procedure-step-send = Bạn nộp hồ sơ
procedure-step-send-detail = Bạn nhận ngay mã biên nhận để theo dõi
procedure-step-check = Bộ phận một cửa kiểm tra
procedure-step-check-detail = Trong 8 giờ làm việc. Thiếu gì hỏi một lần cho đủ; đủ thì bạn nhận mã hồ sơ và ngày hẹn trả
procedure-step-examine = Chuyên viên thẩm định
procedure-step-examine-detail = Bạn luôn thấy ai đang giữ hồ sơ
procedure-step-sign = Người có thẩm quyền ký
procedure-step-sign-detail = Sau đó văn thư cấp số và ban hành
procedure-step-return = Bạn nhận kết quả
procedure-step-return-detail = Bản điện tử trên cổng này, hoặc tại bộ phận một cửa nếu bạn chọn
procedure-record-steps = Trình tự theo quyết định công bố
procedure-conditions = Yêu cầu, điều kiện
procedure-outcomes = Kết quả bạn nhận được
# $count (String) - how many texts of law
procedure-legal = Căn cứ pháp lý ({ $count } văn bản)
procedure-help = Cần người giúp?
procedure-help-call = Gọi
procedure-help-or = hoặc
procedure-help-desk = đến bộ phận một cửa
# $code (String) - the national code
procedure-code = Mã thủ tục { $code }
# $field (String) - the field
procedure-field = Lĩnh vực { $field }
# $decision (String) - the decision that published it
procedure-decision = Công bố theo Quyết định { $decision }
