### The words that a case puts into its legal papers. The law's own sentences stand in the templates under documents/.
# $name (String) - number of the case, or reference of the sending
paper-guide = Quét mã hoặc nhập mã { $name } trên trang theo dõi hồ sơ; cần hỗ trợ, gọi 1022 (24/7).
# $name (String) - number of the case
paper-check = Kiểm tra giấy này trên trang theo dõi hồ sơ bằng mã { $name }.
paper-signed-online = (Nộp trực tuyến)
paper-issued-electronically = (Ban hành điện tử)
paper-form = Tờ khai điện tử
paper-form-note = Biểu mẫu điện tử tương tác
# $count (String) - how many files
paper-files = Tệp điện tử: { $count }
# $procedure (String) - the name of the procedure
# $code (String) - its national code
paper-content = { $procedure } (mã thủ tục { $code })
# $centre (String) - the one-stop centre
paper-return-desk = { $centre }, và bản điện tử trên trang theo dõi hồ sơ
paper-return-electronic = Bản điện tử trên trang theo dõi hồ sơ
paper-guidance-paper = Nộp lại giấy tờ này, rõ nét và đủ trang
paper-guidance-answer = Sửa lại mục này trong tờ khai
paper-intake-limit = Hồ sơ chưa được tiếp nhận: thời hạn giải quyết chỉ được tính từ khi hồ sơ được tiếp nhận.
paper-title-chair = Chủ tịch
paper-title-director = Giám đốc
paper-limit-restarts = Thời hạn giải quyết được tính lại từ đầu kể từ khi nhận đủ nội dung bổ sung
paper-limit-suspended = Thời gian chờ Ông (Bà) bổ sung không tính vào thời hạn giải quyết; thời hạn tính tiếp từ khi nhận đủ nội dung bổ sung
paper-limit-runs-on = Việc bổ sung không làm thay đổi thời hạn giải quyết; thời hạn vẫn tiếp tục được tính
# $sentence (String) - a sentence without its full stop
# $ground (String) - the text of law that says so
paper-with-ground = { $sentence } ({ $ground }).
# $centre (String) - the one-stop centre
paper-contact = { $centre }, hoặc tổng đài 1022 (24/7)
paper-intake-refusal-ground = Điểm b khoản 1 Điều 17 Nghị định 61/2018/NĐ-CP
paper-intake-refusal-next = Khi đã đủ điều kiện, Ông (Bà) có thể nộp lại hồ sơ. Nếu không đồng ý, Ông (Bà) có quyền khiếu nại theo Luật Khiếu nại.
paper-refusal-ground = Khoản 8 Điều 19 Nghị định 61/2018/NĐ-CP
# $number (String) - a masked personal number
paper-declarant-number = Số định danh cá nhân { $number }
# $moment (String) - when a step was done
paper-step-done = Xong lúc { $moment }
