//! Pieces that several views show.

use motcua_domain::case::Case;
use motcua_domain::id::PaperId;
use motcua_domain::time::{Day, Instant, OfficeCalendar};

/// When the city must have acted, as a page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueView {
    /// The moment.
    pub at: Instant,
    /// The day.
    pub on: Day,
    /// How it stands.
    pub left: DaysLeft,
}

/// How a due moment stands, in the words of the inbox (còn lại).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DaysLeft {
    /// The clock stands still.
    Paused,
    /// Late by so many calendar days, at least 1.
    Late(i64),
    /// Due today at this moment.
    Today(Instant),
    /// So many working days are left, at least 1.
    WorkingDays(i64),
    /// The city owes nothing.
    Nothing,
}

impl DaysLeft {
    /// How the case stands at `now`.
    pub fn of(case: &Case, calendar: &OfficeCalendar, now: Instant) -> Self {
        if case.is_paused() {
            return Self::Paused;
        }
        case.city_due()
            .map_or(Self::Nothing, |due| Self::until(due.at, calendar, now))
    }

    /// How a moment stands at `now`.
    pub fn until(due: Instant, calendar: &OfficeCalendar, now: Instant) -> Self {
        let days = now.day().days_until(due.day());
        if now > due {
            return Self::Late((-days).max(1));
        }
        if days == 0 {
            return Self::Today(due);
        }
        let working = calendar.working_days_between(now.day(), due.day());
        Self::WorkingDays(working.max(1))
    }
}

/// A paper that can be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperLink {
    /// Which.
    pub id: PaperId,
    /// The kind, `form-01`.
    pub kind: String,
    /// When it was made.
    pub at: Instant,
}
