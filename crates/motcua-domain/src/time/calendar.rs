//! The calendar of one office, and every rule that asks it (`domain.md` 4.2, 4.3, 4.10).

use std::sync::{Arc, LazyLock};

use super::holidays::{Holiday, HolidayKind, HolidayTable};
use super::hours::{Hours, Week};
use super::instant::{DAY, Day, HOUR, Instant, MINUTE, TimeOfDay};
use super::limit::{Due, LimitError, TimeLimit};
use super::timeline::Timeline;

/// What an office's time is made of; every doubtful reading of the law is a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarRules {
    /// The opening hours of a plain week.
    pub week: Week,
    /// The decisions on single days that the office knows.
    pub holidays: HolidayTable,
    /// Whether a regular half day is a working day (4.10 rule 11, U18; ADR 2).
    pub half_day: HalfDay,
    /// The hour after which something counts for the next day the office is open (4.3): 15:00.
    pub cut_off: TimeOfDay,
    /// How a limit in elapsed hours that ends on a rest day is read (U16, W26).
    pub elapsed: ElapsedReading,
}

/// What a regular half day is to limits in days. For hours it always counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum HalfDay {
    /// A rest day: it is not counted, and a due day does not stay on it (Civil Code art. 148.5).
    #[default]
    Rest,
    /// A working day like any other.
    Working,
}

/// How a limit in elapsed hours that ends on a rest day is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum ElapsedReading {
    /// It ends there: hours are hours.
    #[default]
    Strict,
    /// It ends when the office next opens.
    Rolled,
}

/// How long before a day something must happen (`domain.md` 4.10 rule 13).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ahead {
    /// At least so many days; the last one is a working day.
    CalendarDays(u32),
    /// At least so many working days.
    WorkingDays(u32),
}

/// The office calendar (lịch làm việc). Cheap to clone; immutable, so one may be shared by every case.
#[derive(Clone, Debug)]
pub struct OfficeCalendar(Arc<Parts>);

#[derive(Debug)]
struct Parts {
    rules: CalendarRules,
    timeline: Timeline,
}

impl Default for CalendarRules {
    /// Mondays to Fridays 07:00-11:30 and 13:30-17:00, no holidays, cut-off at 15:00.
    fn default() -> Self {
        Self {
            week: Week::weekdays(Hours::standard()),
            holidays: HolidayTable::default(),
            half_day: HalfDay::default(),
            cut_off: TimeOfDay::hour(15),
            elapsed: ElapsedReading::default(),
        }
    }
}

impl PartialEq for OfficeCalendar {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.0.rules == other.0.rules
    }
}

impl OfficeCalendar {
    /// The calendar that follows these rules.
    pub fn new(rules: CalendarRules) -> Self {
        let timeline = Timeline::new(&rules.week, &rules.holidays, rules.half_day == HalfDay::Working);
        Self(Arc::new(Parts { rules, timeline }))
    }

    /// The calendar of [`CalendarRules::default`].
    pub fn standard() -> Self {
        static STANDARD: LazyLock<OfficeCalendar> =
            LazyLock::new(|| OfficeCalendar::new(CalendarRules::default()));
        STANDARD.clone()
    }

    /// What it follows.
    pub fn rules(&self) -> &CalendarRules {
        &self.0.rules
    }

    /// The decision on a day, if there is one.
    pub fn holiday(&self, day: Day) -> Option<&Holiday> {
        self.0.rules.holidays.get(day)
    }

    /// The hours of a day; `None` if the office is shut.
    pub fn hours_of(&self, day: Day) -> Option<&Hours> {
        self.0.timeline.hours(day)
    }

    /// Whether the office opens at all on a day, be it for half a day.
    pub fn is_open_on(&self, day: Day) -> bool {
        self.hours_of(day).is_some()
    }

    /// Whether a rest day is worked in exchange for another.
    pub fn is_worked_rest_day(&self, day: Day) -> bool {
        self.holiday(day)
            .is_some_and(|holiday| holiday.kind == HolidayKind::Worked)
    }

    /// Whether a day is a working day (ngày làm việc): one that limits in days count, and may end on.
    pub fn is_working_day(&self, day: Day) -> bool {
        self.0.timeline.working_day(self.working_days_before(day)) == day
    }

    /// The day itself if it is a working day, else the next one (rule 6).
    pub fn working_day_from(&self, day: Day) -> Day {
        self.0.timeline.working_day(self.working_days_before(day))
    }

    /// The last day on which something may happen that must happen ahead of `day`: a rest day gives way to
    /// the working day before it (rule 13).
    pub fn last_day_before(&self, day: Day, ahead: Ahead) -> Day {
        let ordinal = match ahead {
            Ahead::CalendarDays(days) => self.working_days_before(day.plus_days(1 - i64::from(days))) - 1,
            Ahead::WorkingDays(days) => self.working_days_before(day) - i64::from(days),
        };
        self.0.timeline.working_day(ordinal)
    }

    fn working_days_before(&self, day: Day) -> i64 {
        self.0.timeline.working_days_before(day)
    }

    /// The working days from the day after `from` through `to`: how many are left, or were used.
    pub fn working_days_between(&self, from: Day, to: Day) -> i64 {
        self.working_days_before(to.plus_days(1)) - self.working_days_before(from.plus_days(1))
    }

    /// When the office closes on a day; on a day it is shut, when it would close on a whole day.
    pub fn closing_of(&self, day: Day) -> Instant {
        day.at(self
            .hours_of(day)
            .unwrap_or_else(|| self.0.rules.week.whole())
            .closing())
    }

    /// When the clock starts of something received then: at once if the office is open, else when it next
    /// opens (rules 3 and 8).
    pub fn start(&self, received: Instant) -> Instant {
        self.0.timeline.open_from(received)
    }

    /// Whether the office is open at a moment: the first instant of its hours is inside, the last is not.
    pub fn is_open_at(&self, at: Instant) -> bool {
        self.hours_of(at.day())
            .is_some_and(|hours| hours.contain(at.time_of_day()))
    }

    /// The same where a receipt after the cut-off waits for the next day the office is open, as in the bundles
    /// of life events (D301 7.2; `domain.md` 4.3).
    pub fn start_by_cut_off(&self, received: Instant) -> Instant {
        let start = self.start(received);
        if start.time_of_day() > self.0.rules.cut_off {
            self.next_opening(start.day())
        } else {
            start
        }
    }

    /// When the office first opens after a day.
    fn next_opening(&self, day: Day) -> Instant {
        self.start(day.plus_days(1).midnight())
    }

    /// Working time from one moment to another, in milliseconds; negative if `to` is earlier.
    pub fn working_millis_between(&self, from: Instant, to: Instant) -> i64 {
        self.0.timeline.worked_before(to) - self.0.timeline.worked_before(from)
    }

    /// The moment so much working time later, in milliseconds: it spills over lunch, night and weekend, and
    /// ends at a closing instant if it ends exactly there (rules 5 and 9). Negative counts backwards and ends
    /// while the office is open.
    pub fn add_working_millis(&self, from: Instant, millis: i64) -> Instant {
        let worked = self.0.timeline.worked_before(from).saturating_add(millis);
        match millis {
            0 => from,
            1.. => self.0.timeline.first_with(worked, from.day()),
            _ => self.0.timeline.last_with(worked, from.day()),
        }
    }

    /// When something received then is due under a limit, with nothing in its ledger.
    ///
    /// # Errors
    /// When the limit has no unit, or ends after the year 9999.
    pub fn due(&self, received: Instant, limit: &TimeLimit) -> Result<Due, LimitError> {
        let start = self.starts_at(received, limit, false);
        self.settle(self.target(start, limit)?)
    }

    /// When the clock of a limit starts. Elapsed hours run round the clock and wait for no opening.
    pub(super) fn starts_at(&self, received: Instant, limit: &TimeLimit, by_cut_off: bool) -> Instant {
        match limit {
            TimeLimit::ElapsedHours(_) => received,
            TimeLimit::SameDay => self.start_by_cut_off(received),
            _ if by_cut_off => self.start_by_cut_off(received),
            _ => self.start(received),
        }
    }

    /// Where a limit leads from its start, before rest days push it.
    pub(super) fn target(&self, start: Instant, limit: &TimeLimit) -> Result<Target, LimitError> {
        let day = start.day();
        Ok(match limit {
            TimeLimit::WorkingDays(n) => Target::Worked(self.after_working_days(start, *n)),
            TimeLimit::WorkingHours(n) => {
                Target::Worked(self.add_working_millis(start, i64::from(*n) * HOUR))
            }
            TimeLimit::Minutes(n) => Target::Worked(self.add_working_millis(start, i64::from(*n) * MINUTE)),
            TimeLimit::ElapsedHours(n) => Target::Elapsed(start.plus_hours(i64::from(*n))),
            TimeLimit::CalendarDays(n) => Target::OnDay(day.plus_days(i64::from(*n))),
            TimeLimit::Months(n) => Target::OnDay(day.plus_months(i64::from(*n))),
            TimeLimit::Years(n) => Target::OnDay(day.plus_years(i64::from(*n))),
            TimeLimit::SameDay => Target::Worked(self.closing_of(day)),
            TimeLimit::Unparsed(raw) => return Err(LimitError::NotSettled { raw: raw.clone() }),
        })
    }

    /// So many working days on: the day of the start is not counted, its time of day is kept (rule 4), but
    /// never past closing.
    fn after_working_days(&self, start: Instant, days: u32) -> Instant {
        let Some(more) = days.checked_sub(1) else {
            return start;
        };
        let first = self.working_days_before(start.day().plus_days(1));
        let day = self.0.timeline.working_day(first + i64::from(more));
        day.at(start.time_of_day()).min(self.closing_of(day))
    }

    /// The due moment that a target comes to.
    pub(super) fn settle(&self, target: Target) -> Result<Due, LimitError> {
        let at = match target {
            Target::Worked(at) => at,
            Target::OnDay(day) => self.closing_of(self.working_day_from(day)),
            Target::Elapsed(at)
                if self.0.rules.elapsed == ElapsedReading::Rolled && !self.is_open_on(at.day()) =>
            {
                self.next_opening(at.day())
            }
            Target::Elapsed(at) => at,
        };
        if at < Day::MAX.midnight() {
            Ok(Due::at(at))
        } else {
            Err(LimitError::BeyondCalendar)
        }
    }

    /// The target after some time was excluded: working time is added to working time, elapsed time to elapsed
    /// time, whole days to days (rule 12).
    pub(super) fn push(&self, target: Target, from: Instant, to: Instant) -> Target {
        match target {
            Target::Worked(at) => {
                Target::Worked(self.add_working_millis(at, self.working_millis_between(from, to)))
            }
            Target::Elapsed(at) => Target::Elapsed(at.plus_millis(from.millis_until(to))),
            Target::OnDay(day) => Target::OnDay(day.plus_days(from.day().days_until(to.day()))),
        }
    }

    /// The latest lawful hand-over of something accepted then to the agency that resolves it: by closing of the
    /// same day, or after the cut-off when the office next opens (D61 18.2; W31).
    pub fn handover_by(&self, accepted: Instant) -> Instant {
        let start = self.start(accepted);
        match start.time_of_day() > self.0.rules.cut_off {
            true => self.next_opening(start.day()),
            false => self.closing_of(start.day()),
        }
    }

    /// The day of a same-day result (trả trong ngày) for something received then (4.3; W29, W30).
    pub fn same_day(&self, received: Instant) -> Day {
        self.start_by_cut_off(received).day()
    }

    /// When to warn that something is due: 24 hours before; if that falls on a rest day, eight working hours
    /// before, where that is earlier (`domain.md` 4.7; W57).
    pub fn warn_at(&self, due: Instant) -> Instant {
        let day_before = due.plus_millis(-DAY);
        if self.is_open_on(day_before.day()) {
            day_before
        } else {
            day_before.min(self.add_working_millis(due, -8 * HOUR))
        }
    }

    /// When the desk must have answered something sent then: eight working hours (`domain.md` 4.2).
    pub fn intake_answer_by(&self, sent: Instant) -> Instant {
        self.add_working_millis(self.start(sent), 8 * HOUR)
    }
}

/// Where a limit leads, in the unit that exclusions are added in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// A moment reached by working time.
    Worked(Instant),
    /// A moment reached by time round the clock.
    Elapsed(Instant),
    /// A day, before rest days move it.
    OnDay(Day),
}
