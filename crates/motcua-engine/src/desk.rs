//! What officers keep for themselves at their desk: saved views, private notes, and how long a file was open. Plain
//! rows with compare-and-swap beside the log; none of it is part of a case.

mod notes;
mod open;
mod saved;

pub use notes::{NOTE_LETTERS_MAX, NoteKept, PrivateNote};
pub use saved::{SavedView, VIEWS_MAX, ViewKept};
