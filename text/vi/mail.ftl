### E-mails and SMS. Never "today", never personal content.
