//! The law of time: moments and days of Da Nang, limits in the units of the law, the calendar of an office,
//! and the ledger from which a due date is derived (`domain.md` 4).
//!
//! A calendar is one monotone function, the working time before a moment, and its two inverses; see
//! `timeline.rs`. Every rule is a line or two on top of it.

mod calendar;
mod explain;
mod holidays;
mod hours;
mod instant;
mod law;
mod ledger;
mod limit;
pub mod lunar;
mod timeline;

pub use calendar::{Ahead, CalendarRules, ElapsedReading, HalfDay, OfficeCalendar};
pub use explain::{Explanation, Line, NotStarted, Rest, What};
pub use holidays::{CalendarFileError, CalendarFileFault, Holiday, HolidayKind, HolidayTable};
pub use hours::{DayPlan, Hours, HoursError, Week};
pub use instant::{Day, Instant, TimeOfDay, TimeTextError};
pub use law::statutory_holidays;
pub use ledger::{AlreadyExtended, Exclusion, ExclusionGround, Extension, Ledger};
pub use limit::{Due, HalfRounding, LimitError, LimitTextError, TimeLimit};

#[cfg(test)]
mod tests;
