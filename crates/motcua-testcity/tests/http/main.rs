//! The city through its HTTP front door, in this process: what browsers get, and who gets what.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests: what a page must have is there, or the test fails and says where"
)]

mod browser;
mod edge;
mod filing;
mod form;
mod guard;
mod matrix;
mod sheets;
mod signing_in;
mod world;
