//! The life of a case (hồ sơ): commands, events, and the two functions between them.
//!
//! [`decide`] says what a command makes happen, or why it may not; [`evolve`] says what an event means.
//! `fold(events) == row` always: nothing about a case is known that its events do not tell.
//! Source of every move: `domain.md` 3.3 (T01-T22); clocks: 4.

mod available;
mod command;
mod decide;
mod event;
mod evolve;
mod number;
mod refusal;
mod rules;
mod state;
mod step;

#[cfg(test)]
pub mod sample;
#[cfg(test)]
mod tests;

pub use available::{Availability, NotNow, available};
pub use command::{Command, CommandKind, Finding, SupplementAnswer};
pub use decide::{Context, decide, guard};
pub use event::{
    Accepted, Author, CalendarApplied, Event, Examined, Issued, OutcomeDrafted, Recorded, Returned, Sent,
    SupplementAnswered, SupplementItem, SupplementRequested,
};
pub use evolve::{evolve, fold};
pub use number::{CaseNumber, NumberSeries, SendingReference};
pub use refusal::Refusal;
pub use rules::{Rules, SupplementEffect, SupplementRule};
pub use state::{
    Case, Clock, DeliveryWay, Draft, FiledPaper, GroundForActing, IntakeClock, Outcome, OutcomeKind,
    Signature, Supplement, SupplementStage, Withdrawal,
};
pub use step::{NationalStatus, Party, Step};
