//! The staff's site.

pub mod account;
