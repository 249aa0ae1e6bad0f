//! What an event means: the only place where a case changes. One file for each part of a case's life, as in `decide`.

mod appraisal;
mod ending;
mod intake;
mod money;
mod moving;
mod result;

use super::appraisal::Activity;
use super::event::{Author, Event, Recorded};
use super::state::Case;
use super::step::Step;
use crate::id::StaffId;
use crate::time::{ExclusionGround, Instant};

pub(super) use intake::resumed;

/// The case that a log tells of; `None` for an empty one.
pub fn fold<'a>(log: impl IntoIterator<Item = &'a Recorded>) -> Option<Case> {
    log.into_iter().fold(None, evolve)
}

/// The case after an event. It asks no rule: `decide` alone makes events, and only such as follow from the state. Of
/// what could stand in a damaged log, a second sending and anything before the first change nothing.
pub fn evolve(case: Option<Case>, recorded: &Recorded) -> Option<Case> {
    match (case, &recorded.event) {
        (None, Event::Sent(sent)) => Some(intake::sent_case(sent, recorded.at)),
        (Some(mut case), _) => {
            apply(&mut case, recorded);
            Some(case)
        }
        (None, _) => None,
    }
}

fn apply(case: &mut Case, recorded: &Recorded) {
    let undoable = moving::before(case, recorded);
    let parts = [
        intake::apply,
        moving::apply,
        appraisal::apply,
        result::apply,
        ending::apply,
        money::apply,
    ];
    for part in parts {
        part(case, recorded);
    }
    // A move can be taken back until something else happens; a message or money beside it is nothing else.
    if undoable.is_some() || !leaves_moves_alone(&recorded.event) {
        case.last_move = undoable;
    }
    follow_activities(case, recorded.at);
}

const fn leaves_moves_alone(event: &Event) -> bool {
    matches!(
        event,
        Event::MessageWritten { .. }
            | Event::PaymentStarted { .. }
            | Event::PaymentFailed { .. }
            | Event::PaymentUnclear { .. }
            | Event::PaymentDoubled { .. }
            | Event::PaymentTaken(_)
            | Event::PaymentReconciled { .. }
            | Event::ExchangeReported(_)
    )
}

/// Activities of the office for which sector law stops the clock: it stands still as long as one of them goes on.
fn follow_activities(case: &mut Case, at: Instant) {
    const GROUNDS: [(Activity, ExclusionGround); 3] = [
        (Activity::OpinionsOut, ExclusionGround::OpinionAwaited),
        (Activity::FieldCheck, ExclusionGround::FieldVerification),
        (Activity::PublicPosting, ExclusionGround::PublicPosting),
    ];
    if case.rules.as_ref().is_none_or(|rules| rules.excluded.is_empty()) {
        return;
    }
    let going_on = case.activities();
    let is_resolved = case.step.is_being_resolved();
    let (Some(rules), Some(clock)) = (&case.rules, &mut case.clock) else {
        return;
    };
    for (activity, ground) in GROUNDS {
        if is_resolved && rules.excludes(ground) && going_on.contains(&activity) {
            clock.ledger.suspend(at, ground);
        } else {
            clock.ledger.resume_from(at, ground);
        }
    }
}

fn staff(by: &Author) -> Option<StaffId> {
    match by {
        Author::Staff { staff, .. } => Some(*staff),
        Author::Applicant(_) | Author::System => None,
    }
}

impl Case {
    fn step_to(&mut self, step: Step, at: Instant) {
        self.step = step;
        self.step_since = at;
    }

    /// Sets the due moment that an event brought, if it brought one.
    fn due_from_now_on(&mut self, due: Option<crate::time::Due>) {
        if let (Some(clock), Some(due)) = (&mut self.clock, due) {
            clock.current = due;
        }
    }
}
