### Questions, check answers, sending, the receipt of sending.

filing-held-title = This time you need not give
filing-saved = Your answers are saved after each page, last at { $at }.
filing-address-line = House number and street, or hamlet
filing-address-commune = Ward, commune or special zone
filing-address-province = Province or city

## Problems of answers, where the form has no sentence of its own

filing-problem-missing = Answer: { $field }
filing-problem-too-long = { $field } is too long, write it shorter
filing-problem-not-a-name = { $field } has only letters, spaces and hyphens
filing-problem-not-a-date = { $field } must be a real day, for example 21 11 2026
filing-problem-in-the-future = { $field } must be today or earlier
filing-problem-too-long-ago = { $field } lies too far back, look at the year
filing-problem-not-a-time = { $field } needs hours and minutes, for example 06:35
filing-problem-not-a-choice = Choose an answer: { $field }
filing-problem-not-a-number = { $field } must be a number
filing-problem-too-small = { $field } is smaller than allowed
filing-problem-too-large = { $field } is larger than allowed
filing-problem-not-a-personal-number = { $field } must have 12 digits
filing-problem-not-a-phone = { $field } must have 10 digits and begin with 0; foreign numbers begin with +
filing-problem-not-an-email = { $field } must look like name@example.com
filing-problem-address-incomplete = { $field } needs three parts: house and street, ward or commune, province or city
filing-problem-too-many-files = { $field }: too many files
filing-problem-disagrees-with-birth-date = { $field } tells another year of birth than the date given. If the paper says so, go on all the same

## The desk

filing-desk-title = At which one-stop desk do you file?
filing-desk-hint = Choose the ward or commune where you live, or where your land, shop or building is. The one you choose decides the case.
filing-desk-none = Choose from the list
filing-desk-missing = Choose a ward or commune
filing-desk-label = Received at

## Papers

filing-papers-title = Your papers
filing-papers-lead = A photo by phone is enough. A paper may have several photos.
filing-papers-hint = JPEG or PNG photos or PDF, each under 20 MB. All four corners, and readable.
filing-papers-if = Only if your case needs it.
filing-paper-file = { $pages ->
    [one] 1 page, { $size }
   *[other] { $pages } pages, { $size }
}
filing-papers-given = Uploaded
filing-papers-upload = Upload
filing-paper-remove = Remove the file { $name }
filing-paper-missing = Upload: { $name }
filing-file-refused = { $name }: { $why }
filing-file-empty = the file has nothing in it, choose another
filing-file-too-large = the file is larger than 20 MB, photograph it again or split it
filing-file-type = only JPEG, PNG or PDF can be taken
filing-file-damaged = the file is damaged and cannot be opened; photograph or save it again
filing-file-too-many-pixels = the picture is too large, take a smaller one
filing-file-too-many-pages = the PDF has too many pages, split it
filing-file-encrypted = the PDF has a password; remove it and upload again
filing-file-active-content = the PDF holds code or attachments; print it to a plain PDF
filing-file-two-kinds = the file is two formats at once; save it again and upload that
filing-file-quota = you have uploaded as much as one day allows; go on tomorrow
filing-file-too-many = this paper has its 12 files; remove one before adding

## A newer version of the form

filing-changes-title = The form has a new version
filing-changes-lead = From { $on } the form follows new rules. Here is what becomes of each answer. None is lost without being named.
filing-changes-kept = Kept
filing-changes-renamed = Moved to a new question
filing-changes-from-to = { $old } → { $new }
filing-changes-dropped = No longer asked
filing-changes-needs = Needs your answer
filing-changes-none = None
filing-changes-act = Use the new form

## Check and send

filing-check-title = Check before you send
filing-check-lead = { $procedure }. Lines with a lock come from the State's data; you need not give them again. If one is wrong, do not send yet: call 1022.
filing-check-papers = Papers
filing-check-desk = Received at
filing-check-empty = Left empty
filing-check-no-file = No file yet
filing-check-not-given = Not given
filing-check-files = { $count ->
    [one] 1 file
   *[other] { $count } files
}
filing-check-open = Something is not finished
filing-check-after = After sending
filing-check-after-receipt = You get a reference at once, to follow your case
filing-check-after-answer = The desk answers within 8 working hours
filing-check-after-answer-detail = It accepts and gives a date, or asks once for all that is missing
filing-check-after-limit = The result
filing-check-after-limit-detail = { $limit }, counted from acceptance
filing-check-undertaking = I declare that what I have stated is true, and answer for it before the law.
filing-check-undertaking-missing = Tick the declaration
filing-check-send = Send: { $procedure }
filing-check-mend = Mend what is not finished

## The receipt of sending

filing-sent-title = Sent
filing-sent-number = Receipt reference
filing-sent-due = The desk answers you
filing-sent-procedure = Procedure
filing-sent-by = Applicant
filing-sent-at = Sent
filing-sent-to = Received at
filing-sent-note = This confirms that you sent it; it is not yet the receipt in law. That one, the case number and the due date come when the desk accepts it.
filing-sent-track = Follow the case
filing-sent-pdf = Save the PDF
filing-sent-next = What happens next
filing-sent-next-check = An officer checks it. If something is missing, you are asked once for all of it.
filing-sent-next-accept = On acceptance
filing-sent-next-accept-detail = You get a case number, the receipt and a due date.
filing-sent-next-result = On the due date
filing-sent-next-result-detail = You take the result here, or at the desk if you chose so.
filing-sent-nothing = There is nothing more for you to do.
filing-sent-nothing-detail = We tell you when it is accepted, when something is missing, and when the result is here.
filing-sent-change = To change something before it is accepted, take it back on its page and file again. Or call
filing-discard-title = Delete this draft?
filing-discard-body = The answers and papers of the draft “{ $procedure }” will be gone for good.
filing-discard-act = Delete the draft
filing-discard-keep = Keep the draft
