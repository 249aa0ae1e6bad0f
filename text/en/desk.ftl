### The officers' desk: what is next, what went wrong at a form, what was done.
desk-staff-added = { $name } was added.
desk-staff-added-next = They cannot sign in yet. Next: make an invitation link and hand it over yourself; they open it on their own device to create a passkey.
desk-invitation-own-title = You cannot use an invitation that you made yourself
desk-invitation-own-body = An account takes two people: the administrator makes the link, the invited person opens it. This attempt is on record; the link is still good.
desk-invitation-own-next = Give the link to the person invited. They open it on their own device.
desk-condition-missing = Choose Met or Not met: { $condition }
desk-case-late-by = Issued { $days } late
desk-case-before = before
desk-case-after = after
desk-next-work = Next piece of work
desk-keys-beside = case after, before
desk-keys-give = choose whom to give it to

## The inbox

desk-views = Saved views
desk-filter = Filter
desk-filter-clear = Clear filters
desk-filter-procedure = All procedures
desk-filter-channel = All channels
desk-filter-desk = All desks
desk-view-keep = Save this view
desk-view-change = Change this view
desk-view-name = Name of the view
desk-view-hint = Only you see this view.
desk-view-name-missing = Enter a name, at most 60 letters
desk-view-name-taken = This name is taken, or the view was just changed in another window. Choose another name.
desk-view-too-many = You have 20 views. Remove an old one first.
desk-view-discard = Remove the view “{ $name }”
desk-found-title = Cases of “{ $typed }”
desk-found-lead = { $count } within your rights. This search is on the applicants’ access record.
desk-found-too-many = More than { $most } cases, or too many people, match “{ $typed }”; so none is shown.
desk-found-too-many-next = Type the full name, or the personal number of 12 digits.
desk-found-too-little = “{ $typed }” is too little to look for.
desk-found-too-little-next = Type a case number, at least two words of a name, or a personal number of 12 digits.

## The case

desk-note = Your private note
desk-note-hint = Only you can read it. It is in no case and no log.
desk-note-keep = Save the note
desk-note-too-long = Shorten the note to { $most } letters or fewer
desk-note-changed = The note was just changed in another window; it now says: “{ $stands }”. Save again to replace it with the words below.
desk-case-filed-again = This person has another case under the same procedure
desk-case-filed-again-line = { $case } · { $step } · sent { $day }
desk-case-time-open = Time open
desk-case-time-open-value = { $minutes } in { $times } openings; each counts for 15 minutes at most. Only the head of the agency sees this figure.

## Before a resident sends

desk-filed-already = You have filed under this procedure already.
desk-filed-already-next = If it is the same matter you need not file again; look at the case you sent.
desk-filed-already-line = { $case }, sent { $day }
