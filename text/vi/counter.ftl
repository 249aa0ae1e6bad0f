### The counter: finding people, receiving, the desk's money.

counter-nav = Quầy
counter-nav-takings = Sổ thu
counter-looked-person = Thông tin của bạn, tại quầy
tracker-why-at-the-desk = Tiếp bạn tại quầy
counter-title = Tiếp nhận tại quầy
counter-find-title = Tìm người nộp
counter-number = Số định danh cá nhân
counter-number-hint = 12 số trên thẻ căn cước
counter-name = Họ, chữ đệm và tên
counter-born = Ngày sinh
counter-phone = Số điện thoại
counter-address = Nơi cư trú
counter-find-or = Hoặc tìm theo họ tên và ngày sinh, đúng như trên giấy tờ:
counter-find = Tìm người nộp
counter-find-note = Mỗi lần tra cứu đều được ghi lại; người dân xem được ai đã tra cứu.
counter-find-wrong = Nhập đủ 12 số định danh, hoặc họ tên và ngày sinh đúng như trên giấy tờ.
counter-found-nobody = Chưa có ai được ghi nhận như vậy.
counter-found-nobody-next = Đối chiếu thẻ căn cước rồi đăng ký bên dưới.
counter-found-several = Có nhiều người cùng họ tên và ngày sinh này.
counter-found-several-next = Hãy tìm bằng số định danh cá nhân.
counter-register-title = Đăng ký người nộp mới
counter-register-note = Ghi đúng như trên giấy tờ tuỳ thân người nộp xuất trình.
counter-register = Đăng ký người nộp
counter-person-number = Số định danh cá nhân phải có đủ 12 số
counter-person-number-year = Năm sinh không khớp với số định danh cá nhân
counter-person-name = Nhập đủ họ và tên
counter-person-birth = Ngày sinh phải là một ngày có thật, không sau hôm nay
counter-person-phone = Số điện thoại không đúng
counter-begun = Đang tiếp nhận dở
counter-begun-none = Không có hồ sơ nào đang làm dở.
# $at (String) - when it was last saved
counter-begun-at = Lưu lúc { $at }
counter-no-procedure = Chưa chọn thủ tục
# $day (String) - the day of birth
counter-born-on = Sinh ngày { $day }
counter-procedure = Thủ tục
# $agency (String) - the agency that decides
# $limit (String) - the time limit
counter-procedure-here = { $agency } giải quyết. Thời hạn: { $limit }.
# $agency (String) - the agency that decides
# $limit (String) - the time limit
counter-procedure-elsewhere = Nhận tại đây, chuyển đến { $agency } giải quyết. Thời hạn tính từ khi nơi đó nhận: { $limit }.
counter-other-desk = Quầy này không nhận được hồ sơ của thủ tục này.
counter-other-desk-next = Thủ tục không thuộc diện phi địa giới. Hướng dẫn người dân đến đúng nơi, hoặc nộp trực tuyến.
counter-search = Tìm thủ tục
counter-search-act = Tìm
counter-search-none = Không tìm thấy thủ tục nào nộp được ở đây. Thử từ khác.
counter-how = Cách nộp
counter-channel = Hình thức
counter-ground = Nộp với tư cách
counter-ground-own = Chính người nộp
counter-ground-parent = Cha, mẹ
counter-ground-guardian = Người giám hộ
counter-ground-mandate = Người được uỷ quyền
counter-variant = Trường hợp
counter-variant-none = Chưa chọn
counter-commune = Nơi giải quyết
counter-quantity = Số trang hoặc số bản tính phí
counter-papers = Thành phần hồ sơ
counter-papers-none = Thủ tục này không cần giấy tờ nào khác.
# $given (Number) - how many are there
# $all (Number) - how many there are in all
counter-progress = { $given } trên { $all } xong
counter-paper = Thành phần
counter-paper-source = Nguồn
counter-paper-state = Tình trạng
counter-paper-received = Nhận tại quầy
counter-paper-of-person = Người nộp mang đến
counter-paper-held = Không thu bản giấy
counter-paper-given = Đủ
counter-paper-missing = Chưa có
counter-paper-optional = Nếu có
# $paper (String) - the paper
counter-paper-needed = Nhận hoặc quét: { $paper }
# $originals (Number) - how many originals
# $copies (Number) - how many copies
counter-paper-wanted = Cần { $originals } bản chính, { $copies } bản sao
counter-originals = Bản chính
counter-copies = Bản sao
counter-scan = Quét
counter-accept = Tiếp nhận và in giấy hẹn
counter-accept-fee = Nhận đủ, yêu cầu nộp phí
counter-accept-immediate = Tiếp nhận, trả kết quả ngay
counter-ask = Chưa đủ, hướng dẫn một lần
counter-save = Lưu
counter-refuse = Từ chối tiếp nhận
counter-discard = Bỏ, không tiếp nhận nữa
counter-ask-title = Người nộp cần bổ sung gì?
counter-ask-note = Liệt kê hết một lần: phiếu yêu cầu bổ sung chỉ được lập một lần.
counter-ask-reason = Vì sao, bổ sung thế nào
counter-ask-missing = Chọn ít nhất một mục và ghi lý do cho từng mục
counter-refuse-title = Vì sao từ chối tiếp nhận?
counter-receipt-live = Giấy hẹn, đúng như khi bấm tiếp nhận lúc này
counter-receipt-title = Giấy tiếp nhận hồ sơ và hẹn trả kết quả
counter-receipt-immediate-title = Trả kết quả ngay
counter-receipt-person = Người nộp
counter-receipt-content = Nội dung
counter-receipt-at = Nhận lúc
counter-receipt-due = Hẹn trả
# $due (String) - what is due
# $list (String) - the list price
counter-receipt-reduced = { $due } (mức thu { $list })
counter-receipt-empty = Chọn thủ tục để xem ngày hẹn và mức phí.
counter-receipt-note = Mã hồ sơ chỉ có khi tiếp nhận.
counter-receipt-immediate = Kết quả được trả ngay nên không lập giấy hẹn; hồ sơ vẫn được ghi vào sổ theo dõi.
counter-kind-fee = Phí
counter-kind-levy = Lệ phí
counter-kind-price = Giá
counter-kind-fee-or-levy = Phí, lệ phí
edge-why-counter-no-procedure = Chưa chọn thủ tục. Quay lại và chọn thủ tục trước.
edge-why-counter-incomplete = Hồ sơ chưa đủ nên chưa tiếp nhận được. Quay lại để xem chỗ còn thiếu.
edge-why-counter-other-desk = Quầy này không nhận được: thủ tục không thuộc diện phi địa giới và do nơi khác giải quyết.
edge-why-person-name = Họ tên chưa đủ.
edge-why-person-birth = Ngày sinh không dùng được.
edge-why-person-number-year = Năm sinh không khớp với số định danh cá nhân.
edge-why-money-method = Chọn cách trả: tiền mặt, chuyển khoản hoặc thẻ.
edge-why-money-amount = Số tiền còn phải nộp phải là một số, ví dụ 4.000.
edge-why-takings-none = Chưa thu khoản nào từ lần khoá sổ trước nên chưa có gì để khoá.
edge-why-takings-counted = Nhập số tiền mặt đã đếm, ví dụ 120.000
edge-why-takings-difference = Tiền đếm được khác sổ: ghi lý do chênh lệch
money-title = Phí, lệ phí của hồ sơ
money-panel = Phí, lệ phí
money-at-once-title = Trả kết quả ngay
# $open (String) - what is still to be paid
money-at-once-owed = Còn phải thu { $open }.
money-at-once-free = Không còn khoản nào phải thu.
money-at-once-take = Thu tiền và trả kết quả
money-method = Cách trả
money-method-cash = Tiền mặt
money-method-transfer = Chuyển khoản
money-method-card = Thẻ
money-method-online = Trực tuyến
money-list = Mức thu
money-relief = Miễn, giảm
# $less (String) - how much less
# $ground (String) - the ground
# $basis (String) - the text that allows it
money-less = Giảm { $less }: { $ground }. { $basis }
money-due = Phải nộp
money-basis = Căn cứ pháp lý
money-unconfirmed = Mức thu chưa được người có trách nhiệm xác nhận
# $number (Number) - the number of the receipt
# $year (String) - the year of the series
# $method (String) - how it was paid
money-receipt = Biên lai số { $number }/{ $year }, { $method }
money-state-not-due = Chưa đến lúc thu
money-state-due = Phải nộp
money-state-started = Đang thanh toán trực tuyến
money-state-failed = Thanh toán không thành công
money-state-unclear = Chưa rõ kết quả thanh toán
money-state-paid = Đã nộp
money-state-waived = Được miễn
money-state-refund-asked = Đề nghị hoàn tiền
money-state-refunded = Đã hoàn tiền
money-state-refund-refused = Không hoàn tiền
money-ground-city-policy = chính sách của thành phố
money-ground-person-with-disability = người khuyết tật
money-ground-poor-household = hộ nghèo
money-ground-near-poor-household = hộ cận nghèo
money-ground-person-of-merit = người có công
money-ground-elderly = người cao tuổi
money-ground-ethnic-minority = dân tộc thiểu số
money-ground-child = trẻ em
# $due (String) - what is due
money-take = Thu { $due }
money-left = Còn phải nộp (đồng)
money-ground = Căn cứ miễn, giảm
money-ground-hint = Số giấy tờ chứng minh, không ghi thông tin riêng của người nộp
# $count (Number) - how often
money-doubles = Tiền đến thừa { $count } lần.
money-doubles-next = Phải hoàn lại cho người nộp.
money-refund-reason = Lý do (bắt buộc khi không hoàn)
money-refund = Hoàn tiền
money-refund-no = Không hoàn tiền
money-none = Hồ sơ này không có khoản thu nào.
takings-title = Sổ thu của quầy
takings-closed = Đã khoá sổ.
takings-to-open = Về sổ đang mở
takings-none = Chưa thu khoản nào từ lần khoá sổ trước.
takings-by-method = Theo cách trả
takings-by-kind = Theo khoản thu
takings-total = Tổng cộng
# $count (Number) - how often
takings-times = ({ $count } lần)
# $cash (String) - the cash
takings-cash = Tiền mặt trong quầy phải có { $cash }
takings-no-gaps = Biên lai liền số, không thiếu số nào.
# $numbers (String) - the numbers
takings-gaps = Thiếu biên lai số: { $numbers }
takings-book = Các khoản đã thu
takings-column-receipt = Biên lai
takings-column-year = Năm
takings-column-at = Lúc
takings-column-case = Hồ sơ
takings-column-kind = Khoản thu
takings-column-method = Cách trả
takings-column-amount = Số tiền
# $number (Number) - the number of the receipt
# $year (String) - the year of the series
takings-receipt = { $number }/{ $year }
takings-export = Tải bảng tính (CSV)
takings-close-title = Khoá sổ
takings-close-note = Khoá mọi khoản từ lần khoá trước. Sổ đã khoá không sửa được nữa.
takings-counted = Tiền mặt đã đếm (đồng)
# $cash (String) - the cash by the book
takings-counted-hint = Theo sổ: { $cash }
takings-reason = Lý do chênh lệch
takings-close = Khoá sổ thu
takings-closings = Các lần khoá sổ
# $number (Number) - which closing
# $at (String) - when
# $total (String) - how much
# $entries (Number) - how many takings
takings-closing = Lần { $number }, { $at }: { $total }, { $entries } khoản.
# $amount (String) - by how much
# $reason (String) - why
takings-difference = Chênh lệch { $amount }: { $reason }.
