### What every filing begins with: on what ground somebody acts, which case it is, what it costs.

begin-ground-title = Bạn nộp hồ sơ này với tư cách gì?
begin-ground-hint = Tư cách này ghi trên giấy xác nhận và trong hồ sơ, để cán bộ biết ai nộp, nộp cho ai.
begin-ground-missing = Chọn tư cách nộp hồ sơ
begin-ground-own = Nộp cho chính tôi
begin-ground-own-hint = Hồ sơ này là việc của bạn
begin-ground-parent = Cha hoặc mẹ nộp cho con
begin-ground-parent-hint = Bạn là cha, mẹ của người ghi trong hồ sơ
begin-ground-guardian = Người giám hộ
begin-ground-guardian-hint = Bạn giám hộ người ghi trong hồ sơ
begin-ground-mandate = Người được uỷ quyền
begin-ground-mandate-hint = Người khác nhờ bạn nộp, có văn bản uỷ quyền
begin-variant-title = Trường hợp của bạn là gì?
begin-variant-hint = Mỗi trường hợp có giấy tờ và thời hạn riêng. Chưa rõ thì gọi 1022.
begin-variant-missing = Chọn trường hợp của bạn
# $limit (String) - the limit by law
begin-variant-limit = Luật cho phép { $limit }
begin-people = Người nộp
begin-people-acting = Người nộp
begin-people-ground = Tư cách
begin-people-concerned = Nộp cho
begin-people-concerned-later = Chưa ghi tên
begin-people-self = Chính người nộp
begin-variant = Trường hợp
begin-again = Bắt đầu lại từ đầu
begin-continue = Làm tiếp bản nháp
# $at (String) - when it was last saved
begin-draft-saved = Bạn đang làm dở, lưu lần cuối lúc { $at }.
begin-again-title = Bỏ bản nháp và bắt đầu lại?
begin-again-act = Bỏ bản nháp, bắt đầu lại
begin-again-keep = Giữ bản nháp, làm tiếp

## What it costs

begin-fee = Phí, lệ phí
begin-fee-kind-fee = Phí
begin-fee-kind-levy = Lệ phí
begin-fee-kind-price = Giá dịch vụ
begin-fee-kind-fee-or-levy = Phí hoặc lệ phí
# $amount (String) - how much, "10.000 đồng"
begin-fee-online = { $amount } khi nộp trực tuyến
# $amount (String) - how much at the counter
begin-fee-counter = Nộp tại quầy: { $amount }
begin-fee-free = Miễn phí
# $dollars (String) - how many dollars
begin-fee-dollars = { $dollars } đô la Mỹ
begin-fee-unknown = Chưa xác định
# $amount (String) - how much
begin-fee-per-page = { $amount } mỗi trang
# $amount (String) - how much
begin-fee-per-copy = { $amount } mỗi bản
# $amount (String) - how much
begin-fee-per-person = { $amount } mỗi người
# $amount (String) - how much
begin-fee-per-event = { $amount } mỗi việc được xác nhận
# $amount (String) - how much
begin-fee-per-vehicle = { $amount } mỗi xe
# $amount (String) - how much
begin-fee-per-site = { $amount } mỗi cơ sở
# $basis (String) - the text of law
begin-fee-basis = Theo { $basis }
# $decision (String) - the decision that published the figure
begin-fee-decision = Theo Quyết định công bố { $decision }
# $basis (String) - the text of law
begin-fee-free-basis = Không thu theo { $basis }
# $decision (String) - the decision that published the figure
begin-fee-free-decision = Quyết định công bố { $decision } ghi không thu
# $amount (String) - what the text sets
# $basis (String) - the text that allows less
begin-fee-relief = Mức quy định { $amount }; thành phố miễn, giảm cho hồ sơ trực tuyến theo { $basis }
begin-fee-unconfirmed = Chờ xác nhận: nguồn công bố ghi chưa rõ. Bạn chưa phải trả gì khi nộp; có thay đổi, một cửa báo trước khi thu.

## The procedure page, for whoever is signed in and whoever is not

# $count (String) - how many stops the way has
begin-questions-count = { $count } câu hỏi
begin-questions-signed-in = Đã trừ những gì Nhà nước có sẵn về bạn. Dừng lúc nào cũng được, câu trả lời vẫn được lưu
begin-questions-signed-out = Ít hơn sau khi đăng nhập, nếu Nhà nước đã có dữ liệu. Dừng lúc nào cũng được
begin-held-signed-in = Bạn không phải khai lại
begin-held-signed-out = Sau khi đăng nhập, bạn không phải khai lại
begin-held-signed-out-rest = Nếu dữ liệu Nhà nước đã có về bạn
begin-held-nothing = Dữ liệu Nhà nước chưa có gì cho thủ tục này, nên bạn tự khai.

## Papers that not everybody needs

# $count (Number) - how many papers
begin-papers-optional = { $count } giấy tờ khác, chỉ nộp nếu trường hợp của bạn cần
# $who (String) - for whom, "nhờ người khác nộp thay"
begin-papers-for = Chỉ nộp khi: { $who }

## Progress for everybody who knows a number

# $when (String) - by when, "trước 16:00 thứ Tư 25/11"
begin-track-intake = Một cửa phải trả lời người nộp { $when }.
# $when (String) - by when
begin-track-limit = Hẹn trả kết quả { $when }, theo thời hạn luật định.
# $promise (String) - by when the city promised
# $limit (String) - by when the law demands
begin-track-promise = Thành phố cam kết trả kết quả { $promise }. Luật cho đến { $limit }.
# $when (String) - by when
begin-track-supplement = Người nộp cần gửi bổ sung { $when }. Thời hạn giải quyết chờ phần bổ sung.
begin-track-supplement-open = Hồ sơ chờ người nộp bổ sung; chưa có ngày hẹn trả.
begin-track-paused = Thời hạn đang tạm dừng theo luật; ngày hẹn trả được tính lại khi chạy tiếp.
begin-track-not-yet = Một cửa đang xem phần bổ sung. Ngày hẹn trả có khi hồ sơ được tiếp nhận.
begin-track-over = Hồ sơ không còn thời hạn nào.

## The procedure page

begin-for = Dành cho:
begin-fee-unconfirmed-short = Chờ xác nhận: nguồn công bố ghi chưa rõ
# $count (Number) - how many papers
begin-papers-only-optional = { $count } giấy tờ, chỉ nộp nếu trường hợp của bạn cần
# $register (String) - the register
begin-papers-held = { $register } đã có, bạn không phải nộp giấy này. Chỉ tải lên nếu dữ liệu đó sai.
# $register (String) - the register
begin-papers-held-short = Đã có: { $register }
