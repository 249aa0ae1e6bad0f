### The officers' pages: inbox, case, acts.
