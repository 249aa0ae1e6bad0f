### Questions, check answers, sending, the receipt of sending.
