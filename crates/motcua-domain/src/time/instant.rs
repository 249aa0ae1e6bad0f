//! Moments and days in Da Nang. Viet Nam keeps UTC+7 the year round, so no time-zone database is needed.

use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, Weekday};
use jiff::{SignedDuration, Span, Timestamp};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use thiserror::Error;

/// A second, in milliseconds.
const SECOND: i64 = 1_000;
/// A minute, in milliseconds.
pub(super) const MINUTE: i64 = 60 * SECOND;
/// An hour, in milliseconds.
pub(super) const HOUR: i64 = 60 * MINUTE;
/// A day, in milliseconds.
pub(super) const DAY: i64 = 24 * HOUR;
/// How far local time is ahead of UTC.
const AHEAD_OF_UTC: i64 = 7 * HOUR;

const EPOCH: Date = Date::constant(1970, 1, 1);

/// A moment (thời điểm): milliseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(i64);

/// A day of the civil calendar (ngày), 0001-01-01 to 9999-12-31, in local time.
///
/// It is kept as a number of days, because every rule counts days and almost none asks for the month.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

/// A local time of day (giờ trong ngày), 00:00 to 24:00; 24:00 exists to close an office at midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeOfDay(u32);

/// A text that names no moment, day or time of day.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("`{text}` is not {expected}")]
pub struct TimeTextError {
    text: String,
    expected: &'static str,
}

impl TimeTextError {
    fn new(text: &str, expected: &'static str) -> Self {
        Self {
            text: text.to_owned(),
            expected,
        }
    }
}

impl Instant {
    /// The moment so many milliseconds after 1970-01-01T00:00:00Z.
    pub const fn from_millis(millis: i64) -> Self {
        Self(millis)
    }

    /// Milliseconds since 1970-01-01T00:00:00Z.
    pub const fn millis(self) -> i64 {
        self.0
    }

    /// Reads RFC 3339 with any offset; the offset must be there.
    ///
    /// # Errors
    /// When the text is something else.
    pub fn parse(text: &str) -> Result<Self, TimeTextError> {
        let expected = "a moment such as 2026-11-30T09:00:00+07:00";
        let moment: Timestamp = text
            .trim()
            .parse()
            .map_err(|_| TimeTextError::new(text, expected))?;
        Ok(Self(moment.as_millisecond()))
    }

    /// The local day it falls on.
    pub const fn day(self) -> Day {
        Day::clamped(self.0.saturating_add(AHEAD_OF_UTC).div_euclid(DAY))
    }

    /// The local time of day.
    pub const fn time_of_day(self) -> TimeOfDay {
        TimeOfDay(self.0.saturating_add(AHEAD_OF_UTC).rem_euclid(DAY) as u32)
    }

    /// The moment so many milliseconds later, or earlier if negative.
    #[must_use]
    pub const fn plus_millis(self, millis: i64) -> Self {
        Self(self.0.saturating_add(millis))
    }

    /// The moment so many elapsed hours later, or earlier if negative.
    #[must_use]
    pub const fn plus_hours(self, hours: i64) -> Self {
        self.plus_millis(hours.saturating_mul(HOUR))
    }

    /// Milliseconds from here until `later`; negative if it is earlier.
    pub const fn millis_until(self, later: Self) -> i64 {
        later.0.saturating_sub(self.0)
    }
}

impl fmt::Display for Instant {
    /// Local RFC 3339: `2026-11-30T09:00:00+07:00`; a fraction only where there is one.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let time = self.time_of_day().0;
        let (seconds, fraction) = (time / 1_000, time % 1_000);
        write!(
            out,
            "{}T{:02}:{:02}:{:02}",
            self.day(),
            seconds / 3_600,
            seconds / 60 % 60,
            seconds % 60
        )?;
        if fraction > 0 {
            write!(out, ".{fraction:03}")?;
        }
        out.write_str("+07:00")
    }
}

impl FromStr for Instant {
    type Err = TimeTextError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_i64(self.0)
    }
}

impl<'de> Deserialize<'de> for Instant {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        i64::deserialize(input).map(Self)
    }
}

impl Day {
    /// The first day that can be named.
    pub const MIN: Self = Self(-719_162);
    /// The last day that can be named.
    pub const MAX: Self = Self(2_932_896);

    /// The day so many days after 1970-01-01, or the nearest one that can be named.
    pub(super) const fn clamped(number: i64) -> Self {
        if number < Self::MIN.0 as i64 {
            Self::MIN
        } else if number > Self::MAX.0 as i64 {
            Self::MAX
        } else {
            Self(number as i32)
        }
    }

    /// Days since 1970-01-01.
    pub(super) const fn number(self) -> i64 {
        self.0 as i64
    }

    /// Names a day.
    ///
    /// # Errors
    /// When the calendar has no such day.
    pub fn new(year: i16, month: i8, day: i8) -> Result<Self, TimeTextError> {
        Date::new(year, month, day)
            .map(Self::from)
            .map_err(|_| TimeTextError::new(&format!("{year}-{month}-{day}"), "a day of the calendar"))
    }

    /// Reads `YYYY-MM-DD`.
    ///
    /// # Errors
    /// When the text is something else, or the calendar has no such day.
    pub fn parse(text: &str) -> Result<Self, TimeTextError> {
        let wrong = || TimeTextError::new(text, "a day such as 2026-11-30");
        let trimmed = text.trim();
        let plain = trimmed.len() == 10 && trimmed.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        if !plain {
            return Err(wrong());
        }
        trimmed
            .parse()
            .map(|date: Date| Self::from(date))
            .map_err(|_| wrong())
    }

    /// As year, month and day.
    pub fn date(self) -> Date {
        EPOCH.saturating_add(SignedDuration::from_secs(self.number() * (DAY / SECOND)))
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.date().year()
    }

    /// The day of the week.
    pub fn weekday(self) -> Weekday {
        self.date().weekday()
    }

    /// 0 for Monday to 6 for Sunday.
    pub(super) const fn weekday_index(self) -> usize {
        (self.0 + 3).rem_euclid(7) as usize
    }

    /// The day so many days later, or earlier if negative.
    #[must_use]
    pub const fn plus_days(self, days: i64) -> Self {
        Self::clamped(self.number().saturating_add(days))
    }

    /// The same day number so many months later, or earlier if negative, clipped to the month's end
    /// (`domain.md` 4.10 rule 10).
    #[must_use]
    pub fn plus_months(self, months: i64) -> Self {
        let moved = Span::new()
            .try_months(months)
            .and_then(|span| self.date().checked_add(span));
        match moved {
            Ok(date) => Self::from(date),
            Err(_) if months < 0 => Self::MIN,
            Err(_) => Self::MAX,
        }
    }

    /// The same date so many years later, or earlier if negative; 29 February becomes 28 February.
    #[must_use]
    pub fn plus_years(self, years: i64) -> Self {
        self.plus_months(years.saturating_mul(12))
    }

    /// Days from here until `later`; negative if it is earlier.
    pub const fn days_until(self, later: Self) -> i64 {
        later.number() - self.number()
    }

    /// Two digits each of year, month and day, as in a case number: `261130`.
    pub fn compact(self) -> String {
        let date = self.date();
        format!(
            "{:02}{:02}{:02}",
            date.year().rem_euclid(100),
            date.month(),
            date.day()
        )
    }

    /// The moment of this day at a local time.
    pub const fn at(self, time: TimeOfDay) -> Instant {
        Instant(self.number() * DAY + time.millis() - AHEAD_OF_UTC)
    }

    /// The moment it begins.
    pub const fn midnight(self) -> Instant {
        self.at(TimeOfDay(0))
    }
}

impl From<Date> for Day {
    fn from(date: Date) -> Self {
        Self::clamped(date.duration_since(EPOCH).as_secs() / (DAY / SECOND))
    }
}

impl fmt::Display for Day {
    /// `2026-11-30`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let date = self.date();
        write!(out, "{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Day({self})")
    }
}

impl FromStr for Day {
    type Err = TimeTextError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let text = String::deserialize(input)?;
        Self::parse(&text).map_err(de::Error::custom)
    }
}

impl TimeOfDay {
    /// A time of day; `None` past 24:00 or 59 minutes.
    pub const fn new(hour: u8, minute: u8) -> Option<Self> {
        let minutes = hour as u32 * 60 + minute as u32;
        if minute > 59 || minutes > 24 * 60 {
            None
        } else {
            Some(Self(minutes * MINUTE as u32))
        }
    }

    /// A whole hour of the day; every hour from 24 on is 24:00.
    pub(super) const fn hour(hour: u8) -> Self {
        let hour = if hour > 24 { 24 } else { hour as u32 };
        Self(hour * HOUR as u32)
    }

    /// The time so many milliseconds after midnight; past the end of the day it is 24:00.
    pub(super) const fn from_millis(millis: i64) -> Self {
        let inside = if millis < 0 {
            0
        } else if millis > DAY {
            DAY
        } else {
            millis
        };
        Self(inside as u32)
    }

    /// Milliseconds since midnight.
    pub const fn millis(self) -> i64 {
        self.0 as i64
    }

    /// Reads `HH:MM` or `HH:MM:SS`.
    ///
    /// # Errors
    /// When the text is something else.
    pub fn parse(text: &str) -> Result<Self, TimeTextError> {
        let wrong = || TimeTextError::new(text, "a time of day such as 07:30");
        let number = |part: &str| match part.bytes().all(|byte| byte.is_ascii_digit()) {
            true if (1..=2).contains(&part.len()) => part.parse::<u8>().map_err(|_| wrong()),
            _ => Err(wrong()),
        };
        let mut parts = text.trim().split(':');
        let (hour, minute) = (parts.next().unwrap_or_default(), parts.next().ok_or_else(wrong)?);
        let minutes = Self::new(number(hour)?, number(minute)?).ok_or_else(wrong)?;
        let second = parts.next().map_or(Ok(0), number)?;
        let whole = minutes.millis() + i64::from(second) * SECOND;
        if second > 59 || whole > DAY || parts.next().is_some() {
            Err(wrong())
        } else {
            Ok(Self::from_millis(whole))
        }
    }
}

impl fmt::Display for TimeOfDay {
    /// `07:30`, with seconds only where there are some.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = self.0 / 1_000;
        write!(out, "{:02}:{:02}", seconds / 3_600, seconds / 60 % 60)?;
        if seconds.is_multiple_of(60) {
            Ok(())
        } else {
            write!(out, ":{:02}", seconds % 60)
        }
    }
}
