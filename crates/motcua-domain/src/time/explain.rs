//! Why a due date is what it is, day by day: facts for a page or a command line to put into words.

use super::calendar::{OfficeCalendar, Target};
use super::holidays::HolidayKind;
use super::instant::{DAY, Day, Instant};
use super::ledger::{Exclusion, ExclusionGround, Ledger};
use super::limit::{Due, LimitError, TimeLimit};

/// The count of a limit, from receipt to due moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// When the clock started.
    pub starts_at: Instant,
    /// When it runs out.
    pub due: Due,
    /// One line a day, and what else happened, in order.
    pub lines: Vec<Line>,
}

/// What one day did to the count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The day.
    pub on: Day,
    /// What it did.
    pub what: What,
}

/// What a day does to a count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// Received, but the clock had not started yet.
    Waited(NotStarted),
    /// The clock started. The day itself is not counted by limits in days.
    Started {
        /// The moment.
        at: Instant,
    },
    /// The clock started again, from zero (D61 19.4).
    Restarted {
        /// The moment.
        at: Instant,
    },
    /// A working day, counted.
    Counted {
        /// The how manieth that was counted whole, from 1.
        number: u32,
        /// Whether it is a rest day worked in exchange for another (làm bù).
        is_swapped: bool,
    },
    /// A limit in hours or minutes used so much of the day.
    Used {
        /// Working time, in milliseconds.
        millis: i64,
    },
    /// Not counted.
    Skipped(Rest),
    /// Excluded with a ground.
    Excluded {
        /// The ground.
        ground: ExclusionGround,
        /// How much of the day, in milliseconds of working time; for limits that count no working time the whole
        /// stretch, on its first day, in milliseconds round the clock.
        millis: i64,
    },
    /// The last day fell here, where nothing may end, and moved on.
    Rolled(Rest),
    /// An apology set a new date (D61 19.9).
    Extended {
        /// The new date.
        to: Instant,
    },
    /// Due.
    Due {
        /// The moment.
        at: Instant,
    },
}

/// Why the clock had not started on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotStarted {
    /// Before opening, at lunch or after closing.
    OutsideHours,
    /// After the cut-off.
    AfterCutOff,
    /// A day on which nobody works.
    Rest(Rest),
}

/// Why a day is not a working day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rest {
    /// Ngày nghỉ hằng tuần.
    Weekly,
    /// Nửa ngày: open for hours, but no working day.
    HalfDay,
    /// Ngày lễ, or a day that makes one good.
    Holiday {
        /// Its Vietnamese name.
        name: String,
        /// Its English name, where the source has one.
        name_en: Option<String>,
        /// Whether no decree confirms it yet.
        is_estimated: bool,
    },
    /// Nghỉ hoán đổi: another day is worked instead.
    Swapped {
        /// Its Vietnamese name.
        name: String,
        /// The day worked instead.
        with: Day,
    },
}

impl OfficeCalendar {
    /// Why a day is not a working day; `None` if it is one.
    pub fn rest_on(&self, day: Day) -> Option<Rest> {
        if self.is_working_day(day) {
            return None;
        }
        let off = self
            .holiday(day)
            .filter(|holiday| holiday.kind == HolidayKind::Off);
        Some(match off {
            Some(holiday) => match holiday.swapped_with {
                Some(with) => Rest::Swapped {
                    name: holiday.name.clone(),
                    with,
                },
                None => Rest::Holiday {
                    name: holiday.name.clone(),
                    name_en: holiday.name_en.clone(),
                    is_estimated: holiday.is_estimated,
                },
            },
            None if self.is_open_on(day) => Rest::HalfDay,
            None => Rest::Weekly,
        })
    }
}

impl Ledger {
    /// How the due moment came about.
    ///
    /// # Errors
    /// When the limit has no unit, or ends after the year 9999.
    pub fn explain(&self, calendar: &OfficeCalendar) -> Result<Explanation, LimitError> {
        let (target, excluded) = self.count(calendar)?;
        let due = calendar.settle(target)?;
        let starts_at = self.starts_at(calendar);
        let mut story = Story {
            calendar,
            lines: Vec::new(),
        };
        story.waited(self.restarted_at.unwrap_or(self.received_at), starts_at);
        story.tell(
            starts_at.day(),
            match self.restarted_at {
                Some(_) => What::Restarted { at: starts_at },
                None => What::Started { at: starts_at },
            },
        );
        match (self.extension_in_force(), target, &self.limit) {
            (Some(extension), _, _) => {
                story.tell(extension.at.day(), What::Extended { to: extension.to });
                for day in days(extension.at.day(), due.on) {
                    story.excluded_on(day, &excluded);
                }
            }
            (None, Target::Worked(_), TimeLimit::WorkingHours(_) | TimeLimit::Minutes(_)) => {
                story.used_hours(starts_at, due, &excluded);
            }
            (None, Target::Worked(_), _) => story.counted_days(starts_at, due, &excluded),
            (None, Target::Elapsed(at), _) => {
                story.excluded_whole(target, &excluded);
                story.rolled(at.day(), due.on);
            }
            (None, Target::OnDay(day), _) => {
                story.excluded_whole(target, &excluded);
                story.rolled(day, due.on);
            }
        }
        story.tell(due.on, What::Due { at: due.at });
        Ok(Explanation {
            starts_at,
            due,
            lines: story.lines,
        })
    }
}

/// An explanation being written.
struct Story<'a> {
    calendar: &'a OfficeCalendar,
    lines: Vec<Line>,
}

impl Story<'_> {
    fn tell(&mut self, on: Day, what: What) {
        self.lines.push(Line { on, what });
    }

    /// The days from receipt to start, where the two differ.
    fn waited(&mut self, received: Instant, start: Instant) {
        if received == start {
            return;
        }
        for day in days(
            received.day(),
            start.day().max(received.day().plus_days(1)).plus_days(-1),
        ) {
            let why = match self.calendar.rest_on(day) {
                Some(rest) if !self.calendar.is_open_on(day) => NotStarted::Rest(rest),
                _ if self.calendar.start(received).day() == day && start.day() > day => {
                    NotStarted::AfterCutOff
                }
                _ => NotStarted::OutsideHours,
            };
            self.tell(day, What::Waited(why));
        }
    }

    /// A limit in working days: every day from the start to the due one.
    fn counted_days(&mut self, start: Instant, due: Due, excluded: &[Exclusion]) {
        let mut number = 0;
        for day in days(start.day(), due.on) {
            if self.excluded_on(day, excluded) || day == start.day() {
                continue;
            }
            let what = match self.calendar.rest_on(day) {
                Some(rest) => What::Skipped(rest),
                None => {
                    number += 1;
                    What::Counted {
                        number,
                        is_swapped: self.calendar.is_worked_rest_day(day),
                    }
                }
            };
            self.tell(day, what);
        }
    }

    /// A limit in hours or minutes: how much each day used.
    fn used_hours(&mut self, start: Instant, due: Due, excluded: &[Exclusion]) {
        for day in days(start.day(), due.on) {
            self.excluded_on(day, excluded);
            let (from, to) = (day.midnight().max(start), day.plus_days(1).midnight().min(due.at));
            let stopped: i64 = excluded
                .iter()
                .map(|stretch| self.working_overlap(stretch, from, to))
                .sum();
            let millis = self.calendar.working_millis_between(from, to) - stopped;
            match self.calendar.rest_on(day) {
                Some(rest) if !self.calendar.is_open_on(day) => self.tell(day, What::Skipped(rest)),
                _ if millis > 0 => self.tell(day, What::Used { millis }),
                _ => {}
            }
        }
    }

    /// The working time that each exclusion took from a day; whether there was any.
    fn excluded_on(&mut self, day: Day, excluded: &[Exclusion]) -> bool {
        let before = self.lines.len();
        for stretch in excluded {
            let millis = self.working_overlap(stretch, day.midnight(), day.plus_days(1).midnight());
            if millis > 0 {
                self.tell(
                    day,
                    What::Excluded {
                        ground: stretch.ground,
                        millis,
                    },
                );
            }
        }
        self.lines.len() > before
    }

    fn working_overlap(&self, stretch: &Exclusion, from: Instant, to: Instant) -> i64 {
        let end = stretch.to.unwrap_or(stretch.from);
        self.calendar
            .working_millis_between(stretch.from.clamp(from, to), end.clamp(from, to))
    }

    /// The exclusions of a limit that counts no working time, each on its first day.
    fn excluded_whole(&mut self, target: Target, excluded: &[Exclusion]) {
        for Exclusion { from, to, ground } in excluded {
            let to = to.unwrap_or(*from);
            let millis = match target {
                Target::OnDay(_) => from.day().days_until(to.day()) * DAY,
                Target::Elapsed(_) | Target::Worked(_) => from.millis_until(to),
            };
            self.tell(
                from.day(),
                What::Excluded {
                    ground: *ground,
                    millis,
                },
            );
        }
    }

    fn rolled(&mut self, from: Day, due_on: Day) {
        for day in days(from, due_on.plus_days(-1)) {
            if let Some(rest) = self.calendar.rest_on(day) {
                self.tell(day, What::Rolled(rest));
            }
        }
    }
}

/// Every day from one to another, both included.
fn days(from: Day, to: Day) -> impl Iterator<Item = Day> {
    (0..=from.days_until(to)).map(move |offset| from.plus_days(offset))
}
