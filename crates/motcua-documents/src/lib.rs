//! Legal forms and results as PDF.
