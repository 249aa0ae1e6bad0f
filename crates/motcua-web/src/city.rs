//! The residents' site.

pub mod account;
pub mod acts;
pub mod beginning;
pub mod cases;
pub mod check;
pub mod drafts;
pub mod duty;
pub(crate) mod fields;
pub mod home;
pub mod me;
mod offers;
pub mod offices;
pub mod papers;
pub mod procedures;
pub mod questions;
pub mod supplement;
pub mod track;
pub mod tracker;
pub(crate) mod uploads;

#[cfg(test)]
mod tests;
