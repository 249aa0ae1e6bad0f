### The page of one procedure (thủ tục).
