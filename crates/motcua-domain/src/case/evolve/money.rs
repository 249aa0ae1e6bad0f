//! Money of a case.

use crate::case::event::{Event, PaymentTaken, Recorded};
use crate::case::payment::{Charge, PaymentMove, PaymentState, Receipt};
use crate::case::state::Case;

pub(super) fn apply(case: &mut Case, recorded: &Recorded) {
    let (place, change): (u16, &dyn Fn(&mut Charge)) = match &recorded.event {
        Event::PaymentStarted { charge, attempt } => (*charge, &|owed| {
            owed.go(PaymentMove::Start);
            owed.attempts = *attempt;
        }),
        Event::PaymentFailed { charge } => (*charge, &|owed| owed.go(PaymentMove::Fail)),
        Event::PaymentUnclear { charge } => (*charge, &|owed| owed.go(PaymentMove::Lose)),
        Event::PaymentTaken(taken) => (taken.charge, &|owed| take(owed, taken)),
        Event::PaymentDoubled { charge, reference } => {
            (*charge, &|owed| owed.doubles.push(reference.clone()))
        }
        Event::ChargeRelieved { charge, relief } => (*charge, &|owed| {
            owed.line.due = relief.due;
            owed.line.relief = Some(relief.clone());
            if relief.due.is_zero() {
                owed.go(PaymentMove::Waive);
            }
        }),
        Event::RefundAsked { charge, .. } => (*charge, &|owed| owed.go(PaymentMove::AskRefund)),
        Event::RefundDecided { charge, granted, .. } => (*charge, &|owed| refund(owed, *granted)),
        Event::PaymentReconciled { charge } => (*charge, &|owed| owed.is_reconciled = true),
        _ => return,
    };
    if let Some(owed) = case.charges.get_mut(usize::from(place)) {
        change(owed);
    }
}

fn take(owed: &mut Charge, taken: &PaymentTaken) {
    owed.go(PaymentMove::Pay);
    owed.receipt = Some(Receipt {
        number: taken.receipt_number,
        year: taken.year,
        method: taken.method,
        reference: taken.reference.clone(),
    });
}

/// A decision settles what was asked; else it pays back money that nobody owed.
fn refund(owed: &mut Charge, granted: bool) {
    match (owed.state, granted) {
        (PaymentState::RefundAsked, true) => owed.go(PaymentMove::Refund),
        (PaymentState::RefundAsked, false) => owed.go(PaymentMove::RefuseRefund),
        _ => owed.paid_back.append(&mut owed.doubles),
    }
}
