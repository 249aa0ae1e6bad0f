### When the machine cannot: what is safe, when it will work, whom to call.

problem-incident = Incident code
problem-home = Go to the first page
problem-legal-basis = Legal basis: { $basis }
problem-not-found-title = This page was not found
problem-not-found-body = The address may be mistyped, or only the people concerned may see this page.
problem-not-found-next = Check the address, or look for the procedure or the case from the first page.
problem-sign-in-title = You need to sign in
problem-sign-in-body = This page shows information of yours.
problem-sign-in-next = Sign in, then open this page again.
problem-denied-title = This is not within your office
problem-denied-body = Your role does not include this act. Nothing has changed.
problem-denied-next = If you need to do it, ask your agency’s administrator.
problem-refused-title = This cannot be done now
problem-changed-title = Somebody else has just updated this case
problem-changed-body = What you did was not recorded, so that it does not overwrite the other person’s work.
problem-changed-next = Open the case again, see what changed, and try again.
problem-unusable-title = This request could not be taken
problem-unusable-body = Part of the request is missing, out of date or already used. What was saved is still there.
problem-unusable-next = Go back, reload the page and try again.
problem-busy-title = The system is busy
problem-busy-body = Your request was not recorded. What was saved is still there.
problem-busy-next = Wait a few seconds and try again. Trying again does not make a second case.
problem-failed-title = It was not done, because of a fault of ours
problem-failed-body = What you saved is still there. The fault was recorded for the people on duty.
problem-failed-next = Try again in a few minutes. If it fails again, call 1022 and read out the incident code.
