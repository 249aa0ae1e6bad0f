### What goes on beside the steps of a case.

life-heading = Beside the steps
life-late = late
life-opinion = Opinion asked
life-visit = Field visit
life-posting = Public posting
life-duty = Financial duty
life-side-task = Part of
life-task = Agency’s task
life-apology = Apology and new date
life-stop = Stopped
life-correction = Correction of the result
life-revocation = Result revoked
life-from-applicant = Message of the applicant
life-from-office = Message of the office
life-end-goes-on = under way
life-end-done = done
life-end-agreed = agrees
life-end-disagreed = does not agree
life-end-silence = no answer in time, taken as consent
life-end-waived = went on without the opinion
life-new-date = new date { $due }
life-waits-until = waits until { $due }
