//! How long something may take, in the units the law uses (`domain.md` 4.1).

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::instant::{Day, Instant};

/// A time limit (thời hạn giải quyết). The unit of the text is kept: *ngày* is never read as *ngày làm việc*.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TimeLimit {
    /// Ngày làm việc: working days, the day of reception not counted.
    WorkingDays(u32),
    /// Giờ làm việc: hours in which the office is open.
    WorkingHours(u32),
    /// Ngày: every day counts, but the last one must be a working day.
    CalendarDays(u32),
    /// Tháng: the same day number so many months on.
    Months(u32),
    /// Năm: the same date so many years on.
    Years(u32),
    /// Giờ: hours round the clock.
    ElapsedHours(u32),
    /// Phút: minutes in which the office is open.
    Minutes(u32),
    /// Trong ngày: the same day if received by the cut-off, else the next day the office is open (4.3).
    SameDay,
    /// As written in the source, with no unit that a rule could read: a person must settle it.
    Unparsed(String),
}

/// When something is due (ngày hẹn trả).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Due {
    /// The last moment in time: closing time where the law's answer is a day.
    pub at: Instant,
    /// The day of that moment.
    pub on: Day,
}

impl Due {
    /// Due at a moment.
    pub const fn at(at: Instant) -> Self {
        Self { at, on: at.day() }
    }
}

/// Why a limit has no due date.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum LimitError {
    /// The source names no unit: a person must settle it.
    #[error("the limit `{raw}` has no unit that can be counted; a person must settle it")]
    NotSettled {
        /// The limit as the source has it.
        raw: String,
    },
    /// The due date would lie beyond the year 9999.
    #[error("the limit ends after the year 9999")]
    BeyondCalendar,
}

/// A text that names no limit.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error(
    "`{text}` is not a limit: write a number and one of working-days, working-hours, calendar-days, months, years, elapsed-hours, minutes, for example `5 working-days`"
)]
pub struct LimitTextError {
    text: String,
}

/// How a half that is no whole number of the unit is rounded (`domain.md` U10).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum HalfRounding {
    /// Into the smaller unit where there is one (3.5 working days are 28 working hours), else up.
    #[default]
    Exact,
    /// Up to the whole unit.
    Up,
    /// Down to the whole unit, but never to nothing.
    Down,
}

impl TimeLimit {
    /// Half the limit: the city's promise for what is filed online (S9; `domain.md` 4.6). A working day is eight
    /// hours (4.10 rule 1), half a year six months, half a month fifteen days (Civil Code art. 146).
    #[must_use]
    pub fn promise_half(&self, rounding: HalfRounding) -> Self {
        let whole = |n: u32| match rounding {
            HalfRounding::Down => (n / 2).max(n.min(1)),
            HalfRounding::Exact | HalfRounding::Up => n.div_ceil(2),
        };
        let is_exact = |n: u32| rounding == HalfRounding::Exact && n % 2 == 1;
        match self {
            Self::WorkingDays(n) if is_exact(*n) => Self::WorkingHours(n.saturating_mul(4)),
            Self::WorkingHours(n) if is_exact(*n) => Self::Minutes(n.saturating_mul(30)),
            Self::Months(n) if is_exact(*n) => Self::CalendarDays(n.saturating_mul(15)),
            Self::Years(n) if is_exact(*n) => Self::Months(n.saturating_mul(6)),
            Self::WorkingDays(n) => Self::WorkingDays(whole(*n)),
            Self::WorkingHours(n) => Self::WorkingHours(whole(*n)),
            Self::CalendarDays(n) => Self::CalendarDays(whole(*n)),
            Self::Months(n) => Self::Months(whole(*n)),
            Self::Years(n) => Self::Years(whole(*n)),
            Self::ElapsedHours(n) => Self::ElapsedHours(whole(*n)),
            Self::Minutes(n) => Self::Minutes(whole(*n)),
            Self::SameDay => Self::SameDay,
            Self::Unparsed(raw) => Self::Unparsed(raw.clone()),
        }
    }
}

impl fmt::Display for TimeLimit {
    /// As [`FromStr`] reads it: `5 working-days`, `1 month`, `same-day`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (number, unit) = match self {
            Self::WorkingDays(n) => (n, "working-day"),
            Self::WorkingHours(n) => (n, "working-hour"),
            Self::CalendarDays(n) => (n, "calendar-day"),
            Self::Months(n) => (n, "month"),
            Self::Years(n) => (n, "year"),
            Self::ElapsedHours(n) => (n, "elapsed-hour"),
            Self::Minutes(n) => (n, "minute"),
            Self::SameDay => return out.write_str("same-day"),
            Self::Unparsed(raw) => return out.write_str(raw),
        };
        write!(out, "{number} {unit}{}", if *number == 1 { "" } else { "s" })
    }
}

impl FromStr for TimeLimit {
    type Err = LimitTextError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || LimitTextError {
            text: text.to_owned(),
        };
        let mut words = text.split_whitespace();
        let first = words.next().ok_or_else(wrong)?;
        if first == "same-day" && words.next().is_none() {
            return Ok(Self::SameDay);
        }
        let number: u32 = first.parse().map_err(|_| wrong())?;
        let unit = words.next().ok_or_else(wrong)?;
        if words.next().is_some() {
            return Err(wrong());
        }
        match unit.strip_suffix('s').unwrap_or(unit) {
            "working-day" => Ok(Self::WorkingDays(number)),
            "working-hour" => Ok(Self::WorkingHours(number)),
            "calendar-day" => Ok(Self::CalendarDays(number)),
            "month" => Ok(Self::Months(number)),
            "year" => Ok(Self::Years(number)),
            "elapsed-hour" => Ok(Self::ElapsedHours(number)),
            "minute" => Ok(Self::Minutes(number)),
            _ => Err(wrong()),
        }
    }
}
