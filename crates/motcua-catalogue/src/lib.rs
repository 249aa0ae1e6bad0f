//! Reads the world's formats into the domain: the national portal's records, the city folder.
//!
//! - [`portal`]: the records of the national portal, every trap of them reported for a person.
//! - [`source`]: opening a crawl, plain or packed, with progress.
//! - [`city`]: the facts of one city from its own folder.
//! - [`difference`]: what a newer crawl changes.
//! - [`encode`] and [`decode`]: the compact form in which the store keeps a version.

pub mod city;
pub mod difference;
pub mod portal;
pub mod source;
mod wire;

pub use difference::{Changed, Difference, Fingerprint, diff};
pub use portal::{Import, ImportCounts, ImportEnding, ImportedRecord, Rejected, import};
pub use source::{OpenError, Progress, Source, import_file};
pub use wire::{DecodeError, decode, encode};
