### When the machine cannot: what is safe, when it will work, whom to call.

problem-not-found = Không có trang này
problem-not-found-note = Địa chỉ có thể đã gõ sai, hoặc trang này chỉ người liên quan mới xem được.
problem-incident = Mã sự cố
