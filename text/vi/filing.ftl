### Questions, check answers, sending, the receipt of sending.

filing-held-title = Lần này bạn không phải khai
# $at (String) - when it was last saved
filing-saved = Câu trả lời được lưu sau mỗi trang, lần gần nhất lúc { $at }.
filing-address-line = Số nhà, tên đường, thôn hoặc tổ
filing-address-commune = Phường, xã hoặc đặc khu
filing-address-province = Tỉnh hoặc thành phố

## Problems of answers, where the form has no sentence of its own

# $field (String) - the question in the law's words, "Ngày sinh"
filing-problem-missing = Trả lời: { $field }
# $field (String) - the question
filing-problem-too-long = { $field } dài quá, viết ngắn lại
# $field (String) - the question
filing-problem-not-a-name = { $field } chỉ gồm chữ cái, dấu cách và dấu gạch nối
# $field (String) - the question
filing-problem-not-a-date = { $field } phải là một ngày có thật, ví dụ 21 11 2026
# $field (String) - the question
filing-problem-in-the-future = { $field } phải là hôm nay hoặc trước hôm nay
# $field (String) - the question
filing-problem-too-long-ago = { $field } lùi quá xa, xem lại năm
# $field (String) - the question
filing-problem-not-a-time = { $field } phải có giờ và phút, ví dụ 06:35
# $field (String) - the question
filing-problem-not-a-choice = Chọn một câu trả lời cho: { $field }
# $field (String) - the question
filing-problem-not-a-number = { $field } phải là một số
# $field (String) - the question
filing-problem-too-small = { $field } nhỏ quá mức cho phép
# $field (String) - the question
filing-problem-too-large = { $field } lớn quá mức cho phép
# $field (String) - the question
filing-problem-not-a-personal-number = { $field } phải có đủ 12 chữ số
# $field (String) - the question
filing-problem-not-a-phone = { $field } phải có 10 chữ số và bắt đầu bằng 0; số nước ngoài bắt đầu bằng +
# $field (String) - the question
filing-problem-not-an-email = { $field } phải có dạng ten@noinhan.vn
# $field (String) - the question
filing-problem-address-incomplete = { $field } cần đủ ba phần: số nhà và đường, phường hoặc xã, tỉnh hoặc thành phố
# $field (String) - the question
filing-problem-too-many-files = { $field }: nhiều tệp quá
# $field (String) - the question
filing-problem-disagrees-with-birth-date = { $field } có năm sinh khác với ngày sinh đã khai. Nếu giấy tờ ghi đúng như vậy, bạn cứ tiếp tục

## The desk

filing-desk-title = Bạn nộp ở bộ phận một cửa nào?
filing-desk-hint = Chọn phường, xã nơi bạn cư trú, hoặc nơi có nhà đất, cửa hàng, công trình của bạn. Nơi bạn chọn sẽ giải quyết hồ sơ.
filing-desk-none = Chọn trong danh sách
filing-desk-missing = Chọn phường hoặc xã
filing-desk-label = Nơi tiếp nhận

## Papers

filing-papers-title = Giấy tờ của bạn
filing-papers-lead = Chụp bằng điện thoại là đủ. Mỗi giấy tờ có thể gồm nhiều ảnh.
filing-papers-hint = Ảnh JPEG, PNG hoặc PDF, mỗi tệp dưới 20 MB. Chụp đủ bốn góc, chữ đọc được.
filing-papers-if = Chỉ nộp nếu trường hợp của bạn cần.
# $pages (Number) - how many pages
# $size (String) - how large
filing-paper-file = { $pages } trang, { $size }
filing-papers-given = Đã tải lên
filing-papers-upload = Tải lên
# $name (String) - the file's name
filing-paper-remove = Bỏ tệp { $name }
# $name (String) - the paper
filing-paper-missing = Tải lên: { $name }
# $name (String) - the file
# $why (String) - why it is not taken
filing-file-refused = { $name }: { $why }
filing-file-empty = tệp không có gì bên trong, chọn tệp khác
filing-file-too-large = tệp lớn hơn 20 MB, chụp lại hoặc chia nhỏ
filing-file-type = chỉ nhận ảnh JPEG, PNG hoặc PDF
filing-file-damaged = tệp bị hỏng, không mở được; chụp hoặc lưu lại
filing-file-too-many-pixels = ảnh quá lớn, chụp lại với cỡ nhỏ hơn
filing-file-too-many-pages = PDF có quá nhiều trang, chia thành nhiều tệp
filing-file-encrypted = PDF có mật khẩu, bỏ mật khẩu rồi tải lại
filing-file-active-content = PDF có mã chạy hoặc tệp đính kèm bên trong, in lại thành PDF thường
filing-file-two-kinds = tệp mang hai định dạng cùng lúc, lưu lại rồi tải lên
filing-file-quota = hôm nay bạn đã tải đủ số tệp hoặc dung lượng cho một ngày, mai tải tiếp
filing-file-too-many = giấy này đã có đủ 12 tệp, bỏ bớt trước khi thêm

## A newer version of the form

filing-changes-title = Tờ khai có bản mới
# $on (String) - since when
filing-changes-lead = Từ { $on }, tờ khai này theo quy định mới. Dưới đây là từng câu trả lời của bạn sẽ ra sao. Không câu nào mất mà không nói.
filing-changes-kept = Giữ nguyên
filing-changes-renamed = Chuyển sang câu hỏi mới
# $old (String) - the question before
# $new (String) - the question now
filing-changes-from-to = { $old } → { $new }
filing-changes-dropped = Không còn hỏi
filing-changes-needs = Cần bạn trả lời
filing-changes-none = Không có
filing-changes-act = Dùng tờ khai mới

## Check and send

filing-check-title = Kiểm tra trước khi nộp
# $procedure (String) - the procedure
filing-check-lead = { $procedure }. Dòng có khoá lấy từ dữ liệu Nhà nước, bạn không phải khai lại. Thấy sai, đừng nộp vội: gọi 1022.
filing-check-papers = Giấy tờ
filing-check-desk = Nơi tiếp nhận
filing-check-empty = Để trống
filing-check-no-file = Chưa có tệp
filing-check-not-given = Không nộp
# $count (Number) - how many files
filing-check-files = { $count } tệp
filing-check-open = Còn chỗ chưa xong
filing-check-after = Sau khi nộp
filing-check-after-receipt = Nhận ngay mã biên nhận để theo dõi
filing-check-after-answer = Một cửa trả lời trong 8 giờ làm việc
filing-check-after-answer-detail = Tiếp nhận và hẹn ngày trả, hoặc hỏi thêm một lần cho đủ
filing-check-after-limit = Có kết quả
# $limit (String) - the limit
filing-check-after-limit-detail = { $limit }, tính từ khi được tiếp nhận
filing-check-undertaking = Tôi cam đoan những điều đã khai là đúng sự thật và chịu trách nhiệm trước pháp luật.
filing-check-undertaking-missing = Đánh dấu vào lời cam đoan
# $procedure (String) - the procedure, with a small letter at the start
filing-check-send = Nộp hồ sơ { $procedure }
filing-check-mend = Sửa chỗ chưa xong

## The receipt of sending

filing-sent-title = Đã gửi hồ sơ
filing-sent-number = Mã biên nhận
filing-sent-due = Một cửa trả lời bạn
filing-sent-procedure = Thủ tục
filing-sent-by = Người nộp
filing-sent-at = Gửi lúc
filing-sent-to = Nơi nhận
filing-sent-note = Đây là xác nhận đã gửi, chưa phải giấy tiếp nhận. Giấy tiếp nhận, mã hồ sơ và ngày hẹn trả có khi một cửa tiếp nhận.
filing-sent-track = Theo dõi hồ sơ
filing-sent-pdf = Lưu PDF
filing-sent-next = Tiếp theo là gì
filing-sent-next-check = Cán bộ một cửa kiểm tra. Nếu thiếu, bạn được hỏi một lần cho đủ.
filing-sent-next-accept = Khi được tiếp nhận
filing-sent-next-accept-detail = Bạn có mã hồ sơ, giấy tiếp nhận và ngày hẹn trả.
filing-sent-next-result = Đến ngày hẹn
filing-sent-next-result-detail = Bạn nhận kết quả ngay trên cổng này, hoặc tại một cửa nếu đã chọn.
filing-sent-nothing = Bạn không phải làm gì thêm.
filing-sent-nothing-detail = Chúng tôi báo khi hồ sơ được tiếp nhận, khi cần bạn bổ sung và khi có kết quả.
filing-sent-change = Khi chưa được tiếp nhận, muốn sửa thì thu hồi ở trang theo dõi rồi nộp hồ sơ mới. Hoặc gọi
filing-discard-title = Xoá bản nháp này?
# $procedure (String) - the procedure
filing-discard-body = Câu trả lời và giấy tờ của bản nháp “{ $procedure }” sẽ mất, không lấy lại được.
filing-discard-act = Xoá bản nháp
filing-discard-keep = Giữ bản nháp
