### The officers' pages: inbox, case, acts.
office-sign-in-title = Staff sign-in
office-sign-in-how = Use the passkey on your computer or phone. There is no password to remember.
office-sign-in-button = Sign in with a passkey
office-sign-in-lost = Lost your device, or no passkey yet? Ask your agency’s administrator for a new invitation link.
office-passkey-failed = The passkey could not be confirmed. Try again, or ask for a new invitation link.
office-passkey-script = Passkeys need JavaScript. Switch it on and reload this page.
office-invitation-title = Create your passkey
office-invitation-for = This link is for { $name }.
office-invitation-how = The passkey stays in your device and replaces a password. The link works once.
office-invitation-button = Create a passkey

## The frame

office-nav-desk = Desk
office-nav-staff = Staff
office-nav-catalogue = To confirm
office-problem-home = Back to the desk
office-problem-case = Open the case again

## The inbox

office-rail = Queues
office-rail-time = By deadline
office-rail-step = By step
office-queue-mine = My work
office-queue-agency = Whole agency
office-queue-unassigned = Nobody’s yet
office-queue-late = Late
office-queue-today = Due today
office-queue-within-24-hours = Within 24 hours
office-queue-paused = Paused
office-queue-intake = Intake
office-queue-appraisal = Examination
office-queue-signing = To sign
office-queue-issuing = To issue
office-queue-ready = To hand out
office-queue-answered = Completed by applicant
office-queue-withdrawal = Asked to withdraw
office-queue-applicant = Waiting for applicant
office-inbox-caption = { $queue }, nearest deadline first
office-inbox-none = There are no cases in this queue.
office-inbox-none-mine = Nothing is waiting for you.
office-inbox-none-late = No case is late.
office-column-left = Left
office-column-number = Case number
office-column-applicant = Applicant
office-column-procedure = Procedure
office-column-step = Step
office-column-channel = Channel
office-column-desk = Handed in at
office-column-sent = Sent
office-no-deadline = No deadline
office-pager-shown = { $shown } cases on this page
office-search-none = No case within your rights has the number “{ $typed }”.
office-search-none-next = Check each digit, or type the sending reference that begins with GN.
office-select-acts = With the chosen cases
office-select-none = Choose at least one case.
office-select-done = Done for { $done } of { $asked } chosen cases.
office-select-rest = The others cannot take this act now; open each to see why.
office-hand-over-selected = Hand over the chosen cases
office-assign-selected = Assign the chosen cases

## Keys

office-keys-move = down, up
office-keys-open = open
office-keys-select = choose
office-keys-search = search
office-keys-all = all keys
office-keys-off = switch keys off
office-keys-on = switch keys on
office-keys-next = next case
office-keys-back = back to the queue
office-keys-papers = papers
office-keys-accept = agree
office-keys-supplement = ask for more
office-keys-forward = hand over, assign
office-keys-refuse = refuse, send back
office-keys-title = All keys
office-keys-note = Single letters do nothing while you type in a field. Switch them off or on in the last row of the page.
office-keys-in-list = In a queue
office-keys-in-case = In a case

## Steps and events

office-step-sent = Intake
office-step-supplement-at-intake = Waiting for applicant
office-step-not-accepted = Not accepted
office-step-recalled = Taken back
office-step-accepted = To hand over
office-step-handed-over = To assign
office-step-appraisal = Examination
office-step-supplement-after-appraisal = Waiting for applicant
office-step-leader-signing = To sign
office-step-clerk-issuing = To issue
office-step-ready = To hand out
office-step-delivered = Handed out
office-step-withdrawn = Withdrawn
office-step-answered = Completed by applicant
office-event-sent = Sent
office-event-recalled = Taken back by the applicant
office-event-accepted = Accepted
office-event-number-assigned = Number given
office-event-intake-refused = Refused at intake
office-event-supplement-requested = More asked for
office-event-supplement-answered = Completed by the applicant
office-event-supplement-confirmed = Found complete
office-event-handed-over = Handed over
office-event-assigned = Assigned
office-event-examined = Examined
office-event-outcome-drafted = Draft result submitted
office-event-sent-back = Draft sent back
office-event-outcome-signed = Result signed
office-event-outcome-issued = Result issued
office-event-result-returned = Result handed out
office-event-withdrawal-asked = Applicant asked to withdraw
office-event-withdrawal-declined = Withdrawal not granted
office-event-withdrawn = Withdrawn
office-event-calendar-decision-applied = Due date counted anew for a decreed day off
office-event-service-rated = Rated by the applicant
office-by-applicant = applicant
office-by-rule = system
office-by = { $person } · { $role }
office-role-receiving-officer = Receiving officer
office-role-specialist = Specialist
office-role-division-head = Division head
office-role-head = Head of agency
office-role-clerk = Clerk
office-role-returning-officer = Returning officer
office-role-finance = Finance officer
office-role-centre-director = Director of the centre
office-role-catalogue-admin = Catalogue administrator
office-role-administrator = Technical administrator
office-role-watcher = Operations centre
office-role-self = Own enrolment

## The case

office-case-applicant = Applicant
office-case-name = Name
office-case-personal-number = Personal number
office-case-phone = Telephone
office-case-holder = Specialist
office-case-step = Step
office-case-log = What happened
office-case-intake-due = Answer at intake { $due }
office-case-handover-by = Hand over { $due }
office-case-due = Due { $due }
office-case-next = Next case
office-case-papers = Papers given
office-case-paper-of = file { $number }
office-case-page-alt = { $label }, page { $page }
office-case-no-papers = This case has no papers attached.
office-case-no-image = This file cannot be shown on the page. Download the original.
office-case-original = Download the original
office-case-conditions = Conditions
office-case-no-conditions = This procedure has no conditions to be recorded.
office-case-condition-met = Met
office-case-condition-unmet = Not met
office-case-condition-open = Not examined yet
office-case-decide = Decision
office-case-nothing = You have nothing to do in this case at present.
office-case-not-yours = This case is with another officer or agency.
office-case-more = Other acts of your office, not possible now
office-case-draft-granted = Draft: granted
office-case-draft-refused = Draft: refused
office-case-result-granted = Result: granted
office-case-result-refused = Result: refused
office-case-sent-back = The draft was sent back. To mend:
office-case-withdrawal = The applicant asks to withdraw
office-case-withdrawal-no-reason = No reason given.
office-case-supplements = Supplements so far
office-case-supplement-asked = Asked { $at }
office-case-supplement-answered = answered { $at }
office-case-supplement-waiting = not answered yet
office-case-legal-papers = Papers of the case
office-case-clock = How the time limit is counted
office-case-clock-limit = The law allows
office-case-clock-promise = The city promises
office-case-clock-original = Due at first
office-case-clock-current = Due now
office-ground-supplement-awaited = waiting for the applicant to complete it

## The acts

office-act-accept = Accept
office-act-refuse-intake = Refuse at intake
office-act-request-supplement = Ask for a supplement
office-act-confirm-supplement = Confirm that it is complete
office-act-hand-over = Hand over
office-act-assign = Assign
office-act-examine = Record the examination
office-act-grant = Conditions met, submit to sign
office-act-grant-examined = Submit to grant
office-act-decline = Submit to refuse
office-act-draft-outcome = Submit a draft result
office-act-send-back = Send the draft back
office-act-sign-outcome = Sign the result
office-act-issue-outcome = Number and issue
office-act-return-result = Hand out the result
office-act-decide-withdrawal = Decide about the withdrawal
office-act-assign-to = Assign to
office-act-examine-hint = Record each condition. “Conditions met, submit to sign” records every condition left open as met.
office-act-next = When this is done, the next case opens.
office-act-check-identity = I compared the collector with an identity paper
office-act-check-right = I checked the right to collect

## Pages of acts that need words

office-reason = Reason
office-reason-hint = The applicant reads this reason. Name the ground and what they can do.
office-reason-missing = Enter the reason
office-refuse-title = Refuse this case at intake?
office-refuse-note = The applicant gets the refusal (form 03) with the reason below. This cannot be undone.
office-decline-title = Submit a refusal to be signed?
office-decline-note = The signatory reads this reason; once issued, the applicant gets the refusal.
office-send-back-title = Send the draft back to the specialist?
office-send-back-hint = The specialist reads this reason. Say what must be mended.
office-withdrawal-title = The applicant asks to withdraw
office-withdrawal-grant = Grant it and stop
office-withdrawal-decline = Do not grant it and go on
office-withdrawal-choice = Your decision
office-withdrawal-choice-missing = Choose one of the two
office-withdrawal-reason-hint = Needed when it is not granted. The applicant reads this reason.
office-withdrawal-save = Record the decision
office-supplement-title = What must the applicant complete?
office-supplement-once = One notice that lists everything. By law a case may be sent back for completion only once at each stage.
office-supplement-papers = Papers
office-supplement-answers = Answers
office-supplement-reason = Reason and how to mend it: { $label }
office-supplement-none = Choose at least one thing to complete
office-supplement-reason-missing = Enter the reason for “{ $label }”
office-supplement-not-chosen = Tick “{ $label }”, or remove its reason
office-supplement-ground = Ground for a further supplement
office-supplement-ground-hint = Only where sector law allows a further round or a late one; name the text and the article.
office-supplement-send = Send the request for supplement

## What has been done

office-done-accept = Case { $case } is accepted.
office-done-refuse-intake = Case { $case } is refused at intake.
office-done-request-supplement = A supplement is asked for in case { $case }.
office-done-confirm-supplement = Case { $case } is found complete.
office-done-hand-over = Case { $case } is handed over.
office-done-assign = Case { $case } is assigned.
office-done-examine = The examination of case { $case } is recorded.
office-done-draft-outcome = The draft for case { $case } is with the signatory.
office-done-send-back = The draft for case { $case } is sent back.
office-done-sign-outcome = The result of case { $case } is signed.
office-done-issue-outcome = The result of case { $case } is issued.
office-done-return-result = The result of case { $case } is handed out.
office-done-decide-withdrawal = The decision about the withdrawal of case { $case } is recorded.
office-done-look = Look at that case again

## Accounts

office-staff-title = Staff of the agency
office-staff-name = Full name
office-staff-unit = Unit
office-staff-roles = Offices held
office-staff-invite = Make an invitation link
office-staff-add = Add a member of staff
office-staff-none = This agency has no staff yet.
office-staff-agency = Agency
office-staff-show = Show
office-staff-name-missing = Enter the full name
office-staff-unit-missing = Choose the unit
office-staff-roles-missing = Choose at least one office
office-staff-link-title = Invitation link for { $name }
office-staff-link-how = Hand this link to the invited person yourself. It is shown only now, works once, and for three days.
office-staff-link-label = Link

## The catalogue

office-catalogue-title = What people must confirm
office-catalogue-lead = The import read these in the national catalogue but does not decide about them. Each keeps the record’s own words.
office-catalogue-code = Procedure code
office-catalogue-trap = What is unclear
office-catalogue-raw = As recorded
office-catalogue-reason = Why
office-catalogue-none = Nothing is left to confirm.
