//! What moves the date or ends a case out of its order (T14, T16-T18, T22).

use super::{Context, Verdict, due, due_after, needed, new_due};
use crate::case::command::Command;
use crate::case::ending::{StopGround, StopKind};
use crate::case::event::{Apologised, CorrectionOpened, Event, StoppedCase};
use crate::case::payment::PaymentMove;
use crate::case::refusal::Refusal;
use crate::case::state::Case;
use crate::id::NoteId;
use crate::time::{Ahead, Day};

pub(super) fn decide(case: &Case, command: &Command, context: &Context<'_>) -> Verdict {
    Some(match command {
        Command::ProposeApology { reason, new_day } => needed(*reason).and_then(|reason| {
            let clock = case.clock.as_ref().ok_or(Refusal::NothingSent)?;
            new_due(clock.current, *new_day, context)?;
            Ok(vec![Event::ApologyProposed {
                reason,
                new_day: *new_day,
            }])
        }),
        Command::Apologise { reason, new_day } => apologise(case, *reason, *new_day, context),
        Command::Stop { ground, kind, reason } => stop(case, *ground, *kind, *reason, context),
        Command::Resume => {
            let resumed = |due| Event::Resumed { due };
            due_after(case, resumed(None), context).map(|due| vec![resumed(due)])
        }
        Command::AskWithdrawal { reason } => Ok(vec![Event::WithdrawalAsked { reason: *reason }]),
        Command::DecideWithdrawal { granted: true, .. } => {
            Ok(std::iter::once(Event::Withdrawn).chain(refunds(case)).collect())
        }
        Command::DecideWithdrawal { reason, .. } => {
            needed(*reason).map(|reason| vec![Event::WithdrawalDeclined { reason }])
        }
        Command::OpenCorrection { reason, fault } => needed(*reason).and_then(|reason| {
            let rules = case.rules.as_ref().ok_or(Refusal::NothingSent)?;
            Ok(vec![Event::CorrectionOpened(CorrectionOpened {
                reason,
                fault: *fault,
                due: due(context.calendar, context.now, &rules.limit)?,
            })])
        }),
        Command::RevokeOutcome { reason } => {
            needed(*reason).map(|reason| vec![Event::OutcomeRevoked { reason }])
        }
        Command::Archive => Ok(vec![Event::Archived]),
        _ => return None,
    })
}

/// Whether an apology with a new date has its place: the clock runs, and the date was not set anew before (D61 19.9).
pub(super) fn may_apologise(case: &Case) -> Result<(), Refusal> {
    match &case.clock {
        Some(clock) if clock.ledger.extension.is_some() => Err(Refusal::AlreadyExtended),
        Some(_) if case.is_paused() => Err(Refusal::ClockStandsStill),
        Some(_) => Ok(()),
        None => Err(Refusal::NothingSent),
    }
}

/// At the latest one day before the due date; a later one is made all the same, and is itself late (`domain.md` 3.7.4).
fn apologise(
    case: &Case,
    reason: Option<NoteId>,
    new_day: Day,
    context: &Context<'_>,
) -> Result<Vec<Event>, Refusal> {
    let reason = needed(reason)?;
    let clock = case.clock.as_ref().ok_or(Refusal::NothingSent)?;
    let last_day = context
        .calendar
        .last_day_before(clock.current.on, Ahead::CalendarDays(1));
    Ok(vec![Event::Apologised(Apologised {
        reason,
        due: new_due(clock.current, new_day, context)?,
        in_time: context.now.day() <= last_day,
    })])
}

/// A stop for want of a supplement waits until the applicant's window is over, and ends the case (T14).
fn stop(
    case: &Case,
    ground: StopGround,
    kind: StopKind,
    reason: Option<NoteId>,
    context: &Context<'_>,
) -> Result<Vec<Event>, Refusal> {
    let reason = needed(reason)?;
    if ground == StopGround::NoSupplement && !case.is_window_over(context.now) {
        return Err(Refusal::WindowNotOver);
    }
    // What is held can go on: there must be a limit that has begun, and something other than silence to wait for.
    if kind == StopKind::Paused && (ground == StopGround::NoSupplement || case.clock.is_none()) {
        return Err(Refusal::StopIsFinal);
    }
    let stopped = Event::Stopped(StoppedCase { ground, kind, reason });
    let money = (kind == StopKind::Ended).then(|| refunds(case));
    Ok(std::iter::once(stopped)
        .chain(money.into_iter().flatten())
        .collect())
}

/// What is paid back without anybody asking: charges that were paid and whose rule says so (`domain.md` U19).
pub(super) fn refunds(case: &Case) -> impl Iterator<Item = Event> {
    (0u16..)
        .zip(&case.charges)
        .filter(|(_, charge)| {
            charge.line.is_refundable && charge.state.after(PaymentMove::AskRefund).is_some()
        })
        .map(|(charge, _)| Event::RefundAsked { charge, reason: None })
}
