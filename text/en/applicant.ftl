### What the applicant does with a running case beyond the plain path.

applicant-pay = Pay the fee of { $amount } VND
applicant-pay-detail = Pay at { $desk }. Then the case is accepted and gets its due date.
applicant-duty = Pay { $amount } VND as the tax office set it
applicant-duty-detail = Notice to pay { $notice }. When you have paid, send a photo or scan of the proof; the time limit stands still until then.
applicant-duty-act = Send the proof of payment
applicant-duty-file = Proof of payment
applicant-duty-missing = Choose a photo or file of the proof of payment
applicant-post = The result comes by post
applicant-post-waits = The desk will send it and tell you the tracking number.
applicant-post-number = Tracking number: { $number }
applicant-message = Write to whoever has the case
applicant-message-title = Write to whoever has the case
applicant-message-body = The message is kept in the case. You are told when it is answered.
applicant-message-words = What do you want to write?
applicant-message-missing = Write your message
applicant-message-act = Send the message
applicant-pay-result-detail = Pay at { $desk } before you receive the result.
