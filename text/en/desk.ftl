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
