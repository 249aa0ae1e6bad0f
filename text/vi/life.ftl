### What the applicant is told of the further life of a case: log, next step, notices, letters.

tracker-event-fee-asked = Một cửa đề nghị bạn nộp phí
tracker-event-retrieval-failed = Chưa lấy được dữ liệu từ kho kết nối
tracker-event-taken-over = Cơ quan có thẩm quyền đã nhận hồ sơ
tracker-event-taken-back = Hồ sơ được thu lại để phân công
tracker-event-given-back = Hồ sơ được trả lại để phân công
tracker-event-returned-to-desk = Hồ sơ được trả lại bộ phận một cửa
tracker-event-forwarded = Nhiều người cùng xử lý hồ sơ
tracker-event-forward-finished = Một phần việc đã xong
tracker-event-move-undone = Việc vừa rồi được hoàn tác
tracker-event-opinion-asked = Lấy ý kiến cơ quan khác
tracker-event-opinion-given = Cơ quan được hỏi đã có ý kiến
tracker-event-silence-taken = Hết hạn không trả lời, coi như đồng ý
tracker-event-opinion-waived = Giải quyết tiếp không chờ ý kiến
tracker-event-visit-planned = Hẹn xác minh thực địa
tracker-event-visit-recorded = Đã xác minh thực địa
tracker-event-posting-begun = Niêm yết công khai
tracker-event-posting-ended = Kết thúc niêm yết
tracker-event-financial-duty-asked = Chuyển thông tin để tính nghĩa vụ tài chính
tracker-event-duty-notified = Có thông báo nộp tiền
tracker-event-duty-proved = Bạn gửi chứng từ nộp tiền
tracker-event-duty-met = Nghĩa vụ tài chính đã hoàn thành
tracker-event-outcome-initialled = Lãnh đạo phòng đã xem xét dự thảo
tracker-event-result-dispatched = Kết quả đã gửi bưu điện
tracker-event-delivery-reported = Bưu điện báo tình trạng phát
tracker-event-apology-proposed = Đề xuất xin lỗi và hẹn lại
tracker-event-apologised = Thành phố xin lỗi và hẹn lại
tracker-event-stopped = Hồ sơ dừng giải quyết
tracker-event-resumed = Hồ sơ được giải quyết tiếp
tracker-event-correction-opened = Kết quả đang được làm lại
tracker-event-outcome-revoked = Kết quả đã bị thu hồi
tracker-event-archived = Hồ sơ đã lưu trữ
tracker-event-message-written = Trao đổi trong hồ sơ
tracker-event-tasks-opened = Giao việc cho các cơ quan
tracker-event-task-started = Một cơ quan bắt đầu phần việc
tracker-event-task-finished = Một cơ quan đã xong phần việc
tracker-event-task-apologised = Một cơ quan xin lỗi phần việc chậm
tracker-event-payment-started = Bạn bắt đầu thanh toán
tracker-event-payment-failed = Thanh toán không thành công
tracker-event-payment-unclear = Ngân hàng chưa trả lời
tracker-event-payment-taken = Đã nhận tiền của bạn
tracker-event-payment-doubled = Tiền nộp thừa, sẽ được hoàn
tracker-event-charge-relieved = Được miễn, giảm
tracker-event-refund-asked = Đề nghị hoàn tiền
tracker-event-refund-decided = Đã quyết định hoàn tiền
tracker-event-payment-reconciled = Đã đối soát
tracker-event-exchange-reported = Trao đổi với cơ quan khác
tracker-next-you-pay = Bạn nộp phí
tracker-next-you-pay-detail = Sau đó hồ sơ được tiếp nhận và có ngày hẹn trả
tracker-next-you-meet-duty = Bạn hoàn thành nghĩa vụ tài chính
tracker-next-you-meet-duty-detail = Thời gian này không tính vào thời hạn giải quyết
tracker-next-review = Phòng xem xét dự thảo
tracker-next-review-detail = Sau đó trình người có thẩm quyền ký
tracker-next-correct = Kết quả được làm lại
tracker-next-correct-detail = Bạn không phải nộp lại giấy tờ
tracker-notice-fee-asked = Hồ sơ hợp lệ, mời bạn nộp phí để được tiếp nhận
tracker-notice-taken-over = Cơ quan có thẩm quyền đã nhận hồ sơ
tracker-notice-assigned = Hồ sơ đã giao cho chuyên viên
tracker-notice-visit-planned = Có lịch xác minh thực địa
tracker-notice-financial-duty-asked = Hồ sơ chờ xác định nghĩa vụ tài chính
tracker-notice-duty-notified = Có thông báo nộp tiền, mời bạn thực hiện
tracker-notice-duty-met = Nghĩa vụ tài chính đã hoàn thành
tracker-notice-dispatched = Kết quả đã gửi bưu điện
tracker-notice-delivery-failed = Bưu điện chưa phát được kết quả
tracker-notice-delivery-returned = Kết quả được chuyển hoàn về quầy
tracker-notice-apologised = Thành phố xin lỗi và hẹn lại ngày trả
tracker-notice-stopped = Hồ sơ dừng giải quyết, lý do ghi trong hồ sơ
tracker-notice-resumed = Hồ sơ được giải quyết tiếp
tracker-notice-correction-opened = Kết quả đang được đính chính
tracker-notice-outcome-revoked = Kết quả đã bị thu hồi, lý do ghi trong hồ sơ
tracker-notice-part-ready = Đã có kết quả của một cơ quan
tracker-notice-part-late = Một cơ quan xin lỗi vì phần việc chậm
tracker-notice-paid = Đã nhận tiền
tracker-notice-paid-twice = Tiền nộp thừa sẽ được hoàn
tracker-notice-refunded = Đã hoàn tiền
tracker-notice-refund-refused = Không hoàn tiền, lý do ghi trong hồ sơ
tracker-notice-message = Có tin nhắn mới trong hồ sơ
tracker-ground-public-posting = niêm yết công khai
# $name (String) - number of the case, or reference of the sending
mail-fee-asked-subject = Mời nộp phí, hồ sơ { $name }
# $name (String) - number of the case, or reference of the sending
# $desk (String) - the one-stop centre
mail-fee-asked-body = { $desk } đã kiểm tra hồ sơ { $name }. Nộp phí để hồ sơ được tiếp nhận; số tiền có trên trang theo dõi.
# $name (String) - number of the case, or reference of the sending
mail-taken-over-subject = Cơ quan có thẩm quyền đã nhận hồ sơ { $name }
# $name (String) - number of the case, or reference of the sending
mail-taken-over-body = Hồ sơ { $name } đã đến cơ quan có thẩm quyền. Hai ngày hẹn có trên trang theo dõi.
# $name (String) - number of the case, or reference of the sending
mail-assigned-subject = Hồ sơ { $name } đã có người thụ lý
# $name (String) - number of the case, or reference of the sending
mail-assigned-body = Hồ sơ { $name } đã được giao cho chuyên viên thụ lý. Tên người giữ hồ sơ có trên trang theo dõi.
# $name (String) - number of the case, or reference of the sending
mail-visit-planned-subject = Lịch xác minh thực địa, hồ sơ { $name }
# $name (String) - number of the case, or reference of the sending
mail-visit-planned-body = Cơ quan giải quyết sẽ xác minh thực địa cho hồ sơ { $name }. Thời gian và địa điểm có trên trang theo dõi.
# $name (String) - number of the case, or reference of the sending
mail-financial-duty-asked-subject = Nghĩa vụ tài chính, hồ sơ { $name }
# $name (String) - number of the case, or reference of the sending
mail-financial-duty-asked-body = Thông tin hồ sơ { $name } đã chuyển sang cơ quan thuế. Thời hạn giải quyết tạm dừng trong lúc chờ.
# $name (String) - number of the case, or reference of the sending
mail-duty-notified-subject = Thông báo nộp tiền, hồ sơ { $name }
# $name (String) - number of the case, or reference of the sending
mail-duty-notified-body = Đã có thông báo nộp tiền của hồ sơ { $name }. Nộp xong, gửi chứng từ trên trang theo dõi.
# $name (String) - number of the case, or reference of the sending
mail-duty-met-subject = Đã hoàn thành nghĩa vụ tài chính, hồ sơ { $name }
# $name (String) - number of the case, or reference of the sending
mail-duty-met-body = Nghĩa vụ tài chính của hồ sơ { $name } đã hoàn thành, hồ sơ được giải quyết tiếp.
# $name (String) - number of the case, or reference of the sending
mail-dispatched-subject = Đã gửi bưu điện kết quả, hồ sơ { $name }
# $name (String) - number of the case, or reference of the sending
mail-dispatched-body = Kết quả hồ sơ { $name } đã gửi bưu điện. Mã bưu gửi có trên trang theo dõi.
# $name (String) - number of the case, or reference of the sending
mail-delivery-failed-subject = Chưa phát được kết quả, hồ sơ { $name }
# $name (String) - number of the case, or reference of the sending
mail-delivery-failed-body = Bưu điện chưa phát được kết quả hồ sơ { $name }. Hãy kiểm tra địa chỉ và số điện thoại của bạn.
# $name (String) - number of the case, or reference of the sending
mail-delivery-returned-subject = Kết quả chờ tại quầy, hồ sơ { $name }
# $name (String) - number of the case, or reference of the sending
# $desk (String) - the one-stop centre
mail-delivery-returned-body = Bưu điện đã chuyển hoàn kết quả hồ sơ { $name }. Mời bạn đến nhận tại { $desk }.
# $name (String) - number of the case, or reference of the sending
mail-apologised-subject = Xin lỗi và hẹn lại, hồ sơ { $name }
# $name (String) - number of the case, or reference of the sending
mail-apologised-body = Hồ sơ { $name } trễ hạn. Thành phố xin lỗi; lý do và ngày hẹn mới có trên trang theo dõi.
# $name (String) - number of the case, or reference of the sending
mail-stopped-subject = Dừng giải quyết hồ sơ { $name }
# $name (String) - number of the case, or reference of the sending
mail-stopped-body = Hồ sơ { $name } dừng giải quyết. Lý do có trên trang theo dõi.
# $name (String) - number of the case, or reference of the sending
mail-resumed-subject = Tiếp tục giải quyết hồ sơ { $name }
# $name (String) - number of the case, or reference of the sending
mail-resumed-body = Hồ sơ { $name } được giải quyết tiếp.
# $name (String) - number of the case, or reference of the sending
mail-correction-opened-subject = Đính chính kết quả, hồ sơ { $name }
# $name (String) - number of the case, or reference of the sending
mail-correction-opened-body = Kết quả hồ sơ { $name } đang được làm lại. Bạn không phải nộp lại giấy tờ.
# $name (String) - number of the case, or reference of the sending
mail-outcome-revoked-subject = Thu hồi kết quả, hồ sơ { $name }
# $name (String) - number of the case, or reference of the sending
mail-outcome-revoked-body = Kết quả hồ sơ { $name } không còn giá trị. Lý do có trên trang theo dõi.
# $name (String) - number of the case, or reference of the sending
mail-part-ready-subject = Có kết quả của một cơ quan, hồ sơ { $name }
# $name (String) - number of the case, or reference of the sending
mail-part-ready-body = Một cơ quan đã xong phần việc trong hồ sơ { $name }. Kết quả có trên trang theo dõi.
# $name (String) - number of the case, or reference of the sending
mail-part-late-subject = Một phần việc chậm, hồ sơ { $name }
# $name (String) - number of the case, or reference of the sending
mail-part-late-body = Một cơ quan xin lỗi vì phần việc của mình trong hồ sơ { $name } bị chậm. Lý do và ngày hẹn mới có trên trang theo dõi.
# $name (String) - number of the case, or reference of the sending
mail-paid-subject = Đã nhận tiền, hồ sơ { $name }
# $name (String) - number of the case, or reference of the sending
mail-paid-body = Đã nhận tiền của hồ sơ { $name }.
# $name (String) - number of the case, or reference of the sending
mail-paid-twice-subject = Tiền nộp thừa, hồ sơ { $name }
# $name (String) - number of the case, or reference of the sending
mail-paid-twice-body = Hồ sơ { $name } có khoản tiền nộp thừa. Bạn không phải làm gì, khoản này sẽ được hoàn.
# $name (String) - number of the case, or reference of the sending
mail-refunded-subject = Đã hoàn tiền, hồ sơ { $name }
# $name (String) - number of the case, or reference of the sending
mail-refunded-body = Khoản tiền của hồ sơ { $name } đã được hoàn.
# $name (String) - number of the case, or reference of the sending
mail-refund-refused-subject = Không hoàn tiền, hồ sơ { $name }
# $name (String) - number of the case, or reference of the sending
mail-refund-refused-body = Đề nghị hoàn tiền của hồ sơ { $name } không được chấp thuận. Lý do có trên trang theo dõi.
# $name (String) - number of the case, or reference of the sending
mail-message-subject = Tin nhắn mới, hồ sơ { $name }
# $name (String) - number of the case, or reference of the sending
mail-message-body = Có tin nhắn mới trong hồ sơ { $name }. Xem và trả lời trên trang theo dõi.
