//! What moves the date or ends a case out of its order.

use crate::case::ending::{Apology, ApologyProposal, Correction, Stop, StopKind};
use crate::case::event::{Event, Recorded, StoppedCase};
use crate::case::state::{Case, Letter, Withdrawal};
use crate::case::step::Step;
use crate::time::{Due, ExclusionGround, Instant};

pub(super) fn apply(case: &mut Case, recorded: &Recorded) {
    let at = recorded.at;
    match &recorded.event {
        Event::ApologyProposed { reason, new_day } => {
            case.apology_proposed = Some(ApologyProposal {
                reason: *reason,
                new_day: *new_day,
            });
        }
        Event::Apologised(made) => {
            case.apology = Some(Apology {
                at,
                reason: made.reason,
                due: made.due,
                in_time: made.in_time,
            });
            case.apology_proposed = None;
            extend(case, made.due, at);
        }
        Event::Stopped(stopped) => stop(case, stopped, at),
        Event::Resumed { due } => {
            if let Some(clock) = &mut case.clock {
                clock.ledger.resume_from(at, ExclusionGround::StoppedByDecision);
            }
            case.due_from_now_on(*due);
            if let Some(stop) = case.stop.take() {
                give_window_back(case, stop.at, at);
                case.step_to(stop.from, at);
            }
        }
        Event::WithdrawalAsked { reason } => {
            case.withdrawal = Some(Withdrawal {
                asked_at: at,
                reason: *reason,
            });
        }
        Event::WithdrawalDeclined { .. } => case.withdrawal = None,
        Event::Withdrawn => case.step_to(Step::Withdrawn, at),
        Event::CorrectionOpened(opened) => {
            case.correction = Some(Correction {
                opened_at: at,
                reason: opened.reason,
                fault: opened.fault,
                due: opened.due,
            });
            case.draft = None;
            case.initial = None;
            case.signature = None;
            case.step_to(Step::Correcting, at);
        }
        Event::OutcomeRevoked { reason } => {
            if let Some(outcome) = &mut case.outcome {
                outcome.revoked = Some((at, *reason));
            }
        }
        Event::CalendarDecisionApplied(applied) => case.due_from_now_on(Some(applied.due)),
        Event::Archived => case.archived_at = Some(at),
        Event::MessageWritten { text } => case.letters.push(Letter {
            at,
            by: recorded.by.clone(),
            text: *text,
        }),
        Event::ServiceRated { score } => case.rating = Some(*score),
        _ => {}
    }
}

fn extend(case: &mut Case, due: Due, at: Instant) {
    if let Some(clock) = &mut case.clock {
        // `decide` lets it happen once; a second one in a damaged log changes nothing.
        if clock.ledger.extend(due.at, at).is_ok() {
            clock.current = due;
        }
    }
}

/// Nobody can answer while the case is held, so the applicant's window grows by that time.
fn give_window_back(case: &mut Case, held_at: Instant, at: Instant) {
    let waiting = case
        .supplements
        .last_mut()
        .filter(|round| round.answered_at.is_none());
    if let Some(by) = waiting.and_then(|round| round.answer_by.as_mut()) {
        *by = Due::at(by.at.plus_millis(at.millis() - held_at.millis()));
    }
}

fn stop(case: &mut Case, stopped: &StoppedCase, at: Instant) {
    case.stop = Some(Stop {
        at,
        ground: stopped.ground,
        kind: stopped.kind,
        reason: stopped.reason,
        from: case.step,
    });
    if let Some(clock) = case.clock.as_mut().filter(|_| stopped.kind == StopKind::Paused) {
        clock.ledger.suspend(at, ExclusionGround::StoppedByDecision);
    }
    case.step_to(Step::Stopped, at);
}
