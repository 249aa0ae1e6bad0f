//! Reading the answers of a sheet.

use std::str::FromStr;

use motcua_domain::case::{Fault, StopGround, StopKind, TaskOrder, TaskPlan};
use motcua_domain::id::{NoteId, StaffId, UnitCode};
use motcua_domain::money::Dong;
use motcua_domain::time::{Day, Instant, TimeLimit, TimeOfDay};
use motcua_engine::case::Wording;
use motcua_engine::engine::UseError;

use super::fields::TASKS;
use crate::office::Given;

/// What was answered, by field; whoever reads it knows that the fields were found right.
pub struct Asked<'a> {
    given: &'a Given,
    staff: StaffId,
}

/// The longest limit that a sheet takes, in days.
const DAYS_MAX: u32 = 365;

impl<'a> Asked<'a> {
    /// The answers that a member of staff gave.
    pub const fn new(given: &'a Given, staff: StaffId) -> Self {
        Self { given, staff }
    }

    /// Who answered.
    pub const fn staff(&self) -> StaffId {
        self.staff
    }

    /// Words as a note of the case; none for empty ones.
    pub fn note(&self, name: &str, words: &mut Wording<'_>) -> Option<NoteId> {
        words.note(self.given.text(name))
    }

    /// A text as it was typed.
    pub fn text(&self, name: &str) -> String {
        self.given.text(name).to_owned()
    }

    /// Whether this answer was chosen.
    pub fn is(&self, name: &str, answer: &str) -> bool {
        self.given.text(name) == answer
    }

    /// A number.
    ///
    /// # Errors
    /// Unusable where it is none.
    pub fn count(&self, name: &str) -> Result<u16, UseError> {
        self.given.text(name).parse().map_err(|_| UNREADABLE)
    }

    /// A limit in working days.
    ///
    /// # Errors
    /// Unusable where it is none.
    pub fn working_days(&self, name: &str) -> Result<TimeLimit, UseError> {
        days(self.given.text(name))
            .map(TimeLimit::WorkingDays)
            .ok_or(UNREADABLE)
    }

    /// A limit in days.
    ///
    /// # Errors
    /// Unusable where it is none.
    pub fn days(&self, name: &str) -> Result<TimeLimit, UseError> {
        days(self.given.text(name))
            .map(TimeLimit::CalendarDays)
            .ok_or(UNREADABLE)
    }

    /// An amount.
    ///
    /// # Errors
    /// Unusable where it is none.
    pub fn money(&self, name: &str) -> Result<Dong, UseError> {
        money(self.given.text(name)).ok_or(UNREADABLE)
    }

    /// A day.
    ///
    /// # Errors
    /// Unusable where it is none.
    pub fn day(&self, name: &str) -> Result<Day, UseError> {
        day(self.given, name).ok_or(UNREADABLE)
    }

    /// A moment.
    ///
    /// # Errors
    /// Unusable where it is none.
    pub fn moment(&self, name: &str) -> Result<Instant, UseError> {
        moment(self.given, name).ok_or(UNREADABLE)
    }

    /// An agency.
    pub fn agency(&self, name: &str) -> UnitCode {
        UnitCode::new(self.given.text(name))
    }

    /// Members of staff.
    pub fn colleagues(&self, name: &str) -> Vec<StaffId> {
        self.given
            .all(name)
            .filter_map(|id| StaffId::from_str(id).ok())
            .collect()
    }

    /// On what ground a case stops.
    ///
    /// # Errors
    /// Unusable where it is none.
    pub fn ground(&self) -> Result<StopGround, UseError> {
        StopGround::from_name(self.given.text("ground")).ok_or(UNREADABLE)
    }

    /// Whether a stop ends the case.
    pub fn stop_kind(&self) -> StopKind {
        if self.is("kind", "paused") {
            StopKind::Paused
        } else {
            StopKind::Ended
        }
    }

    /// Whose fault a wrong result is.
    pub fn fault(&self) -> Fault {
        if self.is("fault", "applicant") {
            Fault::Applicant
        } else {
            Fault::Agency
        }
    }

    /// In what order agencies work.
    pub fn order(&self) -> TaskOrder {
        if self.is("order", "in-order") {
            TaskOrder::InOrder
        } else {
            TaskOrder::AtOnce
        }
    }

    /// The tasks of agencies.
    pub fn tasks(&self, words: &mut Wording<'_>) -> Vec<TaskPlan> {
        tasks(self.given)
            .into_iter()
            .filter_map(|task| {
                Some(TaskPlan {
                    agency: UnitCode::new(task.agency),
                    what: words.note(task.what)?,
                    limit: TimeLimit::WorkingDays(task.days),
                    is_lead: task.is_lead,
                })
            })
            .collect()
    }
}

const UNREADABLE: UseError = UseError::Unusable("form-unreadable");

/// A task as it was typed.
pub(super) struct TypedTask<'a> {
    agency: &'a str,
    what: &'a str,
    days: u32,
    is_lead: bool,
}

/// The rows of tasks that are filled in whole; none at all where a row is filled in by half.
pub(super) fn tasks(given: &Given) -> Vec<TypedTask<'_>> {
    let lead = given.text("lead");
    let mut all = Vec::new();
    for number in 0..TASKS {
        let agency = given.text(&format!("agency-{number}"));
        let what = given.text(&format!("what-{number}"));
        match (
            agency.is_empty(),
            what.is_empty(),
            days(given.text(&format!("days-{number}"))),
        ) {
            (true, true, None) => {}
            (false, false, Some(days)) => all.push(TypedTask {
                agency,
                what,
                days,
                is_lead: lead == number.to_string(),
            }),
            _ => return Vec::new(),
        }
    }
    if all.iter().any(|task| task.is_lead) {
        all
    } else {
        Vec::new()
    }
}

/// A number of days, at least one.
pub(super) fn days(text: &str) -> Option<u32> {
    text.parse().ok().filter(|days| (1..=DAYS_MAX).contains(days))
}

/// An amount above nothing.
pub(super) fn money(text: &str) -> Option<Dong> {
    Dong::from_str(text).ok().filter(|amount| amount.get() > 0)
}

/// A day in three parts.
pub(super) fn day(given: &Given, name: &str) -> Option<Day> {
    let part = |part: &str| given.text(&format!("{name}-{part}"));
    Day::new(
        part("year").parse().ok()?,
        part("month").parse().ok()?,
        part("day").parse().ok()?,
    )
    .ok()
}

/// A day in three parts, and a time as `8:05` or `08:05`.
pub(super) fn moment(given: &Given, name: &str) -> Option<Instant> {
    let (hour, minute) = given.text(&format!("{name}-time")).split_once(':')?;
    let time = TimeOfDay::new(hour.parse().ok()?, minute.parse().ok()?)?;
    Some(day(given, name)?.at(time))
}
