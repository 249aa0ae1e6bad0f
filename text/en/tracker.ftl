### Following a case: four answers, steps, log, clock.

tracker-cases-title = My cases
tracker-cases-none = You have no cases yet
tracker-cases-none-how = Find the procedure you need and file it, or look up a case by its number.
tracker-cases-running = Under way
tracker-cases-closed = Finished
tracker-cases-drafts = Drafts
tracker-cases-more = Only the 50 newest cases are shown.
tracker-draft-saved = Last saved { $at }
tracker-draft-discard = Delete the draft

## Where a case is, in the words of a list

tracker-status-sent = Sent, not yet accepted
tracker-status-supplement-at-intake = Waiting for you
tracker-status-not-accepted = Not accepted
tracker-status-recalled = Taken back by you
tracker-status-accepted = Accepted
tracker-status-handed-over = Handed over
tracker-status-appraisal = Being examined
tracker-status-supplement-after-appraisal = Waiting for you
tracker-status-leader-signing = Waiting for signature
tracker-status-clerk-issuing = Waiting to be issued
tracker-status-ready = Result is here
tracker-status-delivered = Result returned
tracker-status-withdrawn = Withdrawn
tracker-status-answered = Completed by you, being checked
tracker-line-answer = The desk answers { $when }
tracker-line-due = Due { $on } · { $left }
tracker-line-paused = The clock stands still until it is completed
tracker-line-supplement = Open it to see what is missing
tracker-line-ready = Your result waits for you
tracker-line-sent = Sent on { $on }

## The four answers

tracker-number = Case { $number }
tracker-reference = Receipt reference { $reference }
tracker-received-yes = Yes, accepted
tracker-received-yes-detail = { $at }, { $desk }
tracker-received-sent = Sent, not yet accepted
tracker-received-sent-detail = { $at }, to { $desk }
tracker-received-supplement = Not yet
tracker-received-supplement-detail = The desk needs something from you first
tracker-received-no = Not accepted
tracker-received-recalled = You took it back
tracker-holder-applicant = You
tracker-holder-applicant-detail = The case waits for you to complete it
tracker-holder-receiving-officer = The receiving officer
tracker-holder-division-head = The head of the division
tracker-holder-specialist = The specialist
tracker-holder-signatory = The signatory
tracker-holder-clerk = The clerk
tracker-holder-returning-officer = The returning officer
tracker-holder-nobody = Nobody
tracker-holder-nobody-detail = The case is closed
tracker-next-desk-answers = The desk answers you
tracker-next-desk-answers-detail = It accepts, or asks once for all that is missing
tracker-next-you-complete = You complete it
tracker-next-you-complete-detail = Then the case goes on
tracker-next-desk-checks-answer = The desk checks what you sent
tracker-next-desk-checks-answer-detail = There is nothing for you to do
tracker-next-hand-over = It goes to whoever decides
tracker-next-hand-over-detail = The same working day; after 15:00, early on the next
tracker-next-assign = It is given to a specialist
tracker-next-assign-detail = You will see the name of whoever has it
tracker-next-examine = It is examined and drafted
tracker-next-examine-detail = You need not be there
tracker-next-sign = It is signed
tracker-next-sign-detail = The signatory looks a last time
tracker-next-issue = It is numbered and issued
tracker-next-issue-detail = Then the result comes to you
tracker-next-collect = You take the result
tracker-next-collect-detail = Whenever it suits you
tracker-next-nothing = No step is left
tracker-next-nothing-detail = The papers of the case stay here
tracker-when-none = No date yet
tracker-when-none-detail = There is a due date from acceptance
tracker-when-answer-detail = The desk must have answered you by then
tracker-when-paused = The clock stands still
tracker-when-paused-detail = The date is counted anew once everything is there
tracker-when-due-detail = By { $at }. { $left }
tracker-when-promise-detail = The city promises it. The law allows until { $on }
tracker-when-late = The case is late by { $late }. The city apologises.
tracker-when-done = Done
tracker-when-done-on-time = Issued { $at }, in time
tracker-when-done-late = Issued { $at }, late. The city apologises.
tracker-when-closed = Closed
tracker-when-closed-detail = Nothing is due any more

## Your part

tracker-part-nothing = There is nothing for you to do now.
tracker-part-nothing-detail = When there is, we tell you under Notices, and by e-mail if you gave an address.
tracker-part-closed = There is nothing more for you to do.
tracker-part-supplement = { $count ->
    [one] One thing is missing.
   *[other] { $count } things are missing.
}
tracker-part-supplement-by = Send it { $when }.
tracker-part-supplement-any = Until then the case cannot go on.
tracker-part-supplement-act = Complete the case
tracker-part-take = Your result is here.
tracker-part-take-detail = Take it electronically, right here.
tracker-part-take-act = Take the electronic result
tracker-part-desk = Your result is here.
tracker-part-desk-detail = Collect it at { $desk }, with your identity card.
tracker-part-rate = How was it?
tracker-part-rate-detail = One question, not required.
tracker-part-rate-act = Rate it
tracker-refused = Why it was not accepted or not granted:

## Steps and log

tracker-steps = Where your case is
tracker-step-receive = Intake
tracker-step-hand-over = Hand-over
tracker-step-examine = Examination
tracker-step-sign = Signature and issue
tracker-step-return = Result
tracker-step-paused = Paused, to be completed
tracker-log = Everything that happened
tracker-log-you = You
tracker-log-rule = The system, by rule
tracker-event-sent = You sent the case
tracker-event-recalled = You took the case back
tracker-event-accepted = The desk accepted it: case number and due date
tracker-event-number-assigned = The case got its number
tracker-event-intake-refused = The desk did not accept it
tracker-event-supplement-requested = You were asked for more
tracker-event-supplement-answered = You sent what was missing
tracker-event-supplement-confirmed = What you sent is complete
tracker-event-handed-over = Handed over to whoever decides
tracker-event-assigned = Given to a specialist
tracker-event-examined = Examination finished
tracker-event-outcome-drafted = Result drafted and put up for signature
tracker-event-sent-back = The signatory sent the draft back
tracker-event-outcome-signed = The result was signed
tracker-event-outcome-issued = The result was issued
tracker-event-result-returned = The result was returned
tracker-event-withdrawal-asked = You asked to withdraw
tracker-event-withdrawal-declined = The withdrawal was not granted
tracker-event-withdrawn = The case was withdrawn
tracker-event-calendar-decision-applied = The due date was counted anew after a decision on days off
tracker-event-service-rated = You rated the service
tracker-role-receiving-officer = receiving officer
tracker-role-specialist = specialist
tracker-role-division-head = head of division
tracker-role-head = signatory
tracker-role-clerk = clerk
tracker-role-returning-officer = returning officer
tracker-role-finance = finance officer
tracker-role-centre-director = director of the centre
tracker-role-catalogue-admin = administrator of procedures
tracker-role-administrator = technical administrator
tracker-role-watcher = operations centre

## The clock

tracker-clock = How the time is counted
tracker-clock-law = The law allows { $limit }, counted from acceptance.
tracker-clock-promise = The city promises { $limit }: { $on }.
tracker-clock-original = Due at first: { $on }.
tracker-clock-current = The due date you were told: { $on }.
tracker-clock-days = See it day by day
tracker-clock-day = Day
tracker-clock-what = Whether it counts, and why
tracker-clock-today = today
tracker-day-started = The clock starts at { $at }; this day is not counted
tracker-day-started-hours = The clock starts at { $at }
tracker-day-restarted = Counted from the beginning again from { $at }, because everything was there
tracker-day-counted = Working day { $number }
tracker-day-counted-swapped = Working day { $number } (made up for another)
tracker-day-used = { $time } counted
tracker-day-skipped = Not counted: { $why }
tracker-day-waited = Not started yet: { $why }
tracker-day-rolled = It would end here, but moves on: { $why }
tracker-day-excluded = { $time } taken out: { $why }
tracker-day-extended = The city apologised and set a new date: { $at }
tracker-day-due = Due at { $at }
tracker-rest-weekly = weekend
tracker-rest-half-day = open half the day, not a working day
tracker-rest-holiday = holiday, { $name }
tracker-rest-holiday-estimated = holiday, { $name } (expected)
tracker-rest-swapped = day off in exchange, { $name }, worked { $with } instead
tracker-wait-outside-hours = it came outside office hours
tracker-wait-after-cut-off = it came after 15:00
tracker-ground-supplement-awaited = waiting for you to complete it
tracker-ground-financial-duty = waiting for a payment the law asks
tracker-ground-third-party-confirmation = waiting for another person to confirm
tracker-ground-announced-outage = an outage announced beforehand
tracker-ground-appraisal-suspended = examination suspended by law
tracker-ground-opinion-awaited = waiting for another body's opinion
tracker-ground-field-verification = verification in the field
tracker-ground-stopped-by-decision = stopped by a decision

## Papers and other acts

tracker-papers = Papers of the case
tracker-papers-none = Papers are made within a few minutes of each step.
tracker-paper-sending-receipt = Confirmation of sending
tracker-paper-form-01 = Receipt with due date (Form 01)
tracker-paper-form-02 = Request to complete the case (Form 02)
tracker-paper-form-03 = Refusal to accept (Form 03)
tracker-paper-form-06 = Control sheet (Form 06)
tracker-paper-outcome = Result
tracker-paper-detail = PDF, made { $at }
tracker-other = Other things to do
tracker-looks = Who looked at my data (times in this case: { $count })
tracker-withdraw = Withdraw the case
tracker-recall = Take the case back
tracker-rated = You rated it { $score } out of 5. Thank you.
tracker-withdrawal-waits = You asked to withdraw. The agency that decides will answer you.

## Supplement, recall, withdrawal, rating

tracker-supplement-title = Complete your case
tracker-supplement-lead = Answer each thing below. Everything else stays as it is.
tracker-supplement-reason = The officer writes:
tracker-supplement-new-file = Upload new files for { $name }
tracker-supplement-files-hint = JPEG or PNG photos or PDF, each under 20 MB. They replace the files you gave for this paper.
tracker-supplement-file-missing = Upload { $name }
tracker-supplement-send = Send what was missing
tracker-supplement-later = Not now
tracker-recall-title = Take this case back?
tracker-recall-body = It is not accepted yet, so you can take it back at once. The desk will not look at it any more; to try again, you file a new one.
tracker-recall-act = Take the case back
tracker-keep = Keep the case
tracker-withdraw-title = Ask to withdraw the case
tracker-withdraw-body = It has been accepted, so the agency that decides must agree. The clock runs until it answers.
tracker-withdraw-reason = Why do you withdraw it?
tracker-withdraw-act = Send the request to withdraw
tracker-rate-title = How was it?
tracker-rate-hint = Officers do not see your name beside the score. Your result does not depend on it.
tracker-rate-5 = Very satisfied
tracker-rate-4 = Satisfied
tracker-rate-3 = Neither
tracker-rate-2 = Dissatisfied
tracker-rate-1 = Very dissatisfied
tracker-rate-missing = Choose one of the five
tracker-rate-act = Send the rating

## Progress for everybody who knows a number

tracker-track-title = Look up a case
tracker-track-lead = It shows status and due date, and nothing personal.
tracker-track-label = Case number or reference
tracker-track-hint = For example GN-7K3MX-92QX4 or H17.20194-261125-0042
tracker-track-act = Look it up
tracker-track-empty = Enter a case number or a reference
tracker-track-unknown = No case is called so. Check each letter and digit
tracker-track-yours = Is it yours? Sign in to see all of it.
tracker-track-open = Open the case
tracker-national-1 = New
tracker-national-2 = Accepted
tracker-national-3 = Not accepted
tracker-national-4 = Being processed
tracker-national-5 = Supplement asked
tracker-national-6 = Financial duty asked
tracker-national-7 = Withdrawn at the applicant's request
tracker-national-8 = Stopped
tracker-national-9 = Resolved
tracker-national-10 = Result returned

## Notices

tracker-notices-title = Notices
tracker-notices-lead = We tell you here when a case is accepted, when something is missing, and when there is a result.
tracker-notices-none = No notices yet.
tracker-notice-sent = Sent. The desk answers within 8 working hours
tracker-notice-accepted = Accepted, with a case number and a due date
tracker-notice-intake-refused = Not accepted; the reason is in the case
tracker-notice-supplement-at-intake = Something is missing before it can be accepted
tracker-notice-supplement-after-appraisal = Something is missing for the case to go on
tracker-notice-supplement-confirmed = What you sent is complete, the case goes on
tracker-notice-ready = Your result is here
tracker-notice-returned = The result was returned
tracker-notice-withdrawn = The case was withdrawn as you asked
tracker-notice-withdrawal-declined = The withdrawal was not granted
tracker-notice-due-date-moved = The due date was counted anew after a decision on days off

## The account

tracker-account-title = Your account
tracker-account-lead = This comes from the account you sign in with. If something is wrong, correct it there; it cannot be changed here.
tracker-account-name = Full name
tracker-account-number = Personal number
tracker-account-born = Date of birth
tracker-account-phone = Phone
tracker-account-email = E-mail
tracker-account-unknown = Not known
tracker-account-looks = Who looked at my data
tracker-account-privacy = What the city holds about you, and your rights
tracker-looks-title = Who looked at my data
tracker-looks-lead = Whenever an officer opens your case or a paper, it is recorded here. If a look seems odd, call 1022.
tracker-looks-none = Nobody has looked at your data yet.
tracker-looks-when = When
tracker-looks-who = Who
tracker-looks-what = What
tracker-looks-why = Why
tracker-looked-case = The whole case
tracker-looked-paper = One paper
tracker-looked-list = Your name in a list
tracker-why-own-case = Your own case
tracker-why-receiving-desk = The desk that received it
tracker-why-deciding-agency = The agency that decides it
tracker-why-holder = The person who has it
tracker-why-office = Their office
tracker-why-rule = By rule
