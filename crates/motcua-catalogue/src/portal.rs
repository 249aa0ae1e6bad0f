//! The national portal's records (Cổng Dịch vụ công quốc gia): one JSON object a line, as its service answers.
//!
//! What the record says plainly becomes typed data; what misleads (`domain.md` 7.6) is kept as it came and reported as
//! a [`ConfirmationItem`] for a person. Nothing is guessed, nothing is dropped, no line stops the others.

mod charge;
mod content;
mod convert;
mod finding;
mod import;
mod limit;
mod record;
mod scan;
mod text;

#[cfg(test)]
mod tests;

pub use import::{Import, ImportCounts, ImportEnding, ImportedRecord, Rejected, import};

#[cfg(doc)]
use motcua_domain::catalogue::ConfirmationItem;
