//! The whole of an office's time as one monotone function: how much of it has passed by a moment. Every rule
//! of the calendar is this function and its two inverses.

use super::holidays::{HolidayKind, HolidayTable};
use super::hours::{DayPlan, Hours, Week};
use super::instant::{Day, Instant, TimeOfDay};

/// Days, working days and working time, counted from the first day of a table. The table spans the decisions
/// with two plain weeks around them; outside it every week is like the next, so one division brings any day
/// inside. Nothing walks.
#[derive(Debug)]
pub(super) struct Timeline {
    first: Day,
    /// One row a day, and one more for the end.
    rows: Vec<Row>,
    /// The working days of the table in order.
    working: Vec<Day>,
    /// Hours by [`Row::hours`]: the seven days of the week, and the whole day.
    hours: [Option<Hours>; 8],
    /// What a plain week adds.
    week: Totals,
    /// What the whole table holds.
    total: Totals,
}

#[derive(Clone, Copy, Debug, Default)]
struct Totals {
    working_days: i64,
    millis: i64,
}

#[derive(Clone, Copy, Debug)]
struct Row {
    /// What lies before this day.
    before: Totals,
    /// Place in [`Timeline::hours`], or [`SHUT`].
    hours: usize,
    /// Days until the next day on which the office opens, at least 1.
    days_until_open: i64,
}

const WHOLE: usize = 7;
const SHUT: usize = 8;

impl Timeline {
    pub(super) fn new(week: &Week, holidays: &HolidayTable, half_day_is_working: bool) -> Self {
        let anchor = Day::clamped(0);
        let (begin, end) = match (holidays.iter().next(), holidays.iter().next_back()) {
            (Some((first, _)), Some((last, _))) => (first, last),
            _ => (anchor, anchor),
        };
        let first = begin.plus_days(-7);
        let days = first.days_until(end) + 8;
        let hours = std::array::from_fn(|place| match week.days().get(place) {
            Some(plan) => plan.hours().cloned(),
            None => Some(week.whole().clone()),
        });
        let mut timeline = Self {
            first,
            rows: Vec::new(),
            working: Vec::new(),
            hours,
            week: Totals::default(),
            total: Totals::default(),
        };
        for day in (0..days).map(|offset| first.plus_days(offset)) {
            timeline.push(day, week, holidays, half_day_is_working);
        }
        timeline.rows.push(timeline.end());
        timeline.week = week.days().iter().fold(Totals::default(), |sum, plan| Totals {
            working_days: sum.working_days + i64::from(is_working(plan, half_day_is_working)),
            millis: sum.millis + plan.hours().map_or(0, Hours::millis),
        });
        timeline.look_ahead();
        timeline
    }

    /// Tells the row of every day when the office opens next; behind the last one lie plain weeks, of which one day is
    /// whole.
    fn look_ahead(&mut self) {
        let last = self.first.plus_days(self.rows.len() as i64 - 2);
        let is_open = |days: &i64| self.hours(last.plus_days(*days)).is_some();
        let mut days = (1..7).find(is_open).unwrap_or(7);
        for row in self.rows.iter_mut().rev().skip(1) {
            row.days_until_open = days;
            days = if row.hours == SHUT { days + 1 } else { 1 };
        }
    }

    fn push(&mut self, day: Day, week: &Week, holidays: &HolidayTable, half_day_is_working: bool) {
        let weekday = day.weekday_index();
        let plan = week.days().get(weekday).unwrap_or(&DayPlan::Closed);
        let (hours, working) = match holidays.get(day).map(|holiday| holiday.kind) {
            Some(HolidayKind::Off) => (SHUT, false),
            Some(HolidayKind::Worked) if !matches!(plan, DayPlan::Full(_)) => (WHOLE, true),
            _ if plan.hours().is_none() => (SHUT, false),
            _ => (weekday, is_working(plan, half_day_is_working)),
        };
        self.rows.push(Row {
            before: self.total,
            hours,
            days_until_open: 1,
        });
        self.total.millis += self
            .hours
            .get(hours)
            .and_then(Option::as_ref)
            .map_or(0, Hours::millis);
        if working {
            self.total.working_days += 1;
            self.working.push(day);
        }
    }

    /// The row of a day, and by how many plain weeks it was moved to find it.
    fn row(&self, day: Day) -> (Row, i64) {
        let offset = self.first.days_until(day);
        let weeks = weeks_outside(offset, 0, self.rows.len() as i64 - 1, 7);
        let place = usize::try_from(offset - weeks * 7).unwrap_or_default();
        (self.rows.get(place).copied().unwrap_or(self.end()), weeks)
    }

    /// The opening hours of a day, if the office opens at all.
    pub(super) fn hours(&self, day: Day) -> Option<&Hours> {
        self.hours.get(self.row(day).0.hours).and_then(Option::as_ref)
    }

    /// The moment itself if the office is open then, else when it next opens.
    pub(super) fn open_from(&self, at: Instant) -> Instant {
        let day = at.day();
        let (row, weeks) = self.row(day);
        let today = self.hours.get(row.hours).and_then(Option::as_ref);
        if let Some(time) = today.and_then(|hours| hours.open_from(at.time_of_day())) {
            return day.at(time);
        }
        if weeks < 0 {
            // The first week of the table stands for every week before it, but what follows it does not.
            return self.last_with(self.worked_before(at), day);
        }
        let next = day.plus_days(row.days_until_open);
        next.at(self.hours(next).map_or(TimeOfDay::hour(0), Hours::opening))
    }

    /// Working days before a day, counted from the table's first.
    pub(super) fn working_days_before(&self, day: Day) -> i64 {
        let (row, weeks) = self.row(day);
        row.before.working_days + weeks * self.week.working_days
    }

    /// The inverse: the day with so many working days before it that is one itself.
    pub(super) fn working_day(&self, ordinal: i64) -> Day {
        let weeks = weeks_outside(ordinal, 0, self.total.working_days, self.week.working_days);
        let place = usize::try_from(ordinal - weeks * self.week.working_days).unwrap_or_default();
        self.working
            .get(place)
            .copied()
            .unwrap_or(self.first)
            .plus_days(weeks * 7)
    }

    /// Working time before a moment, in milliseconds, counted from the table's first day.
    pub(super) fn worked_before(&self, at: Instant) -> i64 {
        let (row, weeks) = self.row(at.day());
        let today = self.hours.get(row.hours).and_then(Option::as_ref);
        let today = today.map_or(0, |hours| hours.millis_before(at.time_of_day()));
        row.before.millis + weeks * self.week.millis + today
    }

    /// The inverse: the first moment before which so much working time lies, sought from the day `near` on. A
    /// stretch that ends exactly at a closing instant ends there, not at the next opening (`domain.md` 4.10
    /// rule 9).
    pub(super) fn first_with(&self, worked: i64, near: Day) -> Instant {
        let weeks = weeks_outside(worked, 1, self.total.millis + 1, self.week.millis);
        let inside = worked - weeks * self.week.millis;
        let place = self.last_row_before(inside, near);
        let row = self.rows.get(place).copied().unwrap_or(self.end());
        let hours = self.hours.get(row.hours).and_then(Option::as_ref);
        let time = hours.map_or(TimeOfDay::hour(0), |hours| {
            hours.first_after(inside - row.before.millis)
        });
        self.first.plus_days(place as i64 + weeks * 7).at(time)
    }

    /// The other inverse: the last moment before which no more working time lies. It is a moment at which the
    /// office is open: closing instants belong to the next opening (rule 8).
    pub(super) fn last_with(&self, worked: i64, near: Day) -> Instant {
        self.first_with(worked.saturating_add(1), near).plus_millis(-1)
    }

    /// The last row with less working time before it. Most limits end within weeks, so the month after `near`
    /// is searched first: its rows are few and at hand.
    fn last_row_before(&self, worked: i64, near: Day) -> usize {
        let is_before = |row: &Row| row.before.millis < worked;
        let near = usize::try_from(self.first.days_until(near)).unwrap_or_default();
        let found = match self.rows.get(near..near.saturating_add(32)) {
            Some(month) if month.first().is_some_and(is_before) && !month.last().is_some_and(is_before) => {
                near + month.partition_point(is_before)
            }
            _ => self.rows.partition_point(is_before),
        };
        found.saturating_sub(1)
    }

    /// The row after the last day.
    const fn end(&self) -> Row {
        Row {
            before: self.total,
            hours: SHUT,
            days_until_open: 1,
        }
    }
}

fn is_working(plan: &DayPlan, half_day_is_working: bool) -> bool {
    match plan {
        DayPlan::Closed => false,
        DayPlan::Half(_) => half_day_is_working,
        DayPlan::Full(_) => true,
    }
}

/// How many whole weeks lead from a place outside `low..high` into the plain week at that end; 0 inside.
fn weeks_outside(place: i64, low: i64, high: i64, week: i64) -> i64 {
    if place >= high {
        (place - high) / week + 1
    } else if place < low {
        -((low - 1 - place) / week + 1)
    } else {
        0
    }
}
