//! What a command makes happen, or why it may not. One file for each part of a case's life; [`guard`] says for all of
//! them whether an act has its place now.

mod agencies;
mod appraisal;
mod ending;
mod guard;
mod intake;
mod money;
mod moving;
mod result;

use super::command::Command;
use super::event::{Author, CalendarApplied, Event, Recorded};
use super::evolve::evolve;
use super::refusal::Refusal;
use super::state::Case;
use crate::id::NoteId;
use crate::time::{Day, Due, Instant, OfficeCalendar, TimeLimit};

pub use guard::guard;

/// What a decision may look at besides the case and the command.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The time.
    pub now: Instant,
    /// The calendar of the agency that decides the case.
    pub calendar: &'a OfficeCalendar,
    /// Stable names of the components that a connected store holds for this applicant: nobody asks for them
    /// (D309 2.1), unless the store failed when asked.
    pub held: &'a [String],
}

impl<'a> Context<'a> {
    /// A context in which the city holds nothing.
    pub const fn new(now: Instant, calendar: &'a OfficeCalendar) -> Self {
        Self {
            now,
            calendar,
            held: &[],
        }
    }
}

/// Says what the command makes happen. Rights are asked before ([`crate::access::may`]); here speaks the law
/// of the case itself.
///
/// # Errors
/// The [`Refusal`] that names the rule which says no.
pub fn decide(case: Option<&Case>, command: &Command, context: &Context<'_>) -> Result<Vec<Event>, Refusal> {
    let Some(case) = case else {
        return intake::begin(command, context);
    };
    guard(case, command.kind(), context)?;
    match command {
        Command::ApplyCalendarDecision { calendar } => apply_calendar_decision(case, calendar, context),
        Command::RateService { score: score @ 1..=5 } => Ok(vec![Event::ServiceRated { score: *score }]),
        Command::RateService { .. } => Err(Refusal::ScoreOutOfRange),
        Command::WriteMessage { text } => Ok(vec![Event::MessageWritten { text: needed(*text)? }]),
        _ => {
            let parts = [
                intake::decide,
                moving::decide,
                appraisal::decide,
                result::decide,
                ending::decide,
                agencies::decide,
                money::decide,
            ];
            parts
                .into_iter()
                .find_map(|part| part(case, command, context))
                .unwrap_or(Err(Refusal::NotAtThisStep {
                    command: command.kind(),
                    step: case.step,
                }))
        }
    }
}

/// What a part of a case's life says to a command: nothing, if the command belongs to another part.
type Verdict = Option<Result<Vec<Event>, Refusal>>;

fn apply_calendar_decision(
    case: &Case,
    calendar: &crate::id::CalendarId,
    context: &Context<'_>,
) -> Result<Vec<Event>, Refusal> {
    let clock = case.clock.as_ref().ok_or(Refusal::DueUnchanged)?;
    let due = clock
        .ledger
        .due(context.calendar)
        .map_err(Refusal::LimitNotSettled)?;
    if due == clock.current {
        return Err(Refusal::DueUnchanged);
    }
    Ok(vec![Event::CalendarDecisionApplied(CalendarApplied {
        calendar: calendar.clone(),
        due,
    })])
}

fn needed(words: Option<NoteId>) -> Result<NoteId, Refusal> {
    words.ok_or(Refusal::ReasonMissing)
}

/// The desk answers a sending within eight working hours (Decree 45/2020; `domain.md` 4.2).
fn intake_due(context: &Context<'_>) -> Due {
    Due::at(context.calendar.intake_answer_by(context.now))
}

fn due(calendar: &OfficeCalendar, from: Instant, limit: &TimeLimit) -> Result<Due, Refusal> {
    calendar.due(from, limit).map_err(Refusal::LimitNotSettled)
}

/// The due moment of a case if an event lets its clock run again; `None` where the event leaves the clock alone. What
/// an event means for the clock is said once, in `evolve`.
fn due_after(case: &Case, event: Event, context: &Context<'_>) -> Result<Option<Due>, Refusal> {
    let recorded = Recorded {
        at: context.now,
        by: Author::System,
        event,
    };
    let after = evolve(Some(case.clone()), &recorded);
    let ledgers = (
        case.clock.as_ref().map(|clock| &clock.ledger),
        after
            .as_ref()
            .and_then(|case| case.clock.as_ref())
            .map(|clock| &clock.ledger),
    );
    match ledgers {
        (Some(before), Some(after)) if before != after => after
            .due(context.calendar)
            .map(Some)
            .map_err(Refusal::LimitNotSettled),
        _ => Ok(None),
    }
}

/// A due moment on a day that somebody names: closing time of a day the office is open, later than what stands.
fn new_due(current: Due, day: Day, context: &Context<'_>) -> Result<Due, Refusal> {
    let at = context.calendar.closing_of(day);
    if !context.calendar.is_working_day(day) || at <= current.at || at <= context.now {
        return Err(Refusal::NewDateNotLater {
            than: current.at.max(context.now),
        });
    }
    Ok(Due { at, on: day })
}
