//! What each queue of the inbox asks the store.

use motcua_domain::access::Role;
use motcua_domain::case::Step;
use motcua_domain::id::StaffId;
use motcua_domain::time::Instant;

use super::inbox::{Narrowing, Queue};
use crate::ports::{CaseFilter, CaseQuery, Timing};
use crate::rows::StaffRow;
use crate::waiting::{Mark, Wait, waits_for};

#[cfg(test)]
mod tests;

/// Steps at which somebody of the city must still do something.
const OPEN: [Step; 6] = [
    Step::Sent,
    Step::Accepted,
    Step::HandedOver,
    Step::Appraisal,
    Step::LeaderSigning,
    Step::ClerkIssuing,
];

const DAY_MILLIS: i64 = 24 * 3_600_000;

/// The cases of a queue for this member of staff, narrowed as they wish. Rights are the scope's, not the queue's.
pub(super) fn query_of(queue: Queue, narrowing: &Narrowing, staff: &StaffRow, now: Instant) -> CaseQuery {
    let mut any = match queue {
        Queue::Mine => mine(staff),
        other => vec![filter_of(other, now)],
    };
    for filter in &mut any {
        filter.procedure.clone_from(&narrowing.procedure);
        filter.channel = narrowing.channel;
        filter.received_at.clone_from(&narrowing.received_at);
    }
    CaseQuery {
        any,
        ..CaseQuery::default()
    }
}

/// What waits for an act of one of their offices; nothing for an office that has none.
fn mine(staff: &StaffRow) -> Vec<CaseFilter> {
    let roles = staff.roles.iter().filter_map(|name| Role::from_name(name));
    let mut any: Vec<CaseFilter> = Vec::new();
    for wait in roles.flat_map(waits_for) {
        let filter = waiting(&wait, staff.id);
        // Two offices of one person may wait for the same.
        if !any.contains(&filter) {
            any.push(filter);
        }
    }
    any
}

fn waiting(wait: &Wait, staff: StaffId) -> CaseFilter {
    CaseFilter {
        holder: wait.in_own_hands.then_some(staff),
        is_answered: wait.mark == Mark::SupplementAnswered,
        is_withdrawal_asked: match wait.mark {
            Mark::WithdrawalAsked => Some(true),
            Mark::NoWithdrawalAsked => Some(false),
            Mark::None | Mark::SupplementAnswered => None,
        },
        ..at(wait.steps)
    }
}

fn at(steps: &[Step]) -> CaseFilter {
    CaseFilter {
        steps: steps.to_vec(),
        ..CaseFilter::default()
    }
}

/// Steps at which the city may owe something by a moment, or a request to withdraw may wait: a supplement too, since
/// not every one stops the clock.
fn owed() -> Vec<Step> {
    Step::ALL
        .into_iter()
        .filter(|step| *step == Step::Sent || step.is_being_resolved())
        .collect()
}

/// The queues that are the same for everybody.
fn filter_of(queue: Queue, now: Instant) -> CaseFilter {
    let timed = |timing| CaseFilter {
        timing: Some(timing),
        ..at(&owed())
    };
    match queue {
        Queue::Mine | Queue::Agency => at(&OPEN),
        Queue::Unassigned => CaseFilter {
            is_unassigned: true,
            ..at(&[Step::HandedOver])
        },
        Queue::Late => timed(Timing::LateAt(now)),
        Queue::Today => timed(Timing::Between(now, now.day().plus_days(1).midnight())),
        Queue::Within24Hours => timed(Timing::Between(now, now.plus_millis(DAY_MILLIS))),
        Queue::Paused => CaseFilter {
            timing: Some(Timing::Paused),
            ..CaseFilter::default()
        },
        Queue::Intake => at(&[Step::Sent, Step::Accepted]),
        Queue::Appraisal => at(&[Step::HandedOver, Step::Appraisal]),
        Queue::Signing => at(&[Step::LeaderSigning]),
        Queue::Issuing => at(&[Step::ClerkIssuing]),
        Queue::Ready => at(&[Step::Ready]),
        Queue::Answered => CaseFilter {
            is_answered: true,
            ..at(&[Step::SupplementAfterAppraisal])
        },
        Queue::Withdrawal => CaseFilter {
            is_withdrawal_asked: Some(true),
            ..at(&owed())
        },
        Queue::Applicant => at(&[Step::SupplementAtIntake, Step::SupplementAfterAppraisal]),
    }
}
