//! The report of a period (báo cáo tình hình giải quyết hồ sơ): how many cases came in, went out and are still open, and
//! which of them were late.
//!
//! Every case enters a period once, as carried over or as received, and leaves it once, resolved, ended or open. So the
//! identities of `domain.md` 12.4 (form II.06) hold by construction: carried over + received = resolved + ended + open.

mod fact;
mod figures;

#[cfg(test)]
mod tests;

pub use fact::{CaseFact, Ending};
pub use figures::{Entry, Fate, Figures, Marks, Standing};

use crate::case::Step;
use crate::time::{Day, Instant};

/// The days that a report is about, both of them included (kỳ báo cáo).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    from: Day,
    /// The last day.
    to: Day,
}

impl Period {
    /// The days from one to another; `None` if they stand the wrong way round.
    pub fn new(from: Day, to: Day) -> Option<Self> {
        (from <= to).then_some(Self { from, to })
    }

    /// The month of a day, up to that day.
    pub fn month_until(day: Day) -> Self {
        let first = day.plus_days(1 - i64::from(day.date().day()));
        Self { from: first, to: day }
    }

    /// The first day.
    pub const fn from(&self) -> Day {
        self.from
    }

    /// The last day.
    pub const fn to(&self) -> Day {
        self.to
    }

    /// Its first moment.
    pub fn begins_at(&self) -> Instant {
        self.from.midnight()
    }

    /// The moment after its last one, and never after `now`: figures say nothing about what has not happened.
    pub fn closes_at(&self, now: Instant) -> Instant {
        self.to.plus_days(1).midnight().min(now)
    }
}

/// Whether a case that was received and has not ended can stand at this step: a way to the few that are open, which never
/// leads past one.
pub const fn may_be_open(step: Step) -> bool {
    step.is_being_resolved() || matches!(step, Step::Stopped)
}
