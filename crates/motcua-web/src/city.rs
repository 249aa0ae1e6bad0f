//! The residents' site.

pub mod account;
