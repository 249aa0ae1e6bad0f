//! Uploads: safe reading and inspection, and the content-addressed file store.
//!
//! A file is judged by its content, never by its name. What is kept can be looked at as page images that we
//! encoded ourselves; the sender's bytes leave only as an attachment. Inspection runs in a child process with a
//! deadline and a bound on memory ([`child::ChildInspector`]), because a hostile file may hang or exhaust whatever reads it.

pub mod child;
mod inspect;
mod room;
mod slots;
mod store;

pub use inspect::{FILE_BYTES_MAX, PAGES_MAX, Unusable, inspect};
pub use room::free_bytes;
pub use store::DiskFiles;

#[cfg(test)]
mod tests;
