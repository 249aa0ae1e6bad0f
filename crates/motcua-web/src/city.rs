//! The residents' site.

pub mod account;
pub mod cases;
pub mod home;
mod offers;
pub mod procedures;
