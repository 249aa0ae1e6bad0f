//! The residents' site.

pub mod account;
pub mod cases;
pub mod check;
pub mod drafts;
mod fields;
pub mod home;
mod offers;
pub mod papers;
pub mod procedures;
pub mod questions;
pub(crate) mod uploads;
