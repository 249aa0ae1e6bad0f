//! When an office is open: the hours of a day, and the plan of a week.

use std::fmt;

use thiserror::Error;

use super::instant::{HOUR, MINUTE, TimeOfDay, TimeTextError};

/// The opening hours of one day (giờ làm việc): intervals in order, never empty, never touching.
/// Each includes its first instant and excludes its last (`domain.md` 4.10 rule 8).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hours(Vec<(TimeOfDay, TimeOfDay)>);

/// What a day of the week is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DayPlan {
    /// Ngày nghỉ hằng tuần: the office is shut.
    Closed,
    /// Nửa ngày: open, but less than a working day, as a Saturday morning.
    Half(Hours),
    /// A whole working day.
    Full(Hours),
}

/// The plan of a week, Monday first; at least one day of it is a whole working day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Week {
    days: [DayPlan; 7],
    whole: Hours,
}

/// Why a text or a plan gives no hours.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum HoursError {
    /// A time of day cannot be read.
    #[error(transparent)]
    Time(#[from] TimeTextError),
    /// An interval is not `from-to`, or ends before it begins, or does not come after the one before.
    #[error("`{0}` is not a list of opening hours: write them in order, as 07:00-11:30,13:30-17:00")]
    Intervals(String),
    /// No day of the week is a whole working day, so nothing would ever be due.
    #[error("no day of the week is a whole working day")]
    NeverOpen,
}

impl Hours {
    /// Reads `07:00-11:30,13:30-17:00`.
    ///
    /// # Errors
    /// When an interval cannot be read, is empty, or does not come after the one before it.
    pub fn parse(text: &str) -> Result<Self, HoursError> {
        let wrong = || HoursError::Intervals(text.to_owned());
        let mut intervals: Vec<(TimeOfDay, TimeOfDay)> = Vec::new();
        for part in text.split(',') {
            let (from, to) = part.split_once('-').ok_or_else(wrong)?;
            let (from, to) = (TimeOfDay::parse(from)?, TimeOfDay::parse(to)?);
            let follows = intervals.last().is_none_or(|(_, before)| *before < from);
            if from >= to || !follows {
                return Err(wrong());
            }
            intervals.push((from, to));
        }
        Ok(Self(intervals))
    }

    /// 07:00-11:30 and 13:30-17:00: the default of a running system (`domain.md` 4.9).
    pub fn standard() -> Self {
        let time = |hour: i64, minute: i64| TimeOfDay::from_millis(hour * HOUR + minute * MINUTE);
        Self(vec![(time(7, 0), time(11, 30)), (time(13, 30), time(17, 0))])
    }

    /// The intervals in order: from, to.
    pub fn intervals(&self) -> &[(TimeOfDay, TimeOfDay)] {
        &self.0
    }

    /// When the office first opens on the day.
    pub fn opening(&self) -> TimeOfDay {
        self.0
            .first()
            .map_or(TimeOfDay::from_millis(0), |(from, _)| *from)
    }

    /// When the office closes for the day.
    pub fn closing(&self) -> TimeOfDay {
        self.0.last().map_or(TimeOfDay::from_millis(0), |(_, to)| *to)
    }

    /// Opening time of the whole day, in milliseconds.
    pub fn millis(&self) -> i64 {
        self.millis_before(self.closing())
    }

    /// Whether the office is open at a time of day.
    pub fn contain(&self, time: TimeOfDay) -> bool {
        self.0.iter().any(|(from, to)| *from <= time && time < *to)
    }

    /// The time itself if the office is open then, else when it opens again on the day.
    pub(super) fn open_from(&self, time: TimeOfDay) -> Option<TimeOfDay> {
        let (from, _) = self.0.iter().find(|(_, to)| time < *to)?;
        Some(time.max(*from))
    }

    /// Opening time of the day that lies before `time`, in milliseconds.
    pub(super) fn millis_before(&self, time: TimeOfDay) -> i64 {
        let open = |(from, to): &(TimeOfDay, TimeOfDay)| (time.min(*to).millis() - from.millis()).max(0);
        self.0.iter().map(open).sum()
    }

    /// The first time of day before which so many milliseconds of opening time lie; closing time if the day
    /// has fewer.
    pub(super) fn first_after(&self, mut millis: i64) -> TimeOfDay {
        for (from, to) in &self.0 {
            let open = to.millis() - from.millis();
            if millis <= open {
                return TimeOfDay::from_millis(from.millis() + millis);
            }
            millis -= open;
        }
        self.closing()
    }
}

impl fmt::Display for Hours {
    /// `07:00-11:30,13:30-17:00`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, (from, to)) in self.0.iter().enumerate() {
            write!(out, "{}{from}-{to}", if place == 0 { "" } else { "," })?;
        }
        Ok(())
    }
}

impl DayPlan {
    /// The hours, if the office is open at all.
    pub const fn hours(&self) -> Option<&Hours> {
        match self {
            Self::Closed => None,
            Self::Half(hours) | Self::Full(hours) => Some(hours),
        }
    }
}

impl Week {
    /// A week from its seven plans, Monday first. The first whole day gives the hours of a rest day that a
    /// decree makes a working day.
    ///
    /// # Errors
    /// When no day is a whole working day.
    pub fn new(days: [DayPlan; 7]) -> Result<Self, HoursError> {
        let whole = days.iter().find_map(|plan| match plan {
            DayPlan::Full(hours) => Some(hours.clone()),
            DayPlan::Half(_) | DayPlan::Closed => None,
        });
        whole
            .map(|whole| Self { days, whole })
            .ok_or(HoursError::NeverOpen)
    }

    /// Mondays to Fridays with the same hours, Saturdays and Sundays off.
    pub fn weekdays(hours: Hours) -> Self {
        let full = || DayPlan::Full(hours.clone());
        let days = [
            full(),
            full(),
            full(),
            full(),
            full(),
            DayPlan::Closed,
            DayPlan::Closed,
        ];
        Self { days, whole: hours }
    }

    /// The same week with a half day on Saturdays ("thứ 2 đến thứ 6 và sáng thứ 7").
    #[must_use]
    pub fn with_half_saturday(self, hours: Hours) -> Self {
        let [monday, tuesday, wednesday, thursday, friday, _, sunday] = self.days;
        Self {
            days: [
                monday,
                tuesday,
                wednesday,
                thursday,
                friday,
                DayPlan::Half(hours),
                sunday,
            ],
            ..self
        }
    }

    /// The plans, Monday first.
    pub const fn days(&self) -> &[DayPlan; 7] {
        &self.days
    }

    /// The hours of a whole working day.
    pub const fn whole(&self) -> &Hours {
        &self.whole
    }
}
