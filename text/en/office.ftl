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
