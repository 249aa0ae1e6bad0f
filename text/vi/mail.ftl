### E-mails and SMS. Never "today", never personal content.
mail-help = Cần người giúp: gọi 1022, 24 giờ mỗi ngày.
# $name (String) - number of the case, or reference of the sending
mail-sent-subject = Đã nhận hồ sơ bạn gửi, mã { $name }
# $name (String) - number of the case, or reference of the sending
# $desk (String) - the one-stop centre
mail-sent-body = { $desk } đã nhận hồ sơ bạn gửi, mã { $name }. Đây chưa phải Giấy tiếp nhận hồ sơ và hẹn trả kết quả.
# $due (String) - moment and day
mail-sent-due = Cán bộ trả lời trước { $due }.
# $name (String) - number of the case, or reference of the sending
mail-accepted-subject = Đã tiếp nhận hồ sơ { $name }
# $name (String) - number of the case, or reference of the sending
# $desk (String) - the one-stop centre
mail-accepted-body = { $desk } đã tiếp nhận hồ sơ { $name }. Giấy tiếp nhận hồ sơ và hẹn trả kết quả có trên trang theo dõi.
# $due (String) - moment and day
mail-accepted-due = Hẹn trả kết quả trước { $due }.
# $name (String) - number of the case, or reference of the sending
mail-intake-refused-subject = Không tiếp nhận hồ sơ { $name }
# $name (String) - number of the case, or reference of the sending
# $desk (String) - the one-stop centre
mail-intake-refused-body = { $desk } không tiếp nhận hồ sơ { $name }. Lý do và việc bạn có thể làm có trên trang theo dõi.
# $name (String) - number of the case, or reference of the sending
mail-supplement-at-intake-subject = Cần bổ sung hồ sơ { $name }
# $name (String) - number of the case, or reference of the sending
# $desk (String) - the one-stop centre
mail-supplement-at-intake-body = { $desk } cần bạn bổ sung hồ sơ { $name } trước khi tiếp nhận. Mọi chỗ cần bổ sung được liệt kê một lần trên trang theo dõi.
# $due (String) - moment and day
mail-supplement-at-intake-due = Gửi bổ sung trước { $due }.
# $name (String) - number of the case, or reference of the sending
mail-supplement-after-appraisal-subject = Cần bổ sung hồ sơ { $name }
# $name (String) - number of the case, or reference of the sending
# $desk (String) - the one-stop centre
mail-supplement-after-appraisal-body = { $desk } cần bạn bổ sung hồ sơ { $name }. Mọi chỗ cần bổ sung được liệt kê một lần trên trang theo dõi.
# $due (String) - moment and day
mail-supplement-after-appraisal-due = Gửi bổ sung trước { $due }.
# $name (String) - number of the case, or reference of the sending
mail-supplement-confirmed-subject = Đã nhận đủ bổ sung, hồ sơ { $name }
# $name (String) - number of the case, or reference of the sending
# $desk (String) - the one-stop centre
mail-supplement-confirmed-body = { $desk } đã nhận đủ phần bổ sung của hồ sơ { $name }.
# $due (String) - moment and day
mail-supplement-confirmed-due = Ngày hẹn trả hiện nay: { $due }.
# $name (String) - number of the case, or reference of the sending
mail-ready-subject = Đã có kết quả, hồ sơ { $name }
# $name (String) - number of the case, or reference of the sending
mail-ready-body = Hồ sơ { $name } đã có kết quả. Cách nhận kết quả có trên trang theo dõi.
# $name (String) - number of the case, or reference of the sending
mail-returned-subject = Đã trả kết quả, hồ sơ { $name }
# $name (String) - number of the case, or reference of the sending
mail-returned-body = Kết quả của hồ sơ { $name } đã được trả. Nếu không phải bạn nhận, hãy gọi 1022.
# $name (String) - number of the case, or reference of the sending
mail-withdrawn-subject = Đã rút hồ sơ { $name }
# $name (String) - number of the case, or reference of the sending
mail-withdrawn-body = Hồ sơ { $name } đã được rút theo yêu cầu của bạn.
# $name (String) - number of the case, or reference of the sending
mail-withdrawal-declined-subject = Chưa rút được hồ sơ { $name }
# $name (String) - number of the case, or reference of the sending
mail-withdrawal-declined-body = Yêu cầu rút hồ sơ { $name } không được chấp thuận. Lý do có trên trang theo dõi.
# $name (String) - number of the case, or reference of the sending
mail-due-date-moved-subject = Ngày hẹn trả thay đổi, hồ sơ { $name }
# $name (String) - number of the case, or reference of the sending
mail-due-date-moved-body = Ngày hẹn trả của hồ sơ { $name } thay đổi vì lịch nghỉ do Nhà nước quyết định. Ngày hẹn ban đầu vẫn được ghi.
# $due (String) - moment and day
mail-due-date-moved-due = Ngày hẹn trả hiện nay: { $due }.
