//! The staff's site: the inbox, a case on one screen, the acts, accounts, and what the catalogue leaves open.

pub mod account;
pub mod acts;
pub mod calendar;
pub mod case;
pub mod catalogue;
pub mod counter;
mod export;
pub mod finding;
mod frame;
mod given;
pub mod head;
pub mod inbox;
pub mod money;
pub mod papers;
pub mod register;
pub mod staff;
pub mod takings;
pub mod views;

pub use frame::{Place, frame_of};
pub use given::Given;

/// The site's own address leads to work.
pub async fn home() -> axum::response::Response {
    crate::pages::see("/desk")
}
