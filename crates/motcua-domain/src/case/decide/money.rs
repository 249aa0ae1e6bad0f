//! Money of a case (`domain.md` 5): taken, reported, relieved, paid back. Finance never moves the case.

use super::{Context, Verdict, needed};
use crate::case::command::Command;
use crate::case::event::{Event, PaymentTaken};
use crate::case::payment::{Charge, PaymentMethod, PaymentMove, PaymentReport, PaymentState, Relief};
use crate::case::refusal::Refusal;
use crate::case::state::Case;

pub(super) fn decide(case: &Case, command: &Command, context: &Context<'_>) -> Verdict {
    Some(match command {
        Command::TakePayment { charge, method } => take(case, *charge, *method, context),
        Command::StartPayment { charge } => moved(case, *charge, PaymentMove::Start).map(|owed| {
            vec![Event::PaymentStarted {
                charge: *charge,
                attempt: owed.attempts.saturating_add(1),
            }]
        }),
        Command::ReportPayment { charge, report } => self::report(case, *charge, report, context),
        Command::RelieveCharge { charge, relief } => relieve(case, *charge, relief),
        Command::AskRefund { charge, reason } => moved(case, *charge, PaymentMove::AskRefund).map(|_| {
            vec![Event::RefundAsked {
                charge: *charge,
                reason: *reason,
            }]
        }),
        Command::DecideRefund {
            charge,
            granted,
            reason,
        } => decide_refund(case, *charge, *granted, *reason),
        Command::Reconcile { charge } => self::charge(case, *charge).and_then(|taken| {
            if taken.receipt.is_none() || taken.is_reconciled {
                return Err(Refusal::PaymentNotNow { state: taken.state });
            }
            Ok(vec![Event::PaymentReconciled { charge: *charge }])
        }),
        _ => return None,
    })
}

fn charge(case: &Case, place: u16) -> Result<&Charge, Refusal> {
    case.charges.get(usize::from(place)).ok_or(Refusal::NoSuchCharge)
}

/// The charge, if the machine lets this happen to it.
fn moved(case: &Case, place: u16, happened: PaymentMove) -> Result<&Charge, Refusal> {
    let owed = charge(case, place)?;
    match owed.state.after(happened) {
        Some(_) => Ok(owed),
        None => Err(Refusal::PaymentNotNow { state: owed.state }),
    }
}

/// Nobody takes cash while an online payment is under way: it could come twice.
fn take(
    case: &Case,
    place: u16,
    method: PaymentMethod,
    context: &Context<'_>,
) -> Result<Vec<Event>, Refusal> {
    let owed = charge(case, place)?;
    if method == PaymentMethod::Online || !owed.state.is_payable() {
        return Err(Refusal::PaymentNotNow { state: owed.state });
    }
    Ok(vec![taken(place, method, None, context)])
}

fn taken(place: u16, method: PaymentMethod, reference: Option<String>, context: &Context<'_>) -> Event {
    Event::PaymentTaken(PaymentTaken {
        charge: place,
        method,
        receipt_number: 0,
        year: context.now.day().year(),
        reference,
    })
}

/// The service may say the same twice, say it late, or say that money came which nobody owes any more; nothing is
/// guessed and nothing is lost.
fn report(
    case: &Case,
    place: u16,
    report: &PaymentReport,
    context: &Context<'_>,
) -> Result<Vec<Event>, Refusal> {
    let owed = charge(case, place)?;
    let is_current = |attempt: u16| attempt == owed.attempts;
    match report {
        PaymentReport::Paid { reference, .. } => {
            let is_known = owed.doubles.contains(reference)
                || owed.paid_back.contains(reference)
                || owed
                    .receipt
                    .as_ref()
                    .is_some_and(|receipt| receipt.reference.as_ref() == Some(reference));
            if is_known {
                Err(Refusal::AlreadyReported)
            } else if owed.state.after(PaymentMove::Pay).is_some() && !case.is_over() {
                Ok(vec![taken(
                    place,
                    PaymentMethod::Online,
                    Some(reference.clone()),
                    context,
                )])
            } else {
                Ok(vec![Event::PaymentDoubled {
                    charge: place,
                    reference: reference.clone(),
                }])
            }
        }
        PaymentReport::Failed { attempt }
            if is_current(*attempt) && owed.state.after(PaymentMove::Fail).is_some() =>
        {
            Ok(vec![Event::PaymentFailed { charge: place }])
        }
        PaymentReport::Unclear { attempt }
            if is_current(*attempt) && owed.state.after(PaymentMove::Lose).is_some() =>
        {
            Ok(vec![Event::PaymentUnclear { charge: place }])
        }
        PaymentReport::Failed { .. } | PaymentReport::Unclear { .. } => Err(Refusal::AlreadyReported),
    }
}

fn relieve(case: &Case, place: u16, relief: &Relief) -> Result<Vec<Event>, Refusal> {
    let owed = moved(case, place, PaymentMove::Waive)?;
    if relief.ground.trim().is_empty() || relief.legal_basis.trim().is_empty() {
        return Err(Refusal::ReasonMissing);
    }
    if relief.due.get() < 0 || relief.due >= owed.line.due {
        return Err(Refusal::ReliefIsNone);
    }
    Ok(vec![Event::ChargeRelieved {
        charge: place,
        relief: relief.clone(),
    }])
}

fn decide_refund(
    case: &Case,
    place: u16,
    granted: bool,
    reason: Option<crate::id::NoteId>,
) -> Result<Vec<Event>, Refusal> {
    let owed = charge(case, place)?;
    if !owed.is_owed_back() {
        return Err(Refusal::PaymentNotNow { state: owed.state });
    }
    // Money that nobody owed is paid back; that is not a matter of grace.
    if !granted && owed.state != PaymentState::RefundAsked {
        return Err(Refusal::OwedBack);
    }
    let reason = if granted { reason } else { Some(needed(reason)?) };
    Ok(vec![Event::RefundDecided {
        charge: place,
        granted,
        reason,
    }])
}
