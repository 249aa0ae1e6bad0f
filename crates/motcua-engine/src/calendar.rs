//! The city's calendar at work: decisions on days go on record by two people, show what they move before they count,
//! and are then carried out on every running case by a reconciler.

mod apply;
mod codec;
mod difference;
mod settle;
mod snapshot;
mod view;

pub use apply::Applied;
pub use codec::{decode, encode};
pub use difference::{CalendarDifference, MovedCase};
pub use snapshot::Calendars;
pub use view::{CalendarProgress, CalendarView, DecidedDayView};
